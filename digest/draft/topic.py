"""Stage: draft, sentences to a topic. What the event was about, as a noun phrase.

comes in: sentences of the body and of the title, the words for the event
goes out: noun phrases, the likeliest first
"""

import re
from collections.abc import Iterator, Sequence

from digest.draft.form import abstract, verb
from digest.draft.lexicon import fold, phrases, section
from digest.draft.matter import Matters, matter, meant, occasion, tells, weighed
from digest.draft.token import Sentence, Token

_TIMES = frozenset(section("calendar", "weekday"))
_LONG, _SHORT = 10, 2
_TOP = 2  # paragraphs that tell the topic; further down others come up
_FAR = 6  # sentences in which what it was about is looked for where the top does not tell
_THEME = re.compile(
    r"\b(?:(?:ber)?tema(?:kan)?|bertajuk)\s{0,3}[:,]?\s{0,3}[“\"'‘]([^”\"’\n]{8,160})[”\"’]"
)
_LOUD = 0.6  # a theme with a larger part of capitals is shouted


def topics(text: str, rows: Sequence[Sentence], title: Sequence[Sentence], noun: str) -> list[str]:
    """Return at most one topic: the theme if it has one, else what is said of it first."""
    plain = {token.text for row in rows for token in row.tokens}
    proper = {token.text for row in rows for token in row.tokens[1:] if token.upper}
    kept = [found for found in _found(text, rows, title, noun) if found and not _empty(found)]
    matters = weighed(rows, title)
    told = next((found for found in kept if _tells(found, matters)), None)
    deed = next((found for found in kept if _done(found, noun)), None)
    own = meant(noun, matters) or deed
    rest = next((found for found in kept if _said(found)), None)
    best = own or told or matter(matters)
    if not best and not _visit(noun):  # of a visit it tells more who came
        best = rest or next(_headline(title), "")
    return [_lowered(occasion(best, matters), plain, proper)] if best else []


def _tells(phrase: str, matters: Matters) -> bool:
    """Whether a phrase says enough: it names a matter of the text, or is no vague word."""
    if tells(phrase, matters):
        return True
    return not matters.weights and _said(phrase) > 1


def _visit(noun: str) -> bool:
    return section("events", "noun").get(noun, "").startswith("visit")


def _done(phrase: str, noun: str) -> bool:
    """Whether a phrase tells what was done and to whom: `pelantikan` *enam kepala kampung*."""
    first, _, rest = phrase.partition(" ")
    signed = first == "penandatanganan"  # what was signed tells more
    done = first not in section("topics", "form") and abstract(first) and not signed
    return done and first in _deeds(noun) and bool(rest)


def _deeds(noun: str) -> set[str]:
    """Return the words of an event's name, verbs as nouns: `melantik` is *pelantikan*."""
    nominal = section("topics", "nominal")
    return {nominal.get(word, word) for word in noun.split()}


def _said(phrase: str) -> int:
    """Count the words of a phrase that tell something: none of `satu hal`."""
    vague, empty = section("topics", "vague"), section("topics", "empty")
    return sum(word not in vague and word not in empty for word in phrase.lower().split())


def _found(
    text: str, rows: Sequence[Sentence], title: Sequence[Sentence], noun: str
) -> Iterator[str]:
    """Yield what may be the topic, the likeliest first."""
    top = [row for row in rows if row.paragraph < _TOP]
    if rows:
        theme = _THEME.search(text, rows[0].start, rows[min(len(rows), 8) - 1].end)
        if theme:
            yield " ".join(theme[1].split()).strip(" ,.")
    for read in (_about, _complement):
        for row in (*top, *title):
            yield from read(row, noun)
    for row in (*title, *top):
        yield from _nominal(row)
    for row in rows[len(top) : _FAR]:
        yield from _about(row, noun)
        yield from _complement(row, noun)


def _about(row: Sentence, _: str) -> Iterator[str]:
    """Read what stands behind `tentang`, `membahas`."""
    for at in range(len(row.words)):
        match = phrases("topics", "about").at(row.words, at)
        if match and not row.tokens[at].quoted:
            yield _phrase(row, at + match.length)


def _complement(row: Sentence, noun: str) -> Iterator[str]:
    """Read on behind the event's noun: `rapat koordinasi` *persiapan pengawasan*."""
    words = tuple(noun.split())
    if not words:
        return
    for at in range(len(row.words) - len(words)):
        if row.words[at : at + len(words)] == words and not row.tokens[at].quoted:
            named, own = called(noun), words[0] not in section("topics", "form")
            named = named or section("topics", "nominal").get(words[0], "").strip("-")
            rest = _phrase(row, at + len(words), 1 if named and own else _SHORT)
            if rest and not own:
                rest = f"{_deed(words)} {rest}".strip()
            bound = named and rest and (own or rest.startswith(_BOUND))
            yield f"{named} {rest}" if bound else rest


def _deed(words: Sequence[str]) -> str:
    """Return what the name of an event says it was about: `sosialisasi` *pengawasan*."""
    form, at = section("topics", "form"), 0
    while at < len(words) and words[at] in form:
        at += 1
    made = at < len(words) and abstract(words[at])
    return " ".join(words[at:]) if made else ""


def called(noun: str) -> str:
    """Return `noun` as the name of an event, without what stood around it; empty if it is none."""
    words = noun.split()
    while words and words[0] in _BEFORE:
        words = words[1:]
    while words and words[-1] in _BEHIND:
        words = words[:-1]
    if not words:
        return ""
    first, form = words[0], section("topics", "form")
    formed = abstract(first)
    if first not in form and first not in section("topics", "name") and not formed:
        return ""
    capitals = section("topics", "acronym")
    return " ".join(word.upper() if word in capitals else word for word in words)


_BEFORE = frozenset("dalam usai seusai sesudah menerima terima".split())
_BEHIND = frozenset("itu tersebut ini di ke dengan dari kepada dalam milik".split())
_BOUND = ("bagi ", "menghadapi ", "menjelang ", "pasca", "atas ", "terhadap ")


def _nominal(row: Sentence) -> Iterator[str]:
    """Make a noun of the deed: `Lantik 19 Kades` is *pelantikan 19 kades*."""
    for at in range(1, len(row.words)):
        idiom = phrases("topics", "idiom").at(row.words, at)
        deed = None if idiom else section("topics", "nominal").get(row.words[at])
        if deed is None or row.tokens[at].quoted:
            continue
        rest = _phrase(row, at + 1, 1 if deed != "-" else _SHORT)
        officer = rest[:1].isupper() and _empty(rest)
        opens = deed in _OPENING and rest.lower().startswith(tuple(section("topics", "form")))
        if rest and not officer and not opens and (_said(rest) or not rest[0].isalpha()):
            yield rest if deed == "-" or rest.lower().startswith(deed) else f"{deed} {rest}"


_OPENING = frozenset({"pembukaan", "penutupan", "pemberian"})  # of a meeting they tell nothing


def _phrase(row: Sentence, at: int, least: int = _SHORT) -> str:
    """Read a noun phrase of `least` to ten words from token `at`."""
    skip, stop, inner = (section("topics", name) for name in ("skip", "stop", "inner"))
    while at < len(row.tokens) and row.words[at] in skip:
        at += 1
    end = at
    while end < min(len(row.tokens), at + _LONG):
        token = row.tokens[end]
        if not token.word:
            if not token.text[0].isdigit() or "/" in token.text:
                break
        elif token.quoted or token.norm in stop or _ends(row, end):
            break
        end += 1
    while end > at and (
        row.words[end - 1] in {"dan", "atau", "para"} or row.words[end - 1] in inner
    ):
        end -= 1
    if end - at < least:
        return ""
    return _joined(row.tokens[at:end])


def _joined(tokens: Sequence[Token]) -> str:
    """Write tokens with the gaps they have: `Rp500 juta`."""
    text = ""
    for token, before in zip(tokens, (None, *tokens), strict=False):
        text += token.text if before is None or before.end == token.start else f" {token.text}"
    return text


def _ends(row: Sentence, at: int) -> bool:
    """Whether a weekday or a verb stands at token `at`, which ends a noun phrase."""
    word = row.words[at]
    if word in _TIMES or word in section("topics", "inner"):
        return word in _TIMES
    if word.startswith(("me", "di")) and verb(word) and not row.tokens[at].upper:
        return True
    return phrases("events", "verb").at(row.words, at) is not None


def _empty(phrase: str) -> bool:
    """Whether nothing is said: numbers, `warga binaannya`, a bare area, a body, an office."""
    empty = section("topics", "empty")
    words = phrase.split()
    said = [word for word in words if word.lower() not in empty and word.replace("-", "").isalpha()]
    folded = [fold(word) for word in words]
    who = phrases("organisations", "head").at(folded, 0) or phrases("positions", "office").at(
        folded, 0
    )
    if folded[0].startswith(("rp", "ke-", "menjelang", "jelang", "menuju")) or _verb(folded[0]):
        return True
    named = (who or folded[0] in empty) and all(word[0].isupper() for word in said)
    return not said or bool(named)


def _verb(word: str) -> bool:
    """Whether a phrase begins with a verb: `bernomor`, not `beras`."""
    return word.startswith("ber") and verb(word) and word not in section("topics", "inner")


def _lowered(phrase: str, plain: set[str], proper: set[str]) -> str:
    """Write a headline's words as the text writes them; common ones that it has not, small."""
    words = phrase.split()
    if len(words) > _SHORT and sum(word.isupper() for word in words) > _LOUD * len(words):
        words = [word.capitalize() for word in words]
    return " ".join(
        word.lower() if word.lower() in plain or (word not in proper and _common(word)) else word
        for word in words
    )


def _common(word: str) -> bool:
    """Whether a word is no name by its form or by the lists of common words."""
    small = word.lower()
    if word.isupper() or small in section("topics", "choice"):
        return False
    return (
        verb(small) or abstract(small) or any(small in section("topics", each) for each in _LISTS)
    )


_LISTS = ("nominal", "empty", "stop", "inner", "vague", "matter", "form", "skip")


def _headline(title: Sequence[Sentence]) -> Iterator[str]:
    """Take the part of the headline behind its last comma or colon, else all of it.

    Only one that begins with the name of an event is a phrase; others are sentences.
    """
    for row in title:
        cut = max((i for i, word in enumerate(row.words) if word in {",", ":"}), default=-1)
        for begin in dict.fromkeys((cut + 1, 0)):
            if begin < len(row.words) and phrases("events", "noun").at(row.words, begin):
                yield _phrase(row, begin)
