"""`digest schema`: a JSON Schema of an entry or of `site.yaml`; a CMS configuration."""

import argparse
import sys

import msgspec

from digest import regency, schema
from digest.load import read_frame
from digest.verbs import talk


def run(args: argparse.Namespace) -> int:
    """Print what was asked for."""
    if args.what == "cms":
        frame, problems = read_frame(args.root)
        if frame is None:
            talk.problems(problems, talk.language(args.root), out=False)
            return 1
        sys.stdout.write(schema.cms(frame.config, frame.gazetteer or regency.load()))
        return 0
    described = schema.entry() if args.what == "entry" else schema.site()
    sys.stdout.write(msgspec.json.format(msgspec.json.encode(described)).decode() + "\n")
    return 0
