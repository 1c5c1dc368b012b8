"""Stage: draft, the values. The names a site knows, in a form that can be handed to the child.

comes in: people with their spellings, organisations with theirs
goes out: `Known`, the `Registry` that the extraction asks
"""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from msgspec import Struct

from digest.draft.model import Person
from digest.regency import fold

if TYPE_CHECKING:  # 25 ms of imports that the child has no use for
    from digest.person import Registry


class Known(Struct, frozen=True):
    """Canonical names by folded spelling."""

    people: Mapping[str, Person] = {}
    """Folded name or alias to the person."""
    organisations: Mapping[str, str] = {}
    """Folded name or alias to the canonical name."""

    def person(self, name: str, regency: str | None = None) -> Person | None:
        """Return the person of that name or alias; no two people share a spelling."""
        del regency
        return self.people.get(fold(name))

    def organisation(self, name: str) -> str | None:
        """Return the canonical name of the organisation of that name or alias."""
        return self.organisations.get(fold(name))


def known(registry: "Registry") -> Known:
    """Gather what a site's registry knows."""
    people: dict[str, Person] = {}
    for each in registry.people.values():
        office = each.positions[-1] if each.positions else None
        person = (
            Person(each.name, office.position, office.organisation) if office else Person(each.name)
        )
        people |= dict.fromkeys(_spellings(each.name, each.aliases), person)
    organisations: dict[str, str] = {}
    for each in registry.organisations.values():
        organisations |= dict.fromkeys(_spellings(each.name, each.aliases), each.name)
    return Known(people, organisations)


def _spellings(name: str, aliases: Iterable[str]) -> Iterable[str]:
    return (fold(each) for each in (name, *aliases))
