"""Stage: draft, offices to the end of their own complements. What body, subject, place it is of.

comes in: the tokens behind an office's own words, the gazetteer
goes out: where they end: `Ketua` *KPU Kabupaten Uji*, `Kasi` *Humas Polres Uji*
"""

from collections.abc import Mapping

from digest.draft import name as names
from digest.draft import noble
from digest.draft.alias import campus_end, shortened_end
from digest.draft.form import bodily
from digest.draft.grammar import ROMAN
from digest.draft.lexicon import Phrases, phrases, section
from digest.draft.place import COMPASS, Places
from digest.draft.shape import hamlet_end
from digest.draft.token import Sentence

_LETTERED = frozenset(
    "komisi kelas zona wilayah seksi grup danki kompi danton peleton danyon wadanyon batalyon "
    "yon".split()
)  # `Komisi B`
_AFTER = frozenset(
    "terpilih setempat demisioner nonaktif definitif senior muda pertama kedua ketiga".split()
)
_UNITS = frozenset(
    "koramil kodim korem kodam yonif batalyon kompi danramil dandim danyon dansat radar satrad "
    "babinsa danrem danki brigif".split()
)
PARTS = frozenset("divisi bidang bagian seksi urusan".split())
"""Parts of a body whose subject may be a list."""
_DISTRICT = frozenset(
    "camat sekcam kapolsek wakapolsek danramil polsek koramil posramil ppk panwascam panwaslucam "
    "panwaslu puskesmas kua kecamatan mwcnu pac korcam korwil muspika forkopimcam lurah kelurahan "
    "uptd upt apdesi papdesi pkk bkm smpn sman smkn sdn negeri raya nahdlatul ulama batuud agung "
    "babinsa bhabinkamtibmas bhabin ppl desa tagana karang taruna bumdesma gapoktan kwarran pgri "
    "poktan dapil".split()
)
_SCHOOLS = frozenset("negeri sdn smpn sman smkn mtsn man min sma smp smk sd tk kua".split())
_RURAL = frozenset(
    "masyarakat pemerintahan pemberdayaan aset keuangan dana pembangunan administrasi kelembagaan "
    "ekonomi perangkat aparatur lembaga kerja kewenangan perencanaan bina dan".split()
)
"""What `Desa` may follow in the name of an agency's subject."""
_CARED = frozenset("koperasi kampung nagari gampong".split())
"""What a body begins with, and what an agency may care for as well."""
_QUOTES = frozenset("\"“”'‘’")
_LISTED = frozenset("provinsi propinsi kabupaten kota kecamatan distrik".split())
"""What stands before places that the gazetteer has all."""
_FATHERS = 2  # letters of short names
_HAJI = frozenset({"h", "hj", "hi"})
_FAR = 4  # words of a place the gazetteer lacks, before its compass point
_SHORT = 3  # letters of a word that a full stop shortens: `Kab.`
_ABBREVIATION = 7
_RUN = 6  # unknown words between an office and a rank


def _titles() -> Phrases:
    return phrases("titles", "rank", "honorific")


class Complements:
    """Reads on behind an office's own words: bodies, subjects, places, numbers."""

    def __init__(self, sentence: Sentence, places: Places, *, small: bool, listing: bool) -> None:
        """Keep the sentence; `small` and `listing` tell of an office in small letters."""
        self.sentence = sentence
        self.places = places
        self.small = small
        self.listing = listing
        self.placed = self.parted = False

    def end(self, at: int) -> int:
        """Return the end of the complements that begin at token `at`."""
        first = at
        while at < len(self.sentence.words):
            end = self._step(at, first)
            if end == at:
                break
            at = end
        return at

    def _step(self, at: int, first: int) -> int:  # noqa: C901, PLR0911 - one branch a rule
        sentence, words = self.sentence, self.sentence.words
        token = sentence.tokens[at]
        if names.title_end(sentence, at) > at or noble.begins(sentence, at):
            return at
        if token.text in _QUOTES:
            return self._quoted(at)
        whole = shortened_end(sentence, first, at) or self._ranked(at)
        if whole > at:
            return whole
        if not token.upper and token.word:
            trailing = self._trailing(at, first)
            if trailing > at:
                return trailing
        if words[at] in PARTS and at > first:
            self.small = self.listing = self.parted = (
                True  # `Komisioner KPU Uji divisi hukum dan …`
            )
            return at + 1
        if words[at] in {"dan", "&", ",", "/"}:
            return self._numbered(at) or self._joined(at)
        if words[at] == "(":
            return self._bracket(at)
        if (
            words[at] == "."
            and sentence.tokens[at - 1].end == token.start
            and len(words[at - 1]) <= _SHORT
            and words[at - 1].isalpha()
        ):
            return at + 1
        if at > first and self._office(at):
            return at
        if at == first and self._office(at) and token.upper:
            match = phrases("positions", "office").at(words, at)
            return at + (match.length if match else 0)
        if token.text[0].isdigit():
            return at + 1 if at + 1 < len(words) or at > first else at
        return self._body(at)

    def _trailing(self, at: int, first: int) -> int:
        """Take in small words that belong to an office: `terpilih`, `asal Bengkulu`, `jajaran`."""
        words = self.sentence.words
        if words[at] in _AFTER:
            return at + 1  # `Ketua MUI Pangandaran terpilih`
        if at + 1 >= len(words):
            return at
        if (end := hamlet_end(self.sentence, at)) > at:
            return end
        if words[at] == "asal" and at > first:
            end = self.places.end(self.sentence, at + 1)
            return end if end > at + 1 else at
        if words[at] == "jajaran" and phrases("organisations", "head").at(words, at + 1):
            return at + 1
        return at

    def _quoted(self, at: int) -> int:
        """Take in a name in quotation marks: `Ketua Karang Taruna "Bina Remaja"`."""
        tokens = self.sentence.tokens
        for end in range(at + 2, min(at + 7, len(tokens) - 1)):
            if tokens[end].text in _QUOTES:
                inside = tokens[at + 1 : end]
                return end + 1 if all(each.upper for each in inside) else at
        return at

    def _ranked(self, at: int) -> int:
        """Take in whatever stands before a rank: `Kasat Lantas AKP`, `Kapolsek Uji Coba Iptu`."""
        row, end = self.sentence.tokens, at
        while end < min(len(row), at + _RUN) and self._unknown(end):
            end += 1
            match = _titles().at(self.sentence.words, end) if end < len(row) else None
            if (
                match
                and len(match.phrase) > 1
                and match.phrase not in names.INHERITED
                and not self._office(end)
                and names.title_end(self.sentence, end) > end
            ):
                return end
        return at

    def _unknown(self, at: int) -> bool:
        """Whether a capital or a number that is no name stands at token `at`."""
        token = self.sentence.tokens[at]
        return token.text[0].isdigit() or (token.upper and not names.known(token.norm))

    def _office(self, at: int) -> bool:
        match = phrases("positions", "office").at(self.sentence.words, at)
        return match is not None and not self._is_body(at)

    def _is_body(self, at: int) -> bool:
        return self.sentence.words[at] in section("organisations", "word") and (
            self.sentence.words[at] not in {"kepala", "guru"}
        )

    def _body(self, at: int) -> int:  # noqa: C901, PLR0911, PLR0912 - one branch a rule
        sentence, words, token = self.sentence, self.sentence.words, self.sentence.tokens[at]
        if not token.upper and not (self.small and (self._word(at) or self._common(at))):
            return self._small_body(at)
        if "." in token.text.rstrip(".") or (token.text[-1] == "." and self._fathers(at)):
            return at  # `Ketua Pengadilan Negeri R.A Uji`, `Hakim Ketua HK. Uji`
        campus = campus_end(words, at)
        if campus > at:
            return campus
        if words[at] in section("organisations", "place-word"):
            if self._rural(at):
                return at + 1
            self_end = self.places.named(sentence, at + 1)
            if self_end == at + 1:
                self_end = self._unknown_place(at + 1)
            if self_end > at + 1:
                self.placed = True
                return self._whole(at + 1, self_end)
        local = self._local(at)
        end = (self.places.named if local else self.places.end)(sentence, at)
        fits = local or self._wide(at, end) or names.title_end(sentence, end) > end
        if end > at and fits and not self.placed and not self._rather_name(at, end):
            self.placed = True
            return self._whole(at, end) if self._village(at) else end + self._pointed(end)
        unit = words[at].partition("/")
        if unit[1] and (unit[0] in ROMAN or token.text.isupper() or unit[0].isdigit()):
            return at + 1  # `Kodam XVII/Cenderawasih`
        match = phrases("organisations", "head", "word").at(words, at)
        if match and not (names.known(words[at]) and self.placed):
            return at + match.length
        if names.balinese(sentence, at):
            return at
        if (names.noun(words[at]) or bodily(words[at])) and not names.known(words[at]):
            return at + 1
        numbered = words[at - 1] in ROMAN and words[at - 2] in _LETTERED  # `Kelas I` *B*
        lettered = (words[at - 1] in _LETTERED or numbered) and len(words[at]) == 1
        lettered = lettered or (words[at - 1] == "kelas" and token.text.isupper())  # `Kelas IB`
        if lettered or self._thing(at) or self._unit_town(at):
            return at + 1
        if words[at] in ROMAN or (token.text.isupper() and self._short(at)):
            return at + 1
        return at

    def _fathers(self, at: int) -> bool:
        """Whether two capitals at token `at` shorten names: `HK.` `Contoh`."""
        text = self.sentence.tokens[at].text.rstrip(".")
        firm = self.sentence.words[at] in section("organisations", "head")  # `PT.`
        return len(text) == _FATHERS and text.isupper() and not firm

    def _rural(self, at: int) -> bool:
        """Whether `Desa` ends what an agency cares for: `Dinas Pemberdayaan Masyarakat` *Desa*."""
        words, after = self.sentence.words, at + 1
        if words[at] != "desa" or words[at - 1] not in _RURAL or after >= len(words):
            return False
        return self.places.named(self.sentence, after) == after or names.known(words[after])

    def _village(self, at: int) -> bool:
        """Whether an office that each village has stands before token `at`: `Kades` *Batu Uji*."""
        return self.sentence.words[at - 1] in section("positions", "local")

    def _whole(self, at: int, end: int) -> int:
        """Return the end of a place that goes on: `Kampung Batu` *Uji* `Budi`, `Kumpeh` *Ilir*."""
        row, words = self.sentence.tokens, self.sentence.words
        opening = end - at == 1 and words[at] in section("places", "opening")
        if not opening or end >= len(row) or not row[end].text.istitle() or names.known(words[end]):
            return end + self._pointed(end)
        after = end + 1
        follows = after < len(row) and (row[after].upper or words[after] in {",", "("})
        return after if follows else end

    def _pointed(self, at: int) -> bool:
        """Whether a compass point that the gazetteer lacks ends a place: `Polsek Kumpeh` *Ilir*."""
        words = self.sentence.words
        if at >= len(words) or not self.sentence.tokens[at].upper or names.known(words[at]):
            return False
        return words[at] in COMPASS and words[at] not in ROMAN

    def _common(self, at: int) -> bool:
        """Whether a small word is a body without a name: `pengurus` *posyandu*."""
        word = self.sentence.words[at]
        return len(word) > _SHORT and word in section("organisations", "head")

    def _thing(self, at: int) -> bool:
        """Whether a word that is nobody's name goes on with a body: `Komunitas` *Sepeda* `Uji`."""
        word, tokens = self.sentence.words[at], self.sentence.tokens
        barred = word in section("words", "never") and not names.known(word)
        if self.placed and names.known(" ".join(self.sentence.words[at + 1 : at + 2])):
            return False  # `Ketua KPU Kaur` *Mari* `Contoh`
        dated = word in section("calendar", "weekday") or word in section("calendar", "month")
        return barred and not dated and tokens[at - 1].upper and tokens[at].upper

    def _small_body(self, at: int) -> int:
        """Take in a body in small letters whose name follows: `kelompok tani Harapan Maju`."""
        words, end = self.sentence.words, at
        while end < min(len(words), at + 3) and not self.sentence.tokens[end].upper:
            match = phrases("organisations", "head", "word").at(words, end)
            if match is None or words[end] in {"dan", "kota", "desa"}:
                return at
            end += match.length
        return end if end > at and end < len(words) and self.sentence.tokens[end].upper else at

    def _unit_town(self, at: int) -> bool:
        """Whether the unknown word behind a unit's number names its town: `Koramil 02 Nglames`."""
        words = self.sentence.words
        if at < 2 or self.placed or not words[at - 1][0].isdigit():  # noqa: PLR2004 - a unit and its number
            return False
        if words[at - 2] not in _UNITS or names.known(words[at]):
            return False
        self.placed = True
        return True

    def _wide(self, at: int, end: int) -> bool:
        """Whether the place is a regency or province, and no mere district."""
        return self.places.is_regency(" ".join(self.sentence.words[at:end]))

    def _local(self, at: int) -> bool:
        """Whether what stands before a place has one in each district: `Kapolsek`, `PPK`."""
        words = self.sentence.words
        numbered = at > 1 and (words[at - 1][0].isdigit() or words[at - 1] in ROMAN)
        return words[at - 1] in _DISTRICT or (numbered and words[at - 2] in _SCHOOLS)

    def _rather_name(self, at: int, end: int) -> bool:
        """Whether a place's name of one word is rather the beginning of a person's."""
        words = self.sentence.words
        if end - at == 1 and self.places.only_village(self.sentence, at, end):
            after = end + 1  # `Camat Poco` *Uji* `Budi Contoh`
            follows = words[after : after + 1]
            return bool(follows) and names.known(follows[0]) and not names.known(words[end])
        if end - at > 1 or not names.known(words[at]):
            return False
        return not self.places.is_regency(words[at])

    def _short(self, at: int) -> bool:
        word = self.sentence.words[at]
        following = self.sentence.words[at + 1 : at + 2]
        text = self.sentence.tokens[at].text
        if "." in text.rstrip("."):
            return False  # `Ketua R.A Uji`
        fathers = len(text) == _FATHERS
        if following and fathers and names.known(following[0]):
            return False  # `Sekretaris Daerah LM Uji`
        if following and names.known(following[0]) and self.sentence.tokens[at + 1].text.isupper():
            return False  # `Camat ALFI RAMADHAN`
        pieces = word.split("-")  # `LBH-PWRI`
        short = all(1 < len(each) <= _ABBREVIATION and each.isalnum() for each in pieces)
        return short and not names.known(word)

    def _word(self, at: int) -> bool:
        return self.sentence.words[at] in section("organisations", "word")

    def _unknown_place(self, at: int) -> int:
        """Take one word, and a compass point behind it, for a place the gazetteer lacks."""
        row, words = self.sentence.tokens, self.sentence.words
        if at >= len(row) or not row[at].upper or names.title_end(self.sentence, at) > at:
            return at
        if phrases("organisations", "head").at(words, at) or not row[at - 1].upper:
            return at
        if words[at - 1] in _LISTED and self._called(at):
            return at  # `Ketua PKK Provinsi` *Uji Contoh*
        initials = len(words[at]) == 1 or "." in row[at].text.rstrip(".")
        if words[at] in ROMAN or initials or self._word(at) or self._month(at):
            return at  # `Asisten Daerah II`, `Pendamping Desa T. Uji`, `Lingkungan Hidup`
        for end in range(at + 1, min(at + _FAR, len(row))):
            if row[end].upper and words[end] in COMPASS:
                return end + 1  # `Nagari Uji Aia Barat`
            if not row[end].upper or names.known(words[end]):
                break
        return at + 1 + self._pair(at)

    def _called(self, at: int) -> bool:
        """Whether a name begins at token `at`, or two words there are one."""
        pair = self.sentence.capitals(at) == at + _FATHERS
        return any(map(names.known, self.sentence.words[at : at + 1 + pair]))

    def _month(self, at: int) -> bool:
        """Whether a month begins a name of two words: `Dinas PUPR Provinsi` *Juni* `Contoh`."""
        follows = any(each.upper for each in self.sentence.tokens[at + 1 : at + 2])
        named = follows and self.sentence.words[at] in section("calendar", "month")
        self.placed = self.placed or named
        return named

    def _pair(self, at: int) -> bool:
        """Whether two unknown words behind `Desa` name it: `Kelurahan Perahu` *Uji* `menggelar`."""
        row, end, before = self.sentence.tokens, at + 1, self.sentence.words[at - 1]
        listed = before in section("places", "village") or before in section("places", "district")
        if not listed or end >= len(row):
            return False
        alone = end + 1 >= len(row) or not row[end + 1].upper
        alone = alone or self.sentence.words[end + 1] in _HAJI  # `Dusun Uji Coba` *H.* `Budi`
        known = names.known(row[at].norm) or not names.is_part(self.sentence, end)
        return alone and row[end].upper and not known and not names.known(row[end].norm)

    def _numbered(self, at: int) -> int:
        """Go on behind a stroke within a unit's number: `Denpom IX`*/1*; 0 if there is none."""
        row, after = self.sentence.tokens, at + 1
        before = self.sentence.words[at - 1]
        number = self.sentence.words[at] == "/" and before in ROMAN
        if self.sentence.words[at] == "/" and before.isdigit() and after < len(row):
            return after if row[after].upper else 0  # `Ketua RT 5/ RW 4`
        return after + 1 if number and after < len(row) and row[after].text[0].isdigit() else 0

    def _joined(self, at: int) -> int:
        """Go on behind `dan` or a comma if a subject follows, not another office or body."""
        words, after = self.sentence.words, at + 1
        if after >= len(words) or self._office(after):
            return at
        if words[at] == "," and words[after] == "dan":
            if self.listing and not self.parted:
                return at  # `Budi, petani, dan warga`
            after += 1
        if after >= len(words) or not self._subject(after) or self._office(after):
            return at
        if self._named(after):
            return at  # `Dinas Pariwisata, Anak Agung Uji`, `pelatih silat, Lalu Uji`
        if (self.placed and not self.listing) or not (
            self.listing or self.sentence.tokens[after].upper
        ):
            return at
        return after

    def _named(self, at: int) -> bool:
        """Whether a known part of names and another word with a capital stand at token `at`."""
        row, after = self.sentence.tokens, at + 1
        if after >= len(row) or not names.known(row[at].norm):
            return False
        return names.known(row[after].norm) or (
            row[at].upper and row[after].upper and not self._word(after)
        )

    def _short_form(self, at: int, close: int) -> bool:
        """Whether a place behind the bracket shows that a body is in it: `(Diskan Uji) Kab.`."""
        tokens, words, after = self.sentence.tokens, self.sentence.words, close + 1
        if after >= len(words) or not all(each.upper for each in tokens[at:close]):
            return False
        placed = words[after] in section("organisations", "place-word") and tokens[after].upper
        placed = placed or self.places.is_regency(words[after])
        return placed and not names.some_known(words[at:close])

    def _subject(self, at: int) -> bool:
        """Whether what an agency cares for begins at token `at`."""
        match = phrases("organisations", "word").at(self.sentence.words, at)
        return match is not None or self.sentence.words[at] in _CARED

    def _bracket(self, at: int) -> int:
        """Take in a short form in brackets: `(Bawaslu)`, `(Wakapolres)`."""
        words = self.sentence.words
        close = next((i for i in range(at + 1, min(at + 5, len(words))) if words[i] == ")"), at)
        inner = words[at + 1 : close]
        if not inner or not self.sentence.tokens[at + 1].upper:
            return at
        known: tuple[Mapping[str, str], ...] = (
            section("organisations", "head"),
            section("positions", "office"),
            section("positions", "prefix"),
        )
        fits = any(inner[0] in words_ or " ".join(inner) in words_ for words_ in known)
        fits = fits or bodily(inner[0]) or self._short_form(at + 1, close)
        short = len(inner) == 1 and self.sentence.tokens[at + 1].text.isupper()
        area = self.placed and bool(self.places.codes(" ".join(inner)))  # `Bupati Uji (Uj)`
        return close + 1 if fits or short or area else at
