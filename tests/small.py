"""A small invented site, written file by file, for tests that build many times.

It has a gazetteer of its own with three areas, so that a build takes a tenth of a second.
"""

import json
from pathlib import Path

SITE = """\
title: {title}
description: Peristiwa rekaan.
base_url: https://kecil.example
timezone: Asia/Jakarta
id_authority: kecil.example,2023
publisher: Redaksi Kecil
gazetteer: wilayah.json
share_images: no
"""
AREAS = ("Kabupaten Utara", "Kabupaten Selatan", "Kota Tengah")
GAZETTEER = {
    "kinds": [
        {"kind": "kabupaten", "prefixes": ["Kabupaten"]},
        {"kind": "kota", "prefixes": ["Kota"]},
    ],
    "provinces": [{"code": "1", "name": "Provinsi Kecil"}],
    "regencies": [
        {
            "code": f"1.{number}",
            "kind": name.split()[0].lower(),
            "name": name.split()[1],
            "full": name,
            "province": "1",
            "zone": "WIB",
        }
        for number, name in enumerate(AREAS, 1)
    ],
    "tiles": {f"1.{number}": [number, 0] for number in range(1, 4)},
}


def make(root: Path) -> Path:
    """Write a site without entries."""
    (root / "content").mkdir(parents=True)
    settings(root, "Situs Kecil")
    (root / "wilayah.json").write_text(json.dumps(GAZETTEER), "utf-8")
    return root


def settings(root: Path, title: str) -> None:
    """Write `site.yaml`."""
    (root / "site.yaml").write_text(SITE.format(title=title), "utf-8")


def entry(number: int, **changes: str) -> str:
    """Return the text of an invented entry; equal numbers have equal ids."""
    values = {
        "title": f"Peristiwa rekaan {number}",
        "date": f"2023-{11 + number % 2}-{1 + number % 28:02d}",
        "status": "published",
        "regency": AREAS[number % 3],
        "topic": f"Topik {number % 4}",
        "person": f"Orang Rekaan {number % 5}",
        "body": "Isi rekaan.",
        **changes,
    }
    return (
        "---\n"
        f"id: rekaan{number:04d}\n"
        f"title: {values['title']}\n"
        f"status: {values['status']}\n"
        f"published: 2024-01-{1 + number % 28:02d}T08:{number % 60:02d}:00+07:00\n"
        f"date: {values['date']}\n"
        "kind: meeting\n"
        f"places: [{{regency: {values['regency']}}}]\n"
        f"topics: [{values['topic']}]\n"
        f"participants: [{{name: {values['person']}, organisation: Badan Rekaan}}]\n"
        "sources: [{url: 'https://media.example/', publisher: Media Rekaan}]\n"
        f"summary: Ringkasan rekaan {number}.\n"
        "---\n"
        f"{values['body']}\n"
    )


def write(root: Path, number: int, name: str = "", **changes: str) -> Path:
    """Write an entry file and return its path."""
    place = root / "content" / f"{name or f'rekaan-{number:04d}'}.md"
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(entry(number, **changes), "utf-8")
    return place
