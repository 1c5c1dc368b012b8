"""The list of regencies, and how a name finds its regency."""

import json
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digest import regency
from digest.catalogue import MESSAGES, text
from digest.regency import Gazetteer, GazetteerError

INDONESIA = regency.load()
# An invented country: two parishes of one name in two provinces, with its own kinds.
INVENTED: dict[str, list[dict[str, object]] | dict[str, list[int]]] = {
    "provinces": [{"code": "N", "name": "Utara Rekaan"}, {"code": "S", "name": "Selatan"}],
    "regencies": [
        {"code": "N-1", "kind": "parish", "name": "Ålby", "province": "N", "full": "Ålby parish"},
        {"code": "S-1", "kind": "borough", "name": "Ålby", "province": "S"},
        {"code": "S-2", "kind": "borough", "name": "Testum", "province": "S", "aliases": ["Tst"]},
    ],
    "kinds": [{"kind": "parish", "prefixes": ["Parish of"]}, {"kind": "borough"}],
    "tiles": {"N-1": [0, 0], "S-1": [0, 1]},
}


def names(query: str, gazetteer: Gazetteer = INDONESIA) -> list[str]:
    return [each.full for each in gazetteer.find(query)]


def test_counts() -> None:
    """A site has a page for each of the 514 regencies of all 38 provinces."""
    kinds = Counter(each.kind for each in INDONESIA.regencies.values())
    assert kinds == {"kabupaten": 416, "kota": 98}
    assert len(INDONESIA.provinces) == 38
    assert len(INDONESIA.by_slug) == 514
    assert list(INDONESIA.regencies) == sorted(INDONESIA.regencies)
    assert {each.province for each in INDONESIA.regencies.values()} == set(INDONESIA.provinces)


@pytest.mark.parametrize("number", [26])
def test_collisions(number: int) -> None:
    """A bare name of both a kabupaten and a kota is never taken for one of them."""
    bare = Counter(regency.fold(each.name) for each in INDONESIA.regencies.values())
    twice = [name for name, count in bare.items() if count > 1]
    assert len(twice) == number
    for name in twice:
        assert {each.kind for each in INDONESIA.find(name)} == {"kabupaten", "kota"}


def test_own_name_finds_each() -> None:
    """Every regency is found by its code, its code without the dot, and its full name."""
    for each in INDONESIA.regencies.values():
        for query in (each.code, each.code.replace(".", ""), each.full, each.full.upper()):
            assert INDONESIA.find(query) == (each,), query
        for alias in each.aliases:
            assert each in INDONESIA.find(alias)


@pytest.mark.parametrize(
    ("code", "zone"),
    [("11.01", "WIB"), ("21.03", "WIB"), ("35.10", "WIB"), ("61.06", "WIB"), ("62.12", "WIB"),
     ("51.01", "WITA"), ("53.05", "WITA"), ("63.02", "WITA"), ("65.03", "WITA"), ("71.04", "WITA"),
     ("82.08", "WIT"), ("81.08", "WIT"), ("91.71", "WIT"), ("96.03", "WIT")],
)  # fmt: skip
def test_zone(code: str, zone: str) -> None:
    """An hour is shown in the time zone of its place."""
    assert INDONESIA.regencies[code].zone == zone


@pytest.mark.parametrize(
    ("query", "full"),
    [
        ("Kab. Indramayu", "Kabupaten Indramayu"),
        ("kab indramayu", "Kabupaten Indramayu"),
        ("  INDRAMAYU ", "Kabupaten Indramayu"),
        ("Kab Bandung", "Kabupaten Bandung"),
        ("Kota Bdg", "Kota Bandung"),
        ("Kodya Bandung", "Kota Bandung"),
        ("KBB", "Kabupaten Bandung Barat"),
        ("Solo", "Kota Surakarta"),
        ("Jogja", "Kota Yogyakarta"),
        ("Kukar", "Kabupaten Kutai Kartanegara"),
        ("Kab. Kotim", "Kabupaten Kotawaringin Timur"),
        ("Bolmong", "Kabupaten Bolaang Mongondow"),
        ("OKU", "Kabupaten Ogan Komering Ulu"),
        ("OKU Timur", "Kabupaten Ogan Komering Ulu Timur"),
        ("Deliserdang", "Kabupaten Deli Serdang"),
        ("Tobasa", "Kabupaten Toba"),
        ("Makasar", "Kota Makassar"),
        ("Toli toli", "Kabupaten Toli-Toli"),
        ("Pangkalpinang", "Kota Pangkal Pinang"),
        ("Kotabaru", "Kabupaten Kotabaru"),
        ("Kota Batu", "Kota Batu"),
        ("Kota Jakarta Selatan", "Kota Administrasi Jakarta Selatan"),
        ("Jakarta Selatan", "Kota Administrasi Jakarta Selatan"),
        ("Kota Adm. Jakarta Selatan", "Kota Administrasi Jakarta Selatan"),
        ("Kepulauan Seribu", "Kabupaten Administrasi Kepulauan Seribu"),
        ("Kab. Kep. Seribu", "Kabupaten Administrasi Kepulauan Seribu"),
        ("Sitaro", "Kabupaten Kepulauan Siau Tagulandang Biaro"),
        ("Banjar, Jawa Barat", "Kota Banjar"),
        ("Banjar, Kalsel", "Kabupaten Banjar"),
    ],
)
def test_ways_to_write(query: str, full: str) -> None:
    """An editor may write a regency as newspapers and offices do."""
    assert names(query) == [full]


def test_ambiguous() -> None:
    """A name that several regencies share offers all of them."""
    assert names("Bogor") == ["Kabupaten Bogor", "Kota Bogor"]
    assert names("Mura") == ["Kabupaten Musi Rawas", "Kabupaten Murung Raya"]


@pytest.mark.parametrize(
    "query", ["", "Kota Indramayu", "Indramyu", "99.99", "9999", "3212.01", "Bogor, Bali", "1"]
)
def test_unknown(query: str) -> None:
    """What names no regency finds none, not the next best."""
    assert names(query) == []


def test_nearest() -> None:
    """A misspelt name is answered with the names that were probably meant."""
    assert INDONESIA.nearest("Indramyu")[0] == "Kabupaten Indramayu"
    assert INDONESIA.nearest("Kab Bandng")[:2] == ("Kabupaten Bandung", "Kota Bandung")
    assert INDONESIA.nearest("Kota Indramayu", 1) == ("Kabupaten Indramayu",)
    assert INDONESIA.nearest("zzz") == ()


@settings(deadline=None)
@given(st.text(max_size=40))
def test_any_text(query: str) -> None:
    """Whatever an editor types, looking it up gives an answer."""
    assert len(INDONESIA.nearest(query)) <= 3
    assert all(each.code in INDONESIA.regencies for each in INDONESIA.find(query))


def test_neighbours() -> None:
    """A regency's page leads to those around it, and they lead back."""
    around = {INDONESIA.regencies[code].name for code in INDONESIA.regencies["32.12"].neighbours}
    assert around >= {"Cirebon", "Majalengka", "Sumedang", "Subang"}
    for each in INDONESIA.regencies.values():
        assert each.neighbours
        assert all(each.code in INDONESIA.regencies[code].neighbours for code in each.neighbours)


def test_tiles() -> None:
    """Every regency has a tile of its own on the map, west to the left and south below."""
    tiles = INDONESIA.tiles
    assert set(tiles) == set(INDONESIA.regencies)
    assert len(set(tiles.values())) == 514
    sabang, merauke, rote, talaud = (tiles[code] for code in ("11.72", "93.01", "53.14", "71.04"))
    assert sabang == (0, 0)
    assert merauke[0] == max(column for column, _ in tiles.values())
    assert rote[1] == max(row for _, row in tiles.values())
    assert talaud[1] < tiles["71.71"][1]


def test_provinces_hold_together() -> None:
    """On the tile map, the mainland regencies of a province touch one another."""
    for province in ("11", "12", "13", "14", "15", "16", "17", "18", "32", "33", "34", "35", "36",
                     "51", "61", "62", "63", "64", "65", "75", "76", "94", "95"):  # fmt: skip
        cells = {tile for code, tile in INDONESIA.tiles.items() if code[:2] == province}
        islands = sorted(_islands(cells), key=len)
        assert len(islands[-1]) >= 0.8 * len(cells), province


def _islands(cells: set[tuple[int, int]]) -> list[set[tuple[int, int]]]:
    left, found = set(cells), []
    while left:
        island, waiting = set(), [left.pop()]
        while waiting:
            column, row = waiting.pop()
            island.add((column, row))
            near = {(column + dx, row + dy) for dx in (-1, 0, 1) for dy in (-1, 0, 1)} & left
            left -= near
            waiting.extend(near)
        found.append(island)
    return found


def test_districts() -> None:
    """An article's kecamatan tells its regency, or all that it may be."""
    assert ("Haurgeulis", "32.12") in regency.districts()["haurgeulis"]
    assert len(regency.district_names()) == 7285
    assert len(regency.districts()["sukajadi"]) > 1
    known = {code for each in regency.districts().values() for _, code in each}
    assert known == set(INDONESIA.regencies)


def test_villages() -> None:
    """An article's desa or kelurahan tells its kecamatan."""
    codes = regency.village_codes()
    assert sum(len(each.split()) for each in codes.values()) == 83_762
    found = {regency.district_names()[code] for code in codes["haurgeulis"].split()}
    assert "Haurgeulis" in found


def test_loaded_once() -> None:
    """The shipped list is read once however often it is asked for."""
    assert regency.load() is INDONESIA


def test_own_gazetteer(tmp_path: Path) -> None:
    """A site of any other country works with its own areas and kinds."""
    path = tmp_path / "areas.json"
    path.write_text(json.dumps(INVENTED), encoding="utf-8")
    known = regency.load(path)
    assert [each.slug for each in known.regencies.values()] == ["alby-parish", "alby", "testum"]
    assert names("alby", known) == ["Ålby parish", "Ålby"]
    assert names("Parish of Ålby", known) == ["Ålby parish"]
    assert names("Ålby, Selatan", known) == ["Ålby"]
    assert names(" N-1 ", known) == ["Ålby parish"]
    assert known.provinces["N"].slug == "utara-rekaan"
    assert known.tiles["S-1"] == (0, 1)
    assert known.regencies["S-2"].zone == ""


def _changed(**changes: object) -> bytes:
    return json.dumps(INVENTED | changes).encode()


AREA = {"code": "S-9", "kind": "borough", "name": "Baru", "province": "S"}


@pytest.mark.parametrize(
    ("data", "key", "values"),
    [
        (b"[", "gazetteer.unreadable", {}),
        (b"\xff\xfe", "gazetteer.unreadable", {}),
        (b'{"provinces":' + b"[" * 5000, "gazetteer.unreadable", {}),
        (b"{}", "gazetteer.unreadable", {}),
        (_changed(extra=1), "gazetteer.unreadable", {}),
        (_changed(regencies=[AREA, AREA], tiles={}), "gazetteer.twice",
         {"field": "code", "value": "S-9"}),
        (_changed(regencies=[AREA, AREA | {"code": "S-8"}], tiles={}), "gazetteer.twice",
         {"field": "slug", "value": "baru"}),
        (_changed(regencies=[AREA, AREA | {"code": "S-8", "slug": "x"}], tiles={}),
         "gazetteer.twice", {"field": "full", "value": "baru"}),
        (_changed(regencies=[AREA | {"province": "Q"}], tiles={}), "gazetteer.unknown",
         {"field": "province", "value": "Q"}),
        (_changed(regencies=[AREA | {"neighbours": ["Q"]}], tiles={}), "gazetteer.unknown",
         {"field": "neighbours", "value": "Q"}),
        (_changed(tiles={"Q": [0, 0]}), "gazetteer.unknown", {"field": "tiles", "value": "Q"}),
        (_changed(tiles={"N-1": [1, 2], "S-1": [1, 2]}), "gazetteer.twice",
         {"field": "tile", "value": "[1, 2]"}),
        (_changed(regencies=[AREA | {"slug": "../x"}], tiles={}), "gazetteer.slug",
         {"value": "../x"}),
    ],
)  # fmt: skip
def test_faulty_gazetteer(data: bytes, key: str, values: dict[str, str]) -> None:
    """A gazetteer that cannot be used says what is wrong with it, in both languages."""
    with pytest.raises(GazetteerError) as caught:
        regency.parse(data)
    assert caught.value.key == key
    assert dict(caught.value.values) == values or "reason" in caught.value.values
    for language in ("id", "en"):
        assert "{" not in text(language, key, **caught.value.values).replace("{}", "")


def test_messages_have_places_for_their_values() -> None:
    """Every message about a gazetteer exists in Indonesian and English."""
    for key, words in MESSAGES.items():
        if key.startswith(("gazetteer.", "shapes.")):
            assert len(set(words)) == 2
