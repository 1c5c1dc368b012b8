"""`digest serve`: a preview that follows the folder."""

import argparse

from digest import serve
from digest.preview import Preview
from digest.verbs import talk


def run(args: argparse.Namespace) -> int:
    """Serve until interrupted."""
    host = f"[{args.host}]" if ":" in args.host else args.host
    preview = Preview(args.root, f"http://{host}:{args.port}", drafts=args.drafts)
    return serve.serve(
        preview,
        args.host,
        args.port,
        lambda words: talk.say(words, quiet=args.quiet),
        root=args.root,
        language=talk.language(args.root),
    )
