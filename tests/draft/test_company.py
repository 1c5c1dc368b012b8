"""Topics: who met whom, where nobody tells what it was about."""

import pytest

from digest.draft.cast import Part
from digest.draft.company import company
from digest.draft.finder import Finder
from digest.draft.place import Places
from digest.draft.token import sentences
from digest.draft.who import people
from digest.regency import load

PLACES = Places(load())


@pytest.mark.parametrize(
    ("text", "noun", "kind", "topic"),
    [
        ("Kapolres Kaur Budi Contoh menemui Ketua FKUB Kaur Amin Misal.", "kunjungan", "visit",
         "silaturahmi Kapolres Kaur dengan Ketua FKUB Kaur"),
        ("Camat Maje Budi Contoh datang.", "pertemuan", "meeting", "pertemuan Camat Maje"),
        ("Kapolsek Maje Iptu Budi Contoh berkeliling.", "patroli", "patrol",
         "patroli Polsek Maje"),
        ("Bupati Kaur Budi Contoh hadir.", "pelantikan", "ceremony", "pelantikan"),
        ("Warga hadir.", "acara", "ceremony", ""),
    ],
)  # fmt: skip
def test_who_met_whom_is_a_topic(text: str, noun: str, kind: str, topic: str) -> None:
    """Of a visit it tells who came to whom, of a patrol whose it was."""
    rows = sentences(text, [(0, len(text))])
    persons = people(Finder(text, rows, PLACES).mentions(), rows)
    parts = [Part("speaker") for _ in persons]
    assert company(noun, kind, persons, parts) == topic
