"""Stage: draft, runs of capitals that are nobody: places, things, bodies, what opens a sentence.

comes in: the sentences of an article, the gazetteer's places
goes out: whether a run of them is no person's name
"""

from collections.abc import Sequence

from digest.draft import apposition, credit
from digest.draft import name as names
from digest.draft.bearer import Bearer
from digest.draft.lexicon import section
from digest.draft.thing import told
from digest.draft.token import Sentence

_INITIAL = 2  # letters that are no name alone


class Doubt:
    """Tells the runs of one article that are no names."""

    def __init__(self, bearer: Bearer, rows: Sequence[Sentence]) -> None:
        """Gather the things the article names, and its words in small letters."""
        self.bearer = bearer
        self.things = told(rows, bearer.places)
        self.small = frozenset(
            token.norm for row in rows for token in row.tokens if token.word and not token.upper
        )

    def _told(self, row: Sentence, at: int, end: int) -> bool:
        """Whether the article has the run for the name of a thing elsewhere."""
        words = row.words[at:end]
        return words in self.things and (end - at > 1 or not names.known(words[0]))

    def opens(self, row: Sentence, at: int) -> bool:
        """Whether a word has its capital only because it begins a sentence: `Giliran Budi …`."""
        word = row.words[at]
        begins = at == 0 or (at == 1 and not row.tokens[0].word)
        return begins and (credit.leads(row, at) or (word in self.small and not names.known(word)))

    def nobody(self, row: Sentence, at: int, end: int, after: int) -> bool:
        """Whether a run is no person's name: an initial, a place, a thing, part of a body."""
        if (after == end and self.bearer.only_places(row, at, end)) or self._told(row, at, end):
            return True
        if end < len(row.words) and row.words[end][0].isdigit():
            return True  # `Raider 509`: people have no number
        if at and row.words[at - 1] == "ke":
            return True
        if end - at > 1:
            return after == end and self._village(row, at, end)
        body = at > 0 and row.tokens[at - 1].upper and apposition.body_word(row.words[at - 1])
        body = body and not (at == 1 and row.words[0] in section("slots", "clause"))
        return body or len(row.words[at]) <= _INITIAL

    def _village(self, row: Sentence, at: int, end: int) -> bool:
        """Whether a run of several words, not all of them of names, is a village's name."""
        if at and row.words[at - 1] in section("speech", "say"):
            return False
        listed = self.bearer.places.named(row, at) == end
        return listed and not all(names.known(word) for word in row.words[at:end])

    def club(self, row: Sentence, at: int, end: int) -> bool:
        """Whether a regency in a run tells of a club or paper: `Persiuji` *Balikpapan*."""
        return any(
            self.bearer.places.is_regency(word) and not names.known(word)
            for word in row.words[at:end]
        )
