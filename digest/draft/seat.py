"""Stage: draft, people without an office to the one said of them nearby. Whose `Kapolres` it is.

comes in: where somebody is first named, the mentions and sentences of the article
goes out: an office, its body and its own words: of `Kapolres Uji itu` in the next sentences, of
`memulai tugas sebagai Kapolres Uji`, of the house where the `tuan rumah` receives
"""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from digest.draft.grammar import AS, HOMES, POSTS, THIS
from digest.draft.lexicon import section
from digest.draft.mention import Mention
from digest.draft.recall import Recalled, recalled
from digest.draft.token import Sentence

_NEAR = 2  # sentences behind the first mention in which an office may still be said of it
_FAR = 4  # the same where nobody else is named before
_HOST = "tuan rumah"


class Who(Struct, frozen=True):
    """Somebody of whom an office is looked for."""

    first: Mention
    """Where they are named first."""
    title: str | None
    """Their rank."""
    head: str
    """What they are for the day, `tuan rumah`."""
    held: frozenset[str]
    """The offices of all others."""


def said(who: Who, mentions: Sequence[Mention], rows: Sequence[Sentence]) -> Recalled | None:
    """Return the office that the article says of somebody nearby, or None."""
    first = who.first
    named = [each for each in mentions if each.name_text and each.anchored]
    taken = [each for each in mentions if each.sentence == first.sentence + 1]
    tokens = {at for each in taken if each.name_text for at in range(*each.name)}
    if (found := recalled(rows, first.sentence + 1, tokens)) and _last(first, named):
        return found
    alone = [each for each in mentions if not each.name_text and _upper(rows, each)]
    free = [each for each in alone if each.position not in who.held]
    borne = () if who.head else _borne(who, free)
    told = (*_hosts(who, alone, rows), *_behind(first, named, alone, rows), *borne)
    return next(((each.position or "", each.organisation, each.head) for each in told), None)


def _upper(rows: Sequence[Sentence], office: Mention) -> bool:
    return rows[office.sentence].tokens[office.start].upper


def _last(first: Mention, named: Sequence[Mention]) -> bool:
    """Whether nobody else is named behind the person in the same sentence."""
    return not any(each.sentence == first.sentence and each.start > first.start for each in named)


def _between(first: Mention, office: Mention, named: Sequence[Mention]) -> bool:
    """Whether somebody is named between a person and an office."""
    begin, end = (first.sentence, first.start), (office.sentence, office.start)
    return any(begin < (each.sentence, each.start) < end for each in named)


def _behind(
    first: Mention, named: Sequence[Mention], alone: Sequence[Mention], rows: Sequence[Sentence]
) -> Iterator[Mention]:
    """Yield the offices behind a name that point back, or are said to be held or taken up."""
    for each in alone:
        away = each.sentence - first.sentence
        if not 0 <= away <= _FAR or (away == 0 and each.start < first.end):
            continue
        words = rows[each.sentence].words
        before = words[each.start - 1] if each.start else ""
        near = away <= _NEAR or not _between(first, each, named)
        pointed = bool(words[each.end :]) and words[each.end] in THIS and near
        taken_up = before in AS and not _between(first, each, named)
        if pointed or (away == 0 and (before in POSTS or taken_up)):
            yield each


def _hosts(who: Who, alone: Sequence[Mention], rows: Sequence[Sentence]) -> Iterator[Mention]:
    """Yield the offices before whose house the `tuan rumah` is named: `kediaman Ketua MUI Uji`."""
    if who.head != _HOST:
        return
    for each in alone:
        before = rows[each.sentence].words[: each.start]
        if each.sentence <= who.first.sentence and before and before[-1] in HOMES:
            yield each


def _borne(who: Who, free: Sequence[Mention]) -> Iterator[Mention]:
    """Yield the commands beside the sentence that somebody of such a rank has."""
    ranks = frozenset((who.title or "").lower().replace(".", "").split())
    for each in free:
        fitting = section("positions", "borne").get(each.head, "").split()
        near = abs(each.sentence - who.first.sentence) == 1
        if near and not each.former and ranks & set(fitting):
            yield each
