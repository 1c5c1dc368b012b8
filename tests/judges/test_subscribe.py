"""Subscribers get each item once, however often the site is built."""

import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest

import tools
from built import GOLDEN, Built, SiteFactory
from judges import subscribe
from judges.subscribe import Fetch
from web import Web, serving

SAMPLES = Path(__file__).with_name("samples")
NAMES = ("good.rss", "good.atom", "good.json")


def lay(folder: Path) -> Path:
    """Lay out one feed in three formats."""
    folder.mkdir()
    for name in NAMES:
        shutil.copy(SAMPLES / name, folder / name)
    return folder


def retouch(folder: Path, old: str, new: str) -> None:
    """Change every feed."""
    for name in NAMES:
        text = (folder / name).read_text("utf-8")
        assert old in text
        (folder / name).write_text(text.replace(old, new), "utf-8")


def test_reader_notices_what_a_subscriber_would(tmp_path: Path) -> None:
    """The judge tells a new item from a changed one and from an old one."""
    with serving(lay(tmp_path / "one")) as web:
        urls = [f"{web.url}/{name}" for name in NAMES]
        with subscribe.subscribed(urls) as reader:
            assert set(subscribe.fetch(reader).values()) == {Fetch(1, 0)}
            assert set(subscribe.fetch(reader).values()) == {Fetch(0, 0)}
            retouch(web.folder, "jembatan", "gerbang")
            assert set(subscribe.fetch(reader).values()) == {Fetch(0, 1)}
            retouch(web.folder, "entry/1", "entry/2")
            assert set(subscribe.fetch(reader).values()) == {Fetch(1, 0)}


def test_newsboat_notices_what_a_subscriber_would(tmp_path: Path) -> None:
    """The judge counts an item with another identity as another item."""
    program = tools.needed(tools.program("newsboat"), "newsboat")
    with serving(lay(tmp_path / "one")) as web:
        urls = [f"{web.url}/good.rss"]
        assert subscribe.newsboat(program, tmp_path, urls) == 1
        assert subscribe.newsboat(program, tmp_path, urls) == 1
        retouch(web.folder, "entry/1", "entry/2")
        assert subscribe.newsboat(program, tmp_path, urls) == 2


def some(web: Web, patterns: Sequence[str]) -> list[str]:
    """Return the addresses of feeds, of each pattern the longest."""
    found = (
        sorted(web.folder.glob(pattern), key=lambda p: p.stat().st_size) for pattern in patterns
    )
    return [f"{web.url}/{paths[-1].relative_to(web.folder).as_posix()}" for paths in found if paths]


FEEDS = (
    "feed.xml",
    "entri/feed.xml",
    "entri/atom.xml",
    "entri/feed.json",
    "wilayah/*/feed.xml",
    "wilayah/*/atom.xml",
    "wilayah/*/feed.json",
    "wilayah/*/pekanan.xml",
    "pekan/*/feed.xml",
    "provinsi/*/feed.xml",
    "topik/*/feed.xml",
    "koreksi/feed.xml",
)


@pytest.mark.judge
def test_a_second_build_brings_subscribers_nothing(built_site: Built, again: Built) -> None:
    """A rebuilt site floods no reader: nothing is new and nothing is modified."""
    with serving(built_site.out, built_site.base_url) as web:
        urls = some(web, FEEDS)
        assert len(urls) == len(FEEDS)
        with subscribe.subscribed(urls) as reader:
            first = subscribe.fetch(reader)
            assert all(fetch.new > 0 for fetch in first.values()), first
            web.folder = again.out
            assert set(subscribe.fetch(reader).values()) == {Fetch(0, 0)}


@pytest.mark.judge
def test_newsboat_sees_each_item_once(built_site: Built, again: Built, tmp_path: Path) -> None:
    """A common reader in the terminal reads every feed, and finds nothing new after a rebuild."""
    program = tools.needed(tools.program("newsboat"), "newsboat")
    with serving(built_site.out, built_site.base_url) as web:
        urls = [url for url in some(web, FEEDS) if url.endswith(".xml")]
        unread = subscribe.newsboat(program, tmp_path, urls)
        assert unread > 0
        web.folder = again.out
        assert subscribe.newsboat(program, tmp_path, urls) == unread


@pytest.fixture(scope="module")
def again(site_factory: SiteFactory) -> Built:
    """Build the golden site a second time, elsewhere."""
    return site_factory(GOLDEN)
