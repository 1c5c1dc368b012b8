"""The form of a word: verbs, callings and abstract nouns that no list knows."""

import pytest

from digest.draft.form import abstract, active, calling, passive, verb


@pytest.mark.parametrize(
    ("word", "tells"),
    [
        ("menyelaraskan", (True, False, True)),
        ("bermufakat", (True, False, True)),
        ("disepakati", (False, True, True)),
        ("terlibat", (False, False, True)),
        ("meja", (False, False, False)),
        ("menteri", (False, False, False)),
        ("dinas", (False, False, False)),
        ("beras", (False, False, False)),
        ("terhadap", (False, False, False)),
        ("duduk", (False, False, False)),
    ],
)
def test_verbs_are_known_by_their_prefix(word: str, tells: tuple[bool, bool, bool]) -> None:
    """A list holds the nouns, prepositions and adjectives that begin as verbs do."""
    assert (active(word), passive(word), verb(word)) == tells


@pytest.mark.parametrize(
    ("word", "tells"),
    [("perajin", True), ("pegiat", True), ("pekan", False), ("pertemuan", False), ("petani", True)],
)
def test_callings_are_known_by_their_prefix(word: str, *, tells: bool) -> None:
    """What ends in `an` is no calling but a deed."""
    assert calling(word) == tells


@pytest.mark.parametrize(
    ("word", "tells"), [("pelantikan", True), ("kebersihan", True), ("makanan", False)]
)
def test_abstract_nouns_are_known_by_both_ends(word: str, *, tells: bool) -> None:
    """Nouns of deeds and states make topics."""
    assert abstract(word) == tells
