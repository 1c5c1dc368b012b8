"""The view of a site, and the theme's small conveniences in a real browser."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from playwright.sync_api import BrowserContext, Page

import invented
from digest import chart, plan, regency, render, site, theme
from watch import Log
from web import Web, serving


@pytest.mark.parametrize(
    ("words", "link"),
    [
        ("redaksi@x.example", "mailto:redaksi@x.example"),
        ("mailto:redaksi@x.example", "mailto:redaksi@x.example"),
        ("https://x.example/a", "https://x.example/a"),
        ("javascript:alert(1)", ""),
        ("CC BY 4.0", ""),
        ("", ""),
    ],
)
def test_address(words: str, link: str) -> None:
    """A contact or licence becomes a link where it is an address, and never runs anything."""
    assert theme.address(words) == link


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("https://creativecommons.org/licenses/by/4.0/", "CC BY 4.0"),
        ("https://creativecommons.org/licenses/by-nc-sa/3.0/deed.id", "CC BY-NC-SA 3.0"),
        ("https://creativecommons.org/publicdomain/zero/1.0/", "CC0 1.0"),
        ("https://x.example/lisensi", "https://x.example/lisensi"),
        ("Hak cipta redaksi", "Hak cipta redaksi"),
    ],
)
def test_name_of_a_licence(words: str, name: str) -> None:
    """A reader sees the name of a known licence, not an address that breaks over two lines."""
    assert theme.licence_name(words) == name


def test_real_shapes_are_drawn() -> None:
    """A site's own map takes the place of the tiles, and changes every page's key."""
    own = chart.Outlines(name="shapes", size=(10, 10), paths={invented.INDRAMAYU: "M0 0h5v5z"})
    known = (invented.CONFIG, regency.load(), invented.registry())
    view = theme.view(*known, {}, own)
    picture = view.environment.filters["tilemap"]([(invented.INDRAMAYU, 2)])
    assert "M0 0h5v5z" in picture.svg
    assert picture.rows[0][-1] == "/digest/wilayah/kabupaten-indramayu/"
    assert view.key != theme.view(*known, {}).key


def test_key_is_known_before_the_view() -> None:
    """What an earlier build has compiled can be looked up before templates are read."""
    known = (invented.CONFIG, regency.load(), invented.registry(), {"a.html": "x"})
    assert theme.key(*known) == theme.view(*known).key


@pytest.fixture(scope="module")
def host(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Web]:
    """Serve the invented site's pages."""
    folder = tmp_path_factory.mktemp("theme")
    config = replace(invented.CONFIG, base_url="http://127.0.0.1/digest")
    known = (regency.load(), invented.registry())
    view = theme.view(config, *known, {})
    files = dict(render.static_files(view))
    for page in plan.pages(site.assemble(config, *known, invented.entries(9))):
        files[page.path] = render.page(page, view)
    for path, data in files.items():
        place = Path(folder, path)
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data)
    with serving(folder, config.base_url) as web:
        yield web


@pytest.mark.browser
def test_picker_opens_a_regency_and_remembers_it(host: Web, page: Page, log: Log) -> None:
    """A reader chooses a regency once; the next time it is offered."""
    page.goto(f"{host.url}/")
    page.select_option("#ke", "kota-kendari")
    page.click(".picker button")
    page.wait_for_url("**/wilayah/kota-kendari/")
    page.goto(f"{host.url}/")
    page.click("[data-last] a")
    page.wait_for_url("**/wilayah/kota-kendari/")
    assert page.locator("h1").inner_text() == "Kota Kendari"
    assert (log.errors, log.violations) == ([], [])


@pytest.mark.browser
def test_list_narrows_while_typing(host: Web, page: Page) -> None:
    """A reader finds one of 514 regencies by typing a part of its name."""
    page.goto(f"{host.url}/wilayah/")
    page.fill("#saring", "INDRA may")
    assert page.locator("[data-filtered] li:visible").all_inner_texts()[0].startswith("Kabupaten")
    assert page.locator("[data-filtered] li:visible").count() == 1
    assert page.locator("[data-filtered] section:visible").count() == 1
    page.fill("#saring", "tidak ada")
    assert page.locator("[role=status]").inner_text() == "Tidak ada yang cocok."


@pytest.mark.browser
def test_address_of_a_feed(host: Web, page: Page, log: Log) -> None:
    """A reader picks a place or a topic, and the address is that of a feed there is."""
    page.goto(f"{host.url}/langganan/")
    address = page.locator("#alamat")
    assert address.input_value().endswith("/digest/entri/feed.xml")
    page.select_option("#ke", "kota-kendari")
    page.select_option("#bentuk", "kalender.ics")
    assert address.input_value().endswith("/digest/wilayah/kota-kendari/kalender.ics")
    page.select_option("#topik", "irigasi")
    assert address.input_value().endswith("/digest/topik/irigasi/feed.xml")
    assert page.locator("#ke").input_value() == ""
    assert (log.errors, log.violations) == ([], [])


@pytest.mark.browser
def test_link_is_copied(host: Web, context: BrowserContext, page: Page) -> None:
    """A reader copies the address of an entry with one press and is told so."""
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{host.url}/entri/acara-besar/")
    button = page.locator("[data-copy]")
    button.click()
    page.get_by_text("Tersalin").wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == "http://127.0.0.1/digest/entri/acara-besar/"


@pytest.mark.browser
def test_slash_goes_to_the_search_box(host: Web, page: Page) -> None:
    """A reader at a keyboard searches with one key, and can still type a slash."""
    page.goto(f"{host.url}/tentang/")
    page.keyboard.press("/")
    page.keyboard.type("a/b")
    assert page.locator("header input[name=q]").input_value() == "a/b"


@pytest.mark.browser
def test_keyboard_reaches_the_content_first(host: Web, page: Page) -> None:
    """The first stop of a keyboard leads past the navigation."""
    page.goto(f"{host.url}/entri/acara-besar/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "isi"
