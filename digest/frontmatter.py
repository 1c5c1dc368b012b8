"""From the bytes of a file to located text: every value as it was typed, with its place.

In: the bytes of an `.md` file (front matter and body) or of a `.yaml` file. Out: a `Document` for
each mapping in it, and a problem for everything that YAML would cut, guess, repeat or refuse.
YAML is read by its events; nothing is ever constructed from it.
"""

import re
from functools import cached_property
from typing import Any, Final, Literal, TypeAlias

import yaml
from msgspec import Struct

from digest import charset, syntax
from digest.problem import Fault, Problem, Span

DEPTH: Final = 8
"""How deep lists and mappings may be nested."""
HEADER: Final = 64 * 1024
"""Characters of front matter."""
BODY: Final = 64 * 1024
"""Bytes of a body."""
FILE: Final = 1024 * 1024
"""Bytes of a whole file."""

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_FENCE = re.compile(r"---[ \t]*(?:\n|\Z)")
_EVENTS = (
    yaml.ScalarEvent,
    yaml.MappingStartEvent,
    yaml.MappingEndEvent,
    yaml.SequenceStartEvent,
    yaml.SequenceEndEvent,
)
_ROUNDS = 40  # syntax faults told of one file
_WORK = 2 * 1024 * 1024  # characters read again in search of further faults

_Event: TypeAlias = Any  # two classes, of C and of Python, without a type in common
_Mark: TypeAlias = Any  # likewise
Kind: TypeAlias = Literal["md", "yaml"]


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


class _Fault(Exception):  # noqa: N818 - it never leaves this module
    """YAML that is well formed but not read: where, and why."""

    def __init__(self, fault: Fault | str, mark: _Mark, length: int = 1) -> None:
        """Keep the place, counted from 1."""
        super().__init__(fault)
        self.fault = Fault(fault) if isinstance(fault, str) else fault
        self.line, self.column, self.length = mark.line + 1, mark.column + 1, length


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

    def refuse(self, fault: _Fault) -> None:
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
                tree = _Tree(self.header)
            except _Fault as fault:
                self.refuse(fault)
                self.damaged = True
                if fault.fault.code != "complex-key":
                    return
                self.header = syntax.without(self.header, fault.line)
            except (yaml.YAMLError, ValueError) as error:
                self.explain(error)
            else:
                self.root = tree.root
                for each in tree.faults:
                    self.refuse(each)
                self.problems += (self._duplicate(*pair) for pair in tree.duplicates)
                return

    def _duplicate(self, first: Text, second: Text) -> Problem:
        values = {"key": first.value, "first": str(first.line), "second": str(second.line)}
        return Problem(
            self.span(second.line, second.column, second.length), "duplicate-key", values
        )


class _Tree:
    """The nodes of one YAML document, made from its events without recursion."""

    def __init__(self, header: str) -> None:
        self.header = header
        # Without one of these in it, a text has no comment, no tag and no anchor.
        self.special = "#" in header or "!" in header or "&" in header
        self.faults: list[_Fault] = []
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
                    raise _Fault("too-deep", event.start_mark)
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
                raise _Fault("several-documents", event.start_mark, 3)
            if event.version or event.tags:
                self.faults.append(_Fault("yaml-directive", event.start_mark, 0))

    def _special(self, event: _Event, length: int) -> Text:
        """Make a text where there may be escapes, a tag, an anchor, or a comment behind it."""
        start, value, style = event.start_mark, event.value, event.style or ""
        line, column = start.line + 1, start.column + 1
        if style == '"' and not charset.is_clean(value) and (fault := charset.check(value)):
            self.faults.append(_Fault(fault, start, length))
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
            self.faults.append(_Fault("yaml-anchor", event.start_mark, len(event.anchor) + 1))
        elif event.tag:
            self.faults.append(_Fault("yaml-tag", event.start_mark, 0))

    def _alias(self, event: _Event) -> Text:
        start, length = event.start_mark, len(event.anchor) + 1
        self.faults.append(_Fault("yaml-anchor", start, length))
        return Text(f"*{event.anchor}", start.line + 1, start.column + 1, length)

    def _fields(self, nodes: list[Any], mark: _Mark) -> Fields:
        entries = tuple(zip(nodes[::2], nodes[1::2], strict=True))
        try:
            names = {key.value for key, _ in entries}
        except AttributeError:  # a key that is a list or a mapping
            odd = next(key for key, _ in entries if type(key) is not Text)
            raise _Fault("complex-key", _mark(odd), 0) from None
        if len(names) < len(entries) or "<<" in names:
            entries = self._unrepeated(entries)
        return Fields(entries, mark.line + 1, mark.column + 1)

    def _unrepeated(self, entries: tuple[tuple[Text, Node], ...]) -> tuple[tuple[Text, Node], ...]:
        """Take down keys that stand twice or would merge, and leave them out."""
        known: dict[str, Text] = {}
        kept: list[tuple[Text, Node]] = []
        for key, value in entries:
            if key.value == "<<":
                self.faults.append(_Fault("yaml-merge", _mark(key), 2))
            elif key.value in known:
                self.duplicates.append((known[key.value], key))
            else:
                known[key.value] = key
                kept.append((key, value))
        return tuple(kept)


def _mark(node: Node) -> _Mark:
    return yaml.Mark("", 0, node.line - 1, node.column - 1, None, 0)


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
