"""Homes: the body of an office that is named without it."""

import pytest

from digest.draft.body import body
from digest.draft.finder import Finder
from digest.draft.home import bodies
from digest.draft.place import Places
from digest.draft.token import sentences
from digest.draft.who import people
from digest.regency import load

PLACES = Places(load())


def belongs(text: str, sender: str | None = None) -> str | None:
    """Return the body of Budi Contoh."""
    rows = sentences(text, [(0, len(text))])
    persons = people(Finder(text, rows, PLACES).mentions(), rows)
    person = next(each for each in persons if each.name == "Budi Contoh")
    return body(person, persons, None, PLACES, named=bodies(persons, rows, PLACES), sender=sender)


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("Polres Kaur rapat. Kasat Binmas AKP Budi Contoh hadir.", "Polres Kaur"),
        ("Polsek Maje sambang. Bhabinkamtibmas Bripka Budi Contoh hadir.", "Polsek Maje"),
        ("Camat Maje Amin Misal hadir. Kasi Trantib Budi Contoh melapor.", "Kecamatan Maje"),
        ("Bawaslu Kaur rapat. Koordinator Divisi Hukum, Budi Contoh, hadir.", "Bawaslu Kaur"),
        ("DPRD Kaur sidang. Budi Contoh, anggota komisi, bertanya.", "DPRD Kaur"),
        ("Kepala Desa Maje Amin Misal dan Kadus Budi Contoh hadir.", "Desa Maje"),
        ("Babinsa Desa Maje Serda Budi Contoh dari rumah ke rumah. Koramil 02/Maje membantu.",
         "Koramil 02/Maje"),
        ("Babinsa Desa Maje Serda Budi Contoh datang.", None),
        ("Kejari Kaur datang. Budi Contoh, Jaksa Fungsional, berbicara.", "Kejaksaan Negeri Kaur"),
        ("Satgas Preemtif Polda Riau datang. Kasubsatgas Binmas AKBP Budi Contoh hadir.",
         "Polda Riau"),
        ("Ronda di Desa Sukamulya. Kepala Dusun Krajan, Budi Contoh, ikut duduk.",
         "Desa Sukamulya"),
        ("Polres Kaur apel. Kabag Log AKP Budi Contoh hadir.", "Polres Kaur"),
        ("Kepala Satuan Polisi Pamong Praja Budi Contoh hadir.", "Satpol PP"),
        ("Polsek Maje rapat. Petani Budi Contoh hadir.", None),
        ("Universitas Misal menggelar kuliah. Dosen Budi Contoh hadir.", "Universitas Misal"),
        ("Acara digelar di SMA Negeri 2 Kaur. Wakasek Kesiswaan Budi Contoh hadir.",
         "SMA Negeri 2 Kaur"),
        ("PT Bumi Jaya Lestari menanam pohon. Manajer CSR Budi Contoh hadir.",
         "PT Bumi Jaya Lestari"),
        ("Desa Adat Misal rapat. Panyarikan Budi Contoh mencatat.", "Desa Adat Misal"),
        ("Pemohon, Ikatan Nelayan (IN) Kaur, kecewa. Ketuanya, Budi Contoh, pulang.",
         "Ikatan Nelayan (IN) Kaur"),
        ("Lapas Kelas IIB Kaur dirazia. Ka KPLP Budi Contoh memimpin.", "Lapas Kelas IIB Kaur"),
        ("Bawaslu Kaur rapat. Ketua Bidang Zakat Budi Contoh hadir. Baznas Kaur membantu.",
         "Bawaslu Kaur"),
        ("Satgas Pamtas Yonif 743/PSY datang. Komandan Pos Letda Inf Budi Contoh hadir.",
         "Satgas Pamtas Yonif 743/PSY"),
        ("Polres Kaur rapat. Ketua Panitia Budi Contoh melapor.", None),
    ],
)  # fmt: skip
def test_the_article_names_the_body(text: str, of: str | None) -> None:
    """A `Kasat` serves the Polres the article is about, a farmer nobody."""
    found = belongs(text)
    assert (found or "").endswith(of) if of else found is None


def test_who_comes_for_another_is_of_the_same_body() -> None:
    """The `Wakil Ketua` sent by the chair of Baznas is of Baznas."""
    text = "Wakil Ketua III Budi Contoh hadir."
    assert belongs(text, "Baznas Kaur") == "Baznas Kaur"


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("Universitas Khairun menjamu tamu. Ketua LPPM Budi Contoh hadir.", "Universitas Khairun"),
        ("Kapolsek Maje datang. Bripda Budi Contoh, anggota Unit Reskrim, hadir.", "Polsek Maje"),
        ("Kapolda Jambi datang bersama Kombes Budi Contoh (Dir Reskrimum).", "Polda Jambi"),
        ("Hadir Letda Inf Budi Contoh (Dan Unit Intel Kodim 0104/Uji).", "Kodim 0104/Uji"),
        ("Babinsa Desa Uji Serma Budi Contoh hadir. Koramil siap membantu.", "Koramil"),
        ("Hadir Wakil Ketua II MAA Budi Contoh.", "MAA"),
        ("Materi dibawakan Budi Contoh dari Uji Institute.", "Uji Institute"),
        ("Dari KPU Kaur hadir Budi Contoh.", "KPU Kaur"),
    ],
)
def test_a_part_belongs_to_its_whole(text: str, of: str) -> None:
    """An `LPPM` is of the campus named, a `Unit` of the Polsek."""
    assert belongs(text) == of
