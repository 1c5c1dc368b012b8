"""Entries: decoded by their types, every problem told."""

import datetime as dt
import re

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digest import config, decode, regency, report
from digest.config import Config
from digest.entry import (
    Correction,
    Entry,
    Participant,
    Place,
    Retraction,
    Source,
    outlet,
    own_regency,
    regencies,
)
from digest.problem import Problem

GAZETTEER = regency.load()
PATH = "content/2023/2023-11-29-contoh.md"
SITE = Config(
    title="Contoh", description="", base_url="https://example.org", id_authority="example.org,2023"
)
WIB = dt.timezone(dt.timedelta(hours=7))
WHOLE = """\
id: contoh-1
title: Dialog di aula
status: published
published: 2023-11-30T08.15 WIB
updated: 2023-12-01T08.15 WIB
date: Rabu, 29 November 2023
end_date: 2023-11-30
time: 09.00
date_precision: day
kind: dialogue
mode: mixed
event_status: held
places:
  - regency: Kab. Indramayu
    district: Indramayu
    venue: Aula Patriatama
    precision: gedung
    lat: -6.3276
    lon: 108.32
concerns: [32.71, Kota Bandung]
participants:
  - name: Hamzah Badaru
    title: Kompol
    position: Wakapolres Indramayu
    organisation: Polres Indramayu
    role: speaker
    on_behalf_of: M. Fahri Siregar
  - organisation: FKUB Kabupaten Indramayu
topics: [kamtibmas, Pemilu 2024]
sources:
  - url: https://contoh.id/berita?a=1#b
    publisher: Contoh
    title: Dialog
    author: Lilis
    editor: Irfan
    published: 2023-11-29
    accessed: 2023-11-30
    archived: https://arsip.contoh.id/1
summary: Polres Indramayu mengikuti dialog.
part_of: contoh-0
related: [contoh-2]
corrections:
  - date: 2023-12-01
    text: Nama diperbaiki.
aliases: [/berita/lama/]
"""
LEAST = """\
id: contoh-1
title: Dialog
date: 2023-11-29
places: [{regency: 32.12}]
topics: [kamtibmas]
sources: [{url: https://contoh.id/, publisher: Contoh}]
summary: Dialog.
published: 2023-11-30T08:15:00+07:00
"""


def read(text: str, path: str = PATH) -> tuple[tuple[Entry, ...], tuple[Problem, ...]]:
    """Decode a file."""
    return decode.entries(path, text.encode(), GAZETTEER, SITE)


def md(header: str, body: str = "Isi.\n") -> str:
    """Give the text of an entry."""
    return f"---\n{header}---\n{body}"


def codes(header: str, body: str = "Isi.\n") -> list[str]:
    """Give the codes of the problems of an entry, in order."""
    return [problem.code for problem in read(md(header, body))[1]]


def changed(key: str, line: str) -> str:
    """Give the least entry with one key changed, added, or (empty) left out."""
    rest = re.sub(rf"(?m)^{key}:.*\n", "", LEAST)
    return rest + (f"{key}: {line}\n" if line else "")


def test_whole_entry() -> None:
    """Every key an editor may type arrives in its field."""
    (entry,), problems = read(md(WHOLE, "\nIsi *teks*.\n"))
    assert not problems
    assert msgspec.structs.replace(entry, digest="", lines={}) == Entry(
        id="contoh-1",
        slug="2023-11-29-contoh",
        path=PATH,
        digest="",
        title="Dialog di aula",
        summary="Polres Indramayu mengikuti dialog.",
        published=dt.datetime(2023, 11, 30, 8, 15, tzinfo=WIB),
        updated=dt.datetime(2023, 12, 1, 8, 15, tzinfo=WIB),
        date=dt.date(2023, 11, 29),
        end_date=dt.date(2023, 11, 30),
        time=dt.time(9, 0),
        kind="dialogue",
        mode="mixed",
        places=(Place("32.12", "Indramayu", "Aula Patriatama", "gedung", -6.3276, 108.32),),
        concerns=("32.71", "32.73"),
        participants=(
            Participant(
                "Hamzah Badaru",
                "Kompol",
                "Wakapolres Indramayu",
                "Polres Indramayu",
                "speaker",
                "M. Fahri Siregar",
            ),
            Participant(organisation="FKUB Kabupaten Indramayu"),
        ),
        topics=("kamtibmas", "Pemilu 2024"),
        sources=(
            Source(
                "https://contoh.id/berita?a=1#b",
                "Contoh",
                "Dialog",
                "Lilis",
                "Irfan",
                "2023-11-29",
                dt.date(2023, 11, 30),
                "https://arsip.contoh.id/1",
            ),
        ),
        part_of="contoh-0",
        related=("contoh-2",),
        corrections=(Correction(dt.date(2023, 12, 1), "Nama diperbaiki."),),
        aliases=("/berita/lama/",),
        body="Isi *teks*.",
    )


def test_every_key_of_the_model_is_read() -> None:
    """No field is added to the model that an editor cannot type."""
    typed = set(re.findall(r"(?m)^(\w+):", WHOLE)) | {"merged_into", "retraction", "body"}
    assert typed == set(Entry.__struct_fields__) - {"slug", "path", "digest", "lines"}


def test_the_cache_can_hold_an_entry() -> None:
    """An entry that was decoded survives MessagePack unchanged."""
    (entry,), _ = read(md(WHOLE))
    assert msgspec.msgpack.decode(msgspec.msgpack.encode(entry), type=Entry) == entry


@pytest.mark.parametrize(
    "key", ["id", "title", "date", "places", "topics", "sources", "summary", "published"]
)
@pytest.mark.parametrize("line", ["", '""'])
def test_required_keys(key: str, line: str) -> None:
    """An entry without a required key, or with nothing behind it, is not published."""
    entries, problems = read(md(changed(key, line)))
    assert not entries
    assert [(each.code, each.values["key"]) for each in problems] == [("missing-key", key)]


def test_draft_may_lack_everything_but_its_id() -> None:
    """A draft can be saved before it is finished."""
    (entry,), problems = read(md("id: contoh-1\nstatus: draft\ntitle:\ndate:\n"))
    assert not problems
    assert (entry.published, entry.date, entry.title) == (None, None, "2023-11-29-contoh")
    assert codes("status: draft\n") == ["missing-key"]


def test_retracted_and_merged() -> None:
    """A retraction needs its reason, a merger its target, and neither stands without its status."""
    assert codes(changed("status", "retracted")) == ["missing-key"]
    why = "retraction: {date: 2023-12-01, reason: Dicabut.}\n"
    (entry,), problems = read(md(changed("status", "retracted") + why))
    assert not problems
    assert entry.retraction == Retraction(dt.date(2023, 12, 1), "Dicabut.")
    assert codes("id: contoh-1\ntitle: x\nstatus: merged\n") == ["missing-key"]
    assert codes("id: contoh-1\ntitle: x\nstatus: merged\nmerged_into: contoh-2\n") == []
    assert codes(LEAST + why) == ["status-mismatch"]
    assert codes(changed("merged_into", "contoh-2")) == ["status-mismatch"]


@pytest.mark.parametrize("blank", ['" "', '"\\t"', "'\u00a0'", '"\\u3000"'])
def test_blanks_are_nothing(blank: str) -> None:
    """A value of blanks alone is not taken for a title."""
    assert codes(changed("title", blank)) == ["missing-key"]
    assert codes(changed("topics", f"[{blank}]")) == ["empty-item"]


def test_long_slugs_of_lists() -> None:
    """An entry of a list has a page whose name fits on a disk."""
    item = "- " + LEAST.replace("\n", "\n  ").rstrip() + "\n"
    assert [each.code for each in read(item, f"content/{'x' * 195}.yaml")[1]] == ["bad-slug"]


def test_repeated_items() -> None:
    """One topic or regency that is typed twice is told, in whatever spelling."""
    assert codes(changed("topics", "[a, b, a]")) == ["repeated-item"]
    assert codes(changed("concerns", "[Kota Bandung, 32.73]")) == ["repeated-item"]


CODES = list(GAZETTEER.regencies)
LIMITS = [
    ("title", "é" * 200, "é" * 201, "too-long"),
    ("summary", "x" * 2000, "x" * 2001, "too-long"),
    ("id", "a" * 40, "a" * 41, "bad-id"),
    ("id", "abcd", "abc", "bad-id"),
    ("topics", str([f"t{n}" for n in range(30)]), str([f"t{n}" for n in range(31)]), "too-many"),
    ("concerns", str(CODES[:100]), str(CODES[:101]), "too-many"),
    (
        "related",
        str([f"abc{n}" for n in range(50)]),
        str([f"abc{n}" for n in range(51)]),
        "too-many",
    ),
    ("participants", "[" + "{name: x}, " * 200 + "]", "[" + "{name: x}, " * 201 + "]", "too-many"),
    (
        "places",
        "[{regency: 32.12, lat: -90, lon: 180}]",
        "[{regency: 32.12, lat: -90.1, lon: 180}]",
        "bad-number",
    ),
    (
        "places",
        "[{regency: 32.12, lat: 90, lon: -180}]",
        "[{regency: 32.12, lat: 0, lon: 180.01}]",
        "bad-number",
    ),
]


@pytest.mark.parametrize(("key", "most", "more", "code"), LIMITS)
def test_limits(key: str, most: str, more: str, code: str) -> None:
    """A value may be as large as its limit, and no larger."""
    assert codes(changed(key, most)) == []
    assert codes(changed(key, more)) == [code]


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "//contoh.id",
        "vbscript:x",
        "&#106;avascript:alert(1)",
        "'java\tscript:alert(1)'",
        "https:contoh.id",
        "https://",
        "https://user:pass@contoh.id/",
        "https://contoh.id/a b",
        'https://contoh.id/"><script>',
        "https://contoh.id\\@evil.example",
        "/berita",
        "ftp://contoh.id",
        "https://contoh..id/",
        "http://contoh.id:99999/",
        "mailto:",
        "mailto:a",
        "https://contoh.id/%zz",
        "x",
        "https://-a.id/",
    ],
)
@pytest.mark.parametrize("key", ["url", "archived"])
def test_unsafe_addresses(address: str, key: str) -> None:
    """No address gets onto a page that is not a whole https, http or mailto one."""
    other = "" if key == "url" else "url: https://contoh.id/, "
    quoted = address if address.startswith("'") else "'" + address.replace("'", "''") + "'"
    found = codes(changed("sources", f"[{{{other}{key}: {quoted}, publisher: x}}]"))
    assert found in (["bad-url"], ["unsafe-url"])


@pytest.mark.parametrize(
    "address",
    [
        "https://contoh.id",
        "http://contoh.id:8080/a/b.html?c=d&e=%20f#g",
        "mailto:a@contoh.id",
        "HTTPS://Contoh.ID/A",
        "https://contoh.id/berita/polisi-–-warga",
        "https://192.0.2.1/",
        "https://пример.example/",
        "https://contoh.id/a(b)'c",
    ],
)
def test_safe_addresses(address: str) -> None:
    """Real addresses are taken as they are."""
    quoted = address.replace("'", "''")
    (entry,), problems = read(md(changed("sources", f"[{{url: '{quoted}', publisher: x}}]")))
    assert not problems
    assert entry.sources[0].url == address


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("32.12", "32.12"),
        ("3212", "32.12"),
        ("Kabupaten Indramayu", "32.12"),
        ("kab indramayu", "32.12"),
        ("Indramayu", "32.12"),
        ("KOTA BOGOR", "32.71"),
    ],
)
def test_ways_to_write_a_regency(typed: str, code: str) -> None:
    """A regency may be typed as its code, full name, or a bare name that is not ambiguous."""
    (entry,), problems = read(md(changed("places", f"[{{regency: {typed}}}]")))
    assert not problems
    assert entry.places[0].regency == code


def test_ambiguous_regency_names_both() -> None:
    """A bare name of two regencies is never guessed."""
    _, (problem,) = read(md(changed("places", "[{regency: Bogor}]")))
    assert problem.code == "ambiguous-regency"
    assert problem.values["names"] == "Kabupaten Bogor (32.01), Kota Bogor (32.71)"


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("2023-11-29-x", None),
        ("Café_Ñ.1", None),
        ("index", "bad-slug"),
        ("con", "bad-slug"),
        ("COM1", "bad-slug"),
        ("a b", "bad-slug"),
        ("a%2e", "bad-slug"),
        ("..", "bad-slug"),
        ("a\\b", "bad-slug"),
        ("-a", "bad-slug"),
        ("a.", "bad-slug"),
        ("a\u202eb", "bad-slug"),
        ("x" * 200, None),
        ("x" * 201, "bad-slug"),
        ("é" * 101, "bad-slug"),
    ],
)
def test_names_of_files(name: str, code: str | None) -> None:
    """A file's name is a safe part of an address, or a problem that offers a better one."""
    entries, problems = read(md(LEAST), f"content/{name}.md")
    assert [each.code for each in problems] == ([code] if code else [])
    assert bool(entries) == (code is None)


def test_slug_is_composed() -> None:
    """A file's name means the same page however its accents are stored."""
    (first,), _ = read(md(LEAST), "content/cafe\u0301.md")
    (second,), _ = read(md(LEAST), "content/caf\u00e9.md")
    assert first.slug == second.slug == "caf\u00e9"


@pytest.mark.parametrize(
    "path",
    [
        "../x",
        "/../x",
        "a/../b",
        "a/%2e%2e/b",
        "a\\b",
        "https://x.id/",
        "//x",
        "a/con/b",
        ".",
    ],
)
def test_unsafe_aliases(path: str) -> None:
    """A former path stays within the site."""
    assert codes(changed("aliases", f"['{path}']")) == ["bad-alias"]


def test_no_null_in_an_alias() -> None:
    """A NUL does not get into a path by an escape."""
    assert codes(changed("aliases", '["a\\0b"]'))[0] == "bad-character"


def test_yaml_file_with_one_entry() -> None:
    """An entry may be one mapping, its body under `body`, every line as typed."""
    (entry,), problems = read(LEAST + "body: |\n  Isi  a.\n\n  # b\n", "content/a.yaml")
    assert not problems
    assert (entry.slug, entry.body) == ("a", "Isi  a.\n\n# b\n")


def test_yaml_file_with_a_list() -> None:
    """Entries in a list have slugs of their own, digests of their own, and lines of the file."""
    first = "- " + LEAST.replace("\n", "\n  ").rstrip() + "\n"
    second = first.replace("contoh-1", "contoh-2")
    (a, b), problems = read(first + second, "content/a.yaml")
    assert not problems
    assert (a.slug, b.slug) == ("a-contoh-1", "a-contoh-2")
    assert b.lines["id"] == (9, 3)
    (c, _), _ = read(first + second.replace("Dialog", "Rapat"), "content/a.yaml")
    assert (c.digest == a.digest, c == a) == (True, True)
    (_, d), _ = read(first + "# x\n" + second, "content/a.yaml")
    assert d.digest != b.digest


@settings(deadline=None)
@given(st.sampled_from([WHOLE, LEAST]), st.integers(0, 1200), st.text(max_size=3))
def test_equal_digests_mean_equal_entries(text: str, place: int, typed: str) -> None:
    """A changed file that gives another entry never has the old digest."""
    other = text[:place] + typed + text[place + len(typed) :]
    (first,), _ = read(md(text))
    entries, _ = read(md(other))
    for entry in entries:
        assert (entry.digest != first.digest) or entry == first


def test_digest_knows_the_zone() -> None:
    """A site that changes its zone reads moments without one anew."""
    text = md(changed("published", "2023-11-30 08.15")).encode()
    east = msgspec.structs.replace(SITE, timezone="Asia/Jayapura")
    (first,), _ = decode.entries(PATH, text, GAZETTEER, SITE)
    (second,), _ = decode.entries(PATH, text, GAZETTEER, east)
    assert first.published != second.published
    assert first.digest != second.digest


def test_lines_of_keys() -> None:
    """A problem found across entries can show the key, and the item of a list, it is about."""
    (entry,), _ = read(md(WHOLE))
    lines = md(WHOLE).split("\n")
    shown = {key: lines[line - 1][column - 1 :] for key, (line, column) in entry.lines.items()}
    assert shown["id"] == "id: contoh-1"
    assert shown["related"] == "related: [contoh-2]"
    assert shown["related.0"] == "contoh-2]"
    assert shown["aliases.0"] == "/berita/lama/]"
    assert shown["body"] == "Isi."


def test_planned_event_may_come_after_publication() -> None:
    """An event that is announced is dated after its publication; one that was held is not."""
    assert codes(changed("date", "2023-12-24")) == ["date-after-published"]
    assert codes(changed("date", "2023-12-24") + "event_status: planned\n") == []
    assert codes(changed("date", "2023-12-24") + "date_precision: month\n") == []


def test_texts_are_one_line() -> None:
    """A title or summary that was folded over lines is one line of text."""
    (entry,), problems = read(md(changed("summary", ">\n  Satu\n\n  dua.\n") + "kind: other\n"))
    assert not problems
    assert entry.summary == "Satu dua."


def test_every_problem_at_once() -> None:
    """One run tells of every key that is wrong, each at its own place."""
    header = re.sub(r": (?=\S)", ": x!", WHOLE.replace("regency: ", "regency:  "))
    _, problems = read(md(header))
    lines = [problem.span.line for problem in problems]
    assert len(set(lines)) >= 20
    for problem in problems:
        assert problem.span.text == md(header).split("\n")[problem.span.line - 1]


def test_a_bad_entry_of_a_list_leaves_the_others_told() -> None:
    """A problem in one entry of a file does not hide those of another."""
    item = "- id: x\n  status: draft\n"
    found = [problem.span.line for problem in read(item * 500, "content/a.yaml")[1]]
    assert found == [1 + 2 * n for n in range(500)]


@settings(deadline=None)
@given(st.binary(max_size=400), st.sampled_from([PATH, "content/a.yaml", "content/\udcff.md", ""]))
def test_any_bytes(data: bytes, path: str) -> None:
    """No content file ends the program, and no problem of it ends the report."""
    for each in (data, b"---\n" + data + b"\n---\n", LEAST.encode() + data):
        entries, problems = decode.entries(path, each, GAZETTEER, SITE)
        assert entries or problems
        assert report.text(problems, "id").isprintable() or "\n" in report.text(problems, "id")


@settings(deadline=None)
@given(st.dictionaries(st.sampled_from(sorted(Entry.__struct_fields__)), st.text(max_size=30)))
def test_any_values(typed: dict[str, str]) -> None:
    """Any text in any key is an entry or a problem."""
    header = "".join(f"{key}: {value!r}\n" for key, value in typed.items())
    entries, problems = read(md(header))
    assert entries or problems


@settings(deadline=None)
@given(st.text(max_size=200))
def test_any_settings(typed: str) -> None:
    """No settings file ends the program."""
    found, problems = config.parse("site.yaml", typed.encode("utf-8", "surrogatepass"))
    assert found is None
    assert problems


def test_one_place_with_a_regency_and_one_whole_source_are_enough() -> None:
    """An editor may name a room on a line, and a report that was only printed."""
    places = "[{venue: Zoom}, {regency: 32.12, venue: Aula}]"
    sources = "[{publisher: Koran Cetak}, {url: https://contoh.id/, publisher: Contoh}]"
    header = changed("places", places).replace(
        "sources: [{url: https://contoh.id/, publisher: Contoh}]", f"sources: {sources}"
    )
    (entry,), problems = read(md(header))
    assert not problems
    assert [place.regency for place in entry.places] == ["", "32.12"]
    assert own_regency(entry) == "32.12"
    assert regencies(entry) == ("32.12",)
    assert [outlet(source) for source in entry.sources] == ["Koran Cetak", "Contoh"]
    assert codes(changed("places", "[{venue: Zoom}]")) == ["missing-key"]
    assert codes(changed("places", "[{regency: 32.12}, {precision: gedung}]")) == ["missing-key"]
    for lacking in ("[{url: https://contoh.id/}]", "[{publisher: Contoh}]", "[{author: Lilis}]"):
        assert codes(changed("sources", lacking)) == ["missing-key"]
    half = "[{url: https://contoh.id/}, {publisher: Contoh}]"
    assert codes(changed("sources", half)) == ["missing-key"]
