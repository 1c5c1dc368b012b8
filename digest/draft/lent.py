"""Stage: draft, places of a venue to those that count. Names that rooms, roads and beaches borrow.

comes in: the spots a `Ballot` found in a venue
goes out: the same spots, those of a borrowed name weakened

A `Ruang Bima`, a `Jalan Surabaya`, a `Pantai Batu Uji` are named after towns, or have their words;
a `Hotel Uji Palembang` stands in the town it names. The first tell where they are only if the
article speaks of the town elsewhere, or of its neighbours in the province.
"""

from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from msgspec.structs import replace

from digest.draft.ballot import KINDS, Ballot, Spot
from digest.draft.lexicon import fold, section
from digest.draft.token import Sentence

LENT: Final = 0.5
"""What a borrowed name counts that nothing else speaks for."""


def weaken(ballot: Ballot, venue: Sentence, first: int) -> None:
    """Weaken the borrowed names among the spots from number `first` on, all inside `venue`."""
    others = list(_outside(ballot, venue, first))
    provinces = _provinces(ballot, others)
    told = {code for spot in others for code in spot.codes}
    for number in range(first, len(ballot.spots)):
        spot = ballot.spots[number]
        if told.isdisjoint(spot.codes) and others and _borrowed(ballot, venue, spot):
            known = ballot.places.gazetteer.regencies
            if provinces.isdisjoint(known[code].province for code in spot.codes):
                ballot.spots[number] = replace(spot, weight=LENT)


def _outside(ballot: Ballot, venue: Sentence, first: int) -> Iterator[Spot]:
    """Yield what was found before outside of the venue."""
    tokens = venue.tokens
    for spot in ballot.spots[:first] if tokens else ():
        if not tokens[0].start <= spot.start < tokens[-1].end:
            yield spot


def _provinces(ballot: Ballot, spots: list[Spot]) -> set[str]:
    """Return the province that most of `spots` are in, and those that are named."""
    known = ballot.places.gazetteer.regencies
    weights: dict[str, float] = defaultdict(float)
    for spot in spots:
        for province in {known[code].province for code in spot.codes}:
            weights[province] += spot.weight
    most = max(weights, key=lambda province: (weights[province], province), default="")
    return {most, *ballot.named_provinces}


def _borrowed(ballot: Ballot, venue: Sentence, spot: Spot) -> bool:
    """Whether a town's bare name is that of a room or road, or goes on with more of a name."""
    text = fold(" ".join(ballot.text[spot.start : spot.end].split()))
    if text.split()[0] in KINDS or not ballot.places.codes(text):
        return False
    start = next(at for at, token in enumerate(venue.tokens) if token.start >= spot.start)
    end = next((at for at, token in enumerate(venue.tokens) if token.start >= spot.end), None)
    return borrows(venue, start) or (end is not None and venue.tokens[end].upper)


def borrows(venue: Sentence, at: int) -> bool:
    """Whether the name at token `at` of `venue` is that of a room, a road, an eating house."""
    return at > 0 and venue.words[at - 1] in section("places", "lends")
