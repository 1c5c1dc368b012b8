"""Indexing with the real program: what is published of it, when it runs, and what if it cannot."""

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path

import pagefind_bin
import pytest

import many
from digest import index
from digest.output import File, PublishError
from digest.site import Site


@pytest.fixture
def known() -> Site:
    """Return a site of three invented entries."""
    return many.built([many.one(number) for number in (1, 2, 3)])


def contents(files: list[File]) -> dict[str, bytes]:
    """Return the bytes of files by their paths."""
    return {file.path: file.make() for file in files}


def test_the_page_is_told_what_there_is(known: Site, tmp_path: Path) -> None:
    """The search page finds program, table and results at the addresses it is told."""
    made = contents(index.files(known, tmp_path))
    told = json.loads(made["pagefind/indeks.json"])
    assert told["program"] == "wasm.id.pagefind"
    assert f"pagefind/{told['program']}" in made
    (shard,) = told["shards"]
    folder = f"pagefind/{shard['name']}/"
    assert folder + shard["meta"] in made
    assert sum(path.startswith(f"{folder}fragment/") for path in made) == 3
    assert any(path.startswith(f"{folder}index/") for path in made)
    assert sum(path.startswith(f"{folder}filter/") for path in made) == 5
    assert "wilayah" in json.loads(made["pagefind/nama.json"])


def test_nothing_is_published_that_no_reader_loads(known: Site, tmp_path: Path) -> None:
    """No interface, worker or second program takes room on the host."""
    endings = {Path(file.path).suffix for file in index.files(known, tmp_path)}
    assert endings == {
        ".json",
        ".pagefind",
        ".pf_meta",
        ".pf_index",
        ".pf_filter",
        ".pf_fragment",
    }


def test_equal_entries_make_equal_indexes(known: Site, tmp_path: Path) -> None:
    """The same content gives the same bytes, on this machine and on another."""
    one = contents(index.files(known, tmp_path / "one"))
    assert one == contents(index.files(known, tmp_path / "other"))


def test_what_has_not_changed_is_not_indexed_again(
    known: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An editor who changes the look of a site does not wait for its index."""
    first = index.files(known, tmp_path)
    monkeypatch.setattr(index, "run", forbidden)
    again = index.files(known, tmp_path)
    assert [(file.path, file.key) for file in again] == [(file.path, file.key) for file in first]


def forbidden(*_: object) -> None:
    raise AssertionError("indexed again")


def test_a_deleted_entry_leaves_no_trace(known: Site, tmp_path: Path) -> None:
    """What is gone from the site is gone from its index and from what is kept of it."""
    index.files(known, tmp_path)
    made = contents(index.files(many.built([many.one(1)]), tmp_path))
    assert sum("/fragment/" in path for path in made) == 1
    assert len(list((tmp_path / index.FOLDER).iterdir())) == 1


@pytest.mark.parametrize("spoil", [Path.unlink, lambda path: path.write_bytes(b"x")])
@pytest.mark.parametrize("pattern", ["sums.json", "fragment/*", "wasm.*"])
def test_what_was_spoilt_while_it_was_kept_is_made_again(
    known: Site, tmp_path: Path, spoil: Callable[[Path], object], pattern: str
) -> None:
    """A damaged cache costs time and never reaches a reader."""
    whole = contents(index.files(known, tmp_path))
    (kept,) = (tmp_path / index.FOLDER).iterdir()
    spoil(min(kept.glob(pattern)))
    assert contents(index.files(known, tmp_path)) == whole


def test_builds_at_once_leave_each_other_alone(known: Site, tmp_path: Path) -> None:
    """The preview indexes in the background while a build runs; what was killed goes later."""
    running, killed = (tmp_path / index.FOLDER / name for name in ("new-now", "new-then"))
    for place in (running, killed):
        place.mkdir(parents=True)
    os.utime(killed, (0, 0))
    index.files(known, tmp_path)
    assert running.is_dir()
    assert not killed.exists()


def test_an_empty_site_needs_no_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The search page of a site without entries says that there is nothing yet."""
    monkeypatch.setattr(index, "run", forbidden)
    made = contents(index.files(many.built([]), tmp_path))
    assert json.loads(made["pagefind/indeks.json"]) == {"program": "", "shards": []}


def test_a_checkout_that_cannot_be_written_is_indexed_elsewhere(
    known: Site, tmp_path: Path
) -> None:
    """A site on a read-only disk is built like any other."""
    place = tmp_path / "berkas"
    place.write_text("bukan folder", "utf-8")
    assert contents(index.files(known, place)) == contents(index.files(known, tmp_path / "x"))


@pytest.mark.parametrize("program", [lambda: sys.executable, lambda: "tidak-ada"])
def test_a_program_that_fails_is_one_clear_problem(
    known: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, program: Callable[[], str]
) -> None:
    """Nothing is published without its search, and nothing half-made is left behind."""
    monkeypatch.setattr(pagefind_bin, "get_executable", program)
    with pytest.raises(PublishError) as caught:
        index.files(known, tmp_path)
    assert caught.value.code == "no-index"
    assert list((tmp_path / index.FOLDER).iterdir()) == []


def test_more_urgent_things_may_go_first(known: Site, tmp_path: Path) -> None:
    """Indexing asks before each entry whether it may go on."""
    asked: list[str] = []
    index.files(known, tmp_path, lambda: asked.append("may I?"))
    assert len(asked) == 1 + 3  # shard, entries
