"""Sites built by the command, as a person would build them.

In: a site folder under `tests/sites/`. Out: a copy of it and the folder that would be published.
"""

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

GOLDEN = Path(__file__).parent / "sites" / "golden"


class Built(NamedTuple):
    """A site that was built."""

    root: Path  # the copied site folder
    out: Path  # the folder that would be published
    base_url: str  # where it would be published, without a slash at its end


SiteFactory = Callable[[Path], Built]


def build(folder: Path, place: Path, base_url: str | None = None) -> Built:
    """Build a copy of FOLDER below PLACE."""
    root, out = place / "site", place / "out"
    shutil.copytree(folder, root)
    override = ("--base-url", base_url) if base_url else ()
    digest("--root", str(root), "build", "--out", str(out), *override)
    return Built(root, out, base_url or configured(root / "site.yaml"))


def digest(*arguments: str) -> str:
    """Run the command. Return what it wrote to standard output."""
    command = Path(sys.executable).with_name("digest")
    done = subprocess.run(
        (command, *arguments), capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, f"digest {' '.join(arguments)}\n{done.stderr}"
    return done.stdout


def configured(path: Path) -> str:
    """Return the `base_url` that a site.yaml names, without a slash at its end."""
    for line in path.read_text("utf-8").splitlines():
        key, _, value = line.partition(":")
        if key == "base_url":
            return value.strip().strip("'\"").rstrip("/")
    raise AssertionError(f"{path} names no base_url")
