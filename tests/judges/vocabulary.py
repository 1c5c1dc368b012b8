"""Judge of JSON-LD against schema.org's own vocabulary, as types that a compiler checks.

In: pages with JSON-LD. Out: complaints. A name that schema.org does not define for a type, or a
value of another type than it allows, does not compile.
"""

import json
import re
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from lxml import html

from judges import markup

CONTEXT = "https://schema.org"
DATES = {"startDate", "endDate", "datePublished", "dateModified", "dateCreated"}
ISO = re.compile(r"\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d)?([+-]\d\d:\d\d|Z))?")
ADDRESSES = {"url", "image", "contentUrl", "archivedAt", "mainEntityOfPage"}
OPTIONS = {
    "strict": True,
    "noEmit": True,
    "skipLibCheck": True,
    "target": "es2022",
    "module": "nodenext",
    "moduleResolution": "nodenext",
    "types": [],
}

Json = dict[str, object]


def blocks(page: bytes) -> list[str]:
    """Return the JSON-LD of a page, as text."""
    scripts = html.document_fromstring(page).iter("script")
    return [script.text or "" for script in scripts if script.get("type") == "application/ld+json"]


def judge(found: Mapping[str, Sequence[str]], place: Path, node: Path, modules: Path) -> list[str]:
    """Return what is wrong with the JSON-LD of each page, a mapping of names to blocks.

    PLACE is a folder that may be written to; MODULES holds schema-dts and typescript.
    """
    complaints: list[str] = []
    lines = ['import type { Graph, Thing, WithContext } from "schema-dts";']
    names = [""]
    for name, texts in found.items():
        for text in texts:
            try:
                data = json.loads(text)
            except ValueError as error:
                complaints.append(f"{name}: does not parse: {error}")
                continue
            complaints += [f"{name}: {complaint}" for complaint in _values(data)]
            kind = "Graph" if "@graph" in data else "WithContext<Thing>"
            written = json.dumps(_constrained(data), ensure_ascii=True)
            lines.append(f"export const page{len(names)}: {kind} = {written};")
            names.append(name)
    return complaints + _compile(lines, names, place, node, modules)


def _compile(
    lines: list[str], names: list[str], place: Path, node: Path, modules: Path
) -> list[str]:
    (place / "pages.ts").write_text("\n".join(lines), "utf-8")
    paths = {"schema-dts": [str(modules / "schema-dts")]}
    options = {"compilerOptions": OPTIONS | {"paths": paths}, "files": ["pages.ts"]}
    (place / "tsconfig.json").write_text(json.dumps(options), "utf-8")
    command = (node, modules / "typescript" / "bin" / "tsc", "--pretty", "false")
    done = subprocess.run(
        tuple(map(str, command)), capture_output=True, text=True, check=False, cwd=place
    )
    if done.returncode == 0:
        return []
    errors = re.findall(r"^pages\.ts\((\d+),\d+\): error (.*)$", done.stdout, re.MULTILINE)
    assert errors, done.stdout + done.stderr
    return [f"{names[int(line) - 1]}: {message[:300]}" for line, message in errors]


def _constrained(data: object) -> object:
    """Return the data with `x-input`, which says how `x` is filled in, as a value of `x`."""
    if isinstance(data, dict):
        return {str(k).removesuffix("-input"): _constrained(v) for k, v in data.items()}
    if isinstance(data, list):
        return [_constrained(value) for value in data]
    return data


def _values(data: Json) -> Iterator[str]:
    if data.get("@context") != CONTEXT:
        yield f"@context is {data.get('@context')!r}"
    for name, value in _walk(data):
        if name in DATES and not (isinstance(value, str) and ISO.fullmatch(value)):
            yield f"{name} is {value!r}"
        if name in ADDRESSES and isinstance(value, str) and not markup.absolute(value):
            yield f"{name} is {value!r}, not a whole address"
        if value in ("", None, [], {}):
            yield f"{name} is empty"


def _walk(data: object) -> Iterator[tuple[str, object]]:
    if isinstance(data, dict):
        for name, value in data.items():
            yield str(name), value
            yield from _walk(value)
    elif isinstance(data, list):
        for value in data:
            yield from _walk(value)
