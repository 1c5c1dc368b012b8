"""Stage: draft, words to regencies. Which regencies the words of an article speak for.

comes in: sentences, the gazetteer's places
goes out: a `Ballot` of weighed spots, and the total weight of each regency
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from msgspec import Struct

from digest.draft.lexicon import phrases, section
from digest.draft.place import Places
from digest.draft.token import Sentence

KINDS = {"kabupaten": "kabupaten", "kab": "kabupaten", "kota": "kota"}
"""Words before the name of a regency that tell its kind."""
DISTRICT = frozenset({"camat", *section("places", "district")})
"""Words before the name of a district."""
_ENOUGH = 12.0  # however often a place is named elsewhere, it counts less than this
_DECIDES = 7.0  # a spot of such weight stands in or behind the venue
_COMMON = 4  # names of districts no longer than this are common words as well
_VILLAGE_MOST = 1.5  # the name of a village speaks for its regency no louder than this
_KIND_WORDS = ("kab", "kota ")
_LISTED = 3  # a sentence with so many regencies names where people came from
_MANY = 6  # a village's name that so many regencies share tells nothing
_ALUMNI = 0.4  # outside of a venue a campus is where somebody comes from, more often than not
_GUEST = 0.2  # guests come from elsewhere
_GUEST_FAR = 8  # words between `menerima kunjungan` and the guests' place
PLACE_OF_KIND = 0.4
"""How much `bupati`, `pemkot` and the like tell kabupaten from kota."""


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


class Ballot:
    """Weighs the regencies of one article."""

    def __init__(self, text: str, places: Places) -> None:
        """Begin with nothing said."""
        self.text = text
        self.places = places
        self.spots: list[Spot] = []
        self.kinds: dict[str, float] = defaultdict(float)
        self.named_provinces: set[str] = set()

    def add(self, codes: Sequence[str], weight: float, row: Sentence, start: int, end: int) -> None:
        """Let tokens `start` to `end` of `row` speak for `codes`, if any."""
        if codes:
            tokens = row.tokens
            self.spots.append(Spot(tuple(codes), weight, tokens[start].start, tokens[end - 1].end))

    def read(self, row: Sentence, weight: float, *, districts: bool = True) -> None:
        """Weigh every place that `row` names; bare districts only if `districts`."""
        at = 0
        while at < len(row.words):
            end = self._landmark(row, at, weight)
            if end == at:
                worth = _GUEST * weight if _guest(row, at) else weight
                end = self._read_at(row, at, worth, districts=districts)
            at = max(end, at + 1)

    def _read_at(self, row: Sentence, at: int, weight: float, *, districts: bool) -> int:
        words = row.words
        if words[at] in KINDS and row.tokens[at].upper:
            end = self._kind(row, at, weight)
            if end > at:
                return end
        if words[at] in DISTRICT and at + 1 < len(words):
            end = self._district(row, at, weight)
            if end > at:
                return end
        if words[at] in section("places", "village") and at + 1 < len(words):
            end = self._village(row, at, weight)
            if end > at:
                return end
        body = phrases("organisations", "body").at(words, at)
        if body:
            if body.value in {"kabupaten", "kota"}:
                self.kinds[body.value] += PLACE_OF_KIND
            end = self._body(row, at, body.length, body.value, weight)
            if end > at:
                return end
        return self._bare(row, at, weight, districts=districts) if row.tokens[at].upper else at

    def _landmark(self, row: Sentence, at: int, weight: float) -> int:
        """Read a campus, ground or headquarters that everybody knows the place of."""
        if not row.tokens[at].upper:
            return at
        match = phrases("places", "landmark").at(row.words, at)
        full, length = (match.value, match.length) if match else _garrison(row, at)
        if not full:
            return at
        codes = [each.code for each in self.places.gazetteer.find(full)]
        self.add(codes, weight if weight >= _DECIDES else _ALUMNI * weight, row, at, at + length)
        return at + length

    def _kind(self, row: Sentence, at: int, weight: float) -> int:
        kind = KINDS[row.words[at]]
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
        other = row.upper(at + 1) and row.words[at + 1] not in KINDS
        return at + 2 if other else at  # one that the list spells otherwise is no regency

    def _village(self, row: Sentence, at: int, weight: float) -> int:
        for name, end in self.places.runs(row, at + 1):
            codes = self.places.of_village(name)
            if codes:
                if len(codes) <= _MANY:
                    self.add(codes, min(weight, _VILLAGE_MOST) / len(codes), row, at, end)
                return end
        return at

    def part_of(self, province: str, row: Sentence, weight: float) -> bool:
        """Weigh the one district or village of `province` that `row` names; say if there is any.

        `Hotel Contoh, Tebet, Jakarta` stands in the south of the capital.
        """
        known = self.places.gazetteer.regencies
        for at in range(len(row.words)):
            for name, end in self.places.runs(row, at):
                if name in self.places.provinces:
                    break
                found = {*self.places.districts.get(name, ()), *self.places.of_village(name)}
                codes = [code for code in found if known[code].province == province]
                if len(codes) == 1:
                    self.add(codes, weight, row, at, end)
                    return True
        return False

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
            first = at == 0 and end == 1  # `Tumpang tindih`: a capital letter says nothing here
            if districts and not first and name in self.places.districts and _telling(name):
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

    def several(self, rows: Sequence[Sentence]) -> bool:
        """Whether one of `rows` lists so many regencies that none of them is the host."""
        return any(
            len(
                {
                    spot.codes
                    for spot in self.spots
                    if row.start <= spot.start < row.end
                    and self.text[spot.start : spot.end].lower().startswith(_KIND_WORDS)
                }
            )
            >= _LISTED
            for row in rows
        )

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


def _garrison(row: Sentence, at: int) -> tuple[str, int]:
    """Return the regency of headquarters known by their number, and how many words they are."""
    unit = next(
        (unit for unit in ("korem", "kodam", "lantamal") if row.words[at].endswith(unit)), ""
    )
    number = row.words[at + 1].partition("/")[0] if unit and at + 1 < len(row.words) else ""
    return section("places", "army").get(f"{unit} {number}", ""), 2


def _guest(row: Sentence, at: int) -> bool:
    """Whether who is named at token `at` came as a guest: `menerima kunjungan DPRD Uji`."""
    return any(
        match.length + begin == at
        for begin in range(max(0, at - _GUEST_FAR), at)
        if (match := phrases("places", "guest").at(row.words, begin))
    )


def _telling(name: str) -> bool:
    return (
        len(name) > _COMMON
        and name not in section("organisations", "word")
        and name not in section("venues", "site")
        and name not in section("venues", "house")
    )


def _number(row: Sentence, at: int) -> bool:
    return row.tokens[at].text[0].isdigit()
