"""Stage: draft, sentences to offices said a little later. `Dokter jaga RSUD Uji itu mengusulkan`.

comes in: the sentences, where a person is named
goes out: the office with which the next sentence takes them up, its words and its body
"""

from collections.abc import Collection, Iterator, Sequence

from msgspec.structs import replace

from digest.draft import apposition
from digest.draft.form import calling
from digest.draft.grammar import THIS
from digest.draft.lexicon import phrases, section
from digest.draft.mention import Mention
from digest.draft.organisation import organisation
from digest.draft.position import Position
from digest.draft.token import Sentence

_NEAR = 4  # mentions between a head and the deputy
_FAR = 12  # tokens between the beginning of a sentence and `itu`
_CUTS = frozenset("di asal berusia yang dari dengan berdarah kelahiran lulusan".split())

Recalled = tuple[str, str | None, str]
"""An office, its body and its own words."""


def deputies(mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Yield the mentions; whoever is somebody's `wakil` holds the office with that before it.

    `Kapolres Uji A berhalangan. Wakilnya, B, …`.
    """
    before: list[Mention] = []
    for each in mentions:
        deputy = each.head == "wakil" and (each.position or "").lower() == "wakil"
        head = _holder(before) if deputy else None
        before.append(_deputy(each, head) if head else each)
        yield before[-1]


def _holder(before: Sequence[Mention]) -> Mention | None:
    """Return the last who is named with an office, here or earlier in the article."""
    for each in reversed(before[-_NEAR:]):
        own = set(each.name_text.lower().split())
        for other in (each, *before) if own else (each,):
            same = other is each or bool(own & set(other.name_text.lower().split()))
            if same and other.position and other.head in section("positions", "office"):
                return other
    return None


def _deputy(mention: Mention, head: Mention) -> Mention:
    of = head.position or ""
    short = f"wa{of.split()[0].lower()}" in section("positions", "office")
    text = f"Wa{of[0].lower()}{of[1:]}" if short else f"Wakil {of}"
    return replace(mention, position=text, organisation=head.organisation, head=_short(text))


def _short(text: str) -> str:
    words = text.lower().split()
    match = phrases("positions", "office").at(words, 0)
    return match.phrase if match else words[0]


def recalled(rows: Sequence[Sentence], number: int, named: Collection[int]) -> Recalled | None:
    """Return the office that begins sentence `number` and points back, or None.

    `named` are the tokens of that sentence that belong to names.
    """
    if not 0 <= number < len(rows):
        return None
    row = rows[number]
    match = phrases("positions", "person", "office").at(row.words, 0)
    length = match.length if match else int(calling(row.words[0]))
    stop = _pointing(row, length)
    if not length or stop is None or any(at < stop for at in named):
        return None
    end = next((at for at in range(length, stop) if _cuts(row, at)), stop)
    words = [token.text for token in row.tokens[:end]]
    head = match.phrase if match else row.words[0]
    if head not in section("positions", "office"):
        words[0] = words[0].lower()
    text = " ".join(words)
    office = match.value if match and match.value else "-"
    position = Position(0, end, head, office, False, False, False)  # noqa: FBT003 - read to its end
    return text, organisation(text, position), head


def _pointing(row: Sentence, begin: int) -> int | None:
    """Return the token `itu` that closes the noun the sentence begins with, or None."""
    relative = False
    for at in range(begin, min(len(row.words), _FAR)):
        word = row.words[at]
        if word in THIS:
            return at
        small = at >= begin and not row.tokens[at].upper
        relative = relative or word == "yang"
        if (small and not relative and apposition.says(word)) or not (
            row.tokens[at].word or word[0].isdigit()
        ):
            return None
    return None


def _cuts(row: Sentence, at: int) -> bool:
    return row.words[at] in _CUTS or row.words[at][0].isdigit()
