"""The pictures: well-formed, complete, harmless, and the same data as rows."""

import gzip
import json
import re
from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from digest import chart, regency, week
from digest.chart import letters
from digest.regency import GazetteerError, Regency

INDONESIA = regency.load()
COUNTS = {"32.12": 9, "32.73": 3, "11.72": 1, "93.01": 2, "31.01": 0}
HOSTILE = "\"'><script>x</script><!--]]>&"
SVG = "{http://www.w3.org/2000/svg}"


def link(place: Regency) -> str:
    return f"/wilayah/{place.slug}/"


def tree(svg: str) -> etree._Element:
    return etree.fromstring(svg.replace("<svg", f'<svg xmlns="{SVG[1:-1]}"', 1))


def titles(svg: str) -> list[str]:
    return [each.text or "" for each in tree(svg).iter(f"{SVG}title")]


def hrefs(svg: str) -> list[str]:
    return [each.get("href", "") for each in tree(svg).iter(f"{SVG}a")]


def harmless(svg: str) -> bool:
    """Tell whether a picture has only elements and attributes that a strict policy allows."""
    known = {"svg", "g", "a", "path", "circle", "text", "title"}
    attributes = {name for each in tree(svg).iter() for name in each.attrib}
    elements = {etree.QName(each).localname for each in tree(svg).iter()}
    return elements <= known and not any(re.match("style|on", str(name)) for name in attributes)


def weeks(count: int = 53, last: str = "2023-W48") -> list[chart.Week]:
    return [(slug, place % 5, f"/pekan/{slug}/") for place, slug in
            enumerate(week.until(last, count))]  # fmt: skip


def test_map_draws_every_regency() -> None:
    """A reader sees all 514 regencies, those with events as links with name and number."""
    svg = chart.tile_map(INDONESIA, COUNTS, "id", link)
    assert svg.count("v9h-9z") == 514
    assert sorted(hrefs(svg)) == sorted(link(INDONESIA.regencies[code]) for code in COUNTS
                                        if COUNTS[code])  # fmt: skip
    assert "Kabupaten Indramayu: 9 peristiwa" in titles(svg)
    assert harmless(svg)


def test_map_in_english() -> None:
    """An English site's map speaks English, one event is one."""
    svg = chart.tile_map(INDONESIA, COUNTS, "en")
    assert "Kota Sabang: 1 event" in titles(svg)
    assert "Kabupaten Indramayu: 9 events" in titles(svg)
    assert hrefs(svg) == []


@pytest.mark.parametrize(
    ("largest", "classes"),
    [
        (1, ["1", "2–3", "4–7", "8 or more"]),
        (15, ["1", "2–3", "4–7", "8 or more"]),
        (16, ["1–2", "3–8", "9–26", "27 or more"]),
        (6000, ["1–8", "9–80", "81–728", "729 or more"]),
    ],
)
def test_classes(largest: int, classes: list[str]) -> None:
    """The legend says which counts a colour stands for, and every colour can occur."""
    assert [words for _, words in chart.legend({"32.12": largest}, "en")] == classes


def test_class_of_each_count() -> None:
    """More events are a stronger colour."""
    counts = {"32.12": 1, "32.13": 2, "32.14": 3, "32.15": 4, "32.16": 8}
    svg = chart.tile_map(INDONESIA, counts, "id")
    found = {
        group.findtext(f"{SVG}title"): group.find(f"{SVG}path").get("class")  # type: ignore[union-attr]
        for group in tree(svg).iter(f"{SVG}g")
    }
    shades = dict(zip(counts, ["c1", "c2", "c2", "c3", "c4"], strict=True))
    assert found == {
        f"{INDONESIA.regencies[code].full}: {counts[code]} peristiwa": shade
        for code, shade in shades.items()
    }


def test_a_full_map_is_light() -> None:
    """A map on which every regency has events opens on a slow link, too."""
    counts = {code: 1 + place % 9 for place, code in enumerate(INDONESIA.regencies)}
    assert len(gzip.compress(chart.tile_map(INDONESIA, counts, "id", link).encode(), 9)) < 7900


def test_map_rows() -> None:
    """The table beside a map has the same regencies and counts, most first, with links."""
    rows = chart.map_rows(INDONESIA, COUNTS, "id", link)
    assert rows[0] == (
        "Kabupaten Indramayu",
        "Jawa Barat",
        "9",
        "/wilayah/kabupaten-indramayu/",
    )
    assert [row[2] for row in rows] == ["9", "3", "2", "1"]


def test_map_without_tiles() -> None:
    """A gazetteer without tiles has no map rather than an empty frame."""
    known = regency.parse(
        b'{"provinces":[{"code":"N","name":"N"}],'
        b'"regencies":[{"code":"1","kind":"k","name":"A","province":"N"}]}'
    )
    assert chart.tile_map(known, {"1": 3}, "id") == ""
    assert chart.map_rows(known, {"1": 3, "unknown": 2}, "id") == (("A", "N", "3", ""),)


SQUARES = {
    "type": "Topology",
    "transform": {"scale": [0.5, 0.5], "translate": [106, -7]},
    # A border from (107, -7) to (107, -6) that both squares share; then the rest of each.
    "arcs": [[[2, 0], [0, 2]], [[2, 2], [-2, 0], [0, -2], [2, 0]],
             [[2, 2], [2, 0], [0, -2], [-2, 0]]],
    "objects": {"invented": {"type": "GeometryCollection", "geometries": [
        {"type": "Polygon", "id": "32.12", "arcs": [[0, 1]]},
        {"type": "MultiPolygon", "properties": {"code": "32.13"}, "arcs": [[[2, -1]]]},
        {"type": "Polygon", "id": "nowhere", "arcs": [[0, 1]]},
    ]}},
}  # fmt: skip


@pytest.mark.parametrize("given_as", [lambda: SQUARES, lambda: json.dumps(SQUARES).encode()])
def test_shapes(given_as: Callable[[], bytes]) -> None:
    """A site may show its regencies in their real shapes."""
    outlines = chart.shapes(given_as(), INDONESIA)
    assert set(outlines.paths) == {"32.12", "32.13"}
    width, height = outlines.size
    assert width == 1000
    assert 500 < height < 510  # twice as wide as high, a little less so far from the equator
    assert outlines.paths["32.12"] == f"M500 {height:g}l0 -{height:g} -500 0 0 {height:g}z"
    svg = chart.shape_map(outlines, INDONESIA, COUNTS, "id", link)
    assert titles(svg) == ["Kabupaten Indramayu: 9 peristiwa"]
    assert harmless(svg)


@pytest.mark.parametrize(
    ("topojson", "key"),
    [
        (b"{", "shapes.unreadable"),
        (b"\xff", "shapes.unreadable"),
        (json.dumps(SQUARES | {"objects": {"a": {"type": "Point"}}}).encode(), "shapes.unreadable"),
        (json.dumps(SQUARES | {"arcs": []}).encode(), "shapes.unreadable"),
        (json.dumps(SQUARES | {"arcs": [[[1]], [[1]], [[1]]]}).encode(), "shapes.unreadable"),
        (json.dumps(SQUARES | {"objects": {}}).encode(), "shapes.nameless"),
        (json.dumps(SQUARES | {"transform": None}).replace("[2, 2]", "[200, 2]").encode(),
         "shapes.degrees"),
    ],
)  # fmt: skip
def test_faulty_shapes(topojson: bytes, key: str) -> None:
    """A file of shapes that cannot be drawn says what is wrong."""
    with pytest.raises(GazetteerError) as caught:
        chart.shapes(topojson, INDONESIA)
    assert caught.value.key == key


def test_strip() -> None:
    """A reader sees the weeks of a year as bars, the fullest the tallest, each a link."""
    svg = chart.week_strip(weeks(), "id")
    assert len(hrefs(svg)) == sum(count > 0 for _, count, _ in weeks())
    assert not any(title.startswith("Pekan 46 ·") for title in titles(svg))  # it has none
    assert any(title.startswith("Pekan 45 ·") and title.endswith(": 4 peristiwa")
               for title in titles(svg))  # fmt: skip
    heights = [float(found) for found in re.findall(r"v-([\d.]+)h6V", svg)]
    assert max(heights) == 48
    assert [each.text for each in tree(svg).iter(f"{SVG}text")] == ["2022", "2023"]
    assert harmless(svg)


def test_single_events_stay_low() -> None:
    """A year with one event a week does not look like a year of many."""
    svg = chart.week_strip([("2023-W47", 1, None), ("2023-W48", 0, None)], "id")
    heights = [float(found) for found in re.findall(r"v-([\d.]+)h6V", svg)]
    assert heights == [15.8]


@pytest.mark.parametrize(("meetings", "name"), [(1, "w1"), (2, "w2"), (4, "w3"), (90, "w4")])
def test_lines_of_a_network(meetings: int, name: str) -> None:
    """The more often two have met, the stronger the line between them."""
    svg = chart.network("A", [("B", meetings, None)], "id")
    assert [each.get("class") for each in tree(svg).iter(f"{SVG}path")] == [name]


@pytest.mark.parametrize("last", [f"2023-W{number:02}" for number in range(1, 53)])
def test_years_do_not_touch(last: str) -> None:
    """The years below a strip never run into one another or out of the picture."""
    svg = chart.week_strip(weeks(53, last), "id")
    places = [float(each.get("x", "")) for each in tree(svg).iter(f"{SVG}text")]
    assert all(later - earlier >= 32 for earlier, later in pairwise(places))
    assert places[-1] + 30 <= 53 * 7


def test_strip_rows() -> None:
    """The table beside a strip has its weeks, newest first."""
    rows = chart.week_rows(weeks(2, "2023-W48"), "id")
    assert rows == (("Pekan 48 · 27 November–3 Desember 2023", "1", "/pekan/2023-W48/"),)


@pytest.mark.parametrize("empty", [chart.week_strip([], "id"), chart.network("A", [], "id")])
def test_nothing_to_draw(empty: str) -> None:
    """Where there is nothing to show there is no picture."""
    assert empty == ""


def met(count: int, name: str = "Nama Rekaan yang Cukup Panjang Sekali") -> list[chart.Meeting]:
    return [(f"{name} {number}", 1 + number % 5, f"/tokoh/{number}/") for number in range(count)]


@pytest.mark.parametrize("count", [1, 2, 3, 5, 24, 60])
def test_network_keeps_its_room(count: int) -> None:
    """No name in the drawing leaves it or runs over another."""
    svg = chart.network("Lembaga Rekaan", met(count), "id")
    assert len(hrefs(svg)) == min(count, chart.MOST)
    boxes = [_box(each) for each in tree(svg).iter(f"{SVG}text")]
    height = float(tree(svg).get("viewBox", "").split()[3])
    for left, top, right, bottom in boxes:
        assert left >= 0
        assert right <= 328
        assert top >= 0
        assert bottom <= height
    for place, one in enumerate(boxes):
        assert not any(_overlap(one, other) for other in boxes[place + 1 :])


def _box(words: etree._Element) -> tuple[float, float, float, float]:
    size, x, y = (float(words.get(name, "")) for name in ("font-size", "x", "y"))
    width = letters.width(words.text or "") * size
    share = {"end": 1.0, "middle": 0.5, "start": 0.0}[words.get("text-anchor", "")]
    return x - share * width, y - 0.8 * size, x + (1 - share) * width, y + 0.2 * size


Box = tuple[float, float, float, float]


def _overlap(one: Box, other: Box) -> bool:
    apart = one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]
    return not apart


def test_network_same_whatever_the_order() -> None:
    """The drawing does not depend on the order in which meetings are given."""
    given_first = chart.network("A", met(9), "id")
    assert chart.network("A", met(9)[::-1], "id") == given_first


def test_network_rows() -> None:
    """The table beside a network has everybody met, most often first, also those not drawn."""
    rows = chart.network_rows(met(60), "id")
    assert len(rows) == 60
    assert rows[0][1:] == ("5", "/tokoh/14/")


@settings(deadline=None)
@given(st.text(max_size=60), st.integers(1, 2000))
def test_any_name(name: str, weight: int) -> None:
    """A name of any letters stays inside its line."""
    for line in letters.wrapped(name, 9.0):
        assert letters.width(line) <= 9.0 or line == "…"
    assert chart.network_rows([(name, weight, None)], "id")[0][0] == name


@pytest.mark.parametrize("text", [HOSTILE, "<b>", "a&b", "' onload='x"])
def test_hostile_text(text: str) -> None:
    """A name cannot add an element or an attribute to a picture."""
    pictures = (
        chart.network(text, [(text, 1, f"/x/{text}")], "id"),
        chart.week_strip([("2023-W48", 1, text)], "id"),
        chart.tile_map(INDONESIA, COUNTS, "id", lambda _: text),
    )
    for svg in pictures:
        assert harmless(svg)
    assert titles(pictures[0]) == [f"{text}: 1 kali bertemu"]
    assert hrefs(pictures[1]) == [text]
