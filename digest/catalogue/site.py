"""Words of the build, the command line and the problems found between entries."""

from typing import Final

MESSAGES: Final[dict[str, tuple[str, str]]] = {
    "problem.repeated-id": (
        "id '{value}' sudah dipakai di {other}:{line}",
        "the id '{value}' is already used in {other}:{line}",
    ),
    "hint.repeated-id": (
        "satu id untuk satu entri: beri salinannya id baru, seperti yang dibuat `digest new`",
        "one id, one entry: give the copy a new id, as `digest new` makes them",
    ),
    "problem.repeated-path": (
        "alamat '{value}' sudah dipakai {other}:{line}",
        "the address '{value}' is already taken by {other}:{line}",
    ),
    "hint.repeated-path": (
        "ganti nama salah satu berkas; huruf besar dan kecil dianggap sama",
        "rename one of the two files; upper and lower case count as the same",
    ),
    "problem.repeated-published": (
        "waktu terbit {value} sudah dipakai {other}:{line}",
        "the moment {value} is already used by {other}:{line}",
    ),
    "hint.repeated-published": (
        "ubah satu menit saja: urutan umpan bergantung pada waktu terbit yang berbeda-beda",
        "move one of them by a minute: the order of feeds depends on distinct moments",
    ),
    "problem.self-reference": (
        "{key} menunjuk ke entri ini sendiri ('{value}')",
        "{key} names this entry itself ('{value}')",
    ),
    "hint.self-reference": ("hapus nilai itu dari {key}", "take that value out of {key}"),
    "problem.unknown-entry": (
        "{key}: tidak ada entri dengan id '{value}'",
        "{key}: there is no entry with the id '{value}'",
    ),
    "hint.unknown-entry": ("maksud Anda '{near}'?", "did you mean '{near}'?"),
    "hint.unknown-entry.none": (
        "salin id dari baris id: di berkas entri yang dimaksud",
        "copy the id from the line id: in the file of the entry you mean",
    ),
    "hint.unknown-entry.unread": (
        "perbaiki dulu kesalahan di berkas lain: entri itu mungkin ada di sana dan belum terbaca",
        "mend the other files first: the entry may be in one of them and not be read yet",
    ),
    "problem.merged-twice": (
        "entri '{value}' sendiri sudah digabung ke '{into}'",
        "the entry '{value}' is itself merged into '{into}'",
    ),
    "hint.merged-twice": ("tulis merged_into: {into}", "write merged_into: {into}"),
    "problem.path-collision": (
        "dua halaman menempati satu alamat: {value} (juga {other})",
        "two pages want one address: {value} (also {other})",
    ),
    "hint.path-collision": (
        "ganti nama berkas atau alias salah satunya",
        "rename one of the files or aliases",
    ),
}
