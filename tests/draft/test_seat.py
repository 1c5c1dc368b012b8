"""Seats: people without an office get the one the article says of them nearby."""

import pytest

from digest.draft.finder import Finder
from digest.draft.place import Places
from digest.draft.token import sentences
from digest.draft.who import people
from digest.regency import load

PLACES = Places(load())


def offices(text: str) -> dict[str, str | None]:
    """Return everybody's office by name."""
    rows = sentences(text, [(0, len(text))])
    found = people(Finder(text, rows, PLACES).mentions(), rows)
    return {each.name: each.position for each in found}


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("Usul datang dari Budi Contoh. Anggota Bawaslu Kaur yang membidangi hukum tersebut pamit.",
         "Anggota Bawaslu Kaur"),
        ("AKBP Budi Contoh memulai pekan pertamanya sebagai Kapolres Kaur tanpa upacara.",
         "Kapolres Kaur"),
        ("Rumah Raja Negeri Misal ramai. Tuan rumah, Budi Contoh, menyambut tamu.",
         "Raja Negeri Misal"),
        ("Tuan rumah, Budi Contoh, menyambut tamu. Raja Hitu Misal tersebut tersenyum.",
         "Raja Hitu Misal"),
        ("Budi Contoh melantik pengurus. Warga menari. Hujan turun. Bupati Kaur itu menanti.",
         "Bupati Kaur"),
        ("Cara Bhabinkamtibmas Kelurahan Misal terbilang sederhana. Aipda Budi Contoh berkeliling.",
         "Bhabinkamtibmas Kelurahan Misal"),
        ("Upacara dipimpin inspektur upacara Budi Contoh, Kapoksahli Pangdam XIV/Hasanuddin.",
         "Kapoksahli Pangdam XIV/Hasanuddin"),
        ("Budi Contoh berbicara. Kepala Puskesmas Misal ini menyebut angkanya turun.",
         "Kepala Puskesmas Misal"),
        ("Budi Contoh, yang baru sepekan menjabat Kapolsek Misal, berjanji rajin turun.",
         "Kapolsek Misal"),
        ("Hadir sebagai narasumber Kepala Puskesmas Kaur, Budi Contoh.", "Kepala Puskesmas Kaur"),
        ("Sementara itu Budi Contoh, seorang mama pasar, mengeluh.", "mama pasar"),
        ("Bupati Kaur yang akrab disapa Cak Bud itu datang. Budi Contoh melantik pengurus.",
         "Bupati Kaur"),
    ],
)  # fmt: skip
def test_an_office_is_told_in_the_sentences_around(text: str, office: str) -> None:
    """Behind `itu`, behind `sebagai`, by the house, by the rank, by what somebody is called."""
    assert offices(text) == {"Budi Contoh": office}


@pytest.mark.parametrize(
    "text",
    [
        "Kapolres Kaur mengirim tim. Aipda Budi Contoh berkeliling.",
        "Surat untuk Bupati Kaur ditunggu. Budi Contoh berkeliling.",
        "AKBP Agus Umpama kembali sebagai Kapolres Kaur. AKBP Budi Contoh berkeliling.",
    ],
)
def test_nobody_gets_the_office_of_another(text: str) -> None:
    """A rank too low, an office only spoken of, one that somebody else has."""
    assert offices(text)["Budi Contoh"] is None
