"""Days, weeks and times as readers see them."""

import datetime as dt

import pytest

import invented
from digest import regency
from digest.entry import Place
from digest.times import Times

ID = Times("id", regency.load())


@pytest.mark.parametrize(
    ("precision", "words"),
    [
        ("day", "Rabu, 29 November 2023"),
        ("week", "Dalam Pekan 48 · 27 November–3 Desember 2023"),
        ("month", "Dalam bulan November 2023"),
        ("approximate", "Sekitar 29 November 2023"),
    ],
)
def test_when(precision: str, words: str) -> None:
    """A reader sees the day, and how much of it is known."""
    moment = ID.when(invented.entry(date_precision=precision))
    assert moment is not None
    assert moment.words == words
    assert moment.clock == "14.30 WIB"


def test_when_of_several_days() -> None:
    """An event of several days shows the first and the last."""
    moment = ID.when(invented.crowded())
    assert moment is not None
    assert (moment.words, moment.end) == ("5–7 Juli 2023", "2023-07-07")
    assert ID.when(invented.entry(date=None)) is None


@pytest.mark.parametrize(
    ("code", "clock", "start"),
    [
        (invented.INDRAMAYU, "14.30 WIB", "2023-11-29T14:30+07:00"),
        (invented.KENDARI, "14.30 WITA", "2023-11-29T14:30+08:00"),
        (invented.ASMAT, "14.30 WIT", "2023-11-29T14:30+09:00"),
    ],
)
def test_clock_of_the_regency(code: str, clock: str, start: str) -> None:
    """A time is told by the clock of the event's own regency."""
    moment = ID.when(invented.entry(places=(Place(code),)))
    assert moment is not None
    assert (moment.clock, moment.start) == (clock, start)


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        ("2023-11-29", "29 November 2023"),
        ("2023-11-30T08:15:00+07:00", "30 November 2023, 08.15 WIB"),
        ("2023-11-30T08:15:00+05:30", "30 November 2023, 08.15 UTC+05:30"),
        (dt.date(2023, 1, 2), "2 Januari 2023"),
        (dt.datetime(2023, 1, 2, 3, 4, tzinfo=dt.UTC), "2 Januari 2023, 03.04 UTC"),
        ("2023-11-30T00:00:00+07:00", "30 November 2023, 00.00 WIB"),
        ("2023-11-30T00:00:01+07:00", "30 November 2023"),
    ],
)
def test_moment(moment: dt.date | str, words: str) -> None:
    """A moment is told by the clock it was written in."""
    assert ID.moment(moment) == words


@pytest.mark.parametrize(
    ("precision", "shown"),
    [
        ("day", "29 Nov 2023"),
        ("week", "Pekan 48 · 27 November–3 Desember 2023"),
        ("month", "November 2023"),
        ("approximate", "Sekitar 29 Nov 2023"),
    ],
)
def test_dated(precision: str, shown: str) -> None:
    """A card shows no more of a date than is known."""
    assert ID.dated(invented.entry(date_precision=precision)) == shown
    assert ID.dated(invented.entry(date=None)) == ""


def test_time_without_a_zone() -> None:
    """A time in a country whose zones are not known claims no offset."""
    nowhere = invented.entry(places=())
    moment = ID.when(nowhere)
    assert moment is not None
    assert (moment.start, moment.clock) == ("2023-11-29T14:30", "14.30")
