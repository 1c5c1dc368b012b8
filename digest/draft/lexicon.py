"""Stage: draft, reference. The rules and word lists that the other stages read.

comes in: `data/*.txt`, whose form `docs/draft.md` explains
goes out: `section`, words or phrases with their values; `Phrases`, the longest that starts here
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from itertools import product
from types import MappingProxyType

from msgspec import Struct

Words = tuple[str, ...]
"""A phrase as its words, each folded by `fold`."""


def fold(word: str) -> str:
    """`word` as lexicons know it: small letters, no full stops, straight apostrophes."""
    return word.lower().replace(".", "").replace("’", "'").replace("‘", "'")


@cache
def section(file: str, name: str) -> Mapping[str, str]:
    """Every phrase of section `name` of `data/FILE.txt` with its value, empty if it has none."""
    return lists(file)[name]


@cache
def lists(file: str) -> Mapping[str, Mapping[str, str]]:
    """Every section of `data/FILE.txt` by its name, as `section` has it."""
    text = (files("digest.draft") / "data" / f"{file}.txt").read_text("utf-8")
    return MappingProxyType(_completed(parse(text, f"{file}.txt")))


def _completed(found: dict[str, Mapping[str, str]]) -> dict[str, Mapping[str, str]]:
    """Add to the offices, if there are any, those made of others, and those of custom.

    A [chief] and a [unit] make one: `danlanal`; a [customary] one is a [local] one as well.
    """
    if "office" not in found:
        return found
    made = {
        begin + unit: body
        for begin in found.get("chief", ())
        for unit, body in found.get("unit", {}).items()
    }
    custom = dict(found.get("customary", {}))
    return found | {
        "office": MappingProxyType(made | dict(found["office"]) | custom),
        "local": MappingProxyType(dict(found.get("local", {})) | dict.fromkeys(custom, "")),
    }


class ListError(ValueError):
    """A word list that cannot be read; says in which file and line, and why."""


def parse(text: str, file: str = "list") -> dict[str, Mapping[str, str]]:
    """Read a lexicon: `[section]`, then `a, b, c` or `a, b = value` a line, `#` comments.

    In a phrase, `a|b c|` are the alternatives `a c`, `a`, `b c`, `b`.
    """
    found: dict[str, dict[str, str]] = {}
    current: dict[str, str] | None = None
    for number, line in enumerate(text.splitlines(), 1):
        if not line or line[0] == "#":
            continue
        if line[0] == "[":
            current = found.setdefault(line.strip("[] "), {})
            continue
        if current is None:
            raise ListError(f"{file}:{number}: a phrase before the first [section]")
        said, _, value = line.partition(" = ")
        names = fold(said).split(",")
        if "|" in said:
            names = [name for phrase in names for name in _alternatives(phrase)]
        for name in map(str.strip, names):
            if not name or name in current:
                fault = f"`{name}` a second time" if name else "an empty phrase"
                raise ListError(f"{file}:{number}: {fault}")
            current[name] = value
    return {name: MappingProxyType(words) for name, words in found.items()}


def _alternatives(phrase: str) -> list[str]:
    """Return the phrases that `phrase` stands for: all choices of one word of each `a|b`."""
    choices = [word.split("|") for word in phrase.split()]
    return [" ".join(filter(None, chosen)) for chosen in product(*choices)]


class Match(Struct, frozen=True):
    """A phrase found in a row of words."""

    length: int
    """How many words it has."""
    phrase: str
    """The phrase as the lexicon writes it."""
    value: str
    """What the lexicon says of it."""


class Phrases:
    """A set of phrases, found by the words they begin with. Never changes."""

    def __init__(self, phrases: Mapping[str, str]) -> None:
        """Index the phrases by first word; they are cut up only when it is looked for."""
        whole: dict[str, list[str]] = {}
        for phrase in phrases:
            whole.setdefault(phrase.partition(" ")[0], []).append(phrase)
        self._phrases, self._whole = phrases, whole
        self._index: dict[str, list[tuple[Words, str, str]]] = {}

    def _from(self, word: str) -> Sequence[tuple[Words, str, str]]:
        """Return the phrases that begin with `word`, the longest first."""
        if word not in self._whole:
            return ()
        found = self._index.get(word)
        if found is None:
            found = [(tuple(each.split()), each, self._phrases[each]) for each in self._whole[word]]
            found.sort(key=lambda entry: -len(entry[0]))
            self._index[word] = found
        return found

    def at(self, words: Sequence[str], start: int) -> Match | None:
        """Return the longest phrase that begins at word `start`, or None."""
        for phrase, written, value in self._from(words[start]):
            if tuple(words[start : start + len(phrase)]) == phrase:
                return Match(len(phrase), written, value)
        return None

    def ending(self, words: Sequence[str], end: int, reach: int = 6) -> Match | None:
        """Return the longest phrase that ends before word `end`, or None."""
        for start in range(max(0, end - reach), end):
            for phrase, written, value in self._from(words[start]):
                if len(phrase) == end - start and tuple(words[start:end]) == phrase:
                    return Match(len(phrase), written, value)
        return None

    def within(self, words: Sequence[str]) -> Match | None:
        """Return the first phrase anywhere in `words`, or None."""
        return next(self.all(words), None) if words else None

    def all(self, words: Sequence[str]) -> Iterator[Match]:
        """Yield each phrase found in `words`, left to right."""
        for start in range(len(words)):
            match = self.at(words, start)
            if match:
                yield match


@cache
def phrases(file: str, *names: str) -> Phrases:
    """Return the phrases of one or several sections of `data/FILE.txt` together."""
    if len(names) == 1:
        return Phrases(section(file, names[0]))
    together: dict[str, str] = {}
    for name in names:
        together.update(section(file, name))
    return Phrases(together)
