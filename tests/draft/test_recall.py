"""Offices that the next sentence tells."""

import pytest

from digest.draft.finder import Finder
from digest.draft.place import Places
from digest.draft.recall import deputies, recalled
from digest.draft.token import sentences
from digest.draft.who import Person, people
from digest.regency import load

PLACES = Places(load())


def first(text: str) -> Person:
    rows = sentences(text, [(0, len(text))])
    return people(Finder(text, rows, PLACES).mentions(), rows)[0]


@pytest.mark.parametrize(
    ("text", "office", "of"),
    [
        ("Masukan datang dari Budi Contoh. Dokter jaga RSUD Kaur itu mengusulkan rambu.",
         "dokter jaga RSUD Kaur", "RSUD Kaur"),
        ("Giliran Ustaz Budi Contoh. Imam langgar di Desa Maje itu berbicara.",
         "imam langgar", None),
        ("Tuan rumah, Budi Contoh, menyapa. Kepala Dinas Sosial Kaur itu berharap banyak.",
         "Kepala Dinas Sosial Kaur", "Dinas Sosial Kaur"),
        ("Kata Budi Contoh, hujan turun. Camat Maje Amin Misal itu tertawa.", None, None),
        ("Kata Budi Contoh, hujan turun. Petani menanam jagung itu.", None, None),
    ],
)  # fmt: skip
def test_the_next_sentence_tells_the_office(text: str, office: str | None, of: str | None) -> None:
    """`Dokter jaga itu` is who was named last, if nobody is named in between."""
    person = first(text)
    assert (person.position, person.organisation) == (office, of)


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("Tuan rumah Budi Contoh yang menjabat Kepala BPS Kaur berbicara.", "Kepala BPS Kaur"),
        ("AKP Budi Contoh (Kasatbintahwil) hadir.", "Kasatbintahwil"),
        ("Hadir bhabinkamtibmas Aipda Budi Contoh.", "bhabinkamtibmas"),
        ("Hadir Budi Contoh, sang Wakil Bupati Kaur.", "Wakil Bupati Kaur"),
        ("Hadir Budi Contoh yang tak lain Ketua KPU Kaur.", "Ketua KPU Kaur"),
        ("Ketua FKMT Kecamatan Maje, Ruslim menyebutkan angka.", "Ketua FKMT Kecamatan Maje"),
        (
            "Budi Contoh, manajer humas PT Gunung Asri Jaya, hadir.",
            "manajer humas PT Gunung Asri Jaya",
        ),
        ("Ka.KUA Kecamatan Maje, Budi Contoh, hadir.", "Ka.KUA Kecamatan Maje"),
    ],
)
def test_an_office_has_many_places_beside_a_name(text: str, office: str) -> None:
    """What somebody is for the day gives way to the office; brackets and small letters hold one."""
    assert first(text).position == office


def test_a_noun_that_points_back_is_read_to_its_end() -> None:
    """Without what it is made of or from where; a sentence with a name in it points nowhere."""
    text = "Budi Contoh tiba. Dokter jaga asal Maje itu bicara."
    rows = sentences(text, [(0, len(text))])
    found = recalled(rows, 1, ())
    assert found is not None
    assert found[0] == "dokter jaga"
    assert recalled(rows, 1, (1,)) is None
    assert recalled(rows, 2, ()) is None


def test_a_deputy_has_the_office_named_before() -> None:
    """`Wakilnya` of a Kapolres is the Wakapolres."""
    text = "Kapolres Kaur AKBP Budi Contoh pulang. Wakilnya, Kompol Amin Misal, tinggal."
    rows = sentences(text, [(0, len(text))])
    found = list(deputies(Finder(text, rows, PLACES).mentions()))
    assert [each.position for each in found] == ["Kapolres Kaur", "Wakapolres Kaur"]
