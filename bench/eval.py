"""Measure `digest draft` as a user would run it, field by field, against gold readings.

    python bench/eval.py [--articles DIR] [--json] [--errors] [--write]

In: a folder of articles, `NAME.txt` or `NAME.html`, each with `NAME.yaml` beside it.
Out: a table of the metrics that docs/eval.md explains; with --errors what went wrong; with
--write the table in docs/eval.md, where our own articles and others have a place each. The
program runs in an empty site, so that no registry helps.
"""

import argparse
import json
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from html import unescape
from pathlib import Path
from typing import Any

import yaml

from bench import score
from digest.draft import html
from digest.draft import source as texts
from digest.draft.model import Article

HERE = Path(__file__).resolve().parent
PAGE = HERE.parent / "docs" / "eval.md"
GAZETTEER = HERE.parent / "digest" / "data" / "regencies.json"
OURS = HERE / "articles"
MARK, OTHER_MARK = "<!-- table -->", "<!-- practice -->"
BATCH_TARGET, COLD_TARGET = 150, 400  # milliseconds
COLD_RUNS = 5
SITE = """\
title: Eval
description: An empty site.
base_url: https://example.org
id_authority: example.org,2026
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program over the articles, print the table, and return the exit status.

    0 when there is something to score, 1 when the program drafted nothing, 2 for a wrong folder.
    """
    options = _options(arguments)
    sources = articles(options.articles)
    if not sources:
        print(f"no article with its gold in {options.articles}", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "site.yaml").write_text(SITE, encoding="utf-8")
        (root / "content").mkdir()
        drafts, batch = _batch(root, sources)
        cold = _cold(root, sources)
    if not drafts:
        return 1
    areas = _areas()
    cases = [
        score.Case(
            source.name,
            plain(source),
            reading(source),
            drafts.get(str(source), {}),
            areas,
        )
        for source in sources
    ]
    marks = [mark for case in cases for mark in score.judge(case)]
    rows = score.rows(marks)
    print(_json(rows, batch, cold) if options.json else table(rows, batch, cold))
    if options.errors:
        print(faults(marks))
    if options.write:
        mark = MARK if options.articles.resolve() == OURS else OTHER_MARK
        write(PAGE, mark, f"{len(cases)} articles.\n\n{table(rows, batch, cold)}")
    return 0


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Score `digest draft` against gold readings.")
    parser.add_argument("--articles", type=Path, default=OURS, metavar="DIR")
    parser.add_argument("--json", action="store_true", help="figures for a program")
    parser.add_argument("--errors", action="store_true", help="also what went wrong")
    parser.add_argument("--write", action="store_true", help=f"also into docs/{PAGE.name}")
    return parser.parse_args(arguments)


def articles(folder: Path) -> list[Path]:
    """Return the articles that have a gold reading beside them, in the order of their names."""
    return sorted(
        path
        for path in folder.glob("*")
        if path.suffix in {".txt", ".html"} and path.with_suffix(".yaml").is_file()
    )


def reading(source: Path) -> dict[str, Any]:
    """Return the gold reading beside an article, every value as text."""
    text = source.with_suffix(".yaml").read_text("utf-8")
    gold: dict[str, Any] = yaml.load(text, yaml.BaseLoader)  # noqa: S506 - it reads text only
    return gold


def article(source: Path) -> Article:
    """Read an article as the program does."""
    read = html.article if source.suffix == ".html" else texts.article
    return read(source.read_bytes())


def plain(source: Path) -> str:
    """Return what an article says: the file, or a page without its markup."""
    text = source.read_text("utf-8")
    if source.suffix == ".txt":
        return text
    return unescape(re.sub(r"(?s)<(script|style)\b.*?</\1>|<[^>]*>", " ", text))


def _areas() -> frozenset[str]:
    names = json.dumps(json.loads(GAZETTEER.read_text("utf-8")), ensure_ascii=False)
    return frozenset(re.findall(r"[^\W\d_]+", names.casefold()))


def _command(root: Path, sources: Sequence[Path]) -> list[str]:
    program = Path(sys.executable).with_name("digest")
    return [str(program), "-q", "--root", str(root), "draft", "--json", *map(str, sources)]


def _batch(root: Path, sources: Sequence[Path]) -> tuple[dict[str, Any], float]:
    """Return the drafts by source, and the milliseconds an article took in one run for all."""
    begin = time.perf_counter()
    run = subprocess.run(_command(root, sources), capture_output=True, text=True, check=False)
    spent = (time.perf_counter() - begin) * 1000 / len(sources)
    drafts = [json.loads(line) for line in run.stdout.splitlines() if line.startswith("{")]
    if len(drafts) < len(sources):
        print(f"{len(drafts)} drafts of {len(sources)} articles\n{run.stderr}", file=sys.stderr)
    return {draft["source"]: draft for draft in drafts}, spent


def _cold(root: Path, sources: Sequence[Path]) -> float:
    """Return the milliseconds one article takes a new process, in the median."""
    spent = []
    for source in list(sources)[:: max(1, len(sources) // COLD_RUNS)][:COLD_RUNS]:
        begin = time.perf_counter()
        subprocess.run(_command(root, [source]), capture_output=True, check=False)
        spent.append((time.perf_counter() - begin) * 1000)
    return statistics.median(spent)


def table(rows: Sequence[score.Row], batch: float, cold: float) -> str:
    """Return the figures as a Markdown table."""
    lines = ["| metric | reached | target | of |", "|---|---:|---:|---:|"]
    for row in rows:
        target = "" if row.target is None else f"{row.target:.2f}"
        lines.append(f"| {row.metric} | {row.value:.3f} | {target} | {row.of} |")
    lines.append(f"| ms an article, in a batch | {batch:.0f} | {BATCH_TARGET} | |")
    lines.append(f"| ms an article, cold start | {cold:.0f} | {COLD_TARGET} | |")
    return "\n".join(lines)


def _json(rows: Sequence[score.Row], batch: float, cold: float) -> str:
    figures: dict[str, float] = {row.metric: round(row.value, 4) for row in rows}
    return json.dumps(figures | {"batch_ms": round(batch, 1), "cold_ms": round(cold, 1)})


def faults(marks: Sequence[score.Mark]) -> str:
    """Return what went wrong, a line a fault, by metric and article."""
    order = {metric: number for number, metric in enumerate(score.ORDER)}
    wrong = sorted((m for m in marks if not m.right), key=lambda m: (order[m.metric], m.case))
    return "\n".join(
        f"{mark.metric}: {mark.case}: wanted {mark.wanted!r}, found {mark.found!r}"
        for mark in wrong
    )


def write(page: Path, mark: str, text: str) -> None:
    """Put `text` between the two marks of `page`, which must be there."""
    before, _, after = page.read_text("utf-8").split(mark)
    page.write_text(f"{before}{mark}\n\n{text}\n\n{mark}{after}", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
