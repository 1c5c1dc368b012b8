"""Presence: who signs beside others is there; who is spoken for is not."""

import pytest

from digest.draft.extract import extract
from digest.draft.model import Article
from digest.regency import load

HEAD = "Rapat koordinasi digelar di Aula Kantor Bupati Kendal, Selasa (11/3/2025).\n"


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        (
            "MoU diteken Bupati Alor Agus Santoso bersama Kajari Alor Budi Hartono.",
            ["attendee", "attendee"],
        ),
        ("Warga membaca surat edaran yang diteken Bupati Alor Agus Santoso.", ["mentioned"]),
        (
            "“Saya mewakili Bapak Camat Agus Santoso,” ujar Lurah Beru Budi Hartono.",
            ["represented"],
        ),
        (
            "Camat Boja Agus Adi melalui Sekcam Budi berpesan. Budi didampingi Agus Adi.",
            ["attendee"],
        ),
        ("“Rumah ini dibangun ayah saya Haji Agus Santoso,” kata Camat Boja Budi.", ["mentioned"]),
    ],
)
def test_who_was_there(text: str, roles: list[str]) -> None:
    people = extract(Article(text=HEAD + text), load()).entry["participants"]
    assert isinstance(people, list)
    assert [each["role"] for each in people][: len(roles)] == roles
    assert all("saya" not in each.get("position", "") for each in people)
