"""The room that words take in a picture.

comes in: words, and the room for them in em (the size of the letters)
goes out: their lines. Widths are reckoned a little too wide, so that the words fit in any common
sans-serif font: the reader's system chooses it.
"""

from functools import lru_cache

_LINES = 2
_NARROW, _WIDE = frozenset(" .,;:'’|!ijlIft()-"), frozenset("mwMWÆŒ@%&…—")


def wrapped(name: str, room: float) -> list[str]:
    """Break a name into at most two lines of `room` em; what does not fit ends in an ellipsis."""
    lines = [""]
    for word in name.split():
        longer = f"{lines[-1]} {word}".strip()
        if width(longer) <= room or not lines[-1]:
            lines[-1] = longer
        elif len(lines) < _LINES:
            lines.append(word)
        else:
            lines[-1] = f"{longer}…"
            break
    return [_cut(line, room) for line in lines]


def _cut(line: str, room: float) -> str:
    """Shorten a line to `room` em, with an ellipsis where something is missing."""
    if width(line) <= room:
        return line
    words = line.rstrip("…").split()
    while len(words) > 1 and width(f"{' '.join(words)}…") > room:
        words.pop()
    line = " ".join(words)
    while line and width(f"{line}…") > room:
        line = line[:-1]
    return f"{line.rstrip(' .,')}…"


@lru_cache(maxsize=1 << 15)  # the same names stand in picture after picture
def width(words: str) -> float:
    """Reckon the width of `words` in em, a little too wide for common sans-serif fonts."""
    return sum(map(_letter, words))


@lru_cache(maxsize=1 << 10)
def _letter(letter: str) -> float:
    if letter in _NARROW:
        return 0.36
    if letter in _WIDE:
        return 0.96
    if letter.isupper():
        return 0.74
    return 0.6 if letter.isascii() else 1.05
