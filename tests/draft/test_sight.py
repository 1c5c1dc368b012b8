"""What the trained field sees, where the rules doubt; its odds are made up."""

import pytest
from msgspec.structs import replace

from digest.draft import sight
from digest.draft.finder import Finder
from digest.draft.place import Places
from digest.draft.token import Odds, Sentence, sentences
from digest.draft.who import people
from digest.regency import load

PLACES = Places(load())
ODDS = {"B": Odds(0.99, 0), "I": Odds(0, 0.99), "?": Odds(0.4, 0.3), "-": Odds(0, 0)}


def rated(text: str, odds: str) -> Sentence:
    """Return a sentence with the odds of each token, a letter each."""
    (row,) = sentences(text, [(0, len(text))])
    assert len(odds) == len(row.tokens)
    return replace(row, odds=tuple(ODDS[letter] for letter in odds))


def named(text: str, odds: str = "") -> list[str]:
    """Return who is found in a sentence, which has no odds unless they are given."""
    rows = [rated(text, odds)] if odds else sentences(text, [(0, len(text))])
    return [each.name for each in people(Finder(text, rows, PLACES).mentions(), rows)]


@pytest.mark.parametrize(
    ("odds", "end"), [("-BI--", 3), ("-B---", 2), ("-B?--", 1), ("-?I--", 1), ("--I--", 1)]
)
def test_a_name_is_seen_whole_or_not_at_all(odds: str, end: int) -> None:
    """Where its end is open nothing is seen."""
    assert sight.seen(rated("Lalu Uji Contoh pulang.", odds), 1) == end


def test_nothing_is_seen_without_odds() -> None:
    """Rules that ask do as they did."""
    text = "Lalu Uji Contoh pulang."
    (row,) = sentences(text, [(0, len(text))])
    assert (sight.seen(row, 1), sight.begins(row, 1)) == (1, 0.0)


def test_behind_a_title_any_word_may_be_a_name() -> None:
    """A common noun, which the lists have for none."""
    text = "Doa dipimpin Pdt. Pengalaman dan dua jemaat."
    assert named(text) == []
    assert named(text, "---B----") == ["Pengalaman"]


def test_a_district_may_be_a_name() -> None:
    """Many people are called as a place is."""
    text = "Semua senang, ujar Kalianda."
    assert named(text) == []
    assert named(text, "----B-") == ["Kalianda"]


def test_a_name_begins_where_it_is_seen_to() -> None:
    """Between a village and its head's name, both of unknown words."""
    text = "Kepala Desa Wulodewa Lokaria Benteru Sanggi hadir."
    assert named(text, "---BII--") == ["Lokaria Benteru Sanggi"]
    assert named(text, "----BI--") == ["Benteru Sanggi"]


@pytest.mark.parametrize(
    ("text", "odds"),
    [
        ("Wulodewa, Kades Sukamaju (Coba)", "?------"),
        ("Di Uji, Wulodewa menggantikan ayahnya.", "---?---"),
        ("Hadir Budi Contoh, Wulodewa, dan Siti Uji.", "-BI-?--BI-"),
    ],
    ids=("office behind", "verb behind", "list"),
)
def test_one_unknown_word_may_be_somebody_where_people_are_named(text: str, odds: str) -> None:
    """Where a known name would be one, the field need not be sure."""
    assert "Wulodewa" not in named(text)
    assert "Wulodewa" in named(text, odds)
