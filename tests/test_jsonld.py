"""Structured data for search engines."""

import datetime as dt
import json
from typing import Any

import pytest
from msgspec.structs import replace

import invented
from digest import jsonld, regency
from digest.entry import Place

GAZETTEER = regency.load()
URL = "https://contoh.example/digest/entri/x/"


def node(**changes: object) -> dict[str, Any]:
    """Return the Event of an invented entry, as a search engine reads it."""
    entry = invented.entry(**changes)
    made = jsonld.event(entry, invented.CONFIG, GAZETTEER, URL, None)
    read: dict[str, Any] = json.loads(jsonld.script(made))
    return read


def test_event() -> None:
    """An engine reads what, when, where and who."""
    event = node()
    assert event["@type"] == "Event"
    assert event["@id"] == "tag:contoh.example,2023:entry/contoh1"
    assert event["startDate"] == "2023-11-29T14:30+07:00"
    assert event["location"][0]["address"]["addressLocality"] == "Kabupaten Indramayu"
    assert event["eventStatus"] == "https://schema.org/EventScheduled"
    assert [one["name"] for one in event["attendee"]] == ["Bunga Contoh", "Cahya Ujian"]
    assert event["organizer"][0]["honorificPrefix"] == "Kompol"


def test_reports_are_cited() -> None:
    """An engine reads which reports the page is from, and who wrote them."""
    page = node()["subjectOf"]
    report = page["citation"][0]
    assert report["@type"] == "NewsArticle"
    assert report["url"] == "https://koran.example/berita/1"
    assert report["author"] == {"@type": "Person", "name": "Rani Wartawan"}
    assert page["url"] == URL
    assert page["datePublished"] == "2023-11-30T07:15:00+07:00"


def test_absent_people_are_not_attendees() -> None:
    """Who was represented or quoted is not said to have been there."""
    entry = invented.crowded()
    event = jsonld.event(entry, invented.CONFIG, GAZETTEER, URL, None)
    absent = {one.name for one in entry.participants if one.role in {"represented", "quoted"}}
    named = [*event["organizer"], *event["attendee"]]
    assert absent
    assert absent.isdisjoint(one["name"] for one in named)


@pytest.mark.parametrize(
    ("precision", "first", "last"),
    [
        ("day", "2023-11-29T14:30+07:00", None),
        ("week", "2023-11-27", "2023-12-03"),
        ("month", "2023-11", None),
    ],
)
def test_no_more_exact_than_known(precision: str, first: str, last: str | None) -> None:
    """A day that is not known is not claimed."""
    event = node(date_precision=precision)
    assert (event["startDate"], event.get("endDate")) == (first, last)


def test_corrections_are_told() -> None:
    """An engine reads what was mended."""
    entry = replace(invented.crowded(), published=None)
    page = jsonld.event(entry, invented.CONFIG, GAZETTEER, URL, "https://x/y.png")["subjectOf"]
    assert [one["datePublished"] for one in page["correction"]] == ["2023-12-01", "2023-12-02"]
    assert "datePublished" not in page


def test_cannot_end_its_script() -> None:
    """No text can close the script element or open a comment in it."""
    hostile = "</script><script>alert(1)</script><!--]]>&"
    made = jsonld.script(
        jsonld.event(
            invented.entry(title=hostile, summary=hostile), invented.CONFIG, GAZETTEER, URL, None
        )
    )
    assert "<" not in made
    assert ">" not in made
    assert json.loads(made)["name"] == hostile


def test_no_empty_values() -> None:
    """An entry with little to say claims nothing."""
    event = node(time=None, participants=(), summary="", end_date=None)
    assert event["startDate"] == "2023-11-29"
    assert not {"description", "endDate", "attendee", "organizer", "image"} & event.keys()
    assert jsonld.days(invented.entry(date=None), GAZETTEER) == ("", "")


def test_trail() -> None:
    """An engine reads what lies above a page."""
    read = json.loads(jsonld.script(jsonld.trail([("A", "https://x/a/"), ("B", "https://x/b/")])))
    assert [(one["position"], one["name"]) for one in read["itemListElement"]] == [
        (1, "A"),
        (2, "B"),
    ]


def test_site_search() -> None:
    """An engine finds the site's own search."""
    assert (
        "cari/?q={search_term_string}" in jsonld.site(invented.CONFIG)["potentialAction"]["target"]
    )


def test_moment_with_other_zone() -> None:
    """A time in the east has its own offset."""
    merauke = Place(invented.ASMAT)
    assert node(places=(merauke,), time=dt.time(9, 5))["startDate"] == "2023-11-29T09:05+09:00"
