"""Roles: who was there, who spoke for whom, and who was only named."""

import pytest

from digest.draft.finder import Finder
from digest.draft.place import Places
from digest.draft.role import parts, settled
from digest.draft.standin import Part
from digest.draft.token import sentences
from digest.draft.who import people
from digest.regency import load

PLACES = Places(load())


def roles(text: str) -> dict[str, Part]:
    rows = sentences(text, [(0, len(text))])
    mentions = Finder(text, rows, PLACES).mentions()
    persons = people(mentions, rows)
    found = parts(persons, rows, mentions)
    return {person.name: part for person, part in zip(persons, found, strict=True)}


def test_melalui_is_not_attendance() -> None:
    """The superior is quoted, and so is who speaks for him."""
    found = roles(
        "Kapolres Kaur AKBP Budi Contoh melalui Kapolsek Maje AKP Amin Misal mengatakan itu."
    )
    assert found["Budi Contoh"].role == "quoted"
    assert (found["Amin Misal"].role, found["Amin Misal"].on_behalf_of) == ("quoted", "Budi Contoh")


@pytest.mark.parametrize(
    "text",
    [
        "Bupati Kaur Budi Contoh diwakili Sekda Kaur Amin Misal.",
        "Bupati Kaur Budi Contoh yang diwakili oleh Sekda Kaur Amin Misal membuka acara.",
        "Hadir Sekda Kaur Amin Misal mewakili Bupati Kaur Budi Contoh.",
        "Hadir Sekda Kaur Amin Misal, yang mewakili bupati. Pesan Bupati Kaur Budi Contoh jelas.",
    ],
)
def test_who_stands_in_is_there_and_the_other_is_not(text: str) -> None:
    """`diwakili` and `mewakili` say who came."""
    found = roles(text)
    assert found["Budi Contoh"].role == "represented"
    assert found["Amin Misal"].role in {"attendee", "speaker"}
    assert found["Amin Misal"].on_behalf_of == "Budi Contoh"


def test_the_office_alone_may_be_represented() -> None:
    """If no name is given, the office is what was stood in for."""
    found = roles("Ketua PN Kaur diwakili Wakil Ketua PN Kaur, Titik Contoh.")
    assert found["Titik Contoh"].on_behalf_of == "Ketua PN Kaur"


def test_a_message_read_out_is_a_quotation() -> None:
    """Who wrote the `amanat` did not come; who read it did."""
    found = roles("Dalam apel Pj Gubernur Riau Amin Misal membacakan amanat Kapolri Budi Contoh.")
    assert found["Budi Contoh"].role == "quoted"
    assert found["Amin Misal"].role in {"organizer", "speaker", "attendee"}


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Rapat dipimpin Kapolres Kaur AKBP Budi Contoh.", "organizer"),
        ("Apel dipimpin Kapolres Kaur AKBP Budi Contoh.", "speaker"),
        ("Turut hadir Camat Maje Budi Contoh dan warga.", "attendee"),
        ("Dalam sambutannya, Camat Maje Budi Contoh mengatakan warga rukun.", "speaker"),
        ("Terpisah, Kasi Humas Polres Kaur Iptu Budi Contoh menambahkan hal itu.", "quoted"),
        ("Warga mengenang mantan Bupati Kaur Budi Contoh.", "mentioned"),
        ("Hal itu sesuai instruksi Kapolda Riau Irjen Pol Budi Contoh.", "mentioned"),
        ("Saat dihubungi, Ketua KPU Kaur Budi Contoh mengatakan belum tahu.", "quoted"),
    ],
)
def test_words_around_a_name_tell_the_part(text: str, role: str) -> None:
    """One in eight people named was not there; the words say which."""
    assert roles(text)["Budi Contoh"].role == role
