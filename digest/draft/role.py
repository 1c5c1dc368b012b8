"""Stage: draft, people to roles. Who was there, in what part, and who was only named.

comes in: people with their mentions, the sentences; later kind and mode of the event
goes out: a `Part` for each person, in the same order
"""

from collections.abc import Collection, Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from digest.draft.cast import Part
from digest.draft.cue import Cue, cue
from digest.draft.host import hosts, owners, receivers
from digest.draft.lexicon import phrases, section
from digest.draft.mention import Mention
from digest.draft.pronoun import pronouns
from digest.draft.standin import standins
from digest.draft.token import Sentence
from digest.draft.who import Person


class Held(Struct, frozen=True):
    """What the event was."""

    kind: str
    mode: str
    venue: str | None = None


_HOST_HEADS = frozenset("ketua panitia|ketua pelaksana|panitia|tuan rumah|penyelenggara".split("|"))
_HIGH = (
    "presiden",
    "wakil presiden",
    "wapres",
    "menteri",
    "wakil menteri",
    "kapolri",
    "panglima tni",
    "jaksa agung",
    "gubernur",
    "wakil gubernur",
)
_CALLS = frozenset({"aid", "visit", "patrol", "outreach"})
"""Kinds of what one person goes out to do."""
_CALLED = frozenset({"meeting", "hearing", "other"})
"""Kinds of what one person calls others to, who is named first and speaks."""


def parts(
    people: Sequence[Person], rows: Sequence[Sentence], mentions: Sequence[Mention]
) -> tuple[Part, ...]:
    """Tell the part of each of `people`; `mentions` has the offices named alone as well."""
    cues = _cues(people, rows)
    offices = [each for each in mentions if not each.name_text]
    given = standins(
        people,
        rows,
        offices,
        lambda index: any(each.there for each in cues[index][: len(people[index].mentions)]),
    )
    held = hosts(people, rows)
    found = []
    for index, person in enumerate(people):
        part = given.get(index)
        if part is None:
            part = _part(person, cues[index], host=index in held, first=index == 0)
        elif part.role == "attendee" and any(each.leads for each in cues[index]):
            part = replace(part, role="organizer")
        elif part.role == "attendee" and _spoke(cues[index]):
            part = replace(part, role="speaker")
        found.append(part)
    return tuple(_one_leads(found, people, cues, held))


def _one_leads(
    found: Sequence[Part],
    people: Sequence[Person],
    cues: Sequence[Sequence[Cue]],
    held: Collection[int],
) -> Iterator[Part]:
    """Yield the parts; of several who lead something, only the first and the hosts held it all."""
    led = False
    for index, part in enumerate(found):
        leads = part.role == "organizer"
        host = index in held or people[index].head in _HOST_HEADS
        if leads and led and not host:
            spoke = _spoke(cues[index])
            yield replace(part, role="speaker" if spoke else "attendee")
        else:
            yield part
        led = led or leads


def settled(
    found: Sequence[Part],
    people: Sequence[Person],
    rows: Sequence[Sentence],
    event: Held,
) -> tuple[Part, ...]:
    """Tell again who held it and who only spoke, by what it was: nobody hosts a `jumpa pers`."""
    there = [index for index, part in enumerate(found) if part.present]
    leads = [index for index in there if found[index].role == "organizer"]
    turned: dict[int, str] = {}
    if event.kind == "press-conference":
        turned = dict.fromkeys(leads, "speaker")
    elif event.mode == "online":
        turned = {index: "speaker" for index in leads if _central(people[index])}
    elif not leads:
        turned = dict.fromkeys(_hosts(found, people, rows, event, there), "organizer")
    return tuple(
        replace(part, role=turned[index]) if index in turned else part
        for index, part in enumerate(found)
    )


def _hosts(
    found: Sequence[Part],
    people: Sequence[Person],
    rows: Sequence[Sentence],
    event: Held,
    there: Sequence[int],
) -> Sequence[int]:
    """Tell who held what nobody is said to lead: who came for the host, or whose house it was."""
    names = {people[index].name for index in hosts(people, rows) if index not in there}
    sent = [index for index in there if found[index].on_behalf_of in names]
    free = [index for index in there if found[index].on_behalf_of is None]
    if sent:
        return sent[:1]
    met = [index for index in free if index in receivers(people, rows)]
    if event.kind == "visit" and met:
        return met
    if event.kind in _CALLS:
        return free[:1]
    spoke = [index for index in free if found[index].role == "speaker"]
    if event.kind in _CALLED and spoke[:1] == [0]:
        return [0]
    owned = owners(people, event.venue or "")
    return [index for index in spoke if index in owned]


def _cues(people: Sequence[Person], rows: Sequence[Sentence]) -> list[list[Cue]]:
    """Read every mention of each person, and every sentence that goes on about them as `ia`."""
    named: dict[int, list[Mention]] = {}
    for person in people:
        for each in person.mentions:
            named.setdefault(each.sentence, []).append(each)
    meant = pronouns(people, rows)
    found = []
    for index, person in enumerate(people):
        own = [cue(each, rows, named[each.sentence]) for each in person.mentions]
        more = [_goes_on(each, rows, named) for each in meant.get(index, ())]
        if own[0].absent:  # what is said on is said from afar, too
            more = [replace(each, there=False, stages=False) for each in more]
        found.append(own + more)
    return found


def _goes_on(
    pronoun: Mention, rows: Sequence[Sentence], named: Mapping[int, Sequence[Mention]]
) -> Cue:
    """Read a sentence about somebody named before: what was held stands where they were named."""
    return replace(
        cue(pronoun, rows, named.get(pronoun.sentence, ())), leads=False, joins=False, named=False
    )


def _spoke(cues: Sequence[Cue]) -> bool:
    return any(each.stages or (each.says and not each.thanks) for each in cues)


def _part(  # noqa: PLR0911 - one return a role
    person: Person, cues: Sequence[Cue], *, host: bool, first: bool
) -> Part:
    there, speaks = any(each.there for each in cues), any(each.says for each in cues)
    stages = any(each.stages for each in cues)
    idle = not (there or speaks)
    past = any(each.dead for each in cues) or (person.former and idle and not stages)
    if past or (cues[0].named and idle):
        return Part("mentioned")
    if _elsewhere(cues) and not there:
        return Part("quoted" if speaks else "mentioned")
    if person.head in _HOST_HEADS or host or any(each.leads for each in cues):
        return Part("organizer")
    if stages or _judges(person):
        return Part("speaker")
    if speaks and _press(person) and not there:
        return Part("quoted", sure=False)
    if speaks and not _guest(cues, first=first) and _spoke(cues):
        return Part("speaker", sure=there)
    if there or speaks:
        return Part("attendee")
    if _high(person):
        return Part("mentioned", sure=False)
    return Part("attendee" if person.mentions[0].anchored else "mentioned", sure=False)


def _guest(cues: Sequence[Cue], *, first: bool) -> bool:
    """Whether the person came to what others held, and spoke of it as the article's first guest."""
    aside = [each.aside for each in cues if each.says]
    return (first and cues[0].joins) or (bool(aside) and all(aside))


def _elsewhere(cues: Sequence[Cue]) -> bool:
    """Whether the person is first named, or always speaks, in another place."""
    told = [each.absent for each in cues if each.says]
    return cues[0].absent or (bool(told) and all(told))


def _central(person: Person) -> bool:
    """Whether the person speaks to the whole country from its capital."""
    of = person.organisation or ""
    return of.startswith(("Kemen", "Polri", "Divisi", "Pemerintah RI")) or of.endswith(" RI")


def _high(person: Person) -> bool:
    """Whether the office is so high that no list leaves out that its holder came."""
    return person.head.startswith(_HIGH)


def _judges(person: Person) -> bool:
    """Whether the office is to speak: `pemateri`, `juri`."""
    words = (person.position or "").lower().split()
    return bool(words) and phrases("speech", "voice").at(words, 0) is not None


def _press(person: Person) -> bool:
    words = (person.position or "").lower().split()
    spoken = any(word in section("positions", "press") for word in words)
    return spoken and words[0] not in {"manajer", "manager", "staf"}
