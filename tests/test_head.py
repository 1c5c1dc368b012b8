"""The heads of pages: what they tell to programs, readers can see too."""

from lxml import html

from built import Built


def test_what_a_page_offers_to_readers_of_feeds_is_visible(built_site: Built) -> None:
    """Whoever reads a list finds its feeds on the page, and a program finds them in its head."""
    told = 0
    for page in sorted(built_site.out.rglob("*.html")):
        tree = html.document_fromstring(page.read_bytes())
        feeds = {one.get("href") for one in tree.iter("link") if one.get("rel") == "alternate"}
        assert feeds <= {one.get("href") for one in tree.iter("a")}, page
        told += len(feeds)
    assert told > 514 * 5
