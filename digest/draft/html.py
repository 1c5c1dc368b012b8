"""Stage: draft. A news page becomes an article.

comes in: the bytes of an HTML page; only the guarded child process calls this
goes out: `Article`, its paragraphs separated by blank lines, and what the page says about itself

What a page says in JSON-LD comes first, then its meta tags, then what it shows. The text is found
by trafilatura in precision mode; readability-lxml is asked where that finds little.
"""

import re
from collections.abc import Iterable, Iterator

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from digest.draft.model import Article
from digest.draft.page import address, linked, meta, shown
from digest.draft.source import PAGE_LIMIT, TEXT_LIMIT, SourceError, clean, decode

_SHORT = 600  # characters; below this the other ways to find the text are asked too
_LONGER = 1.2  # another way must find this many times more to be believed
_LEAST = 80  # characters of text, or the page has no article
_SENTENCES = re.compile(r".{60,}[.!?”\"]")  # a line of running text, as no menu has
_CREDIT_LIMIT = 4  # lines
_CREDIT = re.compile(
    r"(?:editor|penulis|pewarta|reporter|laporan|kontributor|wartawan|rep|red|sumber)\s*[:/].{2,80}",
    re.IGNORECASE,
)
# Control characters, raw or by number, that no tree of XML can hold.
_CONTROL = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]"
    r"|&\#(?:0*(?:[0-8]|1[124-9]|2\d|3[01])|x0*(?:[0-8bcef]|1[0-9a-f]))(?:;|(?![0-9a-f]))",
    re.IGNORECASE,
)
_UNSEEN = ("script", "style", "noscript", "template", "iframe", "svg")
# Elements that begin and end a line.
_BLOCKS = frozenset(
    (
        *("article", "aside", "blockquote", "body", "br", "dd", "div", "dl", "dt", "figcaption"),
        *("figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li"),
        *("main", "nav", "ol", "p", "pre", "section", "table", "tbody", "td", "th", "thead", "tr"),
        "ul",
    )
)


def article(data: bytes, url: str | None = None, charset: str | None = None) -> Article:
    """Read the article on a page that was found at `url`, or wherever the page says it belongs.

    Raises SourceError for more than `PAGE_LIMIT` bytes, for what is no page and for a page without
    an article; trafilatura and lxml may raise anything on a hostile page.
    """
    if len(data) > PAGE_LIMIT:
        raise SourceError("source-too-large", limit=f"{PAGE_LIMIT // 1024} KB")
    markup = _CONTROL.sub("", decode(data, charset))
    tree = _tree(markup)
    block = linked(tree)
    said = {**shown(tree), **meta(tree), **block}
    title = said.get("title")
    text = _found(markup, tree, block.get("body", ""), title)
    if len(text) < _LEAST:
        raise SourceError("source-no-article")
    if len(text) > TEXT_LIMIT:
        raise SourceError("source-too-large", limit=f"{TEXT_LIMIT // 1024} KB")
    return Article(
        text="\n\n".join([text, *_credits(tree, text), *_captions(tree, text)]),
        title=title,
        url=address(url, said.get("url")),
        publisher=said.get("publisher"),
        published=said.get("published"),
        author=said.get("author"),
        editor=said.get("editor"),
    )


def _tree(markup: str) -> HtmlElement:
    # A declaration of another encoding would be refused in text that is decoded already.
    parser = HTMLParser(remove_comments=True, remove_pis=True, encoding="utf-8")
    try:
        tree = document_fromstring(markup.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError) as error:
        raise SourceError("source-no-article") from error
    return tree


def _found(markup: str, tree: HtmlElement, body: str, title: str | None) -> str:
    """Find the text, by the exact way first, by the others only if that finds little."""
    best = _paragraphs(_precise(markup), title)
    if len(best) >= _SHORT:
        return best
    for other in (_readable(markup), body, _plain(tree)):
        text = _paragraphs(other, title)
        if len(text) > len(best) * _LONGER:
            best = text
    return best


def _paragraphs(text: str, title: str | None) -> str:
    """Lines as paragraphs; a headline that stands again above its text is taken away."""
    lines = [" ".join(line.split()) for line in clean(text).split("\n")]
    kept = [line for line in lines if line.strip("-|•· ")]
    if kept and title and kept[0].casefold() == title.casefold():
        del kept[0]
    return "\n\n".join(kept)


def _precise(markup: str) -> str:
    from trafilatura import extract  # noqa: PLC0415 - 190 ms, for pages only

    found = extract(
        markup,
        favor_precision=True,
        include_comments=False,
        include_tables=False,
        include_formatting=False,
        deduplicate=False,
    )
    return found or ""


def _readable(markup: str) -> str:
    # Imported for the few pages where trafilatura finds little; it ships no types.
    from readability import Document  # type: ignore[import-untyped]  # noqa: PLC0415

    try:
        summary = Document(markup).summary(html_partial=True)
        return "\n".join(_lines(document_fromstring(summary)))
    except Exception:  # noqa: BLE001 - its own "Unparseable" and whatever lxml raises: nothing found
        return ""


def _plain(tree: HtmlElement) -> str:
    return "\n".join(line for line in _lines(tree) if _SENTENCES.fullmatch(line))


def _lines(tree: HtmlElement) -> Iterable[str]:
    """Give the lines that a tree shows: blocks break them, what is inline does not."""
    lines = (" ".join(line.split()) for line in "".join(_pieces(tree)).split("\n"))
    return (line for line in lines if line)


def _pieces(tree: HtmlElement) -> Iterator[str]:
    walk = etree.iterwalk(tree, events=("start", "end"))
    for event, each in walk:
        if each.tag in _BLOCKS:
            yield "\n"
        if event == "end":
            yield _blank(each.tail)
        elif each.tag in _UNSEEN:
            walk.skip_subtree()
        else:
            yield _blank(each.text)


def _blank(text: str | None) -> str:
    return (text or "").replace("\n", " ")


def _credits(tree: HtmlElement, text: str) -> list[str]:
    """Short lines such as `Editor: Nama` that the ways above leave out as furniture."""
    lines = dict.fromkeys(line for line in _lines(tree) if _CREDIT.fullmatch(line))
    return [clean(line) for line in lines if line not in text][:_CREDIT_LIMIT]


def _captions(tree: HtmlElement, text: str) -> list[str]:
    """Lines below the article's own pictures, told from its text by their label."""
    shown = tree.xpath("//figcaption[not(ancestor::aside or ancestor::nav or ancestor::footer)]")
    lines = dict.fromkeys(" ".join(each.text_content().split()) for each in shown)
    return [f"Foto: {clean(line)}" for line in lines if line and line not in text][:_CREDIT_LIMIT]
