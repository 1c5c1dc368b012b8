"""Stage: draft, sentences to a regency. Where the event took place, and what it concerns.

comes in: sentences of the body, title and lines around it, venues, the gazetteer's places
goes out: `Where`: regency, district, venue, other regencies concerned, candidates if it is open
"""

from collections.abc import Mapping, Sequence

from msgspec import Struct

from digest.draft.ballot import DISTRICT, KINDS, PLACE_OF_KIND, Ballot
from digest.draft.grammar import TIMES
from digest.draft.lead import lead_at
from digest.draft.lent import LENT, borrows, weaken
from digest.draft.lexicon import phrases, section
from digest.draft.place import Places
from digest.draft.token import Sentence, sentences
from digest.draft.venue import Venue, venues

_HOST = 18.0  # the venue's own place outweighs everything said elsewhere
_LIKELY = 7.0  # likewise of a venue that may be another place in passing
_CERTAIN = 3.5  # a venue of such weight is where it was held
_BESIDE = 16.0  # a place written behind the venue
_AFTER = 14  # tokens behind a venue in which its district and regency follow
_OFFICE = 8  # words from a provincial office to the name of its province
_TOP = 3  # paragraphs in which a report says when and where it was
_SEAT = 3.0  # a province's own house stands in the city of a namesake pair
_CLOSE = 0.75  # a rival with so large a part of the best weight makes it unsure


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


def where(  # noqa: PLR0913, PLR0917 - one article
    text: str,
    rows: Sequence[Sentence],
    title: tuple[int, int],
    dateline: tuple[int, int],
    lines: Sequence[tuple[int, int]],
    places: Places,
) -> Where:
    """Find where the event took place, from all that the article says of places."""
    ballot = Ballot(text, places)
    for row in rows:
        ballot.read(row, 3.0 if row.paragraph == 0 else 1.5 if row.paragraph == 1 else 0.5)
    for span, weight in ((title, 2.0), (dateline, 2.0)):
        for row in sentences(text, [span]) if span[1] else ():
            ballot.read(row, weight)
    for row in rows:
        if row.paragraph == 0 and _provincial(row):
            ballot.kinds["kota"] += PLACE_OF_KIND  # a province is governed from a city
    home = ballot.totals()
    found = venues(rows, places)
    best = found[0] if found else None
    abroad = False
    if best is not None:
        abroad = _venue_place(ballot, rows[best.sentence], best)
    else:
        abroad = _without_venue(ballot, rows, home)
    if not any(len(spot.codes) == 1 for spot in ballot.spots):
        for row in sentences(text, list(lines)):
            ballot.read(row, 0.5)
    district, district_span = _district(text, rows, lines, best, places)
    totals = ballot.totals()
    ranked = sorted(totals, key=lambda code: (-totals[code], code))
    if best and not abroad and not ranked:
        totals, ranked = _governed(ballot, rows)
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


def _governed(ballot: Ballot, rows: Sequence[Sentence]) -> tuple[dict[str, float], list[str]]:
    """Look in the capital of the province whose office the lead names, if no regency is named."""
    for row in rows:
        for at in range(len(row.words) if row.paragraph == 0 else 0):
            if not (_seated(row, at) and row.tokens[at].upper):
                continue
            stop = min(len(row.words), at + _OFFICE)
            area = _part(row, at, stop)
            named = _province(ballot, area)
            if named is None:
                continue
            codes = _seat(ballot, named[0], area)
            ballot.add(codes, 1.0, row, at, stop)
            totals = ballot.totals()
            return totals, sorted(totals)
    return {}, []


def _seat(ballot: Ballot, province: str, row: Sentence) -> list[str]:
    """Return where the headquarters of a province are, by its police if `row` names them."""
    full = section("places", "police").get(f"polda {province}") if _police(row) else None
    full = full or section("places", "capital").get(province, "")
    return [each.code for each in ballot.places.gazetteer.find(full)]


def _slice(text: str, row: Sentence, venue: Venue) -> str:
    span = text[row.tokens[venue.start].start : row.tokens[venue.end - 1].end]
    return " ".join(span.split())


def _venue_place(ballot: Ballot, row: Sentence, venue: Venue) -> bool:
    """Weigh the places in and behind the venue; return whether its regency stays open."""
    words = row.words
    before = len(ballot.spots)
    host = _HOST if venue.weight >= _CERTAIN else _LIKELY
    inside = _part(row, venue.start, venue.end)
    if _at_capital(inside):
        ballot.kinds["kota"] += _SEAT
    province = _province(ballot, inside)
    if province and borrows(inside, province[1] - len(province[0].split())):
        province = None
    if province and _at_capital(inside):
        codes = _seat(ballot, province[0], inside)
        ballot.add(codes, host, row, venue.start, venue.end)
        return False
    if words[venue.start] in section("venues", "soft"):
        inside = _part(row, _kind_at(row, venue), venue.end)
    ballot.read(inside, host, districts=False)
    weaken(ballot, inside, before)
    stop = min(len(words), venue.end + _AFTER)
    behind = _part(row, venue.end, _clause_end(row, venue.end, stop))
    ballot.read(behind, min(host, _BESIDE), districts=False)
    strong = any(spot.weight > LENT for spot in ballot.spots[before:])
    last = province or _province(ballot, behind)
    if last and not strong:
        around = _part(row, venue.start, venue.end + len(behind.tokens))
        strong = ballot.part_of(ballot.places.provinces[last[0]], around, host)
    return last is not None and not strong and last[0] in section("places", "jakarta")


def _kind_at(row: Sentence, venue: Venue) -> int:
    """Return where a village's regency stands in its name: `Desa Uji Kabupaten Kaur`."""
    inner = range(venue.start, venue.end)
    return next((at for at in inner if row.words[at] in KINDS), venue.end)


def _without_venue(ballot: Ballot, rows: Sequence[Sentence], home: Mapping[str, float]) -> bool:
    """Weigh what is said of the place of an event without a venue; return whether it stays open."""
    opening = [row for row in rows if row.paragraph == 0]
    before = len(ballot.spots)
    abroad = any(_area(ballot, row, home) for row in opening) or ballot.several(opening)
    if len(ballot.spots) == before:
        _dated(ballot, [row for row in rows if row.paragraph < _TOP])
    return abroad


def _area(ballot: Ballot, row: Sentence, home: Mapping[str, float]) -> bool:
    """Weigh the area an event without a venue was held in: `digelar di Bali`.

    Return whether it is another province than home's, which leaves the regency open.
    """
    known = ballot.places.gazetteer.regencies
    for at in range(len(row.words)):
        lead = lead_at(row, at)
        begin = at + lead.length
        if not lead.tells:
            continue
        for name, end in ballot.places.runs(row, begin):
            if ballot.places.codes(name):
                ballot.read(_part(row, begin, end), _LIKELY, districts=False)
                return False
            if name in ballot.places.provinces:
                top = max(home, key=lambda code: home[code], default="")
                return bool(top) and known[top].province != ballot.places.provinces[name]
        if begin < len(row.words) and phrases("organisations", "body").at(row.words, begin):
            ballot.read(_part(row, begin, _clause_end(row, begin, len(row.words))), _LIKELY)
            return False
    return False


def _dated(ballot: Ballot, rows: Sequence[Sentence]) -> None:
    """Weigh the first regency that is written before its day: `di Uji, Sabtu (3/2)`."""
    for row in rows:
        for at in range(1, len(row.words)):
            if row.words[at - 1] != "di" or not _NOT.isdisjoint(row.words[max(0, at - 5) : at]):
                continue
            for name, end in ballot.places.runs(row, at):
                told = row.words[end : end + 2]
                if ballot.places.codes(name) and not TIMES.isdisjoint(told):
                    ballot.read(_part(row, at, end), _LIKELY, districts=False)
                    return


_NOT = frozenset("tidak bukan tak belum ditemui dihubungi dikonfirmasi ditanya dijumpai".split())
"""Before a place where it was not held, or where somebody was asked of it later."""


def _police(row: Sentence) -> bool:
    return any("polda" in word for word in row.words)


def _provincial(row: Sentence) -> bool:
    return any(_seated(row, at) and token.upper for at, token in enumerate(row.tokens))


def _clause_end(row: Sentence, at: int, stop: int) -> int:
    """Return where the places behind a venue end: at a date or a small word that is no `di`."""
    while at < stop:
        token = row.tokens[at]
        if token.norm in TIMES:
            break
        if token.word and not token.upper and token.norm not in {"di", "wilayah", "dan"}:
            break
        at += 1
    return at


def _part(row: Sentence, start: int, end: int) -> Sentence:
    return Sentence(row.tokens[start:end], row.words[start:end], row.start, row.end, row.paragraph)


def _province(ballot: Ballot, row: Sentence) -> tuple[str, int] | None:
    for at in range(len(row.words)):
        if row.tokens[at].upper:
            for name, end in ballot.places.runs(row, at):
                if name in ballot.places.provinces:
                    return name, end
    return None


def _at_capital(row: Sentence) -> bool:
    return any(_seated(row, at) for at in range(len(row.words)))


def _seated(row: Sentence, at: int) -> bool:
    """Whether a provincial office stands at token `at`: `Kejaksaan Tinggi`."""
    before = row.word(at - 1)
    court = row.words[at] == "tinggi" and before in {"kejaksaan", "pengadilan"}
    return court or row.words[at] in _SEATED


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
            if row.words[at] not in DISTRICT or not row.tokens[at + 1].upper:
                continue
            for name, end in places.runs(row, at + 1):
                if name in places.districts:
                    span = (row.tokens[at + 1].start, row.tokens[end - 1].end)
                    return " ".join(text[slice(*span)].split()), span
    return None, (0, 0)
