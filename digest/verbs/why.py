"""`digest why`: where an entry is, and why not elsewhere."""

import argparse
import sys
from collections.abc import Iterable
from difflib import get_close_matches
from pathlib import Path

from digest import why
from digest.build import desk_of
from digest.cache import Cache
from digest.catalogue import text
from digest.entry import Entry
from digest.load import load, read_frame
from digest.verbs import talk


def run(args: argparse.Namespace) -> int:
    """Print one line for each page and feed."""
    root: Path = args.root
    language = talk.language(root)
    frame, problems = read_frame(root)
    if frame is None:
        talk.problems(problems, language, out=False)
        return 1
    with Cache.open(root, frame.decoding) as cache:
        loaded = load(root, frame, cache)
    if loaded.errors:
        talk.problems(loaded.errors, language, out=False)
        return 1
    found = _found(loaded.entries, args.entry, root)
    if found is None:
        names = [name for one in loaded.entries for name in (one.id, one.slug)]
        near = get_close_matches(args.entry, names, 1)
        key = "cli.no_entry" if near else "cli.no_entries"
        return talk.failed(root, key, value=args.entry, near="".join(near))
    words = {True: text(language, "why.on"), False: text(language, "why.off")}
    wide = max(map(len, words.values()))
    for reason in why.reasons(desk_of(loaded, drafts=False).site, found):
        sys.stdout.write(f"{words[reason.on]:<{wide}}  {reason.path}  {reason.why}\n")
    return 0


def _found(entries: Iterable[Entry], name: str, root: Path) -> Entry | None:
    paths = {name, Path(name).as_posix()}
    place = Path(name)
    if place.exists() and place.resolve().is_relative_to(root.resolve()):
        paths.add(place.resolve().relative_to(root.resolve()).as_posix())
    return next(
        (one for one in entries if not paths.isdisjoint((one.id, one.slug, one.path))), None
    )
