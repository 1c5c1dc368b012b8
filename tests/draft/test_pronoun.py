"""Pronouns: whom `ia` and `katanya` mean."""

import pytest

from digest.draft.finder import Finder
from digest.draft.place import Places
from digest.draft.pronoun import pronouns, subjects
from digest.draft.token import sentences
from digest.draft.who import people
from digest.regency import load

PLACES = Places(load())


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Bupati Kaur Budi Contoh tiba. Ia membuka rapat.", {1: "Budi Contoh"}),
        ("Bupati Kaur Budi Contoh tiba. “Silakan,” katanya.", {1: "Budi Contoh"}),
        ("Camat Maje Budi Contoh menyapa Lurah Uji Amin Misal. Ia senang.", {1: "Budi Contoh"}),
        ("Bupati Kaur Budi Contoh tiba. Hujan turun.", {}),
        ("Ia membuka rapat. Bupati Kaur Budi Contoh tiba.", {}),
    ],
)
def test_a_pronoun_means_who_the_sentence_before_is_about(text: str, meant: dict[int, str]) -> None:
    """Who begins a sentence is what it is about; nobody named yet is nobody meant."""
    rows = sentences(text, [(0, len(text))])
    persons = people(Finder(text, rows, PLACES).mentions(), rows)
    found = pronouns(persons, rows)
    assert {each.sentence: persons[i].name for i, group in found.items() for each in group} == meant


def test_a_sentence_is_about_who_begins_it_or_is_named_last() -> None:
    """`Dihadiri A dan B` goes on about B."""
    text = "Rapat itu dihadiri Camat Maje Budi Contoh dan Lurah Uji Amin Misal."
    rows = sentences(text, [(0, len(text))])
    persons = people(Finder(text, rows, PLACES).mentions(), rows)
    assert [persons[index].name for index in subjects(persons).values()] == ["Amin Misal"]
