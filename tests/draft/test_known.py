"""Known names: the site's own spelling, whatever an article writes."""

from digest.draft.known import Known, known
from digest.draft.model import Person
from digest.person import parse

# Invented people and places.
PEOPLE = b"""\
budi-contoh:
  name: Budi Contoh
  aliases: [B. Contoh]
  positions:
    - position: Camat Sindang
      from: 2020-01-01
    - position: Kepala Desa Sukamaju
      organisation: Pemerintah Desa Sukamaju
      from: 2023-01-01
siti-contoh:
  name: Siti Contoh
"""
ORGANISATIONS = b"""\
pemdes-sukamaju:
  name: Pemerintah Desa Sukamaju
  aliases: [Pemdes Sukamaju]
"""


def gathered() -> Known:
    files = {
        "people": ("content/_registry/people.yaml", PEOPLE),
        "organisations": ("content/_registry/organisations.yaml", ORGANISATIONS),
    }
    registry, problems = parse(files)
    assert problems == ()
    return known(registry)


def test_a_person_is_known_by_every_spelling() -> None:
    """A name in an article becomes the site's name, with the office last known."""
    budi = Person("Budi Contoh", "Kepala Desa Sukamaju", "Pemerintah Desa Sukamaju")
    assert gathered().person("Budi Contoh") == budi
    assert gathered().person("B CONTOH", "32.12") == budi
    assert gathered().person("Siti Contoh") == Person("Siti Contoh")


def test_an_organisation_is_known_by_every_spelling() -> None:
    """An organisation in an article becomes the site's name for it."""
    assert gathered().organisation("pemdes sukamaju") == "Pemerintah Desa Sukamaju"


def test_nobody_is_made_up() -> None:
    """A name the site does not know stays the article's own."""
    assert gathered().person("Orang Lain") is None
    assert gathered().organisation("Lembaga Lain") is None
    assert Known().person("Budi Contoh") is None
