"""Problems between keys, and of settings, names and bodies.

In: nothing. Out: `MESSAGES`, key to Indonesian and English.
"""

from typing import Final

MESSAGES: Final[dict[str, tuple[str, str]]] = {
    "about.status-mismatch": (
        "Kunci tidak cocok dengan `status`",
        "A key does not fit the `status`",
    ),
    "problem.status-mismatch": (
        "'{key}' hanya untuk entri dengan status: {status}",
        "'{key}' is only for an entry with status: {status}",
    ),
    "hint.status-mismatch": (
        "tulis status: {status}, atau hapus '{key}'",
        "write status: {status}, or remove '{key}'",
    ),
    "about.self-reference": ("Entri menunjuk dirinya sendiri", "An entry points to itself"),
    "problem.self-reference": (
        "'{key}' menunjuk entri ini sendiri",
        "'{key}' points to this very entry",
    ),
    "hint.self-reference": ("tulis id entri yang lain", "write the id of the other entry"),
    "about.nameless-participant": (
        "Peserta tanpa nama dan tanpa lembaga",
        "A participant has neither name nor organisation",
    ),
    "problem.nameless-participant": (
        "peserta ini tidak punya nama maupun lembaga",
        "this participant has neither a name nor an organisation",
    ),
    "hint.nameless-participant": (
        "tulis name: … atau organisation: …",
        "write name: … or organisation: …",
    ),
    "about.half-coordinates": (
        "Hanya satu dari `lat` dan `lon`",
        "Only one of `lat` and `lon` is there",
    ),
    "problem.half-coordinates": (
        "ada '{key}' tanpa '{other}'",
        "'{key}' is there without '{other}'",
    ),
    "hint.half-coordinates": (
        "tulis keduanya, atau hapus '{key}'",
        "write both, or remove '{key}'",
    ),
    "about.empty-file": ("Berkas kosong", "The file is empty"),
    "problem.empty-file": ("berkas ini tidak memuat entri", "this file holds no entry"),
    "hint.empty-file": ("isi, atau hapus berkasnya", "fill it in, or delete the file"),
    "problem.empty-file.site": ("berkas ini kosong", "this file is empty"),
    "hint.empty-file.site": (
        "tulis sekurang-kurangnya title, description, base_url, dan id_authority",
        "write at least title, description, base_url and id_authority",
    ),
    "about.one-mapping": (
        "Berkas harus memuat satu daftar `kunci: nilai`",
        "The file has to hold `key: value` lines",
    ),
    "problem.one-mapping": (
        "berkas ini harus memuat baris-baris kunci: nilai, bukan daftar",
        "this file has to hold lines of the form key: value, not a list",
    ),
    "hint.one-mapping": (
        "hapus tanda hubung di awal baris",
        "remove the hyphens at the start of the lines",
    ),
    "about.shared-name": ("Satu ejaan untuk dua nama", "One spelling stands for two names"),
    "problem.shared-name": (
        "'{value}' juga berarti '{other}' (baris {line})",
        "'{value}' also means '{other}' (line {line})",
    ),
    "hint.shared-name": (
        "gabungkan keduanya, atau hapus ejaan itu dari salah satunya",
        "join the two, or remove the spelling from one of them",
    ),
    "about.bad-authority": ("`id_authority` tidak sah", "`id_authority` has the wrong form"),
    "problem.bad-authority": (
        "'{value}' bukan nama domain dan tanggal",
        "'{value}' is not a domain and a date",
    ),
    "hint.bad-authority": (
        "tulis domain milik Anda, koma, dan tahun atau tanggal ketika sudah milik Anda: "
        "contoh.id,2023",
        "write a domain you own, a comma, and a year or day on which you owned it: "
        "example.org,2023",
    ),
    "about.bad-base-url": ("`base_url` tidak sah", "`base_url` has the wrong form"),
    "problem.bad-base-url": (
        "'{value}' bukan alamat sebuah situs",
        "'{value}' is not the address of a site",
    ),
    "hint.bad-base-url": (
        "tulis https://, nama situs, dan foldernya bila ada, tanpa ? dan #",
        "write https://, the host, and the folder if there is one, without ? or #",
    ),
    "about.bad-timezone": ("`timezone` tidak dikenal", "`timezone` is not known"),
    "problem.bad-timezone": (
        "zona waktu '{value}' tidak dikenal",
        "the time zone '{value}' is not known",
    ),
    "hint.bad-timezone": ("maksud Anda {meant}?", "did you mean {meant}?"),
    "about.bad-path": ("Bukan berkas di dalam folder situs", "Not a file in the site's folder"),
    "problem.bad-path": (
        "'{value}' bukan nama berkas di dalam folder situs",
        "'{value}' is not the name of a file in the site's folder",
    ),
    "hint.bad-path": (
        "tulis nama berkas, dengan folder bila perlu: data/wilayah.json",
        "write the file's name, with its folder if need be: data/areas.json",
    ),
    "about.image": ("Gambar dalam teks", "A picture in a text"),
    "problem.image": (
        "gambar tidak ditampilkan di halaman; halaman tidak memuat apa pun dari situs lain",
        "pictures are not shown; pages load nothing from other sites",
    ),
    "hint.image": ("beri tautan sebagai gantinya: {mended}", "link to it instead: {mended}"),
    "about.unsafe-link": ("Tautan yang tidak aman dalam teks", "A link in a text is not safe"),
    "problem.unsafe-link": (
        "tautan '{value}' tidak boleh dipakai",
        "the link '{value}' must not be used",
    ),
    "hint.unsafe-link": (
        "hanya https, http, mailto, atau alamat di situs ini yang dimulai dengan /",
        "only https, http, mailto, or a path on this site that starts with /",
    ),
    "about.relative-link": (
        "Tautan ke situs ini tanpa garis miring di depan",
        "A link within the site does not start with a slash",
    ),
    "problem.relative-link": (
        "tautan '{value}' bergantung pada halaman tempatnya berada",
        "the link '{value}' depends on the page it is on",
    ),
    "hint.relative-link": (
        "maksud Anda {better}? Alamat di situs lain dimulai dengan https://",
        "did you mean {better}? An address on another site starts with https://",
    ),
    "about.wide-row": (
        "Baris tabel lebih lebar daripada judulnya",
        "A row of a table is wider than its head",
    ),
    "problem.wide-row": (
        "baris ini punya {cells} kolom, judul tabelnya {columns}; sisanya akan hilang",
        "this row has {cells} columns, the head of the table {columns}; the rest would be lost",
    ),
    "hint.wide-row": (
        "tambahkan kolom pada judul, atau tulis \\| bila garisnya bagian dari teks",
        "add a column to the head, or write \\| where the bar belongs to the text",
    ),
    "about.unused-reference": (
        "Alamat yang didefinisikan tidak dipakai",
        "An address that is defined is not used",
    ),
    "problem.unused-reference": (
        "[{value}]: dianggap alamat tautan, tetapi tidak ada yang memakainya; baris ini akan "
        "hilang",
        "[{value}]: is taken for the address of a link, but no link uses it; the line would be "
        "lost",
    ),
    "problem.unused-reference.twice": (
        "[{value}]: sudah didefinisikan di atas; baris ini akan hilang",
        "[{value}]: is defined already; this line would be lost",
    ),
    "hint.unused-reference": (
        "bila ini teks biasa, tulis \\[{value}]: …; bila tidak, hapus",
        "if this is plain text, write \\[{value}]: …; if not, remove it",
    ),
    "about.fence-text": (
        "Teks di belakang pembuka blok kode",
        "There is text behind the opening of a code block",
    ),
    "problem.fence-text": (
        "'{value}' di belakang {sign} akan hilang",
        "'{value}' behind {sign} would be lost",
    ),
    "hint.fence-text": (
        "pindahkan ke baris di bawahnya",
        "move it to the next line",
    ),
    "report.warning": ("peringatan", "warning"),
}
