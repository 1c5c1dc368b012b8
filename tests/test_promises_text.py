"""Content is data: rows 3, 9, 10, 15 to 17, 19, 35 and 42 of the promises, on a whole site."""

import csv
import html as html_
import io
import json
import re
from collections.abc import Iterator
from pathlib import Path

import html5lib
import pytest
from lxml import etree

import small
import spoken
from promised import built, codes, published

HOSTILE = "\"'><script>alert(1)</script><!--]]>&lt;{{7*7}}{% include 'x' %}---js "
HARMLESS = "script alert 1 script lt 7 7 include x js "
BODY = "{0}isi\n\n{0}\n\n<img src=x onerror=y>\n\n<!-- {0} -->\n\n- {0}\n"
PLAIN = "{0}isi\n\n{0}\n\nimg src=x onerror=y\n\n{0}\n\n- {0}\n"
STRAIGHT = str.maketrans("“”‘’", "\"\"''")
SAFE = re.compile(r"(https?://|mailto:|/(?!/)|#|\?)[^\\\s]*|")
LINKS = ("href", "src", "action", "formaction", "poster", "data", "cite", "ping", "srcset")


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Return the files of a site that is hostile in every field."""
    root = tmp_path_factory.mktemp("hostile") / "site"
    says = lambda field: HOSTILE + field  # noqa: E731 short
    return published(spoken.make(root, says, body=BODY.format(HOSTILE)))


@pytest.fixture(scope="module")
def harmless(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Return the files of a site that says the same words without any sign."""
    root = tmp_path_factory.mktemp("harmless") / "site"
    says = lambda field: HARMLESS + field  # noqa: E731 short
    return published(spoken.make(root, says, body=PLAIN.format(HARMLESS)))


def told(made: dict[str, bytes]) -> list[str]:
    """Return the paths of files, without those that are named after their content."""
    return sorted(path for path in made if not path.startswith("pagefind/"))


def fragments(made: dict[str, bytes]) -> list[object]:
    """Return what search results show."""
    return [
        spoken.shape(path, data) for path, data in made.items() if path.endswith(".pf_fragment")
    ]


def words(markup: bytes | str) -> str:
    """Return the text of HTML with plain quotes and single blanks."""
    top = html5lib.parse(markup, "lxml", namespaceHTMLElements=False).getroot()
    etree.strip_elements(top, "script", "style", with_tail=False)
    return plain("".join(top.itertext()))


def plain(text: str) -> str:
    """Return a text with plain quotes and single blanks."""
    return " ".join(text.translate(STRAIGHT).split())


def pages(made: dict[str, bytes]) -> Iterator[tuple[str, "etree._Element"]]:
    """Yield every page as a browser reads it."""
    for path, data in made.items():
        if path.endswith(".html"):
            yield path, html5lib.parse(data, "lxml", namespaceHTMLElements=False).getroot()


def test_no_text_changes_what_a_file_is(
    hostile: dict[str, bytes], harmless: dict[str, bytes]
) -> None:
    """Whatever is typed, no page, feed, calendar, table or record gains an element or a line."""
    assert told(hostile) == told(harmless)
    for path in told(hostile):
        if path != "manifest.json":
            assert spoken.shape(path, hostile[path]) == spoken.shape(path, harmless[path]), path
    assert len(fragments(hostile)) == 2
    assert fragments(hostile) == fragments(harmless)


def test_every_word_of_every_field_is_on_the_page(hostile: dict[str, bytes]) -> None:
    """A reader reads what was typed, signs and all."""
    page = words(hostile["entri/biasa/index.html"])
    for field in spoken.FIELDS:
        assert plain(HOSTILE + field) in page, field
    assert plain(HOSTILE + "reason") in words(hostile["entri/dicabut/index.html"])
    for field, path in (("name", "tokoh"), ("topic", "topik"), ("organisation", "lembaga")):
        assert plain(HOSTILE + field) in words(hostile[f"{path}/index.html"])
    about = words(hostile["tentang/index.html"])
    for field in ("site", "description", "licence", "responsible"):
        assert plain(HOSTILE + field) in about, field


def test_raw_html_in_a_body_is_text(hostile: dict[str, bytes]) -> None:
    """Elements, scripts and comments that are typed into a body are read, not run."""
    page = words(hostile["entri/biasa/index.html"])
    assert "<img src=x onerror=y>" in page
    assert f"<!-- {plain(html_.unescape(HOSTILE))} -->" in page


def test_feeds_say_what_was_typed(hostile: dict[str, bytes]) -> None:
    """A subscriber reads the same words, whatever the format."""
    rss = etree.fromstring(hostile["entri/feed.xml"])
    item = next(each for each in rss.iter("item") if str(each.findtext("title")).endswith("title"))
    assert item.findtext("title") == f"[Ralat] {HOSTILE}title"
    assert words(str(item.findtext("description"))) == plain(f"{HOSTILE}summary")
    content = words(str(item.findtext("{*}encoded")))
    for field in ("summary", "district", "venue", "name", "rank", "position", "correction",
                  "publisher", "report", "author"):  # fmt: skip
        assert plain(HOSTILE + field) in content, field
    atom = etree.fromstring(hostile["entri/atom.xml"])
    assert f"[Ralat] {HOSTILE}title" in [each.text for each in atom.iter("{*}title")]
    assert f"{HOSTILE}summary" in [each.text for each in atom.iter("{*}summary")]
    items = json.loads(hostile["entri/feed.json"])["items"]
    assert f"[Ralat] {HOSTILE}title" in [each["title"] for each in items]
    assert f"{HOSTILE}summary" in [each["summary"] for each in items]


def test_no_page_carries_code_or_an_unsafe_link(hostile: dict[str, bytes]) -> None:
    """No page of any kind has a script, style or handler in it, or a link that runs code."""
    found = list(pages(hostile))
    assert len(found) > 20
    for path, page in found:
        policy = page.find(".//meta[@http-equiv='Content-Security-Policy']")
        assert policy is not None, path
        assert not {"'unsafe-inline'", "'unsafe-eval'"} & set(policy.get("content", "").split())
        assert page.find(".//style") is None, path
        for script in page.iter("script"):
            assert script.get("src") or script.get("type") == "application/ld+json", path
        for each in page.iter(etree.Element):
            named = {str(name).lower(): str(value) for name, value in each.attrib.items()}
            assert "style" not in named, path
            assert not any(name.startswith("on") for name in named), path
            for name in LINKS:
                assert SAFE.fullmatch(named.get(name, "")), (path, each.tag, named[name])


ODD = ("20:30", "012", "03212", "no", "1e3", "~", "32.10", "null", "true", "0x1F", "=1", "1_000",
       "+.inf", "0o17", "yes", "<<", "2023-11-29", "12e03", "Off", ".5", "-1", "NO", "1:30:00",
       "007")  # fmt: skip
PERSON = ("name", "position", "organisation", "on_behalf_of")


@pytest.mark.parametrize("turn", [0, 7, 16])
def test_what_looks_like_something_else_is_text(tmp_path: Path, turn: int) -> None:
    """A number, a time or a word that YAML would take for another stays as typed, everywhere."""
    fields = (*spoken.FIELDS, "reason", *spoken.SETTINGS)
    says = {field: ODD[(place + turn) % len(ODD)] for place, field in enumerate(fields)}
    made = published(spoken.make(tmp_path / "site", says.__getitem__, write=str))
    page = html5lib.parse(made["entri/biasa/index.html"], "lxml", namespaceHTMLElements=False)
    text = "".join(page.getroot().itertext())
    for field in spoken.FIELDS:
        assert says[field] in text, field
    assert str(page.findtext(".//h1")).strip() == says["title"]
    line = next(
        json.loads(line)
        for line in made["data/entries.jsonl"].splitlines()
        if b'"rekaan-biasa"' in line
    )
    (person,), (place,), (source,) = (line[key] for key in ("participants", "places", "sources"))
    assert (line["title"], line["summary"]) == (says["title"], says["summary"])
    assert [topic["name"] for topic in line["topics"]] == [says["topic"]]
    for key, field in (("title", "rank"), *((key, key) for key in PERSON)):
        assert person[key] == says[field], key
    assert (place["district"], place["venue"]) == (says["district"], says["venue"])
    assert (source["publisher"], source["title"]) == (says["publisher"], says["report"])
    rss = etree.fromstring(made["entri/feed.xml"])
    assert f"[Ralat] {says['title']}" in [each.text for each in rss.iter("title")]
    assert says["summary"] in [each.text for each in rss.iter("description")]
    assert f"SUMMARY:[Ralat] {says['title']}\r\n" in made["kalender.ics"].decode() or (
        f"SUMMARY:{says['title']}\r\n" in made["kalender.ics"].decode()
    )


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t=", " =", "\u3000=", "\uff1d"])
def test_no_cell_is_a_formula(tmp_path: Path, start: str) -> None:
    """Whoever opens the CSV in a spreadsheet runs nothing, whichever field it was typed in."""
    made = published(spoken.make(tmp_path / "site", lambda field: f"{start}1+1|{field}"))
    rows = list(csv.reader(io.StringIO(made["data/entries.csv"].decode(), newline="")))
    assert len(rows) == 4
    for cell in (cell for row in rows for cell in row):
        assert not cell.strip().startswith(("=", "+", "-", "@", "\uff1d")), cell


UNSAFE = (
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", "java\\tscript:alert(1)", "data:text/html,x",
          "file:///etc/passwd", "//host.example/x", "\\\\\\\\host\\\\x", "vbscript:x",
          "&#106;avascript:x", "javascript&colon;x", " javascript:x", "https://a b/", "ftp://a.b/",
          "https:javascript:x", "https://user@host.example/", "blob:x", "https://")  # fmt: skip


@pytest.mark.parametrize("address", UNSAFE)
def test_unsafe_address_in_any_field(tmp_path: Path, address: str) -> None:
    """An address that runs code, or hides where it leads, is a problem in every field."""
    root = small.make(tmp_path / "site")
    place = small.write(root, 1)
    good = "url: 'https://media.example/'"
    text = place.read_text("utf-8")
    for field in ("url", "archived"):
        other = f'{field}: "{address}"'
        place.write_text(
            text.replace(good, other if field == "url" else f"{good}, {other}"), "utf-8"
        )
        report = built(root)
        assert report.failed, field
        assert {code for code, _ in codes(report.problems)} <= {
            "bad-url", "unsafe-url", "bad-character", "missing-key",
        }  # fmt: skip
    place.write_text(text, "utf-8")
    settings = (root / "site.yaml").read_text("utf-8")
    for key in ("hub", "contact"):
        (root / "site.yaml").write_text(f'{settings}{key}: "{address}"\n', "utf-8")
        assert built(root).failed, key
    assert not (root / "build").exists()


UNSEEN = ("\\x00", "\\x07", "\\x1b", "\\x7f", "\\x85", "\\u202e", "\\u2066", "\\u200b", "\\ufeff",
          "\\ufffe", "\\ufdd0", "\\U000e0041", "\\U0010ffff", "\\u2028", "\\u200d")  # fmt: skip


@pytest.mark.parametrize(
    ("field", "char"),
    [
        (field, UNSEEN[place % len(UNSEEN)])
        for place, field in enumerate((*spoken.FIELDS, "reason", *spoken.SETTINGS) * 2)
    ],
)
def test_unseen_character_in_any_field(tmp_path: Path, field: str, char: str) -> None:
    """What no reader sees, or sees in another place, is in no field of a published site."""

    def write(text: str) -> str:
        return f'"{text}"'

    says = lambda each: f"a{char}b" if each == field else each  # noqa: E731 short
    report = built(spoken.make(tmp_path / "site", says, write=write))
    assert report.failed
    assert {problem.code for problem in report.problems} == {"bad-character"}


def test_letters_of_another_script_are_told(tmp_path: Path) -> None:
    """A name or host that looks like another is published with a warning that shows what it is."""
    root = small.make(tmp_path / "site")
    place = small.write(root, 1, person="\u0412udi Rekaan")
    text = place.read_text("utf-8").replace("media.example", "m\u0435dia.example")
    place.write_text(text, "utf-8")
    report = built(root)
    assert not report.failed
    assert {problem.code for problem in report.problems} == {"mixed-script"}
    values = " ".join(value for problem in report.problems for value in problem.values.values())
    assert "U+0412" in values
    assert "xn--mdia-" in values
    assert all(problem.span.line for problem in report.problems)
