"""Stage: draft, offices to bearers. Whose an office is: behind it, behind a comma, in brackets.

comes in: a position in a sentence, the gazetteer's places
goes out: whether a run behind it is a name, and the tokens of title and name further on
"""

from digest.draft import name as names
from digest.draft.apposition import body_word
from digest.draft.credit import does, plain
from digest.draft.extent import Extent, many
from digest.draft.form import verb
from digest.draft.grammar import JOINTS, LATE, NAMELY
from digest.draft.lexicon import phrases, section
from digest.draft.position import Position
from digest.draft.token import Sentence, Token

_NAMED = NAMELY | {"bernama"}
_MARKS = frozenset(", ( : – — - atas bernama ialah adalah seperti".split())
_BRANCH = 2  # letters of what is rather a branch than a short form
_ROOM = 3  # tokens of the room before an office: `ruang rapat`
_NOUNS = 3  # small words between an office and the comma before its bearer: `Narasumber kedua,`
_AWAY = 10  # tokens of a place or body between: `Petani asal Desa Sukamaju,`
_DWELLERS = frozenset("warga masyarakat penduduk pimpinan utusan pendiri".split())
_STATES = frozenset(
    "baru lama terpilih setempat terdahulu sebelumnya sekarang definitif itu".split()
)
_SERVING = frozenset(
    "asisten|sekda|sekretaris daerah|sekdakab|sekdako|sekdaprov|asda|sekwan|wapres".split("|")
)
"""Offices of a government behind which nothing but their bearer stands."""
_WORSHIP = frozenset(
    "gereja katedral kapel paroki stasi jemaat pura vihara wihara klenteng kelenteng masjid mesjid "
    "musala musholla mushola langgar surau meunasah pesantren ponpes dayah seminari biara".split()
)
"""Houses that a name in one unknown word is rather theirs than a person's."""
_NO_NOUN = frozenset("yang untuk dengan ini itu serta dan atau juga akan telah agar pun".split())
Spans = tuple[tuple[int, int], tuple[int, int]]
"""Tokens of a title and of a name."""


class Bearer(Extent):
    """Finds the bearers of offices."""

    def fits(
        self, row: Sentence, start: int, end: int, position: Position, *, titled: bool
    ) -> bool:
        """Whether a run behind an office is a name: one unknown word may be anything."""
        if titled:
            return True
        words = row.words[start:end]
        if self._thing(row, start, end, position) or self.seat(row, start, end, position):
            return False
        if names.some_known(words):
            return True
        if many(row, position, end) or position.head in _DWELLERS:
            return False  # `warga` *Uji Hulu*
        return end - start > 1 or (
            row.words[start] not in self.told and self._one(row, end, position)
        )

    def _thing(self, row: Sentence, start: int, end: int, position: Position) -> bool:
        """Whether a run behind an office is a place, is of plain words, or names a group."""
        numbered = end < len(row.words) and row.words[end][0].isdigit()
        words, before = row.words[start:end], row.words[position.end - 1]
        group = before in section("words", "thing") or before == "tani"
        if group and plain(words[0]):
            return True  # `anggota Kelompok Tani` *Maju Karya*
        if before in _WORSHIP and row.tokens[position.end - 1].upper:
            saint = words[0] in section("words", "thing")
            if saint or end - start == 1 or not names.known(words[0]):
                return True  # `Jemaat Gereja` *Eben Uji*
        return numbered or self.only_places(row, start, end) or all(plain(word) for word in words)

    def seat(self, row: Sentence, start: int, end: int, position: Position) -> bool:
        """Whether a run tells where a room or body is: `Aula Camat Uji` *Pasar Coba*."""
        if any(self.places.end(row, at) == end > at + 1 for at in range(start + 1, end - 1)):
            return True
        if names.some_known(row.words[start:end]):
            return False
        house = phrases("venues", "site", "house").ending(row.words, position.start, _ROOM)
        return position.placed and house is not None

    def _one(self, row: Sentence, end: int, position: Position) -> bool:
        """Whether what is around one unknown word shows that it is a name."""
        following = row.word(end) or "."
        longer = position.end - position.start > 1
        if following in {"lain", "lainnya"} or (following == "yang" and position.local):
            return False
        return (
            position.placed
            or following in names.INHERITED
            or following in {",", "("}
            or (longer and not row.tokens[min(end, len(row.tokens) - 1)].upper)
            or (self._unlisted(row, position) and not row.upper(end))
            or row.words[end - 1] in self.splits.quoted
            or (self._governs(row, position) and not row.upper(end))
        )

    def _governs(self, row: Sentence, position: Position) -> bool:
        """Whether an office of a government stands before one unlisted word: `Asisten` *Uji*."""
        at = position.end
        held = position.office.startswith("Pemerintah") or position.head in _SERVING
        own = held and row.tokens[position.start].upper and row.tokens[at].text.istitle()
        return own and not self.places.is_place(row, at)

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
        elif mark not in _MARKS and not (
            self._is(row, at, position) or self._enclosed(row, at, position)
        ):
            return None
        if begin < len(row.words) and row.words[begin] in LATE | {"bapak", "ibu", "saudara"}:
            begin += not row.tokens[begin].upper
        if begin >= len(row.words):
            return None
        title = names.title_end(row, begin)
        end = self.name_end(row, title)
        told = self._told(row, position, mark, end)
        if end == title or not (told or self._closes(row, mark, begin, title, end)):
            return None
        if position.local and not row.tokens[position.start].upper and mark != "bernama":
            return None
        return (begin, title), (title, end)

    def _enclosed(self, row: Sentence, at: int, position: Position) -> bool:
        """Whether an office in brackets stands before a title: `Kepolisian (Kapolda)` *Irjen*."""
        before = row.words[max(0, position.start - 1) : position.start]
        return (*before, row.words[at]) == ("(", ")") and names.title_end(row, at + 1) > at + 1

    def _is(self, row: Sentence, at: int, position: Position) -> bool:
        """Whether one name is said to be the bearer's: `Kapolres` *yaitu* `AKBP Budi`, no list."""
        if row.words[at] not in _NAMED or many(row, position, at):
            return False
        end = self.name_end(row, names.title_end(row, at + 1))
        return row.word(names.degrees_end(row, end)) not in JOINTS

    def _skipped(self, row: Sentence, position: Position) -> int:
        """Pass over what may stand between an office and the comma before its bearer."""
        words, at = row.words, position.end
        if at < len(words) and words[at] in {"asal", "dari", "di", "untuk", "pada"}:
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
            or verb(token.norm)
        )

    def _closes(self, row: Sentence, mark: str, begin: int, title: int, end: int) -> bool:
        """Whether a name behind a comma is the bearer's, not the next in a list."""
        after = names.degrees_end(row, end)
        following = row.word(after) or "."
        if mark == "(":
            sure = title > begin or end - title > 1 or names.known(row.words[title])
            return following == ")" and sure
        if self.places.end(row, title) >= end and title == begin:
            return False
        if title > begin or end - title > 1 or following.rstrip(".") in names.INHERITED:
            return True
        if names.known(row.words[title]):
            return following in {",", ".", "(", ")", ";"} or not row.tokens[after].upper
        return following in {",", ".", "("}

    def _told(self, row: Sentence, position: Position, mark: str, end: int) -> bool:
        """Whether one unknown name acts: `Ketua BKAG Uji, Ruslim menyebutkan`, `secara resmi`."""
        whole = row.tokens[position.start].upper and position.end - position.start > 1
        if not whole or mark != ",":
            return False
        speaks = row.words[end : end + 1] and row.words[end] in section("speech", "say")
        after = names.degrees_end(row, end)
        begin = position.end + 1
        close = row.words[begin - 1] == "," and names.degrees_end(row, begin) == begin
        acts = close and (after > end or does(row, after))
        return bool(speaks) or (acts and not self.only_places(row, begin, end))
