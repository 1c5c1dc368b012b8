"""The trees of an output folder: the live one, the last two beside it, and the exchange.

In: an output folder and what is known of it. Out: trees to be reused, and places changed in one
step where the system can, else in two that a later run can finish.
"""

import os
from itertools import count
from pathlib import Path
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from digest import disk, tree
from digest.output import Known, Seal

SPARE: Final = 2
"""Old trees that stay beside the live one, for readers still in them."""


class Tree(Struct, frozen=True):
    """A whole tree that an earlier build left."""

    folder: Path
    """Where it is."""
    seal: Seal
    """What tells that it is whole."""
    shas: dict[str, str]
    """Its manifest."""


def sealed(folder: Path, known: Known) -> Tree | None:
    """Give the tree in a folder if an earlier build sealed it and its manifest is that one."""
    seal = known.seals.get(tree.inode(folder))
    shas = tree.manifest(folder, seal) if seal else None
    return Tree(folder, seal, shas) if seal and shas is not None else None


def faults(folder: Path, known: Known) -> tree.Faults:
    """Tell in what a tree differs from its manifest."""
    found = sealed(folder, known)
    return tree.check(folder, found.shas, found.seal) if found else tree.Faults(broken=True)


def spares(out: Path, known: Known) -> tuple[list[Path], list[Path]]:
    """Give the old trees beside `out`, the oldest first, and what else a build left there."""
    start = beside(out, "").name
    old: list[Path] = []
    litter: list[Path] = []
    for place in sorted(out.parent.iterdir()):
        mark = place.name.removeprefix(start)
        if mark != place.name and mark.isdecimal():
            (old if tree.inode(place) in known.seals else litter).append(place)
    old.sort(key=lambda place: known.seals[tree.inode(place)].stamp)
    surplus = max(len(old) - SPARE, 0)
    return old[surplus:], litter + old[:surplus]


def standing(folders: list[Path], known: Known, *, whole: bool) -> dict[int, Seal]:
    """Give the seals of those trees that may be used again later.

    With `whole` each is looked through: its files are about to get more names, which changes their
    inodes, and `stamped` will then vouch for them.
    """
    seals = {}
    for folder in folders:
        number = tree.inode(folder)
        if number in known.seals and (not whole or faults(folder, known) == tree.Faults()):
            seals[number] = known.seals[number]
    return seals


def stamped(seals: dict[int, Seal], stamp: int) -> dict[int, Seal]:
    """Stamp the seals of trees that were just looked through with a later time."""
    return {number: replace(seal, stamp=stamp) for number, seal in seals.items()}


def beside(out: Path, mark: str) -> Path:
    """Name a hidden folder beside `out`, on the same file system."""
    return out.parent / f".digest-{out.name}-{mark}"


def free(out: Path) -> Path:
    """Name a hidden folder beside `out` that does not exist."""
    places = (beside(out, str(number)) for number in count(1))
    return next(place for place in places if not os.path.lexists(place))


def swap(folder: Path, out: Path) -> None:
    """Let a new tree take the place of the live one, which then is at `folder`."""
    if not os.path.lexists(out):
        disk.rename(folder, out)
    elif not disk.exchange(folder, out):
        # In two steps the names are the journal: whoever finds "ready" and no output goes on.
        ready = beside(out, "ready")
        disk.rename(folder, ready)
        disk.rename(out, folder)
        disk.rename(ready, out)


def recover(out: Path) -> None:
    """Finish, or undo, an exchange in two steps that was cut off between them."""
    ready = beside(out, "ready")
    if not os.path.lexists(ready):
        return
    if os.path.lexists(out):
        disk.remove_all(ready)
    else:
        disk.rename(ready, out)
