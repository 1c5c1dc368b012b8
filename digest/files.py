"""Everything that will be published, as files not made yet: pages, feeds, data, pictures, assets.

In: `Site`, and what pages are rendered with. Out: one `File` an output path; its key is a hash of
all that its bytes depend on, so that equal files are not made again.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, partial
from hashlib import blake2b
from typing import Final

import msgspec
from msgspec import Struct

from digest import (
    calendar,
    channel,
    data,
    directory,
    feed,
    feedbody,
    layout,
    listing,
    plan,
    reference,
    render,
    share,
    tally,
)
from digest.channel import Feed
from digest.entry import Entry, own_regency
from digest.feed import Memo
from digest.listing import Row
from digest.output import File
from digest.page import AnyPage, Count, Office, Redirect, WeekCount, url
from digest.problem import Problem, Span
from digest.site import Site
from digest.theme import View

PLAIN: Final = (Count, WeekCount, Office)
"""Values that hold no entry, so that their fields say all."""
ROOTS: Final = frozenset(
    "404.html aset cari data entri feed.xml feeds.opml index.html kalender.ics koreksi"
    " langganan lembaga pekan peta provinsi robots.txt site.webmanifest sitemap.xml sumber tentang"
    " tokoh topik umpan.css wilayah".split()
)
"""What the output folder holds that a former path may name, the search index left out."""


class Desk(Struct, frozen=True, eq=False):
    """What one site is written with."""

    site: Site
    """What is published."""
    view: View
    """What pages are rendered with."""
    key: str
    """A hash of all that is not the site's entries, the program included."""
    memo: Memo
    """Items of feeds and calendars that are built already."""


def files(desk: Desk) -> Iterator[File]:
    """Yield every file of the site but the search index."""
    yield from _bundle(desk, "data", partial(data.files, desk.site), data_paths())  # the longest
    pages, names = list(plan.unnamed(desk.site)), list(plan.named(desk.site))
    yield from (page_file(desk, page) for page in pages)
    told = listing.stamps(desk.site)
    yield from (named_file(desk, row, told) for row in names)
    for each in channel.feeds(desk.site):
        yield feed_file(desk, each)
    yield from lists(desk, (*pages, *names))
    yield from pictures(desk)
    yield from assets(desk)


def lists(desk: Desk, pages: Iterable[AnyPage | Row]) -> Iterator[File]:
    """Yield the sitemap and the OPML."""
    addresses = [
        (f"/{page.path.removesuffix('index.html')}", page.updated)
        for page in pages
        if not isinstance(page, Redirect) and page.path != "404.html"
    ]
    for path, content in directory.sitemaps(desk.site, addresses).items():
        yield ready(path, content)
    yield ready("feeds.opml", directory.opml(desk.site))


def assets(desk: Desk) -> Iterator[File]:
    """Yield what does not depend on entries."""
    for path, content in render.static_files(desk.view).items():
        yield ready(path, content)
    yield ready(feed.STYLE, feed.css(desk.view.language))


def data_paths() -> tuple[str, ...]:
    """Return the downloads below `data/`."""
    return (
        "data/entries.jsonl",
        "data/entries.csv",
        "data/digest.db",
        "data/datapackage.json",
        "data/SHA256SUMS",
    )


def page_file(desk: Desk, page: AnyPage) -> File:
    """Return a page as a file."""
    return File(page.path, _key(desk, page), partial(render.page, page, desk.view))


def named_file(desk: Desk, row: Row, told: Mapping[str, str]) -> File:
    """Return a page of a name as a file that is laid out when it is made."""

    def make() -> bytes:
        return render.page(listing.listing(desk.site, row.axis, row.key, row.number), desk.view)

    basis = listing.basis(desk.site, row, told)
    return File(row.path, _hash("listing", desk.key, *basis), make)


def feed_file(desk: Desk, each: Feed) -> File:
    """Return a feed or calendar as a file."""
    write = calendar.write if each.format == "calendar" else feed.write
    return File(each.path, _key(desk, each), partial(write, each, desk.site, desk.memo))


def pictures(desk: Desk) -> Iterator[File]:
    """Yield the picture of each entry for messengers and social networks."""
    if desk.site.config.share_images:
        for entry in desk.site.entries.values():
            yield picture(desk, entry)


def picture_path(entry: Entry) -> str:
    """Return the path of an entry's picture below the root."""
    return f"aset/bagikan/{entry.id}.png"


def picture(desk: Desk, entry: Entry) -> File:
    """Return an entry's picture as a file."""
    code = own_regency(entry)
    place = desk.site.gazetteer.regencies[code].full if code else ""
    day = feedbody.when(desk.site, entry, clock=False)
    words = (entry.title, place, day, desk.site.config.title)
    return File(picture_path(entry), _hash("picture", words), partial(share.share_image, *words))


def _bundle(
    desk: Desk, name: str, make: Callable[[], Mapping[str, bytes]], paths: tuple[str, ...]
) -> Iterator[File]:
    """Yield files that are made together, when the first of them is asked for."""
    made = cache(make)
    key = _key(desk, tuple(desk.site.newest), name)
    for path in paths:
        yield File(path, key, lambda path=path: made()[path])  # type: ignore[misc]  # bound as it is now


def ready(path: str, content: bytes) -> File:
    """Return bytes that are made already as a file."""
    return File(path, blake2b(content, digest_size=16).hexdigest(), lambda: content)


def _key(desk: Desk, value: object, kind: str = "") -> str:
    return _hash(kind, desk.key, _folded(value))


def _hash(*parts: object) -> str:
    return blake2b(msgspec.msgpack.encode(parts), digest_size=16).hexdigest()


def _folded(value: object) -> object:
    """Return a value with each entry in it replaced by its digest."""
    if isinstance(value, Entry):
        return value.digest
    if isinstance(value, tuple):
        return [_folded(each) for each in value] if _holds(value) else value
    if isinstance(value, Struct) and not isinstance(value, PLAIN):
        fields = (getattr(value, name) for name in value.__struct_fields__)
        return [type(value).__name__, *map(_folded, fields)]
    return value


def _holds(value: tuple[object, ...]) -> bool:
    """Tell whether entries may be inside: most tuples are of plain counts, and long."""
    return bool(value) and isinstance(value[0], Struct) and not isinstance(value[0], PLAIN)


def collisions(paths: Iterable[str], site: Site, taken: Iterable[str]) -> tuple[Problem, ...]:
    """Return a problem for each path that two files want, as any file system sees paths.

    `paths` are those of the site's files, a path twice if two files want it; `taken` are of others.
    """
    first = {path: path for path in taken}
    clashes: Counter[str] = Counter()
    for path in paths:
        folded = reference.folded(path)
        if folded in first:
            clashes[folded] += 1
        if folded not in first or path == folded:  # the site's own paths are folded, if need be
            first[folded] = path
    folders = {folder for path in first for folder in _above(path)}
    clashes.update(dict.fromkeys(folders & first.keys(), 0))
    if not clashes:
        return ()
    owners = _owners(site)
    return tuple(
        problem
        for path, count in sorted(clashes.items())
        for problem in _collisions(first[path], owners.get(path, []), count + 1)
    )


def beside(site: Site, former: Iterable[str]) -> Iterator[str]:
    """Yield the paths at which a file of the site, if it has one there, bars a former path.

    A site of a hundred thousand entries knows without planning all of it whether paths collide.
    """
    paths = map(reference.folded, former)
    own = {path for path in paths if _root(path) in ROOTS or path.startswith("sitemap-")}
    every = {each for path in own for each in (path, f"{path}/index.html", *_above(path))}
    spelled: Mapping[str, str] = {}
    if any(path.startswith("entri/") for path in every):
        places = (tally.file(url("entry", slug)) for slug in site.groups["slug"])
        spelled = {reference.folded(path): path for path in places}
    return (spelled.get(path, path) for path in sorted(every))


def _root(path: str) -> str:
    return path.partition("/")[0]


def _above(path: str) -> Iterator[str]:
    while "/" in path:
        path = path.rpartition("/")[0]
        yield path


def _owners(site: Site) -> Mapping[str, list[layout.Owner]]:
    """Return the entries that want a path or one below it, by that path."""
    owners: dict[str, list[layout.Owner]] = {}
    for owner in layout.owners(site):
        folded = reference.folded(owner.path)
        for path in (folded, *_above(folded)):
            owners.setdefault(path, []).append(owner)
    return owners


def _collisions(path: str, owners: list[layout.Owner], count: int) -> Iterator[Problem]:
    """Yield a problem for each entry that wants what another one, or the site itself, has."""
    if not owners:
        yield Problem(Span(path, 0), "path-collision", {"value": path, "other": path})
    there = path
    if len(owners) >= max(count, 2) and reference.folded(owners[0].path) == reference.folded(path):
        there, owners = owners[0].entry.path, owners[1:]
    for owner in owners:
        values = {"value": owner.typed, "other": there}
        yield Problem(reference.at(owner.entry, owner.key), "path-collision", values)
