"""Each problem code has a readable case and a page; see `tests/problems/`.

A case is three parts: a title, an input with its path, the report. `python tests/test_problems.py`
writes `docs/problems.md` anew.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from digest import catalogue, config, decode, person, regency, report
from digest.catalogue.problem import MESSAGES as OWN
from digest.problem import Problem

ROOT = Path(__file__).parent.parent
CASES = sorted((ROOT / "tests/problems").glob("*.txt"))
CONFIG = b"""\
title: Contoh
description: Situs contoh.
base_url: https://example.org
id_authority: example.org,2023
"""
SEPARATOR = re.compile(r"^=====(.*)\n", re.MULTILINE)
REPEAT = re.compile(r"«(.+?)×(\d+)»", re.DOTALL)
ESCAPE = re.compile(r"\\u([0-9a-f]{4})")


def parts(case: Path) -> tuple[str, str, list[str], str, str]:
    """Return title, path, flags, input and expected report of a case."""
    title, head, text, _, expected = SEPARATOR.split(case.read_text(encoding="utf-8"))
    path, *flags = head.split()
    text = REPEAT.sub(lambda match: match[1] * int(match[2]), text)
    if "escaped" in flags:
        text = ESCAPE.sub(lambda match: chr(int(match[1], 16)), text)
    return title.strip(), path, flags, text, expected


def problems(path: str, data: bytes) -> tuple[Problem, ...]:
    """Return every problem of a file, read as its path says."""
    gazetteer = regency.load()
    if path == "site.yaml":
        return config.parse(path, data)[1]
    if "_registry" in path:
        return person.parse({Path(path).stem: (path, data)}, gazetteer)[1]
    settings, _ = config.parse("site.yaml", CONFIG)
    assert settings
    return decode.entries(path, data, gazetteer, settings)[1]


def told(case: Path) -> str:
    """Return the report that the input of a case gets."""
    _, path, flags, text, _ = parts(case)
    data = text.encode(
        "cp1252" if "cp1252" in flags else "utf-16" if "utf-16" in flags else "utf-8"
    )
    return report.text(problems(path, data), "en" if "en" in flags else "id")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_case(case: Path) -> None:
    """An editor is told exactly this, and each case tells of the code it is named after."""
    expected = parts(case)[4]
    assert told(case) == expected
    assert f": {case.stem.rpartition('-')[0]}: " in expected


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_fixes_mend(case: Path) -> None:
    """What `check --fix` changes is no problem afterwards, and nothing new is wrong."""
    _, path, flags, text, _ = parts(case)
    if {"cp1252", "utf-16"} & set(flags):
        return
    before = problems(path, text.encode())
    for _ in range(20):
        found = problems(path, text.encode())
        if all(each.fix is None for each in found):
            break
        text = report.apply(text, found)
    assert all(each.fix is None for each in found)
    left = {each.code for each in before if each.fix is None}
    assert {each.code for each in found} <= left | {"expected-text", "missing-key"}


def codes(messages: dict[str, tuple[str, str]]) -> set[str]:
    """Return the codes that have a message."""
    return {key.split(".")[1] for key in messages if key.startswith("problem.")}


def test_every_code_has_a_case() -> None:
    """No problem of a file is told in words that nobody has ever read in context."""
    assert codes(OWN) == {case.stem.rpartition("-")[0] for case in CASES}


def test_every_code_is_documented() -> None:
    """An editor finds every code in docs/problems.md."""
    page = (ROOT / "docs/problems.md").read_text(encoding="utf-8")
    headings = set(re.findall(r"^### `(.+)`$", page, re.MULTILINE))
    assert headings == codes(catalogue.MESSAGES), "run: python tests/test_problems.py"


def told_of() -> Iterator[tuple[str, str]]:
    """Give each code that the program may tell of, with its variant, from the sources."""
    for path in (ROOT / "digest").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                position = {"Fault": 0, "Refused": 0, "Problem": 1}.get(node.func.id, 99)
                given = [each.value for each in node.args if isinstance(each, ast.Constant)]
                if len(node.args) > position and isinstance(node.args[position], ast.Constant):
                    code, *variants = [each for each in given if isinstance(each, str)]
                    yield code, variants[0] if variants else ""


def test_every_code_has_words() -> None:
    """No editor is ever told a bare code."""
    found = dict.fromkeys(told_of())
    assert len(found) > 60
    for code, variant in found:
        assert f"problem.{code}" in catalogue.MESSAGES
        assert (
            f"hint.{code}" in catalogue.MESSAGES or f"hint.{code}.{variant}" in catalogue.MESSAGES
        )


@pytest.mark.parametrize("key", sorted(OWN))
def test_both_languages_say_the_same(key: str) -> None:
    """An English editor is told of the same values as an Indonesian one."""
    indonesian, english = (sorted(set(re.findall(r"{\w+}", each))) for each in OWN[key])
    assert indonesian == english


INTRODUCTION = """\
# Problems

Everything `digest check` and `digest build` may say about a file, by code. Codes are stable. An
error stops a build; what says *warning* does not. Words in braces stand for what was typed.
Examples are the tests under `tests/problems/`; `language` in `site.yaml` chooses between
Indonesian and English.
"""


def listing() -> str:
    """Write the text of docs/problems.md."""
    return "\n".join([INTRODUCTION, *(section(code) for code in sorted(codes(catalogue.MESSAGES)))])


def section(code: str) -> str:
    """Write about one code: what it is, what is said, what to do, an example."""
    lines = [f"### `{code}`\n"]
    if about := catalogue.MESSAGES.get(f"about.{code}"):
        lines.append(f"{about[1]}.\n")
    told_of = [f"- says: {each}\n" for each in words("problem", code)]
    lines.append("".join(told_of + [f"- hint: {each}\n" for each in words("hint", code)]))
    for case in CASES:
        if case.stem == f"{code}-1":
            title, _, _, _, expected = parts(case)
            blocks = re.split(r"\n(?=\S)", expected.rstrip())
            block = next(each for each in blocks if f": {code}: " in each)
            lines.append(f"{title}:\n\n```text\n{block}\n```\n")
    return "\n".join(lines)


def words(prefix: str, code: str) -> list[str]:
    """Give the English wordings of a code, without repeats."""
    keys = (f"{prefix}.{code}", f"{prefix}.{code}.")
    found = [
        each[1]
        for key, each in catalogue.MESSAGES.items()
        if key == keys[0] or key.startswith(keys[1])
    ]
    return list(dict.fromkeys(found))


if __name__ == "__main__":
    (ROOT / "docs/problems.md").write_text(listing(), encoding="utf-8")
