"""Problems as people and programs read them.

In: `Problem` values. Out: text with an excerpt and carets, JSON, commands for GitHub's checks, or
SARIF 2.1.0; and text with every safe mend applied.
"""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

import msgspec

from digest.catalogue import MESSAGES
from digest.catalogue import text as words
from digest.problem import Problem, order

WIDTH: Final = 100
"""Characters of a line that an excerpt shows."""
VALUE: Final = 400
"""Characters of a value that a message shows."""
_BEFORE: Final = 40  # characters shown before the span when a line is too long
_DOUBLE = frozenset("WF")  # east Asian widths of two columns
_LEVELS: Final = {"error": "error", "warning": "warning"}
_SCHEMA: Final = "https://json.schemastore.org/sarif-2.1.0.json"


def text(problems: Iterable[Problem], language: str) -> str:
    """Return every problem with its excerpt and hint, sorted by file and place."""
    return "".join(f"{each}\n" for each in _blocks(problems, language))


def _blocks(problems: Iterable[Problem], language: str) -> Iterator[str]:
    for problem in sorted(problems, key=order):
        yield "\n".join(_block(problem, language))


def _block(problem: Problem, language: str) -> Iterator[str]:
    span = problem.span
    prefix = f"{words(language, 'report.warning')}: " if problem.severity == "warning" else ""
    line, column = max(1, span.line), max(1, span.column)
    place = f"{_shown(span.path)}:{line}:{column}"
    yield f"{place}: {problem.code}: {prefix}{message(problem, language)}"
    if span.text and span.line:
        yield from _excerpt(problem)
    hint_text = hint(problem, language)
    if hint_text:
        yield f"    hint: {hint_text}"


def _excerpt(problem: Problem) -> Iterator[str]:
    """Give the line and, below it, carets under the span, both behind a gutter."""
    span = problem.span
    start = min(span.column - 1, len(span.text))
    left = max(0, start - _BEFORE) if len(span.text) > WIDTH else 0
    shown = span.text[left : left + WIDTH]
    before = shown[: start - left]
    marked = shown[start - left : start - left + span.length]
    more = ("…" if left else "", "…" if left + WIDTH < len(span.text) else "")
    number = str(span.line)
    yield f"  {number} | {more[0]}{_shown(shown)}{more[1]}".rstrip()
    pad = "".join("\t" if each == "\t" else " " * _columns(each) for each in more[0] + before)
    yield f"  {' ' * len(number)} | {pad}{'^' * max(1, sum(map(_columns, marked)))}"


def _columns(char: str) -> int:
    """Return how many columns of a terminal a character takes."""
    if char == "\t" or not _visible(char):
        return 1
    if unicodedata.combining(char) or unicodedata.category(char) in ("Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in _DOUBLE else 1


def _visible(char: str) -> bool:
    return char.isprintable() or char == "\t" or unicodedata.category(char) == "Zs"


def _shown(line: str) -> str:
    """Return text in which nothing moves the cursor, hides or turns the writing round."""
    if line.isprintable():
        return line
    return "".join(each if _visible(each) else "\ufffd" for each in line)


def message(problem: Problem, language: str) -> str:
    """Return what is wrong, in one sentence."""
    return _words("problem", problem, language)


def hint(problem: Problem, language: str) -> str:
    """Return how to mend it; empty where there is nothing to say."""
    return _words("hint", problem, language)


def _words(prefix: str, problem: Problem, language: str) -> str:
    key = f"{prefix}.{problem.code}"
    if problem.variant and f"{key}.{problem.variant}" in MESSAGES:
        key = f"{key}.{problem.variant}"
    if key not in MESSAGES:
        return problem.code if prefix == "problem" else ""
    values = _Values({name: _shown(_cut(value)) for name, value in problem.values.items()})
    return MESSAGES[key][0 if language == "id" else 1].format_map(values)


def _cut(value: str) -> str:
    return value if len(value) <= VALUE else f"{value[:VALUE]}…"


class _Values(dict[str, str]):
    """Values of a message; one that is not given is shown by its name, never an exception."""

    def __missing__(self, key: str) -> str:
        return f"{{{key}}}"


def as_json(problems: Iterable[Problem], language: str) -> str:
    """Return a JSON array with one object for each problem."""
    return _json([_plain(each, language) for each in sorted(problems, key=order)]) + "\n"


def _plain(problem: Problem, language: str) -> dict[str, Any]:
    span = problem.span
    return {
        "path": span.path,
        "line": max(1, span.line),
        "column": max(1, span.column),
        "length": span.length,
        "code": problem.code,
        "severity": problem.severity,
        "message": message(problem, language),
        "hint": hint(problem, language),
        "fix": problem.fix,
    }


def _json(value: object) -> str:
    return msgspec.json.format(msgspec.json.encode(_sound(value)), indent=2).decode()


def _sound(value: object) -> object:
    """Return a value without lone surrogates, which no UTF-8 can hold."""
    if isinstance(value, str):
        return value if value.isprintable() else value.encode("utf-8", "replace").decode()
    if isinstance(value, Mapping):
        return {key: _sound(each) for key, each in value.items()}
    return [_sound(each) for each in value] if isinstance(value, list) else value


def github(problems: Iterable[Problem], language: str) -> str:
    """Return one workflow command for each problem, so that GitHub shows it at its line."""
    return "".join(f"{_command(each, language)}\n" for each in sorted(problems, key=order))


def _command(problem: Problem, language: str) -> str:
    span = problem.span
    properties = {
        "file": span.path,
        "line": str(max(1, span.line)),
        "col": str(max(1, span.column)),
        "endColumn": str(max(1, span.column) + span.length),
        "title": problem.code,
    }
    listed = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    told = "\n".join(filter(None, (message(problem, language), hint(problem, language))))
    return f"::{problem.severity} {listed}::{_data(told)}"


def _data(value: str) -> str:
    return value.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(value: str) -> str:
    return _data(value).replace(":", "%3A").replace(",", "%2C")


def sarif(problems: Iterable[Problem], language: str, version: str = "") -> str:
    """Return a SARIF 2.1.0 log of one run."""
    found = sorted(problems, key=order)
    codes = sorted({each.code for each in found})
    driver: dict[str, Any] = {"name": "digest", "rules": [_rule(code, language) for code in codes]}
    if version:
        driver["version"] = version
    results = [_result(each, codes.index(each.code), language) for each in found]
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": results,
    }
    return _json({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}) + "\n"


def _rule(code: str, language: str) -> dict[str, Any]:
    about = MESSAGES.get(f"about.{code}", (code, code))[0 if language == "id" else 1]
    return {"id": code, "shortDescription": {"text": about}}


def _result(problem: Problem, rule: int, language: str) -> dict[str, Any]:
    span = problem.span
    place: dict[str, Any] = {"artifactLocation": {"uri": _uri(span.path)}}
    if span.line:
        place["region"] = {
            "startLine": span.line,
            "startColumn": span.column,
            "endColumn": span.column + span.length,
        }
    told = " ".join(filter(None, (message(problem, language), hint(problem, language))))
    return {
        "ruleId": problem.code,
        "ruleIndex": rule,
        "level": _LEVELS[problem.severity],
        "message": {"text": told},
        "locations": [{"physicalLocation": place}],
    }


def _uri(path: str) -> str:
    """Return a relative path as a URI reference."""
    kept = "/-._~"
    return "".join(
        each
        if (each.isascii() and each.isalnum()) or each in kept
        else "".join(f"%{byte:02X}" for byte in each.encode("utf-8", "replace"))
        for each in path
    )


def apply(text: str, problems: Iterable[Problem]) -> str:
    """Return the text of a file with the fix of each of its problems in place.

    `problems` are those of this file. Where two fixes overlap, the first one is made; running
    again makes the other.
    """
    lines = text.split("\n")
    reached: dict[int, int] = {}
    found = [each for each in problems if each.fix is not None and 0 < each.span.line <= len(lines)]
    for problem in sorted(found, key=order, reverse=True):
        span, index = problem.span, problem.span.line - 1
        start, end = span.column - 1, span.column - 1 + span.length
        if end <= reached.get(index, len(lines[index])):
            lines[index] = lines[index][:start] + (problem.fix or "") + lines[index][end:]
            reached[index] = start
    return "\n".join(lines)
