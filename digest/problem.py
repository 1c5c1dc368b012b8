"""What is wrong, where, and how to mend it: values that every stage may give back.

In: a place in a file and a code. Out: `Problem` values; `report` turns them into text.
"""

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct

Severity = Literal["error", "warning"]


class Span(Struct, frozen=True, order=True):
    """A run of characters on one line of one file."""

    path: str
    """The file, relative to the site's folder, with forward slashes."""
    line: int = 1
    """Counted from 1; 0 where the whole file is meant."""
    column: int = 1
    """Counted from 1, in characters."""
    length: int = 1
    """How many characters, at least 1."""
    text: str = ""
    """The line itself, for the excerpt; empty where there is none to show."""


class Fault(Struct, frozen=True):
    """What is wrong with a text, before anyone knows where it stands; a `Problem` without place."""

    code: str
    """As in `Problem`."""
    variant: str = ""
    """As in `Problem`."""
    values: Mapping[str, str] = {}
    """As in `Problem`."""
    fix: str | None = None
    """What may be written in place of the text without changing its meaning, if anything."""


class Problem(Struct, frozen=True):
    """One thing an editor has to mend, or, as a warning, to look at."""

    span: Span
    """Where it is."""
    code: str
    """The stable, documented name of what is wrong, such as `bad-date`."""
    values: Mapping[str, str] = {}
    """What fills the places in the catalogue's `problem.CODE` and `hint.CODE`."""
    severity: Severity = "error"
    """Errors stop a build; warnings do not."""
    fix: str | None = None
    """The text that can replace the span without changing its meaning, if there is one."""
    variant: str = ""
    """Which of a code's several wordings fits: the catalogue's `problem.CODE.VARIANT` and
    `hint.CODE.VARIANT`, each falling back on the one without a variant."""


def order(problem: Problem) -> tuple[str, int, int, str]:
    """Sort by file, then by place, then by code."""
    return (problem.span.path, problem.span.line, problem.span.column, problem.code)
