"""What can be found: the records of entries, their shards, and the names that are suggested."""

import datetime as dt
import json

import pytest

import invented
import many
from digest import search
from digest.entry import Entry, Participant, Place
from digest.site import Site


def dated(count: int, start: dt.date, step: int = 1) -> list[Entry]:
    """Return invented entries, so many days apart."""
    return [
        many.one(number, date=start + dt.timedelta(days=number * step))
        for number in range(1, count + 1)
    ]


def test_an_entry_is_found_by_everything_that_is_said_of_it() -> None:
    """A reader finds an event by its words, place, people, their offices and its sources."""
    one = invented.crowded()
    known = many.built([one], invented.CONFIG)
    found = search.record(known, one)
    said = f"{found.meta['title']}\n{found.content}".casefold()
    for words in (
        "Gedung Serbaguna",
        "Kabupaten Bogor",
        "Kota Kendari",
        "Sulawesi Tenggara",
        "Papua Selatan",
        "Nanda Permisalan Widyaningrum Kusumawardhani",
        "Kepala Dinas Contoh",
        "Forum Rekaan",
        "Nelayan kecil",
        "Koran Contoh",
        "Jalannya acara",
    ):
        assert words.casefold() in said


def test_what_is_said_twice_is_indexed_once() -> None:
    """A name in several fields makes neither the index larger nor an entry look more fitting."""
    people = tuple(
        Participant(name=name, position="Camat Ujian", organisation="Kecamatan Ujian")
        for name in ("Ani Satu", "Budi Dua")
    )
    one = many.one(1, participants=people)
    content = search.record(many.built([one]), one).content
    assert content.count("Kecamatan Ujian") == 1
    assert content.count("Ani Satu") == 1
    assert "Ani Satu, Camat Ujian, Kecamatan Ujian;" in content


def test_markdown_is_found_by_its_words_alone() -> None:
    """An excerpt shows words, not the marks around them; what looks like markup stays text."""
    body = "## Acara\n\nKata *miring*, [tautan](https://contoh.example/alamat) & `<b>tanda</b>`.\n"
    plain = search.plain(body)
    assert plain.split("\n")[0] == "Acara"
    assert "Kata miring, tautan & <b>tanda</b>." in plain
    assert "alamat" not in plain


def test_facets_carry_the_names_that_readers_see() -> None:
    """A facet shows a name, and its slug only travels along where it cannot be told from it."""
    one = many.one(
        1,
        places=(Place("32.12"),),
        topics=("Irigasi",),
        participants=(Participant(name="Tasim", organisation="Polres Indramayu"),),
    )
    found = search.record(many.built([one]), one)
    assert found.filters == {
        "wilayah": ["Kabupaten Indramayu"],
        "topik": ["Irigasi"],
        "lembaga": ["Polres Indramayu"],
        "tokoh": ["tasim-kabupaten-indramayu|Tasim"],
        "tahun": [str(one.date and one.date.year)],
    }
    assert found.sort == {"tanggal": str(one.date)}


def test_a_result_says_when_something_did_not_take_place() -> None:
    """A reader of results is not misled by an event that was cancelled."""
    one = many.one(1, event_status="cancelled")
    assert search.record(many.built([one]), one).meta["status"] == "Dibatalkan"
    held = many.one(2)
    assert "status" not in search.record(many.built([held]), held).meta


def test_retracted_entries_are_not_found() -> None:
    """What was withdrawn does not come up in a search any more."""
    known = many.built([invented.retracted(), many.one(1)], invented.CONFIG)
    (shard,) = search.shards(known)
    assert [one.id for one in shard.entries] == ["rekaan0001"]


def test_an_empty_site_has_nothing_to_index() -> None:
    """A site without entries is published all the same."""
    assert search.shards(many.built([])) == ()


@pytest.mark.parametrize(("whole", "names"), [(40, ["semua"]), (39, ["2024", "2023"])])
def test_a_large_site_is_searched_year_by_year(
    monkeypatch: pytest.MonkeyPatch, whole: int, names: list[str]
) -> None:
    """A reader's first search stays light: the newest year comes first, the others follow."""
    monkeypatch.setattr(search, "WHOLE", whole)
    known = many.built(dated(40, dt.date(2023, 11, 1), 3))
    found = search.shards(known)
    assert [shard.name for shard in found] == names
    days = [one.date for shard in found for one in shard.entries]
    assert days == sorted(days, reverse=True)  # type: ignore[type-var] # each has a day
    assert len(days) == 40


def test_a_crowded_year_is_split_further(monkeypatch: pytest.MonkeyPatch) -> None:
    """However much happens, no shard grows without bound before a month is its span."""
    monkeypatch.setattr(search, "WHOLE", 10)
    monkeypatch.setattr(search, "SHARD", 20)
    known = many.built(dated(90, dt.date(2023, 9, 30)))
    names = [shard.name for shard in search.shards(known)]
    assert names == ["2023-12", "2023-11", "2023-10"]


def test_older_years_stay_together_longer(monkeypatch: pytest.MonkeyPatch) -> None:
    """What seldom changes is in few, larger indexes: a reader of the archive loads fewer tables."""
    monkeypatch.setattr(search, "WHOLE", 10)
    monkeypatch.setattr(search, "SHARD", 20)
    known = many.built(dated(90, dt.date(2023, 11, 1)))
    assert [shard.name for shard in search.shards(known)] == ["2024-01", "2023"]
    monkeypatch.setattr(search, "OLDER", 20)
    names = [shard.name for shard in search.shards(known)]
    assert names == ["2024-01", "2023-12", "2023-11"]


def test_an_edit_changes_the_shard_of_its_entry_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """After an edit one shard is indexed anew, and readers keep the others they have loaded."""
    monkeypatch.setattr(search, "WHOLE", 10)
    entries = dated(40, dt.date(2023, 11, 1), 3)
    before = many.built(entries)
    edited = many.one(40, date=entries[-1].date, title="Judul baru", digest="lain")
    after = many.built([*entries[:-1], edited])
    changed = [
        one.name
        for one, other in zip(search.shards(before), search.shards(after), strict=True)
        if search.key(before, one) != search.key(after, other)
    ]
    assert changed == ["2024"]


def test_every_place_can_be_suggested_and_names_most_seen_come_first() -> None:
    """A mistyped place is understood even before anything was reported from there."""
    names = json.loads(search.names(known()))
    assert len(names["wilayah"]) == 514
    assert "Kabupaten Indramayu" in names["wilayah"]
    assert names["topik"][0] == "Irigasi"
    assert ["tasim-kabupaten-indramayu", "Tasim"] in names["tokoh"]


def test_suggested_names_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """A reader who mistypes does not have to load every name of a large site."""
    monkeypatch.setattr(search, "SUGGESTED", 1)
    names = json.loads(search.names(known()))
    assert {kind: len(found) for kind, found in names.items()} == {
        "wilayah": 514,
        "topik": 1,
        "lembaga": 1,
        "tokoh": 1,
    }


def known() -> Site:
    """Return a site on which one topic is more frequent than the other."""
    people = (Participant(name="Tasim", organisation="Polres"), Participant(name="Ani Satu"))
    common = {"places": (Place("32.12"),), "participants": people}
    return many.built(
        [
            many.one(1, topics=("Irigasi",), **common),
            many.one(2, topics=("Irigasi", "Banjir"), **common),
        ]
    )
