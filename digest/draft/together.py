"""Stage: draft, what is said once of several: before it they are named, or behind `Mereka`.

comes in: the mentions of a sentence, the sentence and the one before it
goes out: the same, each with what is said of all: `A, B, dan C, semuanya anggota dewan`
"""

from collections.abc import Callable, Sequence

from msgspec.structs import replace

from digest.draft.grammar import AS, NAMELY, joins
from digest.draft.lexicon import phrases
from digest.draft.mention import NUMBERS, Mention, sharing
from digest.draft.token import Sentence

_COUNTS = {
    "keduanya": 2,
    "ketiganya": 3,
    "keempatnya": 4,
    "kelimanya": 5,
    "keenamnya": 6,
    "ketujuhnya": 7,
}
_ALL = frozenset("semuanya seluruhnya kesemuanya sama-sama masing-masing".split()) | _COUNTS.keys()
_LINKS = AS | frozenset("adalah merupakan sama-sama juga para".split())
_AS = frozenset("selaku sebagai".split())
_THEY = frozenset("mereka kelompok".split()) | _COUNTS.keys()
_ARE = NAMELY | {":"}
_PEOPLE = frozenset("orang orangnya nama".split())
_MOST = 3  # words between `semuanya` and an office
_PAIR = 2

Reader = Callable[[int, int], Mention | None]
"""Reads the office at a token of a sentence."""


def together(
    index: int, rows: Sequence[Sentence], found: Sequence[Mention], read: Reader
) -> list[Mention]:
    """Give what is said of several to each of them."""
    made = _presented(index, rows, found, read)
    at = 0
    while at < len(made):
        stop = _run(rows[index], made, at)
        if stop - at >= _PAIR:
            made[at:stop] = _told(index, rows[index], made[at:stop], read, first=at == 0)
        at = max(stop, at + 1)
    return made


def _run(row: Sentence, found: Sequence[Mention], at: int) -> int:
    """Return the place behind the last of those named side by side from place `at` on.

    All but the last have no office.
    """
    stop = at
    while stop < len(found) and found[stop].name_text:
        each = found[stop]
        if stop > at and not joins(row.words[found[stop - 1].end : each.start]):
            break
        stop += 1
        if each.position or each.organisation:
            return stop if stop > at + 1 and each.start == _begin(each) else at
    return stop


def _begin(mention: Mention) -> int:
    """Return where a mention begins whose office stands behind the name."""
    return mention.start if mention.end > mention.name[1] else -1


def _told(
    index: int, row: Sentence, run: Sequence[Mention], read: Reader, *, first: bool
) -> list[Mention]:
    """Return a run of people with what is said of all of them behind the last."""
    last = run[-1]
    if last.position or last.organisation:
        return _shared(row, run, first=first)
    at = last.end + (row.word(last.end) == ",")
    at += row.word(at) == "yang"
    word = row.word(at)
    if word not in _ALL:
        return list(run)
    begin = at + 1
    while begin < min(len(row.words), at + _MOST) and row.words[begin] in _LINKS:
        begin += 1
    office = read(index, begin) if begin < len(row.words) else None
    if office is None:
        return list(run)
    size = min(_COUNTS.get(word, len(run)), len(run))
    whose = [_held(each, office) for each in run[-size:]]
    return [*run[:-size], *whose[:-1], replace(whose[-1], end=max(office.end, whose[-1].end))]


def _shared(row: Sentence, run: Sequence[Mention], *, first: bool) -> list[Mention]:
    """Return a run of people with the body or common noun that stands behind the last.

    `A, B dan C` *dari BPN*, `A dan B` *(anggota)*, `A dan B` *selaku penyuluh*.
    """
    last = run[-1]
    mark = row.words[last.name[1] : last.name[1] + 1]
    dan = row.words[run[-2].end : last.start] in {("dan",), ("serta",)}
    small = mark == ("(",) and not row.tokens[last.name[1] + 1].upper
    of = mark == ("dari",) and first and not last.position
    after = last.name[1] + (mark == (",",))
    said = row.word(after) in _AS and last.position is not None
    dan = dan or row.words[run[-2].end : last.start] in {(",", "dan"), (",", "serta")}
    if not (dan and (small or of or said)):
        return list(run)
    return [*(_held(each, last) for each in run[:-1]), last]


def _held(mention: Mention, office: Mention) -> Mention:
    """Return the person in the office; its body, if it has one, counts before their own."""
    return replace(
        sharing(mention, office), organisation=office.organisation or mention.organisation
    )


def _presented(
    index: int, rows: Sequence[Sentence], found: Sequence[Mention], read: Reader
) -> list[Mention]:
    """Give those whom `Mereka adalah` presents what the sentence before it calls them."""
    words = rows[index].words
    opens = words[:1] and words[0] in _THEY and words[1:2] and words[1] in _ARE
    office = _counted(index - 1, rows[index - 1], read) if opens and index else None
    if office is None:
        return list(found)
    return [_called(each, office) for each in found]


def _counted(index: int, row: Sentence, read: Reader) -> Mention | None:
    """Return the last noun of a sentence that a number stands before: `enam` *guru penggerak*."""
    for at in range(len(row.words) - 1, 0, -1):
        if row.words[at - 1] in NUMBERS and row.words[at] not in _PEOPLE:
            person = phrases("positions", "person", "office").at(row.words, at)
            return read(index, at) if person else None
    return None


def _called(mention: Mention, office: Mention) -> Mention:
    own = mention.position and mention.position != mention.organisation
    return sharing(mention, office) if mention.name_text and not own else mention
