"""The site model: entries in order, in groups, with the names they share.

In: entries, the registry, the gazetteer, the configuration. Out: `Site`, an immutable value that
answers every question the plan asks, and that `revise` changes entry by entry at small cost:
revising gives the same value as assembling anew.
"""

import datetime as dt
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Any, Final, Literal, TypeVar, get_args

from msgspec import Struct
from msgspec.structs import replace

from digest import date, week
from digest import entry as entries_
from digest.config import Config
from digest.entry import PRESENT, Entry
from digest.person import Name, Registry
from digest.regency import Gazetteer

Axis = Literal[
    "week",
    "regency",
    "regency-week",
    "province",
    "topic",
    "person",
    "organisation",
    "publisher",
    "year",
    "correction",
    "reference",
    "slug",
]
AXES: Final[tuple[Axis, ...]] = get_args(Axis)
FEW: Final = 16
"""Entries that are put into a group one by one; more are sorted in."""
CORRECTED: Final = "all"
"""The one key of the axis `correction`."""

Groups = Mapping[Axis, Mapping[str, tuple[Entry, ...]]]
Labels = Mapping[str, str]
_V = TypeVar("_V")


class Keys(Struct, frozen=True):
    """The groups one entry is in, by the keys of their pages, and how it names them."""

    axes: Mapping[Axis, tuple[str, ...]]
    """Axis to keys, without repeats, in the entry's order."""
    people: tuple[str, ...]
    """The slug of each participant, in their order; empty where one is no person."""
    present: tuple[str, ...]
    """The slugs of the people who were there."""
    hosts: tuple[str, ...]
    """The slugs of the organisations that were there, by a person or by themselves."""
    labels: Mapping[Axis, Labels]
    """Axis and key to the name as readers see it, for keys that are names."""


class Site(Struct, frozen=True):
    """Everything that will be published, before it is laid out in pages."""

    config: Config
    """The settings."""
    gazetteer: Gazetteer
    """The regencies."""
    registry: Registry
    """The canonical names."""
    entries: Mapping[str, Entry]
    """By id: published and retracted ones, and drafts where the preview asks for them."""
    merged: Mapping[str, Entry]
    """By id: entries that another has taken the place of; their pages are redirects."""
    keys: Mapping[str, Keys]
    """By id: where each of `entries` is listed."""
    groups: Groups
    """Axis to key to entries, newest event first. Keys are a week's slug, a regency's or
    province's code, `CODE/WEEK`, a year, the slug of a topic, person, organisation or publisher,
    the id of an entry that others refer to (`reference`), or an entry's own slug."""
    newest: tuple[Entry, ...]
    """By `published`, newest first."""

    @property
    def clock(self) -> dt.datetime | None:
        """The newest `published`: the site's own now."""
        return self.newest[0].published if self.newest else None

    def group(self, axis: Axis, key: str) -> tuple[Entry, ...]:
        """Return the entries under one key, newest event first."""
        return self.groups[axis].get(key, ())

    def label(self, axis: Axis, key: str) -> str:
        """Return the name of a topic, person, organisation or publisher as readers see it."""
        return self.keys[self.groups[axis][key][0].id].labels[axis][key]

    def weeks(self) -> tuple[str, ...]:
        """Return the weeks that have entries, oldest first."""
        return tuple(sorted(self.groups["week"]))

    def finished(self, slug: str) -> bool:
        """Tell whether the week's Sunday lies before the day of the site's clock."""
        return self.clock is not None and week.sunday(slug) < self.day(self.clock)

    def day(self, moment: dt.datetime) -> dt.date:
        """Return the day of a moment by the site's own clock, whatever zone it was written in."""
        return date.local(moment, self.config.timezone)


def _event(entry: Entry) -> tuple[dt.date, dt.datetime, str]:
    return (entry.date or dt.date.min, _moment(entry), entry.id)


def _moment(entry: Entry) -> dt.datetime:
    return entry.published or dt.datetime.min.replace(tzinfo=dt.UTC)


def _publication(entry: Entry) -> tuple[dt.datetime, str]:
    return (_moment(entry), entry.id)


def modified(entry: Entry) -> dt.datetime | None:
    """Return when an entry last changed for readers.

    That is `updated`, or else `published`; but a correction or retraction changes it even where
    its editor left `updated` alone. Each of them moves it, also several of one day: by a second.
    """
    moment = entry.updated or entry.published
    if not (entry.corrections or entry.retraction):  # most entries, and asked for without end
        return moment
    day = corrected(entry)
    if moment is None or day is None:
        return moment
    begun = dt.datetime.combine(day, dt.time(), moment.tzinfo)
    count = len(entry.corrections) + bool(entry.retraction)
    return max(moment, max(begun, entry.published or begun) + dt.timedelta(seconds=count))


def corrected(entry: Entry) -> dt.date | None:
    """Return the day of an entry's latest correction or of its retraction, if any."""
    days = [correction.date for correction in entry.corrections]
    if entry.retraction:
        days.append(entry.retraction.date)
    return max(days, default=None)


def _correction(entry: Entry) -> tuple[dt.date, dt.datetime, str]:
    return (corrected(entry) or dt.date.min, _moment(entry), entry.id)


def _names(names: Iterable[Name], language: str) -> dict[str, str]:
    return {
        name.slug: name.name_en if language == "en" and name.name_en else name.name
        for name in names
    }


def keys(entry: Entry, config: Config, gazetteer: Gazetteer, registry: Registry) -> Keys:
    """Return the groups that list `entry`."""
    codes = entries_.regencies(entry)
    home = gazetteer.regencies[codes[0]].slug if codes else None
    people = {
        participant.name: registry.person(participant.name, home)
        for participant in entry.participants
        if participant.name
    }
    organisations = {
        participant.organisation: registry.organisation(participant.organisation)
        for participant in entry.participants
        if participant.organisation
    }
    there = [participant for participant in entry.participants if participant.role in PRESENT]
    labels: dict[Axis, Labels] = {
        "topic": _names(map(registry.topic, entry.topics), config.language),
        "person": _names(people.values(), config.language),
        "organisation": _names(organisations.values(), config.language),
        "publisher": _names(
            (registry.publisher(each.publisher) for each in entry.sources if each.publisher),
            config.language,
        ),
    }
    axes: dict[Axis, tuple[str, ...]] = {axis: tuple(names) for axis, names in labels.items()}
    axes["regency"] = codes
    axes["province"] = tuple(dict.fromkeys(gazetteer.regencies[code].province for code in codes))
    axes["correction"] = (CORRECTED,) if corrected(entry) else ()
    axes["reference"] = tuple(
        dict.fromkeys((*entry.related, *((entry.part_of,) if entry.part_of else ())))
    )
    axes["slug"] = (entry.slug,)
    if entry.date:
        slug = week.slug(entry.date)
        axes["week"] = (slug,)
        axes["year"] = (str(entry.date.year),)
        axes["regency-week"] = tuple(f"{code}/{slug}" for code in codes)
    return Keys(
        axes=axes,
        people=tuple(people[p.name].slug if p.name else "" for p in entry.participants),
        present=tuple(dict.fromkeys(people[p.name].slug for p in there if p.name)),
        hosts=tuple(
            dict.fromkeys(organisations[p.organisation].slug for p in there if p.organisation)
        ),
        labels=labels,
    )


def assemble(
    config: Config, gazetteer: Gazetteer, registry: Registry, entries: Iterable[Entry]
) -> Site:
    """Return the site of `entries`; drafts count as entries, so leave them out for readers."""
    empty = Site(
        config=config,
        gazetteer=gazetteer,
        registry=registry,
        entries=MappingProxyType({}),
        merged=MappingProxyType({}),
        keys=MappingProxyType({}),
        groups=MappingProxyType({axis: MappingProxyType({}) for axis in AXES}),
        newest=(),
    )
    return revise(empty, (), entries)


def revise(site: Site, removed: Collection[str], added: Iterable[Entry]) -> Site:
    """Return the site without the entries of the ids `removed` and with those `added`.

    An entry that changed is in both. Cost follows the size of the groups that are touched.
    """
    added = tuple(added)
    listed = [entry for entry in added if entry.status != "merged"]
    fresh = {entry.id: keys(entry, site.config, site.gazetteer, site.registry) for entry in listed}
    gone = [site.entries[key] for key in removed if key in site.entries]
    return replace(
        site,
        entries=_patched(site.entries, removed, {entry.id: entry for entry in listed}),
        merged=_patched(
            site.merged, removed, {entry.id: entry for entry in added if entry.status == "merged"}
        ),
        keys=_patched(site.keys, removed, fresh),
        groups=_regrouped(site, gone, listed, fresh),
        newest=_ordered(site.newest, gone, listed, _publication),
    )


def _patched(
    old: Mapping[str, _V], removed: Collection[str], added: Mapping[str, _V]
) -> Mapping[str, _V]:
    new = _copied(old)
    for key in removed:
        new.pop(key, None)
    new.update(added)
    return MappingProxyType(new)


def _copied(old: Mapping[str, _V]) -> dict[str, _V]:
    """Return a copy; of a large mapping behind a proxy, fifty times as quickly as `dict` does."""
    copied: dict[str, _V] = old.copy() if isinstance(old, MappingProxyType) else dict(old)
    return copied


def _regrouped(
    site: Site, gone: Collection[Entry], listed: Collection[Entry], fresh: Mapping[str, Keys]
) -> Groups:
    out: dict[Axis, dict[str, list[Entry]]] = {axis: {} for axis in AXES}
    into: dict[Axis, dict[str, list[Entry]]] = {axis: {} for axis in AXES}
    for entry in gone:
        for axis, names in site.keys[entry.id].axes.items():
            for name in names:
                out[axis].setdefault(name, []).append(entry)
    for entry in listed:
        for axis, names in fresh[entry.id].axes.items():
            for name in names:
                into[axis].setdefault(name, []).append(entry)
    return MappingProxyType(
        {axis: _axis(axis, site.groups[axis], out[axis], into[axis]) for axis in AXES}
    )


def _axis(
    axis: Axis,
    old: Mapping[str, tuple[Entry, ...]],
    out: Mapping[str, list[Entry]],
    into: Mapping[str, list[Entry]],
) -> Mapping[str, tuple[Entry, ...]]:
    if not out and not into:
        return old
    new = _copied(old)
    rank = _correction if axis == "correction" else _event
    for key in {**out, **into}:
        group = _ordered(old.get(key, ()), out.get(key, ()), into.get(key, ()), rank)
        if group:
            new[key] = group
        else:
            new.pop(key, None)
    return MappingProxyType(new)


def _ordered(
    old: tuple[Entry, ...],
    gone: Collection[Entry],
    added: Collection[Entry],
    rank: Callable[[Entry], Any],
) -> tuple[Entry, ...]:
    """Return a group, highest rank first, without some entries and with others.

    A few are looked up by their rank one by one; a group of many is gone through and sorted.
    """
    if len(gone) + len(added) > FEW:
        ids = {entry.id for entry in gone}
        kept = (entry for entry in old if entry.id not in ids)
        return tuple(sorted((*kept, *added), key=rank, reverse=True))
    group = list(old)
    for entry in gone:
        del group[_place(group, rank(entry), rank)]
    for entry in added:
        group.insert(_place(group, rank(entry), rank), entry)
    return tuple(group)


def _place(group: Sequence[Entry], own: Any, rank: Callable[[Entry], Any]) -> int:  # noqa: ANN401 -- what ranks compare by
    """Return where an entry of a rank stands in a group, or would; ranks are unique."""
    low, high = 0, len(group)
    while low < high:
        middle = (low + high) // 2
        if rank(group[middle]) > own:
            low = middle + 1
        else:
            high = middle
    return low


def counts(site: Site, entries: Iterable[Entry], axis: Axis) -> dict[str, int]:
    """Return how many of `entries` each key of an axis has."""
    keys = site.keys
    counted: dict[str, int] = {}  # for a few entries a `Counter` costs more than the counting
    for entry in entries:
        for key in keys[entry.id].axes.get(axis, ()):
            counted[key] = counted.get(key, 0) + 1
    return counted


def met(site: Site, axis: Literal["person", "organisation"], key: str) -> Counter[str]:
    """Return whom a person or organisation met: in how many entries both were there."""
    counter: Counter[str] = Counter()
    for entry in site.group(axis, key):
        there = site.keys[entry.id].present if axis == "person" else site.keys[entry.id].hosts
        if key in there and entry.status != "retracted":
            counter.update(there)
    counter.pop(key, None)
    return counter
