"""The nearest of many names to one that is not among them.

In: the names there are, and one that was typed. Out: the one that was probably meant. The first
few are looked for among all names; whoever has hundreds of mistakes is helped as well, but each
of them costs no more where there are more names.
"""

from bisect import bisect_left
from collections.abc import Collection
from difflib import get_close_matches
from functools import cached_property
from typing import Final

CAREFUL: Final = 10
"""How many names are compared with all others."""
AROUND: Final = 8
"""Of later ones, how many neighbours on either side are looked at, by beginning and by end."""


class Nearest:
    """What may have been meant; it keeps count of how often it was asked."""

    def __init__(self, names: Collection[str], cutoff: float = 0.6) -> None:
        """Take the names there are, and how alike two have to be, from 0 to 1."""
        self._names = names
        self._cutoff = cutoff
        self._asked = 0

    def to(self, typed: str) -> str:
        """Return the name that is most like `typed`; empty where none is."""
        self._asked += 1
        among = self._names if self._asked <= CAREFUL else self._around(typed)
        return next(iter(get_close_matches(typed, among, 1, self._cutoff)), "")

    def _around(self, typed: str) -> set[str]:
        found = set(_beside(self._forwards, typed))
        return found.union(name[::-1] for name in _beside(self._backwards, typed[::-1]))

    @cached_property
    def _forwards(self) -> list[str]:
        return sorted(self._names)

    @cached_property
    def _backwards(self) -> list[str]:
        return sorted(name[::-1] for name in self._names)


def _beside(names: list[str], typed: str) -> list[str]:
    place = bisect_left(names, typed)
    return names[max(0, place - AROUND) : place + AROUND]
