"""Stage: draft, words to a lead. What stands before a venue, and what it says of it.

comes in: the tokens of a sentence, where a place may begin
goes out: `Lead`s with their weights; how much the words around speak for a place
"""

from itertools import pairwise

from msgspec import Struct

from digest.draft.form import verb
from digest.draft.grammar import NOT, TIMES
from digest.draft.lexicon import phrases, section
from digest.draft.token import Sentence

_BACK = 4  # tokens before a bare `di` in which a verb of holding makes it one
_MET = 10  # likewise of a verb of meeting, whose people stand between
_SUBJECT = 6  # tokens of the longest noun before a `di` that only says which one is meant
_HELD, _VISIT, _OBJECT, _AT, _FROM = 2.0, 1.0, 0.5, 1.0, -0.5
_ELSEWHERE = -3.0  # where people live, work or come from
_DESCRIBED = 0.0  # where those stand of whom a clause tells
_LATER, _EARLIER = -6.0, -2.0  # where something else will be, was
_DATED = 1.0
_EVENT = 0.5
_FOLLOWS = frozenset("bersama bersama-sama daring virtual langsung online".split())
_NOW = ("kali", "ini")
_OPENS = 4  # words in which a clause that comes before begins, a dateline in small letters aside
_THEN = frozenset("usai seusai selepas setelah sesudah sebelum".split())


class Lead(Struct, frozen=True):
    """The words before a place."""

    length: int
    """How many they are; 0 if nothing leads to the place."""
    phrase: str
    """The words, folded."""
    weight: float
    """How much they speak for a venue."""
    held: bool
    """Whether they say that something was held there."""

    @property
    def tells(self) -> bool:
        """Whether they say that something was held there, or that people went there for it."""
        return self.held or self.phrase in section("venues", "visit")

    def __bool__(self) -> bool:
        """Whether there is any."""
        return self.length > 0


_NONE = Lead(0, "", 0.0, held=False)


def lead_at(row: Sentence, at: int) -> Lead:
    """Return what leads to a place at token `at` of `row`, the longest phrase."""
    match = phrases("venues", "lead", "visit", "object", "plain").at(row.words, at)
    if match is None:
        return _NONE
    phrase = match.phrase
    if phrase in section("venues", "lead"):
        return Lead(match.length, phrase, _HELD, held=True)
    if phrase in section("venues", "visit"):
        people = row.words[at + match.length : at + match.length + 1]
        whose = bool(people) and people[0] in section("venues", "keeper")
        worth = _VISIT - whose  # the people may be met elsewhere
        return Lead(match.length + whose, phrase, worth, held=False)
    if phrase in section("venues", "object"):
        return Lead(match.length, phrase, _OBJECT, held=False)
    if phrase in {"dari", "ke", "pada"}:
        left = phrase == "dari" and _comes_from(row, at)
        return Lead(match.length, phrase, _ELSEWHERE if left else _FROM, held=False)
    return _bare(row, at, match.length)


def _comes_from(row: Sentence, at: int) -> bool:
    """Whether somebody is from there or left it: `petugas dari`, `berangkat dari`."""
    before = row.word(at - 1)
    if before in section("venues", "leaves"):
        return True
    return before.isalpha() and not verb(before) and before not in _FOLLOWS


def _bare(row: Sentence, at: int, length: int) -> Lead:
    """Weigh `di` by the words before it: `berlangsung meriah di`, `warga yang tinggal di`."""
    before = row.words[max(0, at - _BACK) : at]
    verbs = section("events", "verb")
    if before and any(word in section("venues", "elsewhere") for word in before[-2:]):
        return Lead(length, "di", _ELSEWHERE, held=False)
    if any(word in verbs and word.startswith(("di", "ber")) for word in before) or _met(row, at):
        return Lead(length, "di", _HELD, held=True)
    return Lead(length, "di", _DESCRIBED if _describes(row, at) else _AT, held=False)


def _met(row: Sentence, at: int) -> bool:
    """Whether people met at the place: `diterima` *Bupati Uji* `di`, no other `di` between."""
    for before in reversed(row.words[max(clause(row, at), at - _MET) : at]):
        if before == "di":
            return False
        if before in section("venues", "met"):
            return True
    return False


def _describes(row: Sentence, at: int) -> bool:
    """Whether `di` only says who or what is spoken of: `Sejumlah aparatur di`, `Jalan raya di`."""
    begin = clause(row, at)
    before = row.words[begin:at]
    if not 0 < len(before) <= _SUBJECT or before[0] in section("venues", "opening"):
        return False
    small = not row.tokens[at - 1].upper
    return small and not (
        any(verb(word) for word in before) or phrases("events", "noun").within(before)
    )


def setting(row: Sentence, at: int) -> float:
    """Weigh what surrounds a place whose lead begins at token `at`: top, date, event, time."""
    weight = max(0.0, 3.0 - row.paragraph)
    if any(word in TIMES for word in row.words) or phrases("calendar", "relative").within(
        row.words
    ):
        weight += _DATED
    begin = clause(row, at)
    words = row.words[begin:at]
    if phrases("events", "noun").within(words):
        weight += _EVENT
    then = next((begin + to for to, word in enumerate(words[:_OPENS]) if word in _THEN), None)
    if then is not None and any(verb(word) for word in row.words[then + 1 : then + 3]):
        weight += _EARLIER  # `Usai meninjau jembatan di Desa Uji, ia berdialog di Aula Contoh`
    if not NOT.isdisjoint(row.words[max(0, at - 2) : at]):
        weight += _LATER  # `tidak lagi digelar di ruang kelas`
    if _NOW not in pairwise(words):
        if phrases("venues", "later").within(words):
            weight += _LATER
        if phrases("venues", "earlier").within(words):
            weight += _EARLIER
    return weight


def clause(row: Sentence, at: int) -> int:
    """Return where the clause of token `at` begins: behind the last comma."""
    while at > 0 and row.words[at - 1] not in {",", ";", ":"}:
        at -= 1
    return at
