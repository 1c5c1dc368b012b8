"""Stage: draft, sentences to claims. Whether the press was told, or the top says what was held.

comes in: title and sentences of the body
goes out: whether somebody stood before the press; whether headline or lead say that it was held
"""

from collections.abc import Sequence
from itertools import pairwise

from digest.draft.kind import beside, held, nouns, within
from digest.draft.token import Sentence

_SURE = 4.0  # in a headline nouns of such weight need no verb
_HEAVY = 3.0  # nouns of at least such weight name an event by themselves


def to_press(rows: Sequence[Sentence]) -> bool:
    """Whether somebody stood before the press, or spoke to it at an office: `di Mapolres`."""
    found: dict[str, float] = {}
    lead = any(row.paragraph == 0 and _seated(row) for row in rows)
    for row in rows:
        seated = lead or _seated(row)
        for at, match in nouns(row):
            kind, weight = match.value.split()
            if kind == "press-conference" and not beside(row, at, match.length):
                found[match.phrase] = max(float(weight), _PRESS if seated else 0)
    return sum(found.values()) >= _PRESS


def _seated(row: Sentence) -> bool:
    """Whether a sentence leads to an office, and not those who are held there."""
    kept = any(word in _CUSTODY for word in row.words)
    return not kept and any(
        before == "di" and word.startswith(_SEATS) for before, word in pairwise(row.words)
    )


_CUSTODY = frozenset(
    "ditahan diamankan digiring dibawa ditangkap mendekam digelandang meringkuk dititipkan".split()
)
_SEATS = ("mapol", "mako", "kantor", "gedung", "aula", "lobi", "lobby", "ruang", "kejaksaan")
_PRESS = 2.0  # cues of such weight tell that somebody stood before the press


def announced(rows: Sequence[Sentence], title: Sequence[Sentence], day: int) -> bool:
    """Whether headline, lead or the paragraph of the day say that an event was held."""
    told = {0, *(row.paragraph for row in rows if row.start <= day < row.end)}
    for row in (*title, *(each for each in rows if each.paragraph < 2)):  # noqa: PLR2004 - the lead
        for at, match in nouns(row):
            kind, weight = match.value.split()
            heavy = float(weight) >= _HEAVY and (
                row.paragraph in told or kind == "press-conference"
            )
            if not heavy or beside(row, at, match.length):
                continue
            named = row in title and float(weight) >= _SURE
            if named or held(row, at, match.length) or within(row, at):
                return True
    return False
