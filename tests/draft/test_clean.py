"""Cleaning: the article is kept, what surrounds it is not, and offsets stay true."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.draft.clean import clean

PAGE = """Camat Ajak Warga Jaga Kampung

Home » Daerah » Uji
Rabu, 24 Januari 2024 | 07:12 WIB | Oleh: Tim
Foto: Camat berbincang dengan warga. (Ist)

UJIAN, KABARUJI.COM – Camat mengajak warga menjaga kampung masing-masing, Selasa (23/1/2024).

Baca Juga: Wali Kota Lain Resmikan Taman Baru

Acara dihadiri oleh:
1. Camat Uji Budi Contoh
2. Lurah Uji Siti Misal

Warga senang mendengar ajakan itu dan mau ikut ronda. (red)

Editor: Sari

BERITA TERKAIT
- Bupati Lain Lantik Pengurus
- Harga Cabai Turun
#Kampung #Ronda
"""


def body(text: str, title: str | None = None) -> list[str]:
    return [text[slice(*span)] for span in clean(text, title).body]


def test_only_the_article_is_kept() -> None:
    """Menus, captions, related headlines, tags and bylines are no part of the report."""
    kept = body(PAGE)
    assert kept[0].startswith("Camat mengajak warga")
    assert kept[-1].startswith("Warga senang mendengar")
    joined = "\n".join(kept)
    for noise in ("Home", "Foto", "Wali Kota Lain", "Bupati Lain", "Editor", "#Kampung"):
        assert noise not in joined


def test_a_list_that_the_article_announces_is_kept() -> None:
    """Those listed behind `dihadiri oleh:` are not taken for a list of headlines."""
    assert "1. Camat Uji Budi Contoh" in body(PAGE)


def test_title_and_dateline_are_told_apart() -> None:
    """The headline and the place in front of the first sentence are known by themselves."""
    parts = clean(PAGE)
    assert PAGE[slice(*parts.title)] == "Camat Ajak Warga Jaga Kampung"
    assert PAGE[slice(*parts.dateline)] == "UJIAN, KABARUJI.COM"


@pytest.mark.parametrize(
    "line",
    [
        "Uji (ANTARA) - ",
        "KABAR UJI | UJIAN – ",
        "KABARUJI.COM, UJIAN || ",
        "Ujian -- ",
        "UJIAN, - ",
        "Kabaruji.com,- ",
        "UJIAN, Rabu (9/7/2025) – ",
        "Ujian, 9 Juli 2025 - ",
    ],
)
def test_outlets_write_datelines_in_many_ways(line: str) -> None:
    """Whatever its dash, a dateline is not read as part of the sentence."""
    text = f"Judul Berita Uji Coba\n\n{line}Warga berkumpul di balai desa untuk rapat bersama.\n"
    assert body(text) == ["Warga berkumpul di balai desa untuk rapat bersama."]


def test_a_short_sentence_of_its_own_belongs_to_the_article() -> None:
    """It may be the one that tells the day; a label has no full stop."""
    text = (
        "Warga berkumpul di balai desa untuk rapat bersama.\n\nRapat itu digelar kemarin.\n\nBudi"
    )
    assert body(text, "x")[1:] == ["Rapat itu digelar kemarin."]


def test_a_link_inside_a_paragraph_cuts_it() -> None:
    """What follows `Baca juga` on the line is another article's."""
    text = "Rapat itu membahas jalan desa yang rusak. (Baca juga: Pasar Lain Terbakar Habis)\n"
    assert body(text, "x") == ["Rapat itu membahas jalan desa yang rusak."]


def test_a_numbered_list_inside_the_article_is_kept() -> None:
    """A list that counts from one is the article's, though no colon announces it."""
    listed = ["1. Uji Contoh, Kades Misal (Coba)", "2. Contoh Misal, Kades Coba (Uji)"]
    prose = "Delapan kepala desa dilantik bupati di pendopo pada hari itu juga."
    said = body("\n\n".join(["Judul Berita Uji Coba", prose, *listed, prose]))
    assert said == [prose, *listed, prose]
    headlines = ["Berita Terkait", "1. Bupati Uji Coba Dilantik", "2. Warga Uji Coba Gembira"]
    assert body("\n\n".join(["Judul Berita Uji Coba", prose, *headlines])) == [prose]


def test_a_long_list_of_officials_is_prose() -> None:
    """A paragraph of names in capitals is not taken for a menu."""
    line = (
        "Turut hadir Camat Uji Budi Contoh, Kapolsek Uji AKP Amin Misal, Danramil Uji Kapten Inf "
        "Dedi Ujian, Lurah Uji Siti Umpama, dan Ketua LPM Uji Rudi Coba."
    )
    assert body(f"Judul Berita\n\n{line}\n") == [line]


@given(st.text(max_size=400), st.none() | st.text(max_size=20))
def test_spans_stay_within_any_text(text: str, title: str | None) -> None:
    """Whatever a page holds, the spans point into it and the body is in order."""
    parts = clean(text, title)
    assert all(0 <= start <= end <= len(text) for start, end in parts.body)
    assert list(parts.body) == sorted(parts.body)
