"""Score drafts against what a person read in the same articles.

In: for each article its text, the gold mapping and the object `digest draft --json` printed.
Out: `Mark`s, one a decision; `rows` adds them up. Pure; the metrics are those of docs/eval.md.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final, TypeAlias

from msgspec import Struct

Json: TypeAlias = Mapping[str, Any]

PRESENT: Final = frozenset({"organizer", "speaker", "attendee"})
ALIKE: Final = 80.0
"""From this token-set similarity on, two phrases count as the same."""
NEAR: Final = 60.0
"""From this one on, two topics speak of the same; each reader words them differently."""
INITIALS: Final = 3
"""Parts between dots up to this length are initials; `T.Mirzuan` is two words, `W.R.` one."""
RUN: Final = 7
"""The longest run of words a summary may share with its article."""

TARGETS: Final[Mapping[str, float]] = {
    "names F1": 0.95,
    "present": 0.92,
    "position": 0.88,
    "venue": 0.85,
    "date": 0.97,
    "regency": 0.95,
    "kind": 0.88,
    "non-events": 0.9,
    "copy check": 1.0,
}
ORDER: Final = (
    *("names precision", "names recall", "names F1", "present", "role", "on behalf of"),
    *(
        "title",
        "position",
        "organisation",
        "strict",
        "venue",
        "venue named",
        "date",
        "regency",
        "kind",
        "mode",
        "topic",
    ),
    *("non-events", "events", "copy check"),
)


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


TITLES: Final = _set("""
    jenderal komjen irjen brigjen kombes kombespol komisaris besar ajun inspektur akbp kompol
    akp iptu ipda aiptu aipda bripka brigpol brigadir brigadier briptu bripda bharaka bharatu
    bharada pol polisi letjen mayjen letnan kolonel letkol mayor kapten lettu letda peltu
    pelda serma serka sertu serda sersan kopka koptu kopda kopral praka pratu prada tni inf
    arm kav czi arh cpm caj cke chk cba ctp mar laut laksamana laksdya laksda laksma marsekal
    marsdya marsda marsma purn pnb tek h hj kh hm haji hajah hajjah kiai kyai ustaz ustad
    ustadz ustadzah habib tgh tgk teungku drs dra ir dr drg prof bapak ibu pak bu sdr sdri
    saudara saudari ny nyonya tn tuan pdt pendeta romo pastor rd rp bhante
""")
DEGREES: Final = _set("""
    se sh mh mm msi sik mik sip mip ssos msos spd mpd spdi mpdi sag mag st mt skm mkes km stp
    mtp sstp sp mp map spsi mpsi sth mth skom mkom shut mhut spt mpt skep ners ns apt lc ma
    mba phd msc ba bsc ipu ipm mhum meng mak sak ak ca cpa mipol sipol sikom mikom ap amd amk
    sfarm sian mtrhan mtropsla mhan shi mhi sei mei ssi sst stps mtr spi mpi mec med sap mscip
    sptk shum cfra crma cgcae dfm mtrip skg sked spog spa spm mepd
""")
MONTHS: Final = _set("""
    januari februari maret april mei juni juli agustus september oktober november desember
    senin selasa rabu kamis jumat sabtu minggu
""")


class Case(Struct, frozen=True):
    """One article with both readings of it."""

    name: str
    """The file's name."""
    text: str
    """What the file says, without markup."""
    gold: Json
    """What a person read."""
    draft: Json
    """What the program printed; empty when it printed nothing."""
    areas: frozenset[str] = frozenset()
    """Words of regencies and provinces, which a summary may spell out."""


class Mark(Struct, frozen=True):
    """One decision of the program, judged."""

    metric: str
    right: bool
    case: str
    wanted: str
    found: str


class Row(Struct, frozen=True):
    """One metric over all articles."""

    metric: str
    value: float
    """The share that is right, 0 to 1."""
    of: int
    """How many decisions it rests on."""
    target: float | None = None


def rows(marks: Sequence[Mark]) -> tuple[Row, ...]:
    """Add marks up to one row a metric, in the table's order; metrics never met are left out."""
    shares: dict[str, tuple[float, int]] = {}
    for metric in dict.fromkeys(mark.metric for mark in marks):
        judged = [mark.right for mark in marks if mark.metric == metric]
        shares[metric] = (sum(judged) / len(judged), len(judged))
    precision, found = shares.get("names precision", (0.0, 0))
    recall, wanted = shares.get("names recall", (0.0, 0))
    if found or wanted:
        total = precision + recall
        shares["names F1"] = (2 * precision * recall / total if total else 0.0, wanted)
    return tuple(
        Row(metric, *shares[metric], target=TARGETS.get(metric))
        for metric in ORDER
        if metric in shares
    )


def judge(case: Case) -> Iterator[Mark]:
    """Judge every field of one draft; an event taken for none is wrong in all of them."""
    found = bool(case.draft.get("is_event"))
    if not _true(case.gold.get("is_event", True)):
        yield Mark("non-events", "is_event" in case.draft and not found, case.name, "", str(found))
        return
    yield Mark("events", found, case.name, "event", str(found))
    entry = case.draft.get("entry") or {} if found else {}
    yield from _fields(case, entry, taken=found)
    yield from _people(case, entry)
    if found:
        fault = lifted(case, entry)
        yield Mark("copy check", not fault, case.name, "", fault)


def _fields(case: Case, entry: Json, *, taken: bool) -> Iterator[Mark]:
    place: Json = next(iter(entry.get("places") or ()), {})
    for metric, found in (
        ("date", entry.get("date")),
        ("regency", place.get("regency")),
        ("kind", entry.get("kind")),
        ("mode", entry.get("mode")),
    ):
        accepted = _accepted(case.gold, metric)
        right = taken and _known(found) in accepted
        yield Mark(metric, right, case.name, " | ".join(map(str, accepted)), str(found))
    venue, wanted = _known(place.get("venue")), _known(case.gold.get("venue"))
    right = taken and _same(wanted, venue)
    yield Mark("venue", right, case.name, str(wanted), str(venue))
    if wanted:
        yield Mark("venue named", right, case.name, wanted, str(venue))
    if topic := _known(case.gold.get("topic")):
        given = [str(each) for each in entry.get("topics") or ()]
        near = taken and any(alike(topic, each) >= NEAR for each in given)
        yield Mark("topic", near, case.name, topic, " | ".join(given))


def _people(case: Case, entry: Json) -> Iterator[Mark]:
    wanted = [one for one in case.gold.get("participants") or () if _known(one.get("name"))]
    found = [one for one in entry.get("participants") or () if _known(one.get("name"))]
    left = list(found)
    for gold in wanted:
        match = next((one for one in left if key(one["name"]) == key(gold["name"])), None)
        yield Mark("names recall", match is not None, case.name, gold["name"], "")
        if match is not None:
            left.remove(match)
            yield from _person(case, gold, match)
    for one in found:
        yield Mark("names precision", one not in left, case.name, "", one["name"])


def _person(case: Case, gold: Json, found: Json) -> Iterator[Mark]:
    wanted, role = gold["role"], found.get("role", "attendee")
    here = (wanted in PRESENT) == (role in PRESENT)
    yield Mark("present", here, case.name, f"{gold['name']}: {wanted}", role)
    yield Mark("role", wanted == role, case.name, f"{gold['name']}: {wanted}", role)
    if behalf := _known(gold.get("on_behalf_of")):
        given = _known(found.get("on_behalf_of"))
        yield Mark(
            "on behalf of", _same(behalf, given), case.name, f"{gold['name']}: {behalf}", str(given)
        )
    strict = True
    for metric in ("title", "position", "organisation"):
        right = _same(_known(gold.get(metric)), _known(found.get(metric)))
        strict = strict and right
        yield Mark(
            metric,
            right,
            case.name,
            f"{gold['name']}: {gold.get(metric)}",
            str(found.get(metric)),
        )
    yield Mark("strict", strict, case.name, gold["name"], "")


def _accepted(gold: Json, metric: str) -> tuple[str | None, ...]:
    """Return what counts as right: the gold value, and others the annotator would accept."""
    others = gold.get(f"{metric}_accept") or gold.get(f"event_{metric}_accept") or ()
    return tuple(dict.fromkeys((_known(gold.get(metric)), *map(_known, others))))


def _known(value: object) -> str | None:
    """Return a text, or None where the gold or the draft says that there is none."""
    return None if value in (None, "", "null", "~") else str(value)


def _true(value: object) -> bool:
    return str(value).casefold() == "true"


def _same(wanted: str | None, found: str | None) -> bool:
    if wanted is None or found is None:
        return wanted is found
    return alike(wanted, found) >= ALIKE


def key(name: str) -> frozenset[str]:
    """Return the words of a name that tell people apart: no rank, honorific, degree or case."""
    kept: set[str] = set()
    for token in re.findall(r"[^\W\d_]+(?:[.'’`]+[^\W\d_]+)*", name.partition(",")[0].casefold()):
        whole = re.sub(r"[.]", "", token)
        if whole in TITLES or whole in DEGREES:
            continue
        parts = token.split(".")
        kept.update(parts if max(map(len, parts)) > INITIALS else [whole])
    return frozenset(re.sub(r"['’`]", "'", word) for word in kept if word not in TITLES)


def alike(one: str, other: str) -> float:
    """Return the token-set similarity of two phrases, 0 to 100, as RapidFuzz defines it."""
    a, b = set(_words(one)), set(_words(other))
    both, only_a, only_b = (" ".join(sorted(part)) for part in (a & b, a - b, b - a))
    if both and not (only_a and only_b):
        return 100.0
    full_a, full_b = f"{both} {only_a}".strip(), f"{both} {only_b}".strip()
    pairs = [(full_a, full_b)] + ([(both, full_a), (both, full_b)] if both else [])
    return max(_ratio(x, y) for x, y in pairs)


def _ratio(one: str, other: str) -> float:
    """Return the share of characters in a longest common subsequence, 0 to 100."""
    if not one and not other:
        return 0.0
    row = [0] * (len(other) + 1)
    for char in one:
        before = 0
        for i, another in enumerate(other, 1):
            before, row[i] = row[i], before + 1 if char == another else max(row[i], row[i - 1])
    return 200 * row[-1] / (len(one) + len(other))


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text.casefold().replace("'", ""))


def lifted(case: Case, entry: Json) -> str:
    """Say what a summary took from its article or made up; empty when it is clean."""
    summary = str(entry.get("summary") or "")
    if not summary:
        return "no summary"
    known = set(_words(case.text))
    if run := _longest(_masked(summary, entry), _words(case.text)):
        return f"lifted: {run}"
    dates = _numbers(str(entry.get("date") or "").replace("-", " "))
    if numbers := _numbers(summary) - _numbers(case.text) - dates:
        return f"number not in the article: {min(numbers)}"
    allowed = known | MONTHS | case.areas | {word for part in _said(entry) for word in _words(part)}
    names = [one.get("name") or "" for one in entry.get("participants") or ()]
    inner = re.findall(r"(?<![.!?] )(?<!^)\b[A-Z][^\W_]+(?:'[^\W_]+)*", summary)
    invented = [word for word in inner if _words(word)[0] not in allowed]
    invented += [name for name in names if name in summary and not set(_words(name)) <= known]
    return f"name not in the article: {invented[0]}" if invented else ""


def _numbers(text: str) -> set[str]:
    """Return the numbers in a text, without separators and leading noughts."""
    return {re.sub(r"\D", "", part).lstrip("0") for part in re.findall(r"\d[\d.,]*", text)}


def _said(entry: Json) -> list[str]:
    """Return the names of an entry: people, offices, organisations and places."""
    said = [
        str(one[field])
        for one in entry.get("participants") or ()
        for field in ("name", "position", "organisation")
        if one.get(field)
    ]
    for place in entry.get("places") or ():
        said += [str(place[field]) for field in ("venue", "district") if place.get(field)]
    return sorted(said, key=len, reverse=True)


def _masked(summary: str, entry: Json) -> list[list[str]]:
    """Return the words of a summary in pieces: names break it, for names may be long."""
    pieces = [summary]
    for name in _said(entry):
        pieces = [part for piece in pieces for part in piece.split(name)]
    return [_words(piece) for piece in pieces]


def _longest(pieces: list[list[str]], text: list[str]) -> str:
    """Return the first run of more than `RUN` words that both hold."""
    size = RUN + 1
    runs = {tuple(text[i : i + size]) for i in range(len(text) - RUN)}
    for words in pieces:
        for i in range(len(words) - RUN):
            if tuple(words[i : i + size]) in runs:
                return " ".join(words[i : i + size])
    return ""
