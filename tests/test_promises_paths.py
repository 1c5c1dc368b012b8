"""Paths: rows 20, 21 and 24 of the promises, from a file that is saved to the published site."""

import gzip
import sqlite3
import unicodedata
from collections.abc import Iterable
from pathlib import Path

import pytest

import small
from digest.preview import Preview
from promised import built, codes, files, published


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a site of three entries."""
    made = small.make(tmp_path / "site")
    for number in range(3):
        small.write(made, number)
    return made


def former(root: Path, number: int, alias: str) -> Path:
    """Write an entry that had another path before."""
    place = small.write(root, number)
    line = f'kind: meeting\naliases: ["{alias}"]\n'
    place.write_text(place.read_text("utf-8").replace("kind: meeting\n", line), "utf-8")
    return place


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("sama", "lain/sama"),
        ("Sama", "lain/sAMA"),
        ("caf\u00e9", "lain/CAFE\u0301"),
        ("stra\u00dfe", "lain/STRASSE"),
        ("\u0390a", "lain/\u03aa\u0301A"),
    ],
)
def test_two_files_with_one_address(root: Path, one: str, two: str) -> None:
    """Two files that any file system would confuse are both named, and nothing is published."""
    small.write(root, 5, one)
    small.write(root, 6, two)
    report = built(root)
    assert report.failed
    assert not (root / "build").exists()
    if codes(report.problems)[0][0] == "bad-slug":  # a letter that is no letter by itself
        return
    (problem,) = report.problems
    assert problem.code == "repeated-path"
    assert {problem.span.path, problem.values["other"]} == {
        unicodedata.normalize("NFC", f"content/{name}.md") for name in (one, two)
    }


def test_two_files_with_one_id(root: Path) -> None:
    """A copied entry is told from its original: both files are named."""
    small.write(root, 1, "salinan")
    repeated = [one for one in built(root).problems if one.code == "repeated-id"]
    assert [{one.span.path, one.values["other"]} for one in repeated] == [
        {"content/rekaan-0001.md", "content/salinan.md"}
    ]


@pytest.mark.parametrize(
    "stem",
    ["index", "INDEX", "con", "nul.txt", "Com1", "feed", "atom", "kalender", "a.", "-a", "a b",
     "a%2e", "a\\b", "a:b", "a?b", "x" * 201],
)  # fmt: skip
def test_names_that_mean_something_else(root: Path, stem: str) -> None:
    """A file whose name is no safe part of an address is named, with a better one."""
    small.write(root, 5, stem)
    report = built(root)
    assert report.failed
    assert codes(report.problems) == [("bad-slug", f"content/{stem}.md")]
    assert report.problems[0].values["better"]


@pytest.mark.parametrize(
    ("alias", "there"),
    [
        ("feed.xml", "feed.xml"),
        ("/feed.xml/", "feed.xml"),
        ("FEED.XML", "feed.xml"),
        ("feed.xml/lama", "feed.xml"),
        ("index.html", "index.html"),
        ("404.html", "404.html"),
        ("tentang", "tentang/index.html"),
        ("/data/", "data/index.html"),
        ("manifest.json", "manifest.json"),
        ("pagefind/lama", "pagefind"),
        ("wilayah/kota-tengah/kalender.ics", "wilayah/kota-tengah/kalender.ics"),
        ("/entri/rekaan-0001/", "content/rekaan-0001.md"),
        ("/entri/REKAAN-0001/index.html", "content/rekaan-0001.md"),
        ("/entri/rekaan-0005/", "content/rekaan-0005.md"),
        ("Robots.txt/lama", "robots.txt"),
    ],
)
def test_former_path_that_is_taken(root: Path, alias: str, there: str) -> None:
    """A former path never takes the place of a page: its line and what is there are named."""
    place = former(root, 5, alias)
    report = built(root)
    assert report.failed
    (problem,) = report.problems
    assert problem.code == "path-collision"
    assert problem.span.path == "content/rekaan-0005.md"
    assert place.read_text("utf-8").splitlines()[problem.span.line - 1].startswith("aliases:")
    assert problem.values["other"] == there
    assert not (root / "build").exists()
    assert Preview(root, "http://127.0.0.1:8000", drafts=False).problems == report.problems


@pytest.mark.parametrize("other", ["lama", "/LAMA/", "lama/index.html", "lama/index.html/x"])
def test_one_former_path_of_two_entries(root: Path, other: str) -> None:
    """A former path leads to one entry; the second that wants it is told of the first."""
    former(root, 5, "/lama/")
    former(root, 6, other)
    report = built(root)
    assert report.failed
    (problem,) = report.problems
    files_named = {problem.span.path, problem.values["other"]}
    assert files_named == {"content/rekaan-0005.md", "content/rekaan-0006.md"}
    assert Preview(root, "http://127.0.0.1:8000", drafts=False).problems == report.problems


@pytest.mark.parametrize(
    "alias",
    ["../x", "/a/../../x", "a/./b", "/abs//x", "//host/x", "%2e%2e/x", "a%2fb", "a\\\\b",
     "..\\\\x", "a\\0b", "a?b", "a#b", "a b", "C:/x", "con", "a/NUL.html", ".git/x", "a.", "/"],
)  # fmt: skip
def test_former_path_that_leads_out(root: Path, alias: str) -> None:
    """No alias climbs, hides or names a device; it is a problem at its line."""
    former(root, 5, alias)
    report = built(root)
    assert report.failed
    assert ("bad-alias", "content/rekaan-0005.md") in codes(report.problems)


@pytest.mark.parametrize("key", ["../x", "/abs", "%2e%2e", "a\\\\b", "index", "con", "a.", "A b"])
@pytest.mark.parametrize("kind", ["people", "organisations", "topics"])
def test_registry_key_that_leads_out(root: Path, kind: str, key: str) -> None:
    """A key of a registry is a part of an address, or a problem."""
    place = root / "content/_registry" / f"{kind}.yaml"
    place.parent.mkdir()
    place.write_text(f'"{key}":\n  name: Nama Rekaan\n', "utf-8")
    report = built(root)
    assert report.failed
    assert ("bad-slug", f"content/_registry/{kind}.yaml") in codes(report.problems)


def test_former_path_leads_to_its_entry(root: Path) -> None:
    """An old link still works."""
    former(root, 5, "/lama/")
    assert b'href="/entri/rekaan-0005/"' in published(root)["lama/index.html"]


def traces(made: dict[str, bytes], *words: str) -> list[str]:
    """Return the files that hold any of some words, packed ones and databases unpacked."""
    found = []
    for path, data in made.items():
        shown = b"\n".join(
            (path.encode(), gzip.decompress(data) if data[:2] == b"\x1f\x8b" else data)
        )
        if path.endswith(".db"):
            shown = "\n".join(dumped(data)).encode()
        if any(word.encode() in shown for word in words):
            found.append(path)
    return found


def dumped(data: bytes) -> Iterable[str]:
    """Return a database as text."""
    base = sqlite3.connect(":memory:")
    base.deserialize(data)
    tables = base.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE '%VIRTUAL%'"
    ).fetchall()
    rows = (base.execute(f'SELECT * FROM "{name}"') for (name,) in tables)  # noqa: S608 our names
    lines = [str(row) for each in rows for row in each]
    base.close()
    return lines


SECRET = {
    "title": "Judulistimewa rekaan",
    "topic": "Topikistimewa",
    "person": "Orangistimewa Rekaan",
    "regency": "Kota Tengah",
    "body": "Isiistimewa.",
}
WORDS = ("istimewa", "rekaan0007", "rekaan-0007", "Isiistimewa", "orangistimewa")


def test_deleted_entry_leaves_no_trace(root: Path) -> None:
    """A deleted entry is in no page, feed, calendar, download, picture or index any more."""
    settings = root / "site.yaml"
    settings.write_text(settings.read_text("utf-8").replace("share_images: no\n", ""), "utf-8")
    before = published(root)
    assert traces(before, *WORDS) == []
    place = small.write(root, 7, **SECRET)
    during = traces(published(root), *WORDS)
    for kind in ("aset/bagikan/", "pagefind/", "data/digest.db", "data/entries.csv", "feed.xml",
                 "kalender.ics", "topik/", "tokoh/", "pekan/", "wilayah/kota-tengah/",
                 "sitemap.xml", "manifest.json", "index.html"):  # fmt: skip
        assert any(path.startswith(kind) for path in during), kind
    place.unlink()
    assert published(root) == before


@pytest.mark.parametrize(
    "changes",
    [
        {"status": "draft"},
        {"title": "Judul biasa", "topic": "Topik biasa", "person": "Orang Biasa", "body": "Isi."},
    ],
)
def test_changed_entry_leaves_no_trace(root: Path, changes: dict[str, str]) -> None:
    """What an entry said before, or was before it was withheld, is nowhere."""
    small.write(root, 7, "biasa", **SECRET)
    published(root)
    small.write(root, 7, "biasa", **{**SECRET, **changes})
    assert traces(published(root), "istimewa") == []


def test_renamed_entry_keeps_its_identity_alone(root: Path) -> None:
    """A renamed file has one page, under its new address; subscribers see the same item."""
    place = small.write(root, 7, "alamat-lama", **SECRET)
    assert traces(published(root), "alamat-lama")
    place.rename(place.with_name("alamat-baru.md"))
    made = published(root)
    assert traces(made, "alamat-lama") == []
    assert b"entry/rekaan0007</guid>" in made["entri/feed.xml"]


def test_moved_entry_is_listed_once(root: Path) -> None:
    """An entry moved to another regency has left the pages and feeds of the first."""
    small.write(root, 7, **{**SECRET, "regency": "Kabupaten Utara"})
    old = "wilayah/kabupaten-utara/"
    assert any(path.startswith(old) for path in traces(published(root), "Judulistimewa"))
    small.write(root, 7, **SECRET)
    made = published(root)
    found = traces(made, "Judulistimewa")
    assert not any(path.startswith(old) for path in found)
    assert any(path.startswith("wilayah/kota-tengah/") for path in found)
    assert files(root / "build") == made
