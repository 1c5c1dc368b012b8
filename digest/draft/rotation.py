"""Stage: draft, words behind a name to where a new office begins. Who was moved from what to what.

comes in: the tokens behind a name
goes out: the token at which the new office begins: `digeser dari Camat Uji menjadi` *Camat Coba*
"""

from digest.draft.grammar import AS, CLAUSE_END, NAMELY, POSTS, TAKE
from digest.draft.lexicon import phrases
from digest.draft.token import Sentence

_BEFORE = frozenset("dari semula sebelumnya tadinya dulunya awalnya".split())
_MOVED = frozenset(
    "digeser geser bergeser dimutasi dimutasikan mutasi dipindah dipindahkan pindah berpindah "
    "dirotasi dirotasikan rotasi dipromosikan promosi naik beralih dialihkan ditarik diangkat "
    "dilantik ditugaskan dipercaya menjabat bertugas tugas jabatan yang kini sekarang akan dan "
    "kemudian lalu sebagai".split()
)
"""What may stand beside the old office and the new."""
_INTO = AS | TAKE
_GOES = _MOVED | _INTO
_SAID = AS | POSTS | {"sebuah", "baru"}
_MOST = 16  # tokens from a name to the new office
_STOPS = CLAUSE_END | NAMELY | {"(", ")"}


def into(row: Sentence, end: int) -> int:
    """Return where the new office begins of one who is named before token `end`, or `end`.

    `semula Lurah Uji, kini menjabat Camat Coba`; none if no old office is told.
    """
    words = row.words
    at = end + (words[end : end + 1] == (",",))
    while at < len(words) and words[at] in _MOVED:
        at += 1
    if at >= len(words) or words[at] not in _BEFORE:
        return end
    begin = at + 1
    while begin < len(words) and words[begin] in _MOVED | _BEFORE:
        begin += 1
    old = phrases("positions", "office", "prefix").at(words, begin) if begin < len(words) else None
    told = old is not None or at > end + 1  # `Contoh dari Universitas Uji menjadi juri`
    return _new(row, begin, end) if told else end


def _new(row: Sentence, begin: int, end: int) -> int:
    """Return where the new office begins behind the old one at token `begin`, or `end`."""
    words = row.words
    if begin >= len(words) or not row.tokens[begin].upper:
        return end
    for at in range(begin + 1, min(len(words) - 1, end + _MOST)):
        if words[at] in _STOPS:
            return end
        if words[at] in _INTO:
            return next((i for i in range(at + 1, len(words)) if words[i] not in _SAID), end)
        parted = words[at] == "," and not (words[at + 1] in _GOES or row.tokens[at + 1].upper)
        if parted or (row.tokens[at].word and not _goes_on(row, at)):
            return end
    return end


def _goes_on(row: Sentence, at: int) -> bool:
    """Whether a word belongs to the old office, or leads from it to the new."""
    return row.tokens[at].upper or row.words[at] in _MOVED | {"di", "pada", "ke"}
