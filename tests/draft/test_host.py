"""Hosts: whose body held what happened, and whose house it was held in."""

import pytest

from digest.draft.finder import Finder
from digest.draft.host import hosts, owners
from digest.draft.place import Places
from digest.draft.token import Sentence, sentences
from digest.draft.who import Person, people
from digest.regency import load

PLACES = Places(load())


def read(text: str) -> tuple[tuple[Person, ...], list[Sentence]]:
    rows = sentences(text, [(0, len(text))])
    return people(Finder(text, rows, PLACES).mentions(), rows), rows


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Baznas Kaur menggelar rapat. Ketua Baznas Kaur Budi Contoh hadir.", ["Budi Contoh"]),
        ("Rapat digelar oleh KPU Kaur. Ketua KPU Kaur Amin Misal hadir.", ["Amin Misal"]),
        ("KPU Kaur menggelar rapat. Anggota KPU Kaur Amin Misal hadir.", []),
        ("KPU Kaur menggelar rapat. Ketua Baznas Kaur Budi Contoh hadir.", []),
    ],
)
def test_who_leads_the_body_that_held_it_is_its_host(text: str, names: list[str]) -> None:
    """Neither a member of it is, nor the head of another."""
    persons, rows = read(text)
    assert [persons[index].name for index in sorted(hosts(persons, rows))] == names


@pytest.mark.parametrize(
    ("venue", "names"),
    [
        ("Aula Polres Kaur", ["Budi Contoh"]),
        ("Pendopo Kabupaten", ["Amin Misal"]),
        ("Hotel Uji", []),
    ],
)
def test_who_leads_the_house_owns_it(venue: str, names: list[str]) -> None:
    """A regent's house is the regent's."""
    persons, _ = read("Kapolres Kaur AKBP Budi Contoh menemui Bupati Kaur Amin Misal.")
    assert [persons[index].name for index in owners(persons, venue)] == names
