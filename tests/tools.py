"""Outside tools that tests lean on: where they are on this machine, or why they are not.

In: PATH and the folders that installers fill. Out: a path, or None; a test without its tool skips.
"""

import os
import shutil
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
JUDGES = ROOT / "tests" / "judges"
NODE_MODULES = JUDGES / "node_modules"

BROWSERS = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome")
APPLICATIONS = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)


@cache
def browser() -> Path | None:
    """Return a Chromium: the one named in CHROMIUM, one on PATH, or one Playwright has fetched."""
    return next((path for path in _browsers() if path.is_file()), None)


def _browsers() -> Iterator[Path]:
    if named := os.environ.get("CHROMIUM"):
        yield Path(named)
    for name in BROWSERS:
        if found := shutil.which(name):
            yield Path(found)
    yield from map(Path, APPLICATIONS)
    home = Path(os.environ.get("PLAYWRIGHT_BROWSERS_PATH") or _cache() / "ms-playwright")
    for pattern in ("chrome-*/chrome", "chrome-*/chrome.exe", "chrome-mac*/*.app/Contents/MacOS/*"):
        yield from sorted(home.glob(f"chromium-*/{pattern}"), reverse=True)


def _cache() -> Path:
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches"
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", str(Path.home())))
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")


def program(name: str) -> Path | None:
    """Return the program NAME on PATH."""
    found = shutil.which(name)
    return Path(found) if found else None


def package(name: str) -> Path | None:
    """Return the folder of an installed Node package of the judges."""
    folder = NODE_MODULES / name
    return folder if folder.is_dir() else None


def feedvalidator() -> Path | None:
    """Return the `src` folder of a checkout of the W3C feed validator, named in FEEDVALIDATOR.

    It is published in no registry, so nobody is given it unasked.
    """
    named = os.environ.get("FEEDVALIDATOR")
    return Path(named) if named and Path(named, "feedvalidator").is_dir() else None


def needed(found: Path | None, name: str) -> Path:
    """Return an outside tool, or skip the test that leans on it."""
    if found is None:
        pytest.skip(f"no {name} on this machine")
    return found
