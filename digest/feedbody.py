"""What a subscriber reads: an entry, or a regency's week, as plain HTML that any reader shows.

In: entries and the names around them. Out: HTML with absolute addresses, without scripts, styles
or classes, so that a mail-like view is complete and legible.
"""

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from typing import Final

from markupsafe import escape

from digest import date, markdown, week
from digest import page as p
from digest.catalogue import text
from digest.channel import Weekly
from digest.entry import PRESENT, Entry, Participant, Source, outlet, own_regency, regencies
from digest.site import Site

_ANCHOR: Final = re.compile(r'(<a [^>]*?href=")#')


def entry(site: Site, one: Entry) -> str:
    """Return one entry as HTML: summary, facts, body, corrections, sources."""
    if one.retraction:
        return f"<p>{escape(retracted(site, one))}</p>"
    return "".join(
        (
            f"<p>{escape(one.summary)}</p>",
            _facts(site, one),
            _body(site, one),
            _corrections(site, one),
            _sources(site, one),
        )
    )


def group(site: Site, weekly: Weekly) -> str:
    """Return a regency's week as HTML: the entries under their days, each whole in short."""
    parts: list[str] = []
    heading = None
    for one in reversed(weekly.entries):
        day = when(site, one, clock=False)
        if day != heading:
            parts.append(f"<h2>{escape(day)}</h2>")
            heading = day
        parts.append(_short(site, one))
    return "".join(parts)


def title(site: Site, one: Entry) -> str:
    """Return an entry's title, marked where it was corrected or retracted."""
    if one.retraction:
        return f"{text(site.config.language, 'feed.retracted')} {one.title}"
    if one.corrections:
        return f"{text(site.config.language, 'feed.corrected')} {one.title}"
    return one.title


def retracted(site: Site, one: Entry) -> str:
    """Return the sentence that stands in a retracted entry's place."""
    if one.retraction is None:
        return ""
    day = date.long(one.retraction.date, site.config.language)
    return text(site.config.language, "feed.tombstone", day=day, reason=one.retraction.reason)


def summary(site: Site, one: Entry) -> str:
    """Return the plain text that stands for an entry in lists."""
    return retracted(site, one) or one.summary


def when(site: Site, one: Entry, *, clock: bool = True) -> str:
    """Return when an event took place, as exactly as is known."""
    language = site.config.language
    if one.date is None:
        return ""
    if one.date_precision == "week":
        shown = date.week_label(week.slug(one.date), language)
    elif one.date_precision == "month":
        shown = f"{text(language, f'month.{one.date.month}')} {one.date.year}"
    elif one.end_date and one.end_date != one.date:
        shown = date.span(one.date, one.end_date, language)
    else:
        shown = date.long(one.date, language)
    if one.date_precision == "approximate":
        shown = text(language, "feed.about", day=shown)
    if clock and one.time and own_regency(one):
        zone = site.gazetteer.regencies[own_regency(one)].zone
        shown = f"{shown}, {date.clock(one.time, zone, language)}"
    return shown


def begun(site: Site, one: Entry) -> dt.date | dt.datetime | None:
    """Return the day of an event, or the moment where its time is known."""
    if one.date is None or one.time is None or not own_regency(one):
        return one.date
    zone = site.gazetteer.regencies[own_regency(one)].zone
    moment = date.moment(f"{one.date}T{one.time:%H:%M}", zone)
    return moment if isinstance(moment, dt.datetime) else one.date


def where(site: Site, one: Entry) -> str:
    """Return the places of an event, each from the venue outwards."""
    shown = []
    for place in one.places:
        full = site.gazetteer.regencies[place.regency].full if place.regency else ""
        shown.append(", ".join(part for part in (place.venue, place.district, full) if part))
    return "; ".join(shown)


def url(site: Site, path: str) -> str:
    """Return the absolute address of a path below the root."""
    return site.config.base_url.rstrip("/") + path


def entry_url(site: Site, one: Entry) -> str:
    """Return the absolute address of an entry's page."""
    return url(site, p.url("entry", one.slug))


def _short(site: Site, one: Entry) -> str:
    link = f'<a href="{escape(entry_url(site, one))}">{escape(title(site, one))}</a>'
    if one.retraction:
        return f"<h3>{link}</h3><p>{escape(retracted(site, one))}</p>"
    return f"<h3>{link}</h3><p>{escape(one.summary)}</p>{_facts(site, one)}{_sources(site, one)}"


def _facts(site: Site, one: Entry) -> str:
    language = site.config.language
    concerned = [code for code in regencies(one) if code in one.concerns]
    rows = [
        ("when", when(site, one)),
        ("where", where(site, one)),
        ("concerns", ", ".join(site.gazetteer.regencies[code].full for code in concerned)),
        ("kind", text(language, f"kind.{one.kind}")),
        ("topics", ", ".join(site.keys[one.id].labels["topic"].values())),
    ]
    if one.event_status != "held":
        rows.insert(0, ("status", text(language, f"event_status.{one.event_status}")))
    items = "".join(
        f"<li><strong>{escape(text(language, f'feed.{key}'))}:</strong> {escape(value)}</li>"
        for key, value in rows
        if value
    )
    return f"<ul>{items}</ul>{_people(site, one.participants)}"


def _people(site: Site, everyone: Iterable[Participant]) -> str:
    listed = list(everyone)
    there = [_who(site, one) for one in listed if one.role in PRESENT]
    absent = [_who(site, one) for one in listed if one.role not in PRESENT]
    parts = []
    for key, names in (("present", there), ("absent", absent)):
        if names:
            heading = escape(text(site.config.language, f"feed.{key}"))
            items = "".join(f"<li>{name}</li>" for name in names)
            parts.append(f"<p><strong>{heading}</strong></p><ul>{items}</ul>")
    return "".join(parts)


def _who(site: Site, one: Participant) -> str:
    name = " ".join(part for part in (one.title, one.name) if part)
    office = one.position or (one.organisation if name else None)
    shown = ", ".join(part for part in (name or one.organisation, office) if part)
    language = site.config.language
    if one.role == "attendee" and not one.on_behalf_of:
        return str(escape(shown))
    part = text(language, f"role.{one.role}")
    if one.on_behalf_of:
        part = f"{part}, {text(language, 'feed.on_behalf_of', name=one.on_behalf_of)}"
    return f"{escape(shown)} ({escape(part)})"


def _body(site: Site, one: Entry) -> str:
    if not one.body.strip():
        return ""
    html = markdown.html(one.body, site.config.base_url.rstrip("/"))
    own = f"{escape(entry_url(site, one))}#"
    return _ANCHOR.sub(lambda found: found[1] + own, html)


def _corrections(site: Site, one: Entry) -> str:
    language = site.config.language
    return "".join(
        f"<p><strong>{escape(text(language, 'feed.correction'))} "
        f"({escape(date.long(correction.date, language))}):</strong> {escape(correction.text)}</p>"
        for correction in one.corrections
    )


def _sources(site: Site, one: Entry) -> str:
    heading = escape(text(site.config.language, "feed.sources"))
    items = "".join(f"<li>{item}</li>" for item in _source_items(one.sources))
    return f"<p><strong>{heading}</strong></p><ul>{items}</ul>" if items else ""


def _source_items(sources: Iterable[Source]) -> Iterator[str]:
    for source in sources:
        shown = str(escape(source.title or outlet(source)))
        link = f'<a href="{escape(source.url)}">{shown}</a>' if source.url else shown
        rest = filter(None, (outlet(source) if source.title else "", source.author))
        yield ", ".join((link, *(str(escape(one)) for one in rest)))
