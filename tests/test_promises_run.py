"""A whole run: rows 8, 33, 34, 44 and 45 of the promises, and that a build needs no network."""

import math
import os
import random
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NoReturn

import pytest

import small
from digest import index
from digest.build import examine
from digest.cli import main
from program import INTERRUPTS, command, site
from promised import built, codes, files, published, steps
from tools import ROOT
from trees import beside, on_disk

posix = pytest.mark.skipif(sys.platform == "win32", reason="users and signals of POSIX")
FEW, MANY = 100, 400
GROWTH = 1.3  # the exponent of the steps taken; 1 is linear
LINE_ENDS = {"CRLF": "\r\n", "CR": "\r"}
MARKS = {"": b"", "BOM": b"\xef\xbb\xbf"}
BODY = "Satu baris\nlagi.\n\n- a\n- b\n\n```\nkode\n\n  dua\n```\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a site of three entries, one of them with a body of many lines, and a registry."""
    made = small.make(tmp_path / "site")
    for number in range(3):
        small.write(made, number, body=BODY)
    (made / "content/_registry").mkdir()
    (made / "content/_registry/topics.yaml").write_text("topik-1:\n  name: Topik 1\n", "utf-8")
    item = small.entry(5).split("---\n")[1].splitlines()
    text = "- " + "\n  ".join([*item, "body: |", "  Satu", "  dua.", "", "  Tiga."]) + "\n"
    (made / "content/daftar.yaml").write_text(text, "utf-8")
    return made


@pytest.mark.parametrize("mark", MARKS)
@pytest.mark.parametrize("end", ["LF", *LINE_ENDS])
def test_line_ends_and_marks_change_no_byte(root: Path, end: str, mark: str) -> None:
    """Files saved by any editor on any system give the same site."""
    before = published(root)
    for place in root.rglob("*"):
        if place.suffix in (".md", ".yaml") and ".cache" not in place.parts:
            data = place.read_bytes().replace(b"\n", LINE_ENDS.get(end, "\n").encode())
            place.write_bytes(MARKS[mark] + data)
    assert published(root) == before


MISTAKES: dict[str, Callable[[int, str], str]] = {
    "bad-date": lambda _, text: text.replace("date: 2023", "date: 29/13/2023 #"),
    "unknown-regency": lambda _, text: text.replace("regency: K", "regency: Bukan K"),
    "repeated-id": lambda _, text: text.replace("id: rekaan", "id: sama # "),
    "unknown-entry": lambda n, text: text.replace("kind:", f"related: [rekam{n}]\nkind:"),
    "broken-link": lambda n, text: text.replace("Isi rekaan.", f"[a](/entri/rekam-{n}/)"),
    "path-collision": lambda n, text: text.replace("kind:", f"aliases: [feed.xml/{n}]\nkind:"),
    "unknown-key": lambda _, text: text.replace("kind:", "jenis:"),
    "bad-character": lambda _, text: text.replace("Isi", "I\u202esi"),
}


def crowd(root: Path, count: int, spoilt: Callable[[int, str], str] | None) -> Path:
    """Make a site of many entries, each with the same mistake."""
    small.make(root)
    for number in range(count):
        place = small.write(root, number)
        lines = place.read_text("utf-8").splitlines(keepends=True)
        clock = f"{number // 3600:02d}:{number // 60 % 60:02d}:{number % 60:02d}"
        lines[4] = f"published: 2024-01-05T{clock}+07:00\n"
        text = "".join(lines)
        place.write_text(spoilt(number, text) if spoilt else text, "utf-8")
    return root


@pytest.mark.parametrize("code", MISTAKES)
def test_every_entry_is_bad(tmp_path: Path, code: str) -> None:
    """Whatever all entries lack, an editor is told of each in one run, in linear time."""
    taken = []
    for count in (FEW, MANY):
        root = crowd(tmp_path / str(count), count, MISTAKES[code])
        found: list[tuple[str, str]] = []
        taken.append(steps(lambda: found.extend(codes(built(root).problems))))  # noqa: B023
        expected = count - 1 if code == "repeated-id" else count
        assert len([path for each, path in found if each == code]) == expected
        assert len({path for each, path in found if each == code}) == expected
        assert not (root / "build").exists()
    assert math.log(taken[1] / taken[0], MANY / FEW) < GROWTH


@pytest.mark.slow
def test_one_bad_entry_among_five_thousand(tmp_path: Path) -> None:
    """A single mistake in a large site is named, alone, and nothing is published."""
    root = crowd(tmp_path / "site", 5000, None)
    small.write(root, 4321, date="2023-13-01")
    report = built(root)
    assert codes(report.problems) == [("bad-date", "content/rekaan-4321.md")]
    assert not (root / "build").exists()


EXTENDED = '{% extends "!digest/about.html" %}\n{% block main %}'


@pytest.mark.parametrize(
    ("name", "text", "line"),
    [
        ("about.html", EXTENDED + "\n{{ salah }}{% endblock %}", 3),
        ("about.html", EXTENDED + "{% if %}{% endblock %}", 2),
        ("about.html", "a\nb\n{{ site.titel }}", 3),
        ("about.html", "\n{{ 1 / 0 }}", 2),
        ("about.html", '{% include "tidak-ada.html" %}', 1),
        ("card.html", "{{ entry.tittle }}", 1),
        ("entry.html", "\n\n\n{{ entry|tidak_ada }}", 4),
    ],
)  # fmt: skip
def test_mistake_in_a_template(root: Path, name: str, text: str, line: int) -> None:
    """Whoever changes the theme is told where it broke; nothing is published."""
    before = published(root)
    (root / "templates").mkdir()
    (root / "templates" / name).write_text(text, "utf-8")
    for problems in (built(root).problems, examine(root)):
        (problem,) = problems
        assert problem.code == "bad-template"
        assert (problem.span.path, problem.span.line) == (f"templates/{name}", line)
    assert files(root / "build") == before


def test_a_copied_entry_beside_templates_of_ones_own(root: Path) -> None:
    """Whoever copies an entry and forgets its id is told so, also on a site with its own theme."""
    (root / "templates").mkdir()
    (root / "templates" / "about.html").write_text('{% extends "!digest/about.html" %}', "utf-8")
    two = "participants: [{name: Orang Rekaan 8}, {"
    text = small.entry(1).replace("participants: [{", two)
    (root / "content" / "abjad.md").write_text(text, "utf-8")
    assert "repeated-id" in {problem.code for problem in examine(root)}


SCRIPT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["scripts"]["digest"]
LOADING = """
import importlib, sys, time
module, _, name = sys.argv.pop().partition(":")
run = getattr(importlib.import_module(module), name)
class Slow:
    def find_spec(self, name, path, target=None):
        if name == "digest.cli":
            print(flush=True)
            time.sleep(60)
sys.meta_path.insert(0, Slow())
sys.exit(run())
"""


@posix
def test_stopped_while_it_loads() -> None:
    """Ctrl-C right after Enter ends the command without a word, as it does later."""
    begin = [sys.executable, "-c", LOADING, "--version", SCRIPT]
    with subprocess.Popen(begin, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as run:
        assert run.stdout
        run.stdout.readline()
        run.send_signal(signal.SIGINT)
        assert run.communicate(timeout=60) == ("", "")
        assert run.returncode == 130


PREPARED = """
import sys
before = set(sys.modules)
import digest.__main__
print(*sorted(set(sys.modules) - before))
"""


def test_nothing_is_loaded_before_it_can_be_stopped() -> None:
    """Ctrl-C meets a command that is ready for it as early as the interpreter allows."""
    begin = [sys.executable, "-c", PREPARED]
    done = subprocess.run(begin, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["digest", "digest.__main__"]


BEGUN = "from digest.cli import main; import sys; print(flush=True); sys.exit(main(sys.argv[1:]))"


def stopped(root: Path, number: int, seconds: float) -> tuple[int, str]:
    """Begin a build, stop it after a while, and return its status and what it said."""
    build = [sys.executable, "-c", BEGUN, "--root", str(root), "build"]
    with subprocess.Popen(build, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as run:
        assert run.stdout
        run.stdout.readline()  # what stops the interpreter while it starts is not ours
        time.sleep(seconds)
        run.send_signal(number)
        return run.wait(60), run.communicate()[1]


@posix
@pytest.mark.slow
@pytest.mark.parametrize("number", INTERRUPTS)
def test_stopped_at_any_moment(tmp_path: Path, number: int) -> None:
    """Whenever a build is stopped, it says so by its status and leaves nothing lying about."""
    chance = random.Random(number)  # noqa: S311 no secret
    root = site(tmp_path / "site", 60)
    start = time.monotonic()
    assert subprocess.run(command(root, "build"), capture_output=True, check=False).returncode == 0
    longest = time.monotonic() - start
    for turn in range(5):
        before, spare = on_disk(root / "build"), set(beside(root))
        for entry in range(60):
            small.write(root, entry, title=f"Judul {turn} {entry}")
        status, said = stopped(root, number, chance.uniform(0, longest))
        assert "Traceback" not in said
        # The last moments of the interpreter are its own: there it dies of the signal.
        assert status in (0, 128 + number, -number), said
        assert not list((root / ".cache").glob("search/new-*"))
        after = on_disk(root / "build")
        if after == before:
            assert set(beside(root)) <= spare
        else:  # it had ended, or was stopped when the new site was there already
            published(root)
            assert on_disk(root / "build") == after
    shutil.rmtree(root / ".cache")
    assert published(root) == files(root / "build")


@pytest.mark.parametrize("what", ["empty folder", "no folder", "empty file", "only drafts"])
def test_site_without_entries(
    tmp_path: Path, what: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """A site without anything to show is a whole one; an empty file is a problem in a sentence."""
    root = small.make(tmp_path / "site")
    if what == "no folder":
        (root / "content").rmdir()
    elif what == "only drafts":
        small.write(root, 1, status="draft")
    elif what == "empty file":
        (root / "content/x.md").touch()
        assert main(["--root", str(root), "build"]) == 1
        assert "content/x.md:1:1: no-front-matter:" in capsys.readouterr().err
        return
    made = published(root)
    for path in ("index.html", "feed.xml", "kalender.ics", "wilayah/kota-tengah/index.html",
                 "data/entries.csv", "data/digest.db", "cari/index.html"):  # fmt: skip
        assert path in made


def test_folder_that_is_not_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Whoever mistypes the folder is told so, by every verb, and no folder appears."""
    place = tmp_path / "salah"
    for verb in (["build"], ["check"], ["why", "x"], ["new"]):
        assert main(["--root", str(place), *verb]) in (1, 2)
        out, err = capsys.readouterr()
        assert "Traceback" not in out + err
        assert "site.yaml" in out + err
    assert not place.exists()


@pytest.fixture
def closed() -> Iterator[Path]:
    """Return a site that nobody may write to, beside a folder that everybody may."""
    place = Path(tempfile.mkdtemp())
    place.chmod(0o755)
    root = small.make(place / "site")
    small.write(root, 1)
    for each in (root, *root.rglob("*")):
        each.chmod(0o555 if each.is_dir() else 0o444)
    (place / "out").mkdir()
    (place / "out").chmod(0o777)
    yield root
    for each in (root, *root.rglob("*")):
        each.chmod(0o755)
    shutil.rmtree(place)


def as_nobody(action: Callable[[], int], told: Path) -> int:
    """Run an action as a user who owns nothing; return its status, and what it said in a file."""
    child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    status = 70
    try:
        if os.geteuid() == 0:
            os.setuid(65534)
        index._elsewhere.cache_clear()  # noqa: SLF001 - root's own folder, from another test
        with told.open("w", encoding="utf-8") as sys.stderr:
            status = action()
    finally:
        os._exit(status)


@posix
def test_checkout_that_cannot_be_written(root: Path, closed: Path) -> None:
    """A checkout without permission to write builds elsewhere, or says in a sentence why not."""
    published(root)  # loads what a user who owns nothing may not be able to read
    out, told = closed.parent / "out", closed.parent / "out/told.txt"
    start = ["--root", str(closed), "build"]
    assert as_nobody(lambda: main([*start, "--out", str(out / "build")]), told) == 0
    assert (out / "build/entri/rekaan-0001/index.html").exists()
    assert as_nobody(lambda: main(start), told) == 1
    said = told.read_text("utf-8")
    assert "output-not-writable" in said
    assert "Traceback" not in said
    assert not (closed / "build").exists()


def refused(*_: object, **__: object) -> NoReturn:
    """Stand in for the network."""
    pytest.fail("a build asked for the network")


def test_no_network(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A build asks no other machine for anything."""
    for name in ("connect", "connect_ex", "sendto"):
        monkeypatch.setattr(socket.socket, name, refused)
    for name in ("getaddrinfo", "gethostbyname", "create_connection"):
        monkeypatch.setattr(socket, name, refused)
    assert published(root)


@pytest.mark.skipif(not shutil.which("unshare"), reason="needs unshare of util-linux")
def test_no_network_for_any_process(root: Path) -> None:
    """Nor does a program that a build starts: on a machine without a network the site is whole."""
    apart = ["unshare", "--user", "--map-root-user", "--net", "--"]
    if subprocess.run([*apart, "true"], capture_output=True, check=False).returncode:
        pytest.skip("this system does not let a user part from the network")
    done = subprocess.run([*apart, *command(root, "build")], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
    made = files(root / "build")
    shutil.rmtree(root / ".cache")
    assert published(root) == made
