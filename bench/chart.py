"""Time the pictures: `python bench/chart.py`. The data is invented.

A line each: what, microseconds (best of several rounds), bytes, bytes compressed.
"""

import gzip
import timeit
from collections.abc import Callable

from digest import chart, regency, week
from digest.share import share_image

INDONESIA = regency.load()
CODES = tuple(INDONESIA.regencies)
WEEKS = [(slug, place % 5, f"/pekan/{slug}/") for place, slug in
         enumerate(week.until("2023-W48", 53))]  # fmt: skip
MET = [(f"Lembaga Rekaan Nomor {number}", 1 + number % 7, f"/l/{number}/") for number in range(24)]
LONG = "Polres Rekaan Ikuti Dialog Penguatan “Pemilu Damai” – Bersama FKUB dan Bawaslu " * 3


def tile_map(regencies: int) -> str:
    """Draw a map on which so many regencies have events."""
    counts = {code: 1 + place % 9 for place, code in enumerate(CODES[:: len(CODES) // regencies])}
    return chart.tile_map(INDONESIA, counts, "id", lambda each: f"/wilayah/{each.slug}/")


WORKS: dict[str, Callable[[], str | bytes]] = {
    "map, no events": lambda: chart.tile_map(INDONESIA, {}, "id"),
    "map, 60 regencies": lambda: tile_map(60),
    "map, 514 regencies": lambda: tile_map(514),
    "strip, 53 weeks": lambda: chart.week_strip(WEEKS, "id"),
    "network, 24 names": lambda: chart.network("Lembaga Rekaan", MET, "id"),
    "share image, 74 letters": lambda: share_image(LONG[:74], "Kota Rekaan", "2023", "Rekaan"),
    "share image, 190 letters": lambda: share_image(LONG[:190], "Kota Rekaan", "2023", "Rekaan"),
}


def main() -> None:
    """Print a line for each kind of picture."""
    for name, work in WORKS.items():
        data = work()
        data = data.encode() if isinstance(data, str) else data
        rounds = timeit.repeat(work, number=10, repeat=7)
        micros = min(rounds) / 10 * 1e6
        print(f"{name:26}{micros:8.0f} µs{len(data):8}{len(gzip.compress(data, 9)):8}")


if __name__ == "__main__":
    main()
