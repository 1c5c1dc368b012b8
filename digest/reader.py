"""What collects the values and problems of one document while it is decoded.

In: a `Document` and what its texts are read against. Out: problems, each with its place.
"""

from collections.abc import Callable
from typing import Final, TypeAlias

from msgspec import Struct

from digest.frontmatter import Document
from digest.node import Node, Text
from digest.problem import Fault, Problem, Severity, Span
from digest.regency import Gazetteer


class _Missing:
    """Stands where no value could be read."""


MISSING: Final = _Missing()
Decode: TypeAlias = "Callable[[Node, Reader], object]"


class Reader:
    """Collects the problems of one document and knows what its texts are read against."""

    def __init__(
        self, path: str, document: Document, zone: str, gazetteer: Gazetteer | None = None
    ) -> None:
        """Start without problems."""
        self.path, self.document, self.zone, self.gazetteer = path, document, zone, gazetteer
        self.problems: list[Problem] = []
        self.zones: list[tuple[Text, str]] = []
        """Clock times that were typed with a zone."""

    def span(self, node: Node) -> Span:
        """Return where a node stands, on its first line."""
        line, column = self.document.lines[node.line], node.column
        length = node.length if type(node) is Text else 0
        if node.line in self.document.mended and type(node) is Text and node.style:
            length = max(1, length - 2)
        column = min(column, len(line) + 1)
        rest = len(line.rstrip()) - column + 1
        return Span(self.path, node.line, column, max(1, min(length or rest, rest)), line)

    def report(self, node: Node, fault: Fault, severity: Severity = "error") -> None:
        """Take down what is wrong with a node."""
        span = self.span(node)
        fix = fault.fix if type(node) is Text and node.length and not node.style else None
        self.problems.append(
            Problem(span, fault.code, fault.values, severity, fix, variant=fault.variant)
        )


class Field(Struct, frozen=True):
    """How one key of a mapping is read."""

    name: str
    """The attribute of the value."""
    decode: Decode
    """Reads the node behind the key."""
    required: bool
    """Whether the type has no default for it."""
    prose: bool = False
    """Whether it is free text, of which a comment sign would cut off the end."""
