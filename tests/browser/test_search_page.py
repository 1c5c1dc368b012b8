"""The search page on this repository's own content, as readers use it, under trusted types."""

import datetime as dt
import json
import re
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

import many
import tools
from digest import files, index, theme
from digest import search as index_search
from judges import sight
from searching import settled, titles, told, visit
from watch import Log
from web import Web, serving

pytestmark = pytest.mark.browser

SHIFT = {360: 0.03, 1280: 0.1}  # by width; what Core Web Vitals call good is 0.1
EMPTY = (  # searches without results: wrong words, too many filters, a place without events
    "?q=zzzq",
    "?q=polrss zzzq",
    "?q=polres&wilayah=kabupaten-indramayu&tahun=2025",
    "?wilayah=kabupaten-asmat",
)
NOTHING = (  # more of them: too many words, words in quotes, wrong words and filters
    *EMPTY,
    "?q=polres zzzq indramayu",
    '?q=“polres” "zzzq indramayu"',
    '?q="indramayu polres zona"',
    "?q=polrss zzzq&wilayah=kabupaten-indramayu&tahun=2025",
)


def test_a_word_of_the_first_article_finds_its_entry(search: Page, content: Web) -> None:
    """A reader who knows the hall finds the dialogue that was held there."""
    visit(search, content, "?q=Patriatama")
    assert told(search) == "1 hasil untuk “Patriatama”"
    (title,) = titles(search)
    assert title.startswith("Polres Indramayu ikuti dialog")
    assert search.locator("ol.results mark").all_inner_texts() == ["Patriatama"]


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize(
    "query",
    ["", "?q=polres", "?q=polres&wilayah=kabupaten-indramayu", "?q=Kabupaten Asmat", *EMPTY],
)
def test_nothing_moves_away_while_results_come(
    search: Page, content: Web, width: int, query: str
) -> None:
    """A reader on a slow link does not tap on what has just taken another thing's place."""

    def late(route: Route) -> None:
        time.sleep(0.1)
        route.continue_()

    search.set_viewport_size({"width": width, "height": 740})
    search.route("**/pagefind/**", late)
    visit(search, content, query)
    assert search.get_by_role("status").inner_text()
    assert sight.shift(search) <= SHIFT[width]


def test_words_are_marked_where_a_result_leads(search: Page, content: Web) -> None:
    """A reader sees at once why the entry was found, and the address of the page is its own."""
    visit(search, content, "?q=patriatama")
    search.locator("ol.results a").first.click()
    search.wait_for_url("**/entri/**sorot=patriatama**")
    marks = search.locator("main mark")
    expect(marks.first).to_have_text("Patriatama")
    assert {text.lower() for text in marks.all_inner_texts()} == {"patriatama"}
    canonical = search.locator("link[rel=canonical]").get_attribute("href")
    assert canonical
    assert "sorot" not in canonical


def test_marks_are_bounded_and_change_no_word(search: Page, content: Web) -> None:
    """Whatever an address asks to be marked, the page keeps its words and its links."""
    path = next((content.folder / "entri").glob("*patroli-dialogis*")).name
    search.goto(f"{content.url}/entri/{path}/")
    before = search.locator("main").inner_text()
    links = search.locator("main a").count()
    words = "".join(f"&sorot={word}" for word in ["<b>", ".*", "", "indramayu", *"abcdefghij"])
    search.goto(f"{content.url}/entri/{path}/?{words}")
    assert search.locator("main").inner_text() == before
    assert search.locator("main a").count() == links
    assert search.locator("main mark").count() > 0


def test_results_come_as_one_types(search: Page, content: Web) -> None:
    """A reader need not send anything, and the newest words win over slower ones."""
    visit(search, content, "")
    field = search.get_by_label("Kata, tempat, nama, atau lembaga")
    field.press_sequentially("patriatama", delay=20)
    expect(search.get_by_role("status")).to_have_text("1 hasil untuk “patriatama”")
    assert search.url.endswith("/cari/?q=patriatama")
    field.fill("")
    expect(search.get_by_role("status")).to_contain_text("peristiwa")
    assert search.url.endswith("/cari/")


def test_everything_is_there_before_a_word_is_typed(search: Page, content: Web) -> None:
    """A reader can start from a place or topic, and loads no index of words for it."""
    content.asked.clear()
    visit(search, content, "")
    assert len(titles(search)) == 10
    assert not [path for path in content.asked if ".pf_index" in path]
    boxes = search.locator("[data-facet=wilayah] label")
    expect(boxes.first).to_be_visible()
    boxes.filter(has_text="Kabupaten Indramayu").click()
    settled(search)
    assert "wilayah=kabupaten-indramayu" in search.url
    expect(search.locator("ol.results .who").first).to_contain_text("Indramayu")


def test_back_and_forward_return_to_each_search(search: Page, content: Web) -> None:
    """A reader can undo a choice with the browser's own button, and share any step."""
    visit(search, content, "?q=pemilu")
    steps = [told(search)]
    search.locator("[data-facet=tahun] label").first.click()
    search.wait_for_url("**tahun=**")
    settled(search)
    steps.append(told(search))
    search.get_by_label("Urutkan").select_option("baru")
    search.wait_for_url("**urut=baru")
    settled(search)
    newest, address = titles(search), search.url
    search.go_back()
    search.go_back()
    expect(search.get_by_role("status")).to_have_text(steps[0])
    assert search.locator("[data-facet=tahun] input:checked").count() == 0
    search.go_forward()
    expect(search.get_by_role("status")).to_have_text(steps[1])
    search.goto(address, wait_until="networkidle")
    settled(search)
    assert titles(search) == newest
    assert search.locator("[data-facet=tahun] input:checked").count() == 1


def test_two_choices_of_one_facet_add_up(search: Page, content: Web) -> None:
    """A reader can look at two years at once; another facet narrows both."""
    visit(search, content, "?q=polres")
    labels = search.locator("[data-facet=tahun] label")
    counts = [int(text) for text in search.locator("[data-facet=tahun] .count").all_inner_texts()]
    labels.nth(0).click()
    expect(search.get_by_role("status")).to_contain_text(f"{counts[0]} hasil")
    labels.nth(1).click()
    expect(search.get_by_role("status")).to_contain_text(f"{counts[0] + counts[1]} hasil")
    search.get_by_role("button", name="Hapus semua saringan").click()
    expect(search.locator(".chips button")).to_have_count(0)
    assert search.url.endswith("?q=polres")


def test_organisations_are_loaded_when_they_are_opened(search: Page, content: Web) -> None:
    """A reader who does not ask for the longest lists does not load them."""
    visit(search, content, "?q=dialog")
    box = search.locator("[data-facet=lembaga]")
    before = sum(".pf_filter" in path for path in content.asked)
    box.locator("summary").click()
    expect(box.locator("label").first).to_be_visible()
    assert sum(".pf_filter" in path for path in content.asked) == before + 1
    assert box.locator("label").count() <= 8
    box.get_by_role("button").click()
    expect(box.locator("label").nth(8)).to_be_visible()
    box.get_by_role("searchbox").fill("indramayu")
    expect(box.locator("label").first).to_contain_text("Indramayu")


@pytest.mark.parametrize("query", [*NOTHING, "?q=polres Inrdamyu", "?q=Asmta Indramyu"])
def test_what_is_offered_instead_has_results(search: Page, content: Web, query: str) -> None:
    """A reader whose search finds nothing is never sent to another that finds nothing."""
    visit(search, content, query)
    links = search.locator(".meant a[href^='?'], .meant a[href$='/cari/']")
    offered = {link.inner_text(): link.get_attribute("href") or "" for link in links.all()}
    said = search.locator(".meant p")
    assert offered or said.inner_text().startswith("Periksa ejaannya")
    for text, href in offered.items():
        search.goto(f"{content.url}/cari/{href.rpartition('/')[2]}", wait_until="networkidle")
        settled(search)
        assert titles(search), text
        count = re.search(r"\((\d+)\)$", text)
        assert count is None or told(search).startswith(f"{count[1]} ")


@pytest.mark.parametrize(
    ("query", "offered", "left"),
    [
        ("polrss zzzq", "Polres", "?q=Polres"),
        ("polres zzzq indramayu", "polres indramayu", "?q=polres+indramayu"),
        ("polres&wilayah=kabupaten-kaur&tahun=1999", "tanpa saringan 1999", "?q=polres&wilayah"),
        ("polrss zzzq&tahun=1999", "Polres, tanpa saringan", "?q=Polres"),
    ],
)
def test_a_way_out_is_one_step(
    search: Page, content: Web, query: str, offered: str, left: str
) -> None:
    """A reader is told which word or filter was one too many, and Back undoes what follows."""
    visit(search, content, f"?q={query}")
    before = told(search)
    assert before.startswith("Tidak ada hasil")
    expect(search.locator(".meant p")).to_contain_text("Coba dengan lebih sedikit")
    search.get_by_role("link", name=offered).click()
    expect(search.get_by_role("status")).to_have_text(re.compile(r"^\d+ hasil untuk “"))
    assert left in search.url
    assert titles(search)
    expect(search.locator(".meant p")).to_have_count(0)
    search.go_back()
    expect(search.get_by_role("status")).to_have_text(before)


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("query", EMPTY)
def test_no_blank_stretch_where_nothing_is_found(
    search: Page, content: Web, width: int, query: str
) -> None:
    """A reader who finds nothing sees the lists of everything, and the page ends after them."""
    search.set_viewport_size({"width": width, "height": 900})
    visit(search, content, query)
    expect(search.locator("main").get_by_role("link", name="Semua pekan")).to_be_visible()
    expect(search.locator("main")).not_to_contain_text("JavaScript", use_inner_text=True)
    tops = [search.locator(part).bounding_box() for part in (".updated", "footer.site")]
    assert tops[0]
    assert tops[1]
    assert tops[1]["y"] - tops[0]["y"] < 100
    visit(search, content, "?q=polres")
    expect(search.get_by_role("link", name="Semua pekan")).to_be_hidden()


@pytest.mark.parametrize(
    ("query", "says"), [("Patriatama", "1 hasil untuk"), ("zzzq", "Tidak ada hasil")]
)
def test_results_do_not_wait_for_suggestions(
    search: Page, content: Web, query: str, says: str
) -> None:
    """A reader of a search that finds little is told so though the names for suggestions hang."""
    search.route("**/nama.json", lambda _: None)
    search.goto(f"{content.url}/cari/?q={query}")
    expect(search.get_by_role("status")).to_contain_text(says)
    expect(search.locator("ol.results li")).to_have_count(int(query == "Patriatama"))


def test_a_page_whose_script_does_not_come_is_whole(page: Page, content: Web) -> None:
    """A reader who lost the line in between still sees the foot of the page and its links."""
    page.route("**/search.*.js", lambda route: route.abort())
    page.goto(f"{content.url}/cari/?q=pemilu")
    expect(page.locator("footer.site a").first).to_be_visible()


def test_a_place_without_events_leads_to_its_page(search: Page, content: Web) -> None:
    """A reader of a place from which nothing was reported can still go to its page."""
    visit(search, content, "?q=Kabupaten Asmat")
    link = search.get_by_role("link", name="Kabupaten Asmat")
    assert link.get_attribute("href") == "/sub/wilayah/kabupaten-asmat/"


def test_a_hostile_entry_is_text(search: Page, content: Web) -> None:
    """Nothing that an entry holds becomes an element of the search page or of a marked page."""
    visit(search, content, "?q=kalimat jahat")
    found = search.locator("ol.results li").first
    expect(found).to_contain_text("<img src=x onerror=alert(1)> <script>alert(1)</script>")
    expect(found).to_contain_text("</p><script>alert(2)</script>")
    expect(found).to_contain_text("Aula <b>tebal</b>")
    assert found.locator("img, script, b, i, u, s").count() == 0
    search.locator("[data-facet=topik] label").first.click()
    expect(search.locator(".chips button").first).to_contain_text("<i>miring</i>")
    found.locator("a").click()
    search.wait_for_url("**sorot=**")
    assert search.locator("main script, main h1 img").count() == 0


def test_the_keyboard_is_enough(search: Page, content: Web) -> None:
    """A reader searches, walks the results and comes back without a mouse."""
    visit(search, content, "?q=dialog")
    search.keyboard.press("/")
    field = search.get_by_label("Kata, tempat, nama, atau lembaga")
    expect(field).to_be_focused()
    search.keyboard.press("ArrowDown")
    search.keyboard.press("ArrowDown")
    expect(search.locator("ol.results a").nth(1)).to_be_focused()
    search.keyboard.press("ArrowUp")
    search.keyboard.press("ArrowUp")
    expect(field).to_be_focused()
    search.keyboard.press("Escape")
    expect(field).to_have_value("")
    expect(search.get_by_role("status")).to_contain_text("peristiwa")


def test_more_results_keep_the_place(search: Page, content: Web) -> None:
    """A reader goes on where the list ended, also after coming back from an entry."""
    visit(search, content, "?q=pemilu")
    search.get_by_role("button", name="Tampilkan hasil berikutnya").press("Enter")
    expect(search.locator("ol.results a").nth(10)).to_be_focused()
    count = len(titles(search))
    assert count > 10
    search.keyboard.press("Enter")
    search.wait_for_url("**/entri/**")
    search.go_back()
    expect(search.locator("ol.results a")).to_have_count(count)


@pytest.mark.parametrize(
    "query",
    ["?q=pemilu", "?q=polres&wilayah=kabupaten-indramayu", "?q=Inrdamyu", "?q=Indramyu", *EMPTY],
)
def test_no_barrier_in_the_results(search: Page, content: Web, query: str) -> None:
    """Everyone can use the results: light and dark, on a telephone and on a desk."""
    package: Path = tools.needed(tools.package("axe-core"), "axe-core")
    complaints = []
    for width in (360, 1280):
        search.set_viewport_size({"width": width, "height": 800})
        for scheme in ("light", "dark"):
            search.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
            visit(search, content, query)
            search.wait_for_timeout(200)
            complaints += [f"{scheme} {width}: {found}" for found in sight.axe(search, package)]
    assert complaints == []


def test_results_fit_the_smallest_telephone(search: Page, content: Web) -> None:
    """No result and no facet scrolls sideways at 320 px."""
    search.set_viewport_size({"width": 320, "height": 640})
    visit(search, content, "?q=pemilu&wilayah=kabupaten-indramayu&lembaga=polres-indramayu")
    search.locator("details.facets > summary").click()
    expect(search.locator("[data-facet=wilayah] label").first).to_be_visible()
    assert sight.wide(search) == []


def test_without_javascript_lists_lead_on(browser: Browser, content: Web) -> None:
    """A reader without scripts is told so and finds every list."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{content.url}/cari/?q=pemilu")
    expect(page.locator("main")).to_contain_text("JavaScript")
    hrefs = [link.get_attribute("href") for link in page.locator("main a").all()]
    assert "/sub/wilayah/" in hrefs
    assert page.locator("main form").get_attribute("action") == "/sub/cari/"
    context.close()


@pytest.fixture
def years(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Web]:
    """Serve the search of a site so large that each year has an index of its own."""
    monkeypatch.setattr(index_search, "WHOLE", 10)
    days = [dt.date(2021, 3, 1) + dt.timedelta(days=30 * number) for number in range(36)]
    entries = [many.one(number, date=day) for number, day in enumerate(days, 1)]
    entries[3] = many.one(4, date=days[3], summary="Rekaanlah satu rekaantara.")
    known = many.built(entries)
    view = theme.view(known.config, known.gazetteer, known.registry, {})
    desk = files.Desk(known, view, "", {})
    kept = (file for file in files.files(desk) if file.path.startswith(("cari/", "aset/", "_head")))
    pages = (file for file in kept if not file.path.endswith(".png"))
    for file in (*pages, *index.files(known, tmp_path / "site")):
        place = tmp_path / "out" / file.path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(file.make())
    with serving(tmp_path / "out", known.config.base_url) as served:
        yield served


def test_older_years_follow_the_newest(page: Page, log: Log, years: Web) -> None:
    """A reader of a large site sees the newest results first, and soon all, in one order."""
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(f"{years.url}/cari/?q=rekaan&urut=baru", wait_until="networkidle")
    expect(page.get_by_role("status")).to_have_text("36 hasil untuk “rekaan”")
    for _ in range(3):
        page.get_by_role("button", name="Tampilkan hasil berikutnya").click()
        settled(page)
    assert titles(page) == [f"Peristiwa rekaan {number}" for number in range(36, 0, -1)]
    lines = page.locator("[data-facet=tahun] label").all_inner_texts()
    assert [line.split() for line in lines] == [
        ["2024", "1"],
        ["2023", "12"],
        ["2022", "12"],
        ["2021", "11"],
    ]
    programs = [path for path in years.asked if "wasm" in path]
    assert len(programs) == 1
    assert log.errors == []


def test_a_year_without_a_word_has_no_result_for_it(page: Page, log: Log, years: Web) -> None:
    """A word of one year is not answered by others with the beginning that they know."""
    visit(page, years, "?q=rekaantara")
    expect(page.get_by_role("status")).to_have_text("1 hasil untuk “rekaantara”")
    assert titles(page) == ["Peristiwa rekaan 4"]
    assert log.errors == []


def test_whoever_pays_for_each_byte_is_asked_first(page: Page, years: Web) -> None:
    """A reader on a slow line loads older years only when asked to, or when little is found."""
    page.add_init_script(
        "Object.defineProperty(navigator, 'connection', { value: { effectiveType: '3g' } })"
    )
    page.goto(f"{years.url}/cari/?tahun=2024", wait_until="networkidle")
    assert any("/2021/" in path for path in years.asked)
    (years.folder / "pagefind" / "indeks.json").write_bytes(
        reordered((years.folder / "pagefind" / "indeks.json").read_bytes())
    )
    years.asked.clear()
    page.goto(f"{years.url}/cari/?q=rekaan", wait_until="networkidle")
    expect(page.get_by_role("status")).to_have_text("12 hasil untuk “rekaan”")
    assert not any("/2021/" in path for path in years.asked)
    page.get_by_role("button", name="Cari juga peristiwa yang lebih lama").click()
    expect(page.get_by_role("status")).to_have_text("36 hasil untuk “rekaan”")


def reordered(listed: bytes) -> bytes:
    """Put a year with more events than fit on the screen first."""
    told = json.loads(listed)
    told["shards"].sort(key=lambda shard: shard["name"] != "2023")
    return json.dumps(told).encode()
