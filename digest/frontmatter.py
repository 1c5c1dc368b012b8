"""From the bytes of a file to located text: every value as it was typed, with its place.

In: the bytes of an `.md` file (front matter and body) or of a `.yaml` file. Out: a `Document` for
each mapping in it, and a problem for everything that YAML would cut, guess, repeat or refuse.
YAML is read by its events; nothing is ever constructed from it.
"""

import re
from typing import Final, Literal, TypeAlias

import yaml
from msgspec import Struct

from digest import charset, syntax
from digest.node import DEPTH, Fields, Items, Lines, Node, Refused, Text, Tree
from digest.problem import Fault, Problem, Span

__all__ = [
    "BODY",
    "DEPTH",
    "FILE",
    "HEADER",
    "Document",
    "Fields",
    "Items",
    "Kind",
    "Lines",
    "Node",
    "Text",
    "parse",
]

HEADER: Final = 64 * 1024
"""Characters of front matter."""
BODY: Final = 64 * 1024
"""Bytes of a body."""
FILE: Final = 1024 * 1024
"""Bytes of a whole file."""

_FENCE = re.compile(r"---[ \t]*(?:\n|\Z)")
_ROUNDS = 40  # syntax faults told of one file
_TOLD = 1000  # refusals told of one file
_WORK = 2 * 1024 * 1024  # characters read again in search of further faults

Kind: TypeAlias = Literal["md", "yaml"]


class Document(Struct, frozen=True):
    """One mapping of a file, with the body that belongs to it."""

    fields: Fields
    body: str
    """The text below the front matter; empty in a `.yaml` file."""
    body_line: int
    """The line of the file on which the body starts."""
    lines: Lines
    """The whole file, for excerpts; shared by its documents."""
    listed: bool = False
    """Whether the file is a list of mappings."""
    damaged: bool = False
    """Whether a part could not be read; what seems to be missing may then be there."""
    mended: frozenset[int] = frozenset()
    """Lines that were read as if they had been quoted."""


def parse(path: str, data: bytes, kind: Kind) -> tuple[tuple[Document, ...], tuple[Problem, ...]]:
    """Read a file into its documents; never raise.

    A `.yaml` file may hold one mapping or a list of them. What has no document has a problem.
    """
    if len(data) > FILE:
        size = {"size": str(len(data)), "limit": str(FILE)}
        return (), (Problem(Span(path, 0), "too-large", size, variant="file"),)
    text, problems = charset.decode(path, data)
    if not text and problems:
        return (), problems
    header, body, body_line, found = _split(path, text, kind)
    problems += found
    if header is None:
        return (), problems
    reading = _Reading(path, text, header)
    reading.read()
    mappings = _mappings(reading, kind)
    documents = tuple(
        Document(
            each,
            body,
            body_line,
            reading.lines,
            type(reading.root) is Items,
            reading.damaged,
            frozenset(reading.mended),
        )
        for each in mappings
    )
    return documents, (*problems, *reading.problems)


def _split(path: str, text: str, kind: Kind) -> tuple[str | None, str, int, tuple[Problem, ...]]:
    """Give front matter (with the line break before it), body, the body's line, and problems."""
    if kind == "yaml":
        return text, "", 1, ()
    if not _FENCE.match(text):
        return None, "", 1, (_first_line(path, text, "no-front-matter"),)
    start = text.find("\n")
    end = start
    while (end := text.find("\n---", end)) >= 0 and not (fence := _FENCE.match(text, end + 1)):
        end += 1
    if end < 0 or start < 0 or not fence:
        return None, "", 1, (_first_line(path, text, "open-front-matter"),)
    header, below = text[start : end + 1], text[fence.end() :]
    body = below.strip("\n")
    if len(header) > HEADER:
        size = {"size": str(len(header)), "limit": str(HEADER)}
        return None, "", 1, (Problem(Span(path, 0), "too-large", size, variant="header"),)
    blank = len(below) - len(below.lstrip("\n")) if body else 0
    body_line = header.count("\n") + 2 + blank
    if len(body) * 4 > BODY and (size_now := len(body.encode())) > BODY:
        size = {"size": str(size_now), "limit": str(BODY)}
        place = Span(path, body_line, 1, 1, body.partition("\n")[0])
        return header, "", body_line, (Problem(place, "too-large", size, variant="body"),)
    return header, body, body_line, ()


def _first_line(path: str, text: str, code: str) -> Problem:
    line = text.partition("\n")[0]
    return Problem(Span(path, 1, 1, max(1, len(line)), line), code)


class _Reading:
    """What one file has given so far."""

    def __init__(self, path: str, text: str, header: str) -> None:
        self.path, self.lines, self.header = path, Lines(text), header
        self.root: Node | None = None
        self.problems: list[Problem] = []
        self.mended: set[int] = set()
        self.damaged = False

    def span(self, line: int, column: int, length: int) -> Span:
        """Find a place, its line with it."""
        typed = self.lines[line]
        column = min(column, len(typed) + 1)  # a mended line is longer than what was typed
        return Span(self.path, line, column, length or max(1, len(typed) - column + 1), typed)

    def refuse(self, fault: Refused) -> None:
        """Tell of YAML that is not read."""
        span = self.span(fault.line, fault.column, fault.length)
        value = span.text[span.column - 1 : span.column - 1 + span.length]
        values = {"value": value, "limit": str(DEPTH), **fault.fault.values}
        variant = fault.fault.variant
        self.problems.append(Problem(span, fault.fault.code, values, variant=variant))

    def explain(self, error: Exception) -> None:
        """Tell of YAML that is not well formed, and go on without it, or with it mended."""
        found = syntax.explain(error, self.header, self.mended)
        span = self.span(found.line, found.column, found.length)
        fault = found.fault
        self.problems.append(
            Problem(span, fault.code, fault.values, fix=fault.fix, variant=fault.variant)
        )
        self.mended.update(found.mended)
        self.damaged = self.damaged or not found.mended
        self.header = found.header

    def read(self) -> None:
        """Read the YAML; after a fault go on, to tell of all at once."""
        before = ""
        for _ in range(min(_ROUNDS, max(_WORK // (len(self.header) + 1), 3))):
            if self.header == before:
                return
            before = self.header
            try:
                tree = Tree(self.header)
            except Refused as fault:
                self.refuse(fault)
                self.damaged = True
                return
            except (yaml.YAMLError, ValueError) as error:
                self.explain(error)
            else:
                self.root = tree.root
                for each in tree.faults[:_TOLD]:
                    self.refuse(each)
                self.problems += (self._duplicate(*pair) for pair in tree.duplicates[:_TOLD])
                left_out = {each.fault.code for each in tree.faults} & {"yaml-merge", "complex-key"}
                self.damaged = self.damaged or bool(left_out)
                return

    def _duplicate(self, first: Text, second: Text) -> Problem:
        values = {"key": first.value, "first": str(first.line), "second": str(second.line)}
        return Problem(
            self.span(second.line, second.column, second.length), "duplicate-key", values
        )


def _mappings(reading: _Reading, kind: Kind) -> tuple[Fields, ...]:
    """Give the mappings of the file: one, or in a `.yaml` file those of a list."""
    root = reading.root
    if root is None:
        return (Fields((), 1, 1),) if kind == "md" and not reading.damaged else ()
    if type(root) is Fields:
        return (root,)
    nodes = root.items if type(root) is Items and kind == "yaml" else (root,)
    for node in nodes:
        if type(node) is not Fields:
            span = reading.span(node.line, node.column, 0)
            fault = syntax.bare(span.text) or Fault("expected-mapping", "file")
            values, variant = fault.values, fault.variant
            reading.problems.append(Problem(span, fault.code, values, variant=variant))
    return tuple(node for node in nodes if type(node) is Fields)
