"""Other kinds of text: what speaks against an event, by form as well as by words."""

import pytest

from digest.draft.genre import against
from digest.draft.token import sentences


def read(title: str, text: str, *lines: str) -> tuple[float, str]:
    rows = sentences(text, [(0, len(text))])
    return against(rows, sentences(title, [(0, len(title))]), lines)


@pytest.mark.parametrize(
    ("title", "text", "reason"),
    [
        ("Kartu Hilang", "Siapkan KTP. Datang ke loket. Isi formulir pada Senin.", "announcement"),
        ("Bangku Itu", "Saya heran. Apakah kita lupa? Kita diam sejak Senin.", "opinion"),
        ("Perahu Tua", "Konon perahu itu dibuat pada 1890, dan hingga kini dipakai.", "profile"),
        ("Rumah di Tepi", "Rumah itu ludes, kerugian ditaksir besar, Senin.", "incident"),
        ("Beras", "Rp 1, Rp 2, Rp 3, Rp 4, Rp 5, Rp 6, Rp 7, Rp 8 per Senin.", "statistics"),
    ],
)
def test_the_form_of_a_text_tells_its_kind(title: str, text: str, reason: str) -> None:
    """Orders to the reader, the first person, habits and old years, prices: no report has many."""
    weight, found = read(title, text)
    assert found == reason
    assert weight > 1


def test_a_quotation_is_not_the_voice_of_the_text() -> None:
    """Whoever says `saya` in a report is quoted."""
    assert read("Rapat", "“Saya heran, saya diam,” kata Budi, Senin.") == (0.0, "")


def test_what_is_only_to_come_is_announced() -> None:
    """An event that is still to come is not reported; one whose course is told was held."""
    weight, reason = read("Debat", "KPU akan menggelar debat publik pada Rabu mendatang.")
    assert (reason, weight >= 6) == ("announcement", True)
    assert read("Rapat", "Debat akan digelar Rabu, kata Budi usai rapat.")[0] < 1


def test_a_text_without_any_day_is_suspicious() -> None:
    """A report says when, if only `pekan ini`."""
    assert read("Kopi", "Kebun itu berada di lereng.")[1] == "nothing-held"
    assert read("Kopi", "Pekan ini kebun itu dipanen.") == (0.0, "")


def test_the_heading_above_a_text_counts() -> None:
    """`OPINI | Kamis` is a heading, a menu is not."""
    assert read("Jalan", "Hujan turun Senin.", "OPINI | Kamis, 14 Maret 2024")[1] == "opinion"
    assert read("Jalan", "Hujan turun Senin.", "Opini | Berita | Kontak") == (0.0, "")


def test_what_was_said_from_afar_was_said_at_no_event() -> None:
    """A call, a message, a written answer: nobody met."""
    weight, reason = read("Jalan", "Budi berkata saat dihubungi, Senin. “Sabar,” tulisnya.")
    assert (reason, weight > 1) == ("nothing-held", True)


def test_what_was_put_off_was_not_held() -> None:
    """A feast postponed is announced, whatever its day and place."""
    assert read("Pesta Uji Ditunda", "Pesta yang sedianya dibuka Senin belum pasti.")[0] >= 6


def test_somebodys_way_of_doing_a_thing_is_no_advice() -> None:
    """`Cara Kapolres …` heads a report, `Cara Mengurus …` an instruction."""
    assert read("Cara Kapolres Uji Merawat Damai", "Senin itu ia datang.")[0] < 1
    assert read("Cara Mengurus Kartu Hilang", "Senin itu ia datang.")[1] == "announcement"
