"""Markdown: the body of an entry as HTML.

In: the text below the front matter. Out: HTML in which nothing is an element that Markdown did not
make, and a problem for what would be cut, grow without bound, or lead to an unsafe address.
"""

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any, Final

from markdown_it import MarkdownIt
from markdown_it.common.utils import normalizeReference
from markdown_it.rules_block.table import escapedSplit
from markdown_it.token import Token

from digest.form import SCHEMES
from digest.problem import Fault, Problem, Span

OUTPUT: Final = 1024 * 1024
"""Characters of HTML."""
BRACKETS: Final = 4000
"""Opening brackets; each one may start a link and is looked at again and again."""
CELLS: Final = 20_000
"""Lines times the most bars on one of them; a table fills up every row."""
MARKS: Final = 50_000
"""Lines times the deepest nesting; each line may belong to any level."""
NESTING: Final = 20
"""Levels of lists and quotations that are followed, a list counting twice."""

_TOP: Final = 2  # the page's own title is the only first-level heading
_LAST: Final = 6
_LARGE: Final = 100 * 1024  # below this estimate there is no need to render in order to measure
_HUGE: Final = 4 * OUTPUT  # above this one, rendering would cost too much
_TAGS: Final = 12  # characters a token takes at least, for the estimate

# Text of plain paragraphs, of which this program makes the same HTML as the parser, but sooner.
_PLAIN = re.compile(
    r"""(?:[^\W\d_](?:[^\W_]|[ !"#$%'()+,./:;=?@{}‘’“”–—-])*+(?<!\ )(?:\n++|\Z))*+"""
)
# What has to be parsed to know whether it is a problem: links, tables, fences, deep nesting. All
# else becomes at most thirteen times as long (quotations in quotations), and so is never too large.
_SUSPECT = re.compile(r"[\[<|]|```|~~~|^[ \t>*+\-\d.)]{20}", re.MULTILINE)
_LEAD = re.compile(r"[ \t>*+\-\d.)]*")
_MARK = re.compile(r"[>*+\-.)]")
_SCHEME = re.compile(r"([^/?#]*?):")
_BACKSLASH = re.compile(r"\\|%5[Cc]")
_BLANK = re.compile(r"[\x00-\x20\x7f]|%(?:[01][0-9A-Fa-f]|20|7[Ff])")


def html(body: str, base: str = "") -> str:
    """Return the HTML of a body; its highest headings become second-level ones.

    `base` goes before links that start with a slash: the folder of the site, such as `/digest`.
    """
    if _PLAIN.fullmatch(body):
        return _paragraphs(body)
    parser = _parser(lenient=False)
    tokens = _shifted(parser.parse(body))
    if base:
        _rebase(tokens, base)
    return str(parser.renderer.render(tokens, parser.options, {}))


def _paragraphs(body: str) -> str:
    blocks = body.replace('"', "&quot;").split("\n\n")
    return "".join(f"<p>{each.strip(chr(10))}</p>\n" for each in blocks if each.strip("\n"))


@cache
def _parser(*, lenient: bool) -> MarkdownIt:
    """Return a parser that makes links of every address, or only of safe ones."""
    options = {
        "html": False,
        "linkify": False,
        "typographer": False,
        "maxNesting": NESTING,
        "store_labels": lenient,
    }
    parser = MarkdownIt("js-default", options)
    parser.validateLink = _any if lenient else is_safe  # type: ignore[assignment, method-assign] # its way to be set
    return parser


def _any(_: str) -> bool:
    return True


def is_safe(href: str) -> bool:
    """Tell whether a page may link to `href`: https, http, mailto, or a path of this site."""
    plain = _BLANK.sub("", href)
    if _BACKSLASH.sub("/", plain).startswith("//"):
        return False
    scheme = _SCHEME.match(plain)
    return not scheme or scheme[1].lower() in SCHEMES


def _shifted(tokens: list[Token]) -> list[Token]:
    headings = [each for each in tokens if each.type in ("heading_open", "heading_close")]
    if headings:
        away = _TOP - min(int(each.tag[1]) for each in headings)
        for each in headings:
            each.tag = f"h{min(int(each.tag[1]) + away, _LAST)}"
    return tokens


def _rebase(tokens: list[Token], base: str) -> None:
    for token in _inline(tokens):
        href = token.attrs.get("href")
        if isinstance(href, str) and href.startswith("/"):
            token.attrs["href"] = base + href


def _inline(tokens: list[Token]) -> Iterator[Token]:
    for token in tokens:
        yield from token.children or ()


def problems(body: str, path: str, first_line: int) -> tuple[Problem, ...]:
    """Return what must not be published of a body that starts on line `first_line` of `path`."""
    if not _SUSPECT.search(body):
        return ()
    lines = body.split("\n")
    return tuple(
        Problem(
            _span((line, typed), lines, path, first_line),
            fault.code,
            fault.values,
            variant=fault.variant,
        )
        for fault, line, typed in _faults(body, lines)
    )


def _span(place: tuple[int, str], lines: list[str], path: str, first_line: int) -> Span:
    """Find what was typed on a line or soon after it."""
    line, typed = place
    for number in range(line, min(line + 50, len(lines))):
        column = lines[number].find(typed) if typed else -1
        if column >= 0:
            line = number
            break
    else:
        text = lines[line] if line < len(lines) else ""
        column = len(text) - len(text.lstrip())
        typed = text[column:]
    text = lines[line] if line < len(lines) else ""
    return Span(path, first_line + line, column + 1, max(1, len(typed)), text)


def _faults(body: str, lines: list[str]) -> Iterator[tuple[Fault, int, str]]:
    """Give what is wrong, the line (from 0) and the text to look for there."""
    costly = tuple(_costs(body, lines))
    if costly:
        yield from costly
        return
    parser = _parser(lenient=True)
    env: dict[str, Any] = {}
    tokens = parser.parse(body, env)
    nesting = parser.options.maxNesting
    used: set[str] = set()
    safe = cache(is_safe)  # one long address may stand behind thousands of links
    line = 0
    for token in tokens:
        line = token.map[0] if token.map else line
        yield from _block_faults(token, line, nesting)
        for child in token.children or ():
            used.add(normalizeReference(str(child.meta.get("label", ""))))
            yield from _link_faults(child, line, safe)
    yield from _table_faults(tokens, lines)
    yield from _unused(env, used)
    yield from _size_faults(tokens, parser)


def _costs(body: str, lines: list[str]) -> Iterator[tuple[Fault, int, str]]:
    """Give what would take too long to read, before it is read."""
    bars = max(line.count("|") for line in lines)
    depth = max(len(_MARK.findall(line[: _lead(line)])) for line in lines)
    for sign, count, limit in (
        ("[", body.count("["), BRACKETS),
        ("|", len(lines) * bars, CELLS),
        (">", len(lines) * depth, MARKS),
    ):
        if count > limit:
            values = {"count": str(count), "signs": sign, "limit": str(limit)}
            yield Fault("too-complex", "", values), _line_of(lines, sign), sign


def _lead(line: str) -> int:
    """Return where the text of a line starts behind marks of lists and quotations."""
    match = _LEAD.match(line)
    return match.end() if match else 0


def _line_of(lines: list[str], text: str) -> int:
    return next((number for number, line in enumerate(lines) if text in line), 0)


def _block_faults(token: Token, line: int, nesting: int) -> Iterator[tuple[Fault, int, str]]:
    """Give what of a block would be left out of the page."""
    deep = token.type in ("blockquote_open", "list_item_open") and token.level + 1 >= nesting
    if deep:
        yield Fault("too-deep", "body"), line, ""
    if token.type == "fence" and len(token.info.split()) > 1:
        values = {"value": token.info.strip()[:60], "sign": token.markup}
        yield Fault("fence-text", "", values), line, token.info.strip()


def _link_faults(
    token: Token, line: int, safe: Callable[[str], bool]
) -> Iterator[tuple[Fault, int, str]]:
    if token.type == "image":
        source = str(token.attrs.get("src", ""))
        values = {"value": source[:200], "mended": f"[{token.content or '…'}]({source[:200]})"}
        yield Fault("image", "", values), line, "!["
    elif token.type == "link_open":
        href = str(token.attrs.get("href", ""))
        found = {"value": href[:200]}
        if not safe(href):
            yield Fault("unsafe-link", "", found), line, _typed(href)
        elif not _SCHEME.match(href) and href[:1] not in ("/", "#"):
            yield Fault("relative-link", "", {**found, "better": f"/{href}"}), line, _typed(href)


def _typed(href: str) -> str:
    """Return what stands in the text for an address, as far as one can tell."""
    return href if "%" not in href else href.partition(":")[0]


def _table_faults(tokens: list[Token], lines: list[str]) -> Iterator[tuple[Fault, int, str]]:
    """Give the rows of tables that have more cells than the head; the rest would be left out."""
    columns = 0
    inside = False
    for token in tokens:
        if token.type == "thead_open":
            inside, columns = True, 0
        elif token.type == "th_open":
            columns += 1
        elif token.type == "thead_close":
            inside = False
        elif token.type == "tr_open" and not inside and token.map:
            cells = escapedSplit(lines[token.map[0]].lstrip("> ").strip())
            count = len(cells) - (cells[0] == "") - (len(cells) > 1 and cells[-1] == "")
            if count > columns:
                values = {"cells": str(count), "columns": str(columns)}
                yield Fault("wide-row", "", values), token.map[0], ""


def _unused(env: dict[str, Any], used: set[str]) -> Iterator[tuple[Fault, int, str]]:
    """Give the definitions of addresses that no link uses; they would not be on the page."""
    for label, found in env.get("references", {}).items():
        if label not in used:
            line = found["map"][0] if found.get("map") else 0
            yield Fault("unused-reference", "", {"value": label.lower()[:60]}), line, ""
    for found in env.get("duplicate_refs", ()):
        line = found["map"][0] if found.get("map") else 0
        yield Fault("unused-reference", "twice", {"value": found["label"].lower()[:60]}), line, ""


def _size_faults(tokens: list[Token], parser: MarkdownIt) -> Iterator[tuple[Fault, int, str]]:
    size = _TAGS * len(tokens) + sum(len(each.content) for each in tokens)
    for token in _inline(tokens):
        size += _TAGS + sum(len(str(value)) for value in token.attrs.values())
    if _LARGE < size <= _HUGE:
        size = len(parser.renderer.render(tokens, parser.options, {}))
    if size > OUTPUT:
        yield Fault("too-large", "output", {"size": str(size), "limit": str(OUTPUT)}), 0, ""
