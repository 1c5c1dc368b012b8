"""The command: data on stdout, talk on stderr, statuses that scripts can trust."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from msgspec.structs import fields

import small
from digest.cli import main
from digest.entry import DERIVED, Correction, Entry, Participant, Place, Retraction, Source

Captured = pytest.CaptureFixture[str]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a small site with three entries."""
    made = small.make(tmp_path / "site")
    for number in range(3):
        small.write(made, number)
    return made


def run(root: Path, *words: str) -> int:
    """Run the command in-process and return its status."""
    return main(["--root", str(root), *words])


def test_check_is_silent_on_stdout_when_all_is_well(root: Path, capsys: Captured) -> None:
    """A script that reads the report of a sound site reads nothing."""
    assert run(root, "check") == 0
    out, err = capsys.readouterr()
    assert out == ""
    assert "Tidak ada masalah" in err


def test_every_problem_of_every_file_comes_in_one_run(root: Path, capsys: Captured) -> None:
    """An editor mends everything at once and need not run again and again."""
    small.write(root, 5, date="2023-13-01", regency="Kabupaten Barat")
    small.write(root, 6, title='"x" y')
    small.write(root, 7, body="Lihat [ini](/tidak-ada/).")
    small.write(root, 1, name="salinan")
    assert run(root, "check") == 1
    out, _ = capsys.readouterr()
    for code in ("bad-date", "unknown-regency", "repeated-id", "broken-link"):
        assert f": {code}: " in out, code
    assert "content/rekaan-0006.md:3:" in out
    places = [line.split(":")[:3] for line in out.splitlines() if line.startswith("content/")]
    ordered = sorted(places, key=lambda place: (place[0], int(place[1]), int(place[2])))
    assert places == ordered


def test_nothing_is_published_when_there_is_a_problem(root: Path, capsys: Captured) -> None:
    """Readers keep the old site while an editor mends the new one."""
    assert run(root, "build") == 0
    before = {path: path.read_bytes() for path in (root / "build").rglob("*") if path.is_file()}
    small.write(root, 5, date="besok")
    assert run(root, "build") == 1
    after = {path: path.read_bytes() for path in (root / "build").rglob("*") if path.is_file()}
    assert after == before
    out, err = capsys.readouterr()
    assert out == ""
    assert "bad-date" in err


def test_formats_are_for_machines(root: Path, capsys: Captured) -> None:
    """A workflow annotates the lines, an editor's tools read the report."""
    small.write(root, 5, date="besok")
    assert run(root, "check", "--format", "json") == 1
    (problem,) = json.loads(capsys.readouterr().out)
    assert (problem["code"], problem["path"], problem["line"]) == (
        "bad-date",
        "content/rekaan-0005.md",
        6,
    )
    run(root, "check", "--format", "github")
    assert capsys.readouterr().out.startswith("::error file=content/rekaan-0005.md,line=6,")
    run(root, "check", "--format", "sarif")
    assert json.loads(capsys.readouterr().out)["version"] == "2.1.0"


def test_paths_narrow_the_report(root: Path, capsys: Captured) -> None:
    """An editor looks at the file at hand first."""
    place = small.write(root, 5, date="besok")
    small.write(root, 6, date="lusa")
    assert run(root, "check", str(place)) == 1
    out, _ = capsys.readouterr()
    assert "rekaan-0005" in out
    assert "rekaan-0006" not in out
    assert run(root, "check", "content/rekaan-0001.md") == 0
    assert run(root, "check", "content/tidak-ada.md") == 2


def test_since_narrows_to_what_changed(root: Path, capsys: Captured) -> None:
    """A check before a commit speaks of that commit's files."""
    git = ("git", "-C", str(root), "-c", "user.name=a", "-c", "user.email=a@b.example")
    small.write(root, 5, date="besok")
    for words in (("init", "-q"), ("add", "."), ("commit", "-qm", "a")):
        subprocess.run((*git, *words), check=True)
    assert run(root, "check", "--since", "HEAD") == 0
    small.write(root, 6, date="lusa")
    assert run(root, "check", "--since", "HEAD") == 1
    out, err = capsys.readouterr()
    assert "rekaan-0005" not in out
    assert run(root, "check", "--since", "ngawur") == 2
    assert "ngawur" in capsys.readouterr().err
    assert run(root, "check", "--since=--output=x") == 2
    assert err


def test_fix_mends_and_loses_nothing(root: Path, capsys: Captured) -> None:
    """What can be mended safely is mended, and the rest of the file stays as typed."""
    place = root / "content" / "rekaan-0001.md"
    text = place.read_text("utf-8").replace("kind: meeting", "kind: pertemuan")
    place.write_text(text, "utf-8")
    assert run(root, "check") == 1
    assert run(root, "check", "--fix") == 0
    assert place.read_text("utf-8") == text.replace("kind: pertemuan", "kind: meeting")
    capsys.readouterr()


def test_build_json_has_what_is_promised(root: Path, capsys: Captured) -> None:
    """A script reads what a build did."""
    assert run(root, "build", "--json") == 0
    first = json.loads(capsys.readouterr().out)
    assert first.keys() == {
        "entries", "pages", "feeds", "written", "unchanged", "removed", "problems", "seconds",
    }  # fmt: skip
    assert (first["entries"], first["removed"], first["problems"]) == (3, 0, [])
    assert first["written"] > 30
    assert {"read", "parse", "plan", "publish"} <= first["seconds"].keys()
    run(root, "build", "--json")
    again = json.loads(capsys.readouterr().out)
    assert (again["written"], again["unchanged"]) == (0, first["written"] + first["unchanged"])


def test_base_url_moves_every_address(root: Path) -> None:
    """The same content can be tried at another address."""
    assert run(root, "-q", "build", "--base-url", "https://lain.example/sub/") == 0
    for path in (root / "build").rglob("*"):
        if path.suffix in {".html", ".xml", ".json", ".ics"} and path.name != "manifest.json":
            text = path.read_text("utf-8")
            assert "kecil.example/" not in text, path
    home = (root / "build" / "index.html").read_text("utf-8")
    assert 'href="/sub/pekan/"' in home


def test_drafts_are_built_only_when_asked_for(root: Path) -> None:
    """A draft is seen by its editor and by nobody else."""
    small.write(root, 8, status="draft", title="Draf rahasia")
    run(root, "-q", "build")
    everything = b"".join(p.read_bytes() for p in (root / "build").rglob("*") if p.is_file())
    assert b"Draf rahasia" not in everything
    run(root, "-q", "build", "--drafts")
    assert "Draf rahasia" in (root / "build/entri/rekaan-0008/index.html").read_text("utf-8")


def test_a_deleted_entry_leaves_no_trace(root: Path) -> None:
    """What an editor takes away is gone from pages, feeds, data and search."""
    place = small.write(root, 9, title="Hilangkan saya", person="Orang Yang Hilang")
    run(root, "-q", "build")
    place.unlink()
    run(root, "-q", "build")
    for path in (root / "build").rglob("*"):
        assert "orang-yang-hilang" not in path.as_posix()
        if path.is_file() and path.suffix not in {".pf_fragment", ".pf_index"}:
            data = path.read_bytes()
            assert b"Hilangkan saya" not in data, path
            assert b"rekaan0009" not in data, path


def test_init_makes_a_site_that_builds_and_overwrites_nothing(
    tmp_path: Path, capsys: Captured
) -> None:
    """A new editor has a sound site at once; an old site is safe from a slip."""
    made = tmp_path / "baru"
    assert main(["init", str(made)]) == 0
    assert run(made, "check") == 0
    assert (made / "build" / ".gitignore").read_text("utf-8") == "*\n!.gitignore\n"
    before = {path: path.read_bytes() for path in made.rglob("*") if path.is_file()}
    assert main(["init", str(made)]) == 1
    assert {path: path.read_bytes() for path in made.rglob("*") if path.is_file()} == before
    capsys.readouterr()


def test_new_makes_a_draft_without_problems(root: Path, capsys: Captured) -> None:
    """An entry that is begun never stops a build, and has its id and path at once."""
    words = ("--title", "Apel: gelar #1 'pasukan'", "--date", "Kamis, 1 Februari 2024")
    assert run(root, "new", *words, "--regency", "Kota Tengah") == 0
    path = root / capsys.readouterr().out.strip()
    assert path.relative_to(root).as_posix() == (
        "content/2024/W05/2024-02-01-apel-gelar-1-pasukan.md"
    )
    assert run(root, "check") == 0
    capsys.readouterr()
    assert run(root, "new", *words) == 0
    assert capsys.readouterr().out.strip().endswith("pasukan-2.md")
    assert run(root, "new", "--regency", "Kota Entah") == 2
    assert "Kota Tengah" in capsys.readouterr().err
    assert run(root, "new", "--date", "32/13/2024") == 2


def test_check_says_what_it_cannot_mend(
    root: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An editor whose files cannot be written reads why, and finds nothing left behind."""
    small.write(root, 1)
    source = next(
        path for path in (root / "content").rglob("*.md") if "title: " in path.read_text()
    )
    place = source.with_name("titik-dua.md")
    text = re.sub(r"(?m)^title: .*$", "title: Dialog: Nataru", source.read_text("utf-8"))
    place.write_text(text, "utf-8")

    def refuse(self: Path, *_: object) -> None:
        raise PermissionError(13, "Permission denied", str(self))

    monkeypatch.setattr(Path, "replace", refuse)
    assert run(root, "check", "--fix") == 2
    assert "Permission denied" in capsys.readouterr().err
    assert place.read_text("utf-8") == text
    assert not list(root.rglob(".*.mending"))


def test_check_does_not_guess_at_an_entry_that_is_only_broken(root: Path, capsys: Captured) -> None:
    """A mistake in one file never sends the editor of another after a wrong id."""
    first, second = sorted((root / "content").rglob("*.md"))[:2]
    text = first.read_text("utf-8")
    found = re.search(r"(?m)^id: (.*)$", text)
    assert found
    second.write_text(
        second.read_text("utf-8").replace("\ntitle:", f"\nrelated: [{found[1]}]\ntitle:"), "utf-8"
    )
    assert run(root, "check") == 0
    first.write_text(text.replace("\ntitle:", "\nkind: x\ntitle:"), "utf-8")
    capsys.readouterr()
    assert run(root, "check") == 1
    said = capsys.readouterr().out
    assert "unknown-entry" in said
    assert f"maksud Anda '{found[1][:4]}" not in said
    assert "belum terbaca" in said


def test_build_refuses_an_address_that_is_none(root: Path, capsys: Captured) -> None:
    """A mistyped --base-url never ends up in the feeds of a site."""
    for wrong in ("javascript:x", "situs", "https://contoh.id/?a=1", "mailto:a@contoh.id"):
        assert run(root, "build", "--base-url", wrong) == 2
        assert wrong in capsys.readouterr().err
    assert not (root / "build" / "index.html").exists()
    assert run(root, "build", "--base-url", "https://lain.example/sub/") == 0
    assert b"https://lain.example/sub/" in (root / "build" / "feed.xml").read_bytes()


def test_new_fills_or_shows_every_field(root: Path, capsys: Captured) -> None:
    """An editor finds every key in the file, and no example can be published by mistake."""
    assert run(root, "new", "--title", "Apel", "--date", "2024-02-01") == 0
    path = root / capsys.readouterr().out.strip()
    made = path.read_text("utf-8")
    shown = set(re.findall(r"(?m)^[# -]*(\w+):", made))
    kinds = (Entry, Place, Participant, Source, Correction, Retraction)
    keys = {field.encode_name for kind in kinds for field in fields(kind)}
    assert keys - DERIVED - {"body"} <= shown
    for key, value in re.findall(r"(?m)^#[ -]+(\w+):([^#\n]*)", made):
        assert value.strip() in {"", "[]"}, key
    head, places, rest = made.partition("\n# places:")
    path.write_text(head + re.sub(r"(?m)^# ?", "", places + rest), "utf-8")
    assert run(root, "check", "--format", "json") == 1
    found = json.loads(capsys.readouterr().out)
    assert {one["code"] for one in found} <= {"missing-key", "nameless-participant"}


def test_why_tells_where_an_entry_is_and_why_not(root: Path, capsys: Captured) -> None:
    """An editor who misses an entry somewhere learns the reason."""
    assert run(root, "why", "rekaan-0001") == 0
    out = capsys.readouterr().out
    assert "ADA    /wilayah/kabupaten-selatan/ " in out
    assert "TIDAK  /koreksi/ " in out
    for line in out.splitlines():
        on, path, *_ = line.split()
        file = root / "build" / (path.strip("/") + ("/index.html" if path.endswith("/") else ""))
        if on == "ADA" and path != "/cari/":
            if not file.exists():
                run(root, "-q", "build")
            assert "rekaan-0001" in (
                (root / "build/index.html").read_text("utf-8")
                if path == "/"
                else file.read_text("utf-8")
            ), path
    small.write(root, 8, status="draft")
    run(root, "why", "rekaan0008")
    assert "draft" in capsys.readouterr().out
    assert run(root, "why", "rekaan-001") == 2
    assert "rekaan-00" in capsys.readouterr().err


def test_schema_prints_json_and_a_cms_configuration(root: Path, capsys: Captured) -> None:
    """An editor's tools complete and check as one types."""
    for what in ("entry", "site"):
        assert run(root, "schema", what) == 0
        schema = json.loads(capsys.readouterr().out)
        assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert run(root, "schema", "cms") == 0
    assert '"collections"' in capsys.readouterr().out


def test_a_folder_without_a_site_is_told_in_one_sentence(tmp_path: Path, capsys: Captured) -> None:
    """Whoever runs the command in the wrong folder learns what to do."""
    for verb in ("check", "build"):
        assert run(tmp_path, verb) == 1
        out, err = capsys.readouterr()
        assert "site.yaml:1:1: no-site:" in out + err
        assert "digest init" in out + err


def test_an_empty_site_is_valid(tmp_path: Path) -> None:
    """A site is there before its first entry."""
    root = small.make(tmp_path / "kosong")
    shutil.rmtree(root / "content")
    assert run(root, "-q", "build") == 0
    assert (root / "build" / "index.html").exists()
    assert (root / "build" / "wilayah" / "kota-tengah" / "feed.xml").exists()


def test_a_template_s_mistake_names_its_file_and_line(root: Path, capsys: Captured) -> None:
    """Whoever changes a theme is told where it broke, and nothing is published."""
    place = root / "templates" / "about.html"
    place.parent.mkdir()
    place.write_text(
        '{% extends "!digest/about.html" %}\n{% block main %}\n{{ tidak_ada }}{% endblock %}'
    )
    for verb in ("check", "build"):
        assert run(root, verb) == 1
        out, err = capsys.readouterr()
        assert "templates/about.html:3:1: bad-template:" in out + err
    assert not (root / "build" / "index.html").exists()


def test_wrong_usage_is_status_two(root: Path, capsys: Captured) -> None:
    """A script can tell a wrong call from wrong content."""
    for words in (("ngawur",), ("build", "--ngawur"), ("schema", "ngawur"), ()):
        with pytest.raises(SystemExit) as caught:
            run(root, *words)
        assert caught.value.code == 2
    capsys.readouterr()


def test_english_sites_speak_english(root: Path, capsys: Captured) -> None:
    """The language of a site is that of its messages too."""
    settings = root / "site.yaml"
    settings.write_text(settings.read_text("utf-8") + "language: en\n", "utf-8")
    small.write(root, 5, date="besok")
    assert run(root, "check") == 1
    out, err = capsys.readouterr()
    assert "is not a date" in out
    assert "1 errors" in err


def test_content_is_never_a_template(root: Path) -> None:
    """What an editor types in double braces stays as typed."""
    words = "{{ 7*191 }} {% include 'x' %} {{< short >}} <% 1 %>"
    small.write(root, 5, title=f"'{words.replace(chr(39), chr(39) * 2)}'", body=words)
    assert run(root, "-q", "build") == 0
    page = (root / "build/entri/rekaan-0005/index.html").read_text("utf-8")
    assert "{{ 7*191 }}" in page
    assert "1337" not in page


def test_starting_is_quick_and_loads_little() -> None:
    """Asking for help does not load the program."""
    loaded = "[name for name in sys.modules if name.startswith('digest')]"
    code = f"import sys, digest.cli; digest.cli.parser(); print(len({loaded}))"
    done = subprocess.run((sys.executable, "-c", code), capture_output=True, text=True, check=True)
    assert int(done.stdout) <= 3
