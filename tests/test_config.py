"""The settings of a site."""

import pytest

from digest.config import Config, parse

LEAST = """\
title: Contoh
description: Situs contoh.
base_url: https://example.org/digest/
id_authority: example.org,2023
"""


def read(text: str) -> tuple[Config | None, list[str]]:
    """Read settings; give them and the codes of their problems."""
    found, problems = parse("site.yaml", text.encode())
    return found, [problem.code for problem in problems]


def test_least_settings() -> None:
    """Four keys make a site, in Indonesian, by the clock of Jakarta, pictures for messengers on."""
    found, problems = read(LEAST)
    assert not problems
    assert found
    assert (found.language, found.timezone, found.share_images) == ("id", "Asia/Jakarta", True)
    assert found.base_url == "https://example.org/digest"
    assert found.base_path == "/digest"
    assert found.lines["base_url"] == (3, 1)


def test_all_settings() -> None:
    """Every other setting is read as typed."""
    found, problems = read(
        LEAST
        + "language: en\ntimezone: Asia/Jayapura\nlicence: CC BY 4.0\ncontact: a@example.org\n"
        "publisher: Redaksi\ngazetteer: data/wilayah.json\nhub: https://hub.example.org/\n"
        "share_images: tidak\nmap: peta.json\n"
    )
    assert not problems
    assert found
    assert found.language == "en"
    assert found.share_images is False
    assert (found.gazetteer, found.map) == ("data/wilayah.json", "peta.json")
    assert found.licence == "CC BY 4.0"


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("timezone: Asia/Bandung", "bad-timezone"),
        ("timezone: ../etc/passwd", "bad-timezone"),
        ("timezone: /etc/passwd", "bad-timezone"),
        ("language: de", "unknown-value"),
        ("gazetteer: ../x.json", "bad-path"),
        ("gazetteer: /x.json", "bad-path"),
        ("map: a\\b", "bad-path"),
        ("hub: javascript:x", "unsafe-url"),
        ("theme: x", "unknown-key"),
        ("share_images: mungkin", "bad-flag"),
        ("title: Contoh", "duplicate-key"),
    ],
)
def test_bad_settings(line: str, code: str) -> None:
    """A setting that cannot be used stops the build with its own problem."""
    assert read(f"{LEAST}{line}\n") == (None, [code])


@pytest.mark.parametrize(
    ("value", "good"),
    [
        ("example.org,2023", True),
        ("example.org,2023-11", True),
        ("example.org,2023-11-29", True),
        ("redaksi@example.org,2023", True),
        ("example.org", False),
        ("example.org,23", False),
        ("example.org,2023-13", False),
        ("example.org,2023-02-30", False),
        ("example,2023", False),
        ("Example.org,2023", False),
        ("https://example.org,2023", False),
    ],
)
def test_authority(value: str, good: bool) -> None:  # noqa: FBT001 - the expected answer
    """Only a domain and a day make ids that nobody else can mint."""
    assert (read(LEAST.replace("example.org,2023", value))[0] is not None) == good


@pytest.mark.parametrize(
    ("value", "good"),
    [
        ("https://example.org", True),
        ("http://localhost:8000/x", True),
        ("https://example.org/?a", False),
        ("https://example.org/#a", False),
        ("mailto:a@example.org", False),
        ("example.org", False),
        ("//example.org", False),
    ],
)
def test_base_url(value: str, good: bool) -> None:  # noqa: FBT001 - the expected answer
    """The address of a site is whole and ends with its path."""
    assert (read(LEAST.replace("https://example.org/digest/", value))[0] is not None) == good


@pytest.mark.parametrize("text", ["", "# x\n", "- title: x\n", "x\n", "title: x\n---\ntitle: y\n"])
def test_files_that_are_no_settings(text: str) -> None:
    """A file that is empty, a list or two documents is told to be no settings."""
    found, problems = read(text)
    assert found is None
    assert problems


def test_missing_settings() -> None:
    """Every setting that is needed is asked for, without a word about drafts."""
    _, problems = parse("site.yaml", b"language: id\n")
    assert [each.values["key"] for each in problems] == [
        "title",
        "description",
        "base_url",
        "id_authority",
    ]
    assert {each.variant for each in problems} == {""}
