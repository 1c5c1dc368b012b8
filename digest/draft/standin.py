"""Stage: draft, people to those who came for others. `A diwakili B`, `B mewakili A`, `A melalui B`.

comes in: people with their mentions, offices named alone, the sentences
goes out: a `Part` for each who stood in or was stood in for
"""

from collections.abc import Callable, Mapping, Sequence

from digest.draft.absence import filled, unable
from digest.draft.cast import Cast, Part
from digest.draft.grammar import AS, CLAUSE_END
from digest.draft.lexicon import phrases
from digest.draft.mention import Mention
from digest.draft.name import SPOKEN
from digest.draft.pronoun import pronouns
from digest.draft.readout import office_read_out, read_out
from digest.draft.token import Sentence
from digest.draft.who import Person

_READ = 14  # words between `sambutan` and `dibacakan`
_OWN = frozenset(
    "sambutannya amanatnya pidatonya arahannya pesannya tempatnya posisinya kursinya perannya "
    "kehadirannya sambutan".split()
)
_CONTRASTS = frozenset("sedangkan sementara adapun namun tetapi melainkan padahal".split())
_ASSIGNS = frozenset("menugasi menugaskan mengutus menunjuk mengirim mengirimkan".split())
_ATTENDING = frozenset(
    "menghadiri mewakili mewakilinya menggantikan menggantikannya membuka memimpin mengikuti "
    "membacakan menerima mendampingi menyampaikan menyambut".split()
)
_NOBODY = frozenset("ia dia beliau sambutan sambutannya".split())
_GENERAL = frozenset("ketua kepala direktur sekretaris anggota koordinator pimpinan".split())
_SELF = frozenset("saya kami".split())
_CLOSE = 3  # words between `saya` and `mewakili`
_LATE = 8  # words between an absent person and `diwakili`
_ONCE = frozenset("sebelumnya biasanya dahulu dulu lazimnya".split())
"""How what happened another time begins: `Sebelumnya, Uji hanya diwakili`."""
_LINKS = ("through", "standin", "for", "instead")


def standins(
    people: Sequence[Person],
    rows: Sequence[Sentence],
    offices: Sequence[Mention],
    there: Callable[[int], bool],
) -> Mapping[int, Part]:
    """Return the part of each who came for another or was stood in for, by place in `people`.

    `there` tells of such a place whether words say that they were there.
    """
    cast = Cast(people, rows, offices, there)
    meant = pronouns(people, rows)
    for index, person in enumerate(people):
        for mention in (*person.mentions, *meant.get(index, ())):
            _right(cast, index, mention)
    for index, person in enumerate(people):
        for mention in person.mentions:
            read_out(cast, index, mention)
            _spoken(cast, index, mention)
            _left(cast, index, mention)
    for office in offices:
        office_read_out(cast, office)
    for index, person in enumerate(people):
        for mention in person.mentions:
            unable(cast, mention, index)
    for office in offices:
        unable(cast, office, None)
    return cast.given


# ── what stands before a name: `diwakili A`, `Sambutannya dibacakan A` ────────────────────────────


def _left(cast: Cast, index: int, mention: Mention) -> None:
    """Read `Ketua PN diwakili A`, `Ia mengutus A`, `Sambutannya dibacakan A`."""
    words = cast.rows[mention.sentence].words
    kinds = ("standin", "through", "filled", "readout")
    found = ((kind, phrases("speech", kind).ending(words, mention.start)) for kind in kinds)
    kind, length = next(((kind, each.length) for kind, each in found if each), ("", 0))
    before = mention.start - length
    if not kind or index in cast.given or _assigned(words, before, mention.end):
        return
    if kind == "through":
        office = cast.office(mention.sentence, before)
        if office and not cast.there(index):
            cast.given[index] = Part("quoted", office)
        return
    own = words[before - 1] in _OWN if before else False
    if own or kind == "standin" or (kind == "readout" and _read(words, before)):
        role = "speaker" if kind == "readout" else "attendee"
        cast.given[index] = Part(role, _sender(cast, mention.sentence, before))


def _spoken(cast: Cast, index: int, mention: Mention) -> None:
    """Read `“Saya mewakili Bapak A,” ujar B`: A did not come, B did."""
    row, at = cast.rows[mention.sentence], mention.start
    while at > 0 and row.words[at - 1] in SPOKEN:
        at -= 1
    link = phrases("speech", "for").ending(row.words, at)
    if link is None or not row.tokens[mention.start].quoted:
        return
    begin = at - link.length
    if not _SELF.isdisjoint(row.words[max(0, begin - _CLOSE) : begin]):
        cast.represent(index, cast.behind(mention.sentence, mention.end))


def _read(words: Sequence[str], before: int) -> bool:
    """Whether the words before token `before` name something that is read out."""
    return phrases("speech", "read").within(words[max(0, before - _READ) : before]) is not None


def _sender(cast: Cast, sentence: int, before: int) -> str | None:
    """Return who did not come: the last named before token `before`, or one sentence ago.

    Whoever is known by name is marked as represented.
    """
    body = _body(cast, sentence, before)
    if body is not None:
        return body
    here, there = cast.until(sentence, before), cast.until(sentence - 1, None)
    office = cast.office(sentence, before)
    if office or here:
        return office or _absent(cast, here[-1])
    return _absent(cast, there[0]) if there else cast.office(sentence - 1, None)


def _absent(cast: Cast, index: int) -> str:
    """Note that somebody did not come, unless more is known; return their name."""
    if not cast.there(index):
        cast.given.setdefault(index, Part("represented"))
    return cast.people[index].name


def _body(cast: Cast, sentence: int, before: int) -> str | None:
    """Return the body that sent somebody: *Pemkab Uji* `mengutus`; no person, no office."""
    row = cast.rows[sentence]
    at = before
    while at > 0 and row.tokens[at - 1].upper:
        at -= 1
    alone = (each for each in cast.offices if each.sentence == sentence)
    held = (*alone, *(each for _, each in cast.named(sentence)))
    if at == before or any(at < each.end <= before for each in held):
        return None
    if row.words[at] in _NOBODY or row.words[at] in _OWN:
        return None
    return " ".join(token.text for token in row.tokens[at:before])


# ── what stands behind a name: `A diwakili B`, `B, yang mewakili A` ───────────────────────────────


def _right(cast: Cast, index: int, mention: Mention) -> None:
    """Read `A diwakili B`, `B, yang mewakili A`, `A melalui B`, `Kursi A diisi B`."""
    row = cast.rows[mention.sentence]
    if row.words[0] in _ONCE:
        return
    at = mention.end
    while at < len(row.words) and row.words[at] in {",", "(", ")"}:
        at += 1
    if filled(cast, index, mention, at):
        return
    link = _link(row.words, at) or _late(row, at)
    if link is None or _assigns(cast, index, mention, at, link[0]):
        return
    kind, after = link
    other = cast.at(mention.sentence, after)
    if kind == "through":
        if other is not None and other != index:
            _through(cast, index, other)
    elif kind == "standin":
        cast.represent(index, other)
    elif kind == "for" or (other is not None and _differ(cast, index, other)):
        _for(cast, index, mention, after, other)


def _link(words: Sequence[str], at: int) -> tuple[str, int] | None:
    """Return what links a name to the next at token `at`, and the token behind it."""
    found = ((kind, phrases("speech", kind).at(words, at)) for kind in _LINKS if at < len(words))
    return next(((kind, at + each.length) for kind, each in found if each), None)


def _late(row: Sentence, at: int) -> tuple[str, int] | None:
    """Find `diwakili` behind a few small words: `…, tak hadir dan diwakili …`."""
    for place in range(at, min(at + _LATE, len(row.words))):
        word = row.words[place]
        if row.tokens[place].upper or word in CLAUSE_END or word in _CONTRASTS:
            return None
        for kind in ("standin", "for"):
            match = phrases("speech", kind).at(row.words, place)
            active = match is not None and (kind == "for" or match.phrase.startswith("me"))
            if match and (not active or row.upper(place + match.length)):
                return kind, place + match.length  # `mengutus Sekda`, no `menugaskan tenaga`
    return None


def _assigns(cast: Cast, index: int, mention: Mention, at: int, kind: str) -> bool:
    """Whether one who is there gives somebody a task: `Ia menugasi kepala dusun memeriksa`."""
    row = cast.rows[mention.sentence]
    if kind != "standin" or row.words[at] not in _ASSIGNS:
        return False
    if cast.there(index) or not row.upper(at + 1):
        return True
    ends = [each.end for _, each in cast.named(mention.sentence) if each.end > at]
    return bool(ends) and _assigned(row.words, at, min(ends))


def _assigned(words: Sequence[str], at: int, end: int) -> bool:
    """Whether whoever is named up to token `end` was given a task: `menugaskan A` *menyelidiki*."""
    verb = words[end] if end < len(words) else ""
    task = verb.startswith("me") and verb not in _ATTENDING
    return words[at] in _ASSIGNS and (task or verb in AS)


def _differ(cast: Cast, one: int, other: int) -> bool:
    """Whether the two hold different offices, so that neither succeeds the other."""
    heads = {cast.people[one].head, cast.people[other].head}
    return len(heads) > 1 and "" not in heads


def _through(cast: Cast, index: int, other: int) -> None:
    """Read `A melalui B`: A is quoted, and so is B, unless words say that they were there."""
    if cast.there(index):
        return  # `kata B didampingi A`
    cast.given[index] = Part("quoted")
    role = "attendee" if cast.there(other) else "quoted"
    cast.given[other] = Part(role, cast.people[index].name)


def _for(cast: Cast, index: int, mention: Mention, after: int, other: int | None) -> None:
    """Read `B, yang mewakili kapolres`: B is there, whoever holds the office is not."""
    if other is not None and other != index:
        cast.represent(other, index)
        return
    row = cast.rows[mention.sentence]
    if after >= len(row.words):
        return
    match = phrases("positions", "office").at(row.words, after)
    body = phrases("organisations", "head").at(row.words, after)
    if match is not None:
        office = _written(row, after, match.length)
        holder = _holder(cast, index, match.phrase, office)
        if holder is not None:
            cast.represent(holder, index)
        else:
            cast.given[index] = Part("attendee", office)
    elif row.tokens[after].upper and (
        body := phrases("organisations", "head").at(row.words, after)
    ):
        cast.given[index] = Part("attendee", _written(row, after, body.length))


def _holder(cast: Cast, index: int, head: str, office: str) -> int | None:
    """Return who holds `office`, perhaps shortened: `kapolres`, not any `Ketua`; not `index`."""
    words = office.lower().split()
    if len(words) == 1 and words[0] in _GENERAL:
        return None
    for place, person in enumerate(cast.people):
        held = (person.position or "").lower().split()
        if place != index and person.head == head and (len(words) == 1 or set(words) <= set(held)):
            return place
    return None


def _written(row: Sentence, at: int, length: int) -> str:
    """Return an office or body of `length` words with the capitals behind it."""
    end = at + length
    while end < len(row.tokens) and (row.tokens[end].upper or row.tokens[end].text == "("):
        end += 1
    return " ".join(token.text for token in row.tokens[at:end])
