"""Stage: draft, sentences to a date. The day of the event, the weekday checked.

comes in: sentences of the body, what the page says of the day it appeared
goes out: `When`: the day or days, the time, what it was found in, and what contradicts it
"""

import datetime as dt
import re
from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from digest.draft.background import stated, weighed
from digest.draft.day import Day, date_of, days, weekday_word
from digest.draft.hint import SINCE, Told, hints, relative, since
from digest.draft.issue import Issue, bare, given
from digest.draft.lexicon import phrases
from digest.draft.token import Sentence

_TIME = re.compile(
    r"\b(?:pukul|jam|pkl\.?)\s{1,3}(?P<hour>[01]?\d|2[0-3])[.:](?P<minute>[0-5]\d)", re.IGNORECASE
)
_NEAR = 3  # a day found in one of the first so many sentences is the event's
_LEAD = 2  # a day to come that stands in one of the first paragraphs is a planned event's
_FAR = -4.0  # a date that weighs less is spoken of in passing
_DATELINED = 2.75  # what a date in the dateline weighs: more than one told in passing
_BLURRED = 2.5  # what others lose where the lead tells no day but `belum lama ini`
_NEWS = 60  # days after which a day is no news
_WEEK = 7
_CYCLE = 12  # years in which a day is on each weekday at least once, 29 February aside


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


def when(text: str, rows: Sequence[Sentence], page: Issue, read: str | None = None) -> When:
    """Find the day of the event in `rows`; `page` tells its year.

    The date of a dateline is the event's if no other is. Where nothing tells the year of a date
    with its weekday, it is the last one before `read`.
    """
    scored = list(_scored(text, rows, page)) if rows else []
    best = max(scored, key=lambda each: each[0], default=None)
    today = given(read)
    if best is not None and best[0] > 0:
        return _resolve(text, best[1], best[2], page.posted, today)
    found = _relative(text, rows, page.posted)
    if found.date is None and page.caption and (best is None or best[0] <= _FAR):
        return _captioned(text, rows, page)
    if found.date is not None or best is None:
        return found
    if best[2].paragraph < _LEAD and best[0] > _FAR and _vague(rows) is None:
        return replace(_resolve(text, best[1], best[2], page.posted, today), sure=False)
    return found


def _scored(
    text: str, rows: Sequence[Sentence], page: Issue
) -> Iterator[tuple[float, Day, Sentence]]:
    """Yield every day written or meant, with its sentence and what speaks for it."""
    told: Told | None = None
    if page.dateline is not None:
        yield _DATELINED, page.dateline, rows[0]
        date = page.dateline.date(page.posted)
        told = Told(date, trouble=False, issued=True) if date else None
    anchor = page.stamped or _stated(text, rows, page.posted)
    vague = _vague(rows)
    for index, row in enumerate(rows):
        written = tuple(days(text, row.start, row.end))
        for day in _meant_days(text, row, written, told, anchor):
            told_later = vague not in {None, index} and not _this_week(day, page.posted)
            blurred = _BLURRED if told_later else 0.0
            behind = bool(index) and rows[index - 1].paragraph == row.paragraph
            score = _score(text, row, day, index, page.posted, behind=behind)
            yield score - blurred, day, row
        told = _told(text, row, written, page.posted) or told


def _stated(text: str, rows: Sequence[Sentence], posted: dt.date | None) -> dt.date | None:
    """Return the day on which somebody gave the statement that a report without a date tells."""
    for row in rows[:_NEAR]:
        for day in days(text, row.start, row.end):
            if stated(text, row, day.start):
                return day.date(posted)
    return None


def _vague(rows: Sequence[Sentence]) -> int | None:
    """Return the sentence of the lead that tells the day as `belum lama ini` and the like."""
    for index, row in enumerate(rows[:_NEAR]):
        if row.paragraph < _LEAD and any(
            phrases("calendar", "vague").at(row.words, at) and not token.quoted
            for at, token in enumerate(row.tokens)
        ):
            return index
    return None


def _this_week(day: Day, posted: dt.date | None) -> bool:
    """Whether a weekday and its date lie in the week before publication, as `pekan ini` says."""
    date = day.date(posted)
    if posted is None or date is None or day.weekday is None:
        return False
    return 0 <= (posted - date).days < _WEEK


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
        count, known = since(text, day.start), day.date(posted)
        if count is None:
            yield day
            continue
        yield replace(day, weight=-SINCE)
        if known is not None and count:
            yield _as_day(day.start, day.end, known + dt.timedelta(days=count), SINCE)


def _as_day(start: int, end: int, date: dt.date, weight: float) -> Day:
    return Day(start, end, date.day, date.month, date.year, meant=True, weight=weight)


def _told(text: str, row: Sentence, written: Sequence[Day], posted: dt.date | None) -> Told | None:
    """Return the last date written in a sentence that is not to come."""
    for day in reversed(written):
        date = day.date(posted)
        if date is not None and (posted is None or date <= posted):
            trouble = phrases("events", "trouble").within(row.words) is not None
            return Told(date, trouble, issued=stated(text, row, day.start))
    return None


def _score(  # noqa: PLR0913 - a date, where it stands, and the day of the page
    text: str,
    row: Sentence,
    day: Day,
    index: int,
    posted: dt.date | None,
    *,
    behind: bool = False,
) -> float:
    """Weigh a date: near the top, with its weekday, beside a verb of holding, not to come.

    A date alone `behind` a sentence belongs to it, whatever stop parts them.
    """
    alone = bare(row, day.start, day.end)
    if alone and not behind:
        return _DATELINED
    score = 3.0 if index < _NEAR else 1.5 if row.paragraph <= _NEAR else 0.8
    score += 2 * alone
    if day.weekday is not None:
        score += 2
    if text[day.end - 1 : day.end] == ")" or "(" in text[day.start : day.end]:
        score += 1
    date = day.date(posted)
    if date and posted:
        ahead = (date - posted).days
        if ahead > 0:
            score -= 2 if ahead > 1 and day.year is not None else 1
        if ahead < -_NEWS:
            score -= 2
    if day.weekday is None and day.year is None:
        score -= 1
    return score + day.weight + weighed(text, row, day.start, day.end)


def _captioned(text: str, rows: Sequence[Sentence], page: Issue) -> When:
    """Take the date below the picture, where the text has none."""
    if page.caption is None or not rows:
        return When(published=page.posted)
    return replace(_resolve(text, page.caption, rows[0], page.posted, None), sure=False)


def _resolve(
    text: str, day: Day, row: Sentence, posted: dt.date | None, today: dt.date | None
) -> When:
    year, sure = (day.year, not day.meant) if day.year else (_recover(text, day, posted), False)
    if day.year and posted and not day.fits(day.year):
        year, sure = _meant_year(day, posted) or day.year, False
    guessed = None
    if not posted and not day.year and not (year and day.fits(year)):
        guessed = _latest(day, today)
        year = guessed or year
    time, span = _time(text, row), (day.start, day.end)
    date = date_of(year, day.month, day.day) if year else None
    if year is None or date is None:
        return When(None, None, time, span, published=posted)
    end = day.until(year)
    if day.fits(year):
        told = day.weekday is not None and guessed is None
        return When(date, end, time, span, sure or told, posted)
    return _mend(text, When(date, end, time, span, published=posted), day)


def _mend(text: str, found: When, day: Day) -> When:
    """Say that weekday and date contradict, and propose the nearest date on that weekday."""
    date = found.date
    if date is None or day.weekday is None:
        return found
    shift = (day.weekday - date.weekday() + 3) % 7 - 3
    return replace(
        found,
        contradicts=(weekday_word(text[day.start : day.end]), date.isoformat()),
        proposed=date + dt.timedelta(days=shift),
    )


def _recover(text: str, day: Day, posted: dt.date | None) -> int | None:
    """Return the year that a date without one means: by publication, by weekday."""
    if posted is not None:
        near = [date_of(posted.year + step, day.month, day.day) for step in (0, -1, 1)]
        dates = [each for each in near if each]
        nearest = min(dates, key=lambda date: _distance(date, posted), default=None)
        return nearest.year if nearest else None
    named = sorted({int(each) for each in re.findall(r"\b(20[12]\d)\b", text[:20000])})
    years = [year for year in named if date_of(year, day.month, day.day)]
    if day.weekday is not None:
        matching = [year for year in (years or range(2015, 2036)) if day.fits(year)]
        if len(matching) == 1:
            return matching[0]
    return years[0] if len(years) == 1 else None


def _meant_year(day: Day, posted: dt.date) -> int | None:
    """Return the year of publication if a mistyped one is far from it and this one fits."""
    for year in (posted.year, posted.year - 1):
        date = date_of(year, day.month, day.day)
        if year != day.year and date and day.fits(year) and 0 <= (posted - date).days <= _NEWS:
            return year
    return None


def _latest(day: Day, today: dt.date | None) -> int | None:
    """Return the last year before `today` in which the day was on the weekday written."""
    if today is None or day.weekday is None:
        return None
    for year in range(today.year, today.year - _CYCLE, -1):
        date = date_of(year, day.month, day.day)
        if date and day.fits(year) and date <= today:
            return year
    return None


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
