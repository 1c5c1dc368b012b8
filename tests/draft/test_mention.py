"""Mentions: everybody the sentences name, with title and office."""

import pytest

from digest.draft.finder import Finder
from digest.draft.mention import Mention
from digest.draft.place import Places
from digest.draft.token import sentences
from digest.regency import load

PLACES = Places(load())


def mentions(text: str) -> list[Mention]:
    return Finder(text, sentences(text, [(0, len(text))]), PLACES).mentions()


def named(text: str) -> list[tuple[str | None, str, str | None]]:
    return [
        (each.title, each.name_text, each.position)
        for each in mentions(text)
        if each.name_text and each.anchored
    ]


def test_a_list_of_officials() -> None:
    """Each gets his own office, title and name, commas and all."""
    text = (
        "Hadir Wakil Ketua DPRD Kaur Budi Contoh, SE, Dandim Kaur Letkol Inf Tri Misal, S.I.P, "
        "Kasat Pol PP T. Amran, SE, dan Ketua KPU Kaur, Siti Umpama."
    )
    assert named(text) == [
        (None, "Budi Contoh", "Wakil Ketua DPRD Kaur"),
        ("Letkol Inf", "Tri Misal", "Dandim Kaur"),
        (None, "T. Amran", "Kasat Pol PP"),
        (None, "Siti Umpama", "Ketua KPU Kaur"),
    ]


@pytest.mark.parametrize(
    ("text", "position"),
    [
        ("Letkol Amin Misal, Dandim 1006/Banjar, hadir.", "Dandim 1006/Banjar"),
        ("Dina Contoh (Ketua Panwascam Ketapang) hadir.", "Ketua Panwascam Ketapang"),
        ("Budi Contoh selaku Ketua KPU Kota Blitar menerima tamu.", "Ketua KPU Kota Blitar"),
        ("Sidarmin yang datang sebagai tokoh agama Hindu berdoa.", "tokoh agama Hindu"),
        ("Bripka Budi Contoh Personel Polres Kaur datang.", "Personel Polres Kaur"),
        ("FKUB Kabupaten Sanggau, Frans Contoh, SE.", "FKUB Kabupaten Sanggau"),
        ("Kata Budi Santoso Ketua KPU Surabaya, rapat selesai.", "Ketua KPU Surabaya"),
    ],
)
def test_an_office_may_follow_the_name(text: str, position: str) -> None:
    """Brackets, commas, `selaku` and nothing at all join an office to the name before it."""
    assert [each[2] for each in named(text)] == [position]


def test_two_may_share_an_office() -> None:
    """`Staf Bawaslu A dan B` are two members of staff."""
    text = "Hadir Staf Bawaslu Kaur, Budi Contoh, SE dan Andreas Misal, SE."
    assert [each[2] for each in named(text)] == ["Staf Bawaslu Kaur"] * 2


def test_the_body_may_follow_dari() -> None:
    """`Serda X dari Koramil 04 HB` tells where X serves."""
    found = mentions("Hadir Serda Budi dari Koramil 04 HB.")
    assert found[0].organisation == "Koramil 04 HB"


def test_streets_and_days_are_nobody() -> None:
    """`Jl. Dr. Contoh` is a street."""
    assert not named("Rapat di Jl. Dr. Wahidin Contoh, Rabu siang, membahas Pemilu.")


def test_an_inherited_title_is_no_second_person() -> None:
    """`Rabuman Datuak Contoh` is one person."""
    assert [each[1] for each in named("Hadir Camat Jiwan Rabuman Datuak Contoh, dan warga.")] == [
        "Rabuman"
    ]


def test_guests_from_abroad_keep_their_titles() -> None:
    """An embassy's people come as Mr. and Ms."""
    text = "Hadir Wakil Duta Besar Mr. Stevan Contoh, Ms. Lesla Umpama, dan Counsellor Mr. Ben Uji."
    assert [(title, name) for title, name, _ in named(text)] == [
        ("Mr.", "Stevan Contoh"),
        ("Ms.", "Lesla Umpama"),
        ("Mr.", "Ben Uji"),
    ]
