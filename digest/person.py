"""People, organisations and topics: canonical names, and the slugs their pages have.

In: names as typed, and the registry of a site. Out: one canonical value for each name.
"""

import datetime as dt
import unicodedata
from collections.abc import Iterator, Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Annotated, Any, Final

import msgspec
from msgspec import Meta, Struct

from digest import frontmatter, shape, slug
from digest.form import Line, RegencyCode
from digest.form import Name as Spelling
from digest.node import Fields, Text
from digest.problem import Fault, Problem, Span
from digest.reader import MISSING, Reader
from digest.regency import Gazetteer

KINDS: Final = {"people": "person", "organisations": "organisation", "topics": "topic"}
"""The files of the registry, each with the kind of name it holds."""
_DERIVED: Final = frozenset({"slug"})


class Position(Struct, frozen=True, omit_defaults=True):
    """An office a person is known to have held."""

    position: Spelling
    """The office, such as `Kapolres Indramayu`."""
    organisation: Spelling | None = None
    """Where it is held."""
    since: dt.date | None = msgspec.field(default=None, name="from")
    """`from` in the file: the first day it is known for."""
    until: dt.date | None = None
    """The last day it is known for."""


class Name(Struct, frozen=True, omit_defaults=True):
    """A person, organisation, topic or publisher under its canonical name."""

    slug: str
    """The last part of its page's address."""
    name: Spelling
    """As readers see it."""
    aliases: Annotated[tuple[Spelling, ...], Meta(max_length=50)] = ()
    """Other spellings that mean the same."""
    positions: Annotated[tuple[Position, ...], Meta(max_length=50)] = ()
    """A person's offices."""
    regency: RegencyCode | None = None
    """An organisation's regency, as a code."""
    name_en: Line | None = None
    """A topic's name on an English site."""


class Registry(Struct, frozen=True):
    """The canonical names of a site, each kind by slug and by folded alias."""

    people: Mapping[str, Name]
    organisations: Mapping[str, Name]
    topics: Mapping[str, Name]
    aliases: Mapping[str, Mapping[str, str]]
    """Kind (`person`, `organisation`, `topic`) to folded name or alias to slug."""

    def person(self, name: str, regency: str | None = None) -> Name:
        """Return the registered person of that name, or one made from the name alone.

        A name of one word is common: unless registered it is one person a regency, whose slug is
        given as `regency`.
        """
        known = self._find("person", self.people, name)
        if known:
            return known
        alone = regency is not None and len(name.split()) == 1
        return Name(slug.slugify(f"{name} {regency}" if alone else name), name)

    def organisation(self, name: str) -> Name:
        """Return the registered organisation of that name, or one made from the name alone."""
        return self._find("organisation", self.organisations, name) or made(name)

    def topic(self, name: str) -> Name:
        """Return the registered topic of that slug or name, or one made from the name alone."""
        return self._find("topic", self.topics, name) or made(name)

    def publisher(self, name: str) -> Name:
        """Return a publisher made from its name; a registered organisation lends it its own."""
        return self._find("organisation", self.organisations, name) or made(name)

    def _find(self, kind: str, names: Mapping[str, Name], name: str) -> Name | None:
        if not names:
            return None
        key = self.aliases[kind].get(fold(name))
        return names[key] if key is not None else None


def made(name: str) -> Name:
    """Return an unregistered name: a slug in lower case with hyphens is shown with blanks."""
    key = slug.slugify(name)
    if key == name and "-" in name:
        return Name(key, name.replace("-", " ").capitalize())
    return Name(key, name)


@lru_cache(maxsize=1 << 16)  # as in `slugify`
def fold(name: str) -> str:
    """Return `name` as it is compared: without case, blanks, punctuation and marks on letters."""
    plain = name.casefold()
    if not plain.isascii():
        plain = unicodedata.normalize("NFKD", plain)
    return "".join(filter(str.isalnum, plain))


def parse(
    files: Mapping[str, tuple[str, bytes]], gazetteer: Gazetteer | None = None
) -> tuple[Registry, tuple[Problem, ...]]:
    """Read the registry: `people`, `organisations`, `topics`, each path and bytes. Never raise.

    Each file maps slugs to `name`, `aliases` and so on. What has a problem is left out.
    """
    names: dict[str, dict[str, Name]] = {}
    aliases: dict[str, dict[str, str]] = {}
    problems: list[Problem] = []
    for file, kind in KINDS.items():
        path, data = files.get(file, ("", b""))
        known, places, found = _file(path, data, gazetteer)
        names[kind] = known
        aliases[kind], more = _aliases(known, places)
        problems += (*found, *more)
    maps = {kind: MappingProxyType(each) for kind, each in names.items()}
    registry = Registry(
        maps["person"],
        maps["organisation"],
        maps["topic"],
        MappingProxyType({kind: MappingProxyType(each) for kind, each in aliases.items()}),
    )
    return registry, tuple(problems)


EMPTY: Final = Registry({}, {}, {}, {kind: {} for kind in KINDS.values()})
"""The registry of a site that has none."""


def _file(
    path: str, data: bytes, gazetteer: Gazetteer | None
) -> tuple[dict[str, Name], dict[str, Span], tuple[Problem, ...]]:
    """Read one file: its names, where their keys stand, and its problems."""
    documents, problems = frontmatter.parse(path, data, "yaml")
    if len(documents) > 1 or (documents and documents[0].listed):
        return {}, {}, (*problems, Problem(Span(path, 0), "one-mapping"))
    known: dict[str, Name] = {}
    places: dict[str, Span] = {}
    for document in documents:
        reader = Reader(path, document, "Asia/Jakarta", gazetteer)
        for key, value in _names(document.fields, reader):
            known[key.value] = value
            places[key.value] = reader.span(key)
        problems += tuple(reader.problems)
    return known, places, problems


def _names(node: Fields, reader: Reader) -> Iterator[tuple[Text, Name]]:
    known = shape.fields(Name, _DERIVED)
    for key, child in node.entries:
        fault = _key_fault(key.value)
        if fault:
            reader.report(key, fault)
        if type(child) is not Fields:
            reader.report(child, Fault("expected-mapping", "", {"keys": ", ".join(known)}))
            continue
        values: dict[str, Any] = shape.read(child, known, reader)
        if "name" not in values:
            shape.missing(child, "name", reader)
        elif MISSING not in values.values() and not fault:
            yield key, Name(slug=key.value, **values)


def _key_fault(key: str) -> Fault | None:
    """Say whether a key of the registry can be part of a path, in the form such parts have."""
    if key != slug.slugify(key):
        better = slug.slugify(key)
        return Fault("bad-slug", "", {"value": key[:80], "better": better})
    return None


def _aliases(
    known: Mapping[str, Name], places: Mapping[str, Span]
) -> tuple[dict[str, str], list[Problem]]:
    """Index names by every spelling; a spelling of two names is a problem."""
    found: dict[str, str] = {}
    problems: list[Problem] = []
    for key, each in known.items():
        for spelling in (key, each.name, *each.aliases):
            other = found.setdefault(fold(spelling), key)
            if other != key:
                values = {"value": spelling, "other": other, "line": str(places[other].line)}
                problems.append(Problem(places[key], "shared-name", values))
    return found, problems
