"""The YAML writer: whatever is written reads back as the text it was."""

from typing import cast

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from digest.charset import check
from digest.frontmatter import Fields, Items, Kind, Node, parse
from digest.yaml import Value, comment, scalar, yaml_text

ANY_TEXT = st.text(st.characters(exclude_categories=["Cs"]))
# Text that is likely to be mistaken for something else.
TRICKY = st.text(st.sampled_from("ab1 \t\n\r:#-?!|>'\"{}[]&*%@`,.~=<\\/\x85\u2028\ufeff\xa0\x00_"))
TEXT = st.one_of(ANY_TEXT, TRICKY)
KEYS = TEXT.filter(lambda key: len(key) < 100)
VALUES = st.recursive(
    TEXT,
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(KEYS, inner, max_size=4)),
    max_leaves=12,
)


def read(text: str) -> object:
    """Read YAML as this program does: every scalar is the text typed."""
    return yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 - the loader that makes only text


def read_fast(text: str) -> object:
    """Read the same with libyaml, whose rules differ at the edges."""
    return yaml.load(text, Loader=yaml.CBaseLoader)  # noqa: S506 - likewise


@given(st.dictionaries(KEYS, VALUES, max_size=5))
def test_any_mapping_reads_back_equal(mapping: dict[str, Value]) -> None:
    """An editor finds in the file exactly what was put in, whatever it was."""
    text = yaml_text(mapping)
    assert read(text) == mapping
    assert read_fast(text) == mapping


@given(TEXT, TEXT)
def test_text_reads_back_inside_front_matter(title: str, body: str) -> None:
    """A value never ends the front matter early and never becomes a key."""
    text = yaml_text({"title": title, "deep": [{"body": body}], "end": "x"})
    assert "---" not in text.split("\n")
    assert read_fast(text) == {"title": title, "deep": [{"body": body}], "end": "x"}


def values(node: Node) -> object:
    """Give what our own reader found, without the places."""
    if isinstance(node, Fields):
        return {key.value: values(each) for key, each in node.entries}
    if isinstance(node, Items):
        return [values(each) for each in node.items]
    return node.value


@given(st.lists(TEXT.filter(lambda text: check(text) is None), max_size=4))
def test_our_own_reader_agrees(texts: list[str]) -> None:
    """What is written is read back by this very program, without a single problem."""
    mapping: dict[str, Value] = {"title": "Rapat", "topics": [*texts], "places": [{"venue": "a"}]}
    for kind, text in (
        ("yaml", yaml_text(mapping)),
        ("md", f"---\n{yaml_text(mapping)}---\nIsi.\n"),
    ):
        (document,), problems = parse(f"content/a.{kind}", text.encode(), cast("Kind", kind))
        assert problems == ()
        assert values(document.fields) == mapping


@given(TEXT)
def test_remarks_change_nothing(remark: str) -> None:
    """Whatever a remark says, the values stay what they are."""
    mapping: dict[str, Value] = {"a": "x", "b": [{"c": "y", "d": ["z"]}, "w"], "e": {"f": "v"}}
    paths = ("a", "b", "b[0]", "b[0].c", "b[0].d", "b[0].d[0]", "b[1]", "e.f", "nowhere")
    text = yaml_text(mapping, dict.fromkeys(paths, remark))
    assert read(text) == mapping
    assert read_fast(text) == mapping


@given(TEXT)
def test_a_remark_is_one_line(remark: str) -> None:
    """No line break or invisible character of an article gets out of a comment."""
    line = comment(remark)
    assert line.startswith("#")
    assert line.isprintable()


@pytest.mark.parametrize(
    "text",
    [
        "2023-11-29",
        "32.10",
        "no",
        "null",
        "012",
        "14.30",
        "Kapolres Indramayu",
        "H. Abdul, S.Pd.",
        "https://contoh.id/a?b=c&d=e",
    ],
)
def test_common_text_stays_bare(text: str) -> None:
    """A file reads like a form, not like code: quotes only where YAML needs them."""
    assert scalar(text) == text
    assert read(f"k: {scalar(text)}") == {"k": text}


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("", "''"),
        ("Dialog: Nataru", "'Dialog: Nataru'"),
        ("a #b", "'a #b'"),
        ("@x", "'@x'"),
        ("-", "'-'"),
        ("- x", "'- x'"),
        ("...", "'...'"),
        ("it's: so", '"it\'s: so"'),
        ("a\x00b", '"a\\0b"'),
        ("a\u2028b", '"a\\u2028b"'),
        (" a", "' a'"),
    ],
)
def test_what_yaml_would_misread_is_quoted(text: str, written: str) -> None:
    """Colons, hashes, indicators and invisible characters survive a round trip."""
    assert scalar(text) == written


def test_layout_is_readable() -> None:
    """A draft looks as a person would have typed it, remarks above their fields."""
    mapping: dict[str, Value] = {
        "title": "Rapat",
        "places": [{"regency": "Kabupaten Contoh", "venue": "Aula"}],
        "topics": ["pemilu", "nataru"],
        "empty": [],
        "body": "Satu.\n\nDua.\n",
    }
    remarks = {"places[0].regency": "periksa", "places[0].venue": "baris satu\nbaris dua"}
    assert yaml_text(mapping, remarks) == (
        "title: Rapat\n"
        "places:\n"
        "  # periksa\n"
        "  - regency: Kabupaten Contoh\n"
        "    # baris satu\n"
        "    # baris dua\n"
        "    venue: Aula\n"
        "topics:\n"
        "  - pemilu\n"
        "  - nataru\n"
        "empty: []\n"
        "body: |\n"
        "  Satu.\n"
        "\n"
        "  Dua.\n"
    )


def test_nothing_is_an_empty_mapping() -> None:
    """An empty mapping is written as one."""
    assert yaml_text({}) == "{}\n"


def test_a_lone_surrogate_is_refused() -> None:
    """Text that no file can hold is refused rather than altered."""
    for text in ("\ud800", "a\n\udfff"):
        with pytest.raises(ValueError, match="surrogate"):
            yaml_text({"a": text})


def test_an_absurd_key_is_refused() -> None:
    """A key longer than readers look ahead is refused rather than lost."""
    with pytest.raises(ValueError, match="513 characters"):
        yaml_text({"k" * 513: "v"})
