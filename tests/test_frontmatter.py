"""Reading files into located text."""

import threading

import pytest
import yaml
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from digest import node
from digest.frontmatter import BODY, DEPTH, FILE, HEADER, Document, Fields, Items, Kind, Text, parse
from digest.problem import Problem
from digest.yaml import yaml_text


def read(header: str, body: str = "Isi.\n") -> tuple[Document, tuple[Problem, ...]]:
    """Read one document with front matter."""
    documents, problems = parse("a.md", f"---\n{header}---\n{body}".encode(), "md")
    assert len(documents) == 1
    return documents[0], problems


def codes(data: str | bytes, kind: Kind = "md") -> list[str]:
    """Give the codes of the problems of a file."""
    raw = data if isinstance(data, bytes) else data.encode()
    return [problem.code for problem in parse("a", raw, kind)[1]]


def values(document: Document) -> dict[str, str]:
    """Give the texts of the top level."""
    return {key.value: node.value for key, node in document.fields.entries if type(node) is Text}


@pytest.mark.parametrize(
    "typed",
    [
        "20:30",
        "012",
        "03212",
        "no",
        "NO",
        "1e3",
        "~",
        "32.10",
        "null",
        "0x1F",
        "2023-11-29",
        "+1",
        "1_000",
        "true",
        ".5",
        "=",
        "Rp10.000,00",
        "a:b",
        "a#b",
        "https://contoh.id/#x",
    ],
)
def test_plain_values_keep_their_characters(typed: str) -> None:
    """What an editor types without quotes arrives as typed."""
    document, problems = read(f"title: {typed}\nplaces: [{{regency: 'x'}}]\n")
    assert not problems
    assert values(document)["title"] == typed


@settings(deadline=None)
@given(st.dictionaries(st.from_regex(r"[a-z]{1,8}", fullmatch=True), st.text(max_size=60)))
def test_what_we_write_reads_back(typed: dict[str, str]) -> None:
    """Any text that `digest new` writes is read back equal, or refused for a character in it."""
    document, problems = read(yaml_text(typed) if typed else "")
    refused = {problem.code for problem in problems}
    assert refused <= {"bad-character"}
    if not refused:
        assert values(document) == typed


@settings(deadline=None)
@given(st.text(st.characters(exclude_categories=("C", "Z"), include_characters=" "), min_size=1))
def test_no_word_of_a_value_is_lost(typed: str) -> None:
    """A title arrives as typed, or the editor is told, whatever signs are in it."""
    typed = typed.strip()
    assume(typed and typed[0] not in "\"'[{|>")
    documents, problems = parse("a.md", f"---\ntitle: {typed}\n---\n".encode(), "md")
    if problems:
        return
    ((key, node),) = documents[0].fields.entries
    assert type(node) is Text
    assert key.value == "title"
    assert node.value == typed or node.cut


@settings(deadline=None)
@given(st.binary(max_size=300), st.sampled_from(["md", "yaml"]))
def test_any_bytes_are_read(data: bytes, kind: Kind) -> None:
    """No file ends the program, and a file that gives nothing has a problem or is blank."""
    for framed in (data, b"---\n" + data + b"\n---\n"):
        documents, problems = parse("a", framed, kind)
        assert documents or problems or not framed.strip() or kind == "yaml"


@settings(deadline=None)
@given(st.text("ab:-[]{}\"'#&*!|>%@`?, \n\t", max_size=80))
def test_any_signs_are_read(header: str) -> None:
    """No mixture of the signs of YAML ends the program, and each problem shows its line."""
    text = f"---\n{header}\n---\n"
    for problem in parse("a", text.encode(), "md")[1]:
        assert problem.span.text in text.split("\n")


@pytest.mark.parametrize("size", [10**3, 10**4, 10**5, 10**6])
@pytest.mark.parametrize("unit", ["[", "{", "- ", "? ", "[\n", "{a: ", "- [", "&a [", '"'])
def test_deep_nesting_is_refused(unit: str, size: int) -> None:
    """Nesting of any depth is a problem even where the stack is small, never a crash."""
    found: list[list[str]] = []
    data = unit * (size // len(unit))
    threading.stack_size(512 * 1024)
    try:
        thread = threading.Thread(
            target=lambda: found.extend([codes(data, "yaml"), codes(f"---\n{data}\n---\n")])
        )
        thread.start()
        thread.join()
    finally:
        threading.stack_size(0)
    assert all(found)
    assert len(found) == 2


@pytest.mark.parametrize("above", [-1, 0, 1])
def test_depth_limit(above: int) -> None:
    """Lists may be nested as deep as the limit says, and no deeper."""
    depth = DEPTH - 1 + above  # the front matter itself is one
    document = f"---\na: {'[' * depth}x{']' * depth}\n---\n"
    assert codes(document) == (["too-deep"] if above > 0 else [])


@pytest.mark.parametrize(
    ("header", "code"),
    [
        ("a: &x [1]\nb: *x\n", "yaml-anchor"),
        ("a: &a [*a]\n", "yaml-anchor"),
        ("a: &x {b: c}\nd:\n  <<: *x\n", "yaml-merge"),
        ("a: !!python/object:os.system x\n", "yaml-tag"),
        ("a: !!str 1\n", "yaml-tag"),
        ("a: b\na: c\n", "duplicate-key"),
        ("a:\n  - b: 1\n    c: 2\n    b: 3\n", "duplicate-key"),
        ("? [a]\n: b\n", "complex-key"),
    ],
)
def test_what_yaml_would_construct(header: str, code: str) -> None:
    """Nothing in a file points elsewhere, runs code, merges or hides a repeated key."""
    assert code in codes(f"---\n{header}---\n")


def test_bombs_are_refused_without_being_built() -> None:
    """An alias bomb costs no more than reading it."""
    bomb = "a0: &a0 [x]\n" + "".join(
        f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 30)
    )
    assert set(codes(f"---\n{bomb}---\n")) == {"yaml-anchor"}


def test_duplicate_names_both_lines() -> None:
    """A repeated key is told with the lines of both."""
    _, problems = read("title: a\ndate: b\ntitle: c\n")
    (problem,) = problems
    assert (problem.values["first"], problem.values["second"]) == ("2", "4")
    assert (problem.span.line, problem.span.column, problem.span.length) == (4, 1, 5)


def test_second_document_is_refused() -> None:
    """A second document in a file is not passed over in silence."""
    assert codes("a: b\n---\nc: d\n", "yaml") == ["several-documents"]
    assert codes("---\na: b\n", "yaml") == []


@pytest.mark.parametrize(
    ("data", "offset", "line", "column"),
    [
        (b"---\ntitle: caf\xe9\n---\n", "14", 2, 11),
        (b"\xef\xbb\xbf---\r\nx: \xc3\xa9 \xff\r\n---\r\n", "14", 2, 6),
        (b"---\r\ra: b\r---\rab\xf0\x9f", "16", 5, 3),
    ],
)
def test_bytes_that_are_not_utf8(data: bytes, offset: str, line: int, column: int) -> None:
    """A byte that is no UTF-8 is told with its offset and its place."""
    (problem,) = [each for each in parse("a.md", data, "md")[1] if each.code == "not-utf8"]
    assert problem.values["offset"] == offset
    assert (problem.span.line, problem.span.column) == (line, column)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_other_encodings_are_named(encoding: str) -> None:
    """A file in another Unicode encoding is told to be just that."""
    assert codes("---\ntitle: café\n---\n".encode(encoding))[0] in ("not-utf8", "bad-character")


@pytest.mark.parametrize("end", ["\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_ends_and_mark_change_nothing(end: str, mark: str) -> None:
    """A file saved on any system gives the same document."""
    text = "---\ntitle: a\nsummary: >\n  b\n  c\n---\n\nIsi.\n\n- d\n"
    assert parse("a.md", (mark + text).replace("\n", end).encode(), "md") == parse(
        "a.md", text.encode(), "md"
    )


@pytest.mark.parametrize(
    "char",
    [
        "\x00",
        "\x07",
        "\x0b",
        "\x1b",
        "\x7f",
        "\x85",
        "\u2028",
        "\ufffe",
        "\uffff",
        "\ufdd0",
        "\U0001fffe",
        "\u202e",
        "\u2066",
        "\u200b",
        "\u200d",
        "\u2060",
        "\ufeff",
        "\u00ad",
        "\U000e0041",
        "\u3164",
    ],
)
def test_unseen_characters(char: str) -> None:
    """A character that cannot be seen or printed is a problem, raw, escaped, and in the body."""
    point = f"\\U{ord(char):08x}"
    assert codes(f"---\ntitle: a{char}b\n---\n") == ["bad-character"]
    assert codes(f'---\ntitle: "a{point}b"\n---\n') == ["bad-character"]
    assert codes(f"---\na: b\n---\na{char}b\n") == ["bad-character"]


def test_surrogates_cannot_be_escaped_in() -> None:
    """A lone surrogate does not get in by an escape."""
    assert codes('---\ntitle: "\\ud800"\n---\n')


@pytest.mark.parametrize("emoji", ["👨‍👩‍👧", "🏳️‍🌈", "👩🏽‍🌾", "❤️‍🔥", "🧔‍♂️"])
def test_joined_emoji_are_text(emoji: str) -> None:
    """A picture made of several stays whole."""
    document, problems = read(f"title: a {emoji}\n", f"{emoji}\n")
    assert not problems
    assert values(document)["title"] == f"a {emoji}"
    assert document.body == emoji


@pytest.mark.parametrize("above", [-1, 0, 1])
def test_size_limits(above: int) -> None:
    """Body, front matter and file may be as large as the limits say, and no larger."""
    wanted = ["too-large"] if above > 0 else []
    assert codes("---\na: b\n---\n" + "é" * (BODY // 2 - 1) + "x" * (2 + above)) == wanted
    assert codes(f"---\n#{'x' * (HEADER - 3 + above)}\n---\n") == wanted
    assert codes("#" * (FILE + above), "yaml") == wanted


def test_places_of_nodes() -> None:
    """Keys and values know where they stand, below the first line and in characters."""
    document, _ = read('títle: "é" \nplaces:\n  - regency: x\n')
    (title, text), (_, places) = document.fields.entries
    assert (title.line, title.column, title.length) == (2, 1, 5)
    assert isinstance(text, Text)
    assert (text.line, text.column, text.length, text.style) == (2, 8, 3, '"')
    assert isinstance(places, Items)
    (place,) = places.items
    assert isinstance(place, Fields)
    assert (place.line, place.column) == (4, 5)


def test_body_and_its_line() -> None:
    """The body starts at its first line of text, as typed, fences in it included."""
    document, problems = read("a: b\n", "\n\n  {{7*7}}\n---\n{% include x %}\n\n")
    assert not problems
    assert document.body == "  {{7*7}}\n---\n{% include x %}"
    assert document.body_line == 6


@pytest.mark.parametrize(
    "header",
    [
        "title: Dialog: Nataru\nid: @x\n",
        "a:\n\t- b\nd: [Ralat] x\n",
        "title: x\ntitle: y\n",
        "a: *b\nc: &d e\nf: !x g\n",
        "a: b # c\ne: #f\n",
        "[[[[[[[[[[\n",
        'a: "b\nc: d\n',
        "a: |\n  x\n\n  y\nb: >-\n  x\n  y\n",
    ],
)
def test_both_parsers_tell_the_same(header: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the quick parser is not installed, an editor is told the same."""
    data = f"---\n{header}---\nIsi.\n".encode()
    quick = parse("a.md", data, "md")
    monkeypatch.setattr(node, "_LOADER", yaml.SafeLoader)
    assert parse("a.md", data, "md") == quick


def test_script_fence_is_no_front_matter() -> None:
    """A fence that asks for code is no fence."""
    assert codes("---js\ntitle: x\n---\n") == ["no-front-matter"]


def test_list_of_mappings() -> None:
    """A `.yaml` file holds one entry or many."""
    documents, problems = parse("a.yaml", b"- id: a\n- id: b\n", "yaml")
    assert [values(each) for each in documents] == [{"id": "a"}, {"id": "b"}]
    assert all(each.listed for each in documents)
    assert not problems


def test_several_faults_in_one_run() -> None:
    """Faults of syntax do not hide each other, nor what comes after them."""
    header = 'title: Dialog: Nataru\nsummary: "x" y\nvenue: @z\na: [b\n*: c\ndate: ok\n'
    found = codes(f"---\n{header}---\n")
    assert found[:4] == ["unquoted-colon", "text-after-quote", "reserved-character", "open-bracket"]


@pytest.mark.parametrize(
    ("line", "code", "mended"),
    [
        ("title: Dialog: Nataru", "unquoted-colon", "title: 'Dialog: Nataru'"),
        ('title: "x" y', "text-after-quote", "title: '\"x\" y'"),
        ("title: @x", "reserved-character", "title: '@x'"),
        ("title: `x`", "reserved-character", "title: '`x`'"),
        ("title: [Ralat] x", "open-bracket", "title: '[Ralat] x'"),
        ("title:x", "missing-space", "title: x"),
        ("title: - x", "reserved-character", "title: '- x'"),
        ('title: It\'s: "x"', "unquoted-colon", 'title: "It\'s: \\"x\\""'),
    ],
)
def test_mended_line(line: str, code: str, mended: str) -> None:
    """The hint is the mended line, and the mended line has no problem."""
    (problem,) = parse("a.md", f"---\n{line}\n---\n".encode(), "md")[1]
    assert (problem.code, problem.values["mended"]) == (code, mended)
    assert codes(f"---\n{mended}\n---\n") == []
