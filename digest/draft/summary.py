"""Stage: draft, fields to a summary. Sentences of our own, and the proof that they are.

comes in: the fields of a draft, the article's text
goes out: one to three sentences; what of a summary is copied or not in the article
"""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from itertools import product

from msgspec import Struct
from msgspec.structs import replace

from digest.draft.form import abstract
from digest.draft.lexicon import section

MOST = 7
"""So many words in a row may be shared with the article, names counting as one."""
_MONTHS = (
    "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember"
).split()
_WORD = re.compile(r"[^\W_]+(?:['’.,/-][^\W_]+)*")
_PIECE = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")  # `Contoh,SH` is two
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_OWN = frozenset({"Yang", *_MONTHS})
_MASK = "▮"
_HEADLINE = 0.6  # a phrase with a larger part of capitals is a headline
_PLAIN_NOUNS = frozenset({"acara", "kegiatan", "pertemuan"})
_CALLS = frozenset({"peninjauan", "pemantauan", "pengecekan", "kunjungan", "pemeriksaan"})
_COMPANY = frozenset({"silaturahmi", "mediasi"})  # begin a topic that names who met
_TOPIC = 6  # words of the topic that a summary repeats


class Fields(Struct, frozen=True):
    """What a summary tells."""

    noun: str
    """What happened: `rapat koordinasi`."""
    topic: str | None
    date: dt.date | None
    venue: str | None
    place: str | None
    """The regency as the article names it."""
    leader: str | None
    """Who led it, with office if it is short."""
    speaker: str | None
    """Who spoke, likewise."""
    others: tuple[str, ...]
    """Others who were there."""
    online: bool
    kind: str = ""
    """What kind of event it was, by its key."""
    hosted: bool = False
    """Whether who led it had guests, who are named first."""


def summarise(fields: Fields, text: str, names: Sequence[str]) -> str:
    """Return the fullest summary that passes `faults`; the shortest if none does."""
    known = [*names, *(each for each in (fields.venue, fields.place) if each)]
    last = ""
    for candidate in _candidates(fields, text):
        last = candidate
        if not faults(candidate, text, known):
            return candidate
    return last


def faults(summary: str, text: str, names: Sequence[str]) -> tuple[str, ...]:
    """Return all that is wrong with `summary`: runs copied, names and numbers not in `text`."""
    return (*copied(summary, text, names), *unfounded(summary, text))


def copied(summary: str, text: str, names: Sequence[str]) -> tuple[str, ...]:
    """Return each run of more than seven words that `summary` shares with `text`.

    Names are masked first: in both, each becomes one word that equals any other.
    """
    ours, theirs = _masked(summary, names), _masked(text, names)
    length = MOST + 1
    shingles = {tuple(theirs[at : at + length]) for at in range(len(theirs) - MOST)}
    found: list[str] = []
    at = 0
    while at + length <= len(ours):
        if tuple(ours[at : at + length]) not in shingles:
            at += 1
            continue
        end = at + length
        while tuple(ours[end - MOST : end + 1]) in shingles and end < len(ours):
            end += 1
        found.append(" ".join(ours[at:end]))
        at = end
    return tuple(found)


def _masked(text: str, names: Sequence[str]) -> list[str]:
    words = [each.lower() for each in _WORD.findall(text)]
    index: dict[str, list[tuple[str, ...]]] = {}
    for name in names:
        parts = tuple(each.lower() for each in _WORD.findall(name))
        if parts:
            index.setdefault(parts[0], []).append(parts)
    masked: list[str] = []
    at = 0
    while at < len(words):
        length = max(
            (
                len(parts)
                for parts in index.get(words[at], ())
                if tuple(words[at : at + len(parts)]) == parts
            ),
            default=0,
        )
        masked.append(_MASK if length else words[at])
        at += length or 1
    return masked


def unfounded(summary: str, text: str) -> tuple[str, ...]:
    """Return the numbers and the capitalised words of `summary` that `text` does not have."""
    numbers = set(_NUMBER.findall(text))
    plain = {each.lstrip("0") for number in numbers for each in re.split(r"\D", number)}
    found = [
        each
        for each in _NUMBER.findall(summary)
        if each not in numbers and each.lstrip("0") not in plain
    ]
    known = {each.lower() for each in _WORD.findall(text)}
    known |= {each.lower() for each in _PIECE.findall(text)}
    return (*found, *(word for word in _capitals(summary) if word.lower() not in known))


def _capitals(summary: str) -> Iterator[str]:
    """Yield capitalised words, but for those that begin a sentence."""
    start = True
    for match in _WORD.finditer(summary):
        word = match.group()
        begins = start or summary[: match.start()].rstrip()[-1:] in ".!?"
        start = False
        if word[0].isupper() and not begins and word not in _OWN:
            yield word


def _candidates(fields: Fields, text: str) -> Iterator[str]:
    topic = _topic(fields.topic)
    named = replace(fields, place=None)  # a regency that the article does not spell out
    for told, about in product((fields, named), dict.fromkeys((topic, None))):
        for lead, where in product((True, False), repeat=2):
            first = _first(told, text, about, where=where)
            rest = _second(told) if lead else ""
            yield f"{first} {rest}".strip()
    yield _first(_plain(fields), text, None, where=False)


def _plain(fields: Fields) -> Fields:
    """`fields` with nothing in it that an article could contradict."""
    return Fields(fields.noun, None, None, None, None, None, None, (), fields.online, fields.kind)


def _topic(topic: str | None) -> str | None:
    if not topic:
        return None
    words = topic.split()
    capitals = sum(word[0].isupper() for word in words)
    if len(words) > 2 and capitals > _HEADLINE * len(words):  # noqa: PLR2004 - a name is shorter
        return None  # a headline is a sentence, not a topic
    return " ".join(words[:_TOPIC]) if len(words) <= _TOPIC else None


def _first(fields: Fields, text: str, topic: str | None, *, where: bool) -> str:
    noun = fields.noun or "kegiatan"
    what = _what(noun, topic, fields.kind)
    how = " secara daring" if fields.online and "daring" not in noun else ""
    place = _place(fields) if where else (f" di {fields.place}" if fields.place else "")
    day = _date(fields.date, text)
    when = f"{',' if ',' in place else ''} pada {day}" if day else ""
    return f"{what[0].upper()}{what[1:]} berlangsung{how}{place}{when}."


def _state(word: str) -> bool:
    """Whether a noun has the form of a deed and takes no place: `perwakilan`, `pertikaian`."""
    return word in section("topics", "state")


def _what(noun: str, topic: str | None, kind: str) -> str:
    """Join the event's name and its topic, which may begin with it: `panen raya jagung`."""
    noun = noun.title() if noun in section("topics", "series") else noun
    if not topic:
        return noun
    topic = topic.removesuffix(f" dalam {noun}")
    deed = topic.split()[0].lower()
    head = noun.split(maxsplit=1)[0].lower()
    given = noun in _PLAIN_NOUNS or kind in {"aid", "other"}
    plain = given and abstract(deed) and deed.startswith("pe") and not _state(deed)
    if deed == head or plain or (kind == "patrol" and "patroli" in topic.lower()):
        return topic
    if deed in _COMPANY or (kind == "visit" and deed in _CALLS):
        return topic
    if noun.lower().endswith(f" {deed}"):
        return f"{noun[: -len(deed)]}{topic}"
    if kind == "signing" and deed in _SIGNED:
        return topic if head in _SIGNED else f"{noun} {topic}"
    joined = "terkait" if head == "sidang" else _JOINED.get(kind, "terkait")
    if (topic[0].isdigit() and joined == "tentang") or deed in {"korban", "warga", "anak"}:
        joined = "bagi"
    return f"{noun} {joined} {topic}"


_SIGNED = frozenset(
    "kerja nota perjanjian naskah kesepakatan komitmen pakta mou nphd hibah ikrar berita".split()
)
_JOINED = {
    "meeting": "yang membahas",
    "dialogue": "yang membahas",
    "hearing": "yang membahas",
    "briefing": "tentang",
    "outreach": "tentang",
    "training": "tentang",
    "press-conference": "tentang",
}


def _place(fields: Fields) -> str:
    bare = (fields.place or "").lower().removeprefix("kabupaten ").removeprefix("kota ")
    venue = _within(fields.venue)
    if venue and bare and bare not in venue.lower():
        return f" di {venue}, {fields.place}"
    place = venue or fields.place
    return f" di {place}" if place else ""


def _within(venue: str | None) -> str | None:
    """Write a venue that opened a sentence as within one: `halaman rumah kepala adat`."""
    first, _, rest = (venue or "").partition(" ")
    if venue and rest[:1].islower() and first.lower() in section("venues", "site"):
        return f"{first.lower()} {rest}"
    return venue


def _date(date: dt.date | None, text: str) -> str:
    """Write the day; the year only if the article has it, nothing if it has not the day."""
    if date is None:
        return ""
    if not re.search(rf"(?<!\d)0?{date.day}(?!\d)", text):
        return ""  # reckoned from a weekday
    day = f"{date.day} {_MONTHS[date.month - 1]}"
    year = str(date.year)
    return f"{day} {year}" if year in text else day


def _second(fields: Fields) -> str:
    """Tell who led it, spoke and came, in one sentence."""
    that = f"{_head(fields.noun)} itu"
    came = f", yang dihadiri antara lain {_list(fields.others)}" if fields.others else ""
    if fields.leader:
        led = f"{fields.leader} {'menjadi tuan rumah' if fields.hosted else 'memimpin'} {that}"
        return (
            f"{led}, sedangkan {fields.speaker} turut berbicara."
            if fields.speaker
            else f"{led}{came}."
        )
    if fields.speaker:
        return f"{fields.speaker} berbicara dalam {that}{came}."
    return f"Yang hadir antara lain {_list(fields.others)}." if came else ""


def _head(noun: str) -> str:
    """Return a word to call the event by again: `rapat` for `rapat koordinasi`."""
    word = noun.split(maxsplit=1)[0] if noun else ""
    return word if word in _HEADS else "kegiatan"


_HEADS = frozenset(
    "rapat rakor pertemuan musyawarah silaturahmi audiensi mediasi dialog diskusi sarasehan "
    "seminar kunjungan pengarahan apel upacara acara sosialisasi penyuluhan pelatihan patroli "
    "sidang pelantikan pengukuhan peresmian peluncuran penandatanganan penyerahan perayaan "
    "peringatan pembagian pemusnahan deklarasi festival lomba".split()
)


def _list(names: Sequence[str]) -> str:
    if len(names) < 3:  # noqa: PLR2004 - two need no comma
        return " dan ".join(names)
    return f"{', '.join(names[:-1])}, dan {names[-1]}"
