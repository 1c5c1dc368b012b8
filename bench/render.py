"""Measure the processor's time that pages take to render, in µs a page, without writing them.

In: invented entries of `tests/invented.py`. Out: a line for each kind of page, the best of five
runs; `entry` is the one with a budget (55 µs beyond its lists).
"""

import sys
import time
from collections import defaultdict
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

import invented
from digest import plan, regency, render, site, theme
from digest.page import AnyPage

RUNS = 5


def main() -> None:
    """Print µs a page by kind, with cards fresh and with cards already rendered."""
    gazetteer, registry = regency.load(), invented.registry()
    entries = invented.entries(2000)
    whole = site.assemble(invented.CONFIG, gazetteer, registry, entries)
    kinds: dict[str, list[AnyPage]] = defaultdict(list)
    for page in plan.pages(whole):
        kinds[type(page).__name__].append(page)
    view = theme.view(invented.CONFIG, gazetteer, registry, {})
    start = time.process_time()
    for entry in entries:
        view.card(entry, "full")
    print(f"{'card':14}{(time.process_time() - start) / len(entries) * 1e6:9.1f} µs")
    for kind, pages in kinds.items():
        best = min(_seconds(pages, view) for _ in range(RUNS))
        size = sum(len(render.page(page, view)) for page in pages) / len(pages)
        print(f"{kind:14}{best / len(pages) * 1e6:9.1f} µs {size:9.0f} bytes {len(pages):6} pages")


def _seconds(pages: list[AnyPage], view: theme.View) -> float:
    start = time.process_time()
    for page in pages:
        render.page(page, view)
    return time.process_time() - start


if __name__ == "__main__":
    main()
