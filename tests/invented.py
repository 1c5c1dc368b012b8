"""Invented entries for tests of pages: short ones, long ones, crowded ones. None of it happened."""

import datetime as dt
from typing import Any

from digest.config import Config
from digest.entry import Correction, Entry, Participant, Place, Retraction, Source
from digest.person import Registry

CONFIG = Config(
    title="Catatan Contoh",
    description="Peristiwa rekaan untuk menguji halaman.",
    base_url="https://contoh.example/digest",
    id_authority="contoh.example,2023",
    licence="https://creativecommons.org/licenses/by/4.0/",
    contact="redaksi@contoh.example",
    publisher="Redaksi Contoh",
)
"""A site below a sub-path, so that no address can forget it."""

WIB = dt.timezone(dt.timedelta(hours=7))
INDRAMAYU, BOGOR, KENDARI, ASMAT = "32.12", "32.01", "74.71", "93.01"
NAMES = (
    "Abdul Rekaan", "Bunga Contoh", "Cahya Ujian", "Dewi Percobaan", "Eka", "Fajar Misal",
    "Gita Andai", "Hadi Umpama", "Intan Tiruan", "Joko Maya", "Kartika Bayangan", "Lukman Semu",
    "Maya Khayal", "Nanda Permisalan Widyaningrum Kusumawardhani",
)  # fmt: skip
OFFICES = ("Kepala Dinas Contoh", "Ketua Forum Rekaan", "Camat Ujian", "Kepala Desa Maya")
BODIES = ("Dinas Contoh", "Forum Rekaan", "Kecamatan Ujian", "Pemerintah Desa Maya")
LONG = (
    "Penandatanganan nota kesepahaman pengelolaan bersama kawasan pesisir dan perlindungan "
    "nelayan kecil antara pemerintah kabupaten, perwakilan nelayan, perguruan tinggi, dan "
    "lembaga rekaan lainnya"
)
"""A title of 190 characters."""


def registry() -> Registry:
    """Return a registry without names."""
    return Registry(people={}, organisations={}, topics={}, aliases={})


def people(count: int) -> tuple[Participant, ...]:
    """Return so many people, each with an office."""
    return tuple(
        Participant(
            name=NAMES[number % len(NAMES)],
            title=("Kompol", "KH", None)[number % 3],
            position=OFFICES[number % len(OFFICES)],
            organisation=BODIES[number % len(BODIES)],
            role=("organizer", "attendee", "attendee", "represented", "quoted")[number % 5],
        )
        for number in range(count)
    )


def entry(number: int = 1, /, **changes: object) -> Entry:
    """Return an entry with every common key; `changes` take the place of them."""
    day = dt.date(2023, 11, 29) - dt.timedelta(days=3 * (number - 1))
    values: dict[str, Any] = {
        "id": f"contoh{number}",
        "slug": f"{day}-pertemuan-rekaan-{number}",
        "path": f"content/{number}.md",
        "digest": f"{number}",
        "title": f"Pertemuan rekaan ke-{number} tentang saluran irigasi",
        "summary": "Warga dan pemerintah desa rekaan membahas saluran irigasi yang tersumbat.",
        "published": dt.datetime(2023, 11, 30, 8, 15, tzinfo=WIB) - dt.timedelta(hours=number),
        "date": day,
        "time": dt.time(14, 30),
        "kind": "meeting",
        "places": (Place(INDRAMAYU, district="Jatibarang", venue="Balai Desa Maya"),),
        "participants": people(3),
        "topics": ("Irigasi", "Pertanian"),
        "sources": (
            Source(
                url=f"https://koran.example/berita/{number}",
                publisher="Koran Contoh",
                title="Warga Bahas Irigasi",
                author="Rani Wartawan",
                editor="Edo Penyunting",
                published="2023-11-29",
                accessed=dt.date(2023, 11, 30),
                archived=f"https://arsip.example/{number}",
            ),
        ),
    }
    return Entry(**{**values, **changes})


def crowded() -> Entry:
    """Return a meeting of 14 people, with a title of 190 characters and everything else."""
    return entry(
        50,
        id="besar",
        title=LONG,
        slug="acara-besar",
        kind="signing",
        mode="mixed",
        summary=f"{LONG}. Pertemuan dilanjutkan dengan kunjungan lapangan ke tiga desa rekaan.",
        end_date=dt.date(2023, 7, 7),
        date=dt.date(2023, 7, 5),
        participants=(*people(14), Participant(organisation="Forum Rekaan", role="organizer")),
        places=(
            Place(BOGOR, "Cibinong", "Gedung Serbaguna", "gedung", -6.4817, 106.854),
            Place(KENDARI, venue="Aula Contoh"),
        ),
        concerns=(ASMAT,),
        topics=("Pesisir", "Nelayan kecil", "Irigasi"),
        related=("contoh1",),
        part_of="contoh2",
        updated=dt.datetime(2023, 12, 2, 9, 0, tzinfo=WIB),
        corrections=(
            Correction(dt.date(2023, 12, 1), "Nama camat keliru; yang benar Cahya Ujian."),
            Correction(dt.date(2023, 12, 2), "Jumlah desa tiga, bukan dua."),
        ),
        body="## Jalannya acara\n\nParagraf *rekaan* dengan [tautan](https://contoh.example/).\n\n"
        "> Kutipan rekaan.\n\n- satu\n- dua\n",
    )


def retracted() -> Entry:
    """Return the tombstone of an entry."""
    reason = "Laporan asal ternyata tentang tahun lain."
    return entry(
        60,
        id="dicabut",
        status="retracted",
        retraction=Retraction(dt.date(2023, 12, 3), reason),
        slug="dicabut",
    )


def entries(count: int = 50) -> tuple[Entry, ...]:
    """Return a site's worth of entries, the crowded one and the tombstone among them."""
    plain = (
        entry(
            number,
            places=(Place((INDRAMAYU, BOGOR, KENDARI)[number % 3], venue="Balai Maya"),),
            kind=("meeting", "dialogue", "visit")[number % 3],
            event_status=("held", "planned", "cancelled")[number // 5 % 3],
            date_precision=("day", "week", "month", "approximate")[number % 4],
        )
        for number in range(1, count)
    )
    return (*plain, crowded(), retracted())
