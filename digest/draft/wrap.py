"""Stage: draft, text to text. Paragraphs that were broken over lines at some width.

comes in: the text of an article, a line a paragraph or broken
goes out: the text, as long as before, a blank in place of each break inside a paragraph
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from msgspec import Struct

from digest.draft.clean import apart, begins
from digest.draft.lexicon import phrases

_END = frozenset('.!?…”":;')
_MARKED = re.compile(r"\(?[a-z\d]{1,2}[.)]|[-–•*·>]")
_REST = re.compile(r"\(\d|[a-z]+\.$")  # a date in brackets, the last word of a sentence
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_SURE = 2  # so many sentences going on below make a text broken
_NARROW = 30  # a shorter line does not tell the width
_WIDE = 140  # a longer line was not broken at a width
_PART = 0.5  # so many of the lines that go on below are full
_LONG = 100  # a line this long, without a stop, is half a paragraph
_SMALL = 0.35  # at least so large a part of the words of a paragraph begins with a small letter
_LIMIT = 1 << 16


class _Break(Struct, frozen=True):
    """The end of a line with another one right below."""

    begin: int
    """Where the line before begins."""
    at: int
    """Where the break stands in the text."""
    length: int
    """How many characters, the blanks on both sides included."""
    before: str
    after: str
    label: bool
    """Whether the line before is a headline, a link to something else, a byline."""


def unwrapped(text: str) -> str:
    """Join the lines of paragraphs broken at a width; no character changes its place."""
    breaks = list(_breaks(text[:_LIMIT]))
    width = _width(breaks)
    parts, done = [], 0
    going = [_goes_on(each) or _full(each, width) for each in breaks]
    for each, joined in zip(breaks, _joined(breaks, going, width), strict=True):
        if joined:
            parts += [text[done : each.at], " " * each.length]
            done = each.at + each.length
    return "".join([*parts, text[done:]])


def _breaks(text: str) -> Iterator[_Break]:
    lines = list(re.finditer(r"\S[^\n]*", text))
    for number, (line, below) in enumerate(pairwise(lines)):
        before, after = line[0].rstrip(), below[0].rstrip()
        at = line.start() + len(before)
        if text.count("\n", at, below.start()) == 1 and not _new(after):
            top = number == 0 and not begins(before) and not _prose(before)
            label = top or apart(before)
            yield _Break(line.start(), at, below.start() - at, before, after, label)


def _new(line: str) -> bool:
    """Whether `line` does not go on with anything above it."""
    return not _REST.match(line) and (apart(line) or begins(line))


def _goes_on(one: _Break) -> bool:
    """Whether a sentence plainly goes on below: no stop above, a small letter below."""
    after = one.after
    small = after[0].islower() and " " in after and not _MARKED.match(after)
    return small and "|" not in after and "/" not in after.split()[1] and _open(one.before)


def _open(line: str) -> bool:
    return line[-1] not in _END and len(line) >= _NARROW


def _width(breaks: list[_Break]) -> int:
    """Return how many characters a line has at most; 0 if the text is not broken at a width."""
    sure = [each for each in breaks if _goes_on(each) and len(each.before) <= _WIDE]
    filled = {
        width: sum(_full(each, width) for each in sure)
        for width in sorted({len(each.before) for each in sure}, reverse=True)
    }
    width = max(filled, key=filled.__getitem__, default=0)
    return width if len(sure) >= _SURE and filled[width] >= _PART * len(sure) else 0


def _full(one: _Break, width: int) -> bool:
    """Whether the next word did not fit on the line any more."""
    word = one.after.split(maxsplit=1)[0]
    return len(one.before) <= width < len(one.before) + 1 + len(word)


def _joined(breaks: list[_Break], going: list[bool], width: int) -> Iterator[bool]:
    """Tell of each break whether it is inside a paragraph."""
    last = -1  # where the line begins that was joined last
    for number, one in enumerate(breaks):
        below = one.at + one.length
        further = breaks[number + 1 : number + 2]
        wraps = bool(further) and going[number + 1] and further[0].begin == below
        if not width:
            join = not one.label and _halved(one)
        elif one.label:
            join = going[number] and (not wraps or _goes_on(one))
        else:
            join = going[number] or _odd(one, wraps=wraps, continued=last == one.begin)
        last = below if join else last
        yield join


def _odd(one: _Break, *, wraps: bool, continued: bool) -> bool:
    """Whether a line was broken before its width, the sentence going on below.

    `wraps` says that the line below is broken as well, `continued` that the line above was.
    """
    if one.before[-1] in _END:
        return False
    if continued and one.before[-1] == ",":
        return True
    return wraps and (continued or _prose(one.before) or _headed(one.before))


def _headed(line: str) -> bool:
    """Whether the last word of a line wants another: an office, a title, the name of a body."""
    word = _WORD.findall(line)[-1:]
    folded = [each.lower() for each in word]
    return bool(
        phrases("positions", "office", "prefix").at(folded, 0)
        or phrases("organisations", "head", "word").at(folded, 0)
        or phrases("titles", "rank", "branch", "honorific").at(folded, 0)
    )


def _halved(one: _Break) -> bool:
    """Whether a long line without a stop is half a paragraph, the other half below."""
    if not re.search(r"[A-Za-z\d,]$", one.before) or len(one.before) < _LONG:
        return False
    return _told(one.before) and _told(one.after)


def _told(line: str) -> bool:
    """Whether a line is part of a paragraph by its small letters, or too long for a headline."""
    return len(line) > _WIDE or _prose(line)


def _prose(line: str) -> bool:
    words: list[str] = _WORD.findall(line)
    small = sum(word[0].islower() for word in words)
    return small >= _SMALL * max(len(words), 1)
