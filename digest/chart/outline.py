"""Outlines of regencies: tiles, or the real shapes that a site supplies as TopoJSON.

comes in: the gazetteer's tiles; or TopoJSON in degrees whose geometries carry a regency's code as
          `id` or as `properties.code`
goes out: `Outlines`: one SVG path a regency
"""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import accumulate, pairwise
from types import MappingProxyType
from typing import TypeAlias

import msgspec
from msgspec import Struct

from digest.chart.svg import figure
from digest.regency import Gazetteer, GazetteerError

PITCH = 10
"""From one tile to the next; a tile itself is 9 wide, so that a gap shows."""
WIDTH = 10_000
"""Tenths of a unit that real shapes are wide."""

Point: TypeAlias = tuple[float, float]
Ring: TypeAlias = list[int]
"""Numbers of arcs, end to end; `~n` is arc `n` backwards."""


class Outlines(Struct, frozen=True):
    """A path for each regency, ready to draw."""

    name: str
    """`tiles` or `shapes`: the class of the picture."""
    size: tuple[float, float]
    """Width and height of the picture."""
    paths: Mapping[str, str]
    """Path data by code."""


class _Shape(Struct, frozen=True):
    """What a geometry of either kind says about its regency."""

    id: str | int | float | None = None
    properties: dict[str, object] | None = None


class _Polygon(_Shape, frozen=True, tag_field="type", tag="Polygon"):
    arcs: list[Ring] = []


class _MultiPolygon(_Shape, frozen=True, tag_field="type", tag="MultiPolygon"):
    arcs: list[list[Ring]] = []


class _Collection(Struct, frozen=True, tag_field="type", tag="GeometryCollection"):
    geometries: "list[_Geometry]" = []


_Geometry: TypeAlias = _Polygon | _MultiPolygon | _Collection


class _Transform(Struct, frozen=True):
    """Whole numbers to degrees."""

    scale: Point
    translate: Point


class _Topology(Struct, frozen=True, tag_field="type", tag="Topology"):
    """A TopoJSON file: borders that two regencies share are written once, as arcs."""

    arcs: list[list[list[float]]]
    objects: dict[str, _Geometry]
    transform: _Transform | None = None


@lru_cache(maxsize=4)
def tiles(gazetteer: Gazetteer) -> Outlines:
    """Return one square a regency, where the gazetteer has it."""
    places = gazetteer.tiles
    columns = max((column for column, _ in places.values()), default=0) + 1
    rows = max((row for _, row in places.values()), default=0) + 1
    paths = {
        code: f"M{PITCH * column} {PITCH * row}h9v9h-9z" for code, (column, row) in places.items()
    }
    return Outlines("tiles", (PITCH * columns - 1, PITCH * rows - 1), MappingProxyType(paths))


def shapes(topojson: bytes | Mapping[str, object], gazetteer: Gazetteer) -> Outlines:
    """Return the real shapes of the regencies, in an equirectangular projection.

    Raise `GazetteerError` when `topojson` is no TopoJSON of areas, or when none of them is in
    `gazetteer`; a geometry without a known code is left out.
    """
    topology = _decoded(topojson)
    found = {code: rings for code, rings in _rings(topology) if code in gazetteer.regencies}
    if not found:
        raise GazetteerError("shapes.nameless")
    try:
        arcs = [list(_degrees(arc, topology.transform)) for arc in topology.arcs]
        areas = {code: [_joined(ring, arcs) for ring in rings] for code, rings in found.items()}
    except IndexError as error:
        raise GazetteerError("shapes.unreadable", reason=str(error)) from error
    return _projected(areas)


def _decoded(topojson: bytes | Mapping[str, object]) -> _Topology:
    try:
        if isinstance(topojson, bytes):
            return msgspec.json.decode(topojson, type=_Topology)
        return msgspec.convert(topojson, type=_Topology)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise GazetteerError("shapes.unreadable", reason=str(error)) from error


def _degrees(arc: Sequence[Sequence[float]], transform: _Transform | None) -> Iterator[Point]:
    """Decode an arc: with a transform, each point is a step from the one before."""
    points = [(point[0], point[1]) for point in arc]
    if transform is None:
        yield from points
        return
    (east, north), (west, south) = transform.scale, transform.translate
    for x, y in accumulate(points, lambda one, step: (one[0] + step[0], one[1] + step[1])):
        yield x * east + west, y * north + south


def _rings(topology: _Topology) -> Iterator[tuple[str, list[Ring]]]:
    """Yield the code and the rings of every area, however deep it lies in collections."""
    waiting = list(topology.objects.values())
    while waiting:
        match waiting.pop():
            case _Collection(geometries=inner):
                waiting.extend(inner)
            case _Polygon(arcs=rings) as shape:
                yield _code(shape), rings
            case _MultiPolygon(arcs=polygons) as shape:
                yield _code(shape), [ring for polygon in polygons for ring in polygon]


def _code(shape: _Shape) -> str:
    return str((shape.properties or {}).get("code") or shape.id or "")


def _joined(ring: Ring, arcs: Sequence[Sequence[Point]]) -> list[Point]:
    """Return the points of a ring: arcs end to end, the point where two meet taken once."""
    points: list[Point] = []
    for number in ring:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        points.extend(arc[1:] if points else arc)
    return points


def _projected(rings: Mapping[str, Iterable[list[Point]]]) -> Outlines:
    points = [point for each in rings.values() for ring in each for point in ring]
    if not points or not all(abs(x) <= 180 and abs(y) <= 90 for x, y in points):  # noqa: PLR2004 -- degrees
        raise GazetteerError("shapes.degrees")
    west, east = min(x for x, _ in points), max(x for x, _ in points)
    south, north = min(y for _, y in points), max(y for _, y in points)
    narrow = math.cos(math.radians((north + south) / 2))
    scale = WIDTH / ((east - west) * narrow or 1)

    def to_tenths(point: Point) -> tuple[int, int]:
        return round((point[0] - west) * narrow * scale), round((north - point[1]) * scale)

    paths = {
        code: "".join(_path([to_tenths(point) for point in ring]) for ring in each)
        for code, each in rings.items()
    }
    height = round((north - south) * scale)
    return Outlines(
        "shapes", (WIDTH / 10, height / 10), MappingProxyType(dict(sorted(paths.items())))
    )


def _path(points: list[tuple[int, int]]) -> str:
    """Return a closed ring of tenths as path data, in steps; steps of nothing are left out."""
    if not points:
        return ""
    steps = [(x - u, y - v) for (u, v), (x, y) in pairwise(points)]
    lines = " ".join(f"{figure(x / 10)} {figure(y / 10)}" for x, y in steps[:-1] if x or y)
    start = f"M{figure(points[0][0] / 10)} {figure(points[0][1] / 10)}"
    return f"{start}l{lines}z" if lines else ""
