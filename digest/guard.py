"""What may be replaced and written, and what may not.

In: the site's folder, an output folder, paths of files, errors of the system. Out: nothing, or a
`PublishError` that says what is wrong.
"""

import errno
import os
import unicodedata
from collections import Counter
from collections.abc import Container, Sequence
from pathlib import Path
from typing import Final

from digest import tree
from digest.output import PublishError

_INPUTS: Final = ("content", "templates", "site.yaml", ".cache", ".git")
_CONTROL: Final = frozenset(map(chr, (*range(32), 127)))
_CAUSES: Final = {
    errno.ENOSPC: "disk-full",
    errno.EDQUOT: "disk-full",
    errno.EACCES: "output-not-writable",
    errno.EPERM: "output-not-writable",
    errno.EROFS: "output-not-writable",
    errno.EBUSY: "output-mounted",
    errno.EXDEV: "output-mounted",
}


def refuse(root: Path, out: Path) -> None:
    """Raise PublishError unless `out` is a folder that we may replace.

    That is one that does not exist, is empty, or bears our manifest, and neither holds nor lies in
    what the site is made from.
    """
    place = Path(os.path.abspath(out))  # noqa: PTH100 a link must not be resolved, but seen
    if place.is_symlink():
        raise PublishError("output-symlink", out=str(out))
    real = place.resolve()
    top = root.resolve()
    inputs = [top / name for name in _INPUTS]
    if (
        real == Path.home().resolve()
        or real in (top, *top.parents)
        or any(real == path or path in real.parents for path in inputs)
    ):
        raise PublishError("output-holds-input", out=str(out))
    if real.exists() and not real.is_dir():
        raise PublishError("output-not-folder", out=str(out))
    if real.is_dir() and not _ours(real):
        raise PublishError("output-not-ours", out=str(out))


def _ours(out: Path) -> bool:
    """Tell whether a folder is empty or bears our manifest."""
    try:
        names = {place.name for place in out.iterdir()}
    except OSError as error:
        raise failed(error) from error
    return names <= {tree.KEPT} or tree.ours(out)


def admit(paths: Sequence[str], admitted: Container[str]) -> None:
    """Raise PublishError for a path that leaves the output folder, clashes, or is not ours.

    Those in `admitted` have been looked at in an earlier build.
    """
    for path in paths:
        if path not in admitted and not _proper(path):
            raise PublishError("output-path", path=ascii(path))
    once = set(paths)
    clashing = once & tree.folders(once)
    if len(once) < len(paths):
        clashing |= {path for path, count in Counter(paths).items() if count > 1}
    if clashing:
        raise PublishError("output-twice", path=min(clashing))


def _proper(path: str) -> bool:
    if path in (tree.MANIFEST, tree.KEPT) or "\\" in path or path[1:2] == ":":
        return False
    if not path.isascii() and not unicodedata.is_normalized("NFC", path):
        return False
    parts = path.split("/")
    return _CONTROL.isdisjoint(path) and not any(part in ("", ".", "..") for part in parts)


def failed(error: OSError) -> PublishError:
    """Say in our own words what the system could not do."""
    code = _CAUSES.get(error.errno or 0, "disk-error")
    reason = error.strerror or str(error)
    return PublishError(code, reason=reason, path=str(error.filename or ""))
