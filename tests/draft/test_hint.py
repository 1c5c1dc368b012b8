"""Days that a report means without writing them out."""

import datetime as dt

import pytest

from digest.draft.hint import since
from digest.draft.issue import issue
from digest.draft.token import sentences
from digest.draft.when import When, when


def found(text: str, line: str = "") -> When:
    """Read a report below its line, each line of it a paragraph."""
    whole, start = f"{line}\n{text}", len(line) + 1
    spans = []
    for part in text.split("\n"):
        spans.append((start, start + len(part)))
        start += len(part) + 1
    rows = sentences(whole, spans)
    return when(whole, rows, issue(whole, [(0, len(line))], rows[0].start))


@pytest.mark.parametrize(
    ("text", "line", "date"),
    [
        ("Apel digelar di Uji, Selasa.", "Rabu, 18 Oktober 2023", "2023-10-17"),
        ("Apel digelar Jumat pagi.", "Uji.id | Jumat, 6 September 2024", "2024-09-06"),
        ("Rapat digelar Jumat lalu di aula.", "Jumat, 20 Oktober 2023", "2023-10-13"),
        ("Dialog digelar Sabtu malam kemarin.", "Senin (22/7/2024)", "2024-07-20"),
        ("Pelatihan digelar di aula, Jumat-Sabtu.", "Senin (22/7/2024)", "2024-07-19"),
        ("Dialog digelar Jumat akhir pekan lalu.", "Senin (22/7/2024)", "2024-07-19"),
        ("Dialog digelar pada malam Minggu.", "Senin (22/7/2024)", "2024-07-20"),
        ("Dialog digelar Jumat pekan lalu.", "Senin (22/7/2024)", "2024-07-19"),
        ("Dialog digelar Jumat pekan lalu.", "Sabtu (20/7/2024)", "2024-07-12"),
        (
            "Dua hari sebelum berita ini tayang, camat membuka dialog.",
            "Sabtu (20/7/2024)",
            "2024-07-18",
        ),
    ],
)
def test_a_weekday_is_the_last_before_publication(text: str, line: str, date: str) -> None:
    """The day is proposed, and the editor told to look."""
    assert (found(text, line).date, found(text, line).sure) == (dt.date.fromisoformat(date), False)


@pytest.mark.parametrize(
    "text",
    [
        "Apel digelar di Uji, Selasa.",
        "Minggu ini KPU melatih petugas di aula.",
        "Program Jumat Curhat digelar Polres Uji di kafe.",
        "Setiap Jumat warga Desa Uji bekerja bakti.",
        "Dialog Budaya Malam Sabtu digelar di pendopo.",
        "Dialog akan digelar Jumat pekan depan.",
    ],
)
def test_no_day_is_made_up(text: str) -> None:
    """Without a day of publication, or where the word is no day, none is proposed."""
    line = "" if text.startswith("Apel") else "Rabu, 5 Juni 2024"
    assert found(text, line).date is None


def test_yesterday_in_the_lead_beats_a_day_further_down() -> None:
    """A dated day below is that of something else."""
    text = "Kapolsek menemui warga kemarin.\nRapat lanjutan digelar Senin (24/6/2024)."
    assert found(text, "Uji.com, 20 Juni 2024").date == dt.date(2024, 6, 19)


def test_today_is_said_of_much_else() -> None:
    """Who is back at work today tells of a meeting two days ago."""
    text = "Wali kota kembali berkantor hari ini. Konferensi digelar Sabtu (15/11/2025) di Uji."
    assert found(text, "Senin, 17 November 2025").date == dt.date(2025, 11, 15)


def test_the_next_day_follows_trouble_or_an_event() -> None:
    """After a brawl it is the event's, after a training its epilogue."""
    after = "Warga bentrok pada Rabu (5/2/2025). Sehari sesudahnya Camat mengumpulkan tokoh."
    assert found(after).date == dt.date(2025, 2, 6)
    epilogue = "Pelatihan dibuka Senin (4/3/2024). Keesokan harinya peserta ke lapangan."
    assert found(epilogue).date == dt.date(2024, 3, 4)


def test_days_are_counted_from_a_date() -> None:
    """`enam hari setelah 14 Mei` is the 20th; a comma ends the count."""
    assert found("Enam hari setelah gempa 14 Mei 2024, Bupati memberi bantuan.").date == dt.date(
        2024, 5, 20
    )
    assert since("Tiga hari sebelum 27 November", 18) == -3
    assert since("Sepekan sesudah bentrok 1 Juni", 24) == 7
    assert since("Genap sebulan sejak bentrok 1 Juni", 28) == 0
    assert since("Dua hari setelah dilantik, 6 Maret", 27) is None


def test_a_date_of_another_text_below_is_no_day_of_publication() -> None:
    """A list of other articles ends with their dates."""
    text = "Apel digelar di Uji, Selasa."
    tail = "Hasil Seleksi Tenaga Pendukung Desa Uji (12/05/2024)"
    rows = sentences(f"{text}\n{tail}", [(0, len(text))])
    line = (len(text) + 1, len(text) + 1 + len(tail))
    assert when(f"{text}\n{tail}", rows, issue(f"{text}\n{tail}", [line], 0)).date is None


def test_days_before_the_dateline_are_counted_from_it() -> None:
    """`sehari sebelumnya` counts from the dateline, not from a polling day to come."""
    text = "UJI, Rabu (9/7/2025) – Pemilu 6 Agustus 2025 dekat. Sehari sebelumnya camat rapat."
    start = text.index("Pemilu")
    rows = sentences(text, [(start, len(text))])
    assert when(text, rows, issue(text, [], start, None, (0, start))).date == dt.date(2025, 7, 8)
    plain = "UJI, Rabu (9/7/2025) – Camat memimpin rapat di kantornya."
    rows = sentences(plain, [(start, len(plain))])
    assert when(plain, rows, issue(plain, [], start, None, (0, start))).date == dt.date(2025, 7, 9)


def test_a_day_of_a_statement_is_not_the_event_s() -> None:
    """What was told on Monday took place the day before, or on the day told."""
    said = "Dalam keterangannya, Senin (10/6/2024), camat menyebut rapat digelar kemarin."
    assert found(said).date == dt.date(2024, 6, 9)
    told = "Camat mengatakan, Senin (10/6/2024), rapat digelar di aula, Sabtu (8/6/2024)."
    assert found(told).date == dt.date(2024, 6, 8)


def test_a_day_of_a_statement_is_so_wherever_it_was_given() -> None:
    """`dalam keterangan tertulis di Uji, Rabu` tells no day of a visit early this week."""
    said = '"Baik," kata Budi dalam keterangan di Uji, Rabu (5/6/2024).'
    text = f"Camat berkunjung awal pekan ini. {said}"
    assert found(text).date is None


def test_a_day_the_lead_leaves_open_stays_open() -> None:
    """`belum lama ini` is not the day somebody took office, nor that of the next poll."""
    for said in ("belum lama ini", "awal bulan ini", "dua pekan lalu", "tempo hari"):
        text = f"Camat memimpin rapat {said}. Pemilihan kades dijadwalkan 20 Juli 2024."
        assert found(text, "Rabu, 12 Juni 2024").date is None
