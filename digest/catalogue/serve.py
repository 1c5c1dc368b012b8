"""Words of reading, publishing and the preview."""

from typing import Final

MESSAGES: Final[dict[str, tuple[str, str]]] = {
    "problem.symlink": (
        "tautan simbolis tidak diikuti",
        "a symbolic link is not followed",
    ),
    "hint.symlink": (
        "salin berkasnya ke sini, atau hapus tautannya",
        "copy the file to this place, or remove the link",
    ),
    "problem.not-a-file": (
        "ini bukan berkas biasa, melainkan pipa, soket, perangkat atau folder",
        "this is no plain file but a pipe, socket, device or folder",
    ),
    "hint.not-a-file": (
        "pindahkan dari folder situs",
        "move it out of the site's folder",
    ),
    "problem.not-a-folder": (
        "ini seharusnya folder",
        "this should be a folder",
    ),
    "hint.not-a-folder": (
        "ganti namanya, lalu buat folder dengan nama ini",
        "rename it and make a folder of this name",
    ),
    "problem.unreadable": (
        "tidak dapat dibaca: {reason}",
        "cannot be read: {reason}",
    ),
    "hint.unreadable": (
        "periksa izin berkas dan foldernya",
        "look at the permissions of the file and its folder",
    ),
    "problem.bad-file-name": (
        "nama berkas ini bukan teks UTF-8",
        "the name of this file is not UTF-8 text",
    ),
    "hint.bad-file-name": (
        "ganti namanya dengan huruf, angka dan tanda hubung",
        "rename it with letters, digits and hyphens",
    ),
    "problem.same-name": (
        "dua berkas memakai nama ini, ditulis dengan cara Unicode yang berbeda",
        "two files have this name, spelled in two of Unicode's ways",
    ),
    "hint.same-name": (
        "ganti nama salah satunya",
        "rename one of them",
    ),
    "problem.unknown-suffix": (
        "berkas berakhiran '{suffix}' tidak dibaca",
        "files that end in '{suffix}' are not read",
    ),
    "hint.unknown-suffix": (
        "akhiran yang dibaca, dengan huruf kecil: {known}",
        "those that are read, in lower case: {known}",
    ),
    "problem.file-too-large": (
        "berkas ini lebih besar dari {limit} KB",
        "this file is larger than {limit} KB",
    ),
    "hint.file-too-large": (
        "bagilah isinya; entri adalah ringkasan, bukan arsip",
        "divide what is in it; an entry is a summary, not an archive",
    ),
    "problem.output-symlink": (
        "folder keluaran '{out}' adalah tautan simbolis",
        "the output folder '{out}' is a symbolic link",
    ),
    "hint.output-symlink": (
        "sebutkan folder tujuannya sendiri dengan --out",
        "name the folder it leads to with --out",
    ),
    "problem.output-holds-input": (
        "folder keluaran '{out}' memuat sesuatu yang tidak boleh diganti",
        "the output folder '{out}' holds what must not be replaced",
    ),
    "hint.output-holds-input": (
        "pilih folder kosong yang bukan folder situs, rumah, isi atau templat",
        "choose an empty folder that is not the site, your home, its content or its templates",
    ),
    "problem.output-not-folder": (
        "keluaran '{out}' adalah berkas",
        "the output '{out}' is a file",
    ),
    "hint.output-not-folder": (
        "pilih nama lain dengan --out",
        "choose another name with --out",
    ),
    "problem.output-not-ours": (
        "folder keluaran '{out}' berisi berkas yang bukan buatan program ini",
        "the output folder '{out}' has files in it that this program did not make",
    ),
    "hint.output-not-ours": (
        "pilih folder kosong dengan --out, atau kosongkan sendiri folder itu",
        "choose an empty folder with --out, or empty that one yourself",
    ),
    "problem.output-twice": (
        "dua berkas ingin ditulis ke '{path}'",
        "two files want to be written to '{path}'",
    ),
    "hint.output-twice": (
        "ganti nama salah satu entri atau templatnya",
        "rename one of the entries or templates",
    ),
    "problem.output-path": (
        "jalur {path} tidak boleh ditulis: keluar dari folder keluaran atau tidak bersih",
        "the path {path} must not be written: it leaves the output folder or is not clean",
    ),
    "hint.output-path": (
        "pakai huruf, angka, tanda hubung dan garis miring saja",
        "use letters, digits, hyphens and slashes only",
    ),
    "problem.output-not-writable": (
        "folder keluaran tidak dapat ditulis: {path}: {reason}",
        "the output folder cannot be written: {path}: {reason}",
    ),
    "hint.output-not-writable": (
        "periksa izinnya, atau pilih folder lain dengan --out; situs lama tidak berubah",
        "look at its permissions, or choose another with --out; the old site is unchanged",
    ),
    "problem.output-mounted": (
        "folder keluaran tidak dapat ditukar: {path}: {reason}",
        "the output folder cannot be exchanged: {path}: {reason}",
    ),
    "hint.output-mounted": (
        "folder keluaran tidak boleh berupa titik kait; pakai folder di dalamnya",
        "the output must not be a mount point; use a folder inside it",
    ),
    "problem.disk-full": (
        "disk penuh saat menulis situs",
        "the disk is full while writing the site",
    ),
    "hint.disk-full": (
        "kosongkan ruang lalu ulangi; situs lama tidak berubah",
        "make room and try again; the old site is unchanged",
    ),
    "problem.disk-error": (
        "situs tidak dapat ditulis: {path}: {reason}",
        "the site cannot be written: {path}: {reason}",
    ),
    "hint.disk-error": (
        "situs lama tidak berubah; ulangi setelah penyebabnya hilang",
        "the old site is unchanged; try again when the cause is gone",
    ),
    "serve.ready": (
        "Pratinjau di {url} (Ctrl-C untuk berhenti)",
        "Preview at {url} (Ctrl-C to stop)",
    ),
    "serve.exposed": (
        "Peringatan: pratinjau ini, beserta konsepnya, dapat dibuka dari komputer lain",
        "Warning: other machines can open this preview, and the drafts in it",
    ),
    "serve.taken": (
        "Tidak dapat melayani di {host}, port {port}: {reason}",
        "Cannot serve on {host}, port {port}: {reason}",
    ),
    "serve.polling": (
        "Sistem tidak lagi memberi tahu perubahan; folder diperiksa setiap detik",
        "The system no longer tells of changes; the folder is looked at every second",
    ),
    "serve.fresh": (
        "Situs diperbarui",
        "The site is up to date",
    ),
    "serve.wrong": (
        "Masalah: {count}; pratinjau tetap menampilkan situs terakhir yang baik",
        "Problems: {count}; the preview keeps the last good site",
    ),
    "serve.report": (
        "Ada yang perlu diperbaiki",
        "Something needs mending",
    ),
    "serve.missing": (
        "Tidak ada halaman di sini",
        "There is no page here",
    ),
}
