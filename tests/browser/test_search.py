"""Searching the golden site as a reader does, in a real browser, under its own security policy."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from watch import Log
from web import Web

pytestmark = pytest.mark.browser

TRUSTED = ("Content-Security-Policy", "require-trusted-types-for 'script'")


@pytest.fixture
def search(web: Web, page: Page, log: Log) -> Iterator[Page]:
    """Open the search page; whatever is done there causes no error and breaks no policy."""
    web.extra.append(TRUSTED)
    page.goto(f"{web.url}/cari/", wait_until="networkidle")
    yield page
    web.extra.remove(TRUSTED)
    assert log.violations == []
    assert log.errors == []
    assert log.foreign(web.url) == []


def ask(page: Page, words: str) -> None:
    """Type words and send them."""
    page.get_by_role("searchbox").locator("visible=true").first.fill(words)
    page.keyboard.press("Enter")


def results(page: Page) -> list[str]:
    """Return the titles that were found."""
    page.wait_for_selector("#found:not([aria-busy])", state="attached")
    return page.locator("ol.results a").all_inner_texts()


def test_a_word_of_an_entry_finds_it(search: Page, web: Web) -> None:
    """A reader finds an entry by a word of it, and opens it."""
    ask(search, "dialog")
    link = search.locator("ol.results a").first
    expect(link).to_be_visible()
    expect(search.get_by_role("status")).not_to_be_empty()
    assert "q=dialog" in search.url
    link.click()
    search.wait_for_load_state("networkidle")
    assert search.url.startswith(f"{web.url}/entri/")
    assert "dialog" in search.locator("main").inner_text().lower()


def test_the_box_in_the_header_leads_to_results(search: Page, web: Web) -> None:
    """A reader searches from any page."""
    search.goto(f"{web.url}/", wait_until="networkidle")
    ask(search, "dialog")
    expect(search.locator("ol.results a").first).to_be_visible()
    assert search.url.startswith(f"{web.url}/cari/?q=dialog")


def test_a_facet_narrows_and_the_address_keeps_it(search: Page) -> None:
    """A reader narrows what was found, and can share the narrowed search."""
    ask(search, "rekaan")
    expect(search.locator("ol.results a").first).to_be_visible()
    before = results(search)
    if search.locator("details.facets:not([open])").count():
        search.locator("details.facets > summary").click()
    places = search.locator("[data-facet=wilayah] li")
    assert places.count() > 1
    # The last has the fewest; it moves to the top when it is chosen, so it is held by its name.
    name, count = places.last.inner_text().rsplit(maxsplit=1)
    search.locator("[data-facet=wilayah]").get_by_label(name.strip()).click()
    search.wait_for_url("**wilayah=**")
    titles = search.locator("ol.results li")
    expect(titles).to_have_count(int(count))
    after = results(search)
    assert set(after) < set(before)
    search.reload(wait_until="networkidle")
    expect(titles).to_have_count(len(after))
    assert results(search) == after


def test_a_misspelt_place_is_understood(search: Page) -> None:
    """A reader who mistypes a place is asked whether the right one was meant, or told so."""
    ask(search, "Indramyu")
    said = search.locator(".meant a, [role=status]").filter(has_text="Indramayu")
    expect(said.first).to_be_visible()


def test_nothing_found_says_so(search: Page) -> None:
    """A reader who finds nothing is told, and not left before an empty page."""
    ask(search, "zzyzxq")
    expect(search.get_by_role("status")).not_to_be_empty()
    assert results(search) == []


def test_a_hostile_title_stays_text(search: Page) -> None:
    """What an entry holds is shown as it was typed and never becomes markup."""
    ask(search, "uji")
    titles = search.locator("ol.results li")
    expect(titles.first).to_be_visible()
    assert any("<uji>" in text for text in titles.all_inner_texts())
    assert search.locator("ol.results uji").count() == 0
