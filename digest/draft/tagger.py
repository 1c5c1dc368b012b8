"""Stage: draft, sentences to odds. How likely each word is part of a person's name.

comes in: the sentences of an article, the gazetteer's places
goes out: the same with `Odds`, one a token, by a conditional random field that was trained on
annotated texts

The rules know words and constructions, the field knows what stands around names in general; the
two err in different places. `bench/make_tagger.py` trains it, on the features made here.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Final, TypeAlias

import pycrfsuite
from msgspec.structs import replace

from digest.draft import name as names
from digest.draft.lexicon import Words, lists
from digest.draft.place import Places, runs
from digest.draft.position import position_at
from digest.draft.token import Odds, Sentence, Token
from digest.regency import village_codes

BEGIN: Final = "B"
"""The label of a name's first token."""
INSIDE: Final = "I"
"""The label of its others."""
OUTSIDE: Final = "O"
"""The label of all other tokens."""
MODEL: Final = "names.crf"
"""The trained field, among the lists of `data/`."""
FILES: Final = (
    *("titles", "positions", "organisations", "places", "speech", "slots", "venues"),
    *("words", "topics", "events", "calendar"),
)
"""The lexicons whose sections are features."""
Features: TypeAlias = list[str]
"""What is said of one token, one string a feature."""

_NEAR = (-2, -1, 1, 2)  # tokens around, whose marks count too
_ENDS = (2, 3)  # letters of an ending
_SHORT = 2  # letters of an initial
_POSITION, _POSITION_END = "office", "office-end"
_PLACE, _VILLAGE, _TITLE, _KNOWN, _UNKNOWN = "place", "village", "title", "known", "unknown"
_TELLING = frozenset({_TITLE, _POSITION_END, _KNOWN, _UNKNOWN, _PLACE})
_LONG = 5  # capitals side by side, from which on their number tells no more


def odds(rows: Sequence[Sentence], places: Places) -> tuple[tuple[Odds, ...], ...]:
    """Return the odds of every token of every sentence, in time linear in their number."""
    tagger = _tagger()
    found: list[tuple[Odds, ...]] = []
    for said in features(rows, places):
        if not said:
            found.append(())
            continue
        tagger.set(said)
        found.append(
            tuple(
                Odds(tagger.marginal(BEGIN, at), tagger.marginal(INSIDE, at))
                for at in range(len(said))
            )
        )
    return tuple(found)


def rated(rows: Sequence[Sentence], places: Places) -> tuple[Sentence, ...]:
    """Return the sentences with the odds of their tokens."""
    both = zip(rows, odds(rows, places), strict=True)
    return tuple(replace(row, odds=found) for row, found in both)


@cache
def _tagger() -> pycrfsuite.Tagger:
    tagger = pycrfsuite.Tagger()
    tagger.open_inmemory(_model())
    return tagger


@cache
def _model() -> bytes:
    """Return the trained field; kept, for a tagger reads in it as long as it lives."""
    return (files("digest.draft") / "data" / MODEL).read_bytes()


def learnt() -> frozenset[str]:
    """Return all features the field has learnt anything from."""
    return frozenset(_tagger().info().attributes)


def features(rows: Sequence[Sentence], places: Places) -> list[list[Features]]:
    """Return what the field is told of each token of each sentence."""
    marks = [_marks(row, places) for row in rows]
    told = _told(rows, marks)
    return [_features(row, own, told) for row, own in zip(rows, marks, strict=True)]


def _features(
    row: Sentence, marks: Sequence[Sequence[str]], told: Mapping[str, Sequence[str]]
) -> list[Features]:
    words, tokens, last = row.words, row.tokens, len(row.words) - 1
    shapes, capitals = [shape(token) for token in tokens], _capitals(row)
    found: list[Features] = []
    for at, word in enumerate(words):
        said = [f"0:{mark}" for mark in marks[at]]
        said += [f"word={word}", f"start={word[:3]}"]
        said += [f"end={word[-length:]}" for length in _ENDS]
        said.append(
            "shapes="
            + " ".join((shapes[at - 1] if at else "", shapes[at], *shapes[at + 1 : at + 2]))
        )
        for step in _NEAR:
            if 0 <= at + step <= last:
                said += [f"{step}:{mark}" for mark in marks[at + step]]
                said.append(f"{step}:word={words[at + step]}")
        if 0 < at < last:
            said.append(f"around={words[at - 1]} {words[at + 1]}")
        if at == 0:
            said.append("first")
        if at == last:
            said.append("last")
        said.append(_together(marks, at, shapes[at]))
        if tokens[at].upper:
            said += [f"elsewhere:{each}" for each in told.get(word, ())]
            said += capitals[at]
        found.append(said)
    return found


def _together(marks: Sequence[Sequence[str]], at: int, look: str) -> str:
    """Return what a token and both its neighbours are, as one feature."""
    sides = [
        "|".join(mark for mark in marks[side] if mark in _TELLING)
        for side in (at - 1, at + 1)
        if 0 <= side < len(marks)
    ]
    return f"together={_KNOWN in marks[at]} {look} {' '.join(sides)}"


def _capitals(row: Sentence) -> list[Features]:
    """Return the place of each word among the capitals side by side with it, and what is around."""
    found: list[Features] = [[] for _ in row.tokens]
    for first, end in _runs(row, lambda at: _capital_end(row, at)):
        length = min(end - first, _LONG)
        known = min(sum(map(names.known, row.words[first:end])), _LONG)
        behind = row.words[end] if end < len(row.words) else ""
        around = [
            f"run={length}",
            f"before run={row.words[first - 1] if first else ''}",
            f"behind run={behind}",
            f"known in run={known}/{length}",
        ]
        for at in range(first, end):
            place = f"in run={min(at - first, _LONG)}/{min(end - 1 - at, _LONG)}"
            found[at] = [*around, place]
    return found


def _capital_end(row: Sentence, at: int) -> int:
    while at < len(row.tokens) and row.tokens[at].upper:
        at += 1
    return at


def shape(token: Token) -> str:
    """Return what a token looks like: `Xx`, `XX`, `X.`, `XxX`, `x`, `d` or the mark itself."""
    text = token.text
    if not text[0].isalpha():
        return "d" if text[0].isdigit() else text[0]
    if text.isupper():
        return "X." if len(text) <= _SHORT else "XX"
    if not text[0].isupper():
        return "x"
    return "Xx" if text[1:].islower() else "XxX"


# ── what a token is by itself ─────────────────────────────────────────────────────────────────────


def _marks(row: Sentence, places: Places) -> list[list[str]]:
    """Return the marks of each token: the lists it is in, offices, places, titles, its look."""
    found: list[set[str]] = [set() for _ in row.tokens]
    for at, word in enumerate(row.words):
        for phrase, name in _index().get(word, ()):
            if row.words[at : at + len(phrase)] == phrase:
                _spread(found, at, at + len(phrase), name)
    for start, end in _runs(row, lambda at: _office_end(row, at, places)):
        _spread(found, start, end, _POSITION)
        found[end - 1].add(_POSITION_END)
    for start, end in _runs(row, lambda at: _place_end(row, at, places)):
        _put(found, start, end, _PLACE)
    for start, end in _runs(row, lambda at: _village_end(row, at)):
        _put(found, start, end, _VILLAGE)
    for start, end in _runs(row, lambda at: names.title_end(row, at)):
        _put(found, start, end, _TITLE)
    for token, marks in zip(row.tokens, found, strict=True):
        marks.update(_look(token))
    return [sorted(marks) for marks in found]


def _look(token: Token) -> set[str]:
    known = _KNOWN if names.known(token.norm) else _UNKNOWN
    return {known, f"shape={shape(token)}"} | ({"quoted"} if token.quoted else set())


def _put(found: Sequence[set[str]], start: int, end: int, name: str) -> None:
    for marks in found[start:end]:
        marks.add(name)


def _spread(found: Sequence[set[str]], start: int, end: int, name: str) -> None:
    """Mark the tokens of a phrase, its first apart from the others."""
    for at in range(start, end):
        whole = "" if end - start == 1 else "^" if at == start else "+"
        found[at].add(whole + name)


def _runs(row: Sentence, end_at: Callable[[int], int]) -> Iterator[tuple[int, int]]:
    """Yield what begins at a token and ends behind it, one behind the other."""
    at = 0
    while at < len(row.tokens):
        end = end_at(at)
        if end > at:
            yield at, end
        at = max(end, at + 1)


def _office_end(row: Sentence, at: int, places: Places) -> int:
    position = position_at(row, at, places)
    return position.end if position else at


def _place_end(row: Sentence, at: int, places: Places) -> int:
    return places.end(row, at) if row.tokens[at].upper else at


def _village_end(row: Sentence, at: int) -> int:
    if not row.tokens[at].upper:
        return at
    return next((end for name, end in runs(row, at) if name in village_codes()), at)


@cache
def _index() -> Mapping[str, Sequence[tuple[Words, str]]]:
    """Return the phrases of all lists, each with its list, by their first words."""
    found: dict[str, list[tuple[Words, str]]] = {}
    for file in FILES:
        for name, phrases in lists(file).items():
            for phrase in phrases:
                words = tuple(phrase.split())
                found.setdefault(words[0], []).append((words, f"{file}.{name}"))
    return found


# ── what the article tells of the same word elsewhere ─────────────────────────────────────────────


def _told(
    rows: Sequence[Sentence], marks: Sequence[Sequence[Sequence[str]]]
) -> Mapping[str, Sequence[str]]:
    """Return what each word of the article is somewhere: behind a title, in small letters …."""
    found: dict[str, set[str]] = {}
    for row, own in zip(rows, marks, strict=True):
        for at, token in enumerate(row.tokens):
            if token.word:
                told = found.setdefault(token.norm, set())
                told.update(_telling(row, own, at) if token.upper else ("small",))
    return {word: sorted(told) for word, told in found.items() if told}


def _telling(row: Sentence, marks: Sequence[Sequence[str]], at: int) -> Iterator[str]:
    before = marks[at - 1] if at else ()
    after = marks[at + 1] if at + 1 < len(marks) else ()
    if _TITLE in before or _POSITION_END in before:
        yield "called"
    if _KNOWN in before and row.tokens[at - 1].upper:
        yield "behind a name"
    if any(mark.startswith("speech.") for mark in (*before, *after)):
        yield "speaks"
    if _PLACE in marks[at]:
        yield "place"
    if any(mark.lstrip("^+").startswith("organisations.") for mark in marks[at]):
        yield "body"
