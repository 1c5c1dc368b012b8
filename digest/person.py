"""People, organisations and topics: canonical names, and the slugs their pages have.

In: names as typed, and the registry of a site. Out: one canonical value for each name.
"""

import datetime as dt
from collections.abc import Mapping

from msgspec import Struct


class Position(Struct, frozen=True, omit_defaults=True):
    """An office a person is known to have held."""

    position: str
    organisation: str | None = None
    since: dt.date | None = None
    """`from` in the file: the first day it is known for."""
    until: dt.date | None = None


class Name(Struct, frozen=True, omit_defaults=True):
    """A person, organisation, topic or publisher under its canonical name."""

    slug: str
    """The last part of its page's address."""
    name: str
    """As readers see it."""
    aliases: tuple[str, ...] = ()
    """Other spellings that mean the same."""
    positions: tuple[Position, ...] = ()
    """A person's offices."""
    regency: str | None = None
    """An organisation's regency, as a code."""
    name_en: str | None = None
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

        A name of one word is common: unless registered it is one person a regency.
        """
        raise NotImplementedError

    def organisation(self, name: str) -> Name:
        """Return the registered organisation of that name, or one made from the name alone."""
        raise NotImplementedError

    def topic(self, name: str) -> Name:
        """Return the registered topic of that slug or name, or one made from the name alone."""
        raise NotImplementedError

    def publisher(self, name: str) -> Name:
        """Return a publisher made from its name."""
        raise NotImplementedError
