"""Judge of links: every internal address of every page, feed and map leads somewhere.

In: a built folder and its `base_url`. Out: complaints.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

from lxml import etree, html

from judges.markup import Element

ADDRESSES = ("href", "src", "action", "poster", "data-src")
XML_ADDRESSES = ("href", "xmlUrl", "htmlUrl", "url")
TEXT_ADDRESSES = {"link", "loc", "id", "uri", "comments"}


class Link(NamedTuple):
    """One address as it is written somewhere."""

    page: str  # the path of the file it stands in
    address: str  # as written
    target: str  # the whole address, without its fragment
    anchor: str  # the fragment, or ""


def judge(out: Path, base_url: str) -> list[str]:
    """Return the links of a site that lead nowhere, and those of other schemes."""
    anchors: dict[str, set[str]] = {}
    links: list[Link] = []
    for path in sorted(out.rglob("*")):
        name = path.relative_to(out).as_posix()
        if path.suffix == ".html":
            tree = html.document_fromstring(path.read_bytes())
            anchors[name] = {element.get("id") or "" for element in tree.iter("*")}
            links += _links(name, base_url, _html(tree))
        elif path.suffix in {".xml", ".opml"}:
            links += _links(name, base_url, _xml(etree.fromstring(path.read_bytes())))
    complaints = (_judge(link, out, base_url, anchors) for link in dict.fromkeys(links))
    return [complaint for complaint in complaints if complaint]


def _links(name: str, base_url: str, addresses: Iterator[str]) -> Iterator[Link]:
    page = f"{base_url}/{name.removesuffix('index.html')}"
    for address in addresses:
        target, anchor = urldefrag(urljoin(page, address))
        yield Link(name, address, target, unquote(anchor))


def _html(tree: Element) -> Iterator[str]:
    for element in tree.iter("*"):
        for name in ADDRESSES:
            if (address := element.get(name)) is not None:
                yield address
        for part in (element.get("srcset") or "").split(","):
            if part.strip():
                yield part.split()[0]
        if element.tag == "meta" and (element.get("property") or "") in {"og:image", "og:url"}:
            yield element.get("content") or ""


def _xml(root: Element) -> Iterator[str]:
    for element in root.iter("*"):
        for name in XML_ADDRESSES:
            if address := element.get(name):
                yield address
        local = etree.QName(element).localname
        if local in TEXT_ADDRESSES and (element.text or "").startswith("http"):
            yield element.text or ""
        if local in {"encoded", "content", "description"} and "<" in (element.text or ""):
            yield from re.findall(r'(?:href|src)="([^"]*)"', element.text or "")


def _judge(link: Link, out: Path, base_url: str, anchors: dict[str, set[str]]) -> str | None:
    scheme = urlsplit(link.target).scheme
    if scheme not in {"http", "https", "mailto", "data"}:
        return f"{link.page}: {link.address!r} has the scheme {scheme!r}"
    if link.target != base_url and not link.target.startswith(f"{base_url}/"):
        return None
    name = unquote(urlsplit(link.target.removeprefix(base_url)).path).lstrip("/")
    if name == "" or name.endswith("/"):
        name += "index.html"
    if not (out / name).is_file():
        return f"{link.page}: {link.address!r} leads nowhere"
    if link.anchor and name in anchors and link.anchor not in anchors[name]:
        if link.anchor.startswith(":~:text="):
            return None
        return f"{link.page}: {link.address!r} names no place on its page"
    return None
