"""Maps: how many events each regency has.

comes in: outlines (tiles or real shapes), counts by code
goes out: an SVG picture, its legend, and the rows of its table

Regencies without events are one path; each other one is a link with a title, its path of class `c1`
to `c4` by its count. Colour never says anything alone: the title and the table give the count.
They stand in the order of their addresses, which packs best.
"""

from collections.abc import Callable, Mapping
from typing import TypeAlias

from digest.catalogue import text
from digest.chart import outline
from digest.chart.outline import Outlines
from digest.chart.svg import Row, events, mark, picture
from digest.regency import Gazetteer, Regency
from digest.typography import figure

Links: TypeAlias = Callable[[Regency], str] | None
"""Address of a regency's page."""

_CLASSES = 4


def tile_map(
    gazetteer: Gazetteer, counts: Mapping[str, int], language: str, links: Links = None
) -> str:
    """Return the map of all regencies as tiles of one size, as `shape_map` does."""
    return shape_map(outline.tiles(gazetteer), gazetteer, counts, language, links)


def shape_map(
    outlines: Outlines,
    gazetteer: Gazetteer,
    counts: Mapping[str, int],
    language: str,
    links: Links = None,
) -> str:
    """Return the map of all regencies as `outlines` has them.

    Zero counts and codes that are not on the map are left out; no outlines, no map: empty.
    """
    if not outlines.paths:
        return ""
    found = _counted(gazetteer, counts)
    full = {regency.code for regency, _ in found}
    empty = "".join(path for code, path in outlines.paths.items() if code not in full)
    ground = f'<path class="c0" d="{empty}"/>' if empty else ""
    bounds = _bounds(counts)
    inside = "".join(
        mark(
            "",
            f"{regency.full}: {events(count, language)}",
            f'<path class="c{sum(count >= bound for bound in bounds)}"'
            f' d="{outlines.paths[regency.code]}"/>',
            links(regency) if links else None,
        )
        for regency, count in sorted(found, key=lambda pair: pair[0].slug)
        if regency.code in outlines.paths
    )
    label = text(
        language,
        "chart.map.label",
        regencies=figure(len(found), language),
        events=events(sum(count for _, count in found), language),
    )
    return picture(f"map {outlines.name}", label, outlines.size, ground + inside)


def map_rows(
    gazetteer: Gazetteer, counts: Mapping[str, int], language: str, links: Links = None
) -> tuple[Row, ...]:
    """Return full name, province, count and address of each regency with events, most first."""
    found = sorted(_counted(gazetteer, counts), key=lambda pair: (-pair[1], pair[0].code))
    return tuple(
        (
            regency.full,
            gazetteer.provinces[regency.province].name,
            figure(count, language),
            links(regency) if links else "",
        )
        for regency, count in found
    )


def legend(counts: Mapping[str, int], language: str) -> tuple[tuple[str, str], ...]:
    """Return each class of a map with the counts it stands for: `("c2", "2–3")`."""
    bounds = _bounds(counts)
    pairs = zip(bounds, (*(each - 1 for each in bounds[1:]), None), strict=True)
    return tuple(
        (f"c{number}", _range(least, most, language))
        for number, (least, most) in enumerate(pairs, 1)
    )


def _range(least: int, most: int | None, language: str) -> str:
    if most is None:
        return text(language, "chart.legend.more", count=figure(least, language))
    if most == least:
        return figure(least, language)
    return f"{figure(least, language)}–{figure(most, language)}"


def _bounds(counts: Mapping[str, int]) -> tuple[int, ...]:
    """Return the least count of each class: 1, 2, 4, 8, or 1, 3, 9, 27 and so on for more."""
    largest, ratio = max(counts.values(), default=0), 2
    while ratio**_CLASSES <= largest:
        ratio += 1
    return tuple(ratio**power for power in range(_CLASSES))


def _counted(gazetteer: Gazetteer, counts: Mapping[str, int]) -> list[tuple[Regency, int]]:
    """Return regencies that have events, by code."""
    known = gazetteer.regencies
    return [
        (known[code], counts[code]) for code in sorted(counts) if code in known and counts[code] > 0
    ]
