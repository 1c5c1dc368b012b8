"""Stage: draft, tokens to places. Names of regencies, provinces, districts, villages.

comes in: the tokens of a sentence, the gazetteer
goes out: `Places`, which tells where the name of a place ends and what it may mean
"""

from collections.abc import Mapping
from functools import cached_property

from digest.draft.lexicon import fold, section
from digest.draft.name import title_end
from digest.draft.token import Sentence
from digest.regency import Gazetteer, Regency, districts, village_codes

COMPASS = frozenset(
    "barat timur utara selatan tengah raya baru lama kota hulu hilir ilir ulu udik dalam luar atas "
    "bawah darat laut pesisir seberang kidul lor wetan kulon satu "
    "dua tiga empat lima i ii iii iv v".split()
)
"""What ends the name of a village or district."""
_OF_DISTRICTS = frozenset(
    "camat sekcam kapolsek wakapolsek danramil wadanramil danposramil polsek koramil kecamatan "
    "distrik kapanewon panewu kua ppk panwascam panwaslucam".split()
)
"""What stands before the name of a district, seldom before a village's."""
_TIGHT = 7  # shorter names without blanks may be other words
_REGENCY = 5  # characters of a regency's code, with which its villages' begin
_WIDE = 5  # no name of a place has more words


class Places:
    """The gazetteer by the words of its names."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        """Index the names; districts only when they are asked for."""
        self.gazetteer = gazetteer

    @cached_property
    def regencies(self) -> Mapping[str, tuple[str, ...]]:
        """Folded name, full name or alias of regencies to their codes."""
        found: dict[str, set[str]] = {}
        for each in self.gazetteer.regencies.values():
            for name in (each.name, each.full, *each.aliases, *_spellings(each)):
                found.setdefault(fold(name), set()).add(each.code)
        for seat, full in section("places", "seat").items():
            codes = {each.code for each in self.gazetteer.find(full)}
            if seat not in found and codes:
                found[seat] = codes
        return {name: tuple(sorted(codes)) for name, codes in found.items()}

    @cached_property
    def provinces(self) -> Mapping[str, str]:
        """Folded name or alias of provinces to their codes."""
        return {
            fold(name): each.code
            for each in self.gazetteer.provinces.values()
            for name in (each.name, *each.aliases)
        } | _short_provinces(self.gazetteer)

    @cached_property
    def districts(self) -> Mapping[str, tuple[str, ...]]:
        """Folded name of districts to the codes of their regencies."""
        known = self.gazetteer.regencies
        return {
            fold(name): tuple(code for _, code in places if code in known)
            for name, places in districts().items()
        }

    def runs(self, sentence: Sentence, at: int) -> list[tuple[str, int]]:
        """Folded names of one to five capitalised words from token `at`, the longest first."""
        return runs(sentence, at) if at < len(sentence.tokens) else []

    def is_regency(self, word: str) -> bool:
        """Whether the folded `word` names a regency or a province."""
        return bool(self.codes(word)) or word in self.provinces

    def end(self, sentence: Sentence, at: int) -> int:
        """Return the end of the name of a regency, province or district at token `at`."""
        for name, end in runs(sentence, at):
            if self.codes(name) or name in self.provinces or name in self.districts:
                return end
        return at

    def named(self, sentence: Sentence, at: int) -> int:
        """Like `end` behind a word such as Desa or Kecamatan: villages count too."""
        end = self.end(sentence, at)
        if end == at and title_end(sentence, at) > at:
            return at
        for name, stop in runs(sentence, at):
            if stop > end and name in village_codes():
                return stop
        return end

    def is_place(self, sentence: Sentence, at: int) -> bool:
        """Whether the one word at token `at` names a village or district, blanks left out."""
        return self.named(sentence, at) > at

    def only_village(self, sentence: Sentence, at: int, end: int) -> bool:
        """Whether a place is listed as no more than a village where a district's is looked for."""
        if not at or sentence.words[at - 1] not in _OF_DISTRICTS:
            return False
        name = " ".join(sentence.words[at:end])
        return not (self.is_regency(name) or name in self.districts)

    def of_village(self, name: str) -> tuple[str, ...]:
        """Codes of the regencies that have a village of the folded `name`."""
        known = self.gazetteer.regencies
        codes = {code[:_REGENCY] for code in village_codes().get(name, "").split()}
        return tuple(sorted(code for code in codes if code in known))

    @cached_property
    def _tight(self) -> Mapping[str, tuple[str, ...]]:
        """Regencies by their names without blanks: `Palangka Raya` is written both ways."""
        tight = {_tight(name): codes for name, codes in self.regencies.items()}
        return {name: codes for name, codes in tight.items() if len(name) > _TIGHT}

    def codes(self, name: str) -> tuple[str, ...]:
        """Codes of the regencies that the folded `name` may mean, without its districts."""
        return self.regencies.get(name) or self._tight.get(_tight(name), ())


def _spellings(each: Regency) -> tuple[str, ...]:
    """Ways of writing a regency that the gazetteer need not list."""
    if each.kind == "kabupaten":
        return (f"kab {each.name}", f"kab. {each.name}")
    return ()


def _short_provinces(gazetteer: Gazetteer) -> dict[str, str]:
    """Short forms of provinces (`Kalsel`) by the capital they share with the long form."""
    by_capital: dict[str, str] = {}
    names = {fold(each.name): each.code for each in gazetteer.provinces.values()}
    for name, capital in section("places", "capital").items():
        if name in names:
            by_capital[capital] = names[name]
    return {
        name: by_capital[capital]
        for name, capital in section("places", "capital").items()
        if capital in by_capital
    }


def _tight(name: str) -> str:
    return name.replace(" ", "").replace("-", "")


def runs(sentence: Sentence, at: int) -> list[tuple[str, int]]:
    """Folded names of one to five words from token `at`, the longest first."""
    row, words = sentence.tokens, sentence.words
    found: list[tuple[str, int]] = []
    end = at
    while end < min(len(row), at + _WIDE):
        if not row[end].word or not (row[end].upper or words[end] == "dan"):
            break
        end += 1
        found.append((" ".join(words[at:end]), end))
    return found[::-1]
