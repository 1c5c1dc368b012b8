"""Stage: draft, people to those who came for others. `A diwakili B`, `B mewakili A`, `A melalui B`.

comes in: people with their mentions, offices named alone, the sentences
goes out: a `Part` for each who stood in or was stood in for
"""

from collections.abc import Callable, Sequence

from msgspec import Struct

from digest.draft.cue import CLAUSE_END
from digest.draft.lexicon import phrases
from digest.draft.mention import Mention
from digest.draft.pronoun import pronouns
from digest.draft.token import Sentence
from digest.draft.who import Person

_ALL = 1000
_READ = 14  # words between `sambutan` and `dibacakan`
_OWN = frozenset(
    "sambutannya amanatnya pidatonya arahannya pesannya tempatnya posisinya kursinya perannya "
    "kehadirannya sambutan".split()
)
_CONTRASTS = frozenset("sedangkan sementara adapun namun tetapi melainkan padahal".split())
_ASSIGNS = frozenset("menugasi menugaskan mengutus menunjuk mengirim mengirimkan".split())
_ATTENDING = frozenset(
    "menghadiri mewakili mewakilinya menggantikan menggantikannya membuka memimpin mengikuti "
    "membacakan menerima mendampingi menyampaikan menyambut".split()
)
_NOBODY = frozenset("ia dia beliau sambutan sambutannya".split())
_MADE = frozenset("sebagai selaku menjadi".split())
_DEPUTIES = (
    "wakil",
    "waka",
    "wabup",
    "wawali",
    "wagub",
    "sekretaris",
    "sekda",
    "sekcam",
    "sekdis",
    "asisten",
    "staf ahli",
    "plh",
    "kasdim",
    "kasrem",
)
_LATE = 8  # words between an absent person and `diwakili`


class Part(Struct, frozen=True):
    """The part a person took."""

    role: str
    """`organizer`, `speaker`, `attendee`, `represented`, `quoted` or `mentioned`."""
    on_behalf_of: str | None = None
    """The person, else the office, they stood in or spoke for."""
    sure: bool = True
    """Whether words said so, rather than their absence."""


_ONCE = frozenset("sebelumnya biasanya dahulu dulu lazimnya".split())
"""How what happened another time begins: `Sebelumnya, Uji hanya diwakili`."""


class Standins:
    """Reads who stands in for whom: `A melalui B`, `A diwakili B`, `B mewakili A`."""

    def __init__(
        self,
        people: Sequence[Person],
        rows: Sequence[Sentence],
        offices: Sequence[Mention],
        there: Callable[[int], bool],
    ) -> None:
        """Read every mention; `there` tells of a place among people whether they were there."""
        self.people = people
        self.there = there
        self.rows = rows
        self.offices = offices
        self.given: dict[int, Part] = {}
        """Part of each who came for another, or for whom another came, by place among people."""
        meant = pronouns(people, rows)
        for index, person in enumerate(people):
            for mention in (*person.mentions, *meant.get(index, ())):
                self._right(index, mention)
        for index, person in enumerate(people):
            for mention in person.mentions:
                self._read_out(index, mention)
                self._left(index, mention)
        for office in offices:
            self._office_read(office)
        for index, person in enumerate(people):
            for mention in person.mentions:
                self._unable(mention, index)
        for office in offices:
            self._unable(office, None)

    def _left(self, index: int, mention: Mention) -> None:
        """Read `Ketua PN diwakili A`, `Ia mengutus A`, `Sambutannya dibacakan A`."""
        words = self.rows[mention.sentence].words
        kind, length = next(
            (
                (kind, match.length)
                for kind in ("standin", "through", "filled", "readout")
                if (match := phrases("speech", kind).ending(words, mention.start))
            ),
            ("", 0),
        )
        before = mention.start - length
        if not kind or index in self.given or _assigned(words, before, mention.end):
            return
        if kind == "through":
            office = self._alone(mention.sentence, before)
            if office and not self.there(index):
                self.given[index] = Part("quoted", office)
            return
        own = words[before - 1] in _OWN if before else False
        told = own if kind == "filled" else own or kind == "standin" or self._read(words, before)
        if told:
            role = "speaker" if kind == "readout" else "attendee"
            self.given[index] = Part(role, self._sender(mention.sentence, before))

    def _read(self, words: Sequence[str], before: int) -> bool:
        """Whether the words before token `before` name something that is read out."""
        return phrases("speech", "read").within(words[max(0, before - _READ) : before]) is not None

    def _alone(self, sentence: int, before: int) -> str | None:
        """Return the office that stands alone in a sentence, the last before token `before`."""
        return next(
            (
                each.position
                for each in reversed(self.offices)
                if each.sentence == sentence and each.end <= before
            ),
            None,
        )

    def _sender(self, sentence: int, before: int) -> str | None:
        """Return who did not come: the last named before token `before`, or one sentence ago.

        Whoever is known by name is marked as represented.
        """
        body = self._body(sentence, before)
        if body is not None:
            return body
        for number, stop in ((sentence, before), (sentence - 1, _ALL)):
            named = [
                (each.end, index)
                for index, person in enumerate(self.people)
                for each in person.mentions
                if each.sentence == number and each.end <= stop
            ]
            office = self._alone(number, stop)
            if named and not (number == sentence and office):
                index = max(named)[1] if number == sentence else min(named)[1]
                self.given.setdefault(index, Part("represented"))
                return self.people[index].name
            if office:
                return office
        return None

    def _body(self, sentence: int, before: int) -> str | None:
        """Return the body that sent somebody: *Pemkab Uji* `mengutus`; no person, no office."""
        row = self.rows[sentence]
        at = before
        while at > 0 and row.tokens[at - 1].upper:
            at -= 1
        held = [*self.offices, *(each for person in self.people for each in person.mentions)]
        if at == before or any(
            each.sentence == sentence and at < each.end <= before for each in held
        ):
            return None
        if row.words[at] in _NOBODY or row.words[at] in _OWN:
            return None
        return " ".join(token.text for token in row.tokens[at:before])

    def _other(self, mention: Mention, end: int) -> int | None:
        """Return who is named at token `end` of the mention's sentence."""
        for index, person in enumerate(self.people):
            for each in person.mentions:
                if each.sentence == mention.sentence and each.start <= end < each.end:
                    return index
        return None

    def _right(self, index: int, mention: Mention) -> None:
        words = self.rows[mention.sentence].words
        if words[0] in _ONCE:
            return
        at = _skip(words, mention.end)
        if self._seat(index, mention, at):
            return
        link = _link(words, at) if at < len(words) else None
        if link is None:
            link = self._late(mention, at)
        if link is None or self._assigns(index, mention, at, link[0]):
            return
        kind, after = link
        other = self._other(mention, after)
        if kind == "through":
            if other is not None and other != index:
                self._through(index, other)
        elif kind == "standin":
            self.given[index] = Part("represented")
            if other is not None and other != index:
                self._behalf(other, self.people[index].name, "attendee")
        elif kind == "for" or (other is not None and self._differ(index, other)):
            self._for(index, mention, after, other)

    def _assigns(self, index: int, mention: Mention, at: int, kind: str) -> bool:
        """Whether one who is there gives somebody a task: `Ia menugasi kepala dusun memeriksa`."""
        row = self.rows[mention.sentence]
        if kind != "standin" or row.words[at] not in _ASSIGNS:
            return False
        if self.there(index) or not (at + 1 < len(row.tokens) and row.tokens[at + 1].upper):
            return True
        ends = [
            each.end
            for person in self.people
            for each in person.mentions
            if each.sentence == mention.sentence and each.end > at
        ]
        return bool(ends) and _assigned(row.words, at, min(ends))

    def _differ(self, one: int, other: int) -> bool:
        """Whether the two hold different offices, so that neither succeeds the other."""
        heads = {self.people[one].head, self.people[other].head}
        return len(heads) > 1 and "" not in heads

    def _seat(self, index: int, mention: Mention, at: int) -> bool:
        """Read `Kursi untuk Bupati A diisi B`, `Kehadiran A digantikan B`."""
        row = self.rows[mention.sentence]
        if not phrases("speech", "seat").ending(row.words, mention.start, 2):
            return False
        for place in range(at, min(at + _LATE, len(row.words))):
            if row.words[place] in CLAUSE_END:
                return False
            if phrases("speech", "filled").at(row.words, place):
                self.given[index] = Part("represented")
                after = self._next(mention.sentence, place)
                if after is not None and after != index:
                    self._behalf(after, self.people[index].name, "attendee")
                return True
        return False

    def _next(self, sentence: int, at: int) -> int | None:
        """Return who is named first behind token `at` of a sentence."""
        named = [
            (each.start, index)
            for index, person in enumerate(self.people)
            for each in person.mentions
            if each.sentence == sentence and each.start > at and each.name_text
        ]
        return min(named)[1] if named else None

    def _unable(self, mention: Mention, index: int | None) -> None:
        """Read `Kapolres A tidak dapat hadir. Wakapolres B …`: B came in the stead of A."""
        row = self.rows[mention.sentence]
        right = row.words[mention.end : mention.end + _LATE]
        cut = next((i for i, word in enumerate(right) if word in CLAUSE_END), len(right))
        match = phrases("speech", "absent").within(right[:cut])
        if match is None or phrases("speech", "unable").at(match.phrase.split(), 0) is None:
            return
        if index in self.given or (index is None and not mention.position):
            return
        other = self._next(mention.sentence, mention.end)
        if other is None:
            other = self._next(mention.sentence + 1, -1)
        if other is None or other in self.given or other == index:
            return
        of = self.people[index].organisation if index is not None else mention.organisation
        person = self.people[other]
        if of is None or not (person.organisation == of or _deputises(person)):
            return
        if index is not None:
            self.given[index] = Part("represented")
        name = self.people[index].name if index is not None else mention.position or ""
        self._behalf(other, name, "attendee")

    def _late(self, mention: Mention, at: int) -> tuple[str, int] | None:
        """Find `diwakili` behind a few small words: `…, tak hadir dan diwakili …`."""
        row = self.rows[mention.sentence]
        for place in range(at, min(at + _LATE, len(row.words))):
            word = row.words[place]
            if row.tokens[place].upper or word in CLAUSE_END or word in _CONTRASTS:
                return None
            match = phrases("speech", "standin").at(row.words, place)
            if match and self._sent(row, place + match.length, active=match.phrase[:2] == "me"):
                return "standin", place + match.length
            match = phrases("speech", "for").at(row.words, place)
            if match and self._sent(row, place + match.length, active=True):
                return "for", place + match.length
        return None

    def _sent(self, row: Sentence, at: int, *, active: bool) -> bool:
        """Whether somebody was sent, nothing assigned: `mengutus Sekda`, no `menugaskan tenaga`."""
        return not active or (at < len(row.tokens) and row.tokens[at].upper)

    def _through(self, index: int, other: int) -> None:
        self.given[index] = Part("quoted")
        there = self.there(other)
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
            self._for_body(index, mention, after)
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

    def _for_body(self, index: int, mention: Mention, after: int) -> None:
        """Read `B, yang mewakili Kejaksaan Negeri Uji`."""
        row = self.rows[mention.sentence]
        if after >= len(row.tokens) or not row.tokens[after].upper:
            return
        match = phrases("organisations", "head").at(row.words, after)
        if match is not None:
            self._behalf(index, _office(row, after, match.length), "attendee")

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
            if "membacakan" in before:
                self._reads(mention, self.people[index].name)

    def _office_read(self, office: Mention) -> None:
        """Read `A membacakan sambutan Bupati Uji`, who is not named."""
        words = self.rows[office.sentence].words
        noun = phrases("speech", "read").ending(words, office.start, 3)
        begin = office.start - (noun.length if noun else 0)
        if noun and words[begin - 1 : begin] == ("membacakan",) and office.position:
            self._reads(office, office.position)

    def _reads(self, mention: Mention, behalf: str) -> None:
        """Give who stands before `membacakan sambutan` the one whose words they are."""
        words = self.rows[mention.sentence].words
        verb = max(at for at in range(mention.start) if words[at] == "membacakan")
        if "amanat" in words[verb : mention.start]:
            return  # every leader of a parade reads one
        named = [
            (each.end, index)
            for index, person in enumerate(self.people)
            for each in person.mentions
            if each.sentence == mention.sentence and each.end <= verb
        ]
        if named and self.people[max(named)[1]].head not in _HEADS:
            self.given.setdefault(max(named)[1], Part("speaker", behalf))


_HEADS = frozenset(
    "bupati|gubernur|wali kota|walikota|kapolres|kapolresta|kapolda|dandim".split("|")
)


def _assigned(words: Sequence[str], at: int, end: int) -> bool:
    """Whether whoever is named up to token `end` was given a task: `menugaskan A` *menyelidiki*."""
    verb = words[end] if end < len(words) else ""
    task = verb.startswith("me") and verb not in _ATTENDING
    return words[at] in _ASSIGNS and (task or verb in _MADE)


def _holds(person: Person, office: str) -> bool:
    """Whether `office`, perhaps shortened, is the person's: `kapolres`, not any `Ketua`."""
    words = office.lower().split()
    if len(words) == 1:
        return words[0] not in _GENERAL
    return set(words) <= set((person.position or "").lower().split())


_GENERAL = frozenset("ketua kepala direktur sekretaris anggota koordinator pimpinan".split())


def _deputises(person: Person) -> bool:
    """Whether the office is one that stands in for a head: `Sekretaris`, `Wakapolres`."""
    return (person.position or "").lower().startswith(_DEPUTIES)


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
    for kind in ("through", "standin", "for", "instead"):
        match = phrases("speech", kind).at(words, at)
        if match:
            return kind, at + match.length
    return None
