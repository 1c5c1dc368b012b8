"""Fitting what tells reports from other texts: `python bench/make_verdict.py`."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from bench import make_verdict
from bench.make_verdict import Text, fit, folds, main, written
from digest.draft import verdict
from digest.draft.lexicon import parse


def make(name: str, *, is_event: bool, **words: float) -> Text:
    said = {f"word {word}": value for word, value in words.items()}
    return Text(name, is_event, 0.0, ({"sign always": 1.0, **said},))


TEXTS = [
    make(f"{'ab'[at % 2]}{at}", is_event=at % 4 < 2, **{"hadir" if at % 4 < 2 else "konon": 5.0})
    for at in range(40)
]


def test_words_of_reports_and_of_others_get_opposite_weights() -> None:
    """What stands in one sort of texts alone speaks for it; the same texts fit the same weights."""
    weights = fit(TEXTS)
    assert weights["word hadir"] > 0 > weights["word konon"]
    assert weights == fit(TEXTS)


def test_a_rare_word_is_not_learnt() -> None:
    """A word of few texts is chance."""
    rare = [*TEXTS, make("c1", is_event=True, jarang=1.0)]
    assert "word jarang" not in fit(rare)


def test_the_weights_are_written_as_a_word_list() -> None:
    """The program reads them like all lists, the strongest first."""
    lists = parse(written({"word hadir": 0.5, "sign always": -1.0, "word konon": -0.75}))
    assert list(lists) == list(verdict.PARTS)
    assert dict(lists["word"]) == {"konon": "-0.75", "hadir": "0.50"}


def test_each_series_is_judged_by_the_others() -> None:
    """A series whose words mean the opposite is wrong by the weights of the rest."""
    odd = [
        make(f"z{at}", is_event=at % 2 == 0, **{"konon" if at % 2 == 0 else "hadir": 5.0})
        for at in range(4)
    ]
    lines = list(folds([*TEXTS, *odd]))
    assert lines[0] == "a: 20 texts, 0 wrong"
    assert lines[2].startswith("z: 4 texts, 4 wrong: z0 -")
    assert lines[-1] == "2 of 22 events refused, 2 of 22 passed"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    _write(tmp_path, "a1", "Rapat Desa\n\nCamat memimpin rapat di balai desa, Senin.", "true")
    _write(tmp_path, "a2", "Harga Cabai\n\nHarga cabai naik lagi pekan ini.", "false")
    return tmp_path


def _write(folder: Path, name: str, text: str, is_event: str) -> None:
    (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    (folder / f"{name}.yaml").write_text(f"is_event: {is_event}\nparticipants: []\n", "utf-8")


def test_the_program_writes_the_list(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """From annotated articles to a file; without both sorts of texts there is nothing to fit."""
    out = folder / "verdict.txt"
    assert main(["--articles", str(folder), "--out", str(out)]) == 0
    assert capsys.readouterr().out.startswith("2 articles, ")
    assert set(parse(out.read_text("utf-8"))) == set(verdict.PARTS)
    assert main(["--articles", str(folder), "--folds"]) == 0
    (folder / "a2.yaml").unlink()
    assert main(["--articles", str(folder), "--out", str(out)]) == 2


def test_a_text_counts_whole_and_cut_off(folder: Path) -> None:
    """Its first paragraphs alone are one form more."""
    found = make_verdict.text(folder / "a1.txt")
    assert (found.is_event, found.series, len(found.forms)) == (True, "a", 3)
    assert all(isinstance(form, Mapping) and "word memimpin" in form for form in found.forms)
