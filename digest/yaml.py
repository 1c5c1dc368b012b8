"""Writing YAML: a mapping of text comes in, YAML that reads back equal goes out.

This program reads every scalar as the text that was typed, so a value is quoted only where YAML
itself would cut, fold or refuse it; `32.10`, `no` and `2023-11-29` stand as they are. Pure.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

Value: TypeAlias = "str | Sequence[Value] | Mapping[str, Value]"
"""What can be written: text, lists of values, mappings from text to values."""

_STEP = "  "  # one level of indentation
_KEY_LIMIT = 512  # readers look 1,024 characters ahead for the colon, and escapes take room
# Plain text starts with a letter, a digit or harmless punctuation, has no colon that could end a
# key and no hash that could start a comment. Everything here is written in block style, so commas
# and brackets inside it mean nothing.
_PLAIN = re.compile(r"[\w/(+.](?:[^\x00-\x1f\x7f-\xa0:#\ufeff]|:(?=[^\s:])|(?<=\S)#)*")
_MARKER = re.compile(r"[+.(/]*$|\.\.\.")  # lone punctuation and the end-of-document marker
# Line breaks other than \n, and what YAML calls not printable: only an escape keeps these.
_UNPRINTABLE = re.compile(
    r"[^\t\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r", "\0": "\\0"}
_PREFIXES = {2: "\\x", 4: "\\u", 8: "\\U"}  # by the number of digits that follow
_ESCAPED = re.compile(rf'["\\\n\t]|{_UNPRINTABLE.pattern}')


def yaml_text(mapping: Mapping[str, Value], comments: Mapping[str, str] | None = None) -> str:
    """Write `mapping` as block YAML that ends in a newline, or `{}` when it is empty.

    `comments` maps a field's path, such as `places[0].venue`, to text shown on comment lines above
    that field; the path of a field that is absent is passed over. Raises ValueError for a lone
    surrogate, which no file can hold, and for a key of more than 512 characters.
    """
    if not mapping:
        return "{}\n"
    return "".join(f"{line}\n" for line in _mapping(mapping, "", "", comments or {}))


def scalar(text: str) -> str:
    """Write `text` on one line, quoted only where it must be."""
    if _SURROGATE.search(text):
        raise ValueError("a lone surrogate cannot be written")
    if _plain(text):
        return text
    if "'" not in text and "\n" not in text and not _UNPRINTABLE.search(text):
        return f"'{text}'"
    return '"' + _ESCAPED.sub(_escape, text) + '"'


def comment(text: str) -> str:
    """Give `text` as one comment line that no line break or invisible character gets out of."""
    visible = "".join(char if char.isprintable() else " " for char in text)
    return f"# {' '.join(visible.split())}".rstrip()


def _plain(text: str) -> bool:
    """Tell whether `text` reads back equal without quotes."""
    if not _PLAIN.fullmatch(text) or _MARKER.match(text):
        return False
    return text[-1] not in " \t" and not _UNPRINTABLE.search(text)


def _escape(match: re.Match[str]) -> str:
    char = match[0]
    if char in _ESCAPES:
        return _ESCAPES[char]
    digits = f"{ord(char):x}"
    width = next(width for width in _PREFIXES if len(digits) <= width)
    return _PREFIXES[width] + digits.zfill(width)


def _literal(text: str) -> bool:
    """Tell whether `text` may stand as a block, each of its lines as typed."""
    return "\n" in text and bool(text.strip(" \t\n")) and not _UNPRINTABLE.search(text)


def _mapping(
    mapping: Mapping[str, Value], indent: str, path: str, comments: Mapping[str, str]
) -> Iterator[str]:
    for key, value in mapping.items():
        if len(key) > _KEY_LIMIT:
            raise ValueError(f"a key of {len(key)} characters cannot be written")
        here = f"{path}.{key}" if path else key
        yield from _remarks(comments.get(here, ""), indent)
        yield from _value(f"{indent}{scalar(key)}:", value, indent, here, comments)


def _sequence(
    items: Sequence[Value], indent: str, path: str, comments: Mapping[str, str]
) -> Iterator[str]:
    for number, item in enumerate(items):
        here = f"{path}[{number}]"
        yield from _remarks(comments.get(here, ""), indent)
        if isinstance(item, str) or not item:
            yield from _value(f"{indent}-", item, indent, here, comments)
            continue
        # The first line of what is nested stands behind the dash, so its remarks move above it.
        lines = list(_nested(item, indent + _STEP, here, comments))
        first = next(i for i, line in enumerate(lines) if not line.lstrip().startswith("#"))
        yield from (indent + line.lstrip() for line in lines[:first])
        yield f"{indent}- {lines[first].lstrip(' ')}"
        yield from lines[first + 1 :]


def _nested(value: Value, indent: str, path: str, comments: Mapping[str, str]) -> Iterator[str]:
    if isinstance(value, Mapping):
        return _mapping(value, indent, path, comments)
    return _sequence(value, indent, path, comments)


def _value(
    lead: str, value: Value, indent: str, path: str, comments: Mapping[str, str]
) -> Iterator[str]:
    if isinstance(value, str):
        yield from _text(lead, value, indent + _STEP)
    elif not value:
        yield f"{lead} {{}}" if isinstance(value, Mapping) else f"{lead} []"
    else:
        yield lead
        yield from _nested(value, indent + _STEP, path, comments)


def _text(lead: str, text: str, indent: str) -> Iterator[str]:
    if not _literal(text):
        yield f"{lead} {scalar(text)}"
        return
    if _SURROGATE.search(text):
        raise ValueError("a lone surrogate cannot be written")
    kept = text.rstrip("\n")
    chomping = {0: "-", 1: ""}.get(len(text) - len(kept), "+")
    # Behind a first line that is empty or starts with a space, readers would guess the depth wrong.
    depth = len(_STEP) if text[0] in " \t\n" else ""
    yield f"{lead} |{depth}{chomping}"
    for line in text.removesuffix("\n").split("\n"):
        yield f"{indent}{line}" if line else ""


def _remarks(text: str, indent: str) -> Iterator[str]:
    return (f"{indent}{comment(line)}" for line in text.split("\n") if line.strip())
