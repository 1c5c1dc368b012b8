"""Stage: draft. What a language model says of an article, and whether the article proves it.

comes in: the model's words, the article, the gazetteer and the rules' own draft
goes out: the schema of an answer; a draft with the model's fields, or `ModelError`

The model proposes and is not believed: what it says must fit the schema, its evidence and its names
must stand in the article, its regency must exist. One field that fails makes the whole answer fail.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Annotated

import msgspec
from msgspec import Meta, Struct
from msgspec.structs import replace

from digest.draft.model import Article, Draft, Evidence
from digest.draft.source import clean
from digest.entry import Kind, Mode, Role
from digest.regency import Gazetteer

_LIMIT = 100_000  # characters of an answer that are read
_QUOTES = str.maketrans("“”„‘’`\u00a0–—", "\"\"\"''' --")  # one for one, so that offsets stay
_FENCE = re.compile(r"\s*```(?:json)?\s*(.*?)\s*```\s*", re.DOTALL)
_WORD = re.compile(r"\w+")
_BREAK = re.compile(r"\n|(?<=[.!?]) ")  # between sentences, roughly

_Line = Annotated[str, Meta(min_length=1, max_length=300)]
_Quote = Annotated[str, Meta(min_length=4, max_length=1000)]


class ModelError(Exception):
    """Why the model's answer is not used: a key below `draft.llm.` and the values it tells."""

    def __init__(self, code: str, **values: str) -> None:
        """Keep what the catalogue needs to say it in the editor's language."""
        super().__init__(code, values)
        self.code = code
        self.values = values


class _Fact(Struct, frozen=True, forbid_unknown_fields=True):
    """A field's value, and the words of the article it was taken from, letter by letter."""

    value: _Line
    evidence: _Quote


class _Person(Struct, frozen=True, forbid_unknown_fields=True):
    """A person named in the article; name without rank, honorific or degrees."""

    name: _Line
    title: _Line | None
    position: _Line | None
    organisation: _Line | None
    role: Role
    on_behalf_of: _Line | None
    evidence: _Quote


class Answer(Struct, frozen=True, forbid_unknown_fields=True):
    """An entry as the model proposes it."""

    is_event: bool
    date: _Fact | None
    regency: _Fact | None
    district: _Fact | None
    venue: _Fact | None
    topic: _Fact | None
    kind: Kind | None
    mode: Mode | None
    participants: Annotated[list[_Person], Meta(max_length=60)]


def schema() -> dict[str, object]:
    """Give the JSON Schema of an answer, in the part of the language that endpoints understand."""
    (root,), parts = msgspec.json.schema_components([Answer])
    name = root["$ref"].rpartition("/")[2]
    definitions = {key.lstrip("_"): value for key, value in parts.items()}
    plain = _plain({**definitions.pop(name), "$defs": definitions})
    return {str(key): value for key, value in plain.items()} if isinstance(plain, dict) else {}


def _plain(value: object) -> object:
    """Leave out the limits that some endpoints refuse; they are checked here anyway."""
    if isinstance(value, dict):
        return {
            key: _plain(each)
            for key, each in value.items()
            if key not in {"minLength", "maxLength", "maxItems", "title", "description"}
            or not isinstance(each, str | int)
        }
    if isinstance(value, list):
        return [_plain(each) for each in value]
    return value.replace("/_", "/") if isinstance(value, str) and value.startswith("#") else value


def decode(text: str) -> Answer:
    """Read an answer, fenced as Markdown or not; raises ModelError for what is none."""
    fenced = _FENCE.fullmatch(text)
    try:
        return msgspec.json.decode((fenced[1] if fenced else text)[:_LIMIT], type=Answer)
    except (msgspec.DecodeError, RecursionError, UnicodeError) as error:
        raise ModelError("nonsense") from error


def merge(draft: Draft, answer: Answer, article: Article, gazetteer: Gazetteer) -> Draft:
    """Put the model's fields over those of the rules; where they differ, the editor must look.

    Raises ModelError for a field that the article does not prove.
    """
    entry, evidence = _proved(answer, article, gazetteer)
    told = {each.field for each in evidence}

    def untold(field: str) -> bool:
        return field.partition("[")[0] not in entry

    # The summary is the rules' own and may tell what the model corrected.
    corrected = any(draft.entry.get(key) != value for key, value in entry.items())
    unsure = [*filter(untold, draft.unsure), *_differing(draft.entry, entry, told)]
    unsure += ["summary"] if corrected and "summary" in draft.entry else []
    return replace(
        draft,
        is_event=True,
        reason="",
        entry={**draft.entry, **entry},
        evidence=(*evidence, *(each for each in draft.evidence if untold(each.field))),
        unsure=tuple(dict.fromkeys(unsure)),
        notes=tuple(each for each in draft.notes if untold(each.field)),
    )


def _proved(
    answer: Answer, article: Article, gazetteer: Gazetteer
) -> tuple[dict[str, object], tuple[Evidence, ...]]:
    facts = {
        "date": answer.date,
        "places[0].regency": answer.regency,
        "places[0].district": answer.district,
        "places[0].venue": answer.venue,
        "topics[0]": answer.topic,
    }
    quotes = {field: fact.evidence for field, fact in facts.items() if fact}
    people = [_person(each, article) for each in answer.participants]
    quotes |= {
        f"participants[{number}].name": each.evidence
        for number, each in enumerate(answer.participants)
    }
    evidence = tuple(_found(field, quote, article) for field, quote in quotes.items())
    place = {
        "regency": _regency(answer.regency.value, gazetteer) if answer.regency else None,
        "district": _in_text("places[0].district", answer.district, article),
        "venue": _in_text("places[0].venue", answer.venue, article),
    }
    entry: dict[str, object] = {
        "date": _day(answer.date.value) if answer.date else None,
        "kind": answer.kind,
        "mode": answer.mode,
        "places": [each] if (each := _filled(place)) else None,
        "participants": people or None,
        "topics": [topic] if answer.topic and (topic := _line(answer.topic.value)) else None,
    }
    return _filled(entry), evidence


def _filled(fields: Mapping[str, object]) -> dict[str, object]:
    return {key: value for key, value in fields.items() if value is not None}


def _person(person: _Person, article: Article) -> dict[str, object]:
    """Give a participant; all but an inferred organisation must consist of the article's words."""
    fields = msgspec.structs.asdict(person)
    del fields["evidence"]
    words = set(_WORD.findall(article.text.casefold()))
    for key in ("name", "title", "position", "on_behalf_of"):
        if not set(_WORD.findall((fields[key] or "").casefold())) <= words:
            raise ModelError("evidence", field=f"{key} {fields[key]}")
    return _filled({key: _line(value) for key, value in fields.items()})


def _line(value: str | None) -> str | None:
    return " ".join(clean(value).split()) or None if value else None


def _in_text(field: str, fact: _Fact | None, article: Article) -> str | None:
    """Give a name of a place, which must stand in the article."""
    if fact:
        _found(field, fact.value, article)
    return _line(fact.value) if fact else None


def _found(field: str, quote: str, article: Article) -> Evidence:
    """Find a quote in the article; only blanks and the shape of quotation marks may differ."""
    text = article.text.translate(_QUOTES)
    words = quote.translate(_QUOTES).split()
    match = re.search(r"\s+".join(map(re.escape, words)), text) if words else None
    if not match:
        raise ModelError("evidence", field=field)
    start, end = match.span()
    left = max((each.end() for each in _BREAK.finditer(text, 0, start)), default=0)
    right = _BREAK.search(text, end)
    return Evidence(field, start, end, article.text[left : right.start() if right else None])


def _regency(name: str, gazetteer: Gazetteer) -> str:
    found = gazetteer.find(name)
    if len(found) != 1:
        raise ModelError("nonsense")
    return found[0].code


def _day(text: str) -> str:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError as error:
        raise ModelError("nonsense") from error


def _differing(
    rules: Mapping[str, object], model: Mapping[str, object], told: set[str]
) -> Iterator[str]:
    for key in ("date", "kind", "mode"):
        if key in model and rules.get(key) != model[key]:
            yield key
    mine, other = _first(rules.get("places")), _first(model.get("places"))
    for key in ("regency", "district", "venue"):
        if f"places[0].{key}" in told and mine.get(key) != other.get(key):
            yield f"places[0].{key}"


def _first(places: object) -> Mapping[str, object]:
    items = places if isinstance(places, list | tuple) else []
    return items[0] if items and isinstance(items[0], Mapping) else {}
