"""Text as it is set."""

import pytest

from digest import typography as t


@pytest.mark.parametrize(
    ("items", "language", "expected"),
    [
        ((), "id", ""),
        (("A",), "id", "A"),
        (("A", "B"), "id", "A dan B"),
        (("A", "B", "C"), "id", "A, B, dan C"),
        (("A", "B", "C"), "en", "A, B, and C"),
    ],
)
def test_listing(items: tuple[str, ...], language: str, expected: str) -> None:
    """A list reads as a sentence of its language has it."""
    assert t.listing(items, language) == expected
    joints = t.conjunctions(len(items), language)
    assert "".join(a + b for a, b in zip(joints, items, strict=True)) == expected


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ('Kata "damai" diucapkan', "Kata “damai” diucapkan"),
        ("'Damai' (\"sekali\")", "‘Damai’ (“sekali”)"),
        ("salat Jum'at", "salat Jum’at"),
        ('pipa 5" dan 6 inci', 'pipa 5" dan 6 inci'),
        ('"Dialog: "Nataru""', '"Dialog: "Nataru""'),
        ("“sudah rapi”", "“sudah rapi”"),
        ("", ""),
    ],
)
def test_curly(typed: str, shown: str) -> None:
    """Quotation marks in pairs become curly, and a mark alone stays as typed."""
    assert t.curly(typed) == shown


def test_display_keeps_words() -> None:
    """Setting a title changes no letter or digit of it."""
    typed = 'Rapat 14.30 WIB, "biaya" Rp 5.000.000 untuk Jum\'at, Pasal 5, 12 kg'
    shown = t.display(typed)
    assert [x for x in shown if x.isalnum()] == [x for x in typed if x.isalnum()]
    assert "14.30\N{NO-BREAK SPACE}WIB" in shown
    assert "Rp\N{NO-BREAK SPACE}5.000.000" in shown
    assert "12\N{NO-BREAK SPACE}kg" in shown


@pytest.mark.parametrize(
    ("number", "language", "expected"),
    [(0, "id", "0"), (999, "id", "999"), (1234567, "id", "1.234.567"), (1234, "en", "1,234")],
)
def test_figure(number: int, language: str, expected: str) -> None:
    """A number has the separators of its language."""
    assert t.figure(number, language) == expected


@pytest.mark.parametrize(
    ("text", "length", "expected"),
    [
        ("pendek", 10, "pendek"),
        ("satu dua tiga", 13, "satu dua tiga"),
        ("satu dua, tiga", 10, "satu dua…"),
        ("tanpaspasisamasekali", 6, "tanpa…"),
    ],
)
def test_shortened(text: str, length: int, expected: str) -> None:
    """A long text is cut between words and never longer than asked."""
    assert t.shortened(text, length) == expected
    assert len(expected) <= length
