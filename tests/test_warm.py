"""A site that grew edit by edit is the site that a clean build of its last state gives."""

import os
import shutil
import tempfile
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

from hypothesis import HealthCheck, settings, strategies
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

import small
from digest.build import Options, build

NUMBERS = strategies.integers(min_value=0, max_value=11)


def tree(out: Path) -> Mapping[str, str]:
    """Return the hash of every file of a folder."""
    return {
        path.relative_to(out).as_posix(): sha256(path.read_bytes()).hexdigest()
        for path in sorted(out.rglob("*"))
        if path.is_file()
    }


class Editing(RuleBasedStateMachine):
    """Editors do anything, in any order; after each step the site is built."""

    def __init__(self) -> None:
        """Start in a folder of its own."""
        super().__init__()
        self.place = Path(tempfile.mkdtemp(prefix="warm-"))
        self.root = self.place / "site"
        self.out = self.root / "build"
        self.known: dict[int, Path] = {}

    @initialize()
    def begin(self) -> None:
        small.make(self.root)
        for number in range(3):
            self.known[number] = small.write(self.root, number)

    @rule(number=NUMBERS, word=strategies.sampled_from(["satu", "dua", "tiga"]))
    def write(self, number: int, word: str) -> None:
        self.drop(number)
        self.known[number] = small.write(self.root, number, title=f"Judul {word} {number}")

    @rule(number=NUMBERS, regency=strategies.sampled_from(small.AREAS))
    def move(self, number: int, regency: str) -> None:
        self.drop(number)
        self.known[number] = small.write(self.root, number, regency=regency, topic="Pindahan")

    @rule(number=NUMBERS)
    def rename(self, number: int) -> None:
        if number in self.known:
            target = self.known[number].with_name(f"nama-lain-{number}.md")
            self.known[number] = self.known[number].rename(target)

    @rule(number=NUMBERS)
    def drop(self, number: int) -> None:
        if number in self.known:
            self.known.pop(number).unlink()

    @rule(number=NUMBERS)
    def withhold(self, number: int) -> None:
        self.drop(number)
        self.known[number] = small.write(self.root, number, status="draft")

    @rule(number=NUMBERS)
    def change_and_restore_the_time(self, number: int) -> None:
        if number in self.known:
            place = self.known[number]
            before = place.stat()
            place.write_text(place.read_text("utf-8").replace("Isi", "Ini"), "utf-8")
            os.utime(place, ns=(before.st_atime_ns, before.st_mtime_ns))

    @rule(word=strategies.sampled_from(["Situs Kecil", "Situs Lain"]))
    def retitle_the_site(self, word: str) -> None:
        small.settings(self.root, word)

    @rule(word=strategies.sampled_from(["satu", "dua"]))
    def override_a_template(self, word: str) -> None:
        place = self.root / "templates" / "about.html"
        place.parent.mkdir(exist_ok=True)
        place.write_text('{% extends "!digest/about.html" %}{# ' + word + " #}\n", "utf-8")

    @rule()
    def take_the_template_back(self) -> None:
        (self.root / "templates" / "about.html").unlink(missing_ok=True)

    @rule(data=strategies.binary(max_size=40))
    def damage_the_cache(self, data: bytes) -> None:
        place = self.root / ".cache" / "digest.db"
        if place.exists():
            place.write_bytes(data)

    @rule()
    def lose_the_cache(self) -> None:
        shutil.rmtree(self.root / ".cache", ignore_errors=True)

    @rule()
    def tamper_with_the_output(self) -> None:
        if self.out.exists():
            (self.out / "asing.html").write_text("asing", "utf-8")
            (self.out / "index.html").write_text("diubah", "utf-8")
            (self.out / "feed.xml").unlink(missing_ok=True)

    @rule()
    def break_an_entry_and_build(self) -> None:
        place = small.write(self.root, 99, date="2023-13-01")
        before = tree(self.out) if self.out.exists() else {}
        assert build(Options(root=self.root, out=self.out, workers=1)).failed
        assert (tree(self.out) if self.out.exists() else {}) == before
        place.unlink()

    @invariant()
    def warm_is_clean(self) -> None:
        if not (self.root / "site.yaml").exists():
            return
        assert not build(Options(root=self.root, out=self.out, workers=1)).problems
        fresh = self.place / "clean"
        shutil.copytree(self.root, fresh, ignore=shutil.ignore_patterns(".cache", "build"))
        assert not build(Options(root=fresh, out=fresh / "build", workers=1)).problems
        assert tree(self.out) == tree(fresh / "build")
        shutil.rmtree(fresh)

    def teardown(self) -> None:
        """Leave nothing behind."""
        shutil.rmtree(self.place)


TestEditing = Editing.TestCase
TestEditing.settings = settings(
    max_examples=8,
    stateful_step_count=10,
    deadline=None,
    derandomize=True,
    suppress_health_check=list(HealthCheck),
)
