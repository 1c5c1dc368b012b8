"""ISO weeks: the digest's unit of time.

In: days. Out: slugs such as `2023-W48`, their days and their neighbours. Never a locale's week.
"""

import datetime as dt
from functools import lru_cache

DAYS = 7


def slug(day: dt.date) -> str:
    """Return the slug of the ISO week that holds `day`, such as `2023-W48`."""
    year, number, _ = day.isocalendar()
    return f"{year:04d}-W{number:02d}"


def monday(week: str) -> dt.date:
    """Return the first day of the week named by a slug."""
    return dt.date.fromisocalendar(int(week[:4]), int(week[6:]), 1)


def sunday(week: str) -> dt.date:
    """Return the last day of the week named by a slug."""
    return dt.date.fromisocalendar(int(week[:4]), int(week[6:]), DAYS)


def number(week: str) -> int:
    """Return the week's number in its ISO year, 1 to 53."""
    return int(week[6:])


def step(week: str, weeks: int) -> str:
    """Return the slug of the week `weeks` after (or, negative, before) this one."""
    return slug(monday(week) + dt.timedelta(days=DAYS * weeks))


@lru_cache(maxsize=2048)
def until(last: str, count: int) -> tuple[str, ...]:
    """Return the slugs of the `count` weeks that end with `last`, oldest first."""
    return tuple(step(last, offset) for offset in range(1 - count, 1))
