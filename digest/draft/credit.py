"""Stage: draft, runs of capitals to weights. Whether one that no title announces is a person's.

comes in: the words of a sentence around a run of capitals
goes out: what the slot of the run in its clause, its length and its words speak for
"""

from digest.draft import name as names
from digest.draft import sight
from digest.draft.form import active, passive, verb
from digest.draft.grammar import NOT, SIDES, WITH
from digest.draft.lexicon import phrases, section
from digest.draft.token import Sentence

_MOST = 4  # parts of a name that nothing announces
_OPENING = 5  # tokens before a comma that open a clause: `Pemeran ibu, Uji Coba, …`
_AT = frozenset({"di", "ke", "dari", "pada"})
_TO = frozenset({"kepada", "oleh"})
_LED = frozenset({"bagi", "dengan", "bersama", "milik", "setelah"})
_BEING = frozenset("menjadi merupakan memiliki mempunyai mengalami berada berasal".split())
_DOING = frozenset({(word,) for word in "secara saat ketika usai seusai bersama beserta".split()})
"""Between an office's bearer and the verb."""


def plain(word: str) -> bool:
    """Whether the folded `word` is one of the language, and no part of names."""
    return word in section("words", "plain") and not names.known(word)


def leads(row: Sentence, at: int) -> bool:
    """Whether what begins a sentence is no part of the name behind it: *Wasit* `Uji Coba`."""
    word = row.words[at]
    if word in section("slots", "object") and not names.known(word):
        return row.upper(at + 1)  # `Mendampingi` *Uji*
    if names.known(word) and not (
        word in section("words", "plain") and word in section("slots", "before")
    ):
        return False
    if word in section("words", "plain"):
        return row.upper(at + 2)
    if word.endswith("nya") and len(row.tokens) > at + 2:
        return row.tokens[at + 1].upper  # `Rivalnya` *Uji Coba* `absen`
    named = word in section("slots", "before") or word in section("slots", "clause")
    return named or (word.endswith("nya") and _related(word))


def person(row: Sentence, start: int, end: int, after: int) -> bool:
    """Whether a run stands where people are named; `after` is behind its degrees."""
    size, words = end - start, row.words[start:end]
    if row.tokens[start].quoted or size > _MOST or not _closed(row, after):
        return False
    if any(plain(word) for word in words):
        return False
    before = row.word(start - 1)
    if before in section("words", "thing"):
        return False
    if size == 1:
        return _single(row, start, after, words[0])
    return (
        (opens(row, start) and _acts(row, after))
        or _object(row, start)
        or phrases("slots", "before").ending(row.words, start, 3) is not None
        or (before in section("speech", "say") and not row.tokens[start - 1].upper)
        or _agent(row, start)
        or _officed(row, start)
        or _apposed(row, start, after)
        or _behind(row, start, end, after)
        or _weak(row, start)
    )


def _object(row: Sentence, start: int) -> bool:
    """Whether a verb whose object is a person stands before the run: `Menemani` *Uji Coba*."""
    if not start or row.words[start - 1] not in section("slots", "object"):
        return False
    return start == 1 or not row.tokens[start - 1].upper


def _weak(row: Sentence, start: int) -> bool:
    """Whether a small word that leads to no place stands before a run with a known name."""
    if not start or row.tokens[start - 1].upper or not row.tokens[start - 1].word:
        return False
    return names.known(row.words[start]) and row.words[start - 1] not in section("slots", "place")


def _officed(row: Sentence, start: int) -> bool:
    """Whether an office in small letters stands before the run: `sekretaris umum` *Uji Coba*."""
    office = phrases("positions", "office").ending(row.words, start, 4)
    return office is not None and not any(
        token.upper for token in row.tokens[start - office.length : start]
    )


def _behind(row: Sentence, start: int, end: int, after: int) -> bool:
    """Whether what stands behind a run that opens a sentence tells a person."""
    following = row.word(after) or "."
    if start == 0 and following in section("slots", "after"):
        return True
    if following in _BEING and opens(row, start):
        return names.some_known(row.words[start:end])
    if following == "dari" and row.word(after + 1) in SIDES:
        return True
    known = names.known(row.words[start])
    if start == 0 and following == ":":
        return names.some_known(row.words[start:end])
    led = start == 0 or (start == 1 and leads(row, 0))  # `Perahu` *Siti Uji* `terbalik`
    thing = following in section("slots", "thing") or following in section("slots", "patient")
    return led and known and following.isalpha() and not thing


def _single(row: Sentence, start: int, after: int, word: str) -> bool:
    """Whether one word is somebody's name: a known one that acts, or one that kin announces."""
    if word in section("words", "plain") or word in section("words", "never"):
        return False
    known = names.known(word) or sight.perhaps(row, start, start + 1)
    if _apposed(row, start, after) and (_kin(row, start) or known):
        return True
    before = row.word(start - 1)
    comma = row.word(after) == "," and not row.tokens[start].text.isupper()
    if comma and before == "menurut":
        return True
    return known and (
        before in _TO
        or (comma and start < _OPENING and before in _LED)
        or (opens(row, start) and _acts(row, after))
        or before in section("slots", "object")
        or _agent(row, start)
    )


def listed(row: Sentence, before: tuple[int, int], start: int, end: int) -> bool:
    """Whether a run stands beside a person's name in a list: `Budi Uji,` *Siti Coba* `dan`."""
    words = row.words[start:end]
    alone = end - start == 1 and not names.known(words[0]) and not sight.perhaps(row, start, end)
    single = before[1] - before[0] == 1 and not names.known(row.words[before[0]])
    if alone or single or any(plain(word) for word in words):
        return False
    pairs = {"dan", "serta"}
    return end - start <= _MOST and bool(pairs & set(row.words[before[1] : end + 3]))


def _closed(row: Sentence, at: int) -> bool:
    return not row.upper(at)


def opens(row: Sentence, start: int) -> bool:
    """Whether a clause begins at token `start`."""
    if start == 0 or (start == 1 and (not row.tokens[0].word or leads(row, 0))):
        return True
    before = row.words[start - 1]
    if before == ",":
        first = row.words[0]
        led = first in section("slots", "adverbial") or first in section("slots", "clause")
        place = row.words[start - 3] in _AT
        return led or place or not row.tokens[start - 2].upper
    return before in section("slots", "clause")


def does(row: Sentence, at: int) -> bool:
    """Whether what stands at token `at` tells what somebody does: `menghadiri`, `secara resmi`."""
    return row.words[at : at + 1] in _DOING or _acts(row, at)


def _acts(row: Sentence, at: int) -> bool:
    """Whether a verb that people govern stands at token `at`, small words before it left out."""
    if row.word(at) in NOT | {"belum"}:
        return _small(row, at + 1)
    if row.word(at) in WITH | {"dan", "serta"} and at + 1 < len(row.words):
        at += 2 * row.words[at + 1].endswith("nya")  # `Budi dan keluarganya mengungsi`
    while at < len(row.words) and row.words[at] in section("slots", "adverb"):
        at += 1
    if at >= len(row.tokens) or row.tokens[at].upper or not row.tokens[at].word:
        return False
    word = row.words[at]
    if word in section("slots", "thing"):
        return False
    if word in section("slots", "act") or word in section("speech", "say"):
        return True
    return active(word) and not word.endswith("nya")


def _small(row: Sentence, at: int) -> bool:
    return at < len(row.tokens) and row.tokens[at].word and not row.tokens[at].upper


def _agent(row: Sentence, start: int) -> bool:
    """Whether a verb in the passive stands before the run: `disampaikan` *Uji Coba*."""
    if not start or row.tokens[start - 1].upper:
        return False
    before = row.words[start - 1]
    if before in section("slots", "patient"):
        return False
    return passive(before) and not before.endswith("nya")


def _kin(row: Sentence, start: int) -> bool:
    """Whether a word of kin or trade stands before the comma: `Anaknya, …`."""
    return _related(row.words[_one(row)]) or _related(row.words[start - 2])


def _one(row: Sentence) -> int:
    """Return the words that open a sentence and mean no more than `a`: `Seorang`."""
    if row.words[0] == "seorang":
        return 1
    return 2 * (row.words[:2] in {("salah", "seorang"), ("salah", "satu")})


def _related(word: str) -> bool:
    """Whether a word tells what somebody is to another: `anak`, `sopirnya`."""
    bare = word.removesuffix("nya")
    return bare in section("slots", "kin") or bare in section("positions", "person")


def _apposed(row: Sentence, start: int, after: int) -> bool:
    """Whether a run stands between commas behind a noun that opens: `Peserta lain, Uji Coba, …`."""
    opened = _one(row)
    if not opened + 1 < start <= opened + _OPENING + 1 or row.words[start - 1] != ",":
        return False
    led = row.words[0] in section("slots", "adverbial")
    if row.word(after) != "," or (led and not _kin(row, start)):
        return False
    opening = row.tokens[opened : start - 1]
    upper = any(token.upper for token in opening[1:])
    if any(not token.word for token in opening) or (upper and not _related(row.words[opened])):
        return False
    if any(verb(token.norm) for token in opening):
        return False
    if opened and after + 1 < len(row.words) and _acts(row, after + 1):
        return True
    return not row.tokens[after + 1 : after + 2] or not row.tokens[after + 1].upper
