"""Weeks and days: row 27 of the promises, from what an editor types to what is published."""

import datetime as dt
import json
from itertools import permutations
from pathlib import Path

import pytest

import many
import small
from digest import channel
from promised import published

MONTHS = {12: "Desember", 1: "Januari"}
ZONES = {"WIB": 7, "WITA": 8, "WIT": 9}


def counted(day: dt.date) -> tuple[str, int, dt.date, dt.date]:
    """Count a day's week by the rule: it is of the year and number of its Thursday."""
    monday = day - dt.timedelta(days=day.weekday())
    thursday = monday + dt.timedelta(days=3)
    number = (thursday - dt.date(thursday.year, 1, 1)).days // 7 + 1
    return f"{thursday.year}-W{number:02d}", number, monday, monday + dt.timedelta(days=6)


def label(day: dt.date) -> str:
    """Write the week of a day as readers see it."""
    _, number, first, last = counted(day)
    if first.year != last.year:
        shown = f"{first.day} {MONTHS[first.month]} {first.year}–"
    elif first.month != last.month:
        shown = f"{first.day} {MONTHS[first.month]}–"
    else:
        shown = f"{first.day}–"
    return f"Pekan {number} · {shown}{last.day} {MONTHS[last.month]} {last.year}"


def write(root: Path, number: int, day: dt.date, **changes: str) -> None:
    """Write an entry of a day that was published ten days later."""
    place = small.write(root, number, date=day.isoformat(), regency="Kota Tengah")
    lines = place.read_text("utf-8").splitlines(keepends=True)
    after = day + dt.timedelta(days=10)
    lines[4] = f"published: {after}T08:00:{number % 60:02d}+07:00\n"
    lines[6] += "".join(f"{key}: {value}\n" for key, value in changes.items())
    place.write_text("".join(lines), "utf-8")


def test_year_ends(tmp_path: Path) -> None:
    """From 2015 to 2035 each day around New Year is on the page of its week, under its name."""
    root = small.make(tmp_path / "site")
    days = [
        dt.date(year, 12, 29) + dt.timedelta(days=away)
        for year in range(2014, 2036)
        for away in range(6)
    ]
    for number, day in enumerate(days):
        write(root, number, day)
    made = {path: data.decode("utf-8", "replace") for path, data in published(root).items()}
    weeks = {counted(day)[0] for day in days}
    assert {f"20{year}-W53" for year in (15, 20, 26, 32)} <= weeks
    for number, day in enumerate(days):
        slug, link = counted(day)[0], f"/entri/rekaan-{number:04d}/"
        for path in (f"pekan/{slug}/index.html", f"wilayah/kota-tengah/{slug}/index.html"):
            assert f'href="{link}"' in made[path], (day, path)
            assert label(day) in made[path], (day, path)
        assert (
            f'href="/wilayah/kota-tengah/{slug}/"' in made[f"entri/rekaan-{number:04d}/index.html"]
        )
    own = {path.split("/")[1] for path in made if path.startswith("pekan/20")}
    assert own == weeks
    rows = map(json.loads, made["data/entries.jsonl"].splitlines())
    assert {row["date"]: row["week"] for row in rows} == {
        day.isoformat(): counted(day)[0] for day in days
    }


@pytest.mark.parametrize("clock", ["00.00", "23.59"])
def test_midnight_in_three_zones(tmp_path: Path, clock: str) -> None:
    """An event at midnight is on its own regency's day, at one moment everywhere."""
    root = small.make(tmp_path / "site")
    areas = json.loads((root / "wilayah.json").read_text("utf-8"))
    for regency, zone in zip(areas["regencies"], ZONES, strict=True):
        regency["zone"] = zone
    (root / "wilayah.json").write_text(json.dumps(areas), "utf-8")
    days = (dt.date(2023, 12, 31), dt.date(2024, 1, 1))
    for number in range(6):
        write(root, number, days[number // 3], time=clock)
        place = root / f"content/rekaan-{number:04d}.md"
        text = place.read_text("utf-8").replace("Kota Tengah", small.AREAS[number % 3])
        place.write_text(text, "utf-8")
    made = {path: data.decode("utf-8", "replace") for path, data in published(root).items()}
    for number in range(6):
        zone, away = list(ZONES.items())[number % 3]
        day = days[number // 3]
        hour, minute = map(int, clock.split("."))
        moment = dt.datetime.combine(
            day, dt.time(hour, minute), dt.timezone(dt.timedelta(hours=away))
        )
        page = made[f"entri/rekaan-{number:04d}/index.html"]
        assert f"{day.isoformat()}T{hour:02d}:{minute:02d}+0{away}:00" in page
        assert f"{clock} {zone}" in page
        assert f"/entri/rekaan-{number:04d}/" in made[f"pekan/{counted(day)[0]}/index.html"]
        event = made["kalender.ics"].split(f"entry/rekaan{number:04d}", 1)[1].split("END:VEVENT")[0]
        assert f"DTSTART:{moment.astimezone(dt.UTC):%Y%m%dT%H%M%SZ}" in event.replace("\r\n ", "")


def moments(first: dt.datetime, zones: tuple[int, ...]) -> list[dt.datetime]:
    """Write three moments, half an hour apart, each by another clock."""
    return [
        (first + dt.timedelta(minutes=30 * number)).astimezone(
            dt.timezone(dt.timedelta(hours=away))
        )
        for number, away in enumerate(zones)
    ]


@pytest.mark.parametrize("zones", tuple(permutations(ZONES.values())))
def test_a_week_is_over_by_the_clock_of_the_site(zones: tuple[int, ...]) -> None:
    """In which zone an editor writes down a moment does not decide when a week is sent."""
    start = dt.datetime(2023, 11, 26, 16, 0, tzinfo=dt.UTC)  # 23.00 WIB on Sunday, 01.00 WIT
    written = moments(start, zones)
    sent = []
    for count in range(1, 4):
        entries = [
            many.one(n, published=moment, date=many.START)
            for n, moment in enumerate(written[:count])
        ]
        groups = channel.digest(many.built(entries))
        sent.append([group.emitted for group in groups])
    assert sent[:2] == [[], []]  # 23.00 and 23.30 WIB
    assert sent[2] == [start + dt.timedelta(hours=1)]
    later = many.one(9, published=start + dt.timedelta(days=3), date=many.START)
    (group,) = channel.digest(many.built([*entries, later]))
    assert group.emitted == start + dt.timedelta(hours=1)
