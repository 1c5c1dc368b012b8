"""Groups: an office that is said of several belongs to each of them."""

import pytest

from digest.draft.finder import Finder
from digest.draft.place import Places
from digest.draft.token import sentences
from digest.draft.who import people
from digest.regency import load

PLACES = Places(load())


def held(text: str) -> dict[str, str | None]:
    rows = sentences(text, [(0, len(text))])
    found = people(Finder(text, rows, PLACES).mentions(), rows)
    return {each.name: each.position for each in found}


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("Anggota yang mengikuti rapat ialah Budi Contoh, Siti Misal dan Agus Umpama.", "Anggota"),
        ("Anggota KPU yang mendampingi: Budi Contoh, Siti Misal dan Agus Umpama.", "Anggota KPU"),
        ("Tiga anggota KPU Kaur, Budi Contoh, Siti Misal, dan Agus Umpama, hadir.",
         "anggota KPU Kaur"),
        ("Sejumlah anggota DPRD Kaur (Budi Contoh, Siti Misal, Agus Umpama) mendengarkan.",
         "anggota DPRD Kaur"),
        ("Hadir tiga pengurus lembaga, yakni Budi Contoh, Siti Misal serta Agus Umpama.",
         "pengurus lembaga"),
        ("Para tokoh Kamoro, Budi Contoh, Siti Misal, dan Agus Umpama, menonton.",
         "tokoh Kamoro"),
        ("Hadir sejumlah tokoh Kamoro, antara lain Budi Contoh, Siti Misal, dan Agus Umpama.",
         "tokoh Kamoro"),
    ],
)  # fmt: skip
def test_an_office_of_several_is_each_ones(text: str, office: str) -> None:
    """Whether a number, `para` or a colon says that there are several."""
    assert held(text) == dict.fromkeys(("Budi Contoh", "Siti Misal", "Agus Umpama"), office)


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("Kelompok itu menanam jagung. Ketuanya, Budi Contoh, senang.", "Ketua"),
        ("Kapolsek datang bersama istrinya, Budi Contoh.", None),
        ("Ia datang bersama suaminya, Budi Contoh, yang juga Camat Maje.", "Camat Maje"),
        ("Kapolres Kaur AKBP Siti Misal sakit. Wakilnya, Kompol Budi Contoh, hadir.",
         "Wakapolres Kaur"),
        ("Bupati Kaur Siti Misal datang. Siti Misal ditemani wakilnya, Budi Contoh.",
         "Wakil Bupati Kaur"),
        ("Hadir Drs. Budi Contoh selaku perwakilan tokoh adat menyambut tamu.",
         "perwakilan tokoh adat"),
    ],
)  # fmt: skip
def test_whose_office_it_is_stands_before(text: str, office: str | None) -> None:
    """An office with `-nya` is that of somebody or something named before; kin have none."""
    assert held(text)["Budi Contoh"] == office


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("Jabatan bendahara dipegang Siti Misal, panyarikan oleh Budi Contoh.", "panyarikan"),
        ("Sekretaris Karang Taruna dijabat oleh Budi Contoh.", "Sekretaris Karang Taruna"),
        ("Materi dibawakan Budi Contoh dari Kesbangpol Kaur.", None),
        ("Hadir Budi Contoh, petani, dan warga.", "petani"),
        ("Budi Contoh, juru bicara panitia, meminta waktu.", "juru bicara panitia"),
        ("Hadir Kapolres Tulang Bawang AKBP Budi Contoh.", "Kapolres Tulang Bawang"),
        ("Hadir Budi Contoh gelar Pangeran Umpama (Ketua Adat Uji).", "Ketua Adat Uji"),
        ("Budi Contoh yang adalah Kepala Dusun Uji senang.", "Kepala Dusun Uji"),
        ("Budi Contoh mengisi kursi sekretaris umum.", "sekretaris umum"),
        ("Bupati disusul Budi Contoh yang menjabat sekretaris daerah.", "sekretaris daerah"),
        ("Materi dibawakan Serda Budi Contoh dari Kodim 0408/Kaur.", None),
        ("Materi dibawakan Budi Contoh (CDC Telkom Kaur).", "CDC Telkom Kaur"),
    ],
)  # fmt: skip
def test_an_office_and_a_body_are_said_in_other_ways(text: str, office: str | None) -> None:
    """A body in brackets is all that tells who somebody is; behind `dari` it is no office."""
    assert held(text)["Budi Contoh"] == office
