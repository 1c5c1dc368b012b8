"""Duplicates: an event that is entered already is named, with its file."""

import pytest

from digest.draft.duplicates import Duplicate, Row, duplicates, normal

# Invented people and places.
ROW = Row(
    id="0123456789",
    path="content/2024/W04/2024-01-23-musyawarah.md",
    title="Musyawarah Desa Sukamaju Bahas Jalan Rusak",
    date="2024-01-23",
    regencies=("32.12", "32.09"),
    people=("Budi Contoh Prakoso", "Siti"),
    urls=("https://www.kabar.example/read/77/musyawarah-desa",),
)
OTHER = {"title": "Panen Raya Padi", "date": "2024-01-23", "places": [{"regency": "32.12"}]}


@pytest.mark.parametrize(
    "url",
    [
        "https://www.kabar.example/read/77/musyawarah-desa",
        "http://kabar.example/read/77/musyawarah-desa/",
        "https://m.kabar.example/amp/77/musyawarah-desa",
        "https://kabar.example/read/77/musyawarah-desa/amp",
        "https://KABAR.example/read/77/musyawarah-desa?utm_source=wa&fbclid=1&page=all#komentar",
        "https://amp.kabar.example/berita/77/musyawarah-desa?amp=1",
    ],
)
def test_the_same_article_is_known_however_it_was_shared(url: str) -> None:
    """An article shared from a phone is the article entered from a desk."""
    entry = {"sources": [{"url": url}]}
    assert duplicates(entry, [ROW]) == (Duplicate(ROW.id, ROW.path, ("source",)),)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://kabar.example/?p=1", "https://kabar.example/?p=2"),
        ("https://kabar.example/berita/1", "https://kabar.example/berita/2"),
        ("https://jabar.kabar.example/berita/1", "https://kabar.example/berita/1"),
        ("https://kabar.example/berita/1", "https://warta.example/berita/1"),
    ],
)
def test_other_articles_stay_apart(one: str, other: str) -> None:
    """Numbered pages, editions and other sites are not mistaken for each other."""
    assert normal(one) != normal(other)


@pytest.mark.parametrize(("day", "found"), [(21, 0), (22, 1), (23, 1), (24, 1), (25, 0)])
def test_the_same_people_on_the_same_days(day: int, found: int) -> None:
    """Reports that differ by a day about the same person in the same regency are one event."""
    entry = {**OTHER, "date": f"2024-01-{day}", "participants": [{"name": "budi contoh"}]}
    assert [each.reasons for each in duplicates(entry, [ROW])] == [("people",)] * found


def test_a_like_headline_is_enough() -> None:
    """Two headlines with mostly the same words, same place and day, are one event."""
    entry = {**OTHER, "title": "Bahas Jalan Rusak, Desa Sukamaju Gelar Musyawarah"}
    assert [each.reasons for each in duplicates(entry, [ROW])] == [("title",)]


@pytest.mark.parametrize(
    "change",
    [
        {"places": [{"regency": "33.01"}]},
        {"places": []},
        {"date": None},
        {"date": "kemarin"},
        {"participants": [{"name": "Contoh"}], "title": ""},
        {"participants": [{"organisation": "Budi Contoh"}], "title": "Panen"},
    ],
)
def test_people_alone_are_not_enough(change: dict[str, object]) -> None:
    """The same person elsewhere, on an unknown day or by one word of a name is another event."""
    entry = {**OTHER, "participants": [{"name": "Budi Contoh"}], **change}
    assert duplicates(entry, [ROW]) == ()


def test_concerned_regencies_count() -> None:
    """An event held elsewhere is found by the regency it is about."""
    entry = {**OTHER, "places": [], "concerns": ["32.09"], "participants": [{"name": "Siti"}]}
    assert [each.reasons for each in duplicates(entry, [ROW])] == [("people",)]


def test_the_same_source_comes_first() -> None:
    """The surest duplicate is named first."""
    like = Row("1", "content/a.md", "Panen Raya Padi", "2024-01-22", ("32.12",))
    entry = {**OTHER, "sources": [{"url": ROW.urls[0]}]}
    assert [each.path for each in duplicates(entry, [like, ROW])] == [ROW.path, like.path]


def test_a_broken_address_is_only_itself() -> None:
    """An address that is none does not stop the comparison."""
    assert normal("http://[") == "http://["
    assert duplicates({"sources": [{"url": "http://["}, "x", {}]}, [ROW]) == ()
