"""Stage: draft, a run of capitals behind a society to its name and its head's, by weights.

comes in: the words of a sentence, an office at or in which such a body stands
goes out: where the body's name ends: `Ketua Kelompok Tani` *Uji Makmur* `Budi`
"""

from collections.abc import Sequence
from typing import Final

from digest.draft import name as names
from digest.draft import sight
from digest.draft.lexicon import Phrases, phrases, section
from digest.draft.part import balinese
from digest.draft.position import Position
from digest.draft.token import Sentence

_MOST: Final = 7  # words of a body's name and a bearer's
_LENGTHS = (-1.0, -0.5, 1.0, -0.5, -2.0)  # for a body's name of so many words
_BEARERS = (-1.5, 0.0, 0.75, 0.5, -0.5)  # for a bearer's
_LONG = -2.5  # for one of more
_CALLED = 1.25  # for a word of which such names are made
_ANYHOW = 0.25  # for an unknown one
_NAME = -1.0  # for a part of names in a body's
_WRONG = -2.0  # for a word of which no names of people are made
_EITHER = -0.5  # for one of which such names are made as well
_SOME = 1.0  # for a bearer with a known part of names
_FIRST = 0.75  # for one that begins with it
_BEGINS = 1.5  # for one that the trained field sees begin
_TORN = -6.0  # for a body that ends in `Nurul`, a bearer that has lost his `La`
_PAIR = 1.5  # for `Nurul` *Uji*
_PAIRED = 2
_SHORT = 2.0  # for a body that ends in a short form
_ARTICLES = frozenset("al an ar as asy at ad az ath ash el abu ibnu ibn".split())
_LEVELS = frozenset(
    "pusat wilayah daerah cabang ranting provinsi kabupaten kota kecamatan desa nasional".split()
)
_TAKES = frozenset("la wa i ni ida si".split())
"""Before the rest of a name."""


def society_end(row: Sentence, position: Position) -> int:
    """Return the end of the name of a body that others have too, in which an office ends.

    The end of the office if there is no such body, or no capital behind the office.
    """
    at, begin = position.end, _begin(row, position)
    levelled = any(word in _LEVELS for word in row.words[position.start : at + 1])
    if begin == position.start or position.placed or levelled:
        return at
    end = _run(row, begin) if row.upper(at) else at
    if end <= at or row.word(end) in {",", "("}:
        return at
    stops = range(begin, end + 1)
    return max(stops, key=lambda stop: (_weight(row, begin, stop, end), -stop))


def _begin(row: Sentence, position: Position) -> int:
    """Return the token behind the noun of such a body, or the office's first token."""
    begin = position.start
    for at in range(position.start, min(position.end + 1, len(row.words))):
        match = _nouns().at(row.words, at)
        if match is not None and (at < position.end or row.tokens[at].upper):
            begin = at + match.length
    while position.start < begin < position.end and _plain(row, begin):
        begin += 1
    return begin


def _nouns() -> Phrases:
    return phrases("organisations", "society")


def _plain(row: Sentence, at: int) -> bool:
    """Whether a word tells the sort of the body: `Yayasan` *Pendidikan* `Islam`."""
    word = row.words[at]
    made = word in section("organisations", "called")
    return word in section("organisations", "word") and not made


def _run(row: Sentence, begin: int) -> int:
    """Return the end of the capitals from token `begin`; titles and offices end them."""
    end = begin
    while end < begin + _MOST and row.upper(end):
        text = row.tokens[end].text
        held = phrases("positions", "office").at(row.words, end)
        head = phrases("organisations", "place-word").at(row.words, end)
        office = held is not None and not names.known(row.words[end])  # `Lukman Hakim`
        if office or head or "." in text or not text[0].isalpha():
            return begin
        if names.title_end(row, end) > end and row.words[end] not in _TAKES:
            return begin
        end += 1
    return end


def _weight(row: Sentence, begin: int, stop: int, end: int) -> float:
    body, bearer = row.words[begin:stop], row.words[stop:end]
    weight = _at(_LENGTHS, len(body)) + _at(_BEARERS, len(bearer))
    weight += sum(_of_body(word) for word in body)
    weight += sum(_of_bearer(word, alone=len(bearer) == 1) for word in bearer)
    weight += _SOME * any(map(_personal, bearer))
    if bearer:
        weight += _FIRST * _personal(bearer[0]) + _BEGINS * sight.begins(row, stop)
        weight += _FIRST * (bearer[0] in _TAKES and len(bearer) > 1) * _begins(row, stop)
    if body and (_leans(body[-1]) or body[-1] in _TAKES):
        weight += _TORN
    if body and row.tokens[stop - 1].text.isupper() and len(body[-1]) > _PAIRED:
        weight += _SHORT  # `PT BUM` *Budi Contoh*
    return weight + _PAIR * (len(body) == _PAIRED and _leans(body[0]))


def _begins(row: Sentence, at: int) -> bool:
    """Whether `I` at token `at` begins a Balinese name, or another such word stands there."""
    return row.words[at] != "i" or balinese(row, at)


def _at(weights: Sequence[float], size: int) -> float:
    return weights[size] if size < len(weights) else _LONG


def _leans(word: str) -> bool:
    """Whether a word is Arabic and wants another: *Nurul* `Uji`, *Al* `Uji`."""
    return word in _ARTICLES or (len(word) > len("xul") and word.endswith(("ul", "us", "ush")))


def _personal(word: str) -> bool:
    """Whether a word is part of names of people and not of such bodies."""
    return names.known(word) and word not in section("organisations", "called")


def _of_body(word: str) -> float:
    if word in section("organisations", "called"):
        return _CALLED
    return _NAME if names.known(word) else _ANYHOW


def _of_bearer(word: str, *, alone: bool) -> float:
    if word not in section("organisations", "called"):
        return 0.0
    return _EITHER if names.known(word) and not alone else _WRONG
