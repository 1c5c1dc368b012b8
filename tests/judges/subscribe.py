"""Judges that subscribe: the `reader` library and newsboat fetch a feed, and fetch it again.

In: addresses on this machine. Out: how many items are new or changed at each fetch.
"""

import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from reader import Reader, make_reader


class Fetch(NamedTuple):
    """What one fetch of one feed brought."""

    new: int  # items that were not there before
    modified: int  # items that readers show again as changed


@contextmanager
def subscribed(urls: Sequence[str]) -> Iterator[Reader]:
    """Subscribe to feeds in memory."""
    with make_reader(":memory:") as reader:
        for url in urls:
            reader.add_feed(url)
        yield reader


def fetch(reader: Reader) -> dict[str, Fetch]:
    """Fetch every feed. A feed that cannot be read raises ParseError."""
    found = {}
    for feed in reader.get_feeds():
        update = reader.update_feed(feed)
        found[feed.url] = Fetch(update.new, update.modified) if update else Fetch(0, 0)
    return found


def newsboat(program: Path, home: Path, urls: Sequence[str]) -> int:
    """Fetch feeds into the profile at HOME. Return how many items are unread there in all."""
    (home / "urls").write_text("".join(f"{url}\n" for url in urls), "utf-8")
    (home / "config").write_text("", "utf-8")
    command = (program, "-u", home / "urls", "-c", home / "cache.db", "-C", home / "config")
    done = subprocess.run(
        (*map(str, command), "-x", "reload", "print-unread"),
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    return int(done.stdout.split()[0])
