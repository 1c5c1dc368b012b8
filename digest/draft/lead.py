"""Stage: draft, words to a lead. What stands before a venue, and what it says of it.

comes in: the tokens of a sentence, where a place may begin
goes out: `Lead`s with their weights; how much the words around speak for a place
"""

from itertools import pairwise

from msgspec import Struct

from digest.draft.lexicon import phrases, section
from digest.draft.token import Sentence

_TIMES = frozenset(section("calendar", "weekday")) | frozenset(section("calendar", "month"))
_BACK = 4  # tokens before a bare `di` in which a verb of holding makes it one
_HELD, _VISIT, _OBJECT, _AT, _FROM = 2.0, 1.0, 0.5, 1.0, -0.5
_ELSEWHERE = -3.0  # where people live, work or come from
_LATER, _EARLIER = -6.0, -2.0  # where something else will be, was
_DATED = 1.0
_EVENT = 0.5
_NOW = ("kali", "ini")
_NOT = frozenset({"tidak", "bukan", "tak"})


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
        return Lead(match.length + whose, phrase, _VISIT, held=False)
    if phrase in section("venues", "object"):
        return Lead(match.length, phrase, _OBJECT, held=False)
    if phrase in {"dari", "ke", "pada"}:
        left = phrase == "dari" and at and row.words[at - 1] in section("venues", "leaves")
        return Lead(match.length, phrase, _ELSEWHERE if left else _FROM, held=False)
    return _bare(row, at, match.length)


def _bare(row: Sentence, at: int, length: int) -> Lead:
    """Weigh `di` by the words before it: `berlangsung meriah di`, `warga yang tinggal di`."""
    before = row.words[max(0, at - _BACK) : at]
    verbs = section("events", "verb")
    if before and any(word in section("venues", "elsewhere") for word in before[-2:]):
        return Lead(length, "di", _ELSEWHERE, held=False)
    if any(word in verbs and word.startswith(("di", "ber")) for word in before):
        return Lead(length, "di", _HELD, held=True)
    return Lead(length, "di", _AT, held=False)


def setting(row: Sentence, at: int) -> float:
    """Weigh what surrounds a place whose lead begins at token `at`: top, date, event, time."""
    weight = max(0.0, 3.0 - row.paragraph)
    if any(word in _TIMES for word in row.words) or phrases("calendar", "relative").within(
        row.words
    ):
        weight += _DATED
    words = row.words[clause(row, at) : at]
    if phrases("events", "noun").within(words):
        weight += _EVENT
    if not _NOT.isdisjoint(row.words[max(0, at - 2) : at]):
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
