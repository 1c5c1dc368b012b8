"""Stage: draft, the values. What the stages from article to draft entry hand to each other.

comes in: nothing
goes out: `Article`, `Draft` with its `Evidence` and `Note`s, and `Registry`, the names known
"""

from collections.abc import Mapping
from typing import Protocol

from msgspec import Struct


class Article(Struct, frozen=True):
    """A news article as plain text, with what its page says about it."""

    text: str
    """Paragraphs separated by blank lines, boilerplate lines included."""
    title: str | None = None
    """The headline; the first line of `text` if it is not given."""
    url: str | None = None
    """Its address."""
    publisher: str | None = None
    """The outlet's name."""
    published: str | None = None
    """When it was published, ISO date or date-time."""
    author: str | None = None
    """Who wrote it."""
    editor: str | None = None
    """Who edited it."""
    read: str | None = None
    """When it is read, ISO date: a date without a year lies before it."""


class Evidence(Struct, frozen=True):
    """The words of the article that a field was taken from."""

    field: str
    """Path into the entry: `date`, `places[0].venue`, `participants[2].name`."""
    start: int
    """Offset of the first character in `Article.text`."""
    end: int
    """Offset behind the last character."""
    sentence: str
    """The sentence around it."""


class Note(Struct, frozen=True):
    """Something the editor should know about a field."""

    field: str
    """Path into the entry."""
    code: str
    """Key in the catalogue below `draft.`: `weekday-differs`, `regency-ambiguous`."""
    values: Mapping[str, str] = {}
    """What the message tells: `{"weekday": "Selasa", "date": "2023-11-29"}`."""


class Draft(Struct, frozen=True):
    """An article read: the entry proposed, why, and what to look at."""

    is_event: bool
    """Whether the article reports an event at all."""
    reason: str
    """Why it does not: a key in the catalogue below `draft.reason.`; empty for an event."""
    entry: Mapping[str, object]
    """The keys of an entry, dates as ISO text, regencies as codes; only what was found."""
    evidence: tuple[Evidence, ...] = ()
    """Where each field was found."""
    unsure: tuple[str, ...] = ()
    """Fields the editor must look at."""
    notes: tuple[Note, ...] = ()
    """What to tell the editor about a field."""


class Person(Struct, frozen=True):
    """A person as the site knows them."""

    name: str
    """Canonical name."""
    position: str | None = None
    """Office last known."""
    organisation: str | None = None
    """Organisation of that office."""


class Registry(Protocol):
    """The names a site knows already; a spelling in an article is matched against them."""

    def person(self, name: str, regency: str | None = None) -> Person | None:
        """Return the person known under `name` or one of its aliases, or None."""

    def organisation(self, name: str) -> str | None:
        """Return the canonical name of an organisation, or None."""
