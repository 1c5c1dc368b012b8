"""What other programs are told about our files."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from digest import regency, schema
from digest.config import Config
from digest.entry import Entry

SITE = Config(
    title="Contoh", description="", base_url="https://example.org", id_authority="example.org,2023"
)
ENTRY = {
    "id": "contoh-1",
    "title": "Dialog",
    "date": "29 November 2023",
    "places": [{"regency": "32.12"}],
    "topics": ["kamtibmas"],
    "sources": [{"url": "https://contoh.id/", "publisher": "Contoh"}],
    "summary": "Dialog.",
    "published": "2023-11-30T08.15 WIB",
}


def valid(changes: dict[str, Any]) -> bool:
    """Tell whether an entry with these changes is valid; None leaves a key out."""
    value = {key: each for key, each in {**ENTRY, **changes}.items() if each is not None}
    return Draft202012Validator(schema.entry()).is_valid(value)


def test_schemas_are_schemas() -> None:
    """An editor's program can load both schemas."""
    Draft202012Validator.check_schema(schema.entry())
    Draft202012Validator.check_schema(schema.site())


@pytest.mark.parametrize(
    ("changes", "good"),
    [
        ({}, True),
        ({"id": "Contoh"}, False),
        ({"titel": "x"}, False),
        ({"title": "x" * 201}, False),
        ({"kind": "dialogue"}, True),
        ({"kind": "pertemuan"}, False),
        ({"summary": None}, False),
        ({"summary": None, "status": "draft"}, True),
        ({"status": "retracted"}, False),
        ({"status": "retracted", "retraction": {"date": "2023-12-01", "reason": "x"}}, True),
        ({"status": "merged"}, False),
        ({"status": "merged", "merged_into": "contoh-2", "sources": None}, True),
        ({"places": [{"venue": "Aula"}]}, False),
        ({"places": [{"regency": "32.12", "lat": 91}]}, False),
        ({"sources": [{"url": "javascript:x", "publisher": "x"}]}, False),
        ({"topics": ["t"] * 31}, False),
        ({"participants": [{"name": "x", "role": "guest"}]}, False),
    ],
)
def test_entry(changes: dict[str, Any], good: bool) -> None:  # noqa: FBT001 - the expected answer
    """A program that knows the schema refuses what `digest check` refuses."""
    assert valid(changes) == good


def test_every_field_is_described() -> None:
    """An editor who points at a key is told what it means."""
    whole = schema.entry()
    parts = [whole, schema.site(), *whole["$defs"].values()]
    for part in parts:
        for name, each in part["properties"].items():
            assert each.get("description"), name


def test_only_what_is_typed() -> None:
    """The schema has the keys of the model, those that follow from the file left out."""
    typed = set(Entry.__struct_fields__) - {"slug", "path", "digest", "lines"}
    assert set(schema.entry()["properties"]) == typed
    assert "lines" not in schema.site()["properties"]


@pytest.mark.parametrize("language", ["id", "en"])
def test_cms(language: str) -> None:
    """A Git-based CMS gets a form for every key an editor fills in, with labels to read."""
    settings = Config(
        title="C",
        description="",
        base_url="https://example.org",
        id_authority="a.b,2023",
        language=language,  # type: ignore[arg-type] # one of the two
    )
    text = schema.cms(settings, regency.load())
    found = yaml.safe_load(text)
    (collection,) = found["collections"]
    assert (collection["folder"], collection["format"]) == ("content", "yaml-frontmatter")
    assert collection["path"].count("/") == "2023/W48/2023-11-29-dialog".count("/")
    fields = {each["name"]: each for each in collection["fields"]}
    assert set(fields) >= set(ENTRY) | {"body", "participants", "corrections"}
    labels = {each["value"]: each["label"] for each in fields["kind"]["options"]}
    assert labels["meeting"] == {"id": "Pertemuan", "en": "Meeting"}[language]
    assert all(each["label"] for each in fields.values())
    assert " " in fields["id"]["pattern"][1]
    (place,) = [each for each in fields["places"]["fields"] if each["name"] == "regency"]
    assert len(place["options"]) == 514
    assert {"label": "Kabupaten Indramayu (32.12)", "value": "32.12"} in place["options"]


def test_every_key_is_documented() -> None:
    """docs/entry.md names every key of an entry and of its parts."""
    page = (Path(__file__).parent.parent / "docs/entry.md").read_text(encoding="utf-8")
    whole = schema.entry()
    for part in (whole, *whole["$defs"].values()):
        for name in part["properties"]:
            assert f"`{name}`" in page, name
