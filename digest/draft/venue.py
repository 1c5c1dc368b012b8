"""Stage: draft, sentences to a venue. The hall, field or village where it was held.

comes in: sentences of the body, the gazetteer's places
goes out: `Venue`s with their weights, the likeliest first
"""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from digest.draft import name as names
from digest.draft.form import active
from digest.draft.grammar import THIS, TIMES
from digest.draft.lead import Lead, lead_at, setting
from digest.draft.lexicon import Match, phrases, section
from digest.draft.place import Places
from digest.draft.token import Sentence
from digest.draft.venue_end import end_of, vague, vague_end

_EARLY = 8  # paragraphs in which a venue is looked for
_TOP = 2  # paragraphs in which a bare proper name may be the venue
_PER_SENTENCE = 12  # no sentence names more; a hostile one must not cost more
_CERTAIN = 2.0  # a place that opens a sentence and is filled
_FLOOR = 2.0  # a venue of less weight is a place in passing
_STREET = 1.5  # a street or crossing is an address more often than a venue
_MOST = 14  # tokens of the longest venue
_INNER = 4  # words of what stands in a house: `meja panjang`
_AREAS = frozenset("kecamatan kabupaten kota provinsi kab kec prov distrik".split())
_STREETS = frozenset("jalan gang jalur kawasan tempat kompleks komplek".split())
_TREES = frozenset({"pohon", "rumpun"})
_NOUNS = frozenset(
    "setempat kota utama rapat serbaguna pertemuan bupati camat gubernur lurah dewan jabatan warga "
    "kepala wali daerah pemkab pemkot pemprov lantai dua tiga tunggu tamu kerja sidang pola bawah "
    "atas depan belakang tengah induk milik itu adat salah seorang ketua penduduk duka "
    "banggar banmus badan anggaran musyawarah fraksi komisi komisioner majelis "
    "kelompok tani nelayan petani ternak perempuan pemuda masyarakat sekolah madrasah kampus "
    "masjid gereja pasar kampung desa dusun nagari gampong besar agung terbuka sementara darurat "
    "pengungsian kecamatan kelurahan kabupaten provinsi serba".split()
)


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
    early = [(index, row) for index, row in enumerate(rows) if row.paragraph < _EARLY]
    found = [venue for index, row in early for venue in _sentence(index, row, places)]
    found += [venue for index, row in early for venue in _again(index, row, rows)]
    return sorted((each for each in found if each.weight >= _FLOOR), key=lambda each: -each.weight)


def _sentence(index: int, row: Sentence, places: Places) -> Iterator[Venue]:
    at, left = 0, _PER_SENTENCE
    while at < len(row.words) and left:
        lead = lead_at(row, at)
        begin = at + lead.length
        if begin < len(row.words) and not row.tokens[begin].quoted:
            venue = _at(index, row, begin, places, lead) or _upon(index, row, begin, lead)
            if venue is not None:
                yield venue
                at = venue.end
                left -= 1
                continue
        at += 1


def _again(index: int, row: Sentence, rows: Sequence[Sentence]) -> Iterator[Venue]:
    """Read the village or school that the text named before: `di kampung pesisir tersebut`."""
    for at in range(len(row.words)):
        lead = lead_at(row, at)
        begin = at + lead.length
        there = lead.tells or lead.phrase == "di"
        if not there or begin >= len(row.words) or row.tokens[begin].upper:
            continue
        head = row.words[begin]
        if head in _AGAIN and not THIS.isdisjoint(row.words[begin + 1 : begin + _INNER + 2]):
            told = _last_named(head, begin, index, rows)
            if told is not None:
                weight = lead.weight + setting(row, at) - 0.5
                yield Venue(*told, weight)


def _last_named(
    head: str, before: int, index: int, rows: Sequence[Sentence]
) -> tuple[int, int, int] | None:
    """Return the sentence and the tokens of the last such place before a token, `Kampung Uji`."""
    for at in range(index, -1, -1):
        row = rows[at]
        for start in range((before if at == index else len(row.words)) - 1, -1, -1):
            if row.words[start] == head and row.tokens[start].upper:
                end = end_of(row, start, 1)
                if end > start + 1 and row.tokens[start + 1].upper:
                    return at, start, end
    return None


def _at(index: int, row: Sentence, at: int, places: Places, lead: Lead) -> Venue | None:
    after = vague(row, at)
    if after > at:
        end = vague_end(row, after, places)
        there = lead.held or lead.phrase == "di"
        return _venue(index, row, (at, end), lead, 1.0) if there else None
    head = phrases("venues", "site", "house", "soft").at(row.words, at)
    if head is None:
        return _unheaded(index, row, at, places, lead)
    if _region(row, at) > head.length:
        return None
    end = end_of(row, at, head.length)
    named = any(token.upper for token in row.tokens[at + head.length : end])
    numbered = end > at + head.length and row.tokens[at].upper
    if not named and not numbered:
        alone = head.phrase in section("venues", "site")
        opened = _opening(index, row, (at, at + head.length)) if alone else None
        return opened or _plain(index, row, (at, at + head.length), lead)
    if _is_area(row, at, end, places):
        return None
    return _headed(index, row, (at, end), lead, head)


def _upon(index: int, row: Sentence, at: int, lead: Lead) -> Venue | None:
    """Read a house behind what is in it: `di atas meja panjang` *Kantor Contoh*."""
    if not lead.tells and not lead.phrase.startswith("di"):
        return None
    begin = at
    while begin < min(len(row.words), at + _INNER) and (
        row.words[begin] in section("venues", "thing") or row.words[begin - 1] in _TREES
    ):
        begin += 1
    if begin == at or not row.upper(begin):
        return None
    head = phrases("venues", "site", "house", "soft").at(row.words, begin)
    if head is None:
        return None
    end = end_of(row, begin, head.length)
    return _venue(index, row, (begin, end), lead, 0.0) if end > begin + head.length else None


def _headed(
    index: int, row: Sentence, span: tuple[int, int], lead: Lead, head: Match
) -> Venue | None:
    """Weigh a place with a name of its own: `Aula Contoh`, `Desa Uji`."""
    site = head.phrase in section("venues", "site")
    soft = not site and head.phrase in section("venues", "soft")
    street = row.words[span[0]] in _STREETS
    small = not row.tokens[span[0]].upper
    if (street or (soft and not _addressed(row, span[1]))) and small:
        return None
    if _describes(row, span, lead):
        return None
    if soft and lead:
        span = _smaller(row, span, lead)
    elif soft and (house := _before_comma(row, span[0])):
        return _venue(index, row, house, lead, 0.0)
    if not lead and not _stands_alone(row, *span, site=site):
        return _home(index, row, span)
    worth = -0.5 if soft else 1.0
    if street and not lead.held:
        worth -= _STREET
    return _venue(index, row, span, lead, worth)


def _describes(row: Sentence, span: tuple[int, int], lead: Lead) -> bool:
    """Whether the place only says which place is meant: `nagari di kaki Gunung Uji itu`."""
    if row.words[span[1] : span[1] + 1] not in {("tersebut",), ("itu",), ("ini",)}:
        return False
    at = span[0] - lead.length
    if not lead:
        near = range(at - 1, max(-1, at - 3), -1)
        at = next((each for each in near if row.words[each] == "di"), 0)
    return at > 0 and row.words[at - 1] in _AGAIN and (at == 1 or not row.tokens[at - 1].upper)


def _stands_alone(row: Sentence, start: int, end: int, *, site: bool) -> bool:
    """Whether a place that no word leads to may be where it was held, not who held it."""
    words = row.words
    before = words[start - 1] if start else ""
    if start > 1 and row.tokens[start - 1].upper and before not in _OPENERS:
        return False  # more of a name: `Koperasi Desa Uji`
    # a body and its officer, `Polres Uji AKP Contoh`
    officer = any(names.title_end(row, at) > at for at in range(start + 1, end))
    if _full(row, end) and (site or not officer):
        return True
    broken = end < len(words) and phrases("events", "trouble").at(words, end)
    if officer or broken:
        return False
    if not site and not (before in {":", ","} and _addressed(row, end)):
        return False
    if before in section("venues", "keeper") or before.startswith("di"):
        return False
    return not (words[end : end + 1] and (active(words[end]) or words[end] == "bersama"))


def _full(row: Sentence, end: int) -> bool:
    """Whether people fill or use the place, whatever its address: `Masjid Uji di Contoh terisi`."""
    if row.words[end : end + 2] == (",", "tempat"):  # `Gereja Uji, tempat ibadah, penuh`
        end = next((at for at in range(end + 2, len(row.words)) if row.words[at] == ","), end)
    if row.word(end) in {"di", ","}:
        end += 1
        while end < len(row.tokens) and _passed(row, end):
            end += 1
    return end < len(row.words) and phrases("venues", "full").at(row.words, end) is not None


def _passed(row: Sentence, at: int) -> bool:
    """Whether a token between a place and its verb is of an address or a date."""
    token = row.tokens[at]
    dated = (
        token.text in ",()" or token.text[0].isdigit() or token.norm in section("calendar", "part")
    )
    return token.upper or dated


def _opening(index: int, row: Sentence, span: tuple[int, int]) -> Venue | None:
    """Read a place that opens a sentence and is filled: `Halaman rumah kepala adat sudah ramai`."""
    start, end = span
    if row.words[:start] not in {(), ("sebuah",)} or row.paragraph >= _TOP:
        return None
    while end < min(len(row.words), _MOST) and row.tokens[end].word and not _full(row, end):
        if row.words[end].startswith(("me", "ber", "ter", "di")):
            return None
        end += 1
    if end == span[1] or not _full(row, end):
        return None
    return Venue(index, start, end, _CERTAIN + setting(row, start))


def _addressed(row: Sentence, end: int) -> bool:
    """Whether a district or village is written behind the place."""
    return row.word(end) == "," and row.words[end + 1 : end + 2] in _ADDRESS


def _smaller(row: Sentence, span: tuple[int, int], lead: Lead) -> tuple[int, int]:
    """Begin with the smaller place around which `di` stands: `Dusun Uji di Desa Contoh`.

    A house that stands in a village is the place, not the village: `Pesantren Uji di Desa Contoh`.
    """
    stop = at = span[0] - lead.length
    houses = phrases("venues", "site", "house")
    house = stop
    while at > 0 and (row.tokens[at - 1].upper or row.words[at - 1] in section("venues", "small")):
        at -= 1
        if row.words[at] in _PARTS:
            return at, span[1]
        match = houses.at(row.words, at) if row.tokens[at].upper else None
        house = at if match and at + match.length < stop else house
    return (house, stop) if house < stop and lead.phrase == "di" else span


def _before_comma(row: Sentence, at: int) -> tuple[int, int] | None:
    """Return the house in the village at token `at`: `Jamaah` *Masjid Uji*`, Desa Contoh`."""
    stop = begin = at - 1
    if stop < 1 or row.words[stop] != ",":
        return None
    while begin > 0 and (row.tokens[begin - 1].upper or row.tokens[begin - 1].text[0].isdigit()):
        begin -= 1
    heads = phrases("venues", "site", "house")
    for start in range(begin, stop):
        head = heads.at(row.words, start)
        if head and start + head.length < stop:
            people = start == 0 or row.words[start - 1] in section("venues", "crowd")
            return (start, stop) if people else None
    return None


_PARTS = frozenset({*section("places", "hamlet"), "kampung", "gang", "blok"})
_ADDRESS = frozenset(
    (word,) for kind in ("village", "district") for word in section("places", kind)
)
_OPENERS = frozenset(
    "biasanya halaman pagi siang sore malam di saf shaf barisan deretan bangku kursi lantai".split()
)


def _called_on(row: Sentence) -> bool:
    return phrases("venues", "calls").within(row.words) is not None or "kediaman" in row.words


def _home(index: int, row: Sentence, span: tuple[int, int]) -> Venue | None:
    """Read whose home an early sentence tells of: `Warga Kampung Uji tersenyum`, `Nagari Uji …`.

    He who calls on the head of a boarding school is in the school.
    """
    before, head = row.words[span[0] - 1] if span[0] else "", row.words[span[0]]
    if before in _HOSTS and head in _SCHOOLS and _called_on(row):
        return Venue(index, *span, _CERTAIN + setting(row, span[0]))
    housed = before in _INMATES and head in _HOMES
    villagers = before in _PEOPLE and head in _VILLAGES
    opens = span[0] == 0 and head in _VILLAGES
    if row.paragraph >= _TOP - 1 or not (housed or villagers or opens):
        return None
    return Venue(index, *span, _FLOOR)


_HOSTS = frozenset("pengasuh pembina pimpinan pendiri ketua pemimpin mudir".split())
_SCHOOLS = frozenset("pondok pesantren ponpes dayah padepokan vihara biara seminari".split())

_INMATES = frozenset("siswa siswi pelajar murid santri santriwati asuh penghuni binaan".split())
_HOMES = frozenset(
    "sd sdn smp smpn sma sman smk smkn mts mtsn man madrasah pondok pesantren ponpes panti lapas "
    "rutan slb lembaga rumah".split()
)
_PEOPLE = frozenset("warga masyarakat penduduk petani nelayan krama".split())
_VILLAGES = frozenset({*section("places", "village"), *section("places", "hamlet"), "perumahan"})
_AGAIN = _VILLAGES | _SCHOOLS | {"sekolah", "masjid", "gereja", "hotel", "aula", "pendopo"}


def _plain(index: int, row: Sentence, span: tuple[int, int], lead: Lead) -> Venue | None:
    """Read a venue without a name of its own: `di balai desa setempat`, `di aula kecamatan`."""
    at, end = span
    if row.words[at] in _STREETS:
        return None
    if not lead or lead.phrase in {"dari", "ke", "pada"} or row.paragraph > _TOP:
        return None
    heads = phrases("venues", "site", "house", "soft")
    bodies = phrases("organisations", "head")
    while end < min(len(row.words), at + _MOST):
        more = heads.at(row.words, end) or bodies.at(row.words, end)
        word = row.words[end].removesuffix("nya")
        if not more and word not in _NOUNS and not heads.at((word,), 0):
            break
        end += more.length if more else 1
    if row.paragraph and not lead.held and end - at < 3:  # noqa: PLR2004 - `di ruang rapat` further down
        return None
    room = row.words[at] in section("venues", "site") and (lead.held or row.tokens[at].upper)
    if end - at < 2 and not room:  # noqa: PLR2004 - `di kantor` says too little
        return None
    return _venue(index, row, (at, end), lead, -1.0)


def _region(row: Sentence, at: int) -> int:
    """Return how many words begin the name of a whole region here: `Bumi Seribu Pulau`."""
    match = phrases("venues", "region").at(row.words, at) if row.tokens[at].upper else None
    return match.length if match else 0


def _unheaded(index: int, row: Sentence, at: int, places: Places, lead: Lead) -> Venue | None:  # noqa: PLR0911 - one return a rule
    """Read a proper name without a head: `digelar di Uji Contoh Hotel`, `ke Uji Coffee`."""
    if not lead or not row.tokens[at].upper or row.words[at] in TIMES or row.words[at] in _AREAS:
        return None
    end = end_of(row, at, 0)
    before = at - lead.length - 1
    if before >= 0 and row.words[before] in _AGAIN and not row.tokens[before].upper:
        return None  # `Uji, dusun di Contoh`
    if end == at or _is_area(row, at, end, places) or names.title_end(row, at) > at:
        return None
    region = _region(row, at)
    heads = phrases("venues", "inner") if region else phrases("venues", "site", "house", "inner")
    if any(heads.at(row.words, i) for i in range(at + 1, end)):
        return _venue(index, row, (at, end), lead, 1.0)
    if region or not lead.phrase.endswith("di"):
        return None
    if lead.held:
        return _venue(index, row, (at, end), lead, -1.0)
    near = row.words[end : end + 2]
    if near[1:] and near[:1] == (",",) and near[1:] in _ADDRESS:
        return _venue(index, row, (at, end), lead, -0.5)
    if row.paragraph < _TOP and near[:1] in {(",",), ("pada",)} and end - at > 1:
        return Venue(index, at, end, _FLOOR)  # a proper name, if nothing better is found
    return None


def _is_area(row: Sentence, at: int, end: int, places: Places) -> bool:
    """Whether the run is only a district, regency or province."""
    if row.words[at] in _AREAS:
        return True
    return places.end(row, at) >= end


def _venue(index: int, row: Sentence, span: tuple[int, int], lead: Lead, worth: float) -> Venue:
    weight = worth + lead.weight + setting(row, span[0] - lead.length)
    if row.tokens[span[0]].upper:
        weight += 0.5
    return Venue(index, *span, weight)
