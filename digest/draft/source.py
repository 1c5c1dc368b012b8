"""Stage: draft. What a source is, before anything is read from it.

comes in: bytes of a text or a page, from a file, a stream or an address
goes out: text without what no reader sees, or `SourceError`
"""

import re
import unicodedata
from collections.abc import Mapping
from types import MappingProxyType

from digest.draft.model import Article

TEXT_LIMIT = 256 * 1024
"""Bytes of plain text that one article may have; the longest newspaper features have 40 KB."""
PAGE_LIMIT = 4 * 1024 * 1024
"""Bytes of HTML, decoded, that one page may have."""

_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_LINE_BREAK = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
# Controls, soft hyphens, zero-width and direction marks, tag characters, noncharacters, surrogates:
# invisible in an article, and refused in an entry.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f"
    "\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff"
    "\ud800-\udfff\ufdd0-\ufdef\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
    + "".join(
        f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0x10000, 0x110000, 0x10000)
    )
    + "]"
)
_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_META_CHARSET = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([a-z0-9_.:-]{1,40})", re.IGNORECASE
)
_LATIN = frozenset({"ascii", "us-ascii", "iso-8859-1", "iso8859-1", "latin-1", "latin1"})
_MOSTLY_TEXT = 0.02  # at most this share of control characters, or it is no text


class SourceError(Exception):
    """Why a source could not be read: a problem's `code` and the `values` its message tells."""

    def __init__(self, code: str, **values: str) -> None:
        """Keep what the catalogue needs to say it in the reader's language."""
        super().__init__(code, values)
        self.code = code
        self.values: Mapping[str, str] = MappingProxyType(values)


def is_html(data: bytes) -> bool:
    """Tell whether bytes start as an HTML page does."""
    return bool(_HTML.match(data[:4096].removeprefix(b"\xef\xbb\xbf")))


def decode(data: bytes, charset: str | None = None) -> str:
    """Decode bytes by their mark, as UTF-8, by `charset`, as declared, or as Windows-1252.

    UTF-8 comes before any declaration, because valid UTF-8 is hardly ever anything else. Raises
    SourceError for what is no text.
    """
    for mark, name in _BOMS:
        if data.startswith(mark):
            return _text(data.decode(name, "replace"))
    declared = _META_CHARSET.search(data[:2048])
    # A page that tells its encoding in ASCII is not in UTF-16, whatever it says.
    own = declared[1].decode("ascii").lower() if declared else ""
    names = ("utf-8", (charset or "").lower(), "" if own.startswith("utf-16") else own)
    for name in filter(None, names):
        text = _tried(data, name)
        if text is not None:
            return _text(text)
    return _text(_mostly_utf8(data) or data.decode("cp1252", "replace"))


def _mostly_utf8(data: bytes) -> str | None:
    """Decode UTF-8 with a few broken bytes, where most letters beyond ASCII are whole."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    return text if broken <= sum(not char.isascii() for char in text) - broken else None


def clean(text: str) -> str:
    r"""Give `text` composed, with `\n` as its line break and without invisible characters."""
    return _INVISIBLE.sub("", unicodedata.normalize("NFC", _LINE_BREAK.sub("\n", text)))


def article(data: bytes, url: str | None = None, published: str | None = None) -> Article:
    """Read a plain text whose first line is its headline; evidence counts from its first character.

    Raises SourceError for an empty text, for more than `TEXT_LIMIT` bytes and for what is no text.
    """
    if len(data) > TEXT_LIMIT:
        raise SourceError("source-too-large", limit=f"{TEXT_LIMIT // 1024} KB")
    text = clean(decode(data))
    if not text.strip():
        raise SourceError("source-empty")
    return Article(text=text, url=url, published=published)


def _tried(data: bytes, charset: str) -> str | None:
    try:
        return data.decode("cp1252" if charset in _LATIN else charset)
    except (ValueError, LookupError):  # the name itself may be nonsense
        return None


def _text(text: str) -> str:
    controls = sum(char < " " and char not in "\t\n\r\f" for char in text)
    if controls > len(text) * _MOSTLY_TEXT:
        raise SourceError("source-not-text")
    return text
