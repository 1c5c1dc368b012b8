"""The same content gives the same bytes, whoever builds it, wherever and whenever."""

import os
import random
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import small
from built import GOLDEN
from test_warm import tree

Change = Callable[[Path], dict[str, str]]


def _zone(_root: Path) -> dict[str, str]:
    return {"TZ": "Pacific/Kiritimati"}


def _language(_root: Path) -> dict[str, str]:
    return {"LC_ALL": "C", "LANG": "tr_TR.UTF-8", "PYTHONUTF8": "0"}


def _seed(_root: Path) -> dict[str, str]:
    return {"PYTHONHASHSEED": "4242"}


def _mask(_root: Path) -> dict[str, str]:
    return {"UMASK": "077"}


def _folder(root: Path) -> dict[str, str]:
    deep = root.parent / "a b" / "ü" / "c"
    deep.parent.mkdir(parents=True)
    root.rename(deep)
    return {"ROOT": str(deep)}


def _order(root: Path) -> dict[str, str]:
    files = [(path, path.read_bytes()) for path in root.rglob("*") if path.is_file()]
    random.Random(7).shuffle(files)  # noqa: S311 -- any order will do
    for path, _ in files:
        path.unlink()
    for path, data in files:
        path.write_bytes(data)
    return {}


def _times(root: Path) -> dict[str, str]:
    for number, path in enumerate(root.rglob("*")):
        os.utime(path, (10**9 + number, 10**9 - number))
    return {}


def _processes(_root: Path) -> dict[str, str]:
    return {"PYTHON_CPU_COUNT": "1", "COLUMNS": "40", "HOME": "/nonexistent"}


def _clock(_root: Path) -> dict[str, str]:
    return {"CLOCK": "4102444800"}  # the first day of 2100


CHANGES: tuple[Change, ...] = (
    _zone,
    _language,
    _seed,
    _mask,
    _folder,
    _order,
    _times,
    _processes,
    _clock,
)


def _built(root: Path, out: Path, changed: dict[str, str]) -> dict[str, str]:
    code = (
        "import os, sys, time; os.umask(int(os.environ.get('UMASK', '022'), 8));"
        "now = float(os.environ.get('CLOCK') or time.time());"
        "time.time, time.time_ns = lambda: now, lambda: int(now * 10**9);"
        "from digest.cli import main; sys.exit(main(sys.argv[1:]))"
    )
    root = Path(changed.pop("ROOT", root))
    subprocess.run(
        (sys.executable, "-c", code, "--root", str(root), "-q", "build", "--out", str(out)),
        env={**os.environ, "PYTHONHASHSEED": "0", **changed},
        check=True,
    )
    return dict(tree(out))


@pytest.fixture(scope="module")
def expected(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, str]]:
    """Return a site and what a build of it gives."""
    place = tmp_path_factory.mktemp("expected")
    root = small.make(place / "site")
    for number in range(12):
        small.write(root, number)
    return root, _built(root, place / "out", {})


@pytest.mark.parametrize("change", CHANGES)
def test_equal_bytes(change: Change, expected: tuple[Path, dict[str, str]], tmp_path: Path) -> None:
    """An editor's machine publishes what the build server would."""
    root, whole = expected
    copy = Path(shutil.copytree(root, tmp_path / "site", ignore=shutil.ignore_patterns(".cache")))
    assert _built(copy, tmp_path / "out", change(copy)) == whole


def test_modes_do_not_follow_the_umask(
    expected: tuple[Path, dict[str, str]], tmp_path: Path
) -> None:
    """A site built by a careful user can be read by the web server."""
    root, _ = expected
    copy = Path(shutil.copytree(root, tmp_path / "site", ignore=shutil.ignore_patterns(".cache")))
    _built(copy, tmp_path / "out", {"UMASK": "077"})
    modes = {
        path.stat().st_mode & 0o777 for path in (tmp_path / "out").rglob("*") if path.is_file()
    }
    assert modes == {0o644}


def test_whole_country(tmp_path: Path) -> None:
    """With every regency, picture and feed, two machines still agree byte for byte."""
    ignore = shutil.ignore_patterns(".cache", "build")
    one = Path(shutil.copytree(GOLDEN, tmp_path / "one", ignore=ignore))
    two = Path(shutil.copytree(GOLDEN, tmp_path / "two", ignore=ignore))
    changed = {"TZ": "America/Nome", "PYTHONHASHSEED": "99", "LC_ALL": "C", "UMASK": "027"}
    assert _built(one, tmp_path / "out1", {}) == _built(two, tmp_path / "out2", changed)
