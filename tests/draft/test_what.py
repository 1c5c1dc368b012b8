"""Events: what kind, how held, and when an article reports none."""

from itertools import pairwise

import pytest

from digest.draft.token import sentences
from digest.draft.what import What, what


def read(
    title: str, text: str, *, dated: bool = True, placed: bool = True, people: int = 1
) -> What:
    return what(
        sentences(text, [(0, len(text))]),
        sentences(title, [(0, len(title))]),
        dated=dated,
        placed=placed,
        people=people,
    )


def test_what_took_place_is_no_announcement_of_what_follows() -> None:
    """Somebody opened it; that more is planned does not put it off."""
    text = "Camat membuka festival di lapangan desa. Festival dijadwalkan ditutup Minggu."
    assert read("Festival Desa", text, dated=True).is_event


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Bawaslu menggelar rapat koordinasi di aula.", "meeting"),
        ("Polres mengumpulkan tokoh dalam silaturahmi di aula.", "meeting"),
        ("TPID mengadakan FGD di hotel.", "dialogue"),
        ("Kapolres memimpin apel gelar pasukan di lapangan.", "ceremony"),
        ("KPU menggelar sosialisasi di sekolah.", "outreach"),
        ("Personel menggelar patroli dialogis di desa.", "patrol"),
        ("Dinas menggelar bimbingan teknis di aula.", "training"),
        ("Bupati menyerahkan bantuan sembako di balai desa.", "aid"),
        ("Bupati menandatangani nota kesepahaman di pendopo.", "signing"),
        ("DPRD menggelar rapat dengar pendapat di gedung dewan.", "hearing"),
        ("Polres menggelar konferensi pers di mapolres.", "press-conference"),
        ("Bupati meninjau sejumlah TPS di kota.", "visit"),
    ],
)
def test_the_noun_tells_the_kind(text: str, kind: str) -> None:
    """What the article calls the event decides its kind."""
    found = read("", text)
    assert found.is_event
    assert found.kind == kind


@pytest.mark.parametrize(
    ("title", "text", "reason"),
    [
        ("Sosok Budi, Kapolres Baru", "Ia lahir di Kaur. Kariernya panjang.", "profile"),
        ("Menimbang Musyawarah", "Menurut saya rapat penting. Penulis adalah dosen.", "opinion"),
        ("Harga Cabai Naik", "Harga rata-rata naik dua persen per kilogram.", "statistics"),
        ("Pendaftaran Magang Dibuka", "Berikut syarat pendaftaran bagi pelamar.", "announcement"),
        ("Uji FC Menang", "Gol tercipta pada babak kedua pertandingan.", "sport"),
        (
            "Dua Pelaku Diringkus",
            "Tersangka dijerat pasal pencurian. Barang bukti disita.",
            "crime",
        ),
        ("Truk Menabrak Pohon", "Kecelakaan itu membuat sopir tewas.", "incident"),
    ],
)
def test_no_event_is_an_honest_answer(title: str, text: str, reason: str) -> None:
    """A profile, an opinion, a price list, a crime is not made into an event."""
    found = read(title, text, dated=True, placed=False, people=1)
    assert not found.is_event
    assert found.reason == reason


def test_a_date_alone_makes_no_event() -> None:
    """A text in which nothing was held is none, whatever its date."""
    found = read("Cuaca Hari Ini", "Udara terasa sejuk sejak pagi.", placed=False, people=0)
    assert not found.is_event


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("Polres mengikuti dialog melalui Zoom Meeting.", "online"),
        ("Kegiatan digelar secara hybrid di aula.", "mixed"),
        ("Rapat digelar di aula.", "offline"),
        ("Bupati memimpin rapat di pendopo, sedangkan camat mengikuti secara daring.", "mixed"),
        ("Polisi menyuluh tentang permainan daring di sekolah.", "offline"),
        ("Pelaku usaha belajar memasarkan kue secara daring di aula.", "offline"),
        ("Petani memanen jagung hibrida di desa.", "offline"),
        ("Siswa belajar tata cara pengecekan Daftar Uji (DU) secara online di aula.", "offline"),
    ],
)
def test_the_mode_is_told(text: str, mode: str) -> None:
    """On a screen, in a hall, or both."""
    assert read("", text).mode == mode


def test_what_is_to_come_is_planned() -> None:
    """An event announced is not reported as held."""
    assert read("", "KPU akan menggelar debat publik di hotel.").status == "planned"
    assert read("", "KPU menggelar debat publik di hotel.").status == "held"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Bupati membuka turnamen voli di GOR Uji.", "ceremony"),
        ("Festival perahu dibuka di dermaga.", "ceremony"),
        ("Festival perahu digelar di dermaga.", "other"),
        ("Warga duduk di lapangan apel. Mediasi itu dipimpin Budi.", "meeting"),
        ("Ia memeriksa gudang. Kunjungan itu ditutup doa.", "visit"),
        ("Rombongan disambut upacara. Kunjungan ditutup makan siang.", "visit"),
        ("Harga naik, kata Budi dalam konferensi pers di Kaur.", "press-conference"),
        ("Menteri meninjau panen raya di Desa Uji.", "visit"),
        ("Persiapan pelantikan dan upacara adat dibahas dalam rapat di aula.", "meeting"),
        ("Sosialisasi tidak boleh asal diadakan, kata ketua saat supervisi di Uji.", "visit"),
        ("Sidang Majelis Jemaat Uji berlangsung dua hari di gereja.", "meeting"),
        ("Ketua KPU mengundang awak media dan menjelaskan hasil pleno.", "press-conference"),
        ("Guru mengikuti lokakarya menulis soal di SMP Uji.", "training"),
        ("Dua marga mengangkat sumpah di depan rumah adat.", "ceremony"),
    ],
)
def test_what_the_report_calls_it_outweighs_what_was_around_it(text: str, kind: str) -> None:
    """A feast that is opened, a name taken up again, a room: grammar tells them apart."""
    assert read("", text).kind == kind


def test_a_press_conference_on_a_crime_is_an_event() -> None:
    """The words of crime count little where the lead says that the press was told."""
    text = (
        "Empat pencuri ditangkap. Modusnya rompi, kata Budi dalam konferensi pers di Mapolres. "
        "Tersangka dijerat pasal pencurian. Barang bukti disita penyidik."
    )
    assert read("Polisi Ungkap Komplotan Pencuri", text).is_event


def test_a_day_and_people_alone_make_no_event() -> None:
    """Without the words of an event, both day and place must be told."""
    text = (
        "Tembok itu retak sejak 20 Mei 2024 dan baru sekitar separuh yang diperbaiki. Budi, yang "
        "dihubungi lewat telepon, menyatakan sudah melayangkan teguran. Biaya mencapai Rp3 juta."
    )
    assert not read("Jalan Uji Baru 41 Persen", text, placed=False, people=2).is_event
    text = "Rumah itu mendadak ramai, Selasa. Tamunya kapolres dan dokter."
    assert read("Ibu Uji Dikunjungi Kapolres", text, people=1).is_event


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Tersangka dijerat pasal 363, kata Budi di depan para jurnalis.", "press-conference"),
        ("Barang bukti dipajang di lobi. Pelaku ditangkap, kata Budi kepada wartawan di Mapolres.",
         "press-conference"),
        ("Kapolda mengumpulkan para kapolres di aula dan menekankan sikap netral.", "briefing"),
        ("Mahasiswa berunjuk rasa di depan kantor. Koordinator berorasi.", "other"),
        ("Baznas memberikan modal usaha di pendopo dan menyerahkannya secara simbolis.", "aid"),
        ("Persiapan lomba dibahas panitia. Pembahasan dipimpin camat.", "meeting"),
    ],
)  # fmt: skip
def test_a_deed_tells_the_kind(text: str, kind: str) -> None:
    """Where nothing has the name of an event, what was done tells of one."""
    found = read("", text)
    assert (found.is_event, found.kind) == (True, kind)


def test_a_release_without_a_place_is_crime() -> None:
    """Who only told reporters of a crime held nothing."""
    text = (
        "Pelaku pencurian ditangkap setelah beberapa pekan buron. Ia tersangka dan dijerat pasal "
        "363, kata Budi kepada wartawan. Barang bukti berupa sebuah motor disita."
    )
    assert not read("", text, placed=False).is_event


def test_those_held_at_an_office_are_no_press() -> None:
    """A suspect kept at the police is not shown there; words at its lead's office are heard."""
    case = "Pelaku pencurian ditangkap, tersangka dijerat pasal. Kata Budi kepada wartawan."
    assert not read("", f"Ia ditahan di Mapolres Uji. {case}").is_event
    assert read("", f"Polres merilis kasus di Mapolres Uji. {case}").is_event


def test_what_people_apply_for_is_not_a_feast() -> None:
    """Opening the list for applicants is no ceremony."""
    text = "KPU membuka pendaftaran pemantau. Pendaftaran berlangsung di kantor."
    assert not read("KPU Buka Pendaftaran", text).is_event


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Kebun yang dulu dipanen bersama dipagari. Camat mempertemukan kedua desa.", "meeting"),
        ("Kapolsek mendatangi Kiai Uji. Deklarasi damai segera diadakan di alun-alun.", "visit"),
        (
            "Kedua dusun didamaikan di kantor camat. Upacara adat dijadwalkan Rabu depan.",
            "meeting",
        ),
        ("Camat berdialog dengan petani. Mereka meminta bantuan sembako.", "dialogue"),
        ("Relawan membagikan pamflet kepada pengendara.", "outreach"),
        ("Permohonan itu masuk mediasi sengketa proses di kantor Bawaslu.", "hearing"),
        ("Kejaksaan musnahkan barang bukti hasil operasi pekat.", "other"),
    ],
)
def test_what_is_wanted_or_to_come_is_background(text: str, kind: str) -> None:
    """What people ask for, plan or once did is not what happened."""
    assert read("", text).kind == kind


def test_the_sentence_of_the_day_names_the_event() -> None:
    """An article may open with what came before; the day stands beside what was done."""
    opening = "Warga takut ke kebun sejak upacara panen itu gagal digelar."
    text = f"{opening}\n\nSampai pekan lalu.\n\nCamat menengahi mereka, Kamis (4/8/2022)."
    parts = pairwise([0, text.index("Sampai"), text.index("Camat"), len(text)])
    rows = sentences(text, list(parts))
    day = text.index("Kamis")
    assert what(rows, [], dated=True, placed=True, people=1, at=day).kind == "meeting"
    assert what(rows, [], dated=True, placed=True, people=1).kind == "ceremony"


def test_a_brawl_before_a_meeting_to_come_is_no_event() -> None:
    """Trouble told by phone stays an incident, even if a mediation is to follow."""
    brawl = "Bentrok dua desa pecah, Sabtu (3/2/2024). Tiga orang dilarikan ke rumah sakit. "
    brawl += "Sebuah rumah dibakar massa, pelaku masih diburu. "
    later = "Mediasi akan digelar pekan depan, kata Budi saat dihubungi lewat telepon."
    assert not read("Dua Desa Bentrok", f"{brawl}{later}", placed=False).is_event
    assert read("", f"Camat memimpin mediasi di kantornya. {brawl}").is_event


def test_a_headline_that_asks_what_explains() -> None:
    """An explainer tells what is done every year, in the words of a report."""
    text = "Desa Uji menggelar sedekah bumi. Kepala desa membuka acara, modin memimpin doa."
    assert not read("Mengapa Desa Uji Bersedekah? Ini Riwayatnya", text, dated=False).is_event


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Kapolsek bersilaturahmi ke kediaman Kiai Uji.", "visit"),
        ("Bupati memberangkatkan bantuan logistik dari pendopo.", "aid"),
        ("Pencanangannya dipusatkan di Kampung Uji.", "ceremony"),
        ("Rapat pleno pengundian nomor urut digelar di aula.", "meeting"),
        ("Dinas menggelar sosialisasi pelatihan kerja di kelurahan.", "outreach"),
        ("Anak panti diajak naik kapal patroli. Kunjungan itu ditutup makan siang.", "visit"),
        ("Camat berbuka bersama warga dalam rangkaian safari ramadan.", "visit"),
        ("Kotak suara dibuka. Saksi menandatangani berita acara.", "other"),
    ],
)
def test_the_event_is_told_from_what_it_was_about_and_what_belongs_to_it(
    text: str, kind: str
) -> None:
    """A meeting's matter, a ship, a record that is signed are no events; a row names its events."""
    assert read("", text).kind == kind
