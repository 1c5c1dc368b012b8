"""Stage: draft, sentences to a venue. The hall, field or village where it was held.

comes in: sentences of the body, the gazetteer's places
goes out: `Venue`s with their weights, the likeliest first
"""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from digest.draft import name as names
from digest.draft.lexicon import phrases, section
from digest.draft.place import Places
from digest.draft.token import Sentence

_EARLY = 8  # paragraphs in which a venue is looked for
_MOST = 14  # tokens of the longest venue
_NOUNS = frozenset(
    "desa kecamatan kabupaten kelurahan setempat kota utama rapat serbaguna pertemuan bupati camat "
    "sekolah dewan polres polsek mapolres mapolsek dinas jabatan kantor balai warga kepala lurah "
    "dusun kodim koramil makodim kampus masjid gereja wali gubernur sekretariat daerah pemkab "
    "pemkot lantai dua tiga".split()
)
_TOP = 2  # paragraphs in which a bare proper name may be the venue
_PER_SENTENCE = 12  # no sentence names more; a hostile one must not cost more
_FLOOR = 2.0  # a venue of less weight is a place in passing
_PLAIN = frozenset("di dari ke pada".split())
_CALLED = frozenset("menyambangi mendatangi mengunjungi memenuhi memadati meninjau".split())
_SOFT_WORDS = frozenset("kecamatan kabupaten kota provinsi kab kec prov distrik".split())
_FULL = frozenset("dipadati dipenuhi penuh kedatangan tampak menjadi mendadak".split())
_TIMES = frozenset(section("calendar", "weekday")) | frozenset(section("calendar", "month"))
_GO_ON = frozenset("jl jln jalan lantai komplek kompleks gedung gd mapolres mapolresta".split()) | {
    "mapolrestabes",
    "mapolda",
    "mapolsek",
    "markas",
    "mako",
    "kampus",
    "kantor",
    "hotel",
}


class Venue(Struct, frozen=True):
    """A place where the event may have been held."""

    sentence: int
    """Which sentence."""
    start: int
    """First token."""
    end: int
    """Token behind the last."""
    weight: float
    """How likely it is; comparable within one article only."""


def venues(rows: Sequence[Sentence], places: Places) -> list[Venue]:
    """Return what may be the venue, the likeliest first."""
    found = [
        venue
        for index, row in enumerate(rows)
        if row.paragraph < _EARLY
        for venue in _sentence(index, row, places)
    ]
    return sorted((each for each in found if each.weight >= _FLOOR), key=lambda each: -each.weight)


def _sentence(index: int, row: Sentence, places: Places) -> Iterator[Venue]:
    at, left = 0, _PER_SENTENCE
    while at < len(row.words) and left:
        lead = phrases("venues", "lead").at(row.words, at)
        begin = at + (lead.length if lead else 0)
        if begin < len(row.words) and not row.tokens[begin].quoted:
            venue = _at(index, row, begin, places, lead.phrase if lead else "")
            if venue is not None:
                yield venue
                at = venue.end
                left -= 1
                continue
        at += 1


def _at(index: int, row: Sentence, at: int, places: Places, lead: str) -> Venue | None:  # noqa: PLR0911 - one return a rule
    words = row.words
    vague = _vague(row, at)
    if vague > at:
        end = _vague_end(row, vague, places)
        return Venue(index, at, end, _weight(row, at, lead, 1.0)) if lead else None
    head = phrases("venues", "head", "soft").at(words, at)
    if head is None:
        return _unheaded(index, row, at, places, lead)
    soft = head.phrase in section("venues", "soft")
    end = _end(row, at, head.length)
    if not any(token.upper for token in row.tokens[at:end]):
        return None if soft else _plain(index, row, at, at + head.length, lead)
    if end <= at + (head.length if soft or not row.tokens[at].upper else 0):
        return None
    if _is_area(row, at, end, places):
        return None
    worth = -0.5 if soft else 1.0
    if not lead:
        following = words[end] if end < len(words) else ""
        if following not in _FULL or soft:
            return None
        worth = 1.0
    if soft and not row.tokens[at].upper:
        return None
    return Venue(index, at, end, _weight(row, at, lead, worth))


def _plain(index: int, row: Sentence, at: int, end: int, lead: str) -> Venue | None:
    """Read a venue without a name of its own: `di balai desa setempat`, `di aula kecamatan`."""
    if not lead or lead in {"dari", "ke", "pada"} or row.paragraph >= _TOP + 1:
        return None
    while end < min(len(row.words), at + _MOST) and row.words[end] in _NOUNS:
        end += 1
    if end - at < 2:  # noqa: PLR2004 - `di kantor` says too little
        return None
    return Venue(index, at, end, _weight(row, at, lead, -1.0))


def _vague(row: Sentence, at: int) -> int:
    """Return the end of `salah satu hotel`, `sebuah rumah makan`; `at` if it is none."""
    words, after = row.words, at
    if words[at : at + 2] in {("salah", "satu"), ("salah", "sebuah")}:
        after = at + 2
    elif words[at] in {"sebuah", "suatu"}:
        after = at + 1
    if after == at or after >= len(words):
        return at
    head = phrases("venues", "head").at(words, after)
    return after + head.length if head else at


def _vague_end(row: Sentence, at: int, places: Places) -> int:
    end = at
    while end < len(row.tokens) and row.tokens[end].upper:
        end += 1
    if end < len(row.words) and row.words[end] in {"di", "kawasan"}:
        begin = end + 1
        begin += row.words[begin : begin + 1] == ("kawasan",)
        stop = begin
        while stop < len(row.tokens) and row.tokens[stop].upper:
            stop += 1
        if stop > begin or places.end(row, begin) > begin:
            return stop
    return end


def _unheaded(index: int, row: Sentence, at: int, places: Places, lead: str) -> Venue | None:  # noqa: PLR0911 - one return a rule
    """Read a proper name behind a strong lead: `digelar di Mercure Lengkong Hotel`."""
    if not lead or lead in {"dari", "ke", "pada", "meninjau"} or not row.tokens[at].upper:
        return None
    if row.words[at] in _TIMES or row.words[at] in _SOFT_WORDS or lead in _CALLED:
        return None
    end = _end(row, at, 0)
    inner = (
        any(phrases("venues", "head").at(row.words, i) for i in range(at + 1, end))
        and not names.title_end(row, at) > at
    )
    if _is_area(row, at, end, places) or end == at:
        return None
    if lead == "di" and not inner:
        near = row.words[end : end + 2]
        if near[:1] == (",",) and near[1:] and near[1] in {"kecamatan", "desa", "kelurahan"}:
            return Venue(index, at, end, _weight(row, at, lead, -0.5))
        if row.paragraph < _TOP and near[:1] in {(",",), ("pada",)} and end - at > 1:
            return Venue(index, at, end, _FLOOR)  # a proper name, if nothing better is found
        return None
    return Venue(index, at, end, _weight(row, at, lead, 1.0 if inner else -1.0))


def _is_area(row: Sentence, at: int, end: int, places: Places) -> bool:
    """Whether the run is only a district, regency or province."""
    if row.words[at] in _SOFT_WORDS:
        return True
    return places.end(row, at) >= end


def _end(row: Sentence, at: int, length: int) -> int:
    """Return the end of the venue whose head has `length` words."""
    words, tokens, end = row.words, row.tokens, at + length
    stop = min(len(words), at + _MOST)
    lower = 0
    while end < stop:
        token = tokens[end]
        if token.upper and words[end] not in _TIMES:
            end += 1
            lower = 2
        elif token.text[0].isdigit() and not _date(row, end):
            end += 1
        elif words[end] == "(":
            close = _short_form(row, end)
            if close == end:
                break
            end = close
        elif (
            (words[end] == "," and _goes_on(row, end + 1))
            or (words[end] in {"dan", "&"} and _joins(row, end) and lower)
            or (
                words[end] in {".", "-", "'"}
                and tokens[end - 1].end == token.start
                and (end + 1 < len(words) and len(words[end - 1]) <= 3)  # noqa: PLR2004 - an abbreviation
            )
        ):
            end += 1
        elif token.word and lower < 2 and _leads_to_name(row, end):  # noqa: PLR2004 - `ruang kerja`
            end += 1
            lower += 1
        else:
            break
    while end > at and words[end - 1] in {",", "dan", "&", ".", "-"}:
        end -= 1
    return end


def _date(row: Sentence, at: int) -> bool:
    text = row.tokens[at].text
    after = row.words[at + 1] if at + 1 < len(row.words) else ""
    return after in _TIMES or (text.replace("/", "").isdigit() and "/" in text and len(text) > 5)  # noqa: PLR2004 - `29/11/2023`


def _short_form(row: Sentence, at: int) -> int:
    """Return the end of `(RICC)`, `(Gor) Bung Karno`; `at` if the bracket is something else."""
    close = next((i for i in range(at + 1, min(at + 5, len(row.words))) if row.words[i] == ")"), at)
    inner = row.tokens[at + 1 : close]
    fits = bool(inner) and all(
        token.upper and token.norm not in _TIMES and token.word for token in inner
    )
    return close + 1 if fits else at


def _goes_on(row: Sentence, at: int) -> bool:
    """Whether a comma inside a venue is followed by more of it: a street, a house around it."""
    if at >= len(row.words) or not row.tokens[at].upper:
        return False
    return row.words[at] in _GO_ON


def _joins(row: Sentence, at: int) -> bool:
    before, after = row.words[at - 1], at + 1
    if after >= len(row.tokens) or not row.tokens[after].upper:
        return False
    known = section("organisations", "word")
    return before in known and row.words[after] in known


def _leads_to_name(row: Sentence, at: int) -> bool:
    """Whether a small word between a head and its name belongs to the venue: `ruang kerja …`."""
    if row.words[at] in _STOPS or row.words[at] in section("speech", "there"):
        return False
    return any(token.upper for token in row.tokens[at + 1 : at + 3])


_STOPS = frozenset(
    "yang di dari ke pada untuk dan saat oleh dengan milik bersama serta pukul sejak para tempat "
    "sekitar secara terasa sebagai usai tersebut itu ini warga kemarin hari".split()
)


def _weight(row: Sentence, at: int, lead: str, worth: float) -> float:
    weight = worth + max(0.0, 3.0 - row.paragraph)
    if lead and lead not in _PLAIN:
        weight += 1.0 if lead in _CALLED else 2.0
    elif lead == "di":
        weight += 1.0
    if any(word in _TIMES for word in row.words):
        weight += 1.0
    if row.tokens[at].upper:
        weight += 0.5
    if "direncanakan" in row.words or "mendatang" in row.words or "menyusul" in row.words:
        weight -= 3.0
    return weight
