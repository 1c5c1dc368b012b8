"""Offices: whose they are, and what stands between an office and its bearer."""

import pytest

from digest.draft.finder import Finder
from digest.draft.place import Places
from digest.draft.token import sentences
from digest.draft.who import people
from digest.regency import load

PLACES = Places(load())


def read(text: str) -> list[tuple[str, str | None, str | None]]:
    """Return name, title and office of everybody in `text`."""
    rows = sentences(text, [(0, len(text))])
    found = people(Finder(text, rows, PLACES).mentions(), rows)
    return [(each.name, each.title, each.position) for each in found]


@pytest.mark.parametrize(
    ("office", "name"),
    [
        ("tokoh adat Urlawa", "Stefanus Contoh"),
        ("Pemangku adat Gendang Misal", "Blasius Contoh"),
        ("Tua Teno Kampung Misal", "Rafael Contoh"),
        ("Raja Hitu Lama", "Salhana Contoh"),
        ("Raja Umpama Misal", "Ali Contoh"),
        ("Orang Kaya Ohoi Misal", "Karel Contoh"),
        ("Jogugu Kesultanan Tidore", "Amin Contoh"),
        ("Ondoafi Kampung Misal", "Yanto Contoh"),
        ("Timanggong Binua Misal", "Judan Contoh"),
        ("Kepala Adat Besar Dayak Kenyah", "Ngau Contoh"),
        ("Tomakaka Misalmanda", "Abdul Rahim"),
        ("Imum Mukim Misal", "Saifuddin Contoh"),
        ("Bendesa Adat Misaltegal", "I Made Contoh"),
        ("Camat Poco Umpama", "Alvian Contoh"),
        ("Kepala Desa Misal-Misal", "Yohanis Contoh"),
    ],
)
def test_a_head_of_custom_has_a_place_before_the_name(office: str, name: str) -> None:
    """From Aceh to Papua, the place or clan belongs to the office."""
    assert read(f"Hadir {office} {name} bersama rombongan.") == [(name, None, office)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Adapun Lasarus, Timanggong Binua Misal yang baru, meminta dukungan.", ["Lasarus"]),
        ("Bupati Kaur, Umpamawan menghadiri rapat.", ["Umpamawan"]),
        ("Wakil Bupati Kaur, Umpamawan, M.Si secara resmi membuka rapat.", ["Umpamawan"]),
        ("Lurah Bandar, Umpamawan saat membuka rapat berpesan.", ["Umpamawan"]),
        (
            "Camat Uji, Budi Kenangan, dan Camat Jumat Contoh hadir.",
            ["Budi Kenangan", "Jumat Contoh"],
        ),
        ("Kapolsek Uji Iptu RM.Contoh hadir.", ["RM. Contoh"]),
        ("Rapat di ruang kerja Sekda Solok Misalwati.", []),
        ("Rapat dihadiri Relawan Tangan Misal Raja Ampat.", []),
        ("Sementara Judan, Kepala Desa Misal, meminta warga bersabar.", ["Judan"]),
        ("Datang Asisten Zulhermin menggantikan bupati.", ["Zulhermin"]),
        ("Rapat dipimpin Ketua Misno. “Ya,” kata Misno.", ["Misno"]),
        ("Danramil Letda Inf Beringin Contohan hadir.", ["Beringin Contohan"]),
        ("Dari gereja hadir Pendeta Utama Misalwa.", ["Utama Misalwa"]),
        ("Ketua PKK Meiske Wowor/Misal hadir.", ["Meiske Wowor/Misal"]),
        ("Ketua KPU Efrensia LP Sumbing hadir.", ["Efrensia LP Sumbing"]),
        ("Erni Maramba dan Faisal Sangaji hadir.", ["Erni Maramba", "Faisal Sangaji"]),
    ],
)
def test_a_name_is_read_however_it_is_made(text: str, names: list[str]) -> None:
    """Single names, common words, strokes, initials, surnames that are offices elsewhere."""
    assert [name for name, _, _ in read(text)] == names


@pytest.mark.parametrize(
    "text",
    [
        "Maskot itu bernama Sicontoh, kependekan dari kalimat panjang.",
        "Jemaat Gereja Ekklesia berkumpul di halaman.",
        "Perwakilan Gereja Eben Misal hadir.",
        "Mereka bertugas di Kampung Misal dan Materabu Jaya di Distrik Misal.",
        "Raja Misalo dalam sesi itu menyampaikan urusan petuanan.",
    ],
)
def test_what_has_a_name_may_be_nobody(text: str) -> None:
    """Mascots, churches, villages, and a head of custom who is only called by the place."""
    assert read(text) == []


def test_who_is_called_by_a_title_alone_has_no_office() -> None:
    """`Pendeta` before a name is a title; what else is said tells the office."""
    assert read("Pendeta Markus Contoh, wakil umat Kristen, berdoa.") == [
        ("Markus Contoh", "Pendeta", "wakil umat Kristen")
    ]


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("Budi Contoh yang memimpin MUI Kabupaten Kaur hadir.", "memimpin MUI Kabupaten Kaur"),
        ("Budi Contoh yang mewakili Kejaksaan Negeri Kaur hadir.", "Kejaksaan Negeri Kaur"),
        ("Budi Contoh yang mewakili pengurus gereja hadir.", "pengurus gereja"),
        ("Dari unsur bundo kanduang, Hj. Rosna Contoh mengusulkan pagar.", "bundo kanduang"),
        ("Dari panitia haul hadir Ustaz Budi Contoh.", "panitia haul"),
        ("Kata Alosius, pelajar yang ditemui di pelabuhan, ia letih.", "pelajar"),
        ("Ikrar dibaca calon kepala desa bernama Dadang Contoh.", "calon kepala desa"),
        ("Pastor Yohanes Contoh, OFMCap, Dekan Dekenat Wamena, berdoa.", "Dekan Dekenat Wamena"),
        ("Hadir Budi Contoh, ST.MT. selaku Kepala Bappeda Kaur.", "Kepala Bappeda Kaur"),
        ("Bupati Konawe Utara (Konut) H. Budi Contoh pergi.", "Bupati Konawe Utara (Konut)"),
        ("Kedatangannya disambut Uskup Diosis Misal, Mgr. Budi Contoh.", "Uskup Diosis Misal"),
    ],
)
def test_an_office_may_be_told_in_other_words(text: str, office: str) -> None:
    """By a verb, by a party, behind degrees and short forms."""
    assert [held for _, _, held in read(text)] == [office]


@pytest.mark.parametrize(
    ("office", "body"),
    [
        ("Babinsa Koramil 05/Misal Kodim 0211/TT", "Koramil 05/Misal"),
        ("Dansatgas Pamtas RI-PNG Mobile Yonif 500/Misal",
         "Satgas Pamtas RI-PNG Mobile Yonif 500/Misal"),
        ("Ketua DPC PDI Perjuangan Kaur", "DPC PDI Perjuangan Kaur"),
        ("Ketua DPD Partai Golkar Kaur", "DPD Partai Golkar Kaur"),
        ("Ketua PW GP Ansor Maluku", "PW GP Ansor Maluku"),
        ("Ketua Badan Pekerja Klasis GMIT Misal", "Klasis GMIT Misal"),
        ("Ketua Klasis", None),
        ("Pati Ahli KSAD Bidang Sosial", "TNI AD"),
    ],
)  # fmt: skip
def test_a_body_is_named_with_its_level(office: str, body: str | None) -> None:
    """The smaller of two units, a task force with its battalion, a branch with its party."""
    text = f"{office} Letkol Inf Budi Contoh hadir."
    rows = sentences(text, [(0, len(text))])
    found = people(Finder(text, rows, PLACES).mentions(), rows)
    assert [each.organisation for each in found] == [body]


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("Rapat diwakili Sekdakab yakni Budi Contoh.", "Sekdakab"),
        ("Salah satunya ketua RT 5/ RW 04 dusun Misal Uji, Budi Contoh.",
         "ketua RT 5/ RW 04 dusun Misal Uji"),
        ("Hadir ketua kelompok tani Misal Uji, Budi Contoh.", "ketua kelompok tani Misal Uji"),
        ("Rapat ditutup sekretaris Provinsi (Sekprov) Ir Budi Contoh.",
         "sekretaris Provinsi (Sekprov)"),
        ("Rapat dipimpin Sekertaris Daerah Kaur Budi Contoh.", "Sekertaris Daerah Kaur"),
        ("Kunjungan Kepolisian daerah (Kapolda) Irjen Budi Contoh.", "Kapolda"),
    ],
)  # fmt: skip
def test_an_office_is_read_however_it_is_written(text: str, office: str) -> None:
    """In small letters, misprinted, in brackets, before `yakni`."""
    assert [(each[0], each[2]) for each in read(text)] == [("Budi Contoh", office)]
