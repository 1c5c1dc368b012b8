"""Invented entries as values, for tests of the site model, the plan and the feeds."""

import datetime as dt
from collections.abc import Iterable

from hypothesis import strategies

from digest import regency, site
from digest.config import Config
from digest.entry import Correction, Entry, Participant, Place, Retraction, Source
from digest.person import Registry
from digest.site import Site

CONFIG = Config(
    title="Catatan Rekaan",
    description="Peristiwa rekaan.",
    base_url="https://rekaan.example/digest",
    id_authority="rekaan.example,2023-11-01",
    publisher="Redaksi Rekaan",
    licence="https://licence.example/",
)
REGISTRY = Registry(people={}, organisations={}, topics={}, aliases={})
WIB = dt.timezone(dt.timedelta(hours=7))
CODES = ("32.12", "32.73", "73.71", "64.71", "91.71")
START = dt.date(2023, 11, 20)


def one(number: int, **changes: object) -> Entry:
    """Return entry NUMBER: one a day from 20 November 2023, each published the next morning."""
    day = START + dt.timedelta(days=number)
    values: dict[str, object] = {
        "id": f"rekaan{number:04d}",
        "slug": f"rekaan-{number}",
        "path": f"content/rekaan-{number}.md",
        "digest": f"hash-{number}-{sorted(changes.items())}",
        "title": f"Peristiwa rekaan {number}",
        "summary": f"Ringkasan rekaan {number}.",
        "published": dt.datetime.combine(day, dt.time(8), WIB) + dt.timedelta(days=1),
        "date": day,
        "kind": "meeting",
        "places": (Place(regency="32.12", venue="Aula Rekaan"),),
        "participants": (
            Participant(name="Budi Rekaan", position="Ketua", organisation="Badan Rekaan"),
            Participant(name="Citra Rekaan", organisation="Dinas Rekaan", role="quoted"),
        ),
        "topics": ("Topik rekaan",),
        "sources": (Source(url="https://media.example/1", publisher="Media Rekaan"),),
        **changes,
    }
    return Entry(**values)  # type: ignore[arg-type]


def built(entries: Iterable[Entry], config: Config = CONFIG) -> Site:
    """Return the site of some entries."""
    return site.assemble(config, regency.load(), REGISTRY, entries)


@strategies.composite
def entries(draw: strategies.DrawFn, most: int = 12) -> list[Entry]:
    """Draw entries that share regencies, weeks, topics, people and references."""
    numbers = draw(strategies.lists(strategies.integers(0, 40), unique=True, max_size=most))
    return [draw(_varied(number, numbers)) for number in numbers]


@strategies.composite
def _varied(draw: strategies.DrawFn, number: int, others: list[int]) -> Entry:
    codes = strategies.sampled_from(CODES)
    day = START + dt.timedelta(days=draw(strategies.integers(0, 60)))
    retracted = draw(strategies.integers(0, 9)) == 0
    related = draw(strategies.lists(strategies.sampled_from(others), unique=True, max_size=2))
    return one(
        number,
        status="retracted" if retracted else "published",
        retraction=Retraction(date=day, reason="Rekaan.") if retracted else None,
        date=day,
        published=dt.datetime.combine(day, dt.time(8, number), WIB),
        places=tuple(Place(regency=draw(codes)) for _ in range(draw(strategies.integers(1, 3)))),
        concerns=tuple(draw(strategies.lists(codes, max_size=2))),
        topics=(f"Topik {draw(strategies.integers(0, 3))}",),
        related=tuple(f"rekaan{other:04d}" for other in related if other != number),
        corrections=(Correction(date=day, text="Rekaan."),) if draw(strategies.booleans()) else (),
        participants=tuple(
            Participant(
                name=f"Orang {draw(strategies.integers(0, 4))} Rekaan",
                organisation=f"Badan {draw(strategies.integers(0, 2))}",
                role=draw(strategies.sampled_from(["attendee", "quoted", "organizer"])),
            )
            for _ in range(draw(strategies.integers(0, 3)))
        ),
    )
