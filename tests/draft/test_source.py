"""Sources: bytes become text, or a clear reason why not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.charset import check
from digest.draft.source import TEXT_LIMIT, SourceError, article, clean, decode, is_html


@given(st.binary(max_size=300), st.none() | st.text(max_size=20))
def test_any_bytes_are_text_or_a_reason(data: bytes, charset: str | None) -> None:
    """No file makes the program stumble, whatever its bytes and its declared encoding."""
    try:
        decode(data, charset)
    except SourceError as error:
        assert error.code == "source-not-text"  # noqa: PT017 - either outcome is right


@given(st.text() | st.text(st.characters(categories=["Cc", "Cf", "Cs", "Cn", "Zl", "Zp"])))
def test_clean_text_can_be_written(text: str) -> None:
    """What is left of an article has one kind of line break and nothing invisible."""
    cleaned = clean(text)
    cleaned.encode("utf-8")
    assert check(cleaned) is None
    assert clean(cleaned) == cleaned


@pytest.mark.parametrize(
    ("data", "charset", "text"),
    [
        ("Jum’at".encode(), None, "Jum’at"),
        ("Jum’at".encode(), "iso-8859-1", "Jum’at"),
        ("\ufeffRapat".encode(), None, "Rapat"),
        ("Rapat’".encode("utf-16"), None, "Rapat’"),
        ("Jum’at".encode("cp1252"), None, "Jum’at"),
        ("Jum’at".encode("cp1252"), "ISO-8859-1", "Jum’at"),
        ("Café".encode("cp437"), "cp437", "Café"),
        (b'<meta charset="cp437">' + "Café".encode("cp437"), None, '<meta charset="cp437">Café'),
        ("“Jum’at”".encode() + b"\xff", None, "“Jum’at”\ufffd"),
        (b"<meta charset=utf-16>\xe9", None, "<meta charset=utf-16>é"),
        (b"\xe9", "no-such-charset", "é"),
        (b"\xe9", "base64", "é"),
    ],
)
def test_the_right_encoding_is_found(data: bytes, charset: str | None, text: str) -> None:
    """Names keep their letters whether the page tells its encoding, wrongly or not at all."""
    assert decode(data, charset) == text


@pytest.mark.parametrize("data", [b"\x00\x01\x02\x03" * 50, b"%PDF-1.7\n" + bytes(range(32)) * 9])
def test_a_picture_or_program_is_no_text(data: bytes) -> None:
    """A file of the wrong sort is refused by name instead of drafted from."""
    with pytest.raises(SourceError) as raised:
        article(data)
    assert raised.value.code == "source-not-text"


def test_invisible_characters_go() -> None:
    """Direction marks, zero-width and control characters never reach an entry."""
    assert clean("Ka\u200bbu\u202epa\x08ten\u00ad\r\nX\u2028Y\U000e0041\ud800") == "Kabupaten\nX\nY"


@pytest.mark.parametrize("data", [b"", b" \n\t\n", "\ufeff".encode()])
def test_an_empty_source_is_told(data: bytes) -> None:
    """An empty file is called empty."""
    with pytest.raises(SourceError) as raised:
        article(data)
    assert raised.value.code == "source-empty"


def test_the_limit_is_exact() -> None:
    """A text of the greatest size is read; one byte more is refused with the limit named."""
    assert len(article(b"x" * TEXT_LIMIT).text) == TEXT_LIMIT
    with pytest.raises(SourceError) as raised:
        article(b"x" * (TEXT_LIMIT + 1))
    assert (raised.value.code, raised.value.values) == ("source-too-large", {"limit": "256 KB"})


def test_evidence_counts_from_the_first_character() -> None:
    """Offsets of a draft are places in the file that the editor has open."""
    read = article(b"Judul\r\n\r\nIsi.", "https://example.org/a", "2024-01-24")
    assert (read.text, read.title) == ("Judul\n\nIsi.", None)
    assert (read.url, read.published) == ("https://example.org/a", "2024-01-24")


@pytest.mark.parametrize(
    ("data", "html"),
    [
        (b"<!DOCTYPE html><p>x", True),
        (b"\xef\xbb\xbf \n<!-- a --> <HTML>", True),
        (b'<?xml version="1.0"?><html>', True),
        (b"Judul\n<b>tebal</b>", False),
        (b"<3 rapat", False),
        (b"", False),
    ],
)
def test_a_page_is_told_from_a_text(data: bytes, *, html: bool) -> None:
    """What is piped in needs no name to be read the right way."""
    assert is_html(data) is html
