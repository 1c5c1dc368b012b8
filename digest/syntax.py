"""What a fault of YAML means, in the words of someone who only wanted to type a title.

In: the error of the YAML parser and the text it stopped at. Out: an explanation with the mended
line, and the text with that line mended or left out, so that the rest can be read.
"""

import re
from collections.abc import Iterator
from typing import Any, Final

from msgspec import Struct

from digest.problem import Fault
from digest.yaml import scalar

_KEY = re.compile(
    r"(?P<lead>\s*(?:-\s+)*)(?P<key>[A-Za-z_][\w-]*)[ \t]*:(?P<gap>[ \t]+)(?P<value>.*)"
)
_ITEM = re.compile(r"(?P<lead>\s*(?:-\s+)+)(?P<key>)(?P<gap>)(?P<value>.*)")
_TIGHT = re.compile(r"(?P<lead>\s*(?:-\s+)*)(?P<key>[A-Za-z_][\w-]*):(?P<value>(?!//)\S.*)")
_TIGHT_ITEM = re.compile(r"(?P<lead>\s*)-(?P<value>[^\s-].*)")
_WORD = re.compile(r"(?P<lead>\s*(?:-\s+)*)(?P<key>[A-Za-z_]+)\s*")
_FIRST = re.compile(r"(?P<lead>\s*(?:-\s+)+)[A-Za-z_][\w-]*:[ \t]+\S.*")
_OWN = re.compile(r"( +)[A-Za-z_][\w-]*:(?:\s|$)")
_OPEN = re.compile(r"(?P<lead> *(?:- +)*)[A-Za-z_][\w-]*:(?:\s|$)")
_BARE = re.compile(r"(?P<lead>\s*)(?P<value>[^\s#-][^:]*)")
_DOUBLE = re.compile(r'"(?:[^"\\]|\\.)*+"')
_SINGLE = re.compile(r"'(?:[^']|'')*+'")
_FLOW = re.compile(r"\[[^\[\]]*\]|\{[^{}]*\}")
_TAIL = re.compile(r"\s*(#.*)?")
_SIGNS = re.compile(r"[|>][-+0-9]*\s*(#.*)?|[*&!]\w+")  # signs of YAML that are rightly used
_PAIRS: Final = {'"': _DOUBLE, "'": _SINGLE}


class Finding(Struct, frozen=True):
    """One fault, explained."""

    fault: Fault
    """What is wrong; `fix` replaces the span."""
    line: int
    """Counted from 1."""
    column: int
    """Counted from 1."""
    length: int
    """Characters; 0 for the rest of the line."""
    header: str
    """The text to read on with."""
    mended: tuple[int, ...] = ()
    """The lines that were mended; none where a part was left out."""


def explain(error: Exception, header: str, mended: set[int]) -> Finding:
    """Explain why YAML could not be read."""
    line, column = _place(error, "problem_mark")
    first, _ = _place(error, "context_mark") if getattr(error, "context_mark", None) else (line, 1)
    if "maximum nesting depth" in str(error):
        return Finding(Fault("too-deep", "", {"limit": "8"}), line, column, 1, "")
    lines = header.split("\n")
    line, first = min(line, len(lines)), min(first, len(lines))
    tabs = _tabs(lines, line)
    if tabs and line not in mended:
        return tabs
    for candidate in _candidates(lines, line, first):
        if candidate in mended:
            continue
        found = _diagnose(lines[candidate - 1], error) or (
            _wordy(lines[candidate - 1], lines[line - 1]) if candidate < line else None
        )
        if found:
            return _mended(lines, candidate, found)
    slip = _slip(lines, line) if line not in mended else None
    return slip or _unexplained(lines, line, column, error)


def bare(line: str) -> Fault | None:
    """Explain a line that is read as mere text, if it was meant as a key."""
    match = _TIGHT.fullmatch(line)
    if not match:
        return None
    mended = f"{match['key']}: {_sound(match['value'].rstrip())}"
    return Fault("missing-space", "", {"value": line.strip(), "mended": mended})


def _place(error: Exception, name: str) -> tuple[int, int]:
    mark: Any = getattr(error, name, None)
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


def _candidates(lines: list[str], line: int, first: int) -> Iterator[int]:
    """Give the lines to look at: that of the fault, the text lines before it, and its beginning."""
    yield line
    before = line - 1
    while before > 0 and before > line - 20 and not lines[before - 1].strip():
        before -= 1
    if before > 0:
        yield before
    if first not in (line, before):
        yield first


def _tabs(lines: list[str], line: int) -> Finding | None:
    """Explain tabs at the start of lines, all of them at once."""
    if not re.match(r" *(?:- *)*\t", lines[line - 1]):
        return None
    new = list(_spaced(lines))
    changed = tuple(
        at for at, (old, each) in enumerate(zip(lines, new, strict=True), 1) if old != each
    )
    if line not in changed:
        return None
    typed, better = _indent(lines[line - 1]), _indent(new[line - 1])
    fault = Fault("tab-indent", "", {"mended": new[line - 1]}, fix=better)
    return Finding(fault, line, 1, len(typed), "\n".join(new), changed)


def _indent(line: str) -> str:
    return line[: len(line) - len(line.lstrip(" \t"))]


def _spaced(lines: list[str]) -> Iterator[str]:
    """Give the lines with spaces for tabs: in line with the item above, or two for each tab."""
    above, width, item = "", 0, 0
    for line in lines:
        typed, text = _indent(line), line.lstrip(" \t")
        new = typed.replace("\t", "  ")
        if "\t" in typed and not text.startswith("-"):
            new = " " * (width if typed == above else item or len(new))
        if text:
            first = _FIRST.fullmatch(new + text)
            above, width = typed, len(new)
            item = len(first["lead"]) if first else item * (width == item)
        yield new + text


class _Found(Struct, frozen=True):
    """What is wrong with one line."""

    code: str
    start: int
    """Where the faulty text starts, counted from 0."""
    text: str
    """The faulty text."""
    better: str
    """What it should be."""
    certain: bool = True
    """Whether that is what it means for sure."""
    variant: str = ""
    """Names a message of its own."""


def _diagnose(line: str, error: Exception) -> _Found | None:
    """Find what is wrong with a line that the parser stopped at."""
    match = _KEY.fullmatch(line) or _ITEM.fullmatch(line)
    if match and match["value"]:
        return _value(match["value"].rstrip(), match.start("value"), error)
    if match := _TIGHT.fullmatch(line):
        text = f"{match['key']}:{match['value']}"
        better = f"{match['key']}: {_sound(match['value'].rstrip())}"
        return _Found("missing-space", match.start("key"), text, better, certain=False)
    if match := _TIGHT_ITEM.fullmatch(line):
        value = match["value"].rstrip()
        better = f"- {value if _KEY.fullmatch(value) else _sound(value)}"
        return _Found("missing-space", match.end("lead"), line.strip(), better, certain=False)
    return None


def _wordy(line: str, below: str) -> _Found | None:
    """Find a key without its colon, above what belongs to it."""
    match = _WORD.fullmatch(line)
    if not match or len(_indent(below)) <= len(_indent(line)):
        return None
    key = match["key"]
    return _Found("missing-colon", match.start("key"), key, f"{key}:", certain=False)


def _sound(value: str) -> str:
    """Quote a value where it must be."""
    return scalar(value) if _wrong(value) else value


def _value(value: str, start: int, error: Exception) -> _Found | None:
    """Find what is wrong with the text after a key or a hyphen."""
    code = _wrong(value, escape="escape" in str(error))
    if not code:
        return None
    if code == "open-quote":
        return _Found(code, start, value, scalar(value[1:]), certain=False)
    if code == "bad-escape":
        return _Found(code, start, value, scalar(value.strip('"')), certain=False)
    if code == "open-bracket" and value[0] == "[" and "]" not in value:
        better = value.rstrip(", ") + "]"
        return _Found(code, start, value, better, certain=False, variant="unclosed")
    return _Found(code, start, value, scalar(value))


def _wrong(value: str, *, escape: bool = False) -> str:
    """Name what is wrong with a value on one line; empty if nothing is."""
    first = value[0]
    if first in _PAIRS:
        return _wrong_quotes(value, escape=escape)
    if first in "[{":
        whole = _FLOW.match(value)
        return "" if whole and _TAIL.fullmatch(value, whole.end()) else "open-bracket"
    if first in "@`%*&!|>,]}" and not _SIGNS.fullmatch(value):
        return "reserved-character"
    if re.match(r"[-?:](\s|$)", value):
        return "reserved-character"
    return "unquoted-colon" if re.search(r":(\s|$)", value) else ""


def _wrong_quotes(value: str, *, escape: bool) -> str:
    """Name what is wrong with a value that starts with a quote."""
    whole = _PAIRS[value[0]].match(value)
    if not whole:
        return "open-quote"
    if not _TAIL.fullmatch(value, whole.end()):
        return "text-after-quote"
    return "bad-escape" if escape and value[0] == '"' and "\\" in value else ""


def _mended(lines: list[str], line: int, found: _Found) -> Finding:
    old = lines[line - 1]
    new = old[: found.start] + found.better + old[found.start + len(found.text) :]
    values = {"value": found.text, "mended": new.strip()}
    fault = Fault(found.code, found.variant, values, fix=found.better if found.certain else None)
    lines = [*lines[: line - 1], new, *lines[line:]]
    return Finding(fault, line, found.start + 1, len(found.text), "\n".join(lines), (line,))


def _slip(lines: list[str], line: int) -> Finding | None:
    """Explain a key that stands one column beside those it belongs to."""
    old = lines[line - 1]
    match = _OWN.match(old)
    if not match:
        return None
    near = [at for at in _columns(lines[: line - 1]) if abs(at - len(match[1])) == 1]
    if not near:
        return None
    new = " " * near[0] + old.lstrip()
    values = {"value": old.strip(), "column": str(near[0] + 1), "spaces": str(near[0])}
    fault = Fault("bad-indent", "slip" if near[0] else "slip-top", values)
    lines = [*lines[: line - 1], new, *lines[line:]]
    return Finding(fault, line, len(match[1]) + 1, 0, "\n".join(lines), (line,))


def _columns(above: list[str]) -> Iterator[int]:
    """Give the columns of the keys that are still open below some lines, innermost first."""
    least = 1000
    for line in reversed(above):
        match = _OPEN.match(line)
        if match and len(match["lead"]) < least:
            yield len(match["lead"])
            least = len(_indent(line)) + ("-" in match["lead"])


def _unexplained(lines: list[str], line: int, column: int, error: Exception) -> Finding:
    """Give up on a place, and go on without the key or list item it belongs to."""
    while line > 1 and not lines[line - 1].strip():
        line, column = line - 1, 1
    text = lines[line - 1]
    if _BARE.fullmatch(text) and "could not find expected ':'" in str(error):
        fault = Fault("missing-colon", "", {"value": text.strip()})
    elif text[:1] in (" ", "-"):
        fault = Fault("bad-indent", "", {"value": text.strip()})
    else:
        fault = Fault("bad-yaml", "", {"value": text.strip()})
    start = len(text) - len(text.lstrip())
    column = max(start + 1, min(column, len(text)))
    return Finding(fault, line, column, 0, without("\n".join(lines), line))


def without(header: str, line: int) -> str:
    """Return the text with the top-level key or list item around `line` left blank."""
    lines = header.split("\n")
    start = min(line, len(lines)) - 1
    while start > 0 and not _top(lines[start]):
        start -= 1
    end = max(start + 1, line)
    while end < len(lines) and not _top(lines[end]):
        end += 1
    blank = [""] * (end - start)
    return "\n".join([*lines[:start], *blank, *lines[end:]])


def _top(line: str) -> bool:
    """Tell whether a line begins something that belongs to nothing above it."""
    return line[:1] not in ("", " ", "\t", "#", "]", "}")
