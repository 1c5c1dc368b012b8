"""Words and sentences: cut where a reader of Indonesian would cut."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.draft.token import sentences, tokens


def cut(text: str) -> list[str]:
    return [text[row.start : row.end] for row in sentences(text, [(0, len(text))])]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Kompol. Pol. Budi", ["Kompol", ".", "Pol.", "Budi"]),
        ("Sari, S.Sos., M.Si", ["Sari", ",", "S.Sos.", ",", "M.Si"]),
        ("M.Syahrul dan H.Adan", ["M.", "Syahrul", "dan", "H.", "Adan"]),
        ("Ketua Tb. Ahmad", ["Ketua", "Tb.", "Ahmad"]),
        ("Kodim 0808/Blitar", ["Kodim", "0808/Blitar"]),
        ("Rifa'i, Jum’at", ["Rifa'i", ",", "Jum’at"]),
    ],
)
def test_abbreviations_keep_their_full_stop(text: str, words: list[str]) -> None:
    """Degrees and initials are one word each, and a missing blank does not glue names."""
    assert [token.text for token in tokens(text)] == words


def test_offsets_point_into_the_text() -> None:
    """What is shown as evidence is what the article says."""
    text = "Bupati, Ir. Contoh."
    assert all(text[token.start : token.end] == token.text for token in tokens(text))


def test_sentences_end_where_a_new_one_begins() -> None:
    """A full stop inside a title or a number ends nothing."""
    assert cut('Hadir Drs. H. Amin. Ia berkata, "Mari." Rapat pukul 09.00 selesai.') == [
        "Hadir Drs. H. Amin.",
        'Ia berkata, "Mari."',
        "Rapat pukul 09.00 selesai.",
    ]


def test_a_degree_may_end_a_sentence() -> None:
    """`…, S.H., M.H. Turut hadir` is two sentences."""
    assert cut("Dibuka Budi Contoh, S.H., M.H. Turut hadir camat.") == [
        "Dibuka Budi Contoh, S.H., M.H.",
        "Turut hadir camat.",
    ]


def test_quoted_words_are_marked() -> None:
    """Who is named in somebody's words can be told from who was there."""
    found = {token.text: token.quoted for token in tokens("“Salam,” kata Budi")}
    assert found["Salam"]
    assert not found["Budi"]


@given(st.text(max_size=300))
def test_no_text_breaks_the_cutting(text: str) -> None:
    """Any text is cut without loss of order, each word once."""
    found = tokens(text)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(text[token.start : token.end] == token.text for token in found)


def test_a_small_word_written_together_with_a_name_is_parted() -> None:
    """Pages lose spaces: `diLapangan Uji`."""
    assert [token.text for token in tokens("digelar diLapangan Uji")] == [
        "digelar",
        "di",
        "Lapangan",
        "Uji",
    ]
