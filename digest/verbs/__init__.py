"""What each verb of the command does: parsed arguments come in, an exit status goes out."""

import argparse
from importlib import import_module


def _run(verb: str, args: argparse.Namespace) -> int:
    status: int = import_module(f"{__name__}.{verb}").run(args)
    return status


def init(args: argparse.Namespace) -> int:
    """Make a new site folder."""
    return _run("init", args)


def new(args: argparse.Namespace) -> int:
    """Make a new entry file."""
    return _run("new", args)


def draft(args: argparse.Namespace) -> int:
    """Propose entries from articles."""
    return _run("draft", args)


def check(args: argparse.Namespace) -> int:
    """Report every problem."""
    return _run("check", args)


def build(args: argparse.Namespace) -> int:
    """Make the site."""
    return _run("build", args)


def serve(args: argparse.Namespace) -> int:
    """Preview the site."""
    return _run("serve", args)


def schema(args: argparse.Namespace) -> int:
    """Print a schema."""
    return _run("schema", args)


def why(args: argparse.Namespace) -> int:
    """Say where an entry is."""
    return _run("why", args)
