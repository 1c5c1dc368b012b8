"""Runs of capitals that no title announces: whether the slot they stand in is a person's."""

import pytest

from digest.draft.credit import leads, listed, person, plain
from digest.draft.finder import Finder
from digest.draft.place import Places
from digest.draft.token import Sentence, sentences
from digest.draft.who import people
from digest.regency import load

PLACES = Places(load())


def names(text: str) -> list[str]:
    rows = sentences(text, [(0, len(text))])
    mentions = Finder(text, rows, PLACES).mentions()
    return [each.name for each in people(mentions, rows)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ujiwata Contorang mengaku lega.", ["Ujiwata Contorang"]),
        ("Kini Ujiwata Contorang hanya duduk di teras.", ["Ujiwata Contorang"]),
        ("Siti Budi mengalahkan Ujiwata Contorang.", ["Siti Budi", "Ujiwata Contorang"]),
        ("Pidato disampaikan Ujiwata Contorang.", ["Ujiwata Contorang"]),
        ("Bagi Ujiwata Contorang, laut adalah dapur.", ["Ujiwata Contorang"]),
        ("Peserta lain, Ujiwata Contorang, membuat abon.", ["Ujiwata Contorang"]),
        ("Anaknya, Ujiwata, ikut melaut.", ["Ujiwata"]),
        ("Tampak hadir Ujiwata Contorang, Misalau Andaiwan, dan Budi.",
         ["Ujiwata Contorang", "Misalau Andaiwan", "Budi"]),
        ("Menurut Ujiwata, sumur itu kering.", ["Ujiwata"]),
        ("Beda dengan Siti Misalau, Ujiwata Contorang menetap.",
         ["Siti Misalau", "Ujiwata Contorang"]),
        ("Rapat dihadiri sekretaris umum Ujiwata Contorang kemarin.", ["Ujiwata Contorang"]),
        ("Datang pula Ujiwata Contorang dari kalangan nelayan.", ["Ujiwata Contorang"]),
        ("Ujiwata Contorang dan keluarganya mengungsi.", ["Ujiwata Contorang"]),
        ("Ujiwata Contorang putra dari Siti Misalau terpilih.",
         ["Ujiwata Contorang", "Siti Misalau"]),
        ("Rivalnya Siti Ujiwata absen.", ["Siti Ujiwata"]),
        ("Setiba di Misalau, Ujiwata Contorang disambut.", ["Ujiwata Contorang"]),
        ("Kue pertama untuk Siti Ujiwata.", ["Siti Ujiwata"]),
        ("Surat itu ditujukan kepada Budi.", ["Budi"]),
        ("Siti Ujiwata tak sependapat.", ["Siti Ujiwata"]),
        ("Jaksa Siti Adha Contorang menguraikan pasal.", ["Siti Adha Contorang"]),
        ("Hadir Camat Marga I G A Alit Contorang.", ["I G A Alit Contorang"]),
        ("Siti Ujiwata menjadi penyaji.", ["Siti Ujiwata"]),
        ("Ketua KPU Kabupaten Kaur Mari Budi menjelaskan.", ["Mari Budi"]),
        ("Pangaribuan, S.Ag., M.Pd. memimpin doa.", ["Pangaribuan"]),
        ("Tampak Aipda Budi, Danpos Ujiwata Contorang Ditpolair Polda Maluku.", ["Budi"]),
    ],
)  # fmt: skip
def test_unknown_names_are_found_by_their_slot(text: str, found: list[str]) -> None:
    """A verb, a preposition, a list or an apposition tells a person."""
    assert names(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Sinar Ujiwata Abadi memasok pupuk.",
        "Garuda Muda menang tipis.",
        "Kopi Ujiwata meluap dari cangkir.",
        "Ujiwata Contorang meletus lagi.",
        "Festival digelar Ujiwata Contorang.",
        "Ia bercerita kepada Lombok Post.",
        "Titik berangkatnya balai kota.",
        "Ujiwata menyebut angka itu keliru.",
        "Titik terang datang kemarin.",
        "Hadir pula anggota Kelompok Tani Maju Karya.",
        "Warga Kepulauan Raja Ampat akan memilih.",
        "Mereka berlatih di sanggar Siti Ujiwata.",
    ],
)
def test_things_are_no_people(text: str) -> None:
    """A plain word, a thing's verb, or one unknown word alone tell none."""
    assert names(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Kepala Desa Ujiwata Misalau Contorang berkata.", ["Misalau Contorang"]),
        ("Camat Ujiwata Budi berkata.", ["Budi"]),
        ("Camat Misalau Contorang berkata.", ["Misalau Contorang"]),
        ("Ketua PPK Ujiwata Budi Contorang berkata.", ["Budi Contorang"]),
        ("Bidan desa Ujiwata Misalau Contorang berkata.", ["Ujiwata Misalau Contorang"]),
        ("Lurah Misalau Contorang datang. Warga Misalau senang.", ["Contorang"]),
    ],
)
def test_a_run_behind_a_local_office_is_parted_by_weight(text: str, found: list[str]) -> None:
    """The usual length of names and what the rest of the article tells decide."""
    assert names(text) == found


def row(text: str) -> Sentence:
    return sentences(text, [(0, len(text))])[0]


@pytest.mark.parametrize(
    ("text", "start", "end", "is_person"),
    [
        ("Usul itu disampaikan Gunarti Contoh.", 3, 5, True),
        ("Menurut Wirotomo Contoh, hujan turun.", 1, 3, True),
        ("Rapat di Wirotomo Contoh ramai.", 2, 4, False),
        ("Lagu Wirotomo Contoh bergema.", 1, 3, False),
    ],
)
def test_the_slot_tells_a_person(
    text: str,
    start: int,
    end: int,
    is_person: bool,  # noqa: FBT001 - a column
) -> None:
    """`Disampaikan` and `menurut` want one; `di` and `lagu` do not."""
    assert person(row(text), start, end, end) is is_person


def test_a_word_of_the_language_opens_a_sentence() -> None:
    """`Wasit Uji Coba` names no Wasit."""
    assert plain("kabut")
    assert not plain("budi")
    assert not leads(row("Budi Contoh hadir."), 0)


def test_a_list_beside_a_person_names_people() -> None:
    """`Budi Santoso, Wirotomo Contoh dan …`."""
    sentence = row("Hadir Budi Santoso, Wirotomo Contoh, dan Siti Misal.")
    assert listed(sentence, (1, 3), 4, 6)
