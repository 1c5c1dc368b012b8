"""Stage: draft, offices to their ends. What of a run behind an office belongs to it.

comes in: a position in a sentence, the gazetteer's places
goes out: the position with its whole name, and where the name behind it ends
"""

from collections.abc import Sequence

from msgspec.structs import replace

from digest.draft import name as names
from digest.draft import sight
from digest.draft.apposition import says
from digest.draft.form import reduplicated
from digest.draft.grammar import AS, FIRMS, POSTED, POSTS, THIS
from digest.draft.lexicon import phrases, section
from digest.draft.mention import NUMBERS
from digest.draft.place import COMPASS, Places
from digest.draft.position import Position
from digest.draft.society import society_end
from digest.draft.split import BODY, CUSTOM, SMALL, Splits
from digest.draft.token import Sentence

_PROPER = frozenset(
    "rsud rs universitas institut sma smk smp sd gapoktan poktan pt cv ud koperasi bumdes yayasan "
    "asosiasi ikatan persatuan perkumpulan himpunan forum lembaga aliansi ponpes pesantren masjid "
    "gereja gki hkbp kelompok komunitas sanggar paguyuban hotel gapoktanhut p3a gp3a ip3a hippa "
    "lmdh kth kwt lphd kud bumdesma pokdakan pokdarwis pokmaswas pokmas".split()
)
_BODY = 6  # no name of a body has more capitals in a row
_ARTICLES = ("al-", "an-", "ar-", "as-", "asy-", "at-", "ad-", "az-", "el-", "ath-", "ash-")
_HEADS = frozenset(
    "kadis kadin wakadis kaban kabag kabid kasi kasie kasubbag kasubag kasubbid kasubid kasubsi "
    "kasubdit kasat wakasat kanit panit kaur paur karo kadiv dirut dir kabiro sekdis "
    "seksi bidang bagian biro subbagian subbidang subseksi dinas badan direktorat divisi".split()
)
_PLURALS = frozenset("mahasiswa siswa pelajar santri alumni pengurus masyarakat pemuda".split())
_WORKS = frozenset("buku novel film lagu kitab sinetron album".split())
_GROUPS = frozenset("tani nelayan ternak kelompok komunitas paguyuban sanggar gapoktan".split())
_NAMELESS = frozenset("universitas institut politeknik yayasan hotel".split())
_LEADERS = frozenset(
    "rektor|wakil rektor|dirut|direktur utama|direktur|wakil direktur|presiden direktur|presdir|"
    "ceo|komisaris utama|dekan|ketua yayasan|general manager|gm|manajer|manager".split("|")
)
"""Who leads a firm or campus that is named behind the office."""
_FIRM = 3  # words of a firm's name; more are firm and bearer
_HELD = AS | POSTS
"""Before an office that somebody named elsewhere has."""
_HOURS = frozenset("pagi siang sore malam petang pon wage kliwon legi pahing".split())
"""What goes on with a day that is nobody's name."""
_TWO = 2  # parts that most names have
_RUN = 4  # an unknown run of capitals of more words is rather a body than a name


def many(row: Sentence, position: Position, end: int) -> bool:
    """Whether a small noun tells of many, whom a name does not name: `mahasiswa` *Uji Coba*."""
    start = position.start
    counted = start > 0 and row.words[start - 1] in NUMBERS
    plural = row.words[start] in _PLURALS and row.word(end) != ","
    plural = plural and (start > 0 or not sight.perhaps(row, position.end, end))
    small = not row.tokens[start].upper or (start == 0 and position.end == 1)
    return small and (counted or plural)  # `Pemuda` *Uji Hulu* `bersalaman`


def customary(position: Position) -> bool:
    """Whether an office is one of custom, with the name of a place or clan behind it."""
    return position.head in section("positions", "customary")


class Extent:
    """Tells how far offices and the names behind them go."""

    def __init__(self, places: Places, rows: Sequence[Sentence] = ()) -> None:
        """Keep the gazetteer, and the places that the article's `rows` announce."""
        self.places = places
        self.splits = Splits(places, rows)
        self.told = self.splits.told

    def widen(self, row: Sentence, position: Position) -> Position:
        """Take an unknown word for a place or body where a title or office shows it is none."""
        society = society_end(row, position)
        if society != position.end:
            return replace(position, end=society, local=False)
        return self._widened(row, position)

    def _widened(self, row: Sentence, position: Position) -> Position:
        at = position.end
        if names.title_end(row, at) > at:
            return replace(position, end=self._patron(row, position))
        end = self._short_of_haji(row, position, self._run(row, position))
        if not row.tokens[position.start].upper and not customary(position):
            if end > at and row.words[at - 1] in _GROUPS and self._body_named(row, position, end):
                return replace(position, end=end)
            return self._campus(row, position, end)
        stop = self._thing_or_place(row, position, end)
        if stop > at:
            return replace(position, end=stop, local=False)
        if position.placed and position.head in POSTED and row.word(at) == "dari":
            return self._from(row, position, at)
        return position if end == at else self._parted(row, position, end)

    def _run(self, row: Sentence, position: Position) -> int:
        """Return the end of a name behind an office, its village with it: *Sungai Uji Budi*."""
        at = position.end
        end = self.name_end(row, at, placed=position.placed)
        if end > at or not position.local or at >= len(row.words):
            return end
        after = at + 1
        if row.words[at] not in section("places", "opening") or not row.upper(after):
            return end
        stop = self.name_end(row, after)
        return stop if stop > after else end

    def name_end(self, row: Sentence, at: int, *, placed: bool = False) -> int:
        """Like `name_end`, but a regency or province behind the first two words ends the name.

        Unless the office before it has its place already.
        """
        end = self.short_of_place(row, at, names.name_end(row, at))
        if end == at:
            end = sight.seen(row, at)
        if end == at:
            end = self._born(row, at)
        if placed:
            return end if end > at else self._barred(row, at)
        for inner in range(at + _TWO, end):
            if self.places.is_regency(row.words[inner]) and not names.known(row.words[inner]):
                return inner
        return end

    def _born(self, row: Sentence, at: int) -> int:
        """Return the end of a name that begins with a day or month: `Camat Uji` *Jumat Contoh*."""
        after = at + 1
        if after >= len(row.words) or not row.tokens[at].text.istitle():
            return at
        word, following = row.words[at], row.words[after]
        dated = word in section("calendar", "weekday") or word in section("calendar", "month")
        if not dated or following in _HOURS or following[0].isdigit():
            return at
        end = names.name_end(row, after)
        return end if end > after and len(following) > _TWO else at

    def short_of_place(self, row: Sentence, at: int, end: int) -> int:
        """Return where a place begins whose name goes on behind `end`: `Uji Hulu` *Sungai*."""
        if not row.upper(end):
            return end
        return next((i for i in range(at, end) if self.places.end(row, i) > end), end)

    def only_places(self, row: Sentence, at: int, end: int) -> bool:
        """Whether a run is the name of a place and no person's."""
        if all(names.known(word) for word in row.words[at:end]) or sight.seen(row, at) == end:
            return False
        return self.places.end(row, at) >= end

    def _barred(self, row: Sentence, at: int) -> int:
        """Return the end of a name whose first word is seldom one: `KPU Kaur` *Mari Contoh*."""
        after = at + 1
        if after >= len(row.words) or not row.tokens[at].upper or not names.known(row.words[after]):
            return at
        return names.name_end(row, after) if names.seldom(row, at) else at

    def _short_of_haji(self, row: Sentence, position: Position, end: int) -> int:
        """Return where `H.` begins a name behind an unknown body or village: `BBPP Uji` *H.*."""
        at = position.end
        village = position.head.split()[-1] in section("positions", "local") or position.local
        for inner in range(at + 1, end - 1):
            if self._initials(row, at, inner):
                return inner
            if names.known(row.words[inner - 1]) and (row.words[inner] == "h" or not village):
                return end
            follows = names.known(row.words[inner + 1])
            sure = follows or village or row.tokens[at - 1].text.isupper()
            if (row.words[inner] == "h" and sure) or (row.words[inner] in {"i", "ni"} and follows):
                return inner
        return end

    def _initials(self, row: Sentence, at: int, end: int) -> bool:
        """Whether initials part a thing's one word from a name: `Universitas Uji` *M.J. Coba*."""
        if end - at != 1 or end >= len(row.tokens) or "." not in row.tokens[end].text.rstrip("."):
            return False
        return row.words[at - 1] in section("words", "thing") or row.words[at - 1] in _NAMELESS

    def _thing_or_place(self, row: Sentence, position: Position, end: int) -> int:
        """Return the end of a thing, or of a place that cannot be a name, behind an office."""
        at = position.end
        if position.local and end > at and self._compass(row, end):
            return end + 1
        run = self._capitals(row, at)
        if position.local and run > at and reduplicated(row.words[at]):
            return at + 1  # `Kepala Desa` *Uji-Uji*
        owned = self._owned(row, position, run)
        if owned > at or end > at or not position.local:
            return owned
        stop = self.places.named(row, at)
        if self._titled(row, run) and not any(map(names.known, row.words[stop:run])):
            return run  # `Kepala Dusun Karang Uji` *H.* `Budi`
        return run if stop == at and row.word(run) == "," else stop

    def _parted(self, row: Sentence, position: Position, end: int) -> Position:
        """Part a run behind an office into what belongs to the office and the name."""
        at = position.end
        titled = position.local and row.word(end) == "," and self._titled(row, end + 1)
        balinese = row.word(end) in {"i", "ni"} and row.tokens[end].upper
        titled = titled or balinese or self._titled(row, end) or self._initials(row, at, end)
        if titled or self._village(row, position, end):
            return replace(position, end=end, local=False)
        if end < len(row.words) and row.words[end] == "dari" and position.local:
            return self._from(row, position, end)
        more = at + 1 if self._lacking(row, position, end) else self._more(row, at, end)
        if more not in {at, end}:
            return replace(position, end=more, local=False)
        if self.often(row, position):
            return self._local(row, position, end)
        return position

    def often(self, row: Sentence, position: Position) -> bool:
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
        if last in FIRMS:
            return run if run - at <= _FIRM else run - 2  # most bearers have two names
        named = last in _WORKS or self._body_named(row, position, run)
        if run > at and (named or self._led(row, position, run)):
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

    def _led(self, row: Sentence, position: Position, run: int) -> bool:
        """Whether one unknown word before a comma is a firm or campus: `Rektor` *Uji*`, Dr. Budi`.

        A title and a name follow, or the next office of a list.
        """
        at, after = position.end, run + 1
        bare = at - position.start == len(position.head.split()) and position.head in _LEADERS
        bare = bare and self._lone(row, at, run)
        if not bare or sight.seen(row, at) == run:
            return False
        return self._titled(row, after) or bool(phrases("positions", "office").at(row.words, after))

    def _lone(self, row: Sentence, at: int, run: int) -> bool:
        """Whether one unknown word before a comma names the thing before it."""
        alone = run - at == 1 and row.word(run) == ","
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
        return end if named and not row.upper(stop) else at

    def _campus(self, row: Sentence, position: Position, end: int) -> Position:
        """Take a word for the name of the college before it: `dosen Universitas` *Uji*."""
        at = position.end
        thing = row.words[at - 1] in section("words", "thing")
        alone = end - at == 1 and row.words[at - 1] in _NAMELESS
        several = row.words[position.start] in _PLURALS or many(row, position, end)
        several = several or (end > at and row.words[at].endswith("ul"))
        alone = alone or (end > at and thing and several)
        alone = alone or (end > at and row.words[at - 1] in _WORKS)
        return replace(position, end=end) if alone else position

    def _village(self, row: Sentence, position: Position, end: int) -> bool:
        """Whether a run before a comma and a known name is a place: `Keuchik Uji, Razali`."""
        run = row.words[position.end : end]
        after = end + 1
        named = names.some_known(run) and not self._listed(row, position, end)
        if not self.often(row, position) or named:
            return False
        if row.words[end:after] != (",",) or names.degrees_end(row, end) > end:
            return False
        stop = names.name_end(row, after)
        if stop == after:
            return False
        return stop - after >= _TWO or names.known(row.words[after])

    def _listed(self, row: Sentence, position: Position, end: int) -> bool:
        """Whether a run is a village of the gazetteer: `Ketua LMK` *Uji Muara*`, Budi Contoh`."""
        return end - position.end > 1 and self.places.named(row, position.end) == end

    def _titled(self, row: Sentence, at: int) -> bool:
        """Whether a title and a name begin at token `at`."""
        if row.words[at : at + 1] and row.words[at] in names.INHERITED:
            return False
        title = names.title_end(row, at)
        return title > at and names.name_end(row, title) > title

    def _capitals(self, row: Sentence, at: int) -> int:
        """Return the end of the capitalised words from `at`, titles and offices left out."""
        end = at
        while row.upper(end) and end - at < _BODY:
            if names.title_end(row, end) > end or phrases("positions", "office").at(row.words, end):
                break
            end += 1
        return end

    def _body_named(self, row: Sentence, position: Position, end: int) -> bool:
        """Whether a run names the body, as `Ketua Gapoktan Sri Rejeki, Pak Darmo, menyerahkan`."""
        sure = position.placed or names.degrees_end(row, end) > end
        if sure or row.word(end) != ",":
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
        if stop > title and proper and not bare and not row.upper(after):
            return True
        if stop == title or (bare and not (verb and says(verb[0]))):
            return False
        told = proper or says(verb[0] if verb else "")
        return row.word(after) == "," and bool(verb) and told

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
        if not row.upper(end) or end - at > _RUN:
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
        at, before = position.end, row.words[max(0, position.start - 1) : position.start]
        if end - at == 1:
            pointed = row.words[end : end + 1] and row.words[end] in THIS
            alone = not names.known(row.words[at]) and (
                customary(position)
                or pointed
                or (before and before[0] in _HELD)
                or row.words[at] in self.told
                or self.places.is_place(row, at)
            )
            return replace(position, end=end, placed=True) if alone else position
        body = 0.0 if position.local else BODY
        if (
            row.words[end : end + 1]
            and row.words[end] in THIS
            and not any(map(names.known, row.words[at:end]))
        ):
            return replace(position, end=end, placed=True)  # `Raja Uji Coba` *itu*
        least = body if row.tokens[at - 1].upper or customary(position) else SMALL
        least = max(least, CUSTOM * customary(position))
        if customary(position) and at - position.start > len(position.head.split()):
            least = BODY  # `Kepala Suku Besar Uji` *Budi Contoh*
        stop = self.splits.place_end(row, at, end, least=least)
        return replace(position, end=stop, placed=True) if stop > at else position
