"""Stage: draft, article to body. What of an Indonesian page is the article, and what is not.

comes in: the text of an article, boilerplate lines included
goes out: `Clean`: spans of the text, so that every later offset points into the text as given
"""

import re
from collections.abc import Iterator

from msgspec import Struct

from digest.draft.lexicon import Phrases, phrases, section

Span = tuple[int, int]
"""Offsets of the first character and behind the last."""

_DATELINE = re.compile(
    r"(?P<place>\(?[A-Z][^–—\n\"“”;!?]{1,78}?)\s{0,3}[,.]?\s{0,3}"
    r"(?:[–—]+|\s-{1,2}(?=\s)|(?<=[,.])\s?-{1,2}|--|\|\||:(?=\s))\s{0,3},?\s{0,3}(?=[\"“'A-Z0-9])"
)
_DATE = re.compile(r"\b\d{1,2}(?:[/.-]\d{1,2}[/.-]|\s[A-Z][A-Za-z]{2,8}\s)(?:20)?\d{2}\b")
_INLINE = re.compile(
    r"[(\[>*•\s]{0,6}\b(?:BACA|Baca|LIHAT|Lihat|SIMAK|Simak)\s{1,3}(?:JUGA|Juga|juga|PULA|Pula|pula)\b"
)
_ITEM = re.compile(r"(?:\(?\d{1,2}[.)]|[a-z][.)]|[-–•*·])\s*[A-Z]")
_NUMBERED = re.compile(r"\(?(\d{1,2})[.)]\s*[A-Z]")
_WORDS = re.compile(r"[^\W\d_][\w'’-]*")
_LEAD = " \t•·»›>«*-–—#[(←→0123456789.)"
_PROSE = 6  # a paragraph of fewer words is a heading, a label or a line of a list
_BRIEF = 3  # so many make a sentence if it ends in a full stop
_HEADLINE = 22  # a headline has at most so many words
_HEAD = 9  # the dateline stands in one of the first so many lines
_STOPS = 16  # an entry of a list has no more words
_QUOTE = 3  # a quotation may be as short as this
_FLAT = 0.34  # at least so large a part of the words of prose begins with a small letter
_FEW = 3  # so many do in a long paragraph, which may be a list of officials
_TITLE = 4  # a first line of fewer words is rather a category than a headline
_OPEN = 14  # a sentence of so many words may lack its full stop
_MANY = 0.5  # if so large a part of them begins with a small letter
_LIMIT = 1 << 16


class Clean(Struct, frozen=True):
    """The parts of an article's text."""

    title: Span
    """The headline; empty if there is none."""
    body: tuple[Span, ...]
    """Paragraphs of the article, the dateline left out."""
    head: tuple[Span, ...]
    """Lines above the body: menus, bylines, dates, captions."""
    tail: tuple[Span, ...]
    """Other lines left out: related headlines, tags, bylines below."""
    dateline: Span
    """The place in front of the first paragraph; empty if there is none."""


def clean(text: str, title: str | None = None) -> Clean:
    """Tell the article in `text` from what surrounds it; linear in its length."""
    lines = [span for span in _lines(text[:_LIMIT]) if span[0] < span[1]]
    headline = _headline(text, lines, title)
    rest = [span for span in lines if span != headline]
    opening = _opening(text, rest)
    first = 0 if opening is None else rest.index(opening[0])
    body, tail = _body(text, rest[first:])
    if opening is not None and body and body[0][0] == opening[0][0]:
        body[0] = (opening[1][1], body[0][1])
        dateline = opening[1]
    else:
        dateline = (0, 0)
    before = body[0][0] if body else len(text)
    head = [span for span in rest[:first] + tail if span[0] < before]
    below = tuple(span for span in tail if span[0] >= before)
    place = _place(text, dateline)
    return Clean(headline, tuple(body), tuple(head), below, place)


def _lines(text: str) -> Iterator[Span]:
    at = 0
    for line in text.splitlines(keepends=True):
        stripped = line.strip()
        begin = at + (len(line) - len(line.lstrip()) if stripped else 0)
        yield begin, begin + len(stripped)
        at += len(line)


def _headline(text: str, lines: list[Span], title: str | None) -> Span:
    """Find the given title, or take the first line if it is no prose."""
    wanted = _squeeze(title or "")
    for start, end in lines[:12]:
        if wanted and _squeeze(text[start:end]) == wanted:
            return start, end
    if title is not None or not lines or _prose(text[slice(*lines[0])]):
        return 0, 0
    for start, end in lines[:2]:
        if len(_WORDS.findall(text[start:end])) >= _TITLE and not _prose(text[start:end]):
            return start, end
    return lines[0]


def _squeeze(text: str) -> str:
    return "".join(_WORDS.findall(text.casefold()))


def _opening(text: str, lines: list[Span]) -> tuple[Span, Span] | None:
    """Return the line that begins with a dateline, and the dateline."""
    for start, end in lines[:_HEAD]:
        line = text[start:end]
        match = _DATELINE.match(line[:120])
        if match and match.end() > 2 and _dated(match, line):  # noqa: PLR2004 - an initial is no dateline
            return (start, end), (start, start + match.end())
    return None


def _dated(match: re.Match[str], line: str) -> bool:
    before, after = line[: match.end()], line[match.end() :]
    if not _prose(after) or _noise_line(line):
        return False
    words = _WORDS.findall(before)
    small = [word for word in words if word[0].islower() and "." not in before]
    bare = _DATE.sub("", before)
    return len(words) <= 9 and len(small) <= 1 and not re.search(r"\d{4}|\d:\d", bare)  # noqa: PLR2004 - a longer one is a sentence


def _place(text: str, span: Span) -> Span:
    """Shorten the dateline to the words before its dash."""
    match = _DATELINE.match(text, span[0]) if span[1] else None
    return match.span("place") if match else (0, 0)


def _body(text: str, lines: list[Span]) -> tuple[list[Span], list[Span]]:
    body: list[Span] = []
    left: list[Span] = []
    listing = items = False
    for number, (start, end) in enumerate(lines):
        line = text[start:end]
        items = items or (bool(body) and not listing and _counts(text, lines[number : number + 2]))
        if items and (_item(line) or _entry(line)):
            body.append((start, end))
            continue
        items = line.endswith(":") and not _section(line) and not _noise_line(line)
        if _section(line):
            listing = True
        elif listing and not _prose(line):
            pass
        elif not _noise_line(line) and (_prose(line) or (body and not listing and _loose(line))):
            listing = False
            cut = _INLINE.search(line)
            if cut is None:
                body.append((start, end))
                continue
            items = False
            if cut.start() > 0 and _prose(line[: cut.start()]):
                body.append((start, start + cut.start()))
            left.append((start + cut.start(), end))
            continue
        left.append((start, end))
    return body, left


def _item(line: str) -> bool:
    """Whether `line` is an item of a list that the article itself announced."""
    return bool(_ITEM.match(line)) and not _noise_line(line.lstrip(_LEAD))


def _counts(text: str, lines: list[Span]) -> bool:
    """Whether the first and second item of a numbered list stand in the two `lines`."""
    marks = [_NUMBERED.match(text, *span) for span in lines]
    return [mark and int(mark[1]) for mark in marks] == [1, 2]


def _entry(line: str) -> bool:
    """Whether `line` is an entry of an announced list without a bullet: an office and a name."""
    words = bare(line)
    short = bool(words) and len(words) <= _STOPS and not _section(line) and not _noise_line(line)
    return short and phrases("positions", "office", "person").at(words, 0) is not None


def bare(line: str) -> list[str]:
    """Return the folded words of a line without what leads in."""
    return [word.lower() for word in _WORDS.findall(line[:160].lstrip(_LEAD))]


def _section(line: str) -> bool:
    """Whether `line` is the heading of a list of other things."""
    words = bare(line)
    if not words:
        return False
    match = _sections().at(words, 0)
    if not match:
        return False
    return len(words) == match.length or (":" in line[:40] and not _prose(line))


def _sections() -> Phrases:
    return phrases("noise", "section")


def apart(line: str) -> bool:
    """Whether `line` stands by itself: a label, a caption, the heading of a list."""
    return _noise_line(line) or _section(line)


def begins(line: str) -> bool:
    """Whether something begins with `line`: an item of a list, or the article by its dateline."""
    return bool(_ITEM.match(line) or _DATELINE.match(line))


def _noise_line(line: str) -> bool:
    """Whether `line` is dropped alone: a byline, a caption, a label, a link."""
    if line.startswith(("#", "©", "http", "←", "→")):
        return True
    words = bare(line)
    if not words:
        return True
    match = phrases("noise", "line", "inline").at(words, 0)
    if phrases("noise", "always").at(words, 0):
        return True
    if match:
        after = line.lstrip(_LEAD)[len(match.phrase) :].lstrip()
        if match.phrase in section("noise", "inline") or after[:1] in ":|/" or not _prose(line):
            return True
    return _caption(line)


def _caption(line: str) -> bool:
    end = line.rstrip(" .)]")[-60:].lower()
    return any(
        end.endswith(("(" + mark, "foto: " + mark, "/" + mark))
        for mark in section("noise", "caption")
    ) or ("(foto" in end or "foto:" in end)


def _prose(line: str) -> bool:  # noqa: PLR0911 - one return a rule
    """Whether `line` reads as sentences: long enough, with small letters and an end."""
    if line.count(" | ") > 1 or line.count(" · ") > 1:
        return False
    words = _WORDS.findall(line)
    quote = line.lstrip()[:1] in {"“", '"', "‘", "'"}
    if len(words) < (_QUOTE if quote else _PROSE):
        return False
    small = sum(word[0].islower() for word in words)
    if line.rstrip()[-1] in '.”"' and (small or len(words) > _PROSE):
        return True  # a headline has no full stop
    if small < (_FLAT * len(words) if len(words) <= _HEADLINE else _FEW):
        return False
    if line.rstrip()[-1] in ".!?”\"':;":
        return True
    if len(words) >= _OPEN and small >= _MANY * len(words):
        return True
    tail = line.rstrip()
    if tail[-1] in ")]*}":
        return bool(re.search(r"[.!?”\"][\s*]*[\[({][^()\[\]]{0,40}[)\]*}]*$", tail[-60:]))
    return len(words) > _HEADLINE


def _loose(line: str) -> bool:
    """Whether a line inside the body belongs to it: an item of a list, or a short sentence."""
    words = _WORDS.findall(line)
    if len(words) >= _PROSE:
        return line.rstrip()[-1] in ",;"
    small = sum(word[0].islower() for word in words)
    return len(words) >= _BRIEF and small >= _BRIEF - 1 and line.rstrip()[-1] == "."
