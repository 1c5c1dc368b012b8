"""Publishers: the address of an article says who published it."""

import pytest

from digest.draft.publisher import Publisher, publisher, table
from digest.regency import load

GAZETTEER = load()


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://fbeta.republika.co.id/amp/a/b", "Republika"),
        ("https://www.antaranews.com/berita/1/x", "ANTARA"),
        ("https://kaltim.antaranews.com/berita/1/x", "ANTARA Kaltim"),
        ("https://jabar.tribunnews.com/2023/x", "Tribun Jabar"),
        ("https://surabaya.tribunnews.com/2023/x", "Surya"),
        ("https://radarkuningan.disway.id/read/1/x", "Radar Kuningan (Disway)"),
        ("https://deskjabar.pikiran-rakyat.com/x", "Desk Jabar (Pikiran Rakyat)"),
        ("https://news.detik.com/x", "detikcom"),
        ("https://www.detik.com/jatim/berita/x", "detikJatim"),
        ("https://kab-malang.kpu.go.id/x", "KPU Kabupaten Malang"),
        ("https://kota-blitar.kpu.go.id/x", "KPU Kota Blitar"),
        ("https://jatim.kpu.go.id/x", "KPU Jawa Timur"),
        ("https://malang.bawaslu.go.id/x", "Bawaslu Kabupaten Malang"),
        ("https://surabaya.bawaslu.go.id/x", "Bawaslu Kota Surabaya"),
        ("https://kejari-indramayu.kejaksaan.go.id/x", "Kejaksaan Negeri Indramayu"),
        ("https://indramayukab.go.id/x", "Pemerintah Kabupaten Indramayu"),
        ("https://kotabogor.go.id/x", "Pemerintah Kota Bogor"),
        ("https://surabaya.go.id/x", "Pemerintah Kota Surabaya"),
        ("https://jabarprov.go.id/x", "Pemerintah Provinsi Jawa Barat"),
        ("https://dinkes.indramayukab.go.id/x", "Dinas Kesehatan Kabupaten Indramayu"),
        ("https://humas.acehtengahkab.go.id/x", "Humas Pemkab Aceh Tengah"),
        ("https://humas.jabarprov.go.id/x", "Humas Pemprov Jawa Barat"),
        ("https://sukamaju-pekalongan.desa.id/x", "Pemerintah Desa Sukamaju"),
        ("https://sukamaju.desacantik.id/x", "Pemerintah Desa Sukamaju"),
        ("https://tribratanews.gorontalo.polri.go.id/?p=1", "Tribratanews Polda Gorontalo"),
        (
            "https://tribratanews-reslampungselatan.lampung.polri.go.id/x",
            "Tribratanews Polres Lampung Selatan",
        ),
        ("https://polresmagelangkota.info/x", "Polres Magelang Kota"),
        ("https://tribratanewspolrestabesmakassar.com/x", "Tribratanews Polrestabes Makassar"),
    ],
)
def test_a_known_address_names_its_outlet(url: str, name: str) -> None:
    """A draft credits the outlet as readers know it, whatever its page calls itself."""
    assert publisher(url, GAZETTEER, "Situs Berita") == Publisher(name, sure=True)


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://indramayu.publikjabar.com/x", "Publik Jabar"),
        ("https://infobanua.co.id/x", "Info Banua"),
        ("https://kabar-cepat.id/x", "Kabar Cepat"),
        ("https://kompas.com.example.org/x", "Example"),
    ],
)
def test_an_unknown_address_gives_a_guess_that_says_so(url: str, name: str) -> None:
    """An editor is told when the outlet's name is only the letters of its address."""
    assert publisher(url, GAZETTEER) == Publisher(name, sure=False)


def test_the_page_beats_a_guess() -> None:
    """A small outlet is named as it names itself."""
    found = publisher("https://itime.example/x", GAZETTEER, "iTime.id")
    assert found == Publisher("iTime.id", sure=True)


def test_a_channel_adds_to_the_table() -> None:
    """A channel of a platform keeps its own name."""
    url = "https://m.kumparan.com/kanalcontoh/x"
    assert publisher(url, GAZETTEER, "kumparan (Kanal Contoh)") == Publisher(
        "kumparan (Kanal Contoh)", sure=True
    )


@pytest.mark.parametrize("url", ["", "https://", "https://203.0.113.9/x", "https://[2001:db8::1]/"])
def test_no_name_no_guess(url: str) -> None:
    """Without a name in the address nothing is made up."""
    assert publisher(url, GAZETTEER) is None


def test_the_table_is_in_order() -> None:
    """Every row of the table is a bare, lower-case domain with a name."""
    for domain, name in table().outlet.items():
        assert domain == domain.lower().removeprefix("www.")
        assert "." in domain
        assert name == name.strip() != ""
