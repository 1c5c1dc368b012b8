"""Stage: draft, sentences to a date. The day of the event, the weekday checked.

comes in: sentences of the body, lines around it, when the article was published
goes out: `When`: the day or days, the time, what it was found in, and what contradicts it
"""

import datetime as dt
import re
from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from digest.draft.background import weighed
from digest.draft.hint import SINCE, Told, hints, relative, since
from digest.draft.lexicon import fold, phrases, section
from digest.draft.token import Sentence

_MONTHS = "|".join(sorted(section("calendar", "month"), key=len, reverse=True))
_DAYS = "|".join(sorted(section("calendar", "weekday"), key=len, reverse=True))
_WEEKDAY = (
    rf"(?:(?P<weekday>{_DAYS})(?:\s{{0,3}}[-–/]\s{{0,3}}(?P<weekend>{_DAYS}))?"
    r"(?:\s{1,3}(?:pagi|siang|sore|malam"
    r"|petang|dini hari))?(?:\s{1,3}tanggal)?\s{0,3}[,.]?\s{0,3}\(?\s{0,3})?(?:tanggal\s{1,3})?"
)
_LONG = re.compile(
    rf"\b{_WEEKDAY}(?<![\d./])(?<!\d,)(?P<day>\d{{1,2}})"
    r"(?:\s{0,3}(?:[-–]|s/d|s\.d\.?|sampai(?: dengan)?|hingga|dan|,)\s{0,3}"
    rf"(?:(?:{_DAYS})\s{{0,3}},?\s{{0,3}}\(?)?(?P<last>\d{{1,2}}))?"
    rf"(?:\s{{1,3}}(?:bulan\s{{1,3}})?|[-/])(?P<month>{_MONTHS})\b\.?"
    r"(?:[\s,/-]{1,4}(?:tahun\s{1,3})?(?P<year>(?:19|20)\d{2}))?",
    re.IGNORECASE,
)
_SPAN = re.compile(
    rf"\b(?P<day>\d{{1,2}})\s{{1,3}}(?P<month>{_MONTHS})\s{{0,3}}(?P<year>20\d{{2}})?\s{{0,3}}(?:[-–]|s/d|sampai(?:"
    rf" dengan)?|hingga)\s{{0,3}}(?P<last>\d{{1,2}})\s{{1,3}}(?P<until>{_MONTHS})"
    r"\s{0,3}(?P<end>20\d{2})?",
    re.IGNORECASE,
)
_DIGITS = re.compile(
    rf"(?:\b(?P<weekday>{_DAYS})(?:\s{{0,3}}[-–/]\s{{0,3}}(?P<weekend>{_DAYS}))?"
    r"(?:\s{1,3}(?:pagi|siang|sore|malam"
    r"|petang|dini hari))?\s{0,3}[,.]?\s{0,3})?"
    r"(?:tanggal\s{1,3})?[(\[]?\s{0,3}(?<![\d./])(?<!\d,)(?P<day>\d{1,2})"
    r"(?:\s{0,3}[-–]\s{0,3}(?P<last>\d{1,2})(?=[/.]))?(?P<mark>[/.-])\s?(?P<month>\d{1,2})"
    r"(?:(?:(?P=mark)\s?(?P<year>(?:20)?\d{2})|[/.-](?P<full>20\d{2})))?(?![\d/]|[.,]\d|-\d(?!\d?[/.]))"
    r"(?P<close>\s{0,3}[)\]])?",
    re.IGNORECASE,
)
_ISO = re.compile(r"\b(?P<year>20\d{2})(?P<cut>[-/])(?P<month>\d{2})(?P=cut)(?P<day>\d{2})\b")
_ENGLISH = re.compile(
    rf"\b(?P<month>{_MONTHS})\s{{1,3}}(?P<day>\d{{1,2}}),?\s{{1,3}}(?P<year>20\d{{2}})",
    re.IGNORECASE,
)
_TIME = re.compile(
    r"\b(?:pukul|jam|pkl\.?)\s{1,3}(?P<hour>[01]?\d|2[0-3])[.:](?P<minute>[0-5]\d)", re.IGNORECASE
)
_NEAR = 3  # a day found in one of the first so many sentences is the event's
_LEAD = 2  # a day to come that stands in one of the first paragraphs is a planned event's
_FAR = -4.0  # a date that weighs less is spoken of in passing
_YEAR = 366
_STAMP = 20  # characters before the date of a line that says when the article appeared
_NEWS = 60  # days after which a day is no news
_CYCLE = 12  # years in which a day is on each weekday at least once, 29 February aside


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


class When(Struct, frozen=True):
    """When the event took place."""

    date: dt.date | None = None
    end_date: dt.date | None = None
    time: str | None = None
    """`HH:MM`, the first named beside the date."""
    span: tuple[int, int] = (0, 0)
    """Where the date was found; empty if it was not."""
    sure: bool = False
    """Whether nothing was guessed."""
    published: dt.date | None = None
    """When the article was published, as given or as its lines say."""
    contradicts: tuple[str, str] | None = None
    """Weekday as written, and the date it is not: the editor decides."""
    proposed: dt.date | None = None
    """The nearest date that falls on the weekday written, if they contradict."""

    @property
    def recent(self) -> bool:
        """Whether there is a day, and not one long before the article."""
        if self.date is None or self.published is None:
            return self.date is not None
        return (self.published - self.date).days <= _NEWS


def when(
    text: str,
    rows: Sequence[Sentence],
    lines: Sequence[tuple[int, int]],
    published: str | None,
    read: str | None = None,
) -> When:
    """Find the day of the event in `rows`; `lines` are the page's own, for its year.

    Where nothing tells the year of a date with its weekday, it is the last one before `read`.
    """
    posted = _posted(text, lines, published)
    top = rows[0].start if rows else len(text)
    stamped = _posted(text, [each for each in lines if _stamp(text, each, top)], published)
    today = _given(read)
    best: tuple[float, Day, Sentence] | None = None
    told: Told | None = None
    for index, row in enumerate(rows):
        written = tuple(days(text, row.start, row.end))
        for day in _meant_days(text, row, written, told, stamped):
            score = _score(text, row, day, index, posted)
            if best is None or score > best[0]:
                best = (score, day, row)
        told = _told(row, written, posted) or told
    if best is not None and best[0] > 0:
        return _resolve(text, best[1], best[2], posted, today)
    found = _relative(text, rows, posted)
    if found.date is None and best is not None and best[2].paragraph < _LEAD and best[0] > _FAR:
        return replace(_resolve(text, best[1], best[2], posted, today), sure=False)
    return found


def _meant_days(
    text: str,
    row: Sentence,
    written: Sequence[Day],
    told: Told | None,
    posted: dt.date | None,
) -> Iterator[Day]:
    """Yield the days of a sentence, written out or meant; one that is counted from weighs less."""
    spans = [(day.start, day.end) for day in written]
    for hint in hints(text, row, spans, told, posted):
        yield _as_day(hint.start, hint.end, hint.date, hint.weight)
    for day in written:
        shift, known = since(text, day.start), _date(day, posted)
        if not shift or known is None:
            yield day
        else:
            yield replace(day, weight=-SINCE)
            yield _as_day(day.start, day.end, known + dt.timedelta(days=shift), SINCE)


def _as_day(start: int, end: int, date: dt.date, weight: float) -> Day:
    return Day(start, end, date.day, date.month, date.year, meant=True, weight=weight)


def _told(row: Sentence, written: Sequence[Day], posted: dt.date | None) -> Told | None:
    """Return the last date written in a sentence."""
    dates = (date for day in reversed(written) if (date := _date(day, posted)))
    date = next(dates, None)
    if date is None:
        return None
    return Told(date, bool(phrases("events", "trouble").within(row.words)))


def _date(day: Day, posted: dt.date | None) -> dt.date | None:
    year = day.year or (posted.year if posted else None)
    if year is None or not _exists(year, day.month, day.day):
        return None
    return dt.date(year, day.month, day.day)


def days(text: str, start: int, end: int) -> Iterator[Day]:
    """Yield the dates written in `text[start:end]`, left to right, none within another."""
    found: list[Day] = []
    for pattern in (_SPAN, _LONG, _DIGITS, _ISO, _ENGLISH):
        for match in pattern.finditer(text, start, end):
            day = _day(match)
            if day is not None and not any(
                day.start < each.end and each.start < day.end for each in found
            ):
                found.append(day)
    yield from sorted(found, key=lambda day: day.start)


def _day(match: re.Match[str]) -> Day | None:
    parts = match.groupdict()
    name = parts["month"]
    month = int(name) if name.isdigit() else int(section("calendar", "month")[fold(name)])
    number, year = int(parts["day"]), _year(parts.get("year") or parts.get("full"))
    if not 1 <= month <= 12 or not 1 <= number <= 31:  # noqa: PLR2004 - the calendar
        return None
    if not _meant(match, parts, year):
        return None
    last = None
    if parts.get("until"):
        until = int(section("calendar", "month")[fold(parts["until"])])
        last = (int(parts["last"]), until, _year(parts.get("end")) or year)
    elif parts.get("last") and number < int(parts["last"]) <= 31:  # noqa: PLR2004 - the calendar
        last = (int(parts["last"]), month, year)
    weekday = parts.get("weekday")
    known = int(section("calendar", "weekday")[fold(weekday)]) if weekday else None
    return Day(match.start(), match.end(), number, month, year, known, last)


def _meant(match: re.Match[str], parts: dict[str, str], year: int | None) -> bool:
    """Whether digits are a date: `(29/11)`, `29/11/2023`, not `1/2` or `7.30`."""
    mark = parts.get("mark")
    if mark is None:
        return True
    if year is not None:
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


def _posted(text: str, lines: Sequence[tuple[int, int]], published: str | None) -> dt.date | None:
    """Return the day of publication: given, or the first date of the page's own lines."""
    given = _given(published)
    if given:
        return given
    for start, end in lines:
        for day in days(text, start, min(end, start + 160)):
            if day.year is not None and _exists(day.year, day.month, day.day):
                return dt.date(day.year, day.month, day.day)
    return None


def _stamp(text: str, line: tuple[int, int], top: int) -> bool:
    """Whether a date in a line is the article's own, not that of another below it."""
    first = next(days(text, line[0], min(line[1], line[0] + 160)), None)
    return line[1] <= top or (first is not None and first.start - line[0] < _STAMP)


def _given(day: str | None) -> dt.date | None:
    """Return the date that an ISO date or date-time begins with; None for anything else."""
    try:
        return dt.date.fromisoformat((day or "")[:10])
    except ValueError:
        return None


def _exists(year: int, month: int, day: int) -> bool:
    try:
        dt.date(year, month, day)
    except ValueError:
        return False
    return True


def _score(text: str, row: Sentence, day: Day, index: int, posted: dt.date | None) -> float:
    """Weigh a date: near the top, with its weekday, beside a verb of holding, not to come."""
    score = 3.0 if index < _NEAR else 1.5 if row.paragraph <= _NEAR else 0.8
    if day.weekday is not None:
        score += 2
    if text[day.end - 1 : day.end] == ")" or "(" in text[day.start : day.end]:
        score += 1
    year = day.year or (posted.year if posted else None)
    if year and posted and _exists(year, day.month, day.day):
        ahead = (dt.date(year, day.month, day.day) - posted).days
        if ahead > 1 and day.year is not None:
            score -= 2
        if ahead < -_YEAR:
            score -= 2
    if day.weekday is None and day.year is None:
        score -= 1
    return score + day.weight + weighed(text, row, day.start, day.end)


def _resolve(
    text: str, day: Day, row: Sentence, posted: dt.date | None, today: dt.date | None
) -> When:
    year, sure = (day.year, not day.meant) if day.year else (_recover(text, day, posted), False)
    if day.year and posted and not _on_weekday(day.year, day):
        year, sure = _meant_year(day, posted) or day.year, False
    guessed = None
    if not posted and not day.year and not (year and _on_weekday(year, day)):
        guessed = _latest(day, today)
        year = guessed or year
    time = _time(text, row)
    if year is None or not _exists(year, day.month, day.day):
        return When(None, None, time, (day.start, day.end), published=posted)
    date = dt.date(year, day.month, day.day)
    end = None
    if day.last:
        last, month, until = day.last
        until = until or year
        if _exists(until, month, last) and dt.date(until, month, last) > date:
            end = dt.date(until, month, last)
    span = (day.start, day.end)
    last_day = end is not None and end.weekday() == day.weekday  # `Senin hingga Rabu (5–7/2)`
    if day.weekday is None or date.weekday() == day.weekday or last_day:
        told = day.weekday is not None and guessed is None
        return When(date, end, time, span, sure or told, posted)
    return _mend(text, When(date, end, time, span, published=posted), day)


def _mend(text: str, found: When, day: Day) -> When:
    """Say that weekday and date contradict, and propose the nearest date on that weekday."""
    date = found.date
    if date is None or day.weekday is None:
        return found
    shift = (day.weekday - date.weekday() + 3) % 7 - 3
    word = re.match(rf"(?:{_DAYS})", text[day.start : day.end], re.IGNORECASE)
    return When(
        date,
        found.end_date,
        found.time,
        found.span,
        published=found.published,
        contradicts=(word.group() if word else "", date.isoformat()),
        proposed=date + dt.timedelta(days=shift),
    )


def _recover(text: str, day: Day, posted: dt.date | None) -> int | None:
    """Return the year that a date without one means: by publication, by weekday."""
    if posted is not None:
        years = [posted.year + step for step in (0, -1, 1)]
        fits = [year for year in years if _exists(year, day.month, day.day)]
        return min(
            fits,
            key=lambda year: _distance(dt.date(year, day.month, day.day), posted),
            default=None,
        )
    named = sorted({int(each) for each in re.findall(r"\b(20[12]\d)\b", text[:20000])})
    fits = [year for year in named if _exists(year, day.month, day.day)]
    if day.weekday is not None:
        matching = [
            year
            for year in (fits or range(2015, 2036))
            if _exists(year, day.month, day.day)
            and dt.date(year, day.month, day.day).weekday() == day.weekday
        ]
        if len(matching) == 1:
            return matching[0]
    return fits[0] if len(fits) == 1 else None


def _on_weekday(year: int, day: Day) -> bool:
    """Whether the day of that year is not on another weekday than the one written."""
    fits = _exists(year, day.month, day.day)
    return fits and day.weekday in {None, dt.date(year, day.month, day.day).weekday()}


def _meant_year(day: Day, posted: dt.date) -> int | None:
    """Return the year of publication if a mistyped one is far from it and this one fits."""
    for year in (posted.year, posted.year - 1):
        if year != day.year and _exists(year, day.month, day.day) and _on_weekday(year, day):
            ago = (posted - dt.date(year, day.month, day.day)).days
            if 0 <= ago <= _NEWS:
                return year
    return None


def _latest(day: Day, today: dt.date | None) -> int | None:
    """Return the last year before `today` in which the day was on the weekday written."""
    if today is None or day.weekday is None:
        return None
    years = range(today.year, today.year - _CYCLE, -1)
    return next(
        (
            year
            for year in years
            if _on_weekday(year, day) and dt.date(year, day.month, day.day) <= today
        ),
        None,
    )


def _distance(date: dt.date, posted: dt.date) -> int:
    """Days between, a date after publication counting four times."""
    ahead = (date - posted).days
    return 4 * ahead if ahead > 0 else -ahead


def _relative(text: str, rows: Sequence[Sentence], posted: dt.date | None) -> When:
    """Resolve `kemarin` and the like near the top, if the day of publication is known."""
    for row in rows[: 2 * _NEAR]:
        for start, end, shift in relative(row):
            date = posted + dt.timedelta(days=shift) if posted else None
            return When(date, None, _time(text, row), (start, end), published=posted)
    return When(published=posted)


def _time(text: str, row: Sentence) -> str | None:
    match = _TIME.search(text, row.start, row.end)
    if match is None:
        return None
    return f"{int(match['hour']):02}:{match['minute']}"
