"""The trained field: what it is told of a word, and what it makes of words no list knows."""

from collections.abc import Sequence

import pytest

from digest.draft import tagger
from digest.draft.lexicon import lists
from digest.draft.place import Places
from digest.draft.token import Odds, Sentence, sentences
from digest.regency import load

PLACES = Places(load())


def read(text: str) -> list[Sentence]:
    return sentences(text, [(0, len(text))])


def odds_of(text: str, *words: str) -> list[float]:
    """Return the odds that each of `words` is part of a name where it first stands."""
    rows = read(text)
    found = [
        (token.text, odds.part)
        for row, own in zip(rows, tagger.odds(rows, PLACES), strict=True)
        for token, odds in zip(row.tokens, own, strict=True)
    ]
    return [next(part for said, part in found if said == word) for word in words]


def said_of(text: str, word: str) -> set[str]:
    rows = read(text)
    said = tagger.features(rows, PLACES)
    return {
        feature
        for row, own in zip(rows, said, strict=True)
        for token, features in zip(row.tokens, own, strict=True)
        if token.text == word
        for feature in features
    }


@pytest.mark.parametrize(
    ("text", "names", "others"),
    [
        (
            "Bupati Kaur Brentofal Wiskarna membuka rapat di Aula Gedung Sarunta, Senin.",
            ("Brentofal", "Wiskarna"),
            ("Bupati", "Kaur", "Aula", "Gedung", "Sarunta"),
        ),
        (
            "“Kami siap,” kata Ustaz Zulmardin Olepa. Warga Desa Pantosari ikut hadir.",
            ("Zulmardin", "Olepa"),
            ("Warga", "Desa", "Pantosari"),
        ),
    ],
)
def test_words_no_list_knows_are_told_apart_by_what_is_around_them(
    text: str, names: Sequence[str], others: Sequence[str]
) -> None:
    """Names nobody ever listed are likely, places and halls nobody ever listed are not."""
    assert min(odds_of(text, *names)) > 0.5 > max(odds_of(text, *others))


def test_odds_are_shares() -> None:
    """A token begins a name, goes on with one, or is none; a mark alone has odds, too."""
    rows = read("Camat Uji, Bambang Contoh, hadir. ”")
    found = [odds for row in tagger.odds(rows, PLACES) for odds in row]
    assert len(found) == sum(len(row.tokens) for row in rows)
    assert all(odds.begins >= 0 and odds.inside >= 0 and odds.part <= 1.0001 for odds in found)
    assert Odds(0.25, 0.5).part == 0.75


def test_the_same_article_has_the_same_odds_whatever_was_read_before() -> None:
    """One tagger serves all articles of a run."""
    rows = read("Ketua KPU Kaur Budi Contoh hadir bersama Siti Umpama.")
    first = tagger.odds(rows, PLACES)
    tagger.odds(read("Rapat digelar di Balai Desa Misal."), PLACES)
    assert tagger.odds(rows, PLACES) == first


def test_the_field_is_told_of_lists_offices_places_and_looks() -> None:
    """Each word with what it is by itself and what stands beside it."""
    text = "Kapolres Kaur AKBP Budi Contoh hadir."
    assert {"0:titles.rank", "0:title", "-1:place", "shapes=Xx XX Xx"} <= said_of(text, "AKBP")
    assert {"0:known", "-1:title", "1:shape=Xx", "-1:word=akbp"} <= said_of(text, "Budi")
    assert "0:office-end" in said_of(text, "Kaur") | said_of(text, "Kapolres")
    assert "first" in said_of(text, "Kapolres")


def test_the_field_is_told_of_the_capitals_side_by_side() -> None:
    """A word in the middle of three is not what the last of two is."""
    text = "Hadir Kasat Binmas AKBP Budi Contoh dan Siti."
    said = said_of(text, "Budi")
    assert {"run=5", "in run=4/1", "before run=", "behind run=dan"} <= said
    assert {"run=1", "in run=0/0", "before run=dan", "behind run=."} <= said_of(text, "Siti")
    assert any(each.startswith("together=True Xx title") for each in said)


def test_what_the_article_tells_of_a_word_counts_everywhere() -> None:
    """A short name is told by where its whole stands, and a noun by its small letter."""
    text = "AKBP Contoh hadir. Uang umpama itu sedikit. Lalu Umpama dan Contoh pulang."
    assert "elsewhere:called" in said_of(text, "Contoh")
    assert "elsewhere:small" in said_of(text, "Umpama")
    assert not {each for each in said_of(text, "umpama") if each.startswith("elsewhere:")}


def test_the_field_was_trained_on_the_lists_there_are() -> None:
    """Whoever renames a section trains anew: else the field is deaf to it, and nobody notices."""
    there = {f"{file}.{name}" for file in tagger.FILES for name in lists(file)}
    told = {feature.partition(":")[2].lstrip("^+") for feature in tagger.learnt()}
    learnt = {each for each in told if each.partition(".")[0] in tagger.FILES}
    assert learnt <= there
    assert len(learnt) > len(there) / 2
