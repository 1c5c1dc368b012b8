"""Words of the search page."""

from typing import Final

MESSAGES: Final[dict[str, tuple[str, str]]] = {
    "search.label": ("Kata, tempat, nama, atau lembaga", "Word, place, name or organisation"),
    "search.section": ("Hasil pencarian", "Search results"),
    "search.result": ("{count} hasil untuk “{q}”", "{count} result for “{q}”"),
    "search.results": ("{count} hasil untuk “{q}”", "{count} results for “{q}”"),
    "search.event": ("{count} peristiwa", "{count} event"),
    "search.events": ("{count} peristiwa, terbaru di atas", "{count} events, newest first"),
    "search.none": ("Tidak ada hasil untuk “{q}”.", "No results for “{q}”."),
    "search.nothing": ("Tidak ada peristiwa.", "No events."),
    "search.none.filtered": (
        "Tidak ada hasil untuk “{q}” dengan saringan ini.",
        "No results for “{q}” with these filters.",
    ),
    "search.nothing.filtered": (
        "Tidak ada peristiwa dengan saringan ini.",
        "No events with these filters.",
    ),
    "search.try": (
        "Periksa ejaannya, atau coba kata lain: nama tempat, tokoh, lembaga, atau topik.",
        "Check the spelling, or try other words: the name of a place, person, organisation or "
        "topic.",
    ),
    "search.read": ("Kata “{typed}” dibaca sebagai “{other}”.", "“{typed}” was read as “{other}”."),
    "search.unknown": ("Tidak ditemukan: {words}.", "Not found: {words}."),
    "search.fewer": (
        "Coba dengan lebih sedikit kata:",
        "Try fewer words:",
    ),
    "search.fewer.filtered": (
        "Coba dengan lebih sedikit saringan atau kata:",
        "Try fewer filters or words:",
    ),
    "search.fewer.filters": ("Coba dengan lebih sedikit saringan:", "Try fewer filters:"),
    "search.without": ("tanpa saringan {name}", "without the filter {name}"),
    "search.without.all": ("tanpa semua saringan", "without any filter"),
    "search.unfiltered": ("{q}, tanpa saringan", "{q}, without filters"),
    "search.browse": ("Atau telusuri semua peristiwa", "Or browse all events"),
    "search.broken": (
        "Indeks pencarian tidak dapat dimuat. Muat ulang halaman ini, atau telusuri menurut "
        "pekan, wilayah, atau topik.",
        "The search index could not be loaded. Reload this page, or browse by week, regency or "
        "topic.",
    ),
    "search.meant": ("Maksud Anda {q}?", "Did you mean {q}?"),
    "search.pages": ("Halaman yang cocok", "Matching pages"),
    "search.more": ("Tampilkan hasil berikutnya", "Show more results"),
    "search.older": ("Cari juga peristiwa yang lebih lama", "Search older events too"),
    "search.facets": ("Saring", "Filter"),
    "search.facet.wilayah": ("Wilayah", "Regency"),
    "search.facet.topik": ("Topik", "Topic"),
    "search.facet.lembaga": ("Lembaga", "Organisation"),
    "search.facet.tokoh": ("Tokoh", "Person"),
    "search.facet.tahun": ("Tahun", "Year"),
    "search.facet.none": ("Tidak ada pilihan.", "Nothing to choose."),
    "search.narrow": ("Persempit pilihan: {name}", "Narrow the choices: {name}"),
    "search.narrow.hint": ("Ketik nama", "Type a name"),
    "search.values.more": ("{count} lainnya", "{count} more"),
    "search.remove": ("Hapus saringan: {name}", "Remove filter: {name}"),
    "search.clear": ("Hapus semua saringan", "Remove all filters"),
    "search.order": ("Urutkan", "Sort"),
    "search.order.best": ("Paling sesuai", "Best match"),
    "search.order.newest": ("Terbaru", "Newest"),
}
