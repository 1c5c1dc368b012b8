"""Stage: draft, sentences to hosts. Whose body held what happened.

comes in: people with their organisations, the sentences
goes out: the places among people of those who lead a body that held it
"""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from digest.draft.lexicon import fold, phrases, section
from digest.draft.token import Sentence
from digest.draft.who import Person

_FIRST = 8  # sentences in which hosts are named
_BEFORE = 14  # tokens of a host before `menggelar`
_BEHIND = 9  # tokens of a host behind `digelar`
_SUBORDINATE = frozenset(
    "anggota staf komisioner wakil wakapolres wakapolsek kasi kasat kabag kanit sekretaris "
    "bendahara personel perwakilan kasubbag kabid panit pasi wabup wagub waka babinsa guru dosen "
    "siswa siswi mahasiswa kader pengurus perangkat".split()
)
_GOVERNMENT = ("Pemerintah Kabupaten", "Pemerintah Kota", "Pemerintah Provinsi", "Setda")
_NEAR = 3  # words between a person and what tells of guests
_MET = frozenset("disambut diterima dijamu".split())
_MEETS = frozenset("menyambut menerima menjamu".split())
_BETWEEN = frozenset(
    "dan bersama oleh kembali kota resmi sukses karenanya kemudian lalu juga telah sengaja turut "
    "secara lantas langsung".split()
)
_GENERAL = frozenset("kabupaten kota provinsi kab dan kecamatan desa negara republik ri".split())


def hosts(people: Sequence[Person], rows: Sequence[Sentence]) -> frozenset[int]:
    """Return who leads a body that held, by place in `people`: one for each such body."""
    found: set[int] = set()
    for words in _bodies(rows[:_FIRST]):
        leaders = [index for index, each in enumerate(people) if _of(each, words)]
        heads = [index for index in leaders if not _subordinate(people[index])]
        found.update(heads[:1])
    return frozenset(found)


def owners(people: Sequence[Person], venue: str) -> frozenset[int]:
    """Return who leads the body whose own house the `venue` is, by place in `people`."""
    words = tuple(piece for each in fold(venue).split() for piece in _long(each).split())
    found = [
        index
        for index, each in enumerate(people)
        if not _subordinate(each) and (_of(each, words, inside=True) or _house(each, words))
    ]
    return frozenset(found[:1])


def receivers(people: Sequence[Person], rows: Sequence[Sentence]) -> frozenset[int]:
    """Return who received the guests of a visit first, by place in `people`."""
    return frozenset([index for index, each in enumerate(people) if _receives(each, rows)][:1])


def _receives(person: Person, rows: Sequence[Sentence]) -> bool:
    """Whether the person met guests: `disambut` *Uji*, *Uji* `menerima tamunya`."""
    for each in person.mentions:
        words = rows[each.sentence].words
        if _MET & set(words[max(0, each.start - _NEAR) : each.start]):
            return True
        behind = words[each.end : each.end + _NEAR + 1]
        if any(word in _MEETS and next_ != "baik" for word, next_ in pairwise(behind)):
            return True
    return False


def _house(person: Person, words: tuple[str, ...]) -> bool:
    """Whether the venue is the house of a head of government, or of the person's office."""
    head = person.head.split()[-1:] if person.head else []
    if not head or person.former:
        return False
    inside = set(words)
    if head[0] in {"bupati", "gubernur", "kota", "walikota"}:
        return bool(inside & {"pendopo", "rujab"}) or head[0] in inside & {"bupati", "gubernur"}
    return head[0] in inside and head[0] not in _GENERAL and person.head not in {"ketua", "kepala"}


def _bodies(rows: Sequence[Sentence]) -> Iterator[tuple[str, ...]]:
    """Yield the words of each body that a verb of holding has for its subject or agent."""
    for row in rows:
        for at, token in enumerate(row.tokens):
            if token.upper:
                continue
            if phrases("speech", "holds").at(row.words, at):
                yield _capitals(row, max(0, at - _BEFORE), at)
            elif phrases("speech", "helds").at(row.words, at):
                yield _capitals(row, at + 1, min(len(row.tokens), at + _BEHIND), behind=True)


def _capitals(row: Sentence, begin: int, end: int, *, behind: bool = False) -> tuple[str, ...]:
    """Return the words of the run of capitals that touches a verb, short forms written out."""
    places = range(begin, end) if behind else range(end - 1, begin - 1, -1)
    found: list[str] = []
    for at in places:
        token = row.tokens[at]
        if token.upper or token.text in "()/":
            found.append(token.norm)
        elif token.norm not in _BETWEEN and not (token.text == "," and found):
            break
    if not behind:
        found.reverse()
    return tuple(word for each in found for word in _long(each).split())


@cache
def _long(word: str) -> str:
    return section("organisations", "abbreviation").get(word, word)


def _of(person: Person, words: tuple[str, ...], *, inside: bool = False) -> bool:
    """Whether the person's body is the one of those `words`, and no whole government.

    A `Kecamatan Uji` is named first, unless it may stand `inside` them.
    """
    if person.former or not person.organisation or person.organisation.startswith(_GOVERNMENT):
        return False
    own = [piece for each in person.organisation.split() for piece in _long(fold(each)).split()]
    if own[0] in _GENERAL and own[0] not in (words if inside else words[:1]):
        return False
    telling = {each.strip("()") for each in own} - _GENERAL
    shared = telling & set(words)
    return own[0] in words and (len(shared) > 1 or (bool(shared) and len(telling) == 1))


def _subordinate(person: Person) -> bool:
    first = (person.position or "").lower().split()[:1]
    return bool(first) and first[0] in _SUBORDINATE
