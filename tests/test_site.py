"""The site model: groups, order, names, and small revisions that equal a new assembly."""

import datetime as dt

from hypothesis import given, settings
from msgspec.structs import replace

import many
from digest import site, week
from digest.entry import Correction, Entry, Participant, Place, Retraction


@given(before=many.entries(), after=many.entries())
@settings(deadline=None)
def test_a_revision_equals_a_new_assembly(before: list[Entry], after: list[Entry]) -> None:
    """The preview shows after any edit what a clean build would publish."""
    known = {one.id: one for one in before}
    wanted = {one.id: one for one in after}
    removed = [key for key, one in known.items() if wanted.get(key) != one]
    added = [one for key, one in wanted.items() if known.get(key) != one]
    revised = site.revise(many.built(before), removed, added)
    assembled = many.built(after)
    assert dict(revised.entries) == dict(assembled.entries)
    assert revised.newest == assembled.newest
    for axis in site.AXES:
        assert dict(revised.groups[axis]) == dict(assembled.groups[axis])
    assert dict(revised.keys) == dict(assembled.keys)


def test_a_correction_changes_an_entry_even_if_its_editor_says_nothing() -> None:
    """A subscriber gets each correction and a retraction as a change, several of one day too."""
    plain = many.one(1)
    assert plain.published
    same, later = plain.published.date(), plain.published.date() + dt.timedelta(days=4)
    first, second = Correction(same, "Nama keliru."), Correction(same, "Jumlah keliru.")
    steps = [
        plain,
        replace(plain, corrections=(first,)),
        replace(plain, corrections=(first, second)),
        replace(plain, corrections=(first, second, Correction(later, "Jabatan keliru."))),
        replace(plain, status="retracted", retraction=Retraction(later, "Sumber mencabut.")),
    ]
    moments = [site.modified(one) for one in steps]
    assert all(moments)
    assert moments[:4] == sorted(set(filter(None, moments[:4])))
    assert moments[4] == dt.datetime.combine(later, dt.time(0, 0, 1), many.WIB)
    typed = dt.datetime.combine(later, dt.time(9), many.WIB)
    assert site.modified(replace(steps[3], updated=typed)) == typed


def test_all_places_and_concerns_list_an_entry() -> None:
    """A reader finds an event held elsewhere under the regency it is about."""
    one = many.one(1, places=(Place("32.73"), Place("32.12")), concerns=("73.71",))
    known = many.built([one])
    for code in ("32.73", "32.12", "73.71"):
        assert known.group("regency", code) == (one,)
        assert known.group("regency-week", f"{code}/2023-W47") == (one,)
    assert known.group("province", "32") == (one,)
    assert known.group("regency", "64.71") == ()


def test_groups_stand_newest_event_first() -> None:
    """A reader meets the latest event first, whenever it was entered."""
    late = many.one(1, date=dt.date(2023, 12, 24))
    early = many.one(2, date=dt.date(2023, 12, 3))
    assert many.built([early, late]).group("regency", "32.12") == (late, early)
    assert many.built([early, late]).newest == (early, late)


def test_the_clock_is_the_newest_publication() -> None:
    """What is latest does not depend on the day of the build."""
    known = many.built([many.one(3), many.one(9), many.one(5)])
    assert known.clock == many.one(9).published
    assert many.built([]).clock is None


def test_a_week_is_finished_on_the_day_after_its_sunday() -> None:
    """A subscriber gets a week when nothing more can happen in it."""
    sunday = dt.datetime(2023, 12, 3, 23, 59, tzinfo=many.WIB)
    assert not many.built([many.one(1, published=sunday)]).finished("2023-W48")
    monday = sunday + dt.timedelta(minutes=1)
    assert many.built([many.one(1, published=monday)]).finished("2023-W48")


def test_who_met_whom_counts_only_those_who_were_there() -> None:
    """Nobody is said to have met a person who was only quoted."""
    there = [Participant(name="Ani Rekaan"), Participant(name="Budi Rekaan", role="speaker")]
    absent = Participant(name="Citra Rekaan", role="represented")
    known = many.built([many.one(1, participants=(*there, absent)), many.one(2)])
    assert site.met(known, "person", "ani-rekaan") == {"budi-rekaan": 1}
    assert site.met(known, "person", "citra-rekaan") == {}


def test_one_word_names_are_people_of_their_regency() -> None:
    """Two officials called Masykur at two ends of the country are not one person."""
    who = (Participant(name="Masykur"),)
    west = many.one(1, participants=who, places=(Place("32.12"),))
    east = many.one(2, participants=who, places=(Place("64.71"),))
    found = many.built([west, east]).groups["person"]
    assert (
        found.keys() == {"masykur-kabupaten-indramayu", "masykur-kota-jayapura"} or len(found) == 2
    )


def test_merged_entries_are_redirects_only() -> None:
    """A report that was merged into another is not listed twice."""
    merged = many.one(1, status="merged", merged_into="rekaan0002")
    known = many.built([merged, many.one(2)])
    assert list(known.entries) == ["rekaan0002"]
    assert list(known.merged) == ["rekaan0001"]
    assert len(known.group("regency", "32.12")) == 1


def test_weeks_of_year_ends() -> None:
    """An event on New Year's Eve is in the week that the standard says, 2015 to 2035."""
    for year in range(2015, 2036):
        for day in (dt.date(year, 12, 28), dt.date(year, 12, 31), dt.date(year + 1, 1, 1)):
            slug = week.slug(day)
            assert week.monday(slug) <= day <= week.sunday(slug)
            assert (week.monday(slug).isocalendar()[:2]) == (int(slug[:4]), week.number(slug))
            assert week.step(week.step(slug, 1), -1) == slug
    assert week.slug(dt.date(2021, 1, 3)) == "2020-W53"
    assert week.until("2021-W01", 3) == ("2020-W52", "2020-W53", "2021-W01")


def test_a_correction_is_listed_by_its_day() -> None:
    """A reader of corrections sees the latest first, however old the entry."""
    from digest.entry import Correction  # noqa: PLC0415 -- used once

    old = many.one(1, corrections=(Correction(dt.date(2024, 2, 1), "Rekaan."),))
    new = many.one(2, corrections=(Correction(dt.date(2024, 1, 1), "Rekaan."),))
    known = many.built([new, old, many.one(3)])
    assert known.group("correction", site.CORRECTED) == (old, new)
    assert site.corrected(replace(old, corrections=())) is None
