"""Stage: draft, tokens to offices. Where the words of a position begin and end.

comes in: the tokens of a sentence, the gazetteer
goes out: `Position`
"""

from collections.abc import Callable

from msgspec import Struct

from digest.draft import name as names
from digest.draft.complement import Complements
from digest.draft.lexicon import Match, Phrases, phrases, section
from digest.draft.place import Places
from digest.draft.shape import abbreviated, entrusted, office_end, owned, ranked
from digest.draft.token import Sentence

_RUN = 6  # capitals between an office in small letters and its short form


class Position(Struct, frozen=True):
    """An office as it stands in a sentence."""

    start: int
    """First token."""
    end: int
    """Token behind the last."""
    head: str
    """The office's own words as the lexicon has them, `kapolres`."""
    office: str
    """What its organisation is called; `-` takes the one named in the phrase."""
    former: bool
    """Whether it is an office no longer, or not yet, held."""
    local: bool
    """Whether an unknown word behind it may be the name of a village or district."""
    placed: bool
    """Whether the name of a place is part of it."""


def position_at(
    sentence: Sentence, at: int, places: Places, *, said: bool = False
) -> Position | None:
    """Return the position that begins at token `at`, or None.

    In small letters only a common noun is one, unless a word such as `selaku` has `said` so.
    """
    words, row = sentence.words, sentence.tokens
    begin, former = _prefix_end(sentence, at)
    match = _head_at(sentence, begin, said=said) if begin < len(words) else None
    if match is None and begin > at:
        match, begin = _head_at(sentence, at, said=said), at
    if match is None:
        return _shaped(sentence, at)
    small = not row[begin].upper or match.phrase in section("positions", "person")
    end = begin + match.length
    known = section("positions", "local")
    local = match.phrase in known or match.phrase.split()[-1] in known
    reader = Complements(sentence, places, small=small, listing=not row[begin].upper)
    end = reader.end(end)
    return Position(
        at,
        end,
        match.phrase,
        match.value or "-",
        former,
        local and not reader.placed,
        reader.placed,
    )


def _shaped(sentence: Sentence, at: int) -> Position | None:
    """Return the office at token `at` that only the rank behind it shows, or None."""
    end = office_end(sentence, at)
    if end == at:
        return None
    head = sentence.words[at]
    of = {"dam": "Kodam", "rem": "Korem"}.get(head[-3:], "-")  # `Kabintaldam`, `Kaajenrem`
    return Position(at, end, head, of, False, False, True)  # noqa: FBT003 - read to its end


def _head_at(sentence: Sentence, at: int, *, said: bool) -> Match | None:
    """Return the office's own words at token `at`; in small letters only common nouns count.

    Unless the office is `said` to be one.
    """
    if (theirs := owned(sentence, at)) is not None:
        return theirs
    match = _heads().at(sentence.words, at) or abbreviated(sentence, at)
    if match is None:
        return _made(sentence, at)
    small = not sentence.tokens[at].upper and match.phrase not in section("positions", "person")
    end = at + match.length
    told = said or ranked(sentence, end) or _shortened(sentence, end)
    if small and not told and entrusted(sentence, end) == end:
        return None
    return match


def _shortened(sentence: Sentence, at: int) -> bool:
    """Whether an office follows in its short form: `sekretaris Provinsi` *(Sekprov)*."""
    row, end = sentence.tokens, at
    while end < min(len(row), at + _RUN) and row[end].upper:
        end += 1
    inner = end + 1
    if sentence.words[end:inner] != ("(",) or sentence.word(inner + 1) != ")":
        return False
    return bool(phrases("positions", "office").at(sentence.words, inner) or _made(sentence, inner))


def _made(sentence: Sentence, at: int) -> Match | None:
    """Read an office of two short forms in one: `Karobinopsnal`, `Kadispora`, `Kabagren`."""
    word = sentence.words[at]
    if not sentence.tokens[at].upper or names.known(word) or sentence.tokens[at].quoted:
        return None
    for begin, ends in section("positions", "made").items():
        if word.startswith(begin) and word != begin:
            rest = word.removeprefix(begin)
            if (ends == "*" and len(rest) > 2) or any(  # noqa: PLR2004 - `Kadishub`
                rest.startswith(end) for end in section("positions", "part")
            ):
                return Match(1, word, "-")
    return None


def _heads() -> Phrases:
    return phrases("positions", "person", "office")


def _prefix_end(sentence: Sentence, at: int) -> tuple[int, bool]:
    words, end, former = sentence.words, at, False
    while end < len(words) and (match := phrases("positions", "prefix").at(words, end)):
        former = former or match.phrase in section("positions", "former")
        end += match.length
        end = _bracket_end(words, end, lambda word: word in section("positions", "prefix"))
    return end, former


def _bracket_end(words: tuple[str, ...], at: int, fits: Callable[[str], bool]) -> int:
    if words[at : at + 1] == ("(",) and words[at + 2 : at + 3] == (")",) and fits(words[at + 1]):
        return at + 3
    return at
