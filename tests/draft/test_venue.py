"""Venues: the hall, house or village where it was held."""

import pytest

from digest.draft.place import Places
from digest.draft.token import sentences
from digest.draft.venue import venues
from digest.regency import load

PLACES = Places(load())


def first(text: str) -> str | None:
    rows = sentences(text, [(0, len(text))])
    for venue in venues(rows, PLACES):
        tokens = rows[venue.sentence].tokens[venue.start : venue.end]
        return text[tokens[0].start : tokens[-1].end]
    return None


@pytest.mark.parametrize(
    ("text", "venue"),
    [
        ("Rapat digelar di Aula Contoh, Mapolres Kaur, Rabu.", "Aula Contoh, Mapolres Kaur"),
        ("Apel di Lapangan Misal Mapolda Riau, Kamis.", "Lapangan Misal Mapolda Riau"),
        ("FGD digelar di Contoh Lengkong Hotel, Selasa.", "Contoh Lengkong Hotel"),
        ("Rapat di kantor KPU Kabupaten Malang, Sabtu.", "kantor KPU Kabupaten Malang"),
        ("Rapat di salah satu hotel di Medan, Jumat.", "salah satu hotel di Medan"),
        ("Tamu datang di Gedung Uji (GU) Kota Medan, Selasa.", "Gedung Uji (GU) Kota Medan"),
        ("Pagi itu ruang kerja Ketua KPU Kaur kedatangan tamu.", "ruang kerja Ketua KPU Kaur"),
        ("Sarasehan digelar di Polres Kaur, kemarin.", "Polres Kaur"),
        (
            "Polisi mendatangi Rumah Kopi Uji, Jl. Dr. Contoh, Rabu.",
            "Rumah Kopi Uji, Jl. Dr. Contoh",
        ),
        ("Mediasi digelar di Dusun Mawa, Desa Uji, Senin.", "Dusun Mawa"),
    ],
)
def test_a_venue_is_read_to_its_end(text: str, venue: str) -> None:
    """The editor gets the whole name of the place, and not the weekday behind it."""
    assert first(text) == venue


@pytest.mark.parametrize(
    "text",
    [
        "Petani di wilayah Kecamatan Maje berkumpul.",
        "Rapat digelar di Cirebon, Selasa.",
        "“Kami bertemu di Aula Lama,” katanya.",
    ],
)
def test_a_district_or_city_is_no_venue(text: str) -> None:
    """Where only the area is known, the venue is left out; what is quoted is not where it was."""
    assert first(text) is None


@pytest.mark.parametrize(
    ("text", "venue"),
    [
        ("Aula Kantor Camat Uji berubah menjadi kelas, Rabu.", "Aula Kantor Camat Uji"),
        ("Obrolan mengalir di serambi Meunasah Contoh, Kamis.", "serambi Meunasah Contoh"),
        ("Bawaslu memilih Kedai Kopi Misal untuk berdiskusi.", "Kedai Kopi Misal"),
        ("Kali ini tempatnya Warung Mbok Uji, Desa Contoh.", "Warung Mbok Uji"),
        ("Bupati meresmikan Jembatan Contoh, Rabu.", "Jembatan Contoh"),
        ("Tamu memasuki kantor Keuskupan Misal di Batu Uji.", "kantor Keuskupan Misal"),
        ("Warga Kampung Uji, Kecamatan Contoh, tersenyum.", "Kampung Uji"),
        ("Tes digelar bagi warga binaan di aula lapas, Jumat.", "aula lapas"),
        ("Forkopimda menggelar rapat di Pendopo, Senin.", "Pendopo"),
        ("Malam itu Pendopo Raden Uji dipakai bupati menjamu tamu.", "Pendopo Raden Uji"),
        ("Saf Masjid Agung Uji di Contoh terisi sampai teras.", "Masjid Agung Uji"),
        ("Mediasi digelar di rumah salah seorang warga.", "rumah salah seorang warga"),
    ],
)
def test_a_venue_needs_no_word_before_it(text: str, venue: str) -> None:
    """Reports say in many ways where something was, and often without `di`."""
    assert first(text) == venue


@pytest.mark.parametrize(
    ("text", "venue"),
    [
        ("Ibu itu tinggal di Rusun Uji. Ia ikut kelas di Balai RW 03, Rabu.", "Balai RW 03"),
        ("Setelah pekan lalu digelar di Hotel Uji, forum berlangsung di Aula Misal.", "Aula Misal"),
        ("Rapat di Hotel Uji, Rabu. Pekan depan digelar di Hotel Misal.", "Hotel Uji"),
        ("Ketua Takmir Masjid Uji menyambut tamu di Gedung Misal, Rabu.", "Gedung Misal"),
        ("Balai Besar Contoh mengadakan rapat di Graha Misal, Rabu.", "Graha Misal"),
        ("Tanggul Uji jebol. Rapat digelar di Graha Misal, Rabu.", "Graha Misal"),
        ("Korban dilarikan ke RSUD Uji. Islah digelar di Aula Misal, Rabu.", "Aula Misal"),
    ],
)
def test_the_place_of_the_event_comes_before_others(text: str, venue: str) -> None:
    """Where people live, what was before and what will be, who acts: none is the venue."""
    assert first(text) == venue


@pytest.mark.parametrize(
    ("text", "venue"),
    [
        ("Kapolres datang ke Misal Coffee lalu duduk, Rabu.", "Misal Coffee"),
        ("Petani makan di Uji Processing Center (UPC) Contoh, Rabu.", "Uji Processing Center"),
        ("Jagung diangkut dari Dusun Uji di Desa Contoh, Senin.", "Dusun Uji di Desa Contoh"),
        ("Acara menuju satu tempat: Masjid Misal, Kecamatan Uji.", "Masjid Misal"),
        ("Suasana Ruang Uji hening, Rabu.", "Ruang Uji"),
        ("Polisi mendatangi umat Gereja Uji di Desa Contoh, Minggu.", "Gereja Uji"),
        ("Panitia memakai gedung pertemuan Misal di Uji, Kamis.", "gedung pertemuan Misal"),
        ("Keluarga di desa Misal, Kecamatan Uji, menerima beras.", "desa Misal"),
    ],
)
def test_a_place_without_a_head_is_known_by_what_is_in_it(text: str, venue: str) -> None:
    """A café with an English name, a hamlet of a village, a house with its address."""
    assert venue in (first(text) or "")


def test_what_is_planned_elsewhere_is_no_venue() -> None:
    """Where a later event will be does not tell where this one was."""
    assert first("Acara dijadwalkan berlangsung di Stadion Misal mulai 3 Mei.") is None
    assert first("Pembangunan rumah dicegat ketua RT di sana.") is None


@pytest.mark.parametrize(
    ("text", "venue"),
    [
        ("Botol dijejerkan di atas meja panjang Kantor Contoh, Senin.", "Kantor Contoh"),
        ("Kepala balai meninjau blok hunian Rutan Uji, Senin.", "Rutan Uji"),
        ("Puluhan siswa SMA Negeri 2 Uji menyimak, Senin.", "SMA Negeri 2 Uji"),
        ("Kasat Binmas Polres Uji AKP Budi menjadi pemateri.", None),
        ("Kelas tidak berlangsung di ruang kelas. Jaksa bersama santri Ponpes Uji.", "Ponpes Uji"),
        ("Latihan digelar di perairan Selat Uji, Senin.", "perairan Selat Uji"),
        ("Rapat di Gedung Serbaguna (GSG) PT Uji, Senin.", "Gedung Serbaguna (GSG) PT Uji"),
        ("Apel digelar di halaman Masjid Uji, Senin.", "halaman Masjid Uji"),
    ],
)
def test_a_house_behind_its_things_and_people(text: str, venue: str | None) -> None:
    """What stands in a house and who lives there lead to it; its officers do not."""
    assert first(text) == venue


@pytest.mark.parametrize(
    ("text", "venue"),
    [
        ("Perahu tiba sore. Tujuannya Kampung Uji, Distrik Misal.", "Kampung Uji"),
        ("Yang pertama dituju ialah Ponpes Uji. Kiai menunggu di ruang tamu ndalem.", "Ponpes Uji"),
        ("Kapolres sowan kepada Budi, pengasuh Pesantren Uji, Rabu.", "Pesantren Uji"),
        ("Rumah itu milik pembina Ponpes Uji di Dusun Misal, Desa Contoh.", "Ponpes Uji"),
        ("Nagari Uji tersohor. Nagari di kaki Gunung Misal itu berhias.", "Nagari Uji"),
        ("Pemerintah Kampung Uji rapat. Acara digelar di kampung tersebut.", "Kampung Uji"),
        ("Rumah Raja Uji di Kecamatan Misal, Kabupaten Kaur, berubah ramai.", "Rumah Raja Uji"),
        ("Halaman rumah kepala adat di Dusun Uji sudah ramai.", "Halaman rumah kepala adat"),
        ("Rombongan bertolak dari Mapolres Kaur menuju Dusun Uji, Rabu.", "Dusun Uji"),
        ("Senin, giliran Keuskupan Uji di Kota Ambon yang didatangi.", "Keuskupan Uji"),
        ("Apel digelar di Lembah Uji Resort, Rabu.", "Lembah Uji Resort"),
        ("Bangku Gereja Uji, Ambon, Rabu (11/2/2026) petang terisi anak muda.", "Gereja Uji"),
        ("Tujuan pertama adalah Gereja Katedral Uji, tempat misa.", "Gereja Katedral Uji"),
        ("Kantor KPU Kabupaten Kaur menerima kunjungan.", "Kantor KPU Kabupaten Kaur"),
    ],
)
def test_where_people_came_to(text: str, venue: str) -> None:
    """What the text says they went to, whose head they called on, what it named before."""
    assert first(text) == venue


@pytest.mark.parametrize(
    "text",
    [
        "Ia bertugas sejak lama di Bumi Seribu Uji, Rabu.",
        "Di Ranah Uji, Kapolda bertemu tokoh adat, Rabu.",
        "Para ulama di Serambi Mekkah bertemu Kapolda, Rabu.",
    ],
)
def test_a_poetic_name_of_a_region_is_no_venue(text: str) -> None:
    """`Bumi Seribu Pulau` is all of Maluku."""
    assert first(text) is None


@pytest.mark.parametrize(
    ("text", "venue"),
    [
        ("Puluhan pegawai di Kantor Uji bingung. Rapat ada di Aula Misal, Rabu.", "Aula Misal"),
        ("Jalan raya di Desa Uji putus. Camat menemui warga di Posko Misal, Rabu.", "Posko Misal"),
        ("Petugas gabungan dari Polres Kaur dan Kodim berkeliling, Rabu.", None),
        ("Koperasi Desa Uji Jaya mulai rapat di Aula Misal, Rabu.", "Aula Misal"),
        (
            "Usai meninjau Jembatan Uji, ia berdialog dengan ibu-ibu di saung tani, Rabu.",
            "saung tani",
        ),
        ("Polisi mendatangi warga RT 07 Kelurahan Uji. Tikar digelar di Jl. Misal.", "Jl. Misal"),
    ],
)
def test_where_somebody_is_from_is_no_venue(text: str, venue: str | None) -> None:
    """`Di` and `dari` may only say who or what is meant."""
    assert first(text) == venue


@pytest.mark.parametrize(
    ("text", "venue"),
    [
        ("Jamaah Masjid Uji, Desa Misal, Kecamatan Contoh, bertahan, Rabu.", "Masjid Uji"),
        ("Gereja Uji Misal, tempat ibadah dimulai, penuh, Minggu.", "Gereja Uji Misal"),
        ("Sebuah berugak kelompok tani di Dusun Uji, mendadak ramai.", "berugak kelompok tani"),
        ("Tikar digelar di bawah pohon asam Desa Uji, Rabu.", "Desa Uji"),
        ("Rapat tidak di Contoh, melainkan di gedung dr Uji Misal, Rabu.", "gedung dr Uji Misal"),
        ("Tamu diterima Bupati Budi Contoh di lobi kantornya, Rabu.", "lobi kantornya"),
    ],
)
def test_a_house_among_its_village_and_people(text: str, venue: str) -> None:
    """A house is where it was before the village it stands in is."""
    assert first(text) == venue
