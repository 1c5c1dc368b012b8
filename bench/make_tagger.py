"""Train the field that tells names from other words, and write it where `digest draft` reads it.

    python bench/make_tagger.py [--articles DIR]... [--out FILE]

In: annotated articles, those of `bench/development` unless folders are named.
Out: `digest/draft/data/names.crf`; on standard output how much went in and how large it is.

Each article counts four times: as it is, and three times with all people, and the districts and
villages whose kind is told, called something else. So the field learns what stands around names,
and cannot learn these names by heart; and the words it meets are as little known to the lists as
in articles nobody has read. Chance comes from the article's name alone: the same articles give
the same field.
"""

import argparse
import random
import re
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Final

import pycrfsuite
from msgspec import Struct
from msgspec.structs import replace

from bench.eval import article, articles, reading
from digest import regency
from digest.draft import extract, tagger
from digest.draft.lexicon import section
from digest.draft.model import Article
from digest.draft.place import Places
from digest.draft.position import position_at
from digest.draft.token import Sentence

HERE: Final = Path(__file__).resolve().parent
MODEL: Final = HERE.parent / "digest" / "draft" / "data" / tagger.MODEL
COPIES: Final = 3
"""How often each article counts with other names."""
SETTINGS: Final[Mapping[str, float]] = {
    "c1": 0.5,
    "c2": 0.05,
    "max_iterations": 120,
    "feature.possible_transitions": 1,
    "feature.minfreq": 3,
}
SHORT: Final = 3  # shorter parts of names are initials and particles, which stay
PARTICLES: Final = frozenset(
    "bin binti i ni ida anak agung bagus gusti gede gde made wayan nyoman ketut kadek komang putu "
    "ngurah cokorda teuku cut andi raden mas daeng van dos dari".split()
)
"""Parts that stand for a manner of naming and stay as they are."""
LISTED, LIKE, PLACE = 0.45, 0.85, 0.92  # shares of listed parts, parts like them, places; words
VOWELS, CONSONANTS = "aiueo", "bcdfghjklmnprstwy"
TAILS: Final = ("na", "ti", "n", "s", "wan", "yah", "us", "i")
"""Endings that make another name of one."""


class Reading(Struct, frozen=True):
    """An article cut up, with the people a person read in it."""

    article: Article
    rows: tuple[Sentence, ...]
    people: tuple[str, ...]


def main(arguments: Sequence[str] | None = None) -> int:
    """Train on the articles and return the exit status."""
    parser = argparse.ArgumentParser(description="Train the field of names.")
    parser.add_argument("--articles", type=Path, metavar="DIR", action="append")
    parser.add_argument("--out", type=Path, default=MODEL, metavar="FILE")
    options = parser.parse_args(arguments)
    folders = options.articles or [HERE / "development"]
    paths = [path for folder in folders for path in articles(folder)]
    if not paths:
        print("no article with its reading", file=sys.stderr)
        return 2
    places = Places(regency.load())
    data = train(paths, places)
    options.out.write_bytes(data)
    print(f"{len(paths)} articles, {COPIES + 1} times each; {len(data):,} bytes")
    return 0


def train(paths: Sequence[Path], places: Places) -> bytes:
    """Return the field trained on the articles of `paths`."""
    trainer = pycrfsuite.Trainer(verbose=False)
    trainer.set_params(dict(SETTINGS))
    for path in paths:
        for one in variants(path, places):
            said = tagger.features(one.rows, places)
            for features, wanted in zip(said, labels(one), strict=True):
                if features:
                    trainer.append(features, wanted)
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "names.crf"
        trainer.train(str(out))
        return out.read_bytes()


def variants(path: Path, places: Places) -> Iterator[Reading]:
    """Yield the article of `path` as it is and with other names."""
    people = tuple(each["name"] for each in reading(path)["participants"])
    first = _cut(article(path), people)
    yield first
    for number in range(COPIES):
        yield renamed(first, random.Random(f"{path.name} {number}"), places)  # noqa: S311 - no secret


def _cut(one: Article, people: tuple[str, ...]) -> Reading:
    return Reading(one, extract.cut(one).rows, people)


# ── what is right ─────────────────────────────────────────────────────────────────────────────────


def labels(reading: Reading) -> list[list[str]]:
    """Return the label of every token: whole names first, then parts of them that stand alone."""
    whole = [tuple(_words(name)) for name in reading.people]
    return [_label(row, sorted(whole, key=len, reverse=True)) for row in reading.rows]


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def _label(row: Sentence, whole: Sequence[tuple[str, ...]]) -> list[str]:
    said = [tuple(_words(token.text)) for token in row.tokens]
    found = [tagger.OUTSIDE] * len(said)
    for name in whole:
        for start in range(len(said)):
            end = _end(said, start, name)
            if end > start and all(label == tagger.OUTSIDE for label in found[start:end]):
                _put(found, start, end)
    parts = {word for name in whole for word in name if len(word) >= SHORT}
    start = 0
    while start < len(said):
        end = start
        while end < len(said) and found[end] == tagger.OUTSIDE and _part(row, end, parts):
            end += 1
        run = {word for words in said[start:end] for word in words}
        if end > start and any(run <= set(name) for name in whole):
            _put(found, start, end)
        start = max(end, start + 1)
    return found


def _part(row: Sentence, at: int, parts: set[str]) -> bool:
    words = _words(row.tokens[at].text)
    return row.tokens[at].upper and "".join(words) in parts


def _put(found: list[str], start: int, end: int) -> None:
    found[start] = tagger.BEGIN
    found[start + 1 : end] = [tagger.INSIDE] * (end - start - 1)


def _end(said: Sequence[tuple[str, ...]], start: int, name: tuple[str, ...]) -> int:
    """Return the end of `name` at token `start`, marks inside it left out; `start` if not there."""
    at, known = start, 0
    while at < len(said) and known < len(name):
        words = said[at]
        if (not words and at == start) or name[known : known + len(words)] != words:
            return start
        known, at = known + len(words), at + 1
    return at if known == len(name) else start


# ── other names ───────────────────────────────────────────────────────────────────────────────────


def renamed(reading: Reading, chance: random.Random, places: Places) -> Reading:
    """Return the article with other people, districts and villages in it."""
    text = reading.article.text
    people: dict[str, str] = {}
    areas: dict[str, str] = {}
    edits: list[tuple[int, int, str]] = []
    for row, wanted in zip(reading.rows, labels(reading), strict=True):
        for token, label in zip(row.tokens, wanted, strict=True):
            if label != tagger.OUTSIDE:
                edits.append((token.start, token.end, _person(token.text, people, chance)))
        for start, end in _areas(row, wanted, places):
            first, last = row.tokens[start].start, row.tokens[end - 1].end
            old = text[first:last]
            if re.fullmatch(r"[A-Z][a-z]+(?: [A-Z][a-z]+)*", old):
                edits.append((first, last, areas.setdefault(old, _area(chance))))
    for first, last, new in sorted(edits, reverse=True):
        text = text[:first] + new + text[last:]
    called = tuple(_person(name, people, chance) for name in reading.people)
    return _cut(replace(reading.article, text=text), called)


def _person(text: str, known: dict[str, str], chance: random.Random) -> str:
    """Return `text` with each part of a name in it replaced, the same part by the same."""

    def other(match: re.Match[str]) -> str:
        part = match[0]
        if len(part) < SHORT or part.casefold() in PARTICLES:
            return part
        new = known.setdefault(part.casefold(), _part_of_name(chance))
        return new.upper() if part.isupper() else new

    return re.sub(r"[^\W\d_]+", other, text)


def _part_of_name(chance: random.Random) -> str:
    kind = chance.random()
    if kind < LISTED:
        return chance.choice(_parts()).title()
    if kind < LIKE:
        return _like(chance.choice(_parts()), chance).title()
    if kind < PLACE:
        return chance.choice(_names_of_places()).split()[0]
    return chance.choice(_nouns()).title()


def _like(part: str, chance: random.Random) -> str:
    """Return a word that is to `part` as names are to each other."""
    kind = chance.choice(("letter", "letter", "halves", "tail"))
    if kind == "letter":
        at = chance.randrange(len(part))
        letters = VOWELS if part[at] in VOWELS else CONSONANTS
        return part[:at] + chance.choice(letters) + part[at + 1 :]
    if kind == "halves":
        other = chance.choice(_parts())
        return part[: max(2, len(part) // 2)] + other[len(other) // 2 :]
    return part + chance.choice(TAILS)


def _areas(row: Sentence, wanted: Sequence[str], places: Places) -> Iterator[tuple[int, int]]:
    """Yield the tokens of the districts and villages whose kind stands before them."""
    for at, word in enumerate(row.words[:-1]):
        if word in section("places", "village") or word in section("places", "district"):
            end = at + 1
            while end < len(row.tokens) and _of_area(row, wanted, places, end):
                end += 1
            if end > at + 1:
                yield at + 1, end


def _of_area(row: Sentence, wanted: Sequence[str], places: Places, at: int) -> bool:
    token = row.tokens[at]
    if not token.upper or wanted[at] != tagger.OUTSIDE or position_at(row, at, places):
        return False
    return not (
        token.norm in section("places", "village") or token.norm in section("places", "district")
    )


def _area(chance: random.Random) -> str:
    name = chance.choice(_names_of_places())
    if chance.random() < LISTED:
        return name
    first, *more = name.split()
    return " ".join((_like(first.lower(), chance).title(), *more))


@cache
def _parts() -> tuple[str, ...]:
    parts = section("names", "part")
    return tuple(part for part in parts if re.fullmatch(r"[a-z]{3,12}", part))


@cache
def _names_of_places() -> tuple[str, ...]:
    found = sorted(set(regency.district_names().values()))
    return tuple(name for name in found if re.fullmatch(r"[A-Z][a-z]+(?: [A-Z][a-z]+)*", name))


@cache
def _nouns() -> tuple[str, ...]:
    said = [word for name in ("plain", "thing") for word in section("words", name)]
    return tuple(word for word in said if re.fullmatch(r"[a-z]{4,10}", word))


if __name__ == "__main__":
    sys.exit(main())
