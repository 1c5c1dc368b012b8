"""Stage: draft, people to roles. Who was there, in what part, and who was only named.

comes in: people with their mentions, the sentences
goes out: a `Part` for each person, in the same order
"""

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from digest.draft.lexicon import phrases, section
from digest.draft.mention import Mention
from digest.draft.token import Sentence
from digest.draft.who import Person

_NEAR = 5  # words beside a name that can tell its part
_LATE = 8  # words between an absent person and `diwakili`
_LIST = 60  # words of a list behind `dihadiri`
_HOST_HEADS = frozenset("ketua panitia|ketua pelaksana|panitia|tuan rumah|penyelenggara".split("|"))
_CLAUSE_END = frozenset(". ; : ! ?".split())


class Part(Struct, frozen=True):
    """The part a person took."""

    role: str
    """`organizer`, `speaker`, `attendee`, `represented`, `quoted` or `mentioned`."""
    on_behalf_of: str | None = None
    """The person, else the office, they stood in or spoke for."""
    sure: bool = True
    """Whether words said so, rather than their absence."""


class _Cue(Struct, frozen=True):
    """What one mention says."""

    there: bool = False
    lead: bool = False
    speaks: bool = False
    absent: bool = False
    named: bool = False
    role: str | None = None
    """A role that the words around state outright."""


def parts(
    people: Sequence[Person], rows: Sequence[Sentence], mentions: Sequence[Mention]
) -> tuple[Part, ...]:
    """Tell the part of each of `people`; `mentions` has the offices named alone as well."""
    pairs = _Pairs(people, rows, [each for each in mentions if not each.name_text])
    return tuple(
        pairs.given.get(index) or _part(person, rows) for index, person in enumerate(people)
    )


class _Pairs:
    """Reads who stands in for whom: `A melalui B`, `A diwakili B`, `B mewakili A`."""

    def __init__(
        self, people: Sequence[Person], rows: Sequence[Sentence], offices: Sequence[Mention]
    ) -> None:
        self.people = people
        self.rows = rows
        self.offices = offices
        self.given: dict[int, Part] = {}
        for index, person in enumerate(people):
            for mention in person.mentions:
                self._right(index, mention)
        for index, person in enumerate(people):
            for mention in person.mentions:
                self._read_out(index, mention)
                self._left(index, mention)

    def _left(self, index: int, mention: Mention) -> None:
        """Read `Ketua PN diwakili A` and `sambutan Kapolda dibacakan A` for an office alone."""
        words = self.rows[mention.sentence].words
        link = next(
            (
                match
                for kind in ("standin", "readout", "through")
                if (match := phrases("speech", kind).ending(words, mention.start))
            ),
            None,
        )
        if link is None or index in self.given:
            return
        before = mention.start - link.length
        office = next(
            (
                each
                for each in reversed(self.offices)
                if each.sentence == mention.sentence and each.end <= before
            ),
            None,
        )
        behalf = office.position if office else None
        if link.phrase in section("speech", "through"):
            if behalf and not _strong(self.people[index], self.rows):
                self.given[index] = Part("quoted", behalf)
            return
        self.given[index] = Part("speaker" if "baca" in link.phrase else "attendee", behalf)

    def _other(self, mention: Mention, end: int) -> int | None:
        """Return who is named at token `end` of the mention's sentence."""
        for index, person in enumerate(self.people):
            for each in person.mentions:
                if each.sentence == mention.sentence and each.start <= end < each.end:
                    return index
        return None

    def _right(self, index: int, mention: Mention) -> None:
        words = self.rows[mention.sentence].words
        at = _skip(words, mention.end)
        link = _link(words, at) if at < len(words) else None
        if link is None:
            link = self._late(mention, at)
        if link is None:
            return
        kind, after = link
        other = self._other(mention, after)
        if kind == "through" and other is not None and other != index:
            self._through(index, other)
        elif kind == "standin":
            self.given[index] = Part("represented")
            if other is not None and other != index:
                self._behalf(other, self.people[index].name, "attendee")
        elif kind == "for":
            self._for(index, mention, after, other)

    def _late(self, mention: Mention, at: int) -> tuple[str, int] | None:
        """Find `diwakili` behind a few small words: `…, tak hadir dan diwakili …`."""
        row = self.rows[mention.sentence]
        for place in range(at, min(at + _LATE, len(row.words))):
            if row.tokens[place].upper or row.words[place] in _CLAUSE_END:
                return None
            match = phrases("speech", "standin").at(row.words, place)
            if match:
                return "standin", place + match.length
        return None

    def _through(self, index: int, other: int) -> None:
        self.given[index] = Part("quoted")
        there = _strong(self.people[other], self.rows)
        self._behalf(other, self.people[index].name, "attendee" if there else "quoted")

    def _behalf(self, index: int, name: str, role: str) -> None:
        self.given[index] = Part(role, name)

    def _for(self, index: int, mention: Mention, after: int, other: int | None) -> None:
        """Read `B, yang mewakili kapolres`: B is there, whoever holds the office is not."""
        if other is not None and other != index:
            self.given[other] = Part("represented")
            self._behalf(index, self.people[other].name, "attendee")
            return
        words = self.rows[mention.sentence].words
        match = phrases("positions", "office").at(words, after) if after < len(words) else None
        if match is None:
            return
        office = _office(self.rows[mention.sentence], after, match.length)
        holder = next(
            (
                place
                for place, person in enumerate(self.people)
                if place != index and person.head == match.phrase and _holds(person, office)
            ),
            None,
        )
        if holder is not None:
            self.given[holder] = Part("represented")
            self._behalf(index, self.people[holder].name, "attendee")
        else:
            self._behalf(index, office, "attendee")

    def _read_out(self, index: int, mention: Mention) -> None:
        """Read `amanat A yang dibacakan B`: A is quoted, B is there."""
        words = self.rows[mention.sentence].words
        noun = phrases("speech", "read").ending(words, mention.start, 3)
        if noun is None:
            return
        before = words[max(0, mention.start - noun.length - 2) : mention.start - noun.length]
        after = words[mention.end : mention.end + 3]
        readout = phrases("speech", "readout").within(after) if after else None
        if readout or any(word in {"membacakan", "menyampaikan"} for word in before):
            self.given[index] = Part("quoted")


def _holds(person: Person, office: str) -> bool:
    """Whether `office`, perhaps shortened, is the person's: `kapolres`, not any `Ketua`."""
    words = office.lower().split()
    if len(words) == 1:
        return words[0] not in _GENERAL
    return set(words) <= set((person.position or "").lower().split())


_GENERAL = frozenset("ketua kepala direktur sekretaris anggota koordinator pimpinan".split())


def _office(row: Sentence, at: int, length: int) -> str:
    end = at + length
    while end < len(row.tokens) and (row.tokens[end].upper or row.tokens[end].text == "("):
        end += 1
    return " ".join(token.text for token in row.tokens[at:end])


def _skip(words: Sequence[str], at: int) -> int:
    while at < len(words) and words[at] in {",", "(", ")"}:
        at += 1
    return at


def _link(words: Sequence[str], at: int) -> tuple[str, int] | None:
    for kind in ("through", "standin", "for"):
        match = phrases("speech", kind).at(words, at)
        if match:
            return kind, at + match.length
    return None


def _strong(person: Person, rows: Sequence[Sentence]) -> bool:
    """Whether words beside the name say that the person was there."""
    return any(_cue(each, rows).there for each in person.mentions)


def _part(person: Person, rows: Sequence[Sentence]) -> Part:  # noqa: PLR0911 - one return a role
    if person.former:
        return Part("mentioned")
    cues = [_cue(each, rows) for each in person.mentions]
    there, lead = any(cue.there for cue in cues), any(cue.lead for cue in cues)
    speaks, absent = any(cue.speaks for cue in cues), any(cue.absent for cue in cues)
    if cues[0].named and not there and not speaks:
        return Part("mentioned")
    if absent and not there:
        return Part("quoted" if speaks else "mentioned")
    if person.head in _HOST_HEADS or lead:
        return Part("organizer")
    if speaks and _press(person) and not there:
        return Part("quoted", sure=False)
    if speaks:
        return Part("speaker", sure=there)
    if there:
        return Part("attendee")
    return Part("attendee" if person.mentions[0].anchored else "mentioned", sure=False)


def _press(person: Person) -> bool:
    words = (person.position or "").lower().split()
    return any(word in section("positions", "press") for word in words)


def _cue(mention: Mention, rows: Sequence[Sentence]) -> _Cue:
    """Read what stands around one mention."""
    row = rows[mention.sentence]
    words = row.words
    left = words[max(0, mention.start - _NEAR) : mention.start]
    right = words[mention.end : mention.end + _NEAR]
    cue = _Cue()
    genitive = phrases("speech", "genitive").ending(words, mention.start, 4)
    read = phrases("speech", "read").ending(words, mention.start, 3)
    if genitive or (read and not _own(words, mention)):
        cue = replace(cue, named=True)
    cue = replace(cue, speaks=_speaks(row, mention), absent=_absent(row, mention, rows))
    if cue.named:
        return replace(cue, there=False)
    there = _there(left, right) or _listed(row, mention)
    return replace(cue, there=there and not cue.absent, lead=_leads(left, right))


def _own(words: Sequence[str], mention: Mention) -> bool:
    return words[mention.start - 1] in {"sambutannya", "amanatnya"}


def _speaks(row: Sentence, mention: Mention) -> bool:
    say = section("speech", "say")
    words = row.words
    if mention.start and words[mention.start - 1] in say:
        return True
    if mention.start and words[mention.start - 1] in {"menurut", "dari"}:
        return words[mention.start - 1] == "menurut"
    at = _skip(words, mention.end)
    for word in words[at : at + 12]:
        if word in say:
            return True
        if word in _CLAUSE_END:
            break
    return False


def _there(left: Sequence[str], right: Sequence[str]) -> bool:
    known = phrases("speech", "there")
    close = left[-3:]
    if close and known.within(close):
        return True
    for word in right:
        if word in _CLAUSE_END:
            break
        if word in section("speech", "there"):
            return True
    return False


def _listed(row: Sentence, mention: Mention) -> bool:
    """Whether the name stands in a list that a verb of being there opens."""
    words = row.words
    for at in range(mention.start - 1, max(-1, mention.start - _LIST), -1):
        if words[at] in _CLAUSE_END:
            return False
        if words[at] in _OPENS:
            return True
    return False


_OPENS = frozenset(
    "hadir dihadiri menghadiri hadirnya tampak terlihat diikuti didampingi mendampingi disaksikan "
    "menyaksikan disambut dihadirkan antara yakni yaitu terdiri mengirim menghadirkan turut "
    "mengikuti bersama beserta melibatkan mempertemukan undangan".split()
)


def _leads(left: Sequence[str], right: Sequence[str]) -> bool:
    known = section("speech", "lead")
    if any(word in known for word in left[-3:]):
        return True
    for word in right[:4]:
        if word in _CLAUSE_END:
            return False
        if word in known:
            return not word.startswith("di")
    return False


def _read_for(after: Sequence[str]) -> bool:
    """Whether the person's own words are read by another: `dalam sambutannya yang dibacakan …`."""
    for place, word in enumerate(after[:-1]):
        if word in {"sambutannya", "amanatnya", "pidatonya", "pesannya"}:
            return phrases("speech", "readout").at(after, place + 1) is not None
    return False


def _absent(row: Sentence, mention: Mention, rows: Sequence[Sentence]) -> bool:
    """Whether the sentence says that the person spoke elsewhere, or did not come."""
    words = row.words
    known = phrases("speech", "absent")
    if words[:1] == ("terpisah",) or words[:2] == ("secara", "terpisah"):
        return True
    after = words[mention.end : mention.end + 12]
    clause = next((i for i, word in enumerate(after) if word in _CLAUSE_END), len(after))
    if after and known.within(after[:clause]):
        return True
    before = words[max(0, mention.start - 8) : mention.start]
    if before and known.within(before) and not set(before) & _CLAUSE_END:
        return True
    if _read_for(after):
        return True
    following = mention.sentence + 1
    if following < len(rows) and rows[following].paragraph == row.paragraph:
        return rows[following].words[:4] == ("keterangan", "itu", "disampaikan", "secara")
    return False
