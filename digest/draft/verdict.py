"""Stage: draft, signs to a verdict. Whether a text reports an event.

comes in: signs that were found, the words of headline and body
goes out: odds that it does, by weights that `bench/make_verdict.py` fitted to annotated texts

Which words a report has, and which a profile, a price list or a crime desk, nobody can list; the
small ones (`dipimpin`, `para`, `ujar`; `sebuah`, `pernah`, `sekitar`) tell as much as the large.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Final

from digest.draft.lexicon import section
from digest.draft.token import Sentence, Token

LEXICON: Final = "verdict"
"""The weights, among the lists of `data/`."""
PARTS: Final = ("sign", "headline", "lead", "word")
"""Its sections: signs, then words by where they stand."""
ALWAYS: Final = "always"
"""The sign that every text has."""

LINE: Final = -2.3
"""From such odds on a text is taken to report one: to refuse a report costs more."""

_LISTS = 0.3  # what the lists say against an event counts so much
_ALWAYS = 4.0  # so large a sign needs so small a weight that fitting does not mind it
_SHARE = 80.0  # what the words of a text count together, however many they are,
_FEW = 30  # unless they are few
_NUMBER = "0"  # all numbers are one word
_QUOTES = frozenset("“”„")
_WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*|[()?!:;\"]")


def odds(
    features: Mapping[str, float], contra: float, weights: Mapping[str, float] | None = None
) -> float:
    """Return the logarithm of the odds that an event is reported.

    `contra` is what the lists say against it; `weights` are those of the word list if not given.
    """
    known = _weights() if weights is None else weights
    return sum(value * known.get(each, 0.0) for each, value in features.items()) - _LISTS * contra


def features(
    signs: Mapping[str, float], title: Sequence[Sentence], rows: Sequence[Sentence]
) -> dict[str, float]:
    """Return all that a text is judged by, each `part word` with its value."""
    words = {*_headline(title), *_body(rows)}
    value = _SHARE / (len(words) + _FEW)
    told = {**signs, ALWAYS: _ALWAYS}
    found = {f"sign {name}": each for name, each in told.items() if each}
    return found | dict.fromkeys(sorted(words), value)


@cache
def _weights() -> Mapping[str, float]:
    return {
        f"{part} {name}": float(weight)
        for part in PARTS
        for name, weight in section(LEXICON, part).items()
    }


def _headline(title: Sequence[Sentence]) -> Iterator[str]:
    for row in title:
        for token in row.tokens:
            if token.word and _WORD.fullmatch(token.norm):
                yield f"headline {token.norm}"


def _body(rows: Sequence[Sentence]) -> Iterator[str]:
    """Yield the words of the text's own voice, none that is quoted or a name."""
    for row in rows:
        for word in filter(None, map(_word, row.tokens)):
            yield f"word {word}"
            if row.paragraph == 0:
                yield f"lead {word}"


def _word(token: Token) -> str:
    if token.quoted or (token.upper and token.word):
        return ""
    if token.norm[0].isdigit():
        return _NUMBER
    word = '"' if token.norm in _QUOTES else token.norm
    return word if _WORD.fullmatch(word) else ""
