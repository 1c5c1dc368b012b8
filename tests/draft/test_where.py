"""Regencies: where it was held, which is not always where it is written."""

import pytest

from digest.draft.clean import clean
from digest.draft.place import Places
from digest.draft.token import sentences
from digest.draft.where import Where, where
from digest.regency import load

PLACES = Places(load())


def found(text: str) -> Where:
    page = clean(text)
    rows = sentences(text, page.body)
    return where(text, rows, page.title, page.dateline, page.head, PLACES)


def regency(text: str) -> str | None:
    return found(f"Judul\n\n{text}").regency


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Apel digelar di Markas Polresta Cirebon, Selasa pagi kemarin.", "32.09"),
        ("Apel digelar di Mapolres Cirebon Kota, Selasa pagi kemarin.", "32.74"),
        ("Apel digelar di Mapolrestabes Bandung, Selasa pagi kemarin.", "32.73"),
        ("Bupati Bandung membuka rapat di aula itu, Selasa pagi kemarin.", "32.04"),
        ("Wali Kota Bandung membuka rapat di aula itu, Selasa pagi kemarin.", "32.73"),
        ("Polres Kukar mengikuti dialog dari aula itu, Selasa pagi kemarin.", "64.02"),
        ("Warga berkumpul di GOR Uji, Kecamatan Bergas, Kabupaten Semarang.", "33.22"),
        ("Rapat digelar di Kantor Gubernur Aceh sejak pagi hingga petang.", "11.71"),
        ("Kodim 0808/Blitar menggelar upacara di Desa Uji, Kabupaten Blitar.", "35.05"),
        ("Polres Kepulauan Meranti berdialog di Kafe Uji, Kecamatan Tebingtinggi.", "14.10"),
        ("Rapat PPK digelar di Aula Kantor Kecamatan Kalianda sejak pagi.", "18.01"),
    ],
)
def test_offices_tell_the_regency(text: str, code: str) -> None:
    """Police, heads of regions, districts and seats each point to one regency."""
    assert regency(text) == code


def test_the_venue_outweighs_the_dateline() -> None:
    """A meeting held elsewhere is listed there, and at home as what it concerns."""
    result = found(
        "Judul\n\nACEH TIMUR – Penjabat Bupati Aceh Timur mengikuti rapat di Aula Hotel Contoh "
        "Kota Medan, Selasa (9/7/2024)."
    )
    assert result.regency == "12.71"
    assert result.concerns == ("11.03",)


def test_jakarta_without_a_city_stays_open() -> None:
    """Which of Jakarta's five cities is not guessed."""
    result = found(
        "Judul\n\nBANJARBARU – Pengurus koperasi Banjarbaru bertemu di sebuah hotel di Jakarta, "
        "Kamis (7/3/2024)."
    )
    assert result.regency is None
    assert result.concerns == ("63.72",)


def test_namesakes_are_reported() -> None:
    """Where nothing tells kabupaten from kota, the editor gets both."""
    result = found("Judul\n\nBANDUNG – Warga mengikuti rapat bersama sejak pagi hingga petang.")
    assert set(result.candidates) == {"32.04", "32.73"}


def test_the_district_is_found() -> None:
    """The kecamatan beside the venue is kept as it is written."""
    result = found("Judul\n\nRapat digelar di GOR Uji, Kecamatan Bergas, Kabupaten Semarang.")
    assert result.district == "Bergas"


def test_another_province_leaves_the_regency_open() -> None:
    """A council that meets `di Bali` is listed at home as concerned, and nowhere guessed."""
    result = found(
        "Judul\n\nBANJARBARU – Rapat Forkopimda digelar di Bali, Senin (5/2/2024), dipimpin Wali "
        "Kota Banjarbaru."
    )
    assert result.regency is None
    assert result.concerns == ("63.72",)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("GORONTALO – Kapolda Gorontalo memimpin apel di Lapangan Mapolda Gorontalo.", "75.71"),
        ("SLEMAN – Kapolda DIY memimpin apel di Mapolda DIY, Senin pagi kemarin.", "34.04"),
        ("JAKARTA – Kapolres memimpin apel di Mapolres Metro Jakarta Selatan.", "31.74"),
        ("SEMARANG – Pj Gubernur Jawa Tengah membuka rakor di Gedung Uji, Senin.", "33.74"),
        ("Pematang Siantar – Wali Kota Pematang Siantar membuka rapat di balai itu.", "12.72"),
    ],
)
def test_provincial_offices_and_spellings(text: str, code: str) -> None:
    """Headquarters lie in a known city, and names are known with and without blanks."""
    assert regency(text) == code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Bupati Malang meneken nota di Pendopo Uji, Jalan Contoh 7 Kota Malang, Rabu.", "35.73"),
        ("Komisi II DPRD Nunukan menyeberang ke Tanjung Selor, Kabupaten Bulungan.", "65.01"),
        ("DPRD Kabupaten Demak bertandang ke DPRD Kabupaten Sleman, Rabu pagi itu.", "34.04"),
        ("Polisi meronda. Titik kumpulnya di Dusun Batu Uji, Kecamatan Praya Timur.", "52.02"),
        ("Panglima menerima tokoh Sentani di Makodam Uji, Jayapura, Selasa pagi.", "91.71"),
        ("Musyawarah digelar di balai desa oleh Kepala Desa Jetaklengkong, Rabu.", "33.26"),
    ],
)
def test_where_people_went_outweighs_where_they_came_from(text: str, code: str) -> None:
    """An address, the goal of a journey, a village: each tells more than who came."""
    assert regency(text) == code


def test_a_list_of_regencies_names_no_host() -> None:
    """Nor does a meeting with a minister in Jakarta name the city it was in."""
    text = "Peserta dari Kota Gorontalo, Kabupaten Gorontalo, dan Kabupaten Boalemo menyimak layar."
    assert regency(text) is None
    assert regency("Bupati Natuna menemui menteri di Jakarta, Rabu pagi kemarin itu.") is None


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Seminar digelar di Auditorium Undana, Senin pagi kemarin.", "53.71"),
        ("Nakhoda berkumpul di Marina Ancol, Jakarta, Senin pagi kemarin.", "31.72"),
        ("Rapat digelar di Hotel Uji, Kebayoran Baru, Jakarta, Senin pagi.", "31.74"),
        ("Rapat nasional digelar di Hotel Uji, Jakarta, Senin pagi kemarin.", None),
        ("Danrem hadir di Aula Makorem 082/Contoh, Senin pagi kemarin.", "35.76"),
        ("Kapolda NTB memimpin serah terima di Gedung Uji, Senin pagi.", "52.71"),
        ("Bupati Sikka menerima kunjungan kerja DPRD Flores Timur di ruang kerja.", "53.07"),
    ],
)
def test_places_everybody_knows(text: str, code: str | None) -> None:
    """Campuses, headquarters, parts of the capital; guests come from elsewhere."""
    assert regency(text) == code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Rapat KPU Purbalingga digelar di Bima Grand Ballroom, Hotel Uji.", "33.03"),
        ("Rapat Bawaslu Kebumen digelar di Ruang Bima Hotel Misal.", "33.05"),
        ("Razia Polres Klaten digelar di Jalan Surabaya sejak pagi.", "33.10"),
        ("KPU Kudus mengumpulkan wartawan di Kedai Kopi Aceh.", "33.19"),
        ("Bupati Bolmut meninjau Pantai Batu Misal sejak pagi.", "71.08"),
        ("Rapat KPU Bone digelar di Makassar Uji Hotel sejak pagi.", "73.71"),
        ("Rapat KPU Kaur digelar di Hotel Misal Palembang sejak pagi.", "16.71"),
    ],
)
def test_a_room_or_road_named_after_a_town_is_not_in_it(text: str, code: str) -> None:
    """A hotel that ends in a town's name is there, and so is one in the same province."""
    assert regency(text) == code


def test_a_place_before_its_day_is_where_it_was() -> None:
    """Without a venue, `di Uji, Sabtu (3/2)` tells, but not where it was denied or asked about."""
    gift = "Pemkab Jember dan Pemkab Jember lagi membantu warga Kabupaten Lumajang. "
    assert regency(f"{gift}Uang itu diserahkan di Lumajang, Sabtu (20/7/2024).") == "35.08"
    home = "DPRD Nunukan dan Bupati Nunukan menyeberang ke Kabupaten Bulungan, Tanjung Selor. "
    assert regency(f"{home}Kata Budi ketika ditemui di Nunukan, Selasa (3/2/2024).") == "65.01"
