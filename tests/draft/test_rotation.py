"""Rotations: where the new office begins of those who were moved."""

import pytest

from digest.draft.rotation import into
from digest.draft.token import sentences


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("Budi Contoh yang digeser dari Camat Uji menjadi Camat Coba hadir.", 8),
        ("Budi Contoh dari Camat Uji geser menjadi Camat Coba.", 7),
        ("Budi Contoh, semula Lurah Uji kini menjabat sebagai Camat Coba.", 9),
        ("Budi Contoh dari Universitas Uji menjadi juri.", 2),
        ("Budi Contoh, sebelumnya Camat Uji, hadir.", 2),
        ("Budi Contoh hadir dan menjadi juri.", 2),
    ],
)
def test_a_new_office_follows_the_old_one(text: str, at: int) -> None:
    """Behind `menjadi` and the like, if what was held before is told."""
    row = sentences(text, [(0, len(text))])[0]
    assert into(row, 2) == at
