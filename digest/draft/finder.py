"""Stage: draft, sentences to mentions. Where somebody is named, with title and office.

comes in: sentences of the body, the gazetteer's places
goes out: `Mention`s in the order of the text, offices without a bearer among them
"""

from collections.abc import Iterator, Sequence
from itertools import islice

from msgspec.structs import replace

from digest.draft import apposition, credit, listing
from digest.draft import name as names
from digest.draft.bearer import Bearer
from digest.draft.doubt import Doubt
from digest.draft.group import grouped, many
from digest.draft.lexicon import phrases, section
from digest.draft.mention import WEAK, Mention, aged, gelar, link, nicknamed, spaced, with_office
from digest.draft.organisation import organisation
from digest.draft.place import Places
from digest.draft.position import Position, position_at
from digest.draft.shape import bracketed, disowned, entrusted, to_mark
from digest.draft.thing import thing_end
from digest.draft.token import Sentence

_LISTING = frozenset(", . ; ) dan serta dari &".split())
_CAME = frozenset("hadir datang tampak terlihat ada ikut turut".split())
_ENDS = frozenset("institute center centre foundation watch institut research group".split())
_AMONG = frozenset("unsur kalangan jajaran pihak unit".split())
_MENTIONS = 600  # no article names more; a hostile one must not cost more
_CLOSE = frozenset("perwakilan ketua koordinator sekretaris panitia".split())
_ROUND = frozenset(", . ) asal dari di yang setempat".split())
_BRACKET = 14  # an office in brackets has fewer tokens


class Finder:
    """Finds the people of one article."""

    def __init__(self, text: str, rows: Sequence[Sentence], places: Places) -> None:
        """Keep what every step needs."""
        self.text = text
        self.rows = rows
        self.places = places
        self.bearer = Bearer(places, rows)
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
            if found and gelar(found[-1], mention):
                gelar_text = f"{mention.title} {mention.name_text}"
                title = found[-1].title or gelar_text
                found[-1] = replace(found[-1], end=mention.end, title=title, anchored=True)
            elif found and listing.trails(found[-1], mention):
                found[-1] = with_office(found[-1], self._whole(mention))
            elif (
                found and not many(row, mention.start) and listing.apposes(row, found[-1], mention)
            ):
                found[-1] = with_office(found[-1], mention)
            else:
                found.append(listing.shared(row, found[-1], mention) if found else mention)
            at = max(mention.end, at + 1)
            if not mention.name_text:
                at = max(at, thing_end(row, at - 1, self.places))  # `Dokter jaga RSUD Uji Coba`
        found = grouped(row, listing.respective(row, listing.holding(row, found)))
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
        if position is not None and not self._given(row, position):
            mention = self._office(index, position)
            if mention is not None:
                return mention
        if not token.upper and token.norm not in names.SMALL:
            return None
        body = self._body(index, at)
        if body is not None:
            return body
        after = names.title_end(row, at)
        if after > at and self._area(row, at) > after:
            return None  # `Tulang Bawang` is a regency, no uncle
        return self._titled(index, at, after) if after > at else self._bare(index, at)

    def _titled(self, index: int, at: int, after: int) -> Mention | None:
        """Read the name behind a title that ends before token `after`."""
        row = self.rows[index]
        if self._addressed(row, at, after):
            return None
        end = self.bearer.name_end(row, after)
        alone = end - after == 1 and row.words[after] in section("titles", "honorific")
        if end > after and not alone:
            return self._named(index, at, (at, after), (after, end), None)
        return self._bare(index, at)

    def _given(self, row: Sentence, position: Position) -> bool:
        """Whether what might be an office begins a name: *Raja* `Kholid memerinci`."""
        at, end = position.start, position.end
        both = names.known(row.words[at]) and end < len(row.words) and names.known(row.words[end])
        return both and end - at == 1 and row.tokens[at].upper and row.tokens[end].upper

    def _addressed(self, row: Sentence, at: int, after: int) -> bool:
        """Whether a spoken title stands before an office: *Bapak* `Camat Uji, Budi`."""
        if row.words[at] not in names.SPOKEN or after >= len(row.words):
            return False
        return position_at(row, after, self.places) is not None

    def _office(self, index: int, position: Position) -> Mention | None:
        """Read what follows an office: its bearer, or nothing."""
        row = self.rows[index]
        position = self.bearer.widen(row, position)
        at = position.end
        after = names.title_end(row, at)
        if after > at and self.places.end(row, at) > after:
            position = replace(position, end=self.places.end(row, at), placed=True)
            at = after = position.end  # `warga Kepulauan` *Raja Ampat*
        end = self.bearer.name_end(row, after, placed=position.placed)
        if end > after and self.bearer.fits(row, after, end, position, titled=after > at):
            return self._named(index, position.start, (at, after), (after, end), position)
        behind = None if apposition.adverbial(row, position) else self.bearer.behind(row, position)
        if behind is not None:
            title, name = behind
            return self._named(index, position.start, title, name, position)
        wide = apposition.widened(row, position)
        if wide > at:
            after = names.title_end(row, wide)
            end = self.bearer.name_end(row, after)
            if end - after > (after == wide) and not self.bearer.only_places(row, after, end):
                position = replace(position, end=wide)
                return self._named(index, position.start, (wide, after), (after, end), position)
        return self._alone(index, position) if self._stands(row, position) else None

    def _stands(self, row: Sentence, position: Position) -> bool:
        """Whether an office without a bearer is one, and no mere noun: `dua kepala dusun`."""
        if many(row, position.start) or row.tokens[position.start].upper:
            return True
        if entrusted(row, position.end) > position.end:
            return True
        if position.end - position.start == 1:
            return False
        noun = row.words[position.start] in section("positions", "person")
        return not (noun and position.office == "-") or row.words[position.end - 1] != "dan"

    def _alone(self, index: int, position: Position) -> Mention:
        text = disowned(self._slice(index, position.start, position.end))
        return Mention(
            index,
            position.start,
            position.end,
            (position.end, position.end),
            position=text,
            organisation=organisation(text, position),
            head=position.head,
            former=position.former,
        )

    def _named(
        self,
        index: int,
        start: int,
        title: tuple[int, int],
        name: tuple[int, int],
        position: Position | None,
    ) -> Mention:
        row = self.rows[index]
        name = (name[0], names.whole(row, name[1]))
        mention = Mention(
            index,
            start,
            names.degrees_end(row, name[1]),
            name,
            spaced(self._slice(index, *name).strip(" ,")),
            self._slice(index, *title).strip(" ,") or None,
        )
        if position is None:
            return self._apposition(mention)
        alone = self._alone(index, position)
        if position.head in WEAK:
            told = self._apposition(mention)
            if told.position:
                return told
        return replace(
            mention,
            position=alone.position,
            organisation=alone.organisation,
            head=alone.head,
            former=alone.former,
        )

    def _apposition(self, mention: Mention) -> Mention:  # noqa: C901, PLR0911 - one a shape
        """Read an office behind a name: in brackets, after a comma, `selaku`, or `dari`."""
        row = self.rows[mention.sentence]
        mention = aged(row, mention)
        at = mention.end
        mark = row.words[at] if at < len(row.words) else ""
        if mark == "(":
            return self._bracketed(mention)
        if mark == "dari":
            return self._of(mention)
        begin, linked = link(row.words, at) if mark else (at, False)
        position = position_at(row, begin, self.places) if begin < len(row.words) else None
        noun = None if linked else self._common(mention, begin, position)
        if noun is not None:
            return noun
        if linked and position and (end := apposition.linked_end(row, begin)) > position.end:
            position = replace(position, end=end)
        if position is None or not self._joins(row, mention, position, linked=linked):
            return mention
        if linked:  # who holds it stands before it, not behind
            wide = self.bearer.widen(row, position)
            return with_office(mention, self._alone(mention.sentence, wide))
        alone = self._office(mention.sentence, position)
        if alone is None and position.end > position.start:
            alone = self._alone(mention.sentence, position)
        if alone is not None and (
            self._swallowed(row, mention, alone)
            or (alone.name_text and row.words[alone.name[0] - 1] in section("words", "thing"))
        ):
            alone = self._whole(alone)  # `Said Contoh, perwakilan tim Manna, menyambut`
        if alone is not None and alone.name_text and row.words[alone.name[1] :][:1] == (")",):
            alone = self._alone(mention.sentence, position)  # `Uji Coba, Kepala Dinas (Kundha …)`
        if alone is None or alone.name_text:
            return mention
        stop = to_mark(row, alone.end)
        if stop > alone.end:
            alone = self._alone(mention.sentence, replace(position, end=stop))
        return with_office(mention, alone)

    def _common(self, mention: Mention, begin: int, position: Position | None) -> Mention | None:
        """Read a common noun to its end: `Uji Coba, pengepul sayur, menawarkan`."""
        row, (start, end) = self.rows[mention.sentence], mention.name
        if row.words[mention.end : mention.end + 1] != (",",):
            return None
        stop = apposition.common_end(row, begin)
        if stop <= begin or (position is not None and position.end > stop):
            return None
        if end - start == 1 and not mention.anchored and not names.known(row.words[start]):
            closed = row.words[stop : stop + 1] in {(",",), ("yang",)} and start == 0
            if not (closed or apposition.governed(row, start)):
                return None
        wide = apposition.common(row, begin, stop)
        return with_office(mention, self._alone(mention.sentence, wide))

    def _swallowed(self, row: Sentence, mention: Mention, office: Mention) -> bool:
        """Whether what looks like the bearer of an office in apposition belongs to its words."""
        if not office.name_text or office.title:
            return False
        start, end = office.name
        if office.start == mention.end:
            return True
        unknown = not any(names.known(word) for word in row.words[start:end])
        first, last = mention.name
        sure = mention.anchored or any(names.known(word) for word in row.words[first:last])
        if unknown and sure and end < len(row.tokens) and row.tokens[end].upper:
            return True  # `Uji, Danpos` *Contoh Coba* `Ditpolair Polda`
        if end - start == 1 and unknown and mention.anchored:
            return row.words[end : end + 1] in {(".",), (",",)}
        return not row.tokens[office.start].upper and row.words[end : end + 1] == (",",)

    def _joins(self, row: Sentence, mention: Mention, position: Position, *, linked: bool) -> bool:
        """Whether the office at `position` is the person's who is named before it."""
        begin, (start, end) = position.start, mention.name
        comma = row.words[mention.end] == ","
        close = row.words[begin] in _CLOSE and end - start > 1
        if not (row.tokens[begin].upper or comma or linked or close):
            return False
        known = mention.anchored or any(names.known(word) for word in row.words[start:end])
        known = known or apposition.governed(row, start)
        known = known or (start == 0 and comma and apposition.subject(row, position))
        told = end - start > 1 and apposition.speaks(row, position.end)
        told = told or (
            comma and not row.tokens[begin].upper and apposition.closed(row, position.end)
        )
        if not (known or linked or told) and (begin == mention.end or end - start == 1):
            return False
        return row.tokens[begin].upper or self._rounded(row, position)

    def _rounded(self, row: Sentence, position: Position) -> bool:
        """Whether a common noun ends an apposition: `Budi, warga Uji, …`, not `Budi, warga …`."""
        if position.end - position.start > 1 or position.end >= len(row.words):
            return True
        following = position.end
        return row.words[following] in _ROUND or row.tokens[following].upper

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
        start, end = mention.name
        small = end - start > 1 and apposition.common_end(row, begin) == close
        held = (body is not None and row.tokens[begin].upper) or bracketed(row, begin, close)
        if position is None and not held and not small:
            return mention
        text = self._slice(mention.sentence, begin, close)
        of = organisation(text, position) if position else text
        head = position.head if position else ""
        return replace(
            mention, end=close + 1, position=text, organisation=of, head=head, anchored=True
        )

    def _of(self, mention: Mention) -> Mention:
        """Read `Serda Contoh dari Koramil 04 Uji`."""
        row = self.rows[mention.sentence]
        begin = mention.end + 1
        if begin < len(row.words) and not row.tokens[begin].upper:
            return self._among(mention, begin + (row.words[begin] in _AMONG))
        if begin >= len(row.words):
            return mention
        match = phrases("organisations", "head").at(row.words, begin)
        text, (start, stop) = row.tokens[begin].text, mention.name
        short = text.isupper() and len(text) > 2 and stop - start > 1  # noqa: PLR2004 - `WALHI`
        end = begin
        while end < len(row.tokens) and (
            row.tokens[end].upper or row.tokens[end].text[0].isdigit()
        ):
            end += 1
        ends = row.words[end - 1] in _ENDS and end - begin > 1  # `dari Uji Institute`
        short = short and not self.places.end(row, begin) > begin
        if match is None and not (short or ends):
            return mention
        of = self._slice(mention.sentence, begin, end)
        held = None if mention.title else of  # who has no title is known by the body
        return replace(mention, end=end, position=held, organisation=of, anchored=True)

    def _among(self, mention: Mention, begin: int) -> Mention:
        """Read `Contoh dari perangkat desa`, `Uji Coba dari kalangan wartawan`."""
        row = self.rows[mention.sentence]
        match = phrases("positions", "person").at(row.words, begin) if row.words[begin:] else None
        if match is None or row.tokens[begin].upper or mention.position:
            return mention
        end = begin + match.length
        return replace(mention, end=end, position=self._slice(mention.sentence, begin, end))

    def _whole(self, office: Mention) -> Mention:
        """Take what looked like the bearer for the rest of the office's own words."""
        if not office.name_text:
            return office
        rest = self._slice(office.sentence, office.start, office.name[1])
        of = f"{office.organisation} {office.name_text}" if office.organisation else None
        return replace(office, position=rest, organisation=of, name_text="")

    def _body(self, index: int, at: int) -> Mention | None:
        """Read `FKUB Kabupaten Kaur, Uji Coba`: a body in place of an office."""
        row = self.rows[index]
        match = phrases("organisations", "head").at(row.words, at)
        if match is None or (at and row.words[at - 1] not in _LISTING):
            return None
        opening = at == 1 and row.words[0] == "dari"  # `Dari Bawaslu Uji, Budi Contoh memandu`
        end = at + match.length
        while end < len(row.tokens) and row.tokens[end].upper:
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
        following = row.words[after] if after < len(row.words) else "."
        sure = title > end + 1 or (opening and apposition.speaks(row, after))
        sure = sure or any(names.known(word) for word in row.words[title:stop])
        closed = following in _LISTING or opening
        if stop - title < 1 + (title == end + 1) or not closed or not sure:
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
            spaced(self._slice(index, at, end)),
            anchored=after > end,
        )
        told = credit.person(row, at, end, after) and not self.doubt.club(row, at, end)
        if told or apposition.announced(row, at, end, after):
            mention = replace(mention, anchored=True)
        found = self._apposition(mention)
        if end - at == 1 and at == 0 and not (found.anchored or names.known(row.words[at])):
            return None  # the first word of a sentence has a capital anyway
        return found
