"""Finding: every mention of a text, in order, whatever shape the list has."""

import pytest

from digest.draft.finder import Finder
from digest.draft.place import Places
from digest.draft.token import sentences
from digest.regency import load

PLACES = Places(load())


def named(text: str) -> list[str]:
    mentions = Finder(text, sentences(text, [(0, len(text))]), PLACES).mentions()
    return [each.name_text for each in mentions if each.name_text and each.anchored]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Petani asal Desa Sukamaju, Karto, berharap pupuk ada.", ["Karto"]),
        ("Seorang warga bernama Paijo bertanya.", ["Paijo"]),
        ("Tuminah (52), warga Dusun Krajan, menerima bantuan.", ["Tuminah"]),
        ("Rina Kartika, seorang guru PAUD, menyampaikan usulan.", ["Rina Kartika"]),
        ("Hadir antara lain Budi Hartono, Agus Salim, dan Candra Wijaya.",
         ["Budi Hartono", "Agus Salim", "Candra Wijaya"]),
        ("Sidang yang diketuai Purwanta, S.H. ditunda.", ["Purwanta"]),
        ("Kasat Lantas AKP Dwi Contoh, STK, SIK, MH menjelaskan.", ["Dwi Contoh"]),
        ('Ketua Karang Taruna "Bina Remaja" Andri Wibowo hadir.', ["Andri Wibowo"]),
        ("Ketua Gapoktan Sri Rejeki, Pak Darmo, menyerahkan proposal.", ["Darmo"]),
        ("Menurut Lurah Pasar Baru, Dedi Supriadi, warganya antusias.", ["Dedi Supriadi"]),
        ("Kegiatan diinisiasi dr. Anisa Contoh, kepala Puskesmas Maje.", ["Anisa Contoh"]),
        ("Hadir dua anggotanya, Lesti Ardila dan Frengki Saputra.",
         ["Lesti Ardila", "Frengki Saputra"]),
    ],
)  # fmt: skip
def test_people_are_found_without_rank_or_office(text: str, names: list[str]) -> None:
    """Farmers, children and committee members are named in many ways, and all are found."""
    assert named(text) == names


def test_small_pak_and_bu_stand_before_a_name() -> None:
    """In speech they are titles as well; before an office they are none."""
    text = "Hadir pula pak Budi Contoh, bu Siti Misal, pak bupati dan bu camat."
    assert named(text) == ["Budi Contoh", "Siti Misal"]


def test_a_hostile_list_is_cut_off() -> None:
    """Thousands of names cost no more than several hundred."""
    text = "Kapolres Kaur AKBP Budi Contoh, " * 1500
    assert len(named(text)) <= 600


@pytest.mark.parametrize(
    ("text", "position"),
    [
        ("Dari Bawaslu Kota Palu, Budi Contoh menerangkan larangan.", "Bawaslu Kota Palu"),
        ("Salam disampaikan Bapak Karto dari perangkat desa.", "perangkat desa"),
        ("Usul datang dari Rina Contoh dari kalangan pelajar.", "pelajar"),
        ("Ketua KAN Kinali, Rahmat Dt. Andomo, mengaku senang.", "Ketua KAN Kinali"),
        ("Hadir Danyon Arhanud 6/BAY Letkol Arh Agus Misal.", "Danyon Arhanud 6/BAY"),
        ("Duta Besar Inggris untuk Indonesia, Dominic Contoh, hadir.", "Duta Besar Inggris"),
        ("Budi Contoh terpilih secara aklamasi sebagai Ketua PMI Kaur.", "Ketua PMI Kaur"),
        ("Tim diterima Edi Contoh yang hari itu menjadi Plh Kalapas.", "Plh Kalapas"),
        ("Hadir Pdt. Robinson Contoh, M.Th, Bishop GKLI.", "Bishop GKLI"),
        ("KRT Budi Contoh, Penghageng Kawedanan Uji, menjelaskan.", "Penghageng Kawedanan Uji"),
    ],
)
def test_an_office_may_be_a_body_or_stand_behind_small_words(text: str, position: str) -> None:
    """`Dari KPU`, `dari kalangan`, `untuk Indonesia`, `yang hari itu menjadi`."""
    rows = sentences(text, [(0, len(text))])
    found = [each for each in Finder(text, rows, PLACES).mentions() if each.name_text]
    assert found[0].position == position


def test_no_name_begins_inside_an_area() -> None:
    """`Tulang` is a title, yet `Tulang Bawang Barat` is a regency and nobody's uncle."""
    assert named("Tokoh pemuda dari Tulang Bawang Barat menyoal pengamanan.") == []
    assert named("Ketua KNPI Tulang Bawang Barat Budi Santoso hadir.") == ["Budi Santoso"]
