"""Stage: output. Pictures drawn at build time as SVG text, each with its data as rows for a table.

comes in: counts, weeks or meetings, a language, and a function that gives addresses
goes out: one `<svg>` element to put into a page as it is, and the rows of the table beside it

A picture is a shortcut for the mouse: its links take no tab stop, because the table beside it has
the same links in a size that fits a finger. Colours come from the theme by class; no picture has a
style attribute, a script or a handler, so that the strictest content security policy lets it be.

A row of a table is its cells and, last, the address it links to (empty: none).
"""

from digest.chart.maps import legend, map_rows, shape_map, tile_map
from digest.chart.network import MOST, Meeting, network, network_rows
from digest.chart.outline import Outlines, shapes, tiles
from digest.chart.strip import Week, week_rows, week_strip
from digest.chart.svg import Row

__all__ = [
    "MOST",
    "Meeting",
    "Outlines",
    "Row",
    "Week",
    "legend",
    "map_rows",
    "network",
    "network_rows",
    "shape_map",
    "shapes",
    "tile_map",
    "tiles",
    "week_rows",
    "week_strip",
]
