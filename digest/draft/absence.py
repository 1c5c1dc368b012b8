"""Stage: draft, people to who came where another could not. `Kursi A diisi B`.

comes in: the cast of an article, one mention of it
goes out: in the cast, a `Part` for who did not come, and for who came instead
"""

from digest.draft.cast import Cast, Part
from digest.draft.grammar import CLAUSE_END
from digest.draft.lexicon import phrases
from digest.draft.mention import Mention
from digest.draft.who import Person

_FAR = 8  # words between an absent person and what is said of them
_DEPUTIES = tuple(
    "wakil|waka|wabup|wawali|wagub|sekretaris|sekda|sekcam|sekdis|asisten|staf ahli|plh|kasdim|"
    "kasrem".split("|")
)


def filled(cast: Cast, index: int, mention: Mention, at: int) -> bool:
    """Read `Kursi untuk Bupati A diisi B`, `Kehadiran A digantikan B`; whether it stands there."""
    words = cast.rows[mention.sentence].words
    if not phrases("speech", "seat").ending(words, mention.start, 2):
        return False
    for place in range(at, min(at + _FAR, len(words))):
        if words[place] in CLAUSE_END:
            return False
        if phrases("speech", "filled").at(words, place):
            cast.represent(index, cast.behind(mention.sentence, place))
            return True
    return False


def unable(cast: Cast, mention: Mention, index: int | None) -> None:
    """Read `Kapolres A tidak dapat hadir. Wakapolres B …`: B came in the stead of A.

    `index` is A's place among people, None where only the office is named.
    """
    if not _said(cast, mention) or index in cast.given or (index is None and not mention.position):
        return
    other = cast.behind(mention.sentence, mention.end)
    if other is None:
        other = cast.behind(mention.sentence + 1, -1)
    if other is None or other in cast.given or other == index:
        return
    of = cast.people[index].organisation if index is not None else mention.organisation
    person = cast.people[other]
    if of is None or not (person.organisation == of or _deputises(person)):
        return
    if index is not None:
        cast.represent(index, other)
    else:
        cast.given[other] = Part("attendee", mention.position)


def _said(cast: Cast, mention: Mention) -> bool:
    """Whether the clause behind a mention says that somebody was not able to come."""
    words = cast.rows[mention.sentence].words
    right = words[mention.end : mention.end + _FAR]
    cut = next((at for at, word in enumerate(right) if word in CLAUSE_END), len(right))
    match = phrases("speech", "absent").within(right[:cut])
    return match is not None and bool(phrases("speech", "unable").at(match.phrase.split(), 0))


def _deputises(person: Person) -> bool:
    """Whether the office is one that stands in for a head: `Sekretaris`, `Wakapolres`."""
    return (person.position or "").lower().startswith(_DEPUTIES)
