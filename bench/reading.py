"""How long reading takes: one entry by stage, and the slowest bodies of 64 KB.

In: an invented entry and families of pathological Markdown. Out: a table, microseconds of CPU time
for the entry, seconds and the growth when a body is twice as long. Run: python bench/reading.py
"""

from collections.abc import Callable
from time import process_time

import yaml

from digest import decode, frontmatter, markdown, regency
from digest.config import Config

PATH = "content/2023-11-29-contoh.md"
PARTICIPANT = """\
  - name: Nama Contoh
    title: AKBP
    position: Jabatan Contoh
    organisation: Lembaga Contoh
    role: speaker
"""
ENTRY = f"""\
---
id: contoh-1
title: Rapat contoh membahas persiapan acara bersama di aula
date: 2023-11-29
time: 09.00
kind: dialogue
mode: online
places:
  - regency: Kabupaten Indramayu
    district: Indramayu
    venue: Aula Contoh
participants:
{PARTICIPANT * 3}topics: [contoh, rapat]
sources:
  - url: https://contoh.example/berita/rapat-contoh-di-aula
    publisher: Contoh
    title: Rapat Contoh di Aula
    author: Penulis Contoh
    published: 2023-11-29
summary: Rapat contoh di aula membahas persiapan acara bersama dan pembagian tugas panitia.
published: 2023-11-30T08.15 WIB
---

Isi contoh, satu alinea.
"""
SIZE = 64 * 1024
UNITS = (
    "[|[a](|![|*|_|**a|*a|a**b|_a_|`|``a|<|<a|&|&amp;|\\|>|> |- |* |1. |#|# a\n|[a]: b\n|[a]\n|a\n"
    "|~~~\n|```\n|    a\n|\n|a  \n|---\n|===\n|[a][b]|[](|[[a](b)|](|<http:|<!--|<?|<![CDATA[|*a_ "
    '|a*_|***|~~|[a]("|(|"|\'|\t|- a\n|-\n|>\n|> - |- > |\\[|![[]()|[a](<b|a&b;|&#|&#x|x |é|漢|<a@b'
    "|- - a\n|1) a\n\n|*_*_|[^a]|!a[|`a``b```c|a\n- |> a\n\n|* a\n\n  |[a]:\n|\\\n|&copy;|a<b>c|a`"
).split("|")
SHAPES = {
    "brackets and back": "[" * 3999 + "]" * 3999,
    "growing ticks": "".join("`" * n + " " for n in range(1, 360)),
    "one long address": f"[a]: /{'u' * 30000}\n\n{'[a] ' * 3990}",
    "wide table": "|".join("a" * 8000) + "\n" + "|".join("-" * 8000) + "\n" + "a\n" * 8000,
    "many tables": "|a|\n|-|\n|b|\n\n" * 5000,
    "deep list": "\n".join("  " * n + "- a" for n in range(250)),
    "lazy lines": "> " * 90 + "\n" + "a\n" * 20000,
    "stars": "*" * 30000 + "a" + "*" * 30000,
    "late underline": "a\n" * 30000 + "===",
}


def once(action: Callable[[], object]) -> float:
    """Return the seconds of CPU time that one call takes."""
    start = process_time()
    action()
    return process_time() - start


def microseconds(action: Callable[[], object], times: int = 200, rounds: int = 7) -> float:
    """Return the best mean of several rounds."""
    best = min(once(lambda: [action() for _ in range(times)]) for _ in range(rounds))
    return best / times * 1e6


def entry() -> None:
    """Print what one entry takes."""
    data = ENTRY.encode()
    header = ENTRY.split("---")[1]
    gazetteer = regency.load()
    config = Config(
        title="",
        description="",
        base_url="https://contoh.example",
        id_authority="contoh.example,2023",
    )
    for name, action in {
        "events of the parser": lambda: list(yaml.parse(header, Loader=yaml.CSafeLoader)),
        "located text": lambda: frontmatter.parse(PATH, data, "md"),
        "entry, problems checked": lambda: decode.entries(PATH, data, gazetteer, config),
        "CSafeLoader, for comparison": lambda: yaml.load(header, Loader=yaml.CSafeLoader),
    }.items():
        print(f"{microseconds(action):8.0f} µs  {name}")


def body(text: str) -> float:
    """Return the seconds that checking a body, and rendering it if it may be, take."""
    return once(lambda: markdown.problems(text, PATH, 1) or markdown.html(text))


def bodies() -> None:
    """Print the slowest bodies."""
    shapes = SHAPES | {repr(unit): (unit * SIZE)[:SIZE] for unit in UNITS if unit}
    found = [(body(text), body(text[: len(text) // 2]), name) for name, text in shapes.items()]
    for whole, half, name in sorted(found, reverse=True)[:12]:
        print(f"{whole:8.2f} s   {name}; {whole / half:.1f} times its half")


if __name__ == "__main__":
    entry()
    bodies()
