"""Ranks of birth: part of a name, or a title; the numbers of rulers."""

import pytest

from digest.draft.finder import Finder
from digest.draft.place import Places
from digest.draft.token import sentences
from digest.regency import load

PLACES = Places(load())


def named(text: str) -> list[tuple[str | None, str]]:
    mentions = Finder(text, sentences(text, [(0, len(text))]), PLACES).mentions()
    return [(each.title, each.name_text) for each in mentions if each.name_text and each.anchored]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Wakil Bupati Raja Budi Hartono menyerahkan piala.", (None, "Raja Budi Hartono")),
        ("Kadis PUPR Lalu Agus Bakti hadir.", (None, "Lalu Agus Bakti")),
        ("Hadir Tengku H. Mukhtar Kasim selaku ketua.", ("Tengku H.", "Mukhtar Kasim")),
        ("Hadir Sri Susuhunan Pakubuwono XIII dari Solo.", ("Sri Susuhunan", "Pakubuwono XIII")),
        ("Acara dibuka KGPAA Paku Alam X di bangsal.", ("KGPAA", "Paku Alam X")),
        ("Menurut Rektor Unipa Doktor Yafet Uji, suara sah.", ("Doktor", "Yafet Uji")),
        ("Hadir Profesor Doktor Budi Contoh.", ("Profesor Doktor", "Budi Contoh")),
        ("Hadir Babinsa Uji Serda HK. Siregar.", ("Serda", "HK. Siregar")),
        ("Materi oleh Dr. Budi Contoh, Drs., M.Si.", ("Dr.", "Budi Contoh")),
        ("Kades Batu Kumbung H. Zulkipli hadir.", ("H.", "Zulkipli")),
    ],
)
def test_ranks_of_birth_and_of_learning_are_told_from_names(
    text: str, found: tuple[str | None, str]
) -> None:
    """`Raja Budi` is a name, `Tengku H. Budi` has a title; `Drs.` behind a name is nobody."""
    assert named(text) == [found]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Kades Muara Dilum Hartono hadir.", "Hartono"),
        ("Keuchik Cot Jabon Rusli hadir.", "Rusli"),
        ("Datuk Bendaharo Teluk Sonau Kasmir bertanya.", "Kasmir"),
        ("Kepala Dusun Karang Bangket H. Sumirat hadir.", "Sumirat"),
        ("Indona Orobua Petrus Toding membuka acara.", "Petrus Toding"),
        ("Camat Muara Batu Azmi hadir.", "Azmi"),
    ],
)
def test_a_village_is_told_from_its_head(text: str, name: str) -> None:
    """Villages whose names begin as those of rivers and hills do have a second word."""
    assert [each for _, each in named(text)] == [name]
