"""Feeds: ids that stay, dates that do not lie, content that is whole."""

import datetime as dt
import json
from pathlib import Path

from lxml import etree
from msgspec.structs import replace

import many
from digest import channel, feed, feedbody
from digest.channel import Feed
from digest.entry import Correction, Participant, Place, Retraction, Source
from digest.site import Site

NAMES = {"c": feed.NAMESPACES["content"], "e": feed.NAMESPACES["ev"], "a": feed.ATOM}
HOSTILE = "\"'><script>alert(1)</script><!--]]>&amp; ﷽ 👩‍👩‍👧"


def planned(known: Site, path: str) -> Feed:
    """Return the feed at a path."""
    found = channel.feed(known, path)
    assert found
    return found


def rss(known: Site, path: str = "entri/feed.xml") -> etree._Element:
    """Return an RSS feed as a tree."""
    return etree.fromstring(feed.write(planned(known, path), known, {}))


def texts(tree: etree._Element, path: str) -> list[str]:
    """Return the texts at a path."""
    return [str(one.text) for one in tree.iterfind(path, NAMES)]


def test_ids_come_from_the_entry_alone() -> None:
    """Retitling, moving, renaming or a new address floods no subscriber."""
    moved = many.one(
        1,
        title="Judul lain",
        slug="nama-lain",
        places=(Place("64.71"),),
        topics=("Lain",),
        date=dt.date(2020, 1, 1),
    )
    config = replace(many.CONFIG, base_url="https://baru.example", title="Nama baru")
    for tree in (rss(many.built([many.one(1)])), rss(many.built([moved], config))):
        assert texts(tree, ".//guid") == ["tag:rekaan.example,2023-11-01:entry/rekaan0001"]
        assert tree.find(".//guid").attrib == {"isPermaLink": "false"}  # type: ignore[union-attr]


def test_dates_are_those_of_publication() -> None:
    """A reader's list is ordered by what is new, and the event's day is told apart."""
    known = many.built([many.one(1, date=dt.date(2019, 5, 6))])
    tree = rss(known)
    assert texts(tree, ".//pubDate") == ["Wed, 22 Nov 2023 08:00:00 +0700"]
    assert texts(tree, ".//e:startdate") == ["2019-05-06"]
    assert texts(tree, ".//lastBuildDate") == ["Wed, 22 Nov 2023 08:00:00 +0700"]


def test_an_item_is_whole() -> None:
    """A subscriber reads who, where, when, on what and by which report in the feed itself."""
    one = many.one(1, time=dt.time(9, 30), body="Rincian **penting**, [lihat](/tentang/).")
    tree = rss(many.built([one]))
    assert texts(tree, ".//item/description") == [one.summary]
    (content,) = texts(tree, ".//c:encoded")
    for part in (
        one.summary, "Selasa, 21 November 2023, 09.30 WIB", "Aula Rekaan, Kabupaten Indramayu",
        "Budi Rekaan, Ketua", "Citra Rekaan, Dinas Rekaan (dikutip)", "Topik rekaan",
        'href="https://media.example/1"', "<strong>penting</strong>",
        'href="https://rekaan.example/digest/tentang/"',
    ):  # fmt: skip
        assert part in content, part
    via = [link.get("href") for link in tree.iterfind(".//item/a:link", NAMES)]
    assert via == ["https://media.example/1"]
    scheme = {(c.get("domain"), c.text) for c in tree.iterfind(".//item/category")}
    assert ("https://rekaan.example/digest/wilayah/", "Kabupaten Indramayu") in scheme
    assert ("https://rekaan.example/digest/topik/", "Topik rekaan") in scheme
    assert any(domain == "https://rekaan.example/digest/pekan/" for domain, _ in scheme)


def test_corrections_and_retractions_come_again_under_the_same_id() -> None:
    """A subscriber who read a mistake reads that it was one."""
    later = many.one(9).published
    fixed = many.one(1, corrections=(Correction(dt.date(2023, 11, 30), "Salah."),), updated=later)
    gone = many.one(
        2, status="retracted", retraction=Retraction(dt.date(2023, 12, 2), "Palsu."), updated=later
    )
    known = many.built([fixed, gone])
    tree = etree.fromstring(feed.write(planned(known, "entri/atom.xml"), known, {}))
    atom = {
        entry.findtext("a:id", namespaces=NAMES): entry for entry in tree.iterfind("a:entry", NAMES)
    }
    ralat = atom["tag:rekaan.example,2023-11-01:entry/rekaan0001"]
    assert ralat.findtext("a:title", namespaces=NAMES) == "[Ralat] Peristiwa rekaan 1"
    assert "Salah." in str(ralat.findtext("a:content", namespaces=NAMES))
    assert later
    assert ralat.findtext("a:updated", namespaces=NAMES) == later.isoformat()
    dicabut = atom["tag:rekaan.example,2023-11-01:entry/rekaan0002"]
    assert dicabut.findtext("a:title", namespaces=NAMES) == "[Dicabut] Peristiwa rekaan 2"
    assert "Palsu." in str(dicabut.findtext("a:content", namespaces=NAMES))
    assert gone.summary not in etree.tostring(dicabut, encoding="unicode")


def test_hostile_words_stay_words() -> None:
    """No entry puts an element into a feed, or stops it from being read."""
    known = many.built(
        [
            many.one(
                1,
                title=HOSTILE,
                summary=HOSTILE,
                places=(Place("32.12", venue=HOSTILE),),
                topics=(HOSTILE,),
                participants=(Participant(name=HOSTILE, position=HOSTILE, organisation=HOSTILE),),
                sources=(Source("https://media.example/?a=1&b='\"", HOSTILE, title=HOSTILE),),
                body=HOSTILE,
            ),
            many.one(20),
        ]
    )
    for path in (
        "entri/feed.xml",
        "entri/atom.xml",
        "feed.xml",
        "wilayah/kabupaten-indramayu/pekanan.xml",
    ):
        tree = etree.fromstring(feed.write(planned(known, path), known, {}))
        html = "".join(map(str, tree.itertext()))
        assert "<script" not in html.replace(HOSTILE, "")
        assert not [one for one in tree.iter() if one.tag == "script"]
    content = json.loads(feed.write(planned(known, "entri/feed.json"), known, {}))
    assert content["items"][1]["title"] == HOSTILE
    assert "<script" not in content["items"][1]["content_html"]


def test_an_item_is_the_same_in_every_feed_and_after_reuse() -> None:
    """Building items once saves time and changes no byte."""
    known = many.built(many.one(n) for n in range(60))
    memo: dict[tuple[str, ...], object] = {}
    for one in channel.feeds(known):
        if one.entries and one.format != "calendar":
            assert feed.write(one, known, memo) == feed.write(one, known, {})


def test_the_weekly_item_lists_its_days() -> None:
    """A reader of the weekly digest sees the days as headings, oldest first."""
    known = many.built([many.one(1), many.one(2), many.one(20)])
    group = next(one for one in channel.digest(known) if one.week == "2023-W47")
    html = feedbody.group(known, group)
    assert html.index("Selasa, 21 November 2023") < html.index("Rabu, 22 November 2023")
    assert html.count("<h3>") == 2
    item = feed.group_item(known, group)
    assert item.id == "tag:rekaan.example,2023-11-01:regency/32.12/2023-W47"
    assert item.title == "Kabupaten Indramayu · Pekan 47 · 20–26 November 2023"


def test_an_empty_feed_is_a_feed_with_a_fixed_date() -> None:
    """A subscriber of a place without news is not told of changes that are none."""
    one, two = many.built([many.one(1)]), many.built([many.one(1), many.one(9)])
    path = "wilayah/kota-bogor/atom.xml"
    assert feed.write(planned(one, path), one, {}) == feed.write(planned(two, path), two, {})
    assert b"2023-11-01T00:00:00+00:00" in feed.write(planned(one, path), one, {})


def test_archives_say_what_they_are() -> None:
    """A reader that knows RFC 5005 can go back to the first entry."""
    known = many.built(many.one(n) for n in range(70))
    shown = planned(known, "entri/atom.xml")
    tree = etree.fromstring(feed.write(shown, known, {}))
    links = {one.get("rel"): one.get("href") for one in tree.iterfind("a:link", NAMES)}
    assert links["prev-archive"] == f"https://rekaan.example/digest/{shown.earlier}"
    archive = planned(known, str(shown.earlier))
    tree = etree.fromstring(feed.write(archive, known, {}))
    links = {one.get("rel"): one.get("href") for one in tree.iterfind("a:link", NAMES)}
    assert links["current"] == "https://rekaan.example/digest/entri/atom.xml"
    assert tree.find(f"{{{feed.NAMESPACES['fh']}}}archive") is not None


def test_a_hub_is_named_in_every_format() -> None:
    """A reader that listens to hubs gets entries at once."""
    known = many.built([many.one(1)], replace(many.CONFIG, hub="https://hub.example/"))
    for path in ("entri/feed.xml", "entri/atom.xml", "entri/feed.json"):
        assert b"https://hub.example/" in feed.write(planned(known, path), known, {})


def test_an_english_site_has_english_feeds() -> None:
    """A subscriber of an English site reads English."""
    known = many.built([many.one(1)], replace(many.CONFIG, language="en"))
    content = feed.write(planned(known, "entri/feed.xml"), known, {}).decode()
    assert "Tuesday, 21 November 2023" in content
    assert "<language>en</language>" in content
    assert "all entries" in content


def test_golden_feeds_are_named_in_the_docs() -> None:
    """Every feed of the table is explained."""
    page = (Path(__file__).parent.parent / "docs" / "feeds.md").read_text("utf-8")
    from digest.format import TABLE  # noqa: PLC0415 -- only here

    for folder, rows in TABLE.values():
        for row in rows:
            assert f"`/{folder.format('SLUG')}{row.file}`" in page
