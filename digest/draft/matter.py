"""Stage: draft, sentences to matters. What events are about, by the words for it.

comes in: sentences of the body and of the title
goes out: `Matters`: what the text speaks of most, and the election it is about; a phrase of them
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from digest.draft.lexicon import phrases, section
from digest.draft.token import Sentence

_TITLE, _LEAD, _SECOND, _REST = 3.0, 2.0, 1.0, 0.4
_QUOTED = 0.5  # what is only said counts so much less
_LEAST = 2.0  # a matter of less weight is named in passing
_NEXT = 0.6  # a second matter must have so large a part of the first one's weight
_TOP = 3  # paragraphs that tell what it was about
_YEARS = 4  # digits of a year


class Matters(Struct, frozen=True):
    """What a text speaks of."""

    weights: Mapping[str, float]
    """Each matter as the text writes it, and how much it is spoken of."""
    choice: str
    """The election, with its year: `Pilkada serentak 2024`; empty if none is named at the top."""
    before: str
    """`menjelang` or `setelah`, as the text puts it, else `dan`."""


def weighed(rows: Sequence[Sentence], title: Sequence[Sentence]) -> Matters:
    """Weigh the matters of a text by where they are named."""
    weights: dict[str, float] = defaultdict(float)
    first: dict[str, str] = {}
    for row, weight in _weighted(rows, title):
        for begin, end in _named(row):
            words = " ".join(row.words[begin:end])
            first.setdefault(words, _written(row, begin, end, inside=row not in title))
            weights[words] += weight * (_QUOTED if row.tokens[begin].quoted else 1.0)
    top = [*title, *(row for row in rows if row.paragraph < _TOP)]
    choices = [found for row in top for found in _choices(row)]
    kinds = {found.split()[0].lower() for found in choices}
    dated = [found for row in rows for found in _choices(row) if found.split()[0].lower() in kinds]
    choice = max(dated, key=lambda found: (found[-1:].isdigit(), len(found)), default="")
    found = {first[words]: weight for words, weight in weights.items()}
    return Matters(found, choice, _before((*title, *rows)))


def _written(row: Sentence, begin: int, end: int, *, inside: bool) -> str:
    """Write a matter; capitals of a headline and of a first word say nothing."""
    proper = inside and begin > 0 and row.tokens[begin - 1].word
    return " ".join(
        token.text if proper or token.text.isupper() else token.text.lower()
        for token in row.tokens[begin:end]
    )


def _weighted(rows: Sequence[Sentence], title: Sequence[Sentence]) -> list[tuple[Sentence, float]]:
    by_paragraph = (_LEAD, _SECOND)
    return [
        *((row, _LEAD) for row in rows if row.paragraph == 0),
        *((row, _TITLE) for row in title),
        *((row, by_paragraph[1] if row.paragraph == 1 else _REST) for row in rows if row.paragraph),
    ]


def _named(row: Sentence) -> Iterator[tuple[int, int]]:
    """Yield where matters stand in `row`, the longest, none inside another."""
    at = 0
    while at < len(row.words):
        match = phrases("topics", "matter").at(row.words, at)
        if match and not _held(row, at):
            yield _deed(row, at), _object(row, at, at + match.length)
        at += match.length if match else 1


def _held(row: Sentence, at: int) -> bool:
    """Whether the matter at token `at` is part of the name of a body or an office."""
    holders = section("topics", "holder")
    while at > 0 and row.tokens[at].upper:
        at -= 1
        if row.words[at] in holders:
            return True
    return False


def _deed(row: Sentence, at: int) -> int:
    """Begin with the deed before a matter: `pengamanan` *Natal*, `penanganan` *banjir*."""
    begin = at
    while (
        begin > 0 and row.words[begin - 1].startswith(_MADE) and row.words[begin - 1].endswith("an")
    ):
        if row.words[begin - 1] in section("topics", "vague"):
            break
        begin -= 1
    return begin


def _object(row: Sentence, at: int, end: int) -> int:
    """Read on to what a quarrel is about: `sengketa` *batas kebun*."""
    stops = section("topics", "stop")
    while row.words[at] in _QUARRELS and end < min(len(row.words), at + _QUARREL):
        if row.tokens[end].upper or row.words[end] in stops or not row.tokens[end].word:
            break
        end += 1
    return end


_QUARREL = 3  # words of a quarrel and its object
_QUARRELS = frozenset("sengketa perselisihan pertikaian konflik perkelahian perusakan".split())
_MADE = ("pe", "kesiap", "kewaspada", "kerawan", "antisipasi", "perlindung", "dugaan")


def _before(rows: Sequence[Sentence]) -> str:
    """Tell from the words before an election whether it is to come or over."""
    words = [
        row.words[at - 1]
        for row in rows
        for at in range(1, len(row.words))
        if phrases("topics", "choice").at(row.words, at)
    ]
    if any(word in _AFTER for word in words):
        return "setelah"
    return "menjelang" if any(word in _AHEAD for word in words) else "dan"


_AFTER = frozenset("pasca setelah usai seusai selepas".split())
_AHEAD = frozenset("menjelang jelang menghadapi hadapi menyambut sambut menuju".split())


def _choices(row: Sentence) -> Iterator[str]:
    """Yield the elections that `row` names, each with its year."""
    for at in range(len(row.words)):
        match = phrases("topics", "choice").at(row.words, at)
        if match is None:
            continue
        end = at + match.length
        if row.word(end) == "tahun":
            end += 1
        year = row.words[end : end + 1]
        if year and year[0].isdigit() and len(year[0]) == _YEARS:
            end += 1
        else:
            end = at + match.length
        yield " ".join(token.text for token in row.tokens[at:end])


def tells(phrase: str, matters: Matters) -> bool:
    """Whether `phrase` names a matter or an election that the text speaks of."""
    folded = f" {phrase.lower()} "
    names = (*matters.weights, matters.choice)
    return any(name and f" {name.lower()} " in folded for name in names)


def matter(matters: Matters) -> str:
    """Return what the text speaks of most, as a phrase of one or two matters; empty if nothing."""
    ranked = sorted(matters.weights.items(), key=lambda each: -each[1])
    if not ranked or ranked[0][1] < _LEAST:
        return ""
    weight = ranked[0][1]
    best = max((name for name, _ in ranked if _holds(name, ranked[0][0])), key=len)
    second = next(
        (name for name, other in ranked[1:] if other >= _NEXT * weight and not _same(name, best)),
        "",
    )
    return f"{best} dan {second}" if second else best


def meant(noun: str, matters: Matters) -> str:
    """Return what an event of such a name is about: `keluhan warga` *tentang banjir*."""
    topic = section("topics", "meant").get(noun, "")
    if not topic:
        return ""
    if noun in section("topics", "series"):
        topic = f"{topic} dalam {noun.title()}"
    said = max(matters.weights.items(), key=lambda each: each[1], default=("", 0.0))
    if topic.startswith("penyelesaian"):
        quarrel = max(filter(_quarrel, matters.weights), key=len, default="")
        words = quarrel.lower().split()
        begin = words.index(_quarrel(quarrel)) if quarrel else 0
        return " ".join(["penyelesaian", *words[begin:]]) if quarrel else topic
    if said[1] < _LEAST or _same(topic, said[0]):
        return topic
    if topic.endswith("kasus"):
        return f"{topic} {said[0]}"
    whose, within, series = topic.partition(" dalam ")
    about = "terkait" if noun.startswith("patroli") else "tentang"
    return f"{whose} {about} {said[0]}{within}{series}"


def _holds(name: str, part: str) -> bool:
    """Whether a matter is another, told more fully: `netralitas ASN`."""
    return f" {part.lower()} " in f" {name.lower()} "


def _quarrel(phrase: str) -> str:
    return next((word for word in phrase.lower().split() if word in _QUARRELS), "")


def _same(one: str, other: str) -> bool:
    return bool(set(one.lower().split()) & set(other.lower().split()))


def occasion(phrase: str, matters: Matters) -> str:
    """Name the election behind a phrase that names none: `netralitas ASN` *menjelang Pilkada*."""
    if not matters.choice or phrases("topics", "choice").within(phrase.lower().split()):
        return phrase
    return f"{phrase} {matters.before} {matters.choice}"
