"""Lay out the tile map of Indonesia: digest/data/tiles.json.

    python bench/make_tiles.py && python bench/make_regencies.py

comes in: tiles.txt (the picture, a letter a regency) and positions.txt (where regencies lie)
goes out: tiles.json, code to [column, row]; neighbours.json (input of make_regencies.py)
A province's regencies are put on its letters so that the sum of squared distances between where
they lie and where they are drawn is least (the assignment problem, solved exactly).
"""

import json
import math
import re
from pathlib import Path
from typing import TypeAlias

HERE = Path(__file__).parent
DATA = HERE.parent / "digest" / "data"
FAR = 1.7  # degrees, about 190 km: farther regencies are neighbours only of the lonely

Point: TypeAlias = tuple[float, float]
Tile: TypeAlias = tuple[int, int]


def main() -> None:
    """Write tiles.json."""
    positions = _positions()
    tiles: dict[str, Tile] = {}
    for province, cells in _cells().items():
        codes = [code for code in positions if code.startswith(province)]
        if len(codes) != len(cells):
            raise SystemExit(f"{province}: {len(codes)} regencies on {len(cells)} tiles")
        tiles |= _place({code: positions[code] for code in codes}, cells)
    beside = sorted(_neighbours(positions).items())
    _write(HERE / "neighbours.json", dict(beside))
    _write(DATA / "tiles.json", dict(sorted(tiles.items())))
    print(len(tiles), "tiles,", max(column for column, _ in tiles.values()) + 1, "columns")


def _write(path: Path, known: dict[str, Tile] | dict[str, list[str]]) -> None:
    """Write a mapping as JSON, a line a regency."""
    rows = (f'"{code}":{json.dumps(each, separators=(",", ":"))}' for code, each in known.items())
    path.write_text("{\n" + ",\n".join(rows) + "\n}\n", encoding="utf-8")


def _positions() -> dict[str, Point]:
    """Longitude and latitude downwards, by code."""
    text = (HERE / "positions.txt").read_text(encoding="utf-8")
    found = re.findall(r"(\d\d\.\d\d) ([\d.]+) (-?[\d.]+)", text)
    return {code: (float(east), -float(north)) for code, east, north in found}


def _cells() -> dict[str, list[Tile]]:
    """Read the tiles of each province."""
    head, picture = (HERE / "tiles.txt").read_text(encoding="utf-8").split("\n\n", 1)
    provinces = dict(re.findall(r"(\w) (\d\d)\b", head))
    cells: dict[str, list[Tile]] = {}
    for row, line in enumerate(picture.splitlines()):
        for column, letter in enumerate(line):
            if letter != " ":
                cells.setdefault(provinces[letter], []).append((column, row))
    return cells


def _place(positions: dict[str, Point], cells: list[Tile]) -> dict[str, Tile]:
    """Put the regencies of one province on its tiles."""
    lie, drawn = _unit(list(positions.values())), _unit([(float(x), float(y)) for x, y in cells])
    costs = [[(x - u) ** 2 + (y - v) ** 2 for u, v in drawn] for x, y in lie]
    return {code: cells[to] for code, to in zip(positions, _assign(costs), strict=True)}


def _unit(points: list[Point]) -> list[Point]:
    """Points about their middle, each axis in standard deviations."""
    axes = list(zip(*points, strict=True))
    middle = [sum(axis) / len(axis) for axis in axes]
    spread = [
        math.sqrt(sum((each - mean) ** 2 for each in axis) / len(axis)) or 1
        for axis, mean in zip(axes, middle, strict=True)
    ]
    return [((x - middle[0]) / spread[0], (y - middle[1]) / spread[1]) for x, y in points]


def _assign(costs: list[list[float]]) -> list[int]:
    """Column of each row so that the total is least (shortest augmenting paths)."""
    size = len(costs)
    over_row, over_column = [0.0] * (size + 1), [0.0] * (size + 1)
    row_of = [0] * (size + 1)
    for row in range(1, size + 1):
        row_of[0], column = row, 0
        least, before, done = [math.inf] * (size + 1), [0] * (size + 1), [False] * (size + 1)
        while row_of[column]:
            done[column] = True
            here = row_of[column]
            for to in (each for each in range(1, size + 1) if not done[each]):
                spare = costs[here - 1][to - 1] - over_row[here] - over_column[to]
                if spare < least[to]:
                    least[to], before[to] = spare, column
            nearest = min(
                (each for each in range(1, size + 1) if not done[each]), key=least.__getitem__
            )
            step = least[nearest]
            for each in range(size + 1):
                if done[each]:
                    over_row[row_of[each]] += step
                    over_column[each] -= step
                else:
                    least[each] -= step
            column = nearest
        while column:
            row_of[column] = row_of[before[column]]
            column = before[column]
    answer = [0] * size
    for column in range(1, size + 1):
        answer[row_of[column] - 1] = column - 1
    return answer


def _neighbours(positions: dict[str, Point]) -> dict[str, list[str]]:
    """Codes that are side by side, nearest first: nothing lies between the two (Gabriel graph).

    A town is small: it does not part two regencies unless both are towns.
    """
    pairs = {(one, other) for one in positions for other in _side_by_side(one, positions)}
    found: dict[str, list[str]] = {code: [] for code in positions}
    for one, other in pairs | {(other, one) for one, other in pairs}:
        found[one].append(other)
    for one, others in found.items():
        others.sort(key=lambda code: (math.dist(positions[one], positions[code]), code))
    return found


def _side_by_side(one: str, positions: dict[str, Point]) -> list[str]:
    here = positions[one]
    around = sorted((math.dist(here, there), code) for code, there in positions.items())[1:]
    found: list[str] = []
    for gap, other in around:
        if gap > FAR and found:
            break
        towns = _town(one) and _town(other)
        between = [positions[code] for _, code in around if towns or not _town(code)]
        if not _between(here, positions[other], gap, between):
            found.append(other)
    return found


def _town(code: str) -> bool:
    """Tell a kota: the last digits of its code are 71 and more."""
    return code[3] == "7"


def _between(one: Point, other: Point, gap: float, points: list[Point]) -> bool:
    middle = ((one[0] + other[0]) / 2, (one[1] + other[1]) / 2)
    return any(
        math.dist(middle, point) < gap / 2 - 1e-9 for point in points if point not in {one, other}
    )


if __name__ == "__main__":
    main()
