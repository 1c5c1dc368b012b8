"""Splits and doubts: what of a run is a place, a name, or nobody."""

import pytest

from digest.draft.bearer import Bearer
from digest.draft.doubt import Doubt
from digest.draft.extent import Extent, many
from digest.draft.place import Places
from digest.draft.position import position_at
from digest.draft.split import Splits
from digest.draft.token import Sentence, sentences
from digest.regency import load

PLACES = Places(load())


def read(text: str) -> list[Sentence]:
    return sentences(text, [(0, len(text))])


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Kepala Desa Misalrejo Budi Santoso hadir.", 1),
        ("Kepala Desa Contoh Timur Budi Santoso hadir.", 2),
        ("Kepala Desa Misalrejo Wirotomo hadir. “Ya,” kata Wirotomo.", 1),
    ],
)
def test_the_likeliest_split_into_place_and_name_is_taken(text: str, place: int) -> None:
    """Known names, compass points and what the article calls people by weigh for it."""
    rows = read(text)
    end = next(at for at in range(2, 9) if not rows[0].tokens[at].upper)
    assert Splits(PLACES, rows).place_end(rows[0], 2, end) == 2 + place


def test_a_name_ends_before_a_regency() -> None:
    """`Budi Contoh Kaur` names one from Kaur; a listed place alone is nobody."""
    row = read("Hadir Budi Contoh Kaur dan Kota Medan.")[0]
    extent = Extent(PLACES)
    assert extent.name_end(row, 1) == 3
    assert extent.only_places(row, 6, 7)
    assert not extent.only_places(row, 1, 3)


@pytest.mark.parametrize(
    ("text", "plural"),
    [
        ("mahasiswa Uji Coba hadir.", True),
        ("mahasiswa, Uji Coba, hadir.", False),
        ("Ketua Uji Coba hadir.", False),
    ],
)
def test_a_small_noun_may_tell_of_many(text: str, plural: bool) -> None:  # noqa: FBT001 - a column
    """No name follows it then."""
    row = read(text)[0]
    position = position_at(row, 0, PLACES)
    assert position is not None
    assert many(row, position, position.end) is plural


def test_a_run_may_be_nobody() -> None:
    """A place, a number behind it, what leads to a place, a club."""
    rows = read("Mereka ke Uji Coba. Raider 509 tiba. Persiuji Balikpapan menang. Giliran Budi.")
    doubt = Doubt(Bearer(PLACES, rows), rows)
    assert doubt.nobody(rows[0], 2, 4, 4)
    assert doubt.nobody(rows[1], 0, 1, 1)
    assert doubt.club(rows[2], 0, 2)
    assert not doubt.club(rows[0], 2, 4)
    assert not doubt.nobody(rows[3], 1, 2, 2)
