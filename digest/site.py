"""The site model: entries in order, in groups, with the names they share.

In: entries, the registry, the gazetteer, the configuration. Out: `Site`, an immutable value that
answers every question the plan asks, and can be revised entry by entry at small cost.
"""

import datetime as dt
from collections.abc import Mapping
from typing import Literal

from msgspec import Struct

from digest.config import Config
from digest.entry import Entry
from digest.person import Registry
from digest.regency import Gazetteer

Axis = Literal[
    "week", "regency", "regency-week", "province", "topic", "person", "organisation", "publisher",
    "year",
]


class Site(Struct, frozen=True):
    """Everything that will be published, before it is laid out in pages."""

    config: Config
    gazetteer: Gazetteer
    registry: Registry
    entries: Mapping[str, Entry]
    """By id: published and retracted ones (drafts too where the preview asks for them)."""
    merged: Mapping[str, Entry]
    """By id: entries that another has taken the place of; they are redirects only."""
    groups: Mapping[Axis, Mapping[str, tuple[Entry, ...]]]
    """Axis to key to entries, newest event first (then by `published`, then by id). Keys: week slug;
    regency code; `CODE/WEEK`; province code; topic, person, organisation and publisher slug; year."""
    newest: tuple[Entry, ...]
    """By `published`, newest first."""
    clock: dt.datetime | None
    """The newest `published`: the site's own now."""
