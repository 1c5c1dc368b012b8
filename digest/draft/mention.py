"""Stage: draft, the value of a mention, and what is read of one alone.

comes in: the words behind a name
goes out: `Mention`, and the same with an age, an office or an inherited title taken in
"""

import re

from msgspec import Struct
from msgspec.structs import replace

from digest.draft.grammar import AS, POSTS, TAKE
from digest.draft.lexicon import phrases
from digest.draft.name import INHERITED
from digest.draft.token import Sentence

NUMBERS = frozenset(
    "dua tiga empat lima enam tujuh delapan sembilan sepuluh para sejumlah beberapa puluhan "
    "belasan ratusan kedua ketiga keempat 2 3 4 5 6 7 8 9 10".split()
)
"""Words before a noun that tells of several."""

WEAK = frozenset(
    "tuan rumah|narasumber|pemateri|pembicara|pembicara utama|warga|salah satu warga|salah seorang "
    "warga|peserta|salah satu peserta|salah seorang peserta|undangan|perwakilan|tokoh|irup|"
    "inspektur upacara|perwira upacara|komandan upacara|pembina upacara|pembina apel|"
    "pimpinan apel|pimpinan rapat|pimpinan sidang|pemimpin rapat|ketua sidang|moderator|pemandu|"
    "keynote speaker".split("|")
)
"""What somebody is for the day only; an office said beside it tells more."""

_LINKS = AS | {"merupakan", "adalah"}
_SAME = frozenset({("yang", "juga"), ("tak", "lain"), ("tidak", "lain"), (",", "juga")})
_STYLED = frozenset({("gelar",), ("bergelar",)})
_CALLED = 4  # tokens of `yang biasa disapa akrab`
_ALONE = frozenset({("sang",), ("sehari-hari",)})
_FILL = frozenset(
    "yang juga datang hadir dilantik kini bertindak ditunjuk didapuk terpilih dikukuhkan tampil "
    "dipercaya sehari-hari tak tidak lain sang saat ini sekarang hari itu malam pagi siang sore "
    "dipilih ditetapkan didaulat diangkat dinobatkan diamanahi resmi secara aklamasi mufakat "
    "langsung kembali masih sedang tengah baru belum sudah telah lama sepekan seminggu sebulan "
    "setahun dua tiga empat lima pekan minggu bulan tahun terakhir".split()
)


class Mention(Struct, frozen=True):
    """A place in a sentence where somebody is named, or an office alone stands."""

    sentence: int
    """Which sentence."""
    start: int
    """First token of office, title or name, whichever comes first."""
    end: int
    """Token behind the name, its degrees and an office in apposition."""
    name: tuple[int, int]
    """Tokens of the name; empty if only an office is named."""
    name_text: str = ""
    """The name as written."""
    title: str | None = None
    """Rank and honorifics as written."""
    position: str | None = None
    """The office as written."""
    organisation: str | None = None
    """The organisation the office tells of."""
    head: str = ""
    """The office's own words as the lexicon has them."""
    former: bool = False
    """Whether the office is no longer, or not yet, held."""
    anchored: bool = True
    """Whether a title, an office or an apposition says that this is a person."""
    alias: bool = False
    """Whether it is what somebody named elsewhere is called: `akrab disapa Cak Uji`."""


def with_office(mention: Mention, office: Mention) -> Mention:
    """Return the person of `mention` in the office that `office` names."""
    return replace(
        mention,
        end=office.end,
        position=office.position,
        organisation=office.organisation,
        head=office.head,
        former=office.former,
        anchored=True,
    )


def sharing(mention: Mention, office: Mention) -> Mention:
    """Return the person of `mention` in an office said of several; their own body they keep."""
    return replace(
        mention,
        position=office.position,
        organisation=mention.organisation or office.organisation,
        head=office.head,
        anchored=True,
    )


def gelar(before: Mention, mention: Mention) -> bool:
    """Whether a `Datuk …` right behind a name is an inherited title, not another person."""
    title = (mention.title or "").lower().rstrip(".")
    return bool(before.name_text) and title in INHERITED and before.end == mention.start


def nicknamed(row: Sentence, mention: Mention) -> Mention:
    """Mark what somebody is called: `akrab disapa Cak Uji`, `Uji, sapaan akrab bupati`."""
    if not mention.name_text:
        return mention
    before = phrases("speech", "called").ending(row.words, mention.start, 3)
    behind = row.words[mention.name[1] : mention.name[1] + 1] == (",",) and phrases(
        "speech", "calling"
    ).at((*row.words, ""), mention.name[1] + 1)
    return replace(mention, alias=True, anchored=True) if before or behind else mention


def called(row: Sentence, office: Mention, mention: Mention) -> bool:
    """Whether an office alone is that of whom it calls: *Bupati* `yang akrab disapa` *Cak Uji*."""
    near = mention.start - office.end <= _CALLED and row.words[office.end : office.end + 1]
    return mention.alias and not office.name_text and near == ("yang",)


def aged(row: Sentence, mention: Mention) -> Mention:
    """Take in an age behind a name, `(52)` or `, 52 tahun,`: only people have one."""
    at = mention.end
    mark, years = row.words[at : at + 1], row.words[at + 1 : at + 2]
    if not years or not years[0].isdigit():
        return mention
    said = row.word(at + 2) in {"tahun", "th", "thn"}
    close = row.words[at + 2 + said : at + 3 + said]
    if mark == ("(",) and close == (")",):
        return replace(mention, end=at + 3 + said, anchored=True)
    if mark == (",",) and said:
        return replace(mention, end=at + 3, anchored=True)
    return mention


def styled(row: Sentence, mention: Mention) -> Mention:
    """Take in what somebody is styled by custom: `Budi` *gelar Pangeran Uji*."""
    at = mention.end + (row.word(mention.end) == "yang")
    if row.words[at : at + 1] not in _STYLED or row.word(mention.end) == ",":
        return mention
    end = at + 1
    end = row.capitals(end)
    return replace(mention, end=end, anchored=True) if end > at + 1 else mention


def link(words: tuple[str, ...], at: int) -> tuple[int, bool]:
    """Return where an office behind a name may begin, and whether a word such as `selaku` says so.

    Behind the end of `words` if too much stands between.
    """
    begin = at
    if words[at] in {",", "–", "—", ":", "/"}:
        begin += 1 + len(_one(words[at + 1 : at + 3]))
    plain = begin
    while begin < len(words) and words[begin] in _FILL:
        begin += 1
    if len(words) > begin + 1 and words[begin] in TAKE and words[begin + 1] in POSTS:
        return begin + 2, True
    if words[begin : begin + 1] and words[begin] in _LINKS:
        begin += 1
        return begin + (words[begin : begin + 1] == ("sebagai",)), True
    if words[max(at, begin - 2) : begin] in _SAME or words[begin - 1 : begin] in _ALONE:
        return begin, True
    return (begin, False) if begin == plain else (len(words), False)


def _one(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return the words at the beginning that mean no more than `a`: `seorang`, `salah satu`."""
    if words[:1] in {("seorang",), ("salah",)}:
        return words if words[0] == "salah" else words[:1]
    return ()


def spaced(name: str) -> str:
    """Put the blank that is missing behind an initial: `M.Syahrizal`."""
    return re.sub(r"\.(?=[^\W\d_]{2,})", ". ", name)
