"""Arrivals: who was received, who is still to come, whom a case is about."""

import pytest

from digest.draft.arrival import accused, prepared, received, spoken
from digest.draft.finder import Finder
from digest.draft.mention import Mention
from digest.draft.place import Places
from digest.draft.token import Sentence, sentences
from digest.regency import load

PLACES = Places(load())


def read(text: str) -> tuple[Sentence, list[Mention]]:
    rows = sentences(text, [(0, len(text))])
    return rows[0], Finder(text, rows, PLACES).mentions()


@pytest.mark.parametrize(
    ("text", "met"),
    [
        ("Warga menyambut kedatangan Bupati Kaur Budi Contoh dan Wakil Bupati Kaur Siti Misal.", 2),
        ("Warga bersiap menyambut kedatangan Bupati Kaur Budi Contoh.", 0),
        ("Warga menunggu kedatangan Bupati Kaur Budi Contoh.", 0),
    ],
)
def test_whose_arrival_is_met_was_there(text: str, met: int) -> None:
    """And whoever is named beside them; not those whom people only get ready for."""
    row, found = read(text)
    assert sum(received(row.words, each, found) for each in found) == met


def test_who_is_still_to_come_is_only_spoken_of() -> None:
    """`Persiapan kunjungan` tells of one who is not there yet."""
    row, found = read("Rapat membahas persiapan kunjungan kerja Kapolda Irjen Budi Contoh.")
    assert prepared(row.words, found[0])
    row, found = read("Dalam kunjungan itu Kapolda Irjen Budi Contoh berpesan.")
    assert not prepared(row.words, found[0])


def test_whom_a_case_is_about_is_only_spoken_of() -> None:
    """The doer of a crime is not there to tell of it."""
    row, found = read("Kasus korupsi oleh Kades Misal Budi Contoh dipaparkan.")
    assert accused(row, found[-1])
    row, found = read("Kasus korupsi dipaparkan Kapolres Kaur AKBP Budi Contoh.")
    assert not accused(row, found[-1])


def test_who_is_named_in_anothers_words_is_spoken_of() -> None:
    """Between quotation marks; not who says them."""
    row, found = read("“Kami percaya Pak Misal soal lahan,” kata Budi Contoh.")
    assert [spoken(row, each) for each in found if each.name_text] == [True, False]
