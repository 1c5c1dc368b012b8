"""The plan of feeds: what each holds, and when a week is sent."""

import datetime as dt

from hypothesis import given, settings

import many
from digest import channel, format, week  # noqa: A004 -- the module of formats
from digest.entry import Correction, Entry, Place


@given(entries=many.entries())
@settings(max_examples=10, deadline=None)
def test_a_feed_asked_for_alone_is_the_planned_one(entries: list[Entry]) -> None:
    """The preview serves the feeds that the build publishes."""
    known = many.built(entries)
    feeds = list(channel.feeds(known))
    assert len({one.path for one in feeds}) == len(feeds)
    for one in (*feeds[:12], *feeds[-40:]):
        assert channel.feed(known, one.path) == one
    assert channel.feed(known, "wilayah/kota-bogor/x.xml") is None


def test_every_row_of_the_table_is_planned() -> None:
    """A format that is in the table is published for everything it is for."""
    known = many.built([many.one(1)])
    paths = {one.path for one in channel.feeds(known)}
    assert {"feed.xml", "kalender.ics", "koreksi/feed.xml", "entri/atom.xml"} <= paths
    for scope, key in channel.scopes(known):
        for link in format.links(scope, channel.slug(known, scope, key)):
            assert link.path in paths


def test_a_week_is_sent_whole_and_once_it_is_over() -> None:
    """A subscriber of the digest gets a regency's week when nothing can be added by the clock."""
    wednesday, friday = dt.date(2023, 11, 29), dt.date(2023, 12, 1)
    before = dt.datetime(2023, 12, 3, 9, tzinfo=many.WIB)
    first = many.one(1, date=wednesday, published=before)
    second = many.one(2, date=friday, concerns=("32.73",), published=before.replace(hour=10))
    assert channel.digest(many.built([first, second])) == ()
    clock = many.one(3, date=dt.date(2023, 12, 4), published=before + dt.timedelta(days=1))
    groups = channel.digest(many.built([first, second, clock]))
    assert [(one.code, one.week) for one in groups] == [
        ("32.73", "2023-W48"),
        ("32.12", "2023-W48"),
    ]
    assert groups[1].entries == (second, first)
    assert groups[1].emitted == clock.published
    feed = channel.feed(many.built([first, second, clock]), "feed.xml")
    assert feed
    assert feed.updated == clock.published


def test_the_date_of_a_sent_week_never_moves() -> None:
    """A subscriber is not shown an old week again as if it were new."""
    old = [many.one(1), many.one(20)]
    late = many.one(30, date=many.one(1).date)
    (first,) = [one for one in channel.digest(many.built(old)) if one.week == "2023-W47"]
    (again,) = [one for one in channel.digest(many.built([*old, late])) if one.week == "2023-W47"]
    assert again.emitted == first.emitted
    assert len(again.entries) == 2


def test_newest_items_are_the_last_published() -> None:
    """A subscriber gets what is new on the site, even of an old event."""
    known = many.built(many.one(n, date=many.START - dt.timedelta(days=n)) for n in range(60))
    feed = channel.feed(known, "entri/feed.xml")
    assert feed
    assert [one.id for one in feed.entries] == [f"rekaan{n:04d}" for n in range(59, 9, -1)]
    assert feed.updated == many.one(59).published


def test_a_week_s_feed_goes_by_regency() -> None:
    """A reader of a week's feed has each regency's events together."""
    places = ("32.73", "32.12", "32.73")
    known = many.built(
        many.one(n, date=many.START, places=(Place(code),)) for n, code in enumerate(places)
    )
    feed = channel.feed(known, f"pekan/{week.slug(many.START)}/feed.xml")
    assert feed
    assert [one.places[0].regency for one in feed.entries] == ["32.12", "32.73", "32.73"]


def test_archives_and_feed_hold_everything() -> None:
    """A subscriber who comes late can still read all, and no archive is lost on the way."""
    known = many.built(many.one(n) for n in range(130))
    feeds = {one.path: one for one in channel.feeds(known) if one.path.startswith("entri/")}
    shown = feeds["entri/atom.xml"]
    seen = {one.id for one in shown.entries}
    earlier = shown.earlier
    while earlier:
        archive = feeds[earlier]
        assert archive.current == "entri/atom.xml"
        assert archive.later is None or feeds[archive.later].earlier == archive.path
        seen |= {one.id for one in archive.entries}
        earlier = archive.earlier
    unfinished = {f"rekaan{n:04d}" for n in range(130)} - seen
    assert unfinished == set()


def test_archives_of_one_week_have_neighbours_and_full_ones_never_change() -> None:
    """A reader that follows archives gets parts of a bounded size, those it has already again."""
    monday = dt.datetime(2023, 11, 27, 8, tzinfo=many.WIB)
    imported = [
        many.one(n, published=monday + dt.timedelta(minutes=n), date=many.START) for n in range(90)
    ]

    def archives(count: int) -> dict[str, channel.Feed]:
        feeds = channel.feeds(many.built(imported[:count]))
        return {one.path: one for one in feeds if one.current == "entri/atom.xml"}

    assert archives(50) == {}
    first = archives(51)
    assert list(first) == ["entri/arsip/2023-W48-2/atom.xml", "entri/arsip/2023-W48/atom.xml"]
    assert all(len(one.entries) == 25 and (one.earlier or one.later) for one in first.values())
    assert archives(60) == first
    assert {path: one.entries for path, one in archives(90).items()}.items() >= {
        path: one.entries for path, one in first.items()
    }.items()


def test_corrections_come_by_their_day() -> None:
    """A subscriber of corrections is told the latest first."""
    days = (dt.date(2024, 1, 3), dt.date(2024, 1, 9), dt.date(2024, 1, 6))
    known = many.built(
        many.one(n, corrections=(Correction(day, "Rekaan."),)) for n, day in enumerate(days)
    )
    feed = channel.feed(known, "koreksi/feed.xml")
    assert feed
    assert [one.id for one in feed.entries] == ["rekaan0001", "rekaan0002", "rekaan0000"]
