"""The plan: every page once, and the same one when it is asked for alone."""

import datetime as dt

from hypothesis import given, settings

import many
from digest import layout, listing, page, plan, tally, week
from digest.entry import Entry, Participant, Place


@given(entries=many.entries())
@settings(max_examples=20, deadline=None)
def test_a_page_asked_for_alone_is_the_planned_one(entries: list[Entry]) -> None:
    """The preview shows exactly what the build publishes, and nothing else."""
    known = many.built(entries)
    pages = list(plan.pages(known))
    assert len({one.path for one in pages}) == len(pages)
    for one in pages:
        assert plan.page(known, one.path) == one
    absent = "entri/x/ pekan/2023-W01/ topik/x/arsip/1/ wilayah/kota-bandung/2001-W01/ x/ x".split()
    for path in map(tally.file, absent):
        assert plan.page(known, path) is None


def test_every_regency_and_province_has_a_page_from_the_first_build() -> None:
    """A reader of a place without news finds its page, and can subscribe."""
    paths = [one.path for one in plan.pages(many.built([]))]
    assert sum(path.startswith("wilayah/k") for path in paths) == 514
    assert sum(path.startswith("provinsi/") for path in paths) == 38
    assert "index.html" in paths


def test_the_entry_before_and_after_are_of_its_own_regency() -> None:
    """A reader can read a regency's events one after the other."""
    elsewhere = many.one(2, places=(Place("64.71"),))
    known = many.built([many.one(1), elsewhere, many.one(3), many.one(5)])
    shown = layout.entry(known, known.entries["rekaan0003"])
    assert shown.earlier == known.entries["rekaan0001"]
    assert shown.later == known.entries["rekaan0005"]
    assert layout.entry(known, elsewhere).earlier is None


def test_related_entries_are_shown_from_both_sides() -> None:
    """A link between two entries is there for readers of either."""
    known = many.built([many.one(1, related=("rekaan0002",)), many.one(2), many.one(3)])
    for one, other in (("rekaan0001", "rekaan0002"), ("rekaan0002", "rekaan0001")):
        related = layout.entry(known, known.entries[one]).related
        assert [found.id for found in related] == [other]


def test_parts_and_whole_point_to_each_other() -> None:
    """An event of several meetings can be read as one."""
    known = many.built([many.one(1), many.one(2, part_of="rekaan0001")])
    assert layout.entry(known, known.entries["rekaan0001"]).parts == (known.entries["rekaan0002"],)
    assert layout.entry(known, known.entries["rekaan0002"]).whole == known.entries["rekaan0001"]


def test_former_paths_and_merged_entries_redirect() -> None:
    """An old bookmark still leads to the entry."""
    merged = many.one(1, status="merged", merged_into="rekaan0002", aliases=("/tua/",))
    known = many.built([merged, many.one(2, aliases=("/lama/rekaan.html",))])
    found = {one.path: one.target for one in layout.redirects(known)}
    assert found == {
        "entri/rekaan-1/index.html": "/entri/rekaan-2/",
        "tua/index.html": "/entri/rekaan-2/",
        "lama/rekaan.html": "/entri/rekaan-2/",
    }


def test_the_front_page_says_this_week_of_no_other() -> None:
    """Whoever finds an old week on the front page is not told that it is the current one."""
    for day, current in ((8, True), (15, False)):
        moment = dt.datetime(2024, 1, day, 9, tzinfo=dt.UTC)
        known = many.built([many.one(1, date=dt.date(2024, 1, 8), published=moment)])
        assert layout.home(known).current is current
        assert layout.home(known).week == "2024-W02"


def test_what_is_planned_far_ahead_takes_no_front_page() -> None:
    """The front page shows the latest week that has begun, and what lies ahead beside it."""
    moment = dt.datetime(2024, 1, 9, 9, tzinfo=dt.UTC)
    held = many.one(1, date=dt.date(2024, 1, 8), published=moment)
    planned = [
        many.one(n, date=dt.date(2024, 3, n), published=moment + dt.timedelta(minutes=n))
        for n in (11, 20)
    ]
    shown = layout.home(many.built([held, *planned]))
    assert (shown.week, shown.current) == ("2024-W02", True)
    assert [one.id for one in shown.ahead] == [planned[0].id, planned[1].id]
    only = layout.home(many.built(planned))
    assert (only.week, [one.id for one in only.ahead]) == ("2024-W11", [planned[1].id])
    assert layout.map_page(many.built([held, *planned])).week == "2024-W02"


def test_a_regency_week_knows_its_neighbours() -> None:
    """A reader steps from week to week without meeting an empty one."""
    days = (dt.date(2023, 11, 1), dt.date(2023, 11, 29), dt.date(2023, 12, 1), dt.date(2024, 1, 2))
    known = many.built(many.one(n, date=day) for n, day in enumerate(days))
    shown = layout.regency_week(known, "32.12", "2023-W48")
    assert (shown.previous, shown.next) == ("2023-W44", "2024-W01")
    assert len(shown.entries) == 2
    assert layout.regency_week(known, "32.12", "2024-W01").next is None
    assert layout.week(known, "2023-W44").previous is None


def test_listings_are_bounded_and_archives_never_change() -> None:
    """A topic with many entries stays quick to load, and old pages stay as they were."""
    whole = [many.one(number, date=many.START) for number in range(250)]
    known = many.built(whole)
    front = listing.listing(known, "topic", "topik-rekaan")
    assert (len(front.entries), front.total, front.archives) == (100, 250, 2)
    oldest = listing.listing(known, "topic", "topik-rekaan", 1)
    more = many.built([*whole, *(many.one(n, date=many.START) for n in range(250, 320))])
    assert listing.listing(more, "topic", "topik-rekaan", 1) == oldest
    shown = {
        one.id
        for page_ in (front, *(listing.listing(known, "topic", "topik-rekaan", n) for n in (1, 2)))
        for one in page_.entries
    }
    assert len(shown) == 250


def test_an_index_of_many_names_is_split_by_letter() -> None:
    """A reader finds a person among thousands without loading them all."""
    people = tuple(Participant(name=f"{chr(65 + n % 26)}orang Rekaan {n}") for n in range(450))
    known = many.built([many.one(1, participants=people)])
    front = listing.listing_index(known, "person")
    assert len(front.items) == listing.FULL
    letters = [listing.listing_index(known, "person", letter) for letter in front.letters]
    assert sum(len(one.items) for one in letters) == 450
    assert letters[0].path == "tokoh/indeks/a/index.html"


def test_offices_come_from_entries_and_registry() -> None:
    """A reader sees which offices a person held, and when we know it."""
    known = many.built([many.one(1), many.one(9)])
    offices = listing.listing(known, "person", "budi-rekaan").offices
    assert offices == (
        page.Office("Ketua", "Badan Rekaan", many.one(1).date, many.one(9).date),  # type: ignore[arg-type]
    )


def test_strips_hold_53_weeks_up_to_the_latest() -> None:
    """A reader sees a year at a glance, the empty weeks too."""
    known = many.built([many.one(1), many.one(2), many.one(30)])
    strip = layout.regency(known, "32.12").weeks
    assert len(strip) == tally.STRIP
    assert strip[-1].week == week.slug(many.one(30).date)  # type: ignore[arg-type]
    assert sum(one.count for one in strip) == 3


def test_position_in_a_group() -> None:
    """An entry is found among many of one day."""
    group = many.built(many.one(n, date=many.START) for n in range(9)).group("regency", "32.12")
    assert [tally.position(group, one) for one in group] == list(range(9))
    assert tally.position(group, many.one(40)) is None
