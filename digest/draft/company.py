"""Stage: draft, people to a topic. Who met whom, where nobody tells what it was about.

comes in: people and their parts, what the event is called, of what kind it was
goes out: a noun phrase: `silaturahmi Kapolres Kaur dengan Ketua MUI`, `patroli Polsek Maje`
"""

from collections.abc import Sequence

from digest.draft.cast import Part
from digest.draft.who import Person

_MET = frozenset({"visit", "meeting", "dialogue"})
_OUT = frozenset({"patrol", "outreach", "aid", "training", "briefing"})
_PLAIN = frozenset({"pertemuan", "kunjungan", "kegiatan", "acara"})
_LONG = 6  # words of the longest office that is written out


def company(noun: str, kind: str, people: Sequence[Person], parts: Sequence[Part]) -> str:
    """Say who held the event, and with whom if people met; empty if nobody known did."""
    there = [each for each, part in zip(people, parts, strict=True) if part.present]
    bare = "" if noun in _PLAIN else noun
    if kind not in _MET:
        body = next((each.organisation for each in there if each.organisation), "")
        return f"{noun} {body}" if kind in _OUT and body[:1].isupper() else bare
    one = _office(there[0]) if there else ""
    if not one:
        return bare
    other = next((each for each in there[1:] if _apart(there[0], each) and _office(each)), None)
    if other is None:
        return f"{noun} {one}"
    return f"{'silaturahmi' if noun in _PLAIN else noun} {one} dengan {_office(other)}"


def _office(person: Person) -> str:
    office = person.position or ""
    return office if 0 < len(office.split()) <= _LONG else person.organisation or ""


def _apart(one: Person, other: Person) -> bool:
    """Whether two people are of different bodies, so that they did not come together."""
    mine, theirs = one.organisation or "", other.organisation or ""
    return mine.split()[:1] != theirs.split()[:1]
