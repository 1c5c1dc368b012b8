"""Small sites built in this process, for the tests of promises."""

import sys
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from types import FrameType

from digest.build import Options, Report, build
from digest.problem import Problem


def built(root: Path, *, drafts: bool = False) -> Report:
    """Build a site into its `build/`."""
    return build(Options(root=root, out=root / "build", workers=1, drafts=drafts))


def published(root: Path) -> dict[str, bytes]:
    """Build a site that has no mistakes; return the published files by their paths."""
    report = built(root)
    assert not report.failed, report.problems
    return files(root / "build")


def files(folder: Path) -> dict[str, bytes]:
    """Return the files of a folder by their paths."""
    return {
        place.relative_to(folder).as_posix(): place.read_bytes()
        for place in folder.rglob("*")
        if place.is_file()
    }


def codes(problems: Iterable[Problem]) -> list[tuple[str, str]]:
    """Return code and file of each problem."""
    return [(problem.code, problem.span.path) for problem in problems]


def typed(values: Mapping[str, object], body: str = "Isi rekaan.\n") -> str:
    """Return an entry file whose values are typed bare, as an editor types them."""
    head = "".join(f"{key}: {value}\n" for key, value in values.items())
    return f"---\n{head}---\n{body}"


def steps(action: Callable[[], object]) -> int:
    """Return how many lines of Python an action goes through."""
    count = 0

    def trace(_frame: FrameType, event: str, _argument: object) -> object:
        nonlocal count
        count += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)  # type: ignore[arg-type] # it returns itself, which has no finite type
    try:
        action()
    finally:
        sys.settrace(before)
    return count
