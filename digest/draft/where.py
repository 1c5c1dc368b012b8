"""Stage: draft, sentences to a regency. Where the event took place, and what it concerns.

comes in: sentences of the body, title and lines around it, venues, the gazetteer's places
goes out: `Where`: regency, district, venue, other regencies concerned, candidates if it is open
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from msgspec import Struct

from digest.draft.lexicon import phrases, section
from digest.draft.place import Places
from digest.draft.token import Sentence, sentences
from digest.draft.venue import Venue, venues

_KINDS = {"kabupaten": "kabupaten", "kab": "kabupaten", "kota": "kota"}
_DISTRICT = frozenset("kecamatan kec distrik kapanewon se-kecamatan camat kapanewonan".split())
_ENOUGH = 12.0  # however often a place is named elsewhere, it counts less than this
_DECIDES = 7.0  # a spot of such weight stands in or behind the venue
_HOST = 18.0  # the venue's own place outweighs everything said elsewhere
_LIKELY = 7.0  # likewise of a venue that may be another place in passing
_CERTAIN = 3.5  # a venue of such weight is where it was held
_BESIDE = 16.0  # a place written behind the venue
_COMMON = 4  # names of districts no longer than this are common words as well
_AFTER = 14  # tokens behind a venue in which its district and regency follow
_CLOSE = 0.75  # a rival with so large a part of the best weight makes it unsure
_PLACE_OF_KIND = 0.4  # `bupati`, `pemkot` and the like tell kabupaten from kota


class Spot(Struct, frozen=True):
    """A regency that words of the article speak for."""

    codes: tuple[str, ...]
    """What the words may mean."""
    weight: float
    """How much they count."""
    start: int
    """Offset of their first character."""
    end: int
    """Offset behind their last."""


class Where(Struct, frozen=True):
    """Where the event took place."""

    regency: str | None
    """Code, or None where the host regency cannot be known."""
    span: tuple[int, int]
    """The words that spoke for it; empty if none did."""
    district: str | None
    district_span: tuple[int, int]
    venue: str | None
    venue_span: tuple[int, int]
    concerns: tuple[str, ...]
    """Codes of the regencies it is about though held elsewhere."""
    candidates: tuple[str, ...]
    """Codes that were nearly as likely; empty if the regency is sure."""


class _Ballot:
    """Weighs the regencies of one article."""

    def __init__(self, text: str, places: Places) -> None:
        self.text = text
        self.places = places
        self.spots: list[Spot] = []
        self.kinds: dict[str, float] = defaultdict(float)
        self.named_provinces: set[str] = set()

    def add(self, codes: Sequence[str], weight: float, row: Sentence, start: int, end: int) -> None:
        if codes:
            tokens = row.tokens
            self.spots.append(Spot(tuple(codes), weight, tokens[start].start, tokens[end - 1].end))

    def lean(self, words: Sequence[str]) -> None:
        """Take a hotel or a university in a namesake pair for the city's."""
        if any(word in _URBAN for word in words):
            self.kinds["kota"] += _PLACE_OF_KIND

    def read(self, row: Sentence, weight: float, *, districts: bool = True) -> None:
        """Weigh every place that `row` names; bare districts only if `districts`."""
        at = 0
        while at < len(row.words):
            at = max(self._read_at(row, at, weight, districts=districts), at + 1)

    def _read_at(self, row: Sentence, at: int, weight: float, *, districts: bool) -> int:
        words = row.words
        if words[at] in _KINDS and row.tokens[at].upper:
            end = self._kind(row, at, weight)
            if end > at:
                return end
        if words[at] in _DISTRICT and at + 1 < len(words):
            end = self._district(row, at, weight)
            if end > at:
                return end
        body = phrases("organisations", "body").at(words, at)
        if body:
            if body.value in {"kabupaten", "kota"}:
                self.kinds[body.value] += _PLACE_OF_KIND
            end = self._body(row, at, body.length, body.value, weight)
            if end > at:
                return end
        return self._bare(row, at, weight, districts=districts) if row.tokens[at].upper else at

    def _kind(self, row: Sentence, at: int, weight: float) -> int:
        kind = _KINDS[row.words[at]]
        for name, end in self.places.runs(row, at + 1):
            codes = self._of_kind(self.places.codes(name), kind)
            if codes:
                self.add(codes, 1.6 * weight, row, at, end)
                return end
        return at

    def _of_kind(self, codes: Sequence[str], kind: str) -> tuple[str, ...]:
        known = self.places.gazetteer.regencies
        return tuple(code for code in codes if known[code].kind == kind)

    def _district(self, row: Sentence, at: int, weight: float) -> int:
        for name, end in self.places.runs(row, at + 1):
            codes = self.places.districts.get(name, ())
            if codes:
                distinct = tuple(dict.fromkeys(codes))
                worth = 1.5 if len(distinct) == 1 else 1.0
                self.add(distinct, worth * weight, row, at, end)
                return end
        return at

    def _body(self, row: Sentence, at: int, length: int, kind: str, weight: float) -> int:
        police = self._police(row, at, weight)
        if police > at:
            return police
        begin = at + length
        while begin < len(row.words) and (_number(row, begin) or row.words[begin] == "metro"):
            begin += 1
        for name, end in self.places.runs(row, begin):
            codes = self.places.codes(name)
            if codes and kind in {"kabupaten", "kota"}:
                codes = self._of_kind(codes, kind) or codes
            elif codes and row.words[at] in _UNITS:
                codes = self._unit(codes)
            if codes:
                self.add(codes, 1.2 * weight, row, at, end)
                return end
            if name.endswith(" kota") and self.places.codes(name.removesuffix(" kota")):
                found = self.places.codes(name.removesuffix(" kota"))
                self.add(self._of_kind(found, "kota") or found, 1.2 * weight, row, at, end)
                return end
        return self._slashed(row, at, begin, weight)

    def _slashed(self, row: Sentence, at: int, begin: int, weight: float) -> int:
        """Read the town behind a unit's number: `Kodim 0808/Blitar`."""
        for index in range(at + 1, min(begin + 1, len(row.words))):
            _, mark, town = row.words[index].partition("/")
            codes = self.places.codes(town) if mark else ()
            if codes:
                self.add(codes, weight, row, at, index + 1)
                return index + 1
        return at

    def _police(self, row: Sentence, at: int, weight: float) -> int:
        unit = _UNITS.get(row.words[at])
        if unit is None:
            return at
        for name, end in self.places.runs(row, at + 1):
            full = section("places", "police").get(f"{unit} {name}")
            if full:
                codes = [each.code for each in self.places.gazetteer.find(full)]
                self.add(codes, 1.6 * weight, row, at, end)
                return end
        return at

    def _unit(self, codes: tuple[str, ...]) -> tuple[str, ...]:
        """Police of a bare name that is both are the kabupaten's; the city's add `Kota`."""
        return self._of_kind(codes, "kabupaten") or codes

    def _bare(self, row: Sentence, at: int, weight: float, *, districts: bool) -> int:
        for name, end in self.places.runs(row, at):
            codes = self.places.codes(name)
            if codes:
                self.add(codes, 0.7 * weight, row, at, end)
                return end
            if name in self.places.provinces:
                self.named_provinces.add(self.places.provinces[name])
                return end
            if districts and name in self.places.districts and _telling(name):
                codes = tuple(dict.fromkeys(self.places.districts[name]))
                if len(codes) == 1:
                    self.add(codes, 0.5 * weight, row, at, end)
                    return end
        return at

    def totals(self) -> dict[str, float]:
        """Weight of each regency that anything speaks for."""
        found: dict[str, float] = defaultdict(float)
        host: dict[str, float] = defaultdict(float)
        for spot in self.spots:
            share = 1.0 if len(spot.codes) <= 2 else 2.0 / len(spot.codes)  # noqa: PLR2004 - a namesake pair
            for code in spot.codes:
                if spot.weight >= _DECIDES:
                    host[code] += spot.weight * share
                else:
                    found[code] += spot.weight * share
        for code, weight in found.items():
            found[code] = _ENOUGH * weight / (weight + _ENOUGH)
        for code, weight in host.items():
            found[code] += weight
        known = self.places.gazetteer.regencies
        for code in found:
            found[code] += self.kinds.get(known[code].kind, 0.0)
            if known[code].province in self.named_provinces:
                found[code] += 1.0
        return dict(found)

    def span(self, code: str) -> tuple[int, int]:
        """Where the words stand that spoke most clearly for `code`."""
        fitting = [spot for spot in self.spots if code in spot.codes]
        best = max(fitting, key=lambda spot: spot.weight / len(spot.codes), default=None)
        return (best.start, best.end) if best else (0, 0)


_UNITS: Mapping[str, str] = {
    word: unit
    for unit, words in {
        "polres": "polres mapolres kapolres wakapolres",
        "polresta": "polresta mapolresta kapolresta wakapolresta",
        "polrestabes": "polrestabes mapolrestabes kapolrestabes wakapolrestabes",
        "polda": "polda mapolda kapolda wakapolda",
    }.items()
    for word in words.split()
}


def _telling(name: str) -> bool:
    return (
        len(name) > _COMMON
        and name not in section("organisations", "word")
        and name not in section("venues", "head")
    )


def _number(row: Sentence, at: int) -> bool:
    return row.tokens[at].text[0].isdigit()


def where(  # noqa: PLR0913, PLR0917 - one article
    text: str,
    rows: Sequence[Sentence],
    title: tuple[int, int],
    dateline: tuple[int, int],
    lines: Sequence[tuple[int, int]],
    places: Places,
) -> Where:
    """Find where the event took place, from all that the article says of places."""
    ballot = _Ballot(text, places)
    for row in rows:
        ballot.read(row, 3.0 if row.paragraph == 0 else 1.5 if row.paragraph == 1 else 0.5)
    for span, weight in ((title, 2.0), (dateline, 2.0)):
        for row in sentences(text, [span]) if span[1] else ():
            ballot.read(row, weight)
    for row in rows:
        if row.paragraph == 0 and _provincial(row):
            ballot.kinds["kota"] += _PLACE_OF_KIND  # a province is governed from a city
    home = ballot.totals()
    found = venues(rows, places)
    best = found[0] if found else None
    abroad = False
    if best is not None:
        abroad = _venue_place(ballot, rows[best.sentence], best)
    else:
        abroad = any(_area(ballot, row, home) for row in rows if row.paragraph == 0)
    if not home and not ballot.spots:
        for row in sentences(text, list(lines)):
            ballot.read(row, 0.5)
    district, district_span = _district(text, rows, lines, best, places)
    totals = ballot.totals()
    ranked = sorted(totals, key=lambda code: (-totals[code], code))
    code = None if abroad else (ranked[0] if ranked else None)
    own = sorted(home, key=lambda each: (-home[each], each))[:1]
    concerns = tuple(each for each in own if each != code)
    rivals = tuple(
        each
        for each in ranked[1:3]
        if code and totals[each] >= _CLOSE * totals[code] and each not in concerns
    )
    at = rows[best.sentence] if best else None
    return Where(
        code,
        ballot.span(code) if code else (0, 0),
        district,
        district_span,
        _slice(text, at, best) if at and best else None,
        (at.tokens[best.start].start, at.tokens[best.end - 1].end) if at and best else (0, 0),
        concerns,
        (code, *rivals) if code and rivals else (),
    )


def _slice(text: str, row: Sentence, venue: Venue) -> str:
    span = text[row.tokens[venue.start].start : row.tokens[venue.end - 1].end]
    return " ".join(span.split())


def _venue_place(ballot: _Ballot, row: Sentence, venue: Venue) -> bool:
    """Weigh the places in and behind the venue; return whether its regency stays open."""
    words = row.words
    before = len(ballot.spots)
    host = _HOST if venue.weight >= _CERTAIN else _LIKELY
    inside = _part(row, venue.start, venue.end)
    ballot.lean(inside.words)
    province = _province(ballot, inside)
    if province and _at_capital(inside):
        full = section("places", "police").get(f"polda {province[0]}") if _police(inside) else None
        full = full or section("places", "capital").get(province[0], "")
        codes = [each.code for each in ballot.places.gazetteer.find(full)]
        ballot.add(codes, host, row, venue.start, venue.end)
        return False
    ballot.read(inside, host, districts=False)
    stop = min(len(words), venue.end + _AFTER)
    behind = _part(row, venue.end, _clause_end(row, venue.end, stop))
    ballot.read(behind, min(host, _BESIDE), districts=False)
    strong = len(ballot.spots) > before
    last = province or _province(ballot, behind)
    return last is not None and not strong and last[0] in section("places", "jakarta")


def _area(ballot: _Ballot, row: Sentence, home: Mapping[str, float]) -> bool:
    """Weigh the area an event without a venue was held in: `digelar di Bali`.

    Return whether it is another province than home's, which leaves the regency open.
    """
    for at in range(len(row.words)):
        lead = phrases("venues", "lead").at(row.words, at)
        if lead is None or lead.length == 1:
            continue
        begin = at + lead.length
        for name, end in ballot.places.runs(row, begin):
            if ballot.places.codes(name):
                ballot.read(_part(row, begin, end), _LIKELY, districts=False)
                return False
            if name in ballot.places.provinces:
                top = max(home, key=lambda code: home[code], default="")
                known = ballot.places.gazetteer.regencies
                return bool(top) and known[top].province != ballot.places.provinces[name]
    return False


def _police(row: Sentence) -> bool:
    return any("polda" in word for word in row.words)


def _provincial(row: Sentence) -> bool:
    return any(
        word in _SEATED and token.upper for word, token in zip(row.words, row.tokens, strict=True)
    )


def _clause_end(row: Sentence, at: int, stop: int) -> int:
    """Return where the places behind a venue end: at a small word that is no `di`."""
    while at < stop:
        token = row.tokens[at]
        if token.word and not token.upper and token.norm not in {"di", "wilayah", "dan"}:
            break
        at += 1
    return at


def _part(row: Sentence, start: int, end: int) -> Sentence:
    return Sentence(row.tokens[start:end], row.words[start:end], row.start, row.end, row.paragraph)


def _province(ballot: _Ballot, row: Sentence) -> tuple[str, int] | None:
    for at in range(len(row.words)):
        if row.tokens[at].upper:
            for name, end in ballot.places.runs(row, at):
                if name in ballot.places.provinces:
                    return name, end
    return None


def _at_capital(row: Sentence) -> bool:
    return any(word in _SEATED for word in row.words)


_URBAN = frozenset("hotel universitas mal mall bandara balaikota stasiun ballroom".split())
_SEATED = frozenset(
    "gubernur polda mapolda kapolda wakapolda provinsi pemprov kodam makodam pangdam kejati kajati "
    "ditsamapta".split()
)


def _district(
    text: str,
    rows: Sequence[Sentence],
    lines: Sequence[tuple[int, int]],
    venue: Venue | None,
    places: Places,
) -> tuple[str | None, tuple[int, int]]:
    """Find the district: beside the venue, then from the top down, then in the page's lines."""
    order = [rows[venue.sentence]] if venue else []
    for row in (*order, *rows, *sentences(text, list(lines[:6]))):
        for at in range(len(row.words) - 1):
            if row.words[at] not in _DISTRICT or not row.tokens[at + 1].upper:
                continue
            for name, end in places.runs(row, at + 1):
                if name in places.districts:
                    span = (row.tokens[at + 1].start, row.tokens[end - 1].end)
                    return " ".join(text[slice(*span)].split()), span
    return None, (0, 0)
