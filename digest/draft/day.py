"""Stage: draft, words to dates. The dates that are written out, however an outlet writes them.

comes in: a text and a part of it
goes out: `Day`s with their places in the text: day, month, year and weekday as far as written
"""

import datetime as dt
import re
from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from digest.draft.lexicon import fold, section

_MONTHS = "|".join(sorted(section("calendar", "month"), key=len, reverse=True))
_DAYS = "|".join(sorted(section("calendar", "weekday"), key=len, reverse=True))
_ROMAN = {
    roman: number
    for number, roman in enumerate("i ii iii iv v vi vii viii ix x xi xii".split(), start=1)
}
_PART = "|".join(sorted(section("calendar", "part"), key=len, reverse=True))
_JOINT = (
    r"(?:\s{0,3},\s{0,3}(?:dan\s{1,3}|serta\s{1,3})?|\s{0,3}(?:[-–—&]|s/d|s\.?d\.?)\s{0,3}"
    r"|\s{1,3}(?:sampai(?: dengan)?|hingga|dan|serta)\s{1,3})(?:tanggal\s{1,3})?"
)
_SOME = rf"(?:\s{{1,3}}(?:{_PART})){{0,3}}"
_NAMED = (
    rf"(?P<weekday>{_DAYS})(?:(?:{_JOINT}|\s{{0,3}}/\s{{0,3}})(?:{_DAYS})){{0,6}}{_SOME}"
    r"(?:\s{1,3}tanggal)?\s{0,3}[,.]?\s{0,3}"
)
_LONG = re.compile(
    rf"\b(?:{_NAMED}\(?\s{{0,3}})?(?:tanggal\s{{1,3}})?"
    r"(?<![\d./])(?<!\d,)(?P<day>\d{1,2})"
    rf"(?:{_JOINT}(?:(?:{_DAYS})\s{{0,3}},?\s{{0,3}}\(?)?(?P<last>\d{{1,2}})){{0,6}}"
    rf"(?:\s{{1,3}}(?:bulan\s{{1,3}})?|[-/])(?P<month>{_MONTHS})\b\.?"
    r"(?:[\s,/-]{1,4}(?:tahun\s{1,3})?(?P<year>(?:19|20)\d{2})\b|(?:/|\s?['’‘])(?P<full>\d{2})\b)?",
    re.IGNORECASE,
)
_DIGITS = re.compile(
    rf"(?:\b{_NAMED})?"
    r"(?:tanggal\s{1,3})?[(\[]?\s{0,3}(?<![\d./])(?<!\d,)(?P<day>\d{1,2})"
    rf"(?:(?:{_JOINT}(?P<last>\d{{1,2}})){{1,6}}(?=[/.]))?"
    rf"(?:\s(?=/))?(?P<mark>[/.-])\s?(?P<month>\d{{1,2}}|(?:{'|'.join(_ROMAN)})(?=/))"
    r"(?:(?:(?:\s(?=/))?(?P=mark)\s?(?P<year>(?:20)?\d{2})|[/.-](?P<full>20\d{2})))?(?![\d/]|[.,]\d|-\d(?!\d?[/.]))"
    r"(?P<close>\s{0,3}[)\]])?",
    re.IGNORECASE,
)
_ISO = re.compile(r"\b(?P<year>20\d{2})(?P<cut>[-/])(?P<month>\d{2})(?P=cut)(?P<day>\d{2})\b")
_ENGLISH = re.compile(
    rf"\b(?P<month>{_MONTHS})\s{{1,3}}(?P<day>\d{{1,2}}),?\s{{1,3}}(?P<year>20\d{{2}})",
    re.IGNORECASE,
)
_BETWEEN = re.compile(rf"\s{{0,3}}[)\]]?{_JOINT}(?:pada\s)?[(\[]?", re.IGNORECASE)
_ALIKE = re.compile(r"dan|serta|,", re.IGNORECASE)


class Day(Struct, frozen=True):
    """A date as it is written."""

    start: int
    """Offset of its first character in the text."""
    end: int
    """Offset behind its last character."""
    day: int
    month: int
    year: int | None = None
    """None if the article leaves it out."""
    weekday: int | None = None
    """Monday 0 … Sunday 6, None if it is not named."""
    last: tuple[int, int, int | None] | None = None
    """Day, month and year of the last day of a range."""
    meant: bool = False
    """Whether it is meant, as by `Senin kemarin`, and not written out."""
    weight: float = 0.0
    """What its wording says for its being the event's, beside what stands around it."""

    def date(self, posted: dt.date | None = None) -> dt.date | None:
        """Return the date, in the year of publication if it names none; None if there is none."""
        year = self.year or (posted.year if posted else None)
        return None if year is None else date_of(year, self.month, self.day)

    def until(self, year: int) -> dt.date | None:
        """Return the last of several days that begin in `year`, None if it is one."""
        first = date_of(year, self.month, self.day)
        if first is None or self.last is None:
            return None
        day, month, until = self.last
        last = date_of(until or year + (month < self.month), month, day)
        return last if last and first < last else None

    def fits(self, year: int) -> bool:
        """Whether `year` has the date, and on the weekday it names, if it names one.

        Of several days the weekday may be that of the first or of the last.
        """
        ends = (date_of(year, self.month, self.day), self.until(year))
        named = (self.weekday is None or each.weekday() == self.weekday for each in ends if each)
        return ends[0] is not None and any(named)


def date_of(year: int, month: int, day: int) -> dt.date | None:
    """Return the date, None if the calendar has none such."""
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def weekday_word(text: str) -> str:
    """Return the weekday that `text` begins with, as written; empty if it does not."""
    match = re.match(rf"(?:{_DAYS})", text, re.IGNORECASE)
    return match.group() if match else ""


def days(text: str, start: int, end: int) -> Iterator[Day]:
    """Yield the dates written in `text[start:end]`, left to right, none within another.

    The first and the last day of several are one `Day`: `Sabtu (8/6) dan Minggu (9/6/2024)`.
    """
    found: list[Day] = []
    for pattern in (_LONG, _DIGITS, _ISO, _ENGLISH):
        for match in pattern.finditer(text, start, end):
            day = _day(match)
            if day is not None and not any(
                day.start < each.end and each.start < day.end for each in found
            ):
                found.append(day)
    yield from _joined(text, sorted(found, key=lambda day: day.start))


def _joined(text: str, found: Sequence[Day]) -> Iterator[Day]:
    before: Day | None = None
    for day in found:
        span = before and _span(text, before, day)
        if before is not None and span is None:
            yield before
        before = span or day
    if before is not None:
        yield before


def _span(text: str, first: Day, last: Day) -> Day | None:
    """Return one day of two if the words between them say that it goes on from one to the other."""
    between = _BETWEEN.fullmatch(text, first.end, last.start)
    end, until, year = last.last or (last.day, last.month, last.year)
    ends = date_of(year or first.year or _LEAP, until, end)
    if between is None or ends is None:
        return None
    begins = date_of(first.year or ends.year - (first.month > until), first.month, first.day)
    if begins is None or not begins < ends:
        return None
    if _ALIKE.search(between.group()) and (ends - begins).days > _NEXT:
        return None
    known = first.year or (begins.year if year else None)
    return replace(first, end=last.end, year=known, last=(end, until, year or known))


_LEAP = 2024  # a year that has every day, for those of whose year nothing is known
_NEXT = 3  # `8 dan 9 Juni` is a span, `8 dan 20 Juni` are two days


def _day(match: re.Match[str]) -> Day | None:
    parts = match.groupdict()
    month = _month(parts["month"])
    number, year = int(parts["day"]), _year(parts.get("year") or parts.get("full"))
    if not 1 <= month <= 12 or not 1 <= number <= 31:  # noqa: PLR2004 - the calendar
        return None
    if not _meant(match, parts, year):
        return None
    last = None
    if parts.get("last") and number < int(parts["last"]) <= 31:  # noqa: PLR2004 - the calendar
        last = (int(parts["last"]), month, year)
    elif parts.get("last"):
        number, start = int(parts["last"]), match.start("last")
        return Day(start, match.end(), number, month, year)
    weekday = parts.get("weekday")
    known = int(section("calendar", "weekday")[fold(weekday)]) if weekday else None
    return Day(match.start(), match.end(), number, month, year, known, last)


def _month(name: str) -> int:
    if name.isdigit():
        return int(name)
    return _ROMAN.get(name.lower()) or int(section("calendar", "month")[fold(name)])


def _meant(match: re.Match[str], parts: dict[str, str], year: int | None) -> bool:
    """Whether digits are a date: `(29/11)`, `29/11/2023`, not `1/2`, `7.30` or `12/VI/2024`."""
    mark = parts.get("mark")
    if mark is None:
        return True
    if year is not None and parts["month"].isdigit():
        return (
            mark != "."
            or bool(parts.get("weekday"))
            or year == int(parts.get("full") or parts["year"])
        )
    closed = bool(parts.get("close")) and "(" in match.group()
    return mark in "/-" and (closed or bool(parts.get("weekday")))


def _year(text: str | None) -> int | None:
    if not text:
        return None
    return int(text) if len(text) == 4 else 2000 + int(text)  # noqa: PLR2004 - of this century
