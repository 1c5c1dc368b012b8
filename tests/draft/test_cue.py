"""Cues: what the words around a name say of presence and part."""

import pytest

from digest.draft.cue import Cue, cue
from digest.draft.finder import Finder
from digest.draft.place import Places
from digest.draft.token import sentences
from digest.regency import load

PLACES = Places(load())


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Hadir Camat Maje Budi Contoh.", {"there"}),
        ("Rapat dipimpin Camat Maje Budi Contoh.", {"there", "leads"}),
        ("Camat Maje Budi Contoh menghadiri rapat.", {"there", "joins"}),
        ("“Ya,” ujar Camat Maje Budi Contoh.", {"says"}),
        ("Camat Maje Budi Contoh tidak hadir.", {"joins", "absent"}),
        (
            "Camat Maje Budi Contoh berharap. Hal itu disampaikan lewat pesan singkat.",
            {"says", "absent"},
        ),
        ("Camat Maje Budi Contoh berharap. Hal itu disampaikan di aula.", {"says"}),
        ("Rapat mengenang almarhum Budi Contoh.", {"named", "dead"}),
    ],
)
def test_words_around_a_name_tell_the_part(text: str, said: set[str]) -> None:
    """Each sign is told apart; the stage `role` weighs them."""
    rows = sentences(text, [(0, len(text))])
    mention = next(each for each in Finder(text, rows, PLACES).mentions() if each.name_text)
    found = cue(mention, rows)
    assert {sign for sign in Cue.__struct_fields__ if getattr(found, sign)} == said
