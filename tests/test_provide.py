"""Outside tools: found, installed, or missed in one line with the reason."""

import sys
from pathlib import Path

import pytest

import provide
from provide import Tool


def tool(marker: Path, *installers: tuple[str, ...]) -> Tool:
    """Return a tool that is there when MARKER is."""
    return Tool("a sundial", marker.exists, installers, "tests of noon")


def writing(marker: Path) -> tuple[str, ...]:
    """Return an installer that works."""
    return (sys.executable, "-c", f"open({str(marker)!r}, 'w').close()")


FAILING = (sys.executable, "-c", "import sys; sys.exit('first line\\nno network')")


def test_what_is_there_is_left_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing is installed, and nothing said, on a machine that has all it needs."""
    assert provide.provide(tool(tmp_path, FAILING)) is None
    assert capsys.readouterr() == ("", "")


def test_what_is_missing_is_installed(tmp_path: Path) -> None:
    """A contributor need not know what tests lean on; one installer follows another."""
    marker = tmp_path / "tool"
    assert provide.provide(tool(marker, FAILING, writing(marker), FAILING)) is None
    assert marker.exists()


@pytest.mark.parametrize(
    ("installers", "reason"),
    [
        ((), "no installer that this user may run"),
        ((FAILING,), "no network"),
        ((("a-program-that-is-nowhere",),), "a-program-that-is-nowhere"),
    ],
)
def test_what_cannot_be_installed_is_one_line(
    tmp_path: Path, installers: tuple[tuple[str, ...], ...], reason: str
) -> None:
    """A contributor reads in one line what is missing, why, and what is not tested for it."""
    said = provide.provide(tool(tmp_path / "tool", *installers))
    assert said
    assert "\n" not in said
    assert said.startswith("Without a sundial (")
    assert reason in said
    assert said.endswith("these are skipped: tests of noon.")


def test_an_installer_that_lies_is_not_believed(tmp_path: Path) -> None:
    """A tool counts as there when it is there, not when its installer says so."""
    done = (sys.executable, "-c", "")
    assert provide.provide(tool(tmp_path / "tool", done))
