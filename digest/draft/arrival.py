"""Stage: draft, words before a name to who came and who is only spoken of.

comes in: one mention, its sentence, who else is named there
goes out: whether the person was received, is still to come, or is whom a case is about
"""

from collections.abc import Sequence

from digest.draft.grammar import CLAUSE_END, JOINTS, WITH
from digest.draft.mention import Mention
from digest.draft.token import Sentence

_COMING = frozenset("kedatangan kehadiran ketibaan".split())
_MET = frozenset("menyambut disambut menjemput menyongsong menanti-nanti menyambutnya".split())
_NOT_YET = frozenset(
    "persiapan bersiap menyiapkan mempersiapkan akan jelang menjelang rencana siap menunggu "
    "menanti jika bila apabila untuk guna".split()
)
_PREPARED = frozenset("persiapan rencana jelang menjelang persiapkan mempersiapkan".split())
_VISITS = frozenset("penyambutan kunjungan kedatangan lawatan kunker kehadiran".split())
_CASES = frozenset(
    "korupsi penipuan pencurian penggelapan pembunuhan penganiayaan pencabulan pemerkosaan "
    "perampokan pungli narkoba gratifikasi suap penyelewengan penyalahgunaan kekerasan "
    "tersangka terduga".split()
)
_DOERS = frozenset("oleh dilakukan melibatkan menjerat menyeret tersangka terduga".split())
_JOINTS = JOINTS | WITH
_CLOSE = 4  # tokens back from a name to the verb: `menyambut langsung kedatangan`
_PAIR = 2  # a verb and what it is done to
_FAR = 10  # tokens before a mention that may tell of it
_OPENING = frozenset('“"')
_CLOSING = frozenset('”"')


def received(words: Sequence[str], mention: Mention, others: Sequence[Mention]) -> bool:
    """Whether people met the person: `menyambut kedatangan` *Gubernur A dan Wakil Gubernur B*."""
    at, ends = mention.start, {each.end: each.start for each in others}
    while at > 1 and words[at - 1] in _JOINTS:
        before = at - 1 - (words[at - 2] in _JOINTS)
        if before not in ends:
            break
        at = ends[before]
    if at < _PAIR or words[at - 1] not in _COMING:
        return False
    clause = _clause(words, at - 1)
    met = not _MET.isdisjoint(words[max(0, at - _CLOSE) : at - 1])
    return met and not _NOT_YET & set(clause)


def prepared(words: Sequence[str], mention: Mention) -> bool:
    """Whether the person is still to come: `persiapan penyambutan kunjungan kerja` *Uji*."""
    clause = _clause(words, mention.start)
    at = next((i for i, word in enumerate(clause) if word in _PREPARED), len(clause))
    return not _VISITS.isdisjoint(clause[at:]) and "," not in clause[at:]


def accused(row: Sentence, mention: Mention) -> bool:
    """Whether a case is about the person: `kasus korupsi oleh` *Uji*."""
    words = row.words
    clause = _clause(words, mention.start)
    return bool(clause) and clause[-1] in _DOERS and not _CASES.isdisjoint(clause)


def spoken(row: Sentence, mention: Mention) -> bool:
    """Whether somebody is named in another's words: `“… kata Pak` *Uji* `kemarin,” ujarnya`."""
    tokens, (start, end) = row.tokens, mention.name
    if start == end or not all(each.quoted for each in tokens[mention.start : end]):
        return False
    opened = any(each.text in _OPENING for each in tokens[: mention.start])
    return opened and any(each.text in _CLOSING for each in tokens[end:])


def _clause(words: Sequence[str], at: int) -> Sequence[str]:
    """Return the words before token `at`, to the clause's beginning."""
    begin = max(0, at - _FAR)
    for place in range(at - 1, begin - 1, -1):
        if words[place] in CLAUSE_END:
            return words[place + 1 : at]
    return words[begin:at]
