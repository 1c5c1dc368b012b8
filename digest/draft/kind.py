"""Stage: draft, sentences to a kind. What the text calls what happened, and of what kind that is.

comes in: title and sentences of the body
goes out: the weight of each kind of event, with its heaviest noun; where such nouns stand
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from digest.draft.form import verb
from digest.draft.genre import FUTURE
from digest.draft.grammar import THIS
from digest.draft.lexicon import Match, phrases, section
from digest.draft.token import Sentence

_TITLE = 2.0  # a noun in the headline counts so many times
_LEAD = 2.5  # likewise in the first paragraph
_SECOND = 1.2
_DATED = 2.5  # likewise in the sentence that tells the day
_REST = 0.4
_HELD = 2.0  # a noun that a verb of holding governs counts so many times
_PASSING = 0.25  # a noun only spoken of counts so little
_WITHIN = 4  # words between such a verb and its noun


def votes(
    rows: Sequence[Sentence], title: Sequence[Sentence], day: int
) -> tuple[dict[str, float], dict[str, tuple[str, tuple[int, int]]]]:
    """Weigh each kind of event by its nouns; remember the heaviest noun of each."""
    weights: dict[str, float] = defaultdict(float)
    spans: dict[str, tuple[float, str, tuple[int, int]]] = {}
    seen: dict[str, int] = defaultdict(int)
    for row, factor in _weighted(rows, title, day):
        talk = 0
        for at, match in nouns(row):
            kind, weight = match.value.split()
            seen[match.phrase] += 1
            worth = float(weight) * _factor(row, at, match.length, factor) / seen[match.phrase]
            if at and at == talk:
                worth *= _PASSING  # `rapat pengundian nomor urut`: what it was about
            talk = at + match.length if kind in _TALKS else 0
            shown = match.phrase not in _SOUGHT
            if kind == "other" and shown and _opened(row, at, match.length):
                kind = "ceremony"  # what is opened is a feast, its opening a ceremony
            elif kind == "other" and any(word in _SEES for word in row.words[max(0, at - 2) : at]):
                kind = "visit"  # who inspects a harvest, visits it
            elif kind == "aid" and _told_on_paper(row, at + match.length):
                kind, worth = "outreach", 1.5 * worth  # handed out to be read
            weights[kind] += worth
            place = (row.tokens[at].start, row.tokens[at + match.length - 1].end)
            if kind not in spans or worth > spans[kind][0]:
                spans[kind] = (worth, match.phrase, place)
    return dict(weights), {kind: (noun, place) for kind, (_, noun, place) in spans.items()}


def nouns(row: Sentence) -> Iterator[tuple[int, Match]]:
    """Yield the names of events in `row`, none that is quoted or names a room."""
    nouns = phrases("events", "noun")
    at = 0
    while at < len(row.words):
        match = nouns.at(row.words, at) or _owned(row.words[at])
        if match is None or row.tokens[at].quoted:
            at += 1
            continue
        if not (at and row.words[at - 1] in _ROOMS):
            yield at, match
        at += match.length


def _owned(word: str) -> Match | None:
    """Return the noun in `kunjungannya`, `pencanangannya`, if the word is one."""
    bare = word.removesuffix("nya")
    value = section("events", "noun").get(bare) if len(bare) >= _LONG and bare != word else None
    return Match(1, bare, value) if value else None


_LONG = 5  # letters of a noun that may have an ending
_ROOMS = frozenset(
    "lapangan ruang ruangan gedung aula balai rumah tempat halaman pos kapal mobil motor perahu "
    "kendaraan spanduk baliho seragam pakaian baju".split()
)


def _factor(row: Sentence, at: int, length: int, factor: float) -> float:
    """Weigh a noun by its place, by what governs it, by whether it is this event's name."""
    if _named(row, at, length):
        factor = max(factor, _SECOND)
    if beside(row, at, length):
        factor *= _PASSING
    elif held(row, at, length) or within(row, at):
        factor *= _HELD
    return factor


def _named(row: Sentence, at: int, length: int) -> bool:
    """Whether a later sentence calls the event so: `Kunjungan itu`, `Rapat dipimpin …`."""
    after = row.words[at + length : at + length + 2]
    return any(word in _THIS for word in after) or (
        at == 0 and any(word in section("events", "verb") for word in after)
    )


_TALKS = frozenset("meeting dialogue hearing briefing press-conference outreach training".split())
_THIS = THIS | frozenset("tadi ditutup berakhir diakhiri rampung usai selesai".split())


def _opened(row: Sentence, at: int, length: int) -> bool:
    """Whether a feast is opened or closed: `membuka turnamen`, `festival dibuka`."""
    before = row.words[max(0, at - _WITHIN) : at]
    after = row.words[at + length : at + length + _WITHIN + 2]
    return any(word in _OPENS for word in before) or "dibuka" in after or "ditutup" in after


def _told_on_paper(row: Sentence, at: int) -> bool:
    """Whether what is handed out before token `at` or behind it is only to be read."""
    return any(word in _PAPERS for word in row.words[max(0, at - 4) : at + 3])


_PAPERS = frozenset(
    "pamflet brosur selebaran leaflet stiker poster booklet buklet pamplet flyer liflet".split()
)
_SOUGHT = frozenset({"pendaftaran", "mendaftar"})  # opened without a feast
_SEES = frozenset("meninjau tinjau mengunjungi kunjungi memantau pantau mengecek cek".split())
_OPENS = frozenset(
    "buka membuka dibuka tutup menutup ditutup pembukaan penutupan membukanya".split()
)


def within(row: Sentence, at: int) -> bool:
    """Whether something was said in the course of it: `katanya dalam konferensi pers`."""
    before = row.words[max(0, at - 2) : at]
    return any(word in {"dalam", "saat", "sela", "lewat", "melalui"} for word in before)


def _weighted(
    rows: Sequence[Sentence], title: Sequence[Sentence], day: int
) -> Iterator[tuple[Sentence, float]]:
    """Yield each sentence and what its words count; the one that tells the day as the first."""
    for row in title:
        yield row, _TITLE
    for row in rows:
        dated = row.start <= day < row.end
        factor = (_LEAD, _SECOND)[row.paragraph] if row.paragraph < 2 else _REST  # noqa: PLR2004 - the two weighed above
        yield row, max(factor, _DATED) if dated else factor


_GREETS = frozenset({"disambut", "menyambut", "sambut"})  # what guests are met with is no event


def held(row: Sentence, at: int, length: int) -> bool:
    """Whether a verb of holding governs the noun at token `at`."""
    verbs = section("events", "verb").keys() - _GREETS
    before = row.words[max(0, at - _WITHIN) : at]
    after = row.words[at + length : at + length + _WITHIN]
    return any(word in verbs for word in before) or any(
        word in verbs and word.startswith(("di", "ber")) for word in after
    )


def beside(row: Sentence, at: int, length: int) -> bool:
    """Whether the noun is only spoken of: to come, wanted, denied, another time."""
    before = row.words[max(0, at - 3) : at]
    if before[-2:] == ("dalam", "rangkaian"):
        return False  # of which it is one
    if any(word in _OF_OTHER or word in FUTURE for word in before):
        return True
    if row.words[:1] == ("persiapan",) and not any(verb(word) for word in row.words[1:at]):
        return True
    for word in row.words[at + length : at + length + _WITHIN]:
        if word in _TO_COME:
            return True
        if word in _STOPS or word in section("events", "verb"):
            return False
    return False


_OF_OTHER = frozenset(
    "setelah sebelum menjelang jelang hasil usulan persiapan tahapan pascasarjana pasca sejak "
    "undangan mendatang rencana menghadapi hingga sampai seperti selain jadwal panitia "
    "rangkaian saksi agenda tahap pengurus janji berjanji segera menuju "
    "minta meminta diminta memohon butuh membutuhkan menunggu menanti berharap mengharapkan "
    "dahulu dulu pernah biasa biasanya bukan tanpa cukup siapkan menyiapkan disiapkan "
    "mempersiapkan persiapkan matangkan mematangkan "
    "bahas membahas merancang merencanakan rancang".split()
)
_TO_COME = frozenset(
    "akan bakal segera dijadwalkan direncanakan dirancang rencananya lanjutan mendatang "
    "berikutnya selanjutnya serupa boleh harus sering kerap wajib perlu sebaiknya hendaknya "
    "bahasan pembahasan".split()
)
_STOPS = frozenset(", . ; : ( yang".split())
