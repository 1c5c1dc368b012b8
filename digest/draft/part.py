"""Stage: draft, words to what they may be in a name. Listed, seldom one, the last, Balinese.

comes in: the tokens of a sentence
goes out: whether a word is known in names, begins one though it seldom does, ends one
"""

from collections.abc import Iterable

from digest.draft.lexicon import phrases, section
from digest.draft.token import Sentence

_VERB = 7  # shorter words that look like nouns are names as well
_INITIALS = 2  # so many letters shorten names
_BALINESE = frozenset(
    "wayan made nyoman ketut gede putu kadek komang gusti nengah dewa gst gd kt md ny nym wyn "
    "luh ngurah iluh".split()
)


def known(word: str) -> bool:
    """Whether the folded `word` is listed as part of personal names."""
    return word in section("names", "part") or word in section("names", "noble")


def some_known(words: Iterable[str]) -> bool:
    """Whether one of the folded `words` is listed as part of personal names."""
    return any(map(known, words))


def noun(word: str) -> bool:
    """Whether an unknown word has the form of an abstract noun: `Pemerataan`, `Kebersihan`."""
    return len(word) > _VERB and word.endswith("an") and word.startswith(("pe", "ke"))


def balinese(sentence: Sentence, at: int) -> bool:
    """Whether `I` begins a Balinese name and is no number: `Camat Marga` *I G A* `Uji`."""
    words = sentence.words
    if words[at] != "i" or at + 1 >= len(words):
        return False
    follows = sentence.tokens[at + 2 : at + 3]
    initial = len(words[at + 1]) == 1 and bool(follows) and follows[0].upper
    return initial or words[at + 1] in _BALINESE


def seldom(sentence: Sentence, at: int) -> bool:
    """Whether a word that is no name by itself may still begin one: it is no office and no body."""
    return sentence.words[at] in section("words", "never") and not _taken(sentence, at)


def _taken(sentence: Sentence, at: int) -> bool:
    """Whether an office or a body begins at token `at`."""
    office = phrases("positions", "office", "prefix").at(sentence.words, at)
    body = phrases("organisations", "head", "word", "place-word").at(sentence.words, at)
    return bool(office or body)


def late(sentence: Sentence, at: int) -> bool:
    """Whether a noun ends a name before a mark: `Budi` *Kenangan*`,`."""
    row, after = sentence.tokens, at + 1
    word = sentence.words[at]
    plain = word in section("organisations", "word") or word in section("calendar", "weekday")
    if not row[at].text.istitle() or plain or not known(sentence.words[at - 1]):
        return False
    closed = after >= len(row) or row[after].text in {",", ".", ")"}
    return closed and (noun(word) or word == "harapan") and not _taken(sentence, at)


def small(sentence: Sentence, at: int) -> bool:
    """Whether a name goes on with a small letter: `Camat Uji Indra` *wijaya*."""
    word = sentence.word(at)
    if not word or sentence.tokens[at].upper or not known(sentence.words[at - 1]):
        return False
    given = word in section("names", "part") and word not in section("names", "word")
    return given and len(word) > _INITIALS + 1 and word not in section("words", "plain")


def parted(sentence: Sentence, at: int) -> bool:
    """Whether a stray stop parts a name from its initials: `Siti Uji`*. WA*`, M.M.`."""
    marks = sentence.words[at : at + 3 : 2]
    degree = sentence.word(at + 3).strip(".") in section("titles", "degree")
    if marks != (".", ",") or not degree or not sentence.upper(at - 1):
        return False
    text = sentence.tokens[at + 1].text
    listed = sentence.words[at + 1] in section("titles", "degree")
    return text.isupper() and len(text) <= _INITIALS and not listed
