"""Stage: draft, sentences to a topic. What the event was about, as a noun phrase.

comes in: sentences of the body and of the title, the words for the event
goes out: noun phrases, the likeliest first
"""

import re
from collections.abc import Iterator, Sequence

from digest.draft.lexicon import phrases, section
from digest.draft.token import Sentence

_ABOUT = frozenset(
    "tentang mengenai terkait membahas bahas soal seputar bertema bertemakan bertajuk".split()
)
_STOP = frozenset(
    "di pada yang untuk agar dalam oleh dari dengan saat ketika yaitu yakni bersama serta melalui "
    "adalah ini itu tersebut sekaligus guna karena sehingga supaya kepada se bertempat digelar "
    "berlangsung diadakan dilaksanakan dipimpin dihadiri".split()
)
_SKIP = frozenset(
    "tentang mengenai terkait soal dalam rangka dan seputar hal upaya tingkat se lintas bersama "
    "kali".split()
)
_TIMES = frozenset(section("calendar", "weekday"))
_LONG, _SHORT = 10, 2
_THEME = re.compile(r"\b(?:ber)?tema(?:kan)?\s{0,3}[:,]?\s{0,3}[“\"'‘]([^”\"’\n]{8,160})[”\"’]")


def topics(text: str, rows: Sequence[Sentence], title: Sequence[Sentence], noun: str) -> list[str]:
    """Return at most two topics: the theme if it has one, else what the lead says of it."""
    found: list[str] = []
    if rows:
        theme = _THEME.search(text, rows[0].start, rows[min(len(rows), 8) - 1].end)
        if theme:
            found.append(" ".join(theme[1].split()).strip(" ,."))
    for row in rows[:6]:
        found.extend(_about(row))
        found.extend(_complement(row, noun))
    found.extend(_headline(title))
    kept: list[str] = []
    for each in found:
        if each and not any(each.lower() in other.lower() for other in kept):
            kept.append(each)
    return kept[:1]


def _about(row: Sentence) -> Iterator[str]:
    for at, word in enumerate(row.words):
        if word in _ABOUT and not row.tokens[at].quoted:
            phrase = _phrase(row, at + 1)
            if phrase:
                yield phrase


def _complement(row: Sentence, noun: str) -> Iterator[str]:
    """Read on behind the event's noun: `rapat koordinasi` *persiapan pengawasan*."""
    words = tuple(noun.split())
    if not words:
        return
    for at in range(len(row.words) - len(words)):
        if row.words[at : at + len(words)] == words:
            phrase = _phrase(row, at + len(words))
            if phrase:
                yield phrase


def _phrase(row: Sentence, at: int) -> str:
    while at < len(row.tokens) and row.words[at] in _SKIP:
        at += 1
    if at < len(row.tokens) and row.words[at].startswith(("me", "ber", "di")):
        return ""
    end = at
    while end < min(len(row.tokens), at + _LONG):
        token = row.tokens[end]
        if not token.word or token.norm in _STOP or token.norm in _TIMES:
            if token.text[:1].isdigit() and end > at and "/" not in token.text:
                end += 1
                continue
            break
        if phrases("events", "verb").at(row.words, end):
            break
        end += 1
    while end > at and row.words[end - 1] in {"dan", "atau", "akan", "para", "oleh"}:
        end -= 1
    if end - at < _SHORT:
        return ""
    return " ".join(token.text for token in row.tokens[at:end])


def _headline(title: Sequence[Sentence]) -> Iterator[str]:
    """Take the part of the headline behind its last comma or colon, else all of it."""
    for row in title:
        cut = max((i for i, word in enumerate(row.words) if word in {",", ":"}), default=-1)
        tokens = row.tokens[cut + 1 :] if len(row.tokens) - cut > _SHORT + 2 else row.tokens
        yield " ".join(token.text for token in tokens if token.word or token.text.isdigit())
