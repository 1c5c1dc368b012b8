"""Stage: draft, things named after people. What takes the run of capitals behind it.

comes in: the words of a sentence, the gazetteer's places
goes out: where the name of a thing ends: `RSUD dr. Uji`, `Jalan KH Contoh`, `Kecamatan Uji Coba`
"""

from collections.abc import Iterator, Sequence

from digest.draft import name as names
from digest.draft.apposition import body_word
from digest.draft.form import verb
from digest.draft.lexicon import phrases, section
from digest.draft.place import Places
from digest.draft.token import Sentence

_MOST = 7  # tokens of the longest name of a thing
_BRANCH = 2  # letters of what is rather a branch than a short form
_JOINTS = frozenset("dan & - . wal al as an".split())


def thing_end(row: Sentence, at: int, places: Places) -> int:
    """Return the end of the thing whose word stands at token `at`, or `at` if none does."""
    if row.words[at] in section("organisations", "place-word") and row.tokens[at].upper:
        stop = places.named(row, at + 1)
        return stop if stop > at + 1 else at
    match = phrases("words", "thing").at(row.words, at)
    if match is None:
        return at
    begin = at + match.length
    first = _first(row, begin)
    if first >= len(row.tokens):
        return at
    end = first
    while end < min(len(row.tokens), at + _MOST) and _goes_on(row, end, first):
        end += 1
    while end > first and row.words[end - 1] in _JOINTS:
        end -= 1
    if not row.tokens[at].upper and names.known(row.words[first]) and _acts(row, end):
        return at  # `Di panggung Budi menyanyi`
    return end if end > begin else at


def _acts(row: Sentence, at: int) -> bool:
    """Whether a verb stands at token `at`."""
    word = row.word(at)
    return word in section("speech", "say") or verb(word)


def told(rows: Sequence[Sentence], places: Places) -> frozenset[tuple[str, ...]]:
    """Return the names that things have in the article."""
    return frozenset(words for row in rows for words in _told(row, places))


def _told(row: Sentence, places: Places) -> Iterator[tuple[str, ...]]:
    for at in range(len(row.tokens) - 1):
        end = thing_end(row, at, places)
        if end > at:
            begin = at + 1
            match = phrases("words", "thing").at(row.words, at)
            yield row.words[at + match.length if match else begin : end]


def _first(row: Sentence, begin: int) -> int:
    """Return where a title behind a thing ends: `Jalan` *KH* `Uji`."""
    title = names.title_end(row, begin)
    return title if title > begin and names.name_end(row, title) > title else begin


def _goes_on(row: Sentence, at: int, first: int) -> bool:
    """Whether token `at` belongs to the name of a thing."""
    token = row.tokens[at]
    if not token.upper:
        near = at > first and token.text in _JOINTS and at + 1 < len(row.tokens)
        return near and token.text != "dan" and row.tokens[at + 1].upper
    named = any(names.is_part(row, i) for i in range(first, at))
    if named and names.title_end(row, at) > at:
        return False
    if names.title_end(row, at) > at:
        return True  # `Gedung Kesenian` *Bung* `Uji`
    office = phrases("positions", "office").at(row.words, at)
    body = phrases("organisations", "head").at(row.words, at)
    return not (office or body) or names.known(token.norm)


def announced(rows: Sequence[Sentence]) -> frozenset[str]:
    """Return the words behind `Desa` and the like, and the short names given to bodies."""
    return frozenset(_announced(rows))


def _announced(rows: Sequence[Sentence]) -> Iterator[str]:
    """Yield the words behind `Desa`, `Kecamatan` and the like: places, not names."""
    for row in rows:
        for at, (before, token) in enumerate(zip(row.words, row.tokens[1:], strict=False)):
            held = not row.tokens[at].upper and _held(row, at)
            if before in section("organisations", "place-word") and token.upper and not held:
                yield token.norm
        for at in range(1, len(row.words) - 2):
            if row.words[at] == "(" and row.words[at + 2] == ")" and _abbreviates(row, at):
                yield row.words[at + 1]


def _held(row: Sentence, at: int) -> bool:
    """Whether `desa` at token `at` ends an office whose bearer follows: `Bidan` *desa* `Uji`."""
    held = phrases("positions", "person", "office").ending(row.words, at + 1, 3)
    return held is not None and held.length > 1


def _abbreviates(row: Sentence, at: int) -> bool:
    """Whether a body and its short form stand around the bracket: `Universitas Uji (Unuji)`."""
    word = row.words[at + 1]
    if not row.tokens[at + 1].upper or names.known(word):
        return False
    begin = at
    while begin and (row.tokens[begin - 1].upper or row.words[begin - 1] == "dan"):
        begin -= 1
    return any(body_word(each) for each in row.words[begin:at]) and len(word) > _BRANCH
