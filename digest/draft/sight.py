"""Stage: draft, odds to names. What the trained field is sure of, for rules that doubt.

comes in: a sentence with the odds of its tokens
goes out: where a name that surely begins there ends, whether a run may be one; in a sentence
without odds nothing is seen
"""

from typing import Final

from digest.draft.token import Sentence

SURE: Final = 0.9
"""With higher odds the field knows that a token is part of a name, or begins one."""
MAYBE: Final = 0.4
"""With higher odds a token may be part of a name though no list has it."""
_OPEN = 0.1  # with higher odds a name may go on


def begins(row: Sentence, at: int) -> float:
    """Return how likely token `at` begins a name."""
    return row.odds[at].begins if row.odds else 0.0


def perhaps(row: Sentence, start: int, end: int) -> bool:
    """Whether the tokens from `start` to `end` are rather a name."""
    return bool(row.odds) and all(each.part > MAYBE for each in row.odds[start:end])


def seen(row: Sentence, at: int) -> int:
    """Return the end of the name that surely begins at token `at`; `at` if none does."""
    odds, end = row.odds, at + 1
    if at >= len(odds) or odds[at].begins <= SURE:
        return at
    while end < len(odds) and odds[end].inside > SURE:
        end += 1
    return at if end < len(odds) and odds[end].inside > _OPEN else end
