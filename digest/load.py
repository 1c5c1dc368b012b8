"""Loading: a site's folder comes in; its settings, names and entries go out, or every problem.

It reads what has changed since the last run and takes the rest from the cache.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache as once
from functools import partial
from hashlib import blake2b
from pathlib import Path, PurePosixPath
from types import MappingProxyType
from typing import Final

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from digest import __version__, chart, decode, person, pool, reference, regency, source
from digest import config as settings
from digest.cache import Cache, Row
from digest.catalogue import text
from digest.chart import Outlines
from digest.config import Config
from digest.entry import Entry, own_regency
from digest.person import Registry
from digest.problem import Problem, Span
from digest.regency import Gazetteer
from digest.source import Source, Stat

TEMPLATE_CAP: Final = 1024 * 1024
"""Bytes of one file of a site's own theme."""


class Decoded(Struct, frozen=True, array_like=True):
    """What one content file says."""

    entries: tuple[Entry, ...]
    """Its entries, as far as they could be decoded."""
    problems: tuple[Problem, ...]
    """What is wrong with it, warnings included."""


class Frame(Struct, frozen=True):
    """Everything of a site but its entries; a change here changes every page."""

    config: Config
    """The settings."""
    gazetteer: Gazetteer
    """The regencies."""
    registry: Registry
    """The canonical names."""
    templates: Mapping[str, str]
    """The site's own templates by name."""
    outlines: Outlines | None
    """The shapes of the site's own map, if it has one."""
    key: str
    """A hash of the files this was read from, and of the program."""
    decoding: str
    """A hash of that part of it on which the decoding of entries depends."""


class Loaded(Struct, frozen=True):
    """A site's folder as values."""

    frame: Frame
    """Its settings and names."""
    files: Mapping[str, Decoded]
    """What each content file says, by path."""
    problems: tuple[Problem, ...]
    """Every problem there is, in no particular order."""

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All entries, drafts and merged ones included, in the order of their files."""
        return tuple(entry for path in sorted(self.files) for entry in self.files[path].entries)

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that stop a build."""
        return tuple(problem for problem in self.problems if problem.severity == "error")

    @property
    def unread(self) -> frozenset[str]:
        """The stems of content files with errors, whose entries may be missing here."""
        return frozenset(
            PurePosixPath(path).stem
            for path, decoded in self.files.items()
            if any(problem.severity == "error" for problem in decoded.problems)
        )


@once
def program() -> str:
    """Return a name for this very program: its version and the state of its files."""
    hashed = blake2b(__version__.encode(), digest_size=8)
    for path in sorted(Path(__file__).parent.rglob("*.py")):
        found = path.stat()
        hashed.update(f"{path.name} {found.st_size} {found.st_mtime_ns};".encode())
    return hashed.hexdigest()


def load(root: Path, frame: Frame, cache: Cache, workers: int = 1) -> Loaded:
    """Read a whole site whose frame is known."""
    stats, found = source.scan(root)
    files, unreadable = read_entries(root, frame, stats, cache, workers)
    return judged(frame, files, (*found, *unreadable))


def judged(frame: Frame, files: Mapping[str, Decoded], problems: Iterable[Problem]) -> Loaded:
    """Return the site with what only shows when all of its entries are seen together."""
    loaded = Loaded(frame, files, ())
    own = (problem for decoded in files.values() for problem in decoded.problems)
    between = reference.problems(loaded.entries)
    if loaded.unread:
        between = doubted(between)
    return replace(loaded, problems=(*problems, *own, *between))


def doubted(between: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return problems between entries while some of them cannot be read.

    What is referred to may well be one of these, so nothing else is suggested in its place.
    """
    return tuple(
        replace(each, variant="unread") if each.code == "unknown-entry" else each
        for each in between
    )


def referring(decoded: Decoded | None) -> object:
    """Return all of a file that `reference` looks at: while it stays, so do its problems."""
    return [
        (one.id, one.slug, one.published, one.status, one.aliases, *_referred(one))
        for one in (decoded.entries if decoded else ())
    ]


def _referred(one: Entry) -> tuple[object, ...]:
    return (one.related, one.part_of, one.merged_into)


def read_frame(root: Path, base_url: str | None = None) -> tuple[Frame | None, tuple[Problem, ...]]:
    """Read everything but the entries."""
    sources, problems = _sources(root, source.site_file(root))
    if source.SITE not in sources:
        missing = Problem(Span(source.SITE, 0), "no-site", {"value": root.resolve().name})
        return None, problems or (missing,)
    config, wrong = settings.parse(source.SITE, sources[source.SITE].data)
    if config is None:
        return None, (*problems, *wrong)
    if base_url:
        config = replace(config, base_url=base_url.rstrip("/"))
    gazetteer, lost = _gazetteer(root, config)
    names, registry_problems = _sources(root, source.registry_files(root))
    registry, misnamed = person.parse(
        {Path(path).stem: (path, each.data) for path, each in names.items()}
    )
    themes, theme_problems = _sources(root, source.templates(root), TEMPLATE_CAP)
    templates, misread = _templates(themes)
    outlines, drawn, undrawn = _outlines(root, config, gazetteer)
    areas = repr(tuple(gazetteer.regencies.values())) if config.gazetteer else ""
    digests = (each.digest for each in (*sources.values(), *names.values(), *themes.values()))
    decoding = _hash(program(), areas, config.timezone)
    key = _hash(decoding, base_url or "", *digests, drawn)
    every = (
        *problems,
        *wrong,
        *lost,
        *registry_problems,
        *misnamed,
        *theme_problems,
        *misread,
        *undrawn,
    )
    return Frame(config, gazetteer, registry, templates, outlines, key, decoding), every


def _sources(
    root: Path, found: source.Found, cap: int = source.CAP
) -> tuple[dict[str, Source], tuple[Problem, ...]]:
    stats, problems = found
    read = [source.read(root, stat, cap) for stat in stats]
    return (
        {each.path: each for each in read if isinstance(each, Source)},
        (*problems, *(each for each in read if isinstance(each, Problem))),
    )


def _gazetteer(root: Path, config: Config) -> tuple[Gazetteer, tuple[Problem, ...]]:
    path = root / config.gazetteer if config.gazetteer else None
    try:
        return regency.load(path), ()
    except (regency.GazetteerError, OSError) as error:
        return regency.load(), (_unusable(config, "gazetteer", error),)


def _outlines(
    root: Path, config: Config, gazetteer: Gazetteer
) -> tuple[Outlines | None, str, tuple[Problem, ...]]:
    """Return the shapes of the site's own map, a hash of its file, and what is wrong with it."""
    if config.map is None:
        return None, "", ()
    try:
        data = (root / config.map).read_bytes()
        hashed = blake2b(data, digest_size=16).hexdigest()
        return chart.shapes(data, gazetteer), hashed, ()
    except (regency.GazetteerError, OSError) as error:
        return None, "", (_unusable(config, "map", error),)


def _unusable(config: Config, key: str, error: Exception) -> Problem:
    line, column = config.lines.get(key, (1, 1))
    reason = str(error)
    if isinstance(error, regency.GazetteerError):
        reason = text(config.language, error.key, **error.values)
    elif isinstance(error, OSError):
        reason = error.strerror or reason
    values = {"key": key, "value": str(getattr(config, key)), "reason": reason}
    return Problem(Span(source.SITE, line, column, len(key)), f"bad-{key}", values)


def _templates(
    themes: Mapping[str, Source],
) -> tuple[Mapping[str, str], tuple[Problem, ...]]:
    templates = {}
    problems = []
    for path, each in themes.items():
        try:
            templates[path.removeprefix("templates/")] = each.data.decode()
        except UnicodeDecodeError as error:
            values = {"offset": str(error.start)}
            problems.append(Problem(Span(path, 0), "not-utf8", values, variant="offset"))
    return MappingProxyType(templates), tuple(problems)


def _hash(*parts: str) -> str:
    return blake2b("\0".join(parts).encode(), digest_size=16).hexdigest()


def read_entries(
    root: Path, frame: Frame, stats: Sequence[Stat], cache: Cache, workers: int = 1
) -> tuple[Mapping[str, Decoded], tuple[Problem, ...]]:
    """Read the content files; those that have not changed, or only their times, are known."""
    known = cache.known(stats)
    decoder = msgspec.json.Decoder(Decoded)
    files = {path: decoder.decode(data) for path, (_, data) in known.items()}
    changed = [stat for stat in stats if stat.path not in files]
    rows = pool.run(partial(_rows, root, frame, cache), changed, workers)
    problems = [row for row in rows if isinstance(row, Problem)]
    fresh = [row for row in rows if isinstance(row, Row)]
    files |= {row.stat.path: decoder.decode(row.decoded) for row in fresh}
    cache.store(fresh, [stat.path for stat in stats])
    return MappingProxyType(files), tuple(problems)


def _rows(root: Path, frame: Frame, cache: Cache, stats: Sequence[Stat]) -> list[Row | Problem]:
    encoder = msgspec.json.Encoder()  # MessagePack would lose the offsets of moments
    rows: list[Row | Problem] = []
    for stat in stats:
        read = source.read(root, stat)
        if isinstance(read, Source):
            decoded = cache.decoded(read) or encoder.encode(decoded_of(frame, read))
            rows.append(Row(stat, read.digest, decoded))
        else:
            rows.append(read)
    return rows


def decoded_of(frame: Frame, read: Source) -> Decoded:
    """Return what one content file says."""
    return Decoded(*decode.entries(read.path, read.data, frame.gazetteer, frame.config))


def illustrated(root: Path, problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return problems with the lines they are on, where only their numbers were known."""
    texts: dict[str, list[str]] = {}
    return tuple(_illustrated(root, problem, texts) for problem in problems)


def _illustrated(root: Path, problem: Problem, texts: dict[str, list[str]]) -> Problem:
    span = problem.span
    if span.text or not span.line or not span.path.endswith(source.SUFFIXES):
        return problem
    if span.path not in texts:
        found = source.find(root, span.path)
        read = source.read(root, found) if isinstance(found, Stat) else None
        data = read.data if isinstance(read, Source) else b""
        texts[span.path] = data.decode("utf-8-sig", "replace").splitlines()
    line = texts[span.path][span.line - 1] if span.line <= len(texts[span.path]) else ""
    value = problem.values.get("value", "")
    place = line.find(value, span.column - 1) if value else -1
    column, length = (place + 1, len(value)) if place >= 0 else (span.column, span.length)
    return replace(problem, span=replace(span, text=line, column=column, length=length))


def readable(entries: Iterable[Entry], *, drafts: bool) -> Iterator[Entry]:
    """Yield the entries that a site is made of: those for readers, drafts if they are asked for."""
    return (
        entry for entry in entries if entry.status != "draft" or (drafts and own_regency(entry))
    )
