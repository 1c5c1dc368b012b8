"""The few elements that every picture is made of.

comes in: text that may hold anything, numbers
goes out: SVG markup
"""

from html import escape
from typing import TypeAlias

from digest import typography
from digest.catalogue import text

Row: TypeAlias = tuple[str, ...]
"""Cells of a table's row; the last is the address it links to, or empty."""


def picture(name: str, label: str, size: tuple[float, float], inside: str) -> str:
    """Return `inside` as a picture of class `name`, announced as `label`."""
    width, height = (figure(each) for each in size)
    return (
        f'<svg class="{name}" viewBox="0 0 {width} {height}" role="group"'
        f' aria-label="{escape(label)}">{inside}</svg>'
    )


def mark(name: str, title: str, inside: str, href: str | None) -> str:
    """Return one datum, of a class or none: a title and `inside`, a link if it has an address."""
    inside = f"<title>{escape(title)}</title>{inside}"
    of = f' class="{name}"' if name else ""
    if href:
        return f'<a{of} href="{escape(href)}" tabindex="-1">{inside}</a>'
    return f"<g{of}>{inside}</g>"


def figure(number: float) -> str:
    """Return a number with at most one decimal place."""
    short = f"{number:.1f}".removesuffix(".0")
    return "0" if short == "-0" else short


def events(count: int, language: str) -> str:
    """Return a number of events in words: `3 peristiwa`."""
    return counted("chart.events", count, language)


def counted(key: str, count: int, language: str) -> str:
    """Return a number in the catalogue's words for one or for many."""
    number = typography.figure(count, language)
    return text(language, f"{key}.one" if count == 1 else f"{key}.many", count=number)
