"""Stage: draft, mentions to mentions. Who has the office that is handed on in a sentence.

comes in: the mentions and sentences of an article
goes out: the mentions, the office handed on given to whoever it goes to and comes from
"""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from digest.draft.mention import Mention, with_office
from digest.draft.token import Sentence

_HELD = frozenset(
    "dijabat dipegang diisi diemban diduduki diampu ditempati dipercayakan diserahkan diamanahkan "
    "diserahterimakan dilimpahkan dialihkan beralih berganti berpindah bergeser bergulir digilir "
    "jatuh diestafetkan sertijab estafet sementaranya penggantinya pejabatnya".split()
)
"""Of an office: tells that somebody has it, or that it goes on to somebody."""
_FILL = frozenset(
    "yang kini saat ini sekarang baru telah sudah resmi akan akhirnya kembali selanjutnya kemudian "
    "lalu secara resminya semula sebelumnya dulu dulunya tadinya sempat sementara untuk menjadi "
    "pejabat adalah ialah yakni yaitu oleh kepada ke pada tangan lama dari sejak , ( )".split()
)
_TO = frozenset({"kepada", "ke", "oleh", "adalah", "ialah", "yakni", "yaitu"})
_REPLACES = frozenset({"menggantikan", "gantikan", "mengganti"})


def handed(mentions: Sequence[Mention], rows: Sequence[Sentence]) -> list[Mention]:
    """Give offices handed on to those named: `Camat Uji kini dijabat` *Budi*, `dari` *A* `ke` *B*.

    Whoever has an office of their own in the sentence keeps it, unless it is a former one.
    """
    found = list(mentions)
    for number, each in enumerate(mentions[:-1]):
        row = rows[each.sentence]
        near = [
            at
            for at in range(number + 1, min(number + 3, len(mentions)))
            if mentions[at].sentence == each.sentence and mentions[at].name_text
        ]
        if near[:1] != [number + 1]:
            continue
        for at in _takers(row, each, [mentions[at] for at in near]):
            found[near[at]] = _seated(found[near[at]], each)
        if _replaces(row, each, mentions[number + 1]):
            found[number] = _in_office(each, mentions[number + 1])
    return found


def _seated(person: Mention, office: Mention) -> Mention:
    if person.position and not person.former:
        return person
    return _in_office(person, office)


def _in_office(person: Mention, office: Mention) -> Mention:
    """Return the person in the office, ending where they ended."""
    return replace(with_office(person, office), end=person.end)


def _takers(row: Sentence, office: Mention, named: Sequence[Mention]) -> Iterator[int]:
    """Yield which of the next one or two people named behind an office have it, or had it."""
    if office.name_text or not office.position:
        return
    first = row.words[office.end : named[0].start]
    says = _says(first)
    second = row.words[named[0].end : named[1].start] if len(named) > 1 else ()
    passed = _says(second) or (says and second[-1:] != () and _plain(second) and second[-1] in _TO)
    if says or (first == ("dari",) and passed):
        yield 0
        if passed:
            yield 1


def _plain(words: Sequence[str]) -> bool:
    return all(word in _FILL or word in _HELD for word in words)


def _says(words: Sequence[str]) -> bool:
    """Whether words tell that somebody has the office, and nothing else."""
    return _plain(words) and any(word in _HELD for word in words)


def _replaces(row: Sentence, new: Mention, old: Mention) -> bool:
    """Whether somebody takes the place of another whose office is told: `A menggantikan B`."""
    between = row.words[new.end : old.start]
    if not new.name_text or new.position or not old.position:
        return False
    return bool(between) and between[-1] in _REPLACES and _plain(between[:-1])
