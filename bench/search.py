"""Measure searching: seconds to index, bytes of a reader's first query.

In: numbers of invented entries, as in `python bench/search.py 1000 10000`. Out: for each the time
to index, and the bytes of all bodies over a host that compresses with gzip, when the first results
are there and when everything is: facets, on a desk, and the indexes of older years.
"""

import sys
import tempfile
import time
from collections import defaultdict
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

from invent import write  # type: ignore[import-not-found] # beside this file
from playwright.sync_api import Browser, sync_playwright

import tools
from digest import files, index
from digest.build import desk_of
from digest.cache import Cache
from digest.load import load, read_frame
from web import serving

QUERY = "/cari/?q=keamanan"
KINDS = {
    ".html": "page",
    ".css": "page",
    ".svg": "page",
    ".js": "scripts",
    ".pagefind": "program",
    ".pf_meta": "index",
    ".pf_index": "index",
    ".pf_filter": "facets",
    ".pf_fragment": "results",
    ".json": "index",
    ".webmanifest": "page",
}

WATCH = """new MutationObserver(() => {
  if (!window.seen && document.querySelector('ol.results li')) window.seen = performance.now();
}).observe(document, { childList: true, subtree: true });"""
LOADED = """() => ['navigation', 'resource']
  .flatMap((kind) => performance.getEntriesByType(kind))
  .map((one) => [
    new URL(one.name).pathname, one.encodedBodySize, one.responseEnd <= window.seen,
  ]);"""
Sizes = defaultdict[str, int]


def site(count: int, folder: Path) -> float:
    """Write what a search touches of a site of so many entries. Return the seconds to index it."""
    root, out = folder / "site", folder / "out"
    write(root, count)
    frame, _ = read_frame(root)
    if frame is None:
        raise SystemExit("no site")
    with Cache.open(root, frame.decoding) as cache:
        desk = desk_of(load(root, frame, cache, 2), drafts=False)
    start = time.perf_counter()
    made = index.files(desk.site, root)
    seconds = time.perf_counter() - start
    pages = (
        file for file in files.files(desk) if file.path.startswith(("cari/", "aset/", "_head"))
    )
    for file in (*made, *(page for page in pages if not file_is_picture(page.path))):
        place = out / file.path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(file.make())
    return seconds


def file_is_picture(path: str) -> bool:
    """Tell whether a path is that of a picture for sharing."""
    return path.endswith(".png")


def first_query(browser: Browser, address: str, width: int) -> tuple[Sizes, Sizes]:
    """Return the bytes by kind that a reader has loaded at the first results, and at the end."""
    page = browser.new_page(viewport={"width": width, "height": 800})
    page.add_init_script(WATCH)
    page.goto(address, wait_until="networkidle")
    page.wait_for_function("window.seen")
    page.wait_for_timeout(1000)
    first: Sizes = defaultdict(int)
    whole: Sizes = defaultdict(int)
    for path, size, early in page.evaluate(LOADED):
        kind = KINDS[Path(path).suffix or ".html"]
        whole[kind] += size
        if early:
            first[kind] += size
    page.close()
    return first, whole


def shown(sizes: Sizes) -> str:
    """Return sizes as they are printed."""
    parts = ", ".join(f"{kind} {size}" for kind, size in sorted(sizes.items()))
    return f"{sum(sizes.values())} bytes ({parts})"


def main() -> None:
    """Measure each number of entries that was asked for."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=tools.browser(), args=["--no-sandbox", "--disable-gpu"]
        )
        for count in map(int, sys.argv[1:] or ["1000"]):
            with tempfile.TemporaryDirectory() as name:
                seconds = site(count, Path(name))
                print(f"{count} entries: indexed in {seconds:.1f} s")
                with serving(Path(name) / "out", "https://rekaan.example") as web:
                    for width in (360, 1280):
                        first, whole = first_query(browser, web.url + QUERY, width)
                        print(f"  {width} px, first results: {shown(first)}")
                        print(f"  {width} px, everything:    {shown(whole)}")
        browser.close()


if __name__ == "__main__":
    main()
