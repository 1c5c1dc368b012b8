"""What is published, as values: files to make, and what is known of those made before.

In: nothing but other values. Out: what `publish` takes and gives back, and `cache` keeps.
"""

from collections.abc import Callable, Mapping

from msgspec import Struct


class File(Struct, frozen=True):
    """One file of the site, not made yet."""

    path: str
    """Below the output folder, with forward slashes."""
    key: str
    """A hash of everything that its bytes depend on: equal keys, equal bytes."""
    make: Callable[[], bytes]
    """Gives the bytes; called at most once, perhaps in another process."""


class Published(Struct, frozen=True):
    """One file of the last build."""

    key: str
    """As in `File`."""
    sha256: str
    """Of its bytes, in hexadecimal."""
    size: int
    """Bytes."""


class Seal(Struct, frozen=True):
    """What tells that a tree of files is as we left it."""

    stamp: int
    """Its file system's clock, in ns, when it was complete: nothing in it has changed later."""
    manifest: str
    """SHA-256 of its `manifest.json`, which names the SHA-256 of every other file."""
    boot: str
    """The run of the machine it was made in; after a power cut nothing is taken for granted."""


class Known(Struct, frozen=True):
    """What is known of an output folder from the builds before."""

    files: Mapping[str, Published] = {}
    """By path, as of the last build."""
    seals: Mapping[int, Seal] = {}
    """By the number (inode) of the folder: the tree that is live and the old ones beside it."""


class Outcome(Struct, frozen=True):
    """What a build has changed for the readers."""

    written: int
    """Files that are new or have other bytes."""
    unchanged: int
    """Files whose bytes are those of the last build."""
    removed: int
    """Files that are no longer there."""
    manifest: Mapping[str, str]
    """SHA-256 of every file by path."""
    known: Known
    """What the next build wants to know."""


class PublishError(Exception):
    """Nothing was published; `code` and `values` fill the catalogue's `problem.CODE`."""

    def __init__(self, code: str, **values: str) -> None:
        """Keep the code of the problem and what fills its words."""
        super().__init__(code, values)
        self.code = code
        self.values = values

    def __reduce__(self) -> tuple[Callable[..., "PublishError"], tuple[str, dict[str, str]]]:
        """Travel between processes."""
        return (_error, (self.code, self.values))


def _error(code: str, values: dict[str, str]) -> PublishError:
    return PublishError(code, **values)
