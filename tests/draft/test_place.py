"""Places: names of regencies, provinces, districts and villages in a sentence."""

from digest.draft.place import Places
from digest.draft.token import Sentence, sentences
from digest.regency import load

PLACES = Places(load())


def row(text: str) -> Sentence:
    return sentences(text, [(0, len(text))])[0]


def test_the_longest_name_wins() -> None:
    """`Aceh Barat Daya` is not read as `Aceh Barat`."""
    assert PLACES.end(row("Aceh Barat Daya berbenah"), 0) == 3


def test_short_and_seat_names_are_known() -> None:
    """Readers write `Kukar`, and `Ungaran` for the seat of Kabupaten Semarang."""
    assert PLACES.codes("kukar") == ("64.02",)
    assert PLACES.codes("ungaran") == ("33.22",)


def test_namesakes_stay_open() -> None:
    """A bare name that two regencies share keeps both."""
    assert set(PLACES.codes("bandung")) == {"32.04", "32.73"}


def test_short_names_of_provinces_are_known() -> None:
    """`Kalsel` is Kalimantan Selatan."""
    assert PLACES.provinces["kalsel"] == PLACES.provinces["kalimantan selatan"]


def test_villages_count_behind_their_word() -> None:
    """A village's name is looked for only where a word such as Desa announces it."""
    sentence = row("Desa Sukamaju Budi")
    assert PLACES.named(sentence, 1) == 2
    assert PLACES.end(row("Budi Contoh"), 0) == 0
