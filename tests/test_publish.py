"""Replacing a published site as a whole."""

import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from digest import tree
from digest.output import File, Known, PublishError
from digest.publish import publish
from trees import beside, build, contents, expected, files, known, on_disk

posix = pytest.mark.skipif(sys.platform == "win32", reason="modes and links of POSIX")


def test_first_build(tmp_path: Path) -> None:
    """The output holds the files, a manifest with their sums, and nothing else."""
    wanted = contents(1)
    outcome = build(tmp_path, wanted)
    assert on_disk(tmp_path / "build") == expected(wanted)
    assert (outcome.written, outcome.unchanged, outcome.removed) == (len(wanted), 0, 0)
    assert beside(tmp_path) == []


@pytest.mark.parametrize("workers", [1, 2, 5])
def test_every_later_build_equals_a_first_one(tmp_path: Path, workers: int) -> None:
    """However many builds went before, the output is that of a clean one."""
    for version in range(7):
        wanted = contents(version, 200)
        build(tmp_path, wanted, workers)
        assert on_disk(tmp_path / "build") == expected(wanted)
        assert len(beside(tmp_path)) == min(version, 2)


def test_only_changes_are_made(tmp_path: Path) -> None:
    """A build says what it changed, and makes no page twice that did not change."""
    for version in range(6):
        wanted = contents(version)
        made: list[str] = []
        outcome = build(tmp_path, wanted, made=made.append)
        if version:
            assert sorted(made) == sorted(path for path in wanted if not path.startswith("entri/"))
            assert outcome.written == len(made)
            assert outcome.unchanged == len(wanted) - len(made)
            assert outcome.removed == 1


def test_equal_bytes_are_unchanged(tmp_path: Path) -> None:
    """A page that was made anew and came out the same is not counted as changed."""
    wanted = contents(1)
    build(tmp_path, wanted)
    out = tmp_path / "build"
    again = [File(file.path, file.key + "!", file.make) for file in files(wanted)]
    outcome = publish(tmp_path, out, again, known(tmp_path))
    assert (outcome.written, outcome.unchanged, outcome.removed) == (0, len(wanted), 0)
    assert on_disk(out) == expected(wanted)


def test_no_change_touches_nothing(tmp_path: Path) -> None:
    """Building the same site again leaves the very same folder in place."""
    build(tmp_path, contents(1))
    before = (tmp_path / "build").stat().st_ino, (tmp_path / "build").stat().st_mtime_ns
    outcome = build(tmp_path, contents(1))
    assert ((tmp_path / "build").stat().st_ino, (tmp_path / "build").stat().st_mtime_ns) == before
    assert outcome.written == 0


def test_empty_site(tmp_path: Path) -> None:
    """A site of no files can be published, and becomes one with files, and back."""
    for wanted in ({}, contents(1), {}, {}, contents(1)):
        build(tmp_path, wanted)
        assert on_disk(tmp_path / "build") == expected(wanted)


def test_users_gitignore_stays(tmp_path: Path) -> None:
    """The one file in the output that is tracked survives every build, edits to it included."""
    (tmp_path / "build").mkdir()
    kept = tmp_path / "build/.gitignore"
    for version, text in enumerate((b"*\n", b"*\n", b"*\n!.gitignore\n", b"#\n", b"#\n")):
        kept.write_bytes(text)
        build(tmp_path, contents(version))
        assert on_disk(tmp_path / "build") == expected(contents(version), text)
    kept.unlink()
    build(tmp_path, contents(9))
    assert on_disk(tmp_path / "build") == expected(contents(9))


def test_file_becomes_folder_and_back(tmp_path: Path) -> None:
    """A page may take the name of a former folder, and the other way round."""
    for n in range(8):
        wanted = {"a/b": b"1", "c": b"2"} if n % 2 else {"a": b"1", "c/d/e": b"2"}
        build(tmp_path, wanted)
        assert on_disk(tmp_path / "build") == expected(wanted)


def append(place: Path) -> None:
    with place.open("ab") as file:
        file.write(b"!")


def forge(place: Path) -> None:
    """Alter a file and set its times back."""
    before = place.stat()
    place.write_bytes(b"?" * before.st_size)
    os.utime(place, ns=(before.st_atime_ns, before.st_mtime_ns))


def exchange(place: Path) -> None:
    other = place.with_name("other")
    other.write_bytes(b"!")
    other.replace(place)


def become_link(place: Path) -> None:
    shutil.move(place, place.parent / "moved")
    place.symlink_to(place.parent / "moved")


def become_folder(place: Path) -> None:
    place.unlink()
    place.mkdir()
    (place / "x").write_bytes(b"!")


TAMPER: dict[str, tuple[str, Callable[[Path], object]]] = {
    "altered file": ("entri/e1/index.html", append),
    "altered file with restored times": ("entri/e1/index.html", forge),
    "replaced file": ("entri/e1/index.html", exchange),
    "deleted file": ("entri/e1/index.html", Path.unlink),
    "closed file": ("entri/e1/index.html", lambda place: place.chmod(0)),
    "linked file": ("entri/e1/index.html", become_link),
    "file made a folder": ("entri/e1/index.html", become_folder),
    "deleted folder": ("entri/e1", shutil.rmtree),
    "linked folder": ("entri", become_link),
    "closed folder": ("entri/e1", lambda place: place.chmod(0o700)),
    "alien file": ("entri/e1/alien.html", lambda place: place.write_bytes(b"!")),
    "alien folder": ("entri/alien/x", lambda place: place.mkdir(parents=True)),
    "alien at the top": (".DS_Store", lambda place: place.write_bytes(b"!")),
    "alien link": ("entri/alien", lambda place: place.symlink_to("/")),
    "altered manifest": ("manifest.json", append),
    "all deleted": ("", shutil.rmtree),
}


@posix
@pytest.mark.parametrize("case", TAMPER)
@pytest.mark.parametrize(
    ("where", "builds"),
    [
        ("build", 1),
        ("build", 2),
        ("build", 4),
        (".digest-build-1", 2),
        (".digest-build-1", 4),
        (".digest-build-2", 4),
    ],
)
def test_alien_hands_leave_no_trace(tmp_path: Path, case: str, where: str, builds: int) -> None:
    """Whatever somebody did to the output, or to an old tree, the next builds put it right."""
    for version in range(builds):
        build(tmp_path, contents(version))
    path, tamper = TAMPER[case]
    tamper(tmp_path / where / path)
    for version in (builds - 1, builds, builds + 1, builds + 2):
        build(tmp_path, contents(version))
        assert on_disk(tmp_path / "build") == expected(contents(version))


@posix
def test_files_outside_are_never_touched(tmp_path: Path) -> None:
    """A link planted in the output leads the next build nowhere."""
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "index.html").write_bytes(b"mine")
    for version in range(4):
        build(tmp_path, contents(version))
    shutil.rmtree(tmp_path / "build/entri/e1")
    (tmp_path / "build/entri/e1").symlink_to(outside)
    for version in range(4, 8):
        build(tmp_path, contents(version))
    assert (outside / "index.html").read_bytes() == b"mine"
    assert on_disk(tmp_path / "build") == expected(contents(7))


def test_lost_cache_is_a_clean_build(tmp_path: Path) -> None:
    """Without the cache all is made anew, and nothing of the old trees stays for good."""
    for version in range(4):
        build(tmp_path, contents(version))
    shutil.rmtree(tmp_path / ".cache")
    made: list[str] = []
    outcome = build(tmp_path, contents(4), made=made.append)
    assert sorted(made) == sorted(contents(4))
    assert outcome.written == len([path for path in contents(4) if "entri" not in path])
    build(tmp_path, contents(5))
    assert on_disk(tmp_path / "build") == expected(contents(5))
    assert len(beside(tmp_path)) <= 2


def test_other_machine_run_is_not_trusted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """After a power cut, files whose times look right are compared byte by byte."""
    for version in range(3):
        build(tmp_path, contents(version))
    real = tree._sha  # noqa: SLF001 we watch it at work
    looked = []

    def watched(path: str) -> str:
        looked.append(path)
        return real(path)

    monkeypatch.setattr("digest.disk.boot", lambda: "another")
    monkeypatch.setattr("digest.tree._sha", watched)
    build(tmp_path, contents(2))
    assert {path.rpartition("build/")[2] for path in looked} >= set(contents(2))


@posix
@pytest.mark.parametrize("umask", [0o000, 0o022, 0o077, 0o777])
def test_umask_does_not_matter(tmp_path: Path, umask: int) -> None:
    """Files can be read by a web server whatever the editor's umask is."""
    (tmp_path / ".cache").mkdir()
    before = os.umask(umask)
    try:
        publish(tmp_path, tmp_path / "build", files(contents(1)), Known())
    finally:
        assert os.umask(before) == umask
    assert on_disk(tmp_path / "build") == expected(contents(1))


@pytest.mark.parametrize("workers", [1, 2])
def test_failing_page_changes_nothing(tmp_path: Path, workers: int) -> None:
    """An error while a page is made comes out as it is, and the old site stays."""
    build(tmp_path, contents(1, 300))

    def made(path: str) -> None:
        if path == "entri/e390/index.html":
            raise PublishError("invented", path=path)

    with pytest.raises(PublishError) as caught:
        build(tmp_path, contents(2, 400), workers, made)
    assert caught.value.code == "invented"
    assert caught.value.values == {"path": "entri/e390/index.html"}
    assert on_disk(tmp_path / "build") == expected(contents(1, 300))
    assert beside(tmp_path) == []
    build(tmp_path, contents(2, 400), workers)
    assert on_disk(tmp_path / "build") == expected(contents(2, 400))


def test_output_in_new_folders(tmp_path: Path) -> None:
    """`--out` may name a folder whose parents do not exist yet."""
    out = tmp_path / "a/b/c"
    publish(tmp_path / "site", out, files(contents(1)), Known())
    assert on_disk(out) == expected(contents(1))
