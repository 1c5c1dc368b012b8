"""Stage: draft, sentences to short forms. What `Unuji` stands for, where the article says it once.

comes in: the sentences
goes out: short forms of campuses and firms by folded word, each with what it stands for
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from digest.draft.lexicon import fold, section
from digest.draft.token import Sentence

_WRITTEN_OUT = frozenset(
    "universitas institut politeknik pt cv yayasan koperasi hotel lembaga".split()
)
_LINKS = frozenset("disingkat atau disebut akronimnya singkatnya".split())
_MOST = 8  # words of the longest such name
_PLAIN = 4  # a longer short form need not be in capitals
_FEWEST = 2  # letters of the shortest short form
_SHORT = 3  # words of the longest short form
_CAMPUS = 6  # words of the longest name of a campus


def aliases(rows: Sequence[Sentence]) -> Mapping[str, str]:
    """Return the short forms that `rows` explain: `PT Uji Coba Mandiri (UCM)`."""
    return dict(pair for row in rows for pair in _in(row))


def _in(row: Sentence) -> Iterator[tuple[str, str]]:
    for at in range(1, len(row.words) - 1):
        if row.words[at] != "(" and row.words[at] not in _LINKS:
            continue
        short = row.tokens[at + 1]
        closed = row.words[at] != "(" or row.word(at + 2) == ")"
        if not (closed and short.upper and len(short.text) > _FEWEST):
            continue
        begin = _begin(row, at)
        listed = short.norm in section("organisations", "head")
        if begin < at and row.words[begin] in _WRITTEN_OUT and not listed:
            yield short.norm, " ".join(token.text for token in row.tokens[begin:at]).strip(" ,")


def _begin(row: Sentence, at: int) -> int:
    """Return where the name of a body begins that ends before token `at`."""
    begin = at
    while begin > max(0, at - _MOST) and (
        row.tokens[begin - 1].upper or row.words[begin - 1] in {"dan", ","}
    ):
        begin -= 1
        if row.words[begin] in _WRITTEN_OUT:
            return begin
    return begin


def written_out(body: str, known: Mapping[str, str]) -> str:
    """Return a campus or firm by its full name: `Universitas Uji` for `FISIP Unuji`."""
    words = body.split()
    for word in reversed(words):
        told = known.get(fold(word))
        capitals = word.isupper() or len(word) > _PLAIN
        if told and told.startswith("Lembaga") and word != words[-1]:
            continue  # `LMHA Uji` is one of several
        full = told or (capitals and section("organisations", "campus").get(fold(word))) or None
        if full is not None and full.split()[0] != words[0]:
            return full
        if full is not None and len(words) == _FEWEST:
            return full  # `PT UCM`
    return body


@cache
def _campuses() -> frozenset[tuple[str, ...]]:
    """Return the folded words of the campuses that everybody knows."""
    full = section("organisations", "campus").values()
    return frozenset(tuple(fold(each).split()) for each in full)


def campus_end(words: Sequence[str], at: int) -> int:
    """Return the end of the campus at token `at`: *Universitas Uji* `Budi`, *Unuji* `Budi`."""
    if words[at] in section("organisations", "campus"):
        return at + 1
    stops = range(min(len(words), at + _CAMPUS), at + 1, -1)
    return next((stop for stop in stops if tuple(words[at:stop]) in _campuses()), at)


def shortened_end(row: Sentence, first: int, at: int) -> int:
    """Return the end of a body at token `at` that a short form in brackets closes, or 0.

    `Ketua Keluarga` *Alumni Uji (KAU)* `Kendal`: the body's name begins at token `first`.
    """
    mark = row.capitals(at, _MOST)
    close = row.capitals(mark + 1, _SHORT) if row.word(mark) == "(" else mark
    if close <= mark + 1 or row.word(close) != ")" or mark - first < _FEWEST:
        return 0
    if not all(token.upper for token in row.tokens[first:mark]):
        return 0
    short = row.words[mark + 1]
    first -= first > 0 and row.tokens[first - 1].upper and row.words[first][0] != short[0]
    letters = iter("".join(row.words[first:mark]))
    listed = short in section("organisations", "head")
    if short in section("titles", "branch"):
        return 0  # `Menko Polhukam RI Marsekal TNI (Purn) Budi`
    if short in section("names", "part") and not row.tokens[mark + 1].text.isupper():
        return 0  # `Bupati Uji Budi Contoh (Budi)`
    told = len(short) > _FEWEST and row.words[first][0] == short[0]
    return close + 1 if listed or (told and all(each in letters for each in short)) else 0
