"""The docs: whatever can be typed, and whatever can be said, is explained.

In: the parser, the schemas, the catalogue, the metadata. Out: what the docs leave out.
"""

import argparse
import json
import re
import tomllib
from collections.abc import Iterator

import pytest

from built import digest
from digest.catalogue import MESSAGES
from digest.cli import parser
from tools import ROOT

DOCS = ROOT / "docs"


def docs(name: str) -> str:
    """Return one page of the docs."""
    return (DOCS / name).read_text("utf-8")


def verbs() -> dict[str, argparse.ArgumentParser]:
    """Return each verb with its parser."""
    for action in parser()._actions:  # noqa: SLF001 - argparse shows its parts in no other way
        if isinstance(action, argparse._SubParsersAction):  # noqa: SLF001 - likewise
            return dict(action.choices)
    raise AssertionError("the command has no verbs")


def options(verb: argparse.ArgumentParser) -> Iterator[str]:
    """Yield what can be typed after a verb, but for `--help`."""
    for action in verb._actions:  # noqa: SLF001 - argparse shows its parts in no other way
        if not isinstance(action, argparse._HelpAction):  # noqa: SLF001 - likewise
            yield from [text for text in action.option_strings if text.startswith("--")]
            yield from map(str, action.choices or () if action.option_strings else ())


def section(page: str, title: str) -> str:
    """Return the part of a page below the heading that names TITLE."""
    pattern = rf"^(#+) [^\n]*`{re.escape(title)}\b[^\n]*$(.*?)(?=^#|\Z)"
    found = re.search(pattern, page, re.MULTILINE | re.DOTALL)
    assert found, f"no heading for `{title}`"
    return found[2]


@pytest.mark.parametrize("verb", verbs())
def test_every_verb_and_option_is_documented(verb: str) -> None:
    """An editor finds every word of the command explained."""
    part = section(docs("cli.md"), f"digest {verb}")
    missing = {
        text for text in options(verbs()[verb]) if not re.search(rf"\b{text}\b|{text}`", part)
    }
    assert missing == set()


def test_the_options_of_the_command_itself_are_documented() -> None:
    """The options that go before a verb are explained as well."""
    whole = parser()
    page = docs("cli.md")
    assert {text for text in options(whole) if f"`{text}" not in page} - set(verbs()) == set()


def keys(schema: object) -> Iterator[str]:
    """Yield every key that a schema knows, at every depth."""
    if isinstance(schema, dict):
        yield from schema.get("properties", {})
        for part in schema.values():
            yield from keys(part)
    elif isinstance(schema, list):
        for part in schema:
            yield from keys(part)


def words(schema: object) -> Iterator[str]:
    """Yield every fixed word that a schema allows as a value."""
    if isinstance(schema, dict):
        yield from (word for word in schema.get("enum", ()) if isinstance(word, str))
        for part in schema.values():
            yield from words(part)
    elif isinstance(schema, list):
        for part in schema:
            yield from words(part)


@pytest.mark.parametrize(("what", "page"), [("entry", "entry.md"), ("site", "*.md")])
def test_every_key_and_word_is_documented(what: str, page: str) -> None:
    """An editor finds every key, and every word that it takes, explained."""
    schema = json.loads(digest("schema", what))
    text = "\n".join(path.read_text("utf-8") for path in DOCS.glob(page))
    found = set(keys(schema)) | set(words(schema))
    assert found
    assert {name for name in found if f"`{name}`" not in text} == set()


def problems() -> dict[str, list[str]]:
    """Return each problem's code with all that it may say, in English."""
    said: dict[str, list[str]] = {}
    for key, (_, english) in MESSAGES.items():
        if key.startswith("problem."):
            said.setdefault(key.split(".")[1], []).append(english)
    return said


CODES = sorted(problems())


def test_there_are_problems_to_document() -> None:
    """The list of problems below is not empty by mistake."""
    assert len(CODES) > 20


@pytest.mark.parametrize("code", CODES)
def test_every_problem_is_documented(code: str) -> None:
    """An editor who meets a problem finds it explained, with a way out."""
    part = section(docs("problems.md"), code)
    assert [words for words in problems()[code] if words not in part] == []
    hints = [key for key in MESSAGES if key == f"hint.{code}" or key.startswith(f"hint.{code}.")]
    assert hints


def test_every_message_is_in_both_languages() -> None:
    """Nobody meets a word of the other language."""
    for key, (indonesian, english) in MESSAGES.items():
        assert indonesian.strip(), key
        assert english.strip(), key
        given, named = (set(re.findall(r"{(\w+)", words)) for words in (indonesian, english))
        # English has a form for one, which need not say how many.
        assert given - named <= ({"count"} if key.endswith(".one") else set()), key
        assert named <= given, key


def test_every_dependency_has_its_reason() -> None:
    """Whoever has to trust a dependency reads what it is for."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    groups = [
        project["project"]["dependencies"],
        *project["project"]["optional-dependencies"].values(),
        *project["dependency-groups"].values(),
        project["build-system"]["requires"],
    ]
    named = {re.split(r"[\[<>=~! ]", line)[0] for group in groups for line in group}
    text = docs("adr/0002-dependencies.md")
    assert {name for name in named if f"`{name}`" not in text} == set()


def test_the_locks_name_no_host() -> None:
    """An installation asks the registry of whoever installs, and checks what it gets."""
    for path in sorted((ROOT / "requirements").glob("*.txt")):
        text = path.read_text("utf-8")
        assert not re.search(r"https?://|--(?:extra-)?index-url|--find-links", text), path
        pins = re.findall(r"^[a-z0-9._-]+==", text, re.MULTILINE)
        assert len(pins) > 0
        assert len(re.findall(r"==[^\\]*\\\n +--hash=sha256:", text)) == len(pins), path
    lock = json.loads((ROOT / "tests/judges/package-lock.json").read_text("utf-8"))
    for name, package in lock["packages"].items():
        assert "resolved" not in package, name
        assert not name or "integrity" in package, name


def test_every_document_links_to_what_is_there() -> None:
    """A reader of the docs follows no link to nothing."""
    pages = [*ROOT.glob("*.md"), *DOCS.rglob("*.md")]
    for page in pages:
        words = re.sub(r"(?ms)^```.*?^```", "", page.read_text("utf-8"))  # examples link nowhere
        for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", words):
            assert (page.parent / target).exists(), f"{page.relative_to(ROOT)}: {target}"


def test_the_mistake_of_the_readme_reads_as_shown() -> None:
    """Whoever meets a first mistake finds it told in the words that the README has prepared for."""
    shown = (ROOT / "README.md").read_text("utf-8")
    hint = MESSAGES["hint.bad-date"][0]
    assert f"hint: {hint}\n" in shown
    assert MESSAGES["problem.bad-date"][0].format(value="29/13/2023") in shown
