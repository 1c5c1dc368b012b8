"""Located text: the nodes of a YAML document, made from the parser's events.

In: the text of one YAML document. Out: a `Tree` of texts, lists and mappings, each with its place,
and what is well formed but not read. Nothing is constructed from YAML, and nothing is guessed: a
scalar is the text that was typed.
"""

from collections.abc import Iterator
from functools import cached_property
from typing import Any, Final, TypeAlias

import yaml
from msgspec import Struct

from digest import charset
from digest.problem import Fault

DEPTH: Final = 8
"""How deep lists and mappings may be nested."""

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_EVENTS = (
    yaml.ScalarEvent,
    yaml.MappingStartEvent,
    yaml.MappingEndEvent,
    yaml.SequenceStartEvent,
    yaml.SequenceEndEvent,
)
_Event: TypeAlias = Any  # two classes, of C and of Python, without a type in common
_Mark: TypeAlias = Any  # likewise


class Text(Struct, frozen=True, gc=False):
    """A scalar, as the text that was typed."""

    value: str
    """The text; what stands in quotes without them, folded lines joined."""
    line: int
    """Counted from 1."""
    column: int
    """Counted from 1, in characters."""
    length: int
    """Characters from the column on; 0 where it goes on over several lines."""
    style: str = ""
    """Empty for plain text, else the quote or the sign of the block."""
    cut: bool = False
    """Whether a comment stands behind the plain text, on the same line."""


class Items(Struct, frozen=True):
    """A list."""

    items: "tuple[Node, ...]"
    line: int
    column: int


class Fields(Struct, frozen=True):
    """A mapping."""

    entries: "tuple[tuple[Text, Node], ...]"
    line: int
    column: int


Node: TypeAlias = Text | Items | Fields


class Lines:
    """The lines of a file, told apart when one is first asked for."""

    def __init__(self, text: str) -> None:
        """Keep the text."""
        self.text = text

    @cached_property
    def _lines(self) -> list[str]:
        return self.text.split("\n")

    def __eq__(self, other: object) -> bool:
        """Compare by text."""
        return isinstance(other, Lines) and self.text == other.text

    def __hash__(self) -> int:
        """Hash by text."""
        return hash(self.text)

    def __getitem__(self, number: int) -> str:
        """Return a line, counted from 1; empty where there is none."""
        return self._lines[number - 1] if 0 < number <= len(self._lines) else ""

    def between(self, first: int, last: int | None) -> str:
        """Return the lines from `first` up to but without `last`, or to the end."""
        return "\n".join(self._lines[first - 1 : last and last - 1])


class Refused(Exception):  # noqa: N818 - a refusal, found or raised
    """YAML that is well formed but not read: where, and why."""

    def __init__(self, fault: Fault | str, mark: _Mark, length: int = 1) -> None:
        """Keep the place, counted from 1."""
        super().__init__(fault)
        self.fault = Fault(fault) if isinstance(fault, str) else fault
        self.line, self.column, self.length = mark.line + 1, mark.column + 1, length


class Tree:
    """The nodes of one YAML document, made from its events without recursion."""

    def __init__(self, header: str) -> None:
        """Read `header`; raise `Refused` or the parser's own error."""
        self.header = header
        # Without one of these in it, a text has no comment, no tag and no anchor.
        self.special = "#" in header or "!" in header or "&" in header
        self.faults: list[Refused] = []
        self.duplicates: list[tuple[Text, Text]] = []
        self.root = self._document()

    def _document(self) -> Node | None:
        """Follow the events; the loop is the hot path of reading, and so stands in one piece."""
        next_event = _LOADER(self.header).get_event
        root: list[Node] = []
        nodes = root
        stack: list[tuple[list[Node], _Mark]] = []
        special = self.special
        scalar, _, end_of_mapping, _, end_of_sequence = _EVENTS
        while (event := next_event()) is not None:
            kind = type(event)
            if kind is scalar:
                start, end, style = event.start_mark, event.end_mark, event.style
                line, column = start.line, start.column
                length = end.column - column if end.line == line else 0
                if special or style == '"':
                    nodes.append(self._special(event, length))
                else:
                    nodes.append(Text(event.value, line + 1, column + 1, length, style or ""))
            elif kind is end_of_mapping or kind is end_of_sequence:
                outer, mark = stack.pop()
                if kind is end_of_mapping:
                    outer.append(self._fields(nodes, mark))
                else:
                    outer.append(Items(tuple(nodes), mark.line + 1, mark.column + 1))
                nodes = outer
            elif kind in _EVENTS:
                self._check(event)
                stack.append((nodes, event.start_mark))
                if len(stack) > DEPTH:
                    raise Refused("too-deep", event.start_mark)
                nodes = []
            else:
                self._rare(event, nodes)
        return root[0] if root else None

    def _rare(self, event: _Event, nodes: list[Node]) -> None:
        """Take an alias or the start of a document."""
        if type(event) is yaml.AliasEvent:
            nodes.append(self._alias(event))
        elif type(event) is yaml.DocumentStartEvent:
            if nodes:
                raise Refused("several-documents", event.start_mark, 3)
            if event.version or event.tags:
                self.faults.append(Refused("yaml-directive", event.start_mark, 0))

    def _special(self, event: _Event, length: int) -> Text:
        """Make a text where there may be escapes, a tag, an anchor, or a comment behind it."""
        start, value, style = event.start_mark, event.value, event.style or ""
        line, column = start.line + 1, start.column + 1
        if style == '"' and not charset.is_clean(value) and (fault := charset.check(value)):
            self.faults.append(Refused(fault, start, length))
            value = value.encode("ascii", "replace").decode()
        self._check(event)
        behind = 0 if style else self._comment(event.end_mark.index)
        if behind:
            return Text(value, line, column if value else column + behind, 0, cut=True)
        return Text(value, line, column, length, style)

    def _comment(self, index: int) -> int:
        """Tell how far behind a place a comment starts on the same line; 0 if none does."""
        if self.header[index : index + 1] not in (" ", "\t"):
            return 0
        rest = self.header[index:].partition("\n")[0]
        blanks = len(rest) - len(rest.lstrip())
        return blanks if rest[blanks : blanks + 1] == "#" else 0

    def _check(self, event: _Event) -> None:
        if event.anchor:
            self.faults.append(Refused("yaml-anchor", event.start_mark, len(event.anchor) + 1))
        elif event.tag:
            self.faults.append(Refused("yaml-tag", event.start_mark, 0))

    def _alias(self, event: _Event) -> Text:
        start, length = event.start_mark, len(event.anchor) + 1
        self.faults.append(Refused("yaml-anchor", start, length))
        return Text(f"*{event.anchor}", start.line + 1, start.column + 1, length)

    def _fields(self, nodes: list[Any], mark: _Mark) -> Fields:
        entries = tuple(zip(nodes[::2], nodes[1::2], strict=True))
        try:
            names = {key.value for key, _ in entries}
        except AttributeError:  # a key is a list or a mapping
            names = set()
        if len(names) < len(entries) or "<<" in names:
            entries = tuple(self._sound(entries))
        return Fields(entries, mark.line + 1, mark.column + 1)

    def _sound(self, entries: tuple[tuple[Node, Node], ...]) -> Iterator[tuple[Text, Node]]:
        """Take down keys that are no text, stand twice or would merge, and leave them out."""
        known: dict[str, Text] = {}
        for key, value in entries:
            if type(key) is not Text:
                self.faults.append(Refused("complex-key", _mark(key), 0))
            elif key.value == "<<":
                self.faults.append(Refused("yaml-merge", _mark(key), 2))
            elif key.value in known:
                self.duplicates.append((known[key.value], key))
            else:
                known[key.value] = key
                yield key, value


def _mark(node: Node) -> _Mark:
    return yaml.Mark("", 0, node.line - 1, node.column - 1, None, 0)
