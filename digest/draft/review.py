"""Stage: draft, mentions weighed. What the rules found against what the trained field makes of it.

comes in: the mentions of an article, its sentences with the odds of their tokens
goes out: the mentions; of those in which the field sees nobody only the offices, the others with
the borders of which it is sure

It adds nobody: what only the field sees is wrong as often as right (docs/adr/0090).
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from msgspec.structs import replace

from digest.draft.lexicon import section
from digest.draft.mention import Mention, spaced
from digest.draft.name import degrees_end, known, title_end
from digest.draft.sight import SURE
from digest.draft.token import Sentence, written

NEVER: Final = 0.02
"""With lower odds, on an average of its tokens, a mention is nobody."""
LIKELY: Final = 0.6
"""With higher odds on each of its tokens a mention is somebody."""
_REACH = 3  # tokens a name may grow by on either side


def weighed(mentions: Sequence[Mention], text: str, rows: Sequence[Sentence]) -> list[Mention]:
    """Return the mentions as the field leaves them, in their order.

    Whoever has a rank or honorific stays: nothing but a name stands behind one.
    """
    best = _best(mentions, rows)
    found: list[Mention] = []
    for mention in mentions:
        row = rows[mention.sentence]
        words = row.words[slice(*mention.name)]
        if not words:
            found.append(mention)
        elif not _told(mention, words) and max(best[word] for word in words) < NEVER:
            found.extend(_office(mention))
        else:
            found.append(_anchored(_bordered(mention, text, row), row))
    return found


def _told(mention: Mention, words: Sequence[str]) -> bool:
    """Whether a title, or an office beside nothing but parts of names, tells a person.

    `Ketua MUI Uji, Lukman Hakim`: the field takes the last word for another office.
    """
    named = len(words) > 1 and all(map(known, words))
    return bool(mention.title or (named and mention.position))


def _best(mentions: Sequence[Mention], rows: Sequence[Sentence]) -> Mapping[str, float]:
    """Return for each word of a name the odds of the likeliest mention that has it."""
    best: dict[str, float] = {}
    for mention in mentions:
        words = rows[mention.sentence].words[slice(*mention.name)]
        parts = [each.part for each in rows[mention.sentence].odds[slice(*mention.name)]]
        for word in words:
            best[word] = max(best.get(word, 0.0), sum(parts) / len(parts))
    return best


def _office(mention: Mention) -> Iterator[Mention]:
    """Yield the office of a mention that names nobody, if it has one."""
    if mention.position:
        at = mention.name[0]
        yield replace(mention, name=(at, at), name_text="")


def _anchored(mention: Mention, row: Sentence) -> Mention:
    """Return names that nothing announced as announced where the field tells them."""
    tokens = slice(*mention.name)
    if mention.anchored:
        return mention
    words = row.words[tokens]
    some = any(map(known, words))
    if not some and len(words) > 1:
        return mention  # of these the field is as sure where they are none
    limit = LIKELY if some else SURE
    return replace(mention, anchored=all(each.part > limit for each in row.odds[tokens]))


def _bordered(mention: Mention, text: str, row: Sentence) -> Mention:
    """Return the mention with what surely belongs to its name."""
    start, end = mention.name
    first, last = _grown(row, start, end)
    led = mention.position is not None and mention.start < start
    made = not any(mention.head in section("positions", each) for each in ("office", "person"))
    if led and (_made(row, first, start) or (first <= mention.start and made)):
        first = start  # `Kadisuji` *Budi*
    if (first, last) == (start, end):
        return mention
    office = mention.position
    if office and written(text, row, mention.start, start) == office:
        office = written(text, row, mention.start, first) or None
    return replace(
        mention,
        name=(first, last),
        name_text=spaced(written(text, row, first, last)),
        position=office,
        start=min(mention.start, first),
        end=last if mention.end == end else max(mention.end, last),
    )


def _made(row: Sentence, first: int, start: int) -> bool:
    """Whether a body's name ends right before a name: `Ketua Kelompok Tani Uji` *Makmur* `Budi`."""
    return any(word in section("organisations", "called") for word in row.words[first:start])


def _grown(row: Sentence, start: int, end: int) -> tuple[int, int]:
    """Return the tokens of a name with those beside it that surely belong to it."""
    odds = row.odds
    if not all(each.part > LIKELY for each in odds[start:end]):
        return start, end
    first, last = start, end
    while last < len(odds) and odds[last].inside > SURE and last - end < _REACH:
        if degrees_end(row, last) > last:
            break  # `S. Pd`
        last += 1
    while first and odds[first].inside > SURE and start - first < _REACH:
        if title_end(row, first - 1) > first - 1 or _placed(row, first - 1):
            break
        first -= 1
    return first, last


def _placed(row: Sentence, at: int) -> bool:
    """Whether token `at` ends a place that begins as villages do: `Teluk` *Uji*."""
    opening = section("places", "opening")
    return row.words[at] in opening or (at > 0 and row.words[at - 1] in opening)
