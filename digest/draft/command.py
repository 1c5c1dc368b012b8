"""Stage: draft, the command. What `digest draft` takes and how it ends.

comes in: arguments, and a `Context` with what belongs to the site, from `cli`
goes out: an exit status; `Session` does the rest
"""

import re
from argparse import ArgumentParser, Namespace

from digest.catalogue import text
from digest.draft.guard import Guard
from digest.draft.session import ADDRESS, PAGES, Context, Session
from digest.draft.worker import Setup

__all__ = ["Context", "add_arguments", "run"]

_FINE, _PROBLEMS, _USAGE = 0, 1, 2  # exit statuses
_WEB = re.compile(r"https?://[^\s/]", re.IGNORECASE)
_DAY = re.compile(r"\d{4}-\d\d-\d\d(?:T[0-9:.]+(?:Z|[+-]\d\d:?\d\d)?)?", re.ASCII)


def add_arguments(parser: ArgumentParser, language: str = "id") -> None:
    """Describe the arguments of `digest draft`."""
    add = parser.add_argument
    add("source", nargs="+", metavar="SOURCE", help=text(language, "draft.help.source"))
    add("--url", metavar="U", help=text(language, "draft.help.url"))
    add("--published", metavar="D", help=text(language, "draft.help.published"))
    output = parser.add_mutually_exclusive_group()
    output.add_argument("--out", metavar="FILE", help=text(language, "draft.help.out"))
    output.add_argument("--json", action="store_true", help=text(language, "draft.help.json"))
    add("--llm", action="store_true", help=text(language, "draft.help.llm"))


def run(args: Namespace, context: Context) -> int:
    """Draft from every source and return the exit status: 0 fine, 1 problems, 2 wrong usage."""
    wrong = _wrong(args, context)
    if wrong:
        context.stderr.write(f"digest draft: {wrong}\n")
        return _USAGE

    def setup() -> Setup:
        path = context.gazetteer_path()
        return Setup(gazetteer=str(path) if path else None, known=context.known())

    # The child loads its libraries while this process reads the site.
    with Guard(setup, pages=any(map(_may_be_page, args.source))) as guard:
        session = Session(args, context, guard)
        done = [session.serve(number, source) for number, source in enumerate(args.source, 1)]
        session.close()
    return _FINE if all(done) else _PROBLEMS


def _wrong(args: Namespace, context: Context) -> str | None:
    """Say what is wrong with the arguments, if anything."""
    several = len(args.source) > 1
    rules = (
        (several and args.url, "url", ""),
        (several and args.out not in (None, "-"), "out", ""),
        (args.url and not _WEB.match(args.url), "address", args.url),
        (args.published and not _DAY.fullmatch(args.published), "published", args.published),
        (context.root is None and not args.json and args.out is None, "site", ""),
    )
    broken = next(((key, value) for wrong, key, value in rules if wrong), None)
    return broken and text(context.language, f"draft.usage.{broken[0]}", value=broken[1])


def _may_be_page(source: str) -> bool:
    return bool(ADDRESS.match(source)) or source.lower().endswith(PAGES)
