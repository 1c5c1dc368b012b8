"""Check the gold of the development set against its texts.

    python bench/development/check.py

In: `NAME.txt` or `NAME.html` with `NAME.yaml` beside it, and the shipped gazetteer.
Out: one line a fault; exit status 1 when there is any.
"""

import gzip
import json
import re
import sys
from collections.abc import Iterator
from datetime import date
from html import unescape
from pathlib import Path
from typing import Any, Final

import yaml

HERE: Final = Path(__file__).resolve().parent
DATA: Final = HERE.parents[1] / "digest" / "data"
KINDS: Final = frozenset({
    *("meeting", "dialogue", "visit", "briefing", "ceremony", "outreach", "training", "signing"),
    *("patrol", "aid", "hearing", "press-conference", "other"),
})  # fmt: skip
ROLES: Final = frozenset({
    *("organizer", "speaker", "attendee", "represented", "quoted", "mentioned"),
})  # fmt: skip
MODES: Final = frozenset({"offline", "online", "mixed"})
DAYS: Final = ("senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "minggu")
SHORTEST, LONGEST = 900, 2600  # characters of a text
DEGREES: Final = 20  # characters between a name and the title behind it
MONTHS: Final = (
    "januari februari maret april mei juni juli agustus september oktober november desember"
)
DATED: Final = (
    re.compile(r"(?i)\b([a-z]+)[, ]*(?:\w+ )?\(?(\d{1,2})[/-](\d{1,2})[/-](\d{4})\b"),
    re.compile(
        rf"(?i)\b([a-z]+)(?:,| tanggal)? (\d{{1,2}}) ({MONTHS.replace(' ', '|')}) (\d{{4}})\b"
    ),
)


def main() -> int:
    """Print the faults and return the exit status."""
    regencies = {one["code"] for one in json.loads(_read("regencies.json"))["regencies"]}
    districts = gzip.decompress((DATA / "districts.json.gz").read_bytes()).decode().casefold()
    faults = [
        f"{gold.stem}: {fault}"
        for gold in sorted(HERE.glob("*.yaml"))
        for fault in check(gold, regencies, districts)
    ]
    print("\n".join(faults) or "no faults")
    return int(bool(faults))


def _read(name: str) -> str:
    return (DATA / name).read_text("utf-8")


def check(path: Path, regencies: set[str], districts: str) -> Iterator[str]:
    """Say what is wrong in one gold file, a sentence a fault."""
    gold: dict[str, Any] = yaml.safe_load(path.read_text("utf-8"))
    text = plain(path)
    if not text:
        yield "has no text"
        return
    yield from _form(gold, regencies, districts)
    yield from _presence(gold, text)
    if path.with_suffix(".txt").is_file() and not SHORTEST <= len(text) <= LONGEST:
        yield f"has {len(text)} characters"
    if "date_accept" not in gold:
        yield from _weekdays(text)


def plain(path: Path) -> str:
    """Return what the text beside a gold file says, without markup; empty if there is none."""
    if (source := path.with_suffix(".txt")).is_file():
        return source.read_text("utf-8")
    if (source := path.with_suffix(".html")).is_file():
        markup = r"(?s)<(script|style)\b.*?</\1>|<[^>]*>"
        return unescape(re.sub(markup, " ", source.read_text("utf-8")))
    return ""


def _form(gold: dict[str, Any], regencies: set[str], districts: str) -> Iterator[str]:
    if gold["regency"] is not None and gold["regency"] not in regencies:
        yield f"no regency {gold['regency']}"
    forms = _district(gold["district"] or "")
    if gold["district"] and not any(f'"{form}"' in districts for form in forms):
        yield f"no district {gold['district']}"
    if gold["date"]:
        date.fromisoformat(gold["date"])
    if gold["is_event"]:
        if gold["kind"] not in KINDS:
            yield f"no kind {gold['kind']}"
        if gold["mode"] not in MODES:
            yield f"no mode {gold['mode']}"
    elif gold["participants"] or gold["kind"] or gold["mode"] or gold["date"] or gold["venue"]:
        yield "is no event, yet has the fields of one"
    for one in gold["participants"]:
        if one["role"] not in ROLES:
            yield f"{one['name']}: no role {one['role']}"


def _district(name: str) -> tuple[str, ...]:
    """Return the spellings of a district that the gazetteer may have."""
    small = name.casefold()
    return small, f"kota {small}", small.replace("tanjungpinang", "tanjung pinang")


def _presence(gold: dict[str, Any], text: str) -> Iterator[str]:
    flat = " ".join(text.replace("\u2019", "'").split())
    if " ".join(gold["title"].split()) not in flat:
        yield "the title is not in the text"
    for part in (gold["venue"] or "").split("; "):
        if part.casefold() not in flat.casefold():
            yield f"venue not in the text: {part}"
    if gold["district"] and gold["district"].casefold() not in flat.casefold():
        yield f"district not in the text: {gold['district']}"
    for one in gold["participants"]:
        yield from _printed(one, flat)


def _printed(one: dict[str, Any], flat: str) -> Iterator[str]:
    if one["name"] not in flat:
        yield f"name not in the text: {one['name']}"
    name, title = re.escape(one["name"]), re.escape(one["title"] or "")
    if not re.search(rf"{title} ?{name}|{name}[^a-z]{{1,{DEGREES}}}{title}", flat):
        yield f"title not beside the name: {one['title']} {one['name']}"
    words = set(re.findall(r"\w+", flat.casefold()))
    if missing := set(re.findall(r"\w+", (one["position"] or "").casefold())) - words:
        yield f"position of {one['name']} not in the text: {' '.join(sorted(missing))}"


def _weekdays(text: str) -> Iterator[str]:
    for found in (match for form in DATED for match in form.findall(text)):
        name, day, month, year = (part.casefold() for part in found)
        if name in DAYS:
            number = int(month) if month.isdigit() else MONTHS.split().index(month) + 1
            real = DAYS[date(int(year), number, int(day)).weekday()]
            if real != name:
                yield f"{name} {day} {month} {year} is a {real}"


if __name__ == "__main__":
    sys.exit(main())
