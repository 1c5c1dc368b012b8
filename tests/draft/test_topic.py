"""Topics: what it was about, as a noun phrase."""

import pytest

from digest.draft.token import sentences
from digest.draft.topic import called, topics


@pytest.mark.parametrize(
    ("text", "noun", "topic"),
    [
        ("Rapat koordinasi persiapan pembagian bibit kelapa di aula.", "rapat koordinasi",
         "persiapan pembagian bibit kelapa"),
        ("Forum mengadakan FGD mengenai pengurangan sampah plastik di hotel.", "fgd",
         "pengurangan sampah plastik"),
        ("Dialog dengan tema “Kesiapan Polri Menyambut Natal” digelar.", "dialog",
         "Kesiapan Polri Menyambut Natal"),
        ("Bupati melantik 19 kepala desa di pendopo.", "melantik", "pelantikan 19 kepala desa"),
        ("Upacara serah terima jabatan camat digelar.", "serah terima jabatan",
         "serah terima jabatan camat"),
        ("Dinas menggelar sosialisasi bagi pemilih pemula di sekolah.", "sosialisasi",
         "sosialisasi bagi pemilih pemula"),
        ("Rapat soal Polda NTT itu membahas jembatan gantung di Uji.", "rapat",
         "jembatan gantung"),
    ],
)  # fmt: skip
def test_the_lead_tells_the_topic(text: str, noun: str, topic: str) -> None:
    """The theme, or what stands behind the event's noun, is the topic."""
    assert topics(text, sentences(text, [(0, len(text))]), (), noun) == [topic]


def test_a_headline_is_made_a_noun_phrase() -> None:
    """What a headline says was done is named, in the letters that the text uses."""
    title = "Kapolres Kumpulkan Tokoh, Bahas Ketenangan Menjelang Pilkada"
    rows = sentences(title, [(0, len(title))])
    assert topics(title, (), rows, "") == ["ketenangan menjelang Pilkada"]
    text = "Bupati Resmikan Jembatan Uji\nWarga lama menunggu jembatan."
    lead = sentences(text, [(29, len(text))])
    assert topics(text, lead, sentences(text, [(0, 28)]), "") == ["peresmian jembatan Uji"]


@pytest.mark.parametrize(
    ("noun", "name"),
    [
        ("kunjungan itu", "kunjungan"),
        ("dalam pertemuan", "pertemuan"),
        ("fgd", "FGD"),
        ("menyambangi", ""),
        ("pelantikan", "pelantikan"),
    ],
)
def test_a_summary_calls_an_event_by_a_noun(noun: str, name: str) -> None:
    """Verbs that tell the kind are no names."""
    assert called(noun) == name


@pytest.mark.parametrize(
    ("title", "text", "noun", "topic"),
    [
        ("Kapolres Sapa Warga", "Warga bertanya tentang satu hal, yaitu bahaya narkoba.", "",
         "bahaya narkoba"),
        ("Camat Mendengar", "Warga mengeluh soal banjir. Banjir datang lagi.", "jumat curhat",
         "keluhan warga tentang banjir dalam jumat curhat"),
        ("Dua Warga Rukun", "Kades menengahi sengketa batas kebun di kantor desa.", "mediasi",
         "penyelesaian sengketa batas kebun"),
        ("Panwas Bicara Netralitas", "Netralitas ASN dibahas menjelang Pilkada 2024.", "rapat",
         "netralitas asn menjelang Pilkada 2024"),
        ("Kapolres Bicara", "Pengamanan TPS setelah Pemilu 2024 dibahas.", "rapat",
         "pengamanan tps setelah Pemilu 2024"),
    ],
)  # fmt: skip
def test_a_matter_is_found_where_nobody_tells_the_topic(
    title: str, text: str, noun: str, topic: str
) -> None:
    """What headline and lead speak of most is the topic, with the election it is about."""
    head = sentences(title, [(0, len(title))])
    found = topics(text, sentences(text, [(0, len(text))]), head, noun)
    assert [each.lower() for each in found] == [topic.lower()]


def test_the_name_of_a_body_is_no_matter() -> None:
    """`Dinas Pariwisata` came; tourism was not what it was about."""
    text = "Kepala Dinas Pariwisata hadir. Warga membahas air bersih."
    assert topics(text, sentences(text, [(0, len(text))]), (), "rapat") == ["air bersih"]
