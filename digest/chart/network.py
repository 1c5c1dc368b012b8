"""The meeting network: whom a person or organisation met, drawn small.

comes in: the centre's name; names with the number of meetings and an address
goes out: an SVG picture, at most 24 neighbours, and the rows of its table (all of them)

Neighbours stand in two columns left and right of the centre, one below another, so that no name
touches another; those met most often stand nearest. The columns bend away from the centre like
the two halves of an ellipse.
"""

import math
from collections.abc import Sequence
from html import escape
from typing import TypeAlias

from digest.catalogue import text
from digest.chart.letters import wrapped
from digest.chart.svg import Row, counted, figure, mark, picture
from digest.typography import figure as grouped

Meeting: TypeAlias = tuple[str, int, str | None]
"""Name, number of meetings, and address of the name's page."""

MOST = 24
"""Neighbours drawn."""

_WIDTH, _ROW, _TOP = 328, 30, 40  # units, which are pixels on a small telephone
_FONT, _LINE = 11, 12  # size of names, and from line to line
_BEND = 26  # how far the middle of a column stands farther out than its ends
_NEAR = 16  # how far the ends of a column stand from the middle of the picture
_GAP = 8  # from the middle of a dot to its name


def network(centre: str, links: Sequence[Meeting], language: str) -> str:
    """Return the drawing; without anybody met, an empty text."""
    drawn = _ranked(links)[:MOST]
    if not drawn:
        return ""
    sides = (drawn[::2], drawn[1::2])
    rows = len(sides[0])
    height = _TOP + _ROW * rows
    middle = (_WIDTH / 2, _TOP + _ROW * rows / 2)
    inside = "".join(
        _neighbour(meeting, _place(row, len(side), middle, direction), middle, language)
        for side, direction in zip(sides, (-1, 1), strict=True)
        for row, meeting in zip(_inside_out(len(side)), side, strict=True)
    )
    hub = f'<circle class="hub" cx="{figure(middle[0])}" cy="{figure(middle[1])}" r="7"/>'
    names = counted("chart.names", len(links), language)
    label = text(language, "chart.network.label", name=centre, names=names)
    return picture("network", label, (_WIDTH, height), _heading(centre) + inside + hub)


def network_rows(links: Sequence[Meeting], language: str) -> tuple[Row, ...]:
    """Return name, number of meetings and address of everybody met, most often first."""
    return tuple(
        (name, grouped(weight, language), href or "") for name, weight, href in _ranked(links)
    )


def _ranked(links: Sequence[Meeting]) -> list[Meeting]:
    return sorted(links, key=lambda each: (-each[1], each[0], each[2] or ""))


def _inside_out(count: int) -> list[int]:
    """Return rows from the middle to both ends: 2, 1, 3, 0, 4."""
    return sorted(range(count), key=lambda row: (abs(row - (count - 1) / 2), row))


def _place(row: int, rows: int, middle: tuple[float, float], direction: int) -> tuple[float, float]:
    """Return where a neighbour stands; `direction` is -1 on the left and 1 on the right."""
    offset = row - (rows - 1) / 2
    share = 2 * offset / (rows + 1)
    across = _NEAR + _BEND * math.sqrt(1 - share * share)
    return middle[0] + direction * across, middle[1] + _ROW * offset


def _neighbour(
    meeting: Meeting,
    place: tuple[float, float],
    middle: tuple[float, float],
    language: str,
) -> str:
    name, weight, href = meeting
    x, y = place
    left = x < middle[0]
    room = x - _GAP if left else _WIDTH - x - _GAP
    lines = wrapped(name, room / _FONT)
    line = (
        f'<path class="w{_class(weight)}"'
        f' d="M{figure(middle[0])} {figure(middle[1])}L{figure(x)} {figure(y)}"/>'
    )
    dot = f'<circle cx="{figure(x)}" cy="{figure(y)}" r="3.5"/>'
    words = _words(lines, x - _GAP if left else x + _GAP, y, "end" if left else "start")
    title = f"{name}: {counted('chart.meetings', weight, language)}"
    return mark("met", title, line + dot + words, href)


def _class(weight: int) -> int:
    """Return 1 to 4 for one meeting, two, four, eight and more: the classes of a map."""
    return min(max(weight, 1).bit_length(), 4)


def _words(lines: Sequence[str], x: float, y: float, anchor: str) -> str:
    first = y + _FONT * 0.36 - _LINE * (len(lines) - 1) / 2
    head = f'<text font-size="{_FONT}" text-anchor="{anchor}"'
    return "".join(
        f'{head} x="{figure(x)}" y="{figure(first + _LINE * number)}">{escape(line)}</text>'
        for number, line in enumerate(lines)
    )


def _heading(centre: str) -> str:
    words = wrapped(centre, (_WIDTH - 8) / (_FONT + 2))
    first = 14 if len(words) > 1 else 18
    return "".join(
        f'<text class="centre" font-size="{_FONT + 2}" text-anchor="middle" x="{_WIDTH // 2}"'
        f' y="{first + 15 * number}">{escape(line)}</text>'
        for number, line in enumerate(words)
    )
