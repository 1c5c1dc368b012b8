"""The words that readers and editors see, in Indonesian and English.

In: a language and a key. Out: text. Each part of the program keeps its words in a part of
its own beside this file; the keys of all parts are one namespace.
"""

from importlib import import_module
from typing import Final

PARTS: Final = (
    "core",
    "site",
    "cli",
    "new",
    "page",
    "feed",
    "search",
    "chart",
    "draft",
    "serve",
    "problem",
)
LANGUAGES: Final = ("id", "en")


def _merged() -> dict[str, tuple[str, str]]:
    merged: dict[str, tuple[str, str]] = {}
    for part in PARTS:
        try:
            words = import_module(f"{__name__}.{part}").MESSAGES
        except ModuleNotFoundError:
            continue
        merged.update(words)
    return merged


MESSAGES: Final = _merged()


def text(language: str, key: str, /, **values: object) -> str:
    """Return the words for `key`, with `values` in their places; an unknown key is an error."""
    words = MESSAGES[key][LANGUAGES.index(language)]
    return words.format_map(values) if values else words
