"""Judge of what a page gives when it is shared: microformats, and the card of a social network.

In: an entry's page as bytes, and where it is published. Out: complaints.
"""

import struct
from collections.abc import Iterator
from datetime import datetime

import mf2py  # type: ignore[import-untyped] # it comes without types
from lxml import html

from judges import markup

CARD = ("og:title", "og:description", "og:type", "og:url", "og:image", "og:site_name", "og:locale")
IMAGE = (1200, 630)  # pixels
IMAGE_SIZE = 100 * 1024  # bytes: a chat shows it at once


def microformats(page: bytes, url: str) -> list[str]:
    """Return what is wrong with the entry that a page marks up."""
    items = mf2py.parse(doc=page.decode("utf-8"), url=url)["items"]
    entries = [item for item in items if "h-entry" in item["type"]]
    if len(entries) != 1:
        return [f"marks up {len(entries)} entries"]
    return list(_entry(entries[0], url))


def _entry(item: dict[str, object], url: str) -> Iterator[str]:
    kinds, properties = item["type"], item["properties"]
    assert isinstance(kinds, list)
    assert isinstance(properties, dict)
    if "h-event" not in kinds:
        yield "is no event"
    for name in ("name", "summary", "start", "location", "published", "author", "category", "url"):
        if not properties.get(name):
            yield f"lacks {name}"
    if url not in properties.get("url", ()):
        yield f"says that it is at {properties.get('url')}"
    for name in ("start", "end", "published", "updated"):
        for text in properties.get(name, ()):
            try:
                datetime.fromisoformat(text)
            except ValueError:
                yield f"{name} is {text!r}"


def card(page: bytes, url: str) -> list[str]:
    """Return what is wrong with the card of a page."""
    return list(_card(page, url))


def _card(page: bytes, url: str) -> Iterator[str]:
    named = properties(page)
    yield from (f"lacks {name}" for name in CARD if not named.get(name))
    if named.get("og:url") != url:
        yield f"og:url is {named.get('og:url')}"
    if not markup.absolute(named.get("og:image")):
        yield f"og:image {named.get('og:image')} is not a whole address"
    if not (named.get("og:image:alt") or "").strip():
        yield "og:image has no words for those who do not see it"


def properties(page: bytes) -> dict[str, str]:
    """Return the Open Graph properties of a page."""
    metas = html.document_fromstring(page).iter("meta")
    found = ((meta.get("property"), meta.get("content")) for meta in metas)
    return {name: text for name, text in found if name and text}


def image(png: bytes) -> list[str]:
    """Return what is wrong with a share image."""
    if png[:8] != b"\x89PNG\r\n\x1a\n":
        return ["is no PNG"]
    size: tuple[int, int] = struct.unpack(">II", png[16:24])
    found = [] if size == IMAGE else [f"measures {size[0]}×{size[1]}"]
    return found + ([f"has {len(png)} bytes"] if len(png) > IMAGE_SIZE else [])
