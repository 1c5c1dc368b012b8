"""Days, moments and clock times."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digest import date, week
from digest.problem import Fault

DAY = dt.date(2023, 11, 29)
WIB = dt.timezone(dt.timedelta(hours=7))
days = st.dates(dt.date(1900, 1, 1), dt.date(2100, 12, 31))


@pytest.mark.parametrize(
    "typed",
    [
        "2023-11-29",
        "29/11/2023",
        "29-11-2023",
        "29.11.2023",
        "29 November 2023",
        "29 Nov 2023",
        "29 Nopember 2023",
        "Rabu, 29 November 2023",
        "rabu 29 november 2023",
        "Rabu (29/11/2023)",
        "Hari Rabu, 29 November 2023",
        "November 29, 2023",
        "Wednesday, 29 November 2023",
        "Wed, 29 Nov 2023",
        "29th November 2023",
        " 2023-11-29 ",
    ],
)
def test_ways_to_write_a_day(typed: str) -> None:
    """An editor may write a day as people do."""
    assert date.day(typed) == DAY


@settings(deadline=None)
@given(days)
def test_what_is_shown_can_be_typed(value: dt.date) -> None:
    """Every way we show a day is one we read, in both languages, the weekday right."""
    for language in ("id", "en"):
        for shown in (date.long, date.short, date.plain):
            assert date.day(shown(value, language)) == value


@pytest.mark.parametrize(
    ("typed", "variant", "meant"),
    [
        ("29/13/2023", "", None),
        ("11/29/2023", "swapped", "2023-11-29"),
        ("2023-29-11", "swapped", "2023-11-29"),
        ("31/11/2023", "days", "2023-11-30"),
        ("29 Februari 2023", "days", "2023-02-28"),
        ("29/11/23", "year", "2023-11-29"),
        ("29 Novmber 2023", "meant", "2023-11-29"),
        ("1823-11-29", "range", None),
        ("٢٠٢٣-١١-٢٩", "", None),
        ("2023-W48-3", "", None),
        ("20231129", "", None),
        ("0/0/2023", "", None),
        ("kemarin", "", None),
        ("2023-11-29" * 50, "", None),
    ],
)
def test_impossible_days(typed: str, variant: str, meant: str | None) -> None:
    """A day that does not exist is refused, with the one that is meant where there is one."""
    fault = date.day(typed)
    assert isinstance(fault, Fault)
    assert (fault.code, fault.variant, fault.values.get("meant")) == ("bad-date", variant, meant)


@pytest.mark.parametrize(
    ("typed", "weekday", "meant"),
    [
        ("Kamis, 29 November 2023", "Rabu", "2023-11-30"),
        ("Senin, 29/11/2023", "Rabu", "2023-11-27"),
        ("Minggu, 29 November 2023", "Rabu", "2023-11-26"),
        ("Sunday, 29 November 2023", "Wednesday", "2023-11-26"),
    ],
)
def test_wrong_weekday(typed: str, weekday: str, meant: str) -> None:
    """A weekday that does not fit is told in the language it was typed in, with the nearest day."""
    fault = date.day(typed)
    assert isinstance(fault, Fault)
    assert fault.code == "wrong-weekday"
    assert (fault.values["weekday"], fault.values["meant"]) == (weekday, meant)


@pytest.mark.parametrize(
    "typed",
    [
        "2023-11-30T08.15 WIB",
        "2023-11-30T08:15:00+07:00",
        "2023-11-30T01:15:00Z",
        "2023-11-30 08:15",
        "2023-11-30T09.15 WITA",
        "2023-11-30T10.15 WIT",
        "30 November 2023 08.15 WIB",
        "Kamis, 30 November 2023, pukul 08.15 WIB",
        "Kamis (30/11/2023) 08.15 WIB",
        "30/11/2023 | 08:15 WIB",
        "2023-11-30T08:15:00.000+0700",
        "2023-11-30t01:15:00z",
    ],
)
def test_ways_to_write_a_moment(typed: str) -> None:
    """An editor may write a moment as the clocks of Indonesia or machines show it."""
    assert date.moment(typed, "Asia/Jakarta") == dt.datetime(2023, 11, 30, 8, 15, tzinfo=WIB)


@pytest.mark.parametrize(
    ("typed", "code", "variant"),
    [
        ("2023-11-30", "bad-moment", "time"),
        ("kemarin", "bad-moment", ""),
        ("2023-11-30T25.15 WIB", "bad-time", "range"),
        ("2023-11-30T08.15 WIBB", "bad-zone", "meant"),
        ("2023-11-30T08.15 XYZ", "bad-zone", ""),
        ("2023-11-30T08:15+25:00", "bad-zone", ""),
        ("2023-11-30T08:15+07:75", "bad-zone", ""),
        ("2023-13-30T08.15 WIB", "bad-date", ""),
        ("Rabu, 30 November 2023 08.15 WIB", "wrong-weekday", ""),
    ],
)
def test_impossible_moments(typed: str, code: str, variant: str) -> None:
    """A moment that cannot be is refused for its own reason."""
    fault = date.moment(typed, "Asia/Jakarta")
    assert isinstance(fault, Fault)
    assert (fault.code, fault.variant) == (code, variant)


def test_zone_of_the_site() -> None:
    """A moment without a zone is one by the clock of the site, summer time included."""
    found = date.moment("2023-07-01 08.00", "Europe/Paris")
    assert isinstance(found, dt.datetime)
    assert found.isoformat() == "2023-07-01T08:00:00+02:00"
    assert found.tzinfo.__class__ is dt.timezone


@settings(deadline=None)
@given(days, st.times(), st.sampled_from(["WIB", "WITA", "WIT", "Z", "+07:00", "-03:30"]))
def test_moments_read_back(day: dt.date, time: dt.time, zone: str) -> None:
    """A moment we write is read back equal."""
    first = date.moment(f"{day.isoformat()}T{time:%H.%M.%S} {zone}", "UTC")
    assert isinstance(first, dt.datetime)
    assert date.moment(date.iso(first), "UTC") == first
    assert first.date() == day


@pytest.mark.parametrize(
    ("typed", "hour", "zone"),
    [("14.30", 14, ""), ("14:30", 14, ""), ("pukul 09.30 WIB", 9, "WIB"), ("9.30", 9, "")],
)
def test_clock_times(typed: str, hour: int, zone: str) -> None:
    """A clock time is read with point or colon, the zone kept."""
    assert date.time(typed) == (dt.time(hour, 30), zone)


@pytest.mark.parametrize(
    "typed", ["24.00", "9", "14.60", "pagi", "14.30 WIBB", "1430", "14.30" * 40]
)
def test_impossible_clock_times(typed: str) -> None:
    """A time that no clock shows is refused."""
    assert isinstance(date.time(typed), Fault)


@settings(deadline=None)
@given(st.text(max_size=40), st.sampled_from(["Asia/Jakarta", "WIB", "Nowhere/City"]))
def test_any_text_is_read(typed: str, zone: str) -> None:
    """No text ends the program."""
    date.day(typed)
    date.time(typed)
    date.moment(typed, zone)
    assert list(date.readings(typed)) == [] or typed.strip()[0].isdigit()


def test_how_days_are_shown() -> None:
    """Readers see days, times, runs of days and weeks in their language."""
    assert date.long(DAY, "id") == "Rabu, 29 November 2023"
    assert date.long(DAY, "en") == "Wednesday, 29 November 2023"
    assert date.short(dt.date(2023, 8, 17), "id") == "17 Agu 2023"
    assert date.clock(dt.time(14, 30), "WIB", "id") == "14.30 WIB"
    assert date.clock(dt.time(9, 5), "", "en") == "09:05"
    assert date.span(DAY, DAY, "id") == "29 November 2023"
    assert date.span(DAY, dt.date(2023, 11, 30), "id") == "29–30 November 2023"
    assert date.span(dt.date(2023, 12, 30), dt.date(2024, 1, 2), "en") == (
        "30 December 2023–2 January 2024"
    )
    assert date.week_label("2023-W48", "id") == "Pekan 48 · 27 November–3 Desember 2023"
    assert date.week_label("2023-W48", "en") == "Week 48 · 27 November–3 December 2023"


@pytest.mark.parametrize("year", range(2015, 2036))
def test_year_ends_are_in_the_right_week(year: int) -> None:
    """Around each new year a day is in the ISO week that its Thursday's year counts."""
    for day in (dt.date(year, 12, 28) + dt.timedelta(days=n) for n in range(10)):
        slug = week.slug(day)
        assert week.monday(slug) <= day <= week.sunday(slug)
        thursday = week.monday(slug) + dt.timedelta(days=3)
        assert slug[:4] == str(thursday.year)
        assert week.number(slug) == (thursday.timetuple().tm_yday - 1) // 7 + 1
        assert str(day.year) in date.week_label(slug, "id")
