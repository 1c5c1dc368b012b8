"""Stage: draft, people to who is named where. What the readings of stand-ins share.

comes in: people with their mentions, offices named alone, the sentences
goes out: who or what office stands before or behind a token, and the `Part`s found so far
"""

from collections.abc import Callable, Iterator, Sequence

from msgspec import Struct

from digest.draft.mention import Mention
from digest.draft.token import Sentence
from digest.draft.who import Person


class Part(Struct, frozen=True):
    """The part a person took."""

    role: str
    """`organizer`, `speaker`, `attendee`, `represented`, `quoted` or `mentioned`."""
    on_behalf_of: str | None = None
    """The person, else the office, they stood in or spoke for."""
    sure: bool = True
    """Whether words said so, rather than their absence."""

    @property
    def present(self) -> bool:
        """Whether the person was there."""
        return self.role in {"organizer", "speaker", "attendee"}


class Cast:
    """The people of one article, by place, and the parts given to them."""

    def __init__(
        self,
        people: Sequence[Person],
        rows: Sequence[Sentence],
        offices: Sequence[Mention],
        there: Callable[[int], bool],
    ) -> None:
        """Begin without parts; `there` tells of a place among people whether they were there."""
        self.people = people
        self.rows = rows
        self.offices = offices
        self.there = there
        self.given: dict[int, Part] = {}
        """Part of each who came for another, or for whom another came, by place among people."""

    def named(self, sentence: int) -> Iterator[tuple[int, Mention]]:
        """Yield who is named in a sentence, person by person, and where."""
        for index, person in enumerate(self.people):
            for each in person.mentions:
                if each.sentence == sentence:
                    yield index, each

    def until(self, sentence: int, stop: int | None) -> list[int]:
        """Return who is named up to token `stop` of a sentence, in the order of the text."""
        ends = [
            (each.end, i) for i, each in self.named(sentence) if stop is None or each.end <= stop
        ]
        return [index for _, index in sorted(ends)]

    def at(self, sentence: int, token: int) -> int | None:
        """Return who is named at a token of a sentence."""
        spans = ((i, each) for i, each in self.named(sentence) if each.start <= token < each.end)
        return next((index for index, _ in spans), None)

    def behind(self, sentence: int, token: int) -> int | None:
        """Return who is named first behind a token of a sentence."""
        starts = [
            (each.start, index)
            for index, each in self.named(sentence)
            if each.start > token and each.name_text
        ]
        return min(starts)[1] if starts else None

    def office(self, sentence: int, stop: int | None) -> str | None:
        """Return the last office that stands alone up to token `stop` of a sentence."""
        return next(
            (
                each.position
                for each in reversed(self.offices)
                if each.sentence == sentence and (stop is None or each.end <= stop)
            ),
            None,
        )

    def represent(self, index: int, other: int | None) -> None:
        """Note that somebody did not come, and that `other` came instead, if it is another."""
        self.given[index] = Part("represented")
        if other is not None and other != index:
            self.given[other] = Part("attendee", self.people[index].name)
