"""Talking to the person at the terminal: data on stdout, everything else on stderr."""

import os
import sys
from collections.abc import Iterable
from pathlib import Path

from digest import report
from digest.catalogue import LANGUAGES, text
from digest.problem import Problem

RED, YELLOW, BOLD, PLAIN = "\x1b[31m", "\x1b[33m", "\x1b[1m", "\x1b[0m"


def language(root: Path) -> str:
    """Return the language of a site as far as its settings can be read, or else Indonesian."""
    try:
        lines = (root / "site.yaml").read_text("utf-8", "replace").splitlines()
    except OSError:
        return LANGUAGES[0]
    for line in lines:
        key, _, value = line.partition(":")
        if key == "language" and (found := value.partition("#")[0].strip(" \t'\"")) in LANGUAGES:
            return found
    return LANGUAGES[0]


def say(words: str, *, quiet: bool = False) -> None:
    """Write one line of talk."""
    if not quiet:
        sys.stderr.write(f"{words}\n")


def failed(root: Path, key: str, **values: object) -> int:
    """Say what is wrong with the call and return the status for wrong usage."""
    say(f"digest: {text(language(root), key, **values)}")
    return 2


def problems(found: Iterable[Problem], lang: str, *, out: bool) -> None:
    """Write a report, in colour on a terminal that wants it."""
    stream = sys.stdout if out else sys.stderr
    written = report.text(found, lang)
    if stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb":
        written = "".join(_coloured(line) for line in written.splitlines(keepends=True))
    stream.write(written)


def _coloured(line: str) -> str:
    shown = line.rstrip("\n")
    if set(shown.strip()) <= set("|^ ") and "^" in shown:
        return f"{RED}{shown}{PLAIN}\n"
    if shown.startswith("    hint:"):
        return f"{YELLOW}{shown}{PLAIN}\n"
    return line if shown.startswith(" ") else f"{BOLD}{shown}{PLAIN}\n"
