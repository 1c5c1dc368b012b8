"""Stage: draft, words beside a name. Common nouns in apposition, and verbs that a person governs.

comes in: the words of a sentence around a run of capitals
goes out: where such a noun ends, whether what stands before the run calls for a person
"""

from digest.draft import name as names
from digest.draft.form import active, calling, passive, verb
from digest.draft.grammar import LATE
from digest.draft.lexicon import phrases, section
from digest.draft.position import Position
from digest.draft.token import Sentence

_MOST = 9  # tokens of the longest apposition
_CLOSING = frozenset(
    ", . ) ; yang dari asal di saat ketika pada tersebut berusia berumur kelahiran "
    "seperti misalnya".split()
)
_LOOSE = LATE | frozenset(
    "dan serta untuk dengan ini itu atau juga akan telah sudah agar pun tidak tak oleh ke bersama "
    "bernama yakni yaitu adalah selaku sebagai dalam bahwa".split()
)
_BETWEEN = 4  # small words between a common noun and its bearer
_JOINED = frozenset("&/")
_PERSONAL = frozenset(
    tuple(each.split())
    for each in (
        "bernama,nama,diketuai,diketuai oleh,beranggotakan,dimoderatori,dimoderatori oleh,dipandu,"
        "dipandu oleh,diimami,diimami oleh,disapa,ditemani,masing-masing,diwakili,diwakili oleh,"
        "sosok,"
        "diwakilkan kepada,diwakili langsung,dijawab,dibawakan,ditanggapi,disanggah,dibantah,"
        "dikatakan,diungkapkan,dituturkan,dijelaskan,ditegaskan,disahuti,ditimpali,diucapkan"
    ).split(",")
)
_SUCCEEDED = frozenset(
    tuple(each.split())
    for each in (
        "menggantikan,digantikan,digantikan oleh,mengisi tempat,mengisi posisi,mengisi kursi,"
        "melanjutkan tugas,meneruskan tugas,melanjutkan jabatan,meneruskan jabatan,sepeninggal"
    ).split(",")
)
_NOBLE = frozenset(
    tuple(each.split())
    for each in "anak agung,ida bagus,ida ayu,i gusti,ni luh,la ode,wa ode,i gede".split(",")
)
_FROM = frozenset({("di",), ("dari",), ("ke",)})
_OPENING = 3  # words of a preposition: `Di hadapan para`
_PREPOSITIONS = frozenset(
    "kepada di depan hadapan bersama dengan untuk bagi menurut antara tengah sela-sela para "
    "sejumlah awak sisi pihak kalangan unsur oleh dari terhadap sebagai".split()
)
_CALLED = 7  # tokens back to the noun of what is called


def common_end(row: Sentence, begin: int) -> int:
    """Return the end of the common noun of a person that begins at token `begin`, or `begin`.

    `pengepul sayur`, `mahasiswi semester enam`, `manajer humas PT Uji Coba`: to the comma, full
    stop or bracket that ends it, but no further than words that can belong to it.
    """
    words, end = row.words, _noun_end(row, begin)
    if end == begin:
        return begin
    while end < min(len(words), begin + _MOST) and words[end] not in _CLOSING:
        if not _belongs(row, end):
            return begin
        end += 1
    return end if end >= len(words) or words[end] in _CLOSING else begin


def linked_end(row: Sentence, begin: int) -> int:
    """Return the end of the common noun behind `selaku`, or `begin`: *perwakilan tokoh adat*."""
    words, end = row.words, _noun_end(row, begin)
    while begin < end < min(len(words), begin + _BETWEEN) and words[end] not in _CLOSING:
        if words[end] in _LOOSE or not _belongs(row, end):
            break
        end += 1
    return end


def widened(row: Sentence, position: Position) -> int:
    """Return the end of small words between a common noun and its bearer: `staf` *gizi* `Budi`.

    The end of `position` if there are none, or if no capital follows them.
    """
    end = begin = position.end
    opens = position.start == 0 and not any(each.upper for each in row.tokens[1:begin])
    if row.tokens[position.start].upper and not opens:
        return begin
    while end < min(len(row.words), begin + _BETWEEN) and not row.tokens[end].upper:
        if row.words[end] in _CLOSING or row.words[end] in _LOOSE or not _belongs(row, end):
            return begin
        end += 1
    return end if row.upper(end) else begin


def adverbial(row: Sentence, position: Position) -> bool:
    """Whether a small noun and a comma open a sentence: `Kepada wartawan, Budi …`.

    Or a verb does: `Membacakan sambutan bupati, Budi …`.
    """
    at = position.start
    if row.tokens[at].upper or row.word(position.end) != ",":
        return False
    before = row.words[:at]
    if 0 < at <= _MOST and verb(before[0]):
        return not any(token.upper or not token.word for token in row.tokens[1:at])
    return 0 < at <= _OPENING and all(word in _PREPOSITIONS for word in before)


def _noun_end(row: Sentence, at: int) -> int:
    if at >= len(row.tokens) or row.tokens[at].upper:
        return at
    match = phrases("positions", "person").at(row.words, at)
    if match is not None:
        return at + match.length
    return at + (
        calling(row.words[at]) or row.words[at].removesuffix("nya") in section("slots", "kin")
    )


def _belongs(row: Sentence, at: int) -> bool:
    """Whether a token may go on with a common noun: no verb, and no name of somebody else."""
    token = row.tokens[at]
    if not token.word:
        return token.text in _JOINED or token.text[0].isdigit()
    if token.upper:
        return not names.known(token.norm) or _named(row, at)
    if token.norm in section("speech", "say") or token.norm in section("speech", "there"):
        return False
    if token.norm.endswith("nya"):
        return True
    return not (verb(token.norm))


def _named(row: Sentence, at: int) -> bool:
    """Whether a known part of names stands behind a body: `Universitas` *Sudirman*."""
    before = row.words[at - 1]
    return before in section("organisations", "head") or before in section("organisations", "word")


def common(row: Sentence, begin: int, end: int) -> Position:
    """Return the common noun between the two tokens as an office."""
    match = phrases("positions", "person").at(row.words, begin)
    head = match.phrase if match else row.words[begin]
    return Position(begin, end, head, "-", False, False, False)  # noqa: FBT003 - a common noun


def governed(row: Sentence, at: int) -> bool:
    """Whether the word before token `at` calls for a person: `dijawab`, `kepada`, `oleh`."""
    if at == 0 or row.tokens[at - 1].upper:
        return False
    word = row.words[at - 1]
    return (
        word in section("slots", "before")
        or word in section("slots", "object")
        or (passive(word) and word not in section("slots", "patient"))
    )


def initialled(row: Sentence, start: int, end: int) -> bool:
    """Whether a single letter stands inside a run, as in nothing but names: `Uji M Coba`."""
    inner = row.tokens[start + 1 : end - 1]
    return any(len(each.norm) == 1 and each.norm != "i" for each in inner)


def says(word: str) -> bool:
    """Whether a small word is a verb of saying or doing: `mengeluhkan`, `menyambut`."""
    told = word in section("speech", "say") or word in section("speech", "there")
    return told or active(word)


def subject(row: Sentence, position: Position) -> bool:
    """Whether an office between commas and a verb stand behind what opens a sentence.

    `Karto, Kepala Desa Uji, mengaku lega`; `Adapun Karto, Kepala Desa Uji yang baru, meminta`.
    """
    end = position.end
    end = row.capitals(end)
    if row.word(end) == "yang":
        end = next((at for at in range(end, end + _BETWEEN) if row.words[at:][:1] == (",",)), end)
    verb = row.words[end + 1 : end + 2]
    return row.word(end) == "," and bool(verb) and says(verb[0])


def body_word(word: str) -> bool:
    """Whether the names of bodies are made of the folded `word`."""
    return word in section("organisations", "word") or word in section("organisations", "head")


def _noble(row: Sentence, start: int, *, long: bool) -> bool:
    """Whether a run begins as only names of Bali, Buton or the Bugis do."""
    if row.words[start : start + 2] in _NOBLE or (long and row.words[start] in {"la", "wa"}):
        return True
    return long and row.words[start] in {"i", "ni"} and not (start and row.tokens[start - 1].upper)


def _emblem(row: Sentence, start: int) -> bool:
    """Whether an animal, a thing or a place is called by the run: `Maskot itu bernama` *Siuji*."""
    for at in range(start - 1, max(-1, start - _CALLED), -1):
        word = row.words[at]
        if word in {",", "."} or phrases("positions", "person").at(row.words, at):
            return False
        if word in section("slots", "named") or word in section("words", "thing"):
            return True
    return False


def announced(row: Sentence, start: int, end: int, after: int) -> bool:
    """Whether the words around a run of capitals tell a person; `after` is behind its degrees."""
    before = row.words[max(0, start - 3) : start]
    known = names.some_known(row.words[start:end])
    long = end - start > 1
    following = row.word(after) or "."
    succeeds = before[-1:] in _SUCCEEDED or before[-2:] in _SUCCEEDED
    if succeeds or following == "alias" or _noble(row, start, long=long):
        return True
    if before[-1:] in _PERSONAL or before[-2:] in _PERSONAL or row.word(start - 1) in LATE:
        return not _emblem(row, start)
    if len(before) > 1 and before[-1] == "," and before[-2].endswith("nya"):
        held = before[-2].removesuffix("nya")
        office = held in section("positions", "office") or held in section("positions", "person")
        if known or long or office:
            return True
    if initialled(row, start, end):
        return True
    if not (known and long) or before[-1:] in _FROM:
        return False
    told = following in section("speech", "say") or following in {"(", "mengaku"}
    opened = phrases("speech", "open").ending(row.words, start, 3) is not None
    return told or opened or governed(row, start) or before[-1:] == ("dari",)
