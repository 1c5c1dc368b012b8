"""Stage: draft, sentences to a mode. Whether people met in one place, on a screen, or both.

comes in: title and sentences of the body
goes out: `offline`, `online` or `mixed`
"""

from collections.abc import Iterator, Sequence

from digest.draft.lead import clause
from digest.draft.lexicon import phrases, section
from digest.draft.token import Sentence

_DONE = 8  # words between what is done and `secara daring`


def mode(rows: Sequence[Sentence], title: Sequence[Sentence]) -> str:
    """Return `mixed`, `online` or `offline`: how most of those there took part."""
    told = [row for row in (*title, *rows) if not _all_quoted(row)]
    if any(phrases("events", "mixed").within(row.words) for row in told):
        return "mixed"
    top = [row for row in told if row.paragraph < 3]  # noqa: PLR2004 - the top
    seen = [how for row in top for how in _screens(row)]
    if "whole" in seen:
        return "online"
    return "mixed" if seen else "offline"


def _screens(row: Sentence) -> Iterator[str]:
    """Yield for each screen in `row` whether the `whole` event or a `part` of it was on it."""
    things = {
        at + i
        for at in range(len(row.words))
        if (match := phrases("events", "not-online").at(row.words, at))
        for i in range(match.length)
    }
    for at in range(len(row.words)):
        match = phrases("events", "online").at(row.words, at)
        if match is None or at in things or row.tokens[at].quoted:
            continue
        if any(
            word in section("events", "done-online") for word in row.words[max(0, at - _DONE) : at]
        ):
            continue
        begin = clause(row, at)
        some = phrases("events", "part").within(row.words[begin:at])
        hall = phrases("events", "hall").within(row.words)
        yield "part" if some or hall else "whole"


def _all_quoted(row: Sentence) -> bool:
    return all(token.quoted for token in row.tokens)
