"""`digest draft`: sources in, one proposal each out, and a clear word where that fails."""

import inspect
import io
import json
import os
import re
from argparse import ArgumentParser
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from msgspec import Struct

from digest.catalogue import MESSAGES
from digest.config import Config
from digest.decode import entries
from digest.draft import entry, worker
from digest.draft.command import Context, add_arguments, run
from digest.draft.duplicates import Row
from digest.draft.guard import Guard
from digest.draft.lexicon import section
from digest.draft.worker import Fetched
from digest.regency import load

# Invented people and places.
TEXT = (
    "Musyawarah Desa Sukamaju Bahas Jalan Rusak\n\n"
    "INDRAMAYU – Kepala Desa Sukamaju Budi Contoh membuka musyawarah desa yang membahas perbaikan "
    "jalan di Balai Desa Sukamaju, Kabupaten Indramayu, pada Selasa (23/1/2024). Puluhan warga "
    "dari empat dusun hadir dan menyampaikan usulan masing-masing.\n\n"
    "Budi mengatakan jalan desa akan diperbaiki. Warga yang hadir menyetujui usulan itu.\n"
)
NO_EVENT = (
    "Harga Cabai Naik\n\nHarga cabai di pasar naik menjadi Rp 80.000 per kilogram. Pedagang "
    "mengeluh karena pembeli berkurang. Cuaca buruk disebut sebagai sebab kenaikan harga cabai.\n"
)
ROW = Row(
    id="0123456789",
    path="content/2024/W04/lain.md",
    title="Lain",
    urls=("https://kabar.example/1",),
)
ID = "0000000000"


class Pipe(io.StringIO):
    """Where a test's output goes."""


class Done(Struct, frozen=True):
    """How a run ended."""

    status: int
    out: str
    err: str

    @property
    def objects(self) -> list[dict[str, Any]]:
        """The JSON objects it printed."""
        return [json.loads(line) for line in self.out.splitlines()]


Draft = Callable[..., Done]


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Make a site's folder with articles beside it."""
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "harga.txt").write_text(NO_EVENT, encoding="utf-8")
    page = "".join(f"<p>{each}</p>" for each in TEXT.split("\n\n")[1:])
    head = f"<title>{TEXT.splitlines()[0]}</title>"
    html = f"<!doctype html><html><head>{head}</head><body><article>{page}</article></body></html>"
    (tmp_path / "a.html").write_text(html, encoding="utf-8")
    (tmp_path / "situs").mkdir()
    return tmp_path


@pytest.fixture
def draft(site: Path, monkeypatch: pytest.MonkeyPatch) -> Draft:
    """Give the command as the program calls it, in the folder of the articles."""
    monkeypatch.chdir(site)

    def command(  # noqa: PLR0913 - each is one circumstance
        *words: str,
        stdin: bytes = b"",
        root: Path | None = site / "situs",
        environment: Mapping[str, str] | None = None,
        terminal: bool = False,
        language: str = "id",
        quiet: bool = False,
    ) -> Done:
        parser = ArgumentParser()
        add_arguments(parser, language)
        out, err = Pipe(), io.StringIO()
        if terminal:
            monkeypatch.setattr(err, "isatty", lambda: True, raising=False)
        context = Context(
            stdin=io.BytesIO(stdin),
            stdout=out,
            stderr=err,
            gazetteer=load,
            language=language,
            root=root,
            rows=lambda: [ROW],
            entropy=bytes,
            environment=environment or {},
            quiet=quiet,
        )
        status = run(parser.parse_args(words), context)
        return Done(status, out.getvalue(), err.getvalue())

    return command


def test_a_text_becomes_a_file(draft: Draft, site: Path) -> None:
    """An article becomes one draft in its week, which the site can read; its path is told."""
    done = draft("a.txt", "--url", "https://kabar.example/2")
    path = site / "situs/content/2024/W04/2024-01-23-musyawarah-desa-sukamaju-bahas-jalan-rusak.md"
    assert (done.status, done.out) == (0, f"{path}\n")
    assert done.err.startswith("a.txt: draf ditulis; perlu diperiksa: ")
    config = Config("Situs", "Uji", "https://example.org", "example.org,2023")
    (made,), problems = entries("a.md", path.read_bytes(), load(), config)
    assert problems == ()
    assert (made.id, made.status) == (ID, "draft")
    assert made.places[0].regency == "32.12"
    assert made.sources[0].url == "https://kabar.example/2"


def test_nothing_else_is_written(draft: Draft, site: Path) -> None:
    """A draft adds one file and touches nothing."""
    before = {each: each.read_bytes() for each in site.rglob("*") if each.is_file()}
    draft("a.txt")
    after = {each: each.read_bytes() for each in site.rglob("*") if each.is_file()}
    assert before.items() <= after.items()
    assert len(after) == len(before) + 1


def test_json_is_what_the_interface_says(draft: Draft) -> None:
    """Each source gives one line with exactly the keys that programs rely on, and no file."""
    done = draft("a.txt", "a.html", "--json")
    assert done.status == 0
    for source, each in zip(("a.txt", "a.html"), done.objects, strict=True):
        assert list(each) == ["source", "is_event", "entry", "evidence", "unsure", "duplicates"]
        assert (each["source"], each["is_event"], each["duplicates"]) == (source, True, [])
        assert each["entry"]["date"] == "2024-01-23"
        assert each["entry"]["status"] == "draft"
        assert each["entry"]["places"][0]["regency"] == "32.12"
        assert each["evidence"]["date"].keys() == {"sentence", "start", "end"}
        assert isinstance(each["unsure"], list)


def test_evidence_points_into_the_file(draft: Draft) -> None:
    """Offsets of a text's evidence are places in that very text."""
    proof = draft("a.txt", "--json").objects[0]["evidence"]["date"]
    assert TEXT[proof["start"] : proof["end"]].strip()
    assert TEXT[proof["start"] : proof["end"]] in TEXT


def test_a_page_at_an_address_is_read(draft: Draft, monkeypatch: pytest.MonkeyPatch) -> None:
    """An address gives the article of its page, and is its source, though it be a fragment."""
    page = f"<article><p>{TEXT * 2}</p></article>".encode()
    found = Fetched(page, "https://kabarcontoh.example/2", None, html=True)
    monkeypatch.setattr(Guard, "fetch", lambda _self, _url: found)
    made = draft("https://kabarcontoh.example/1", "--json").objects[0]
    assert made["source"] == "https://kabarcontoh.example/1"
    assert made["entry"]["sources"][0]["url"] == "https://kabarcontoh.example/2"
    assert made["entry"]["date"] == "2024-01-23"


def test_standard_input_is_read(draft: Draft) -> None:
    """A text or a page can be piped in, and comes out of a pipe as an entry."""
    assert draft("-", "--json", stdin=TEXT.encode()).objects[0]["entry"]["date"] == "2024-01-23"
    page = f"<!doctype html><article><p>{TEXT * 3}</p></article>".encode()
    assert draft("-", "--json", stdin=page).objects[0]["is_event"]
    done = draft("-", "--out", "-", stdin=TEXT.encode())
    assert done.out.startswith("---\n# Draf otomatis")
    assert done.out.endswith("---\n")


def test_outside_a_site_json_works(draft: Draft) -> None:
    """Without a site there is still a proposal; a file needs to be told where."""
    assert draft("a.txt", "--json", root=None).status == 0
    assert draft("a.txt", "--out", "-", root=None).status == 0
    done = draft("a.txt", root=None)
    assert (done.status, done.out) == (2, "")
    assert "--json" in done.err


def test_out_names_the_file_once(draft: Draft, site: Path) -> None:
    """A file can be named, and is never overwritten."""
    assert draft("a.txt", "--out", "x.md").out == "x.md\n"
    text = (site / "x.md").read_bytes()
    done = draft("a.txt", "--out", "x.md")
    assert (done.status, done.out) == (1, "")
    assert "draft-exists" in done.err
    assert (site / "x.md").read_bytes() == text
    assert draft("a.txt", "--out", "tiada/x.md").status == 1


def test_the_same_article_twice_is_named(draft: Draft) -> None:
    """The second draft of one event names the first, and the entry that has the source."""
    done = draft("a.txt", "a.txt")
    first, second = done.out.splitlines()
    assert first != second
    assert "mungkin sudah ada di content/2024/W04/2024-01-23-musyawarah-" in done.err
    done = draft("a.txt", "--json", "--url", "http://www.kabar.example/1/?utm_source=x")
    assert done.objects[0]["duplicates"] == [
        {"id": ROW.id, "path": ROW.path, "reasons": ["source"]}
    ]


def test_what_is_no_event_is_no_file(draft: Draft, site: Path) -> None:
    """An article about no event is said to be none, and that is no failure."""
    done = draft("harga.txt")
    assert (done.status, done.out) == (0, "")
    assert done.err.startswith("harga.txt: bukan peristiwa: ")
    assert not (site / "situs/content").exists()
    only = draft("harga.txt", "--json").objects[0]
    assert (only["is_event"], only["duplicates"]) == (False, [])


def test_one_bad_source_does_not_stop_the_others(draft: Draft, site: Path) -> None:
    """Each bad source is one problem with a hint, and the good ones are drafted."""
    (site / "gambar.txt").write_bytes(bytes(range(256)) * 9)
    (site / "kosong.txt").write_bytes(b"")
    bad = ("tiada.txt", "gambar.txt", "kosong.txt", ".", "http://localhost/", "ftp://x.example/")
    done = draft(*bad, "a.txt", "--json")
    assert done.status == 1
    assert [each["source"] for each in done.objects] == ["a.txt"]
    lines = [line for line in done.err.splitlines() if not line.startswith("    hint: ")]
    codes = [line.rsplit(":1:1: ")[1].split(":")[0] for line in lines]
    assert codes == [
        "source-unreadable",
        "source-not-text",
        "source-empty",
        "source-not-file",
        "private-address",
        "bad-address",
    ]
    assert done.err.count("    hint: ") == len(bad)
    assert "Traceback" not in done.err


@pytest.mark.parametrize(
    "words",
    [
        ("a.txt", "b.txt", "--url", "https://kabar.example/"),
        ("a.txt", "b.txt", "--out", "x.md"),
        ("a.txt", "--url", "javascript:alert(1)"),
        ("a.txt", "--url", "kabar.example"),
        ("a.txt", "--published", "kemarin"),
        ("a.txt", "--published", "2024-01-23\n"),
    ],
)
def test_wrong_usage_is_told_before_anything_is_read(draft: Draft, words: tuple[str, ...]) -> None:
    """A slip in the arguments ends with 2 and one sentence."""
    done = draft(*words)
    assert (done.status, done.out) == (2, "")
    assert done.err.startswith("digest draft: ")


def test_orders_in_an_article_are_data(draft: Draft, site: Path) -> None:
    """A headline that names a path or a status moves no file and publishes nothing."""
    order = TEXT.replace("Musyawarah Desa", "../../etc/passwd status: published --- Musyawarah", 1)
    (site / "a.txt").write_text(order, encoding="utf-8")
    done = draft("a.txt")
    path = Path(done.out.strip())
    assert path.is_relative_to(site / "situs/content")
    assert "\nstatus: draft\n" in path.read_text(encoding="utf-8")
    assert "\nstatus: published" not in path.read_text(encoding="utf-8")


def test_progress_is_for_terminals(draft: Draft) -> None:
    """Several sources show how far they are on a terminal, and leave nothing there."""
    done = draft("a.txt", "harga.txt", "--json", terminal=True)
    assert "░ 1/2 a.txt" in done.err
    assert "█░░░░░░░░░░ 2/2 harga.txt" in done.err
    assert done.err.endswith("\r\x1b[K")
    assert draft("a.txt", "harga.txt", "--json").err == ""
    dumb = {"TERM": "dumb"}
    assert draft("a.txt", "harga.txt", "--json", terminal=True, environment=dumb).err == ""
    assert draft("a.txt", "--json", terminal=True).err == "\r\x1b[K"
    assert draft("a.txt", "harga.txt", "--json", terminal=True, quiet=True).err == ""


def test_a_name_cannot_move_the_cursor(draft: Draft) -> None:
    """A file's name is shown without what a terminal would obey."""
    done = draft("tiada\x1b[2J.txt", "harga.txt", terminal=True)
    assert "\x1b[2J" not in done.err


def test_a_closed_pipe_ends_the_command(draft: Draft, monkeypatch: pytest.MonkeyPatch) -> None:
    """When whoever reads the output has had enough, the command is told so and nothing else."""

    def closed(_self: io.StringIO, _words: str) -> int:
        raise BrokenPipeError

    monkeypatch.setattr(Pipe, "write", closed)
    with pytest.raises(BrokenPipeError):
        draft("a.txt", "--json")


def test_any_file_name_is_told(draft: Draft, site: Path) -> None:
    """A file whose name is no text is drafted from like any other."""
    name = os.fsdecode(b"a\xff.txt")
    try:
        (site / "a.txt").rename(site / name)
    except (OSError, UnicodeError):
        pytest.skip("this file system takes only text for a name")
    assert draft(name, "--json").objects[0]["source"] == "a?.txt"


def test_without_a_model_the_rules_stand(draft: Draft) -> None:
    """Asked for and not there, a language model leaves the rules' draft and a word about it."""
    done = draft("a.txt", "--json", "--llm")
    assert done.objects == draft("a.txt", "--json").objects
    assert "DIGEST_LLM_URL" in done.err
    where = {"DIGEST_LLM_URL": "http://127.0.0.1:9/v1", "DIGEST_LLM_MODEL": "m"}
    done = draft("a.txt", "--json", "--llm", environment=where)
    assert (done.status, len(done.objects)) == (0, 1)
    assert "draf dibuat dengan aturan" in done.err


def test_the_language_is_the_sites(draft: Draft) -> None:
    """An English site is spoken to in English."""
    assert "draft written; look at" in draft("a.txt", language="en").err
    assert "# Made by a program" in draft("a.txt", "--out", "-", language="en").out


def test_every_word_is_in_both_languages() -> None:
    """Each message of the draft has the same places to fill in both languages."""
    for key, (one, other) in MESSAGES.items():
        if key.startswith("draft."):
            assert _places(one) == _places(other), key


def test_every_reason_has_words() -> None:
    """An article that is no event is said to be none in words, whatever the reason."""
    reasons = {value.split()[0] for value in section("events", "not-event").values()}
    reasons |= set(section("events", "title-profile").values()) | {"nothing-held"}
    assert {f"draft.reason.{reason}" for reason in reasons} <= set(MESSAGES)


def test_every_note_has_words() -> None:
    """What the extraction says of a field is said in words."""
    sources = inspect.getsource(entry) + inspect.getsource(worker)
    said = set(re.findall(r'Note\((?:field|"[^"]+"), "([a-z-]+)"', sources))
    assert len(said) >= 6
    assert {f"draft.{code}" for code in said} <= set(MESSAGES)


def _places(words: str) -> set[str]:
    return {part.partition("}")[0] for part in words.split("{")[1:]}
