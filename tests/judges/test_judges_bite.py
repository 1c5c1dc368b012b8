"""Each judge clears a good sample and convicts it after one small change for the worse."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

import tools
from judges import (
    atom,
    calendars,
    jsonfeed,
    links,
    opml,
    pages,
    policy,
    rss,
    shared,
    sight,
    vocabulary,
    w3c,
)
from watch import Log
from web import serving

SAMPLES = Path(__file__).with_name("samples")
BASE = "https://contoh.example"
POLICY = (
    "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; "
    "frame-ancestors 'none'"
)

Judge = Callable[[bytes], list[str]]
JUDGES: dict[str, Judge] = {
    "good.rss": rss.judge,
    "good.atom": atom.judge,
    "good.opml": opml.judge,
    "good.json": jsonfeed.judge,
    "good.ics": calendars.judge,
    "good.html": pages.inline,
}

# sample, what is changed, into what, what the judge says
CASES = [
    ("good.rss", "</channel>", "", "does not parse"),
    ("good.rss", 'encoding="UTF-8"', 'encoding="ISO-8859-1"', "not UTF-8"),
    ("good.rss", "<?xml-", "<!DOCTYPE rss>\n<?xml-", "document type"),
    ("good.rss", 'version="2.0"', 'version="0.91"', "not RSS 2.0"),
    ("good.rss", "<language>id</language>", "<lang>id</lang>", "unknown element <lang>"),
    ("good.rss", "<description>Kabar rekaan", "<dc:x>Kabar", "does not parse"),
    ("good.rss", "+0700</pubDate>", "WIB</pubDate>", "is not"),
    ("good.rss", "Thu, 30 Nov 2023 08:15:00 +0700</pubDate>", "2023-11-30</pubDate>", "not a date"),
    ("good.rss", "<lastBuildDate>Thu, 30", "<lastBuildDate>Wed, 29", "built before 2023-11-30"),
    ("good.rss", "Thu, 30 Nov", "Wed, 30 Nov", "is not written as Thu"),
    ("good.rss", "Thu, 30 Nov", "Kam, 30 Nov", "is not written as Thu"),
    ("good.rss", 'isPermaLink="false"', "", "says it is a permanent link"),
    ("good.rss", "tag:contoh.example,2023:entry/1", "1", "not unique in the world"),
    ("good.rss", "    <item>", "    <item><guid>x</guid></item>\n    <item>", "lacks <title>"),
    ("good.rss", 'rel="self"', 'rel="via"', "0 atom:link rel=self"),
    ("good.rss", 'href="https://koran.example/1"', 'href="/1"', "not a whole address"),
    ("good.rss", "<link>https://contoh.example/entri", "<link>/entri", "not a whole address"),
    ("good.rss", 'a href="https://contoh.example/"', 'a href="/"', "relative or odd address"),
    ("good.rss", "&lt;p&gt;", "&lt;script&gt;&lt;/script&gt;&lt;p&gt;", "contains <script>"),
    ("good.rss", "&lt;p&gt;", '&lt;p style="color:red"&gt;', "contains <p style="),
    ("good.rss", "&lt;/a&gt;", "", "is not HTML 5"),
    ("good.rss", "Warga &amp; lurah", "Warga &amp;amp; lurah", "shows markup"),
    ("good.rss", "modules/event/", "modules/kabar/", "unknown namespace"),
    ("good.rss", "dc:creator", "author", "not a mail address"),
    ("good.atom", "<feed ", '<feed xmlns:atom="http://www.w3.org/2005/Atom" ', "the prefix atom"),
    ("good.atom", 'rel="self"', 'rel="related"', "lacks link rel=self"),
    ("good.atom", 'rel="via"', 'rel="sumber"', "not registered"),
    ("good.atom", 'rel="via" ', "", "links alternate"),
    ("good.atom", "<author><name>Redaksi</name></author>", "", "lacks an author"),
    ("good.atom", "<name>Redaksi</name>", "<name/>", "has no name"),
    ("good.atom", "T08:15:00+07:00", "", "is not RFC 3339"),
    (
        "good.atom",
        "title>\n  <updated>2023-11-30",
        "title>\n  <updated>2023-11-29",
        "updated before 2023-11-30",
    ),
    (
        "good.atom",
        "    <updated>2023-11-30",
        "    <updated>2023-11-29",
        "updated before it was published",
    ),
    ("good.atom", "+07:00</updated>", "</updated>", "is not RFC 3339"),
    ("good.atom", "<id>tag:contoh.example,2023:entry/1</id>", "<id>1</id>", "not a whole IRI"),
    ("good.atom", "<title>Warga", "<title>Satu</title><title>Warga", "has 2 <title>"),
    ("good.atom", "<summary>", "<summary>&lt;p&gt;", "shows markup"),
    ("good.atom", "&lt;/p&gt;", "&lt;/b&gt;", "is not HTML 5"),
    ("good.atom", 'term="infrastruktur"', "", "without a term"),
    ("good.opml", 'version="2.0"', 'version="1.0"', "not OPML 2.0"),
    ("good.opml", ' type="rss"', "", "without type=rss"),
    ("good.opml", 'xmlUrl="https://contoh.example', 'xmlUrl="', "not a whole address"),
    ("good.opml", 'text="Jawa Barat"', 'text=""', "without text"),
    ("good.opml", 'text="Jawa Barat"', 'text="x" title="x"', "text and nothing else"),
    ("good.opml", ' title="Kabupaten Indramayu"', "", "without title"),
    ("good.opml", "Thu, 30", "30", "is not written as"),
    ("good.json", "version/1.1", "version/1", "was expected"),
    ("good.json", '"title": "Kabar contoh",', "", "'title' is a required property"),
    ("good.json", "+07:00", "", "does not match"),
    ("good.json", '"tags"', '"tag"', "'tag' does not match"),
    ("good.json", '"content_html"', '"_content"', "is not of type 'object'"),
    ("good.json", "</p>", "</b>", "is not HTML 5"),
    ("good.ics", "\r\n", "\n", "line breaks other than CR LF"),
    ("good.ics", "SUMMARY:", "SUMMARY:" + 70 * "x", "octets"),
    ("good.ics", "UID:tag:contoh.example\\,2023:entry/1\r\n", "", "lacks UID"),
    ("good.ics", "DTSTAMP:20231130T011500Z\r\n", "", "lacks DTSTAMP"),
    ("good.ics", "DTEND;VALUE=DATE:20231130", "DTEND;VALUE=DATE:20231129", "before it has begun"),
    (
        "good.ics",
        "START;VALUE=DATE:20231129",
        "START;TZID=WIB:20231129T080000",
        "names the zone WIB",
    ),
    ("good.ics", "STATUS:CONFIRMED", "STATUS:HELD", "STATUS is HELD"),
    ("good.ics", "URL:https://contoh.example", "URL:", "not a whole address"),
    ("good.ics", "DTSTART;VALUE=DATE:20231129", "DTSTART:29/11/2023", "DTSTART"),
    ("good.ics", "END:VCALENDAR", "", "does not parse"),
    ("good.html", "<main", "<main style='x'", "<main style=…>"),
    ("good.html", "<main", "<main onclick='x'", "<main onclick=…>"),
    ("good.html", ' type="application/ld+json"', "", "<script>"),
    ("good.html", "</head>", "<style></style></head>", "<style>"),
]


@pytest.mark.parametrize("name", JUDGES)
def test_clears_a_good_sample(name: str) -> None:
    """A sound file is not found fault with."""
    assert JUDGES[name]((SAMPLES / name).read_bytes()) == []


@pytest.mark.parametrize(("name", "good", "bad", "says"), CASES)
def test_convicts_a_bad_sample(name: str, good: str, bad: str, says: str) -> None:
    """A fault that subscribers would meet is found and named."""
    sample = (SAMPLES / name).read_bytes()
    assert good.encode() in sample
    complaints = JUDGES[name](sample.replace(good.encode(), bad.encode()))
    assert any(says in complaint for complaint in complaints), complaints


def test_convicts_what_stands_twice() -> None:
    """A repeated identity, which makes readers drop or repeat an item, is found."""
    for name, begin, end in (
        ("good.rss", b"<item>", b"</item>"),
        ("good.atom", b"<entry>", b"</entry>"),
        ("good.ics", b"BEGIN:VEVENT", b"END:VEVENT\r\n"),
        ("good.opml", b"      <outline", b'indramayu/"/>'),
    ):
        sample = (SAMPLES / name).read_bytes()
        part = sample[sample.index(begin) : sample.index(end) + len(end)]
        complaints = JUDGES[name](sample.replace(part, part + part))
        assert any("2 times" in complaint for complaint in complaints), (name, complaints)


def test_the_w3c_bites(tmp_path: Path) -> None:
    """The outside judge of feeds clears good ones and convicts each after a small change."""
    source = tools.needed(tools.feedvalidator(), "W3C feed validator (FEEDVALIDATOR)")
    faults = {
        "feed.xml": ("good.rss", 'isPermaLink="false"', "", "InvalidPermalink"),
        "atom.xml": ("good.atom", "T08:15:00+07:00", "", "InvalidRFC3339Date"),
        "feeds.opml": ("good.opml", 'version="2.0"', 'version="3"', "InvalidOPMLVersion"),
    }
    for name, (sample, good, bad, says) in faults.items():
        text, file = (SAMPLES / sample).read_text("utf-8"), tmp_path / name
        file.write_text(text, "utf-8")
        assert w3c.judge({file: f"{BASE}/{name}"}, source) == []
        file.write_text(text.replace(good, bad), "utf-8")
        complaints = w3c.judge({file: f"{BASE}/{name}"}, source)
        assert any(says in complaint for complaint in complaints), complaints


def test_the_second_calendar_reader_differs_over_a_broken_file(tmp_path: Path) -> None:
    """A calendar that only one library can read is found."""
    node = tools.needed(tools.program("node"), "Node")
    tools.needed(tools.package("ical.js"), "ical.js")
    good, bad = SAMPLES / "good.ics", tmp_path / "bad.ics"
    bad.write_bytes(good.read_bytes().replace(b"DATE:20231129", b"DATE:20231341"))
    assert calendars.second([good], node) == []
    assert len(calendars.second([good, bad], node)) == 1


# what is changed, into what, what the judge says
WORDS = (
    ('"startDate"', '"beginDate"', "beginDate"),
    ('"Event"', '"Evnt"', "Evnt"),
    ('"startDate"', '"start-input":"required","startDate"', "start"),
    ('"subjectOf"', '"citation"', "citation"),
    ("2023-11-29", "29 November 2023", "startDate is '29 November 2023'"),
    ('"name":"Balai desa"', '"name":""', "name is empty"),
    ('"url":"https://koran.example/1"', '"url":"/1"', "not a whole address"),
    ("https://schema.org", "http://schema.org/", "@context is"),
)


def test_a_word_that_schema_org_does_not_know_is_found(tmp_path: Path) -> None:
    """Structured data that search engines would ignore is found."""
    node = tools.needed(tools.program("node"), "Node")
    tools.needed(tools.package("schema-dts"), "schema-dts")
    (sample,) = vocabulary.blocks((SAMPLES / "good.html").read_bytes())
    assert all(good in sample for good, _, _ in WORDS)
    found = {f"bad {bad}": [sample.replace(good, bad)] for good, bad, _ in WORDS}
    complaints = vocabulary.judge({"good": [sample], **found}, tmp_path, node, tools.NODE_MODULES)
    assert all(complaint.startswith("bad ") for complaint in complaints), complaints
    for _, bad, says in WORDS:
        of_this = [complaint for complaint in complaints if complaint.startswith(f"bad {bad}: ")]
        assert any(says in complaint for complaint in of_this), (bad, complaints)


def test_the_html_checker_finds_an_error(tmp_path: Path) -> None:
    """A page that browsers have to guess at is found."""
    java = tools.needed(tools.program("java"), "Java")
    package = tools.needed(tools.package("vnu-jar"), "vnu-jar")
    good, bad = SAMPLES / "good.html", tmp_path / "bad.html"
    bad.write_bytes(good.read_bytes().replace(b"<h1>", b"<h1><main>"))
    complaints = pages.nu([good, bad], java, package / "build" / "dist" / "vnu.jar")
    assert complaints
    assert all(str(bad) in complaint for complaint in complaints), complaints


def small_site(folder: Path) -> Path:
    """Lay out a site of one page and one feed."""
    shutil.copy(SAMPLES / "good.html", folder / "index.html")
    shutil.copy(SAMPLES / "style.css", folder / "style.css")
    (folder / "404.html").write_bytes(b"<!doctype html><title>x</title>")
    (folder / "_headers").write_text(f"/*\n  Content-Security-Policy: {POLICY}\n", "utf-8")
    return folder


@pytest.mark.parametrize(
    ("bad", "says"),
    [
        ('href="hilang/"', "leads nowhere"),
        ('href="https://contoh.example/hilang/"', "leads nowhere"),
        ('href="#hilang"', "names no place"),
        ('href="index.html#hilang"', "names no place"),
        ('href="javascript:1"', "has the scheme 'javascript'"),
    ],
)
def test_a_link_that_leads_nowhere_is_found(tmp_path: Path, bad: str, says: str) -> None:
    """A link that would disappoint a reader is found."""
    site = small_site(tmp_path)
    assert links.judge(site, BASE) == []
    page = (site / "index.html").read_text("utf-8").replace('href="index.html#isi"', bad)
    (site / "index.html").write_text(page, "utf-8")
    complaints = links.judge(site, BASE)
    assert any(says in complaint for complaint in complaints), complaints


def test_a_feed_that_leads_nowhere_is_found(tmp_path: Path) -> None:
    """A feed item without its page is found."""
    site = small_site(tmp_path)
    shutil.copy(SAMPLES / "good.rss", site / "feed.xml")
    complaints = links.judge(site, BASE)
    assert any("entri/jembatan/" in complaint for complaint in complaints), complaints


@pytest.mark.parametrize(
    ("good", "bad", "says"),
    [
        ("h-entry ", "", "marks up 0 entries"),
        (" h-event", "", "is no event"),
        ('class="p-summary"', "", "lacks summary"),
        ('datetime="2023-11-29"', "", "start is 'Rabu'"),
        ("u-url", "url", "says that it is at"),
        ("p-category", "x", "lacks category"),
        ('"og:title"', '"title"', "lacks og:title"),
        ('content="https://contoh.example/a.png"', 'content="/a.png"', "not a whole address"),
        ("og:image:alt", "alt", "no words"),
    ],
)
def test_an_entry_that_cannot_be_shared_is_found(good: str, bad: str, says: str) -> None:
    """What the social web or a chat would misread is found."""
    url = f"{BASE}/entri/jembatan/"
    sample = (SAMPLES / "shared.html").read_text("utf-8")
    assert good in sample
    for text, found in ((sample, False), (sample.replace(good, bad), True)):
        page = text.encode()
        complaints = shared.microformats(page, url) + shared.card(page, url)
        assert any(says in complaint for complaint in complaints) == found, complaints
        assert found or complaints == []


def test_a_share_image_of_another_size_is_found() -> None:
    """A picture that chats would crop is found."""
    head = b"\x89PNG\r\n\x1a\n" + b"\0\0\0\rIHDR"
    assert shared.image(head + b"\0\0\x04\xb0\0\0\x02\x76") == []
    assert shared.image(head + b"\0\0\x04\xb0\0\0\x02\x77") == ["measures 1200×631"]
    assert shared.image(b"GIF89a") == ["is no PNG"]


def test_weight_counts_the_page_and_its_style(tmp_path: Path) -> None:
    """What a page costs on a slow link is what a host would send."""
    site = small_site(tmp_path)
    light = pages.weigh(site, site / "index.html", "")
    with (site / "style.css").open("ab") as sheet:
        sheet.write(b"/*" + os.urandom(4000).hex().encode() + b"*/")
    heavy = pages.weigh(site, site / "index.html", "")
    assert light.page == heavy.page > 0
    assert heavy.style > light.style + 4000


@pytest.mark.parametrize(
    ("good", "bad", "says"),
    [
        ("default-src 'self'", "default-src *", "lets through *"),
        ("default-src 'self'; ", "", "no default-src"),
        ("default-src 'self'", "default-src 'self'; script-src 'unsafe-inline'", "unsafe-inline"),
        ("default-src 'self'", "default-src 'self'; script-src data:", "text as code"),
        ("base-uri 'none'; ", "", "no base-uri"),
        ("object-src 'none'; ", "", "object-src"),
        ("; frame-ancestors 'none'", "", "no frame-ancestors"),
    ],
)
def test_a_loose_policy_is_found(good: str, bad: str, says: str) -> None:
    """A policy that would let foreign code run is found."""
    assert policy.judge(POLICY, header=True) == []
    assert good in POLICY
    complaints = policy.judge(POLICY.replace(good, bad), header=True)
    assert any(says in complaint for complaint in complaints), complaints


@pytest.mark.browser
def test_a_breach_of_the_policy_is_seen(tmp_path: Path, page: Page, log: Log) -> None:
    """Inline code, an uncaught error and a request to another host are seen."""
    site = small_site(tmp_path)
    with serving(site) as web:
        page.goto(f"{web.url}/")
        assert (log.errors, log.violations, log.foreign(web.url)) == ([], [], [])
        bad = "<main onclick='x'><img src='https://koran.example/1.png' alt=''><script>x</script>"
        text = (site / "index.html").read_text("utf-8").replace("<main>", bad)
        (site / "index.html").write_text(text.replace('<main id="isi">', bad), "utf-8")
        page.goto(f"{web.url}/")
        page.wait_for_load_state("networkidle")
    assert any("script-src" in violation for violation in log.violations), log.violations
    assert any("img-src" in violation for violation in log.violations), log.violations
    assert log.errors


@pytest.mark.browser
@pytest.mark.parametrize(
    ("good", "bad", "rule"),
    [
        ('lang="id"', "", "html-has-lang"),
        ("<h1>", '<h1>x</h1><img src="x.png"><h1>', "image-alt"),
        ("<main", '<p><a href="x"></a></p><main', "link-name"),
        ("color: #111", "color: #eee", "color-contrast"),
        ("main", "div", "landmark-one-main"),
    ],
)
def test_axe_finds_a_barrier(tmp_path: Path, page: Page, good: str, bad: str, rule: str) -> None:
    """A page that someone cannot use is found."""
    package = tools.needed(tools.package("axe-core"), "axe-core")
    site = small_site(tmp_path)
    with serving(site) as web:
        page.goto(f"{web.url}/")
        assert sight.axe(page, package) == []
        for name in ("index.html", "style.css"):
            text = (site / name).read_text("utf-8")
            (site / name).write_text(text.replace(good, bad), "utf-8")
        page.goto(f"{web.url}/?again")
        complaints = sight.axe(page, package)
    assert any(complaint.startswith(rule) for complaint in complaints), complaints


@pytest.mark.browser
def test_a_page_that_scrolls_sideways_is_found(tmp_path: Path, page: Page) -> None:
    """A line that a narrow telephone cannot show is found."""
    site = small_site(tmp_path)
    page.set_viewport_size({"width": 360, "height": 640})
    with serving(site) as web:
        page.goto(f"{web.url}/")
        assert sight.wide(page) == []
        assert sight.unseen(page) == []
        with (site / "style.css").open("a") as sheet:
            sheet.write("h1 { width: 900px } p { display: none }")
        page.goto(f"{web.url}/?again")
        assert sight.wide(page)
        assert sight.unseen(page)
