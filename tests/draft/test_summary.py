"""Summaries: our own sentences, and the proof that they are."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from digest.draft.summary import Fields, copied, faults, summarise, unfounded

TEXT = (
    "Dinas Pertanian Kaur menggelar rapat pembagian air irigasi musim gadu di kantor "
    "Dinas Pertanian Kaur, Sabtu, 23 Maret 2024. Rapat dipimpin Budi Contoh dan dihadiri "
    "Siti Misal."
)
FIELDS = Fields(
    "rapat koordinasi",
    "pembagian air irigasi musim gadu",
    dt.date(2024, 3, 23),
    "kantor Dinas Pertanian Kaur",
    "Kaur",
    "Budi Contoh",
    None,
    ("Siti Misal",),
    online=False,
)


def test_a_summary_passes_its_own_proof() -> None:
    """What is proposed is not lifted, and says nothing that the article does not."""
    summary = summarise(FIELDS, TEXT, ["Budi Contoh", "Siti Misal"])
    assert not faults(
        summary, TEXT, ["Budi Contoh", "Siti Misal", "kantor Dinas Pertanian Kaur", "Kaur"]
    )
    assert "23 Maret 2024" in summary
    assert "Budi Contoh" in summary


def test_eight_words_in_a_row_are_copied_and_seven_are_not() -> None:
    """The limit is seven words shared."""
    words = TEXT.split()
    assert not copied(" ".join(words[2:9]), TEXT, [])
    assert copied(" ".join(words[2:10]), TEXT, [])


def test_names_count_as_one_word() -> None:
    """A long office or name does not make a sentence a copy."""
    text = "Hadir Ketua Badan Pengawas Pemilu Kabupaten Kaur Budi Contoh bersama warga desa."
    long_name = "Ketua Badan Pengawas Pemilu Kabupaten Kaur Budi Contoh"
    assert copied(f"Hadir {long_name}", text, [])
    assert not copied(f"Hadir {long_name}", text, [long_name])


def test_numbers_and_names_must_be_in_the_article() -> None:
    """An invented number or name is found."""
    assert unfounded("Pada 24 Maret, Joko datang ke Kaur.", TEXT) == ("24", "Joko")


def test_a_year_the_article_leaves_out_is_left_out() -> None:
    """A recovered year is the entry's, not the summary's."""
    text = TEXT.replace(" 2024", "")
    assert "2024" not in summarise(FIELDS, text, ["Budi Contoh", "Siti Misal"])


def test_two_sentences_tell_what_where_when_and_who() -> None:
    """The kind tells how topic and event are joined; leader, speaker and guests follow."""
    text = "Rapat di Aula Uji, Kaur, 3 Mei. Hadir Budi Contoh, Siti Misal. Banjir, kerja sama."
    rapat = Fields(
        *("rapat", "banjir", dt.date(2024, 5, 3), "Aula Uji", "Kaur", "Budi Contoh", "Siti Misal"),
        (),
        online=False,
        kind="meeting",
    )
    assert summarise(rapat, text, ["Budi Contoh", "Siti Misal"]) == (
        "Rapat yang membahas banjir berlangsung di Aula Uji, Kaur, pada 3 Mei. "
        "Budi Contoh memimpin rapat itu, sedangkan Siti Misal turut berbicara."
    )
    mou = Fields(
        *("penandatanganan", "kerja sama", None, None, "Kaur", "Budi Contoh", None),
        ("Siti Misal",),
        online=False,
        kind="signing",
    )
    assert summarise(mou, text, ["Budi Contoh", "Siti Misal"]) == (
        "Penandatanganan kerja sama berlangsung di Kaur. "
        "Budi Contoh memimpin penandatanganan itu, yang dihadiri antara lain Siti Misal."
    )


def test_a_day_reckoned_from_a_weekday_is_left_out() -> None:
    """Where the article prints no number of the day, neither does the summary; the rest stays."""
    text = "Rapat digelar kemarin di Aula Uji, Kaur."
    day = dt.date(2024, 5, 3)
    fields = Fields("rapat", None, day, "Aula Uji", "Kaur", None, None, (), online=False)
    assert summarise(fields, text, []) == "Rapat berlangsung di Aula Uji, Kaur."


@given(st.text(max_size=200), st.text(max_size=200))
def test_any_two_texts_can_be_compared(summary: str, text: str) -> None:
    """The proof holds for whatever an editor or an article writes."""
    assert isinstance(faults(summary, text, ["A B"]), tuple)


def test_a_summary_is_sound() -> None:
    """Guests have a host, a state takes no place, a name is written as one."""
    text = "Aula Uji, Kaur. Budi Contoh, Siti Misal. Perwakilan massa. Jumat Curhat, keluhan warga."
    said = ("Budi Contoh", "Siti Misal", ())
    visit = Fields("kunjungan", None, None, None, "Kaur", *said, online=False, hosted=True)
    assert "Budi Contoh menjadi tuan rumah kunjungan itu" in summarise(visit, text, said[:2])
    state = Fields(
        "kegiatan", "perwakilan massa", None, None, "Kaur", *said, online=False, kind="other"
    )
    assert summarise(state, text, said[:2]).startswith("Kegiatan terkait perwakilan massa")
    topic = "keluhan warga dalam Jumat Curhat"
    series = Fields("jumat curhat", topic, None, None, None, *said, online=False, kind="dialogue")
    told = "Jumat Curhat yang membahas keluhan warga berlangsung."
    assert summarise(series, text, said[:2]).startswith(told)
