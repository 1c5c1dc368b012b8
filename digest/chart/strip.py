"""The week strip: how many events each of 53 weeks has.

comes in: weeks, oldest first, with counts and addresses
goes out: an SVG picture of bars, and the rows of its table
"""

from collections.abc import Sequence
from typing import TypeAlias

from digest import date as dates
from digest.catalogue import text
from digest.chart.svg import Row, events, figure, mark, picture
from digest.typography import figure as grouped

Week: TypeAlias = tuple[str, int, str | None]
"""Slug, such as `2023-W48`, count, and address of the week's page."""

_STEP, _BAR, _HEIGHT = 7, 6, 48  # units: from bar to bar, width of a bar, the tallest
_LEAST = 5  # units: the least bar that has events
_UNSEEN = 'class="hit" fill="none" pointer-events="all"'
_FULL = 4  # events from which a bar may be the tallest, so that single events stay low
_YEAR = 32  # units: room that the number of a year takes


def week_strip(weeks: Sequence[Week], language: str) -> str:
    """Return bars, the tallest for the most events (four or more); no weeks, an empty text."""
    if not weeks:
        return ""
    most = max(_FULL, *(count for _, count, _ in weeks))
    bars = "".join(
        _bar(place, week, most, language) for place, week in enumerate(weeks) if week[1] > 0
    )
    empty = "".join(
        f"M{_STEP * place} {_HEIGHT - 2}h{_BAR}v2h-{_BAR}z"
        for place, (_, count, _) in enumerate(weeks)
        if count <= 0
    )
    ground = f'<path class="c0" d="{empty}"/>' if empty else ""
    size = (_STEP * len(weeks) - _STEP + _BAR, _HEIGHT + 16)
    return picture("strip", _label(weeks, language), size, ground + bars + _years(weeks))


def week_rows(weeks: Sequence[Week], language: str) -> tuple[Row, ...]:
    """Return label, count and address of each week with events, newest first."""
    return tuple(
        (dates.week_label(slug, language), grouped(count, language), href or "")
        for slug, count, href in reversed(weeks)
        if count > 0
    )


def _bar(place: int, week: Week, most: int, language: str) -> str:
    slug, count, href = week
    left, height = _STEP * place, _LEAST + (_HEIGHT - _LEAST) * count / most
    title = f"{dates.week_label(slug, language)}: {events(count, language)}"
    # The whole column answers to the pointer, not only a low bar.
    column = f'<path {_UNSEEN} d="M{left} 0h{_STEP}v{_HEIGHT}h-{_STEP}z"/>'
    bar = f'<path d="M{left} {_HEIGHT}v-{figure(height)}h{_BAR}V{_HEIGHT}z"/>'
    return mark("bar", title, column + bar, href)


def _years(weeks: Sequence[Week]) -> str:
    """Return the number of each year under its first week, where there is room for it."""
    firsts = [
        (place, slug[:4]) for place, (slug, _, _) in enumerate(weeks) if slug.endswith("-W01")
    ]
    if not firsts or firsts[0][0] * _STEP >= _YEAR:
        firsts.insert(0, (0, weeks[0][0][:4]))
    return "".join(
        f'<text x="{_STEP * place}" y="{_HEIGHT + 13}" font-size="12">{year}</text>'
        for place, year in firsts
        if _STEP * (len(weeks) - place) >= _YEAR
    )


def _label(weeks: Sequence[Week], language: str) -> str:
    return text(
        language,
        "chart.strip.label",
        first=dates.week_label(weeks[0][0], language),
        last=dates.week_label(weeks[-1][0], language),
        events=events(sum(count for _, count, _ in weeks), language),
    )
