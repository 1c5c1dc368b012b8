"""Reading the folders of a site."""

import os
import socket
import sys
from pathlib import Path

import pytest

from digest.problem import Problem
from digest.source import (
    CAP,
    Found,
    Source,
    Stat,
    read,
    registry_files,
    scan,
    site_file,
    templates,
)

posix = pytest.mark.skipif(sys.platform == "win32", reason="POSIX names and kinds of file")


def put(root: Path, *paths: str) -> None:
    for path in paths:
        place = root / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(path, encoding="utf-8")


def names(found: Found) -> list[str]:
    return [stat.path for stat in found[0]]


def codes(found: Found) -> list[tuple[str, str, str]]:
    return [(each.span.path, each.code, each.severity) for each in found[1]]


def one(found: Found) -> Stat:
    (stat,), problems = found
    assert problems == ()
    return stat


def test_entries_come_by_path(tmp_path: Path) -> None:
    """Entries are found in any folder, in an order that is no disk's."""
    put(tmp_path, "content/b.md", "content/a/z.yaml", "content/a/y.yml", "content/c.yaml")
    assert names(scan(tmp_path)) == [
        "content/a/y.yml",
        "content/a/z.yaml",
        "content/b.md",
        "content/c.yaml",
    ]


def test_no_content_is_an_empty_site(tmp_path: Path) -> None:
    """A new site without a content folder is no mistake."""
    assert scan(tmp_path) == ((), ())
    assert registry_files(tmp_path) == ((), ())
    assert templates(tmp_path) == ((), ())
    assert site_file(tmp_path) == ((), ())


def test_registry_is_apart(tmp_path: Path) -> None:
    """People and organisations are not taken for entries."""
    put(tmp_path, "content/_registry/people.yaml", "content/a.md", "content/x/_registry/b.md")
    assert names(scan(tmp_path)) == ["content/a.md", "content/x/_registry/b.md"]
    assert names(registry_files(tmp_path)) == ["content/_registry/people.yaml"]


def test_editors_leave_no_entries(tmp_path: Path) -> None:
    """What an editor keeps beside a file while you type is not published."""
    put(
        tmp_path,
        *(f"content/{name}" for name in (".a.md.swp", "a.md~", "#a.md#", "4913", "a.md.tmp")),
        "content/.git/b.md",
        "content/a.md___jb_tmp___",
        "content/Thumbs.db",
    )
    assert scan(tmp_path) == ((), ())


def test_other_files_are_told(tmp_path: Path) -> None:
    """A picture among the entries is mentioned; an entry with a wrong suffix stops the build."""
    put(tmp_path, "content/a.jpg", "content/b.MD", "content/c.markdown", "content/d")
    assert codes(scan(tmp_path)) == [
        ("content/a.jpg", "unknown-suffix", "warning"),
        ("content/b.MD", "unknown-suffix", "error"),
        ("content/c.markdown", "unknown-suffix", "error"),
        ("content/d", "unknown-suffix", "warning"),
    ]


def test_theme_may_hold_anything(tmp_path: Path) -> None:
    """A theme's pictures and styles are found whatever they are called."""
    put(tmp_path, "templates/page.html", "templates/aset/logo.svg", "templates/x")
    assert names(templates(tmp_path)) == [
        "templates/aset/logo.svg",
        "templates/page.html",
        "templates/x",
    ]


@posix
def test_links_are_not_followed(tmp_path: Path) -> None:
    """A link to a private key publishes nothing, wherever it stands."""
    outside = tmp_path / "key.md"
    outside.write_text("secret", encoding="utf-8")
    root = tmp_path / "site"
    put(root, "content/a.md")
    (root / "content/key.md").symlink_to(outside)
    (root / "content/loop").symlink_to(root / "content")
    (root / "content/gone.md").symlink_to(root / "nowhere")
    (root / "templates").symlink_to(tmp_path)
    (root / "site.yaml").symlink_to(outside)
    assert names(scan(root)) == ["content/a.md"]
    assert codes(scan(root)) == [
        ("content/gone.md", "symlink", "error"),
        ("content/key.md", "symlink", "error"),
        ("content/loop", "symlink", "error"),
    ]
    assert codes(templates(root)) == [("templates", "symlink", "error")]
    assert codes(site_file(root)) == [("site.yaml", "symlink", "error")]


@posix
def test_linked_content_is_refused(tmp_path: Path) -> None:
    """A content folder that is itself a link is named once."""
    (tmp_path / "other").mkdir()
    (tmp_path / "content").symlink_to(tmp_path / "other")
    assert codes(scan(tmp_path)) == [("content", "symlink", "error")]
    assert registry_files(tmp_path) == ((), ())


@posix
def test_pipes_and_sockets_are_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A pipe or socket among the entries neither hangs the build nor passes unseen."""
    put(tmp_path, "content/a.md")
    monkeypatch.chdir(tmp_path)  # a socket's path must be short
    os.mkfifo("content/pipe.md")
    os.mkfifo("content/pipe")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("content/socket.md")
    (tmp_path / "site.yaml").mkdir()
    assert codes(scan(tmp_path)) == [
        ("content/pipe", "not-a-file", "error"),
        ("content/pipe.md", "not-a-file", "error"),
        ("content/socket.md", "not-a-file", "error"),
    ]
    assert codes(site_file(tmp_path)) == [("site.yaml", "not-a-file", "error")]


@posix
def test_file_in_place_of_a_folder(tmp_path: Path) -> None:
    """A file called `content` is told, not read."""
    put(tmp_path, "content")
    assert codes(scan(tmp_path)) == [("content", "not-a-folder", "error")]


def test_unreadable_folder_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder that the system will not open is a problem, not a smaller site."""
    put(tmp_path, "content/a.md", "content/b/c.md")
    real = os.scandir

    def closed(path: str) -> object:
        if path.endswith("b"):
            raise PermissionError(13, "Permission denied", path)
        return real(path)

    monkeypatch.setattr(os, "scandir", closed)
    assert names(scan(tmp_path)) == ["content/a.md"]
    assert codes(scan(tmp_path)) == [("content/b", "unreadable", "error")]


@posix
def test_names_that_are_no_text(tmp_path: Path) -> None:
    """A file name in an old encoding is named with its bytes."""
    (tmp_path / "content").mkdir()
    place = os.fsencode(tmp_path) + b"/content/caf\xe9.md"
    try:
        with open(place, "wb"):  # noqa: PTH123 a path of bytes
            pass
    except OSError:
        pytest.skip("this file system takes UTF-8 names only")
    assert codes(scan(tmp_path)) == [("content/caf\\xe9.md", "bad-file-name", "error")]


@posix
def test_names_are_composed(tmp_path: Path) -> None:
    """A name typed on a Mac and one typed elsewhere make the same path, and two are a clash."""
    put(tmp_path, "content/cafe\u0301.md")
    stat = one(scan(tmp_path))
    assert stat.path == "content/caf\u00e9.md"
    assert isinstance(read(tmp_path, stat), Source)
    put(tmp_path, "content/caf\u00e9.md")
    if len(os.listdir(tmp_path / "content")) == 2:  # noqa: PTH208 names as the disk has them
        assert codes(scan(tmp_path)) == [("content/caf\u00e9.md", "same-name", "error")]


def test_bytes_arrive_as_they_are(tmp_path: Path) -> None:
    """What was typed is what is read, and equal bytes have equal digests."""
    put(tmp_path, "content/a.md", "content/b.md")
    for name in "ab":
        (tmp_path / f"content/{name}.md").write_bytes(b"\xef\xbb\xbfa\r\n\x00")
    first, second = (read(tmp_path, stat) for stat in scan(tmp_path)[0])
    assert isinstance(first, Source)
    assert isinstance(second, Source)
    assert first.data == b"\xef\xbb\xbfa\r\n\x00"
    assert first.digest == second.digest
    assert len(first.digest) == 32


@pytest.mark.parametrize("size", [0, 1, CAP - 1, CAP, CAP + 1])
def test_size_is_capped(tmp_path: Path, size: int) -> None:
    """A file is read whole or refused, never cut."""
    put(tmp_path, "content/a.md")
    (tmp_path / "content/a.md").write_bytes(b"x" * size)
    result = read(tmp_path, one(scan(tmp_path)))
    if size <= CAP:
        assert isinstance(result, Source)
        assert len(result.data) == size
    else:
        assert isinstance(result, Problem)
        assert result.code == "file-too-large"
        assert result.values == {"limit": "256"}


def test_file_gone_meanwhile(tmp_path: Path) -> None:
    """A file deleted while we look is a sentence, not a traceback."""
    put(tmp_path, "content/a.md")
    stat = one(scan(tmp_path))
    (tmp_path / "content/a.md").unlink()
    result = read(tmp_path, stat)
    assert isinstance(result, Problem)
    assert result.code == "unreadable"


def test_atomic_save_meanwhile(tmp_path: Path) -> None:
    """A file replaced by an editor between the two looks is read as it is now."""
    put(tmp_path, "content/x/a.md", "content/x/new.md")
    stat = scan(tmp_path)[0][0]
    (tmp_path / "content/x/new.md").replace(tmp_path / "content/x/a.md")
    result = read(tmp_path, stat)
    assert isinstance(result, Source)
    assert result.data == b"content/x/new.md"


@posix
@pytest.mark.parametrize("swapped", ["content/x/a.md", "content/x", "content"])
def test_link_put_there_meanwhile(tmp_path: Path, swapped: str) -> None:
    """A file or folder swapped for a link between the two looks leaks nothing."""
    root = tmp_path / "site"
    put(root, "content/x/a.md")
    put(tmp_path, "out/content/x/a.md")
    stat = one(scan(root))
    (root / swapped).rename(tmp_path / "aside")
    (root / swapped).symlink_to(tmp_path / "out" / swapped)
    result = read(root, stat)
    assert isinstance(result, Problem)
    assert result.code == "unreadable"


@posix
def test_pipe_put_there_meanwhile(tmp_path: Path) -> None:
    """A pipe in place of a file does not make the build wait for ever."""
    put(tmp_path, "content/a.md")
    stat = one(scan(tmp_path))
    (tmp_path / "content/a.md").unlink()
    os.mkfifo(tmp_path / "content/a.md")
    result = read(tmp_path, stat)
    assert isinstance(result, Problem)
    assert result.code == "not-a-file"


def test_stamps_tell_changes(tmp_path: Path) -> None:
    """A file whose times were set back still differs in what no program can set."""
    put(tmp_path, "content/a.md")
    place = tmp_path / "content/a.md"
    before = one(scan(tmp_path))
    assert one(scan(tmp_path)) == before
    place.write_text("CONTENT/A.MD", encoding="utf-8")
    os.utime(place, ns=(before.mtime_ns, before.mtime_ns))
    after = one(scan(tmp_path))
    assert (after.size, after.mtime_ns) == (before.size, before.mtime_ns)
    assert after.ctime_ns >= before.ctime_ns
