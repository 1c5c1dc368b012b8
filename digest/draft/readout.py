"""Stage: draft, people to whose words others read. `amanat A yang dibacakan B`.

comes in: the cast of an article, one mention of it
goes out: in the cast, a `Part` for whose words were read, and for who read them
"""

from digest.draft.cast import Cast, Part
from digest.draft.lexicon import phrases
from digest.draft.mention import Mention

_READS = "membacakan"
_GIVES = frozenset({_READS, "menyampaikan"})
_NEAR = 3  # words between the noun and whose words they are
_HEADS = frozenset(
    "bupati|gubernur|wali kota|walikota|kapolres|kapolresta|kapolda|dandim".split("|")
)
"""Offices that speak for themselves, whatever they read."""


def read_out(cast: Cast, index: int, mention: Mention) -> None:
    """Read `amanat A yang dibacakan B`: A is quoted, B is there."""
    words = cast.rows[mention.sentence].words
    noun = phrases("speech", "read").ending(words, mention.start, _NEAR)
    if noun is None:
        return
    begin = mention.start - noun.length
    before = words[max(0, mention.start - noun.length - 2) : begin]
    readout = phrases("speech", "readout").within(words[mention.end : mention.end + _NEAR])
    if readout or not _GIVES.isdisjoint(before):
        cast.given[index] = Part("quoted")
        if _READS in before:
            _reader(cast, mention, cast.people[index].name)


def office_read_out(cast: Cast, office: Mention) -> None:
    """Read `A membacakan sambutan Bupati Uji`, who is not named."""
    words = cast.rows[office.sentence].words
    noun = phrases("speech", "read").ending(words, office.start, _NEAR)
    begin = office.start - (noun.length if noun else 0)
    if noun and words[begin - 1 : begin] == (_READS,) and office.position:
        _reader(cast, office, office.position)


def _reader(cast: Cast, mention: Mention, behalf: str) -> None:
    """Give who stands before `membacakan sambutan` the one whose words they are."""
    words = cast.rows[mention.sentence].words
    verb = max(at for at in range(mention.start) if words[at] == _READS)
    if "amanat" in words[verb : mention.start]:
        return  # every leader of a parade reads one
    named = cast.until(mention.sentence, verb)
    if named and cast.people[named[-1]].head not in _HEADS:
        cast.given.setdefault(named[-1], Part("speaker", behalf))
