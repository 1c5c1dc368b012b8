"""The picture that messengers show with a link."""

import io
import subprocess
import sys
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from digest import share
from digest.share import share_image

TITLE = "Polres Rekaan Ikuti Dialog Penguatan “Pemilu Damai” – Bersama Tokoh · Café"
PLACE, DATE, SITE = "Kabupaten Indramayu, Jawa Barat", "Rabu, 29 November 2023", "Kabar Rekaan"


def opened(data: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(data))
    image.load()
    return image


def inked(data: bytes) -> tuple[int, int, int, int]:
    """Return the box that holds everything that is not ground."""
    image = opened(data)
    ground = image.getpixel((0, 0))
    box = Image.eval(image.convert("P"), lambda tone: 255 * (tone != ground)).getbbox()
    assert box
    return box


def test_picture() -> None:
    """A messenger gets a PNG in the size that it asks for, and a small one."""
    data = share_image(TITLE, PLACE, DATE, SITE)
    image = opened(data)
    assert image.format == "PNG"
    assert image.size == (1200, 630)
    assert len(data) <= 12_000
    assert len(image.convert("RGB").getcolors() or ()) == 3


@pytest.mark.parametrize(
    "title",
    ["A", TITLE, "Rekaan " * 27, "W" * 190, "Kata " * 200, "Ketidakpertanggungjawabanan" * 4, ""],
)
def test_stays_inside(title: str) -> None:
    """A title of any length stays inside the margins and above the place."""
    left, top, right, bottom = inked(share_image(title, "W" * 90, DATE, "W" * 90))
    assert left >= 78
    assert right <= 1122
    assert top == 40
    assert bottom < 600
    image = opened(share_image(title, "", "", ""))
    below = image.crop((0, 480, 1200, 630))
    assert not below.getbbox()


def test_longest_title_is_whole() -> None:
    """A title of 190 letters of common width is not cut."""
    title = " ".join(["Dialog", "Penguatan", "Internal", "Polri", "Hadapi", "Nataru"] * 6)[:190]
    size, lines = share._composed(title.strip())  # noqa: SLF001 -- the cut cannot be read off pixels
    assert " ".join(lines) == title.strip()
    assert size >= 34


@pytest.mark.parametrize("letter", "“”‘’–—·…éèçñüÅğşž&«»•°")
def test_letters(letter: str) -> None:
    """Typographic marks and accents are drawn, not shown as missing."""
    missing = opened(share_image("\uffff", "", "", ""))
    assert opened(share_image(letter, "", "", "")).tobytes() != missing.tobytes()


def test_accents_typed_in_two_ways() -> None:
    """A letter and its accent look alike whether typed as one character or as two."""
    assert share_image("Café", "", "", "") == share_image("Cafe\u0301", "", "", "")


def test_same_bytes_in_another_process() -> None:
    """The same words give the same picture, whatever was drawn before."""
    share_image("Lain", "", "", "")
    program = (
        "import sys, zlib; from digest.share import share_image; "
        "print(zlib.crc32(share_image(*sys.argv[1:])))"
    )
    told = subprocess.run(
        [sys.executable, "-c", program, TITLE, PLACE, DATE, SITE],
        capture_output=True,
        check=True,
        text=True,
    )
    assert int(told.stdout) == zlib.crc32(share_image(TITLE, PLACE, DATE, SITE))


@settings(deadline=None, max_examples=30)
@given(st.text(max_size=60))
def test_any_text(title: str) -> None:
    """Whatever a title holds, there is a picture."""
    assert opened(share_image(title, title, title, title)).size == (1200, 630)
