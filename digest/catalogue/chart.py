"""Words of the pictures, and of what is wrong with a site's own gazetteer or shapes."""

from typing import Final

MESSAGES: Final[dict[str, tuple[str, str]]] = {
    "chart.events.one": ("{count} peristiwa", "{count} event"),
    "chart.events.many": ("{count} peristiwa", "{count} events"),
    "chart.meetings.one": ("{count} kali bertemu", "met once"),
    "chart.meetings.many": ("{count} kali bertemu", "met {count} times"),
    "chart.names.one": ("{count} nama", "{count} name"),
    "chart.names.many": ("{count} nama", "{count} names"),
    "chart.map.label": (
        "Peta: {events}, kabupaten dan kota: {regencies}. Datanya ada di tabel",
        "Map: {events}, regencies: {regencies}. The table has the same data",
    ),
    "chart.legend.more": ("{count} atau lebih", "{count} or more"),
    "chart.strip.label": (
        "{events} dari {first} sampai {last}. Datanya ada di tabel",
        "{events} from {first} to {last}. The table has the same data",
    ),
    "chart.network.label": (
        "{name} bertemu dengan {names}. Datanya ada di tabel",
        "{name} has met {names}. The table has the same data",
    ),
    "gazetteer.unreadable": (
        "berkas ini bukan daftar wilayah: {reason}",
        "this file is no gazetteer: {reason}",
    ),
    "gazetteer.twice": (
        "{field} '{value}' dipakai dua kali dalam daftar wilayah",
        "{field} '{value}' stands twice in the gazetteer",
    ),
    "gazetteer.unknown": (
        "{field}: kode '{value}' tidak ada dalam daftar wilayah",
        "{field}: the gazetteer has no code '{value}'",
    ),
    "gazetteer.slug": (
        "'{value}' tidak dapat menjadi bagian alamat: hanya a–z, 0–9, dan tanda hubung",
        "'{value}' cannot be part of an address: only a–z, 0–9 and hyphens",
    ),
    "shapes.unreadable": (
        "berkas bentuk wilayah bukan TopoJSON yang berisi poligon: {reason}",
        "the file of shapes is no TopoJSON of polygons: {reason}",
    ),
    "shapes.nameless": (
        "tidak ada bentuk yang `id` atau `properties.code`-nya kode wilayah",
        "no shape has a regency's code as its `id` or `properties.code`",
    ),
    "shapes.degrees": (
        "bentuk wilayah harus dalam derajat bujur dan lintang",
        "shapes must be in degrees of longitude and latitude",
    ),
}
