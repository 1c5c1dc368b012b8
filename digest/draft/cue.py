"""Stage: draft, words around a mention to what they say. Whether somebody came, led, spoke.

comes in: one mention, its sentence, who else is named there
goes out: a `Cue`
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct

from digest.draft.arrival import accused, prepared, received, spoken
from digest.draft.form import active, passive
from digest.draft.grammar import CLAUSE_END, HOMES, JOINTS, LATE, NAMELY, THIS
from digest.draft.lexicon import phrases, section
from digest.draft.mention import Mention
from digest.draft.sign import signed
from digest.draft.token import Sentence

_LIST = 60  # words of a list behind `dihadiri`
_CLAUSE = 14  # words of a clause behind its subject
_BEFORE = 5  # words before a name that can tell its part
_NEAR = 5  # words behind a name that tell of being there
_CLOSE = 3
_COMPANY = frozenset("didampingi bersama ditemani mendampingi beserta dengan menemani".split())
_OPENS = frozenset(
    "hadir dihadiri menghadiri hadirnya tampak terlihat diikuti didampingi mendampingi disaksikan "
    "menyaksikan disambut dihadirkan antara yakni yaitu terdiri mengirim menghadirkan turut "
    "mengikuti bersama beserta melibatkan mempertemukan undangan duduk berdampingan berjajar "
    "berjejer nampak".split()
)
_SPANS = frozenset("hari pekan minggu bulan tahun".split())
_NAMELY = NAMELY | {"masing-masing", "antara"}
_YEAR = re.compile(r"(?:19|20)\d\d")
_HELD = frozenset("dilakukan dilaksanakan".split())
_MEANT_TO = frozenset("semestinya seharusnya sedianya mestinya sejatinya idealnya".split())
_HOUSES = HOMES | {"milik"}
_THOUGHT = frozenset("digagas diprakarsai diinisiasi diluncurkan dicanangkan dicetuskan".split())
_WORKS = frozenset("program gerakan inovasi kebijakan aplikasi layanan konsep gagasan".split())
_SAID = frozenset(
    "keterangan pernyataan hal pesan imbauan ucapan harapan tanggapan penjelasan jawaban".split()
)


class Cue(Struct, frozen=True):
    """What the words around one mention say."""

    there: bool = False
    """That the person was there."""
    joins: bool = False
    """That the person came to something that others held: `menghadiri`."""
    leads: bool = False
    """That the person held or led it: `mengumpulkan`, `dipimpin`."""
    stages: bool = False
    """That the person spoke before all: `dalam sambutannya`, `dibuka`."""
    aside: bool = False
    """That the person spoke to the press, not before all: `ditemui seusai acara`."""
    says: bool = False
    """That words of the person are reported."""
    thanks: bool = False
    """That they are the words of a guest: `berterima kasih`, `menyambut baik`."""
    absent: bool = False
    """That the person spoke elsewhere, or did not come."""
    named: bool = False
    """That the person is only spoken of."""
    dead: bool = False
    """That the person lives no longer: `almarhum`, `yang wafat`."""


def cue(mention: Mention, rows: Sequence[Sentence], others: Sequence[Mention] = ()) -> Cue:
    """Read what stands around one mention; `others` are named in the same sentence."""
    row = rows[mention.sentence]
    words = row.words
    left, right = _left(words, mention, others), _right(words, mention, others)
    begin = mention.start - words[mention.start - 1].startswith("ke-")  # `haul ke-28`
    genitive = phrases("speech", "genitive").ending(words, begin, 4)
    read = phrases("speech", "read").ending(words, mention.start, 3)
    named = genitive is not None or read is not None
    taken = genitive is not None and (_taken(words, mention) or _visited(row, genitive.phrase))
    taken = taken or received(words, mention, others) or signed(words, mention, others)
    named = (named and not taken) or _gone(row, mention) or _thought(words, mention)
    named = named or accused(row, mention) or (prepared(words, mention) and not taken)
    absent = _absent(row, mention, right, rows)
    there = _there(left, words[mention.end : mention.end + _NEAR]) or _listed(row, mention)
    told = spoken(row, mention)
    there = there or taken or (_agent(left) and not (mention.former or told))
    named = named or (told and not there)
    return Cue(
        there=there and not absent and not named,
        joins=_joins(right),
        leads=not named and _leads(left, right),
        stages=_stages(left, right) or _presented(words, mention),
        aside=_within("aside", left) or _within("aside", right),
        says=not told and _says(words, mention, left, right),
        thanks=_within("thank", right),
        absent=absent,
        named=named,
        dead=_dead(words, mention, right),
    )


def _left(words: Sequence[str], mention: Mention, others: Sequence[Mention]) -> Sequence[str]:
    """Return the words before a mention, to the clause's beginning or the name before it."""
    begin = max(0, mention.start - _BEFORE)
    for each in others:
        if begin < each.end <= mention.start:
            begin = each.end
    for at in range(mention.start - 1, begin - 1, -1):
        if words[at] in CLAUSE_END:
            return words[at + 1 : mention.start]
    return words[begin : mention.start]


def _right(words: Sequence[str], mention: Mention, others: Sequence[Mention]) -> Sequence[str]:
    """Return the words that say what the person did, companions and joint subjects passed over."""
    if _accompanies(words, mention, others):
        return ()
    starts = {each.start: each.end for each in others if each.start >= mention.end}
    found: list[str] = []
    at, fresh = mention.end, 0
    while at < len(words) and len(found) < _CLAUSE and words[at] not in CLAUSE_END:
        if at in starts:
            between = found[fresh:]
            if not (_COMPANY & set(between[-_CLOSE:]) or set(between) <= JOINTS):
                return found[: -1 if between and _inverted(between[-1]) else None]
            at = starts[at]
            fresh = len(found)
            continue
        found.append(words[at])
        at += 1
    return found


def _inverted(word: str) -> bool:
    """Whether the subject of a verb of saying stands behind it: `ujar`, no `menyebut`."""
    return word in section("speech", "say") and not word.startswith(("me", "ber"))


def _accompanies(words: Sequence[str], mention: Mention, others: Sequence[Mention]) -> bool:
    """Whether the person only stands beside the subject: `A didampingi` *B* `mengatakan`."""
    before = set(words[max(0, mention.start - _CLOSE) : mention.start])
    led = any(each.end <= mention.start for each in others)
    return led and bool(before & _COMPANY) and words[mention.end : mention.end + 1] != ("yang",)


def _within(kind: str, words: Sequence[str]) -> bool:
    return bool(words) and phrases("speech", kind).within(words) is not None


def _taken(words: Sequence[str], mention: Mention) -> bool:
    """Whether something is handed to the person: `menyerahkan kursi roda kepada` *Uji*."""
    if words[mention.start - 1] != "kepada":
        return False
    clause = words[max(0, mention.start - _CLAUSE) : mention.start]
    return phrases("speech", "given").within(clause) is not None


def _visited(row: Sentence, phrase: str) -> bool:
    """Whether people called at the person's house: `bertamu ke rumah` *Uji*."""
    return phrase in _HOUSES and phrases("venues", "calls").within(row.words) is not None


def _gone(row: Sentence, mention: Mention) -> bool:
    """Whether the person is dead, or still to come: `Uji` *dijadwalkan*, *wafat*."""
    at = mention.end
    if at >= len(row.words):
        return False
    at += row.words[at] == "," and at + 1 < len(row.words)
    return any(phrases("speech", kind).at(row.words, at) for kind in ("coming", "dead"))


def _dead(words: Sequence[str], mention: Mention, right: Sequence[str]) -> bool:
    """Whether the person lives no longer: *almarhum* `Uji`, `Uji, guru` *yang wafat*."""
    if set(words[max(0, mention.start - 1) : mention.name[0]]) & LATE:
        return True
    ends = (mention.start, mention.start + 1)  # `ayahanda` may be taken for a title
    own = not any(phrases("speech", "genitive").ending(words, end, 4) for end in ends)
    aside = False
    for at, word in enumerate(right):
        match = phrases("speech", "dead").at(right, at)
        if match and (match.phrase.startswith("yang ") or (own and right[at - 1 : at] == [","])):
            return True
        aside = (aside or word == "yang") and word != ","
        if active(word) and not aside:
            return False  # another one is dead, of whom the person speaks
    return False


def _agent(left: Sequence[str]) -> bool:
    """Whether the person did what the clause tells: *dipasangkan* `Uji`, *dipanjatkan oleh*."""
    verb = next((word for word in reversed(left) if word not in {"oleh", "langsung"}), "")
    if "pernah" in left or verb in section("speech", "far"):
        return False
    return passive(verb)


def _thought(words: Sequence[str], mention: Mention) -> bool:
    """Whether the person thought out what others do: `program sambang yang digagas` *Uji*."""
    before = words[max(0, mention.start - _CLAUSE) : mention.start]
    verb = next((word for word in reversed(before) if word != "oleh"), "")
    works = [word for word in before if word not in CLAUSE_END]
    return verb in _THOUGHT and not _WORKS.isdisjoint(works)


def _says(
    words: Sequence[str], mention: Mention, left: Sequence[str], right: Sequence[str]
) -> bool:
    say, tell = section("speech", "say"), section("speech", "tell")
    before = words[mention.start - 1] if mention.start else ""
    if _inverted(before) or before in {"menurut", "bagi"} or _within("told", left[-_CLOSE:]):
        return True
    if not mention.name_text and (
        words[mention.start] in say or words[mention.start] == "menurutnya"
    ):
        return True
    if before == "dari" and mention.start > 1:
        return False
    return any(word in say or word in tell for word in right)


def _there(left: Sequence[str], right: Sequence[str]) -> bool:
    close = left[-_CLOSE:]
    if close and phrases("speech", "there").within(close):
        return True
    cut = next((at for at, word in enumerate(right) if word in CLAUSE_END), len(right))
    return cut > 0 and phrases("speech", "there").within(right[:cut]) is not None


def _listed(row: Sentence, mention: Mention) -> bool:
    """Whether the name stands in a list that a verb of being there opens."""
    words = row.words
    for at in range(mention.start - 1, max(-1, mention.start - _LIST), -1):
        if words[at] in CLAUSE_END:
            return False
        if words[at] in _OPENS:
            return True
    return False


def _joins(right: Sequence[str]) -> bool:
    """Whether the first thing said of the person is that they came to what others held."""
    for at, word in enumerate(right):
        if phrases("speech", "join").at(right, at):
            return True
        if active(word):
            return False
    return False


_CLOSED = THIS | {","}
_NOT_DONE = frozenset("akan untuk agar supaya tidak belum diminta siap saat ketika usai".split())


def _leads(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether the person holds or leads what happened, no mere parade or prayer."""
    return any(_held(left, at) for at in range(len(left))) or _holds(right)


def _held(left: Sequence[str], at: int) -> bool:
    """Whether the participle at `at` makes the person behind it a host: `dipimpin`, `diterima`."""
    if phrases("speech", "received").at(left, at):
        return phrases("speech", "guests").within(left[:at]) is not None
    if phrases("speech", "held").at(left, at):
        return not _parade(left[:at])
    if left[at] == "dipandu":
        return phrases("speech", "talks").ending(left, at) is not None
    if left[at] in _HELD:
        return phrases("speech", "handed").ending(left, at) is not None
    before = left[-1] == "," and phrases("speech", "hold").at(left, at) is not None
    return before and not _parade(left)  # `Memimpin rapat, Bupati …`


def _holds(right: Sequence[str]) -> bool:
    """Whether the first thing said of the person is that they held or led it."""
    aside = False
    for at, word in enumerate(right):
        match = phrases("speech", "hold").at(right, at)
        if match:
            return not _parade(right[at + match.length : at + match.length + _CLOSE])
        aside = (aside or word == "yang") and word not in _CLOSED
        if (active(word) and not aside) or word in _NOT_DONE:
            return False
    return False


def _parade(words: Sequence[str]) -> bool:
    return any(word in section("speech", "parade") for word in words)


def _stages(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether the person spoke before all, or judged, or led a parade."""
    if _within("staged", left) or _within("stage", right):
        return True
    led = any(phrases("speech", "held").at(left, at) for at in range(len(left)))
    return led and _parade(left)


def _presented(words: Sequence[str], mention: Mention) -> bool:
    """Whether the name stands in a list of those who spoke: `tiga pembicara, yakni …`."""
    for at in range(mention.start - 1, max(-1, mention.start - _LIST), -1):
        if words[at] in CLAUSE_END:
            return False
        if words[at] in _NAMELY:
            before = words[max(0, at - _CLAUSE) : at]
            return phrases("speech", "presented").within(before) is not None
    return False


def _long_ago(right: Sequence[str]) -> bool:
    """Whether the person said or did it on another day: `pada 23 Juni lalu`, `pada Mei 2009`."""
    months, say = section("calendar", "month"), section("speech", "say")
    for at, (before, word) in enumerate(pairwise(right)):
        if word in say or word == "yang":
            return False
        if word == "lalu":
            return before in _SPANS or before in months
        if before == "pada" and _YEAR.fullmatch(" ".join(right[at + 1 + (word in months) :][:1])):
            return True
    return False


def _spoken_for(row: Sentence, mention: Mention) -> bool:
    """Whether one of the two has the other's words: `Melalui Danramil` *A*`, Dandim` *B* …."""
    if mention.start == 1:
        return "," in row.words[mention.end : mention.end + 2]
    return row.tokens[1].upper and "," in row.words[mention.start - 1 : mention.start]


def _absent(  # noqa: PLR0911 - one return a sign
    row: Sentence, mention: Mention, right: Sequence[str], rows: Sequence[Sentence]
) -> bool:
    """Whether the sentence says that the person spoke elsewhere, or did not come."""
    words = row.words
    known = phrases("speech", "absent")
    if words[:1] == ("terpisah",) or words[:2] == ("secara", "terpisah"):
        return True
    if words[0] in _MEANT_TO:
        return True
    if words[0] in {"melalui", "lewat"} and _spoken_for(row, mention):
        return True
    if mention.start < _CLAUSE and "sebelumnya" in words[1 : min(4, mention.start)]:
        return True  # `Tiga hari sebelumnya, Bupati …`
    if right and (right[0] == "sebelumnya" or known.within(right) or _long_ago(right)):
        return True
    before = [
        token.norm
        for token in row.tokens[max(0, mention.start - 8) : mention.start]
        if not token.quoted
    ]
    if before and known.within(before) and not set(before) & CLAUSE_END:
        return True
    following = mention.sentence + 1
    if following < len(rows) and rows[following].paragraph == row.paragraph:
        return _from_afar(rows[following].words)
    return False


def _from_afar(words: Sequence[str]) -> bool:
    """Whether a sentence says how the words before it came: `Hal itu dikirim lewat surat`."""
    points = words[0] in _SAID and words[1:2] != () and words[1] in THIS
    return points and phrases("speech", "absent").within(words[2:_CLAUSE]) is not None
