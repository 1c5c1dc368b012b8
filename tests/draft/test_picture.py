"""Captions: whom a picture shows counts, who took it does not."""

import pytest

from digest.draft.extract import extract
from digest.draft.html import article
from digest.draft.model import Article
from digest.regency import load

GAZETTEER = load()
REPORT = """KAUR, KABAR UJI - Lima puluh petani menerima bibit di Balai Desa Sukamaju, \
Kabupaten Kaur, Kamis (7/3/2024). Bibit dibagikan sesudah musyawarah."""


def named(found: Article) -> list[tuple[object, object]]:
    entry = extract(found, GAZETTEER).entry
    people = entry.get("participants", [])
    assert isinstance(people, list)
    return [(each["name"], each.get("position")) for each in people]


@pytest.mark.parametrize(
    ("caption", "people"),
    [
        (
            "Foto: Camat Uji Budi Contoh menyerahkan bibit kepada petani. (Ist)",
            [("Budi Contoh", "Camat Uji")],
        ),
        (
            "(FOTO: Kadis Sosial Siti Misal dan Ketua Panitia, Joko, di balai desa. dok. Humas)",
            [("Siti Misal", "Kadis Sosial"), ("Joko", "Ketua Panitia")],
        ),
        (
            "Dari kanan ke kiri: Rudi Umpama (Kepala Desa Uji), Pdt. Ani Contoh. (Foto: AB)",
            [("Rudi Umpama", "Kepala Desa Uji"), ("Ani Contoh", None)],
        ),
        ("Kapolsek Uji Iptu Budi Contoh menanam bibit.", [("Budi Contoh", "Kapolsek Uji")]),
        ("Foto: Budi Contoh/Kabar Uji", []),
        ("Petani menanam bibit. (Foto: Humas Polres Kaur/Briptu Budi Contoh)", []),
    ],
)
def test_who_stands_below_a_picture_is_named(
    caption: str, people: list[tuple[object, object]]
) -> None:
    """With a title or an office; photographers are left out."""
    text = f"Petani Uji Terima Bibit dari Pemerintah\n\n{caption}\n\n{REPORT}\n"
    assert named(Article(text)) == people


def test_captions_of_pages_are_read() -> None:
    """But not those of other articles' pictures."""
    more = "".join(
        f"<p>Petani dari dusun ke-{number} menanam bibit itu di tepi sawah mereka sendiri, lalu"
        " menyiraminya pagi dan sore.</p>"
        for number in range(1, 9)
    )
    page = f"""<html><head><title>Petani Uji Terima Bibit</title></head><body><article>
    <h1>Petani Uji Terima Bibit</h1><figure><img src="a.jpg"><figcaption>Camat Uji Budi Contoh
    menyerahkan bibit.</figcaption></figure><p>{REPORT}</p>{more}</article>
    <aside><figure><figcaption>Bupati Lain Rudi Umpama membuka lomba.</figcaption></figure></aside>
    </body></html>"""
    assert named(article(page.encode())) == [("Budi Contoh", "Camat Uji")]
