"""The registry of people, organisations and topics."""

import datetime as dt

from hypothesis import given, settings
from hypothesis import strategies as st

from digest import regency
from digest.person import EMPTY, Name, Position, Registry, fold, parse

PEOPLE = """\
m-fahri-siregar:
  name: M. Fahri Siregar
  aliases: [Fahri Siregar]
  positions:
    - position: Kapolres Indramayu
      organisation: Polres Indramayu
      from: 2023-01-10
      until: 2024-06-01
masykur-kpu:
  name: Masykur
"""
ORGANISATIONS = "polres-indramayu:\n  name: Polres Indramayu\n  regency: Kabupaten Indramayu\n"
TOPICS = "kamtibmas:\n  name: Kamtibmas\n  aliases: [Keamanan]\n  name_en: Public order\n"


def read(**files: str) -> tuple[Registry, list[str]]:
    """Read a registry; give it and the codes of its problems."""
    named = {
        kind: (f"content/_registry/{kind}.yaml", text.encode()) for kind, text in files.items()
    }
    registry, problems = parse(named, regency.load())
    return registry, [problem.code for problem in problems]


def test_registered_names() -> None:
    """Every spelling of a registered person, organisation or topic leads to one page."""
    registry, problems = read(people=PEOPLE, organisations=ORGANISATIONS, topics=TOPICS)
    assert not problems
    for spelling in ("M. Fahri Siregar", "m fahri  siregar", "FAHRI SIREGAR", "m-fahri-siregar"):
        assert registry.person(spelling).slug == "m-fahri-siregar"
    assert registry.people["m-fahri-siregar"].positions == (
        Position(
            "Kapolres Indramayu", "Polres Indramayu", dt.date(2023, 1, 10), dt.date(2024, 6, 1)
        ),
    )
    assert registry.organisation("POLRES INDRAMAYU").regency == "32.12"
    assert registry.topic("keamanan").name_en == "Public order"


def test_unregistered_names() -> None:
    """A name nobody registered still has a page, in its own spelling."""
    assert EMPTY.person("Syaerozi Bilal") == Name("syaerozi-bilal", "Syaerozi Bilal")
    assert EMPTY.organisation("FKUB (Indramayu)").slug == "fkub-indramayu"
    assert EMPTY.topic("pemilu-2024") == Name("pemilu-2024", "Pemilu 2024")
    assert EMPTY.publisher("detikcom") == Name("detikcom", "detikcom")


def test_one_word_names_are_one_person_a_regency() -> None:
    """Two men called Tasim in two regencies are not shown to be one."""
    here = EMPTY.person("Tasim", "kabupaten-indramayu")
    there = EMPTY.person("Tasim", "kota-bogor")
    assert here.slug == "tasim-kabupaten-indramayu"
    assert here.slug != there.slug
    assert EMPTY.person("Ahmad Tabroni", "kota-bogor").slug == "ahmad-tabroni"
    registry, _ = read(people=PEOPLE)
    assert registry.person("Masykur", "kota-bogor").slug == "masykur-kpu"


def test_problems_of_a_registry() -> None:
    """Keys that leave the folder, repeated spellings and unknown keys are told."""
    assert read(people="../x:\n  name: X\n")[1] == ["bad-slug"]
    assert read(people="Nama Orang:\n  name: X\n")[1] == ["bad-slug"]
    assert read(people="a:\n  name: X\nb:\n  name: x\n")[1] == ["shared-name"]
    assert read(people="a:\n  nama: X\n")[1] == ["unknown-key", "missing-key"]
    assert read(people="a: X\n")[1] == ["expected-mapping"]
    assert read(people="- a: X\n")[1] == ["one-mapping"]
    assert read(organisations="a:\n  name: X\n  regency: Bogor\n")[1] == ["ambiguous-regency"]
    assert read(people="")[1] == []


def test_a_registry_stands_where_one_name_is_wrong() -> None:
    """One bad name does not make the others unknown."""
    registry, problems = read(people=PEOPLE + "x:\n  nam: y\n")
    assert problems == ["unknown-key", "missing-key"]
    assert set(registry.people) == {"m-fahri-siregar", "masykur-kpu"}


@settings(deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes(data: bytes) -> None:
    """No registry file ends the program."""
    parse({"people": ("p", data), "topics": ("t", b"a:\n  " + data)}, regency.load())


@settings(deadline=None)
@given(st.text(max_size=30))
def test_names_are_found_as_they_fold(name: str) -> None:
    """Names that differ in case, blanks and punctuation only are one name."""
    assert fold(name) == fold(f" {name} ") == fold(name + ".")
    assert EMPTY.person(name).slug == EMPTY.person(name).slug != ""
