"""Stage: draft, facts to entry. What was found, under the keys of an entry.

comes in: `Found`, all that the stages found in one article
goes out: the entry's mapping, the evidence behind it, the unsure fields and the notes
"""

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from digest.draft.alias import written_out
from digest.draft.body import body
from digest.draft.byline import Byline
from digest.draft.cast import Part
from digest.draft.clean import Clean
from digest.draft.company import company
from digest.draft.home import Named, bodies
from digest.draft.lexicon import phrases
from digest.draft.model import Article, Evidence, Note, Registry
from digest.draft.organisation import organisation
from digest.draft.place import Places
from digest.draft.position import position_at
from digest.draft.summary import Fields, summarise
from digest.draft.token import Sentence, sentences
from digest.draft.topic import called
from digest.draft.what import What
from digest.draft.when import When
from digest.draft.where import Where
from digest.draft.who import Person
from digest.regency import Gazetteer

_NOUNS = {
    "meeting": "pertemuan",
    "dialogue": "dialog",
    "visit": "kunjungan",
    "briefing": "pengarahan",
    "ceremony": "acara",
    "outreach": "sosialisasi",
    "training": "pelatihan",
    "signing": "penandatanganan",
    "patrol": "patroli",
    "aid": "penyaluran bantuan",
    "hearing": "sidang",
    "press-conference": "jumpa pers",
}
_SHORT = 5  # an office of more words is left out of the summary
_TELLING = 3  # a topic of fewer words tells less of a visit than who met whom
_OTHERS = 3  # so many others are named in the summary


class Found(Struct, frozen=True):
    """All that was found in one article."""

    article: Article
    page: Clean
    rows: tuple[Sentence, ...]
    byline: Byline
    when: When
    where: Where
    people: tuple[Person, ...]
    parts: tuple[Part, ...]
    what: What
    topics: tuple[str, ...]
    places: Places
    aliases: Mapping[str, str] = {}


def entry(found: Found, known: Registry | None) -> Mapping[str, object]:
    """Return the entry; an article that reports no event keeps title, place and source."""
    made: dict[str, object] = {"title": _title(found)}
    if found.what.is_event:
        made.update(_event(found, known))
    place = _place(found)
    if place:
        made["places"] = [place]
    if found.what.is_event and found.where.concerns:
        made["concerns"] = list(found.where.concerns)
    made["topics"] = list(_topics(found))
    made["sources"] = [_source(found)]
    made["summary"] = _summary(found) if found.what.is_event else ""
    return made


def _event(found: Found, known: Registry | None) -> Iterator[tuple[str, object]]:
    when = found.when
    if when.date:
        yield "date", when.date.isoformat()
    if when.end_date:
        yield "end_date", when.end_date.isoformat()
    if when.time:
        yield "time", when.time
    yield "date_precision", "day"
    yield "kind", found.what.kind
    yield "mode", found.what.mode
    yield "event_status", found.what.status
    named = bodies(found.people, found.rows, found.places)
    yield (
        "participants",
        [_participant(found, index, known, named) for index in range(len(found.people))],
    )


def _title(found: Found) -> str:
    start, end = found.page.title
    return found.article.title or " ".join(found.article.text[start:end].split())


def _place(found: Found) -> dict[str, str]:
    where = found.where
    pairs = {"regency": where.regency, "district": where.district, "venue": where.venue}
    if not found.what.is_event:
        pairs["venue"] = None
    return {key: value for key, value in pairs.items() if value}


def _participant(
    found: Found, index: int, known: Registry | None, named: Sequence[Named]
) -> dict[str, str]:
    person, part = found.people[index], found.parts[index]
    registered = known.person(person.name, found.where.regency) if known else None
    home = found.where.regency or next(iter(found.where.concerns), None)
    of = body(person, found.people, home, found.places, named=named, sender=_sender(found, part))
    of = of and written_out(of, found.aliases)
    if known and of:
        of = known.organisation(of) or of
    pairs = {
        "name": registered.name if registered else person.name,
        "title": person.title,
        "position": person.position or (registered.position if registered else None),
        "organisation": of or (registered.organisation if registered else None),
        "role": part.role,
        "on_behalf_of": part.on_behalf_of,
    }
    return {key: value for key, value in pairs.items() if value}


def _sender(found: Found, part: Part) -> str | None:
    """Return the body of the person or office on whose behalf somebody came."""
    behalf = part.on_behalf_of
    if behalf is None:
        return None
    holder = next((each for each in found.people if each.name == behalf), None)
    if holder is not None:
        return holder.organisation
    row = sentences(behalf, [(0, len(behalf))])[0]
    office = position_at(row, 0, found.places)
    if office is None:
        return behalf if phrases("organisations", "head").at(row.words, 0) else None
    return organisation(behalf, office)


def _source(found: Found) -> dict[str, str]:
    article = found.article
    published = found.when.published
    pairs = {
        "url": article.url,
        "publisher": article.publisher,
        "title": _title(found),
        "author": article.author or found.byline.author,
        "editor": article.editor or found.byline.editor,
        "published": article.published or (published.isoformat() if published else None),
    }
    return {key: value for key, value in pairs.items() if value}


def _summary(found: Found) -> str:
    text = f"{_title(found)}\n{found.article.text}"
    names = [person.name for person in found.people]
    names += [person.organisation for person in found.people if person.organisation]
    return summarise(_fields(found, text), text, names)


def _fields(found: Found, text: str) -> Fields:
    by_role: dict[str, list[str]] = {"organizer": [], "speaker": [], "attendee": []}
    for person, part in zip(found.people, found.parts, strict=True):
        if part.role in by_role:
            by_role[part.role].append(_called(person))
    return Fields(
        _noun(found),
        next(iter(_topics(found)), None),
        found.when.date,
        found.where.venue,
        _named_place(found, text),
        next(iter(by_role["organizer"]), None),
        next(iter(by_role["speaker"]), None),
        tuple(by_role["attendee"][:_OTHERS]),
        found.what.mode == "online",
        found.what.kind,
        found.what.kind == "visit" and bool(found.parts) and found.parts[0].role != "organizer",
    )


def _topics(found: Found) -> tuple[str, ...]:
    """Return the topics; where the text tells none, who met whom."""
    told = found.topics[0] if found.topics else ""
    bare = found.what.kind == "visit" and 0 < len(told.split()) < _TELLING
    if (told and not bare) or not found.what.is_event:
        return found.topics
    met = company(_noun(found), found.what.kind, found.people, found.parts)
    return (met,) if met else found.topics


def _noun(found: Found) -> str:
    """Return what the article calls the event, if that is a noun, else what its kind is called."""
    noun = called(found.what.noun)
    if noun:
        return noun
    return _NOUNS.get(found.what.kind, "kegiatan")


def _called(person: Person) -> str:
    office = person.position or ""
    if office and len(office.split()) <= _SHORT and office[0].isupper():
        return f"{office} {person.name}"
    return person.name


def _named_place(found: Found, text: str) -> str | None:
    """Return the regency as the article has it: its full name, else its bare one."""
    code = found.where.regency
    if code is None:
        return None
    regency = found.places.gazetteer.regencies[code]
    folded = text.lower()
    for name in (regency.full, regency.name, *regency.aliases):
        if name.lower() in folded:
            return name
    return None


def evidence(found: Found) -> tuple[Evidence, ...]:
    """Return where each field of the entry was found, in the order of the entry."""
    spans = [*_spans(found)]
    return tuple(
        Evidence(field, start, end, _sentence(found, start, end))
        for field, (start, end) in spans
        if end > start
    )


def _spans(found: Found) -> Iterator[tuple[str, tuple[int, int]]]:
    where = found.where
    yield "title", found.page.title
    if found.what.is_event:
        yield "date", found.when.span
        yield "kind", found.what.span
    yield "places[0].regency", where.span
    yield "places[0].district", where.district_span
    if not found.what.is_event:
        return
    yield "places[0].venue", where.venue_span
    for index, person in enumerate(found.people):
        mention = person.mentions[0]
        row = found.rows[mention.sentence].tokens
        name = (row[mention.name[0]].start, row[mention.name[1] - 1].end)
        yield f"participants[{index}].name", name
        placed = next((each for each in person.mentions if each.position), None)
        if placed:
            row = found.rows[placed.sentence].tokens
            yield (
                f"participants[{index}].position",
                (row[placed.start].start, row[placed.end - 1].end),
            )


def _sentence(found: Found, start: int, end: int) -> str:
    row = next((each for each in found.rows if each.start <= start < each.end), None)
    if row is not None:
        start, end = row.start, max(end, row.end)
    return " ".join(found.article.text[start:end].split())


def unsure(found: Found) -> tuple[str, ...]:
    """Return the fields that the editor must look at."""
    return tuple(_unsure(found))


def _unsure(found: Found) -> Iterator[str]:
    if not found.what.sure:
        yield "kind"
    if not found.what.is_event:
        return
    if found.when.date is None or not found.when.sure or found.when.contradicts:
        yield "date"
    if found.where.regency is None or found.where.candidates:
        yield "places[0].regency"
    for index, part in enumerate(found.parts):
        if not part.sure:
            yield f"participants[{index}].role"
        if not found.people[index].mentions[0].anchored:
            yield f"participants[{index}].name"


def notes(found: Found, gazetteer: Gazetteer) -> tuple[Note, ...]:
    """Return what to tell the editor beside the fields."""
    return tuple(_notes(found, gazetteer))


def _notes(found: Found, gazetteer: Gazetteer) -> Iterator[Note]:
    if not found.what.is_event:
        yield Note("kind", "not-event", {"reason": found.what.reason})
        return
    when, where = found.when, found.where
    if when.contradicts and when.proposed:
        weekday, date = when.contradicts
        values = {"weekday": weekday, "date": date, "proposed": when.proposed.isoformat()}
        yield Note("date", "weekday-differs", values)
    elif when.date is None:
        yield Note("date", "date-missing", {})
    elif not when.sure:
        yield Note("date", "year-guessed", {"date": when.date.isoformat()})
    if where.candidates:
        full = ", ".join(gazetteer.regencies[code].full for code in where.candidates)
        yield Note("places[0].regency", "regency-ambiguous", {"candidates": full})
    elif where.regency is None:
        yield Note("places[0].regency", "regency-missing", {})
