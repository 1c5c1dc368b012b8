"""The real preview when things go wrong: rows 36, 37 and 44 of the promises."""

import gc
import os
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import small
from digest import serve
from digest.cli import main
from program import INTERRUPTS, Listening, Running, Serving, command, site, until
from test_request import TRAVERSALS

posix = pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
SECRET = "the-secret-of-the-neighbour"  # noqa: S105 it is invented
FIRST = "/entri/rekaan-0000/"


@pytest.fixture(scope="module")
def common(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Serving]:
    """Run one preview for all that only ask."""
    root = site(tmp_path_factory.mktemp("asked") / "site")
    (root.parent / "secret.md").write_text(SECRET, "utf-8")
    (root.parent / "site-secret").mkdir()
    (root.parent / "site-secret/index.html").write_text(SECRET, "utf-8")
    with Serving(root) as serving:
        yield serving


def line(serving: Serving, target: str, head: str = "", method: str = "GET") -> bytes:
    lines = f"{method} {target} HTTP/1.1\r\nHost: localhost:{serving.port}\r\n{head}"
    return serving.send(f"{lines}Connection: close\r\n\r\n".encode("latin-1"))


@pytest.mark.parametrize(
    "target",
    [
        *TRAVERSALS,
        "/../secret.md",
        "/../site-secret/index.html",
        "/site-secret/",
        "/content/rekaan-0000.md",
        "/site.yaml",
        "/.cache/digest.db",
        "/_digest/../../secret.md",
    ],
)
def test_nothing_else_is_served(common: Serving, target: str) -> None:
    """Neither the neighbours of a site nor its sources can be had from the preview."""
    if not target:
        return
    answer = line(common, target)
    assert answer.startswith((b"HTTP/1.1 400 ", b"HTTP/1.1 404 "))
    assert SECRET.encode() not in answer
    assert common.get(FIRST)[0] == 200


def test_foreign_pages_get_nothing(common: Serving) -> None:
    """Another name, another origin and every way of writing are refused."""
    foreign = f"GET / HTTP/1.1\r\nHost: evil.example:{common.port}\r\nConnection: close\r\n\r\n"
    assert common.send(foreign.encode()).startswith(b"HTTP/1.1 403 ")
    assert line(common, "/", "Origin: http://evil.example\r\n").startswith(b"HTTP/1.1 403 ")
    for method in ("POST", "PUT", "DELETE"):
        assert line(common, FIRST, method=method).startswith(b"HTTP/1.1 405 ")
    assert common.get(FIRST)[0] == 200


def test_silent_visitors_block_nobody(common: Serving) -> None:
    """With fifty silent and fifty listening connections a page still comes."""
    idle = [socket.create_connection(("127.0.0.1", common.port)) for _ in range(50)]
    for connection in idle[::2]:
        connection.sendall(b"GET / HTTP/1.1\r\nHost:")
    listening = [Listening(common.port) for _ in range(50)]
    assert common.get(FIRST)[0] == 200
    for connection in idle:
        connection.close()
    for each in listening:
        each.close()


@posix
@pytest.mark.parametrize("number", INTERRUPTS)
def test_it_ends_at_once(tmp_path: Path, number: int) -> None:
    """Ctrl-C ends the preview, whoever is still connected, without a word of Python."""
    with Serving(site(tmp_path / "site", 1)) as serving:
        open_pages = [Listening(serving.port) for _ in range(5)]
        idle = [socket.create_connection(("127.0.0.1", serving.port)) for _ in range(5)]
        assert serving.get(FIRST)[0] == 200
        assert serving.ends(number) == 128 + number
        for connection in idle:
            connection.close()
        for each in open_pages:
            each.close()
    assert not any("Traceback" in words for words in serving.said)


def test_port_taken(tmp_path: Path) -> None:
    """A second preview on one port says so and ends with 1."""
    root = site(tmp_path / "site", 1)
    with Serving(root) as serving:
        again = subprocess.run(
            command(root, "serve", "--port", str(serving.port)),
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )
    assert again.returncode == 1
    assert str(serving.port) in again.stderr
    assert "Traceback" not in again.stderr


def test_a_day_of_editing(tmp_path: Path) -> None:
    """Saved, broken, mended, renamed, deleted: the page follows, and shows what is wrong."""
    root = site(tmp_path / "site")
    with Serving(root) as serving:
        serving.shows(FIRST, "Peristiwa rekaan 0")
        small.write(root, 0, title="Judul kedua")
        serving.shows(FIRST, "Judul kedua")
        small.write(root, 0, title="Judul ketiga", date="2023-11-31")
        serving.shows(FIRST, "bad-date")
        assert "Judul kedua" in serving.get(FIRST)[1]
        assert "bad-date" in serving.get("/wilayah/")[1]
        small.write(root, 0, title="Judul ketiga")
        serving.shows(FIRST, "Judul ketiga")
        assert "bad-date" not in serving.get(FIRST)[1]
        place = root / "content/rekaan-0000.md"
        place.with_name(".x.tmp").write_text(small.entry(0, title="Judul keempat"), "utf-8")
        place.with_name(".x.tmp").replace(place)
        serving.shows(FIRST, "Judul keempat")
        (root / "content/folder").mkdir()
        place.rename(root / "content/folder/nama-lain.md")
        serving.shows("/entri/nama-lain/", "Judul keempat")
        assert serving.get(FIRST)[0] == 404
        shutil.rmtree(root / "content/folder")
        until(lambda: serving.get("/entri/nama-lain/")[0] == 404)
        small.settings(root, "Nama Baru")
        serving.shows("/", "Nama Baru")
        (root / "site.yaml").write_text("title: [", "utf-8")
        serving.shows("/", "site.yaml:")
        small.settings(root, "Nama Lagi")
        serving.shows("/", "Nama Lagi")
    assert not any("Traceback" in words for words in serving.said)


@posix
def test_links_in_content_leak_nothing(tmp_path: Path) -> None:
    """A link planted among the entries while we watch is a problem, and is not read."""
    root = site(tmp_path / "site", 1)
    (tmp_path / "secret.md").write_text(small.entry(7, title=SECRET), "utf-8")
    with Serving(root) as serving:
        (root / "content/rekaan-0007.md").symlink_to(tmp_path / "secret.md")
        serving.shows("/", "symlink")
        assert serving.get("/entri/rekaan-0007/")[0] == 404
        assert SECRET not in serving.get("/")[1]
        (root / "content/rekaan-0007.md").unlink()
        until(lambda: "symlink" not in serving.get("/")[1])


def git(root: Path, *arguments: str) -> None:
    identity = ["-c", "user.name=x", "-c", "user.email=x@example.org"]
    environment = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    subprocess.run(
        ["git", *identity, *arguments], cwd=root, check=True, capture_output=True, env=environment
    )


@pytest.mark.skipif(not shutil.which("git"), reason="needs git")
def test_checkout_and_storm(tmp_path: Path) -> None:
    """Changing branches back and forth, with hundreds of files, ends at the right site."""
    root = site(tmp_path / "site")
    git(root, "init", "-q", "-b", "main")
    git(root, "add", "content")
    git(root, "commit", "-q", "-m", "one")
    git(root, "checkout", "-q", "-b", "other")
    for number in range(300):
        small.write(root, number, f"{number % 9}/lain-{number:04d}", title=f"Lain {number}")
        (root / f"content/rekaan-{number:04d}.md").unlink(missing_ok=True)
    git(root, "add", "content")
    git(root, "commit", "-q", "-m", "two")
    with Serving(root) as serving:
        serving.shows("/entri/lain-0299/", "Lain 299")
        for branch, there, gone in (
            ("main", FIRST, "/entri/lain-0299/"),
            ("other", "/entri/lain-0299/", FIRST),
            ("main", FIRST, "/entri/lain-0000/"),
        ):
            git(root, "checkout", "-q", branch)
            until(lambda there=there: serving.get(there)[0] == 200, branch)  # type: ignore[misc]
            until(lambda gone=gone: serving.get(gone)[0] == 404, branch)  # type: ignore[misc]


def test_folder_replaced(tmp_path: Path) -> None:
    """A site's folder swapped for another is followed under its name."""
    root = site(tmp_path / "site")
    with Serving(root) as serving:
        serving.shows(FIRST, "Peristiwa rekaan 0")
        root.rename(tmp_path / "before")
        site(root)
        small.write(root, 0, title="Dari folder baru")
        serving.shows(FIRST, "Dari folder baru")
        small.write(root, 0, title="Dan sekali lagi")
        serving.shows(FIRST, "Dan sekali lagi")


def written(root: Path) -> dict[Path, int]:
    """Tell when each file of a site was written; the index of the search may follow late."""
    return {
        place: place.lstat().st_mtime_ns for place in root.rglob("*") if ".cache" not in place.parts
    }


def test_what_stays_is_not_looked_through(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A large site does not stand still now and then while the interpreter looks for cycles."""
    root = site(tmp_path / "site")
    set_apart = []

    def served(*_: object, **__: object) -> int:
        set_apart.append(gc.get_freeze_count())
        return 0

    monkeypatch.setattr(serve, "serve", served)
    try:
        assert main(["--root", str(root), "serve"]) == 0
    finally:
        gc.unfreeze()
    assert gc.isenabled()
    assert set_apart[0] > 1000


def test_nothing_happens_by_itself(tmp_path: Path) -> None:
    """While nobody edits, nothing is told, nothing rebuilt and nothing written to the site."""
    root = site(tmp_path / "site")
    with Serving(root) as serving:
        serving.get(FIRST)
        listening = Listening(serving.port)
        listening.hears(1.0)
        before = written(root)
        for _ in range(3):
            serving.get(FIRST)
            for place in (root / "content").iterdir():
                place.read_bytes()
        assert listening.hears(1.0) == []
        assert written(root) == before
        small.write(root, 0, title="Baru")
        assert len(listening.hears(1.0)) == 1
        listening.close()
        assert not (root / "build").exists()


@posix
def test_build_that_watches(tmp_path: Path) -> None:
    """`build --watch` publishes at every change, survives a broken entry, and ends with 130."""
    root = site(tmp_path / "site")
    page = root / "build/entri/rekaan-0000/index.html"

    def shows(words: str) -> bool:
        return page.exists() and words in page.read_text("utf-8")

    with Running(root, "build", "--watch") as building:
        until(lambda: shows("Peristiwa rekaan 0"))
        small.write(root, 0, title="Judul kedua")
        until(lambda: shows("Judul kedua"))
        small.write(root, 0, title="Judul ketiga", date="2023-11-31")
        building.says("bad-date")
        assert shows("Judul kedua")
        small.write(root, 0, title="Judul keempat")
        until(lambda: shows("Judul keempat"))
        assert "_digest" not in page.read_text("utf-8")
        assert building.ends(signal.SIGINT) == 130
    assert not any("Traceback" in words for words in building.said)
