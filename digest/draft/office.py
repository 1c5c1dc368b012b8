"""Stage: draft, offices of a sentence to mentions. Whose an office is, what stands behind a name.

comes in: an office or a name in a sentence, the gazetteer's places
goes out: a `Mention` of a person with an office, or of an office alone
"""

from collections.abc import Sequence

from msgspec.structs import replace

from digest.draft import apposition, credit, rotation, sight
from digest.draft import name as names
from digest.draft.bearer import Bearer
from digest.draft.grammar import SIDES
from digest.draft.group import many
from digest.draft.lexicon import phrases, section
from digest.draft.mention import WEAK, Mention, aged, link, spaced, styled, with_office
from digest.draft.organisation import organisation
from digest.draft.place import Places
from digest.draft.position import Position, position_at
from digest.draft.shape import bracketed, disowned, entrusted, theirs, to_end, to_mark
from digest.draft.token import Sentence, written

_ENDS = frozenset("institute center centre foundation watch institut research group".split())
_CLOSE = frozenset("perwakilan ketua koordinator sekretaris panitia".split())
_ROUND = frozenset(", . ) asal dari di yang setempat".split())
_HEADS = frozenset("memimpin mengetuai mengepalai menakhodai mengomandoi mengomandani".split())
_LEADS = _HEADS | frozenset("mengasuh membina menggembalakan mengelola".split())
_SPEAKS = frozenset("mewakili".split())
_BRACKET = 14  # an office in brackets has fewer tokens


class Offices:
    """Reads the offices of one article, and what is said of people behind their names."""

    def __init__(self, text: str, rows: Sequence[Sentence], places: Places) -> None:
        """Keep what every step needs."""
        self.text = text
        self.rows = rows
        self.places = places
        self.bearer = Bearer(places, rows)

    def text_of(self, index: int, start: int, end: int) -> str:
        """Return what is written between two tokens of sentence `index`."""
        return written(self.text, self.rows[index], start, end)

    def office(self, index: int, position: Position) -> Mention | None:
        """Read what follows an office: its bearer, or nothing."""
        row = self.rows[index]
        position = self.bearer.widen(row, position)
        at = position.end
        after = names.title_end(row, at)
        if after > at and self.places.end(row, at) > after:
            position = replace(position, end=self.places.end(row, at), placed=True)
            at = position.end  # `warga Kepulauan` *Raja Ampat*
            after = names.title_end(row, at)
        end = self.bearer.name_end(row, after, placed=position.placed)
        if end > after and self.bearer.fits(row, after, end, position, titled=after > at):
            return self.named(index, position.start, (at, after), (after, end), position)
        if end > after == at and self.bearer.seat(row, at, end, position):
            return self._alone(index, replace(position, end=end))
        behind = None if apposition.adverbial(row, position) else self.bearer.behind(row, position)
        if behind is not None:
            title, name = behind
            return self.named(index, position.start, title, name, position)
        wide = apposition.widened(row, position)
        if wide > at:
            after = names.title_end(row, wide)
            end = self.bearer.name_end(row, after)
            if end - after > (after == wide) and not self.bearer.only_places(row, after, end):
                position = replace(position, end=wide)
                return self.named(index, position.start, (wide, after), (after, end), position)
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
        text = disowned(self.text_of(index, position.start, position.end))
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

    def named(
        self,
        index: int,
        start: int,
        title: tuple[int, int],
        name: tuple[int, int],
        position: Position | None,
    ) -> Mention:
        """Return whoever has the `name` behind `title` and `position`, which begin at `start`."""
        row = self.rows[index]
        name = (name[0], names.whole(row, name[1]))
        mention = Mention(
            index,
            start,
            names.degrees_end(row, name[1]),
            name,
            spaced(self.text_of(index, *name).strip(" ,")),
            self.text_of(index, *title).strip(" ,") or None,
        )
        if position is None:
            return self.apposed(mention)
        alone = self._alone(index, position)
        kin = theirs(row, start)
        if position.head in WEAK or kin:
            told = self.apposed(mention)
            if told.position:
                return told
        if kin:  # `istrinya` tells no office
            return replace(mention, start=start, anchored=True)
        return replace(with_office(mention, alone), end=mention.end)

    def apposed(self, mention: Mention) -> Mention:  # noqa: C901, PLR0911, PLR0912 - one a shape
        """Read an office behind a name: in brackets, after a comma, `selaku`, or `dari`."""
        row = self.rows[mention.sentence]
        mention = styled(row, aged(row, mention))
        at = mention.end
        mark = row.word(at)
        if mark == "(":
            return self._bracketed(mention)
        if mark and (begin := rotation.into(row, at)) > at:
            new = self.told(mention.sentence, begin)
            return with_office(mention, new) if new else mention
        if mark == "dari":
            return self._of(mention)
        if mark == "yang" and (led := self._leads(mention)):
            return led
        begin, linked = link(row.words, at) if mark else (at, False)
        here = begin < len(row.words)
        position = position_at(row, begin, self.places, said=linked) if here else None
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
        alone = self.office(mention.sentence, position)
        if alone is None and position.end > position.start:
            alone = self._alone(mention.sentence, position)
        if alone is not None and (
            self._swallowed(row, mention, alone)
            or (alone.name_text and row.words[alone.name[0] - 1] in section("words", "thing"))
        ):
            alone = self.whole(alone)  # `Said Contoh, perwakilan tim Manna, menyambut`
        if alone is not None and alone.name_text and row.words[alone.name[1] :][:1] == (")",):
            alone = self._alone(mention.sentence, position)  # `Uji Coba, Kepala Dinas (Kundha …)`
        if alone is None or alone.name_text:
            return mention
        stop = to_mark(row, alone.end)
        if stop > alone.end:
            alone = self._alone(mention.sentence, replace(position, end=stop))
        return with_office(mention, alone)

    def told(self, index: int, begin: int) -> Mention | None:
        """Read the office at token `begin`, said of several; in small letters too."""
        row = self.rows[index]
        position = position_at(row, begin, self.places, said=True)
        end = apposition.linked_end(row, begin)
        if position is None and end > begin:
            position = apposition.common(row, begin, end)
        if position is None:
            return None
        wide = self.bearer.widen(self.rows[index], position)
        return self._alone(index, replace(wide, end=max(end, wide.end)))

    def _common(self, mention: Mention, begin: int, position: Position | None) -> Mention | None:
        """Read a common noun to its end: `Uji Coba, pengepul sayur, menawarkan`."""
        row, (start, end) = self.rows[mention.sentence], mention.name
        if row.word(mention.end) != ",":
            return None
        stop = apposition.common_end(row, begin)
        if stop <= begin or (position is not None and position.end > stop):
            return None
        led = mention.start > 0 and row.words[mention.start - 1] == "menurut"
        if led and row.word(stop) != ",":
            return None  # `Menurut Budi, warga perlu rukun`
        if end - start == 1 and not mention.anchored and not names.known(row.words[start]):
            closed = row.word(stop) in {",", "yang"} and start == 0
            said = start > 0 and row.words[start - 1] in section("speech", "say")
            one = row.words[begin - 1] in {"seorang", "satu"}
            if not (closed or said or one or apposition.governed(row, start)):
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
        unknown = not names.some_known(row.words[start:end])
        first, last = mention.name
        sure = mention.anchored or names.some_known(row.words[first:last])
        if unknown and sure and row.upper(end):
            return True  # `Uji, Danpos` *Contoh Coba* `Ditpolair Polda`
        if end - start == 1 and unknown and mention.anchored:
            return row.word(end) in {".", ","}
        return not row.tokens[office.start].upper and row.word(end) == ","

    def _joins(self, row: Sentence, mention: Mention, position: Position, *, linked: bool) -> bool:
        """Whether the office at `position` is the person's who is named before it."""
        begin, (start, end) = position.start, mention.name
        comma = row.words[mention.end] == ","
        close = row.words[begin] in _CLOSE and end - start > 1
        if not (row.tokens[begin].upper or comma or linked or close):
            return False
        known = mention.anchored or names.some_known(row.words[start:end])
        known = known or apposition.governed(row, start) or sight.perhaps(row, start, end)
        opens = credit.opens(row, start)
        known = known or (opens and comma and apposition.subject(row, position))
        if not (known or linked) and (begin == mention.end or end - start == 1):
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
        text = self.text_of(mention.sentence, begin, close)
        of = organisation(text, position) if position else _sent_by(row, begin, text)
        head = position.head if position else ""
        return replace(
            mention, end=close + 1, position=text, organisation=of, head=head, anchored=True
        )

    def _of(self, mention: Mention) -> Mention:
        """Read `Serda Contoh dari Koramil 04 Uji`."""
        row = self.rows[mention.sentence]
        begin = mention.end + 1
        if begin < len(row.words) and not row.tokens[begin].upper:
            return self._among(mention, begin + (row.words[begin] in SIDES))
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
        of = self.text_of(mention.sentence, begin, end)
        return replace(mention, end=end, position=None, organisation=of, anchored=True)

    def _leads(self, mention: Mention) -> Mention | None:
        """Read `Contoh yang memimpin MUI Uji`, `Contoh yang mewakili pengurus gereja`."""
        row, begin = self.rows[mention.sentence], mention.end + 2
        verb = row.words[mention.end + 1 : begin]
        if begin >= len(row.words) or not (verb[0] in _LEADS or verb[0] in _SPEAKS):
            return None
        match = phrases("organisations", "head").at(row.words, begin)
        end = to_end(row, begin) if row.tokens[begin].upper else begin
        if match is None or end < begin + match.length:
            small = apposition.linked_end(row, begin)
            if small == begin or verb[0] in _LEADS:
                return None
            text = self.text_of(mention.sentence, begin, small)
            return replace(mention, position=text, anchored=True)
        of = self.text_of(mention.sentence, begin, end)
        if verb[0] in _SPEAKS:
            return replace(mention, position=of, organisation=of, anchored=True)
        held = f"{verb[0]} {of}" if verb[0] in _HEADS else None
        return replace(mention, position=held, organisation=of, anchored=True)

    def _among(self, mention: Mention, begin: int) -> Mention:
        """Read `Contoh dari perangkat desa`, `Uji Coba dari kalangan wartawan`."""
        row = self.rows[mention.sentence]
        match = phrases("positions", "person").at(row.words, begin) if row.words[begin:] else None
        if match is None or row.tokens[begin].upper or mention.position:
            return mention
        end = begin + match.length
        return replace(mention, end=end, position=self.text_of(mention.sentence, begin, end))

    def whole(self, office: Mention) -> Mention:
        """Take what looked like the bearer for the rest of the office's own words."""
        if not office.name_text:
            return office
        rest = self.text_of(office.sentence, office.start, office.name[1])
        of = f"{office.organisation} {office.name_text}" if office.organisation else None
        return replace(office, position=rest, organisation=of, name_text="")


def _sent_by(row: Sentence, begin: int, text: str) -> str | None:
    """Return the body in brackets behind a name: all of them, or behind `Unsur` if it is one."""
    if row.words[begin] not in SIDES:
        return text
    body = phrases("organisations", "head").at(row.words, begin + 1)
    return text.partition(" ")[2] if body else None
