"""What templates can ask about the values they show: words, addresses, links, parts.

In: the settings, the gazetteer and the registry of one site. Out: `Filters`, whose public methods
are the filters of the theme by the same names. Each is a pure function of what it is given; what
many pages ask again (the link of a person, a topic, a regency) is remembered. Those about time are
in `times`.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Final
from urllib.parse import quote

from markupsafe import Markup
from msgspec import Struct

from digest import markdown, typography
from digest import page as p
from digest.catalogue import MESSAGES, text
from digest.config import Config
from digest.entry import PRESENT, Entry, Participant, Place, Role, Source, outlet, own_regency
from digest.person import Name, Registry
from digest.regency import Gazetteer, Regency
from digest.times import Times

PARTS: Final[tuple[Role, ...]] = (
    "organizer",
    "speaker",
    "attendee",
    "represented",
    "quoted",
    "mentioned",
)
"""The parts people take, in the order readers see them: those who were there first."""
NAMED: Final = 4
"""How many people a card names."""


class Link(Struct, frozen=True):
    """A name with a page."""

    href: str
    """The address, below the host."""
    name: str
    """As readers see it."""


class Someone(Struct, frozen=True):
    """One participant, as it is shown."""

    link: Link
    """The person, or the organisation that stands alone, with rank or honorific."""
    alone: bool
    """Whether it is an organisation."""
    before: str
    """The office, up to the name of the organisation if the office holds it."""
    organisation: Link | None
    """The organisation, where a person is shown."""
    after: str
    """The rest of the office."""
    within: bool
    """Whether the organisation's name is part of the office."""
    behalf: Link | None
    """The person this one stood in for; without an address if it is named nowhere else."""


class Part(Struct, frozen=True):
    """The participants with one role."""

    role: Role
    """The role."""
    people: tuple[Someone, ...]
    """In the order written."""


class Filters(Times):
    """The filters of one site's theme."""

    def __init__(
        self, config: Config, gazetteer: Gazetteer, registry: Registry, assets: Mapping[str, str]
    ) -> None:
        """Keep what is constant over a build, and an empty memory."""
        super().__init__(config.language, gazetteer)
        self._config = config
        self._registry = registry
        self._assets = assets
        self._base = config.base_path
        self._catalogue = {key: text(config.language, key) for key in MESSAGES}
        self._links: dict[tuple[str, str], Link] = {}

    def mapping(self) -> dict[str, Callable[..., Any]]:
        """Return every public method by its name."""
        return {
            name: getattr(self, name)
            for name in dir(self)
            if not name.startswith("_") and name != "mapping"
        }

    # Words and addresses

    def t(self, key: str, **values: object) -> str:
        """Return the catalogue's words for a key."""
        found = self._catalogue[key]
        return found.format_map(values) if values else found

    def label(self, value: str, group: str) -> str:
        """Return the catalogue's word for one of the values an entry may have."""
        return self._catalogue[f"{group}.{value}"]

    def href(self, path: str) -> str:
        """Return the address below the host of a path below the site's root."""
        return self._base + path

    def absolute(self, path: str) -> str:
        """Return the whole address of a path below the site's root."""
        return self._config.base_url.rstrip("/") + path

    def asset(self, name: str) -> str:
        """Return the address of one of the theme's files; its name holds a hash."""
        return self._base + self._assets[name]

    def url(self, entry: Entry) -> str:
        """Return the address of an entry's page."""
        return f"{self._base}/entri/{entry.slug}/"

    def quoted(self, words: str) -> str:
        """Return text as part of a query string."""
        return words.translate(_QUOTED) if words.isascii() else quote(words, safe="")

    def plain_address(self, link: str) -> str:
        """Return an address as readers see it."""
        return link.removeprefix("mailto:")

    # Type

    def num(self, number: int) -> str:
        """Return a number as readers write it."""
        return typography.figure(number, self._language)

    def events(self, number: int) -> str:
        """Return a number of events in words: `12 peristiwa`."""
        key = "page.events.one" if number == 1 else "page.events.many"
        return text(self._language, key, count=self.num(number))

    def areas(self, number: int) -> str:
        """Return a number of regencies in words: `514 wilayah`."""
        key = "page.regencies.one" if number == 1 else "page.regencies.many"
        return text(self._language, key, count=self.num(number))

    def listing(self, items: Sequence[str]) -> str:
        """Return items as a sentence has them: `A, B, dan C`."""
        return typography.listing(items, self._language)

    def cap(self, words: str) -> str:
        """Return words with a capital letter."""
        return words[:1].upper() + words[1:]

    def display(self, words: str) -> str:
        """Return a title or summary as it is set."""
        return typography.display(words)

    def short(self, words: str, length: int) -> str:
        """Return text cut between words."""
        return typography.shortened(words, length)

    def html(self, body: str) -> Markup:
        """Return a Markdown body as HTML."""
        return Markup(markdown.html(body, self._base))  # noqa: S704 -- the parser is told to escape HTML

    # Places

    def regency(self, code: str) -> Regency:
        """Return a regency."""
        return self._gazetteer.regencies[code]

    def place(self, code: str) -> Link:
        """Return the link of a regency."""
        return self._link("regency", code)

    def province(self, code: str) -> Link:
        """Return the link of a province."""
        return self._link("province", code)

    def province_of(self, code: str) -> Link:
        """Return the link of the province of a regency."""
        return self._link("province", self._gazetteer.regencies[code].province)

    def home(self, entry: Entry) -> Link | None:
        """Return the link of an entry's own regency."""
        code = own_regency(entry)
        return self._link("regency", code) if code else None

    def venue(self, place: Place) -> str:
        """Return a place inside its regency: the venue and the district."""
        district = place.district and text(
            self._language, "page.district", name=_without(place.district)
        )
        return ", ".join(part for part in (place.venue, district) if part)

    # Names

    def topic(self, name: str) -> Link:
        """Return the link of a topic."""
        return self._link("topic", name)

    def topics(self, entry: Entry) -> tuple[tuple[str, Link], ...]:
        """Return the links of an entry's topics, each with what stands before it in a list."""
        return self._joined(self._link("topic", name) for name in entry.topics)

    def outlets(self, entry: Entry) -> tuple[tuple[str, Link], ...]:
        """Return the addresses of an entry's reports under the names of their publishers."""
        return self._joined(Link(each.url, outlet(each)) for each in entry.sources)

    def _joined(self, links: Iterable[Link]) -> tuple[tuple[str, Link], ...]:
        return tuple((", " if place else "", link) for place, link in enumerate(links))

    def organisation(self, name: str) -> Link:
        """Return the link of an organisation."""
        return self._link("organisation", name)

    def publisher(self, source: Source) -> Link:
        """Return the link of the outlet of a report, without an address where nothing names it."""
        if not source.publisher:
            return Link("", outlet(source))
        return self._link("publisher", source.publisher)

    def who(self, entry: Entry) -> tuple[Part, ...]:
        """Return the participants by the part they took."""
        parts = {role: [one for one in entry.participants if one.role == role] for role in PARTS}
        return tuple(
            Part(role, tuple(self._someone(entry, one) for one in people))
            for role, people in parts.items()
            if people
        )

    def present(self, entry: Entry) -> tuple[tuple[str, Link], ...]:
        """Return the first few who were there, each with the conjunction before it."""
        shown = _there(entry)
        links = [self._named(entry, one) for one in shown[:NAMED]]
        count = len(links) + (len(shown) > NAMED)
        return tuple(zip(typography.conjunctions(count, self._language), links, strict=False))

    def others(self, entry: Entry) -> str:
        """Return how many more were there than a card names, with its conjunction, or nothing."""
        more = len(_there(entry)) - NAMED
        if more <= 0:
            return ""
        joint = typography.conjunctions(NAMED + 1, self._language)[-1]
        return joint + text(self._language, "page.others", count=more)

    def _named(self, entry: Entry, one: Participant) -> Link:
        if one.name is None:
            return self._link("organisation", one.organisation or "")
        link = self._person(entry, one.name)
        return Link(link.href, f"{one.title} {one.name}" if one.title else one.name)

    def _person(self, entry: Entry, name: str) -> Link:
        code = own_regency(entry)
        home = self._gazetteer.regencies[code].slug if code else None
        return self._link("person", name, home)

    def _someone(self, entry: Entry, one: Participant) -> Someone:
        office = one.position or ""
        link = self._link("organisation", one.organisation) if one.organisation else None
        before, name, after = office.partition(one.organisation or "\0")
        if name and link:
            link = Link(link.href, name)
        return Someone(
            link=self._named(entry, one),
            alone=one.name is None,
            before=before,
            organisation=link if one.name else None,
            after=after,
            within=bool(name),
            behalf=self._behalf(entry, one.on_behalf_of) if one.on_behalf_of else None,
        )

    def _behalf(self, entry: Entry, name: str) -> Link:
        """Return whom someone stood in for; only who takes part in an event has a page."""
        link = self._person(entry, name)
        named = (self._person(entry, one.name) for one in entry.participants if one.name)
        return link if link in named else Link("", name)

    def _link(self, kind: str, key: str, home: str | None = None) -> Link:
        known = self._links.get((kind, f"{key}\0{home}" if home else key))
        if known is None:
            known = self._made(kind, key, home)
            self._links[kind, f"{key}\0{home}" if home else key] = known
        return known

    def _made(self, kind: str, key: str, home: str | None) -> Link:
        match kind:
            case "regency":
                regency = self._gazetteer.regencies[key]
                return Link(self.href(p.url("regency", regency.slug)), regency.full)
            case "province":
                province = self._gazetteer.provinces[key]
                return Link(self.href(p.url("province", province.slug)), province.name)
            case "person":
                name = self._registry.person(key, home)
            case "organisation":
                name = self._registry.organisation(key)
            case "topic":
                name = self._registry.topic(key)
            case _:
                name = self._registry.publisher(key)
        return Link(self.href(p.url(kind, name.slug)), _local(name, self._language))


def _local(name: Name, language: str) -> str:
    return name.name_en if language == "en" and name.name_en else name.name


def _there(entry: Entry) -> list[Participant]:
    """Return who was there, each once: who has two parts, such as host and speaker, is one."""
    found: dict[tuple[str | None, str | None], Participant] = {}
    for one in entry.participants:
        if one.role in PRESENT:
            found.setdefault((one.name, None if one.name else one.organisation), one)
    return list(found.values())


def _without(district: str) -> str:
    """Return a district's name without the word that announces it."""
    for prefix in ("Kecamatan ", "Kec. ", "Distrik "):
        district = district.removeprefix(prefix)
    return district


_QUOTED: Final = str.maketrans({chr(code): quote(chr(code), safe="") for code in range(128)})
