"""Shapes: offices that no list knows, told by what stands around them."""

import pytest

from digest.draft.shape import (
    abbreviated,
    bracketed,
    disowned,
    entrusted,
    office_end,
    owned,
    ranked,
    to_mark,
)
from digest.draft.token import Sentence, sentences


def row(text: str) -> Sentence:
    return sentences(text, [(0, len(text))])[0]


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("KBU Sat Polair Iptu Budi Contoh hadir.", 3),
        ("Kajur Tekpol AKP Amin Misal hadir.", 2),
        ("Budi Contoh Iptu Amin Misal hadir.", 0),
        ("Jalan Uji Iptu Amin Misal ramai.", 0),
    ],
)
def test_what_stands_before_a_rank_is_an_office(text: str, end: int) -> None:
    """Unless it is a name or a thing."""
    assert office_end(row(text), 0) == end


def test_an_office_may_be_somebodys() -> None:
    """`Ketuanya, Budi`; kin stay somebody's."""
    found = owned(row("Ketuanya, Budi Contoh, hadir."), 0)
    assert found is not None
    assert found.phrase == "ketua"
    assert owned(row("Rumahnya, Uji, ramai."), 0) is None
    assert (disowned("Ketuanya"), disowned("istrinya")) == ("Ketua", "istrinya")


def test_ka_before_a_body_is_an_office() -> None:
    """`Ka. KUA Uji`, but no `Ka` before a name."""
    found = abbreviated(row("Ka. KUA Uji hadir."), 0)
    assert found is not None
    assert (found.phrase, found.length) == ("ka", 1)
    assert abbreviated(row("Ka Budi hadir."), 0) is None


def test_who_holds_an_office_stands_behind_a_passive() -> None:
    """`Jabatan ketua dipegang oleh A, sekretaris oleh B`."""
    sentence = row("Ketua dipegang oleh Budi, sekretaris oleh Siti.")
    assert entrusted(sentence, 1) == 3
    assert entrusted(sentence, 6) == 7
    assert entrusted(row("Ketua datang."), 1) == 1


def test_a_rank_needs_a_name() -> None:
    """`AKP Budi` is somebody, `AKP itu` is not."""
    assert ranked(row("AKP Budi hadir."), 0)
    assert not ranked(row("AKP itu hadir."), 0)


def test_capitals_run_to_a_mark() -> None:
    """A small word behind them shows that they are no rest of a body's name."""
    assert to_mark(row("Uji Coba, hadir."), 0) == 2
    assert to_mark(row("Uji Coba hadir."), 0) == 0


@pytest.mark.parametrize(
    ("text", "office"),
    [("(Kasuji II)", True), ("(KPU Kaur)", True), ("(Budi)", False), ("(uji)", False)],
)
def test_brackets_hold_an_office(text: str, office: bool) -> None:  # noqa: FBT001 - a column
    """Or a body; a nickname is neither."""
    sentence = row(text)
    assert bracketed(sentence, 1, len(sentence.tokens) - 1) is office
