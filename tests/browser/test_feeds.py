"""A feed that someone opens in a browser is legible there, without a script."""

import pytest
from playwright.sync_api import Page

from web import Web

pytestmark = pytest.mark.browser

SEEN = """name => {
  const shown = element => Boolean(element) && element.getClientRects().length > 0;
  const item = document.querySelector('item, entry');
  return {
    shown: ['title', 'description, summary', 'pubDate, published', 'category'].every(
      each => shown(item.querySelector(each))),
    markup: [...item.children].filter(
      each => ['encoded', 'content', 'guid', 'id'].includes(each.localName) && shown(each)).length,
    wide: document.documentElement.scrollWidth > innerWidth,
    paper: getComputedStyle(document.documentElement).backgroundColor,
    ink: getComputedStyle(item).color,
  };
}"""


@pytest.mark.parametrize("path", ["feed.xml", "entri/feed.xml", "entri/atom.xml"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_feed_is_legible_in_a_browser(page: Page, web: Web, path: str, scheme: str) -> None:
    """A reader who opens a feed sees what it is: titles, summaries, dates, no markup, any width."""
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.set_viewport_size({"width": 360, "height": 800})
    page.goto(f"{web.url}/{path}")
    seen = page.evaluate(SEEN)
    assert seen["shown"], seen
    assert seen["markup"] == 0
    assert not seen["wide"]
    paper, ink = (sum(map(int, _numbers(seen[key]))) for key in ("paper", "ink"))
    assert (paper < ink) is (scheme == "dark")
    assert abs(paper - ink) > 3 * 128


def _numbers(colour: str) -> list[str]:
    return colour.removeprefix("rgb(").removesuffix(")").split(", ")
