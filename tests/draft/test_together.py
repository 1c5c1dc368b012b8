"""Together: what is said once of several who are named before it."""

import pytest

from digest.draft.finder import Finder
from digest.draft.place import Places
from digest.draft.token import sentences
from digest.draft.who import Person, people
from digest.regency import load

PLACES = Places(load())
THREE = ("Budi Contoh", "Siti Misal", "Agus Umpama")


def named(text: str) -> dict[str, Person]:
    rows = sentences(text, [(0, len(text))])
    found = people(Finder(text, rows, PLACES).mentions(), rows)
    return {each.name: each for each in found}


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("Ikut Budi Contoh, Siti Misal, dan Agus Umpama, semuanya anggota dewan.", "anggota dewan"),
        ("Ikut Budi Contoh, Siti Misal dan Agus Umpama, ketiganya anggota DPRD Kaur.",
         "anggota DPRD Kaur"),
        ("Ikut Budi Contoh, Siti Misal, dan Agus Umpama yang sama-sama kepala desa.",
         "kepala desa"),
        ("Tim itu terdiri dari Budi Contoh, Siti Misal dan Agus Umpama (anggota).", "anggota"),
        ("Ikut Budi Contoh, Siti Misal, dan Agus Umpama, selaku penyuluh.", "penyuluh"),
        (("Ada tiga guru penggerak. Mereka adalah Budi Contoh, S.Pd., Siti Misal, S.Pd. (SMPN 4 "
         "Kaur), dan Agus Umpama, S.Pd."), "guru penggerak"),
    ],
)  # fmt: skip
def test_an_office_behind_several_is_each_ones(text: str, office: str) -> None:
    """Whether `semuanya`, a number or brackets say so, or `Mereka` takes them up."""
    assert {name: each.position for name, each in named(text).items()} == dict.fromkeys(
        THREE, office
    )


def test_a_number_tells_how_many_share_an_office() -> None:
    """`Keduanya` are the last two."""
    found = named("Ikut H. Budi Contoh, Siti Misal, dan Agus Umpama, keduanya anggota DPRD Kaur.")
    assert [found[each].position for each in THREE] == [None, *("anggota DPRD Kaur",) * 2]


def test_a_body_behind_several_is_each_ones() -> None:
    """Unless one of the list has an office."""
    found = named("Budi Contoh, Siti Misal dan Agus Umpama dari Bawaslu Kaur hadir.")
    assert {each.organisation for each in found.values()} == {"Bawaslu Kaur"}
    found = named("Camat Maje Budi Contoh, Siti Misal dan Agus Umpama dari Bawaslu Kaur hadir.")
    assert found["Siti Misal"].organisation is None


@pytest.mark.parametrize(
    ("office", "body"),
    [
        ("Kepala Suku Moni Nabire", "Suku Moni Nabire"),
        ("Sultan Kacirebonan", "Kesultanan Kacirebonan"),
        ("Inspektur Daerah", "Inspektorat"),
    ],
)
def test_heads_of_peoples_and_courts_tell_their_body(office: str, body: str) -> None:
    """As a `Kapolres` tells of a Polres."""
    assert named(f"Hadir {office} H. Budi Contoh, S.Sos.")["Budi Contoh"].organisation == body
