"""The whole site, byte for byte: what changes for readers shows as a diff.

In: `tests/sites/golden`. Out: `tests/golden`, written by `make golden` and read by people. Files
that only machines read, and the pages of places without entries, are there by their hash alone.
"""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from built import Built

KEPT = Path(__file__).parent / "golden"
TEXT = {".html", ".xml", ".json", ".ics", ".opml", ".txt", ".csv", ".jsonl", ".css", ".webmanifest"}
LIBRARY = ("data/digest.db", "data/SHA256SUMS", "data/datapackage.json")
PLACES = ("wilayah/", "provinsi/")


def readable(site: Built) -> Iterator[str]:
    """Yield the files that a person reviews."""
    for name in hashes(site):
        path = site.out / name
        if name.startswith("pagefind/") or (path.suffix not in TEXT and "." in path.name):
            continue
        if not name.startswith(PLACES) or name.count("/") == 1 or b"/entri/" in path.read_bytes():
            yield name


def hashes(site: Built) -> dict[str, str]:
    """Return the hash of every file but those that differ with the version of SQLite."""
    found: dict[str, str] = json.loads((site.out / "manifest.json").read_text("utf-8"))["files"]
    return {name: sha for name, sha in found.items() if name not in LIBRARY}


def test_golden_tree(built_site: Built, request: pytest.FixtureRequest) -> None:
    """A reader gets exactly the pages, feeds and files that were reviewed."""
    names = list(readable(built_site))
    if request.config.getoption("--golden"):
        _write(built_site, names)
    kept = sorted(path.relative_to(KEPT).as_posix() for path in KEPT.rglob("*") if path.is_file())
    assert kept == sorted([*names, "hashes.json"])
    changed = [
        name for name in names if (KEPT / name).read_bytes() != (built_site.out / name).read_bytes()
    ]
    assert changed == [], "look at it with `make golden` and `git diff`"
    expected = json.loads((KEPT / "hashes.json").read_text("utf-8"))
    assert {
        name: sha for name, sha in hashes(built_site).items() if expected.get(name) != sha
    } == {}
    assert expected.keys() == hashes(built_site).keys()


def _write(site: Built, names: list[str]) -> None:
    shutil.rmtree(KEPT, ignore_errors=True)
    for name in names:
        (KEPT / name).parent.mkdir(parents=True, exist_ok=True)
        (KEPT / name).write_bytes((site.out / name).read_bytes())
    written = json.dumps(hashes(site), indent=1, sort_keys=True)
    (KEPT / "hashes.json").write_text(written + "\n", "utf-8")
