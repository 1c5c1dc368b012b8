"""Calendars: what a phone shows of the events of a place."""

import datetime as dt
from typing import Any

import icalendar
import pytest

import many
from digest import calendar, channel
from digest.entry import Correction, Entry, Place, Retraction


def events(*entries: Entry) -> list[Any]:
    """Return the events of the site's calendar as an independent reader sees them."""
    known = many.built(entries)
    planned = channel.feed(known, "kalender.ics")
    assert planned
    data = calendar.write(planned, known, {})
    return list(icalendar.Calendar.from_ical(data).walk("VEVENT"))


def test_the_calendar_of_the_site_is_called_after_what_it_holds() -> None:
    """A subscriber sees every event under a name that does not speak of weeks."""
    known = many.built([many.one(1)])
    planned = channel.feed(known, "kalender.ics")
    assert planned
    whole = icalendar.Calendar.from_ical(calendar.write(planned, known, {}))
    title = known.config.title
    assert whole["X-WR-CALNAME"] == whole["NAME"] == f"{title}: semua peristiwa"


def test_an_event_without_a_time_takes_the_day() -> None:
    """A subscriber's calendar does not invent an hour."""
    (event,) = events(many.one(1))
    assert event.decoded("DTSTART") == dt.date(2023, 11, 21)
    assert event.decoded("DTEND") == dt.date(2023, 11, 22)


def test_a_time_is_that_of_the_regency() -> None:
    """An event at 8.30 in Makassar is at 7.30 for a subscriber in Jakarta."""
    (event,) = events(many.one(1, time=dt.time(8, 30), places=(Place("73.71"),)))
    assert event.decoded("DTSTART") == dt.datetime(2023, 11, 21, 0, 30, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    ("precision", "first", "after"),
    [
        ("week", dt.date(2023, 11, 20), dt.date(2023, 11, 27)),
        ("month", dt.date(2023, 11, 1), dt.date(2023, 12, 1)),
        ("approximate", dt.date(2023, 11, 21), dt.date(2023, 11, 22)),
    ],
)
def test_an_inexact_date_covers_what_it_may_mean(
    precision: str, first: dt.date, after: dt.date
) -> None:
    """A subscriber is not told a day that nobody knows."""
    (event,) = events(many.one(1, date_precision=precision))
    assert (event.decoded("DTSTART"), event.decoded("DTEND")) == (first, after)


def test_days_of_an_event_of_several() -> None:
    """A meeting of two days takes both."""
    (event,) = events(many.one(1, end_date=dt.date(2023, 11, 22), time=dt.time(9)))
    assert event.decoded("DTSTART") == dt.date(2023, 11, 21)
    assert event.decoded("DTEND") == dt.date(2023, 11, 23)


def test_corrections_and_retractions_count() -> None:
    """A calendar takes the corrected event in place of the old one, and strikes a retracted one."""
    fix = Correction(dt.date(2023, 12, 1), "Rekaan.")
    fixed, gone = events(
        many.one(1, corrections=(fix, fix)),
        many.one(0, status="retracted", retraction=Retraction(dt.date(2023, 12, 1), "Rekaan.")),
    )
    assert (fixed["SEQUENCE"], fixed["STATUS"]) == (2, "CONFIRMED")
    assert (gone["SEQUENCE"], gone["STATUS"]) == (1, "CANCELLED")
    assert fixed["UID"] == "tag:rekaan.example,2023-11-01:entry/rekaan0001"


@pytest.mark.parametrize(
    ("status", "shown"),
    [("planned", "TENTATIVE"), ("postponed", "TENTATIVE"), ("cancelled", "CANCELLED")],
)
def test_what_has_not_happened_says_so(status: str, shown: str) -> None:
    """A subscriber does not travel to a cancelled meeting."""
    (event,) = events(many.one(1, event_status=status))
    assert event["STATUS"] == shown


def test_long_and_special_text_survives() -> None:
    """A title with commas, semicolons, line ends and long words arrives as written."""
    title = "Rapat; a, b \\ c " + "panjang—" * 30
    place = Place("32.12", venue="Aula, lantai 2; kiri", lat=-6.3274, lon=108.3247)
    (event,) = events(many.one(1, title=title, places=(place,)))
    assert str(event["SUMMARY"]) == title
    assert str(event["LOCATION"]) == "Aula, lantai 2; kiri, Kabupaten Indramayu"
    assert (event["GEO"].latitude, event["GEO"].longitude) == (-6.3274, 108.3247)
    assert "Topik rekaan" in [str(one) for one in event["CATEGORIES"].cats]


def test_no_line_is_longer_than_the_standard_allows() -> None:
    """A strict calendar program reads every line, and no character is cut in two."""
    known = many.built([many.one(1, title="é—" * 200, body="x")])
    planned = channel.feed(known, "kalender.ics")
    assert planned
    for line in calendar.write(planned, known, {}).split(b"\r\n"):
        assert len(line) <= 75
        line.decode()


def test_hostile_text_adds_no_line() -> None:
    """No entry can add a property or an event to a calendar."""
    hostile = "a\r\nEND:VEVENT\nBEGIN:VEVENT"
    (event,) = events(many.one(1, title=hostile, summary=hostile))
    assert "BEGIN:VEVENT" in str(event["SUMMARY"])
