"""Apposition: callings behind a name, and words before one that only people follow."""

import pytest

from digest.draft import apposition
from digest.draft.finder import Finder
from digest.draft.place import Places
from digest.draft.token import Sentence, sentences
from digest.draft.who import people
from digest.regency import load

PLACES = Places(load())


def row(text: str) -> Sentence:
    return sentences(text, [(0, len(text))])[0]


def named(text: str) -> list[tuple[str, str | None, str | None]]:
    rows = sentences(text, [(0, len(text))])
    found = people(Finder(text, rows, PLACES).mentions(), rows)
    return [(each.name, each.title, each.position) for each in found]


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("pengepul sayur, menawarkan jalan tengah.", "pengepul sayur"),
        ("mahasiswi semester enam.", "mahasiswi semester enam"),
        ("pegiat Lembaga Uji, menerangkan", "pegiat Lembaga Uji"),
        ("dosen Universitas Sudirman yang meneliti", "dosen Universitas Sudirman"),
        ("perajin kain dari Uji", "perajin kain"),
    ],
)
def test_a_calling_is_read_to_its_end(text: str, noun: str) -> None:
    """The editor gets the whole of what somebody does, and not a word of the sentence behind."""
    sentence = row(text)
    end = apposition.common_end(sentence, 0)
    assert " ".join(token.text for token in sentence.tokens[:end]) == noun


@pytest.mark.parametrize(
    "text", ["pekan depan, kata dia", "pertemuan itu, kata dia", "warga menanam padi", "Ketua Uji,"]
)
def test_what_is_no_calling_is_left(text: str) -> None:
    """Weeks, meetings and whole clauses are nobody's position."""
    assert apposition.common_end(row(text), 0) == 0


@pytest.mark.parametrize(
    ("text", "people"),
    [
        (
            "Permintaan itu dijawab Hendro Misal, perwakilan gudang pembeli, yang menyanggupi.",
            [("Hendro Misal", None, "perwakilan gudang pembeli")],
        ),
        (
            "Ketua tidak datang dan diwakili staf pendistribusian Euis Umpama.",
            [("Euis Umpama", None, "staf pendistribusian")],
        ),
        (
            "Mbok Kasinem, penjual jamu, mengaku senang.",
            [("Kasinem", "Mbok", "penjual jamu")],
        ),
        (
            "Uji M Contoh bertamu ke kantor itu.",
            [("Uji M Contoh", None, None)],
        ),
        (
            "Musyawarah dipimpin Syahrial Dt. Panduko Contoh.",
            [("Syahrial", "Dt. Panduko Contoh", None)],
        ),
    ],
)
def test_people_without_an_office_are_found(
    text: str, people: list[tuple[str, str | None, str | None]]
) -> None:
    """Sellers, staff and elders are named as well as officials."""
    assert named(text) == people


@pytest.mark.parametrize(
    ("text", "people"),
    [
        (
            "Wakil Ketua Komisi B DPRD Jember Nurlaila Contoh mengatakan itu.",
            [("Nurlaila Contoh", None, "Wakil Ketua Komisi B DPRD Jember")],
        ),
        (
            "Asisten Daerah II Setda Cianjur Cecep Contoh hadir.",
            [("Cecep Contoh", None, "Asisten Daerah II Setda Cianjur")],
        ),
        (
            "Direktur PT Uji Lestari Makmur tidak datang.",
            [],
        ),
        (
            "Hadir Direktur Utama PT Uji Nusantara Jaya Bambang Contoh.",
            [("Bambang Contoh", None, "Direktur Utama PT Uji Nusantara Jaya")],
        ),
        (
            "Ketua STAI Al-Uji Dr. KH. Ahmad Contoh, M.Pd.I. membuka acara.",
            [("Ahmad Contoh", "Dr. KH.", "Ketua STAI Al-Uji")],
        ),
        (
            "Konsul Jenderal Jepang di Medan, Todd Contoh, datang melihat kebun.",
            [("Todd Contoh", None, "Konsul Jenderal Jepang")],
        ),
    ],
)
def test_the_end_of_an_office_is_not_in_the_name(
    text: str, people: list[tuple[str, str | None, str | None]]
) -> None:
    """Towns, firms and colleges stay with the office."""
    assert named(text) == people


def test_a_wife_is_not_her_husband() -> None:
    """She keeps her own title, he his rank, although her name has his in it."""
    text = "Brigjen TNI Wahyu Contoh tiba bersama Ny. Ratih Wahyu Contoh."
    assert named(text) == [
        ("Wahyu Contoh", "Brigjen TNI", None),
        ("Ratih Wahyu Contoh", "Ny.", None),
    ]


def test_a_son_is_not_his_father() -> None:
    """Who carries his father's name behind his own, and another office, is listed apart."""
    text = (
        "Haul KH Abdul Contoh, pendiri pesantren itu, digelar. "
        "Pengasuh Pondok Pesantren Uji, KH Muhammad Fadlil Abdul Contoh, hadir."
    )
    assert [each[0] for each in named(text)] == [
        "Abdul Contoh",
        "Muhammad Fadlil Abdul Contoh",
    ]


def test_a_short_form_is_no_second_person() -> None:
    """`Muyas` is Muyassarotul."""
    text = 'Penulis Muyassarotul Contoh hadir. "Mereka mengajari kita," kata Muyas.'
    assert [each[0] for each in named(text)] == ["Muyassarotul Contoh"]
