"""`digest serve`: a preview that follows the folder."""

import argparse
import gc
import os
import signal

from digest import serve
from digest.build import uncollected
from digest.preview import Preview
from digest.verbs import talk

INTERRUPTED = 128 + signal.SIGINT


def run(args: argparse.Namespace) -> int:
    """Serve until interrupted."""
    host = f"[{args.host}]" if ":" in args.host else args.host
    with uncollected():
        preview = Preview(args.root, f"http://{host}:{args.port}", drafts=args.drafts)
        # All of it stays as long as we do. To look through it for cycles took a second now and
        # then, of a hundred thousand entries, in which a saved file was not shown.
        gc.freeze()
    try:
        return serve.serve(
            preview,
            args.host,
            args.port,
            lambda words: talk.say(words, quiet=args.quiet),
            root=args.root,
            language=talk.language(args.root),
        )
    except (KeyboardInterrupt, SystemExit) as stop:
        # A search index may be in the making, in threads that Python would wait for. It is made
        # aside, so that nothing is lost with it.
        code = stop.code if isinstance(stop, SystemExit) else None
        os._exit(code if isinstance(code, int) else INTERRUPTED)
