"""What is known from the last run."""

import os
import sqlite3
from pathlib import Path

import pytest

from digest.cache import LIFE, Cache, Row
from digest.output import Known, Published, Seal
from digest.source import Source, Stat

OLD = 1_000_000_000_000_000_123  # a time long ago, with nanoseconds

A = Stat("content/a.md", 10, OLD, OLD, 7)
B = Stat("content/b.md", 10, OLD, OLD, 8)
KNOWN = Known({"x/index.html": Published("k", "0" * 64, 3)}, {5: Seal(1, "1" * 64, "boot")})


def row(stat: Stat, decoded: bytes = b"made") -> Row:
    return Row(stat, "d" * 32, decoded)


def filled(root: Path) -> None:
    with Cache.open(root, "key") as cache:
        cache.known([A, B])
        cache.store([row(A), row(B)])
        cache.remember(root / "build", Known(), KNOWN)
        cache.keep({"picture": b"png"})


def empty(root: Path, key: str = "key") -> bool:
    with Cache.open(root, key) as cache:
        found = (cache.known([A, B]), cache.published(root / "build"), cache.blob("picture"))
    return found == ({}, Known(), None)


def test_second_run_knows_the_first(tmp_path: Path) -> None:
    """A file that has not changed is not read again."""
    assert empty(tmp_path)
    filled(tmp_path)
    with Cache.open(tmp_path, "key") as cache:
        assert cache.known([A, B]) == {A.path: ("d" * 32, b"made"), B.path: ("d" * 32, b"made")}
        assert cache.published(tmp_path / "build") == KNOWN
        assert cache.published(tmp_path / "other") == Known()
        assert cache.blob("picture") == b"png"


@pytest.mark.parametrize(
    "changed",
    [
        Stat(A.path, 11, OLD, OLD, 7),
        Stat(A.path, 10, OLD + 1, OLD, 7),
        Stat(A.path, 10, OLD, OLD + 1, 7),
        Stat(A.path, 10, OLD, OLD, 9),
        Stat("content/c.md", 10, OLD, OLD, 7),
    ],
)
def test_any_change_is_seen(tmp_path: Path, changed: Stat) -> None:
    """One differing stamp is enough to read a file again, restored times among them."""
    filled(tmp_path)
    with Cache.open(tmp_path, "key") as cache:
        assert cache.known([changed]) == {}


def test_other_program_starts_afresh(tmp_path: Path) -> None:
    """A new version of the program trusts nothing of the old one."""
    filled(tmp_path)
    assert empty(tmp_path, "another key")


def test_young_files_are_known_by_their_bytes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file saved a moment ago is read again, for its next change might bear the same time."""
    monkeypatch.setattr("digest.cache.time.time_ns", lambda: OLD + 1_000_000)
    filled(tmp_path)
    with Cache.open(tmp_path, "key") as cache:
        assert cache.known([A]) == {}
        assert cache.decoded(Source(A.path, b"", "d" * 32)) == b"made"
        assert cache.decoded(Source(A.path, b"", "e" * 32)) is None
        assert cache.decoded(Source("content/c.md", b"", "d" * 32)) is None


@pytest.mark.parametrize(("ctime", "sure"), [(OLD, True), (OLD - 123, False)])
def test_coarse_clocks_need_longer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ctime: int, *, sure: bool
) -> None:
    """On a disk that counts whole seconds a file has to be older before we rely on its time."""
    stat = Stat(A.path, 10, ctime, ctime, 7)
    monkeypatch.setattr("digest.cache.time.time_ns", lambda: OLD + 1_000_000_000)
    with Cache.open(tmp_path, "key") as cache:
        cache.known([stat])
        cache.store([row(stat)])
        assert bool(cache.known([stat])) is sure


def test_deleted_files_are_forgotten(tmp_path: Path) -> None:
    """The cache does not grow with files that are gone."""
    filled(tmp_path)
    with Cache.open(tmp_path, "key") as cache:
        cache.known([A])
        cache.store([], present=[A.path])
        assert set(cache.known([A, B])) == {A.path}


def test_unused_pictures_go(tmp_path: Path) -> None:
    """A picture that no build asks for any more makes room; one that is used stays."""
    with Cache.open(tmp_path, "key") as cache:
        cache.keep({"used": b"1", "unused": b"2"})
    for _ in range(LIFE + 2):
        with Cache.open(tmp_path, "key") as cache:
            assert cache.blob("used") == b"1"
            cache.prune()
    with Cache.open(tmp_path, "key") as cache:
        assert cache.blob("unused") is None


@pytest.mark.parametrize("junk", [b"", b"not a database", b"SQLite format 3\0" + b"\xff" * 4096])
def test_alien_file_is_an_empty_cache(tmp_path: Path, junk: bytes) -> None:
    """Whatever lies in the cache's place, the build works, and the next one is quick again."""
    filled(tmp_path)
    (tmp_path / ".cache/digest.db").write_bytes(junk)
    assert empty(tmp_path)
    filled(tmp_path)
    assert not empty(tmp_path)


def test_damage_never_changes_an_answer(tmp_path: Path) -> None:
    """A flipped byte anywhere in the file costs time, never a wrong page."""
    filled(tmp_path)
    place = tmp_path / ".cache/digest.db"
    sound = place.read_bytes()
    answers = {A.path: ("d" * 32, b"made"), B.path: ("d" * 32, b"made")}
    for offset in range(0, len(sound), 41):
        damaged = bytearray(sound)
        damaged[offset] ^= 0x55
        place.write_bytes(damaged)
        with Cache.open(tmp_path, "key") as cache:
            assert cache.known([A, B]).items() <= answers.items()
            assert cache.published(tmp_path / "build") in (KNOWN, Known())
            assert cache.blob("picture") in (b"png", None)
            cache.store([row(A)], present=[A.path])


def test_wrong_kinds_of_value_are_no_rows(tmp_path: Path) -> None:
    """A cache filled by somebody else's hand is not believed."""
    filled(tmp_path)
    with sqlite3.connect(tmp_path / ".cache/digest.db") as database:
        database.execute("UPDATE source SET decoded = 'text', digest = x'ff'")
        database.execute("UPDATE known SET data = NULL")
        database.execute("UPDATE blob SET data = 5")
    database.close()
    assert empty(tmp_path)


def test_cache_in_use_is_left_alone(tmp_path: Path) -> None:
    """A file that another process is writing is not thrown away."""
    filled(tmp_path)
    other = sqlite3.connect(tmp_path / ".cache/digest.db", isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    assert empty(tmp_path)
    other.execute("ROLLBACK")
    other.close()
    assert not empty(tmp_path)


def test_no_place_to_write(tmp_path: Path) -> None:
    """A read-only checkout builds; it only remembers nothing."""
    (tmp_path / ".cache").write_text("in the way", encoding="utf-8")
    filled(tmp_path)
    assert empty(tmp_path)


def test_all_in_one_file(tmp_path: Path) -> None:
    """The cache can be deleted by deleting one file."""
    filled(tmp_path)
    assert os.listdir(tmp_path / ".cache") == ["digest.db"]  # noqa: PTH208 names
