"""What a browser and its reader meet on each kind of page of the golden site."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

import tools
from judges import pages, sight
from watch import Log
from web import Web

pytestmark = [pytest.mark.judge, pytest.mark.browser]

KINDS = (*pages.KINDS, "regency without entries")
TRUSTED = ("Content-Security-Policy", "require-trusted-types-for 'script'")


def find(web: Web, kind: str) -> str:
    """Return the address of a page of one kind."""
    path = pages.kinds(web.folder)[kind].relative_to(web.folder).as_posix()
    return f"{web.url}/{path.removesuffix('index.html')}"


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_is_quiet_and_keeps_to_itself(web: Web, page: Page, log: Log, kind: str) -> None:
    """A page causes no error, breaks no policy and asks no other host for anything."""
    page.goto(find(web, kind), wait_until="networkidle")
    page.wait_for_timeout(100)
    assert log.violations == []
    assert log.errors == []
    assert log.foreign(web.url) == []


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_has_no_barrier(web: Web, page: Page, kind: str) -> None:
    """Everyone can use a page: light and dark, on a telephone and on a desk."""
    package: Path = tools.needed(tools.package("axe-core"), "axe-core")
    complaints = []
    page.goto(find(web, kind))
    for width in (360, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
            complaints += [f"{scheme} {width}: {found}" for found in sight.axe(page, package)]
    assert complaints == []


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_fits_the_smallest_telephone(web: Web, page: Page, kind: str) -> None:
    """No page scrolls sideways at 320 px, which is also 200 % zoom on a small screen."""
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(find(web, kind))
    assert sight.wide(page) == []


@pytest.mark.parametrize("kind", sorted(set(KINDS) - {"search"}))
def test_a_page_reads_without_javascript(web: Web, browser: Browser, kind: str) -> None:
    """Everything on a page is there for readers whose browser runs no scripts."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(find(web, kind))
    # Playwright reads a page from its own world, scripts of the page stay off.
    assert page.locator("h1").first.is_visible()
    assert sight.unseen(page) == []
    context.close()


def test_search_works_under_trusted_types(web: Web, page: Page, log: Log) -> None:
    """Nothing that is searched for can become code."""
    web.extra.append(TRUSTED)
    try:
        page.goto(f"{find(web, 'search')}?q=kabupaten", wait_until="networkidle")
        page.wait_for_timeout(500)
    finally:
        web.extra.remove(TRUSTED)
    assert log.violations == []
    assert log.errors == []
