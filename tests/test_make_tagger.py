"""Training the field of names: what counts as right, what is called something else, what comes out.

In: two invented articles with their readings. Out: a verdict on labels, copies and the field.
"""

import random
from pathlib import Path

import pycrfsuite
import pytest

from bench import make_tagger
from digest.draft import tagger
from digest.draft.place import Places
from digest.regency import load

PLACES = Places(load())
TEXT = """Rapat Contoh Digelar di Ujian

Kepala Desa Ujian Hulu, Wiratmoko Sasmaya, memimpin rapat di Desa Contohan, Senin (3/6/2024).

Rapat dihadiri Camat Kalianda M. Zulfan dan Ketua BPD Hj. Ratmina. Wiratmoko berterima kasih.
"""
GOLD = "participants:\n- name: Wiratmoko Sasmaya\n- name: M. Zulfan\n- name: Ratmina\n"


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "x01.txt"
    path.write_text(TEXT, "utf-8")
    path.with_suffix(".yaml").write_text(GOLD, "utf-8")
    return path


def named(reading: make_tagger.Reading) -> list[str]:
    """Return what the labels take for names, in the order of the text."""
    found: list[str] = []
    for row, wanted in zip(reading.rows, make_tagger.labels(reading), strict=True):
        for token, label in zip(row.tokens, wanted, strict=True):
            if label == tagger.BEGIN:
                found.append(token.text)
            elif label == tagger.INSIDE:
                found[-1] += f" {token.text}"
    return found


def test_whole_names_and_parts_of_them_are_labelled(article: Path) -> None:
    """Somebody is meant as well where only half of the name stands."""
    first = next(make_tagger.variants(article, PLACES))
    assert named(first) == ["Wiratmoko Sasmaya", "M. Zulfan", "Ratmina", "Wiratmoko"]


def test_copies_call_people_and_villages_something_else(article: Path) -> None:
    """The same name by the same other name; initials, offices and all other words stay."""
    first, *copies = make_tagger.variants(article, PLACES)
    assert len(copies) == make_tagger.COPIES
    for copy in copies:
        names = named(copy)
        assert len(names) == len(named(first))
        assert names[0].split()[0] == names[3] != "Wiratmoko"
        assert names[1].startswith("M. ")
        text = copy.article.text
        assert "Sasmaya" not in text
        assert "Contohan" not in text
        assert "Ketua BPD Hj. " in text
    assert len({copy.article.text for copy in copies}) == make_tagger.COPIES


def test_the_same_articles_give_the_same_field(article: Path) -> None:
    """A field can be made again by whoever has the articles, and tells names from the rest."""
    data = make_tagger.train([article], PLACES)
    assert data == make_tagger.train([article], PLACES)
    field = pycrfsuite.Tagger()
    field.open_inmemory(data)
    first = next(make_tagger.variants(article, PLACES))
    said = tagger.features(first.rows, PLACES)
    assert [field.tag(row) for row in said] == make_tagger.labels(first)


def test_names_made_up_look_like_names() -> None:
    """Parts of names become others of letters alone; particles stay."""
    known: dict[str, str] = {}
    chance = random.Random(1)  # noqa: S311 - no secret
    name = make_tagger._person("I Gusti SURYADI-Contoh bin Umpama", known, chance)  # noqa: SLF001 - each part alone
    first, second, *_ = name.split()
    assert (first, second) == ("I", "Gusti")
    assert " bin " in name
    assert set(known) == {"suryadi", "contoh", "umpama"}
    assert all(new.isalpha() and new[0].isupper() for new in known.values())


def test_a_folder_without_articles_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing is written where there is nothing to learn from."""
    out = tmp_path / "names.crf"
    assert make_tagger.main(["--articles", str(tmp_path), "--out", str(out)]) == 2
    assert "no article" in capsys.readouterr().err
    assert not out.exists()
