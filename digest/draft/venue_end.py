"""Stage: draft, words to the end of a venue. How far its name goes on.

comes in: the tokens of a sentence, where a venue begins
goes out: where it ends; the ends of vague ones such as `salah satu hotel`
"""

from digest.draft.grammar import TIMES
from digest.draft.lexicon import phrases, section
from digest.draft.place import Places
from digest.draft.token import Sentence

_MOST = 14  # tokens of the longest venue
_GO_ON = frozenset(
    "jl jln jalan lantai komplek kompleks gedung gd mapolres mapolresta mapolrestabes mapolda "
    "mapolsek markas mako kampus kantor hotel balai setda".split()
)


_DOCTORS = {("dr",), ("drg",)}  # whose name a house has: `RSUD dr Uji`


def vague(row: Sentence, at: int) -> int:
    """Return the end of `salah satu hotel`, `sebuah rumah makan`; `at` if it is none."""
    words, after = row.words, at
    if words[at : at + 2] in {("salah", "satu"), ("salah", "sebuah")}:
        after = at + 2
    elif words[at] in {"sebuah", "suatu"}:
        after = at + 1
    if after == at or after >= len(words):
        return at
    head = phrases("venues", "site", "house").at(words, after)
    return after + head.length if head else at


def vague_end(row: Sentence, at: int, places: Places) -> int:
    """Return the end of a vague venue whose head ends at token `at`: `… di Kota Ambon`."""
    end = at
    end = row.capitals(end)
    if end < len(row.words) and row.words[end] in {"di", "kawasan"}:
        begin = end + 1
        begin += row.word(begin) == "kawasan"
        stop = begin
        stop = row.capitals(stop)
        if stop > begin or places.end(row, begin) > begin:
            return stop
    return end


def end_of(row: Sentence, at: int, length: int) -> int:
    """Return the end of the venue whose head has `length` words."""
    words, tokens, end = row.words, row.tokens, at + length
    stop = min(len(words), at + _MOST)
    lower = 0
    while end < stop:
        token = tokens[end]
        if token.upper and words[end] not in TIMES:
            end += 1
            lower = 2
        elif token.text[0].isdigit() and not _date(row, end):
            end += 1
        elif words[end] == "(":
            close = _short_form(row, end)
            after = tokens[close] if close < len(tokens) else None
            named = after is not None and after.upper and after.norm not in TIMES
            if close == end or (end == at + length and not named):
                break
            end = close
        elif (
            (words[end] == "," and _goes_on(row, end + 1))
            or (words[end] in {"dan", "&"} and _joins(row, end) and lower)
            or (
                words[end] in {".", "-", "'"}
                and tokens[end - 1].end == token.start
                and (end + 1 < len(words) and len(words[end - 1]) <= 3)  # noqa: PLR2004 - an abbreviation
            )
        ):
            end += 1
        elif token.word and lower < 2 and _leads_to_name(row, end):  # noqa: PLR2004 - `ruang kerja`
            end += 1
            lower += 1
        else:
            break
    while end > at and words[end - 1] in {",", "dan", "&", ".", "-"}:
        end -= 1
    return end


def _date(row: Sentence, at: int) -> bool:
    text = row.tokens[at].text
    after = row.word(at + 1)
    return after in TIMES or (text.replace("/", "").isdigit() and "/" in text and len(text) > 5)  # noqa: PLR2004 - `29/11/2023`


def _short_form(row: Sentence, at: int) -> int:
    """Return the end of `(RICC)`, `(Gor) Bung Karno`; `at` if the bracket is something else."""
    close = next((i for i in range(at + 1, min(at + 5, len(row.words))) if row.words[i] == ")"), at)
    inner = row.tokens[at + 1 : close]
    fits = bool(inner) and all(
        token.upper and token.norm not in TIMES and token.word for token in inner
    )
    return close + 1 if fits else at


def _goes_on(row: Sentence, at: int) -> bool:
    """Whether a comma inside a venue is followed by more of it: a street, a house around it."""
    if not row.upper(at):
        return False
    return row.words[at] in _GO_ON


def _joins(row: Sentence, at: int) -> bool:
    before, after = row.words[at - 1], at + 1
    if not row.upper(after):
        return False
    known = section("organisations", "word")
    short = row.tokens[after].text.isupper()  # `Hukum dan HAM`
    return before in known and (short or row.words[after] in known)


def _leads_to_name(row: Sentence, at: int) -> bool:
    """Whether a small word between a head and its name belongs to the venue: `ruang kerja …`."""
    word = row.words[at]
    if row.words[at : at + 1] in _DOCTORS:
        return row.upper(at + 1)
    if word not in section("venues", "small") and word not in section("organisations", "word"):
        return False
    return any(token.upper for token in row.tokens[at + 1 : at + 3])
