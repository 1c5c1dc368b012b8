"""Ballots: which regencies the words of an article speak for."""

import pytest

from digest.draft.ballot import Ballot
from digest.draft.place import Places
from digest.draft.token import sentences
from digest.regency import load

PLACES = Places(load())


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Rapat di Kabupaten Kaur ramai.", {"17.04"}),
        ("Rapat Kodim 0808/Blitar ramai.", {"35.05", "35.72"}),
        ("Kuliah di Universitas Udayana ramai.", {"51.03"}),
        ("Apel Polresta Sidoarjo ramai.", {"35.15"}),
        ("Bidan Nagori Maligas Tongah mendata balita.", {"12.08"}),
        ("Pemuda Ohoi Ohoitel menanam bakau.", {"81.72"}),
        ("Warga makan siang bersama.", set()),
    ],
)
def test_places_bodies_and_landmarks_speak_for_regencies(text: str, codes: set[str]) -> None:
    """A unit's name may speak for two of the same name."""
    ballot = Ballot(text, PLACES)
    ballot.read(sentences(text, [(0, len(text))])[0], 1.0)
    assert {code for spot in ballot.spots for code in spot.codes} == codes
