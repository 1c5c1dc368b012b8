"""Stage: draft, weighed mentions: the office whose bearer was lost among unknown words.

comes in: mentions, the sentences with the odds of their tokens
goes out: the same; an office alone is given to whom it stands beside, with the words between that
the field takes for nobody's name: `Rektor Universitas Uji` *(Unuji)* `Budi Contoh`

It comes last, when it is known which words are names.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from msgspec.structs import replace

from digest.draft.apposition import says
from digest.draft.lexicon import section
from digest.draft.mention import WEAK, Mention, with_office
from digest.draft.organisation import organisation
from digest.draft.position import Position
from digest.draft.sight import perhaps
from digest.draft.token import Sentence, written

SELDOM: Final = 0.3
"""With lower odds a word is rather part of an office."""
_MOST = 9  # tokens of the rest of an office
_INNER = frozenset("( ) dan / - &".split())
_GAP = 6  # tokens of degrees between a name and the bracket with the office
_CLOSED = frozenset({".", ";", ")", ","})


def regained(mentions: Sequence[Mention], text: str, rows: Sequence[Sentence]) -> list[Mention]:
    """Return the mentions, offices joined to their bearers."""
    made: list[Mention] = []
    for mention in mentions:
        row = rows[mention.sentence]
        before = made[-1] if made and made[-1].sentence == mention.sentence else None
        if before is not None and (one := _joined(before, mention, text, row)) is not None:
            made[-1] = one
            continue
        made.append(mention)
        made[-2:] = _bracketed(made[-3:], text, row)
    return made


def _joined(before: Mention, mention: Mention, text: str, row: Sentence) -> Mention | None:
    """Return the person of two mentions of which one is an office alone."""
    if _alone(before) and _free(mention, row):
        return _in_front(before, mention, text, row)
    if _free(before, row) and _alone(mention) and row.words[before.end : mention.start] == (",",):
        return _behind(before, mention, text, row)
    return None


def _alone(mention: Mention) -> bool:
    return bool(mention.position) and not mention.name_text


def _free(mention: Mention, row: Sentence) -> bool:
    """Whether somebody of whom the field is sure, or who has a title, lacks an office."""
    if not mention.name_text or (mention.position and mention.head not in WEAK):
        return False
    return bool(mention.title) or perhaps(row, *mention.name)


def _in_front(office: Mention, person: Mention, text: str, row: Sentence) -> Mention | None:
    """Read `Kepala Divisi Hukum` *dan HAM* `Budi`, `Kapolsek Uji` *(Uj),* `Ipda Budi`."""
    at, end = office.name[0], person.start
    comma = end > at and row.words[end - 1] == ","
    rest = (at, end - comma)
    if not _belongs(row, *rest) or not row.tokens[office.start].upper:
        return None
    speaks = row.word(person.end) == "," and _says(row, person.end + 1)
    if rest[0] == rest[1] and comma and not speaks:
        return None
    held = _whole(office, rest[1], text, row)
    return replace(with_office(person, held), start=office.start, end=person.end)


def _behind(person: Mention, office: Mention, text: str, row: Sentence) -> Mention | None:
    """Read `Budi, Ketua` *Uji Coba*`, menyatakan`."""
    end = office.name[0]
    while end < len(row.tokens) and end - office.name[0] < _MOST and _inside(row, end):
        end += 1
    closed = end >= len(row.tokens) or row.words[end] in _CLOSED
    listed = row.word(end) == "," and not _says(row, end + 1)
    if not closed or listed or not _belongs(row, office.name[0], end):
        return None
    return with_office(person, replace(_whole(office, end, text, row), end=end))


def _bracketed(last: Sequence[Mention], text: str, row: Sentence) -> Iterator[Mention]:
    """Read `Budi` *A.Md.Im., S.H.* `(Kepala Seksi` *Contoh*`)`, what stands between left aside."""
    office, kept = last[-1], last[-2:]
    begin = office.start
    person = next((each for each in reversed(last[:-1]) if each.name_text), None)
    reach = range(begin, min(len(row.words), begin + 2 * _MOST))
    close = next((at for at in reach if row.words[at] == ")"), 0)
    opened = begin > 0 and row.words[begin - 1] == "("
    if (
        person is None
        or person.sentence != office.sentence
        or not (_alone(office) and opened and close and _free(person, row))
        or not _degrees(row, person.end, begin - 1)
    ):
        yield from kept
        return
    held = replace(_whole(office, close, text, row), end=close + 1)
    yield from (with_office(each, held) if each is person else each for each in kept[:-1])


def _degrees(row: Sentence, at: int, stop: int) -> bool:
    """Whether nothing but degrees, in capitals and between commas, stands between two tokens."""
    inside = row.tokens[at:stop]
    return len(inside) <= _GAP and all(each.upper or each.text in ",." for each in inside)


def _belongs(row: Sentence, start: int, end: int) -> bool:
    """Whether a run may be the rest of an office: capitals that are nobody's, short forms."""
    if end - start > _MOST or end < start:
        return False
    if end > start and row.words[end - 1] in {"dan", "/", "-", "&", "("}:
        return False
    inside = row.words[start:end]
    balanced = inside.count("(") == inside.count(")")
    return balanced and all(_inside(row, at) for at in range(start, end))


def _inside(row: Sentence, at: int) -> bool:
    token = row.tokens[at]
    if token.text in _INNER or token.norm == "dan":
        return True
    return (token.upper or token.text[0].isdigit()) and row.odds[at].part < SELDOM


def _says(row: Sentence, at: int) -> bool:
    return at < len(row.tokens) and not row.tokens[at].upper and says(row.words[at])


def _whole(office: Mention, end: int, text: str, row: Sentence) -> Mention:
    """Return an office with the words up to token `end`."""
    if end == office.name[0] and office.position:
        return office
    said = written(text, row, office.start, end)
    body = section("positions", "office").get(office.head) or "-"
    flags = (office.former, False, False)
    position = Position(office.start, end, office.head, body, *flags)
    bare = re.sub(r" *\([^)]*\)", "", said)
    return replace(office, position=said, organisation=organisation(bare, position))
