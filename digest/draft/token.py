"""Stage: draft, text to tokens. Words and sentences with their places in the text.

comes in: the text of an article, and spans of it
goes out: `Token`s and `Sentence`s whose offsets point into that text
"""

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from digest.draft.lexicon import fold, section

# A word: letters, inner apostrophes, hyphens, digits; inner full stops only between short parts.
_WORD = re.compile(
    r"[^\W\d_][\w'’‘`-]*(?:/[^\W\d_][\w-]*)?"
    r"|\d+(?:[.,:/-]\d+)*(?:[-/][^\W\d_][\w-]*)?"
    r"|[^\w\s]"
)
_DOTTED = re.compile(r"(?:[^\W\d_]{1,5}\.)+(?:[^\W\d_]{1,5}(?![\w]))?")
_GLUED = re.compile(r"(?:di|ke|dari|dan|yang|oleh|pada|dengan)(?=[A-Z][a-z]{2})")  # `diLapangan`
_OPEN, _CLOSE = "“«„", "”»"
_MOST = 400  # a sentence of more tokens is cut, so that none costs more than it should
_LONG = 40  # no word of the language is longer
_PAIR = 2  # letters of initials with one full stop
_ABBREVIATIONS = frozenset(
    "pol jl jln no kab kec kel prov tgl th dr drs dra ir hj h kh prof purn inf kav czi arm arh mr "
    "drg drh can cand apt bpk bp sdri ns krg dg mhd md mch yoh fx "
    "ps pj plt plh pjs pgs ust tgk st moh muh muhd abd ny sdr tn rm dsb dll dkk cq u.p "
    "pt cv ud".split()
)

_RANKS = frozenset(
    "komjen irjen brigjen brigjend kombes kombespol akbp kompol akp iptu ipda aiptu aipda bripka "
    "brigpol briptu bripda bharaka bharatu bharada letjen mayjen letkol lettu letda peltu pelda "
    "serma serka sertu serda kopka koptu kopda praka pratu prada laksdya laksda laksma marsdya "
    "marsda marsma".split()
)
"""Short ranks, whose full stop ends no sentence."""
_BODIES = frozenset(
    "ri as rt rw tk sd kb kk hp mc wa tv ac it eo uu pp sk se dp ma mk dk ui tp pd ot km kg cm mm "
    "ha pr pi pn pa po pj pt cv ud us uk ue un pu ad al au si di ke ya wc nu gb mb ct ok ps ai ar "
    "vr iv".split()
)
"""Two capitals that end a sentence rather than shorten a name."""


class Odds(Struct, frozen=True):
    """What one token is, each figure from 0 to 1."""

    begins: float
    """How likely it begins a person's name."""
    inside: float
    """How likely it goes on with one."""

    @property
    def part(self) -> float:
        """How likely it is part of a name."""
        return self.begins + self.inside


class Token(Struct, frozen=True):
    """A word, number or mark."""

    text: str
    """As written."""
    start: int
    """Offset of its first character in the article's text."""
    end: int
    """Offset behind its last character."""
    norm: str
    """Folded, as lexicons have it."""
    upper: bool
    """Whether it is a word that begins with a capital letter."""
    word: bool
    """Whether it is a word, not a number or mark."""
    quoted: bool
    """Whether it stands inside quotation marks."""


class Sentence(Struct, frozen=True):
    """A sentence, or what stands for one."""

    tokens: tuple[Token, ...]
    """Its words and marks."""
    words: tuple[str, ...]
    """Their folded forms, one for each token."""
    start: int
    """Offset of the first character."""
    end: int
    """Offset behind the last character."""
    paragraph: int
    """Number of its paragraph in the body, from 0."""
    odds: tuple[Odds, ...] = ()
    """How likely each token is part of a name; none as long as nobody asked the field."""

    def word(self, at: int) -> str:
        """Return the folded word or mark at token `at`; empty outside of the sentence."""
        return self.words[at] if 0 <= at < len(self.words) else ""

    def upper(self, at: int) -> bool:
        """Whether a word with a capital stands at token `at`; none does outside of the sentence."""
        return 0 <= at < len(self.tokens) and self.tokens[at].upper

    def capitals(self, at: int, most: int | None = None) -> int:
        """Return the end of the run of capitals at token `at`, of at most so many; `at` if none."""
        end, stop = at, len(self.tokens) if most is None else min(len(self.tokens), at + most)
        while end < stop and self.tokens[end].upper:
            end += 1
        return end


_MISPRINTS = {
    "sekertaris": "sekretaris",
    "seketaris": "sekretaris",
    "sekretasis": "sekretaris",
    "sekertariat": "sekretariat",
    "kepolisan": "kepolisian",
    "gubenur": "gubernur",
    "gubernor": "gubernur",
    "kordinator": "koordinator",
}
"""Frequent misprints of offices."""


def tokens(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """Cut `text[start:end]` into tokens, in time linear in its length."""
    stop = len(text) if end is None else end
    found: list[Token] = []
    at, quoted = start, False
    while match := _WORD.search(text, at, stop):
        begin, finish = match.span()
        first = text[begin]
        word = first.isalpha()
        glued = _GLUED.match(text, begin, finish)
        if glued:
            finish = glued.end()
        elif word:
            finish = _word_end(text, begin, min(finish, begin + _LONG * 4), stop)
        elif first in _OPEN or first in _CLOSE or first == '"':
            quoted = _quoted(first, quoted=quoted)
        piece = text[begin:finish]
        inside = quoted and first not in _OPEN
        found.append(
            Token(piece, begin, finish, _norm(piece), word and first.isupper(), word, inside)
        )
        at = finish
    return found


def _norm(piece: str) -> str:
    """Return a token folded, common misprints mended."""
    norm = fold(piece) or piece
    return _MISPRINTS.get(norm, norm)


def _quoted(mark: str, *, quoted: bool) -> bool:
    return mark in _OPEN or (mark == '"' and not quoted)


def _word_end(text: str, begin: int, finish: int, stop: int) -> int:
    """Take in the full stops of an abbreviation: `S.H.`, `M.Si`, `Pol.`, `M.`."""
    if finish >= stop or text[finish] != ".":
        return finish
    length = finish - begin
    if length > 5:  # noqa: PLR2004 - no part of an abbreviation is longer
        return finish
    dotted = _DOTTED.match(text, begin, min(stop, begin + 24))
    if dotted and dotted.end() > finish + 1 and _one_word(text[begin : dotted.end()]):
        return dotted.end()
    single = length == 1 and text[begin].isupper()
    single = single or (length == 2 and text[begin:finish].istitle())  # noqa: PLR2004 - `Tb.`
    if single or fold(text[begin:finish]) in _ABBREVIATIONS or _short(text, begin, finish):
        return finish + 1
    return finish + _initials(text, begin, finish)


def _initials(text: str, begin: int, finish: int) -> bool:
    """Whether two capitals with one full stop shorten names: `HK. Contoh`, `HK.Contoh`."""
    word, after = text[begin:finish], finish + 1
    if not (len(word) == _PAIR and word.isupper()):
        return False
    taken = fold(word) in _BODIES or fold(word) in section("organisations", "head")
    after += text[after : after + 1] == " "
    return not taken and text[after : after + 2].istitle()


def _one_word(text: str) -> bool:
    """Whether what full stops join is one word: a degree (`M.Si`) or initials (`S.H.`)."""
    if fold(text) in section("titles", "degree") or fold(text) in section("positions", "office"):
        return True
    parts = [part for part in text.split(".") if part]
    return len(parts) > 1 and all(len(part) <= 2 for part in parts)  # noqa: PLR2004 - letters


def _short(text: str, begin: int, finish: int) -> bool:
    word = fold(text[begin:finish])
    return text[begin].isupper() and (
        word in section("titles", "degree") or word in section("titles", "honorific")
    )


def sentences(text: str, spans: Sequence[tuple[int, int]]) -> list[Sentence]:
    """Cut the paragraphs at `spans` of `text` into sentences."""
    found: list[Sentence] = []
    for paragraph, (start, end) in enumerate(spans):
        found.extend(
            Sentence(
                tuple(group),
                tuple(token.norm for token in group),
                group[0].start,
                group[-1].end,
                paragraph,
            )
            for group in _split(tokens(text, start, end))
        )
    return found


def _split(row: list[Token]) -> Iterator[list[Token]]:
    begin = 0
    for place, token in enumerate(row):
        if token.text in ".!?" and place > begin and _ends(row, place):
            after = place + 1
            while after < len(row) and row[after].text in "”\"'’)»":
                if row[after].text == '"' and row[after].quoted:
                    break  # it opens the next quotation
                after += 1
            if after > begin:
                yield row[begin:after]
            begin = after
        elif place - begin >= _MOST or (place > begin and _degree_ends(row, place)):
            yield row[begin : place + 1]
            begin = place + 1
    if begin < len(row):
        yield row[begin:]


def _degree_ends(row: list[Token], place: int) -> bool:
    """Whether the full stop of a degree (`…, M.H. Turut hadir`) ends the sentence as well."""
    token, degrees = row[place], section("titles", "degree")
    if not token.text.endswith(".") or token.norm not in degrees or place + 1 >= len(row):
        return False
    following = row[place + 1]
    before = row[place - 1]
    return (
        len(token.norm) > 1
        and (before.text == "," or before.norm in degrees)
        and following.upper
        and following.norm not in degrees
        and following.norm not in section("titles", "honorific")
        and token.norm not in section("titles", "honorific")
    )


def _ends(row: list[Token], place: int) -> bool:
    """Whether the full stop at `place` ends a sentence: what follows begins one."""
    before = row[place - 1]
    if before.end == row[place].start and before.norm in _RANKS and before.upper:
        return False
    after = place + 1
    while after < len(row) and row[after].text in "”\"'’)»":
        after += 1
    if after >= len(row):
        return True
    following = row[after]
    return (following.upper or not following.word) and not _strays(row, after)


def _strays(row: list[Token], at: int) -> bool:
    """Whether initials and a degree show that the stop before them is a slip: `Uji.` *WA, MM*."""
    degree = [each.norm for each in row[at + 1 : at + 3]]
    text = row[at].text
    short = len(text) <= 2 and text.isupper()  # noqa: PLR2004 - letters
    return short and degree[:1] == [","] and degree[-1] in section("titles", "degree")


def written(text: str, row: Sentence, start: int, end: int) -> str:
    """Return what stands in `text` from token `start` to before `end` of `row`, in one line."""
    if end <= start:
        return ""
    return " ".join(text[row.tokens[start].start : row.tokens[end - 1].end].split())
