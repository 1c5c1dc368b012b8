"""Stage: draft, offices to organisations. The body that the words of an office tell of.

comes in: an office as written, and what was read of it
goes out: `Polres Kaur` for `Kapolres Kaur`, `KPU Kaur` for `Ketua KPU Kaur`
"""

from digest.draft.lexicon import Match, fold, phrases
from digest.draft.position import Position

_PARTS = frozenset("divisi bidang bagian seksi urusan".split())
_GENERIC = frozenset("dinas badan kantor bagian biro forum kementerian satuan pt cv bank".split())
_INNER = frozenset(
    "kabupaten kota kecamatan kelurahan desa bagian kantor pemilu komisi forum tim majelis bin "
    "pemerintah dinas agama badan".split()
)


def organisation(text: str, position: Position) -> str | None:
    """Name the organisation of the office `text`."""
    if position.office != "-":
        rest = _after_head(text, position)
        last = position.office.rpartition(" ")[2]
        if rest.startswith((f"{last} ", "Prov ")):
            rest = rest.partition(" ")[2]
        if position.office in {"Polri", "TNI", "TP PKK"} or not rest:
            return position.office if position.office not in {"Pemerintah", "Setda"} else None
        if position.office == "Badan" and phrases("organisations", "head").at(
            (fold(rest.split()[0]),), 0
        ):
            return rest  # `Kaban Kesbangpol Kaur`
        return f"{position.office} {rest}"
    return _named(text)


def _after_head(text: str, position: Position) -> str:
    pieces = text.replace(")", "").split()
    folded = [piece.lower().strip(".(") for piece in pieces]
    head = position.head.split()
    for start in range(len(folded)):
        if folded[start : start + len(head)] == head:
            rest = pieces[start + len(head) :]
            while rest and rest[0].startswith("("):
                rest = rest[1:]
            return " ".join(rest).strip(" ,.")
    return ""


def _named(text: str) -> str | None:
    """Return the last body named in a position, to its end: `Polres Kaur` of a `Kasat`."""
    pieces = text.split()
    folded = tuple(piece.lower().strip(".,()") for piece in pieces)
    best: Match | None = None
    start = -1
    for at in range(1, len(folded)):
        match = phrases("organisations", "head").at(folded, at)
        if (
            match
            and not pieces[at].startswith("(")
            and (best is None or folded[at] not in {"bagian", "badan", "kantor"} or start < 0)
        ):
            if best is not None and at < start + best.length:
                continue
            if best is not None and (
                match.phrase in _INNER or (at == start + best.length and best.phrase in _GENERIC)
            ):
                continue
            best, start = match, at
    rest = pieces[start:]
    cut = next((i for i, each in enumerate(rest) if i and each.lower() in _PARTS), len(rest))
    return " ".join(rest[:cut]).strip(" ,.") if best else None
