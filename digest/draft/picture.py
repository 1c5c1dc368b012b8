"""Stage: draft, lines of a page to captions. What is said below a picture of whom it shows.

comes in: the lines of a page around the article
goes out: the spans of what pictures show, without their labels and credits
"""

import re
from collections.abc import Iterator

from digest.draft.clean import Clean, Span, bare
from digest.draft.lexicon import phrases
from digest.draft.mention import Mention
from digest.draft.sight import perhaps
from digest.draft.token import Sentence

_LABEL = re.compile(r"[^\w]*(?:[\w.]+ ){0,4}[\w.]+\s*[:/\])]+\s*")
_CREDIT = re.compile(
    r"[\s.,–—|-]*[(\[/]?\s*\b(?:foto|photo|dok|doc|ist|istimewa|sumber)\b[^()\[\]]{0,60}[)\]\s.*|-]*$",
    re.IGNORECASE,
)
_LONG = 60  # characters of a label
_WORDS = 4  # a caption has at least so many words, one of them in small letters or at a comma


def captions(text: str, page: Clean) -> Iterator[Span]:
    """Yield what those lines of `page` that stand below a picture say of it.

    They have a label or a credit, or are sentences above the article.
    """
    top = page.body[0][0] if page.body else 0
    for start, end in (*page.head, *page.tail):
        line = text[start:end]
        label = _label(line)
        credit = _CREDIT.search(line, max(label, end - start - 90))
        if not label and credit is None and not (end <= top and line.endswith(".")):
            continue
        stop = credit.start() if credit else end - start
        words = line[label:stop].split()
        if len(words) >= _WORDS and any(w[0].islower() or w[-1] in ",)" for w in words):
            yield start + label, start + stop


def _label(line: str) -> int:
    """Return the end of the label that tells a caption: `Teks foto:`; 0 if none does."""
    end = 0
    while match := _LABEL.match(line, end, end + _LONG):  # `Foto: dari kiri: Budi Contoh …`
        words = bare(match[0])
        if not words or not phrases("noise", "picture").at(words, 0):
            break
        end = match.end()
    return end


def introduced(mention: Mention, row: Sentence) -> bool:
    """Whether a caption says who it is that it names: with a title or an office."""
    if not mention.name_text or mention.title:
        return bool(mention.name_text)
    office = (mention.position or "").split()
    return len(office) > 1 or (bool(office) and perhaps(row, *mention.name))
