"""Everything that is constant over one build and that pages are rendered with.

In: the settings, the gazetteer, the registry, a site's own templates. Out: `View`. Its `key`
changes with anything that can change the bytes of a page whose value has not changed.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from hashlib import sha256
from typing import Any, Final

import jinja2
import msgspec
from markupsafe import Markup
from msgspec import Struct

from digest import __version__, asset, chart, template
from digest.catalogue import MESSAGES
from digest.config import Config
from digest.entry import Entry, own_regency
from digest.filters import Filters
from digest.page import WeekCount
from digest.person import Registry
from digest.regency import Gazetteer, Regency

Cards = dict[tuple[str, str, str], Markup]
Meeting = tuple[str, int, str | None]
"""A name, how often it was met, and the address of its page."""
Pairs = Iterable[tuple[str, int]]

_COMMONS: Final = re.compile(
    r"https?://creativecommons\.org/(?:licenses|publicdomain)/(by[a-z-]*|zero)/(\d\.\d)/?(?:deed\.\w+)?"
)


class Picture(Struct, frozen=True):
    """A drawing with its data."""

    svg: Markup
    """One `<svg>` element; empty where there is nothing to draw."""
    rows: tuple[chart.Row, ...]
    """The rows of its table: cells, and last the address that the first cell links to."""
    legend: tuple[tuple[str, str], ...] = ()
    """A map's classes with the counts they stand for."""


class View(Struct, frozen=True, eq=False):
    """What pages are rendered with."""

    config: Config
    """The settings."""
    gazetteer: Gazetteer
    """The regencies."""
    registry: Registry
    """The canonical names."""
    language: str
    """`id` or `en`."""
    filters: Filters
    """What templates can ask about values."""
    environment: jinja2.Environment
    """The templates."""
    assets: Mapping[str, str]
    """A file of the theme to its address below the root: `/aset/digest.3fa9c1d2.css`."""
    files: Mapping[str, bytes]
    """A file of the theme to its bytes."""
    cards: Cards
    """Id, digest and variant of an entry to its card, so that each is rendered once."""
    key: str
    """A hash of all of the above: equal keys and equal pages give equal bytes."""

    def card(self, entry: Entry, variant: str) -> Markup:
        """Return an entry as it stands in a list; `variant` says what of it is told."""
        return _card(self.environment, self.cards, entry, variant)


def view(  # noqa: PLR0913 -- everything that pages depend on
    config: Config,
    gazetteer: Gazetteer,
    registry: Registry,
    overrides: Mapping[str, str],
    outlines: chart.Outlines | None = None,
    *,
    compiled: template.Compiled | None = None,
) -> View:
    """Return the view of a site.

    `overrides` are the site's own templates and static files by name (`entry.html`,
    `static/digest.css`); `outlines` are real shapes for its maps, in place of tiles; `compiled`
    is what an earlier view with the same `key` has left.
    """
    files = asset.contents(overrides)
    assets = asset.addresses(files)
    filters = Filters(config, gazetteer, registry, assets)
    cards: Cards = {}
    environment = template.environment(overrides, filters.mapping(), compiled)
    environment.filters.update(
        {
            **_lists(environment, cards),
            **_pictures(config, gazetteer, filters, outlines or chart.tiles(gazetteer)),
        }
    )
    environment.globals.update(
        site=config,
        language=config.language,
        policy=asset.POLICY,
        assets=assets,
        contact=address(config.contact),
        licence=address(config.licence),
        licence_name=licence_name(config.licence),
        map_note="page.map.note.shapes" if outlines else "page.map.note",
    )
    return View(
        config=config,
        gazetteer=gazetteer,
        registry=registry,
        language=config.language,
        filters=filters,
        environment=environment,
        assets=assets,
        files=files,
        cards=cards,
        key=key(config, gazetteer, registry, overrides, outlines),
    )


def address(words: str) -> str:
    """Return a web or e-mail address as a link's target; nothing where words are neither."""
    if words.startswith(("https://", "http://", "mailto:")):
        return words
    return f"mailto:{words}" if "@" in words and " " not in words else ""


def licence_name(words: str) -> str:
    """Return what readers call a licence: that of Creative Commons by its short name."""
    found = _COMMONS.fullmatch(words)
    if not found:
        return words
    kind, version = found.groups()
    return f"CC0 {version}" if kind == "zero" else f"CC {kind.upper()} {version}"


def _card(environment: jinja2.Environment, cards: Cards, entry: Entry, variant: str) -> Markup:
    """Return a card, rendered once for an entry as it is and a variant."""
    place = (entry.id, entry.digest, variant)
    known = cards.get(place)
    if known is None:
        made = environment.get_template("card.html").render(entry=entry, variant=variant)
        known = cards[place] = Markup(made)  # noqa: S704 -- the template has escaped it
    return known


def _lists(environment: jinja2.Environment, cards: Cards) -> Mapping[str, Callable[..., Any]]:
    def listed(entries: Iterable[Entry], variant: str, code: str = "") -> Markup:
        """Return cards; an entry that happened outside the regency `code` says where."""
        shown = (
            _card(environment, cards, entry, variant if _within(entry, code) else _PLACED[variant])
            for entry in entries
        )
        return Markup("".join(shown))  # noqa: S704 -- cards are escaped

    parts: dict[tuple[str, str], Markup] = {}

    def part(name: str, section: str = "") -> Markup:
        """Return a template that is the same on every page, or on all of one section."""
        known = parts.get((name, section))
        if known is None:
            made = environment.get_template(name).render(section=section)
            known = parts[name, section] = Markup(made)  # noqa: S704 -- the template escapes
        return known

    return {"card": partial(_card, environment, cards), "cards": listed, "part": part}


_PLACED = {"place": "full", "here": "day", "line": "line", "full": "full", "day": "day"}
"""A variant that leaves the place out to the one that says it."""


def _within(entry: Entry, code: str) -> bool:
    return not code or own_regency(entry) == code


def _pictures(
    config: Config, gazetteer: Gazetteer, filters: Filters, outlines: chart.Outlines
) -> Mapping[str, Callable[..., Any]]:
    language = config.language

    def tilemap(counts: Pairs, week: str = "") -> Picture:
        """Return a map of counts by code; with a week, a regency links to its part of it."""
        sized = dict(counts)
        ending = f"{week}/" if week else ""

        def link(regency: Regency) -> str:
            return filters.place(regency.code).href + ending

        drawn = chart.shape_map(outlines, gazetteer, sized, language, link)
        return Picture(
            _drawing(drawn),
            chart.map_rows(gazetteer, sized, language, link),
            chart.legend(sized, language),
        )

    def strip(weeks: Sequence[WeekCount], base: str) -> Picture:
        """Return a strip of weeks; each links to its page below `base`."""
        linked = [(one.week, one.count, f"{base}{one.week}/") for one in weeks]
        return Picture(
            _drawing(chart.week_strip(linked, language)), chart.week_rows(linked, language)
        )

    def network(centre: str, met: Sequence[Meeting]) -> Picture:
        """Return whom someone met."""
        drawn = chart.network(centre, met, language)
        return Picture(_drawing(drawn), chart.network_rows(met, language))

    return {"tilemap": tilemap, "strip": strip, "network": network}


def _drawing(svg: str) -> Markup:
    return Markup(svg)  # noqa: S704 -- `chart` escapes what it is given


def key(
    config: Config,
    gazetteer: Gazetteer,
    registry: Registry,
    overrides: Mapping[str, str],
    outlines: chart.Outlines | None = None,
) -> str:
    """Return the `key` that a view of these would have, without making it."""
    sums = sha256(__version__.encode())
    for name, data in template.shipped().items():
        sums.update(f"\0{name}\0{len(data)}\0".encode())
        sums.update(data)
    areas = (tuple(gazetteer.regencies.values()), tuple(gazetteer.provinces.values()))
    settings = msgspec.structs.replace(config, lines={})
    for value in (settings, registry, areas, gazetteer.tiles, overrides, outlines, MESSAGES):
        sums.update(msgspec.json.encode(value, enc_hook=dict, order="deterministic"))
    return sums.hexdigest()
