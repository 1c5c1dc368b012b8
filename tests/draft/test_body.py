"""Bodies: what a person belongs to, written out as readers look for it."""

import pytest

from digest.draft.body import body
from digest.draft.place import Places
from digest.draft.who import Person
from digest.regency import load

PLACES = Places(load())


def person(organisation: str | None, head: str = "kapolres") -> Person:
    return Person("Budi Contoh", None, head.title(), organisation, head, former=False, mentions=())


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("Polres Kukar", "Polres Kutai Kartanegara"),
        ("Polda Kalsel", "Polda Kalimantan Selatan"),
        ("Polda NTT", "Polda NTT"),
        ("PN Kaur", "Pengadilan Negeri Kaur"),
        ("Dekab Sigi", "DPRD Kabupaten Sigi"),
        ("Pemda Kaur", "Pemerintah Kabupaten Kaur"),
        ("Bawaslu Kabupaten Kaur", "Bawaslu Kabupaten Kaur"),
        ("Polres Kepulauan Aru", "Polres Kepulauan Aru"),
    ],
)
def test_short_forms_are_written_out(short: str, full: str) -> None:
    """One body has one name, whatever an article calls it."""
    assert body(person(short), (), None, PLACES) == full


def test_a_bupati_alone_serves_the_regency_of_the_event() -> None:
    """Where the article says only `Bupati`, the regency is filled in."""
    assert body(person("Pemerintah Kabupaten"), (), "17.04", PLACES) == "Pemerintah Kabupaten Kaur"
    assert body(person(None, "sekda"), (), "17.04", PLACES) == "Pemerintah Kabupaten Kaur"


def test_a_unit_is_completed_from_those_beside_it() -> None:
    """The `Kasat` of an article about Polres Kaur is of Polres Kaur."""
    other = person("Polres Kaur")
    assert body(person("Polres"), (other,), None, PLACES) == "Polres Kaur"
    assert body(person(None, "kasat"), (other,), None, PLACES) == "Polres Kaur"


def test_nothing_is_made_up() -> None:
    """A farmer belongs to no body."""
    assert body(person(None, "petani"), (), "17.04", PLACES) is None
