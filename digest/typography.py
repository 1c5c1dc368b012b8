"""Text as it is set: lists, quotation marks, figures and hidden joints.

In: plain text and a language. Out: plain text; nothing here makes or escapes HTML.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

NBSP: Final = "\N{NO-BREAK SPACE}"

_AND: Final = {"id": "dan", "en": "and"}
_GROUP: Final = {"id": ".", "en": ","}
_DOUBLE = re.compile(r'(?<![^\s(\[“‘—–-])"([^"\n]*[^"\s])"(?![\w"])')
_SINGLE = re.compile(r"(?<![^\s(\[“‘—–-])'([^'\n]*[^'\s])'(?![\w'])")
_APOSTROPHE = re.compile(r"(?<=\w)'(?=\w)")
_FIGURE = re.compile(r"[0-9]")
# A literal blank comes first, so that the search leaps from blank to blank.
_JOINT = re.compile(
    r" (?:(?<=\d )(?=(?:WIB|WITA|WIT|persen|juta|miliar|triliun|kg|km)\b)"
    r"|(?<=\bRp )(?=\d)|(?<=\bPasal )(?=\d)|(?<=\bNomor )(?=\d))"
)


def listing(items: Sequence[str], language: str) -> str:
    """Return items as a sentence has them: `A`, `A dan B`, `A, B, dan C`."""
    word = _AND[language]
    if len(items) < 3:  # noqa: PLR2004 -- one comma rule, from three items on
        return f" {word} ".join(items)
    return f"{', '.join(items[:-1])}, {word} {items[-1]}"


def conjunctions(count: int, language: str) -> tuple[str, ...]:
    """Return what stands before each of `count` items of a list in a sentence, linked or not."""
    if count < 3:  # noqa: PLR2004 -- one comma rule, from three items on
        return ("", f" {_AND[language]} ")[:count]
    return ("", *[", "] * (count - 2), f", {_AND[language]} ")


def curly(text: str) -> str:
    """Return text with straight quotation marks in pairs, and apostrophes, made curly.

    A mark without a partner stays as it was typed.
    """
    if '"' not in text and "'" not in text:
        return text
    text = _APOSTROPHE.sub("’", text)
    text = _SINGLE.sub(r"‘\1’", text)
    return _DOUBLE.sub(r"“\1”", text)


def joined(text: str) -> str:
    """Return text whose figures stay on one line with their units: `14.30 WIB`, `Rp 5.000`."""
    return _JOINT.sub(NBSP, text) if _FIGURE.search(text) else text


@lru_cache(8192)
def display(text: str) -> str:
    """Return a title or summary as it is set."""
    return joined(curly(text))


def figure(number: int, language: str) -> str:
    """Return a whole number in groups of three: `1.234`, in English `1,234`."""
    return f"{number:,}".replace(",", _GROUP[language])


def shortened(text: str, length: int) -> str:
    """Return text of at most `length` characters, cut between words, with an ellipsis if cut."""
    if len(text) <= length:
        return text
    cut = text[: length - 1]
    if text[length - 1] != " ":
        cut = cut.rpartition(" ")[0] or cut
    return cut.rstrip(" ,;:–—-") + "…"
