"""Markdown: the body of an entry as HTML.

In: the text below the front matter. Out: HTML in which nothing is an element that Markdown did not
make, and a problem for what would be cut, grow without bound, or lead to an unsafe address.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any, Final

from markdown_it import MarkdownIt
from markdown_it.token import Token

from digest import form
from digest.problem import Problem, Span

OUTPUT: Final = 1024 * 1024
"""Characters of HTML."""
_TOP: Final = 2  # the page's own title is the only first-level heading
_LAST: Final = 6

_SCHEME = re.compile(r"[^/?#]*?:")
_BLANK = re.compile(r"[\x00-\x20\x7f]|%(?:0[0-9A-Fa-f]|20)")


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("js-default", {"html": False, "linkify": False, "typographer": False})
    parser.validateLink = lambda url: True  # type: ignore[method-assign] # `problems` tells of them
    return parser


def html(body: str) -> str:
    """Return the HTML of a body; its highest headings become second-level ones."""
    parser = _parser()
    return str(parser.renderer.render(_shifted(parser.parse(body)), parser.options, {}))


def _shifted(tokens: list[Token]) -> list[Token]:
    headings = [each for each in tokens if each.type in ("heading_open", "heading_close")]
    if headings:
        away = _TOP - min(int(each.tag[1]) for each in headings)
        for each in headings:
            each.tag = f"h{min(int(each.tag[1]) + away, _LAST)}"
    return tokens


def problems(body: str, path: str, first_line: int) -> tuple[Problem, ...]:
    """Return what must not be published of a body that starts on line `first_line` of `path`."""
    return ()
