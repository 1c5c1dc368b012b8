"""`digest check`: every problem of every file, in the form that was asked for."""

import argparse
import subprocess
import sys
from collections.abc import Collection, Iterable, Sequence
from pathlib import Path
from typing import Final

from digest import report
from digest.build import examine
from digest.catalogue import text
from digest.problem import Problem
from digest.verbs import talk

FORMATS: Final = {"json": report.as_json, "github": report.github, "sarif": report.sarif}


ROUNDS: Final = 20
"""How often `--fix` mends and looks again."""


class _WrongCallError(Exception):
    """What was asked for cannot be done; the arguments are a key of the catalogue and values."""


def run(args: argparse.Namespace) -> int:
    """Check, mend if asked to, and report."""
    root: Path = args.root
    try:
        wanted = _wanted(root, args.path, args.since)
    except _WrongCallError as error:
        return talk.failed(root, error.args[0], **error.args[1])
    found = _chosen(examine(root), wanted)
    try:
        found = _fixed(root, found, wanted) if args.fix else found
    except OSError as error:
        reason = error.strerror or str(error)
        return talk.failed(root, "cli.cannot_write", path=error.filename, reason=reason)
    language = talk.language(root)
    _report(found, args.format, language)
    errors = sum(1 for problem in found if problem.severity == "error")
    if args.format == "text":
        files = len({problem.span.path for problem in found})
        values = {"errors": errors, "warnings": len(found) - errors, "files": files}
        fine = text(language, "cli.fine", files=_checked(root, wanted))
        said = text(language, "cli.problems", **values) if found else fine
        talk.say(said, quiet=args.quiet)
    return 1 if errors else 0


def _report(found: Sequence[Problem], form: str, language: str) -> None:
    if form == "text":
        talk.problems(found, language, out=True)
    else:
        sys.stdout.write(FORMATS[form](found, language))


def _checked(root: Path, wanted: Collection[str] | None) -> int:
    if wanted is not None:
        return len(wanted)
    return sum(
        1 for path in (root / "content").rglob("*") if path.suffix in {".md", ".yaml", ".yml"}
    )


def _wanted(root: Path, paths: Sequence[Path], since: str | None) -> Collection[str] | None:
    """Return the files that were asked for, relative to the root; None for all."""
    chosen: set[str] | None = None
    if paths:
        chosen = {name for path in paths for name in _named(root, path)}
    if since is not None:
        changed = _changed(root, since)
        chosen = changed if chosen is None else chosen & changed
    return chosen


def _named(root: Path, path: Path) -> Iterable[str]:
    place = path if path.exists() else root / path
    if not place.exists():
        raise _WrongCallError("cli.no_path", {"value": str(path)})
    inside = [each for each in place.rglob("*") if each.is_file()] if place.is_dir() else [place]
    base = root.resolve()
    for each in inside:
        whole = each.parent.resolve() / each.name
        if not whole.is_relative_to(base):
            raise _WrongCallError("cli.no_path", {"value": str(path)})
        yield whole.relative_to(base).as_posix()


def _changed(root: Path, revision: str) -> set[str]:
    """Return the files that differ from a revision, new ones included, relative to the root."""
    if revision.startswith("-"):
        raise _WrongCallError("cli.no_git", {"value": revision, "reason": "-"})
    differing = ("diff", "--name-only", "-z", "--relative", revision, "--")
    untracked = ("ls-files", "--others", "--exclude-standard", "-z")
    return {*_git(root, revision, differing), *_git(root, revision, untracked)}


def _git(root: Path, revision: str, command: Sequence[str]) -> Iterable[str]:
    try:
        done = subprocess.run(  # noqa: S603 -- the revision is no option, as was checked
            ("git", "-C", str(root), *command),  # noqa: S607 -- the Git of the person who asks
            capture_output=True,
            check=False,
        )
    except OSError as error:
        values = {"value": revision, "reason": error.strerror or str(error)}
        raise _WrongCallError("cli.no_git", values) from error
    if done.returncode:
        reason = done.stderr.decode("utf-8", "replace").strip().splitlines()[:1]
        raise _WrongCallError("cli.no_git", {"value": revision, "reason": " ".join(reason)})
    return (name for name in done.stdout.decode("utf-8", "replace").split("\0") if name)


def _chosen(found: Iterable[Problem], wanted: Collection[str] | None) -> list[Problem]:
    return [problem for problem in found if wanted is None or problem.span.path in wanted]


def _fixed(root: Path, found: list[Problem], wanted: Collection[str] | None) -> list[Problem]:
    """Mend until nothing more can be, since one mend may lay another problem bare."""
    total, places = 0, set[str]()
    for _ in range(ROUNDS):
        mended = {problem.span.path for problem in found if problem.fix is not None}
        if not mended:
            break
        total += sum(1 for problem in found if problem.fix is not None)
        places |= mended
        for path in mended:
            _mend(root / path, [problem for problem in found if problem.span.path == path])
        found = _chosen(examine(root), wanted)
    if total:
        words = text(talk.language(root), "cli.mended", count=total, files=len(places))
        talk.say(words)
    return found


def _mend(place: Path, problems: Sequence[Problem]) -> None:
    """Write a file anew with its mends; only where there are any does a byte of it change."""
    before = place.read_bytes().decode("utf-8-sig")
    create_over(place, report.apply(before, [one for one in problems if one.fix is not None]))


def create_over(place: Path, content: str) -> None:
    """Replace a file in one step, so that no half of it is ever there."""
    aside = place.with_name(f".{place.name}.mending")
    try:
        aside.write_text(content, "utf-8", newline="")
        aside.replace(place)
    finally:
        aside.unlink(missing_ok=True)
