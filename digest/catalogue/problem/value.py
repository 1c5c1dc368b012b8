"""Problems of single keys and values.

In: nothing. Out: `MESSAGES`, key to Indonesian and English.
"""

from typing import Final

MESSAGES: Final[dict[str, tuple[str, str]]] = {
    "about.expected-mapping": (
        "Di sini harus ada beberapa `kunci: nilai`",
        "`key: value` lines belong here",
    ),
    "problem.expected-mapping": (
        "di sini harus ada baris-baris kunci: nilai",
        "lines of the form key: value belong here",
    ),
    "problem.expected-mapping.file": (
        "ini bukan kunci: nilai, jadi bukan bagian dari entri",
        "this is not of the form key: value, so it is no part of an entry",
    ),
    "hint.expected-mapping": (
        "kunci yang dikenal: {keys}",
        "the keys known here: {keys}",
    ),
    "hint.expected-mapping.file": (
        "tulis kunci: nilai, misalnya title: Dialog",
        "write key: value, such as title: Dialogue",
    ),
    "about.expected-text": ("Di sini harus ada teks", "Text belongs here"),
    "problem.expected-text": (
        "di sini harus ada satu teks, bukan daftar",
        "one text belongs here, not a list",
    ),
    "hint.expected-text": (
        "tulis teksnya pada baris yang sama dengan kuncinya",
        "write the text on the same line as its key",
    ),
    "hint.expected-text.flow": (
        "bila kurung itu bagian dari teks, tulis: {mended}",
        "if the bracket belongs to the text, write: {mended}",
    ),
    "about.expected-list": ("Di sini harus ada daftar", "A list belongs here"),
    "problem.expected-list": ("'{key}' harus berupa daftar", "'{key}' has to be a list"),
    "hint.expected-list": (
        "awali setiap butir dengan tanda hubung dan spasi pada baris baru",
        "start each item with a hyphen and a space on a new line",
    ),
    "hint.expected-list.keys": (
        "awali setiap butir dengan tanda hubung dan spasi pada baris baru:   - {first}: …",
        "start each item with a hyphen and a space on a new line:   - {first}: …",
    ),
    "hint.expected-list.text": ("tulis: {mended}", "write: {mended}"),
    "about.empty-item": ("Butir daftar kosong", "An item of a list is empty"),
    "problem.empty-item": ("butir daftar ini kosong", "this item of the list is empty"),
    "hint.empty-item": ("isi, atau hapus tanda hubungnya", "fill it in, or remove its hyphen"),
    "about.repeated-item": ("Butir daftar ditulis dua kali", "An item of a list stands twice"),
    "problem.repeated-item": (
        "'{value}' sudah ada di daftar ini",
        "'{value}' is in this list already",
    ),
    "hint.repeated-item": ("hapus salah satunya", "remove one of them"),
    "about.empty-list": ("Daftar yang wajib diisi kosong", "A list that is needed is empty"),
    "problem.empty-list": ("'{key}' kosong", "'{key}' is empty"),
    "hint.empty-list": (
        "tulis sekurang-kurangnya satu butir",
        "write one item at least",
    ),
    "about.missing-key": ("Kunci yang wajib tidak ada", "A key that is needed is missing"),
    "problem.missing-key": ("'{key}' tidak ada", "'{key}' is missing"),
    "problem.missing-key.empty": ("'{key}' belum diisi", "'{key}' is not filled in"),
    "problem.missing-key.entry-empty": ("'{key}' belum diisi", "'{key}' is not filled in"),
    "hint.missing-key": ("tambahkan baris {key}: …", "add a line {key}: …"),
    "hint.missing-key.id": (
        "tambahkan baris id: … dengan id baru, seperti yang dibuat digest new; 4 sampai 40 huruf "
        "kecil a–z, angka dan tanda hubung",
        "add a line id: … with a new id, such as digest new makes; 4 to 40 of a–z, 0–9 and -",
    ),
    "hint.missing-key.empty": ("isi setelah titik dua", "fill it in after the colon"),
    "hint.missing-key.entry": (
        "tambahkan baris {key}: …; entri yang belum selesai boleh memakai status: draft",
        "add a line {key}: …; an unfinished entry may have status: draft",
    ),
    "hint.missing-key.entry-empty": (
        "isi setelah titik dua; entri yang belum selesai boleh memakai status: draft",
        "fill it in after the colon; an unfinished entry may have status: draft",
    ),
    "about.unknown-key": ("Kunci tidak dikenal", "A key is not known"),
    "problem.unknown-key": ("kunci '{key}' tidak dikenal", "the key '{key}' is not known"),
    "hint.unknown-key": ("yang dikenal: {keys}", "known are: {keys}"),
    "hint.unknown-key.meant": ("maksud Anda {meant}?", "did you mean {meant}?"),
    "about.unknown-value": ("Nilai bukan salah satu pilihan", "A value is none of the choices"),
    "problem.unknown-value": (
        "'{value}' bukan pilihan untuk '{key}'",
        "'{value}' is not a choice for '{key}'",
    ),
    "hint.unknown-value": ("pilih salah satu: {known}", "choose one of: {known}"),
    "hint.unknown-value.meant": (
        "maksud Anda {meant}? Pilihannya: {known}",
        "did you mean {meant}? The choices: {known}",
    ),
    "about.too-long": ("Teks terlalu panjang", "A text is too long"),
    "problem.too-long": (
        "'{key}' sepanjang {size} karakter; paling panjang {limit}",
        "'{key}' is {size} characters long; the most is {limit}",
    ),
    "hint.too-long": (
        "persingkat; uraiannya ditaruh di teks",
        "shorten it; the details go into the text",
    ),
    "about.too-many": ("Daftar terlalu panjang", "A list is too long"),
    "problem.too-many": (
        "'{key}' memuat {size} butir; paling banyak {limit}",
        "'{key}' has {size} items; the most is {limit}",
    ),
    "hint.too-many": ("hapus yang tidak perlu", "remove what is not needed"),
    "about.bad-id": ("`id` tidak sah", "An `id` has the wrong form"),
    "problem.bad-id": ("'{value}' bukan id", "'{value}' is not an id"),
    "hint.bad-id": (
        "4 sampai 40 huruf kecil a–z, angka dan tanda hubung; jangan mengubah id yang sudah terbit",
        "4 to 40 lower-case letters a–z, digits and hyphens; never change an id once published",
    ),
    "about.bad-number": ("Angka tidak sah", "A number has the wrong form or size"),
    "problem.bad-number": (
        "'{value}' bukan angka yang berlaku di sini",
        "'{value}' is no number for this place",
    ),
    "problem.bad-number.comma": (
        "'{value}' memakai koma",
        "'{value}' has a comma",
    ),
    "hint.bad-number": (
        "tulis angka dari {low} sampai {high} dengan titik, misalnya -6.3276",
        "write a number from {low} to {high} with a point, such as -6.3276",
    ),
    "hint.bad-number.comma": ("maksud Anda {meant}?", "did you mean {meant}?"),
    "about.bad-flag": ("Bukan ya atau tidak", "Neither yes nor no"),
    "problem.bad-flag": ("'{value}' bukan ya atau tidak", "'{value}' is neither yes nor no"),
    "hint.bad-flag": ("tulis true atau false", "write true or false"),
    "about.unknown-regency": ("Kabupaten atau kota tidak dikenal", "A regency is not known"),
    "problem.unknown-regency": (
        "tidak ada kabupaten atau kota '{value}'",
        "there is no regency '{value}'",
    ),
    "problem.unknown-regency.province": (
        "'{value}' adalah provinsi, bukan kabupaten atau kota",
        "'{value}' is a province, not a regency",
    ),
    "hint.unknown-regency.province": (
        "tulis kabupaten atau kotanya: {names}",
        "write one of its regencies: {names}",
    ),
    "hint.unknown-regency": (
        "tulis nama lengkap seperti Kabupaten Indramayu, atau kode Kemendagri seperti 32.12",
        "write a full name such as Kabupaten Indramayu, or a Kemendagri code such as 32.12",
    ),
    "hint.unknown-regency.meant": ("maksud Anda {names}?", "did you mean {names}?"),
    "about.ambiguous-regency": (
        "Nama kabupaten atau kota punya dua arti",
        "The name of a regency has two meanings",
    ),
    "problem.ambiguous-regency": (
        "'{value}' dapat berarti lebih dari satu wilayah",
        "'{value}' can mean more than one regency",
    ),
    "hint.ambiguous-regency": (
        "maksud Anda {names}? Tulis nama lengkap atau kodenya",
        "did you mean {names}? Write the full name or the code",
    ),
    "about.bad-url": ("Alamat tidak sah", "An address has the wrong form"),
    "problem.bad-url": ("'{value}' bukan alamat lengkap", "'{value}' is not a whole address"),
    "problem.bad-url.unsafe": (
        "alamat ini memuat spasi atau tanda yang tidak boleh ada",
        "this address has a blank or a sign that must not be in it",
    ),
    "hint.bad-url": (
        "salin alamat dari peramban, misalnya https://contoh.id/berita",
        "copy the address from a browser, such as https://example.org/news",
    ),
    "hint.bad-url.unsafe": ("maksud Anda {better}?", "did you mean {better}?"),
    "hint.bad-url.scheme": ("maksud Anda {better}?", "did you mean {better}?"),
    "hint.bad-url.mail": (
        "tulis mailto:nama@contoh.id",
        "write mailto:name@example.org",
    ),
    "about.unsafe-url": (
        "Alamat yang bukan https, http atau mailto",
        "An address that is not https, http or mailto",
    ),
    "problem.unsafe-url": (
        "alamat '{scheme}:' tidak boleh dipakai",
        "'{scheme}:' addresses must not be used",
    ),
    "hint.unsafe-url": (
        "hanya https, http dan mailto; salin alamat dari peramban",
        "only https, http and mailto; copy the address from a browser",
    ),
    "about.styled-name": (
        "Nama memuat pangkat atau gelar (peringatan)",
        "A name has a rank or a degree in it (warning)",
    ),
    "problem.styled-name": (
        "'{value}' memuat pangkat atau gelar; orang yang sama akan punya dua halaman",
        "'{value}' has a rank or title in it; the same person would have two pages",
    ),
    "hint.styled-name": (
        "pisahkan: name: {name}, dan title: {title}",
        "split it: name: {name}, and title: {title}",
    ),
    "hint.styled-name.degree": ("tulis: name: {name}", "write: name: {name}"),
    "about.mixed-script": (
        "Nama memakai huruf dari dua aksara (peringatan)",
        "A name has letters of two scripts (warning)",
    ),
    "problem.mixed-script": (
        "'{value}' memuat huruf dari aksara lain: {letters}; punycode: {punycode}",
        "'{value}' has letters of another script: {letters}; punycode: {punycode}",
    ),
    "problem.mixed-script.host": (
        "nama situs memuat huruf dari aksara lain: {letters}; sebenarnya {punycode}",
        "the host has letters of another script: {letters}; it is really {punycode}",
    ),
    "hint.mixed-script": (
        "huruf itu hanya mirip; ketik ulang namanya",
        "such letters only look alike; type the name again",
    ),
    "hint.mixed-script.host": (
        "alamat seperti ini sering tiruan; salin lagi dari situs aslinya",
        "such an address is often a fake; copy it again from the real site",
    ),
    "about.bad-slug": (
        "Nama berkas atau kunci tidak dapat menjadi alamat",
        "The name of a file or a key cannot be part of an address",
    ),
    "problem.bad-slug": (
        "'{value}' tidak dapat menjadi bagian alamat halaman",
        "'{value}' cannot be part of a page's address",
    ),
    "problem.bad-slug.long": (
        "nama ini lebih dari {limit} bita",
        "this name is more than {limit} bytes long",
    ),
    "problem.bad-slug.reserved": (
        "nama '{value}' sudah punya arti lain",
        "the name '{value}' has another meaning already",
    ),
    "hint.bad-slug": ("maksud Anda {better}?", "did you mean {better}?"),
    "about.bad-alias": ("Alamat lama tidak sah", "A former path has the wrong form"),
    "problem.bad-alias": (
        "'{value}' bukan alamat lama di situs ini",
        "'{value}' is not a former path on this site",
    ),
    "hint.bad-alias": (
        "tulis hanya bagian setelah nama situs, misalnya /berita/dialog-polri/",
        "write only what follows the site's name, such as /news/dialogue/",
    ),
}
