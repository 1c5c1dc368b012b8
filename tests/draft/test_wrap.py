"""Wrapping: lines broken at a width become paragraphs; all else stays where it was."""

from textwrap import fill

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.draft.wrap import unwrapped

HEAD = "Camat Uji Ajak Warga Menanam Pohon"
FIRST = (
    "UJIAN, KABARUJI.COM – Camat Uji Drs. H. Budi Contoh mengajak warga menanam pohon di lereng "
    "Bukit Misal, Selasa (23/1/2024). Ajakan itu disambut Kepala Desa Misal Siti Andai dan para "
    "pemuda desa yang sudah menyiapkan lubang tanam sejak pekan lalu."
)
LINK = "Baca juga: Wali Kota Lain Resmikan Taman"
SECOND = (
    "Kegiatan itu diikuti pula oleh Ketua Kelompok Tani Misal Joko Umpama serta anggota Karang "
    "Taruna yang membawa bibit dari rumah masing-masing dan menanamnya bersama para tetua kampung."
)
LIST = ["Hadir dalam kegiatan itu:", "1. Camat Uji Budi Contoh", "2. Lurah Uji Siti Misal"]


@pytest.mark.parametrize("width", [60, 72, 80, 100])
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_joins_paragraphs(width: int, gap: str) -> None:
    whole = [HEAD, FIRST, LINK, SECOND, *LIST]
    broken = gap.join(fill(each, width) for each in whole)
    assert unwrapped(broken) == gap.join(whole)


def test_joins_an_odd_break_in_a_broken_text() -> None:
    broken = (
        fill(SECOND, 70) + "\nHadir pula Komandan Koramil Uji Kapten Inf\n" + fill(FIRST[22:], 70)
    )
    assert "Kapten Inf Camat Uji" in unwrapped(broken)


def test_joins_a_long_line_without_a_stop() -> None:
    first = "Hadir dalam acara itu para kepala desa, para guru, serta gubernur yang diwakili oleh "
    assert unwrapped(f"{HEAD}\n{first}Kepala Dinas Misal\n{SECOND}").endswith(f"Misal {SECOND}")


def test_leaves_lists_and_headlines() -> None:
    text = "\n".join(
        [HEAD, "oleh Tim", FIRST, *LIST, "Guru Uji Ali", "kepala sekolah Ani", LINK, SECOND]
    )
    assert unwrapped(text) == text


@given(st.text(alphabet="aB .,\n1", max_size=200))
def test_moves_nothing(text: str) -> None:
    joined = unwrapped(text)
    assert len(joined) == len(text)
    assert joined.split() == text.split()
