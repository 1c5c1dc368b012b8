"""What tests share: a built site, a host for it and a browser.

In: `tests/sites/` and this machine's tools. Out: fixtures; without its tool a test skips.
"""

import os
import signal
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

import tools
from built import GOLDEN, Built, SiteFactory, build
from watch import Log
from web import Web, serving

QUIET = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
)


def pytest_configure() -> None:
    """Let Ctrl-C reach what tests start, though a shell that runs them behind itself ignores it."""
    if signal.getsignal(signal.SIGINT) == signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let `make golden` write what the golden test otherwise compares."""
    parser.addoption("--golden", action="store_true", help="write the golden tree anew")


@pytest.fixture(scope="session")
def site_factory(tmp_path_factory: pytest.TempPathFactory) -> SiteFactory:
    """Return a function that builds a copy of a site folder."""
    return lambda folder: build(folder, tmp_path_factory.mktemp(folder.name))


@pytest.fixture(scope="session")
def built_site(site_factory: SiteFactory) -> Built:
    """Return the golden site, built once."""
    return site_factory(GOLDEN)


# A host and a browser have threads, and a process with threads cannot be forked: they live as long
# as the tests of one file, so that the tests of another can fork.


@pytest.fixture(scope="module")
def web(built_site: Built) -> Iterator[Web]:
    """Serve the golden site below the path of its `base_url`."""
    with serving(built_site.out, built_site.base_url) as served:
        yield served


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Start one Chromium for the tests of one file."""
    path = tools.needed(tools.browser(), "Chromium")
    # A browser refuses its sandbox to root.
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=path, args=[*QUIET, *(["--no-sandbox"] if root else [])]
        )
        yield chromium
        chromium.close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """Open a fresh profile."""
    fresh = browser.new_context(locale="id-ID", timezone_id="Asia/Jakarta")
    yield fresh
    fresh.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """Open an empty page in a fresh profile."""
    return context.new_page()


@pytest.fixture
def log(page: Page) -> Log:
    """Listen to the test's page."""
    listening = Log()
    listening.watch(page)
    return listening
