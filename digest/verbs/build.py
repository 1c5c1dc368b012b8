"""`digest build`: make the site, once or at every change."""

import argparse
import sys
import threading
from pathlib import Path
from typing import Any

import msgspec

from digest import config
from digest import report as reports
from digest.build import Options, Report, build
from digest.catalogue import text
from digest.verbs import talk


def run(args: argparse.Namespace) -> int:
    """Build, and with `--watch` build again whenever something changes."""
    options = options_of(args)
    if args.base_url and config.base(args.base_url):
        return talk.failed(args.root, "problem.bad-base-url", value=args.base_url[:80])
    if not args.watch:
        return _once(args, options)
    from digest import watch  # noqa: PLC0415 -- needed only here

    talk.say(text(talk.language(args.root), "cli.watching"), quiet=args.quiet)
    for _ in watch.changes(args.root, threading.Event()):
        _once(args, options)
    return 0


def options_of(args: argparse.Namespace) -> Options:
    """Return what the editor asked for."""
    root: Path = args.root

    def waiting() -> None:
        talk.say(text(talk.language(root), "cli.waiting"), quiet=args.quiet)

    return Options(
        root=root,
        out=args.out or root / "build",
        base_url=args.base_url,
        drafts=args.drafts,
        waiting=waiting,
    )


def _once(args: argparse.Namespace, options: Options) -> int:
    report = build(options)
    language = talk.language(args.root)
    if args.json:
        sys.stdout.write(msgspec.json.encode(plain(report, language)).decode() + "\n")
        sys.stdout.flush()
    else:
        talk.problems(report.problems, language, out=False)
        _summary(report, args, language)
    return 1 if report.failed else 0


def _summary(report: Report, args: argparse.Namespace, language: str) -> None:
    if report.failed:
        talk.say(text(language, "cli.untouched"), quiet=args.quiet)
        return
    counts = {name: getattr(report, name) for name in ("entries", "pages", "feeds")}
    changes = {name: getattr(report, name) for name in ("written", "unchanged", "removed")}
    seconds = f"{sum(report.seconds.values()):.2f}"
    seconds = seconds.replace(".", ",") if language == "id" else seconds
    talk.say(text(language, "cli.built", **counts, **changes, seconds=seconds), quiet=args.quiet)
    if args.verbose:
        for stage, spent in report.seconds.items():
            talk.say(f"  {stage}: {spent:.3f} s")


def plain(report: Report, language: str) -> dict[str, Any]:
    """Return a report in plain values, as `--json` prints it."""
    counts = ("entries", "pages", "feeds", "written", "unchanged", "removed")
    listed = msgspec.json.decode(reports.as_json(report.problems, language))
    return {
        **{name: getattr(report, name) for name in counts},
        "problems": listed,
        "seconds": dict(report.seconds),
    }
