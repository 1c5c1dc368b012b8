"""Links inside the texts of entries: those that lead to no page of the site.

In: entries and the paths that will be published. Out: problems, each at its line.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from html import unescape
from typing import Final
from urllib.parse import unquote, urljoin, urlsplit

from digest import markdown, tally
from digest import page as p
from digest.entry import Entry
from digest.near import Nearest
from digest.problem import Problem, Span

_HREF: Final = re.compile(r'<a href="([^"]*)"')
_LINK: Final = "]("
_REFERENCE: Final = "]:"
ALIKE: Final = 0.4
"""How alike an address and the one that was meant are at least, from 0 to 1."""


def problems(
    entries: Iterable[Entry],
    exists: Callable[[str], bool],
    known: Collection[str] = (),
    unread: Collection[str] = (),
) -> Iterator[Problem]:
    """Yield a problem for each link of a body that leads nowhere on this site.

    `exists` tells whether the site has a file; `known` are files to choose the nearest from;
    `unread` are the stems of files that cannot be read; a link that may lead to their pages is
    given the benefit of the doubt.
    """
    nearest = Nearest(known, ALIKE)
    for one in entries:
        if _LINK in one.body or _REFERENCE in one.body:
            for href in dict.fromkeys(map(unescape, _HREF.findall(markdown.html(one.body)))):
                if not _leads(one, href, exists) and not _doubtful(one, href, unread):
                    yield _problem(one, href, nearest)


def _doubtful(one: Entry, href: str, unread: Collection[str]) -> bool:
    section, _, rest = _target(one, urlsplit(href).path).partition("/")
    if section == p.SECTIONS["entry"]:
        return rest.partition("/")[0] in unread
    return bool(unread) and section in p.SECTIONS.values()


def _leads(one: Entry, href: str, exists: Callable[[str], bool]) -> bool:
    parts = urlsplit(href)
    if parts.scheme or parts.netloc:
        return True
    if not parts.path:
        return False  # the text of an entry has no anchors
    return exists(_target(one, parts.path))


def _target(one: Entry, path: str) -> str:
    """Return the file that a path in an entry's text means; an anchor means the entry's own."""
    return tally.file(unquote(urljoin(p.url("entry", one.slug), path)))


def _problem(one: Entry, href: str, nearest: Nearest) -> Problem:
    start, _ = one.lines.get("body", (1, 1))
    lines = one.body.split("\n")
    shown = unquote(href)
    number = next((n for n, line in enumerate(lines) if href in line or shown in line), 0)
    line = lines[number]
    column = max(line.find(href), line.find(shown)) + 1
    near = nearest.to(_target(one, urlsplit(href).path))
    meant = f"/{near.removesuffix('index.html')}"
    values = {"value": shown, "near": meant}
    return Problem(
        Span(one.path, start + number, column or 1, len(href), line), "broken-link", values
    )
