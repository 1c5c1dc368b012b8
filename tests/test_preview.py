"""The preview: after any edit it shows what a clean build would publish."""

import json
import time
from collections.abc import Callable
from pathlib import Path

import pytest

import small
from digest import index
from digest import preview as previews
from digest.build import Options, build, examine
from digest.files import ROOTS
from digest.output import File
from digest.preview import Preview, media
from digest.site import Site
from program import until

URL = "http://127.0.0.1:8000"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a small site with six entries."""
    made = small.make(tmp_path / "site")
    for number in range(6):
        small.write(made, number)
    return made


def published(root: Path, place: Path) -> dict[str, bytes]:
    """Return what a build publishes, but for the index and the manifest."""
    report = build(Options(root=root, out=place, base_url=URL, workers=1))
    assert not report.failed
    names = json.loads((place / "manifest.json").read_text("utf-8"))["files"]
    return {name: (place / name).read_bytes() for name in names if not name.startswith("pagefind/")}


def edit(root: Path) -> set[str]:
    small.write(root, 2, title="Judul baru", regency="Kota Tengah")
    return {"content/rekaan-0002.md"}


def add(root: Path) -> set[str]:
    small.write(root, 9, topic="Topik baru", person="Orang Baru")
    return {"content/rekaan-0009.md"}


def drop(root: Path) -> set[str]:
    (root / "content/rekaan-0003.md").unlink()
    return {"content/rekaan-0003.md"}


def rename(root: Path) -> set[str]:
    (root / "content/rekaan-0001.md").rename(root / "content/lain.md")
    return {"content/rekaan-0001.md", "content/lain.md"}


def retitle(root: Path) -> set[str]:
    small.settings(root, "Nama lain")
    return {"site.yaml"}


@pytest.mark.parametrize("change", [edit, add, drop, rename, retitle])
@pytest.mark.parametrize("told", ["told what changed", "told nothing"])
def test_a_page_is_what_a_build_publishes(
    change: Callable[[Path], set[str]], told: str, root: Path, tmp_path: Path
) -> None:
    """An editor sees in the preview exactly what readers will get."""
    preview = Preview(root, URL, drafts=False)
    paths = change(root)
    assert preview.refresh(paths if told == "told what changed" else None)
    for name, data in published(root, tmp_path / "out").items():
        path = f"/{name.removesuffix('index.html')}" if name.endswith("/index.html") else f"/{name}"
        found = preview.get(path)
        assert found, path
        assert found[0] == data, path


def test_nothing_changed_means_nothing_to_do(root: Path) -> None:
    """An open page is not reloaded for nothing."""
    preview = Preview(root, URL, drafts=False)
    place = root / "content/rekaan-0001.md"
    place.write_bytes(place.read_bytes())
    assert not preview.refresh({"content/rekaan-0001.md"})
    assert not preview.refresh(None)


def test_the_last_good_site_stays_until_the_mistake_is_mended(root: Path) -> None:
    """An editor who makes a mistake keeps the page, sees the report, and loses no edit."""
    preview = Preview(root, URL, drafts=False)
    small.write(root, 2, date="besok")
    assert preview.refresh({"content/rekaan-0002.md"})
    assert "bad-date" in preview.overlay()
    assert preview.get("/entri/rekaan-0002/")
    small.write(root, 4, title="Diubah selagi yang lain rusak")
    preview.refresh({"content/rekaan-0004.md"})
    small.write(root, 2, title="Sudah benar")
    preview.refresh({"content/rekaan-0002.md"})
    assert preview.overlay() == ""
    for path, words in (("2", "Sudah benar"), ("4", "Diubah selagi yang lain rusak")):
        found = preview.get(f"/entri/rekaan-000{path}/")
        assert found
        assert words.encode() in found[0]


def test_problems_between_entries_come_and_go(root: Path) -> None:
    """A copied entry is told of at once, and no longer once it has an id of its own."""
    preview = Preview(root, URL, drafts=False)
    copy = small.write(root, 1, name="salinan")
    preview.refresh({"content/salinan.md"})
    assert "repeated-id" in preview.overlay()
    copy.unlink()
    preview.refresh({"content/salinan.md"})
    assert preview.overlay() == ""


def test_links_that_lead_nowhere_are_shown(root: Path) -> None:
    """An editor sees a broken link in the preview, also when its target goes away later."""
    preview = Preview(root, URL, drafts=False)
    small.write(root, 2, body="[a](/entri/rekaan-0005/) [b](/entri/tidak-ada/)")
    preview.refresh({"content/rekaan-0002.md"})
    assert "/entri/tidak-ada/" in preview.overlay()
    assert "/entri/rekaan-0005/" not in preview.overlay().replace("rekaan-0005/) [b]", "")
    small.write(root, 2, body="[a](/entri/rekaan-0005/)")
    preview.refresh({"content/rekaan-0002.md"})
    assert preview.overlay() == ""


def test_a_former_path_that_is_taken_comes_and_goes(root: Path) -> None:
    """An editor sees that a former path is taken, also when the page that takes it comes later."""
    preview = Preview(root, URL, drafts=False)
    text = small.entry(2).replace("kind:", "aliases: [/lama/, /topik/nanti/]\nkind:")
    (root / "content/rekaan-0002.md").write_text(text, "utf-8")
    preview.refresh({"content/rekaan-0002.md"})
    assert preview.overlay() == ""
    place = small.write(root, 9, topic="Nanti")
    preview.refresh({"content/rekaan-0009.md"})
    assert "path-collision" in preview.overlay()
    assert "topik/nanti/index.html" in preview.overlay()
    assert preview.problems == examine(root)
    place.unlink()
    preview.refresh({"content/rekaan-0009.md"})
    assert preview.overlay() == ""


def test_every_root_may_be_in_the_way(root: Path) -> None:
    """No former path is believed to be free because the program has forgotten a folder."""
    names = {path.partition("/")[0] for path in published(root, root / "out")}
    assert {name for name in names if name[0].isalnum()} - ROOTS == set()


def test_a_broken_site_file_is_reported_and_mended(root: Path) -> None:
    """Even the settings may be broken for a while."""
    preview = Preview(root, URL, drafts=False)
    text = (root / "site.yaml").read_text("utf-8")
    (root / "site.yaml").write_text("title: [", "utf-8")
    preview.refresh({"site.yaml"})
    assert "site.yaml" in preview.overlay()
    assert preview.get("/")
    (root / "site.yaml").write_text(text, "utf-8")
    preview.refresh({"site.yaml"})
    assert preview.overlay() == ""


def test_a_broken_template_is_reported_and_mended(root: Path) -> None:
    """Whoever changes a theme sees its mistakes in the page."""
    preview = Preview(root, URL, drafts=False)
    place = root / "templates/about.html"
    place.parent.mkdir()
    place.write_text(
        '{% extends "!digest/about.html" %}{% block main %}{{ x }}{% endblock %}', "utf-8"
    )
    preview.refresh(None)
    assert preview.get("/tentang/") is None
    assert "templates/about.html:1" in preview.overlay()
    place.unlink()
    preview.refresh(None)
    assert preview.get("/tentang/")
    assert preview.overlay() == ""


def test_drafts_are_shown_when_asked_for_and_marked(root: Path) -> None:
    """An editor reads a draft in its place and sees that nobody else does."""
    small.write(root, 8, status="draft", title="Draf ini")
    assert Preview(root, URL, drafts=False).get("/entri/rekaan-0008/") is None
    found = Preview(root, URL, drafts=True).get("/entri/rekaan-0008/")
    assert found
    assert "draf" in found[0].decode().lower().replace("draf ini", "")


def test_the_index_waits_for_whoever_saves(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An editor's page does not share the machine with the search index of a large site."""
    passed: list[float] = []
    ended: list[bool] = []

    def files(site: Site, place: Path, calm: Callable[[], None]) -> list[File]:
        assert site.entries
        while place == root and not ended:  # previews of other tests may be indexing still
            calm()
            passed.append(time.monotonic())
            time.sleep(0.01)
        return []

    monkeypatch.setattr(previews, "QUIET", 1.0)
    monkeypatch.setattr(index, "files", files)
    preview = Preview(root, URL, drafts=False)
    until(lambda: bool(passed))
    edit(root)
    before = time.monotonic()
    preview.refresh({"content/rekaan-0002.md"})
    after = time.monotonic()
    until(lambda: passed[-1] > before + 1)
    ended.append(True)
    assert [moment for moment in passed if after + 0.2 < moment < before + 1] == []


def test_what_is_not_there_is_not_found(root: Path) -> None:
    """A wrong address gives the page that says so."""
    preview = Preview(root, URL, drafts=False)
    for path in ("/tidak-ada/", "/entri/", "/entri/x/", "/../site.yaml", "/content/rekaan-0001.md"):
        assert preview.get(path) is None
    assert preview.get("/404.html")


@pytest.mark.parametrize(
    ("path", "kind"),
    [("a/index.html", "text/html"), ("a.ics", "text/calendar"), ("a.pagefind", "application/wasm"),
     ("a.png", "image/png"), ("a.unknown", "application/octet-stream")],
)  # fmt: skip
def test_media_types(path: str, kind: str) -> None:
    """A browser and a reader take each file for what it is."""
    assert media(path).startswith(kind)
