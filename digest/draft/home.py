"""Stage: draft, offices without a body to the body the article names. Where a `Kasat` belongs.

comes in: people, the sentences, the gazetteer's places
goes out: `Named` bodies in the order of the text; the one that an office belongs to
"""

from collections.abc import Collection, Iterator, Sequence

from msgspec import Struct

from digest.draft import name as names
from digest.draft.grammar import FIRMS
from digest.draft.lexicon import fold, phrases, section
from digest.draft.place import Places
from digest.draft.token import Sentence
from digest.draft.who import Person

_STEMS = ("kasat", "kasubbag", "kanit", "kabag", "pasi", "wadir", "dirres")
_FOR = frozenset("divisi bidang bagian seksi urusan departemen i ii iii iv v".split())
_MOST = 8  # tokens of the longest name of a body
_AFTER = 1000  # a body named later is as far as one named so many sentences before


class Named(Struct, frozen=True):
    """A body that the article names."""

    sentence: int
    """Which sentence."""
    text: str
    """As written, or made up from an office: `Polsek Uji` of a `Kapolsek Uji`."""


def bodies(people: Sequence[Person], rows: Sequence[Sentence], places: Places) -> tuple[Named, ...]:
    """Return the bodies that `rows` name, by their own names or by an office."""
    taken = {
        (each.sentence, at)
        for person in people
        for each in person.mentions
        for at in range(*each.name)
    }
    return tuple(
        Named(number, text)
        for number, row in enumerate(rows)
        for text in _in(row, places, {at for sentence, at in taken if sentence == number})
    )


def _in(row: Sentence, places: Places, taken: Collection[int]) -> Iterator[str]:
    for at, token in enumerate(row.tokens):
        if not token.upper:
            continue
        office = phrases("positions", "office").at(row.words, at)
        body = phrases("organisations", "head").at(row.words, at)
        if body is not None:
            yield _text(row, at, _end(row, at + body.length, places, taken))
        elif row.words[at] in section("places", "village") and _capital(row, at + 1):
            yield _text(row, at, _end(row, at, places, taken))
        elif office is not None and office.value not in {"-", "", "Polri", "TNI"}:
            begin = at + office.length
            yield f"{office.value} {_text(row, begin, _end(row, begin, places, taken))}".strip()


def _text(row: Sentence, start: int, end: int) -> str:
    text = " ".join(token.text for token in row.tokens[start:end])
    return text.replace("( ", "(").replace(" )", ")")


def _end(row: Sentence, at: int, places: Places, taken: Collection[int]) -> int:
    """Return the end of a body's name that goes on at token `at`: to its place or a small word."""
    end, firm = at, row.words[at - 1] in FIRMS
    while end < min(len(row.tokens), at + _MOST):
        token, word = row.tokens[end], row.words[end]
        numbered = row.words[end + 1 : end + 2] and row.words[end + 1][0].isdigit()
        placed = word in section("organisations", "place-word") and token.upper
        if placed and not numbered:  # `SMA Negeri 2`
            return max(places.named(row, end + 1), end + 1 + _capital(row, end + 1))
        stop = end if firm else places.end(row, end)
        if stop > end:
            if stop < len(row.words) and row.words[stop] in {"kabupaten", "kota", "provinsi"}:
                stop = max(stop, places.named(row, stop + 1))
            return stop
        if _short_form(row, end):
            end += 3
            continue
        goes_on = token.upper and end not in taken and names.title_end(row, end) == end
        if not goes_on and not (token.text[0].isdigit() and (end == at or _numbers(row, end))):
            break
        end += 1
    return end


def _numbers(row: Sentence, at: int) -> bool:
    """Whether a number is part of a name: `SMA Negeri` *2* `Kaur`, `Yonif` *743/PSY*."""
    following = row.words[at + 1 : at + 2]
    month = bool(following) and following[0] in section("calendar", "month")
    return "/" in row.tokens[at].text or (_capital(row, at + 1) and not month)


def _short_form(row: Sentence, at: int) -> bool:
    """Whether a short form in brackets stands inside a name: `Ikatan Uji` *(IU)* `Kaur`."""
    inner = row.tokens[at + 1 : at + 2]
    closed = row.words[at] == "(" and row.word(at + 2) == ")"
    return closed and inner[0].text.isupper() and _capital(row, at + 3)


def _capital(row: Sentence, at: int) -> bool:
    return row.upper(at)


def whole(
    part: str, person: Person, people: Sequence[Person], named: Sequence[Named]
) -> str | None:
    """Return the body that `part` is part of: the nearest campus of an `LPPM`, or None."""
    kinds = _meant(section("organisations", "part").get(fold(part.split(maxsplit=1)[0]), ""))
    return _nearest(person, people, named, kinds)


def home(
    person: Person, people: Sequence[Person], named: Sequence[Named], sender: str | None
) -> str | None:
    """Return the body that an office without one belongs to, or None.

    That of `sender`, on whose behalf the person came, else the nearest that has such an office.
    """
    kinds = _kinds(person)
    if sender is not None and (not kinds or _fits(sender, kinds)):
        return sender
    return _nearest(person, people, named, kinds)


def _nearest(
    person: Person, people: Sequence[Person], named: Sequence[Named], kinds: Sequence[str]
) -> str | None:
    """Return the body of one of `kinds` that is named nearest to the person, or None."""
    if not kinds:
        return None
    here = _first(person)
    own = [
        Named(_first(each), each.organisation)
        for each in people
        if each is not person and each.organisation
    ]
    fitting = [each for each in (*own, *named) if _fits(each.text, kinds)]
    if not fitting:
        return None
    return min(fitting, key=lambda each: _distance(each, here)).text


def _first(person: Person) -> int:
    """Return the sentence that names the person first."""
    return person.mentions[0].sentence if person.mentions else 0


def _kinds(person: Person) -> tuple[str, ...]:
    """Return the first words of the bodies that have such an office."""
    within = section("positions", "within")
    words = [fold(word).strip(",()") for word in (person.position or person.head).split()]
    for start in range(len(words)):
        match = phrases("positions", "within").at(words, start)
        if match is not None:
            return _meant(match.value)
    bare = phrases("positions", "bare").at(words, 0) if words else None
    if bare is not None and _purpose(words[bare.length :]):
        return _meant(bare.value)
    stem = next((each for each in _STEMS if words and words[0].startswith(each)), "")
    return _meant(within.get(stem, ""))


def _purpose(rest: Sequence[str]) -> bool:
    """Whether the words behind an office only tell what it is for: `Ketua` *Bidang Zakat*, *II*."""
    return not rest or rest[0] in _FOR or rest[0].isdigit()


def _meant(value: str) -> tuple[str, ...]:
    kind = section("positions", "kind")
    each = (kind.get(word, word) for word in value.split())
    return tuple(word.replace("_", " ") for words in each for word in words.split())


def _fits(text: str, kinds: Sequence[str]) -> bool:
    words = [fold(word) for word in text.split()]
    full = len(words) > 1 or text.isupper()
    return full and (words[0] in kinds or " ".join(words[:2]) in kinds)


def _distance(each: Named, here: int) -> tuple[int, int]:
    """Rank a body by how near it is named: the bare ones last."""
    far = here - each.sentence if each.sentence <= here else _AFTER + each.sentence - here
    return (len(each.text.split()) == 1, far)
