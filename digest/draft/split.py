"""Stage: draft, a run of capitals behind an office to place and name. All splits are weighed.

comes in: the words of a sentence, places and short names that the article has elsewhere
goes out: where the place ends: `Kepala Desa` *Uji* `Budi Contoh`
"""

from collections.abc import Iterator, Sequence

from digest.draft import name as names
from digest.draft import sight
from digest.draft.form import verb
from digest.draft.lexicon import section
from digest.draft.place import COMPASS, Places
from digest.draft.thing import announced
from digest.draft.token import Sentence

BODY = 2.0
"""What speaks for no place behind a body of which there are many: `Ketua PPK`."""
SMALL = 3.0
"""The same behind an office in small letters: `Kepala dusun`."""
CUSTOM = 0.5
"""The same behind an office of custom, which is a title as well: `Mananwir`."""
_MOST = 3  # words of an unknown place
_TO = frozenset("di ke dari asal warga menuju".split())
_LENGTHS = (-1.0, -0.5, 1.5, 0.5, -0.5)  # what speaks for a name of so many words
_LONG = -1.5  # for one of more
_WORDS = (-1.0, 0.5, 0.0, -1.0)  # for a place of so many words
_VILLAGE = 1.0  # for a place that is no more than a village, where a district's is looked for
_WRONG = -2.0  # for a part of a name in a place
_LISTED = 2.5
_TOLD = 3.0
_OPENING = 3.0  # for `Teluk` *Uji*, against `Teluk` alone
_PAIR = 2
_COMPASS = 1.0
_KNOWN = 1.0
_CALLED = 1.5
_BEGINS = 2.0  # for a name that the trained field sees begin
_INITIALS = 2  # letters of what is no part of a place: `Ketua Adat` *I.B.* `Uji`
_FIRST = 0.75  # less for a name whose first word is unknown while its second is known


class Splits:
    """Parts places from names by what the gazetteer and the rest of the article say."""

    def __init__(self, places: Places, rows: Sequence[Sentence] = ()) -> None:
        """Gather the places and the short names of the article's `rows`."""
        self.places = places
        told = announced(rows) | frozenset(_visited(rows))
        self.told = frozenset(word for word in told if len(word) > 1 and not names.known(word))
        self.called = frozenset(_called(rows)) - self.told
        self.quoted = frozenset(_quoted(rows)) - self.told

    def place_end(self, row: Sentence, at: int, end: int, *, least: float = 0.0) -> int:
        """Return the end of the place that begins at token `at`; `at` if all is a name.

        `least` is what speaks for an office without a place.
        """
        stops = range(at, min(end, at + _MOST) + 1)
        weights = {stop: self._place(row, at, stop) + self._name(row, stop, end) for stop in stops}
        weights[at] += least
        for stop in stops[: end - at]:
            weights[stop] += _BEGINS * sight.begins(row, stop)
        return max(stops, key=lambda stop: (weights[stop], -stop))

    def _place(self, row: Sentence, at: int, stop: int) -> float:
        weight, words = _WORDS[stop - at], row.words[at:stop]
        if not words:
            return weight
        listed = self.places.named(row, at)
        if listed > stop:
            weight -= _LISTED
        elif listed == stop:
            sure = _VILLAGE if self.places.only_village(row, at, stop) else _LISTED
            weight += sure + _WRONG * (len(words) == 1 and names.known(words[0]))
        elif words[-1] in COMPASS and len(words) > 1:
            weight += _COMPASS + _LISTED * (listed + 1 == stop)
        else:
            short = [len(token.norm) <= _INITIALS for token in row.tokens[at:stop]]
            weight += _WRONG * sum(names.known(word) for word in words) + 2 * _WRONG * sum(short)
        weight += self._opened(row, at, stop)
        weight += _TOLD * (words[0] in self.told)
        return weight - _CALLED * sum(word in self.called for word in words)

    def _opened(self, row: Sentence, at: int, stop: int) -> float:
        """Weigh where a place ends that begins as villages do: `Teluk` *Uji* `Budi`."""
        second = row.words[at + 1 : at + 2]
        if row.words[at] not in section("places", "opening") or not second:
            return 0.0
        if names.known(second[0]) or not row.tokens[at + 1].text.istitle():
            return 0.0
        return _OPENING if stop - at == _PAIR else -_OPENING * (stop - at == 1)

    def _name(self, row: Sentence, stop: int, end: int) -> float:
        size, words = end - stop, row.words[stop:end]
        weight = _LENGTHS[size] if size < len(_LENGTHS) else _LONG
        weight += _KNOWN * names.some_known(words)
        if size > 1 and names.known(words[1]) and not names.known(words[0]):
            weight -= _FIRST
        if words and words[0] in COMPASS and not names.known(words[0]):
            weight -= _COMPASS
        weight -= _TOLD * any(word in self.told for word in words[:1])
        return weight + _CALLED * any(word in self.called for word in words)


def _visited(rows: Sequence[Sentence]) -> Iterator[str]:
    """Yield the capitals behind `di` and the like."""
    for row in rows:
        for before, token in zip(row.words, row.tokens[1:], strict=False):
            if before in _TO and token.upper:
                yield token.norm


def _called(rows: Sequence[Sentence]) -> Iterator[str]:
    """Yield the capitals that stand alone where a person is called by a short name."""
    for row in rows:
        for at, token in enumerate(row.tokens):
            if token.upper and _lonely(row, at):
                yield token.norm


def _quoted(rows: Sequence[Sentence]) -> Iterator[str]:
    """Yield the capitals that stand alone behind a verb of saying: `ujar` *Uji*."""
    for row in rows:
        for at, token in enumerate(row.tokens):
            if at and token.upper and _lonely(row, at):
                yield token.norm


def _lonely(row: Sentence, at: int) -> bool:
    """Whether a capital stands alone behind a verb of saying, or before a verb."""
    after = row.tokens[at + 1] if at + 1 < len(row.tokens) else None
    if (after and after.upper) or (at and row.tokens[at - 1].upper):
        return False
    if at:
        return row.words[at - 1] in section("speech", "say")
    return after is not None and after.word and verb(after.norm)
