"""`digest new`: an entry file with every field filled or shown, its path and id minted."""

import argparse
import datetime as dt
import secrets
from collections.abc import Iterator
from pathlib import Path
from typing import Final, get_args

from digest import date, yaml
from digest.catalogue import text
from digest.config import Config
from digest.draft.source import SourceError
from digest.draft.write import create, entry_path, mint_id
from digest.entry import EventStatus, Kind, Mode, Precision, Role
from digest.load import Frame, read_frame
from digest.regency import Regency
from digest.verbs import talk

NOTES: Final = ("needed", "summary", "regency", "topic", "more", "later")
"""What explains the fields, in the words of the site's language."""


def run(args: argparse.Namespace) -> int:
    """Make the file and print its path."""
    root: Path = args.root
    frame, problems = read_frame(root)
    if frame is None:
        talk.problems(problems, talk.language(root), out=False)
        return 1
    language = frame.config.language
    day = date.day(args.date) if args.date else now(frame.config).date()
    if not isinstance(day, dt.date):
        return talk.failed(root, "cli.bad_date", value=args.date)
    places = frame.gazetteer.find(args.regency) if args.regency else ()
    if args.regency and len(places) != 1:
        near = [place.full for place in places] or frame.gazetteer.nearest(args.regency)
        return talk.failed(root, "cli.bad_regency", value=args.regency, near=", ".join(near))
    title = args.title or text(language, "new.title")
    try:
        content = entry(frame, day, title, places[0] if places else None)
        taken = {path.stem for path in (root / "content").rglob("*")}
        made = create(root, entry_path(day.isoformat(), title), content, taken)
    except SourceError as error:
        return talk.failed(root, "cli.outside", path=error.values.get("path", ""))
    except OSError as error:
        reason = error.strerror or str(error)
        return talk.failed(root, "cli.cannot_write", path=error.filename, reason=reason)
    print(made.relative_to(root).as_posix())  # noqa: T201 -- the path is what was asked for
    return 0


def now(config: Config) -> dt.datetime:
    """Return this moment in the site's own zone, to the second."""
    moment = dt.datetime.now(dt.UTC).replace(microsecond=0)
    local = date.moment(moment.isoformat(), config.timezone)
    offset = date.moment(f"{moment:%Y-%m-%dT%H:%M}", config.timezone)
    zone = offset.tzinfo if isinstance(offset, dt.datetime) else dt.UTC
    return (local if isinstance(local, dt.datetime) else moment).astimezone(zone)


def entry(frame: Frame, day: dt.date, title: str, place: Regency | None) -> str:
    """Return the text of a new entry: what is known is filled, the rest is shown in comments.

    It is a draft that has no problems, so that one begun entry never stops a build.
    """
    language = frame.config.language
    filled: dict[str, yaml.Value] = {
        "id": mint_id(secrets.token_bytes(7)),
        "title": title,
        "status": "draft",
        "published": now(frame.config).isoformat(),
        "date": day.isoformat(),
        "kind": "meeting",
    }
    if place:
        filled["places"] = [{"regency": place.code}]
    comments = {
        "status": text(language, "new.status"),
        "date": date.long(day, language),
        "kind": ", ".join(get_args(Kind)),
        "places[0].regency": place.full if place else "",
    }
    shown = "\n".join(_shown(language, placed=place is not None))
    return f"---\n{yaml.yaml_text(filled, comments)}{shown}\n---\n\n"


def _shown(language: str, *, placed: bool) -> Iterator[str]:
    """Yield the fields an entry needs or may have besides, each behind a sign to take away.

    All of them are empty, so that no example is ever published. What explains them has a sign
    more, and a line of its own above a text, where a note would be taken for its lost end.
    """
    for line in _lines(language, placed=placed):
        yield f"#{line}" if line.startswith("# ") else f"# {line}"


def _lines(language: str, *, placed: bool) -> Iterator[str]:
    note = {key: f"# {text(language, f'new.{key}')}" for key in NOTES}
    if not placed:
        yield from (note["needed"], "places:", f"  - regency:   {note['regency']}")
    yield from (f"    {key}:" for key in ("district", "venue", "precision"))
    yield from ("    lat:   # -6.3276", "    lon:   # 108.32", note["needed"])
    yield from (
        note["summary"],
        "summary:",
        note["topic"],
        "topics: []",
        "sources:",
        "  - url:   # https://…",
    )
    yield from (f"    {key}:" for key in ("publisher", "title", "author", "editor"))
    yield from (f"    {key}:   # 2023-11-30" for key in ("published", "accessed"))
    yield from ("    archived:", note["more"], "time:   # 09.00", "end_date:   # 2023-11-30")
    choices = {"date_precision": Precision, "mode": Mode, "event_status": EventStatus}
    yield from (f"{key}:   # {', '.join(get_args(kind))}" for key, kind in choices.items())
    yield from ("concerns: []   # [32.12, Kota Bandung]", "participants:", "  - name:")
    yield from (f"    {key}:" for key in ("title", "position", "organisation"))
    yield f"    role:   # {', '.join(get_args(Role))}"
    yield from ("    on_behalf_of:", "related: []", "part_of:", note["later"])
    yield from ("updated:   # 2023-12-01T09.00 WIB", "aliases: []")
    yield from ("corrections:", "  - date:   # 2023-12-01", "    text:")
    yield from ("retraction:", "  date:   # 2023-12-01", "  reason:", "merged_into:")
