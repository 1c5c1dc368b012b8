"""Stage: draft, lines to a byline. Who wrote the article and who edited it.

comes in: the lines of a page around the article
goes out: the names of writer and editor
"""

import re
from collections.abc import Sequence

from msgspec import Struct

from digest.draft.lexicon import section

_LABELS = "|".join(
    sorted({*section("noise", "author"), *section("noise", "editor")}, key=len, reverse=True)
)
_LABEL = re.compile(
    rf"(?<![\w@])(?P<label>{_LABELS})\b\s*(?P<mark>[:/]|\b)\s{{0,4}}", re.IGNORECASE
)
_STOP = re.compile(r"\s{0,4}(?:[|/•·–—»]|\s-\s|\s{3,}|\d|$)")
_MARKED = frozenset("oleh by laporan author writer red rep wartawan editor".split())
_WORDS = 6  # a byline of more words is a sentence


class Byline(Struct, frozen=True):
    """Who made an article."""

    author: str | None = None
    """Writer, as the page names them."""
    editor: str | None = None
    """Editor, as the page names them."""


def byline(text: str, lines: Sequence[tuple[int, int]]) -> Byline:
    """Read writer and editor from `lines` of `text`; the first of each counts."""
    author = editor = None
    for start, end in lines:
        for label, name in _names(text[start : min(end, start + 200)]):
            if label in section("noise", "editor"):
                editor = editor or name
            else:
                author = author or name
    return Byline(author, editor)


def _names(line: str) -> list[tuple[str, str]]:
    matches = list(_LABEL.finditer(line))
    found: list[tuple[str, str]] = []
    for place, match in enumerate(matches):
        label = match["label"].lower()
        starts = match.start() == 0 or line[: match.start()].rstrip()[-1:] in "|/-–—•("
        if match["mark"] not in {":", "/"} and not (starts and label in _MARKED):
            continue
        stop = matches[place + 1].start() if place + 1 < len(matches) else len(line)
        cut = _STOP.search(line, match.end(), stop)
        name = line[match.end() : cut.start() if cut else stop].strip(" .,;:()*-")
        if name and len(name.split()) <= _WORDS and name[0].isalpha():
            found.append((label, name.title() if name.isupper() else name))
    return found
