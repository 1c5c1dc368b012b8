"""The words of the pages there is one of.

In: nothing. Out: `MESSAGES`, key to Indonesian and English words.
"""

from typing import Final

MESSAGES: Final[dict[str, tuple[str, str]]] = {
    # Map
    "page.map.title": ("Peta peristiwa", "Map of events"),
    "page.map.latest": ("Pekan terbaru", "Latest week"),
    "page.map.years": ("Menurut tahun", "By year"),
    "page.map.topics": ("Menurut topik", "By topic"),
    # Corrections
    "page.corrections.title": ("Ralat dan pencabutan", "Corrections and retractions"),
    "page.corrections.lead": (
        "Setiap kekeliruan kami perbaiki secara terbuka; yang lama tidak dihapus diam-diam.",
        "We mend every mistake in public; nothing is taken away in silence.",
    ),
    "page.corrections.none": ("Belum ada ralat.", "No corrections yet."),
    # Subscribe
    "page.subscribe.title": ("Langganan", "Subscribe"),
    "page.subscribe.lead": (
        "Terima peristiwa baru tanpa akun dan tanpa surel: salin satu alamat ke aplikasi pembaca "
        "umpan atau kalender Anda.",
        "Receive new events without an account or e-mail: copy one address to your feed reader or "
        "calendar.",
    ),
    "page.subscribe.pick": ("Pilih umpan Anda", "Choose your feed"),
    "page.subscribe.regency": ("Wilayah", "Regency"),
    "page.subscribe.topic": ("Topik", "Topic"),
    "page.subscribe.country": ("Seluruh Indonesia", "Everywhere"),
    "page.subscribe.any": ("Semua topik", "All topics"),
    "page.subscribe.one": (
        "Satu umpan memuat satu wilayah atau satu topik.",
        "A feed holds one regency or one topic.",
    ),
    "page.subscribe.format": ("Bentuk", "Format"),
    "page.subscribe.weekly": ("Ringkasan per wilayah dan pekan", "Digest by regency and week"),
    "page.subscribe.each": ("Setiap peristiwa", "Every event"),
    "page.subscribe.address": ("Alamat umpan", "Address of the feed"),
    "page.subscribe.how": ("Cara berlangganan", "How to subscribe"),
    "page.subscribe.feedly": (
        "Feedly (web dan ponsel): buka Follow Sources, tempel alamat, lalu ketuk Follow.",
        "Feedly (web and phone): open Follow Sources, paste the address, then tap Follow.",
    ),
    "page.subscribe.feeder": (
        "Feeder (Android): buka menu ⋮, ketuk Tambah feed, tempel alamat, lalu ketuk Cari.",
        "Feeder (Android): open the menu ⋮, tap Add feed, paste the address, then tap Search.",
    ),
    "page.subscribe.thunderbird": (
        "Thunderbird (komputer): Berkas › Baru › Akun Feed, lalu Kelola Langganan dan tempel "
        "alamat.",
        "Thunderbird (computer): File › New › Feed Account, then Manage Subscriptions and paste "
        "the address.",
    ),
    "page.subscribe.calendar": (
        "Kalender: di Google Kalender pilih Kalender lain › Dari URL; di iPhone, Tambah "
        "Kalender Langganan.",
        "Calendar: in Google Calendar choose Other calendars › From URL; on an iPhone, Add "
        "Subscription Calendar.",
    ),
    "page.subscribe.site": ("Seluruh Indonesia", "Everywhere"),
    "page.subscribe.regencies": (
        "Wilayah yang sudah punya peristiwa",
        "Regencies that have events",
    ),
    "page.subscribe.topics": ("Topik", "Topics"),
    "page.subscribe.every": (
        "Wilayah lain: buka halamannya dari daftar wilayah; umpannya tersedia juga.",
        "Other regencies: open their pages from the list; they have feeds too.",
    ),
    "page.subscribe.opml": ("Semua umpan dalam satu berkas (OPML)", "All feeds in one file (OPML)"),
    # Data
    "page.data.title": ("Data", "Data"),
    "page.data.lead": (
        "Semua yang terbit di situs ini, {events}, untuk diunduh dan dipakai ulang.",
        "Everything published here, {events}, to download and use again.",
    ),
    "page.data.downloads": ("Unduhan", "Downloads"),
    "page.data.file": ("Berkas", "File"),
    "page.data.use": ("Isi", "What it holds"),
    "page.data.jsonl": (
        "JSON Lines: satu baris satu peristiwa, dengan semua kolom di bawah ini",
        "JSON Lines: one event a line, with every field below",
    ),
    "page.data.csv": (
        "CSV: satu baris satu peristiwa, untuk lembar sebar",
        "CSV: one event a row, for spreadsheets",
    ),
    "page.data.db": (
        "SQLite: semua tabel dengan pencarian teks penuh; dapat dibuka di Datasette",
        "SQLite: all tables with full-text search; opens in Datasette",
    ),
    "page.data.package": (
        "Data Package: keterangan semua kolom dan berkas untuk program",
        "Data Package: all fields and files described for programs",
    ),
    "page.data.sums": ("Jumlah periksa SHA-256", "SHA-256 checksums"),
    "page.data.opml": ("OPML: daftar semua umpan", "OPML: the list of all feeds"),
    "page.data.ics": ("iCalendar: semua peristiwa terbaru", "iCalendar: the latest events"),
    "page.data.dictionary": ("Kamus data", "Data dictionary"),
    "page.data.key": ("Kolom", "Field"),
    "page.data.meaning": ("Arti", "Meaning"),
    "page.field.id": ("Pengenal; tidak pernah berubah", "The only identity; never changes"),
    "page.field.uri": (
        "Pengenal lengkap (tag:), sama di umpan dan kalender",
        "The tag: identifier, the same in feeds and calendars",
    ),
    "page.field.url": ("Alamat halaman", "Address of the page"),
    "page.field.week": ("Pekan ISO dari date", "ISO week of date"),
    "page.field.regency": (
        "Kode Kemendagri wilayah utama",
        "Kemendagri code of the event's own regency",
    ),
    "page.field.regency_name": ("Nama lengkapnya", "Its full name"),
    "page.field.province": ("Kode provinsinya", "Code of its province"),
    "page.field.title": ("Judul satu baris", "Title, one line"),
    "page.field.summary": (
        "Ringkasan, satu sampai tiga kalimat",
        "Summary, one to three sentences",
    ),
    "page.field.status": ("published atau retracted", "published or retracted"),
    "page.field.published": ("Waktu terbit di situs ini", "When this site published it"),
    "page.field.updated": ("Waktu perubahan terakhir", "When it last changed"),
    "page.field.date": (
        "Tanggal peristiwa, atau hari pertamanya",
        "Day of the event, or its first",
    ),
    "page.field.end_date": ("Hari terakhir", "Its last day"),
    "page.field.time": ("Jam mulai menurut jam setempat", "When it began, by local clocks"),
    "page.field.date_precision": (
        "Ketepatan tanggal: day, week, month, approximate",
        "How exact the date is: day, week, month, approximate",
    ),
    "page.field.kind": ("Jenis peristiwa", "Kind of event"),
    "page.field.mode": ("offline, online, mixed", "offline, online, mixed"),
    "page.field.event_status": (
        "held, planned, postponed, cancelled",
        "held, planned, postponed, cancelled",
    ),
    "page.field.places": (
        "Tempat: kode Kemendagri wilayah, kecamatan, lokasi, koordinat",
        "Places: Kemendagri code of the regency, district, venue, coordinates",
    ),
    "page.field.concerns": (
        "Kode wilayah yang disangkut meski peristiwanya di tempat lain",
        "Codes of regencies concerned although it happened elsewhere",
    ),
    "page.field.participants": (
        "Orang dan lembaga: nama, gelar, jabatan, lembaga, peran",
        "People and organisations: name, title, position, organisation, role",
    ),
    "page.field.topics": ("Topik", "Topics"),
    "page.field.sources": (
        "Laporan asal: alamat, penerbit, judul, penulis, editor, tanggal, arsip",
        "Reports: address, publisher, title, author, editor, dates, archive",
    ),
    "page.field.part_of": ("Pengenal peristiwa induk", "Id of the event it is part of"),
    "page.field.related": ("Pengenal peristiwa terkait", "Ids of related events"),
    "page.field.corrections": ("Ralat: tanggal dan isi", "Corrections: day and text"),
    "page.field.retraction": ("Pencabutan: tanggal dan alasan", "Retraction: day and reason"),
    "page.field.body": ("Uraian dalam Markdown", "Text in Markdown"),
    "page.data.licence": ("Lisensi", "Licence"),
    "page.data.licence.note": (
        "Ringkasan ditulis redaksi dengan kata-kata sendiri. Laporan asal tetap milik "
        "penerbitnya masing-masing.",
        "Summaries are in our own words. The reports themselves belong to their publishers.",
    ),
    "page.data.ids": (
        "Setiap peristiwa punya satu pengenal tetap, {example}, yang sama di halaman, umpan, "
        "kalender, dan data.",
        "Every event has one lasting identifier, {example}, the same on pages, in feeds, "
        "calendars and data.",
    ),
    # Search, about, not found
    "page.search.title": ("Cari peristiwa", "Search events"),
    "page.search.description": (
        "Cari peristiwa daerah menurut kata, wilayah, topik, lembaga, dan tahun.",
        "Search regional events by word, regency, topic, organisation and year.",
    ),
    "page.search.noscript": (
        "Pencarian memerlukan JavaScript. Tanpa JavaScript, semua peristiwa dapat ditemukan dari "
        "daftar berikut.",
        "Search needs JavaScript. Without it, every event can be reached from these lists.",
    ),
    "page.about.title": ("Tentang {name}", "About {name}"),
    "page.about.what": ("Apa ini", "What this is"),
    "page.about.what.text": (
        "Digest ini merangkum peristiwa di kabupaten dan kota: apa yang terjadi, kapan, di mana, "
        "siapa yang hadir, dan dari laporan mana kabarnya berasal. Hingga kini tercatat {events} "
        "dari {regencies} dalam {weeks} pekan.",
        "This digest sums up events in the regencies: what happened, when, where, who was there, "
        "and which report it comes from. So far it holds {events} from {regencies} in {weeks} "
        "weeks.",
    ),
    "page.about.how": ("Cara kerja", "How it is made"),
    "page.about.how.text": (
        "Setiap entri ditulis redaksi dalam satu sampai tiga kalimat dengan kata-kata sendiri, "
        "berdasarkan sedikitnya satu laporan terbit yang disebut dan ditautkan. Yang tidak "
        "disebut laporan kami biarkan kosong. Peran orang ditulis apa adanya: hadir, diwakili, "
        "dikutip, atau disebut.",
        "Editors write each entry in one to three sentences of their own, from at least one "
        "published report, which is named and linked. What the report does not say is left "
        "empty. People's parts are told as they were: present, represented, quoted or mentioned.",
    ),
    "page.about.week": (
        "Pekan dihitung dari Senin sampai Minggu menurut ISO 8601 dari tanggal peristiwa, bukan "
        "tanggal terbit laporan.",
        "Weeks run from Monday to Sunday as in ISO 8601, by the day of the event and not of the "
        "report.",
    ),
    "page.about.corrections": ("Ralat", "Corrections"),
    "page.about.corrections.text": (
        "Kekeliruan diperbaiki di halaman yang sama dengan keterangan tanggal dan isi "
        "perbaikannya, muncul di halaman Ralat, dan dikirim ulang lewat umpan. Entri yang dicabut "
        "tetap punya halaman yang menyebut alasannya.",
        "A mistake is mended on the same page, with the day and what was changed; it is listed "
        "under Corrections and sent again through the feeds. A retracted entry keeps a page that "
        "says why.",
    ),
    "page.about.privacy": ("Privasi", "Privacy"),
    "page.about.privacy.text": (
        "Situs ini tidak memakai kuki, pelacak, iklan, atau berkas dari situs lain, dan dapat "
        "dibaca tanpa JavaScript. Pencarian berjalan di peramban Anda. Wilayah yang terakhir "
        "dibuka hanya diingat di perangkat Anda.",
        "This site uses no cookies, trackers, advertising or files from elsewhere, and can be "
        "read without JavaScript. Search runs in your browser. The regency you opened last is "
        "remembered on your device only.",
    ),
    "page.about.contact": ("Redaksi", "Editors"),
    "page.missing.title": ("Halaman tidak ditemukan", "Page not found"),
    "page.missing.text": (
        "Alamat itu tidak ada di sini. Mungkin salah ketik, atau halamannya pindah.",
        "There is nothing at that address. It may be mistyped, or the page has moved.",
    ),
    "page.missing.try": ("Coba salah satu ini:", "Try one of these:"),
    "page.redirect": ("Halaman ini pindah ke", "This page has moved to"),
}
