"""People called by a bare name: what stands before it, beside it, glued to it."""

import pytest

from digest.draft.finder import Finder
from digest.draft.place import Places
from digest.draft.token import sentences
from digest.draft.who import people
from digest.regency import load

PLACES = Places(load())


def named(text: str) -> list[str]:
    rows = tuple(sentences(text, [(0, len(text))]))
    found = people(Finder(text, rows, PLACES).mentions(), rows)
    return [each.name for each in found]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Seorang ibu di Gunung Uji, Hosnah, menerima beras.", ["Hosnah"]),
        ("Salah satu pedagang di Pasar Uji, Tukijem, menolak pindah.", ["Tukijem"]),
        ("Seorang pelatih silat, Lalu Sahnan, meminta waktu.", ["Lalu Sahnan"]),
        ("Seorang warga dari Kecamatan Uji, Simalungun, membawa ulos.", []),
        (
            "Panitia terdiri atas Said Hindum (unsur kampus), Paskala Ibo (unsur LSM).",
            ["Said Hindum", "Paskala Ibo"],
        ),
        ("Menemani Budi Warinus, panitia mencatat.", ["Budi Warinus"]),
        ("Melepas Kontingen Uji, gubernur berpesan.", []),
        ("Rektor Universitas Pattimura M.J. Saptena hadir.", ["M.J. Saptena"]),
        ("Rektor Unsrat Welem Uji membuka kuliah.", ["Welem Uji"]),
        ("Pemuda Uji Hulu dan pemuda Uji Hilir bersalaman.", []),
        ("Umat Buddha Maitreya dan warga Hakka di Uji berdoa.", []),
        ("Rapat dipandu Ketua Komisi IV DPRD Kaur, Patem, dan Suwito.", ["Patem", "Suwito"]),
        ("Ketua LBH-PWRI Darmawan menyerahkan berkas.", ["Darmawan"]),
        ("Hakim Ketua HK. Sipayung membuka sidang.", ["HK. Sipayung"]),
        ("Kepala Dinas PUPR Provinsi Juni Gultom hadir.", ["Juni Gultom"]),
        ("Kepala Dusun Karang Bangkut H. Sumalah membagi tugas.", ["Sumalah"]),
    ],
)
def test_the_name_begins_where_its_bearer_does(text: str, names: list[str]) -> None:
    """Not at the verb, campus, short form or place before it."""
    assert named(text) == names
