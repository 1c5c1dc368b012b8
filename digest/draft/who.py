"""Stage: draft, mentions to people. Who is named, each once, with all their mentions.

comes in: mentions in the order of the text, the sentences
goes out: `Person`s in the order in which they first appear
"""

from collections.abc import Sequence
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from digest.draft import name as names
from digest.draft.apposition import body_word
from digest.draft.credit import plain
from digest.draft.handover import handed
from digest.draft.lexicon import phrases, section
from digest.draft.mention import WEAK, Mention
from digest.draft.nickname import gelar, marked
from digest.draft.recall import deputies
from digest.draft.seat import Who, said
from digest.draft.spelling import alike, respelt
from digest.draft.token import Sentence


class Person(Struct, frozen=True):
    """Somebody named in the article."""

    name: str
    """The fullest name, without title and degrees."""
    title: str | None
    """Rank and honorifics."""
    position: str | None
    """Office as first written."""
    organisation: str | None
    """Organisation of that office."""
    head: str
    """The office's own words."""
    former: bool
    """Whether the office is no longer held."""
    mentions: tuple[Mention, ...]
    """Where the person is named, by full or short name or by office."""


def people(mentions: Sequence[Mention], rows: Sequence[Sentence]) -> tuple[Person, ...]:
    """Join the mentions of one person, in order of first appearance."""
    groups: list[list[Mention]] = []
    aliases: list[Mention] = []
    sure = _sure(mentions, rows)
    for mention in deputies(handed(list(marked(mentions, rows)), rows)):
        if not mention.name_text:
            continue
        group = _group(groups, mention) or (_nearest(groups, mention) if mention.alias else None)
        if group is not None:
            group.append(mention)
        elif mention.alias:
            aliases.append(mention)
        elif _credible(mention, sure, rows):
            groups.append([mention, *(each for each in aliases if _soon(each, mention))])
            aliases = []
    joined = [_join(group) for group in groups]
    seated = [_seated(each, joined, mentions, rows) for each in joined]
    held = [_with_offices(each, seated, mentions) for each in seated]
    return _with_short_names(held, mentions, rows)


def _nearest(groups: list[list[Mention]], alias: Mention) -> list[Mention] | None:
    """Return whoever was named last, no more than a sentence before what he is called."""
    near = [each for each in groups if _soon(each[-1], alias)]
    return max(near, key=lambda group: (group[-1].sentence, group[-1].start)) if near else None


def _soon(one: Mention, other: Mention) -> bool:
    return abs(one.sentence - other.sentence) < _SOON


def _sure(mentions: Sequence[Mention], rows: Sequence[Sentence]) -> frozenset[str]:
    """Return the parts of names that belong to a person somewhere in the article."""
    return frozenset(
        part
        for each in mentions
        if each.name_text and (each.anchored or _told(each, rows))
        for part in parts(each.name_text)
        if len(part) > 1
    )


def _told(mention: Mention, rows: Sequence[Sentence]) -> bool:
    """Whether a word such as `ujar` stands before a name of one part."""
    row, (start, end) = rows[mention.sentence], mention.name
    return end - start == 1 and start > 0 and row.words[start - 1] in _SAID


def _seated(
    person: Person, persons: Sequence[Person], mentions: Sequence[Mention], rows: Sequence[Sentence]
) -> Person:
    """Give a person without an office of their own the one that is said of them nearby."""
    if person.position and person.head not in WEAK:
        return person
    held = frozenset(each.position for each in persons if each.position and each is not person)
    found = said(Who(person.mentions[0], person.title, person.head, held), mentions, rows)
    if found is None:
        return person
    text, of, head = found
    return replace(person, position=text, organisation=of, head=head)


@lru_cache(maxsize=2048)
def parts(name: str) -> tuple[str, ...]:
    """Folded parts of a name, initials as one letter."""
    return tuple(
        piece.lower().replace("’", "'") for piece in name.replace(".", " ").split() if piece
    )


def _group(groups: list[list[Mention]], mention: Mention) -> list[Mention] | None:
    wanted = parts(mention.name_text)
    for group in reversed(groups):
        if any(_same(wanted, parts(each.name_text)) for each in group):
            if (
                _others(mention, wanted, group)
                or _listed_apart(mention, wanted, group)
                or _husband(mention, wanted, group)
                or _namesake(mention, wanted, group)
            ):
                continue
            return group
    if mention.alias:
        return next((one for one in reversed(groups) if wanted in map(gelar, one)), None)
    if len(wanted) == 1 and not mention.title and not mention.position:
        return next((group for group in reversed(groups) if _called(wanted[0], group)), None)
    return None


def _called(short: str, group: list[Mention]) -> bool:
    """Whether `short` begins or ends a part of the name: `Muyas` of `Muyassarotul`."""
    return len(short) >= _CALL and any(
        part.startswith(short) or part.endswith(short)
        for each in group
        for part in parts(each.name_text)
    )


def _namesake(mention: Mention, wanted: tuple[str, ...], group: list[Mention]) -> bool:
    """Whether a longer name behind a shorter one has another office: a son's, a namesake's."""
    holder = next((each for each in group if each.head), None)
    if not mention.head or holder is None or holder.head == mention.head:
        return False
    longest = max((parts(each.name_text) for each in group), key=len)
    return len(longest) > 1 and len(wanted) > len(longest) + 1 and wanted[: len(longest)] != longest


_CALL = 4  # letters of the shortest short form
_RANKLESS = frozenset("ketua wakil kepala anggota sekretaris koordinator dan penjabat pj".split())
_WIVES = frozenset("ny nyonya ibu pkk wanita bhayangkari persit bunda dekranasda gow".split())


def _husband(mention: Mention, wanted: tuple[str, ...], group: list[Mention]) -> bool:
    """Whether the short name is the husband's of a `Ny.` named in full before."""
    if not (mention.title or mention.position):
        return False
    for each in group:
        full = parts(each.name_text)
        title = (each.title or "").lower().rstrip(".")
        wife = title in _WIVES or _WIVES & set((each.position or "").lower().split())
        if wife and len(wanted) < len(full) and full[-len(wanted) :] == wanted:
            own = (mention.title or "").lower().rstrip(".")
            return own not in _WIVES and not _WIVES & set((mention.position or "").lower().split())
    return False


def _listed_apart(mention: Mention, wanted: tuple[str, ...], group: list[Mention]) -> bool:
    """Whether both have offices that have no word in common: a shared name is a namesake's."""
    position = mention.position
    behind = mention.start == mention.name[0]  # `Budi, yang juga Ketua Uji`
    if not position or (len(wanted) == 1 and (behind or position[0].islower())):
        return False
    if any(set(parts(each.name_text)) == set(wanted) for each in group):
        return False
    held = [_office_words(each.position) for each in group if each.position]
    own = _office_words(position)
    if held and not any(own & words for words in held):
        return True
    titles = {each.title for each in group if each.title}
    heads = [_office_words(each.head) for each in group if each.head]
    own = _office_words(mention.head)
    differs = mention.title and titles and mention.title not in titles
    return bool(differs and own and heads and not any(own & words for words in heads))


def _office_words(position: str) -> set[str]:
    """Words of an office, short forms written out, `ketua` and its like left aside."""
    short = section("organisations", "abbreviation")
    words = " ".join(short.get(word, word) for word in position.lower().replace(".", "").split())
    return set(words.split()) - _RANKLESS


def _others(mention: Mention, wanted: tuple[str, ...], group: list[Mention]) -> bool:
    """Whether a longer name is a wife's, who carries her husband's: `Ny. Marlena Lismidianto`."""
    titles = (mention.title or "").lower().replace(".", "").split()
    words = f"{mention.position or ''}".lower().replace(".", "").split() + titles
    full = max((parts(each.name_text) for each in group), key=len)
    if not _WIVES & set(words) or set(wanted) <= set(full):
        return False
    if titles[:1] in (["ny"], ["nyonya"]):
        return not any(set(wanted) == set(parts(each.name_text)) for each in group)
    holder = next((each for each in group if each.head), None)
    if not mention.head or holder is None or holder.head == mention.head:
        return False
    return not any(set(wanted) == set(parts(each.name_text)) for each in group)


def _same(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two spellings may mean one person: the shorter is within the longer."""
    if respelt(one, other):
        return True
    if len(one) > len(other):
        one, other = other, one
    left = list(other)
    full = False
    for part in one:
        match = part if part in left else next((each for each in left if alike(part, each)), None)
        if match is None or (_inner(match, left, other) and part == one[0]):
            return False
        full = full or (len(match) > 1 and len(part) > 1)
        left.remove(match)
    return full


def _inner(match: str, left: Sequence[str], name: tuple[str, ...]) -> bool:
    """Whether an initial stands behind a first name that nothing in the other answers to.

    `Dominggus Uji` is not `Nataniel D. Uji`.
    """
    return len(match) == 1 and match != name[0] and len(name[0]) > 1 and name[0] in left


def _credible(mention: Mention, sure: frozenset[str], rows: Sequence[Sentence]) -> bool:
    """Whether a name that nothing announces is a person's; `sure` parts are one's elsewhere."""
    row = rows[mention.sentence]
    if mention.anchored:
        return True
    start, end = mention.name
    words = row.words[start:end]
    known = sum(names.known(word) or word in sure for word in words)
    before = row.word(start - 1)
    if _thing(row, start, end) or plain(words[0]):
        return False
    says = _says(row, start, mention.end)
    if len(words) == 1:
        says = says and words[0] not in section("words", "plain")  # `Titik air datang`
        return says and (known == 1 or before in _SAID)
    quoted = row.tokens[start].quoted
    if before in _SAID or (not quoted and (before == "menurut" or known == len(words))):
        return True
    if known and says:
        return True
    return any(word in sure for word in words) and 2 * known >= len(words)


def _thing(row: Sentence, start: int, end: int) -> bool:
    """Whether a thing's word stands before a run, or all of it is of bodies: `Hari Anak`."""
    words = row.words[start:end]
    if start and row.words[start - 1] in section("words", "thing"):
        return True
    if phrases("venues", "site", "house").ending(row.words, start, 3):
        return True
    return all(word in section("words", "never") or body_word(word) for word in words)


_SOON = 3  # sentences between a name and what its bearer is called
_SAID = frozenset("kata ujar ucap tutur ungkap imbuh jelas terang tegas".split())


def _says(row: Sentence, start: int, end: int) -> bool:
    say = section("speech", "say")
    before = row.word(start - 1)
    after = row.words[end : end + 2]
    return before in say or any(word in say for word in after)


def _set(mention: Mention) -> set[str]:
    return set(parts(mention.name_text))


def _join(group: list[Mention]) -> Person:
    own = [each for each in group if not each.alias] or group
    sure = [each for each in own if each.anchored and len(parts(each.name_text)) > 1] or own
    longest = max(sure, key=lambda each: len(parts(each.name_text)))
    full = set(parts(longest.name_text))
    titled = next((each.title for each in own if each.title and full & _set(each)), None)
    placed = next((each for each in (*own, *group) if each.position), None)
    told = own if placed in own or placed is None else (placed,)
    of = next((each.organisation for each in told if each.organisation), None)
    return Person(
        longest.name_text,
        titled,
        placed.position if placed else None,
        of,
        placed.head if placed else "",
        bool(placed and placed.former),
        tuple(group),
    )


def _with_offices(person: Person, everyone: list[Person], mentions: Sequence[Mention]) -> Person:
    """Add the places where only the person's office is named, if it is theirs alone."""
    if not person.head or sum(each.head == person.head for each in everyone) > 1:
        return person
    first = person.mentions[0]
    own = [
        each
        for each in mentions
        if not each.name_text
        and each.head == person.head
        and _compatible(each, person)
        and (each.sentence, each.start) > (first.sentence, first.start)
    ]
    return replace(person, mentions=person.mentions + tuple(own))


def _with_short_names(
    persons: Sequence[Person], mentions: Sequence[Mention], rows: Sequence[Sentence]
) -> tuple[Person, ...]:
    """Add the places where one is called by a part of the name that is theirs alone."""
    owners: dict[str, set[int]] = {}
    for index, person in enumerate(persons):
        for part in parts(person.name):
            owners.setdefault(part, set()).add(index)
    taken = {(each.sentence, at) for each in mentions if each.name_text for at in range(*each.name)}
    found: dict[int, list[Mention]] = {}
    for number, row in enumerate(rows):
        for at, word in enumerate(row.words):
            if len(word) >= _CALL - 1 and (number, at) not in taken and _alone(row, at):
                own = owners.get(word, set())
                if len(own) == 1:
                    call = Mention(number, at, at + 1, (at, at + 1), row.tokens[at].text)
                    found.setdefault(min(own), []).append(call)
    return tuple(
        replace(person, mentions=person.mentions + tuple(found.get(index, ())))
        for index, person in enumerate(persons)
    )


def _alone(row: Sentence, at: int) -> bool:
    """Whether a capital stands between small words, as a short name does."""
    if not row.tokens[at].upper or (
        at and (row.tokens[at - 1].upper or row.words[at - 1] in section("words", "thing"))
    ):
        return False
    return not row.upper(at + 1)


def _compatible(office: Mention, person: Person) -> bool:
    """Whether an office named alone may be the person's: the places do not differ."""
    if office.former != person.former:
        return False
    short = (office.position or "").lower().split()
    full = (person.position or "").lower().split()
    return len(short) == 1 or set(short) <= set(full)
