"""`digest init`: a new site folder with sample entries, checks and deployment files."""

import argparse
from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path, PurePosixPath
from typing import Final

from digest.catalogue import text
from digest.verbs import talk

SHELF: Final = "data/init"
"""Where the sample site is in the package; names that begin with `dot-` get a dot instead."""


def run(args: argparse.Namespace) -> int:
    """Fill a folder that is empty or does not exist."""
    target: Path = args.dir
    language = talk.language(target)
    try:
        if target.exists() and any(target.iterdir()):
            talk.say(f"digest: {text(language, 'cli.not_empty', path=target)}")
            return 1
        for name, content in sample():
            place = target / name
            place.parent.mkdir(parents=True, exist_ok=True)
            with place.open("xb") as file:
                file.write(content)
    except OSError as error:
        reason = error.strerror or str(error)
        return talk.failed(target, "cli.cannot_write", path=target, reason=reason)
    talk.say(text(language, "cli.init", path=target), quiet=args.quiet)
    return 0


def sample() -> Iterator[tuple[PurePosixPath, bytes]]:
    """Yield the files of the sample site by their path in the new folder."""
    shelf = files("digest").joinpath(SHELF)
    yield from _walk(shelf, PurePosixPath())


def _walk(folder: Traversable, above: PurePosixPath) -> Iterator[tuple[PurePosixPath, bytes]]:
    for each in sorted(folder.iterdir(), key=lambda one: one.name):
        path = above / each.name.replace("dot-", ".", 1)
        if each.is_dir():
            yield from _walk(each, path)
        else:
            yield path, each.read_bytes()
