"""What a page says about itself: title, description, trail, feeds, structured data.

In: a name, a path and what the page belongs to. Out: `Head`, which the base template shows.
"""

from collections.abc import Iterable

from markupsafe import Markup
from msgspec import Struct

from digest import format as formats
from digest import jsonld
from digest.filters import Link
from digest.theme import View


class Feed(Struct, frozen=True):
    """A feed or calendar, as pages link it."""

    href: str
    """Its address below the host."""
    mime: str
    """Its media type."""
    label: str
    """Its title and format."""
    short: str
    """Its format alone."""


class Head(Struct, frozen=True):
    """The head of one page."""

    kind: str
    """The kind of page, in one word."""
    section: str
    """The part of the navigation it belongs to, or empty."""
    name: str
    """What it is about."""
    title: str
    """Its name with the site's."""
    description: str
    """One or two sentences."""
    path: str
    """Its address below the root, such as `/topik/pemilu/`."""
    url: str
    """Its whole address."""
    crumbs: tuple[Link, ...]
    """The pages above it."""
    feeds: tuple[Feed, ...]
    """Its feeds and calendars."""
    data: tuple[Markup, ...]
    """JSON-LD blocks."""
    indexed: bool = True
    """Whether search engines may list it."""


def head(  # noqa: PLR0913 -- one argument for each thing a page says about itself
    view: View,
    path: str,
    kind: str,
    name: str,
    description: str,
    *,
    section: str = "",
    crumbs: tuple[Link, ...] = (),
    feeds: tuple[Feed, ...] = (),
    data: tuple[Markup, ...] = (),
    indexed: bool = True,
) -> Head:
    """Return the head of the page at an output path."""
    address = "/" + path.removesuffix("index.html")
    trail = (_trail(view, crumbs, name, address),) if crumbs else ()
    return Head(
        kind=kind,
        section=section,
        name=name,
        title=name if kind == "home" else f"{name} · {view.config.title}",
        description=view.filters.short(description, 200),
        path=address,
        url=view.filters.absolute(address),
        crumbs=crumbs,
        feeds=feeds,
        data=(*data, *trail),
        indexed=indexed,
    )


def _trail(view: View, crumbs: Iterable[Link], name: str, address: str) -> Markup:
    config = view.config
    origin = config.base_url.rstrip("/").removesuffix(config.base_path)
    steps = [(crumb.name, origin + crumb.href) for crumb in crumbs]
    return jsonld.script(jsonld.trail([*steps, (name, view.filters.absolute(address))]))


def crumb(view: View, key: str, path: str) -> Link:
    """Return a step of a trail whose name is in the catalogue."""
    return Link(view.filters.href(path), view.filters.t(key))


def feeds(view: View, scope: formats.Scope, slug: str = "", name: str = "") -> tuple[Feed, ...]:
    """Return the feeds of one scope; `slug` is that of its page and `name` what it is about."""
    t = view.filters.t
    title = t(f"feed.title.{scope}", site=view.config.title, name=name)
    return tuple(
        Feed(
            href=view.filters.href(f"/{link.path}"),
            mime=link.mime,
            label=f"{title} ({t(f'format.{link.format}')})",
            short=t(f"format.{link.format}"),
        )
        for link in formats.links(scope, slug)
    )
