"""Stage: draft, sentences to an event. Whether there was one, of what kind, how it was held.

comes in: title and sentences of the body
goes out: `What`: kind, mode, status, the words for it; or why the article reports no event
"""

from collections.abc import Mapping, Sequence

from msgspec import Struct

from digest.draft.genre import FUTURE, TOLD, against
from digest.draft.kind import votes
from digest.draft.lexicon import Phrases, phrases
from digest.draft.mode import mode
from digest.draft.press import announced, to_press
from digest.draft.token import Sentence
from digest.draft.verdict import LINE, features, odds

_DOUBT = 0.35  # words of crime and figures weigh so much less where the lead says what was held
_CASE = 0.25  # likewise where it was told to the press
_NEAR = 2.0  # so near the line the editor is told to look
_TOP = 3  # paragraphs in which a report says that something was held
_HINT = 2.5  # nouns of less weight name no event
_CLOSE = 0.7  # a second kind with so large a part of the first one's weight makes it unsure


class What(Struct, frozen=True):
    """What happened, or that nothing did."""

    is_event: bool
    reason: str
    """Why it is no event, as a key: `opinion`, `statistics`; empty for an event."""
    kind: str
    noun: str
    """What the article calls it: `rapat koordinasi`; empty if nothing fits."""
    span: tuple[int, int]
    """Where that stands."""
    mode: str
    status: str
    sure: bool
    """Whether kind and nature are beyond doubt."""
    signs: Mapping[str, float]
    """What, beside its words, tells that it is an event."""
    contra: float
    """How much other kinds of text speak against it."""


def what(  # noqa: PLR0913 - what was found
    rows: Sequence[Sentence],
    title: Sequence[Sentence],
    *,
    dated: bool,
    placed: bool,
    people: int,
    lines: Sequence[str] = (),
    at: int = -1,
) -> What:
    """Weigh the words of `title` and `rows`.

    `dated`, `placed` and `people` tell what else was found: a day, a venue, how many were there;
    `lines` stand above the text, and at offset `at` the day.
    """
    weights, spans = votes(rows, title, at)
    ranked = sorted(weights, key=lambda kind: (-weights[kind], kind))
    kind = ranked[0] if ranked else "other"
    noun, span = spans.get(kind, ("", (0, 0)))
    told = (dated or placed) and announced(rows, title, at)
    pressed = dated and placed and to_press(rows)
    contra, reason = against(rows, title, lines)
    if reason in TOLD and (pressed or told):
        contra *= _CASE if pressed else _DOUBT
    signs = {
        "noun": min(weights.get(kind, 0.0), 12.0) / 24,
        "named": (weights.get(kind, 0.0) >= _HINT) / 2,
        "course": min(_course(rows), 5) / 10,
        "held": min(_held(rows, title), 4) / 8,
        "people": min(people, 3) / 6,
        "dated": dated / 2,
        "placed": placed / 2,
        "dated and placed": (dated and placed) / 2,
        "announced": told / 2,
        "to the press": pressed / 2,
    }
    likely = odds(features(signs, title, rows), contra)
    is_event = likely >= LINE
    near = len(ranked) > 1 and weights[ranked[1]] > _CLOSE * weights[kind]
    return What(
        is_event,
        "" if is_event else (reason or "nothing-held"),
        kind,
        noun,
        span,
        mode(rows, title),
        _status(rows, title),
        not near and abs(likely - LINE) > _NEAR,
        signs,
        contra,
    )


def _held(rows: Sequence[Sentence], title: Sequence[Sentence]) -> int:
    """Count the sentences of the top that say that something was held."""
    verbs = phrases("events", "verb")
    return sum(_done(verbs, row) for row in (*title, *rows) if row in title or row.paragraph < _TOP)


def _done(verbs: Phrases, row: Sentence) -> bool:
    """Whether a sentence says that something was held, not that it will be."""
    return any(
        verbs.at(row.words, at)
        and not any(word in FUTURE for word in row.words[max(0, at - 3) : at])
        for at in range(len(row.words))
    )


def _course(rows: Sequence[Sentence]) -> int:
    """Count the different words that tell of the course of an event."""
    words = phrases("events", "attendance")
    return len({match.phrase for row in rows for match in words.all(row.words)})


def _status(rows: Sequence[Sentence], title: Sequence[Sentence]) -> str:
    """Return `held` unless title or lead say that it is to come, put off or called off."""
    top = [*title, *rows[:1]]
    for status in ("cancelled", "postponed", "planned"):
        if any(phrases("events", status).within(row.words) for row in top):
            return status
    return "held"
