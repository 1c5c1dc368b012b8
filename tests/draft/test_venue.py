"""Venues: the hall, house or village where it was held."""

import pytest

from digest.draft.place import Places
from digest.draft.token import sentences
from digest.draft.venue import venues
from digest.regency import load

PLACES = Places(load())


def first(text: str) -> str | None:
    rows = sentences(text, [(0, len(text))])
    for venue in venues(rows, PLACES):
        tokens = rows[venue.sentence].tokens[venue.start : venue.end]
        return text[tokens[0].start : tokens[-1].end]
    return None


@pytest.mark.parametrize(
    ("text", "venue"),
    [
        ("Rapat digelar di Aula Contoh, Mapolres Kaur, Rabu.", "Aula Contoh, Mapolres Kaur"),
        ("Apel di Lapangan Misal Mapolda Riau, Kamis.", "Lapangan Misal Mapolda Riau"),
        ("FGD digelar di Contoh Lengkong Hotel, Selasa.", "Contoh Lengkong Hotel"),
        ("Rapat di kantor Bawaslu Kabupaten Malang, Sabtu.", "kantor Bawaslu Kabupaten Malang"),
        ("Rapat di salah satu hotel di Jakarta, Jumat.", "salah satu hotel di Jakarta"),
        ("Tamu datang di Gedung Uji (GU) Kota Medan, Selasa.", "Gedung Uji (GU) Kota Medan"),
        ("Pagi itu ruang kerja Ketua KPU Kaur kedatangan tamu.", "ruang kerja Ketua KPU Kaur"),
        ("Sarasehan digelar di Polres Kaur, kemarin.", "Polres Kaur"),
        (
            "Polisi mendatangi Rumah Kopi Uji, Jl. Dr. Contoh, Rabu.",
            "Rumah Kopi Uji, Jl. Dr. Contoh",
        ),
        ("Mediasi digelar di Dusun Mawa, Desa Uji, Senin.", "Dusun Mawa"),
    ],
)
def test_a_venue_is_read_to_its_end(text: str, venue: str) -> None:
    """The editor gets the whole name of the place, and not the weekday behind it."""
    assert first(text) == venue


@pytest.mark.parametrize(
    "text",
    [
        "Warga di wilayah Kecamatan Indramayu berkumpul.",
        "Rapat digelar di Cirebon, Selasa.",
        "“Kami bertemu di Aula Lama,” katanya.",
    ],
)
def test_a_district_or_city_is_no_venue(text: str) -> None:
    """Where only the area is known, the venue is left out; what is quoted is not where it was."""
    assert first(text) is None
