"""Stage: draft, parts of names to what they sound like. One person's name is spelt in many ways.

comes in: folded parts of names
goes out: the same for `Supriyadna` and `Supriadna`, `Djoko` and `Joko`, `Muhamad` and `Mohammad`
"""

import re
from functools import lru_cache
from typing import Final

_MUHAMMAD: Final = frozenset("muh moh mohd muhd mhd mochamad mochammad mokhamad mokhammad".split())
_LETTERS: Final = (
    ("oe", "u"), ("dj", "j"), ("tj", "c"), ("sj", "sy"), ("kh", "h"), ("ch", "h"), ("sy", "s"),
    ("sh", "s"), ("ts", "s"), ("dz", "z"), ("dh", "d"), ("th", "t"), ("ph", "f"), ("v", "f"),
    ("iy", "i"), ("y", "i"), ("ij", "i"), ("uw", "u"), ("q", "k"), ("ck", "k"), ("z", "s"),
    ("'", ""),
)  # fmt: skip
_TWICE = re.compile(r"(.)\1+")
_FEWEST = 4  # letters of a part whose last vowel may be another


@lru_cache(maxsize=4096)
def sound(part: str) -> str:
    """Return what the folded `part` of a name sounds like."""
    word = _TWICE.sub(r"\1", part)
    for old, new in _LETTERS:
        word = word.replace(old, new)
    word = _TWICE.sub(r"\1", word)
    if part in _MUHAMMAD or word in {"muhamad", "mohamad", "muhamed", "mohamed"}:
        return "muhamad"
    return word


def alike(one: str, other: str) -> bool:
    """Whether two folded parts of names are spellings of one, or one is the other's initial."""
    if one == other:
        return True
    if len(one) == 1 or len(other) == 1:
        return one[0] == other[0]
    return sound(one) == sound(other)


def respelt(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two names of several parts are one in two spellings, or one is clipped.

    `Sutrisna Uji` and `Sutrisno Uji`, `Budi Setiawan` and `Budi Setia`: all parts but one sound
    the same, and that one has another vowel at its end, or less of an end.
    """
    if len(one) != len(other) or len(one) == 1:
        return False
    unlike = [(a, b) for a, b in zip(one, other, strict=True) if not alike(a, b)]
    if len(unlike) != 1 or any(len(part) == 1 for part in (*one, *other)):
        return not unlike
    first, second = sorted((sound(part) for part in unlike[0]), key=len)
    if len(first) == len(second) >= _FEWEST:
        return first[:-1] == second[:-1] and {first[-1], second[-1]} == {"a", "o"}
    clipped = unlike[0] == (one[-1], other[-1]) and len(first) + 1 >= _FEWEST
    return clipped and second.startswith(first)
