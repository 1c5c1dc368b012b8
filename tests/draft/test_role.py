"""Roles: who was there, who spoke for whom, and who was only named."""

import pytest

from digest.draft.cast import Part
from digest.draft.finder import Finder
from digest.draft.place import Places
from digest.draft.role import Held, parts, settled
from digest.draft.token import sentences
from digest.draft.who import people
from digest.regency import load

PLACES = Places(load())


def roles(text: str) -> dict[str, Part]:
    rows = sentences(text, [(0, len(text))])
    mentions = Finder(text, rows, PLACES).mentions()
    persons = people(mentions, rows)
    found = parts(persons, rows, mentions)
    return {person.name: part for person, part in zip(persons, found, strict=True)}


def test_melalui_is_not_attendance() -> None:
    """The superior is quoted, and so is who speaks for him."""
    found = roles(
        "Kapolres Kaur AKBP Budi Contoh melalui Kapolsek Maje AKP Amin Misal mengatakan itu."
    )
    assert found["Budi Contoh"].role == "quoted"
    assert (found["Amin Misal"].role, found["Amin Misal"].on_behalf_of) == ("quoted", "Budi Contoh")


@pytest.mark.parametrize(
    "text",
    [
        "Bupati Kaur Budi Contoh diwakili Sekda Kaur Amin Misal.",
        "Bupati Kaur Budi Contoh yang diwakili oleh Sekda Kaur Amin Misal membuka acara.",
        "Hadir Sekda Kaur Amin Misal mewakili Bupati Kaur Budi Contoh.",
        "Hadir Sekda Kaur Amin Misal, yang mewakili bupati. Pesan Bupati Kaur Budi Contoh jelas.",
    ],
)
def test_who_stands_in_is_there_and_the_other_is_not(text: str) -> None:
    """`diwakili` and `mewakili` say who came."""
    found = roles(text)
    assert found["Budi Contoh"].role == "represented"
    assert found["Amin Misal"].role in {"attendee", "speaker"}
    assert found["Amin Misal"].on_behalf_of == "Budi Contoh"


def test_the_office_alone_may_be_represented() -> None:
    """If no name is given, the office is what was stood in for."""
    found = roles("Ketua PN Kaur diwakili Wakil Ketua PN Kaur, Titik Contoh.")
    assert found["Titik Contoh"].on_behalf_of == "Ketua PN Kaur"


def test_a_message_read_out_is_a_quotation() -> None:
    """Who wrote the `amanat` did not come; who read it did."""
    found = roles("Dalam apel Pj Gubernur Riau Amin Misal membacakan amanat Kapolri Budi Contoh.")
    assert found["Budi Contoh"].role == "quoted"
    assert found["Amin Misal"].role in {"organizer", "speaker", "attendee"}


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Rapat dipimpin Kapolres Kaur AKBP Budi Contoh.", "organizer"),
        ("Para guru dilantik Bupati Kaur Budi Contoh.", "organizer"),
        ("Apel dipimpin Kapolres Kaur AKBP Budi Contoh.", "speaker"),
        ("Turut hadir Camat Maje Budi Contoh dan warga.", "attendee"),
        ("Dalam sambutannya, Camat Maje Budi Contoh mengatakan warga rukun.", "speaker"),
        ("Terpisah, Kasi Humas Polres Kaur Iptu Budi Contoh menambahkan hal itu.", "quoted"),
        ("Warga mengenang mantan Bupati Kaur Budi Contoh.", "mentioned"),
        ("Hal itu sesuai instruksi Kapolda Riau Irjen Pol Budi Contoh.", "mentioned"),
        ("Saat dihubungi, Ketua KPU Kaur Budi Contoh mengatakan belum tahu.", "quoted"),
    ],
)
def test_words_around_a_name_tell_the_part(text: str, role: str) -> None:
    """One in eight people named was not there; the words say which."""
    assert roles(text)["Budi Contoh"].role == role


HELD = "Polres Kaur menggelar rapat koordinasi di aula, Rabu. "


@pytest.mark.parametrize(
    ("text", "role"),
    [
        (HELD + "Kapolres Kaur AKBP Budi Contoh mengatakan warga perlu tenang.", "organizer"),
        (HELD + "Kasat Lantas Polres Kaur AKP Budi Contoh menjelaskan jalur.", "speaker"),
        (HELD + "Ketua KPU Kaur Budi Contoh menyampaikan tahapan.", "speaker"),
        (HELD + "Bupati Kaur Budi Contoh membuka acara.", "speaker"),
        ("Materi kedua disampaikan Ketua KPU Kaur Budi Contoh.", "speaker"),
        ("Tiga juri menilai, yakni Budi Contoh, Amin Misal, dan Titik Uji.", "speaker"),
        ("Sekda Kaur Budi Contoh menghadiri rapat itu. Ia berharap hasilnya baik.", "attendee"),
        ("Turut hadir Ketua KPU Kaur Budi Contoh. Ia meminta warga datang.", "speaker"),
        ("Babinsa Maje Serda Budi Contoh menyambangi warga. “Hati-hati,” katanya.", "organizer"),
        ("Bupati Kaur Amin Misal didampingi Sekda Kaur Budi Contoh meminta itu.", "attendee"),
        ("Tiga hari sebelumnya, Bupati Kaur Budi Contoh mengeluarkan edaran.", "mentioned"),
        ("Camat Maje Amin Misal menyampaikan salam dari Bupati Kaur Budi Contoh.", "mentioned"),
    ],
)
def test_host_speaker_and_guest_are_told_apart(text: str, role: str) -> None:
    """Who holds it leads the body that held it, or does what it was; guests only come."""
    assert roles(text)["Budi Contoh"].role == role


def test_who_was_sent_speaks_for_the_sender() -> None:
    """`Ia mengutus` means the one named before."""
    found = roles("Bupati Kaur Budi Contoh tidak hadir. Ia mengutus Sekda Kaur Amin Misal.")
    assert found["Budi Contoh"].role == "represented"
    assert found["Amin Misal"].on_behalf_of == "Budi Contoh"


def test_nobody_hosts_a_press_conference() -> None:
    """Who calls the press speaks; who goes out to people leads."""
    text = "Kapolres Kaur AKBP Budi Contoh menggelar jumpa pers."
    rows = sentences(text, [(0, len(text))])
    mentions = Finder(text, rows, PLACES).mentions()
    persons = people(mentions, rows)
    found = parts(persons, rows, mentions)
    assert settled(found, persons, rows, Held("press-conference", "offline"))[0].role == "speaker"
    said = (Part("speaker"),)
    assert settled(said, persons, rows, Held("patrol", "offline"))[0].role == "organizer"


@pytest.mark.parametrize(
    "text",
    [
        "Bupati Kaur Budi Contoh berhalangan. Sambutannya dibacakan Sekda Kaur Amin Misal.",
        "Bupati Kaur Budi Contoh tidak sempat hadir. Tempatnya diisi Sekda Kaur Amin Misal.",
        "Sekda Kaur Amin Misal datang. Ia hadir mewakili Bupati Kaur Budi Contoh.",
        "Rapat dipimpin Sekda Kaur Amin Misal, yang sekaligus mewakili Bupati Kaur Budi Contoh.",
    ],
)
def test_a_standin_is_told_in_the_next_sentence_too(text: str) -> None:
    """`Sambutannya`, `tempatnya` and `ia` mean who was named before."""
    found = roles(text)
    assert found["Budi Contoh"].role == "represented"
    assert found["Amin Misal"].on_behalf_of == "Budi Contoh"


def test_who_reads_a_greeting_reads_it_for_the_sender() -> None:
    """The order of the day, which every leader of a parade reads, is another matter."""
    found = roles("Sekda Kaur Amin Misal membacakan sambutan Bupati Kaur Budi Contoh.")
    assert found["Amin Misal"] == Part("speaker", "Budi Contoh")
    found = roles("Sekda Kaur Amin Misal membacakan amanat Kapolri Budi Contoh.")
    assert found["Amin Misal"].on_behalf_of is None


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Memimpin rapat, Bupati Kaur Budi Contoh meminta data.", "organizer"),
        ("Mediasi dipandu Bhabinkamtibmas Bripka Budi Contoh.", "organizer"),
        ("Rombongan diterima Ketua DPRD Kaur Budi Contoh.", "organizer"),
        ("Bantuan diterima Ketua RT 03 Budi Contoh.", "attendee"),
        ("Materi disajikan tiga orang, masing-masing Amin Misal dan Budi Contoh.", "speaker"),
        ("Keluhan itu dijawab Kepala Dinas Sosial Kaur Budi Contoh.", "speaker"),
        ("Camat Maje Budi Contoh hadir. Jalan rusak, katanya, segera diperbaiki.", "attendee"),
        ("Ketua KPU Kaur Amin Misal hadir. Camat Maje Budi Contoh datang. Jalan, ujarnya, rusak.",
         "speaker"),
        ("Ditemui seusai acara, Ketua KPU Kaur Budi Contoh mengatakan siap.", "attendee"),
    ],
)  # fmt: skip
def test_who_speaks_is_told_by_more_than_a_verb(text: str, role: str) -> None:
    """Lists, participles and `katanya` tell it as well; guests who talk to the press only came."""
    assert roles(text)["Budi Contoh"].role == role


def test_the_house_of_a_body_tells_its_host() -> None:
    """Where nobody is said to lead, it is the camat in the hall of the kecamatan."""
    text = "Camat Maje Budi Contoh berpesan. Kapolres Kaur AKBP Amin Misal meminta tertib."
    rows = sentences(text, [(0, len(text))])
    mentions = Finder(text, rows, PLACES).mentions()
    persons = people(mentions, rows)
    held = Held("meeting", "offline", "Aula Kantor Kecamatan Maje")
    found = settled(parts(persons, rows, mentions), persons, rows, held)
    assert [each.role for each in found] == ["organizer", "speaker"]


@pytest.mark.parametrize(
    ("text", "kind", "host"),
    [
        ("Kapolda Riau Budi Contoh datang. Ia disambut Ketua LAM Riau Amin Misal.", "visit", 1),
        ("Dandim Uji Budi Contoh datang. Ketua KPU Kaur Amin Misal menerimanya.", "visit", 0),
        ("Kapolres Kaur Budi Contoh berpesan. Camat Maje Amin Misal setuju.", "meeting", 0),
    ],
)
def test_who_held_what_nobody_is_said_to_lead(text: str, kind: str, host: int) -> None:
    """Who met the guests of a visit, or who called others and is named first."""
    rows = sentences(text, [(0, len(text))])
    mentions = Finder(text, rows, PLACES).mentions()
    persons = people(mentions, rows)
    said = tuple(Part("speaker") for _ in persons)
    found = settled(said, persons, rows, Held(kind, "offline"))
    assert [each.role == "organizer" for each in found] == [host == 0, host == 1]


@pytest.mark.parametrize(
    ("text", "behalf"),
    [
        ("Kapolres Kaur AKBP Amin Misal tidak dapat hadir. Wakilnya, Kompol Budi Contoh, datang.",
         "Amin Misal"),
        ("Camat Maje berhalangan hadir. Sekcam Maje Budi Contoh menyampaikan sambutan.",
         "Camat Maje"),
        ("Kursi untuk Bupati Kaur Amin Misal diisi Asisten I Budi Contoh.", "Amin Misal"),
        ("Sekda Kaur Budi Contoh hadir menggantikan Bupati Kaur Amin Misal.", "Amin Misal"),
        ("Hadir Budi Contoh, yang mewakili Kejaksaan Negeri Kaur.", "Kejaksaan Negeri Kaur"),
        ("Kapolres Kaur AKBP Amin Misal menugaskan Kasat AKP Budi Contoh menyelidiki itu.", None),
    ],
)  # fmt: skip
def test_who_came_in_whose_stead(text: str, behalf: str | None) -> None:
    """Whoever could not come is represented by who did; a task given is none of that."""
    found = roles(text)
    assert found["Budi Contoh"].on_behalf_of == behalf
    if behalf == "Amin Misal":
        assert found["Amin Misal"].role == "represented"


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Lomba Piala Bupati Kaur Budi Contoh dibuka.", "mentioned"),
        ("Lomba itu gagasan Bupati Kaur Budi Contoh.", "mentioned"),
        ("Bupati Kaur Budi Contoh dijadwalkan berkeliling besok.", "mentioned"),
        ("Kapolres Kaur AKBP Budi Contoh, yang wafat tahun lalu, dikenal ramah.", "mentioned"),
        ("Program Presiden Budi Contoh dibahas warga.", "mentioned"),
        ("Warga menyebut Bupati Kaur Budi Contoh sebagai guru.", "mentioned"),
        ("Kapolres menyerahkan kursi roda kepada Ibu Budi Contoh.", "attendee"),
        ("Di panggung duduk Presiden Budi Contoh.", "attendee"),
    ],
)
def test_who_is_only_spoken_of(text: str, role: str) -> None:
    """The dead, those to come, whose idea it was; but who takes a gift is there."""
    assert roles(text)["Budi Contoh"].role == role


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Rapat dipimpin Camat Maje Amin Misal. Kapolsek Maje AKP Budi Contoh menggelar apel.",
         "attendee"),
        ("Rapat dipimpin Camat Maje Amin Misal. Ketua Panitia Budi Contoh menggelar lomba.",
         "organizer"),
        ("Bupati Kaur Amin Misal diwakili Sekda Kaur Budi Contoh. Budi Contoh memimpin rapat.",
         "organizer"),
    ],
)  # fmt: skip
def test_who_leads_first_holds_it(text: str, role: str) -> None:
    """One leads what happened, in another's stead too; a committee is host beside that."""
    assert roles(text)["Budi Contoh"].role == role


@pytest.mark.parametrize(
    "text",
    [
        "Mantan Ketua KPU Kaur, Budi Contoh, membagikan pengalaman dan mengingatkan peserta.",
        "Calon bupati Budi Contoh didampingi calon wakil bupati Amin Misal mengambil undian.",
        "Tumpeng dipotong oleh Gubernur Riau Budi Contoh.",
        "Dari Bawaslu Kaur, Budi Contoh menerangkan larangan berbagi kabar di akun pribadi.",
        "Kapolsek Maje Iptu Budi Contoh meminta video dihapus dari telepon masing-masing.",
        "Kabid Humas Polda Riau Kombes Budi Contoh berkata dalam konferensi pers itu.",
        "Rapat dipimpin Kapolres Kaur Budi Contoh. Pemkab diwakili Asisten II Amin Misal.",
    ],
)
def test_who_acts_or_speaks_at_the_event_was_there(text: str) -> None:
    """Once an office is over, or not yet held, its holder may still come."""
    assert roles(text)["Budi Contoh"].role in {"organizer", "speaker", "attendee"}


@pytest.mark.parametrize(
    "text",
    [
        "Kampus itu dirintis oleh almarhum Prof. Budi Contoh dan kawan-kawan.",
        "Ia teringat nasihat gurunya, KH Budi Contoh, yang wafat tiga tahun lalu.",
        "Keputusan itu diteken Gubernur Riau Budi Contoh.",
        "Tempat itu pernah ditinjau Gubernur Riau Budi Contoh.",
        "Gubernur Riau Budi Contoh pada Mei 2019 mengunjungi tempat itu.",
        "Bupati Kaur Budi Contoh tidak tampil dan menunjuk Sekda Amin Misal membuka acara.",
        "Gubernur Riau Budi Contoh lewat akun Instagram memuji acara itu.",
        "Sehari kemudian, Kapolres Kaur Budi Contoh menjelaskan acara itu.",
        "Seperti dikatakan Gubernur Riau Budi Contoh, pangan itu penting.",
        "Kepala Desa Uji, Budi Contoh, belum dapat dimintai keterangan.",
        "Menurut rencana, Bupati Kaur Budi Contoh akan menutup acara.",
    ],
)
def test_who_acted_elsewhere_was_not_there(text: str) -> None:
    """The dead, those of another day, and those who send another are no guests."""
    assert roles(text)["Budi Contoh"].role in {"represented", "quoted", "mentioned"}


def test_a_body_sends_its_own_man() -> None:
    """`Pemkab diwakili A`: nobody named before is represented."""
    found = roles(
        "Rapat dipimpin Kapolres Kaur Budi Contoh. Pemkab diwakili Asisten II Amin Misal."
    )
    assert found["Amin Misal"].on_behalf_of == "Pemkab"


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Acara itu bagian program yang digagas Kapolda Riau Irjen Budi Contoh.", "mentioned"),
        ("Lagunya digubah Bapak Budi Contoh dalam dua minggu.", "mentioned"),
        ("Warga berharap Bupati Kaur Budi Contoh memperbaiki jalan.", "mentioned"),
        ("Bupati Kaur Budi Contoh sebelumnya memerintahkan camat menyambangi warga.", "mentioned"),
        ("Melalui Sekda Kaur Amin Misal, Bupati Kaur Budi Contoh menyatakan setuju.", "quoted"),
        ("Bupati Kaur Budi Contoh membuka sambutan bagi guru yang wafat itu.", "speaker"),
        ("Rombongan bertamu ke kediaman Kiai Budi Contoh.", "attendee"),
        ("Ribuan orang mengikuti haul ke-28 KH Budi Contoh.", "mentioned"),
        ("Semestinya dialog dibuka Bupati Kaur Budi Contoh.", "mentioned"),
        ("Ia menjabat selama Bupati Kaur Budi Contoh menjalani cuti kampanye.", "mentioned"),
        ("Kursi kosong sejak Camat Budi Contoh, yang lama memerintah, berpulang.", "mentioned"),
        ("Dihubungi terpisah, Kapolres Budi Contoh memuji. Ia ikut senang.", "quoted"),
        ("Camat mengumpulkan warga di kediaman Kiai Budi Contoh.", "mentioned"),
    ],
)  # fmt: skip
def test_who_is_spoken_of_was_not_there(text: str, role: str) -> None:
    """Who thought it out, made its song, is waited for: none came; whose house it was did."""
    assert roles(text)["Budi Contoh"].role == role
