"""Stage: output. The picture that messengers and social networks show with a link to an entry.

comes in: title, place, date and the site's name, as they are to be read
goes out: a PNG, 1200 by 630 pixels, in three colours: the ground, the ink and one between them
          that smooths its edges

The same words give the same bytes: the font is shipped, letters are set one by one without the
system's help, and the compressor finds the same on every processor. A letter is drawn once, and
then is a number: its rows, two bits a pixel, as far apart as the picture's; to set it is a shift
and an "or".
"""

import io
import struct
import unicodedata
import zlib
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

import deflate

if TYPE_CHECKING:
    from PIL import ImageFont

SIZE: Final = (1200, 630)
"""Width and height in pixels, as Open Graph asks."""

_MARGIN, _RIGHT = 80, 1120  # where lines begin, and where they end at the latest
_GROUND, _MIDDLE, _INK = bytes.fromhex("f8f6f1"), bytes.fromhex("8796a2"), bytes.fromhex("163654")
_TONES = (0, 1, 3)  # of these colours: where letters overlap, "or" gives the darker one
_RULE = ((40, 48), (80, 153))  # the rows and columns of the rule at the top
_REGULAR, _STRONG = 400, 650  # weights
_SMALL = 28  # size of the site's name, the place and the date
_SITE, _PLACE, _DATE = 104, 522, 566  # their base lines
_TOP, _BOTTOM = 164, 456  # between them stands the title
_SIZES = (64, 56, 48, 42, 38, 34)  # of a title, the largest that fits
_LEADING = 1.18  # from base line to base line, in sizes
_ASCENT = 0.74  # of capitals, in sizes
_ROW = 1 + SIZE[0] // 4  # bytes: the number of a filter, 0 for none, and four pixels in each
_LEVEL = 2  # of compression: higher ones take longer for few bytes
_SIGNATURE = b"\x89PNG\r\n\x1a\n"


class _Letter(NamedTuple):
    """A letter, drawn."""

    rows: int
    """Its pixels in rows of the picture; its last row is a third of a size below the base line."""
    right: int
    """From the pen to the right edge of its pixels."""


def share_image(title: str, place: str, date: str, site: str) -> bytes:
    """Return the PNG; a title takes the largest size that fits, and what never fits ends in `…`."""
    picture = bytearray(_sheet())
    _set(picture, _small(site, _STRONG), _SITE, _SMALL)
    size, lines = _composed(_clean(title))
    for number, line in enumerate(lines):
        base = round(_TOP + _ASCENT * size) + round(number * _LEADING * size)
        _set(picture, _inked(line, size, _STRONG), base, size)
    _set(picture, _small(place, _STRONG), _PLACE, _SMALL)
    _set(picture, _small(date, _REGULAR), _DATE, _SMALL)
    return _packed(bytes(picture))


def _packed(rows: bytes) -> bytes:
    """Return a PNG of rows of pixels, each after the number of its filter."""
    form = struct.pack(">IIBBBBB", *SIZE, 2, 3, 0, 0, 0)  # two bits that name a colour
    colours = _GROUND + _MIDDLE + _MIDDLE + _INK
    parts = (
        (b"IHDR", form),
        (b"PLTE", colours),
        (b"IDAT", bytes(deflate.zlib_compress(rows, _LEVEL))),
        (b"IEND", b""),
    )
    return _SIGNATURE + b"".join(_part(name, content) for name, content in parts)


def _part(name: bytes, content: bytes) -> bytes:
    check = zlib.crc32(content, zlib.crc32(name))
    return b"".join((struct.pack(">I", len(content)), name, content, struct.pack(">I", check)))


@lru_cache(maxsize=1)
def _sheet() -> bytes:
    """Return the empty picture with its rule."""
    (top, bottom), (left, right) = _RULE
    ruled = ((1 << 2 * (right - left)) - 1 << 2 * (SIZE[0] - right)).to_bytes(_ROW, "big")
    return bytes(top * _ROW) + ruled * (bottom - top) + bytes((SIZE[1] - bottom) * _ROW)


def _clean(text: str) -> str:
    """Return text in composed letters and single blanks: accents are set with their letter."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def _composed(title: str) -> tuple[int, Sequence[str]]:
    """Return the size and the lines of a title."""
    for size in _SIZES:
        lines, room = list(_broken(title, size)), _room(size)
        if len(lines) <= room:
            return size, lines
    rest = " ".join(lines[room - 1 :])
    return size, (*lines[: room - 1], _fitting(rest, size, _STRONG))


def _room(size: int) -> int:
    """Return how many lines of a title there is room for."""
    return 1 + int((_BOTTOM - _TOP - _ASCENT * size) / (_LEADING * size))


def _broken(title: str, size: int) -> Iterator[str]:
    """Yield lines that fit, broken between words, and within a word that is longer than a line."""
    room, blank = _RIGHT - _MARGIN, _advance(" ", size, _STRONG)
    line, width = "", 0.0
    for word in title.split():
        own = _width(word, size, _STRONG)
        if line and width + blank + own <= room:
            line, width = f"{line} {word}", width + blank + own
            continue
        if line:
            yield line
        line, width = word, own
        while width > room:
            head = _head(line, size, _STRONG, room)
            yield head
            line = line[len(head) :]
            width = _width(line, size, _STRONG)
    if line:
        yield line


def _fitting(text: str, size: int, weight: int) -> str:
    """Return text as one line, its end replaced by an ellipsis if it is too long."""
    text = _clean(text)
    room = _RIGHT - _MARGIN
    if _width(text, size, weight) <= room:
        return text
    return _head(text, size, weight, room - _width("…", size, weight)).rstrip(" ,.") + "…"


def _head(text: str, size: int, weight: int, room: float) -> str:
    """Return as much of the beginning of `text` as fits, at least one letter."""
    width = 0.0
    for place, letter in enumerate(text):
        width += _advance(letter, size, weight)
        if width > room:
            return text[: max(place, 1)]
    return text


def _width(text: str, size: int, weight: int) -> float:
    return sum(_advance(letter, size, weight) for letter in text)


def _set(picture: bytearray, line: int, base: int, size: int) -> None:
    """Put a line on the picture, on the base line `base`."""
    end = (base + size // 3) * _ROW
    start = end - -(-line.bit_length() // (8 * _ROW)) * _ROW
    line |= int.from_bytes(picture[start:end], "big")
    picture[start:end] = line.to_bytes(end - start, "big")


@lru_cache(maxsize=1024)
def _small(text: str, weight: int) -> int:
    """Return one of the lines that many pictures share."""
    return _inked(_fitting(text, _SMALL, weight), _SMALL, weight)


def _inked(line: str, size: int, weight: int) -> int:
    """Return the letters of a line as one number."""
    inked, pen = 0, float(_MARGIN)
    for letter in line:
        drawn = _letter(letter, size, weight)
        if drawn.rows:
            inked |= drawn.rows << 2 * (SIZE[0] - round(pen) - drawn.right)
        pen += _advance(letter, size, weight)
    return inked


@lru_cache(maxsize=4096)
def _advance(letter: str, size: int, weight: int) -> float:
    return float(_font(size, weight).getlength(letter))


@lru_cache(maxsize=4096)
def _letter(letter: str, size: int, weight: int) -> _Letter:
    """Draw a letter; blanks have nothing to draw."""
    from PIL import Image, ImageDraw  # noqa: PLC0415 -- 20 ms, and most runs draw nothing

    font = _font(size, weight)
    left, top, right, bottom = (int(edge) for edge in font.getbbox(letter, anchor="ls"))
    if right <= left or bottom <= top:
        return _Letter(0, 0)
    width = -(-(right - left) // 4)  # bytes a row
    shades = Image.new("L", (4 * width, bottom - top), 0)
    ImageDraw.Draw(shades).text((-left, -top), letter, fill=255, font=font, anchor="ls")
    tones = shades.point([_TONES[round(shade * 2 / 255)] for shade in range(256)])
    pixels = Image.frombytes("P", tones.size, tones.tobytes()).tobytes("raw", "P;2")
    rows = b"".join(
        pixels[place : place + width].rjust(_ROW, b"\0") for place in range(0, len(pixels), width)
    )
    below = 8 * _ROW * (size // 3 - bottom)
    return _Letter(int.from_bytes(rows, "big") << below, left + 4 * width)


@lru_cache(maxsize=16)
def _font(size: int, weight: int) -> "ImageFont.FreeTypeFont":
    from PIL import ImageFont  # noqa: PLC0415 -- likewise

    data = io.BytesIO((Path(__file__).with_name("data") / "PublicSans.ttf").read_bytes())
    font = ImageFont.truetype(data, size, layout_engine=ImageFont.Layout.BASIC)
    font.set_variation_by_axes([weight])
    return font
