"""Word lists: what a linguist writes is what the stages find."""

import re
from pathlib import Path

import pytest

import digest.draft
from digest.draft.lexicon import ListError, Phrases, fold, parse, phrases, section

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


def test_alternatives_stand_for_all_their_choices() -> None:
    """`tidak|tak dapat|bisa| hadir` are six phrases; so is what stands beside them on the line."""
    lists = parse("[absent]\nTidak|tak dapat|bisa| hadir, absen\n[office]\nrais|rois aam = PBNU")
    assert list(lists["absent"]) == [
        "tidak dapat hadir",
        "tidak bisa hadir",
        "tidak hadir",
        "tak dapat hadir",
        "tak bisa hadir",
        "tak hadir",
        "absen",
    ]
    assert dict(lists["office"]) == {"rais aam": "PBNU", "rois aam": "PBNU"}


@pytest.mark.parametrize(
    ("lines", "fault"),
    [
        ("[a]\nhadir, tak\nabsen, hadir", "x.txt:3: `hadir` a second time"),
        ("[a]\ntak hadir\n\ntidak|tak hadir", "x.txt:4: `tak hadir` a second time"),
        ("[a]\ntak|tak hadir", "x.txt:2: `tak hadir` a second time"),
        ("[a]\ntidak | tak hadir", "x.txt:2: `tidak tak hadir` a second time"),
        ("[a]\nJum’at, jum'at", "x.txt:2: `jum'at` a second time"),
        ("[a]\nhadir, , absen", "x.txt:2: an empty phrase"),
        ("[a]\nhadir,", "x.txt:2: an empty phrase"),
        ("[a]\nyang| oleh|", "x.txt:2: an empty phrase"),
        ("# who\nhadir", "x.txt:2: a phrase before the first [section]"),
    ],
)
def test_a_faulty_list_says_where(lines: str, fault: str) -> None:
    """Of two lines with the same phrase the second would hide the first; neither may be empty."""
    with pytest.raises(ListError, match=f"^{re.escape(fault)}$"):
        parse(lines, "x.txt")


@pytest.mark.parametrize("path", DATA, ids=lambda path: path.stem)
def test_every_section_is_read_and_has_words(path: Path) -> None:
    """A section no stage asks for would be kept up in vain; `docs/draft.md` tells what each is."""
    lists = parse(path.read_text("utf-8"), path.name)
    assert all(lists.values())
    assert [name for name in lists if f'"{name}"' not in CODE] == []
    assert [name for name in lists if f"`[{name}]`" not in DOCS] == []
