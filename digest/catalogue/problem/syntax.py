"""Problems of files that are not even text or YAML.

In: nothing. Out: `MESSAGES`, key to Indonesian and English.
"""

from typing import Final

MESSAGES: Final[dict[str, tuple[str, str]]] = {
    "about.no-front-matter": (
        "Berkas tidak dimulai dengan data di antara dua garis `---`",
        "The file does not start with data between two `---` lines",
    ),
    "problem.no-front-matter": (
        "berkas ini tidak dimulai dengan baris ---",
        "this file does not start with a --- line",
    ),
    "hint.no-front-matter": (
        "tulis --- pada baris pertama, lalu datanya (title: …, date: …), lalu --- lagi, lalu "
        "teksnya",
        "write --- on the first line, then the data (title: …, date: …), then --- again, then "
        "the text",
    ),
    "about.open-front-matter": (
        "Garis `---` yang kedua tidak ada",
        "The second `---` line is missing",
    ),
    "problem.open-front-matter": (
        "baris --- yang menutup data tidak ditemukan",
        "the --- line that closes the data is missing",
    ),
    "hint.open-front-matter": (
        "tulis --- pada baris tersendiri di antara data dan teks",
        "write --- on a line of its own between the data and the text",
    ),
    "about.too-large": (
        "Berkas, data atau teks terlalu besar",
        "A file, its data or its text is too large",
    ),
    "problem.too-large": (
        "ukurannya {size} bita; paling besar {limit}",
        "this is {size} bytes; the most is {limit}",
    ),
    "problem.too-large.header": (
        "data di atas teks sepanjang {size} karakter; paling panjang {limit}",
        "the data above the text is {size} characters; the most is {limit}",
    ),
    "problem.too-large.body": (
        "teks sebesar {size} bita; paling besar {limit}",
        "the text is {size} bytes; the most is {limit}",
    ),
    "problem.too-large.output": (
        "teks ini akan menjadi halaman sebesar {size} karakter; paling besar {limit}",
        "this text would become a page of {size} characters; the most is {limit}",
    ),
    "hint.too-large": (
        "bagi menjadi beberapa berkas, atau persingkat",
        "split it into several files, or shorten it",
    ),
    "about.too-deep": (
        "Daftar, kutipan atau kurung bersarang terlalu dalam",
        "Lists, quotations or brackets are nested too deeply",
    ),
    "problem.too-deep": (
        "daftar atau kurung bersarang lebih dari {limit} tingkat",
        "lists or brackets are nested more than {limit} deep",
    ),
    "problem.too-deep.body": (
        "daftar, kutipan atau kurung dalam teks bersarang terlalu dalam; isinya akan hilang",
        "lists, quotations or brackets in the text are nested too deeply; what is inside would "
        "be lost",
    ),
    "hint.too-deep": (
        "bila kurung atau tanda > itu bagian dari teks, apit teksnya dengan tanda kutip; bila "
        "tidak, hapus",
        "if the brackets or > signs belong to the text, put the text in quotes; if not, remove "
        "them",
    ),
    "about.too-complex": (
        "Teks memakai tanda Markdown terlalu banyak",
        "A text uses too many Markdown signs",
    ),
    "problem.too-complex": (
        "teks ini memuat {count} tanda {signs}; paling banyak {limit}",
        "this text has {count} signs {signs}; the most is {limit}",
    ),
    "hint.too-complex": (
        "hapus tandanya, atau bagi menjadi beberapa entri",
        "remove the signs, or split it into several entries",
    ),
    "about.several-documents": (
        "Berkas memuat lebih dari satu dokumen YAML",
        "The file holds more than one YAML document",
    ),
    "problem.several-documents": (
        "di sini dimulai dokumen kedua dalam berkas yang sama",
        "a second document starts here in the same file",
    ),
    "hint.several-documents": (
        "hapus garis --- ini, atau pindahkan yang di bawahnya ke berkas lain",
        "remove this --- line, or move what is below it to another file",
    ),
    "about.yaml-directive": (
        "Perintah YAML `%…` tidak dipakai",
        "YAML `%…` directives are not used",
    ),
    "problem.yaml-directive": (
        "'{value}' adalah perintah YAML, yang tidak dipakai di sini",
        "'{value}' is a YAML directive, which has no use here",
    ),
    "hint.yaml-directive": ("hapus baris ini", "remove this line"),
    "about.yaml-anchor": (
        "Teks dimulai dengan `&` atau `*`, tanda khusus YAML",
        "A text starts with `&` or `*`, signs that are special in YAML",
    ),
    "problem.yaml-anchor": (
        "'{value}' bukan teks biasa: & dan * di awal adalah tanda khusus",
        "'{value}' is not plain text: & and * at the start are special signs",
    ),
    "hint.yaml-anchor": (
        "apit seluruh teksnya dengan tanda kutip",
        "put the whole text in quotes",
    ),
    "about.yaml-tag": (
        "Teks dimulai dengan `!`, tanda khusus YAML",
        "A text starts with `!`, a sign that is special in YAML",
    ),
    "problem.yaml-tag": (
        "'{value}' bukan teks biasa: ! di awal adalah tanda khusus",
        "'{value}' is not plain text: ! at the start is a special sign",
    ),
    "hint.yaml-tag": ("apit seluruh teksnya dengan tanda kutip", "put the whole text in quotes"),
    "about.yaml-merge": ("Kunci penggabung `<<` tidak dipakai", "Merge keys `<<` are not used"),
    "problem.yaml-merge": (
        "<< (penggabungan) tidak dipakai di sini",
        "<< (merging) has no use here",
    ),
    "hint.yaml-merge": ("tulis kuncinya satu per satu", "write the keys one by one"),
    "about.complex-key": ("Kunci bukan satu kata", "A key is not a single word"),
    "problem.complex-key": (
        "kunci di sini bukan satu kata, melainkan daftar atau tanda ?",
        "the key here is not a word but a list or a ? sign",
    ),
    "hint.complex-key": (
        "tulis kunci: nilai, misalnya title: Dialog",
        "write key: value, such as title: Dialogue",
    ),
    "about.duplicate-key": ("Kunci yang sama ditulis dua kali", "The same key is written twice"),
    "problem.duplicate-key": (
        "'{key}' ditulis dua kali, pada baris {first} dan {second}",
        "'{key}' is written twice, on lines {first} and {second}",
    ),
    "hint.duplicate-key": (
        "hapus salah satu, atau gabungkan isinya",
        "remove one of them, or join what they say",
    ),
    "about.tab-indent": ("Baris menjorok dengan tab", "A line is indented with a tab"),
    "problem.tab-indent": (
        "baris ini menjorok dengan tab",
        "this line is indented with a tab",
    ),
    "hint.tab-indent": ("pakai spasi: {mended}", "use spaces: {mended}"),
    "about.missing-space": (
        "Tidak ada spasi setelah titik dua atau tanda hubung",
        "There is no space after a colon or hyphen",
    ),
    "problem.missing-space": (
        "tidak ada spasi setelah titik dua atau tanda hubung",
        "there is no space after the colon or hyphen",
    ),
    "hint.missing-space": ("tulis: {mended}", "write: {mended}"),
    "about.unquoted-colon": (
        "Teks yang memuat titik dua tidak diapit tanda kutip",
        "A text with a colon in it is not in quotes",
    ),
    "problem.unquoted-colon": (
        "teks ini memuat titik dua, jadi harus diapit tanda kutip",
        "this text has a colon in it and has to be in quotes",
    ),
    "hint.unquoted-colon": ("tulis: {mended}", "write: {mended}"),
    "about.text-after-quote": (
        "Masih ada teks setelah tanda kutip penutup",
        "There is text after the closing quote",
    ),
    "problem.text-after-quote": (
        "masih ada teks setelah tanda kutip penutup",
        "there is more text after the closing quote",
    ),
    "hint.text-after-quote": ("tulis: {mended}", "write: {mended}"),
    "about.open-quote": ("Tanda kutip tidak ditutup", "A quote is not closed"),
    "problem.open-quote": ("tanda kutip ini tidak ditutup", "this quote is not closed"),
    "hint.open-quote": (
        "tutup tanda kutipnya, atau tulis: {mended}",
        "close the quote, or write: {mended}",
    ),
    "about.bad-escape": (
        "Garis miring terbalik dalam tanda kutip ganda",
        "A backslash within double quotes",
    ),
    "problem.bad-escape": (
        "di dalam tanda kutip ganda, garis miring terbalik punya arti khusus",
        "within double quotes a backslash has a special meaning",
    ),
    "hint.bad-escape": ("tulis: {mended}", "write: {mended}"),
    "about.reserved-character": (
        "Teks dimulai dengan tanda yang punya arti khusus",
        "A text starts with a sign that has a special meaning",
    ),
    "problem.reserved-character": (
        "teks ini dimulai dengan tanda yang punya arti khusus, jadi harus diapit tanda kutip",
        "this text starts with a sign that has a special meaning and has to be in quotes",
    ),
    "hint.reserved-character": ("tulis: {mended}", "write: {mended}"),
    "about.open-bracket": (
        "Teks dimulai dengan kurung siku atau kurung kurawal",
        "A text starts with a bracket or brace",
    ),
    "problem.open-bracket": (
        "teks ini dimulai dengan kurung, jadi harus diapit tanda kutip",
        "this text starts with a bracket and has to be in quotes",
    ),
    "problem.open-bracket.unclosed": (
        "kurung ini tidak ditutup",
        "this bracket is not closed",
    ),
    "hint.open-bracket.unclosed": (
        "tulis: {mended}   (atau apit teksnya dengan tanda kutip)",
        "write: {mended}   (or put the text in quotes)",
    ),
    "hint.open-bracket": ("tulis: {mended}", "write: {mended}"),
    "about.missing-colon": ("Baris tanpa kunci", "A line without a key"),
    "problem.missing-colon": (
        "'{value}' bukan kunci: nilai",
        "'{value}' is not of the form key: value",
    ),
    "hint.missing-colon": (
        "tulis kunci, titik dua, spasi, lalu nilainya; bila ini lanjutan baris di atas, "
        "jorokkan dua spasi",
        "write a key, a colon, a space and the value; "
        "if this continues the line above, indent it by two spaces",
    ),
    "about.bad-indent": ("Baris menjorok tidak sejajar", "A line is not aligned with the others"),
    "problem.bad-indent": (
        "'{value}' tidak sejajar dengan baris di atasnya, atau bagian dari teks tanpa tanda kutip",
        "'{value}' does not line up with the lines above, or belongs to a text without quotes",
    ),
    "problem.bad-indent.slip": (
        "'{value}' tidak sejajar dengan kunci di atasnya",
        "'{value}' does not line up with the keys above",
    ),
    "problem.bad-indent.slip-top": (
        "'{value}' tidak sejajar dengan kunci di atasnya",
        "'{value}' does not line up with the keys above",
    ),
    "hint.bad-indent.slip-top": (
        "hapus spasi di depannya",
        "remove the space before it",
    ),
    "hint.bad-indent.slip": (
        "mulai baris ini di kolom {column}: {spaces} spasi di depannya",
        "start this line in column {column}: {spaces} spaces before it",
    ),
    "hint.bad-indent": (
        "kunci yang setara dimulai di kolom yang sama; teks yang memuat titik dua diapit tanda "
        "kutip",
        "keys of one level start in the same column; a text with a colon in it stands in quotes",
    ),
    "about.bad-yaml": ("Baris tidak dapat dibaca sebagai YAML", "A line cannot be read as YAML"),
    "problem.bad-yaml": (
        "baris ini tidak dapat dibaca: '{value}'",
        "this line cannot be read: '{value}'",
    ),
    "hint.bad-yaml": (
        "tulis kunci: nilai; teks yang memuat tanda baca di awal atau titik dua diapit tanda kutip",
        "write key: value; a text that starts with punctuation or has a colon in it stands in "
        "quotes",
    ),
    "about.cut-text": (
        "Tanda `#` memotong teks",
        "A `#` sign cuts off a text",
    ),
    "problem.cut-text": (
        "teks ini terpotong: # setelah spasi dan semua di belakangnya dianggap catatan",
        "this text is cut off: # after a space and all that follows is taken for a comment",
    ),
    "hint.cut-text": (
        "tulis: {mended}   (atau pindahkan catatan ke baris tersendiri)",
        "write: {mended}   (or move the comment to a line of its own)",
    ),
    "hint.cut-text.lines": (
        "apit seluruh teksnya dengan tanda kutip, atau pindahkan catatan ke baris tersendiri",
        "put the whole text in quotes, or move the comment to a line of its own",
    ),
    "about.not-utf8": ("Berkas bukan teks UTF-8", "The file is not UTF-8 text"),
    "problem.not-utf8": (
        "bita ke-{offset} ({byte}) bukan UTF-8; barangkali '{guess}'",
        "the byte at offset {offset} ({byte}) is not UTF-8; perhaps it is '{guess}'",
    ),
    "problem.not-utf8.utf16": (
        "berkas ini UTF-16, bukan UTF-8 (bita ke-{offset} adalah {byte})",
        "this file is UTF-16, not UTF-8 (the byte at offset {offset} is {byte})",
    ),
    "problem.not-utf8.offset": (
        "bita ke-{offset} bukan UTF-8",
        "the byte at offset {offset} is not UTF-8",
    ),
    "hint.not-utf8": (
        "simpan berkas dengan pengodean UTF-8",
        "save the file with the encoding UTF-8",
    ),
    "about.bad-character": (
        "Karakter yang tidak terlihat atau tidak dapat dicetak",
        "A character that cannot be seen or printed",
    ),
    "problem.bad-character": (
        "ada karakter yang tidak dapat dicetak: {names}",
        "there is a character that cannot be printed: {names}",
    ),
    "problem.bad-character.bidi": (
        "ada karakter yang membalik arah tulisan: {names}",
        "there is a character that turns the writing round: {names}",
    ),
    "problem.bad-character.invisible": (
        "ada karakter yang tidak terlihat: {names}",
        "there is a character that cannot be seen: {names}",
    ),
    "problem.bad-character.tag": (
        "ada karakter yang tidak terlihat: {names}",
        "there is a character that cannot be seen: {names}",
    ),
    "hint.bad-character": (
        "hapus, atau ketik ulang kata di sekitarnya; digest check --fix menghapusnya",
        "remove it, or type the words around it again; digest check --fix removes it",
    ),
}
