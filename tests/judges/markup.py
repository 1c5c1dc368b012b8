"""Judge of markup that feeds carry: strict HTML 5, nothing that a reader would strip or misread.

In: one XML document as bytes, or one HTML fragment. Out: complaints.
"""

from collections.abc import Iterator
from urllib.parse import urlsplit

import html5lib
from html5lib.html5parser import ParseError
from lxml import etree

Element = etree._Element  # noqa: SLF001 - lxml has no public name for it

# Readers remove these, or show a feed's owner as suspect.
FORBIDDEN = frozenset(
    "script style iframe object embed form input button link meta base applet frame".split()
)
ADDRESSES = frozenset({"href", "src", "cite", "poster", "action", "data"})


def parse(document: bytes) -> Element:
    """Parse a document as a careful feed reader would. Raise XMLSyntaxError."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    return etree.fromstring(document, parser)


def root(document: bytes) -> str:
    """Return the name of a document's first element, without its namespace."""
    return etree.QName(parse(document)).localname


def own_address(document: bytes) -> str | None:
    """Return where a feed says that it is published."""
    for link in parse(document).iter("{http://www.w3.org/2005/Atom}link"):
        if link.get("rel") == "self":
            return link.get("href")
    return None


def prologue(document: bytes, root: Element) -> Iterator[str]:
    """Complain of an encoding other than plain UTF-8, and of a document type."""
    if document.startswith(b"\xef\xbb\xbf"):
        yield "begins with a byte order mark"
    encoding = root.getroottree().docinfo.encoding or ""
    if encoding.lower() != "utf-8":
        yield f"is declared as {encoding}, not UTF-8"
    if b"<!DOCTYPE" in document:
        yield "has a document type"


def absolute(address: str | None) -> bool:
    """Say whether an address is a whole http or https URL."""
    try:
        parts = urlsplit(address or "")
    except ValueError:
        return False
    odd = any(char.isspace() or char in '<>"{}|\\^`' for char in address or "")
    return parts.scheme in {"http", "https"} and bool(parts.netloc) and not odd


def fragment(html: str) -> Iterator[str]:
    """Complain of a fragment of HTML that is not strict, not safe or not whole."""
    try:
        tree = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parseFragment(html)
    except ParseError as error:
        yield f"is not HTML 5: {error} in {html[:80]!r}"
        return
    for element in tree.iter():
        if not isinstance(element.tag, str):
            continue
        if element.tag in FORBIDDEN:
            yield f"contains <{element.tag}>"
        for name, value in element.attrib.items():
            yield from _attribute(element.tag, name, value)


def _attribute(tag: str, name: str, value: str) -> Iterator[str]:
    if name == "style" or name.startswith("on"):
        yield f"contains <{tag} {name}=…>"
    elif name in ADDRESSES and not (absolute(value) or value.startswith("mailto:")):
        yield f"contains a relative or odd address: <{tag} {name}={value!r}>"


def plain(text: str) -> Iterator[str]:
    """Complain of text that would be shown with its markup."""
    if any(mark in text for mark in ("</", "<p", "<b", "<a ", "&amp;", "&lt;", "&quot;", "&#")):
        yield f"shows markup: {text[:80]!r}"
    if text != text.strip() or not text:
        yield f"is blank or padded: {text[:80]!r}"
