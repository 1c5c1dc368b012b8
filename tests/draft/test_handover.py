"""Handing on: whoever takes an office over has it, and whoever leaves it had it."""

import pytest

from digest.draft.extract import extract
from digest.draft.model import Article
from digest.regency import load

HEAD = "Serah terima jabatan digelar di Aula Kantor Bupati Kendal, Selasa (11/3/2025).\n"


@pytest.mark.parametrize(
    ("text", "offices"),
    [
        ("Posisi Camat Boja kini diisi oleh Budi Santoso, mantan Lurah Uji.", ["Camat Boja"]),
        ("Jabatan Camat Boja, yang kini dijabat Budi Santoso, penting.", ["Camat Boja"]),
        (
            "Jabatan Kapolres Kendal beralih dari AKBP Agus Uji kepada AKBP Budi Santoso.",
            ["Kapolres Kendal", "Kapolres Kendal"],
        ),
        (
            "Kompol Budi Santoso menggantikan Kompol Agus Hartono sebagai Kapolsek Boja.",
            ["Kapolsek Boja", "Kapolsek Boja"],
        ),
        (
            "Budi Adi yang semula Camat Boja, menempati posisi sebagai Camat Pegandon.",
            ["Camat Pegandon"],
        ),
        (
            "Dua pejabat, Hadi dan Adi, dilantik masing-masing menjadi Camat Boja dan Lurah Beru.",
            ["Camat Boja", "Lurah Beru"],
        ),
    ],
)
def test_who_has_the_office(text: str, offices: list[str]) -> None:
    draft = extract(Article(text=HEAD + text), load())
    people = draft.entry["participants"]
    assert isinstance(people, list)
    assert [each.get("position") for each in people] == offices
