"""The theme's own files, and what hosts are told."""

import gzip
import json
import re

import invented
from digest import asset


def test_names_follow_content() -> None:
    """A changed file has a new address, so that it can be kept for ever."""
    one = asset.addresses({"digest.css": b"a"})["digest.css"]
    other = asset.addresses({"digest.css": b"b"})["digest.css"]
    assert one != other
    assert re.fullmatch(r"/aset/digest\.[0-9a-f]{8}\.css", one)


def test_own_file_takes_the_place_of_the_shipped_one() -> None:
    """A site changes the style with one file."""
    own = asset.contents({"static/digest.css": "p{}", "entry.html": "x"})
    assert own["digest.css"] == b"p{}"
    assert "entry.html" not in own
    assert "theme.js" in own


def test_style_is_light() -> None:
    """The style sheet costs a reader at most 12 KB."""
    assert len(gzip.compress(asset.contents({})["digest.css"])) <= 12 * 1024


def test_nothing_from_elsewhere() -> None:
    """Neither style nor script fetches anything."""
    files = asset.contents({})
    assert b"url(" not in files["digest.css"]
    assert b"@import" not in files["digest.css"]
    assert not re.search(rb"https?://|innerHTML|\beval\b|document\.write", files["theme.js"])


def test_headers_carry_the_policy() -> None:
    """Hosts send what pages say, and that pages are not to be framed."""
    published = asset.published(invented.CONFIG, asset.contents({}))
    lines = published["_headers"].decode().splitlines()
    assert lines[0] == "/*"
    assert f"  Content-Security-Policy: {asset.POLICY}; frame-ancestors 'none'" in lines
    assert "unsafe-inline" not in asset.POLICY
    assert "data:" not in asset.POLICY


def test_every_file_is_published() -> None:
    """What pages link is there, and crawlers find the site map."""
    files = asset.contents({})
    published = asset.published(invented.CONFIG, files)
    for address in asset.addresses(files).values():
        assert address.lstrip("/") in published
    assert published[".nojekyll"] == b""
    assert b"Sitemap: https://contoh.example/digest/sitemap.xml" in published["robots.txt"]
    manifest = json.loads(published["site.webmanifest"])
    assert manifest["start_url"] == "/digest/"
    assert manifest["icons"][0]["src"].removeprefix("/digest/") in published
