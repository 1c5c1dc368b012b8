"""Write a site of invented entries, for measuring: python bench/invent.py DIR N.

In: a folder and a number. Out: `site.yaml` and `content/` there, equal bytes for equal numbers.
None of it happened. Counts follow Zipf's law as real ones do: few places, topics and words are
frequent, most are rare; each place has people and bodies of its own.
"""

import datetime as dt
import sys
from bisect import bisect
from collections.abc import Sequence
from itertools import accumulate
from pathlib import Path
from random import Random
from typing import TypeVar

from digest import regency
from digest.regency import Regency
from digest.slug import slugify

SITE = """\
title: Catatan Rekaan
description: Peristiwa rekaan untuk pengukuran; tidak ada yang sungguh terjadi.
language: id
base_url: https://rekaan.example
timezone: Asia/Jakarta
id_authority: rekaan.example,2026
licence: https://creativecommons.org/licenses/by/4.0/
contact: mailto:redaksi@rekaan.example
publisher: Redaksi Rekaan
"""
LAST = dt.date(2025, 12, 31)
YEARS = 3
WIB = dt.timezone(dt.timedelta(hours=7))
KINDS = (
    "meeting dialogue visit briefing ceremony outreach training signing patrol aid hearing"
).split()
ROLES = "organizer speaker attendee attendee represented quoted".split()
GIVEN = (
    "Abdul Adi Agus Ahmad Andi Ani Arif Asep Bambang Budi Cahya Dadang Darma Dedi Dewi Dian "
    "Eka Endang Erna Fajar Fitri Galih Gita Hadi Hasan Heri Ida Indra Intan Iwan Joko Kartika "
    "Laila Lestari Lukman Maya Mega Muhammad Nanda Nur Oki Putri Rahmat Ratna Rini Rizal Rudi "
    "Sari Siti Slamet Sri Surya Teguh Tri Udin Umar Wahyu Wati Yanti Yusuf Zainal"
).split()
FAMILY = (
    "Adiputra Anggraini Basuki Damanik Firmansyah Ginting Hakim Halim Harahap Hidayat Irawan "
    "Iskandar Kurniawan Kusuma Laksana Lubis Mahendra Maulana Nasution Nugroho Pangestu "
    "Permana Prasetyo Pratama Purnama Rahman Ramadhan Saputra Setiawan Simanjuntak Siregar "
    "Sitorus Suharto Sulaiman Suryadi Susanto Syahputra Tanjung Utama Wibowo Wijaya Wirawan "
    "Yulianto"
).split()
BODIES = (
    "Polres {} | KPU {} | Bawaslu {} | Pemerintah {} | Kodim {} | FKUB {} | Dinas Kesehatan "
    "{} | Dinas Pertanian {} | DPRD {} | Karang Taruna {}"
).split(" | ")
OFFICES = "Kapolres Ketua Sekretaris Bupati Dandim Anggota Kepala Camat".split()
TOPICS = (
    "keamanan-pemilu natal-tahun-baru ketahanan-pangan stunting banjir karhutla umkm "
    "pendidikan kesehatan irigasi pariwisata perikanan pertambangan lalu-lintas "
    "kerukunan-umat narkoba pupuk jalan-desa air-bersih sampah inflasi perumahan hutan-adat "
    "nelayan olahraga kebudayaan literasi transportasi listrik-desa bencana "
    "perempuan-dan-anak disabilitas koperasi dana-desa pasar-rakyat peternakan perkebunan "
    "kelapa-sawit internet-desa posyandu"
).split()
PUBLISHERS = tuple(f"Koran {name}" for name in FAMILY[:30])
COMMON = (
    "dan yang di untuk dengan dari pada dalam oleh bersama warga desa kegiatan masyarakat "
    "daerah pemerintah kabupaten kota camat kepala rapat pertemuan dialog membahas "
    "menyampaikan mengatakan pembangunan program pelaksanaan keamanan ketertiban pemilu "
    "petugas pengurus anggota tokoh agama pemuda bantuan layanan kesehatan sekolah guru "
    "petani nelayan pupuk air sungai jalan jembatan pasar harga beras panen lahan hutan "
    "banjir longsor kebakaran posko siaga laporan anggaran dana koperasi usaha pelatihan "
    "peserta acara gedung balai aula kantor lapangan jadwal tahap kesepakatan nota kerja sama "
    "evaluasi persiapan tahun bulan pekan"
).split()
SYLLABLES = (
    "ba be bi bo ca da di du ga gu ha ja ka ke ki la li ma mi na pa pe ra ri sa si ta ti wa ya"
).split()

_T = TypeVar("_T")


class Zipf:
    """A choice in which the n-th of a sequence is n times as rare as the first."""

    def __init__(self, random: Random, count: int) -> None:
        """Weigh so many places of a sequence."""
        self._random = random
        self._weights = list(accumulate(1 / (rank + 2) for rank in range(count)))

    def of(self, items: Sequence[_T]) -> _T:
        """Return one item."""
        return items[bisect(self._weights, self._random.random() * self._weights[-1])]


class Inventor:
    """Makes one entry after the other."""

    def __init__(self, seed: int = 1) -> None:
        """Invent the places' people and the words that entries are made of."""
        self.random = Random(seed)  # noqa: S311 -- the same number gives the same entries
        places = list(regency.load().regencies.values())
        self.random.shuffle(places)
        self.places: list[Regency] = places
        self.place = Zipf(self.random, len(places))
        self.people = {each.code: self._people() for each in places}
        self.person = Zipf(self.random, 12)
        self.topic = Zipf(self.random, len(TOPICS))
        self.words = [*COMMON, *(self._word() for _ in range(6000))]
        self.word = Zipf(self.random, len(self.words))

    def _people(self) -> list[str]:
        choose = self.random.choice
        return [f"{choose(GIVEN)} {choose(FAMILY)}" for _ in range(12)]

    def _word(self) -> str:
        stem = "".join(self.random.choices(SYLLABLES, k=self.random.randint(2, 4)))
        return f"{self.random.choice(('', '', 'me', 'ber', 'di', 'pe'))}{stem}"

    def sentence(self, words: int) -> str:
        """Return a sentence of so many words."""
        return " ".join(self.word.of(self.words) for _ in range(words)).capitalize()

    def entry(self, number: int, total: int) -> tuple[str, str]:
        """Return the path below `content/` and the text of an entry; 1 is the oldest."""
        day = LAST - dt.timedelta(days=(total - number) * 365 * YEARS // total)
        published = dt.datetime.combine(day, dt.time(8), WIB) + dt.timedelta(
            days=1, seconds=number % 36000
        )
        place = self.place.of(self.places)
        title = f"{self.sentence(7)} di {place.full}"
        topics = dict.fromkeys(self.topic.of(TOPICS) for _ in range(3))
        lines = [
            "---",
            f"id: rekaan-{number:07d}",
            f"title: {title}",
            f"published: {published.isoformat()}",
            f"date: {day}",
            f"kind: {self.random.choice(KINDS)}",
            "places:",
            f"  - regency: {place.code}",
            f"    venue: Aula {self.random.choice(FAMILY)}",
            "participants:",
            *(line for role in ROLES for line in self._participant(place, role)),
            "topics:",
            *(f"  - {each}" for each in topics),
            f"summary: {self.sentence(18)}. {self.sentence(14)}.",
            "sources:",
            f"  - url: https://koran.example/{number}",
            f"    publisher: {self.random.choice(PUBLISHERS)}",
            f"    title: {self.sentence(8)}",
            "---",
            "",
            *(f"{self.sentence(45)}.\n" for _ in range(2)),
        ]
        name = f"{day}-{slugify(title)[:60].rstrip('-')}-{number}.md"
        return f"{day.year}/W{day.isocalendar().week:02d}/{name}", "\n".join(lines)

    def _participant(self, place: Regency, role: str) -> list[str]:
        return [
            f"  - name: {self.person.of(self.people[place.code])}",
            f"    position: {self.random.choice(OFFICES)}",
            f"    organisation: {self.random.choice(BODIES).format(place.full)}",
            f"    role: {role}",
        ]


def write(folder: Path, count: int) -> None:
    """Write a site of so many entries."""
    (folder / "content").mkdir(parents=True, exist_ok=True)
    (folder / "site.yaml").write_text(SITE, "utf-8")
    inventor = Inventor()
    for number in range(1, count + 1):
        path, text = inventor.entry(number, count)
        place = folder / "content" / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, "utf-8")


if __name__ == "__main__":
    write(Path(sys.argv[1]), int(sys.argv[2]))
