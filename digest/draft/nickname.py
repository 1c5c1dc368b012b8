"""Stage: draft, mentions to those that only call somebody named elsewhere by another name.

comes in: mentions in the order of the text, the sentences
goes out: the same; a gelar alone, what stands behind `atau`, and public nicknames are marked
"""

from collections.abc import Iterator, Sequence
from typing import Final

from msgspec.structs import replace

from digest.draft.grammar import LATE
from digest.draft.lexicon import fold, section
from digest.draft.mention import Mention
from digest.draft.name import INHERITED
from digest.draft.token import Sentence

_FAMILIAR: Final = frozenset(
    "bang gus kang mas mbak cak bung kak ning lora neng teh mba paman abang uda cece koh".split()
)
_ELECTED: Final = frozenset(
    "bupati|wali kota|walikota|gubernur|wakil bupati|wakil wali kota|wakil gubernur|wabup|wawali|"
    "wagub|wako|wawako".split("|")
)
"""Offices of those whom all know by a nickname."""
_OTHERS: Final = LATE | {"ny", "nyonya", "ibu"}
"""Titles of whom a bracket names beside another: `Budi (Ny. Uji)`."""


def marked(mentions: Sequence[Mention], rows: Sequence[Sentence]) -> Iterator[Mention]:
    """Yield the mentions, each that only calls somebody else's name marked as an alias."""
    gelars = frozenset(words for each in mentions if (words := gelar(each)))
    called: set[str] = set()
    named = frozenset(word for each in mentions for word in _full(each))
    before: Mention | None = None
    for each in mentions:
        mention = _public(each, rows)
        if not mention.alias and (
            _said(mention) in gelars
            or fold(mention.name_text) in called
            or (before is not None and _or(before, mention, rows))
            or (before is not None and _familiar(before, mention, rows, named))
        ):
            mention = replace(mention, alias=True, anchored=True)
            called.add(fold(mention.name_text))
        before = each
        yield mention


def _full(mention: Mention) -> list[str]:
    """Return the words of a name of several, or of one with an office."""
    words = fold(mention.name_text).split()
    return words if len(words) > 1 or mention.position else []


def _familiar(
    before: Mention, mention: Mention, rows: Sequence[Sentence], named: frozenset[str]
) -> bool:
    """Whether the mayor named before is meant by what all call him: `ujar Gus` *Uji*."""
    if not before.name_text or before.head not in _ELECTED or mention.position:
        return False
    words, name = rows[mention.sentence].words, fold(mention.name_text)
    if fold(mention.title or "") not in _FAMILIAR or " " in name or name in named:
        return False
    around = (*words[max(0, mention.start - 1) : mention.start], *words[mention.end :][:1])
    return mention.sentence > before.sentence and any(map(_tells, around))


def _tells(word: str) -> bool:
    return word == "menurut" or word in section("speech", "say")


def gelar(mention: Mention) -> tuple[str, ...]:
    """Return the words of the gelar that stands behind a name: `Uji` *Datuak Rajo Uji*."""
    first, *rest = fold(mention.title or "").split() or [""]
    return tuple(rest) if first in INHERITED and mention.name_text else ()


def _said(mention: Mention) -> tuple[str, ...]:
    """Return the words of a name that may be no more than a gelar; none behind another title."""
    title = fold(mention.title or "")
    return () if title and title not in INHERITED else tuple(fold(mention.name_text).split())


def _or(before: Mention, mention: Mention, rows: Sequence[Sentence]) -> bool:
    """Whether a second name of one person follows: `Budi Uji atau Pak Uji`, `Budi (Pak Uji)`."""
    row = rows[mention.sentence]
    if before.sentence != mention.sentence or not 0 < mention.start - before.end <= 1 + (
        row.word(before.end) == "atau" and row.upper(before.end + 1)
    ):
        return False  # `Budi atau` *Wali* `Mbah Uji`
    words = row.words
    bracket = words[before.end] == "(" and words[mention.end : mention.end + 1] == (")",)
    if not (words[before.end] == "atau" or bracket) or not before.name_text:
        return False
    told = mention.title and fold(mention.title).split()[0] not in _OTHERS
    return bool(told and mention.name_text and not mention.position)


def _public(mention: Mention, rows: Sequence[Sentence]) -> Mention:
    """Return whom all know by a nickname under the full name, where the article has it too."""
    full = section("names", "nickname").get(fold(f"{mention.title or ''} {mention.name_text}"))
    wanted = tuple(fold(full).split()) if full else ()
    if not wanted or not any(_within(wanted, row.words) for row in rows):
        return mention
    return replace(mention, name_text=full or "", title=None, anchored=True)


def _within(wanted: tuple[str, ...], words: tuple[str, ...]) -> bool:
    return any(words[at : at + len(wanted)] == wanted for at in range(len(words)))
