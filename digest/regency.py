"""Stage: reference. The second-level areas (kabupaten, kota) that entries are about.

comes in: the shipped list of Indonesia, or a site's own gazetteer file (`docs/gazetteer.md`)
goes out: `Gazetteer`, which finds a regency by code, full name, short name or bare name
"""

import re
import unicodedata
import zlib
from collections.abc import Iterable, Mapping
from functools import cache, cached_property
from pathlib import Path
from types import MappingProxyType
from typing import TypeAlias, TypeVar

import msgspec
from msgspec import Struct, field

from digest.slug import slugify

Names: TypeAlias = Mapping[str, tuple[tuple[str, str], ...]]
"""A casefolded name to what it may mean: `(District, regency)` or `(Village, district)`."""
Tile: TypeAlias = tuple[int, int]
"""Column and row on the tile map, from the top left corner."""

_T = TypeVar("_T")
_CODE = re.compile(r"\A(\d\d)(\d\d)\Z")
_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_DATA = Path(__file__).with_name("data")
_GZIP = 31  # what zlib calls the format of gzip files
_MARKS = re.compile(r"[\W_]+")


class GazetteerError(ValueError):
    """A gazetteer file that cannot be used: a catalogue `key` and the `values` it tells."""

    def __init__(self, key: str, **values: str) -> None:
        """Keep what the catalogue needs to say it in the reader's language."""
        super().__init__(key, values)
        self.key = key
        self.values = MappingProxyType(values)


class Kind(Struct, frozen=True):
    """A kind of area and the words that announce it."""

    kind: str
    """Identifier, `kabupaten`."""
    prefixes: tuple[str, ...] = ()
    """Words before a bare name that mean this kind: `Kabupaten`, `Kab.`."""


class Province(Struct, frozen=True):
    """A first-level area."""

    code: str
    """Kemendagri code, `32`."""
    name: str
    """`Jawa Barat`."""
    slug: str = ""
    """`jawa-barat`; made from the name if it is not given."""
    aliases: tuple[str, ...] = ()
    """Other names in use, `Jabar`."""


class Regency(Struct, frozen=True):
    """A second-level area."""

    code: str
    """Kemendagri code, `32.12`; its only identity."""
    kind: str
    """`kabupaten` or `kota`; a site's own gazetteer has its own kinds."""
    name: str
    """Bare name, `Indramayu`; 26 of them are both a kabupaten and a kota."""
    province: str
    """Code of the province."""
    full: str = ""
    """Full and unique name, `Kabupaten Indramayu`; the bare name if it is not given."""
    slug: str = ""
    """Full name in a path, `kabupaten-indramayu`; made from `full` if it is not given."""
    zone: str = ""
    """`WIB`, `WITA` or `WIT`; empty means the site's own."""
    aliases: tuple[str, ...] = ()
    """Other names in use, with or without the kind: `Kukar`, `Kota Jakarta Selatan`."""
    neighbours: tuple[str, ...] = ()
    """Codes of the regencies beside it, nearest first."""


class _File(Struct, frozen=True, forbid_unknown_fields=True):
    """A gazetteer file as it is written."""

    provinces: tuple[Province, ...]
    regencies: tuple[Regency, ...]
    kinds: tuple[Kind, ...] = ()
    tiles: dict[str, Tile] = field(default_factory=dict)


class Gazetteer:
    """Every regency by code, slug and name. Immutable."""

    def __init__(
        self,
        provinces: Iterable[Province],
        regencies: Iterable[Regency],
        kinds: Iterable[Kind] = (),
        tiles: Mapping[str, Tile] | None = None,
    ) -> None:
        """Index the areas by code; the index of names waits until a name is looked up."""
        self.provinces: Mapping[str, Province] = MappingProxyType(
            {each.code: each for each in sorted(provinces, key=lambda area: area.code)}
        )
        self.regencies: Mapping[str, Regency] = MappingProxyType(
            {each.code: each for each in sorted(regencies, key=lambda area: area.code)}
        )
        self.by_slug: Mapping[str, Regency] = MappingProxyType(
            {each.slug: each for each in self.regencies.values()}
        )
        self.kinds = tuple(kinds)
        self._tiles = tiles

    @cached_property
    def tiles(self) -> Mapping[str, Tile]:
        """Place of each regency on the tile map, by code."""
        if self._tiles is not None:
            return MappingProxyType(dict(self._tiles))
        return MappingProxyType(msgspec.json.decode(_shipped("tiles.json"), type=dict[str, Tile]))

    def find(self, text: str) -> tuple[Regency, ...]:
        """Every regency that `text` may mean: none, the one, or all that share a bare name.

        `text` is a code or a name, in any case, spacing and punctuation; a province after a comma
        (`Banjar, Jawa Barat`) chooses among them.
        """
        text = text.strip()
        known = self.regencies.get(text) or self.regencies.get(_CODE.sub(r"\1.\2", text))
        if known:
            return (known,)
        name, _, province = text.partition(",")
        found = self._named(fold(name))
        if not province.strip():
            return found
        codes = self._provinces.get(fold(province), frozenset())
        return tuple(each for each in found if each.province in codes)

    def within(self, text: str) -> tuple[str, ...]:
        """Full names of the areas of the province `text`; none where it is no province."""
        name = fold(text).removeprefix("provinsi").removeprefix("prov")
        codes = self._provinces.get(name, frozenset())
        return tuple(each.full for each in self.regencies.values() if each.province in codes)

    def nearest(self, text: str, count: int = 3) -> tuple[str, ...]:
        """Full names most like `text`, best first, at most `count`; for hints."""
        written = fold(text.partition(",")[0])
        kind, bare = self._split(written)
        pairs, bare_pairs = _pairs(written), _pairs(bare)
        scores: dict[str, float] = {}
        for each, known in self._spellings:
            score = max(_likeness(pairs, known), _likeness(bare_pairs, known))
            score += _SAME_KIND * (each.kind == kind)
            if score > scores.get(each.code, _UNLIKE):
                scores[each.code] = score
        best = sorted(scores, key=lambda code: (-scores[code], code))
        return tuple(self.regencies[code].full for code in best[:count])

    def _split(self, name: str) -> tuple[str, str]:
        """Kind and bare name of a folded name; no kind if it announces none."""
        for prefix, kind in self._prefixes:
            if name.startswith(prefix):
                return kind, name.removeprefix(prefix)
        return "", name

    def _named(self, name: str) -> tuple[Regency, ...]:
        if name in self._names:
            return self._names[name]
        kind, bare = self._split(name)
        return tuple(each for each in self._names.get(bare, ()) if each.kind == kind)

    @cached_property
    def _names(self) -> dict[str, tuple[Regency, ...]]:
        found: dict[str, dict[str, Regency]] = {}
        for each in self.regencies.values():
            for name in (each.name, each.full, *each.aliases):
                found.setdefault(fold(name), {})[each.code] = each
        return {name: tuple(each.values()) for name, each in found.items()}

    @cached_property
    def _provinces(self) -> dict[str, frozenset[str]]:
        found: dict[str, set[str]] = {}
        for each in self.provinces.values():
            for name in (each.name, each.code, *each.aliases):
                found.setdefault(fold(name), set()).add(each.code)
        return {name: frozenset(codes) for name, codes in found.items()}

    @cached_property
    def _prefixes(self) -> tuple[tuple[str, str], ...]:
        """Folded prefixes with their kind, the longest first."""
        pairs = [(fold(prefix), each.kind) for each in self.kinds for prefix in each.prefixes]
        return tuple(sorted(pairs, key=lambda pair: (-len(pair[0]), pair)))

    @cached_property
    def _spellings(self) -> tuple[tuple[Regency, frozenset[str]], ...]:
        """Regency and letter pairs of each way to write each regency."""
        return tuple(
            (each, _pairs(fold(name)))
            for each in self.regencies.values()
            for name in (each.full, each.name, *each.aliases)
        )


_UNLIKE = 0.4  # below this share of common letter pairs, names are not worth suggesting
_SAME_KIND = 0.05  # lifts "Kabupaten Bandung" over "Kota Bandung" for "Kab Bandng"


def fold(text: str) -> str:
    """`text` without case, accents, blanks and punctuation, for comparing names."""
    plain = text if text.isascii() else unicodedata.normalize("NFKD", text)
    if not plain.isascii():
        plain = "".join(each for each in plain if not unicodedata.combining(each))
    return _MARKS.sub("", plain.casefold())


def _pairs(text: str) -> frozenset[str]:
    return frozenset(map("".join, zip(f"^{text}", f"{text}$", strict=True)))


def _likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """Share of letter pairs in common (Dice), 0 to 1."""
    return 2 * len(one & other) / (len(one) + len(other))


def load(path: Path | None = None) -> Gazetteer:
    """Read a gazetteer: the shipped one (read once), or a site's own at `path`.

    Raise `GazetteerError` when the file is no gazetteer, and `OSError` when it cannot be read.
    """
    return _indonesia() if path is None else parse(path.read_bytes())


@cache
def _indonesia() -> Gazetteer:
    # The file is made and tested by this project: it is decoded and not examined again.
    known = msgspec.json.decode(_shipped("regencies.json"), type=_File)
    return Gazetteer(known.provinces, known.regencies, known.kinds)


def parse(data: bytes) -> Gazetteer:
    """Decode a site's own gazetteer file and examine it; raise `GazetteerError`."""
    try:
        known = msgspec.json.decode(data, type=_File)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise GazetteerError("gazetteer.unreadable", reason=str(error)) from error
    provinces = [_named_province(each) for each in known.provinces]
    regencies = [_named_regency(each) for each in known.regencies]
    _examine(provinces, regencies, known.tiles)
    return Gazetteer(provinces, regencies, known.kinds or _own_kinds(regencies), known.tiles)


def _named_province(each: Province) -> Province:
    return msgspec.structs.replace(each, slug=each.slug or slugify(each.name))


def _named_regency(each: Regency) -> Regency:
    full = each.full or each.name
    return msgspec.structs.replace(each, full=full, slug=each.slug or slugify(full))


def _own_kinds(regencies: Iterable[Regency]) -> tuple[Kind, ...]:
    return tuple(Kind(kind, (kind,)) for kind in sorted({each.kind for each in regencies}))


def _examine(
    provinces: Iterable[Province], regencies: Iterable[Regency], tiles: Mapping[str, Tile]
) -> None:
    _unique("code", [each.code for each in provinces])
    _unique("slug", [each.slug for each in provinces])
    _unique("code", [each.code for each in regencies])
    _unique("slug", [each.slug for each in regencies])
    _unique("full", [fold(each.full) for each in regencies])
    _unique("tile", [f"[{column}, {row}]" for column, row in tiles.values()])
    known = {each.code for each in regencies}
    _known("province", {each.code for each in provinces}, (each.province for each in regencies))
    _known("neighbours", known, (code for each in regencies for code in each.neighbours))
    _known("tiles", known, tiles)
    for text in [each.slug for each in provinces] + [each.slug for each in regencies]:
        if not _SLUG.fullmatch(text):
            raise GazetteerError("gazetteer.slug", value=text)


def _unique(name: str, values: Iterable[str]) -> None:
    seen: set[str] = set()
    for value in values:
        if value in seen:
            raise GazetteerError("gazetteer.twice", field=name, value=value)
        seen.add(value)


def _known(name: str, known: set[str], codes: Iterable[str]) -> None:
    for code in codes:
        if code not in known:
            raise GazetteerError("gazetteer.unknown", field=name, value=code)


@cache
def district_names() -> Mapping[str, str]:
    """Name of each district (kecamatan) of Indonesia by its code, `32.12.01`."""
    return MappingProxyType(_packed("districts.json.gz", dict[str, str]))


@cache
def districts() -> Names:
    """Districts by folded name (`str.casefold`), each with the code of its regency."""
    return _by_name((name, code[:5]) for code, name in district_names().items())


@cache
def village_codes() -> Mapping[str, str]:
    """Codes of districts, blanks between, by the name of a village there in small letters.

    One text a name, not `Names`: it is made in a third of the time, and drafts of articles wait.
    """
    raw = zlib.decompress(_shipped("villages.json.gz"), _GZIP).lower()
    found: dict[str, str] = {}
    for code, names in msgspec.json.decode(raw, type=dict[str, list[str]]).items():
        for name in names:
            found[name] = f"{found[name]} {code}" if name in found else code
    return MappingProxyType(found)


def _by_name(pairs: Iterable[tuple[str, str]]) -> Names:
    found: dict[str, list[tuple[str, str]]] = {}
    for pair in pairs:
        found.setdefault(pair[0].casefold(), []).append(pair)
    return MappingProxyType({name: tuple(each) for name, each in found.items()})


def _packed(name: str, shape: type[_T]) -> _T:
    return msgspec.json.decode(zlib.decompress(_shipped(name), _GZIP), type=shape)


def _shipped(name: str) -> bytes:
    return (_DATA / name).read_bytes()
