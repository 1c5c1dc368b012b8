"""Stage: draft. Who publishes at an address.

comes in: the address of an article, and what its page calls itself
goes out: the outlet's name, and whether it is known or guessed
"""

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from urllib.parse import urlsplit

from msgspec import Struct, convert

from digest.regency import Gazetteer, Regency, fold

_SKIPPED = ("www.", "m.", "amp.", "mobile.", "fbeta.")  # the same outlet, another layout
_SECOND_LEVEL = frozenset({"ac", "biz", "co", "desa", "go", "mil", "my", "net", "or", "sch", "web"})
_VILLAGES = (".desa.id", ".desacantik.id")
_GOVERNMENT = ".go.id"
_POLICE = ".polri.go.id"
_PRESS = "tribratanews"
# Police and army offices as addresses spell them, the longest first.
_FORCES = {
    "polrestabes": "Polrestabes",
    "polresta": "Polresta",
    "polres": "Polres",
    "polsek": "Polsek",
    "polda": "Polda",
    "kodim": "Kodim",
    "kejari": "Kejari",
    "res": "Polres",
}


class Publisher(Struct, frozen=True):
    """The name of an outlet."""

    name: str
    """As readers know it."""
    sure: bool
    """False for a guess from the letters of the address."""


class _Words(Struct, frozen=True):
    """How joined words come apart."""

    first: tuple[str, ...]
    last: tuple[str, ...]
    spelled: Mapping[str, str]


class Table(Struct, frozen=True):
    """What `publishers.toml` holds."""

    outlet: Mapping[str, str]
    """Domain, and perhaps a first path segment, to name."""
    network: Mapping[str, str]
    """Domain of a network to the pattern of its members' names."""
    agency: Mapping[str, str]
    """First label of a local government's site to the office behind it."""
    office: Mapping[str, str]
    """Domain of a state body to the pattern of its local offices' names."""
    words: _Words
    """How labels of joined words are split."""


@cache
def table() -> Table:
    """Read the shipped table, once."""
    text = (files("digest.draft") / "data" / "publishers.toml").read_text(encoding="utf-8")
    return convert(tomllib.loads(text), Table)


def publisher(url: str, gazetteer: Gazetteer, page: str | None = None) -> Publisher | None:
    """Name the outlet at `url`; `page` is what the page calls itself, which beats a guess.

    None when there is neither an address with a host nor a name on the page. Raises ValueError for
    what is no address at all (`http://[`).
    """
    parts = urlsplit(url)
    host = _bare(parts.hostname or "")
    segment = parts.path.strip("/").split("/", 1)[0]
    known = _known(host, segment, gazetteer) if "." in host else None
    if known:
        # `kumparan (Kanal)` on the page says more than `kumparan` in the table.
        longer = page is not None and page.startswith(f"{known} (")
        return Publisher(page if longer and page else known, sure=True)
    if page:
        return Publisher(page, sure=True)
    label = _own_label(host)
    return Publisher(_spoken(label, gazetteer), sure=False) if label else None


def _bare(host: str) -> str:
    for prefix in _SKIPPED:
        host = host.removeprefix(prefix)
    return host


def _own_label(host: str) -> str | None:
    """Give the label an outlet chose for itself, the one before `.com` or `.co.id`."""
    *labels, last = host.split(".")
    if labels and last == "id" and labels[-1] in _SECOND_LEVEL:
        labels.pop()
    return labels[-1] if labels and not last.isdigit() and ":" not in host else None


def _known(host: str, segment: str, gazetteer: Gazetteer) -> str | None:
    outlets = table().outlet
    exact = outlets.get(f"{host}/{segment}") or outlets.get(host)
    return (
        exact
        or _member(host, gazetteer)
        or _office(host, gazetteer)
        or _police(host, gazetteer)
        or _village(host, gazetteer)
        or _government(host, gazetteer)
        or _force(host, gazetteer)
        or next((outlets[each] for each in _parents(host) if each in outlets), None)
    )


def _parents(host: str) -> Iterator[str]:
    while "." in host:
        host = host.split(".", 1)[1]
        yield host


def _member(host: str, gazetteer: Gazetteer) -> str | None:
    """`jabar.` of a network with the pattern `Tribun {name}`."""
    label, _, domain = host.partition(".")
    pattern = table().network.get(domain)
    return pattern.format(name=_spoken(label, gazetteer)) if pattern else None


def _office(host: str, gazetteer: Gazetteer) -> str | None:
    """`kab-malang.` of a state body with the pattern `KPU {area}`."""
    label, _, domain = host.partition(".")
    pattern = table().office.get(domain)
    if not pattern:
        return None
    label = label.removeprefix("kejari-").removeprefix("kejari")
    place = _regency(label, gazetteer)
    area = place.full if place else _province(label, gazetteer)
    return pattern.format(area=area, bare=place.name if place else area) if area else None


def _police(host: str, gazetteer: Gazetteer) -> str | None:
    """`tribratanews-resX.lampung.` or `tribratanews.gorontalo.` of the police."""
    if not host.endswith(_POLICE):
        return None
    *first, last = host.removesuffix(_POLICE).split(".")
    own = _force_name("".join(first).removeprefix(_PRESS).strip("-"), gazetteer)
    area = _province(last, gazetteer)
    office = own or (f"Polda {area}" if area else None)
    if not office:
        return None
    return f"Tribratanews {office}" if first and first[0].startswith(_PRESS) else office


def _village(host: str, gazetteer: Gazetteer) -> str | None:
    """`nama-kabupaten.desa.id`: the village, without the regency that sets it apart."""
    domain = next((each for each in _VILLAGES if host.endswith(each)), None)
    if not domain:
        return None
    words = host.removesuffix(domain).split(".")[-1].split("-")
    if len(words) > 1 and gazetteer.find(words[-1]):
        words.pop()
    return f"Pemerintah Desa {' '.join(words).title()}"


def _government(host: str, gazetteer: Gazetteer) -> str | None:
    """`indramayukab.go.id`, `humas.acehtengahkab.go.id`, `jabarprov.go.id`."""
    if not host.endswith(_GOVERNMENT):
        return None
    *first, last = host.removesuffix(_GOVERNMENT).split(".")
    place = _regency(last, gazetteer)
    area = place.full if place else _province(last, gazetteer, "Provinsi ")
    if not area:
        return None
    if first and first[0] == "humas":
        short = "Pemkot" if area.startswith("Kota ") else "Pemkab" if place else "Pemprov"
        return f"Humas {short} {place.name if place else area.removeprefix('Provinsi ')}"
    agency = table().agency.get(first[0], "Pemerintah") if first else "Pemerintah"
    return f"{agency} {area}"


def _force(host: str, gazetteer: Gazetteer) -> str | None:
    """Name a police or army office with a domain of its own, `polresmagelangkota.info`."""
    label = host.split(".", 1)[0]
    rest = label.removeprefix(_PRESS).strip("-")
    name = _force_name(rest, gazetteer)
    if not name:
        return None
    return f"Tribratanews {name}" if rest != label else name


def _force_name(label: str, gazetteer: Gazetteer) -> str | None:
    for prefix, office in _FORCES.items():
        place = label.removeprefix(prefix).strip("-")
        if label.startswith(prefix) and place:
            name = _place(place, gazetteer)
            return f"{office} {name}" if name else None
    return None


def _place(label: str, gazetteer: Gazetteer) -> str | None:
    """Give the bare name of a place in the order the police write it: `Kupang Kota`."""
    for suffix, word in (("kota", " Kota"), ("kab", ""), ("", "")):
        found = gazetteer.find(label.removesuffix(suffix)) if label.endswith(suffix) else ()
        if found:
            return found[0].name + word
    return _province(label, gazetteer)


def _regency(label: str, gazetteer: Gazetteer) -> Regency | None:
    """Find the regency a label names; of a kabupaten and a kota of one name, the kabupaten."""
    for suffix, prefix in (("kab", "kabupaten"), ("kota", "kota"), ("", "")):
        if label.endswith(suffix):
            found = gazetteer.find(prefix + label.removesuffix(suffix))
            if found:
                return found[0]
    return None


def _province(label: str, gazetteer: Gazetteer, before: str = "") -> str | None:
    wanted = fold(label.removesuffix("prov"))
    for each in gazetteer.provinces.values():
        if wanted in map(fold, (each.name, *each.aliases)):
            long = each.name.startswith("Daerah ") and each.aliases
            return before + (each.aliases[0] if long else each.name)
    return None


def _spoken(label: str, gazetteer: Gazetteer) -> str:
    """`infobanua` as `Info Banua`, as well as the lists of words allow."""
    provinces = {fold(name) for each in gazetteer.provinces.values() for name in each.aliases}
    words = [word for part in label.split("-") for word in _split(part, provinces)]
    spelled = table().words.spelled
    return " ".join(spelled.get(word, word.capitalize()) for word in words)


def _split(label: str, provinces: Iterable[str]) -> list[str]:
    words = table().words
    for first in words.first:
        if label.startswith(first) and len(label) > len(first) + 1:
            return [first, *_split(label.removeprefix(first), provinces)]
    for last in sorted((*words.last, *provinces), key=lambda word: (-len(word), word)):
        if label.endswith(last) and len(label) > len(last) + 1:
            return [*_split(label.removesuffix(last), provinces), last]
    return [label]
