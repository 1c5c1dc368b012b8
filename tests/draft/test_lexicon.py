"""Word lists: what a linguist writes is what the stages find."""

from collections import Counter
from pathlib import Path

import pytest

import digest.draft
from digest.draft.lexicon import Phrases, fold, parse, phrases, section

HOME = Path(digest.draft.__file__).parent
DATA = sorted((HOME / "data").glob("*.txt"))
CODE = "".join(path.read_text("utf-8") for path in HOME.glob("*.py"))
DOCS = (HOME.parents[1] / "docs" / "draft.md").read_text("utf-8")
LIST = """
# a comment
[rank]
Kombes Pol, AKBP
[office]
kapolres = Polres
kepala desa, kuwu = Pemerintah Desa
"""


def test_a_list_is_read_with_and_without_values() -> None:
    """A linguist may write several phrases on a line, or with what they stand for."""
    lists = parse(LIST)
    assert dict(lists["rank"]) == {"kombes pol": "", "akbp": ""}
    assert lists["office"]["kepala desa"] == lists["office"]["kuwu"] == "Pemerintah Desa"


def test_case_and_full_stops_do_not_matter() -> None:
    """`S.Pd.I` and `SPdI` are one word, and so are the two apostrophes."""
    assert fold("S.Pd.I") == fold("SPDI") == "spdi"
    assert fold("Jum’at") == "jum'at"


def test_the_longest_phrase_wins() -> None:
    """`rapat pleno terbuka` is not read as a mere `rapat`."""
    found = Phrases({"rapat": "a", "rapat pleno terbuka": "b"})
    match = found.at(("rapat", "pleno", "terbuka", "kpu"), 0)
    assert match is not None
    assert (match.length, match.value) == (3, "b")
    assert found.at(("pleno", "terbuka"), 0) is None


def test_a_phrase_is_found_by_its_end() -> None:
    """What stands right before a name can be asked for."""
    found = Phrases({"diwakili oleh": "", "oleh": ""})
    match = found.ending(("yang", "diwakili", "oleh", "camat"), 3)
    assert match is not None
    assert match.phrase == "diwakili oleh"
    assert found.ending(("yang", "diwakili", "oleh", "camat"), 2) is None


def test_the_shipped_lists_hold_what_the_stages_ask_for() -> None:
    """Every section the stages read is there and is not empty."""
    for file, name in (
        ("titles", "rank"),
        ("titles", "degree"),
        ("positions", "office"),
        ("positions", "made"),
        ("organisations", "head"),
        ("places", "capital"),
        ("venues", "site"),
        ("noise", "section"),
        ("calendar", "month"),
        ("speech", "say"),
        ("events", "noun"),
        ("words", "never"),
        ("names", "part"),
    ):
        assert section(file, name), f"{file} [{name}]"


def test_every_event_noun_has_a_kind_and_a_weight() -> None:
    """A noun without a number would stop the program at the first article."""
    kinds = set()
    for value in section("events", "noun").values():
        kind, weight = value.split()
        kinds.add(kind)
        assert float(weight) > 0
    assert {"meeting", "dialogue", "ceremony", "outreach", "patrol", "aid"} <= kinds
    assert phrases("events", "noun").at(("apel", "gelar", "pasukan"), 0) is not None


@pytest.mark.parametrize("path", DATA, ids=lambda path: path.stem)
def test_no_phrase_is_written_twice_in_a_section(path: Path) -> None:
    """Of two lines with the same phrase the second would hide the first."""
    found: Counter[tuple[str, str]] = Counter()
    name = ""
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("["):
            name = line.strip("[] ")
        elif line and line[0] != "#":
            said = line.partition(" = ")[0]
            found.update((name, fold(phrase.strip())) for phrase in said.split(","))
    assert [entry for entry, times in found.items() if times > 1] == []


@pytest.mark.parametrize("path", DATA, ids=lambda path: path.stem)
def test_every_section_is_read_and_has_words(path: Path) -> None:
    """A section no stage asks for would be kept up in vain; `docs/draft.md` tells what each is."""
    lists = parse(path.read_text("utf-8"))
    assert all(lists.values())
    assert [name for name in lists if f'"{name}"' not in CODE] == []
    assert [name for name in lists if f"`[{name}]`" not in DOCS] == []
