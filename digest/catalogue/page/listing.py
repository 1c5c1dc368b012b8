"""The words of weeks, places and names.

In: nothing. Out: `MESSAGES`, key to Indonesian and English words.
"""

from typing import Final

MESSAGES: Final[dict[str, tuple[str, str]]] = {
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
}
