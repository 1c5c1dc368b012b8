"""Bylines: who wrote and who edited, as pages of Indonesian outlets say it."""

import pytest

from digest.draft.byline import Byline, byline


@pytest.mark.parametrize(
    ("line", "author", "editor"),
    [
        ("Rep: Siti Contoh Red: Budi Misal", "Siti Contoh", "Budi Misal"),
        ("Penulis: A. Contoh | Editor: Nur", "A. Contoh", "Nur"),
        ("Pewarta : M. Contoh Uji", "M. Contoh Uji", None),
        ("RABU, 6 MARET 2024 | 09:30 WITA | LAPORAN: SITI CONTOH", "Siti Contoh", None),
        ("By Redaksi - 23 November 2024", "Redaksi", None),
        ("Oleh Admin Uji — Rabu, 16 Oktober 2024", "Admin Uji", None),
        ("Home » Daerah » Medan", None, None),
    ],
)
def test_writer_and_editor_are_read(line: str, author: str | None, editor: str | None) -> None:
    """The source of an entry names them as the page does."""
    assert byline(line, [(0, len(line))]) == Byline(author, editor)
