"""Stage: draft, tokens to offices that no list knows. What stands before a rank is one.

comes in: the tokens of a sentence
goes out: where such an office ends: `KBO Sat Intelkam` *Iptu* `Budi`
"""

from digest.draft import name as names
from digest.draft.form import verb
from digest.draft.lexicon import Match, phrases, section
from digest.draft.token import Sentence

_MARKS = frozenset({(",",), (".",), (")",), (";",), ()})
_CAPITALS = 3  # letters of the shortest acronym that is no initial
_SHORT = 5  # letters of no office in one word
_MOST = 8  # tokens of the longest such office
_HAMLET = 4  # tokens of the longest hamlet
_OWNED = 3  # words of the longest office that is said to be somebody's
_KA = frozenset("ka waka wadan".split())
_HELD = frozenset("dipegang dijabat diemban dipercayakan diamanahkan dipimpin".split())
_NOT_IN = frozenset("di ke dari pada dalam atas".split())
_PREFIXES = ("ka", "wa", "dan", "pa", "pas", "kas", "as", "ba", "sek", "dir", "ps")


def office_end(row: Sentence, at: int) -> int:
    """Return the end of an unknown office at token `at` before a rank and a name, or `at`."""
    if not row.tokens[at].upper or row.tokens[at].quoted or not _may_begin(row, at):
        return at
    end = at
    while end < min(len(row.tokens), at + _MOST):
        if end > at and ranked(row, end):
            return end
        if not _goes_on(row, end):
            return at
        end += 1
    return at


def _may_begin(row: Sentence, at: int) -> bool:
    word = row.words[at]
    if at and (row.tokens[at - 1].upper or row.words[at - 1] in _NOT_IN):
        return False
    barred = (
        names.known(word)
        or word in section("words", "thing")
        or word in section("words", "never")
        or word in section("organisations", "place-word")
        or word in section("speech", "say")
        or word in section("speech", "there")
        or phrases("venues", "site", "house").at(row.words, at) is not None
        or names.title_end(row, at) > at
    )
    if barred or verb(word):
        return False
    return at > 0 or row.tokens[at].text.isupper() or word.startswith(_PREFIXES)


def owned(row: Sentence, at: int) -> Match | None:
    """Return the office of somebody named before: *Ketuanya*`, Budi`, *Kepala desanya*` Budi`."""
    for end in range(at + 1, min(at + _OWNED, len(row.words)) + 1):
        last = row.words[end - 1]
        if not last.endswith("nya"):
            continue
        words = (*row.words[at : end - 1], last.removesuffix("nya"))
        match = phrases("positions", "office", "person").at(words, 0)
        follows = end < len(row.tokens) and (row.tokens[end].upper or row.words[end] == ",")
        return match if match and follows and match.length == len(words) else None
    return None


def abbreviated(row: Sentence, at: int) -> Match | None:
    """Return `Ka.` or `Waka` before the name of a body as an office: *Ka. KUA Uji*."""
    if row.words[at] not in _KA or not row.tokens[at].upper:
        return None
    body = at + 1 + (row.word(at + 1) == ".")
    if not row.upper(body):
        return None
    led = phrases("organisations", "head").at(row.words, body)
    return Match(body - at, row.words[at], "-") if led else None


def entrusted(row: Sentence, at: int) -> int:
    """Return the end of the verb at token `at` behind which stands who holds an office, or `at`."""
    end = at
    if row.word(at) == "oleh":
        return at + any(word in _HELD for word in row.words[:at])
    if end < len(row.words) and row.words[end] in _HELD:
        end += 1
        end += row.word(end) in {"oleh", "kepada"}
    return end


_SHORT = 3  # letters and stop of the longest abbreviation that ends an office: `Uji H.`
_OWNERS = frozenset("saya kami kita beliau aku".split())


def theirs(row: Sentence, at: int) -> bool:
    """Whether the word at token `at` calls somebody another's kin: `istrinya`, `ayah saya`."""
    word = row.words[at]
    if word in section("slots", "kin") and row.word(at + 1) in _OWNERS:
        return True
    return word.endswith("nya") and word.removesuffix("nya") in section("slots", "kin")


def disowned(text: str) -> str:
    """Return an office as it is called without whose it is; kin stay somebody's: `istrinya`."""
    if len(text.rsplit(" ", maxsplit=1)[-1]) > _SHORT:
        text = text.removesuffix(".")  # the sentence's
    bare = text.removesuffix("nya")
    return text if bare == text or bare.lower() in section("slots", "kin") else bare


def hamlet_end(row: Sentence, at: int) -> int:
    """Return the end of a hamlet behind a number: `ketua RT 5` *dusun Uji Coba*; `at` if none."""
    listed = row.words[at] in section("places", "village")
    listed = listed or row.words[at] in section("places", "hamlet")
    if not listed or row.tokens[at].upper or not row.tokens[at - 1].text[0].isdigit():
        return at
    end = at + 1
    while end < min(len(row.tokens), at + _HAMLET) and row.tokens[end].upper:
        end += 1
    return end if end > at + 1 and row.word(end) == "," else at


def ranked(row: Sentence, at: int) -> bool:
    """Whether a rank and a name begin at token `at`."""
    match = phrases("titles", "rank").at(row.words, at) if at < len(row.words) else None
    if match is None or not row.tokens[at].upper or len(match.phrase) == 1:
        return False
    title = names.title_end(row, at)
    return title > at and names.name_end(row, title) > title


def to_mark(row: Sentence, at: int) -> int:
    """Return the end of the capitals from token `at` that a mark closes: the rest of a body's name.

    `at` if a small word ends them, or a title or another office begins.
    """
    end = at
    while end < min(len(row.tokens), at + _MOST) and row.tokens[end].upper:
        office = phrases("positions", "office").at(row.words, end)
        if names.title_end(row, end) > end or office is not None:
            return at
        end += 1
    return end if row.words[end : end + 1] in _MARKS else at


def to_end(row: Sentence, at: int) -> int:
    """Return the end of a body's name at token `at`: capitals, numbers, `dan` between capitals."""
    end = at
    while end < min(len(row.tokens), at + _MOST):
        joins = row.words[end] == "dan" and end > at and row.tokens[end + 1 : end + 2]
        if not (
            row.tokens[end].upper
            or row.tokens[end].text[0].isdigit()
            or (joins and joins[0].upper and not names.known(joins[0].norm))
        ):
            break
        end += 1
    return end


def bracketed(row: Sentence, begin: int, close: int) -> bool:
    """Whether what stands in brackets behind a name looks like an office or a body.

    `(Kasuji II)`, `(CDC Telkom DIY)`.
    """
    word = row.words[begin]
    if word in {"unsur", "kalangan"}:
        return True
    if row.tokens[begin].text.isupper() and len(word) >= _CAPITALS:
        led = phrases("organisations", "head").within(row.words[begin:close])
        if led is not None:
            return True
    office = row.tokens[begin].upper and word.startswith(_PREFIXES) and len(word) > _SHORT
    return office and not names.some_known(row.words[begin:close])


def _goes_on(row: Sentence, at: int) -> bool:
    """Whether a token may be part of an office: a capital that is no name, a number, `dan`."""
    token = row.tokens[at]
    if token.upper:
        place = at and row.words[at - 1] in section("organisations", "place-word")
        return bool(place) or not names.known(token.norm) or token.text.isupper()
    joint = token.norm == "dan" or token.text in {"/", "-", "(", ")"}
    return joint or token.text[0].isdigit()
