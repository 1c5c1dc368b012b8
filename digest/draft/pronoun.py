"""Stage: draft, sentences to whom they go on about. Who is meant by `ia`.

comes in: people with their mentions, the sentences
goes out: pronouns as mentions, whom each sentence is about
"""

from collections.abc import Sequence

from digest.draft.arrival import spoken
from digest.draft.mention import Mention
from digest.draft.token import Sentence
from digest.draft.who import Person

PRONOUNS = frozenset("ia dia beliau menurutnya".split())
_THEIRS = frozenset(
    "katanya ujarnya ucapnya tuturnya ungkapnya jelasnya terangnya tegasnya imbuhnya tambahnya "
    "tandasnya paparnya pesannya ajaknya bebernya lanjutnya sebutnya pungkasnya tukasnya jawabnya "
    "sambungnya harapnya pintanya keluhnya kenangnya menurutnya akunya".split()
)


def pronouns(people: Sequence[Person], rows: Sequence[Sentence]) -> dict[int, list[Mention]]:
    """Find the sentences whose subject is `ia`, or that report with `katanya`, by who is meant."""
    found: dict[int, list[Mention]] = {}
    last: int | None = None
    about = subjects(people, rows)
    for number, row in enumerate(rows):
        at = _pronoun(row, named=number in about)
        if at is not None and last is not None:
            found.setdefault(last, []).append(Mention(number, at, at + 1, (at, at)))
        last = about.get(number, last)
    return found


def _pronoun(row: Sentence, *, named: bool) -> int | None:
    """Return the token that means who was named before: `Ia` at the beginning, else `katanya`."""
    if row.words[0] in PRONOUNS:
        return 0
    if named:
        return None
    return next((at for at, word in enumerate(row.words) if word in _THEIRS), None)


def subjects(people: Sequence[Person], rows: Sequence[Sentence] = ()) -> dict[int, int]:
    """Return whom each sentence is about: who begins it, else who is named last.

    With `rows`, nobody who is only named in another's words.
    """
    best: dict[int, tuple[tuple[bool, int], int]] = {}
    for index, person in enumerate(people):
        for each in person.mentions:
            if rows and spoken(rows[each.sentence], each):
                continue
            rank = (each.start <= 1, -each.start if each.start <= 1 else each.start)
            if each.sentence not in best or rank > best[each.sentence][0]:
                best[each.sentence] = (rank, index)
    return {sentence: index for sentence, (_, index) in best.items()}
