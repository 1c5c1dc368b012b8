"""`bench/eval.py` and `bench/score.py`: what the figures of `make eval` mean."""

import json
import sys
from datetime import date
from pathlib import Path
from typing import Any, get_args

import pytest

from bench import eval as evaluation
from bench import score
from digest.entry import Kind, Role

GOLD: dict[str, Any] = {
    "is_event": "true",
    "date": "2031-05-07",
    "regency": "99.01",
    "venue": "Aula Kantor Camat Lembahsari",
    "kind": "meeting",
    "mode": "offline",
    "participants": [
        {
            "name": "Rusdiman Palakka",
            "title": "AKBP",
            "position": "Kapolres Lembahsari",
            "organisation": "Polres Lembahsari",
            "role": "organizer",
        },
        {
            "name": "Wening Hastari",
            "title": "null",
            "position": "Bupati Lembahsari",
            "organisation": "Pemerintah Kabupaten Lembahsari",
            "role": "represented",
        },
    ],
}
TEXT = (
    "Kapolres Lembahsari AKBP Rusdiman Palakka memimpin rapat di Aula Kantor Camat Lembahsari, "
    "Rabu (7/5/2031), dan 40 orang duduk melingkar sambil mendengarkan uraian panjang tentang "
    "jalan desa. Bupati Wening Hastari diwakili."
)


def entry(**changes: object) -> dict[str, Any]:
    """Return an entry that agrees with `GOLD`, with changes."""
    place = {"regency": "99.01", "venue": "Aula Kantor Camat Lembahsari"}
    people = [dict(one) for one in GOLD["participants"]]
    del people[1]["title"]
    return {
        "date": "2031-05-07",
        "kind": "meeting",
        "mode": "offline",
        "places": [place],
        "participants": people,
        "summary": "Rapat berlangsung pada 7 Mei 2031 dan diikuti 40 orang.",
    } | changes


def marks(gold: dict[str, Any], draft: dict[str, Any]) -> dict[str, list[bool]]:
    """Return the judgements of one draft by metric."""
    judged: dict[str, list[bool]] = {}
    for mark in score.judge(score.Case("a.txt", TEXT, gold, draft)):
        judged.setdefault(mark.metric, []).append(mark.right)
    return judged


def test_a_draft_that_agrees_is_right_in_everything() -> None:
    """A draft equal to the gold reading scores one in every metric."""
    judged = marks(GOLD, {"is_event": True, "entry": entry()})
    assert all(all(rights) for rights in judged.values()), judged
    values = {row.metric: row.value for row in score.rows(_all(judged))}
    assert values["names F1"] == 1.0


def _all(judged: dict[str, list[bool]]) -> list[score.Mark]:
    return [score.Mark(m, right, "", "", "") for m, rights in judged.items() for right in rights]


@pytest.mark.parametrize(
    ("written", "same"),
    [
        ("AKBP Rusdiman Palakka, S.I.K., M.H.", True),
        ("palakka rusdiman", True),
        ("Drs. H. Rusdiman Palakka S.Sos", True),
        ("Rusdiman", False),
        ("Rusdiman Palakka Putra", False),
    ],
)
def test_ranks_degrees_case_and_order_do_not_change_a_name(written: str, *, same: bool) -> None:
    """A name counts as found whatever stands around it, but not when it is cut or longer."""
    assert (score.key(written) == score.key("Rusdiman Palakka")) is same


def test_initials_are_kept_apart_from_words_run_together() -> None:
    """A missing space after an initial's full stop does not make another person."""
    assert score.key("T.Palakka") == score.key("T. Palakka")
    assert score.key("M Palakka") == score.key("M. Palakka")
    assert score.key("M. Palakka") != score.key("Palakka")


def test_a_name_too_many_lowers_precision_and_a_name_missed_lowers_recall() -> None:
    """Names are scored by what was found and by what was there."""
    people = [GOLD["participants"][0], {"name": "Kabut Pagi", "role": "attendee"}]
    judged = marks(GOLD, {"is_event": True, "entry": entry(participants=people)})
    assert judged["names precision"] == [True, False]
    assert judged["names recall"] == [True, False]
    assert {r.metric: r.value for r in score.rows(_all(judged))}["names F1"] == 0.5


def test_someone_represented_is_not_present() -> None:
    """Taking an absent person for a guest is a fault, taking a speaker for a host is none."""
    people = [dict(one) for one in GOLD["participants"]]
    people[0]["role"], people[1]["role"] = "speaker", "attendee"
    judged = marks(GOLD, {"is_event": True, "entry": entry(participants=people)})
    assert judged["present"] == [True, False]


def test_strict_wants_title_position_and_organisation_as_well() -> None:
    """One wrong field of a person makes the strict figure wrong."""
    people = [dict(one) for one in GOLD["participants"]]
    people[0]["title"] = "Kompol"
    judged = marks(GOLD, {"is_event": True, "entry": entry(participants=people)})
    assert judged["title"] == [False, True]
    assert judged["strict"] == [False, True]


def test_phrases_are_alike_by_their_words() -> None:
    """Word order and added words do not count against an office, another office does."""
    assert score.alike("Kapolres Lembahsari", "Lembahsari, Kapolres") == 100
    assert score.alike("Bupati Lembahsari", "Penjabat Bupati Lembahsari") == 100
    assert score.alike("Bupati Lembahsari", "Kapolsek Kota") < score.ALIKE
    assert round(score.alike("rapat camat", "rapat lurah"), 1) == 63.6


def test_an_unknown_date_is_right_only_when_left_open() -> None:
    """Inventing a date is as wrong as missing one, unless the gold accepts either."""
    gold = GOLD | {"date": "null"}
    assert marks(gold, {"is_event": True, "entry": entry()})["date"] == [False]
    assert marks(gold, {"is_event": True, "entry": entry(date=None)})["date"] == [True]
    either = gold | {"event_date_accept": ["null", "2031-05-07"]}
    assert marks(either, {"is_event": True, "entry": entry()})["date"] == [True]


def test_an_event_taken_for_none_is_wrong_in_every_field() -> None:
    """Saying "no event" does not earn the fields that happen to be unknown."""
    gold = GOLD | {"date": "null", "venue": "null"}
    judged = marks(gold, {"is_event": False, "entry": {}})
    assert judged["date"] == judged["venue"] == judged["events"] == [False]
    assert judged["names recall"] == [False, False]


def test_only_an_answer_counts_as_refusing_a_text() -> None:
    """A text that is no event is right when refused, not when the program fell over."""
    gold = {"is_event": "false"}
    assert marks(gold, {"is_event": False}) == {"non-events": [True]}
    assert marks(gold, {"is_event": True}) == {"non-events": [False]}
    assert marks(gold, {}) == {"non-events": [False]}


@pytest.mark.parametrize(
    ("summary", "fault"),
    [
        ("Yang hadir duduk melingkar sambil mendengarkan uraian panjang tentang sawah.", ""),
        ("Warga duduk melingkar sambil mendengarkan uraian panjang tentang jalan desa.", "lifted"),
        ("Rapat diikuti 41 orang.", "number"),
        ("Rapat dipimpin Sumarno.", "name"),
        ("Rapat diikuti 040 orang.", ""),
        ("Bupati diwakili dalam rapat pada 7 Mei 2031.", ""),
        ("", "no summary"),
    ],
)
def test_a_summary_may_not_lift_words_or_make_things_up(summary: str, fault: str) -> None:
    """Eight words in a row, a number or a name the article does not have are faults."""
    case = score.Case("a.txt", TEXT, GOLD, {})
    found = score.lifted(case, entry(summary=summary))
    assert found.startswith(fault)
    assert bool(found) is bool(fault)


def test_a_long_name_is_no_lifted_run() -> None:
    """Names are taken out before runs of words are looked for."""
    text = "Kepala Dinas Pertanian Pangan dan Perikanan Kabupaten Lembahsari Wening Hastari hadir."
    office = "Kepala Dinas Pertanian Pangan dan Perikanan Kabupaten Lembahsari"
    people = [{"name": "Wening Hastari", "position": office}]
    case = score.Case("a.txt", text, GOLD, {})
    summary = f"Rapat dihadiri {office} Wening Hastari."
    assert score.lifted(case, entry(participants=people, summary=summary)) == ""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a folder of two articles, and a program that drafts the first of them as an event."""
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "a.yaml").write_text(json.dumps(GOLD), encoding="utf-8")
    page = "<script>var x = 'Rp';</script><p>Harga beras &amp; cabai</p>"
    (tmp_path / "b.html").write_text(page, encoding="utf-8")
    (tmp_path / "b.yaml").write_text("is_event: false\n", encoding="utf-8")
    (tmp_path / "c.txt").write_text("tanpa pembanding", encoding="utf-8")
    program = tmp_path / "bin" / "digest"
    program.parent.mkdir()
    program.write_text(
        f"#!{sys.executable}\nimport json, sys\n"
        "for source in sys.argv[sys.argv.index('--json') + 1:]:\n"
        f"    event = source.endswith('a.txt')\n    entry = {entry()!r} if event else {{}}\n"
        "    print(json.dumps({'source': source, 'is_event': event, 'entry': entry}))\n",
        encoding="utf-8",
    )
    program.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(program.parent / "python"))
    return tmp_path


def test_articles_without_a_gold_reading_are_left_out(folder: Path) -> None:
    """Only articles with a reading beside them are measured, pages and texts alike."""
    assert [path.name for path in evaluation.articles(folder)] == ["a.txt", "b.html"]
    assert evaluation.plain(folder / "b.html").split() == ["Harga", "beras", "&", "cabai"]


def test_the_table_comes_from_running_the_program(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """`make eval` runs the command and prints every metric beside its target."""
    assert evaluation.main(["--articles", str(folder)]) == 0
    out = capsys.readouterr().out
    assert "| names F1 | 1.000 | 0.95 | 2 |" in out
    assert "| non-events | 1.000 | 0.90 | 1 |" in out
    assert "cold start" in out


def test_figures_for_programs_and_faults_for_people(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """`--json` prints one object of figures, `--errors` a line for each fault."""
    (folder / "a.yaml").write_text(json.dumps(GOLD | {"kind": "visit"}), encoding="utf-8")
    assert evaluation.main(["--articles", str(folder), "--json", "--errors"]) == 0
    first, *rest = capsys.readouterr().out.splitlines()
    assert json.loads(first)["kind"] == 0
    assert rest == ["kind: a.txt: wanted 'visit', found 'meeting'"]


def test_a_folder_without_articles_is_wrong_usage(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A mistyped folder is told in one line."""
    assert evaluation.main(["--articles", str(tmp_path)]) == 2
    assert str(tmp_path) in capsys.readouterr().err


def test_a_program_that_drafts_nothing_is_not_scored(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A crash shows as what the program said, not as a table of noughts."""
    program = folder / "bin" / "digest"
    program.write_text("#!/bin/sh\necho out of order >&2\nexit 1\n", encoding="utf-8")
    assert evaluation.main(["--articles", str(folder)]) == 1
    told = capsys.readouterr()
    assert "out of order" in told.err
    assert not told.out


def test_the_table_replaces_the_one_in_the_page(tmp_path: Path) -> None:
    """Writing the table leaves the rest of the page as it is."""
    page = tmp_path / "eval.md"
    page.write_text("# Eval\n\n<!-- table -->\nold\n<!-- table -->\nafter\n", encoding="utf-8")
    evaluation.write(page, evaluation.MARK, "new")
    text = page.read_text(encoding="utf-8")
    assert text == "# Eval\n\n<!-- table -->\n\nnew\n\n<!-- table -->\nafter\n"


def test_every_article_of_the_test_set_can_be_scored() -> None:
    """The project's own test set has forty-four articles or more, ten of them no events."""
    golds = [evaluation.reading(path) for path in evaluation.articles(evaluation.HERE / "articles")]
    events = [gold for gold in golds if gold["is_event"] == "true"]
    assert len(golds) >= 44
    assert len(golds) - len(events) >= 10
    for gold in events:
        assert gold["kind"] in get_args(Kind), gold["id"]
        assert {one["role"] for one in gold["participants"]} <= set(get_args(Role)), gold["id"]
        assert gold["date"] == "null" or date.fromisoformat(gold["date"]), gold["id"]
