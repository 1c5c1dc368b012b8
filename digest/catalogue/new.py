"""Words in new entries and new sites."""

from typing import Final

MESSAGES: Final[dict[str, tuple[str, str]]] = {
    "new.title": ("Judul entri", "Title of the entry"),
    "new.topic": ("nama topik, dipisahkan koma", "names of topics, with commas between"),
    "new.regency": (
        "kode (32.12) atau nama lengkap (Kabupaten Indramayu)",
        "code (32.12) or full name (Kabupaten Indramayu)",
    ),
    "new.summary": (
        "Satu sampai tiga kalimat dengan kata-kata sendiri.",
        "One to three sentences in your own words.",
    ),
    "new.status": (
        "ubah menjadi published bila siap terbit",
        "change to published when it is ready",
    ),
    "new.needed": (
        "Wajib sebelum terbit: hapus tanda # dan isi.",
        "Needed before it is published: take away the # and fill in.",
    ),
    "new.later": (
        "Setelah terbit, bila perlu:",
        "After it is published, where needed:",
    ),
    "new.more": (
        "Bila diketahui: hapus tanda # dan isi.",
        "Where known: take away the # and fill in.",
    ),
}
