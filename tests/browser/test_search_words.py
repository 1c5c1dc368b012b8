"""Which words a search finds, what becomes of those that nobody wrote, and where one lands."""

import re
import time

import pytest
from playwright.sync_api import Browser, Page, expect

from judges import sight
from searching import settled, titles, told, visit
from web import Web

pytestmark = pytest.mark.browser

MONTHS = (
    "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember"
).split()
# In each of these stands a word that no entry has. Pagefind answers with what it begins with
# (Z, 12) or leaves it out (xylofon).
UNKNOWN = {
    "polres zzzq": "zzzq",
    "zzzq polres": "zzzq",
    "polres xylofon": "xylofon",
    "polres 12345": "12345",
    "pemilu tahun 1999x": "1999x",
}


@pytest.mark.parametrize("query", UNKNOWN)
def test_a_word_that_nobody_wrote_is_no_chance_hit(search: Page, content: Web, query: str) -> None:
    """A reader is told which word nobody wrote, and led to what the others find."""
    visit(search, content, f"?q={query}")
    assert told(search) == f"Tidak ada hasil untuk “{query}”."
    assert titles(search) == []
    unknown = UNKNOWN[query]
    advice = search.locator(".meant")
    expect(advice).to_contain_text(f"Tidak ditemukan: “{unknown}”.")
    link = advice.locator("a").first
    count = re.search(r"\((\d+)\)$", link.inner_text())
    assert count
    link.click()
    rest = " ".join(word for word in query.split() if word != unknown)
    expect(search.get_by_role("status")).to_have_text(f"{count[1]} hasil untuk “{rest}”")


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("Indramyu", {"indramyu": "Indramayu"}),
        ("Idnramayu", {"idnramayu": "Indramayu"}),
        ("polres indramyau", {"indramyau": "Indramayu"}),
        ("sangau", {"sangau": "Sanggau"}),
        ("Tabrnoi", {"tabrnoi": "Tabroni"}),
        ("polrss", {"polrss": "Polres"}),
        ("dialogg", {"dialogg": "dialog"}),
        ("kampanya", {"kampanya": "kampanye"}),
        ("pertemuuan", {"pertemuuan": "pertemuan"}),
        ("polress idnramayu", {"polress": "Polres", "idnramayu": "Indramayu"}),
    ],
)
def test_a_slip_in_a_long_word_still_finds(
    search: Page, content: Web, typed: str, read: dict[str, str]
) -> None:
    """A reader who mistypes a letter sees what was meant, and what was read as what."""
    visit(search, content, f"?q={typed}")
    meant = " ".join(read.get(word.lower(), word) for word in typed.split())
    said = "".join(f" Kata “{word}” dibaca sebagai “{other}”." for word, other in read.items())
    status = told(search)
    assert re.sub(r"^\d+ ", "", status) == f"hasil untuk “{meant}”.{said}"
    found = titles(search)
    visit(search, content, f"?q={meant}")
    assert titles(search) == found != []


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("Inrdamyu", "Indramayu"), ("polrs", "Polres"), ('"Indramyu"', '"Indramayu"')],
)
def test_where_more_was_mistyped_the_reader_is_asked(
    search: Page, content: Web, typed: str, meant: str
) -> None:
    """Two slips, a short word or one in quotes may well be right: nothing is read for another."""
    visit(search, content, f"?q={typed}")
    assert told(search) == f"Tidak ada hasil untuk “{typed}”."
    search.locator(".meant p a").click()
    expect(search.get_by_role("status")).to_contain_text(f"hasil untuk “{meant}”")
    assert titles(search)
    expect(search.get_by_role("status")).to_be_focused()
    expect(search.locator(".meant p")).to_have_count(0)


@pytest.mark.parametrize("query", ["pertemua", "kegiata", "kampan", "patriatam", "polres indra"])
def test_a_word_half_typed_finds(search: Page, content: Web, query: str) -> None:
    """Results stay while a long word is being typed."""
    visit(search, content, f"?q={query}")
    assert told(search).endswith(f"hasil untuk “{query}”")
    assert titles(search)


@pytest.mark.parametrize(
    "query", ["polres,indramayu", "polres/indramayu", "<polres> indra\u00admayu"]
)
def test_signs_between_words_part_them(search: Page, content: Web, query: str) -> None:
    """What stands between words, seen or not, neither joins them nor hides them."""
    visit(search, content, "?q=polres indramayu")
    found = titles(search)
    visit(search, content, f"?q={query}")
    assert titles(search) == found != []


def test_a_search_is_told_in_one_line(search: Page, content: Web) -> None:
    """However long and hostile a query is, it is said again in few words, the right way round."""
    visit(search, content, "?q=" + "polres zzzq " * 20)
    assert told(search) == "Tidak ada hasil untuk “" + "polres zzzq " * 4 + "polres zzzq…”."
    expect(search.locator(".meant")).to_contain_text("Tidak ditemukan: “zzzq”.")
    visit(search, content, "?q=\u202ezzzq\u2067\u200f {q}")
    assert told(search) == "Tidak ada hasil untuk “zzzq {q}”."
    search.set_viewport_size({"width": 360, "height": 740})
    visit(search, content, "?q=" + "x" * 200)
    assert sight.wide(search) == []


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("?wilayah=kabupaten-asmat", "Kabupaten Asmat"),
        ("?q=polres&wilayah=kota-administrasi-jakarta-timur", "Kota Administrasi Jakarta Timur"),
        ("?topik=tidak-ada", "Tidak Ada"),
    ],
)
def test_a_filter_without_events_has_a_name(
    search: Page, content: Web, query: str, name: str
) -> None:
    """A reader sees the name of a place from which nothing was reported, wherever it stands."""
    visit(search, content, query)
    expect(search.locator(".chips button")).to_have_text(f"{name} ×")
    expect(search.locator(".chips button")).to_have_attribute(
        "aria-label", f"Hapus saringan: {name}"
    )
    expect(search.locator(".meant a").first).to_contain_text(f"tanpa saringan {name}")
    expect(search.locator(".meant p")).to_contain_text(
        "saringan atau kata" if "q=" in query else "lebih sedikit saringan:"
    )
    if "wilayah" in query:
        box = search.locator("[data-facet=wilayah]").get_by_label(name)
        expect(box).to_be_checked()
        box.uncheck()
        expect(search.locator(".chips button")).to_have_count(0)


def test_coming_back_leads_to_the_same_place(search: Page, content: Web) -> None:
    """A reader who has opened a result far down finds it again, though the page is made anew."""
    search.set_viewport_size({"width": 360, "height": 740})
    visit(search, content, "?q=pemilu")
    search.get_by_role("button", name="Tampilkan hasil berikutnya").click()
    link = search.locator("ol.results h2 a").nth(14)
    link.scroll_into_view_if_needed()
    top = search.evaluate("scrollY")
    assert top > 1000
    link.click()
    search.wait_for_url("**/entri/**")
    search.go_back()
    settled(search)
    expect(search.get_by_label("Kata, tempat, nama, atau lembaga")).to_have_value("pemilu")
    reached = time.monotonic() + 5
    while abs(search.evaluate("scrollY") - top) > 5:
        assert time.monotonic() < reached
        search.wait_for_timeout(50)


def test_what_was_pressed_and_went_leaves_the_reader_at_the_answer(
    search: Page, content: Web
) -> None:
    """A keyboard does not start over, and no telephone opens its own, when a filter is removed."""
    visit(search, content, "?wilayah=kabupaten-indramayu&tahun=2023")
    for name in ("Hapus saringan: 2023", "Hapus saringan: Kabupaten Indramayu"):
        search.get_by_role("button", name=name).press("Enter")
        expect(search.get_by_role("status")).to_be_focused()
    visit(search, content, "?wilayah=kabupaten-indramayu&tahun=2023")
    search.get_by_role("button", name="Hapus semua saringan").press("Enter")
    expect(search.get_by_role("status")).to_be_focused()


def test_the_newest_come_first_whatever_was_typed(search: Page, content: Web) -> None:
    """A reader who asks for the newest gets the days in order, not the best match."""
    visit(search, content, "?q=pemilu&urut=baru")
    lines = search.locator("ol.results .meta > span:first-child").all_inner_texts()
    years = [int(line.rsplit(maxsplit=1)[1]) for line in lines]
    months = [MONTHS.index(line.split()[-2]) for line in lines]
    days = [int(line.split()[-3]) for line in lines]
    found = list(zip(years, months, days, strict=True))
    assert found == sorted(found, reverse=True)
    assert len(found) == 10


def test_an_order_is_offered_where_there_is_a_choice(search: Page, content: Web) -> None:
    """No control stands there that does nothing; without words the order is said."""
    visit(search, content, "")
    expect(search.get_by_label("Urutkan")).to_be_hidden()
    assert told(search).endswith("peristiwa, terbaru di atas")
    visit(search, content, "?q=polres")
    expect(search.get_by_label("Urutkan")).to_be_enabled()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_a_field_asks_for_can_be_read(browser: Browser, content: Web, scheme: str) -> None:
    """Words in an empty field are no fainter than other small print."""
    context = browser.new_context(color_scheme="dark" if scheme == "dark" else "light")
    page = context.new_page()
    page.goto(f"{content.url}/")
    colours = page.evaluate(
        """() => [getComputedStyle(document.querySelector('.find input'), '::placeholder').color,
                  getComputedStyle(document.querySelector('.updated')).color]"""
    )
    assert colours[0] == colours[1]
    context.close()


def test_no_field_without_javascript(browser: Browser, content: Web) -> None:
    """A reader without scripts is not asked to type what nothing answers."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{content.url}/cari/?q=pemilu")
    expect(page.locator("main form")).to_be_hidden()
    expect(page.get_by_text("Pencarian memerlukan JavaScript")).to_be_visible()
    context.close()
