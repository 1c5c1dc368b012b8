"""The rules of the house: what may import what, and what a pure module may see.

In: the modules of the package and the tools' settings. Out: a verdict on the rules themselves;
`make lint` holds the code to them.
"""

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from tools import ROOT

PACKAGE = ROOT / "digest"
RULES = ROOT / ".importlinter"
BIN = Path(sys.executable).parent

# An exception, its codes, and what is said of it.
EXCEPTION = re.compile(
    r"# (?:noqa|type: ignore)(?::? ?(?:\[[a-z, -]+\]|[A-Z]+[0-9]+(?:, *[A-Z]+[0-9]+)*))?(.*)$"
)

# Modules that see the outside world; the exceptions in pyproject.toml name no other.
OUTSIDE = {
    "__main__",
    "build",
    "cache",
    "cli",
    "disk",
    "draft",
    "guard",
    "index",
    "lock",
    "pool",
    "preview",
    "publish",
    "rotation",
    "serve",
    "source",
    "tree",
    "verbs",
    "watch",
}


def test_importing_goes_downwards_only() -> None:
    """Whoever changes one stage can see what leans on it."""
    done = lint_imports(ROOT)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(
    ("low", "high"), [("week", "site"), ("page", "plan"), ("entry", "source"), ("config", "cli")]
)
def test_importing_upwards_is_refused(tmp_path: Path, low: str, high: str) -> None:
    """A short cut through the stages is found before it is merged."""
    package = tmp_path / "digest"
    package.mkdir()
    (package / "__init__.py").write_text("")
    for name in (low, high):
        (package / f"{name}.py").write_text(f"import digest.{high}\n" if name == low else "")
    (tmp_path / RULES.name).write_text(RULES.read_text("utf-8"), "utf-8")
    done = lint_imports(tmp_path)
    assert done.returncode == 1, done.stdout + done.stderr
    assert f"digest.{low} is not allowed to import digest.{high}" in done.stdout


@pytest.mark.parametrize(
    "line",
    [
        "import os",
        "import time",
        "from os import environ",
        "import locale",
        "import random",
        "import socket",
        "import subprocess",
        "import logging",
        "from datetime import datetime\nnow = datetime.now()",
        "import datetime as dt\nnow = dt.date.today()",
    ],
)
def test_a_pure_module_sees_no_outside(line: str) -> None:
    """The same content gives the same bytes, whatever the machine and the day."""
    assert "TID251" in refused("digest/week.py", line)
    assert "TID251" in refused("digest/not_written_yet.py", line)


def test_only_the_outside_is_excepted() -> None:
    """No module slips out of the rule unnoticed."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    exceptions = settings["tool"]["ruff"]["lint"]["per-file-ignores"]
    names = {
        Path(path.removesuffix("/**")).stem
        for path, rules in exceptions.items()
        if path.startswith("digest/") and "TID251" in rules
    }
    assert names == OUTSIDE


def test_every_exception_from_a_rule_states_its_reason() -> None:
    """Nobody has to guess why a rule is off."""
    bare = [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()}"
        for path in sorted(PACKAGE.rglob("*.py"))
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if (exception := EXCEPTION.search(line)) and not re.search(r"\w{2}", exception[1])
    ]
    assert bare == []


def imported(path: Path) -> Iterator[str]:
    """Yield the names of the packages that a module imports, wherever it does."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module.partition(".")[0]


def declared(*groups: list[str]) -> set[str]:
    """Return the names of distributions in requirements."""
    return {re.split(r"[\[<>=~! ]", line)[0].lower() for group in groups for line in group}


def test_every_import_is_declared_and_locked() -> None:
    """An installation brings all that the program imports, in versions that were tried."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    named = declared(project["dependencies"], *project["optional-dependencies"].values())
    names = {name for path in PACKAGE.rglob("*.py") for name in imported(path)}
    foreign = names - sys.stdlib_module_names - {"_typeshed", "digest"}
    owners = packages_distributions()
    ours = {name: {owner.lower() for owner in owners.get(name, ())} for name in foreign}
    # What comes with one of ours and is the same project's.
    named |= {"markupsafe", "pagefind-bin", "pagefind_bin"}
    assert {name for name, found in ours.items() if not found & named} == set()
    for lock in ("site", "test"):
        text = (ROOT / "requirements" / f"{lock}.txt").read_text("utf-8")
        locked = {line.partition("==")[0] for line in text.splitlines() if "==" in line}
        assert declared(project["dependencies"]) - locked == set()


def test_every_module_says_what_comes_in_and_goes_out() -> None:
    """A newcomer finds the stage of a module in its first lines."""
    for path in sorted(PACKAGE.rglob("*.py")):
        if path.read_text("utf-8").strip() and path.parent.name != "catalogue":
            assert path.read_text("utf-8").startswith('"""'), path


def lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    """Hold a folder's package to the layers."""
    return subprocess.run(
        (BIN / "lint-imports", "--no-cache", "--no-logo"),
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )


def refused(name: str, code: str) -> str:
    """Return what the linter says of CODE in a module called NAME."""
    done = subprocess.run(
        (BIN / "ruff", "check", "--output-format", "concise", "--stdin-filename", name, "-"),
        cwd=ROOT,
        input=f"{code}\n",
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout
