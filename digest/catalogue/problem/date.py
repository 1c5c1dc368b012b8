"""Problems of days, times and zones.

In: nothing. Out: `MESSAGES`, key to Indonesian and English.
"""

from typing import Final

MESSAGES: Final[dict[str, tuple[str, str]]] = {
    "about.bad-date": (
        "Tanggal tidak ada atau tidak terbaca",
        "A date does not exist or cannot be read",
    ),
    "problem.bad-date": ("'{value}' bukan tanggal", "'{value}' is not a date"),
    "problem.bad-date.days": (
        "'{value}' bukan tanggal: bulan itu hanya {days} hari",
        "'{value}' is not a date: that month has only {days} days",
    ),
    "problem.bad-date.year": (
        "tahun pada '{value}' hanya dua angka",
        "the year of '{value}' has only two digits",
    ),
    "problem.bad-date.range": (
        "tahun pada '{value}' tidak antara {first} dan {last}",
        "the year of '{value}' is not between {first} and {last}",
    ),
    "hint.bad-date": (
        "tulis YYYY-MM-DD, misalnya 2023-11-29",
        "write YYYY-MM-DD, for example 2023-11-29",
    ),
    "hint.bad-date.swapped": ("maksud Anda {meant}?", "did you mean {meant}?"),
    "hint.bad-date.days": ("maksud Anda {meant}?", "did you mean {meant}?"),
    "hint.bad-date.year": ("maksud Anda {meant}?", "did you mean {meant}?"),
    "hint.bad-date.meant": ("maksud Anda {meant}?", "did you mean {meant}?"),
    "about.wrong-weekday": ("Hari tidak cocok dengan tanggal", "The weekday does not fit the date"),
    "problem.wrong-weekday": (
        "{date} adalah hari {weekday}, bukan {typed}",
        "{date} is a {weekday}, not a {typed}",
    ),
    "hint.wrong-weekday": (
        "maksud Anda {date} ({weekday}) atau {meant} ({typed})?",
        "did you mean {date} ({weekday}) or {meant} ({typed})?",
    ),
    "about.bad-time": ("Jam tidak sah", "A clock time has the wrong form"),
    "problem.bad-time": ("'{value}' bukan jam", "'{value}' is not a clock time"),
    "problem.bad-time.range": (
        "tidak ada jam seperti pada '{value}'",
        "no clock shows the time of '{value}'",
    ),
    "hint.bad-time": (
        "tulis jam dari 00.00 sampai 23.59, misalnya 14.30",
        "write a time from 00.00 to 23.59, such as 14.30",
    ),
    "about.bad-moment": ("Tanggal dan jam tidak terbaca", "A date with a time cannot be read"),
    "problem.bad-moment": (
        "'{value}' bukan tanggal dan jam",
        "'{value}' is not a date with a time",
    ),
    "problem.bad-moment.time": ("'{value}' tidak memuat jam", "'{value}' has no time"),
    "hint.bad-moment": (
        "tulis tanggal, jam dan zona, misalnya 2023-11-30T08.15 WIB",
        "write date, time and zone, such as 2023-11-30T08.15 WIB",
    ),
    "hint.bad-moment.time": (
        "tambahkan jam dan zona, misalnya {date}T08.15 WIB",
        "add time and zone, such as {date}T08.15 WIB",
    ),
    "about.bad-zone": ("Zona waktu tidak dikenal", "A time zone is not known"),
    "problem.bad-zone": (
        "zona waktu '{zone}' tidak dikenal",
        "the time zone '{zone}' is not known",
    ),
    "hint.bad-zone": (
        "tulis WIB, WITA, WIT, atau selisih seperti +07:00",
        "write WIB, WITA, WIT, or an offset such as +07:00",
    ),
    "hint.bad-zone.meant": ("maksud Anda {meant}?", "did you mean {meant}?"),
    "about.other-zone": (
        "Zona jam bukan zona wilayah kegiatan",
        "The zone of a time is not that of the regency",
    ),
    "problem.other-zone": (
        "'{value}' memakai zona lain daripada {name} ({zone})",
        "'{value}' is in another zone than {name} ({zone})",
    ),
    "hint.other-zone": (
        "tulis jam setempat ({zone}) tanpa zona",
        "write the local time ({zone}) without a zone",
    ),
    "about.date-after-published": (
        "Kegiatan yang sudah terlaksana bertanggal setelah terbit",
        "An event that was held is dated after its publication",
    ),
    "problem.date-after-published": (
        "kegiatan tercatat terlaksana pada {date}, padahal entri terbit {published}",
        "the event is said to be held on {date}, but the entry was published on {published}",
    ),
    "hint.date-after-published": (
        "perbaiki salah satu tanggal; kegiatan yang akan datang memakai event_status: planned",
        "correct one of the dates; an event to come has event_status: planned",
    ),
    "hint.date-after-published.meant": (
        "maksud Anda {meant}? Kegiatan yang akan datang memakai event_status: planned",
        "did you mean {meant}? An event to come has event_status: planned",
    ),
    "about.end-before-start": (
        "Hari terakhir sebelum hari pertama",
        "The last day is before the first",
    ),
    "problem.end-before-start": (
        "end_date {end} sebelum date {date}",
        "end_date {end} is before date {date}",
    ),
    "hint.end-before-start": (
        "tukar keduanya, atau hapus end_date",
        "swap them, or remove end_date",
    ),
    "about.updated-before-published": (
        "`updated` sebelum `published`",
        "`updated` is before `published`",
    ),
    "problem.updated-before-published": (
        "updated {updated} sebelum published {published}",
        "updated {updated} is before published {published}",
    ),
    "hint.updated-before-published": (
        "perbaiki salah satu, atau hapus updated",
        "correct one of them, or remove updated",
    ),
    "about.correction-order": (
        "Ralat atau pencabutan tidak berurutan waktu",
        "Corrections or a retraction are out of order",
    ),
    "problem.correction-order": (
        "{date} sebelum {before}: ralat dan pencabutan datang setelah terbit, yang terlama dahulu",
        "{date} is before {before}: corrections and retractions come after publication, oldest "
        "first",
    ),
    "hint.correction-order": (
        "perbaiki tanggalnya, dan tambahkan ralat baru di bawah yang lama",
        "correct the date, and add new corrections below the old ones",
    ),
}
