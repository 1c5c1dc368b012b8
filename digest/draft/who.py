"""Stage: draft, sentences to people. Who is named, with title, office and organisation.

comes in: sentences of the body, the gazetteer's places
goes out: `Mention`s in order, and `Person`s, each with its mentions
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice

from msgspec import Struct
from msgspec.structs import replace

from digest.draft import name as names
from digest.draft.lexicon import phrases, section
from digest.draft.place import Places
from digest.draft.position import Position, organisation, position_at
from digest.draft.token import Sentence

_LINKS = frozenset("selaku sebagai menjabat merupakan".split())
_NAMED = frozenset("yakni yaitu adalah ialah bernama".split())
_LISTING = frozenset(", . ; ) dan serta dari &".split())
_SHARED = frozenset(
    "staf anggota komisioner perwakilan personel juri dewan|juri tokoh|agama tokoh|masyarakat "
    "narasumber pemateri moderator kader relawan kasubbag kabid kasi".replace("|", "_").split()
)
_MENTIONS = 600  # no article names more; a hostile one must not cost more
_BRACKET = 14  # an office in brackets has fewer tokens
_RUN = 4  # an unknown run of capitals of more words is rather a body than a name


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


class Finder:
    """Finds the people of one article."""

    def __init__(self, text: str, rows: Sequence[Sentence], places: Places) -> None:
        """Keep what every step needs."""
        self.text = text
        self.rows = rows
        self.places = places

    def mentions(self) -> list[Mention]:
        """Return every mention, sentence by sentence."""
        found = (each for index in range(len(self.rows)) for each in self._sentence(index))
        return list(islice(found, _MENTIONS))

    def _sentence(self, index: int) -> Iterator[Mention]:
        row = self.rows[index]
        at = 0
        found: list[Mention] = []
        while at < len(row.tokens):
            mention = self._at(index, at)
            if mention is None:
                at += 1
                continue
            if found and self._trails(found[-1], mention):
                found[-1] = self._with_office(found[-1], self._whole(mention))
            elif not mention.name_text and found and self._apposes(found[-1], mention):
                found[-1] = self._with_office(found[-1], mention)
            else:
                found.append(self._shared(found, mention) if found else mention)
            at = max(mention.end, at + 1)
        yield from found

    def _shared(self, found: list[Mention], mention: Mention) -> Mention:
        """Give the second of `Staf Bawaslu A dan B` the office of the first, and anchor it."""
        before = found[-1]
        if mention.position or not mention.name_text or not before.name_text:
            return mention
        row = self.rows[mention.sentence]
        gap = row.words[before.end : mention.start]
        if gap not in {("dan",), (",",), (",", "dan"), ("serta",), (",", "serta")}:
            return mention
        start, end = mention.name
        known = any(names.known(word) for word in row.words[start:end])
        if not mention.anchored and not (known and (end - start > 1 or before.title)):
            return mention
        if before.head.replace(" ", "_") not in _SHARED:
            return replace(mention, anchored=True)
        return replace(
            mention,
            position=before.position,
            organisation=before.organisation,
            head=before.head,
            anchored=True,
        )

    def _name_end(self, row: Sentence, at: int) -> int:
        """Like `name_end`, but a regency or province behind the first word ends the name."""
        end = names.name_end(row, at)
        for inner in range(at + 1, end):
            if self.places.is_regency(row.words[inner]) and not names.known(row.words[inner]):
                return inner
        return end

    def _slice(self, index: int, start: int, end: int) -> str:
        if end <= start:
            return ""
        row = self.rows[index].tokens
        return " ".join(self.text[row[start].start : row[end - 1].end].split())

    def _at(self, index: int, at: int) -> Mention | None:
        row = self.rows[index]
        token = row.tokens[at]
        if not token.word:
            return None
        position = position_at(row, at, self.places)
        if position is not None:
            mention = self._office(index, position)
            if mention is not None:
                return mention
        if not token.upper:
            return None
        body = self._body(index, at)
        if body is not None:
            return body
        after = names.title_end(row, at)
        if after > at:
            end = self._name_end(row, after)
            if end > after and not (at and row.words[at - 1] in _things()):
                return self._named(index, at, (at, after), (after, end), None)
        return self._bare(index, at)

    def _office(self, index: int, position: Position) -> Mention | None:
        """Read what follows an office: its bearer, or nothing."""
        row = self.rows[index]
        position = self._widen(row, position)
        at = position.end
        after = names.title_end(row, at)
        end = self._name_end(row, after)
        if end > after and self._fits(row, after, end, position, titled=after > at):
            return self._named(index, position.start, (at, after), (after, end), position)
        behind = self._behind(row, position)
        if behind is not None:
            title, name = behind
            return self._named(index, position.start, title, name, position)
        if not row.tokens[position.start].upper and position.end - position.start == 1:
            return None
        if row.words[position.start] in section("positions", "person") and (
            position.office == "-" and not row.tokens[position.start].upper
        ):
            return self._alone(index, position) if self._placed(row, position) else None
        return self._alone(index, position)

    def _placed(self, row: Sentence, position: Position) -> bool:
        return position.end - position.start > 1 and row.words[position.end - 1] != "dan"

    def _alone(self, index: int, position: Position) -> Mention:
        text = self._slice(index, position.start, position.end)
        words = self.rows[index].words[position.start : position.end]
        return Mention(
            index,
            position.start,
            position.end,
            (position.end, position.end),
            position=text,
            organisation=organisation(text, position, words),
            head=position.head,
            former=position.former,
        )

    def _widen(self, row: Sentence, position: Position) -> Position:
        """Take an unknown word for a place or body where a title or office shows it is none."""
        at = position.end
        end = self._name_end(row, at)
        if end == at or not row.tokens[position.start].upper:
            return position
        if names.title_end(row, end) > end and names.name_end(row, names.title_end(row, end)):
            title = names.title_end(row, end)
            if names.name_end(row, title) > title:
                return replace(position, end=end, local=False)
        if end < len(row.words) and row.words[end] == ",":
            title = names.title_end(row, end + 1)
            if title > end + 1 and names.name_end(row, title) > title and position.local:
                return replace(position, end=end, local=False)
        if end < len(row.words) and row.words[end] == "dari" and position.local:
            return self._from(row, position, end)
        more = self._more(row, at, end)
        if more > end:
            return replace(position, end=more, local=False)
        if position.local:
            return self._local(row, position, end)
        return position

    def _from(self, row: Sentence, position: Position, end: int) -> Position:
        """Read `Babinsa Sahraen dari Koramil 04, Sertu …`: the body after `dari` belongs to it."""
        at = end + 1
        while at < len(row.words) and row.words[at] not in {",", "."}:
            if not row.tokens[at].upper and row.tokens[at].word:
                return position
            at += 1
        return replace(position, end=at, local=False)

    def _more(self, row: Sentence, at: int, end: int) -> int:
        """Return the end of a body whose name goes on behind an unknown run, or `end`."""
        if end >= len(row.tokens) or not row.tokens[end].upper or end - at > _RUN:
            return end
        if names.known(row.words[at]) and end - at > 1:
            return end
        place = self.places.end(row, end)
        body = phrases("organisations", "head").at(row.words, end)
        if body and place == end and row.words[end] not in section("organisations", "place-word"):
            stop = self.places.end(row, end + body.length)
            return stop if self._followed(row, stop) else end
        if row.words[end] in section("organisations", "place-word") or place > end:
            stop = self.places.named(row, end + 1) if place == end else place
            return stop if self._followed(row, stop) else end
        return end

    def _followed(self, row: Sentence, at: int) -> bool:
        if at >= len(row.tokens):
            return False
        return row.tokens[at].upper or row.words[at] in {",", "("}

    def _local(self, row: Sentence, position: Position, end: int) -> Position:
        """Split a run behind a village's or district's office into place and name."""
        at = position.end
        stop = min(self.places.named(row, at), end)
        if at < stop < end:
            return replace(position, end=stop)
        if end - at == 1:
            alone = not names.known(row.words[at])
            return replace(position, end=end) if alone else position
        if not names.known(row.words[at]):
            return replace(position, end=at + 1)
        return position

    def _fits(
        self, row: Sentence, start: int, end: int, position: Position, *, titled: bool
    ) -> bool:
        """Whether a run behind an office is a name: one unknown word may be anything."""
        if titled:
            return True
        if self._only_places(row, start, end):
            return False
        if end - start > 1 or names.known(row.words[start]):
            return True
        following = row.words[end] if end < len(row.words) else "."
        return position.placed or following in section("speech", "say") or following in {",", "("}

    def _behind(
        self, row: Sentence, position: Position
    ) -> tuple[tuple[int, int], tuple[int, int]] | None:
        """Read `Camat Kalianda, Eman Suheri, …`, `Ketua KPU (Ali Rido)`, `juri, yaitu …`."""
        at = position.end
        if at + 1 >= len(row.words):
            return None
        mark = row.words[at]
        begin = at + 1
        if mark == "," and row.words[begin] in _NAMED:
            begin += 1
        elif mark not in {",", "(", "atas", "bernama"}:
            return None
        if begin < len(row.words) and row.words[begin] in {"almarhum", "bapak", "ibu", "saudara"}:
            begin += not row.tokens[begin].upper
        if begin >= len(row.words):
            return None
        title = names.title_end(row, begin)
        end = self._name_end(row, title)
        if end == title or not self._closes(row, mark, begin, title, end):
            return None
        if position.local and not row.tokens[position.start].upper:
            return None
        return (begin, title), (title, end)

    def _closes(self, row: Sentence, mark: str, begin: int, title: int, end: int) -> bool:
        """Whether a name behind a comma is the bearer's, not the next in a list."""
        after = names.degrees_end(row, end)
        following = row.words[after] if after < len(row.words) else "."
        if mark == "(":
            return following == ")" and (title > begin or names.known(row.words[title]))
        if self.places.end(row, title) >= end and title == begin:
            return False
        if title > begin or end - title > 1:
            return True
        if names.known(row.words[title]):
            return following in {",", ".", "(", ")", ";"} or not row.tokens[after].upper
        return following == ","

    def _only_places(self, row: Sentence, at: int, end: int) -> bool:
        """Whether a run is the name of a place and no person's."""
        if all(names.known(word) for word in row.words[at:end]):
            return False
        return self.places.end(row, at) >= end

    def _named(
        self,
        index: int,
        start: int,
        title: tuple[int, int],
        name: tuple[int, int],
        position: Position | None,
    ) -> Mention:
        row = self.rows[index]
        mention = Mention(
            index,
            start,
            names.degrees_end(row, name[1]),
            name,
            _spaced(self._slice(index, *name).strip(" ,")),
            self._slice(index, *title).strip(" ,") or None,
        )
        if position is None:
            return self._apposition(mention)
        alone = self._alone(index, position)
        return replace(
            mention,
            position=alone.position,
            organisation=alone.organisation,
            head=alone.head,
            former=alone.former,
        )

    def _apposition(self, mention: Mention) -> Mention:
        """Read an office behind a name: in brackets, after a comma, `selaku`, or `dari`."""
        row = self.rows[mention.sentence]
        at = mention.end
        if at >= len(row.words):
            return mention
        mark = row.words[at]
        if mark == "(":
            return self._bracketed(mention)
        begin = at
        if mark == ",":
            begin += 1
        while begin < len(row.words) and row.words[begin] in {"yang", "juga", "datang", "hadir"}:
            begin += 1
        linked = begin < len(row.words) and row.words[begin] in _LINKS
        if linked:
            begin += 1
            begin += begin < len(row.words) and row.words[begin] == "sebagai"
        if begin >= len(row.words) or (begin > at + 1 and not linked):
            return mention
        if row.words[begin] == "dari" and begin == at:
            return self._of(mention)
        position = position_at(row, begin, self.places)
        if position is None or (not row.tokens[begin].upper and mark != "," and not linked):
            return mention
        start, end = mention.name
        known = mention.anchored or any(names.known(word) for word in row.words[start:end])
        if not known and not linked and (begin == at or end - start == 1):
            return mention
        alone = self._office(mention.sentence, position)
        if alone is None and position.end > position.start:
            alone = self._alone(mention.sentence, position)
        if alone is None or alone.name_text:
            return mention
        return self._with_office(mention, alone)

    def _bracketed(self, mention: Mention) -> Mention:
        row = self.rows[mention.sentence]
        close = next(
            (
                i
                for i in range(mention.end, min(mention.end + _BRACKET, len(row.words)))
                if row.words[i] == ")"
            ),
            None,
        )
        if close is None or close == mention.end + 1:
            return mention
        begin = mention.end + 1
        position = position_at(row, begin, self.places)
        body = phrases("organisations", "head", "word").at(row.words, begin)
        if position is None and not (body and row.tokens[begin].upper):
            return mention
        text = self._slice(mention.sentence, begin, close)
        inside = row.words[begin:close]
        of = organisation(text, position, inside) if position else text
        head = position.head if position else ""
        return replace(
            mention, end=close + 1, position=text, organisation=of, head=head, anchored=True
        )

    def _of(self, mention: Mention) -> Mention:
        """Read `Serda Nainggolan dari Koramil 04 HB`."""
        row = self.rows[mention.sentence]
        begin = mention.end + 1
        if begin >= len(row.words) or not row.tokens[begin].upper:
            return mention
        match = phrases("organisations", "head").at(row.words, begin)
        if match is None:
            return mention
        end = begin
        while end < len(row.tokens) and (
            row.tokens[end].upper or row.tokens[end].text[0].isdigit()
        ):
            end += 1
        return replace(
            mention,
            end=end,
            organisation=self._slice(mention.sentence, begin, end),
            anchored=True,
        )

    def _trails(self, before: Mention, office: Mention) -> bool:
        """Whether an office stands right behind a titled name: `KH Sobana Pimpinan Ponpes X`."""
        return bool(
            before.name_text
            and before.title
            and not before.position
            and office.position
            and not office.title
            and before.end == office.start
        )

    def _whole(self, office: Mention) -> Mention:
        """Take what looked like the bearer for the rest of the office's own words."""
        if not office.name_text:
            return office
        rest = self._slice(office.sentence, office.start, office.name[1])
        of = f"{office.organisation} {office.name_text}" if office.organisation else None
        return replace(office, position=rest, organisation=of, name_text="")

    def _apposes(self, before: Mention, office: Mention) -> bool:
        """Whether `office`, which has no bearer, stands right behind the name `before`."""
        if not before.name_text or before.position:
            return False
        row = self.rows[before.sentence]
        gap = row.words[before.end : office.start]
        start, end = before.name
        known = any(names.known(word) for word in row.words[start:end])
        if gap == ():
            return before.anchored or known
        return gap == (",",) and (before.anchored or known or end - start > 1)

    def _with_office(self, mention: Mention, office: Mention) -> Mention:
        return replace(
            mention,
            end=office.end,
            position=office.position,
            organisation=office.organisation,
            head=office.head,
            former=office.former,
            anchored=True,
        )

    def _body(self, index: int, at: int) -> Mention | None:
        """Read `FKUB Kabupaten Sanggau, Frans Kimin`: a body in place of an office."""
        row = self.rows[index]
        match = phrases("organisations", "head").at(row.words, at)
        if match is None or at and row.words[at - 1] not in _LISTING:
            return None
        end = at + match.length
        while end < len(row.tokens) and row.tokens[end].upper:
            stop = self.places.end(row, end)
            if stop == end and names.is_part(row, end):
                break
            end = max(stop, end + 1)
        if row.words[end : end + 1] != (",",):
            return None
        title = names.title_end(row, end + 1)
        stop = self._name_end(row, title)
        after = names.degrees_end(row, stop)
        following = row.words[after] if after < len(row.words) else "."
        sure = title > end + 1 or any(names.known(word) for word in row.words[title:stop])
        if stop - title < 1 + (title == end + 1) or following not in _LISTING or not sure:
            return None
        text = self._slice(index, at, end)
        return Mention(
            index,
            at,
            after,
            (title, stop),
            self._slice(index, title, stop),
            self._slice(index, end + 1, title) or None,
            text,
            text,
        )

    def _bare(self, index: int, at: int) -> Mention | None:
        """Read a run of capitals that may be a name though nothing announces it."""
        row = self.rows[index]
        end = names.name_end(row, at)
        if end == at or row.tokens[at].quoted:
            return None
        if end - at == 1 and len(row.words[at]) <= 2:  # noqa: PLR2004 - an initial alone
            return None
        if end - at == 1 and at == 0 and not names.known(row.words[at]):
            return None  # the first word of a sentence has a capital anyway
        if self._only_places(row, at, end):
            return None
        after = names.degrees_end(row, end)
        mention = Mention(
            index,
            at,
            after,
            (at, end),
            _spaced(self._slice(index, at, end)),
            anchored=after > end,
        )
        return self._apposition(mention)


def _spaced(name: str) -> str:
    """Put the blank that is missing behind an initial: `M.Syahrizal`."""
    return re.sub(r"\.(?=[^\W\d_]{2,})", ". ", name)


class Person(Struct, frozen=True):
    """Somebody named in the article."""

    name: str
    """The fullest name, without title and degrees."""
    title: str | None
    """Rank and honorifics."""
    position: str | None
    """Office as first written."""
    organisation: str | None
    """Organisation of that office."""
    head: str
    """The office's own words."""
    former: bool
    """Whether the office is no longer held."""
    mentions: tuple[Mention, ...]
    """Where the person is named, by full or short name or by office."""


def people(mentions: Sequence[Mention], rows: Sequence[Sentence]) -> tuple[Person, ...]:
    """Join the mentions of one person, in order of first appearance."""
    groups: list[list[Mention]] = []
    for mention in mentions:
        if not mention.name_text:
            continue
        group = _group(groups, mention)
        if group is not None:
            group.append(mention)
        elif _credible(mention, mentions, rows):
            groups.append([mention])
    joined = [_join(group) for group in groups]
    return tuple(_with_offices(each, joined, mentions) for each in joined)


@lru_cache(maxsize=2048)
def parts(name: str) -> tuple[str, ...]:
    """Folded parts of a name, initials as one letter."""
    return tuple(
        piece.lower().replace("’", "'") for piece in name.replace(".", " ").split() if piece
    )


def _group(groups: list[list[Mention]], mention: Mention) -> list[Mention] | None:
    wanted = parts(mention.name_text)
    for group in reversed(groups):
        if any(_same(wanted, parts(each.name_text)) for each in group):
            return group
    return None


def _same(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two spellings may mean one person: the shorter is within the longer."""
    if len(one) > len(other):
        one, other = other, one
    left = list(other)
    full = False
    for part in one:
        match = part if part in left else next((each for each in left if _alike(part, each)), None)
        if match is None:
            return False
        full = full or (match == part and len(part) > 1)
        left.remove(match)
    return full


def _alike(one: str, other: str) -> bool:
    if one == other:
        return True
    return (len(one) == 1 or len(other) == 1) and one[0] == other[0]


def _credible(mention: Mention, mentions: Sequence[Mention], rows: Sequence[Sentence]) -> bool:
    """Whether a name that nothing announces is a person's."""
    row = rows[mention.sentence]
    if mention.anchored:
        return True
    start, end = mention.name
    words = row.words[start:end]
    known = sum(names.known(word) for word in words)
    before = row.words[start - 1] if start else ""
    if before in _things() or phrases("venues", "head").ending(row.words, start, 3):
        return False
    says = _says(row, start, mention.end)
    if len(words) == 1:
        return says and known == 1
    again = any(
        each is not mention
        and each.name_text
        and len(parts(each.name_text)) < len(words)
        and _same(parts(each.name_text), parts(mention.name_text))
        for each in mentions
    )
    return (says and known > 0) or (again and 2 * known >= len(words))


def _things() -> frozenset[str]:
    return frozenset("jalan jl jln gang piala operasi tim partai kapal hotel perum".split())


def _says(row: Sentence, start: int, end: int) -> bool:
    say = section("speech", "say")
    before = row.words[start - 1] if start else ""
    after = row.words[end : end + 2]
    return before in say or any(word in say for word in after)


def _join(group: list[Mention]) -> Person:
    longest = max(group, key=lambda each: len(parts(each.name_text)))
    titled = next((each.title for each in group if each.title), None)
    placed = next((each for each in group if each.position), None)
    of = next((each.organisation for each in group if each.organisation), None)
    return Person(
        longest.name_text,
        titled,
        placed.position if placed else None,
        of,
        placed.head if placed else "",
        bool(placed and placed.former),
        tuple(group),
    )


def _with_offices(person: Person, everyone: list[Person], mentions: Sequence[Mention]) -> Person:
    """Add the places where only the person's office is named, if it is theirs alone."""
    if not person.head or sum(each.head == person.head for each in everyone) > 1:
        return person
    first = person.mentions[0]
    own = [
        each
        for each in mentions
        if not each.name_text
        and each.head == person.head
        and _compatible(each, person)
        and (each.sentence, each.start) > (first.sentence, first.start)
    ]
    return replace(person, mentions=person.mentions + tuple(own))


def _compatible(office: Mention, person: Person) -> bool:
    """Whether an office named alone may be the person's: the places do not differ."""
    if office.former != person.former:
        return False
    short = (office.position or "").lower().split()
    full = (person.position or "").lower().split()
    return len(short) == 1 or set(short) <= set(full)
