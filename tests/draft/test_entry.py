"""Entries from facts: keys as an entry has them, evidence and doubts beside."""

from digest.draft.extract import extract
from digest.draft.model import Article, Draft, Person
from digest.regency import load

GAZETTEER = load()
TEXT = """Polres Kaur Gelar Sarasehan

KAUR – Kapolres Kaur AKBP Budi Contoh membuka sarasehan kerukunan di Aula Uji, Mapolres Kaur, {day}.

Turut hadir Ketua KPU Kaur, Siti Misal, dan Kasat Binmas Polres Kaur AKP Amin Ujian.
"""


class Known:
    """A registry that knows one person and one body."""

    def person(self, name: str, regency: str | None = None) -> Person | None:
        """Know Siti under her full name."""
        return Person("Siti Misal Umpama") if name == "Siti Misal" and regency == "17.04" else None

    def organisation(self, name: str) -> str | None:
        """Know the KPU under its full name."""
        return "KPU Kabupaten Kaur" if name == "KPU Kaur" else None


def draft(day: str = "Rabu (29/11/2023)", *, known: Known | None = None) -> Draft:
    return extract(Article(TEXT.format(day=day), url="https://example.org/a"), GAZETTEER, known)


def test_an_entry_has_the_keys_of_an_entry() -> None:
    """Date, place, people and source stand where an editor looks for them."""
    entry = draft().entry
    assert entry["date"] == "2023-11-29"
    assert entry["kind"] == "dialogue"
    assert entry["places"] == [{"regency": "17.04", "venue": "Aula Uji, Mapolres Kaur"}]
    people = entry["participants"]
    assert isinstance(people, list)
    assert people[1] == {
        "name": "Siti Misal",
        "position": "Ketua KPU Kaur",
        "organisation": "KPU Kaur",
        "role": "attendee",
    }


def test_names_are_matched_with_those_the_site_knows() -> None:
    """A person and a body get the names their pages have."""
    people = draft(known=Known()).entry["participants"]
    assert isinstance(people, list)
    assert people[1]["name"] == "Siti Misal Umpama"
    assert people[1]["organisation"] == "KPU Kabupaten Kaur"


def test_evidence_points_into_the_article() -> None:
    """Behind each field stand the words it was taken from."""
    found = draft()
    text = TEXT.format(day="Rabu (29/11/2023)")
    words = {each.field: text[each.start : each.end] for each in found.evidence}
    assert words["participants[1].name"] == "Siti Misal"
    assert words["places[0].venue"] == "Aula Uji, Mapolres Kaur"
    assert "29/11/2023" in words["date"]
    assert all(each.sentence for each in found.evidence)


def test_a_contradiction_is_a_doubt_and_a_note() -> None:
    """The editor is told which weekday does not fit, and what may be meant."""
    found = draft("Senin (29/11/2023)")
    assert "date" in found.unsure
    note = next(each for each in found.notes if each.code == "weekday-differs")
    assert note.values["proposed"] == "2023-11-27"


def test_a_missing_date_is_a_doubt() -> None:
    """No date is made up."""
    found = draft("beberapa waktu lalu")
    assert "date" not in found.entry
    assert "date" in found.unsure


def test_a_summary_takes_no_sentence_of_the_headline() -> None:
    """A headline is no phrase: neither the topic nor the summary repeats it."""
    text = "Camat Jamu Sopir Makan Siang\n\nKAUR – Camat Budi Contoh menjamu sopir di Aula Uji, {}.\n\nPertemuan berlangsung."  # noqa: E501
    entry = extract(Article(text.format("Rabu (29/11/2023)")), GAZETTEER).entry
    assert "Jamu" not in str(entry["topics"])
    assert "Jamu" not in str(entry["summary"])
