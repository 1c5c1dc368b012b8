"""Draft files: complete, checkable, new, and in their place."""

import os
import sys
from pathlib import Path, PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.config import Config
from digest.decode import entries
from digest.draft.duplicates import Duplicate
from digest.draft.model import Article, Draft, Evidence, Note
from digest.draft.source import SourceError, clean
from digest.draft.write import create, create_file, draft_text, entry_path, mint_id
from digest.entry import Entry
from digest.regency import load

GAZETTEER = load()
CONFIG = Config("Situs", "Uji", "https://example.org", "example.org,2023")
# Invented people and places.
TEXT = (
    "Musyawarah Desa\n\nKepala Desa Sukamaju Budi Contoh membuka musyawarah di Balai Desa "
    "Sukamaju, Selasa (23/1/2024). Siti hadir."
)
SENTENCE = TEXT.partition("\n\n")[2].partition(" Siti")[0]
ARTICLE = Article(text=TEXT)
ENTRY: dict[str, object] = {
    "title": "Musyawarah Desa: Jalan Rusak",
    "date": "2024-01-23",
    "kind": "meeting",
    "mode": "offline",
    "places": [{"regency": "32.12", "venue": "Balai Desa Sukamaju", "district": None}],
    "concerns": ["32.09"],
    "participants": [
        {"name": "Budi Contoh", "position": "Kepala Desa", "role": "organizer"},
        {"name": "Siti", "title": "", "role": "attendee"},
    ],
    "topics": ["jalan rusak"],
    "summary": "Warga bermusyawarah.",
    "sources": [{"url": "https://kabar.example/1", "publisher": "Kabar Contoh"}],
}


def evidence(field: str, words: str) -> Evidence:
    start = TEXT.index(words)
    return Evidence(field, start, start + len(words), SENTENCE)


def written(draft: Draft, language: str = "id", article: Article = ARTICLE) -> str:
    same = (Duplicate("1", "content/2024/W04/lain.md", ("people",)),)
    return draft_text(
        "0123456789", draft, article, gazetteer=GAZETTEER, language=language, same=same
    )


def checked(text: str) -> Entry:
    """Read a draft as `check` does, and hold it to have no problem."""
    found, problems = entries("content/a.md", text.encode(), GAZETTEER, CONFIG)
    assert problems == ()
    return found[0]


def test_a_draft_passes_the_check() -> None:
    """What is written is an entry that the site can read, with every value as proposed."""
    entry = checked(written(Draft(is_event=True, reason="", entry=ENTRY)))
    assert (entry.id, entry.status, entry.title) == (
        "0123456789",
        "draft",
        "Musyawarah Desa: Jalan Rusak",
    )
    assert entry.places[0].regency == "32.12"
    assert entry.concerns == ("32.09",)
    assert [each.name for each in entry.participants] == ["Budi Contoh", "Siti"]
    assert entry.sources[0].publisher == "Kabar Contoh"


def test_an_empty_draft_passes_the_check() -> None:
    """Even when nothing was found, the file can be read and completed."""
    assert checked(written(Draft(is_event=True, reason="", entry={"title": "X"}))).title == "X"


def test_what_is_incomplete_waits_in_comments() -> None:
    """A place without a regency or a source without an address never makes the check fail."""
    entry = {
        **ENTRY,
        "places": [{"venue": "Balai: Desa"}],
        "sources": [{"publisher": "Kabar", "title": "X"}, *ENTRY["sources"]],  # type: ignore[misc]
    }
    proof = evidence("places[0].venue", "Balai Desa Sukamaju")
    text = written(Draft(is_event=True, reason="", entry=entry, evidence=(proof,)))
    assert checked(text).places == ()
    assert [each.publisher for each in checked(text).sources] == ["Kabar Contoh"]
    assert text.endswith(
        "# Lengkapi tanda … lalu hapus # di depan baris-baris ini:\n"
        "# places:\n"
        "#   - regency: '…'\n"
        f"#     # naskah: «{SENTENCE}»\n"
        "#     venue: 'Balai: Desa'\n"
        "# sources:\n"
        "#   - url: '…'\n"
        "#     publisher: Kabar\n"
        "#     title: X\n"
        "---\n"
    )
    assert "# Belum diisi: places, published\n" in text


def test_a_draft_reads_like_a_form() -> None:
    """An editor sees what to look at, why, and the sentence behind it."""
    draft = Draft(
        is_event=True,
        reason="",
        entry=ENTRY,
        evidence=(
            evidence("date", "Selasa (23/1/2024)"),
            evidence("places[0].venue", "Balai Desa Sukamaju"),
            evidence("participants[1].role", "Siti"),
        ),
        unsure=("date", "participants[1].role", "time"),
        notes=(Note("date", "kode-uji"), Note("end_date", "kode-lain")),
    )
    assert written(draft) == (
        "---\n"
        "# Draf otomatis: periksa baris bertanda PERIKSA, lengkapi, lalu hapus `status: draft`.\n"
        "# Belum diisi: published\n"
        "# Mungkin peristiwa yang sama dengan content/2024/W04/lain.md: tambahkan sumber di sana "
        "saja.\n"
        "# end_date: kode-lain\n"
        "# Tidak ditemukan dalam naskah: time\n"
        "id: 0123456789\n"
        "status: draft\n"
        "title: 'Musyawarah Desa: Jalan Rusak'\n"
        f"# PERIKSA: kode-uji «{SENTENCE}»\n"
        "date: 2024-01-23\n"
        "kind: meeting\n"
        "mode: offline\n"
        "places:\n"
        "  - regency: Kabupaten Indramayu\n"
        "    venue: Balai Desa Sukamaju\n"
        "concerns:\n"
        "  - Kabupaten Cirebon\n"
        "participants:\n"
        "  - name: Budi Contoh\n"
        "    position: Kepala Desa\n"
        "    role: organizer\n"
        "  - name: Siti\n"
        f"    # PERIKSA: belum pasti «{SENTENCE}»\n"
        "    role: attendee\n"
        "topics:\n"
        "  - jalan rusak\n"
        "summary: Warga bermusyawarah.\n"
        "sources:\n"
        "  - url: https://kabar.example/1\n"
        "    publisher: Kabar Contoh\n"
        "---\n"
    )


def test_a_fact_shows_its_sentence_once() -> None:
    """The sentence behind the facts is shown where it is first used, in the site's language."""
    proofs = (evidence("date", "23/1/2024"), evidence("places[0].venue", "Balai"))
    text = written(Draft(is_event=True, reason="", entry=ENTRY, evidence=proofs), "en")
    assert text.count(SENTENCE) == 1
    assert f"# text: «{SENTENCE}»\ndate: 2024-01-23\n" in text


def test_a_long_sentence_is_cut_around_its_words() -> None:
    """The words a field was taken from are in sight, however long their sentence."""
    text = f"{'awal ' * 99}Budi Contoh{' akhir' * 99}"
    start = text.index("Budi")
    proof = Evidence("participants[0].name", start, start + 11, text)
    draft = Draft(is_event=True, reason="", entry=ENTRY, evidence=(proof,))
    line = next(
        each for each in written(draft, article=Article(text=text)).split("\n") if "«" in each
    )
    assert "Budi Contoh" in line
    assert "«…" in line
    assert "…»" in line
    assert len(line) < 240


@given(st.text(), st.text(min_size=1))
def test_no_text_gets_out_of_its_place(sentence: str, title: str) -> None:
    """Whatever an article says, it stays in its comment or its value: the draft says the same."""
    title = clean(title)
    proof = Evidence("title", 0, 1, sentence)
    draft = Draft(
        is_event=True,
        reason="",
        entry={**ENTRY, "title": title},
        evidence=(proof, Evidence("date", 0, 1, sentence)),
        unsure=("title",),
        notes=(Note("places", sentence),),
    )
    text = written(draft)
    found, _ = entries("content/a.md", text.encode(), GAZETTEER, CONFIG)
    for entry in found:
        assert (entry.status, entry.id, entry.summary) == ("draft", "0123456789", ENTRY["summary"])
    assert text.count("\nstatus: ") == 1


@given(st.binary(min_size=7, max_size=20))
def test_an_id_is_ten_clear_letters(entropy: bytes) -> None:
    """Ids have one length and no letter that is taken for another."""
    assert len(mint_id(entropy)) == 10
    assert set(mint_id(entropy)) <= set("0123456789abcdefghjkmnpqrstvwxyz")


def test_ids_use_every_bit() -> None:
    """Ids of different random bytes differ; too few bytes are refused."""
    assert mint_id(bytes(7)) == "0000000000"
    assert mint_id(b"\xff" * 7) == "zzzzzzzzzz"
    ids = {mint_id((1 << bit).to_bytes(7, "big")) for bit in range(50)}
    assert len(ids) == 50
    with pytest.raises(ValueError, match="7 random bytes"):
        mint_id(bytes(6))


@pytest.mark.parametrize(
    ("day", "path"),
    [
        ("2023-11-29", "content/2023/W48/2023-11-29-dialog-nataru.md"),
        ("2023-01-01", "content/2022/W52/2023-01-01-dialog-nataru.md"),
        (None, "content/draf/dialog-nataru.md"),
        ("besok", "content/draf/dialog-nataru.md"),
        ("../../etc", "content/draf/dialog-nataru.md"),
    ],
)
def test_a_file_is_named_by_week_and_day(day: str | None, path: str) -> None:
    """A draft lies where its event belongs, by the ISO week."""
    assert entry_path(day, "Dialog: Nataru!") == PurePosixPath(path)


def test_a_title_cannot_name_a_path() -> None:
    """A headline that names a path becomes a plain file name."""
    assert entry_path(None, "../../../etc/passwd") == PurePosixPath("content/draf/etc-passwd.md")


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    """A second draft of one name gets the next free one, also if the name is used elsewhere."""
    path = PurePosixPath("content/draf/a.md")
    made = [create(tmp_path, path, str(number), {"a-2"}) for number in range(3)]
    assert [each.name for each in made] == ["a.md", "a-3.md", "a-4.md"]
    assert [each.read_text(encoding="utf-8") for each in made] == ["0", "1", "2"]
    with pytest.raises(FileExistsError):
        create_file(made[0], "x")
    assert made[0].read_text(encoding="utf-8") == "0"


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right there")
def test_a_link_does_not_lead_out(tmp_path: Path) -> None:
    """A folder that is a link to elsewhere gets no file, and no folder is made behind it."""
    outside, root = tmp_path / "luar", tmp_path / "situs"
    outside.mkdir()
    root.mkdir()
    (root / "content").symlink_to(outside)
    with pytest.raises(SourceError) as raised:
        create(root, PurePosixPath("content/2024/W04/a.md"), "x")
    assert raised.value.code == "draft-outside"
    assert list(outside.iterdir()) == []


def test_half_a_file_does_not_stay(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the disk is full, no broken entry is left behind."""

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        create_file(tmp_path / "a.md", "x")
    assert list(tmp_path.iterdir()) == []
