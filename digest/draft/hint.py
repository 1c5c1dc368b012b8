"""Stage: draft, words to days. The days that a sentence names without their number.

comes in: a sentence, the dates written in it, the last date before it, the day of publication
goes out: the days meant by `Senin kemarin`, `sehari sesudahnya, Kamis`, `enam hari setelah 14 Mei`
"""

import datetime as dt
import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from digest.draft.lexicon import phrases, section
from digest.draft.token import Sentence

_WORDS = "satu dua tiga empat lima enam tujuh delapan sembilan sepuluh".split()
_NUMBERS = {"se": 1} | {word: number for number, word in enumerate(_WORDS, start=1)}
_UNITS = {"hari": 1, "malam": 1, "pekan": 7, "minggu": 7, "bulan": 0, "tahun": 0}
_COUNT = (
    rf"(?P<count>{'|'.join(sorted(_NUMBERS, key=len, reverse=True))}|\d{{1,2}})\s{{0,3}}"
    rf"(?P<unit>{'|'.join(_UNITS)})"
)
_SINCE = re.compile(
    rf"\b{_COUNT}\s{{1,3}}(?P<way>setelah|sesudah|usai|pasca|sejak|sebelum|menjelang)"
    r"(?:\s{1,3}[^\s,.]{1,20}){0,6}\s{0,3}$",
    re.IGNORECASE,
)
_NEXT = re.compile(
    rf"\b(?:{_COUNT}\s{{1,3}}(?:kemudian|berselang|setelahnya|sesudahnya|setelah itu|sesudah itu)"
    r"|(?P<one>ke?esokan hari(?:nya)?|esok hari(?:nya)?|esoknya|besoknya|hari berikutnya))\b",
    re.IGNORECASE,
)
_AGO = re.compile(
    rf"\b(?:{_COUNT}\s{{1,3}}(?:sebelumnya|sebelum itu)"
    r"|(?P<one>(?:hari|malam) sebelum(?:nya| itu)))\b",
    re.IGNORECASE,
)
_ISSUED = re.compile(
    rf"\b{_COUNT}\s{{1,3}}sebelum\s{{1,3}}(?:berita|tulisan|artikel|laporan|kabar)\s{{1,3}}ini\b",
    re.IGNORECASE,
)
_BEFORE = 80  # characters before a date that may count from it
_WEEK = 7
_LEAD = 2  # paragraphs that tell a report's day
_NO_DAY = frozenset(
    "setiap tiap saban hingga sampai pasar program acara kegiatan bertajuk lomba ibadah "
    "salat".split()
)
_BEHIND = frozenset(
    ", . ) ( pagi siang sore malam petang dini subuh kemarin lalu ini itu dan di bertempat saat "
    "ketika bersama untuk guna usai pekan minggu legi pahing paing pon wage kliwon".split()
)
_OF_WEEK = frozenset("awal akhir pertengahan".split())
_FUTURE = frozenset("depan mendatang nanti".split())
_GONE = frozenset("kemarin lalu".split())
_THIS = frozenset("ini lalu depan".split())
_LAST_WEEK = {("pekan", "lalu"), ("minggu", "lalu"), ("pekan", "kemarin"), ("minggu", "kemarin")}
_SAID, _NAMED = 2.0, 1.0  # weights of `Senin kemarin` and of `Senin`
_FOLLOWED, _EPILOGUE = 2.5, -2.0  # weights of a next day after trouble, and after an event
SINCE = 3.0
"""What a day gains that is counted from another, and what the other one loses."""


class Told(Struct, frozen=True):
    """A date told before."""

    date: dt.date
    trouble: bool
    """Whether it was the day of trouble, as a brawl or a flood."""
    issued: bool = False
    """Whether it is the dateline's."""


class Hint(Struct, frozen=True):
    """A day that is meant."""

    start: int
    """Offset of its first character in the text."""
    end: int
    """Offset behind its last character."""
    date: dt.date
    weight: float
    """What its wording says for its being the event's."""


def since(text: str, start: int) -> int | None:
    """Return how many days after the date at offset `start` are meant, None if the date itself is.

    Months and years are no count of days: 0.
    """
    match = _SINCE.search(text, max(0, start - _BEFORE), start)
    if match is None:
        return None
    return _number(match) * (-1 if match["way"].lower() in {"sebelum", "menjelang"} else 1)


def _number(match: re.Match[str]) -> int:
    """Return the days of a count: `seminggu` are 7, 0 where they are not told by the day."""
    word = match["count"].lower()
    return (int(word) if word.isdigit() else _NUMBERS[word]) * _UNITS[match["unit"].lower()]


def hints(
    text: str,
    row: Sentence,
    written: Sequence[tuple[int, int]],
    told: Told | None,
    posted: dt.date | None,
) -> Iterator[Hint]:
    """Yield the days that `row` means, none of them over a date that is `written` out.

    `told` is the last date before the row, `posted` the day of publication.
    """
    found = [*_next(text, row, told)]
    if posted is not None and row.paragraph < _LEAD:
        found += _weekdays(row, posted)
        found += _relative(row, posted)
        found += _issued(text, row, posted)
    for hint in found:
        if not any(hint.start < end and start < hint.end for start, end in written):
            yield hint


def _next(text: str, row: Sentence, told: Told | None) -> Iterator[Hint]:
    """Read `sehari sesudahnya` after a date: what followed trouble is the event, or an epilogue.

    `sehari sebelumnya` is the event's if it is counted from the dateline.
    """
    if told is None:
        return
    after = _FOLLOWED if told.trouble else _EPILOGUE
    before = _SAID if told.issued else _EPILOGUE
    for pattern, way, weight in ((_NEXT, 1, after), (_AGO, -1, before)):
        for match in pattern.finditer(text, row.start, row.end):
            days = 1 if match["one"] else _number(match)
            if days:
                date = told.date + dt.timedelta(days=way * days)
                yield Hint(match.start(), match.end(), date, weight)


def _weekdays(row: Sentence, posted: dt.date) -> Iterator[Hint]:
    """Read `Senin kemarin`, `Rabu malam`, `di Cirebon, Selasa,` in the lead."""
    known = section("calendar", "weekday")
    for at, token in enumerate(row.tokens):
        name = token.norm.partition("-")[0]  # `Selasa-Rabu` begins on Tuesday
        if name not in known or not token.upper or token.quoted:
            continue
        before = row.word(at - 1)
        behind = [word for word in row.words[at + 1 : at + 4] if word not in _OF_WEEK][:2]
        if before in _NO_DAY or (behind and behind[0] not in _BEHIND) or _FUTURE & set(behind):
            continue
        if name == "minggu" and before != "malam" and behind and behind[0] in _THIS:
            continue  # a week, not a Sunday
        eve = before == "malam"  # `malam Minggu` is Saturday's
        if eve and at > 1 and row.tokens[at - 1].upper:
            continue  # a name, as of `Dialog Malam Sabtu`
        date = _last(posted, int(known[name]) - eve, behind)
        yield Hint(token.start, token.end, date, _SAID if _GONE & set(behind) else _NAMED)


def _last(posted: dt.date, weekday: int, behind: Sequence[str]) -> dt.date:
    """Return the last such day before publication, or that of the week before."""
    if tuple(behind) in _LAST_WEEK:
        return posted - dt.timedelta(days=posted.weekday() + _WEEK - weekday % _WEEK)
    ago = (posted.weekday() - weekday) % _WEEK
    return posted - dt.timedelta(days=ago or (_WEEK if _GONE & set(behind) else 0))


def _relative(row: Sentence, posted: dt.date) -> Iterator[Hint]:
    for start, end, days in relative(row):
        weight = _SAID if days else _NAMED  # much is said of today that is not the event
        yield Hint(start, end, posted + dt.timedelta(days=days), weight)


def _issued(text: str, row: Sentence, posted: dt.date) -> Iterator[Hint]:
    """Read `sehari sebelum berita ini diturunkan`."""
    for match in _ISSUED.finditer(text, row.start, row.end):
        date = posted - dt.timedelta(days=_number(match))
        yield Hint(match.start(), match.end(), date, _SAID)


def relative(row: Sentence) -> Iterator[tuple[int, int, int]]:
    """Yield offsets of `kemarin` and the like, and the days from publication: -1, not to come."""
    for at in range(len(row.words)):
        match = phrases("calendar", "relative").at(row.words, at)
        if match is not None and not row.tokens[at].quoted and int(match.value) <= 0:
            last = row.tokens[at + match.length - 1]
            yield row.tokens[at].start, last.end, int(match.value)
