"""Stage: draft, mentions of one sentence. What those listed side by side have from each other.

comes in: mentions of a sentence, its words
goes out: the same with an office that was said once for several, or that stands behind a name
"""

from collections.abc import Iterator

from msgspec.structs import replace

from digest.draft import credit, shape
from digest.draft import name as names
from digest.draft.grammar import AS, NAMELY, joins
from digest.draft.lexicon import phrases
from digest.draft.mention import NUMBERS, Mention, with_office
from digest.draft.token import Sentence

_SHARED = frozenset(
    "staf anggota komisioner perwakilan personel juri dewan_juri tokoh_agama tokoh_masyarakat "
    "tokoh tokoh_adat tokoh_pemuda narasumber pemateri moderator mahasiswa mahasiswi siswa siswi "
    "pelajar peserta warga kader relawan kasubbag kabid kasi wakil_ketua babinsa penyuluh "
    "bhabinkamtibmas pengurus pimpinan guru dosen dokter perawat bidan analis "
    "analis_kebijakan kepala_dusun petani nelayan pedagang pendamping_desa fasilitator jaksa "
    "hakim".split()
)
_OPENINGS = NAMELY | {"masing-masing"}
_BREAKS = _OPENINGS | frozenset("lain , : ; dan serta .".split())
_PAIR = 2
_NOUN = 6  # tokens of what several are said to become


def counted(row: Sentence, found: list[Mention]) -> Iterator[Mention]:
    """Give those listed behind `Tiga juri …, yaitu` the common noun that counts them."""
    opening = next((at for at in range(len(row.words)) if _opens(row, at)), None)
    noun = _noun(row, opening) if opening else None
    items = sum(opening is not None and each.start > opening for each in found)
    for each in found:
        listed = noun and opening is not None and each.start > opening
        if (
            listed
            and each.name_text
            and not each.position
            and (each.anchored or (items > 1 and _item(row, each)))
        ):
            yield replace(each, position=noun, head=noun or "", anchored=True)
        else:
            yield each


def _opens(row: Sentence, at: int) -> bool:
    """Whether a list of people may follow token `at`: `yakni`, `antara lain`."""
    return row.words[at] in _OPENINGS or row.words[at - 1 : at + 1] == ("antara", "lain")


def _item(row: Sentence, mention: Mention) -> bool:
    """Whether a run stands alone between the commas of a list."""
    before, after = row.words[mention.start - 1], row.words[mention.end : mention.end + 1]
    return before in _BREAKS and (not after or after[0] in _BREAKS)


def respective(row: Sentence, found: list[Mention]) -> list[Mention]:
    """Give each of `A dan B, masing-masing Kepala Desa Uji dan Lurah Coba` their own office."""
    first = next((i for i, each in enumerate(found) if _each(row, each)), 0)
    last = first
    while last < len(found) and found[last].position and not found[last].name_text:
        last += 1
    size = last - first
    holders = found[max(0, first - size) : first]
    if size < _PAIR or len(holders) < size or not all(_vague(each) for each in holders):
        return found
    paired = [with_office(one, two) for one, two in zip(holders, found[first:last], strict=True)]
    ends = [replace(one, end=before.end) for one, before in zip(paired, holders, strict=True)]
    return [*found[: first - size], *ends, *found[last:]]


def holding(row: Sentence, found: list[Mention]) -> list[Mention]:
    """Give the office in `Jabatan bendahara dipegang A, juru tulis oleh B` to its holder."""
    made: list[Mention] = []
    for each in found:
        office = made[-1] if made and not made[-1].name_text else None
        if (
            office is not None
            and _free(each)
            and shape.entrusted(row, office.end) == each.start
            and each.start > office.end
        ):
            made[-1] = replace(with_office(each, office), end=each.end)
        else:
            made.append(each)
    return made


def behind(row: Sentence, found: list[Mention]) -> list[Mention]:
    """Give each of `A, Camat Uji, B, Lurah Coba, dan` their office, which stands behind the name.

    Read one by one, each office would rather be that of whoever follows it.
    """
    made, at = list(found), 0
    while at < len(made):
        stop = at + 1
        while stop < len(made) and _forward(row, made[stop - 1], made[stop]):
            stop += 1
        if stop > at + 1 and _free(made[at]) and stop < len(made) and _last(row, made, stop):
            pairs = zip(made[at:stop], made[at + 1 : stop + 1], strict=True)
            made[at : stop + 1] = [_behind(row, one, two) for one, two in pairs]
        at = stop
    return made


def _forward(row: Sentence, before: Mention, mention: Mention) -> bool:
    """Whether an office stands between two names and commas: `A,` *Camat Uji, B*."""
    start = mention.start
    comma = _comma(row, mention)
    return (
        bool(mention.name_text and before.name_text and mention.position)
        and row.words[before.end : start] == (",",)
        and start < comma
    )


def _comma(row: Sentence, mention: Mention) -> int:
    """Return the comma between an office and its bearer, or the beginning of the mention."""
    marks = range(mention.start, mention.name[0])
    return next((at for at in reversed(marks) if row.words[at] == ","), mention.start)


def _last(row: Sentence, found: list[Mention], at: int) -> bool:
    """Whether the office at place `at` is the one behind the last name of a list."""
    office, before = found[at], found[at - 1]
    alone = bool(office.position) and not office.name_text
    return alone and row.words[before.end : office.start] == (",",)


def _behind(row: Sentence, mention: Mention, office: Mention) -> Mention:
    """Return somebody in the office that stands behind their name."""
    start = _comma(row, mention) + 1 if mention.position else mention.start
    end = _comma(row, office) if office.name_text else office.end
    return replace(with_office(mention, office), start=start, end=end)


def _each(row: Sentence, mention: Mention) -> bool:
    before = row.words[max(0, mention.start - 2) : mention.start]
    return before[-1:] == ("masing-masing",) or (
        before[:1] == ("masing-masing",) and before[1] in AS
    )


def _free(mention: Mention) -> bool:
    return bool(mention.name_text) and not mention.position


def _vague(mention: Mention) -> bool:
    """Whether no more is told of somebody than what several are called: `dua pejabat, A dan B`."""
    return bool(mention.name_text) and (not mention.position or mention.position.islower())


def _noun(row: Sentence, stop: int) -> str | None:
    """Return the noun before `stop` that a number word counts: `juri` of `Tiga juri`.

    Or what those counted become: `camat` of `Empat pejabat yang dipromosikan menjadi camat`.
    """
    if (made := _become(row, stop)) is not None:
        return made
    for at in range(stop - 1, 0, -1):
        match = phrases("positions", "person").at(row.words, at)
        if match and row.words[at - 1] in NUMBERS:
            return match.phrase
    return None


def _become(row: Sentence, stop: int) -> str | None:
    """Return the office right before a list that several are said to take up."""
    end = stop - (row.words[stop - 1] == ",")
    for at in range(end - 1, max(0, end - _NOUN), -1):
        if row.words[at] not in AS:
            continue
        office = phrases("positions", "person", "office").at(row.words, at + 1)
        inside = row.tokens[at + 1 : end]
        counts = any(word in NUMBERS for word in row.words[:at])
        if office is None or not counts or not all(each.word for each in inside):
            return None
        return " ".join(each.text for each in inside)
    return None


def shared(row: Sentence, before: Mention, mention: Mention) -> Mention:
    """Give the second of `Staf Bawaslu A dan B` the office of the first, and anchor it."""
    if mention.position or not mention.name_text or not before.name_text:
        return mention
    gap = row.words[before.end : mention.start]
    if not joins(gap):
        return mention
    start, end = mention.name
    known = names.some_known(row.words[start:end])
    last = "dan" in gap and before.anchored and (known or not before.position)
    last = last or (before.anchored and credit.listed(row, before.name, start, end))
    told = known and (end - start > 1 or before.title)
    if not (mention.anchored or last or told):
        return mention
    deputy = gap == ("dan",) and (before.position or "").lower().startswith("wakil ketua")
    if before.head.replace(" ", "_") not in _SHARED and not deputy:
        return replace(mention, anchored=True)
    return replace(
        mention,
        position=before.position,
        organisation=before.organisation,
        head=before.head,
        anchored=True,
    )
