"""Stage: draft, words to days. The days that a sentence names without their number.

comes in: a sentence, the dates written in it, the last date before it, the day of publication
goes out: the days meant by `Senin kemarin`, `sehari sesudahnya, Kamis`, `enam hari setelah 14 Mei`
"""

import datetime as dt
import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from digest.draft.lexicon import phrases, section
from digest.draft.token import Sentence

_NUMBERS = {
    word: number
    for number, word in enumerate("se satu dua tiga empat lima enam tujuh delapan sembilan".split())
    if number
} | {"se": 1, "sepuluh": 10}
_COUNT = rf"(?P<count>{'|'.join(sorted(_NUMBERS, key=len, reverse=True))}|\d{{1,2}})\s{{0,3}}hari"
_SINCE = re.compile(
    rf"\b{_COUNT}\s{{1,3}}(?P<way>setelah|sesudah|usai|sejak|sebelum)(?:\s{{1,3}}[^\s,.]{{1,20}}){{0,6}}"
    r"\s{0,3}$",
    re.IGNORECASE,
)
_NEXT = re.compile(
    rf"\b(?:{_COUNT}\s{{1,3}}(?:kemudian|berselang|setelahnya|sesudahnya|setelah itu|sesudah itu)"
    r"|(?P<one>ke?esokan hari(?:nya)?|esok hari(?:nya)?|esoknya|besoknya|hari berikutnya))\b",
    re.IGNORECASE,
)
_BEFORE = 80  # characters before a date that may count from it
_WEEK = 7
_LEAD = 2  # paragraphs that tell a report's day
_NO_DAY = frozenset(
    "setiap tiap saban hingga sampai pasar program acara kegiatan bertajuk lomba ibadah "
    "salat".split()
)
_BEHIND = frozenset(", . ) ( pagi siang sore malam petang dini kemarin lalu ini itu dan di".split())
_GONE = frozenset("kemarin lalu".split())
_THIS = frozenset("ini lalu depan".split())
_SAID, _NAMED = 2.0, 1.0  # weights of `Senin kemarin` and of `Senin`
_FOLLOWED, _EPILOGUE = 2.5, -2.0  # weights of a next day after trouble, and after an event
SINCE = 3.0
"""What a day gains that is counted from another, and what the other one loses."""


class Told(Struct, frozen=True):
    """A date told before."""

    date: dt.date
    trouble: bool
    """Whether it was the day of trouble, as a brawl or a flood."""


class Hint(Struct, frozen=True):
    """A day that is meant."""

    start: int
    """Offset of its first character in the text."""
    end: int
    """Offset behind its last character."""
    date: dt.date
    weight: float
    """What its wording says for its being the event's."""


def since(text: str, start: int) -> int:
    """Return how many days after the date at offset `start` are meant, 0 if the date itself is."""
    match = _SINCE.search(text, max(0, start - _BEFORE), start)
    if match is None:
        return 0
    return _number(match["count"]) * (-1 if match["way"].lower() == "sebelum" else 1)


def _number(word: str) -> int:
    return int(word) if word.isdigit() else _NUMBERS[word.lower()]


def hints(
    text: str,
    row: Sentence,
    written: Sequence[tuple[int, int]],
    told: Told | None,
    posted: dt.date | None,
) -> Iterator[Hint]:
    """Yield the days that `row` means, none of them over a date that is `written` out.

    `told` is the last date before the row, `posted` the day of publication.
    """
    found = [*_next(text, row, told)]
    if posted is not None and row.paragraph < _LEAD:
        found += _weekdays(row, posted)
        found += _relative(row, posted)
    for hint in found:
        if not any(hint.start < end and start < hint.end for start, end in written):
            yield hint


def _next(text: str, row: Sentence, told: Told | None) -> Iterator[Hint]:
    """Read `sehari sesudahnya` after a date: what followed trouble is the event, or an epilogue."""
    if told is None:
        return
    weight = _FOLLOWED if told.trouble else _EPILOGUE
    for match in _NEXT.finditer(text, row.start, row.end):
        days = 1 if match["one"] else _number(match["count"])
        date = told.date + dt.timedelta(days=days)
        yield Hint(match.start(), match.end(), date, weight)


def _weekdays(row: Sentence, posted: dt.date) -> Iterator[Hint]:
    """Read `Senin kemarin`, `Rabu malam`, `di Cirebon, Selasa,` in the lead."""
    known = section("calendar", "weekday")
    for at, token in enumerate(row.tokens):
        if token.norm not in known or not token.upper or token.quoted:
            continue
        before, behind = row.words[at - 1] if at else "", row.words[at + 1 : at + 2]
        if before in _NO_DAY or (behind and behind[0] not in _BEHIND):
            continue
        if token.norm == "minggu" and behind and behind[0] in _THIS:
            continue  # a week, not a Sunday
        ago = (posted.weekday() - int(known[token.norm])) % _WEEK
        gone = bool(set(row.words[at + 1 : at + 3]) & _GONE)
        date = posted - dt.timedelta(days=ago if ago or not gone else _WEEK)
        yield Hint(token.start, token.end, date, _SAID if gone else _NAMED)


def _relative(row: Sentence, posted: dt.date) -> Iterator[Hint]:
    for start, end, days in relative(row):
        yield Hint(start, end, posted + dt.timedelta(days=days), _SAID)


def relative(row: Sentence) -> Iterator[tuple[int, int, int]]:
    """Yield offsets of `kemarin` and the like, and the days from publication: -1, not to come."""
    for at in range(len(row.words)):
        match = phrases("calendar", "relative").at(row.words, at)
        if match is not None and not row.tokens[at].quoted and int(match.value) <= 0:
            last = row.tokens[at + match.length - 1]
            yield row.tokens[at].start, last.end, int(match.value)
