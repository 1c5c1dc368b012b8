"""The verb: a site's folder is drafted into, with the names and entries it has."""

import json
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from digest.cli import parser

# Invented people and places.
TEXT = (
    "Musyawarah Desa Sukamaju Bahas Jalan Rusak\n\n"
    "INDRAMAYU – Kepala Desa Sukamaju Budi Contoh membuka musyawarah desa yang membahas perbaikan "
    "jalan di Balai Desa Sukamaju, Kabupaten Indramayu, pada Selasa (23/1/2024). Puluhan warga "
    "dari empat dusun hadir dan menyampaikan usulan masing-masing.\n"
)
SITE = """\
title: Situs
description: Uji
base_url: https://example.org
id_authority: example.org,2023
language: en
"""
ENTRY = """\
---
id: 0123456789
title: Musyawarah
date: 2024-01-23
places: [{regency: Kabupaten Indramayu}]
topics: [jalan]
sources: [{url: https://kabar.example/1, publisher: Kabar}]
summary: Warga bermusyawarah.
published: 2024-01-25T08:00:00+07:00
---
"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Make a site with one entry and one known person, and an article beside it."""
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    root = tmp_path / "situs"
    (root / "content" / "_registry").mkdir(parents=True)
    (root / "site.yaml").write_text(SITE, encoding="utf-8")
    (root / "content" / "2024-01-23-musyawarah.md").write_text(ENTRY, encoding="utf-8")
    people = "budi:\n  name: Budi Prakoso Contoh\n  aliases: [Budi Contoh]\n"
    (root / "content" / "_registry" / "people.yaml").write_text(people, encoding="utf-8")
    return root


def main(*words: str) -> int:
    """Run a verb as the command does."""
    args = parser().parse_args(words)
    verb = import_module(f"digest.verbs.{args.verb}")
    status: int = verb.run(args)
    return status


def printed(capsys: pytest.CaptureFixture[str]) -> Any:  # noqa: ANN401 - JSON has any shape
    return json.loads(capsys.readouterr().out)


def test_names_and_entries_of_the_site_count(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A known person has the site's name, and an entry with the same source is named."""
    article = str(site.parent / "a.txt")
    url = "https://www.kabar.example/1?utm_source=x"
    assert main("--root", str(site), "draft", article, "--json", "--url", url) == 0
    made = printed(capsys)
    assert made["entry"]["participants"][0]["name"] == "Budi Prakoso Contoh"
    (same,) = made["duplicates"]
    assert same["path"] == "content/2024-01-23-musyawarah.md"
    assert "source" in same["reasons"]


def test_a_draft_lands_in_the_site(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A draft is a file of the site, in its language, and the site passes its check."""
    assert main("--root", str(site), "draft", str(site.parent / "a.txt")) == 0
    made = Path(capsys.readouterr().out.strip())
    assert made.parent == site / "content" / "2024" / "W04"
    assert "# Made by a program" in made.read_text(encoding="utf-8")
    assert main("--root", str(site), "check") == 0


def test_a_broken_site_still_drafts(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A slip in the settings is told and does not keep an editor from drafting."""
    (site / "site.yaml").write_text("title: [", encoding="utf-8")
    assert main("--root", str(site), "draft", str(site.parent / "a.txt"), "--json") == 0
    out, err = capsys.readouterr()
    assert json.loads(out)["duplicates"] == []
    assert "site.yaml" in err


def test_no_site_is_needed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """In any other folder an article still gives a proposal."""
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    assert main("--root", str(tmp_path), "draft", str(tmp_path / "a.txt"), "--json") == 0
    assert printed(capsys)["entry"]["date"] == "2024-01-23"
