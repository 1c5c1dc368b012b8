"""Stage: draft, organisations written out. The body a person belongs to, by its full name.

comes in: people, the regency of the event, the gazetteer's places
goes out: `Polres Kutai Kartanegara` for `Polres Kukar`, `Pemerintah Kabupaten Kaur` for a `Sekda`
"""

from collections.abc import Sequence

from digest.draft.lexicon import fold
from digest.draft.place import Places
from digest.draft.who import Person

_LONG = {
    "pn": "Pengadilan Negeri",
    "pa": "Pengadilan Agama",
    "kejari": "Kejaksaan Negeri",
    "kejati": "Kejaksaan Tinggi",
    "pemkab": "Pemerintah Kabupaten",
    "pemkot": "Pemerintah Kota",
    "pemko": "Pemerintah Kota",
    "pemprov": "Pemerintah Provinsi",
}
_CIVIL = frozenset("asisten|sekda|sekretaris daerah|staf ahli|kabag|kepala bagian".split("|"))
_POLICE = (
    "kasat kanit kasi kasubsatgas kasatgas kabag wakapolres kapolres bhabinkamtibmas kasubbag "
    "kasium panit kasubsi"
).split()
_ACRONYM = 3  # `NTT` is how everybody writes it
_UNITS = ("Polres", "Polresta", "Polrestabes", "Polda", "Polsek")


def body(
    person: Person, people: Sequence[Person], regency: str | None, places: Places
) -> str | None:
    """Return the organisation of `person`, written out and completed, or None."""
    of = person.organisation
    if of is None:
        return _implied(person, people, regency, places)
    words = of.split()
    if len(words) == 1 or of in {"Pemerintah Kabupaten", "Pemerintah Kota", "Pemerintah Desa"}:
        return _completed(of, people, regency, places)
    return _written_out(words, places)


def _government(regency: str | None, places: Places) -> str | None:
    if regency is None:
        return None
    known = places.gazetteer.regencies[regency]
    return f"Pemerintah {known.full}" if known.full != known.name else None


def _implied(
    person: Person, people: Sequence[Person], regency: str | None, places: Places
) -> str | None:
    """Tell the body from the office alone: an `Asisten` serves the regency's government."""
    head = person.head.split()[0] if person.head else ""
    if person.head in _CIVIL or head == "asisten":
        return _government(regency, places)
    if head in _POLICE:
        others = (each.organisation or "" for each in people)
        return next((each for each in others if each.startswith(_UNITS) and " " in each), None)
    return None


def _completed(of: str, people: Sequence[Person], regency: str | None, places: Places) -> str:
    """Add what the article leaves out: the place of `Polres`, the name of the kabupaten."""
    full = _government(regency, places)
    if full and full.startswith(of) and of != "Pemerintah Desa":
        return full
    others = (each.organisation or "" for each in people)
    return next((each for each in others if each.startswith(f"{of} ")), of)


def _written_out(words: list[str], places: Places) -> str:
    """Write short forms of bodies and places in full."""
    first = _LONG.get(fold(words[0]), words[0])
    if fold(words[0]) == "pemda":
        codes = places.codes(fold(" ".join(words[1:])))
        return (
            _government(codes[0], places) or " ".join(words) if len(codes) == 1 else " ".join(words)
        )
    for size in (3, 2, 1):
        if size >= len(words):
            continue
        name = fold(" ".join(words[-size:]))
        long = _place(name, places)
        if long:
            return " ".join((first, *words[1:-size], long))
    return " ".join((first, *words[1:]))


def _place(name: str, places: Places) -> str | None:
    """Return the full bare name of the province or the one regency that `name` shortens."""
    if name in places.provinces and len(name) > _ACRONYM:
        return places.gazetteer.provinces[places.provinces[name]].name
    codes = places.codes(name)
    if len(codes) != 1:
        return None
    known = places.gazetteer.regencies[codes[0]]
    return known.name if name in {fold(each) for each in known.aliases} else None
