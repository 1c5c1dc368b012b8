"""Stage: draft, organisations written out. The body a person belongs to, by its full name.

comes in: people, the regency of the event, the gazetteer's places
goes out: `Polres Kutai Kartanegara` for `Polres Kukar`, `Pemerintah Kabupaten Kaur` for a `Sekda`
"""

from collections.abc import Sequence

from digest.draft.grammar import POSTED
from digest.draft.home import Named, home, whole
from digest.draft.lexicon import fold, section
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
    "dekab": "DPRD Kabupaten",
    "dekot": "DPRD Kota",
    "deprov": "DPRD Provinsi",
}
_SECRETARIATS = {
    "setdakab": "Kabupaten",
    "setdako": "Kota",
    "setdakot": "Kota",
    "setdaprov": "Provinsi",
}
_CIVIL = frozenset("asisten|sekda|sekretaris daerah|staf ahli|kabag|kepala bagian".split("|"))
_LONGER = 3  # words of a part that names its whole as well: `LPPM Universitas Uji`
_ACRONYM = 3  # `NTT` is how everybody writes it
_PARTS_OF = frozenset(
    "sat unit seksi bagian bidang dusun satuan komisi fraksi bag subbag pos".split()
)
_STAFF = frozenset("ops operasi log logistik ren sdm sumda".split())
_POSTS = frozenset({*section("places", "village"), *section("places", "hamlet")})


def body(  # noqa: PLR0913 - what an article tells of bodies
    person: Person,
    people: Sequence[Person],
    regency: str | None,
    places: Places,
    *,
    named: Sequence[Named] = (),
    sender: str | None = None,
) -> str | None:
    """Return the organisation of `person`, written out and completed, or None.

    `named` are the bodies of the article; `sender` is the body for which the person came.
    """
    of = person.organisation
    if person.former:
        return None
    if of is None:
        civil = None if _police(person) else _implied(person, people, regency, places)
        of = civil or home(person, people, named, sender) or _post(person, named)
        return _written_out(of.split(), places) if of else None
    words = of.split()
    posted = person.head in POSTED and fold(words[0]) in _POSTS
    if posted or fold(words[0]) in _PARTS_OF:
        held = home(person, people, named, sender)
        held = held or (None if posted else whole(of, person, people, named))
        held = held or (_post(person, named) if posted else of)
        return _written_out(held.split(), places) if held else None
    if larger := _assisted(person, of) or _larger(of, person, people, named):
        return _written_out(larger.split(), places)
    if len(words) == 1 or of in {"Pemerintah Kabupaten", "Pemerintah Kota", "Pemerintah Desa"}:
        return _completed(of, people, regency, places, named)
    return _written_out(words, places)


def _assisted(person: Person, of: str) -> str | None:
    """Return the government that an `Asisten` of its `Setda` assists, or None."""
    head, _, place = of.partition(" ")
    if not (person.head.startswith("asisten") and place and fold(head) in _SECRETARIATS):
        return None
    level = _SECRETARIATS[fold(head)]
    named = fold(place.split()[0]) in {"kabupaten", "kota", "provinsi"}
    return f"Pemerintah {place}" if named or not level else f"Pemerintah {level} {place}"


def _larger(
    of: str, person: Person, people: Sequence[Person], named: Sequence[Named]
) -> str | None:
    """Return what `of`, said without it, is part of: the province of a `Biro`, a campus."""
    words = of.split()
    if fold(words[0]) == "biro" and "setda" not in fold(of):
        return _province(people) or whole(of, person, people, named)
    return whole(of, person, people, named) if len(words) < _LONGER else None


def _post(person: Person, named: Sequence[Named]) -> str | None:
    """Return the station of a `Babinsa` that the article names without its place."""
    if person.head != "babinsa":
        return None
    return next((each.text for each in named if each.text == "Koramil"), None)


def _government(regency: str | None, places: Places) -> str | None:
    if regency is None:
        return None
    known = places.gazetteer.regencies[regency]
    return f"Pemerintah {known.full}" if known.full != known.name else None


def _police(person: Person) -> bool:
    """Whether a `Kabag` is one of a Polres: `Kabag Ops`, `Kabag Log`."""
    words = fold(person.position or "").split()
    return words[:1] == ["kabag"] and bool(_STAFF & set(words[1:2]))


def _province(people: Sequence[Person]) -> str | None:
    """Return the government whose `Biro` serves: that of a governor in the article."""
    governments = (each.organisation or "" for each in people)
    return next((each for each in governments if each.startswith("Pemerintah Provinsi ")), None)


def _implied(
    person: Person, people: Sequence[Person], regency: str | None, places: Places
) -> str | None:
    """Tell the government an office of its own serves: an `Asisten` of the regency's."""
    head = person.head.split()[0] if person.head else ""
    if person.head in _CIVIL or head == "asisten":
        holders = (each.organisation or "" for each in people)
        return _government(regency, places) or next(
            (each for each in holders if each.startswith("Pemerintah ")), None
        )
    return None


def _completed(
    of: str,
    people: Sequence[Person],
    regency: str | None,
    places: Places,
    named: Sequence[Named],
) -> str:
    """Add what the article leaves out: the place of `Polres`, the name of the kabupaten."""
    full = _government(regency, places)
    if full and (of == "Setda" or (full.startswith(of) and of != "Pemerintah Desa")):
        return full
    others = [each.organisation or "" for each in people] + [each.text for each in named]
    whole = next((each for each in others if each.startswith(f"{of} ")), of)
    return _written_out(whole.split(), places)


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
        if size > 1 and _whole(name, places):
            break  # `Kepulauan Uji`
        long = _place(name, places)
        if long:
            return " ".join((first, *words[1:-size], long))
    return " ".join((first, *words[1:]))


def _whole(name: str, places: Places) -> bool:
    """Whether `name` is the bare name of one regency, written out."""
    codes = places.codes(name)
    return len(codes) == 1 and name == fold(places.gazetteer.regencies[codes[0]].name)


def _place(name: str, places: Places) -> str | None:
    """Return the full bare name of the province or the one regency that `name` shortens."""
    if name in places.provinces and len(name) > _ACRONYM:
        return places.gazetteer.provinces[places.provinces[name]].name
    codes = places.codes(name)
    if len(codes) != 1:
        return None
    known = places.gazetteer.regencies[codes[0]]
    return known.name if name in {fold(each) for each in known.aliases} else None
