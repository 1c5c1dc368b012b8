"""What the command says on stderr, and the problems of whole folders."""

from typing import Final

MESSAGES: Final[dict[str, tuple[str, str]]] = {
    "cli.fine": ("Tidak ada masalah: {files} berkas.", "No problems: {files} files."),
    "cli.problems": (
        "{errors} kesalahan dan {warnings} peringatan dalam {files} berkas.",
        "{errors} errors and {warnings} warnings in {files} files.",
    ),
    "cli.untouched": (
        "Tidak ada yang diterbitkan; situs yang lama tetap utuh.",
        "Nothing was published; the old site is as it was.",
    ),
    "cli.built": (
        "{entries} entri, {pages} halaman, {feeds} umpan: {written} ditulis, {unchanged} tetap, "
        "{removed} dihapus, dalam {seconds} detik.",
        "{entries} entries, {pages} pages, {feeds} feeds: {written} written, {unchanged} kept, "
        "{removed} removed, in {seconds} s.",
    ),
    "cli.waiting": ("Menunggu build lain selesai …", "Waiting for another build to end …"),
    "cli.watching": (
        "Mengamati perubahan; hentikan dengan Ctrl-C.",
        "Watching for changes; stop with Ctrl-C.",
    ),
    "cli.mended": ("{count} perbaikan dalam {files} berkas.", "{count} mends in {files} files."),
    "cli.made": ("Dibuat: {path}", "Made: {path}"),
    "cli.not_empty": (
        "{path} sudah ada; tidak ada yang ditimpa.",
        "{path} exists already; nothing is overwritten.",
    ),
    "cli.init": (
        "Situs baru di {path}. Berikutnya: cd {path} && digest serve",
        "A new site in {path}. Next: cd {path} && digest serve",
    ),
    "cli.no_entry": (
        "tidak ada entri '{value}'; maksud Anda '{near}'?",
        "there is no entry '{value}'; did you mean '{near}'?",
    ),
    "cli.no_entries": ("tidak ada entri '{value}'", "there is no entry '{value}'"),
    "cli.no_git": (
        "git tidak mengenal revisi '{value}': {reason}",
        "git does not know the revision '{value}': {reason}",
    ),
    "cli.no_path": ("tidak ada berkas '{value}'", "there is no file '{value}'"),
    "cli.cannot_write": (
        "{path} tidak dapat ditulis: {reason}",
        "{path} cannot be written: {reason}",
    ),
    "cli.outside": (
        "{path} keluar dari folder situs lewat tautan; tidak ada yang ditulis",
        "{path} leads out of the site's folder by a link; nothing was written",
    ),
    "cli.bad_date": ("'{value}' bukan tanggal", "'{value}' is not a date"),
    "cli.bad_regency": (
        "'{value}' bukan kabupaten atau kota; maksud Anda {near}?",
        "'{value}' is not a regency; did you mean {near}?",
    ),
    "problem.no-site": (
        "folder '{value}' tidak punya site.yaml",
        "the folder '{value}' has no site.yaml",
    ),
    "hint.no-site": (
        "jalankan di folder situs, sebut folder itu dengan --root, atau buat satu dengan "
        "`digest init`",
        "run it in a site's folder, name that with --root, or make a site with `digest init`",
    ),
    "problem.bad-gazetteer": (
        "daftar wilayah {value} tidak dapat dipakai: {reason}",
        "the gazetteer {value} cannot be used: {reason}",
    ),
    "hint.bad-gazetteer": (
        "lihat bentuknya di docs/gazetteer.md, atau hapus baris gazetteer",
        "see its form in docs/gazetteer.md, or take out the line gazetteer",
    ),
    "problem.bad-map": (
        "peta {value} tidak dapat dipakai: {reason}",
        "the map {value} cannot be used: {reason}",
    ),
    "hint.bad-map": (
        "beri TopoJSON dengan kode wilayah sebagai id, atau hapus baris map",
        "give TopoJSON with the codes of regencies as ids, or take out the line map",
    ),
    "problem.no-index": (
        "indeks pencarian gagal dibuat: {reason}",
        "the search index could not be made: {reason}",
    ),
    "hint.no-index": (
        "pasang ulang paket pagefind_bin dan coba lagi",
        "install the package pagefind_bin again and try once more",
    ),
    "problem.broken-link": (
        "tautan {value} tidak menuju halaman mana pun di situs ini",
        "the link {value} leads to no page of this site",
    ),
    "hint.broken-link": ("maksud Anda {near}?", "did you mean {near}?"),
    "why.on": ("ADA", "ON"),
    "why.off": ("TIDAK", "OFF"),
    "why.draft": (
        "status draft: tidak terbit sebelum diubah menjadi published",
        "status draft: not published until that is changed",
    ),
    "why.merged": (
        "digabung ke {into}: halamannya mengarah ke sana",
        "merged into {into}: its page leads there",
    ),
    "why.listed": ("mencantumkan entri ini", "lists the entry"),
    "why.own": ("halaman entri", "the entry's page"),
    "why.unfinished": (
        "pekan {week} belum selesai menurut jam situs ({clock})",
        "week {week} is not over by the site's clock ({clock})",
    ),
    "why.older": (
        "hanya memuat {most} terbaru; entri ini urutan ke-{place}",
        "holds the newest {most} only; this entry is number {place}",
    ),
    "why.not_latest": (
        "beranda hanya memuat pekan terbaru ({week})",
        "the front page shows the latest week only ({week})",
    ),
    "why.no_correction": (
        "entri ini tidak punya ralat atau pencabutan",
        "the entry has no correction or retraction",
    ),
    "why.retracted": (
        "dicabut: tidak dapat dicari",
        "retracted: it cannot be searched",
    ),
}
