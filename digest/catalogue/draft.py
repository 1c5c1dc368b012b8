"""The words of `digest draft`: what it says of sources, and the remarks in the files it writes.

In: nothing. Out: `MESSAGES`, key to Indonesian and English words.
"""

from typing import Final

MESSAGES: Final[dict[str, tuple[str, str]]] = {
    # What the command says
    "draft.written": (
        "{source}: draf ditulis; perlu diperiksa: {fields}",
        "{source}: draft written; look at: {fields}",
    ),
    "draft.nothing": ("tidak ada yang meragukan", "nothing is in doubt"),
    "draft.no-event": ("{source}: bukan peristiwa: {reason}", "{source}: not an event: {reason}"),
    "draft.same.said": (
        "{source}: mungkin sudah ada di {path} ({reasons}); tambahkan sumber di sana",
        "{source}: may be in {path} already ({reasons}); add a source there instead",
    ),
    "draft.same.source": ("alamat sumber sama", "same source address"),
    "draft.same.people": (
        "wilayah, hari dan orang sama",
        "same regency, day and people",
    ),
    "draft.same.title": (
        "wilayah dan hari sama, judul mirip",
        "same regency and day, a similar title",
    ),
    "draft.llm.fallback": (
        "{source}: jawaban model tidak dipakai ({reason}); draf dibuat dengan aturan",
        "{source}: the model's answer was not used ({reason}); the draft is made by rules",
    ),
    "draft.llm.setting": (
        "variabel lingkungan {name} belum diisi",
        "the environment variable {name} is not set",
    ),
    "draft.llm.missing": (
        "pustaka openai belum terpasang; pasang event-digest[llm]",
        "the openai library is not installed; install event-digest[llm]",
    ),
    "draft.llm.slow": ("terlalu lama", "it took too long"),
    "draft.llm.failed": ("layanan gagal: {reason}", "the service failed: {reason}"),
    "draft.llm.nonsense": (
        "jawaban bukan entri yang sah",
        "the answer is no valid entry",
    ),
    "draft.llm.evidence": (
        "bukti untuk {field} tidak ada di naskah",
        "the evidence for {field} is not in the text",
    ),
    "draft.llm.no-event": (
        "menurut model ini bukan peristiwa, menurut aturan ya",
        "the model sees no event where the rules see one",
    ),
    # Remarks in the file
    "draft.heading": (
        "Draf otomatis: periksa baris bertanda PERIKSA, lengkapi, lalu hapus `status: draft`.",
        "Made by a program: look at lines marked CHECK, complete them, delete `status: draft`.",
    ),
    "draft.missing": ("Belum diisi: {keys}", "Still to fill in: {keys}"),
    "draft.look": ("Tidak ditemukan dalam naskah: {keys}", "Not found in the text: {keys}"),
    "draft.same": (
        "Mungkin peristiwa yang sama dengan {path}: tambahkan sumber di sana saja.",
        "Perhaps the same event as {path}: then add a source there instead.",
    ),
    "draft.pending": (
        "Lengkapi tanda … lalu hapus # di depan baris-baris ini:",
        "Put in what … stands for, then delete the # before these lines:",
    ),
    "draft.check": ("PERIKSA: {said}", "CHECK: {said}"),
    "draft.unsure": ("belum pasti", "not certain"),
    "draft.evidence": ("naskah: «{sentence}»", "text: «{sentence}»"),
    # What the extraction says of a field
    "draft.not-event": (
        "mungkin bukan peristiwa ({reason})",
        "perhaps not an event ({reason})",
    ),
    "draft.weekday-differs": (
        "naskah menulis {weekday} untuk {date}, yang bukan {weekday}; maksudnya {proposed}?",
        "the text has {weekday} for {date}, which is no {weekday}; is {proposed} meant?",
    ),
    "draft.date-missing": (
        "tanggal peristiwa tidak disebut; tulis YYYY-MM-DD",
        "the day of the event is not told; write YYYY-MM-DD",
    ),
    "draft.year-guessed": (
        "tahun tidak disebut; {date} dari hari atau tanggal terbit",
        "the year is not told; {date} by weekday or publication",
    ),
    "draft.regency-ambiguous": (
        "bisa berarti {candidates}",
        "may mean {candidates}",
    ),
    "draft.regency-missing": (
        "kabupaten atau kota tidak disebut",
        "no kabupaten or kota is named",
    ),
    "draft.publisher-guessed": (
        "nama media ditebak dari alamatnya",
        "the outlet's name is guessed from its address",
    ),
    # Why an article is not about an event
    "draft.reason.nothing-held": (
        "tidak ada kegiatan yang berlangsung",
        "nothing took place",
    ),
    "draft.reason.announcement": ("pengumuman", "an announcement"),
    "draft.reason.crime": ("berita kejahatan atau perkara", "news of a crime or a case"),
    "draft.reason.incident": ("kecelakaan atau bencana", "an accident or a disaster"),
    "draft.reason.opinion": ("pendapat atau tajuk", "an opinion or a comment"),
    "draft.reason.other": ("bukan laporan kegiatan", "no report of something held"),
    "draft.reason.profile": ("profil atau panduan", "a profile or a guide"),
    "draft.reason.sport": ("pertandingan olahraga", "a sports match"),
    "draft.reason.statistics": ("harga, angka atau statistik", "prices, figures or statistics"),
    # Problems with a source
    "problem.source-unreadable": (
        "sumber tidak dapat dibaca: {reason}",
        "the source cannot be read: {reason}",
    ),
    "hint.source-unreadable": (
        "periksa nama berkasnya, atau simpan isi artikelnya sebagai .txt",
        "check the file's name, or save the article's text as .txt",
    ),
    "problem.source-not-file": (
        "sumber ini folder atau perangkat, bukan berkas",
        "this source is a folder or a device, not a file",
    ),
    "hint.source-not-file": (
        "berikan berkasnya; untuk masukan standar pakai -",
        "give the file itself; for standard input use -",
    ),
    "problem.source-empty": ("sumber kosong", "the source is empty"),
    "hint.source-empty": (
        "baris pertama berisi judul, baris berikutnya isi artikel",
        "the first line is the headline, the text follows",
    ),
    "problem.source-not-text": ("sumber bukan teks", "the source is not text"),
    "hint.source-not-text": (
        "berikan artikel sebagai .txt, .html, atau alamat web",
        "give the article as .txt, .html or a web address",
    ),
    "problem.source-too-large": (
        "sumber lebih besar dari {limit}",
        "the source is larger than {limit}",
    ),
    "hint.source-too-large": (
        "salin isi artikelnya saja ke berkas .txt",
        "copy only the article's text into a .txt file",
    ),
    "problem.source-no-article": (
        "tidak ada artikel di halaman ini",
        "there is no article on this page",
    ),
    "hint.source-no-article": (
        "salin isi artikelnya ke berkas .txt",
        "copy the article's text into a .txt file",
    ),
    "problem.source-too-costly": (
        "membaca sumber ini melampaui batas waktu atau memori",
        "reading this source went over the limit of time or memory",
    ),
    "hint.source-too-costly": (
        "salin isi artikelnya ke berkas .txt",
        "copy the article's text into a .txt file",
    ),
    "problem.reader-failed": (
        "program yang membaca artikel tidak dapat dimulai",
        "the program that reads articles cannot be started",
    ),
    "hint.reader-failed": (
        "coba lagi saat mesin tidak sibuk; bila tetap gagal, pasang ulang digest",
        "try again when the machine is less busy; if that fails, install digest anew",
    ),
    "problem.bad-address": (
        "'{url}' bukan alamat web yang dapat dibaca",
        "'{url}' is not a web address that can be read",
    ),
    "hint.bad-address": (
        "hanya http:// dan https:// tanpa nama pengguna",
        "only http:// and https:// without a user name",
    ),
    "problem.private-address": (
        "{host} ada di jaringan pribadi dan tidak dibuka",
        "{host} is on a private network and is not opened",
    ),
    "hint.private-address": (
        "simpan halamannya sebagai .html lalu berikan berkasnya",
        "save the page as .html and give the file",
    ),
    "problem.fetch-slow": (
        "halaman belum lengkap setelah {seconds} detik",
        "the page was not complete after {seconds} seconds",
    ),
    "hint.fetch-slow": (
        "coba lagi, atau simpan halamannya sebagai .html",
        "try again, or save the page as .html",
    ),
    "problem.fetch-failed": (
        "halaman tidak dapat diambil: {reason}",
        "the page cannot be fetched: {reason}",
    ),
    "hint.fetch-failed": (
        "periksa alamatnya, atau simpan halamannya sebagai .html",
        "check the address, or save the page as .html",
    ),
    "problem.fetch-cut": ("halaman terputus di tengah", "the page breaks off half-way"),
    "hint.fetch-cut": (
        "coba lagi, atau simpan halamannya sebagai .html",
        "try again, or save the page as .html",
    ),
    "problem.fetch-loop": (
        "halaman dialihkan lebih dari {count} kali",
        "the page was redirected more than {count} times",
    ),
    "hint.fetch-loop": (
        "buka di peramban lalu salin alamat akhirnya",
        "open it in a browser and copy the final address",
    ),
    "problem.fetch-status": (
        "peladen menjawab dengan status {status}",
        "the server answered with status {status}",
    ),
    "hint.fetch-status": (
        "periksa alamatnya, atau simpan halamannya sebagai .html",
        "check the address, or save the page as .html",
    ),
    "problem.fetch-type": (
        "alamat ini berisi {type}, bukan halaman atau teks",
        "this address holds {type}, not a page or text",
    ),
    "hint.fetch-type": (
        "berikan alamat artikelnya, bukan gambar atau dokumen",
        "give the article's address, not that of a picture or document",
    ),
    "problem.fetch-encoding": (
        "halaman dikemas sebagai {encoding}, yang tidak dikenal",
        "the page is packed as {encoding}, which is not known",
    ),
    "hint.fetch-encoding": (
        "simpan halamannya sebagai .html",
        "save the page as .html",
    ),
    "problem.draft-exists": ("{path} sudah ada", "{path} exists already"),
    "hint.draft-exists": (
        "pilih nama lain; draf tidak pernah menimpa berkas",
        "choose another name; a draft never overwrites a file",
    ),
    "problem.draft-outside": (
        "{path} mengarah ke luar folder situs",
        "{path} leads out of the site's folder",
    ),
    "hint.draft-outside": (
        "hapus tautan itu dari folder content",
        "remove that link from the content folder",
    ),
    "problem.draft-unwritable": (
        "{path} tidak dapat ditulis: {reason}",
        "{path} cannot be written: {reason}",
    ),
    "hint.draft-unwritable": (
        "periksa izin dan ruang kosong",
        "check permissions and free space",
    ),
    "draft.usage.url": (
        "--url hanya untuk satu sumber",
        "--url is for one source only",
    ),
    "draft.usage.out": (
        "--out dengan nama berkas hanya untuk satu sumber",
        "--out with a file's name is for one source only",
    ),
    "draft.usage.address": (
        "--url '{value}' bukan alamat http:// atau https://",
        "--url '{value}' is not an http:// or https:// address",
    ),
    "draft.usage.published": (
        "--published '{value}' bukan tanggal ISO, misalnya 2023-11-30",
        "--published '{value}' is not an ISO date, for example 2023-11-30",
    ),
    "draft.usage.site": (
        "di luar folder situs, pakai --json atau --out",
        "outside a site's folder, use --json or --out",
    ),
    # Help
    "draft.help": (
        "usulkan entri dari artikel berita",
        "propose an entry from a news article",
    ),
    "draft.help.source": (
        "berkas .txt atau .html, alamat web, atau - untuk masukan standar",
        "a .txt or .html file, a web address, or - for standard input",
    ),
    "draft.help.url": ("alamat artikel, jika diketahui", "the article's address, if known"),
    "draft.help.published": (
        "tanggal terbit artikel, YYYY-MM-DD",
        "when the article was published, YYYY-MM-DD",
    ),
    "draft.help.out": (
        "tulis ke berkas ini, atau - ke keluaran standar",
        "write to this file, or - to standard output",
    ),
    "draft.help.json": (
        "satu objek JSON per sumber; tidak menulis berkas",
        "one JSON object a source; writes no file",
    ),
    "draft.help.llm": (
        "tanya juga model bahasa (DIGEST_LLM_URL, DIGEST_LLM_MODEL, DIGEST_LLM_KEY)",
        "ask a language model too (DIGEST_LLM_URL, DIGEST_LLM_MODEL, DIGEST_LLM_KEY)",
    ),
}
