"""The words of an entry, and of what a template says when it fails.

In: nothing. Out: `MESSAGES`, key to Indonesian and English words.
"""

from typing import Final

MESSAGES: Final[dict[str, tuple[str, str]]] = {
    # Entry
    "page.entry.when": ("Kapan", "When"),
    "page.entry.where": ("Di mana", "Where"),
    "page.entry.mode": ("Cara", "How"),
    "page.entry.topics": ("Topik", "Topics"),
    "page.entry.concerns": ("Menyangkut", "Concerns"),
    "page.entry.who": ("Siapa", "Who"),
    "page.entry.sources": ("Sumber laporan", "Where the report came from"),
    "page.entry.source": ("Sumber:", "Source:"),
    "page.entry.topic": ("Topik:", "Topic:"),
    "page.entry.author": ("Reporter {name}", "Reporter {name}"),
    "page.entry.editor": ("Editor {name}", "Editor {name}"),
    "page.entry.source.published": ("terbit {day}", "published {day}"),
    "page.entry.source.accessed": ("dibaca {day}", "read {day}"),
    "page.entry.archived": ("Salinan arsip", "Archived copy"),
    "page.entry.read": ("Baca laporan di {publisher}", "Read the report at {publisher}"),
    "page.entry.behalf": ("mewakili", "on behalf of"),
    "page.entry.corrections": ("Ralat", "Corrections"),
    "page.entry.corrected": ("Diralat {day}", "Corrected {day}"),
    "page.entry.history": ("Riwayat", "History"),
    "page.entry.published": ("Diterbitkan", "Published"),
    "page.entry.updated": ("Diperbarui", "Updated"),
    "page.entry.retracted": ("Dicabut", "Retracted"),
    "page.entry.retracted.notice": (
        "Entri ini dicabut pada {day} dan isinya tidak lagi berlaku.",
        "This entry was retracted on {day}; what it said no longer stands.",
    ),
    "page.entry.reason": ("Alasan", "Reason"),
    "page.entry.share": ("Bagikan", "Share"),
    "page.entry.whatsapp": ("WhatsApp", "WhatsApp"),
    "page.entry.copy": ("Salin tautan", "Copy link"),
    "page.entry.cite": ("Kutip", "Cite"),
    "page.entry.cite.text": (
        "“{title}.” {site}, {day}. {url}",
        "“{title}.” {site}, {day}. {url}",
    ),
    "page.entry.cite.sources": ("Berdasarkan laporan {names}.", "From reports by {names}."),
    "page.entry.wrong": ("Ada yang keliru? Beri tahu redaksi.", "Is something wrong? Tell us."),
    "page.entry.related": ("Baca juga", "See also"),
    "page.entry.whole": ("Bagian dari", "Part of"),
    "page.entry.parts": ("Rangkaian acara ini", "Parts of this event"),
    "page.entry.around": ("Peristiwa lain di {name}", "Other events in {name}"),
    "page.entry.earlier": ("Sebelumnya", "Earlier"),
    "page.entry.later": ("Sesudahnya", "Later"),
    "page.entry.week-here": ("{week} di {name}", "{week} in {name}"),
    "page.entry.osm": ("Lihat di OpenStreetMap", "See on OpenStreetMap"),
    "page.entry.at": ("titik {precision}", "point: {precision}"),
    "page.district": ("Kecamatan {name}", "{name} District"),
    "page.when.week": ("Dalam {week}", "During {week}"),
    "page.when.month": ("Dalam bulan {month}", "During {month}"),
    "page.when.approximate": ("Sekitar {day}", "Around {day}"),
    # A template that fails
    "about.bad-template": (
        "Templat tidak dapat dibaca atau dipakai.",
        "A template cannot be read or rendered.",
    ),
    "problem.bad-template": ("templat gagal: {reason}", "the template fails: {reason}"),
    "hint.bad-template": (
        "perbaiki templat ini, atau hapus agar tema bawaan dipakai; lihat docs/theme.md",
        "mend this template, or delete it to use the shipped theme; see docs/theme.md",
    ),
}
