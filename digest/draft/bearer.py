"""Stage: draft, offices to bearers. Where an office ends and the name of its bearer begins.

comes in: a position in a sentence, the gazetteer's places
goes out: the position with its whole name, and the tokens of title and name behind it
"""

from collections.abc import Sequence

from msgspec.structs import replace

from digest.draft import name as names
from digest.draft.apposition import body_word, says
from digest.draft.lexicon import phrases, section
from digest.draft.mention import GELAR, NUMBERS
from digest.draft.place import COMPASS, Places
from digest.draft.position import Position
from digest.draft.split import BODY, SMALL, Splits
from digest.draft.token import Sentence, Token

_NAMED = frozenset("yakni yaitu adalah ialah bernama".split())
_PROPER = frozenset(
    "rsud rs universitas institut sma smk smp sd gapoktan poktan pt cv ud koperasi bumdes yayasan "
    "asosiasi ikatan persatuan perkumpulan himpunan forum lembaga aliansi ponpes pesantren masjid "
    "gereja gki hkbp kelompok komunitas sanggar paguyuban hotel".split()
)
_BODY = 6  # no name of a body has more capitals in a row
_ARTICLES = ("al-", "an-", "ar-", "as-", "asy-", "at-", "ad-", "az-", "el-", "ath-", "ash-")
_POSTED = frozenset({"babinsa", "bhabinkamtibmas"})
_HEADS = frozenset(
    "kadis kadin wakadis kaban kabag kabid kasi kasie kasubbag kasubag kasubbid kasubid kasubsi "
    "kasubdit kasat wakasat kanit panit kaur paur karo kadiv dirut dir kabiro sekdis "
    "seksi bidang bagian biro subbagian subbidang subseksi dinas badan direktorat divisi".split()
)
_PLURALS = frozenset("mahasiswa siswa pelajar santri alumni pengurus masyarakat pemuda".split())
_WORKS = frozenset("buku novel film lagu kitab sinetron album".split())
_NAMELESS = frozenset("universitas institut politeknik yayasan hotel".split())
_FIRMS = frozenset("pt cv ud pd".split())
_FIRM = 3  # words of a firm's name; more are firm and bearer
_MARKS = frozenset(", ( : – — - atas bernama".split())
_BRANCH = 2  # letters of what is rather a branch than a short form
_NOUNS = 3  # small words between an office and the comma before its bearer: `Narasumber kedua,`
_AWAY = 10  # tokens of a place or body between: `Petani asal Desa Sukamaju,`
_TWO = 2  # parts that most names have
_RUN = 4  # an unknown run of capitals of more words is rather a body than a name

_STATES = frozenset(
    "baru lama terpilih setempat terdahulu sebelumnya sekarang definitif itu".split()
)
_NO_NOUN = frozenset("yang untuk dengan ini itu serta dan atau juga akan telah agar pun".split())

Spans = tuple[tuple[int, int], tuple[int, int]]
"""Tokens of a title and of a name."""


def _many(row: Sentence, position: Position, end: int) -> bool:
    """Whether a small noun tells of many, whom a name does not name: `mahasiswa` *Uji Coba*."""
    start = position.start
    counted = start > 0 and row.words[start - 1] in NUMBERS
    plural = row.words[start] in _PLURALS and row.words[end : end + 1] != (",",)
    return not row.tokens[start].upper and (counted or plural)


class Bearer:
    """Finds the bearers of offices."""

    def __init__(self, places: Places, rows: Sequence[Sentence] = ()) -> None:
        """Keep the gazetteer, and the places that the article's `rows` announce."""
        self.places = places
        self.splits = Splits(places, rows)
        self.told = self.splits.told

    def name_end(self, row: Sentence, at: int, *, placed: bool = False) -> int:
        """Like `name_end`, but a regency or province behind the first word ends the name.

        Unless the office before it has its place already.
        """
        end = self.short_of_place(row, at, names.name_end(row, at))
        if placed:
            return end
        for inner in range(at + 1, end):
            if self.places.is_regency(row.words[inner]) and not names.known(row.words[inner]):
                return inner
        return end

    def _short_of_haji(self, row: Sentence, at: int, end: int) -> int:
        """Return where `H.` begins a name behind the unknown name of a body: `BBPP Uji` *H.*."""
        for inner in range(at + 1, end - 1):
            if names.known(row.words[inner - 1]):
                return end
            follows = names.known(row.words[inner + 1])
            sure = follows or row.tokens[at - 1].text.isupper()
            if (row.words[inner] == "h" and sure) or (row.words[inner] in {"i", "ni"} and follows):
                return inner
        return end

    def short_of_place(self, row: Sentence, at: int, end: int) -> int:
        """Return where a place begins whose name goes on behind `end`: `Uji Hulu` *Sungai*."""
        if end >= len(row.tokens) or not row.tokens[end].upper:
            return end
        return next((i for i in range(at, end) if self.places.end(row, i) > end), end)

    def widen(self, row: Sentence, position: Position) -> Position:
        """Take an unknown word for a place or body where a title or office shows it is none."""
        at = position.end
        if names.title_end(row, at) > at:
            return replace(position, end=self._patron(row, position))
        end = self._short_of_haji(row, at, self.name_end(row, at, placed=position.placed))
        if not row.tokens[position.start].upper:
            return self._campus(row, position, end)
        stop = self._thing_or_place(row, position, end)
        if stop > at:
            return replace(position, end=stop, local=False)
        if position.placed and position.head in _POSTED and row.words[at : at + 1] == ("dari",):
            return self._from(row, position, at)
        return position if end == at else self._parted(row, position, end)

    def _thing_or_place(self, row: Sentence, position: Position, end: int) -> int:
        """Return the end of a thing, or of a place that cannot be a name, behind an office."""
        at = position.end
        if position.local and end > at and self._compass(row, end):
            return end + 1
        run = self._capitals(row, at)
        owned = self._owned(row, position, run)
        if owned > at or end > at or not position.local:
            return owned
        stop = self.places.named(row, at)
        return run if stop == at and row.words[run : run + 1] == (",",) else stop

    def _parted(self, row: Sentence, position: Position, end: int) -> Position:
        """Part a run behind an office into what belongs to the office and the name."""
        at = position.end
        titled = (
            position.local and row.words[end : end + 1] == (",",) and self._titled(row, end + 1)
        )
        balinese = row.words[end : end + 1] in {("i",), ("ni",)} and row.tokens[end].upper
        titled = titled or balinese or self._titled(row, end)
        if titled or self._village(row, position, end):
            return replace(position, end=end, local=False)
        if end < len(row.words) and row.words[end] == "dari" and position.local:
            return self._from(row, position, end)
        more = at + 1 if self._lacking(row, position, end) else self._more(row, at, end)
        if more not in {at, end}:
            return replace(position, end=more, local=False)
        return self._local(row, position, end) if self._often(row, position) else position

    def _often(self, row: Sentence, position: Position) -> bool:
        """Whether each district or village may have the office: `Ketua PPK`, `Kepala Lapas`."""
        within = row.words[position.end - 1] in section("positions", "within-place")
        return position.local or (within and not position.placed)

    def _lacking(self, row: Sentence, position: Position, end: int) -> bool:
        """Whether an unknown word tells what a `Kadis` or `Kasi` heads: `Kadis` *Perkim* `Budi`."""
        at = position.end
        bare = at - position.start == len(position.head.split())
        if (
            not bare
            or row.words[at - 1] not in _HEADS
            or names.known(row.words[at])
            or end - at == 1
        ):
            return False
        return end - at > _TWO or names.known(row.words[at + 1])

    def _owned(self, row: Sentence, position: Position, run: int) -> int:
        """Return how far a run belongs to the firm, school or mosque before it, not to a bearer."""
        at = position.end
        last = row.words[at - 1]
        if last in _FIRMS:
            return run if run - at <= _FIRM else run - 2  # most bearers have two names
        if run > at and (last in _WORKS or self._body_named(row, position, run)):
            return run
        thing = phrases("words", "thing").ending(row.words, at, 3)
        if run == at or position.placed or thing is None:
            return at
        if self._titled(row, run) or self._lone(row, at, run):
            return run
        first = row.words[at]
        if first.startswith(_ARTICLES) or first.endswith("ul"):
            return min(run, at + 1 + (not first.startswith(_ARTICLES)))
        return run - 2 if run - at > _FIRM else at

    def _lone(self, row: Sentence, at: int, run: int) -> bool:
        """Whether one unknown word before a comma names the thing before it."""
        alone = run - at == 1 and row.words[run : run + 1] == (",",)
        return alone and not names.known(row.words[at])

    def _compass(self, row: Sentence, at: int) -> bool:
        """Whether a word at token `at` ends a place and a name follows: `Uji` *Dua* `Budi`."""
        after = at + 1
        if row.words[at:after] in {("i",), ("ni",)} and after < len(row.words):
            return False
        return (
            row.words[at:after] != ()
            and row.words[at] in COMPASS
            and row.tokens[at].upper
            and (names.name_end(row, after) > after or names.title_end(row, after) > after)
        )

    def _patron(self, row: Sentence, position: Position) -> int:
        """Return the end of whom a thing is named after: `Direktur RSUD` *dr. Uji*`, drg. Budi`."""
        at = position.end
        end = names.name_end(row, names.title_end(row, at))
        thing = row.words[at - 1] in section("words", "thing") and not position.placed
        if not thing or names.degrees_end(row, end) > end:
            return at
        after = end + 1
        title = names.title_end(row, after)
        stop = names.degrees_end(row, names.name_end(row, title))
        named = row.words[end:after] == (",",) and stop - after >= _TWO
        return end if named and not self._upper(row, stop) else at

    def _campus(self, row: Sentence, position: Position, end: int) -> Position:
        """Take a word for the name of the college before it: `dosen Universitas` *Uji*."""
        at = position.end
        thing = row.words[at - 1] in section("words", "thing")
        alone = end - at == 1 and row.words[at - 1] in _NAMELESS
        several = row.words[position.start] in _PLURALS or _many(row, position, end)
        several = several or (end > at and row.words[at].endswith("ul"))
        alone = alone or (end > at and thing and several)
        alone = alone or (end > at and row.words[at - 1] in _WORKS)
        return replace(position, end=end) if alone else position

    def _village(self, row: Sentence, position: Position, end: int) -> bool:
        """Whether a run before a comma and a known name is a place: `Keuchik Uji, Razali`."""
        run = row.words[position.end : end]
        if not self._often(row, position) or any(names.known(word) for word in run):
            return False
        after = end + 1
        if row.words[end:after] != (",",):
            return False
        stop = names.name_end(row, after)
        return stop - after >= _TWO or (stop > after and names.known(row.words[after]))

    def _titled(self, row: Sentence, at: int) -> bool:
        """Whether a title and a name begin at token `at`."""
        if row.words[at : at + 1] and row.words[at] in GELAR:
            return False
        title = names.title_end(row, at)
        return title > at and names.name_end(row, title) > title

    def _capitals(self, row: Sentence, at: int) -> int:
        """Return the end of the capitalised words from `at`, titles and offices left out."""
        end = at
        while end < len(row.tokens) and row.tokens[end].upper and end - at < _BODY:
            if names.title_end(row, end) > end or phrases("positions", "office").at(row.words, end):
                break
            end += 1
        return end

    def _body_named(self, row: Sentence, position: Position, end: int) -> bool:
        """Whether a run names the body, as `Ketua Gapoktan Sri Rejeki, Pak Darmo, menyerahkan`."""
        sure = position.placed or names.degrees_end(row, end) > end
        if sure or row.words[end : end + 1] != (",",):
            return False
        last = row.words[position.end - 1]
        proper = last in section("words", "thing") or bool(
            set(row.words[position.start : position.end]) & _PROPER
        )
        if names.known(row.words[position.end]) and not proper:
            return False
        title = names.title_end(row, end + 1)
        stop = self.name_end(row, title)
        after = names.degrees_end(row, stop)
        verb = row.words[after + 1 : after + 2]
        bare = stop - title == 1 and title == end + 1 and not names.known(row.words[title])
        if stop > title and proper and not bare and not self._upper(row, after):
            return True
        if stop == title or (bare and not (verb and says(verb[0]))):
            return False
        told = (
            proper
            or says(verb[0] if verb else "")
            or (title > end + 1 and self._goes(row, after + 1))
        )
        return row.words[after : after + 1] == (",",) and bool(verb) and told

    def _goes(self, row: Sentence, at: int) -> bool:
        """Whether the clause goes on at token `at`, not a list."""
        return not self._upper(row, at) and row.words[at : at + 1] not in {("dan",), ("serta",)}

    def _upper(self, row: Sentence, at: int) -> bool:
        return at < len(row.tokens) and row.tokens[at].upper

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
        if end - at == 1:
            alone = not names.known(row.words[at]) and (
                row.words[at] in self.told or self.places.is_place(row, at)
            )
            return replace(position, end=end, placed=True) if alone else position
        body = 0.0 if position.local else BODY
        least = body if row.tokens[at - 1].upper else SMALL
        stop = self.splits.place_end(row, at, end, least=least)
        return replace(position, end=stop, placed=True) if stop > at else position

    def fits(
        self, row: Sentence, start: int, end: int, position: Position, *, titled: bool
    ) -> bool:
        """Whether a run behind an office is a name: one unknown word may be anything."""
        if titled:
            return True
        numbered = end < len(row.words) and row.words[end][0].isdigit()
        if self.only_places(row, start, end) or numbered:
            return False
        if any(names.known(word) for word in row.words[start:end]):
            return True
        if _many(row, position, end):
            return False
        return end - start > 1 or (
            row.words[start] not in self.told and self._one(row, end, position)
        )

    def _one(self, row: Sentence, end: int, position: Position) -> bool:
        """Whether what is around one unknown word shows that it is a name."""
        following = row.words[end] if end < len(row.words) else "."
        longer = position.end - position.start > 1
        if following in {"lain", "lainnya"} or (following == "yang" and position.local):
            return False
        return (
            position.placed
            or following in GELAR
            or following in {",", "("}
            or (longer and not row.tokens[min(end, len(row.tokens) - 1)].upper)
            or (self._unlisted(row, position) and not self._upper(row, end))
        )

    def _unlisted(self, row: Sentence, position: Position) -> bool:
        """Whether no village or district has the name behind the office: `Sekdes` *Uji*."""
        return position.local and not self.places.is_place(row, position.end)

    def behind(self, row: Sentence, position: Position) -> Spans | None:
        """Read `Camat Kalianda, Eman Suheri, …`, `Ketua KPU (Ali Rido)`, `juri, yaitu …`."""
        at = self._skipped(row, position)
        if at + 1 >= len(row.words):
            return None
        mark = row.words[at]
        begin = at + 1
        if mark == "," and row.words[begin] in _NAMED:
            begin += 1
        elif mark not in _MARKS:
            return None
        if begin < len(row.words) and row.words[begin] in {"almarhum", "bapak", "ibu", "saudara"}:
            begin += not row.tokens[begin].upper
        if begin >= len(row.words):
            return None
        title = names.title_end(row, begin)
        end = self.name_end(row, title)
        told = self._told(row, position, mark, end)
        if end == title or not (told or self._closes(row, mark, begin, title, end)):
            return None
        if position.local and not row.tokens[position.start].upper:
            return None
        return (begin, title), (title, end)

    def _skipped(self, row: Sentence, position: Position) -> int:
        """Pass over what may stand between an office and the comma before its bearer."""
        words, at = row.words, position.end
        if at < len(words) and words[at] in {"asal", "dari", "di"}:
            stop = min(len(words), at + _AWAY)
            end = next((i for i in range(at, stop) if words[i] in {",", "."}), at)
            inside = row.tokens[at + 1 : end]
            return end if end > at and inside and all(self._proper(each) for each in inside) else at
        if words[at : at + 1] == ("yang",) and words[at + 1 : at + 2] and words[at + 1] in _STATES:
            at += 1  # `Bendesa yang baru, I Nengah Uji, …`
        elif at < len(words) and words[at] in _STATES:
            return at + 1
        end = at
        while end < min(len(words), at + _NOUNS) and (
            self._common(row, end) or self._body(row, end)
        ):
            end += 1
        return end if end > at and words[end : end + 1] == (",",) else at

    def _body(self, row: Sentence, at: int) -> bool:
        """Whether the short name of a body stands at token `at`."""
        text = row.tokens[at].text
        return text.isupper() and len(text) > _BRANCH and body_word(row.words[at])

    def _proper(self, token: Token) -> bool:
        return token.upper or not token.word or token.norm in section("organisations", "word")

    def _common(self, row: Sentence, at: int) -> bool:
        """Whether a small word is rather a noun than the verb of the sentence."""
        token = row.tokens[at]
        if token.upper or not token.word or token.norm in _NO_NOUN:
            return False
        return not (
            token.norm in section("speech", "say")
            or token.norm in section("speech", "there")
            or token.norm.startswith(("me", "di", "ber"))
        )

    def _closes(self, row: Sentence, mark: str, begin: int, title: int, end: int) -> bool:
        """Whether a name behind a comma is the bearer's, not the next in a list."""
        after = names.degrees_end(row, end)
        following = row.words[after] if after < len(row.words) else "."
        if mark == "(":
            sure = title > begin or end - title > 1 or names.known(row.words[title])
            return following == ")" and sure
        if self.places.end(row, title) >= end and title == begin:
            return False
        if title > begin or end - title > 1:
            return True
        if names.known(row.words[title]):
            return following in {",", ".", "(", ")", ";"} or not row.tokens[after].upper
        return following in {",", ".", "("}

    def _told(self, row: Sentence, position: Position, mark: str, end: int) -> bool:
        """Whether one unknown name speaks: `Ketua BKAG Kecamatan Uji, Ruslim menyebutkan`."""
        whole = row.tokens[position.start].upper and position.end - position.start > 1
        speaks = row.words[end : end + 1] and row.words[end] in section("speech", "say")
        return bool(whole and mark == "," and speaks)

    def only_places(self, row: Sentence, at: int, end: int) -> bool:
        """Whether a run is the name of a place and no person's."""
        if all(names.known(word) for word in row.words[at:end]):
            return False
        return self.places.end(row, at) >= end
