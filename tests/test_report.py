"""Problems as people and programs read them."""

import json
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft7Validator

from digest import report
from digest.problem import Problem, Span

LINE = "date: 29/13/2023"
BAD_DATE = Problem(Span("content/a.md", 3, 7, 10, LINE), "bad-date", {"value": "29/13/2023"})
WARNING = Problem(
    Span("content/a.md", 2, 1, 1, "x"),
    "mixed-script",
    {"value": "x", "letters": "y", "punycode": "z"},
    "warning",
)


def test_the_form_of_the_interface() -> None:
    """A problem reads as the interface shows it."""
    assert report.text([BAD_DATE], "en") == (
        "content/a.md:3:7: bad-date: '29/13/2023' is not a date\n"
        "  3 | date: 29/13/2023\n"
        "    |       ^^^^^^^^^^\n"
        "    hint: write YYYY-MM-DD, for example 2023-11-29\n"
    )


def test_sorted_by_file_and_place() -> None:
    """Problems come by file, line and column, whatever order they were found in."""
    spans = [Span("b", 1, 1), Span("a", 10, 1), Span("a", 9, 2), Span("a", 9, 1)]
    told = report.text([Problem(each, "empty-item") for each in spans], "en")
    places = [line.split(": ")[0] for line in told.splitlines() if line[0] != " "]
    assert places == ["a:9:1", "a:9:2", "a:10:1", "b:1:1"]


def test_warnings_say_so() -> None:
    """A warning is told from an error at first sight, in both languages."""
    assert report.text([WARNING], "id").startswith("content/a.md:2:1: mixed-script: peringatan: ")
    assert report.text([WARNING], "en").startswith("content/a.md:2:1: mixed-script: warning: ")


@pytest.mark.parametrize(
    ("line", "column", "length", "pad", "carets"),
    [
        ("漢字: 日本", 5, 2, 6, 4),
        ("e\u0301: x", 5, 1, 3, 1),
        ("\t\tx: y", 6, 1, 5, 1),
        ("👍 x", 3, 1, 3, 1),
        ("abc", 4, 1, 3, 1),
        ("abc", 1, 99, 0, 3),
    ],
)
def test_carets_stand_below(line: str, column: int, length: int, pad: int, carets: int) -> None:
    """Carets stand below what they mean, wide, joined and tabbed characters counted as shown."""
    problem = Problem(Span("a", 7, column, length, line), "empty-item")
    _, shown, below, _ = report.text([problem], "en").splitlines()
    assert shown == f"  7 | {line}"
    marks = below.removeprefix("    | ")
    assert (len(marks) - carets, marks.count("^")) == (pad, carets)
    tabs = line[: column - 1].count("\t")
    assert marks.count("\t") == tabs


def test_long_lines_are_cut() -> None:
    """A line of any length is shown around what is wrong in it."""
    line = "x" * 5000 + "BAD" + "y" * 5000
    problem = Problem(Span("a", 1, 5001, 3, line), "empty-item")
    _, shown, below, _ = report.text([problem], "en").splitlines()
    assert len(shown) < 120
    assert shown[below.index("^") : below.rindex("^") + 1] == "BAD"


@settings(deadline=None)
@given(st.text(max_size=60), st.text(max_size=20), st.integers(0, 70), st.integers(1, 70))
def test_nothing_reaches_the_terminal(line: str, value: str, column: int, length: int) -> None:
    """No file name, line or value moves the cursor, turns the writing or starts a line."""
    line = line.replace("\n", "").replace("\r", "")
    problem = Problem(Span(value, 1, column, length, line), "bad-date", {"value": value})
    told = report.text([problem], "id")
    assert len(told.splitlines()) == (4 if line else 2)
    assert not [
        each
        for each in told
        if unicodedata.category(each) in ("Cc", "Cf", "Cs", "Zl", "Zp") and each not in "\n\t"
    ]


def test_whole_files() -> None:
    """A problem of a whole file has a place too, and no excerpt."""
    told = report.text([Problem(Span("a.md", 0), "empty-file")], "en")
    assert told.splitlines()[0].startswith("a.md:1:1: empty-file: ")
    assert " | " not in told


def test_json() -> None:
    """A program gets every problem as an object, sorted, with its fix."""
    fixed = Problem(
        Span("a", 1, 1, 3, "abc"),
        "bad-number",
        {"value": "1,5", "meant": "1.5"},
        fix="1.5",
        variant="comma",
    )
    first, second = json.loads(report.as_json([BAD_DATE, fixed], "en"))
    assert first["fix"] == "1.5"
    assert first["hint"] == "did you mean 1.5?"
    assert second == {
        "path": "content/a.md",
        "line": 3,
        "column": 7,
        "length": 10,
        "code": "bad-date",
        "severity": "error",
        "message": "'29/13/2023' is not a date",
        "hint": "write YYYY-MM-DD, for example 2023-11-29",
        "fix": None,
    }


def test_github() -> None:
    """GitHub shows each problem at its line, whatever is in it."""
    odd = Problem(Span("a,b:c%.md", 3, 7, 10, LINE), "bad-date", {"value": "100%"})
    assert report.github([odd, WARNING], "en").splitlines() == [
        (
            "::error file=a%2Cb%3Ac%25.md,line=3,col=7,endColumn=17,title=bad-date::"
            "'100%25' is not a date%0Awrite YYYY-MM-DD, for example 2023-11-29"
        ),
        (
            "::warning file=content/a.md,line=2,col=1,endColumn=2,title=mixed-script::"
            "'x' has letters of another script: y; punycode: z%0A"
            "such letters only look alike; type the name again"
        ),
    ]


# What SARIF 2.1.0 asks of the parts that we write.
SARIF = {
    "type": "object",
    "required": ["version", "runs"],
    "properties": {
        "version": {"const": "2.1.0"},
        "$schema": {"type": "string", "format": "uri"},
        "runs": {
            "type": "array",
            "minItems": 1,
            "items": {
                "type": "object",
                "required": ["tool", "results"],
                "additionalProperties": False,
                "properties": {
                    "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
                    "tool": {
                        "required": ["driver"],
                        "properties": {
                            "driver": {
                                "required": ["name"],
                                "properties": {
                                    "rules": {
                                        "type": "array",
                                        "uniqueItems": True,
                                        "items": {
                                            "required": ["id"],
                                            "properties": {
                                                "shortDescription": {"required": ["text"]}
                                            },
                                        },
                                    }
                                },
                            }
                        },
                    },
                    "results": {
                        "type": "array",
                        "items": {
                            "required": ["message", "ruleId", "locations"],
                            "properties": {
                                "level": {"enum": ["none", "note", "warning", "error"]},
                                "ruleIndex": {"type": "integer", "minimum": -1},
                                "message": {
                                    "required": ["text"],
                                    "properties": {"text": {"type": "string", "minLength": 1}},
                                },
                                "locations": {
                                    "items": {
                                        "required": ["physicalLocation"],
                                        "properties": {
                                            "physicalLocation": {
                                                "properties": {
                                                    "region": {
                                                        "properties": {
                                                            "startLine": {"minimum": 1},
                                                            "startColumn": {"minimum": 1},
                                                            "endColumn": {"minimum": 1},
                                                        }
                                                    }
                                                }
                                            }
                                        },
                                    }
                                },
                            },
                        },
                    },
                },
            },
        },
    },
}


def test_sarif() -> None:
    """A code scanner takes our log: valid, each result with its rule and place."""
    whole = Problem(Span("berkas baru/é.md", 0), "empty-file")
    log = json.loads(report.sarif([BAD_DATE, WARNING, whole], "en", "0.1.0"))
    Draft7Validator(SARIF).validate(log)
    (run,) = log["runs"]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert rules == ["bad-date", "empty-file", "mixed-script"]
    for result in run["results"]:
        assert rules[result["ruleIndex"]] == result["ruleId"]
    first = run["results"][0]["locations"][0]["physicalLocation"]
    assert first == {"artifactLocation": {"uri": "berkas%20baru/%C3%A9.md"}}
    assert run["results"][1]["level"] == "warning"
    region = run["results"][2]["locations"][0]["physicalLocation"]["region"]
    assert region == {"startLine": 3, "startColumn": 7, "endColumn": 17}


def test_apply() -> None:
    """Every safe mend is made, from right to left, and the rest of the text is left alone."""
    text = "a: x: y\nlat: -6,3 -6,4\nb: c\n"
    fixes = [
        Problem(Span("a", 1, 4, 4, "a: x: y"), "unquoted-colon", fix="'x: y'"),
        Problem(Span("a", 2, 6, 4, ""), "bad-number", fix="-6.3"),
        Problem(Span("a", 2, 11, 4, ""), "bad-number", fix="-6.4"),
        Problem(Span("a", 3, 1, 1, ""), "unknown-key"),
        Problem(Span("a", 0), "empty-file", fix="x"),
        Problem(Span("a", 99), "empty-file", fix="x"),
    ]
    assert report.apply(text, fixes) == "a: 'x: y'\nlat: -6.3 -6.4\nb: c\n"
    assert report.apply(text, [*fixes, fixes[0]]) == "a: 'x: y'\nlat: -6.3 -6.4\nb: c\n"
    assert report.apply(text, []) == text
