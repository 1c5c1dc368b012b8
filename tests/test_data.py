"""Downloads: three files that say the same, and that nobody's spreadsheet runs."""

import csv
import io
import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256

import pytest

import many
from digest import data
from digest.entry import Correction, Entry, Participant, Place, Retraction


@contextmanager
def database(files: dict[str, bytes]) -> Iterator[sqlite3.Connection]:
    """Open the SQLite download."""
    base = sqlite3.connect(":memory:")
    base.deserialize(files["data/digest.db"])
    base.row_factory = sqlite3.Row
    try:
        yield base
    finally:
        base.close()


def files(*entries: Entry) -> dict[str, bytes]:
    """Return the downloads of some entries."""
    return data.files(many.built(entries))


def rows(made: dict[str, bytes]) -> list[dict[str, str]]:
    """Return the CSV as a reader sees it."""
    text = made["data/entries.csv"].decode()
    return list(csv.DictReader(io.StringIO(text, newline="")))


def lines(made: dict[str, bytes]) -> list[dict[str, object]]:
    """Return the JSON Lines as a reader sees them."""
    return [json.loads(line) for line in made["data/entries.jsonl"].splitlines()]


def test_the_three_say_the_same() -> None:
    """A researcher gets the same entry whichever file is taken."""
    day = many.one(1).date
    assert day
    one = many.one(
        1,
        places=(Place("32.12", venue="Aula", lat=-6.5, lon=108.3), Place("32.73")),
        concerns=("64.71",),
        corrections=(Correction(day, "Rekaan."),),
        body="Isi\n\nlagi",
        related=("rekaan0002",),
    )
    made = files(one, many.one(2, part_of="rekaan0001"))
    for line, row in zip(lines(made), rows(made), strict=True):
        for key, value in line.items():
            text = row[key]
            read = json.loads(text) if isinstance(value, list | dict) else (text or None)
            assert read == value, key
    with database(made) as base:
        found = {row["id"]: dict(row) for row in base.execute("SELECT * FROM entries")}
        for line in lines(made):
            stored = found[str(line["id"])]
            for key in stored.keys() & line.keys():
                assert stored[key] == line[key], key
        people = base.execute("SELECT name, role FROM participants WHERE entry = 'rekaan0001'")
        assert [tuple(row) for row in people] == [
            ("Budi Rekaan", "attendee"),
            ("Citra Rekaan", "quoted"),
        ]
        places = base.execute("SELECT regency, lat FROM places WHERE entry = 'rekaan0001'")
        assert [tuple(row) for row in places] == [("32.12", -6.5), ("32.73", None)]
        assert [tuple(row) for row in base.execute("SELECT * FROM concerns")] == [
            ("rekaan0001", "64.71")
        ]


def test_the_database_is_sound_and_searchable() -> None:
    """Datasette opens the file, follows its keys and searches it."""
    made = files(many.one(1, title="Dialog rekaan"), many.one(2, related=("tidak-ada",)))
    with database(made) as base:
        assert base.execute("PRAGMA foreign_key_check").fetchall() == []
        assert base.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        assert base.execute("SELECT count(*) FROM regencies").fetchone()[0] == 514
        found = base.execute(
            "SELECT id FROM entries JOIN entries_fts ON entries.rowid = entries_fts.rowid"
            " WHERE entries_fts MATCH 'dialog'"
        ).fetchall()
        assert [row["id"] for row in found] == ["rekaan0001"]


@pytest.mark.parametrize("start", data.FORMULA)
def test_a_spreadsheet_runs_nothing(start: str) -> None:
    """A cell that begins like a formula is text for whoever opens the CSV."""
    (row,) = rows(files(many.one(1, title=f"{start}HYPERLINK()", summary=f"{start}1")))
    assert row["title"] == f"'{start}HYPERLINK()"
    assert row["summary"].startswith("'")


def test_a_retracted_entry_tells_no_more_than_its_tombstone() -> None:
    """What was withdrawn is not handed out by another door."""
    one = many.one(1)
    assert one.date
    gone = many.one(
        1,
        status="retracted",
        retraction=Retraction(one.date, "Palsu."),
        body="Rahasia",
        participants=(Participant(name="Orang Rahasia", organisation="Badan Rahasia"),),
    )
    made = files(gone)
    (line,) = lines(made)
    assert line["retraction"] == {"date": one.date.isoformat(), "reason": "Palsu."}
    for content in (made["data/entries.jsonl"], made["data/entries.csv"], made["data/digest.db"]):
        assert b"Rahasia" not in content
        assert gone.summary.encode() not in content


def test_drafts_are_in_no_download() -> None:
    """What is not published is not handed out."""
    assert lines(files(many.one(1, status="draft"))) == []


def test_checksums_and_dictionary_hold() -> None:
    """Whoever downloads can check what arrived and read what each field means."""
    made = files(many.one(1))
    for line in made["data/SHA256SUMS"].decode().splitlines():
        digest, name = line.split("  ")
        assert sha256(made[f"data/{name}"]).hexdigest() == digest
    package = json.loads(made["data/datapackage.json"])
    table = next(one for one in package["resources"] if one["path"] == "entries.csv")
    named = [field["name"] for field in table["schema"]["fields"]]
    assert named == list(rows(made)[0])
    assert table["hash"] == f"sha256:{sha256(made['data/entries.csv']).hexdigest()}"
    assert set(lines(made)[0]) == set(named)


def test_the_bytes_do_not_depend_on_order() -> None:
    """The same content gives the same files."""
    assert files(many.one(1), many.one(2)) == files(many.one(2), many.one(1))
