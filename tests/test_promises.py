"""`docs/promises.md`: every promise names tests that are there."""

import ast
import re
from functools import cache
from pathlib import Path

import pytest

TESTS = Path(__file__).parent
ROWS = [
    row.strip("|").split("|")
    for row in (TESTS.parent / "docs/promises.md").read_text("utf-8").splitlines()
    if row.startswith("| ") and "held by" not in row
]
NAMED = re.compile(r"`([\w/]+\.py)::(\w+)`")


@cache
def defined(path: str) -> frozenset[str]:
    """Return the names of the tests of a file."""
    tree = ast.parse((TESTS / path).read_text("utf-8"))
    functions = {each.name for each in tree.body if isinstance(each, ast.FunctionDef)}
    assigned = (each.targets for each in tree.body if isinstance(each, ast.Assign))
    names = {target.id for each in assigned for target in each if isinstance(target, ast.Name)}
    return frozenset(functions | names)


def test_no_row_is_missing() -> None:
    """Whoever reads the list sees every promise, and every fault of the matrix."""
    assert [row[0].strip() for row in ROWS] == [*"ABCDEFGHIJK", *map(str, range(1, 46))]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0].strip())
def test_every_row_is_held(row: list[str]) -> None:
    """A promise names at least one test, or rows that do; each test that is named exists."""
    named = NAMED.findall(row[-1])
    assert named or re.search(r"\brows? \d", row[-1])
    assert [f"{path}::{name}" for path, name in named if name not in defined(path)] == []
