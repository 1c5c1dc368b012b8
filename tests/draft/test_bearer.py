"""Bearers: whose office it is, before, behind or after a comma."""

import pytest

from digest.draft.bearer import Bearer
from digest.draft.place import Places
from digest.draft.position import position_at
from digest.draft.token import Sentence, sentences
from digest.regency import load

PLACES = Places(load())
BEARER = Bearer(PLACES)


def row(text: str) -> Sentence:
    return sentences(text, [(0, len(text))])[0]


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("Ketua Umum Sejahtera H. Apuk berkata", "ketua umum sejahtera"),
        ("Kapolsek Pasirsakti AKP Budi berkata", "kapolsek pasirsakti"),
        ("Kapolsek Pasirsakti, Iptu Budi, berkata", "kapolsek pasirsakti"),
        ("Kepala Dusun Pokko Nikolas hadir", "kepala dusun pokko"),
        ("Babinsa Sahraen dari Koramil 04, Sertu Budi", "babinsa sahraen dari koramil 04"),
    ],
)
def test_an_unknown_word_goes_to_the_office_where_it_must(text: str, office: str) -> None:
    """A place or body no list has is not taken for the first name of its head."""
    sentence = row(text)
    position = position_at(sentence, 0, PLACES)
    assert position is not None
    wide = BEARER.widen(sentence, position)
    assert " ".join(sentence.words[: wide.end]) == office


def test_the_bearer_may_follow_a_comma() -> None:
    """`Camat Kalianda, Eman Contoh, …` names its camat; a list of offices names nobody."""
    sentence = row("Camat Kalianda, Eman Contoh, membuka acara")
    position = position_at(sentence, 0, PLACES)
    assert position is not None
    assert BEARER.behind(sentence, position) == ((3, 3), (3, 5))
    bare = row("Ketua PPK, Ketua Panwas, serta camat")
    position = position_at(bare, 0, PLACES)
    assert position is not None
    assert BEARER.behind(bare, position) is None


def test_a_regency_ends_a_name() -> None:
    """`Budi Contoh Medan` names one of Medan; `Rosa Padang` is a name."""
    assert BEARER.name_end(row("Budi Contoh Medan hadir"), 0) == 2
    assert BEARER.name_end(row("Rosa Padang hadir"), 0) == 2


def test_a_run_of_places_is_no_name() -> None:
    """`Kapolres Madiun, Ngawi, dan Magetan` names nobody."""
    assert BEARER.only_places(row("Ngawi dan Magetan"), 0, 1)


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("Rektor Unuji, Dr. Budi Contoh, hadir", "rektor unuji"),
        ("Dirut Ujimas, Camat Uji, dan warga hadir", "dirut ujimas"),
        ("Dirut Budi, Camat Uji, dan warga hadir", "dirut"),
        ("CEO PT. Uji Ikan Prima, Budi, hadir", "ceo pt uji ikan prima"),
    ],
)
def test_an_unknown_word_before_a_comma_names_what_is_led(text: str, office: str) -> None:
    """A rector's campus, a director's firm, where a title or the next office follows."""
    sentence = row(text)
    position = position_at(sentence, 0, PLACES)
    assert position is not None
    assert " ".join(sentence.words[: BEARER.widen(sentence, position).end]) == office
