"""Measure searching: seconds to index, bytes of a reader's first query.

In: numbers of invented entries, as in `python bench/search.py 1000 10000`. Out: for each the time
to index, and the bytes of all bodies over a host that compresses with gzip: on a telephone up to the
first results, on a desk until the facets stand beside them.
"""

import sys
import tempfile
import time
from collections import defaultdict
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

from invent import write
from playwright.sync_api import Browser, Response, sync_playwright

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


def first_query(browser: Browser, address: str, width: int) -> tuple[dict[str, int], float]:
    """Return the bytes by kind that a reader loads until there are results, and the seconds."""
    page = browser.new_page(viewport={"width": width, "height": 800})
    answers: list[Response] = []
    page.on("response", lambda answer: answers.append(answer))
    start = time.perf_counter()
    page.goto(address)
    page.wait_for_selector("ol.results li")
    if width > 1000:  # noqa: PLR2004 -- there the facets stand beside the results
        page.wait_for_selector("[data-facet=tahun] li")
    seconds = time.perf_counter() - start
    sizes: defaultdict[str, int] = defaultdict(int)
    for answer in tuple(answers):
        path = answer.url.partition("?")[0]
        kind = KINDS[Path(path).suffix or ".html"]
        sizes[kind] += int(answer.headers.get("content-length", 0))
    page.close()
    return dict(sizes), seconds


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
                        sizes, waited = first_query(browser, web.url + QUERY, width)
                        parts = ", ".join(f"{kind} {size}" for kind, size in sorted(sizes.items()))
                        total = sum(sizes.values())
                        print(f"  {width} px: {total} bytes in {waited:.2f} s ({parts})")
        browser.close()


if __name__ == "__main__":
    main()
