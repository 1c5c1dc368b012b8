"""Other names: a gelar alone, what stands behind `atau`, nicknames that all know."""

import pytest

from digest.draft.finder import Finder
from digest.draft.place import Places
from digest.draft.token import sentences
from digest.draft.who import people
from digest.regency import load

PLACES = Places(load())


def named(text: str) -> list[str]:
    rows = sentences(text, [(0, len(text))])
    return [each.name for each in people(Finder(text, rows, PLACES).mentions(), rows)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Basrun Datuak Rajo Uji terpilih. Rajo Uji berterima kasih.", ["Basrun"]),
        ("Menurut Zulkarnen Dt. Tan Basa, alek digelar. Dt. Tan Basa senang.", ["Zulkarnen"]),
        ("KH Muhammad Hasbi atau Abah Hasbi hadir. Abah Hasbi berdoa.", ["Muhammad Hasbi"]),
        ("Ketua DPH Amin P. (Datuk Bagindo Uji) hadir.", ["Amin P."]),
        ("Putri Gus Dur, Rina Contoh, mengenang KH Abdurrahman Wahid.",
         ["Abdurrahman Wahid", "Rina Contoh"]),
        ("Camat Uji Budi Contoh (Ny. Rina Contoh) hadir.", ["Budi Contoh", "Rina Contoh"]),
        ("Hadir mewakili Kejari, Firman, dan Camat Uji Budi Contoh.", ["Firman", "Budi Contoh"]),
        ("Air jernih, tutur Sri Sultan.", []),
        ("Ketua LKAAM Budi Tuanku Mudo hadir.", ["Budi"]),
        ("Bupati Kaur Amin Contoh hadir. “Rukun,” ujar Kang Umpa.", ["Amin Contoh"]),
        ("Camat Maje Amin Contoh hadir. “Rukun,” ujar Bang Umpa, petani.", ["Amin Contoh", "Umpa"]),
        ("Rektor Universitas Pattimuka M.J. Saptuno hadir.", ["M.J. Saptuno"]),
    ],
)  # fmt: skip
def test_a_second_name_is_no_second_person(text: str, names: list[str]) -> None:
    """Whoever is called by a gelar, a nickname or a title is named already."""
    assert named(text) == names
