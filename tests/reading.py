"""Read an invented site over and over while it is published: `python reading.py OUT SECONDS`.

Each pass opens the output folder once, as a program does that copies it, and reads all of it; it
also asks for single pages by their path, as a web server does. Prints the passes; fails with an
assertion if a page was missing, cut or of another build than its manifest.
"""

import hashlib
import json
import os
import sys
import time
from pathlib import Path

LONGEST = 0.03  # seconds; a slower pass may have met a third build and says nothing


def read(folder: int, path: str) -> bytes:
    """Read a file below an open folder."""
    with open(path, "rb", opener=lambda name, flags: os.open(name, flags, dir_fd=folder)) as file:
        return file.read()


def passed(out: Path) -> bool:
    """Read all of a site; tell whether it was whole."""
    folder = os.open(out, os.O_RDONLY)
    try:
        shas = json.loads(read(folder, "manifest.json"))["files"]
        return all(hashlib.sha256(read(folder, path)).hexdigest() == shas[path] for path in shas)
    except OSError:
        return False
    finally:
        os.close(folder)


def main(out: Path, seconds: float) -> None:
    """Read until the time is over."""
    end = time.monotonic() + seconds
    passes = 0
    while (start := time.monotonic()) < end:
        whole = passed(out)
        if time.monotonic() - start < LONGEST:
            assert whole, f"pass {passes}"
            passes += 1
        for path in ("index.html", "entri/e1/index.html", "manifest.json"):
            assert (out / path).read_bytes()
    print(passes)  # noqa: T201 it is what the caller reads


if __name__ == "__main__":
    main(Path(sys.argv[1]), float(sys.argv[2]))
