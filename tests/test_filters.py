"""What templates can ask about values."""

import pytest
from msgspec.structs import replace

import invented
from digest import regency
from digest.entry import Participant, Place
from digest.filters import Filters, Link
from digest.person import Name, Registry

ID = Filters(invented.CONFIG, regency.load(), invented.registry(), {"a.css": "/aset/a.1.css"})
EN = Filters(replace(invented.CONFIG, language="en"), regency.load(), invented.registry(), {})


def test_addresses_have_the_base_path() -> None:
    """A site below a sub-path has no address that forgets it."""
    assert ID.href("/topik/x/") == "/digest/topik/x/"
    assert ID.absolute("/topik/x/") == "https://contoh.example/digest/topik/x/"
    assert ID.asset("a.css") == "/digest/aset/a.1.css"
    assert ID.url(invented.crowded()) == "/digest/entri/acara-besar/"
    assert ID.place(invented.INDRAMAYU).href == "/digest/wilayah/kabupaten-indramayu/"
    assert ID.province("32").href == "/digest/provinsi/jawa-barat/"
    assert ID.topic("Irigasi").href == "/digest/topik/irigasi/"


def test_people_stand_by_their_part() -> None:
    """Those who were there come first, and who was represented or quoted is said so."""
    parts = ID.who(invented.crowded())
    assert [part.role for part in parts] == ["organizer", "attendee", "represented", "quoted"]
    assert sum(len(part.people) for part in parts) == 15


def test_office_links_its_organisation() -> None:
    """An organisation named in an office is linked there and not repeated."""
    chief = Participant(
        name="Eka", position="Ketua Forum Rekaan Pusat", organisation="Forum Rekaan"
    )
    clerk = Participant(name="Fajar", position="Camat", organisation="Kecamatan Ujian")
    alone = Participant(organisation="Forum Rekaan")
    (part,) = ID.who(invented.entry(participants=(chief, clerk, alone)))
    one, other, third = part.people
    assert (one.before, one.within, one.after) == ("Ketua ", True, " Pusat")
    assert one.organisation is not None
    assert one.organisation.href == "/digest/lembaga/forum-rekaan/"
    assert (other.before, other.within, other.after) == ("Camat", False, "")
    assert (third.alone, third.organisation) == (True, None)
    assert third.link.href == "/digest/lembaga/forum-rekaan/"


def test_card_names_four() -> None:
    """A card names the first four who were there and counts the rest."""
    crowd = tuple(Participant(name=name) for name in invented.NAMES[:7])
    entry = invented.entry(participants=crowd)
    shown = "".join(joint + one.name for joint, one in ID.present(entry)) + ID.others(entry)
    assert shown == "Abdul Rekaan, Bunga Contoh, Cahya Ujian, Dewi Percobaan, dan 3 lainnya"
    few = invented.entry(participants=crowd[:2])
    shown = "".join(joint + one.name for joint, one in EN.present(few)) + EN.others(few)
    assert shown == "Abdul Rekaan and Bunga Contoh"


def test_who_has_two_parts_is_named_once() -> None:
    """A card names nobody twice, and counts nobody twice."""
    host = Participant(name="Eka", organisation="Forum Rekaan", role="organizer")
    talk = Participant(name="Eka", organisation="Forum Rekaan", role="speaker")
    body = Participant(organisation="Forum Rekaan")
    entry = invented.entry(participants=(host, talk, body, body, body))
    shown = "".join(joint + one.name for joint, one in ID.present(entry)) + ID.others(entry)
    assert shown == "Eka dan Forum Rekaan"


def test_absent_people_are_not_present() -> None:
    """A card does not say that someone who was only quoted was there."""
    quoted = Participant(name="Eka", role="quoted")
    assert ID.present(invented.entry(participants=(quoted,))) == ()


def test_names_of_one_word() -> None:
    """Two people of one name in two regencies have two pages."""
    eka = Participant(name="Eka")
    here = invented.entry(participants=(eka,))
    there = invented.entry(participants=(eka,), places=(Place(invented.KENDARI),))
    links = [ID.who(one)[0].people[0].link.href for one in (here, there)]
    assert links[0] != links[1]


def test_english_topic() -> None:
    """An English site shows the English name of a topic."""
    topic = Name("irigasi", "Irigasi", name_en="Irrigation")
    known = Registry(
        people={},
        organisations={},
        topics={"irigasi": topic},
        aliases={"topic": {"irigasi": "irigasi"}, "person": {}, "organisation": {}},
    )
    english = Filters(replace(invented.CONFIG, language="en"), regency.load(), known, {})
    assert english.topic("Irigasi").name == "Irrigation"
    assert Filters(invented.CONFIG, regency.load(), known, {}).topic("Irigasi").name == "Irigasi"


def test_venue() -> None:
    """A district is announced once, whether or not the editor wrote the word."""
    for district in ("Jatibarang", "Kecamatan Jatibarang", "Kec. Jatibarang"):
        place = Place(invented.INDRAMAYU, district=district, venue="Balai")
        assert ID.venue(place) == "Balai, Kecamatan Jatibarang"
    assert ID.venue(Place(invented.INDRAMAYU)) == ""


@pytest.mark.parametrize("words", ['Rapat & "uji" #1 100% a+b\n/é—x', "polos"])
def test_quoted(words: str) -> None:
    """A title arrives in a message as it was typed."""
    from urllib.parse import unquote  # noqa: PLC0415 -- the other way, only here

    made = ID.quoted(words)
    assert unquote(made) == words
    assert not set(made) & set("&#+ \n\"'<>/")


def test_counts() -> None:
    """Numbers read as words of the language."""
    assert ID.events(1234) == "1.234 peristiwa"
    assert (EN.events(1), EN.events(2)) == ("1 event", "2 events")
    assert EN.areas(1) == "1 regency"


def test_only_who_takes_part_has_a_page() -> None:
    """Who was stood in for is linked where the entry names that person as a participant."""
    deputy = Participant(name="Eka Rekaan", on_behalf_of="Fajar Misal")
    chief = Participant(name="Fajar Misal", role="represented")
    (part,) = ID.who(invented.entry(participants=(deputy,)))
    assert part.people[0].behalf == Link("", "Fajar Misal")
    part = ID.who(invented.entry(participants=(deputy, chief)))[0]
    assert part.people[0].behalf == Link("/digest/tokoh/fajar-misal/", "Fajar Misal")
