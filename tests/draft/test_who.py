"""People: each person once, under the fullest name, wherever they are named."""

import pytest

from digest.draft.finder import Finder
from digest.draft.place import Places
from digest.draft.token import sentences
from digest.draft.who import Person, parts, people
from digest.regency import load

PLACES = Places(load())


def found(text: str) -> tuple[Person, ...]:
    rows = sentences(text, [(0, len(text))])
    return people(Finder(text, rows, PLACES).mentions(), rows)


def test_short_names_belong_to_the_full_one() -> None:
    """`Oka` and the kapolres are the AKBP named before."""
    persons = found("Kapolres Kaur AKBP Achmad Oka Misal hadir. Oka berpesan. Kata Kapolres, aman.")
    assert [each.name for each in persons] == ["Achmad Oka Misal"]
    assert len(persons[0].mentions) == 3


def test_an_initial_alone_makes_nobody_the_same() -> None:
    """`M Budi` and `Masykur` are two."""
    persons = found("Hadir Ketua KPU Kaur, Masykur. Kapolres Kaur AKBP M Budi Contoh berpesan.")
    assert [each.name for each in persons] == ["Masykur", "M Budi Contoh"]


def test_a_stranger_needs_words_that_say_so() -> None:
    """A capitalised run is a person if it speaks or is called by a part of it again."""
    assert [each.name for each in found("Kata Budi Santoso, warga senang.")] == ["Budi Santoso"]
    assert not found("Warga menonton Wayang Golek Purwa di lapangan.")


def test_the_office_of_another_place_is_another_mention() -> None:
    """`Kapolres Ngawi` is not the kapolres of Kaur."""
    (person,) = found("Kapolres Kaur AKBP Budi Contoh hadir. Kapolres Ngawi tidak tampak.")
    assert len(person.mentions) == 1


def test_parts_of_a_name_are_compared_folded() -> None:
    """Full stops and case do not part a name."""
    assert parts("M. BUDI Rifa’i") == ("m", "budi", "rifa'i")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Bupati Kaur Budi Contoh, yang akrab disapa Cak Uji, hadir. Cak Uji tertawa.",
         ["Budi Contoh"]),
        ('Bupati Kaur Budi Contoh hadir. "Bagus," ujar Aan, panggilan akrab bupati.',
         ["Budi Contoh"]),
        ("Perempuan yang akrab disapa Ning Ita itu datang. Ia Bupati Kaur Ika Contoh.",
         ["Ika Contoh"]),
    ],
)  # fmt: skip
def test_what_somebody_is_called_is_no_second_person(text: str, names: list[str]) -> None:
    """A nickname belongs to whoever was named last, or next."""
    assert [each.name for each in found(text)] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Lama sekali Umpama Misal menunggu. “Akhirnya,” tutur Umpama.", ["Umpama Misal"]),
        ("Kolonel Czi Arief Contoh tiba. Kepada wartawan, Arief menyebut itu.", ["Arief Contoh"]),
        ("Hadir Bupati Nias Uji Misal, Bupati Nias Utara Contoh Sukadana, serta camat.",
         ["Uji Misal", "Contoh Sukadana"]),
        ("Bupati Toraja Utara Umpama Misal, S.T., mengaku senang.", ["Umpama Misal"]),
        ("Danrem Brigjen TNI Arnold AP Contoh hadir.", ["Arnold AP Contoh"]),
        ("Pendamping Lokal Desa T. Romi Contoh hadir.", ["T. Romi Contoh"]),
        ("Inspektur Kaur Komjen. Pol. Tohir Contoh hadir.", ["Tohir Contoh"]),
        ("Ketua sidang Zarkani Contoh mengetuk palu.", ["Zarkani Contoh"]),
        ("Itu disanggah Umpama, anggota komisi dari Kaur.", ["Umpama"]),
        ("Kepala Dinas Lingkungan Hidup Kota Tangerang Selatan Umpama Misal hadir.",
         ["Umpama Misal"]),
    ],
)  # fmt: skip
def test_borders_and_names_said_twice(text: str, names: list[str]) -> None:
    """What is a name once is one everywhere; degrees, places and initials do not hide it."""
    assert [each.name for each in found(text)] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ketua Pengadilan Negeri R.A Umpama Contoh hadir.", ["R.A Umpama Contoh"]),
        ("Hadir Sekretaris Daerah LM Husein Contoh bersama warga.", ["LM Husein Contoh"]),
        ("Kepala BBPP Umpama H. Budi Contoh, S.T., duduk.", ["Budi Contoh"]),
        ("Kegiatan dipimpin Kepala Suku Besar Umpama, Misal Contoh.", ["Misal Contoh"]),
        ("Hadir Wali Nagari Umpama Aia Barat Misal Datuak Contoh.", ["Misal"]),
        ("Kadis Perkim M. Budi Contoh hadir.", ["M. Budi Contoh"]),
        ("Kasi Binadik Budi Contoh hadir.", ["Budi Contoh"]),
        ("Bendesa yang baru, I Nengah Contoh, tidak sendiri.", ["I Nengah Contoh"]),
        ("Itu dicatat penyarikan oleh I Umpama Misal.", ["I Umpama Misal"]),
        ("Empat anggota lain bertanya, yakni Umpama, Budi Contoh, dan Misal.",
         ["Umpama", "Budi Contoh", "Misal"]),
        ("Di antaranya Hendra dan Jumran, masing-masing Kepala Desa Uji dan Camat Maje.",
         ["Hendra", "Jumran"]),
        ("Sesi dipandu Ketua Panitia Hj Tata Budi Contoh.", ["Tata Budi Contoh"]),
        ("Bawaslu Kabupaten Kaur diwakili Iskandar.", ["Iskandar"]),
        ("Novli Bernado Umpama yang memimpin rapat itu berkata begitu.", ["Novli Bernado Umpama"]),
        ("Sebagai pembuka, Budi Bernado Umpama yang menjabat Ketua KPU Kaur berkata.",
         ["Budi Bernado Umpama"]),
        ("Menurut Umpama Misal, itu benar.", ["Umpama Misal"]),
        ("Mereka pulang ke Miftahul Ulum.", []),
        ("Tim BUMDesa dan warga Uji-Uji datang.", []),
        ("Sekda Kaur Umpama B.K. Misal mewakili bupati.", ["Umpama B.K. Misal"]),
        ("Direktur RSUD dr. Uji Contoh, drg. Umpama Misal, mengecek ruang.", ["Umpama Misal"]),
        ("Narasumber lain, Dr. Umpama, M.Si., dosen Universitas Misal, mengulas itu.",
         ["Umpama"]),
        ("Tokoh perempuan Umpama, Mama Misal Contoh, bertanya.", ["Misal Contoh"]),
        ("Kepala SMP Negeri 3 Kahayan Hilir Umpama Misal hadir.", ["Umpama Misal"]),
        ("Kepala Disperumpama Kabupaten Kaur Umpama Misal hadir.", ["Umpama Misal"]),
        ("Sangadi Umpama Dua Misal Contoh menerima tim.", ["Misal Contoh"]),
        ("Bapak Camat Maje, Budi Contoh, hadir.", ["Budi Contoh"]),
        ("Hadir Ketua Adat Budi Mayor.", ["Budi Mayor"]),
        ("Turut hadir staf Umpama Misal dan Contoh Ibarat.",
         ["Umpama Misal", "Contoh Ibarat"]),
        ("Anak Agung Umpama Misal memberi restu.", ["Anak Agung Umpama Misal"]),
        ("Universitas Uji (Unuji) sepakat. Naskah diteken di ruang Rektor Unuji, Jumat.", []),
    ],
)  # fmt: skip
def test_names_that_no_list_holds(text: str, names: list[str]) -> None:
    """Initials, inherited titles, offices and lists tell where a name begins and ends."""
    assert [each.name for each in found(text)] == names


def test_a_namesake_has_another_title_and_office() -> None:
    """`Sekda HM. Noor` is not the Bupati whose second name is Noor."""
    persons = found("Hadir Bupati Kaur H Budi Noor. Hadir pula Sekda Kaur HM. Noor.")
    assert [each.name for each in persons] == ["Budi Noor", "Noor"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Umpama, Kepala Desa Sukamaju, mengaku lega.", ["Umpama"]),
        ("Giliran Rifai Contoh, staf penanganan, memaparkan alur.", ["Rifai Contoh"]),
        ("Kasat Binmas AKP I Nyoman Pasar, S.H., hadir.", ["I Nyoman Pasar"]),
        ("Ketuanya, Umpama yang datang kemarin, kecewa.", ["Umpama"]),
        ("Hadir Ketua TP PKK Kaur Nita Budi Contoh, istri Pj Bupati Kaur Budi Contoh.",
         ["Nita Budi Contoh", "Budi Contoh"]),
        ("Datang sejumlah tokoh Umpama, antara lain Yance Contoh, Misal Uji, dan Budi Coba.",
         ["Yance Contoh", "Misal Uji", "Budi Coba"]),
        ("Rapat di Gedung Kesenian Bung Karno selesai.", []),
        ("Tampak Ketua Kelompok Tani Umpama, perwakilan PT. UJI, dan warga.", []),
        ("Kanit Binmas Polsek Kumpeh Ilir hadir.", []),
        ("Bhabinkamtibmas Kelurahan Umpama Misal mendekati warga.", []),
        ("Turut hadir mahasiswa Umpama Misal.", []),
        ("Bupati Kaur Budi Contoh meresmikan Puskesmas Umpama. Nama Umpama, jelas Bupati, lama.",
         ["Budi Contoh"]),
    ],
)  # fmt: skip
def test_openings_lists_and_bodies(text: str, names: list[str]) -> None:
    """A sentence's first word, a list and a collective noun are told from names."""
    assert [each.name for each in found(text)] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Kapolres Kaur AKBP Alim menerangkan itu.", ["Alim"]),
        ("Di rumah itu tinggal Umpama, 65 tahun, bersama anaknya.", ["Umpama"]),
        ("Umpama, putri sulungnya yang tinggal dekat, bercerita.", ["Umpama"]),
        ("Hadir Budi Contoh (PPK Kaur). Dari sisi penyelenggara, Budi mengingatkan itu.",
         ["Budi Contoh"]),
        ("Kabag Umum Setda Kaur Raja Kholid Contoh hadir. Raja Kholid Contoh berpesan.",
         ["Raja Kholid Contoh"]),
        ("Giliran sub suku Umpama menjadi tuan rumah.", []),
        ("Tampak Bupati Kaur Budi Contoh; Istana, S.H., M.H. dari DPRD Kaur.",
         ["Budi Contoh", "Istana"]),
        ("Ketua BPRN Umpama Dt. Batuah berpesan.", ["Umpama"]),
        ("Penjabat Negeri Saparua Umpama Misal mengatakan itu.", ["Umpama Misal"]),
        ("Datang pula mahasiswa KKN UIN Imam Bonjol.", []),
        ("Penulis buku Kartini, Umpama Misal, bercerita.", ["Umpama Misal"]),
        ("Tanah itu milik mendiang Budi Umpama di Uji.", ["Budi Umpama"]),
        ("Kepala Adat Besar Krayan Darat Umpama Misal meminta itu.", ["Umpama Misal"]),
        ("Acara dipimpin Bapak Umpama Ki Contoh selaku Ketua MABT Kaur.", ["Umpama Ki Contoh"]),
        ("Dandim 0213/Nias Letkol Inf TP Umpama Misal hadir.", ["TP Umpama Misal"]),
        ("Bendesa Adat Umpama I Wayan Misal lega.", ["I Wayan Misal"]),
        ("Kepala KSOP Dumai Capt Umpama Misal hadir.", ["Umpama Misal"]),
        ("Sambutan disampaikan Ir. Muh. Yunan Krg. Umpama, Asisten Pemerintahan.",
         ["Muh. Yunan Krg. Umpama"]),
        ("Mereka bersama santri Pondok Pesantren Hidayatul Umpama, Kecamatan Maje.", []),
        ("Petugas bidang pengukuran KAN, Umpama, mengakui itu.", ["Umpama"]),
        ("Yang mendampingi: La Umpama, Budi Contoh, dan warga.", ["La Umpama", "Budi Contoh"]),
    ],
)  # fmt: skip
def test_ages_kin_and_ranks_show_a_person(text: str, names: list[str]) -> None:
    """Whatever word stands between a rank and a verb is a name."""
    assert [each.name for each in found(text)] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Rody mengisi tempat Wuradi yang pindah.", ["Wuradi"]),
        ("Karto Uji melanjutkan tugas Marnodi sejak Maret.", ["Karto Uji", "Marnodi"]),
        ("Mereka berhadapan dengan Soewardi alias Alo di kebun.", ["Soewardi"]),
        ("Satu lagi Mantir Kecamatan ialah Wulodewa.", ["Wulodewa"]),
        ("Hadir Ulu-ulu Marjono dan dua jagabaya.", ["Marjono"]),
        ("Kepala Dinas Pemberdayaan Masyarakat Desa Gaspar Uji hadir.", ["Gaspar Uji"]),
        ("Kepala Seksi Aset Desa Marten Wulodewa hadir.", ["Marten Wulodewa"]),
        ("Camat Uji, Eko Riyanto S. Pt, menjawab.", ["Eko Riyanto"]),
        ("Dekan Maria Uji Atok (Sekretaris) hadir.", ["Maria Uji Atok"]),
        ("Camat Dominggus Uji datang. Lalu Pdt. Nataniel D. Uji tiba.",
         ["Dominggus Uji", "Nataniel D. Uji"]),
        ("Bupati Dyah Pratiwi datang. “Silakan,” kata Tiwi.", ["Dyah Pratiwi"]),
        ("Justru William Uji, tokoh pemuda, meminta maaf.", ["William Uji"]),
        ("Hadir Letkol Armed Udin Contoh.", ["Udin Contoh"]),
        ("Prosesi dipimpin Bate Pohuwato Asmad N. Uji.", ["Asmad N. Uji"]),
        ("Setelah Surah Yasin dibaca, grup Maulid Al Ikhwan tampil.", []),
    ],
)  # fmt: skip
def test_who_follows_whom_and_where_names_end(text: str, names: list[str]) -> None:
    """Successors, aliases, village offices, degrees with a blank, initials inside a name."""
    assert [each.name for each in found(text)] == names
