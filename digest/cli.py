"""The command line: arguments come in; data goes to stdout, talk to stderr, an exit status out.

Each verb loads what it needs when it runs, so that the command starts at once.
"""

import argparse
import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import Final, NoReturn, TypeAlias

from digest import __version__

FINE: Final = 0
PROBLEMS: Final = 1
USAGE: Final = 2
INTERRUPTED: Final = 128
"""To which the number of the signal is added, as shells do."""


def parser() -> argparse.ArgumentParser:
    """Return the parser of all verbs and options."""
    whole = argparse.ArgumentParser(
        prog="digest", description="A static-site generator for a curated digest of regional events"
    )
    whole.add_argument("--version", action="version", version=__version__)
    whole.add_argument("--root", type=Path, default=Path(), help="the site's folder (default: .)")
    talk = whole.add_mutually_exclusive_group()
    talk.add_argument("-q", "--quiet", action="store_true", help="say nothing but problems")
    talk.add_argument("-v", "--verbose", action="store_true", help="say what takes how long")
    verbs = whole.add_subparsers(dest="verb", required=True, metavar="VERB")
    for add in (_init, _new, _draft, _check, _build, _serve, _schema, _why):
        add(verbs)
    return whole


Verbs: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"  # noqa: SLF001 -- it has no public name


def _init(verbs: Verbs) -> None:
    verb = verbs.add_parser("init", help="make a new site folder")
    verb.add_argument("dir", type=Path, metavar="DIR", help="the folder to fill")


def _new(verbs: Verbs) -> None:
    verb = verbs.add_parser("new", help="make a new entry file")
    verb.add_argument("--title", default="", help="the entry's title")
    verb.add_argument("--date", default="", help="the day of the event")
    verb.add_argument("--regency", default="", help="its kabupaten or kota, as code or full name")


def _draft(verbs: Verbs) -> None:
    verb = verbs.add_parser("draft", help="propose an entry from an article")
    verb.add_argument(
        "source", nargs="+", metavar="SOURCE", help=".txt or .html file, URL, or - for stdin"
    )
    verb.add_argument("--url", help="the article's address, where SOURCE is a file")
    verb.add_argument("--published", help="when the article was published")
    verb.add_argument("--out", metavar="FILE", help="the file to write, - for stdout")
    verb.add_argument("--json", action="store_true", help="one JSON object a line and source")
    verb.add_argument("--llm", action="store_true", help="ask the configured language model too")


def _check(verbs: Verbs) -> None:
    verb = verbs.add_parser("check", help="report every problem of every file")
    verb.add_argument(
        "path", nargs="*", type=Path, metavar="PATH", help="only these files, folders"
    )
    verb.add_argument("--since", metavar="REV", help="only files changed since a Git revision")
    verb.add_argument(
        "--format",
        choices=("text", "json", "github", "sarif"),
        default="text",
        help="of the report",
    )
    verb.add_argument("--fix", action="store_true", help="mend what can be mended safely")


def _build(verbs: Verbs) -> None:
    verb = verbs.add_parser("build", help="make the site")
    verb.add_argument(
        "--out", type=Path, metavar="DIR", help="the folder to publish (default: build)"
    )
    verb.add_argument("--base-url", metavar="URL", help="in place of base_url in site.yaml")
    verb.add_argument("--drafts", action="store_true", help="show drafts too")
    verb.add_argument("--watch", action="store_true", help="build again at every change")
    verb.add_argument("--json", action="store_true", help="print what was done as JSON")


def _serve(verbs: Verbs) -> None:
    verb = verbs.add_parser("serve", help="preview with live reload")
    verb.add_argument("--port", type=int, default=8000, metavar="N", help="(default: 8000)")
    verb.add_argument("--host", default="127.0.0.1", metavar="H", help="(default: 127.0.0.1)")
    verb.add_argument("--drafts", action="store_true", help="show drafts too")


def _schema(verbs: Verbs) -> None:
    verb = verbs.add_parser("schema", help="print a JSON Schema or a CMS configuration")
    verb.add_argument("what", choices=("entry", "site", "cms"), help="what to describe")


def _why(verbs: Verbs) -> None:
    verb = verbs.add_parser(
        "why", help="say which pages and feeds an entry is on, and why not others"
    )
    verb.add_argument("entry", metavar="ENTRY", help="an id, a slug or a file")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit status."""
    try:
        signal.signal(signal.SIGTERM, _terminated)
        args = parser().parse_args(arguments)
        status = _verb(args.verb)(args)
        sys.stdout.flush()
    except KeyboardInterrupt:
        return INTERRUPTED + signal.SIGINT
    except BrokenPipeError:
        # Whoever read our output has had enough; what is left goes nowhere, in silence.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return INTERRUPTED + getattr(signal, "SIGPIPE", 13)
    return status


def _terminated(number: int, _frame: object) -> NoReturn:
    raise SystemExit(INTERRUPTED + number)


def _verb(name: str) -> Callable[[argparse.Namespace], int]:
    """Load what one verb needs, and no other."""
    with _undisturbed():
        run: Callable[[argparse.Namespace], int] = import_module(f"digest.verbs.{name}").run
    return run


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Hold interrupts back: a library stopped while it loads may take the interpreter with it."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGTERM})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
