"""Judge of OPML 2.0 subscription lists by their specification.

In: a list as bytes. Out: complaints.
"""

from collections import Counter
from collections.abc import Iterator

from lxml import etree

from judges import markup, rss
from judges.markup import Element


def judge(document: bytes) -> list[str]:
    """Return what is wrong with a subscription list."""
    try:
        root = markup.parse(document)
    except etree.XMLSyntaxError as error:
        return [f"does not parse: {error}"]
    return [*markup.prologue(document, root), *_list(root)]


def _list(root: Element) -> Iterator[str]:
    if root.tag != "opml" or root.get("version") != "2.0":
        yield f"is not OPML 2.0 but <{root.tag} version={root.get('version')!r}>"
    if [child.tag for child in root] != ["head", "body"]:
        yield "is not one head and one body"
        return
    if not root.findtext("head/title"):
        yield "has no title"
    for name in ("dateCreated", "dateModified"):
        if text := root.findtext(f"head/{name}"):
            yield from (f"{name} {complaint}" for complaint in rss.date(text))
    outlines = root.findall("body//outline")
    if not outlines:
        yield "lists nothing"
    for outline in outlines:
        yield from _outline(outline)
    addresses = Counter(outline.get("xmlUrl") for outline in outlines if outline.get("xmlUrl"))
    yield from (f"lists {url} {times} times" for url, times in addresses.items() if times > 1)


def _outline(outline: Element) -> Iterator[str]:
    name = outline.get("text")
    if not name:
        yield f"has an outline without text: {etree.tostring(outline)!r}"
    if outline.get("type") is None:
        if outline.get("xmlUrl"):
            yield f"{name}: a feed without type=rss"
        if not len(outline):
            yield f"{name}: an empty folder"
        if len(outline.keys()) > 1:
            yield f"{name}: a folder has text and nothing else"
        return
    if outline.get("type") != "rss":
        yield f"{name}: has type {outline.get('type')!r}"
    if not outline.get("title"):
        yield f"{name}: a feed without title"
    for attribute in ("xmlUrl", "htmlUrl"):
        if not markup.absolute(outline.get(attribute)):
            yield f"{name}: {attribute} {outline.get(attribute)!r} is not a whole address"
