"""Stage: draft, an office said of several to each of them. `Tiga anggota KPU Uji, A, B, dan C`.

comes in: the mentions of a sentence, its words
goes out: the same, the office given to each of those listed behind it
"""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from digest.draft import name as names
from digest.draft.form import verb
from digest.draft.grammar import NAMELY, joins
from digest.draft.mention import NUMBERS, Mention, sharing
from digest.draft.token import Sentence

_MANY = NUMBERS | frozenset("jajaran segenap seluruh semua unsur".split())
_OPENING = NAMELY | frozenset(": ( masing-masing antara bernama".split())
_PRESENTS = NAMELY | {":"}
_BETWEEN = frozenset(
    "yang hadir mendampingi menemani ikut turut juga datang lain lainnya itu tersebut ini terdiri "
    "dari atas terpilih dilantik dikukuhkan , langsung".split()
)
_FAR = 8  # tokens between an office and the list of those who hold it
_NOUN = 3  # small words that go on with an office: `pengurus` *lembaga*
_PAIR = 2


def many(row: Sentence, at: int) -> bool:
    """Whether the noun at token `at` tells of several: `dua`, `para`, `jajaran` before it."""
    return at > 0 and row.words[at - 1] in _MANY


def grouped(row: Sentence, found: Sequence[Mention]) -> list[Mention]:
    """Give an office that is said of several to each of those named behind it."""
    made: list[Mention] = []
    at = 0
    while at < len(found):
        office = found[at]
        holders = _holders(row, found, at)
        if holders:
            made.extend(holders)
        elif office.name_text or not _counts(row, office):
            made.append(office)
        at = _behind(found, at, holders)
    return made


def _behind(found: Sequence[Mention], at: int, holders: Sequence[Mention]) -> int:
    """Return the place of the first mention that is none of the `holders`, nor their office."""
    if not holders:
        return at + 1
    last = holders[-1].end
    return next((i for i in range(at + 1, len(found)) if found[i].end > last), len(found))


def _counts(row: Sentence, office: Mention) -> bool:
    """Whether an office alone is a small noun that only counts people: `dua kepala dusun`."""
    return many(row, office.start) and not row.tokens[office.start].upper


def _holders(row: Sentence, found: Sequence[Mention], at: int) -> list[Mention]:
    """Return those listed behind the office at place `at` with it, or nobody."""
    office = found[at]
    if not office.position or office.former:
        return []
    several = many(row, office.start)
    if office.name_text:
        return _borne(row, found, at) if several else []
    return _behind_office(row, found, at + 1, office)


def _behind_office(
    row: Sentence, found: Sequence[Mention], at: int, office: Mention
) -> list[Mention]:
    """Return those listed from place `at` on, behind an office that nobody right behind it has."""
    first = found[at] if at < len(found) else None
    if first is None or not first.name_text:
        return []
    several = many(row, office.start)
    opened, wide = _opened(row, office, first, several=several)
    holders = [*_listed(row, found, at, wide)] if opened else []
    return holders if len(holders) >= _PAIR else []


def _wide(row: Sentence, office: Mention, word: Mention) -> Mention:
    """Take the first word of a name for one of the office."""
    at = word.name[0]
    return replace(office, position=f"{office.position} {row.tokens[at].text}", end=at + 1)


def _borne(row: Sentence, found: Sequence[Mention], at: int) -> list[Mention]:
    """Return those listed from the first bearer on, whose name may begin with a word of the office.

    `para tokoh adat` *Lio*`, Gabriel Uji dan …`, `para tokoh` *Kamoro* `Gabriel Uji, …`.
    """
    office, (start, end) = found[at], found[at].name
    holders = [*_listed(row, found, at, office)]
    if office.title or len(holders) < _PAIR:
        return holders
    wide = _wide(row, office, office)
    strange = len(row.words[start]) > 1 and not names.known(row.words[start])
    if end - start > _PAIR and strange and names.known(row.words[start + 1]):
        name = office.name_text.split(maxsplit=1)[1]
        first = replace(wide, name=(start + 1, end), end=office.end, name_text=name)
        return [first, *_listed(row, found, at + 1, wide)]
    return holders


def _listed(row: Sentence, found: Sequence[Mention], at: int, office: Mention) -> Iterator[Mention]:
    """Yield those in a row from place `at`, with `office` where they have none of their own."""
    end = None
    for each in found[at:]:
        joined = end is None or joins(row.words[end : each.start])
        if not joined or not each.name_text:
            return
        end = each.end
        own = each.position and not (office.position or "").startswith(each.position)
        yield each if own else sharing(each, office)


def _opened(
    row: Sentence, office: Mention, first: Mention, *, several: bool
) -> tuple[bool, Mention]:
    """Whether a list of holders opens behind an office; the office with the noun it goes on with.

    `para tokoh` *adat*`, A dan B`; `Anggota KPU yang hadir: A, B`.
    """
    gap = row.words[office.end : first.start]
    if len(gap) > _FAR:
        return False, office
    noun = 0
    while noun < min(len(gap), _NOUN) and _goes_on(row, office.end + noun) and several:
        noun += 1
    rest = gap[noun:]
    opening = any(word in _OPENING for word in rest)
    plain = all(word in _OPENING or word in _BETWEEN for word in rest) or _whose(row, office, rest)
    if not (plain and (opening or (several and rest in {(), (",",)}))):
        return False, office
    if not noun:
        return True, office
    more = " ".join(token.text for token in row.tokens[office.end : office.end + noun])
    return True, replace(office, position=f"{office.position} {more}")


def _whose(row: Sentence, office: Mention, gap: Sequence[str]) -> bool:
    """Whether a clause on those who hold an office opens the list: `Anggota yang ikut ialah A`."""
    clause = len(gap) > _PAIR and gap[0] == "yang" and gap[-1] in _PRESENTS
    inside = row.tokens[office.end : office.end + len(gap) - 1]
    return clause and all(each.word and not each.upper for each in inside)


def _goes_on(row: Sentence, at: int) -> bool:
    token = row.tokens[at]
    if token.norm in _OPENING or token.norm in _BETWEEN:
        return False
    return token.word and not verb(token.norm)
