"""Leads: what stands before a venue, where its name ends, and what speaks for it."""

import pytest

from digest.draft.lead import clause, lead_at, setting
from digest.draft.place import Places
from digest.draft.token import Sentence, sentences
from digest.draft.venue_end import end_of, vague, vague_end
from digest.regency import load

PLACES = Places(load())


def row(text: str) -> Sentence:
    return sentences(text, [(0, len(text))])[0]


@pytest.mark.parametrize(
    ("text", "word", "phrase", "held"),
    [
        ("Rapat bertempat di Aula Uji.", "bertempat", "bertempat di", True),
        ("Rapat berlangsung meriah di Aula Uji.", "di", "di", True),
        ("Warga yang tinggal di Desa Uji datang.", "di", "di", False),
        ("Bupati mengunjungi guru Sekolah Uji.", "mengunjungi", "mengunjungi", False),
    ],
)
def test_a_lead_tells_whether_it_was_held_there(
    text: str,
    word: str,
    phrase: str,
    held: bool,  # noqa: FBT001 - a column
) -> None:
    """A bare `di` does so by the verb before it."""
    sentence = row(text)
    found = lead_at(sentence, sentence.words.index(word))
    assert (found.phrase, found.held, bool(found)) == (phrase, held, True)


def test_where_people_live_counts_against_a_place() -> None:
    """No word leads from a mere noun; a dwelling speaks against its place."""
    sentence = row("Warga yang tinggal di Desa Uji datang.")
    assert lead_at(sentence, sentence.words.index("di")).weight < 0
    assert not lead_at(sentence, 0)


def test_what_is_to_come_or_is_denied_counts_less() -> None:
    """`Tidak lagi digelar di …`, `pekan depan di …`."""
    held, denied = row("Rapat digelar di Aula Uji."), row("Rapat tidak digelar di Aula Uji.")
    later = row("Rapat pekan depan digelar di Aula Uji.")
    first = setting(held, held.words.index("digelar"))
    assert setting(denied, denied.words.index("digelar")) < first
    assert setting(later, later.words.index("digelar")) < first
    assert clause(row("Usai rapat, warga pulang."), 4) == 3


@pytest.mark.parametrize(
    ("text", "length", "venue"),
    [
        ("Aula Uji Coba Rabu", 1, "Aula Uji Coba"),
        ("Aula Uji, Gedung Contoh, Rabu", 1, "Aula Uji, Gedung Contoh"),
        ("Gedung Uji (GU) Kaur ramai", 1, "Gedung Uji (GU) Kaur"),
        ("Ruang rapat Bupati Kaur penuh", 1, "Ruang rapat Bupati Kaur"),
        ("Aula Uji 23/11/2024", 1, "Aula Uji"),
        ("Aula Dinas Perumahan dan Permukiman Kaur itu", 1,
         "Aula Dinas Perumahan dan Permukiman Kaur"),
    ],
)  # fmt: skip
def test_a_venue_ends_with_its_name(text: str, length: int, venue: str) -> None:
    """Before a weekday, a date and small words that are no part of it."""
    sentence = row(text)
    end = end_of(sentence, 0, length)
    assert text[: sentence.tokens[end - 1].end] == venue


def test_a_vague_venue_has_a_place_behind_it() -> None:
    """`Salah satu hotel di Medan` is all the article tells."""
    sentence = row("salah satu hotel di Medan penuh")
    assert vague(sentence, 0) == 3
    assert vague_end(sentence, 3, PLACES) == 5
    assert vague(row("hotel itu penuh"), 0) == 0
