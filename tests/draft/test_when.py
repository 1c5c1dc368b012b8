"""Dates: the day of the event, checked against its weekday."""

import datetime as dt

import pytest

from digest.draft.day import days
from digest.draft.issue import issue
from digest.draft.token import sentences
from digest.draft.when import When, when


def found(text: str, published: str | None = None, line: str = "") -> When:
    whole = f"{line}\n{text}" if line else text
    start = len(whole) - len(text)
    lines = [(0, len(line))] if line else []
    return when(
        whole, sentences(whole, [(start, len(whole))]), issue(whole, lines, start, published)
    )


@pytest.mark.parametrize(
    "written",
    [
        "Rabu (29/11/2023)",
        "Rabu, 29 November 2023",
        "Rabu malam (29/11/23)",
        "Rabu 29/11/2023",
        "Rabu, 29-11-2023",
        "hari Rabu tanggal 29 November 2023",
        "29 Nopember 2023",
        "Rabu, (29/11/2023)",
        "Rabu (29/11-2023)",
        "Rabu (29-11-23)",
        "Rabu (29/ 11/ 2023)",
        "Rabu, 29/Nov/2023",
        "Rabu, 29 November tahun 2023",
        "tanggal 29 bulan November 2023",
        "2023/11/29",
        "Rabu lalu (29/11/2023)",
        "Rabu Kliwon (29/11/2023)",
        "Rabu pagi hingga siang (29/11/2023)",
        "Rabu (29/XI/2023)",
        "Rabu (29 /11 /2023)",
        "29 November '23",
        "Rabu (29/11/2023-30/11/2023)",
    ],
)
def test_a_date_is_read_however_it_is_written(written: str) -> None:
    """Outlets write dates in many ways; they mean one day."""
    assert found(f"Rapat digelar di balai desa, {written}.").date == dt.date(2023, 11, 29)


@pytest.mark.parametrize(
    ("written", "last"),
    [
        ("Selasa-Rabu (28-29/11/2023)", dt.date(2023, 11, 29)),
        ("28-30 November 2023", dt.date(2023, 11, 30)),
        ("28 s/d 30 November 2023", dt.date(2023, 11, 30)),
        ("28 November hingga 2 Desember 2023", dt.date(2023, 12, 2)),
        ("28 November s.d. 2 Desember 2023", dt.date(2023, 12, 2)),
        ("28, 29, dan 30 November 2023", dt.date(2023, 11, 30)),
        ("28, 29 November dan 1 Desember 2023", dt.date(2023, 12, 1)),
        ("Selasa (28/11/2023) dan Rabu (29/11/2023)", dt.date(2023, 11, 29)),
        ("Selasa, Rabu dan Kamis (28-30/11/2023)", dt.date(2023, 11, 30)),
    ],
)
def test_a_range_has_a_last_day(written: str, last: dt.date) -> None:
    """An event of several days has its first and its last."""
    result = found(f"Pelatihan digelar {written}.")
    assert (result.date, result.end_date) == (dt.date(2023, 11, 28), last)


def test_the_year_comes_from_publication() -> None:
    """`(31/12)` in an article of January is last year's."""
    result = found("Apel digelar Minggu (31/12).", "2024-01-02")
    assert result.date == dt.date(2023, 12, 31)


def test_the_year_comes_from_the_page_s_own_lines() -> None:
    """A byline's date gives the year that the text leaves out, not the day."""
    result = found("Rapat digelar Kamis (21/11).", line="By Redaksi - 23 November 2024")
    assert result.date == dt.date(2024, 11, 21)
    assert result.published == dt.date(2024, 11, 23)


def test_a_weekday_that_contradicts_is_told_with_a_mend() -> None:
    """The editor sees both the date as written and the nearest day of that name."""
    result = found("Rapat digelar Senin (15/12/2022).")
    assert result.date == dt.date(2022, 12, 15)
    assert result.contradicts == ("Senin", "2022-12-15")
    assert result.proposed == dt.date(2022, 12, 12)


def test_relative_days_count_from_publication() -> None:
    """`kemarin` needs to know when the article came out."""
    assert found("Sarasehan digelar kemarin.", "2024-01-06").date == dt.date(2024, 1, 5)
    assert found("Sarasehan digelar kemarin.").date is None


def test_the_event_s_day_is_not_a_day_to_come() -> None:
    """A polling day still ahead is not the day of the meeting."""
    text = "Rapat digelar Kamis (21/11/2024) membahas pencoblosan pada 27 November 2024 mendatang."
    assert found(text).date == dt.date(2024, 11, 21)


def test_no_report_appears_before_its_event() -> None:
    """Of two days of equal weight it is not the one behind the day of publication."""
    text = "Apel siaga itu selesai pagi, Kamis (13/6). Sidang pada Jumat (14/6) dapat diikuti."
    assert found(text, "2019-06-13").date == dt.date(2019, 6, 13)


def test_the_time_beside_the_date_is_kept() -> None:
    """`pukul 09.00` is when it began."""
    assert found("Rapat digelar Rabu (29/11/2023) pukul 09.00 WIB.").time == "09:00"


@pytest.mark.parametrize(
    "text", ["Naik 7.30 persen", "skor 2-1", "nomor 12/34/56/78", "31/31/2023"]
)
def test_other_numbers_are_no_dates(text: str) -> None:
    """Shares, scores and numbers of letters name no day."""
    assert not list(days(text, 0, len(text)))


def test_a_year_nobody_names_is_the_last_that_fits() -> None:
    """A weekday and a date without a year are of the last such day; the editor is told to look."""
    text = "Keduanya bertemu di aula, Rabu (13/3)."
    rows = sentences(text, [(0, len(text))])
    late = when(text, rows, issue(text, [], 0), "2026-11-25")
    assert (late.date, late.sure) == (dt.date(2024, 3, 13), False)
    assert when(text, rows, issue(text, [], 0), "2024-03-12").date == dt.date(2019, 3, 13)
    assert when(text, rows, issue(text, [], 0)).date is None


def test_a_mistyped_year_yields_to_publication_and_weekday() -> None:
    """A year long before the article, on another weekday, is a slip of the keyboard."""
    assert found("Rapat digelar Rabu (27/3/2018).", "2019-03-28").date == dt.date(2019, 3, 27)
    assert found("Rapat digelar Selasa (27/3/2018).", "2019-03-28").date == dt.date(2018, 3, 27)


def test_a_day_long_before_the_article_is_no_news() -> None:
    """A profile tells of what was years ago."""
    assert found("Rapat digelar Kamis (14/3/2019).", "2024-10-06").recent is False
    assert found("Rapat digelar Jumat (4/10/2024).", "2024-10-06").recent is True


@pytest.mark.parametrize(
    "text",
    [
        "Minggu (4/2/2024) warga bentrok. Esoknya, Senin (5/2/2024), camat mempertemukan mereka.",
        "Banjir merendam Desa Uji, Sabtu (3/2/2024). Camat menyerahkan beras, Senin (5/2/2024).",
        "Rabu, 14 Februari 2024, warga akan memilih. KPU tiba di Desa Coba, Senin (5/2/2024).",
        "Pemilu Serentak 14 Februari 2024 telah dekat. Camat menemui warga pada 5 Februari 2024.",
        "Sehari sebelum masa tenang, Senin (5/2/2024), calon bertemu. Pilkada Rabu (7/2/2024).",
        "Berita acara tertanggal 1 Februari 2024 digugat. Mediasi digelar 5 Februari 2024.",
        "Hari Uji jatuh setiap 3 Januari 2024. Warga memperingatinya Senin (5/2/2024).",
        "Sabtu 10 Feb 2024 06:12 WIB. Pada upacara peringatan Hari Uji, Senin (5/2), ia tiba.",
        "Menurut rencana, panen digelar Sabtu (17/2/2024). Warga rapat Senin (5/2/2024).",
        "Pesta adat digelar sejak Senin (5/2/2024) di Uji dan ditutup Rabu (7/2/2024).",
        'Ia tiba pada Senin, 5 Februari 2024. "Jauh," kata Budi, ditemui Kamis (8/2/2024).',
        "Dua hari setelah bukit di Uji, Coba, jatuh Sabtu (3/2/2024), balai penuh, Senin (5/2).",
    ],
)
def test_days_of_what_lies_around_the_event_yield(text: str) -> None:
    """Neither the brawl before, nor the poll to come, nor the talk after it is the event's day."""
    assert found(text).date == dt.date(2024, 2, 5)


def test_a_span_over_new_year_begins_in_the_old_one() -> None:
    """The year stands behind the last day only."""
    result = found("Rakor digelar 31 Desember - 2 Januari 2024.")
    assert (result.date, result.end_date) == (dt.date(2023, 12, 31), dt.date(2024, 1, 2))


def test_the_weekday_of_a_span_may_be_the_last_one_s() -> None:
    """`Rabu (3-5/6)` is of a year in which the fifth was a Wednesday."""
    text = "Rakor digelar Senin, Selasa dan Rabu (3-5/6)."
    rows = sentences(text, [(0, len(text))])
    assert when(text, rows, issue(text, [], 0), "2026-11-30").date == dt.date(2024, 6, 3)


def test_a_date_below_a_picture_stands_where_the_text_has_none() -> None:
    """The picture was taken that day; a byline's date is not the event's."""
    line = "Camat memimpin rapat bersama warga, Rabu (5/6/2024). (Foto: Ist)"
    assert found("Rapat digelar di balai desa.", line=line).date == dt.date(2024, 6, 5)
    assert found("Rapat digelar di balai desa.", line="Admin - 5 Juni 2024").date is None


def test_the_number_of_a_letter_is_no_date() -> None:
    """Roman months stand in numbers, too."""
    assert not list(days("Nomor 12/VI/2024", 0, 16))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Rapat yang dijadwalkan Senin (4/3/2024) digelar Rabu (6/3/2024) di aula.", 6),
        ("Korban kecelakaan, Senin (4/3/2024), dijenguk bupati, Rabu (6/3/2024).", 6),
        ("Bupati, yang baru pulang Senin (4/3/2024), memimpin rapat, Rabu (6/3/2024).", 6),
        ("Pelaku ditangkap Senin (4/3/2024). Polisi menggelar jumpa pers, Rabu (6/3/2024).", 6),
        ("Dihubungi Rabu (6/3/2024), camat bicara. Warga rapat sehari sebelumnya.", 5),
        ("Apel digelar di lapangan depan Mapolda, Rabu (6/3/2024). Sidang Jumat (8/3/2024).", 6),
        ("Kades wafat Senin (4/3/2024) dan dikenang dalam tahlil, Rabu (6/3/2024).", 6),
        ("Pelatihan digelar di aula. Terakhir Senin (4/3/2024). Rapat Rabu (6/3/2024).", 6),
    ],
)
def test_each_date_has_the_words_before_it(text: str, day: int) -> None:
    """What is said of one date says nothing of the next in the sentence."""
    assert found(text).date == dt.date(2024, 3, day)


def test_a_day_of_the_week_of_publication_may_be_what_pekan_ini_means() -> None:
    """One of months ago is not."""
    text = "Pekan ini panitia sibuk. Bupati memimpin rapat, {}."
    assert found(text.format("Kamis (7/3/2024)"), "2024-03-10").date == dt.date(2024, 3, 7)
    assert found(text.format("pengganti rapat 13 Desember 2023"), "2024-03-10").date is None


def test_a_headline_below_the_article_tells_no_publication() -> None:
    """`12/11/2024 Pasar Uji Dibersihkan` is another article's."""
    text = "Warga berkumpul di balai pada Jumat pagi."
    for rest, date in (("Pasar Uji Dibersihkan", None), ("oleh Redaksi", dt.date(2024, 11, 8))):
        whole = f"{text}\n12/11/2024 {rest}"
        rows = sentences(whole, [(0, len(text))])
        line = (len(text) + 1, len(whole))
        assert when(whole, rows, issue(whole, [line], len(text), None)).date == date


def test_a_date_behind_a_stray_stop_is_the_events() -> None:
    text = (
        "Mediasi digelar di kantor camat. Kamis (04/08/2022). Warga membahas konflik yang terjadi "
        "pada Rabu (03/08/2022) kemarin."
    )
    assert found(text).date == dt.date(2022, 8, 4)
