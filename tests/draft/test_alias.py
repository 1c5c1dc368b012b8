"""Short forms: a campus or firm is called by its full name."""

import pytest

from digest.draft.alias import aliases, written_out
from digest.draft.token import sentences


@pytest.mark.parametrize(
    ("text", "short", "full"),
    [
        ("Universitas Uji Coba (Unuco) datang.", "Unuco", "Universitas Uji Coba"),
        ("Universitas Uji Coba (Unuco) datang.", "FISIP Unuco", "Universitas Uji Coba"),
        ("PT Uji Coba Mandiri (UCM) datang.", "PT UCM", "PT Uji Coba Mandiri"),
        ("PT Uji Coba Mandiri disingkat UCM datang.", "PT UCM", "PT Uji Coba Mandiri"),
        ("Kampus itu ramai.", "Unair", "Universitas Airlangga"),
        ("Forum Uji Coba (FUC) datang.", "FUC Kaur", "FUC Kaur"),
        ("Kampus itu ramai.", "Desa Usu", "Desa Usu"),
        ("Lembaga Adat Misal Kaur (LAMK) datang.", "DPH LAMK", "Lembaga Adat Misal Kaur"),
        ("Lembaga Adat Misal (LAMIS) datang.", "LAMIS Kaur", "LAMIS Kaur"),
    ],
)
def test_short_forms_of_campuses_and_firms(text: str, short: str, full: str) -> None:
    """What the article explains counts, then what everybody knows; others keep their own."""
    assert written_out(short, aliases(sentences(text, [(0, len(text))]))) == full
