"""Stage: draft, sentences to an event. Whether there was one, of what kind, how it was held.

comes in: title and sentences of the body
goes out: `What`: kind, mode, status, the words for it; or why the article reports no event
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from digest.draft.genre import FUTURE, against
from digest.draft.lead import clause
from digest.draft.lexicon import Match, Phrases, phrases, section
from digest.draft.token import Sentence

_TITLE = 2.0  # a noun in the headline counts so many times
_LEAD = 2.5  # likewise in the first paragraph
_SECOND = 1.2
_DATED = 2.5  # likewise in the sentence that tells the day
_REST = 0.4
_HELD = 2.0  # a noun that a verb of holding governs counts so many times
_LINE = 2.5  # an article must score so much to be taken for an event
_PASSING = 0.25  # a noun only spoken of counts so little
_LEAST = 5.5  # and so much whatever else it may be
_NAMELESS = 4.0  # likewise where nothing has the name of an event
_DOUBT = 0.35  # words of crime and figures weigh so much less where the lead says what was held
_CASE = 0.25  # likewise where it was told to the press
_WEAK = 3.5  # an article with less of an event in it must say when and where it was
_SURE = 4.0  # in a headline they need no verb
_HEAVY = 3.0  # nouns of at least such weight name an event by themselves
_TOLD = frozenset(
    "crime incident statistics sport nothing-held".split()
)  # what events are held about
_WITHIN = 4  # words between such a verb and its noun


class What(Struct, frozen=True):
    """What happened, or that nothing did."""

    is_event: bool
    reason: str
    """Why it is no event, as a key: `opinion`, `statistics`; empty for an event."""
    kind: str
    noun: str
    """What the article calls it: `rapat koordinasi`; empty if nothing fits."""
    span: tuple[int, int]
    """Where that stands."""
    mode: str
    status: str
    sure: bool
    """Whether kind and nature are beyond doubt."""


def what(  # noqa: PLR0913 - what was found
    rows: Sequence[Sentence],
    title: Sequence[Sentence],
    *,
    dated: bool,
    placed: bool,
    people: int,
    lines: Sequence[str] = (),
    at: int = -1,
) -> What:
    """Weigh the words of `title` and `rows`.

    `dated`, `placed` and `people` tell what else was found: a day, a venue, how many were there;
    `lines` stand above the text, and at offset `at` the day.
    """
    votes, spans = _votes(rows, title, at)
    ranked = sorted(votes, key=lambda kind: (-votes[kind], kind))
    kind = ranked[0] if ranked else "other"
    noun, span = spans.get(kind, ("", (0, 0)))
    contra, reason = against(rows, title, lines)
    favour = _favour(rows, title, votes, dated=dated, placed=placed, people=people)
    pressed = dated and placed and _to_press(rows)
    favour += _SPOKEN * pressed
    if reason in _TOLD and (pressed or ((dated or placed) and _announced(rows, title, at))):
        contra *= _CASE if pressed else _DOUBT
    is_event = favour >= _LEAST and favour - contra >= (_LINE if ranked else _NAMELESS)
    near = len(ranked) > 1 and votes[ranked[1]] > 0.7 * votes[kind]
    return What(
        is_event,
        "" if is_event else (reason or "nothing-held"),
        kind,
        noun,
        span,
        _mode(rows, title),
        _status(rows, title),
        not near and abs(favour - contra - _LINE) > 2,  # noqa: PLR2004 - well off the line
    )


def _votes(
    rows: Sequence[Sentence], title: Sequence[Sentence], day: int
) -> tuple[dict[str, float], dict[str, tuple[str, tuple[int, int]]]]:
    """Weigh each kind of event by its nouns; remember the heaviest noun of each."""
    votes: dict[str, float] = defaultdict(float)
    spans: dict[str, tuple[float, str, tuple[int, int]]] = {}
    seen: dict[str, int] = defaultdict(int)
    for row, factor in _weighted(rows, title, day):
        for at, match in _nouns(row):
            kind, weight = match.value.split()
            seen[match.phrase] += 1
            worth = float(weight) * _factor(row, at, match.length, factor) / seen[match.phrase]
            shown = match.phrase not in _SOUGHT
            if kind == "other" and shown and _opened(row, at, match.length):
                kind = "ceremony"  # what is opened is a feast, its opening a ceremony
            elif kind == "other" and any(word in _SEES for word in row.words[max(0, at - 2) : at]):
                kind = "visit"  # who inspects a harvest, visits it
            elif kind == "aid" and _told_on_paper(row, at + match.length):
                kind, worth = "outreach", 1.5 * worth  # handed out to be read
            votes[kind] += worth
            place = (row.tokens[at].start, row.tokens[at + match.length - 1].end)
            if kind not in spans or worth > spans[kind][0]:
                spans[kind] = (worth, match.phrase, place)
    return dict(votes), {kind: (noun, place) for kind, (_, noun, place) in spans.items()}


def _nouns(row: Sentence) -> Iterator[tuple[int, Match]]:
    """Yield the names of events in `row`, none that is quoted or names a room."""
    nouns = phrases("events", "noun")
    at = 0
    while at < len(row.words):
        match = nouns.at(row.words, at)
        if match is None or row.tokens[at].quoted:
            at += 1
            continue
        if not (at and row.words[at - 1] in _ROOMS):
            yield at, match
        at += match.length


_ROOMS = frozenset("lapangan ruang ruangan gedung aula balai rumah tempat halaman pos".split())


def _factor(row: Sentence, at: int, length: int, factor: float) -> float:
    """Weigh a noun by its place, by what governs it, by whether it is this event's name."""
    if _named(row, at, length):
        factor = max(factor, _SECOND)
    if _beside(row, at, length):
        factor *= _PASSING
    elif _held(row, at, length) or _within(row, at):
        factor *= _HELD
    return factor


def _named(row: Sentence, at: int, length: int) -> bool:
    """Whether a later sentence calls the event so: `Kunjungan itu`, `Rapat dipimpin …`."""
    after = row.words[at + length : at + length + 2]
    return any(word in _THIS for word in after) or (
        at == 0 and any(word in section("events", "verb") for word in after)
    )


_THIS = frozenset("itu tersebut ini tadi ditutup berakhir diakhiri rampung usai selesai".split())


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


def _to_press(rows: Sequence[Sentence]) -> bool:
    """Whether somebody stood before the press, or spoke to it at an office: `di Mapolres`."""
    found: dict[str, float] = {}
    lead = any(row.paragraph == 0 and _seated(row) for row in rows)
    for row in rows:
        seated = lead or _seated(row)
        for at, match in _nouns(row):
            kind, weight = match.value.split()
            if kind == "press-conference" and not _beside(row, at, match.length):
                found[match.phrase] = max(float(weight), _PRESS if seated else 0)
    return sum(found.values()) >= _PRESS


def _seated(row: Sentence) -> bool:
    """Whether a sentence leads to an office, and not those who are held there."""
    held = any(word in _CUSTODY for word in row.words)
    return not held and any(
        before == "di" and word.startswith(_SEATS) for before, word in pairwise(row.words)
    )


_CUSTODY = frozenset(
    "ditahan diamankan digiring dibawa ditangkap mendekam digelandang meringkuk dititipkan".split()
)
_SEATS = ("mapol", "mako", "kantor", "gedung", "aula", "lobi", "lobby", "ruang", "kejaksaan")
_SPOKEN = 1.5  # what standing before the press counts
_PRESS = 2.0  # cues of such weight tell that somebody stood before the press


def _announced(rows: Sequence[Sentence], title: Sequence[Sentence], day: int) -> bool:
    """Whether headline, lead or the paragraph of the day say that an event was held."""
    told = {0, *(row.paragraph for row in rows if row.start <= day < row.end)}
    for row in (*title, *(each for each in rows if each.paragraph < 2)):  # noqa: PLR2004 - the lead
        for at, match in _nouns(row):
            kind, weight = match.value.split()
            heavy = float(weight) >= _HEAVY and (
                row.paragraph in told or kind == "press-conference"
            )
            if not heavy or _beside(row, at, match.length):
                continue
            named = row in title and float(weight) >= _SURE
            if named or _held(row, at, match.length) or _within(row, at):
                return True
    return False


def _within(row: Sentence, at: int) -> bool:
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


def _held(row: Sentence, at: int, length: int) -> bool:
    verbs = section("events", "verb").keys() - _GREETS
    before = row.words[max(0, at - _WITHIN) : at]
    after = row.words[at + length : at + length + _WITHIN]
    return any(word in verbs for word in before) or any(
        word in verbs and word.startswith(("di", "ber")) for word in after
    )


def _beside(row: Sentence, at: int, length: int) -> bool:
    """Whether the noun is only spoken of: to come, wanted, denied, another time."""
    before = row.words[max(0, at - 3) : at]
    if any(word in _OF_OTHER or word in FUTURE for word in before):
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
    "dahulu dulu pernah biasa biasanya bukan tanpa".split()
)
_TO_COME = frozenset(
    "akan bakal segera dijadwalkan direncanakan dirancang rencananya lanjutan mendatang "
    "berikutnya selanjutnya serupa".split()
)
_STOPS = frozenset(", . ; : ( yang".split())


def _favour(  # noqa: PLR0913 - what was found
    rows: Sequence[Sentence],
    title: Sequence[Sentence],
    votes: dict[str, float],
    *,
    dated: bool,
    placed: bool,
    people: int,
) -> float:
    best = max(votes.values(), default=0.0)
    verbs = phrases("events", "verb")
    early = [row for row in rows if row.paragraph < 3]  # noqa: PLR2004 - the top
    held = sum(_done(verbs, row) for row in (*title, *early))
    core = min(best, 12.0) * 0.5 + min(_course(rows), 5) * 0.7 + min(held, 4) * 1.0
    around = 1.5 * dated + (2.0 if dated else 1.0) * placed + min(people, 3) * 0.7
    if core < _WEAK and not (dated and placed):
        around *= 0.5  # an accident has its day and its people as well
    return core + around


def _done(verbs: Phrases, row: Sentence) -> bool:
    """Whether a sentence says that something was held, not that it will be."""
    return any(
        verbs.at(row.words, at)
        and not any(word in FUTURE for word in row.words[max(0, at - 3) : at])
        for at in range(len(row.words))
    )


def _course(rows: Sequence[Sentence]) -> int:
    """Count the different words that tell of the course of an event."""
    words = phrases("events", "attendance")
    return len({match.phrase for row in rows for match in words.all(row.words)})


def _mode(rows: Sequence[Sentence], title: Sequence[Sentence]) -> str:
    """Return `mixed`, `online` or `offline`: how most of those there took part."""
    told = [row for row in (*title, *rows) if not _all_quoted(row)]
    if any(phrases("events", "mixed").within(row.words) for row in told):
        return "mixed"
    top = [row for row in told if row.paragraph < 3]  # noqa: PLR2004 - the top
    seen = [how for row in top for how in _screens(row)]
    if "whole" in seen:
        return "online"
    return "mixed" if seen else "offline"


def _screens(row: Sentence) -> Iterator[str]:
    """Yield for each screen in `row` whether the `whole` event or a `part` of it was on it."""
    things = {
        at + i
        for at in range(len(row.words))
        if (match := phrases("events", "not-online").at(row.words, at))
        for i in range(match.length)
    }
    for at in range(len(row.words)):
        match = phrases("events", "online").at(row.words, at)
        if match is None or at in things or row.tokens[at].quoted:
            continue
        if any(word in section("events", "done-online") for word in row.words[max(0, at - 3) : at]):
            continue
        begin = clause(row, at)
        some = phrases("events", "part").within(row.words[begin:at])
        hall = phrases("events", "hall").within(row.words)
        yield "part" if some or hall else "whole"


def _all_quoted(row: Sentence) -> bool:
    return all(token.quoted for token in row.tokens)


def _status(rows: Sequence[Sentence], title: Sequence[Sentence]) -> str:
    """Return `held` unless title or lead say that it is to come, put off or called off."""
    top = [*title, *rows[:1]]
    for status in ("cancelled", "postponed", "planned"):
        if any(phrases("events", status).within(row.words) for row in top):
            return status
    return "held"
