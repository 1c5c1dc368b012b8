"""What the golden site publishes stands before strict judges."""

import json
import re
from pathlib import Path

import pytest

import tools
from built import Built
from judges import (
    atom,
    calendars,
    jsonfeed,
    links,
    markup,
    opml,
    pages,
    policy,
    rss,
    shared,
    vocabulary,
    w3c,
)

pytestmark = pytest.mark.judge

PAGE = 30 * 1024  # compressed HTML and CSS of the pages that most readers open
STYLE = 12 * 1024  # compressed CSS


def feeds(site: Built, kind: str) -> list[Path]:
    """Return the feeds of one kind: `rss`, `feed` or `opml`, by their first element."""
    paths = [*site.out.rglob("*.xml"), *site.out.rglob("*.opml")]
    return sorted(path for path in paths if markup.root(path.read_bytes()) == kind)


def address(site: Built, path: Path) -> str:
    """Return where a file would be published."""
    return f"{site.base_url}/{path.relative_to(site.out).as_posix()}"


def test_rss_is_valid(built_site: Built) -> None:
    """Every RSS feed shows whole in every reader."""
    found = feeds(built_site, "rss")
    assert len(found) > 514
    bad = {path: complaints for path in found if (complaints := rss.judge(path.read_bytes()))}
    assert bad == {}


def test_atom_is_valid(built_site: Built) -> None:
    """Every Atom feed shows whole in every reader."""
    found = feeds(built_site, "feed")
    assert len(found) > 514
    bad = {path: complaints for path in found if (complaints := atom.judge(path.read_bytes()))}
    assert bad == {}


def test_opml_is_valid(built_site: Built) -> None:
    """A reader can take over every feed of the site at once."""
    assert opml.judge((built_site.out / "feeds.opml").read_bytes()) == []


def test_a_feed_knows_where_it_is(built_site: Built) -> None:
    """A subscriber who is given a saved feed subscribes to the real one."""
    for path in feeds(built_site, "rss") + feeds(built_site, "feed"):
        assert markup.own_address(path.read_bytes()) == address(built_site, path)


def test_the_w3c_finds_neither_error_nor_warning(built_site: Built) -> None:
    """The strictest known judge of feeds has nothing to say."""
    source = tools.needed(tools.feedvalidator(), "W3C feed validator (FEEDVALIDATOR)")
    found = [path for kind in ("rss", "feed", "opml") for path in feeds(built_site, kind)]
    assert len(found) > 1028
    assert w3c.judge({path: address(built_site, path) for path in found}, source) == []


def test_json_feed_is_valid(built_site: Built) -> None:
    """Every JSON feed shows whole in every reader."""
    found = sorted(built_site.out.rglob("feed.json"))
    assert len(found) > 514
    bad = {path: complaints for path in found if (complaints := jsonfeed.judge(path.read_bytes()))}
    assert bad == {}


def test_calendars_are_valid(built_site: Built) -> None:
    """Every calendar opens in every calendar."""
    found = sorted(built_site.out.rglob("*.ics"))
    assert len(found) > 514
    bad = {path: complaints for path in found if (complaints := calendars.judge(path.read_bytes()))}
    assert bad == {}


def test_two_calendar_readers_agree(built_site: Built) -> None:
    """Calendars of different make show the same events on the same days."""
    node = tools.needed(tools.program("node"), "Node")
    tools.needed(tools.package("ical.js"), "ical.js")
    found = sorted(built_site.out.rglob("*.ics"), key=lambda path: path.stat().st_size)
    assert calendars.second(found[-20:], node) == []


def test_every_link_leads_somewhere(built_site: Built) -> None:
    """No reader follows a link to nothing."""
    assert links.judge(built_site.out, built_site.base_url) == []


def test_every_kind_of_page_is_there(built_site: Built) -> None:
    """Every page that the interface promises exists."""
    assert pages.KINDS.keys() - pages.kinds(built_site.out).keys() == set()


def test_no_page_has_inline_code(built_site: Built) -> None:
    """A strict security policy breaks no page."""
    found = {path: pages.inline(path.read_bytes()) for path in built_site.out.rglob("*.html")}
    assert {path: complaints for path, complaints in found.items() if complaints} == {}


def test_the_policy_is_strict(built_site: Built) -> None:
    """Nothing runs on a page that is not the site's own."""
    rules = (built_site.out / "_headers").read_text("utf-8")
    header = re.search(r"^\s+Content-Security-Policy:(.*)$", rules, re.MULTILINE)
    assert header
    assert policy.judge(header[1], header=True) == []
    for path in built_site.out.rglob("*.html"):
        written = pages.policy(path.read_bytes())
        assert written is not None, path
        assert policy.judge(written, header=False) == [], path


def test_html_is_valid(built_site: Built) -> None:
    """Browsers do not have to guess at any page."""
    java = tools.needed(tools.program("java"), "Java")
    package = tools.needed(tools.package("vnu-jar"), "vnu-jar")
    found = list(pages.kinds(built_site.out).values())
    assert pages.nu(found, java, package / "build" / "dist" / "vnu.jar") == []


def test_structured_data_speaks_schema_org(built_site: Built, tmp_path: Path) -> None:
    """Search engines understand every entry."""
    node = tools.needed(tools.program("node"), "Node")
    tools.needed(tools.package("schema-dts"), "schema-dts")
    kinds = [*pages.kinds(built_site.out).values(), *built_site.out.glob("entri/*/index.html")]
    found = {str(path): vocabulary.blocks(path.read_bytes()) for path in kinds}
    events = [text for texts in found.values() for text in texts if '"Event"' in text]
    assert events
    assert vocabulary.judge(found, tmp_path, node, tools.NODE_MODULES) == []


def entries(site: Built) -> dict[str, bytes]:
    """Return the page of every entry that still stands, by its address."""
    lines = (site.out / "data" / "entries.jsonl").read_text("utf-8").splitlines()
    urls = [entry["url"] for entry in map(json.loads, lines) if entry["status"] == "published"]
    assert len(urls) > 2
    places = {url: url.removeprefix(f"{site.base_url}/") for url in urls}
    return {url: (site.out / place / "index.html").read_bytes() for url, place in places.items()}


def test_microformats_are_read(built_site: Built) -> None:
    """The social web understands every entry."""
    found = {url: shared.microformats(page, url) for url, page in entries(built_site).items()}
    assert {url: complaints for url, complaints in found.items() if complaints} == {}


def test_a_shared_entry_shows_its_card(built_site: Built) -> None:
    """Whoever gets an entry in a chat sees what it is about, with a picture."""
    for url, page in entries(built_site).items():
        assert shared.card(page, url) == [], url
        picture = shared.properties(page)["og:image"].removeprefix(f"{built_site.base_url}/")
        assert shared.image((built_site.out / picture).read_bytes()) == [], url


@pytest.mark.parametrize("kind", ["entry", "regency", "week", "home"])
def test_a_page_is_light(built_site: Built, kind: str) -> None:
    """A page opens at once on a slow link."""
    prefix = built_site.base_url.partition("://")[2].partition("/")[2]
    page = pages.kinds(built_site.out)[kind]
    weight = pages.weigh(built_site.out, page, f"/{prefix}" if prefix else "")
    assert weight.style <= STYLE
    assert weight.page + weight.style <= PAGE
