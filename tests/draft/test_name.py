"""Names: ranks and honorifics on the left, degrees on the right, neither in the name."""

import pytest

from digest.draft.name import degrees_end, is_part, name_end, noun, title_end
from digest.draft.token import Sentence, sentences


def row(text: str) -> Sentence:
    return sentences(text, [(0, len(text))])[0]


@pytest.mark.parametrize(
    ("text", "title", "name", "rest"),
    [
        ("AKBP M. Budi Contoh berkata", "AKBP", "M. Budi Contoh", ""),
        ("Komisaris Besar Polisi Amin hadir", "Komisaris Besar Polisi", "Amin", ""),
        ("Letkol Inf Dedi Uji Coba, S.I.P, hadir", "Letkol Inf", "Dedi Uji Coba", ", S.I.P"),
        ("Irjen Pol (Purn) Drs. H. Amin, M.Si hadir", "Irjen Pol (Purn) Drs. H.", "Amin", ", M.Si"),
        ("Hj. Siti Misal SPd.i serta", "Hj.", "Siti Misal", "SPd.i"),
        ("dr. Rina Umpama, Sp.A. hadir", "dr.", "Rina Umpama", ", Sp.A."),
        ("K.H Amin bin Ali hadir", "K.H", "Amin bin Ali", ""),
        ("Sertu A Sutija hadir", "Sertu", "A Sutija", ""),
        ("Nyonya Hj, Siti Misal hadir", "Nyonya Hj,", "Siti Misal", ""),
        ("Drs, H. Amin Uji hadir", "Drs, H.", "Amin Uji", ""),
        ("Dr. (Cand.) Ir. H. Amin, M.Si hadir", "Dr. (Cand.) Ir. H.", "Amin", ", M.Si"),
        ("Hj. Siti Misal. WA, MM hadir", "Hj.", "Siti Misal. WA", ", MM"),
        ("AKP Budi wijaya hadir", "AKP", "Budi wijaya", ""),
        ("AKP Budi lalu hadir", "AKP", "Budi", ""),
        ("Kompol I Wayan Misal, SH., MH. hadir", "Kompol", "I Wayan Misal", ", SH., MH."),
    ],
)
def test_borders_of_a_name(text: str, title: str, name: str, rest: str) -> None:
    """Rank and degrees stand beside the name, never in it."""
    sentence = row(text)
    first = title_end(sentence, 0)
    last = name_end(sentence, first)
    after = degrees_end(sentence, last)

    def words(start: int, end: int) -> str:
        tokens = sentence.tokens[start:end]
        return text[tokens[0].start : tokens[-1].end] if tokens else ""

    assert (words(0, first), words(first, last), words(last, after)) == (title, name, rest)


@pytest.mark.parametrize(
    "text", ["Pemilu serentak", "Rabu siang", "Menggelar rapat", "Kebersihan kota", "Bawaslu hadir"]
)
def test_capitals_are_not_enough(text: str) -> None:
    """Days, bodies, verbs of a headline and abstract nouns are nobody's name."""
    assert not is_part(row(text), 0)


def test_an_initial_may_end_a_name() -> None:
    """`Tri Rusman P.` keeps its initial, and the next sentence's first word stays out."""
    sentence = row("Serka Tri Contoh P. Pengibar Bendera")
    assert name_end(sentence, 1) == 4


def test_abstract_nouns_are_known_by_their_form() -> None:
    """A word such as `Pemerataan` belongs to an office though no list has it."""
    assert noun("pemerataan")
    assert not noun("karyawan")
