"""Judge of iCalendar by RFC 5545, and by two independent readers: icalendar and ical.js.

In: calendars as bytes or paths. Out: complaints.
"""

import json
import subprocess
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from pathlib import Path

from icalendar import Calendar, Component, Event

from judges import markup

SCRIPT = Path(__file__).with_name("ical.mjs")
STATUSES = {"TENTATIVE", "CONFIRMED", "CANCELLED"}
LINE = 75  # octets, without the line break


def judge(document: bytes) -> list[str]:
    """Return what is wrong with a calendar."""
    complaints = list(_lines(document))
    try:
        calendar = Calendar.from_ical(document)
    except (ValueError, IndexError, KeyError) as error:
        return [*complaints, f"does not parse: {error}"]
    return [*complaints, *_calendar(calendar)]


def _lines(document: bytes) -> Iterator[str]:
    try:
        document.decode("utf-8")
    except UnicodeDecodeError as error:
        yield f"is not UTF-8: {error}"
    if not document.endswith(b"\r\n") or b"\n" in document.replace(b"\r\n", b""):
        yield "has line breaks other than CR LF"
    for number, line in enumerate(document.split(b"\r\n"), 1):
        if len(line) > LINE:
            yield f"line {number} has {len(line)} octets"
        if any(byte < 0x20 and byte != 0x09 for byte in line.replace(b"\n", b"")):
            yield f"line {number} has a control character"


def _calendar(calendar: Calendar) -> Iterator[str]:
    if str(calendar.get("VERSION")) != "2.0" or not calendar.get("PRODID"):
        yield "lacks VERSION:2.0 or PRODID"
    if not calendar.subcomponents:
        yield "holds no component at all"
    events = calendar.walk("VEVENT")
    zones = {str(zone.get("TZID")) for zone in calendar.walk("VTIMEZONE")}
    for event in events:
        assert isinstance(event, Event)
        for complaint in _event(event, zones):
            yield f"{event.get('UID')}: {complaint}"
    uids = Counter(str(event.get("UID")) for event in events)
    yield from (f"UID {uid} stands {times} times" for uid, times in uids.items() if times > 1)


def _event(event: Event, zones: set[str]) -> Iterator[str]:
    yield from (f"{name} {problem}" for name, problem in event.errors)
    yield from (f"lacks {n}" for n in ("UID", "DTSTAMP", "DTSTART", "SUMMARY") if n not in event)
    if event.get("STATUS", "CONFIRMED") not in STATUSES:
        yield f"STATUS is {event['STATUS']}"
    if int(event.get("SEQUENCE", 0)) < 0:
        yield f"SEQUENCE is {event['SEQUENCE']}"
    if "URL" in event and not markup.absolute(str(event["URL"])):
        yield f"URL {event['URL']} is not a whole address"
    yield from _times(event, zones)


def _times(event: Event, zones: set[str]) -> Iterator[str]:
    for name in ("DTSTART", "DTEND"):
        zone = event[name].params.get("TZID") if name in event else None
        if zone and zone not in zones:
            yield f"{name} names the zone {zone}, which the calendar does not hold"
    if "DTSTART" in event and "DTEND" in event:
        start, end = event.decoded("DTSTART"), event.decoded("DTEND")
        if isinstance(start, datetime) != isinstance(end, datetime):
            yield "starts on a day and ends at a time, or the other way round"
        elif isinstance(start, date) and not start < end:
            yield f"ends {end} before it has begun {start}"


def second(paths: Sequence[Path], node: Path) -> list[str]:
    """Return where ical.js reads other events than icalendar does."""
    done = subprocess.run(
        (node, SCRIPT, *paths), capture_output=True, text=True, check=True, encoding="utf-8"
    )
    found = json.loads(done.stdout)
    complaints = []
    for path in paths:
        here, there = _read(path), found[str(path)]
        if here != there:
            complaints.append(f"{path}: icalendar reads {here}, ical.js {there}"[:500])
    return complaints


def _read(path: Path) -> list[list[str]]:
    events = Calendar.from_ical(path.read_bytes()).walk("VEVENT")
    return [[str(event.get("UID")), _start(event), str(event.get("SUMMARY"))] for event in events]


def _start(event: Component) -> str:
    start = event.decoded("DTSTART") if "DTSTART" in event else None
    return start.isoformat()[:19] if isinstance(start, date) else "none"
