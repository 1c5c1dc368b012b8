"""Bodies as HTML, and what must not be published of them."""

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from lxml import html as lxml_html

from digest import markdown
from digest.markdown import BRACKETS, html, problems

HOSTILE = "\"'><script>alert(1)</script><!--]]>&lt;img src=x onerror=y>"
SIGNS = st.text("ab1 \n\t#*_`~[]()<>!|\\-+=:&;.\"'é", max_size=120)


def codes(body: str) -> list[str]:
    """Give the codes of the problems of a body."""
    return [problem.code for problem in problems(body, "a.md", 10)]


def words(markup: str) -> str:
    """Give the text of HTML without blanks."""
    tree = lxml_html.fragment_fromstring(markup, create_parent="div")
    return "".join("".join(tree.itertext()).split())


def test_headings_start_below_the_title() -> None:
    """A page has one first-level heading, its title, whatever the body starts with."""
    assert html("# a\n\n## b\n") == "<h2>a</h2>\n<h3>b</h3>\n"
    assert html("### a\n\n###### b\n") == "<h2>a</h2>\n<h5>b</h5>\n"


def test_links_within_the_site_follow_its_folder() -> None:
    """A link to a path of the site works where the site lies in a folder."""
    assert html("[a](/entri/x/) [b](https://contoh.id/) [c](#d)", "/digest") == (
        '<p><a href="/digest/entri/x/">a</a> <a href="https://contoh.id/">b</a> '
        '<a href="#d">c</a></p>\n'
    )


def test_raw_html_is_text() -> None:
    """No element of a page comes from raw HTML in a body."""
    markup = html(f"{HOSTILE}\n\n<div>\n\n{HOSTILE}\n")
    tree = lxml_html.fragment_fromstring(markup, create_parent="div")
    assert {each.tag for each in tree.iter()} == {"div", "p"}
    assert "<div>" in "".join(tree.itertext())


@settings(deadline=None)
@given(SIGNS)
@example("a\n===\n")
@example("a  \nb")
@example("Kata \"kutipan\" 'lain' – (2023).\n\n\nDua; tiga: empat!\n")
def test_plain_paragraphs_are_what_the_parser_makes(body: str) -> None:
    """The short way for plain text gives the very bytes of the long one."""
    if markdown._PLAIN.fullmatch(body):  # noqa: SLF001 - the condition of the short way
        assert html(body) == markdown._parser(lenient=False).render(body)  # noqa: SLF001 - the long way


@settings(deadline=None)
@given(SIGNS)
def test_every_word_is_on_the_page(body: str) -> None:
    """Each letter of a body is in its text, or there is a problem."""
    if codes(body) or re.search(r"\](\(|:)|[&<]", body):
        return  # links and entities are shown otherwise than typed
    markup = html(body)
    shown = words(markup) + "".join(re.findall(r'class="language-([^"]*)"', markup))
    assert [shown.count(each) for each in "abé"] == [body.count(each) for each in "abé"]


@pytest.mark.parametrize(
    "link",
    [
        "[a](javascript:alert(1))",
        "[a](JAVASCRIPT:x)",
        "[a](java&#115;cript:x)",
        "[a](&#x6a;avascript:x)",
        "[a](<java\tscript:x>)",
        "[a](data:text/html,x)",
        "[a](vbscript:x)",
        "[a](file:///etc/passwd)",
        "[a](//contoh.id)",
        "[a](\\\\\\\\contoh.id)",
        "[a](/\\\\contoh.id)",
        "<javascript:x>",
        "<data:x>",
        "[a][b]\n\n[b]: javascript:x",
        "[a]: javascript:x\n\n[a]",
        "[a](javascript&colon;x)",
        "[a](&#1;javascript:x)",
        "[a](java%0ascript:x)",
        "> - [a](javascript:x)",
    ],
)
def test_unsafe_links(link: str) -> None:
    """No link runs code or leads to another host by a disguise; the page shows it as text."""
    found = codes(f"Teks {link}" if "]:" not in link else link)
    assert found in (["unsafe-link"], ["relative-link"])
    for markup in (html(link), html(f"x {link}")):
        for href in re.findall(r'href="([^"]*)"', markup):
            assert markdown.is_safe(href)
            assert not re.match(r"(?i)\s*(javascript|data|vbscript|file):", href)


@settings(deadline=None)
@given(st.text("javscript:/\\&#%0x;9 \t\n<>()dt", max_size=30))
def test_no_disguise_makes_an_unsafe_link(target: str) -> None:
    """However an address is written, a page links to https, http, mailto or itself only."""
    for body in (f"[a]({target})", f"[a](<{target}>)", f"<{target}>", f"[a]: {target}\n\n[a]"):
        for href in lxml_html.fragment_fromstring(html(body), create_parent="div").xpath("//@href"):
            plain = re.sub(r"[\x00-\x20]", "", href).replace("\\", "/")
            assert not plain.startswith("//")
            scheme = re.match(r"([a-zA-Z][a-zA-Z0-9+.-]*):", plain)
            assert not scheme or scheme[1].lower() in ("https", "http", "mailto")


def test_pictures_are_links() -> None:
    """A picture from another host is a problem with the link to write instead."""
    (problem,) = problems("a\n\nb ![Aula](https://contoh.id/a.jpg)", "a.md", 10)
    assert problem.code == "image"
    assert problem.values["mended"] == "[Aula](https://contoh.id/a.jpg)"
    assert (problem.span.line, problem.span.column) == (12, 3)


def test_what_would_be_left_out() -> None:
    """Table cells, definitions and fence text that the page would not show are problems."""
    table = "| a | b |\n|---|---|\n| 1 | 2 |\n"
    assert codes(table) == []
    assert codes(f"{table}| 1 | 2 | 3 |\n") == ["wide-row"]
    assert codes(f"{table}| 1 \\| 2 | 3 |\n") == []
    assert codes("[Catatan]: rapat\n\nx") == ["unused-reference"]
    assert codes("[a]: https://a.id\n[A]: https://b.id\n\n[a]") == ["unused-reference"]
    assert codes("[a]: https://a.id\n\n[a]") == []
    assert codes("``` a b\nx\n```") == ["fence-text"]


@pytest.mark.parametrize("unit", ["> ", "- ", "1. ", "* > "])
def test_deep_nesting(unit: str) -> None:
    """What is nested too deeply for the parser is a problem; what is not, is on the page."""
    for depth in range(1, 160):
        body = f"{unit * depth}isi"
        assert codes(body) == ["too-deep"] or "isi" in words(html(body))
    assert codes(f"{unit * 159}isi") == ["too-deep"]
    assert codes(f"{unit * 6}isi") == []


def test_deep_nesting_over_lines() -> None:
    """Nesting that grows line by line is seen too."""
    deep = "\n".join(f"{'  ' * n}- isi{n}" for n in range(80))
    assert "too-deep" in codes(deep)


@pytest.mark.parametrize("above", [-1, 0, 1])
def test_brackets(above: int) -> None:
    """A body may have so many brackets and no more."""
    assert codes("[" * (BRACKETS + above)) == (["too-complex"] if above > 0 else [])


def test_output_is_bounded() -> None:
    """Neither references nor tables make a page much larger than its text."""
    reference = f"[a]: https://contoh.id/{'u' * 30000}\n\n" + "[a] " * 2000
    assert codes(reference) == ["too-large"]
    table = f"{'|a' * 300}|\n{'|-' * 300}|\n" + "|x\n" * 2000
    assert codes(table) == ["too-complex"]
    assert codes("| a | b |\n|---|---|\n" + "| 1 | 2 |\n" * 100) == []


@settings(deadline=None)
@given(SIGNS)
def test_any_body(body: str) -> None:
    """No body ends the program, and every problem shows a line of it."""
    html(body)
    lines = body.split("\n")
    for problem in problems(body, "a.md", 10):
        assert problem.span.text == lines[problem.span.line - 10]
        assert problem.span.column <= len(problem.span.text) + 1
