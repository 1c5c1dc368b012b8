"""Stage: draft, lines of a page to the day it appeared.

comes in: the lines around an article, its dateline, the day of publication if it is given
goes out: `Issue`: the day as far as any line tells, and the dates that may be the event's own
"""

import datetime as dt
from collections.abc import Sequence

from msgspec import Struct

from digest.draft.day import Day, days
from digest.draft.lexicon import fold, phrases, section
from digest.draft.token import Sentence

_LINE = 160  # characters of a line that are looked through
_SHOWN = 300  # the same of one below a picture, which tells before it dates
_STAMP = 20  # characters before the date of a line that says when the article appeared
_TITLE = 3  # words of the shortest headline
_TOP = 2  # sentences of which one may be only a date
_TOLD = 3  # a line below a picture has at least so many words with a small letter before its date


class Issue(Struct, frozen=True):
    """What a page says of the day it appeared."""

    posted: dt.date | None
    """The day, as far as any line tells."""
    stamped: dt.date | None
    """The day if it is told beyond doubt, so that `kemarin` may be counted from it."""
    dateline: Day | None
    """The date of the dateline."""
    caption: Day | None
    """The date of a line below a picture."""


def issue(
    text: str,
    lines: Sequence[tuple[int, int]],
    top: int,
    published: str | None = None,
    dateline: tuple[int, int] = (0, 0),
) -> Issue:
    """Read the day of publication: given, or the first date of the page's own lines.

    A line that ends behind offset `top`, where the article begins, may be another article's.
    """
    first = next(days(text, *dateline), None)
    posted = stamped = given(published)
    caption: Day | None = None
    other: dt.date | None = None
    for line in lines:
        day = _first(text, line)
        date = day.date() if day else None
        if day is None or date is None:
            continue
        above = line[1] <= top
        if _shows(text[line[0] : day.start]):
            caption = caption or (day if above else None)
            other = other or date
            continue
        posted = posted or date
        if above or (day.start - line[0] < _STAMP and not _headline(text[day.end : line[1]])):
            stamped = stamped or date
    said = first.date(posted) if first else None
    shown = caption.date() if caption else None
    posted = posted or said or other
    return Issue(posted, stamped or said or shown, first, caption)


def stamps(text: str, rows: Sequence[Sentence]) -> list[tuple[int, int]]:
    """Return the first sentences that are only a date: `PURWOKERTO – Selasa 24/12/2019 06:12.`."""
    return [
        (row.start, row.end)
        for row in rows[:_TOP]
        for day in days(text, row.start, row.end)
        if bare(row, day.start, day.end)
    ]


def bare(row: Sentence, start: int, end: int) -> bool:
    """Whether a sentence is nothing but the date at `start` to `end`, and perhaps an hour."""
    rest = [each for each in row.tokens if each.word and not start <= each.start < end]
    return all(each.norm in section("calendar", "part") for each in rest)


def _first(text: str, line: tuple[int, int]) -> Day | None:
    start, end = line
    day = next(days(text, start, min(end, start + _SHOWN)), None)
    near = day is not None and (day.start - start < _LINE or _shows(text[start : day.start]))
    return day if near else None


def _shows(line: str) -> bool:
    """Whether the words before a line's date tell what a picture shows, as no byline does."""
    words = line.split()
    if phrases("noise", "inline").at([fold(word.strip(":.,")) for word in words] or [""], 0):
        return False
    return sum(word[0].islower() for word in words) >= _TOLD


def _headline(rest: str) -> bool:
    """Whether the words behind a line's date are another article's headline."""
    words = [word for word in rest.split() if word[0].isalpha()]
    return len(words) >= _TITLE and fold(words[0]) not in section("calendar", "part")


def given(day: str | None) -> dt.date | None:
    """Return the date that an ISO date or date-time begins with; None for anything else."""
    try:
        return dt.date.fromisoformat((day or "")[:10])
    except ValueError:
        return None
