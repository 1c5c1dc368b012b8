"""Days, weeks and times as templates show them.

In: the language of a site and its gazetteer. Out: `Times`, filters that turn the days of entries
into words, by the clock of the regency where something happened.
"""

import datetime as dt
from typing import Final

from msgspec import Struct

from digest import date as dates
from digest import page as p
from digest import week as weeks
from digest.catalogue import text
from digest.entry import Entry, own_regency
from digest.regency import Gazetteer


class Moment(Struct, frozen=True):
    """When an event took place, for machines and for readers."""

    start: str
    """ISO 8601: a day, or a day and time with an offset where the zone is known."""
    end: str
    """The last day, or empty."""
    words: str
    """What readers see, without the time."""
    clock: str
    """The time with its zone, or empty."""


class Times:
    """The filters about time."""

    def __init__(self, language: str, gazetteer: Gazetteer) -> None:
        """Keep what is constant over a build, and an empty memory."""
        self._language = language
        self._gazetteer = gazetteer
        self._days: dict[dt.date, str] = {}
        self._weeks: dict[str, str] = {}

    def weekday(self, day: str) -> str:
        """Return an ISO day as `Rabu, 29 November 2023`."""
        return dates.long(dt.date.fromisoformat(day), self._language)

    def dated(self, entry: Entry) -> str:
        """Return the day of an event in few letters: `29 Nov 2023`, `~29 Nov 2023`."""
        if entry.date is None:
            return ""
        match entry.date_precision:
            case "week":
                return dates.week_label(weeks.slug(entry.date), self._language)
            case "month":
                return f"{text(self._language, f'month.{entry.date.month}')} {entry.date.year}"
            case "approximate":
                day = dates.short(entry.date, self._language)
                return text(self._language, "page.when.approximate", day=day)
            case "day":
                return dates.short(entry.date, self._language)

    def term(self, office: p.Office) -> str:
        """Return the days a person is known to have held an office."""
        return dates.span(office.first, office.last, self._language)

    def slug(self, day: dt.date) -> str:
        """Return the slug of the week of a day: `2023-W48`."""
        return weeks.slug(day)

    def week(self, slug: str) -> str:
        """Return `Pekan 48 · 27 November–3 Desember 2023`."""
        known = self._weeks.get(slug)
        if known is None:
            known = self._weeks[slug] = dates.week_label(slug, self._language)
        return known

    def when(self, entry: Entry) -> Moment | None:
        """Return when an event took place; None only in a draft."""
        if entry.date is None:
            return None
        clock = ""
        if entry.time:
            clock = dates.clock(entry.time, local(entry, self._gazetteer), self._language)
        return Moment(
            start=start(entry, self._gazetteer),
            end=entry.end_date.isoformat() if entry.end_date else "",
            words=self._words(entry, entry.date),
            clock=clock,
        )

    def _words(self, entry: Entry, first: dt.date) -> str:
        language = self._language
        match entry.date_precision:
            case "week":
                return text(language, "page.when.week", week=self.week(weeks.slug(first)))
            case "month":
                month = f"{text(language, f'month.{first.month}')} {first.year}"
                return text(language, "page.when.month", month=month)
            case "approximate":
                return text(language, "page.when.approximate", day=dates.plain(first, language))
            case "day":
                last = entry.end_date
                if last and last != first:
                    return dates.span(first, last, language)
                return dates.long(first, language)

    def stamp(self, moment: dt.date) -> str:
        """Return a day, or a day and time with an offset, as machines read it."""
        return dates.iso(moment)

    def moment(self, moment: dt.date | str) -> str:
        """Return a day, or a day and a time by the clock it was written in, as readers see it.

        `moment` may also be either in ISO 8601. Of a correction only the day is known: it changes
        an entry some seconds after midnight (`site.modified`), and no time is told for that.
        """
        if isinstance(moment, str):
            moment = (dt.datetime if "T" in moment else dt.date).fromisoformat(moment)
        if not isinstance(moment, dt.datetime):
            return self._plain(moment)
        day = self._plain(moment.date())
        if moment.second and not (moment.hour or moment.minute):
            return day
        return f"{day}, {dates.clock(moment.timetz(), zone(moment), self._language)}"

    def _plain(self, day: dt.date) -> str:
        known = self._days.get(day)
        if known is None:
            known = self._days[day] = dates.plain(day, self._language)
        return known


_ZONES: Final = {hours: name for name, hours in reversed(dates.ZONES.items())}
"""Hours east of Greenwich to the name that readers know them by."""


def zone(moment: dt.datetime) -> str:
    """Return the name of a moment's zone, or its offset where it has none in Indonesia."""
    offset = moment.utcoffset()
    if offset is None:
        return ""
    hours, rest = divmod(offset, dt.timedelta(hours=1))
    return f"UTC{moment.isoformat()[-6:]}" if rest or hours not in _ZONES else _ZONES[hours]


def local(entry: Entry, gazetteer: Gazetteer) -> str:
    """Return the zone of the regency where an event took place, such as `WIB`, or nothing."""
    code = own_regency(entry)
    return gazetteer.regencies[code].zone if code else ""


def start(entry: Entry, gazetteer: Gazetteer) -> str:
    """Return when an event began in ISO 8601, with an offset where the zone is known."""
    day = entry.date.isoformat() if entry.date else ""
    if entry.time is None:
        return day
    hours = dates.ZONES.get(local(entry, gazetteer))
    return f"{day}T{entry.time:%H:%M}{'' if hours is None else f'+{hours:02d}:00'}"
