"""What a reader does and sees on the search page.

In: a Playwright page and the host of a site. Out: an answered search, and what it shows.
"""

from playwright.sync_api import Page

from web import Web


def visit(page: Page, web: Web, query: str) -> None:
    """Open a search by its address and wait until it has been answered."""
    page.goto(f"{web.url}/cari/{query}", wait_until="networkidle")
    settled(page)


def settled(page: Page) -> None:
    """Wait until a search has been answered."""
    page.wait_for_selector("#found:not([hidden]):not([aria-busy])", state="attached")


def titles(page: Page) -> list[str]:
    """Return the titles of the results."""
    return page.locator("ol.results h2").all_inner_texts()


def told(page: Page) -> str:
    """Return what the page says of the results."""
    return page.get_by_role("status").inner_text()
