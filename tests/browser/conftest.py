"""What tests of the search page share: this repository's digest on a host, and a strict page."""

import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page

import tools
from built import SiteFactory
from watch import Log
from web import Web, serving

TRUSTED = ("Content-Security-Policy", "require-trusted-types-for 'script'; trusted-types 'none'")
HOSTILE = """\
id: jahat0001
title: 'Kalimat jahat <img src=x onerror=alert(1)> <script>alert(1)</script> & "kutip"'
published: 2026-11-26T09:00:00+07:00
date: 2024-01-02
places:
  - regency: Kabupaten Indramayu
    venue: Aula <b>tebal</b>
topics: ['<i>miring</i>']
participants:
  - name: Rekaan <u>garis</u>
summary: Ringkasan <mark>bertanda</mark> </p><script>alert(2)</script> rekaan.
sources:
  - url: https://media.example/jahat
    publisher: Media <s>coret</s>
"""


@pytest.fixture(scope="module")
def content(site_factory: SiteFactory, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Web]:
    """Serve this repository's digest, with one invented, hostile entry, below a sub-path."""
    folder = tmp_path_factory.mktemp("isi") / "situs"
    shutil.copytree(tools.ROOT / "content", folder / "content")
    settings = (tools.ROOT / "site.yaml").read_text("utf-8")
    folder.joinpath("site.yaml").write_text(
        settings.replace("https://digest.example.org\n", "https://digest.example.org/sub\n"),
        "utf-8",
    )
    (folder / "content" / "jahat.yaml").write_text(HOSTILE, "utf-8")
    built = site_factory(folder)
    with serving(built.out, built.base_url) as served:
        served.extra.append(TRUSTED)
        yield served


@pytest.fixture
def search(content: Web, page: Page, log: Log) -> Iterator[Page]:
    """Give a page on which nothing may go wrong."""
    page.set_viewport_size({"width": 1280, "height": 900})
    page.set_default_timeout(10_000)
    yield page
    assert log.violations == []
    assert log.errors == []
    assert log.foreign(content.url) == []
