"""Bounded cost: rows 12 to 14 of the promises, for the families of bodies that `bench` measures.

Growth is counted in steps of the program, which are the same on any machine, however busy.
"""

import math
from time import process_time

import pytest
from lxml import html as lxml_html

from bench.reading import SHAPES, SIZE, UNITS
from digest import markdown
from digest.frontmatter import BODY
from promised import steps

FAMILIES = tuple(filter(None, UNITS))
SMALL, LARGE = 600, 2400
GROWTH = 1.3  # the exponent of the steps taken; 1 is linear
PATIENCE = 5.0  # seconds of processor time; alone on a machine, each takes less than one


def read(body: str) -> tuple[list[str], str]:
    """Check a body and render it, as a build does; return the codes of problems and the HTML."""
    found = [problem.code for problem in markdown.problems(body, "a.md", 1)]
    return found, "" if found else markdown.html(body)


def test_there_are_sixty_families() -> None:
    """Whatever an article contains, its kind has been tried."""
    assert len(set(FAMILIES)) + len(SHAPES) >= 60
    assert SIZE == BODY


@pytest.mark.parametrize("unit", FAMILIES)
def test_growth(unit: str) -> None:
    """A body that is four times as long takes about four times as many steps."""
    read(unit)  # what is made once is not counted
    few, many = (
        steps(lambda size=size: read((unit * size)[:size]))  # type: ignore[misc] # bound now
        for size in (SMALL, LARGE)
    )
    assert few > 0
    assert math.log(many / few, LARGE / SMALL) < GROWTH


def test_growth_is_noticed() -> None:
    """The measure of growth convicts what is quadratic."""

    def squared(size: int) -> None:
        for _ in range(size):
            for _ in range(size):
                pass

    assert math.log(steps(lambda: squared(200)) / steps(lambda: squared(50)), 4) > GROWTH


@pytest.mark.slow
@pytest.mark.parametrize("name", [*map(repr, FAMILIES), *SHAPES])
def test_cost_at_the_cap(name: str) -> None:
    """The longest body there may be is read or refused soon, and never grows without bound."""
    bodies = SHAPES | {repr(unit): (unit * SIZE)[:SIZE] for unit in FAMILIES}
    start = process_time()
    found, markup = read(bodies[name][:SIZE])
    assert process_time() - start < PATIENCE
    assert found or len(markup) <= markdown.OUTPUT


@pytest.mark.parametrize(
    "body",
    [
        f"[a]: https://contoh.example/{'u' * 5000}\n\n{'[a] ' * 2100}",
        "|".join("a" * 300) + "\n" + "|".join("-" * 300) + "\n" + "a\n" * 3000,
    ],
)
def test_small_text_makes_no_large_page(body: str) -> None:
    """Sixteen kilobytes that would become ten megabytes are a problem."""
    assert len(body) < SIZE // 4
    found, _ = read(body)
    assert found
    assert set(found) <= {"too-large", "too-complex"}


@pytest.mark.parametrize("unit", ["> ", "- ", "1. ", "* > ", "> 1. ", "  - "])
@pytest.mark.parametrize("depth", [5, 9, 10, 11, 19, 20, 21, 60, 1000])
def test_no_word_is_lost_in_depth(unit: str, depth: int) -> None:
    """What lies too deep is a problem; all else is in the text of the page."""
    lines = [f"{unit * level}kata{level}z" for level in (depth, depth - 1, 1)]
    found, markup = read("\n\n".join(lines))
    if found:
        assert set(found) <= {"too-deep", "too-complex"}
        return
    text = "".join(lxml_html.fragment_fromstring(markup, create_parent="div").itertext())
    for level in (depth, depth - 1, 1):
        assert f"kata{level}z" in text
