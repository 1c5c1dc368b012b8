"""Stage: draft, sentences to mentions. Where somebody is named, with title and office.

comes in: sentences of the body, the gazetteer's places
goes out: `Mention`s in the order of the text, offices without a bearer among them
"""

from collections.abc import Iterator, Sequence
from itertools import islice

from msgspec.structs import replace

from digest.draft import apposition, credit, listing
from digest.draft import name as names
from digest.draft.doubt import Doubt
from digest.draft.grammar import SIDES
from digest.draft.group import grouped
from digest.draft.lexicon import phrases, section
from digest.draft.mention import WEAK, Mention, called, gelar, nicknamed, spaced, with_office
from digest.draft.office import Offices
from digest.draft.place import Places
from digest.draft.position import Position, position_at
from digest.draft.thing import thing_end
from digest.draft.together import together
from digest.draft.token import Sentence

_LISTING = frozenset(", . ; ) dan serta dari &".split())
_CAME = frozenset("hadir datang tampak terlihat ada ikut turut".split())
_PARTY = 5  # tokens of a party in small letters: `kalangan tokoh pemuda adat`
_MENTIONS = 600  # no article names more; a hostile one must not cost more


class Finder:
    """Finds the people of one article."""

    def __init__(self, text: str, rows: Sequence[Sentence], places: Places) -> None:
        """Keep what every step needs."""
        self.rows = rows
        self.places = places
        self.offices = Offices(text, rows, places)
        self.bearer = self.offices.bearer
        self.doubt = Doubt(self.bearer, rows)

    def mentions(self) -> list[Mention]:
        """Return every mention, sentence by sentence."""
        found = (each for index in range(len(self.rows)) for each in self._sentence(index))
        return list(islice(found, _MENTIONS))

    def _sentence(self, index: int) -> Iterator[Mention]:
        row = self.rows[index]
        at = 0
        found: list[Mention] = []
        while at < len(row.tokens):
            passed = self._thing(index, at)
            mention = None if passed > at else self._at(index, at)
            if mention is None:
                at = max(at + 1, passed, self._area(row, at))
                continue
            mention = nicknamed(row, mention)
            if found and called(row, found[-1], mention):
                found[-1] = with_office(mention, replace(found[-1], end=mention.end))
            elif found and gelar(found[-1], mention):
                gelar_text = f"{mention.title} {mention.name_text}"
                title = found[-1].title or gelar_text
                whole = replace(found[-1], end=mention.end, title=title, anchored=True)
                found[-1] = whole if whole.position else self.offices.apposed(whole)
            else:
                found.append(listing.shared(row, found[-1], mention) if found else mention)
            at = max(mention.end, at + 1)
            if not mention.name_text:
                at = max(at, thing_end(row, at - 1, self.places))  # `Dokter jaga RSUD Uji Coba`
        found = listing.respective(row, listing.holding(row, listing.behind(row, found)))
        found = together(index, self.rows, grouped(row, found), self.offices.told)
        yield from listing.counted(row, found)

    def _thing(self, index: int, at: int) -> int:
        """Return the end of the thing that stands at token `at`, unless it begins an office."""
        row = self.rows[index]
        end = thing_end(row, at, self.places)
        if end == at or position_at(row, at, self.places) or self._body(index, at):
            return at
        return end

    def _area(self, row: Sentence, at: int) -> int:
        """Return the end of a regency of several words at token `at`; `at` if none begins there."""
        end = self.places.end(row, at)
        return end if end - at > 1 and self.places.codes(" ".join(row.words[at:end])) else at

    def _at(self, index: int, at: int) -> Mention | None:
        row = self.rows[index]
        token = row.tokens[at]
        if not token.word or self._weak(row, at):
            return None
        position = position_at(row, at, self.places)
        if position is not None and not (self._given(row, position) or self._entitles(row, at)):
            mention = self.offices.office(index, position)
            if mention is not None:
                return mention
        if not token.upper and token.norm not in names.SMALL:
            return None
        body = self._body(index, at) or self._party(index, at)
        if body is not None:
            return body
        after = names.title_end(row, at)
        if after > at and self._area(row, at) > after:
            return None  # `Tulang Bawang` is a regency, no uncle
        return self._titled(index, at, after) if after > at else self._bare(index, at)

    def _weak(self, row: Sentence, at: int) -> bool:
        """Whether what somebody is for the day stands before an office: `narasumber` *Kepala*."""
        after = at + 1
        if row.tokens[at].upper or row.words[at] not in WEAK or after >= len(row.tokens):
            return False
        return row.tokens[after].upper and position_at(row, after, self.places) is not None

    def _titled(self, index: int, at: int, after: int) -> Mention | None:
        """Read the name behind a title that ends before token `after`."""
        row = self.rows[index]
        if self._addressed(row, at, after):
            return None
        end = self.bearer.name_end(row, after)
        alone = end - after == 1 and row.words[after] in section("titles", "honorific")
        if end > after and not alone:
            return self.offices.named(index, at, (at, after), (after, end), None)
        return self._bare(index, at)

    def _given(self, row: Sentence, position: Position) -> bool:
        """Whether what might be an office begins a name: *Raja* `Kholid memerinci`."""
        at, end = position.start, position.end
        if end - at > 1 or end >= len(row.words):
            return False
        if not (row.tokens[at].upper and row.tokens[end].upper):
            return False
        return names.known(row.words[at]) and names.known(row.words[end])

    def _entitles(self, row: Sentence, at: int) -> bool:
        """Whether what is an office as well is a title before a name: *Pendeta* `Markus Uji`."""
        word = row.words[at]
        both = word in section("titles", "honorific") and word in section("positions", "person")
        return both and row.tokens[at].upper and names.name_end(row, at + 1) > at + 1

    def _addressed(self, row: Sentence, at: int, after: int) -> bool:
        """Whether a spoken title stands before an office: *Bapak* `Camat Uji, Budi`."""
        if row.words[at] not in names.SPOKEN or after >= len(row.words):
            return False
        return position_at(row, after, self.places) is not None

    def _body(self, index: int, at: int) -> Mention | None:
        """Read `FKUB Kabupaten Kaur, Uji Coba`: a body in place of an office."""
        row = self.rows[index]
        match = phrases("organisations", "head").at(row.words, at)
        sent = at > 0 and row.words[at - 1] == "mewakili"
        if match is None or (at and not sent and row.words[at - 1] not in _LISTING):
            return None
        opening = at == 1 and row.words[0] == "dari"  # `Dari Bawaslu Uji, Budi Contoh memandu`
        end = at + match.length
        while row.upper(end):
            stop = self.places.end(row, end)
            if stop == end and names.is_part(row, end) and not opening:
                break
            end = max(stop, end + 1)
        mark = row.words[end : end + 1]
        if mark != (",",) and not (opening and mark and mark[0] in _CAME):
            return None
        title = names.title_end(row, end + 1)
        stop = self.bearer.name_end(row, title)
        after = names.degrees_end(row, stop)
        following = row.word(after) or "."
        sure = title > end + 1
        sure = sure or names.some_known(row.words[title:stop])
        closed = following in _LISTING or opening
        if stop - title < 1 + (title == end + 1 and not sent) or not closed or not sure:
            return None
        text = self.offices.text_of(index, at, end)
        return Mention(
            index,
            end + 1 if sent else at,
            after,
            (title, stop),
            self.offices.text_of(index, title, stop),
            self.offices.text_of(index, end + 1, title) or None,
            None if sent else text,
            text,
        )

    def _party(self, index: int, at: int) -> Mention | None:
        """Read `Dari unsur pemuda adat, Uji Coba`, `Dari panitia haul hadir Ustaz Uji`."""
        row, words = self.rows[index], self.rows[index].words
        begin = at + 1 + (words[at + 1 : at + 2] != () and words[at + 1] in SIDES)
        if at or words[0] != "dari" or begin >= len(words) or row.tokens[begin].upper:
            return None
        mark = next(
            (i for i in range(begin, min(len(words), begin + _PARTY)) if _parts(words[i])), 0
        )
        person = phrases("positions", "person").at(words, begin)
        body = mark > begin + 1 and words[begin] in section("organisations", "head")
        if not mark or not (person or body):
            return None
        title = names.title_end(row, mark + 1)
        end = self.bearer.name_end(row, title)
        sure = title > mark + 1 or names.some_known(words[title:end])
        if end - title < 1 + (title == mark + 1) or not sure:
            return None
        found = self.offices.named(index, begin, (mark + 1, title), (title, end), None)
        small = self.offices.text_of(index, begin, mark)
        return found if found.position else replace(found, position=small)

    def _bare(self, index: int, at: int) -> Mention | None:
        """Read a run of capitals that may be a name though nothing announces it."""
        row = self.rows[index]
        if names.titled_only(row, at):
            return None
        end = self.bearer.short_of_place(row, at, names.name_end(row, at))
        if end == at and not (at and row.tokens[at - 1].upper):
            end = names.whole(row, at)
        after = names.degrees_end(row, end)
        if end == at or row.tokens[at].quoted or self.doubt.nobody(row, at, end, after):
            return None
        if self.doubt.opens(row, at):
            return None
        mention = Mention(
            index,
            at,
            after,
            (at, end),
            spaced(self.offices.text_of(index, at, end)),
            anchored=after > end or names.surnamed(row, at, end),
        )
        told = credit.person(row, at, end, after) and not self.doubt.club(row, at, end)
        if told or apposition.announced(row, at, end, after):
            mention = replace(mention, anchored=True)
        found = self.offices.apposed(mention)
        if end - at == 1 and at == 0 and not (found.anchored or names.known(row.words[at])):
            return None  # the first word of a sentence has a capital anyway
        return found


def _parts(word: str) -> bool:
    """Whether a word parts a party from those who came from it."""
    return word == "," or word in _CAME
