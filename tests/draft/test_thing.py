"""Things: roads, schools and prizes carry people's names, and are nobody."""

import pytest

from digest.draft.finder import Finder
from digest.draft.place import Places
from digest.draft.thing import thing_end, told
from digest.draft.token import Sentence, sentences
from digest.draft.who import people
from digest.regency import load

PLACES = Places(load())


def rows(text: str) -> list[Sentence]:
    return sentences(text, [(0, len(text))])


def named(text: str) -> list[str]:
    found = rows(text)
    return [each.name for each in people(Finder(text, found, PLACES).mentions(), found)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Jalan KH Ahmad Contoh padat.", "Jalan KH Ahmad Contoh"),
        ("RSUD dr. Budi Contoh penuh.", "RSUD dr. Budi Contoh"),
        ("Masjid Baitul Hamid ramai.", "Masjid Baitul Hamid"),
        ("Kecamatan Indra Jaya sepi.", "Kecamatan Indra Jaya"),
        ("Stadion Agus Salim Bupati Kaur tiba.", "Stadion Agus Salim"),
        ("masjid Baitul Hamid, malam itu.", "masjid Baitul Hamid"),
    ],
)
def test_a_thing_takes_the_name_behind_it(text: str, name: str) -> None:
    """With the titles of whom it is named after, and no further than an office or rank."""
    row = rows(text)[0]
    end = thing_end(row, 0, PLACES)
    assert text[: row.tokens[end - 1].end] == name


@pytest.mark.parametrize(
    "text",
    [
        "panggung Budi Santoso menyanyi.",
        "Bupati Budi Santoso hadir.",
    ],
)
def test_a_verb_or_an_office_shows_a_person(text: str) -> None:
    """`Di panggung Budi menyanyi` names a singer."""
    assert thing_end(rows(text)[0], 0, PLACES) == 0


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Rapat digelar di Gedung Ahmad Subarjo, Rabu.", []),
        ("Penghuni RSUD Tuan Besar Idrus Hasan itu pulang.", []),
        ("Tim juara Piala Budi Hartono dan Kabinet Agus Salim hadir.", []),
        ("Mereka singgah di Pesantren Bahrul Ulum. Bahrul Ulum berdiri lama.", []),
        ("Mantan Danyonif Contoh 509 itu hadir.", []),
        ("Mereka tiba di Jalan Agus Salim 7 Malang.", []),
        ("Bantuan diterima Ketua Takmir Masjid Baitul Hamid, Abidin.", ["Abidin"]),
        ("Ketua Takmir Masjid Nurul Iman Karto Contoh hadir.", ["Karto Contoh"]),
        ("Pimpinan Pondok Pesantren Bahrul Ulum Islamiyah Abah Asnawi menerima tamu.", ["Asnawi"]),
        ("Warga dari Tanjung Raja bertanya.", []),
    ],
)
def test_things_are_not_people(text: str, names: list[str]) -> None:
    """Nor is what an article has once called a school, a place or a unit."""
    assert named(text) == names


def test_names_of_things_are_remembered() -> None:
    """So that the school called only by its name later on is nobody."""
    found = rows("Warga Kecamatan Indra Jaya berkumpul di Masjid Ahmad.")
    assert told(found, PLACES) == {("indra", "jaya"), ("ahmad",)}
