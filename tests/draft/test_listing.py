"""Lists: what people named side by side have from each other."""

import pytest

from digest.draft.finder import Finder
from digest.draft.group import many
from digest.draft.place import Places
from digest.draft.token import sentences
from digest.draft.who import people
from digest.regency import load

PLACES = Places(load())


@pytest.mark.parametrize(
    ("text", "offices"),
    [
        ("Hadir staf Bawaslu Kaur Budi Contoh dan Siti Misal.",
         {"Budi Contoh": "staf Bawaslu Kaur", "Siti Misal": "staf Bawaslu Kaur"}),
        ("Tiga juri, yaitu Budi Contoh, Siti Misal, dan Amin Umpama, menilai.",
         {"Budi Contoh": "juri", "Siti Misal": "juri", "Amin Umpama": "juri"}),
        ("Hadir Budi Contoh dan Siti Misal, masing-masing Camat Maje dan Kapolsek Nasal.",
         {"Budi Contoh": "Camat Maje", "Siti Misal": "Kapolsek Nasal"}),
        ("Jabatan bendahara dipegang Budi Contoh, sekretaris oleh Siti Misal.",
         {"Budi Contoh": "bendahara", "Siti Misal": "sekretaris"}),
        ("Hadir Camat Maje Budi Contoh dan Siti Misal.",
         {"Budi Contoh": "Camat Maje", "Siti Misal": None}),
        ("Hadir Budi Contoh, Camat Maje, AKP Siti Misal, S.H., Kapolsek Nasal, dan H. Amin Umpama.",
         {"Budi Contoh": "Camat Maje", "Siti Misal": "Kapolsek Nasal", "Amin Umpama": None}),
        ("Hadir Camat Maje, Budi Contoh, Kapolsek Nasal, AKP Siti Misal, dan Amin Umpama, guru.",
         {"Budi Contoh": "Camat Maje", "Siti Misal": "Kapolsek Nasal", "Amin Umpama": "guru"}),
        ("Dua anggota KPU Kaur, Budi Contoh dan Siti Misal, hadir.",
         {"Budi Contoh": "anggota KPU Kaur", "Siti Misal": "anggota KPU Kaur"}),
        ("Dua pejabat yang dilantik menjadi camat, yakni Budi Contoh dan Siti Misal, hadir.",
         {"Budi Contoh": "camat", "Siti Misal": "camat"}),
        ("Budi Contoh digeser dari Camat Maje menjadi Camat Nasal, dan Siti Misal, semula lurah.",
         {"Budi Contoh": "Camat Nasal", "Siti Misal": None}),
    ],
)  # fmt: skip
def test_an_office_said_once_may_be_several_peoples(
    text: str, offices: dict[str, str | None]
) -> None:
    """If there may be several of it; a district has one head."""
    rows = sentences(text, [(0, len(text))])
    found = people(Finder(text, rows, PLACES).mentions(), rows)
    assert {each.name: each.position for each in found} == offices


def test_a_number_tells_of_several() -> None:
    """`Dua camat`, `para camat`, but no `camat` alone."""
    row = sentences("Dua camat dan lurah hadir.", [(0, 26)])[0]
    assert many(row, 1)
    assert not many(row, 3)
