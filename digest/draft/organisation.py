"""Stage: draft, offices to organisations. The body that the words of an office tell of.

comes in: an office as written, and what was read of it
goes out: `Polres Kaur` for `Kapolres Kaur`, `KPU Kaur` for `Ketua KPU Kaur`
"""

from collections.abc import Sequence

from digest.draft.complement import PARTS
from digest.draft.grammar import ROMAN
from digest.draft.lexicon import Match, fold, phrases, section
from digest.draft.position import Position

_SERVANTS = frozenset(
    "staf asisten ajudan asintel asops aspers aslog aster asren waas inspektur tenaga istri juru "
    "utusan perwakilan sekretaris paban ketua".split()
)
_LEADING = frozenset(
    "ketua|wakil ketua|waket|sekretaris|bendahara|direktur|wakil direktur|manajer|manager|kepala|"
    "koordinator|kordinator|pimpinan|pembina|pendiri|founder|ceo|dirut|direktur utama|presiden|"
    "pengurus|ketua umum|ketum|sekjen|sekum|anggota|komandan|pengelola|general manager|gm|"
    "senior manager|direktur eksekutif|manajer program|staf|pegiat|aktivis|pengasuh|perwakilan|"
    "wakil|penyuluh|ketua harian|sekretaris umum|bendahara umum|ketua pembina|korwil|koordinator "
    "wilayah|presidium|ephorus|bishop|praeses|"
    "humas|manajer humas|peneliti|dosen|guru|relawan|konsultan".split("|")
)
_TEACHING = frozenset({"dosen", "guru", "peneliti"})  # of a subject, unless it is an acronym
_NO_BODY = frozenset(
    "divisi bidang bagian seksi urusan komisi sekretariat sub subbagian subbag umum harian panitia "
    "pelaksana pemuda majelis umat desa dusun kampung kelompok adat rombongan sidang sementara "
    "terpilih suku dewan pengadilan kelas koordinator wilayah ri senior muda fraksi csr hrd ga pr "
    "humas keuangan operasional pemasaran produksi teknik area regional cabang program legal haul "
    "shift lapangan proyek pengelola lomba sidang rapat regu kloter".split()
)
_NAMED_ONLY = frozenset({"Pemerintah", "Setda", "Suku", "Kesultanan"})
"""What is no body's name without a place or people."""
_COMMON = frozenset(
    "panitia|panitia pelaksana|panitia penyelenggara|panitia pemilihan|tim|tim pelaksana|kelompok|"
    "kelompok tani|kelompok wanita tani|kelompok nelayan|kelompok ternak|lembaga|komunitas|"
    "koperasi|sanggar|yayasan|sekolah|pesantren|masjid|gereja|klasis|sinode|"
    "paroki|jemaat|resort|stasi|keuskupan|dpc|dpd|dpw".split("|")
)
"""What is no body's name alone."""
_POSTS = frozenset("koramil posramil polsek pospol polsubsektor".split())
_WHOLES = frozenset("kodim polres polresta polrestabes".split())
_BRANCHES = frozenset(
    "dpp dpw dpd dpc dpac dpk pac pp pw pd pc pk pr mpp mpw mpc mwc bpp bpc bpd pimcab".split()
)
"""Levels of a party, church or society, before its name."""
_GENERIC = frozenset("dinas badan kantor bagian biro forum kementerian satuan pt cv bank".split())
_INNER = frozenset(
    "kabupaten kota kecamatan kelurahan desa bagian kantor pemilu komisi forum tim majelis bin "
    "pesantren pemerintah dinas agama badan koorcab cabang ranting unit komunitas kelompok takmir "
    "banjar negeri".split()
)


def organisation(text: str, position: Position) -> str | None:
    """Name the organisation of the office `text`; none of one no longer, or not yet, held."""
    if position.former or "terpilih" in text:
        return None
    if (short := _bracketed(text)) is not None:
        return short
    if position.office != "-":
        return _made(position.office, _after_head(text, position))
    of = _served(text) or _named(text) or _rest(text, position)
    return None if of is not None and fold(of) in _COMMON else of


def _bracketed(text: str) -> str | None:
    """Read the short form in brackets: `Komandan Pangkalan TNI AL (Danlanal) Uji`."""
    before, _, after = text.partition("(")
    inner, closed, rest = after.partition(")")
    office = section("positions", "office").get(fold(inner.strip()))
    if not (closed and before and rest.strip() and office and office != "-"):
        return None
    return _made(office, rest.strip(" ,."))


def _made(office: str, rest: str) -> str | None:
    """Make up the body of an office of its own: `Polres` and what stands behind `Kapolres`."""
    last = office.rpartition(" ")[2]
    if rest.startswith((f"{last} ", "Prov ")):
        rest = rest.partition(" ")[2]
    if office in {"Polri", "TP PKK"} or office.startswith("TNI") or not rest:
        return office if office not in _NAMED_ONLY else None
    if office == "Badan" and phrases("organisations", "head").at((fold(rest.split()[0]),), 0):
        return rest  # `Kaban Kesbangpol Kaur`
    return f"{office} {rest}"


def _served(text: str) -> str | None:
    """Return the body of the office that another serves: `Staf Ahli` *Gubernur Riau*."""
    pieces = text.split()
    folded = tuple(fold(piece).strip(",()") for piece in pieces)
    if not folded or folded[0] not in _SERVANTS:
        return None
    for at in range(1, len(folded)):
        match = phrases("positions", "office").at(folded, at)
        if match and match.value != "-" and pieces[at][:1].isupper():
            rest = pieces[at + match.length :]
            cut = next((i for i, each in enumerate(rest) if each.lower() in PARTS), len(rest))
            return _made(match.value, " ".join(rest[:cut]).strip(" ,."))
    return None


def _rest(text: str, position: Position) -> str | None:
    """Take what stands behind `Ketua`, `Direktur` and the like for a body no list knows."""
    if position.head not in _LEADING:
        return None
    rest = _after_head(text, position)
    head, _, behind = rest.partition(" ")
    if fold(head) in ROMAN and behind.isupper():
        rest = behind  # `Wakil Ketua II` *MAA*
    first = fold(rest.split()[0]) if rest else ""
    known = first in _NO_BODY or first in section("positions", "person") or first in ROMAN
    acronym = rest.split()[0].isupper() if rest else False
    if (
        not rest
        or known
        or (position.head in _TEACHING and not acronym)
        or first.isdigit()
        or not any(piece[:1].isupper() for piece in rest.split())
    ):
        return None
    return rest


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
            if best is not None and (at < start + best.length or best.phrase.startswith("satgas")):
                continue
            if best is not None and best.phrase in _POSTS and match.phrase in _WHOLES:
                pieces = pieces[:at]
                break  # `Babinsa` *Koramil 04 Uji* `Kodim 0407`
            if best is not None and (
                match.phrase in _INNER or (at == start + best.length and best.phrase in _GENERIC)
            ):
                continue
            best, start = match, at
    start = _levelled(folded, pieces, start)
    rest = pieces[start:]
    cut = next((i for i, each in enumerate(rest) if i and each.lower() in PARTS), len(rest))
    if best is None or not any(piece[:1].isupper() for piece in rest[:cut]):
        return None  # `pendiri pesantren`
    return " ".join(rest[:cut]).strip(" ,.")


def _levelled(folded: Sequence[str], pieces: Sequence[str], start: int) -> int:
    """Take in the level before the name of a body: *DPC* `PDI Perjuangan`, *Klasis* `GMIT`."""
    at = start
    while at > 1 and (
        folded[at - 1] == "partai" or (folded[at - 1] in _BRANCHES and pieces[at - 1].isupper())
    ):
        at -= 1
    return at - (at > 1 and folded[at - 1] in {"klasis", "sinode"})
