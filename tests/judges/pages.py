"""Judges of pages: the kinds there are, inline code, links, weight, and the Nu HTML checker.

In: a built folder. Out: complaints.
"""

import gzip
import json
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from lxml import html

from judges.markup import Element

KINDS: Mapping[str, str] = {
    "home": "index.html",
    "entry": "entri/*/index.html",
    "weeks": "pekan/index.html",
    "week": "pekan/*/index.html",
    "regencies": "wilayah/index.html",
    "regency": "wilayah/*/index.html",
    "regency week": "wilayah/*/????-W??/index.html",
    "province": "provinsi/*/index.html",
    "topics": "topik/index.html",
    "topic": "topik/*/index.html",
    "people": "tokoh/index.html",
    "person": "tokoh/*/index.html",
    "organisations": "lembaga/index.html",
    "organisation": "lembaga/*/index.html",
    "publishers": "sumber/index.html",
    "publisher": "sumber/*/index.html",
    "map": "peta/index.html",
    "search": "cari/index.html",
    "corrections": "koreksi/index.html",
    "subscribe": "langganan/index.html",
    "data": "data/index.html",
    "about": "tentang/index.html",
    "not found": "404.html",
}
"""each kind of page, and where pages of that kind lie"""

INERT = {"application/ld+json", "application/json", "speculationrules", "importmap"}


class Weight(NamedTuple):
    """What a page costs on the way, compressed, in bytes."""

    page: int  # the HTML
    style: int  # every style sheet it names


def kinds(out: Path) -> dict[str, Path]:
    """Return for each kind its fullest page, and for regencies an empty one too."""
    found = {}
    for kind, pattern in KINDS.items():
        pages = sorted(out.glob(pattern), key=lambda page: (page.stat().st_size, page))
        if pages:
            found[kind] = pages[-1]
        if kind == "regency" and len(pages) > 1:
            found["regency without entries"] = pages[0]
    return found


def inline(page: bytes) -> list[str]:
    """Return code and style that a strict security policy would block."""
    return list(_inline(html.document_fromstring(page)))


def _inline(tree: Element) -> Iterator[str]:
    for element in tree.iter("*"):
        runs = element.tag == "script" and element.get("type") not in INERT
        if element.tag == "style" or (runs and not element.get("src")):
            yield f"<{element.tag}> on line {element.sourceline}"
        for name in map(str, element.keys()):
            if name == "style" or name.startswith("on"):
                yield f"<{element.tag} {name}=…> on line {element.sourceline}"


def policy(page: bytes) -> str | None:
    """Return the content security policy that a page carries."""
    for element in html.document_fromstring(page).iter("meta"):
        if (element.get("http-equiv") or "").lower() == "content-security-policy":
            return element.get("content")
    return None


def weigh(out: Path, page: Path, prefix: str) -> Weight:
    """Return what a page and its style sheets cost; PREFIX is the path of the `base_url`."""
    body = page.read_bytes()
    sheets = 0
    for link in html.document_fromstring(body).iter("link"):
        if link.get("rel") == "stylesheet":
            address = str(link.get("href")).partition("?")[0]
            whole = address.startswith("/")
            sheet = out / address.removeprefix(f"{prefix}/") if whole else page.parent / address
            sheets += packed(sheet.read_bytes())
    return Weight(packed(body), sheets)


def packed(body: bytes) -> int:
    """Return the compressed size that any host can reach."""
    return len(gzip.compress(body, 9, mtime=0))


def nu(pages: Sequence[Path], java: Path, jar: Path) -> list[str]:
    """Return the errors that the Nu HTML checker finds in pages."""
    command = (
        str(java),
        "-Xss2m",
        "-jar",
        str(jar),
        "--format",
        "json",
        "--stdout",
        *map(str, pages),
    )
    done = subprocess.run(command, capture_output=True, text=True, check=False, encoding="utf-8")
    messages = json.loads(done.stdout)["messages"]
    assert all(message["type"] != "non-document-error" for message in messages), messages[:3]
    return [
        f"{message['url'].removeprefix('file:')}:{message.get('lastLine')}: {message['message']}"
        for message in messages
        if message["type"] == "error"
    ]
