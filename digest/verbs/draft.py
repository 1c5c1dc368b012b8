"""`digest draft`: what the site knows is handed to the draft command, when it is needed."""

import argparse
import sys
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from digest import regency
from digest.draft.command import Context
from digest.draft.command import run as drafted
from digest.draft.duplicates import Row, row
from digest.draft.known import Known, known
from digest.verbs import talk

if TYPE_CHECKING:
    from digest.load import Frame


def run(args: argparse.Namespace) -> int:
    """Draft from every source; outside of a site's folder too."""
    root: Path = args.root
    site = _Site(root) if (root / "site.yaml").exists() else None
    context = Context(
        stdin=sys.stdin.buffer,
        stdout=sys.stdout,
        stderr=sys.stderr,
        gazetteer=site.gazetteer if site else regency.load,
        language=talk.language(root),
        root=root if site else None,
        gazetteer_path=site.gazetteer_path if site else lambda: None,
        known=site.known if site else Known,
        rows=site.rows if site else tuple,
        quiet=args.quiet,
    )
    return drafted(args, context)


class _Site:
    """What a site's folder holds, read once; a broken site is told of and does not stop a draft."""

    def __init__(self, root: Path) -> None:
        self._root = root

    @cached_property
    def _frame(self) -> "Frame | None":
        # Loaded here, and not above, while the child that reads the article starts.
        from digest.load import read_frame  # noqa: PLC0415 -- likewise

        frame, problems = read_frame(self._root)
        if frame is None:
            talk.problems(problems, talk.language(self._root), out=False)
        return frame

    def gazetteer(self) -> regency.Gazetteer:
        return self._frame.gazetteer if self._frame else regency.load()

    def gazetteer_path(self) -> Path | None:
        own = self._frame.config.gazetteer if self._frame else None
        return self._root / own if own else None

    def known(self) -> Known:
        return known(self._frame.registry) if self._frame else Known()

    def rows(self) -> tuple[Row, ...]:
        """Give the entries there are, those of broken files left out."""
        if self._frame is None:
            return ()
        from digest.cache import Cache  # noqa: PLC0415 -- likewise
        from digest.load import load  # noqa: PLC0415 -- likewise

        with Cache.open(self._root, self._frame.decoding) as cache:
            return tuple(map(row, load(self._root, self._frame, cache).entries))
