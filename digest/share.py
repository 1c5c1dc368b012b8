"""Stage: output. The picture that messengers and social networks show with a link to an entry.

comes in: title, place, date and the site's name, as they are to be read
goes out: a PNG, 1200 by 630 pixels, in three colours: the ground, the ink and one between them
          that smooths its edges

The same words give the same bytes: the font is shipped, letters are set one by one without the
system's help, and the compression (runs only) looks for no matches that a processor could find
in another order. Letters are drawn once and then only copied.
"""

import io
import unicodedata
import zlib
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from PIL import Image, ImageFont

SIZE = (1200, 630)
"""Width and height in pixels, as Open Graph asks."""

_MARGIN, _RIGHT = 80, 1120  # where lines begin, and where they end at the latest
_GROUND, _INK = (0xF8, 0xF6, 0xF1), (0x16, 0x36, 0x54)
_TONES = 3
_REGULAR, _STRONG = 400, 650  # weights
_SMALL = 28  # size of the site's name, the place and the date
_SITE, _PLACE, _DATE = 104, 522, 566  # their base lines
_TOP, _BOTTOM = 164, 456  # between them stands the title
_SIZES = (64, 56, 48, 42, 38, 34)  # of a title, the largest that fits
_LEADING = 1.18  # from base line to base line, in sizes
_ASCENT = 0.74  # of capitals, in sizes
_RUNS = zlib.Z_RLE


class _Glyph(NamedTuple):
    """A letter, drawn."""

    image: "Image.Image"
    """Its tones, 0 for the ground."""
    mask: "Image.Image"
    """Where it is not ground."""
    left: int
    """From the pen to its left edge."""
    top: int
    """From the base line to its upper edge, mostly negative."""


def share_image(title: str, place: str, date: str, site: str) -> bytes:
    """Return the PNG; a title takes the largest size that fits, and what never fits ends in `…`."""
    image = _sheet().copy()
    _set(image, (_fitting(site, _SMALL, _STRONG),), _SITE, _SMALL, _STRONG)
    size, lines = _composed(_clean(title))
    _set(image, lines, round(_TOP + _ASCENT * size), size, _STRONG)
    _set(image, (_fitting(place, _SMALL, _STRONG),), _PLACE, _SMALL, _STRONG)
    _set(image, (_fitting(date, _SMALL, _REGULAR),), _DATE, _SMALL, _REGULAR)
    packed = io.BytesIO()
    image.save(packed, "PNG", bits=2, compress_level=1, compress_type=_RUNS)
    return packed.getvalue()


@lru_cache(maxsize=1)
def _sheet() -> "Image.Image":
    """Return the empty picture with its rule."""
    from PIL import Image, ImageDraw  # noqa: PLC0415 -- 20 ms, and most runs draw nothing

    image = Image.new("P", SIZE, 0)
    steps = [step / (_TONES - 1) for step in range(_TONES)]
    image.putpalette(
        [round(a + (b - a) * step) for step in steps for a, b in zip(_GROUND, _INK, strict=True)]
    )
    ImageDraw.Draw(image).rectangle((_MARGIN, 40, _MARGIN + 72, 47), fill=_TONES - 1)
    return image


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
    line = ""
    for word in title.split():
        longer = f"{line} {word}" if line else word
        if _width(longer, size, _STRONG) <= _RIGHT - _MARGIN:
            line = longer
            continue
        if line:
            yield line
        line = word
        while _width(line, size, _STRONG) > _RIGHT - _MARGIN:
            head = _head(line, size, _STRONG, _RIGHT - _MARGIN)
            yield head
            line = line[len(head) :]
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


def _set(image: "Image.Image", lines: Sequence[str], base: int, size: int, weight: int) -> None:
    """Put lines on the picture, the first on the base line `base`."""
    for number, line in enumerate(lines):
        pen, down = float(_MARGIN), base + round(number * _LEADING * size)
        for letter in line:
            glyph = _glyph(letter, size, weight)
            if glyph is not None:
                image.paste(glyph.image, (round(pen) + glyph.left, down + glyph.top), glyph.mask)
            pen += _advance(letter, size, weight)


@lru_cache(maxsize=4096)
def _advance(letter: str, size: int, weight: int) -> float:
    return float(_font(size, weight).getlength(letter))


@lru_cache(maxsize=4096)
def _glyph(letter: str, size: int, weight: int) -> _Glyph | None:
    """Draw a letter; blanks have nothing to draw."""
    from PIL import Image, ImageDraw  # noqa: PLC0415 -- 20 ms, and most runs draw nothing

    font = _font(size, weight)
    left, top, right, bottom = (int(edge) for edge in font.getbbox(letter, anchor="ls"))
    if right <= left or bottom <= top:
        return None
    shades = Image.new("L", (right - left, bottom - top), 0)
    ImageDraw.Draw(shades).text((-left, -top), letter, fill=255, font=font, anchor="ls")
    tones = shades.point([round(shade * (_TONES - 1) / 255) for shade in range(256)])
    mask = tones.point([0] + [255] * 255).convert("1")
    return _Glyph(Image.frombytes("P", tones.size, tones.tobytes()), mask, left, top)


@lru_cache(maxsize=16)
def _font(size: int, weight: int) -> "ImageFont.FreeTypeFont":
    from PIL import ImageFont  # noqa: PLC0415 -- likewise

    data = io.BytesIO((Path(__file__).with_name("data") / "PublicSans.ttf").read_bytes())
    font = ImageFont.truetype(data, size, layout_engine=ImageFont.Layout.BASIC)
    font.set_variation_by_axes([weight])
    return font
