"""Stage: draft, words to ranks of birth. Where one begins a name, where it is a title, who reigns.

comes in: the tokens of a sentence
goes out: what a rank of birth, or a number behind a ruler's name, is there
"""

import re
from typing import Final

from digest.draft.lexicon import section
from digest.draft.token import Sentence

_PILGRIM: Final = frozenset({"h", "hj", "haji", "hajah", "hajjah"})
_NUMBER: Final = re.compile("X{0,2}(IX|IV|V?I{0,3})")
_REGNAL: Final = ("alam", "buwono", "buwana", "negara", "negoro", "nagara", "nagoro", "sepuh")
"""Ends of names that rulers bear with a number."""


def begins(sentence: Sentence, at: int) -> bool:
    """Whether a rank of birth at token `at` begins a name: *Raja* `Budi`, *Lalu* `Agus`."""
    after, words = at + 1, sentence.words
    if words[at] not in section("names", "noble") or after >= len(words):
        return False
    both = sentence.tokens[at].text.istitle() and sentence.tokens[after].upper
    return both and any(word in section("names", "part") for word in words[after : after + 2])


def honours(sentence: Sentence, at: int) -> bool:
    """Whether a rank of birth is a title, as another stands behind it: *Tengku* `H. Agus`."""
    after, words = at + 1, sentence.words
    if after >= len(words) or words[at] not in section("names", "noble"):
        return False
    return sentence.tokens[at].upper and words[after] in _PILGRIM


def numbered(sentence: Sentence, at: int) -> bool:
    """Whether a number ends the name of a ruler: `Pakubuwono` *XIII*."""
    number = _NUMBER.fullmatch(sentence.tokens[at].text)
    return bool(number) and sentence.words[at - 1].endswith(_REGNAL)
