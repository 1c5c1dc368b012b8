"""Stage: draft, words around a date to what they say. Whether the event's day or another's.

comes in: a sentence and where a date stands in it
goes out: what its words add to the date's weight, or take from it
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from digest.draft.form import verb
from digest.draft.lexicon import fold, phrases, section
from digest.draft.token import Sentence

_AFTER = 8  # words between a date and what tells that it is to come
_TROUBLED = 3  # words before a date that may be those of trouble
_DATE = re.compile(r"\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?\)?|\b(?:19|20)\d{2}\)?")
"""A date in digits or the year of one, behind which other words tell of the next."""
_EVERY = frozenset("setiap tiap saban".split())
_NEVER = -9.0  # what a day weighs that comes every year
_SPOKEN = 8  # words between a statement and its date


def weighed(text: str, row: Sentence, start: int, end: int) -> float:
    """Weigh what the words of `row` say of the date at `text[start:end]`.

    A day on which something was held gains; one to come or gone by, a polling day, the day of
    trouble that the event came after, and the day somebody was asked about it, lose.
    """
    own = _DATE.split(text[max(row.start, start - 60) : start])[-1]
    before = [fold(each).strip("(,") for each in own.split()]
    if before and before[-1] in _EVERY:
        return _NEVER
    score = 0.0
    words = set(row.words)
    token = next((each for each in row.tokens if each.start >= start), None)
    if token is not None and token.quoted:
        score -= 2
    elif any(each.quoted for each in row.tokens if each.end <= start):
        score -= 1.5
    elif words & _HELD:
        score += 1
    elif phrases("events", "trouble").within(row.words):
        score -= 1.5
    named = "peringatan" in before[-5:] and not text[:start].rstrip().endswith(",")
    planned = named or any(pair in _PLANNED for pair in pairwise(before[-6:]))
    ahead = planned or any(word in _AHEAD for word in before[-6:])
    if ahead or words & _LATER or _to_come(row, end):
        score -= 4
    past = any(word in _PAST for word in before[-5:]) and not _since(before)
    if past and tuple(before[-2:]) not in _YESTERDAY:
        score -= 2
    score -= _passed(before)
    if stated(text, row, start):
        score -= 2
    return score


def _passed(before: Sequence[str]) -> float:
    """Return what a day loses that is a poll's, a mishap's, or of what somebody has just done."""
    poll = next((word for word in reversed(before) if word not in _LINKS), "") in _POLLS
    just = any(pair in _JUST for pair in pairwise(before)) or _broke_out(before)
    return 3.0 * poll + 2.5 * just


def _broke_out(before: Sequence[str]) -> bool:
    """Whether the date is trouble's own: `bukit runtuh pada`, `korban kecelakaan,`."""
    near = before[-_TROUBLED:]
    return bool(near) and (
        phrases("events", "trouble").within(near) is not None
        and phrases("events", "noun").within(before) is None
    )


def stated(text: str, row: Sentence, start: int) -> bool:
    """Whether the date at offset `start` is that of a statement: `dalam keterangannya, Senin`."""
    told = text[:start].rstrip()
    before = _before(row, start)
    near = before[-_SPOKEN:]
    if told.endswith(",") and len(before) > 1 and _speaks(before[-2]):
        return True
    if any(pair in _TOLD for pair in pairwise(near)):
        return True
    at = next((at for at in range(len(near) - 1, -1, -1) if near[at] in _STATED), None)
    return at is not None and not any(word in _DURING for word in near[at:])


def _speaks(word: str) -> bool:
    return word.startswith("me") and word in section("speech", "say")


def _before(row: Sentence, start: int) -> list[str]:
    """Return the words of a sentence that end before offset `start`."""
    return [word for word, each in zip(row.words, row.tokens, strict=True) if each.end <= start]


def _since(before: list[str]) -> bool:
    """Whether the event goes on since the date: `digelar sejak Rabu`."""
    return any(word == "sejak" and held in _HELD for held, word in pairwise(before[-6:]))


def _to_come(row: Sentence, end: int) -> bool:
    """Whether the first verb behind the date is still to be done: `Rabu (14/2) warga akan …`."""
    behind = [word for word, each in zip(row.words, row.tokens, strict=True) if each.start >= end]
    for word in behind[:_AFTER]:
        if word in {"akan", "bakal"}:
            return True
        if verb(word):
            return False
    return False


_HELD = frozenset(phrase for phrase in section("events", "verb") if " " not in phrase)
_AHEAD = frozenset(
    "mendatang hingga sampai jatuh menjadwalkan semestinya "
    "seharusnya sedianya dijadwalkan direncanakan rencananya akan menjelang berakhir "
    "sebelum bakal paling batas nanti tahapan tertanggal bertanggal".split()
)
_PLANNED = {
    *(("menurut", "rencana"), ("sesuai", "rencana"), ("dari", "rencana")),
    *(("pekan", "depan"), ("minggu", "depan"), ("bulan", "depan"), ("tahun", "depan")),
}
_JUST = {
    ("yang", "terjadi"),
    ("yang", "baru"),
    ("baru", "saja"),
    ("sudah", "sejak"),
    ("telah", "sejak"),
}
_YESTERDAY = {("sehari", "sebelumnya"), ("hari", "sebelumnya"), ("malam", "sebelumnya")}
_LATER = frozenset("mendatang nanti serupa".split())
_PAST = frozenset(
    "sejak lahir kelahiran setelah sebelumnya terakhir dibanding dibandingkan per".split()
)
_POLLS = frozenset(
    "pilkada pemilu pilpres pileg pilgub pilbup pilwalkot pilwako pilkades pilchiksung pilwana "
    "pencoblosan coblosan".split()
)
_STATED = frozenset(
    "keterangan keterangannya rilis rilisnya ditemui dihubungi dikonfirmasi diwawancarai ditanya "
    "pernyataan pernyataannya siaran dimintai".split()
)
_TOLD = {("disampaikan", "melalui"), ("disampaikan", "lewat"), ("dikatakan", "melalui")}
_DURING = frozenset("saat ketika usai seusai selepas sela".split())
_LINKS = frozenset("serentak pada tanggal hari suara pemungutan ulang jatuh".split())
