"""People: each person once, under the fullest name, wherever they are named."""

from digest.draft.finder import Finder
from digest.draft.place import Places
from digest.draft.token import sentences
from digest.draft.who import Person, parts, people
from digest.regency import load

PLACES = Places(load())


def found(text: str) -> tuple[Person, ...]:
    rows = sentences(text, [(0, len(text))])
    return people(Finder(text, rows, PLACES).mentions(), rows)


def test_short_names_belong_to_the_full_one() -> None:
    """`Oka` and the kapolres are the AKBP named before."""
    persons = found("Kapolres Kaur AKBP Achmad Oka Misal hadir. Oka berpesan. Kata Kapolres, aman.")
    assert [each.name for each in persons] == ["Achmad Oka Misal"]
    assert len(persons[0].mentions) == 3


def test_an_initial_alone_makes_nobody_the_same() -> None:
    """`M Budi` and `Masykur` are two."""
    persons = found("Hadir Ketua KPU Kaur, Masykur. Kapolres Kaur AKBP M Budi Contoh berpesan.")
    assert [each.name for each in persons] == ["Masykur", "M Budi Contoh"]


def test_a_stranger_needs_words_that_say_so() -> None:
    """A capitalised run is a person if it speaks or is called by a part of it again."""
    assert [each.name for each in found("Kata Budi Santoso, warga senang.")] == ["Budi Santoso"]
    assert not found("Warga menonton Wayang Golek Purwa di lapangan.")


def test_the_office_of_another_place_is_another_mention() -> None:
    """`Kapolres Ngawi` is not the kapolres of Kaur."""
    (person,) = found("Kapolres Kaur AKBP Budi Contoh hadir. Kapolres Ngawi tidak tampak.")
    assert len(person.mentions) == 1


def test_parts_of_a_name_are_compared_folded() -> None:
    """Full stops and case do not part a name."""
    assert parts("M. BUDI Rifa’i") == ("m", "budi", "rifa'i")
