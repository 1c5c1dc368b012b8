"""Stage: draft, sentences to another kind of text. What speaks against an event.

comes in: title and sentences of the body
goes out: how much speaks against an event, and the strongest reason
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

from digest.draft.lexicon import fold, phrases, section
from digest.draft.token import Sentence, Token

_TOP = 4  # paragraphs in which a report says when it was
_HABITS = (0.6, 3.0)  # what each such sign counts, and all of them at most
_ORDERS = (1.0, 5.0)
_FIGURES = (0.4, 5.0)
_YEARS = (0.8, 3.2)
_QUESTIONS = (0.6, 3.0)
_REMOTE = (0.8, 2.4)  # what was said from afar
_PERSONS = {"saya": (1.5, 4.5), "aku": (1.5, 4.5), "kita": (0.8, 4.0), "kami": (0.4, 0.8)}
_FEW = 5  # so many prices or shares are nothing unusual in a report
_OLD = 4  # a year so much before the last one named is history
_TIMELESS = 2.0  # a text without any day
_TO_COME = 12.0  # a text that tells only of what will be
_RUBRIC = 8.0
_EXPLAINED = 7.0  # a headline that asks what or why
_EXPLAINS = frozenset("apa apakah mengapa kenapa bagaimana siapa siapakah kapan benarkah".split())
_MARK = re.compile(r"[|:•·/–—-]")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_REST = 0.3  # what the weaker reasons add to the strongest
TOLD: Final = frozenset({"crime", "incident", "statistics", "sport", "nothing-held"})
"""What events are held about, and the press is told."""


def against(
    rows: Sequence[Sentence], title: Sequence[Sentence], lines: Sequence[str] = ()
) -> tuple[float, str]:
    """Weigh what speaks against an event, and name the strongest reason.

    `lines` stand above the text; one of them may say under which heading it was printed.
    """
    reasons: dict[str, float] = defaultdict(float)
    for reason, weight in (*_marks(rows, title), *_signs(rows, title)):
        reasons[reason] += weight
    if any(map(_rubric, lines)):
        reasons["opinion"] += _RUBRIC
    reasons = {reason: weight for reason, weight in reasons.items() if weight > 0}
    if not reasons:
        return 0.0, ""
    worst = max(reasons, key=lambda reason: (reasons[reason], reason))
    return reasons[worst] + _REST * (sum(reasons.values()) - reasons[worst]), worst


def _rubric(line: str) -> bool:
    """Whether a line above the text names a kind that is no report: `OPINI | Kamis, …`."""
    head, rest = _parted(line)
    known = fold(head.strip()) in section("events", "rubric")
    return known and (not rest or any(char.isdigit() for char in rest))


def _parted(line: str) -> tuple[str, str]:
    match = _MARK.search(line)
    return (line[: match.start()], line[match.end() :].strip()) if match else (line, "")


def _marks(rows: Sequence[Sentence], title: Sequence[Sentence]) -> Iterator[tuple[str, float]]:
    """Yield what the words of the lexicon speak for, each once."""
    opening = title[0].words if title else ()
    headline = phrases("events", "title-profile")
    for at in range(len(opening)):
        match = headline.at(opening, at)
        if match and not _ways(opening, at + match.length):
            yield match.value, 1.5 if at else 4.0
    seen: set[str] = set()
    for row in (*title, *rows):
        for mark in phrases("events", "not-event").all(row.words):
            reason, weight = mark.value.split()
            if mark.phrase not in seen:
                yield reason, float(weight)
                seen.add(mark.phrase)


def _ways(words: Sequence[str], at: int) -> bool:
    """Whether it is somebody's way of doing a thing: `Cara Kapolres …`, no advice."""
    own = at < len(words) and phrases("positions", "office").at(words, at)
    return bool(own) and words[at - 1] in {"cara", "kisah", "saat", "kala"}


def _signs(rows: Sequence[Sentence], title: Sequence[Sentence]) -> Iterator[tuple[str, float]]:
    """Yield what the form of the text speaks for, whatever it is about."""
    told = [token for row in rows for token in row.tokens if not token.quoted]
    words = [token.norm for token in told]
    for word, weight in _PERSONS.items():
        yield "opinion", _capped(words.count(word), weight)
    yield "opinion", _capped(words.count("?"), _QUESTIONS)
    yield "announcement", _capped(sum(map(_orders, rows)), _ORDERS)
    habits = {match.phrase for match in phrases("events", "habit").all(words)}
    yield "profile", _capped(len(habits), _HABITS)
    figures = sum(word in _MONEY for word in words)
    yield "statistics", _capped(max(0, figures - _FEW), _FIGURES)
    yield "profile", _capped(_old(told), _YEARS)
    far = {match.phrase for match in phrases("events", "remote").all(words)}
    yield "nothing-held", _capped(len(far), _REMOTE)
    if title and title[-1].words[-1:] == ("?",):
        yield "announcement", 1.5
    if title and title[0].words[:1] and title[0].words[0] in _EXPLAINS and "?" in title[0].words:
        yield "profile", _EXPLAINED
    if not _timed(rows, title):
        yield "nothing-held", _TIMELESS
    if _to_come(rows, title):
        yield "announcement", _TO_COME


_MONEY = frozenset("rp persen rp/kg % kg/rp rupiah".split())


def _capped(count: int, weight: tuple[float, float]) -> float:
    return min(count * weight[0], weight[1])


def _orders(row: Sentence) -> int:
    """Whether a sentence or an item of a list tells the reader what to do: `Siapkan KTP.`."""
    at = next((i for i, token in enumerate(row.tokens) if token.word), None)
    if at is None or row.tokens[at].quoted:
        return 0
    word = row.words[at]
    if word in section("events", "order"):
        return 1
    return int(word.removesuffix("lah") in section("events", "order"))


def _old(told: Sequence[Token]) -> int:
    """Count the years long before the last one."""
    years = {int(token.text) for token in told if _YEAR.fullmatch(token.text)}
    return sum(year <= max(years) - _OLD for year in years)


def _timed(rows: Sequence[Sentence], title: Sequence[Sentence]) -> bool:
    """Whether the top says when: a weekday, a month, `kemarin`, `pekan ini`."""
    top = (*title, *(row for row in rows if row.paragraph < _TOP))
    when = phrases("calendar", "weekday", "month", "relative", "vague", "about")
    return any(when.within(row.words) for row in top)


def _to_come(rows: Sequence[Sentence], title: Sequence[Sentence]) -> bool:
    """Whether headline or lead announce or put off something whose course nobody tells."""
    announced = phrases("events", "planned", "postponed", "cancelled")
    if not any(announced.within(row.words) for row in (*title, *rows[:2])):
        return False
    return not any(map(_past, rows))


def _past(row: Sentence) -> bool:
    """Whether a sentence tells of the course of an event, not of one to come."""
    marks = phrases("events", "past")
    return any(
        marks.at(row.words, at)
        and not any(word in FUTURE for word in row.words[max(0, at - 4) : at])
        for at in range(len(row.words))
    )


FUTURE = frozenset(
    "akan bakal rencananya dijadwalkan direncanakan nanti nantinya mendatang diharapkan sedianya "
    "lazimnya biasanya dipastikan".split()
)
"""Words of a sentence that does not tell what was."""
