"""Days, moments and clock times: read as people type them, shown as people read them.

In: text such as `Rabu, 29 November 2023` or `2023-11-30T08.15 WIB`. Out: values of `datetime`, or a
`Fault` that says what is meant instead; and, the other way, text in the language of the site.
"""

import calendar
import datetime as dt
import re
from collections.abc import Iterator
from difflib import get_close_matches
from functools import cache
from typing import Final
from zoneinfo import ZoneInfo

from digest import week
from digest.catalogue import text as words
from digest.problem import Fault

YEARS: Final = range(1900, 2101)
"""The years an event may be in."""
ZONES: Final = {"WIB": 7, "WITA": 8, "WIT": 9, "UTC": 0, "GMT": 0, "Z": 0}
"""Names of zones that may follow a moment, in hours east of Greenwich."""

_FIXED: Final = {
    "Asia/Jakarta": 7, "Asia/Pontianak": 7, "Asia/Makassar": 8, "Asia/Jayapura": 9, "UTC": 0,
}  # fmt: skip
_LIMIT = 80  # characters; what is longer is no date
_LONGEST = dt.timedelta(hours=14)  # the farthest any clock is from Greenwich
_MAX_MONTH = 12

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})", re.ASCII)
_NUMBERS = re.compile(r"(\d{1,2})\s*([/.-])\s*(\d{1,2})\s*\2\s*(\d{2}|\d{4})", re.ASCII)
_DAY_FIRST = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?\s+([^\W\d_]+)\.?,?\s+(\d{4})", re.ASCII)
_MONTH_FIRST = re.compile(r"([^\W\d_]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})", re.ASCII)
_WEEKDAY = re.compile(
    r"(?:hari\s+)?([^\W\d_]+['’]?[^\W\d_]*)\.?\s*,?\s*(\(?)(?=\d|\w+\s+\d)", re.IGNORECASE
)
_CLOCK = (
    r"(?P<hour>\d{1,2})[.:](?P<minute>\d{2})(?:[.:](?P<second>\d{2})(?:[.,](?P<part>\d{1,9}))?)?"
    r"\s*(?P<zone>[A-Za-z]{1,5}|[+-]\d{2}:?\d{2})?"
)
_TIME = re.compile(rf"(?:(?:pukul|jam|at)\s+)?{_CLOCK}", re.IGNORECASE | re.ASCII)
_MOMENT = re.compile(
    rf"(?P<day>\S.*?\d{{4}}\)?|\d{{4}}-\d\d?-\d\d?)(?:[Tt]|\s*[,|]?\s+)(?:(?:pukul|jam|at)\s+)?{_CLOCK}",
    re.IGNORECASE | re.ASCII,
)
_OLD_SPELLINGS = {
    "nopember": 11,
    "pebruari": 2,
    "agt": 8,
    "ags": 8,
    "agus": 8,
    "sept": 9,
    "maret": 3,
}
_OLD_WEEKDAYS = {"jum'at": 5, "jum’at": 5, "ahad": 7}


@cache
def _months() -> dict[str, int]:
    """Casefolded names of months, in both languages, long and short."""
    names = dict(_OLD_SPELLINGS)
    for month in range(1, 13):
        for language in ("id", "en"):
            for key in (f"month.{month}", f"month.short.{month}"):
                names[words(language, key).casefold()] = month
    return names


@cache
def _weekdays() -> dict[str, tuple[int, str]]:
    """Casefolded names of weekdays to ISO number and language."""
    names = {name: (number, "id") for name, number in _OLD_WEEKDAYS.items()}
    for number in range(1, 8):
        for language in ("id", "en"):
            name = words(language, f"weekday.{number}").casefold()
            names[name] = (number, language)
            if language == "en":
                names[name[:3]] = (number, language)
    return names


def day(text: str) -> dt.date | Fault:
    """Read a day: ISO, day first with numbers or a month's name, its weekday checked."""
    if len(text) == 10 and text[4] == text[7] == "-" and text.isascii():  # noqa: PLR2004 - of ISO
        try:
            return _in_range(dt.date.fromisoformat(text), text)
        except ValueError:
            pass
    text = text.strip()
    if len(text) > _LIMIT:
        return _no_date(text)
    match = _WEEKDAY.match(text)
    named = _weekdays().get(match[1].casefold()) if match else None
    if match is None or named is None:
        return _bare_day(text, text)
    rest = text[match.end() :].removesuffix(")") if match[2] else text[match.end() :]
    found = _bare_day(rest.strip(), text)
    if isinstance(found, Fault) or found.isoweekday() == named[0]:
        return found
    return _wrong_weekday(text, found, *named)


def _bare_day(rest: str, text: str) -> dt.date | Fault:
    """Read a day without its weekday; `text` is all that was typed."""
    if match := _ISO.fullmatch(rest):
        return _date(text, int(match[1]), int(match[2]), int(match[3]))
    if match := _NUMBERS.fullmatch(rest):
        year = match[4]
        full = int(year) if len(year) == 4 else 2000 + int(year)  # noqa: PLR2004 - digits of a year
        found = _date(text, full, int(match[3]), int(match[1]))
        if len(year) == 4 or isinstance(found, Fault):  # noqa: PLR2004 - likewise
            return found
        return Fault("bad-date", "year", {"value": text, "meant": found.isoformat()})
    if match := _DAY_FIRST.fullmatch(rest):
        return _named(text, match[3], match[2], match[1])
    if match := _MONTH_FIRST.fullmatch(rest):
        return _named(text, match[3], match[1], match[2])
    return _no_date(text)


def _named(text: str, year: str, name: str, number: str) -> dt.date | Fault:
    """Read a day whose month is a name."""
    month = _months().get(name.casefold())
    if month:
        return _date(text, int(year), month, int(number))
    close = get_close_matches(name.casefold(), _months(), 1, 0.7)
    if not close:
        return _no_date(text)
    meant = _date(text, int(year), _months()[close[0]], int(number))
    if isinstance(meant, Fault):
        return meant
    return Fault("bad-date", "meant", {"value": text, "meant": meant.isoformat()})


def _date(text: str, year: int, month: int, number: int) -> dt.date | Fault:
    try:
        return _in_range(dt.date(year, month, number), text)
    except ValueError:
        return _impossible(text, year, month, number)


def _in_range(found: dt.date, text: str) -> dt.date | Fault:
    if found.year in YEARS:
        return found
    values = {"value": text, "first": str(YEARS[0]), "last": str(YEARS[-1])}
    return Fault("bad-date", "range", values)


def _impossible(text: str, year: int, month: int, number: int) -> Fault:
    """Explain a day that no calendar has, and say which is meant if one can tell."""
    if year not in YEARS:
        return _no_date(text)
    if month > _MAX_MONTH and 1 <= number <= _MAX_MONTH:
        try:
            meant = dt.date(year, number, month)
        except ValueError:
            return _no_date(text)
        return Fault("bad-date", "swapped", {"value": text, "meant": meant.isoformat()})
    if 1 <= month <= _MAX_MONTH and number > 0:
        last = calendar.monthrange(year, month)[1]
        meant = dt.date(year, month, last)
        values = {"value": text, "days": str(last), "meant": meant.isoformat()}
        return Fault("bad-date", "days", values)
    return _no_date(text)


def _no_date(text: str) -> Fault:
    return Fault("bad-date", "", {"value": text[:_LIMIT]})


def _wrong_weekday(text: str, found: dt.date, number: int, language: str) -> Fault:
    """Explain a weekday that does not fit; offer both the day's own name and the nearest day."""
    away = (number - found.isoweekday() + 3) % 7 - 3
    values = {
        "value": text,
        "date": found.isoformat(),
        "weekday": words(language, f"weekday.{found.isoweekday()}"),
        "typed": words(language, f"weekday.{number}"),
        "meant": (found + dt.timedelta(days=away)).isoformat(),
    }
    return Fault("wrong-weekday", "", values)


def time(text: str) -> tuple[dt.time, str] | Fault:
    """Read a clock time and the name of the zone behind it (empty if there is none)."""
    match = _TIME.fullmatch(text.strip()) if len(text) <= _LIMIT else None
    if not match:
        return Fault("bad-time", "", {"value": text[:_LIMIT]})
    zone = (match["zone"] or "").upper()
    if zone and zone not in ZONES:
        return _bad_zone(text, zone)
    try:
        return _clock(match), zone
    except ValueError:
        return Fault("bad-time", "range", {"value": text})


def _clock(match: re.Match[str]) -> dt.time:
    part = int((match["part"] or "0").ljust(6, "0")[:6])
    return dt.time(int(match["hour"]), int(match["minute"]), int(match["second"] or 0), part)


def moment(text: str, zone: str) -> dt.datetime | Fault:
    """Read a moment; where no offset is typed, it is one by the clock of `zone`, such as `WIB`.

    `zone` is a name of the time zone database or one of `ZONES`.
    """
    text = text.strip()
    match = _MOMENT.fullmatch(text) if len(text) <= _LIMIT else None
    if not match:
        found = day(text)
        if isinstance(found, Fault):
            return Fault("bad-moment", "", {"value": text[:_LIMIT]})
        return Fault("bad-moment", "time", {"value": text, "date": found.isoformat()})
    date = day(match["day"])
    if isinstance(date, Fault):
        return date
    try:
        clock = _clock(match)
    except ValueError:
        return Fault("bad-time", "range", {"value": text})
    naive = dt.datetime.combine(date, clock)
    offset = _offset(match["zone"] or zone, naive)
    if offset is None:
        return _bad_zone(text, match["zone"] or zone)
    return naive.replace(tzinfo=offset)


def _bad_zone(text: str, zone: str) -> Fault:
    close = get_close_matches(zone.upper(), ("WIB", "WITA", "WIT", "UTC"), 1, 0.5)
    values = {"value": text, "zone": zone, "meant": close[0] if close else "WIB"}
    return Fault("bad-zone", "meant" if close else "", values)


def _offset(name: str, naive: dt.datetime) -> dt.timezone | None:
    """Return the offset that `name` means at that moment, or None if it means none."""
    hours = ZONES.get(name.upper(), _FIXED.get(name))
    if hours is not None:
        return dt.timezone(dt.timedelta(hours=hours)) if hours else dt.UTC
    if name[0] in "+-":
        digits = name[1:].replace(":", "")
        away = dt.timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
        if int(digits[2:]) >= 60 or away > _LONGEST:  # noqa: PLR2004 - minutes of an hour
            return None
        return dt.timezone(away if name[0] == "+" else -away) if away else dt.UTC
    if "/" not in name:
        return None
    found = _zone(name)
    away_then = naive.replace(tzinfo=found).utcoffset() if found else None
    return None if away_then is None else dt.timezone(away_then)


@cache
def _zone(name: str) -> ZoneInfo | None:
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return None


def is_zone(name: str) -> bool:
    """Tell whether `name` is a zone that moments can be in."""
    known = name in ZONES or name in _FIXED
    return known or ("/" in name and name.isascii() and _zone(name) is not None)


def local(moment: dt.datetime, zone: str) -> dt.date:
    """Return the day of a moment by the clock of `zone`, a name that `is_zone` knows."""
    return moment.astimezone(_place(zone)).date()


@cache
def _place(zone: str) -> dt.tzinfo:
    hours = ZONES.get(zone, _FIXED.get(zone))
    if hours is not None:
        return dt.timezone(dt.timedelta(hours=hours))
    return _zone(zone) or dt.UTC


def readings(text: str) -> Iterator[dt.date]:
    """Give the other days that numbers may have been meant to be: day and month swapped."""
    match = _ISO.fullmatch(text) or _NUMBERS.fullmatch(text)
    found = day(text)
    if match is None or isinstance(found, Fault) or found.day > _MAX_MONTH:
        return
    yield dt.date(found.year, found.day, found.month)


def iso(value: dt.date | dt.datetime) -> str:
    """Write a day or a moment as machines read it, moments to the second."""
    if isinstance(value, dt.datetime):
        return value.isoformat(timespec="seconds")
    return value.isoformat()


def long(value: dt.date, language: str) -> str:
    """Write a day with its weekday: `Rabu, 29 November 2023`."""
    return f"{words(language, f'weekday.{value.isoweekday()}')}, {plain(value, language)}"


def plain(value: dt.date, language: str) -> str:
    """Write a day without its weekday: `29 November 2023`."""
    return f"{value.day} {words(language, f'month.{value.month}')} {value.year}"


def short(value: dt.date, language: str) -> str:
    """Write a day with its month cut short: `29 Nov 2023`."""
    return f"{value.day} {words(language, f'month.short.{value.month}')} {value.year}"


def clock(value: dt.time, zone: str, language: str) -> str:
    """Write a clock time: `14.30 WIB`, in English `14:30 WIB`."""
    mark = "." if language == "id" else ":"
    return f"{value.hour:02d}{mark}{value.minute:02d} {zone}".rstrip()


def span(first: dt.date, last: dt.date, language: str) -> str:
    """Write a run of days: `27 November–3 Desember 2023`, repeating only what differs."""
    if first == last:
        return plain(first, language)
    if first.year != last.year:
        return f"{plain(first, language)}–{plain(last, language)}"
    if first.month != last.month:
        month = words(language, f"month.{first.month}")
        return f"{first.day} {month}–{plain(last, language)}"
    return f"{first.day}–{plain(last, language)}"


def week_label(slug: str, language: str) -> str:
    """Write a week: `Pekan 48 · 27 November–3 Desember 2023`."""
    days = span(week.monday(slug), week.sunday(slug), language)
    return f"{words(language, 'week')} {week.number(slug)} · {days}"
