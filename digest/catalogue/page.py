"""The words of pages.

In: nothing. Out: `MESSAGES`, key to Indonesian and English words.
"""

from typing import Final

MESSAGES: Final[dict[str, tuple[str, str]]] = {
    # Every page
    "page.skip": ("Langsung ke isi", "Skip to content"),
    "page.nav": ("Utama", "Main"),
    "page.nav.footer": ("Kaki halaman", "Footer"),
    "page.crumbs": ("Anda di sini", "You are here"),
    "page.home": ("Beranda", "Home"),
    "page.weeks": ("Pekan", "Weeks"),
    "page.regencies": ("Wilayah", "Regencies"),
    "page.map": ("Peta", "Map"),
    "page.topics": ("Topik", "Topics"),
    "page.people": ("Tokoh", "People"),
    "page.organisations": ("Lembaga", "Organisations"),
    "page.publishers": ("Sumber", "Sources"),
    "page.corrections": ("Ralat", "Corrections"),
    "page.subscribe": ("Langganan", "Subscribe"),
    "page.data": ("Data", "Data"),
    "page.about": ("Tentang", "About"),
    "page.search": ("Cari", "Search"),
    "page.search.label": ("Cari peristiwa", "Search events"),
    "page.search.hint": ("Kata, tempat, nama", "Word, place, name"),
    "page.licence": ("Lisensi", "Licence"),
    "page.published-by": ("Diterbitkan oleh {name}", "Published by {name}"),
    "page.contact": ("Hubungi redaksi", "Contact the editors"),
    "page.corrected": ("Diralat", "Corrected"),
    "page.expected": ("direncanakan hadir", "expected to attend"),
    "page.draft": (
        "Draf: belum diterbitkan, hanya terlihat di pratinjau.",
        "Draft: not published, shown in the preview only.",
    ),
    "page.events.one": ("{count} peristiwa", "{count} event"),
    "page.events.many": ("{count} peristiwa", "{count} events"),
    "page.regencies.one": ("{count} wilayah", "{count} regency"),
    "page.regencies.many": ("{count} wilayah", "{count} regencies"),
    "page.more": ("Selengkapnya", "More"),
    "page.all": ("Semua", "All"),
    "page.feeds": ("Umpan", "Feeds"),
    "page.others": ("{count} lainnya", "{count} more"),
    "page.new-window": ("situs lain", "another site"),
    "page.table": ("Lihat sebagai tabel", "See as a table"),
    "page.table.regency": ("Wilayah", "Regency"),
    "page.table.province": ("Provinsi", "Province"),
    "page.table.week": ("Pekan", "Week"),
    "page.table.count": ("Peristiwa", "Events"),
    "page.table.met": ("Pertemuan bersama", "Met together"),
    "page.table.name": ("Nama", "Name"),
    "page.strip": ("Peristiwa setiap pekan", "Events by week"),
    "page.strip.note": ("53 pekan hingga {week}", "53 weeks to {week}"),
    "page.map.caption": ("Peristiwa menurut wilayah", "Events by regency"),
    "page.map.note": (
        "Satu kotak satu kabupaten atau kota; makin pekat makin banyak peristiwa.",
        "One tile is one regency; the darker, the more events.",
    ),
    "page.map.note.shapes": (
        "Makin pekat makin banyak peristiwa.",
        "The darker, the more events.",
    ),
    "page.previous": ("Sebelumnya", "Previous"),
    "page.next": ("Berikutnya", "Next"),
    "page.archive": ("Arsip", "Archive"),
    "page.archive.number": ("Arsip {number}", "Archive {number}"),
    "page.archive.newest": ("Terbaru", "Newest"),
    "page.filter": ("Saring daftar", "Filter the list"),
    "page.filter.none": ("Tidak ada yang cocok.", "Nothing matches."),
    "page.copy": ("Salin", "Copy"),
    "page.copied": ("Tersalin", "Copied"),
    "page.locale": ("id_ID", "en_GB"),
    "page.calendar": ("Kalender", "Calendar"),
    # Home
    "page.home.aside": ("Ringkasan pekan ini", "This week in brief"),
    "page.home.title": ("Peristiwa daerah pekan ini", "Regional events this week"),
    "page.home.lead": ("{events} di {regencies}.", "{events} in {regencies}."),
    "page.home.whole": ("Pekan ini menurut wilayah", "This week by regency"),
    "page.home.empty": ("Belum ada peristiwa.", "No events yet."),
    "page.home.empty.more": (
        "Halaman setiap kabupaten dan kota sudah tersedia; peristiwa pertama akan tampil di sini.",
        "Every regency has its page already; the first event will be shown here.",
    ),
    "page.home.rest": (
        "Masih ada {events} lagi di pekan ini.",
        "There are {events} more in this week.",
    ),
    "page.home.recent": ("Pekan-pekan sebelumnya", "The weeks before"),
    "page.home.topics": ("Topik setahun terakhir", "Topics of the past year"),
    "page.home.corrections": ("Ralat terbaru", "Latest corrections"),
    "page.picker": ("Wilayah Anda", "Your regency"),
    "page.picker.choose": ("Pilih kabupaten/kota", "Choose a regency or city"),
    "page.picker.open": ("Buka", "Open"),
    "page.picker.last": ("Terakhir dibuka:", "Last opened:"),
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
    # Weeks
    "page.weeks.title": ("Semua pekan", "All weeks"),
    "page.weeks.lead": (
        "Pekan dimulai hari Senin, menurut kalender ISO 8601.",
        "A week begins on Monday, as in the ISO 8601 calendar.",
    ),
    "page.week.lead": ("{events} di {regencies}.", "{events} in {regencies}."),
    "page.week.contents": ("Wilayah dalam pekan ini", "Regencies in this week"),
    "page.week.topics": ("Topik pekan ini", "Topics of this week"),
    "page.week.aside": ("Peta dan topik pekan ini", "Map and topics of this week"),
    "page.week.here": ("{week} di {name}", "{week} in {name}"),
    "page.week.everywhere": ("Pekan ini di seluruh Indonesia", "This week everywhere"),
    # Regencies and provinces
    "page.regencies.title": ("Wilayah", "Regencies"),
    "page.regencies.lead": (
        "{regencies} di {provinces} provinsi. Setiap wilayah punya halaman dan umpannya sendiri.",
        "{regencies} in {provinces} provinces. Each has a page and feeds of its own.",
    ),
    "page.regencies.jump": ("Lompat ke provinsi", "Go to a province"),
    "page.regency.latest": ("Pekan terbaru", "Latest week"),
    "page.regency.recent": ("Sebelum pekan itu", "Before that week"),
    "page.regency.older": ("Semua pekan, menurut nomor", "All weeks, by number"),
    "page.regency.facts": ("kode Kemendagri {code}", "Kemendagri code {code}"),
    "page.regency.neighbours": ("Wilayah sekitar", "Neighbouring regencies"),
    "page.regency.follow": ("Ikuti wilayah ini", "Follow this regency"),
    "page.regency.empty": (
        "Belum ada peristiwa tercatat di {name}.",
        "No event is recorded in {name} yet.",
    ),
    "page.regency.empty.note": (
        "Itu tidak berarti tidak ada yang terjadi: belum ada laporan yang kami rangkum.",
        "That does not mean nothing happened: we have not summarised a report yet.",
    ),
    "page.regency.empty.do": ("Yang bisa Anda lakukan", "What you can do"),
    "page.regency.empty.send": (
        "Kirim tautan laporan tentang {name} kepada redaksi.",
        "Send us the link of a report about {name}.",
    ),
    "page.regency.empty.follow": (
        "Berlangganan umpan wilayah ini; peristiwa pertama langsung sampai kepada Anda.",
        "Subscribe to this regency; its first event will reach you.",
    ),
    "page.regency.empty.near": (
        "Lihat wilayah sekitar yang sudah punya catatan.",
        "See neighbouring regencies that have events.",
    ),
    "page.regency.empty.province": ("Lihat seluruh {name}.", "See all of {name}."),
    "page.province.kind": ("Provinsi", "Province"),
    "page.province.recent": ("Peristiwa terbaru", "Latest events"),
    "page.province.regencies": ("Kabupaten dan kota", "Regencies and cities"),
    # Topics, people, organisations, publishers
    "page.axis.topic": ("Topik", "Topic"),
    "page.axis.person": ("Tokoh", "Person"),
    "page.axis.organisation": ("Lembaga", "Organisation"),
    "page.axis.publisher": ("Sumber", "Source"),
    "page.axis.topic.all": ("Topik", "Topics"),
    "page.axis.person.all": ("Tokoh", "People"),
    "page.axis.organisation.all": ("Lembaga", "Organisations"),
    "page.axis.publisher.all": ("Sumber laporan", "Sources of reports"),
    "page.listing.recent": ("Peristiwa terbaru", "Latest events"),
    "page.listing.where": ("Di mana", "Where"),
    "page.listing.topics": ("Topik", "Topics"),
    "page.listing.topics.near": ("Topik yang sering bersama", "Topics often together"),
    "page.listing.people": ("Tokoh yang sering disebut", "People often named"),
    "page.listing.organisations": ("Lembaga yang sering disebut", "Organisations often named"),
    "page.listing.met": ("Bertemu siapa", "Who met whom"),
    "page.listing.met.note": (
        "Banyaknya peristiwa yang dihadiri bersama {name}.",
        "Events at which both were present with {name}.",
    ),
    "page.listing.met.people": ("Tokoh", "People"),
    "page.listing.met.organisations": ("Lembaga", "Organisations"),
    "page.listing.offices": ("Jabatan", "Offices"),
    "page.listing.empty": ("Belum ada peristiwa.", "No events yet."),
    "page.listings.top": ("Paling banyak peristiwa", "Most events"),
    "page.listings.letters": ("Menurut huruf", "By letter"),
    "page.listings.letter": ("{name}: {letter}", "{name}: {letter}"),
    "page.listings.total": ("{count} nama.", "{count} names."),
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
    "page.data.opml": ("OPML: daftar semua umpan", "OPML: the list of all feeds"),
    "page.data.ics": ("iCalendar: semua peristiwa terbaru", "iCalendar: the latest events"),
    "page.data.dictionary": ("Kamus data", "Data dictionary"),
    "page.data.key": ("Kolom", "Field"),
    "page.data.meaning": ("Arti", "Meaning"),
    "page.field.id": ("Pengenal; tidak pernah berubah", "The only identity; never changes"),
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
    # Headings for machines and previews
    "page.head.regency": (
        "Peristiwa di {name}, {province}: apa yang terjadi, siapa yang hadir, dari laporan mana.",
        "Events in {name}, {province}: what happened, who was there, which report it is from.",
    ),
    "page.head.province": (
        "Peristiwa di kabupaten dan kota di {name}, pekan demi pekan.",
        "Events in the regencies of {name}, week by week.",
    ),
    "page.head.listing": (
        "{kind} {name}: {events}, dengan waktu, tempat, dan sumbernya.",
        "{kind} {name}: {events}, with time, place and source.",
    ),
    "page.head.week": (
        "{events} di kabupaten dan kota pada {week}.",
        "{events} in the regencies during {week}.",
    ),
    "page.head.regency-week": (
        "{events} di {name} pada {week}.",
        "{events} in {name} during {week}.",
    ),
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
