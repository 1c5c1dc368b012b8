"""Stage: draft, tokens to names. Where a person's name begins and ends.

comes in: the tokens of a sentence
goes out: ends of titles, names and degrees that begin at a token
"""

from functools import cache

from digest.draft import noble
from digest.draft.form import bodily, reduplicated
from digest.draft.lexicon import Phrases, phrases, section
from digest.draft.part import balinese, known, late, noun, parted, seldom, small, some_known
from digest.draft.token import Sentence

_MOST = 6  # no name has more parts
SMALL = frozenset({"dr", "drg", "drh", "apt", "pak", "bu"})
"""Titles that keep their small letter."""

_BEFORE = frozenset("prof dr drs dra ir hj kh pdt ust ustaz ustadz datuak datuk dt tuanku".split())
_COMMA = frozenset("drs dra ir hj dr prof kh drg pdt".split())  # a comma behind is a stop
_HONORARY = frozenset("hc h.c can cand c cn kandidat candidate honoris".split())
_GIVEN = frozenset("umi ummi abi mas nyi ki teh".split())  # titles and names
SPOKEN = frozenset("bu pak ibu bapak bapa mama mas bang kang mbak bunda oma opa tuan".split())
"""Titles by which one speaks to people, of high office too."""
_BRANCH = 4  # letters of a branch in brackets: `(P)`, `(KH/W)`, `(Purn)`
_FATHERS = 2  # such a short form has so many letters
_PERSONAL = frozenset("h hj drs dra ir dr kh ny nyonya hajah tgk".split())
_LONG_RANKS = frozenset(
    "jenderal brigadir sersan kapten mayor letnan kopral prajurit laksamana marsekal komisaris "
    "inspektur polisi".split()
)
INHERITED = frozenset({"datuk", "datuak", "dt", "tuanku"})
"""Titles that may stand inside a name, or behind it with a gelar."""
_UNUSUAL = frozenset({"ap", "ak", "ca", "me", "ip"})  # degrees that are more often initials
_NEAR = 6  # tokens around a capital that tell a headline
_VERB = 7  # shorter words that look like verbs are names as well
_SHORT = 5  # capitals of at most so many letters are an abbreviation unless known as a name

__all__ = [
    "INHERITED",
    "SMALL",
    "SPOKEN",
    "balinese",
    "degrees_end",
    "is_part",
    "known",
    "name_end",
    "noun",
    "seldom",
    "some_known",
    "title_end",
    "whole",
]


def title_end(sentence: Sentence, at: int) -> int:
    """Return the end of the ranks and honorifics that begin at token `at`; `at` if none do."""
    row, words, end = sentence.tokens, sentence.words, at + noble.honours(sentence, at)
    while end < len(row) and (row[end].upper or words[end] in SMALL):
        match = _titles().at(words, end)
        if match is None or not _stands(sentence, end, match.length):
            break
        if row[end].text == "BPK":
            break  # the court, and a village's council
        if match.phrase in _GIVEN and end and (end > at or row[end - 1].upper):
            break  # `Hj. Umi Uji`, `DPRD Gunung Mas Budi`
        end += match.length
        if match.phrase in section("titles", "rank"):
            end = _branch_end(sentence, end)
        else:
            end = _marks(sentence, end)
    if end > at and end < len(row) and row[end].text == "." and row[end - 1].end == row[end].start:
        return end + 1
    return end


def _marks(sentence: Sentence, at: int) -> int:
    """Take in the bracket behind a title, and a comma for its stop: `Dr.` *(Cand.)*, `Hj`*,*."""
    words = sentence.words
    for close in (at + 2, at + 3):
        inside = words[at + 1 : close]
        if words[at] == "(" and sentence.word(close) == ")" and inside[0] in _HONORARY:
            return close + 1
    return at + 1 if _comma(sentence, at) else at


def titled_only(sentence: Sentence, at: int) -> bool:
    """Whether a title of several words stands for its bearer: `tutur` *Sri Sultan*."""
    match = _titles().at(sentence.words, at)
    return match is not None and match.length > 1 and title_end(sentence, at) == at


@cache
def _ranks() -> frozenset[str]:
    """Return the last words of ranks, and their branches."""
    ranks = {phrase.split()[-1] for phrase in section("titles", "rank")}
    return frozenset(ranks - {"polisi"}) | section("titles", "branch").keys()


def _titles() -> Phrases:
    return phrases("titles", "rank", "honorific")


def _stands(sentence: Sentence, at: int, length: int) -> bool:
    """Whether what looks like a title is one: a name, another title or a bracket follows."""
    row, after = sentence.tokens, at + length
    if after < len(row) and row[after].text == ".":
        if row[at].norm in SPOKEN:
            return False  # `Iya, Bu. Habis itu …`
        after += 1
    return after < len(row) and (
        row[after].upper or row[after].text == "(" or _comma(sentence, after)
    )


def _comma(sentence: Sentence, at: int) -> bool:
    """Whether a comma stands for the stop of a title: `Hj`*,* `Siti Uji`."""
    words, after = sentence.words, at + 1
    if sentence.word(at) != "," or not sentence.upper(after):
        return False
    beside = sentence.word(at - 2) in section("titles", "honorific")
    if words[at - 1] not in _COMMA and not (beside and words[at - 1] == "h"):
        return False
    given = known(words[after]) or words[after] in _PERSONAL
    full = sentence.upper(after + 1) and (beside or known(words[after + 1]))
    return given or (full and is_part(sentence, after))


def _branch_end(sentence: Sentence, at: int) -> int:
    """Take in the branch and `(Purn)` behind a rank."""
    row, words, end = sentence.tokens, sentence.words, at
    branch = section("titles", "branch")
    while end < len(row):
        if (len(words[end]) > 1 and words[end].split("/")[0] in branch and row[end].upper) or (
            words[end] == "." and row[end - 1].end == row[end].start
        ):
            end += 1
        elif words[end] == "(" and words[end + 2 : end + 3] == (")",):
            if len(words[end + 1]) > _BRANCH:
                break
            end += 3
        else:
            break
    return end


def degrees_end(sentence: Sentence, at: int) -> int:
    """Return the end of the degrees behind a name, with the commas before and between them."""
    row, words, end = sentence.tokens, sentence.words, at
    degree, after = section("titles", "degree"), at
    while after < len(row):
        if words[after] in {",", "."}:
            after += 1
        elif _parted_degree(sentence, after):
            after = end = after + 2
        elif (
            words[after] in degree and row[after].upper and not _name_goes_on(sentence, after)
        ) or _dotted_degree(row[after].text):
            after += 1
            end = after
        else:
            break
    return end


def _parted_degree(sentence: Sentence, at: int) -> bool:
    """Whether a degree stands at token `at` with a blank inside: `S. Pd`, `M. Si`."""
    row, words = sentence.tokens, sentence.words
    if at + 1 >= len(row) or row[at].text not in {"S.", "M."} or not row[at + 1].upper:
        return False
    return words[at] + words[at + 1] in section("titles", "degree") and not known(words[at + 1])


def _name_goes_on(sentence: Sentence, at: int) -> bool:
    """Whether a degree of one or two letters is rather a title before the next name."""
    word = sentence.words[at]
    if word not in section("titles", "honorific"):
        return False
    after = at + 1
    return after < len(sentence.tokens) and is_part(sentence, after)


def _dotted_degree(text: str) -> bool:
    parts = text.rstrip(".").split(".")
    if len(parts) < _FATHERS or not text[0].isupper():
        return False
    whole = all(part.lower() in section("titles", "degree") for part in parts)  # `ST.MT.`
    return whole or parts[0] in {"S", "M", "A", "Dr", "Ph", "B", "Th"}


def name_end(sentence: Sentence, at: int) -> int:
    """Return the end of the name that begins at token `at`; `at` if none does."""
    row, limit = sentence.tokens, min(len(sentence.tokens), at + _MOST + 1)
    end = at + _sure(sentence, at)
    while end < limit:
        if end > at and _inherited(sentence, end):
            end += 2
        elif end > at and (row[end].norm in _BEFORE or _entitled(sentence, end)):
            break
        elif _single(sentence, end, behind=end - at):
            end += 1
        elif _pair(sentence, end, first=end == at):
            end += 2
        elif end > at and (
            _letters(sentence, end) or noble.numbered(sentence, end) or late(sentence, end)
        ):
            end += 1
            break
        else:
            break
    while end > at and sentence.words[end - 1] in {".", "-"}:
        end -= 1
    if end > at and end - at == 1 and len(row[at].norm) == 1:
        return at
    return end


def _single(sentence: Sentence, at: int, *, behind: int) -> bool:
    """Whether token `at` goes on with a name that has so many parts behind it."""
    if behind == 1 and small(sentence, at):
        return True
    return is_part(sentence, at) and not (behind and _degree_here(sentence, at))


def _pair(sentence: Sentence, at: int, *, first: bool) -> bool:
    """Whether two tokens go on with a name of which the first alone is none."""
    inside = not first and (_joint(sentence, at) or _within(sentence, at) or parted(sentence, at))
    return inside or _fathers(sentence, at, first=first)


def whole(sentence: Sentence, end: int) -> int:
    """Take in the word before a comma and a degree, whatever it is: `I Nyoman` *Pasar*`, S.H.`."""
    row, after = sentence.tokens, end + 1
    if after >= len(row) or not row[end].upper or row[after].text != ",":
        return end
    text = row[end].text
    if not text.isalpha() or text.isupper() or _is_degree(sentence, end):
        return end
    taken = title_end(sentence, end) > end or phrases("positions", "office").at(sentence.words, end)
    if taken or phrases("organisations", "head", "place-word").at(sentence.words, end):
        return end
    return after if degrees_end(sentence, after) > after else end


def _sure(sentence: Sentence, at: int) -> bool:
    """Whether a word that is seldom a name is one, behind a rank or `Hj`: *Tata* `Noor`."""
    if at == 0 or at + 1 >= len(sentence.tokens) or not sentence.tokens[at].upper:
        return False
    before = sentence.words[at - 1]
    rank = before in _ranks() and before not in _LONG_RANKS and sentence.tokens[at - 1].upper
    head = phrases("organisations", "head").at(sentence.words, at)
    office = phrases("positions", "office", "prefix").at(sentence.words, at)
    if head or office:
        return False
    last = not sentence.tokens[at + 1].upper and sentence.words[at] not in section(
        "titles", "branch"
    )
    if rank:
        return last or is_part(sentence, at + 1)
    return before in _PERSONAL and known(sentence.words[at + 1])


def _within(sentence: Sentence, at: int) -> bool:
    """Whether a word that is seldom a name stands inside one: `Uji` *Adha* `Contoh`."""
    after = at + 1
    if not sentence.tokens[at].upper or after >= len(sentence.tokens) or not seldom(sentence, at):
        return False
    word = sentence.words[at]
    dated = word in section("calendar", "weekday") or word in section("calendar", "month")
    last = not sentence.upper(after + 1)
    return not dated and last and len(word) > _FATHERS and is_part(sentence, after)


def surnamed(sentence: Sentence, at: int, end: int) -> bool:
    """Whether a gelar, or a rank of birth, shows a run to be a name: `Uji` *Datuak Rajo Uji*."""
    words, after = sentence.words, end + 1
    behind = words[end:after] != () and words[end] in INHERITED and after < len(words)
    born = end - at > 1 and noble.begins(sentence, at) and known(words[end - 1])
    return born or (behind and sentence.tokens[end].upper and sentence.tokens[after].upper)


def _entitled(sentence: Sentence, at: int) -> bool:
    """Whether a title stands at token `at` that ends the run before it: `Uji` *Abah* `Coba`."""
    word = sentence.words[at]
    if len(word) <= _FATHERS or word in _GIVEN or word in INHERITED or known(word):
        return False
    end = title_end(sentence, at)
    return end > at and sentence.word(end) != "("


def _fathers(sentence: Sentence, at: int, *, first: bool) -> bool:
    """Whether capitals at token `at` shorten names: `Arnold` *AP* `Contoh`, *LM* `Husein`."""
    token, after = sentence.tokens[at], at + 1
    if not (len(token.text) == _FATHERS and token.text.isalpha() and token.text.isupper()):
        return False
    ranked = at > 0 and sentence.words[at - 1] in _ranks()
    body = phrases("organisations", "head").at(sentence.words, at)
    if not ranked and (body or (first and token.norm in _barred())):
        return False
    if after >= len(sentence.tokens) or len(sentence.words[after]) <= _FATHERS:
        return False
    if first and not ranked and not known(sentence.words[after]):
        return False
    return is_part(sentence, after) and not (
        _is_degree(sentence, after) or title_end(sentence, after) > after
    )


def _inherited(sentence: Sentence, at: int) -> bool:
    """Whether an inherited title follows what is no name without it: `M.` *Dt.* `Panduko`."""
    after = at + 1
    if sentence.words[at] != "dt" or len(sentence.words[at - 1]) > 1:
        return False
    return after < len(sentence.words) and is_part(sentence, after)


def _letters(sentence: Sentence, at: int) -> bool:
    """Whether token `at` is a short form of fathers' names that ends a name: `ZA`, `A.P.`."""
    token = sentence.tokens[at]
    if not 1 < len(token.norm) <= _FATHERS or not token.text.replace(".", "").isupper():
        return False
    if token.norm in section("titles", "degree") and token.norm not in _UNUSUAL:
        return False
    if phrases("organisations", "head").at(sentence.words, at):
        return False
    if "." not in token.text and token.norm in _UNUSUAL:
        return False
    return not sentence.upper(at + 1)


def _joint(sentence: Sentence, at: int) -> bool:
    words = sentence.words
    if words[at] in section("names", "joint"):
        return at + 1 < len(words) and is_part(sentence, at + 1)
    glued = words[at] in {".", "-"} and sentence.tokens[at - 1].end == sentence.tokens[at].start
    return glued and at + 1 < len(words) and len(words[at - 1]) <= 3 and is_part(sentence, at + 1)  # noqa: PLR2004 - `Moh.`, `St.`


def _degree_here(sentence: Sentence, at: int) -> bool:
    """Whether a degree stands at token `at`, not initials inside a name: `Uji` *B.K.* `Coba`."""
    if not _is_degree(sentence, at):
        return _parted_degree(sentence, at)
    after, token = at + 1, sentence.tokens[at]
    inside = after < len(sentence.tokens) and is_part(sentence, after)
    unlisted = token.norm not in section("titles", "degree")
    return not (unlisted and inside and not _is_degree(sentence, after))


def _is_degree(sentence: Sentence, at: int) -> bool:
    token = sentence.tokens[at]
    if token.norm not in section("titles", "degree"):
        return _dotted_degree(token.text)
    if len(token.norm) == 1:
        return False
    return "." in token.text or token.text.isupper() or token.text[1:] != token.text[1:].lower()


def is_part(sentence: Sentence, at: int) -> bool:  # noqa: PLR0911 - one return a rule
    """Whether token `at` may be part of a person's name."""
    token = sentence.tokens[at]
    if not token.upper:
        return False
    word = token.norm
    if known(word) or len(word) == 1:
        return True
    if "." in token.text.rstrip("."):
        return len(word) <= 3  # noqa: PLR2004 - initials (`A.A.`)
    if token.text[-1] == "." and len(word) == _FATHERS and token.text.isupper():
        return not any(word in section("titles", each) for each in ("degree", "honorific"))  # `HK.`
    if "/" in word:
        return _either(sentence, at)
    if _is_barred(sentence, at) or (_verb(word) and not _prose(sentence, at)):
        return False
    if reduplicated(word) or (bodily(word) and not known(word)):
        return False
    joint = section("names", "joint")
    if "-" in word and any(piece in _barred() - joint.keys() for piece in word.split("-")):
        return False
    text = token.text
    if text.isupper() and len(word) <= _SHORT:
        return False
    return not any(each.isdigit() for each in text)


def _either(sentence: Sentence, at: int) -> bool:
    """Whether a stroke joins two names: `Wowor/Uji`."""
    pieces = sentence.tokens[at].text.split("/")
    if not all(piece.istitle() and len(piece) > _FATHERS for piece in pieces):
        return False
    inside = at > 0 and sentence.tokens[at - 1].upper and known(sentence.words[at - 1])
    names = [piece.lower() for piece in pieces]
    return (inside or any(map(known, names))) and not any(name in _barred() for name in names)


def _is_barred(sentence: Sentence, at: int) -> bool:
    """Whether a word is never part of a name; `Ibi` may be, where the body is written `IBI`."""
    token = sentence.tokens[at]
    if token.norm in section("organisations", "acronym") and not token.text.isupper():
        return False
    inside = at > 0 and sentence.tokens[at - 1].upper and sentence.words[at - 1] not in _barred()
    if token.norm in section("titles", "rank"):
        return not inside or title_end(sentence, at) > at  # `Ketua Adat Paul Mayor.`
    if token.norm in section("words", "thing") or token.norm in section("positions", "customary"):
        return not inside or token.norm in _barred()  # `Virinia` *Pura* `Uji`, `Erni` *Sangaji*
    return token.norm in _barred()


def _prose(sentence: Sentence, at: int) -> bool:
    """Whether small words around token `at` show that no headline's verb has its capital."""
    if at == 0 or noun(sentence.words[at]):
        return False
    near = sentence.tokens[max(0, at - _NEAR) : at + _NEAR]
    small = sum(token.word and not token.upper for token in near)
    whole = small and sentence.tokens[-1].text == "."
    return small > 1 or bool(whole) or sentence.tokens[at - 1].text == ","


def _verb(word: str) -> bool:
    """Whether an unknown word has the form of a verb: `Memberi`, `Dihadiri`, `Berharap`."""
    if len(word) < _VERB:
        return False
    if noun(word):
        return True
    return word.startswith(("di", "mem", "meng", "meny", "ber"))


@cache
def _barred() -> frozenset[str]:
    """Words that are never part of a name."""
    single = (section("words", "never"), section("organisations", "word"))
    parted = (
        section("organisations", "head"),
        section("organisations", "place-word"),
        section("positions", "office"),
        section("positions", "prefix"),
        section("titles", "rank"),
        section("speech", "say"),
        section("speech", "there"),
    )
    custom = section("positions", "customary")
    firsts = {phrase.split()[0] for each in parted for phrase in each if phrase not in custom}
    return frozenset(word for words in single for word in words if len(word) > 1) | firsts
