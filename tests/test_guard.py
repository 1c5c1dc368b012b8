"""What may be replaced and written, and what may not."""

import errno
import os
import sys
from pathlib import Path

import pytest

from digest.catalogue import LANGUAGES, text
from digest.guard import admit, failed, refuse
from digest.output import Known, PublishError
from digest.publish import publish
from trees import contents, expected, files, on_disk

posix = pytest.mark.skipif(sys.platform == "win32", reason="links of POSIX")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    site = tmp_path / "home/site"
    for name in ("content", "templates", ".git"):
        (site / name).mkdir(parents=True)
    return site


def refused(root: Path, out: Path) -> str:
    """Give the code of the refusal, having seen that nothing was touched."""
    before = on_disk(root.parent.parent)
    with pytest.raises(PublishError) as caught:
        publish(root, out, files(contents(1)), Known())
    assert on_disk(root.parent.parent) == before
    for language in LANGUAGES:
        assert str(out) in text(language, f"problem.{caught.value.code}", **caught.value.values)
        assert text(language, f"hint.{caught.value.code}")
    return caught.value.code


@pytest.mark.parametrize(
    "out",
    [
        "",
        ".",
        "..",
        "../..",
        "/",
        "content",
        "content/",
        "content/deep/er",
        "templates",
        "templates/x",
        ".git",
        ".cache",
        "build/../content",
        "../site",
    ],
)
def test_what_is_not_replaced(root: Path, out: str) -> None:
    """A slip of `--out` deletes neither the site's sources nor the disk."""
    assert refused(root, root / out) == "output-holds-input"


def test_home_is_not_replaced(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The user's home is refused even when it is empty."""
    home = root.parent / "user"
    home.mkdir()
    monkeypatch.setattr(Path, "home", lambda: home)
    assert refused(root, home) == "output-holds-input"


@posix
def test_link_is_not_replaced(root: Path) -> None:
    """An output folder that is a link is refused, and so is a link to nowhere."""
    (root / "real").mkdir()
    (root / "build").symlink_to(root / "real")
    assert refused(root, root / "build") == "output-symlink"
    (root / "gone").symlink_to(root / "nowhere")
    assert refused(root, root / "gone") == "output-symlink"


@posix
def test_link_on_the_way_hides_nothing(root: Path) -> None:
    """A path that reaches the sources through a link is refused like the sources themselves."""
    (root.parent / "alias").symlink_to(root)
    assert refused(root, root.parent / "alias/content") == "output-holds-input"
    assert refused(root.parent / "alias", root / "content") == "output-holds-input"


def test_file_is_not_replaced(root: Path) -> None:
    """A file given as output folder stays."""
    (root / "build").write_bytes(b"mine")
    assert refused(root, root / "build") == "output-not-folder"


@pytest.mark.parametrize("name", ["notes.txt", "index.html", "manifest.json", ".git"])
def test_other_peoples_folders_are_not_replaced(root: Path, name: str) -> None:
    """A folder with anything in it that we did not make is refused."""
    (root / "build").mkdir()
    (root / "build" / name).write_bytes(b'{"name": "an application"}')
    assert refused(root, root / "build") == "output-not-ours"


@pytest.mark.parametrize("names", [[], [".gitignore"]])
def test_empty_folders_are_replaced(root: Path, names: list[str]) -> None:
    """An empty folder, or one with a `.gitignore` alone, becomes the output."""
    (root / "build").mkdir()
    for name in names:
        (root / "build" / name).write_bytes(b"*\n")
    publish(root, root / "build", files(contents(1)), Known())
    assert on_disk(root / "build") == expected(contents(1), b"*\n" if names else None)


def test_former_output_is_replaced(root: Path, tmp_path: Path) -> None:
    """What an earlier build made may be replaced, though nothing is remembered of it."""
    for version in (1, 2):
        refuse(root, tmp_path / "out")
        publish(root, tmp_path / "out", files(contents(version)), Known())
    assert on_disk(tmp_path / "out") == expected(contents(2))


@pytest.mark.parametrize(
    "path",
    [
        "",
        "/abs",
        "../up",
        "a/../b",
        "a/./b",
        "./a",
        "a//b",
        "a/",
        "a\\b",
        "C:/a",
        "a\0b",
        "a\nb",
        "a\x7fb",
        "cafe\u0301",
        "manifest.json",
        ".gitignore",
    ],
)
def test_paths_that_are_not_written(root: Path, path: str) -> None:
    """No slug, alias or theme makes the program write outside the output, or over its own."""
    wanted = {**contents(1), path: b"!"}
    before = on_disk(root.parent.parent)
    with pytest.raises(PublishError) as caught:
        publish(root, root / "build", files(wanted), Known())
    assert caught.value.code == "output-path"
    assert on_disk(root.parent.parent) == before


@pytest.mark.parametrize("paths", [["a", "b", "a"], ["a/b", "a"], ["a", "a/b/c"]])
def test_paths_that_clash(paths: list[str]) -> None:
    """Two files never fight for one place."""
    with pytest.raises(PublishError) as caught:
        admit(paths, ())
    assert caught.value.code == "output-twice"
    assert caught.value.values == {"path": "a"}


def test_usual_paths_are_written() -> None:
    """Names with spaces, accents, emoji and dots inside are nobody's danger."""
    admit(["a b.html", "caf\u00e9/x", "..a", "a..", "\U0001f389.png", ".well-known/x"], ())


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, "disk-full"),
        (errno.EACCES, "output-not-writable"),
        (errno.EROFS, "output-not-writable"),
        (errno.EBUSY, "output-mounted"),
        (errno.EIO, "disk-error"),
        (errno.EMFILE, "disk-error"),
    ],
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_system_errors_have_words(number: int, code: str, language: str) -> None:
    """What the system could not do is said in the editor's language, with a way out."""
    error = failed(OSError(number, os.strerror(number), "build/x"))
    assert error.code == code
    assert text(language, f"problem.{code}", **error.values)
    assert text(language, f"hint.{code}", **error.values)
