"""Find or install the outside tools of the tests; run by `make test` before pytest.

In: this machine. Out: one line on standard error for each tool that is missing, with the reason.
It never fails: a test whose tool is missing skips and says so.
"""

import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from typing import NamedTuple

import tools

LIMIT = 600  # seconds that one installer may take


class Tool(NamedTuple):
    """One thing tests lean on."""

    name: str  # as a person calls it
    present: Callable[[], bool]  # is it here already?
    installers: tuple[tuple[str, ...], ...]  # tried in turn until it is
    otherwise: str  # what is not tested without it


def debian(package: str) -> tuple[tuple[str, ...], ...]:
    """Return how to install a Debian package, where that can be done without asking anyone."""
    if sys.platform != "linux" or os.geteuid() != 0 or not tools.program("apt-get"):
        return ()
    install = ("apt-get", "install", "--yes", "--quiet", "--no-install-recommends", package)
    return (install, ("apt-get", "update", "--quiet"), install)


def node(*, everything: bool) -> tuple[tuple[str, ...], ...]:
    """Return how to install the locked Node packages."""
    if not tools.program("npm"):
        return ()
    scope = () if everything else ("--omit=dev",)
    quiet = ("--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error")
    return (("npm", "ci", "--prefix", str(tools.JUDGES), *scope, *quiet),)


def packages_present(*, everything: bool) -> bool:
    """Say whether the Node packages of the present lock are installed."""
    done, lock = tools.NODE_MODULES / ".package-lock.json", tools.JUDGES / "package-lock.json"
    fresh = done.is_file() and done.stat().st_mtime >= lock.stat().st_mtime
    return fresh and (not everything or tools.package("lighthouse") is not None)


def wanted(*, everything: bool) -> tuple[Tool, ...]:
    """Return every tool, in the order in which they are installed."""
    return (
        Tool(
            "a Chromium browser",
            lambda: tools.browser() is not None,
            (*debian("chromium"), (sys.executable, "-m", "playwright", "install", "chromium")),
            "browser tests",
        ),
        Tool(
            "the judges' Node packages",
            lambda: packages_present(everything=everything),
            node(everything=everything),
            "axe, the HTML checker, schema.org and ical.js",
        ),
        Tool(
            "Java",
            lambda: tools.program("java") is not None,
            debian("default-jre-headless"),
            "the HTML checker",
        ),
        Tool(
            "newsboat",
            lambda: tools.program("newsboat") is not None,
            debian("newsboat"),
            "subscribing with newsboat",
        ),
    )


def provide(tool: Tool) -> str | None:
    """Install TOOL when it is missing. Return why it is still missing, or None."""
    why = "no installer that this user may run"
    for command in tool.installers:
        if _present(tool):
            return None
        say(f"Installing {tool.name}: {' '.join(command[:3])} …")
        why = run(command) or why
    if _present(tool):
        return None
    return f"Without {tool.name} ({why}) these are skipped: {tool.otherwise}."


def _present(tool: Tool) -> bool:
    tools.browser.cache_clear()
    return tool.present()


def run(command: Sequence[str]) -> str | None:
    """Run an installer. Return the last line it complained with, or None."""
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    try:
        done = subprocess.run(
            command,
            capture_output=True,
            check=False,
            text=True,
            errors="replace",
            timeout=LIMIT,
            env=environment,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        return str(error)
    if done.returncode == 0:
        return None
    said = (done.stderr or done.stdout).strip().splitlines() or [f"status {done.returncode}"]
    return f"{command[0]}: {said[-1].strip()}"


def say(line: str) -> None:
    """Talk on standard error."""
    sys.stderr.write(f"{line}\n")


def main() -> None:
    """Provide every tool."""
    for tool in wanted(everything="--all" in sys.argv):
        if missing := provide(tool):
            say(missing)


if __name__ == "__main__":
    main()
