"""Measure the preview: python bench/serve.py DIR [EDITS].

In: a site's folder (`bench/invent.py` writes one); it is edited and put back as it was. Out: how
long after a save the new text is served, in ms, and what waiting costs while nobody edits.
"""

import http.client
import os
import re
import shutil
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

PAUSE = 0.3  # seconds between two edits
IDLE = 5.0  # seconds of idleness to measure
CALM = 0.05  # of one processor
LONGEST = 300.0  # seconds to wait for idleness
PATIENCE = 10.0  # seconds after which a preview counts as deaf


def free_port() -> int:
    """Give a port that nobody has at the moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def started(root: Path, port: int) -> "tuple[subprocess.Popen[str], float]":
    """Start the preview; give it and the seconds until it answers."""
    start = time.perf_counter()
    command = [sys.executable, "-m", "digest", "--root", str(root), "serve", "--port", str(port)]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    assert process.stderr is not None  # noqa: S101 it was asked for
    process.stderr.readline()
    return process, time.perf_counter() - start


def latency(connection: http.client.HTTPConnection, place: Path, number: int) -> float:
    """Save a new title; give the ms until it is served."""
    address = f"/entri/{place.stem}/"
    mark = f"Penanda {number}"
    words = re.sub(r"(?m)^title: .*$", f"title: {mark}", place.read_text("utf-8"), count=1)
    start = time.perf_counter()
    place.write_text(words, "utf-8")
    while True:
        connection.request("GET", address)
        if mark.encode() in connection.getresponse().read():
            return (time.perf_counter() - start) * 1000
        if time.perf_counter() - start > PATIENCE:
            raise SystemExit(f"deaf to {place}")
        time.sleep(0.001)


def processor(pid: int) -> float:
    """Give the seconds of processor time that a process has used."""
    fields = Path(f"/proc/{pid}/stat").read_text("ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def main(root: Path, edits: int) -> None:
    """Edit every now and then, then wait."""
    places = [
        place
        for place in sorted(root.glob("content/**/*.md"))
        if re.search(r"(?m)^title: ", words := place.read_text("utf-8"))
        and not re.search(r"(?m)^status: (?!published)", words)
    ]
    port = free_port()
    process, seconds = started(root, port)
    print(f"{len(places)} entries, first answer after {seconds:.2f} s")
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    times = []
    for number in range(edits):
        times.append(latency(connection, places[number * 7919 % len(places)], number))
        time.sleep(PAUSE)
    times.sort()
    print(f"save to served, {edits} edits: median {statistics.median(times):.1f} ms,", end=" ")
    print(f"95th percentile {times[int(edits * 0.95)]:.1f}, longest {times[-1]:.1f}")
    busy, used = 0.0, 1.0
    while used > CALM and busy < LONGEST:  # the search index follows meanwhile
        before = processor(process.pid)
        time.sleep(IDLE)
        used = (processor(process.pid) - before) / IDLE
        busy += IDLE
    print(f"idle: {used:.2%} of one processor, {busy - IDLE:.0f} s after the last edit")
    start = time.perf_counter()
    process.send_signal(signal.SIGINT)
    status = process.wait(PATIENCE)
    print(f"Ctrl-C: status {status} after {(time.perf_counter() - start) * 1000:.0f} ms")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder, "site")
        shutil.copytree(sys.argv[1], copy, ignore=shutil.ignore_patterns("build", ".*"))
        main(copy, int(sys.argv[2]) if len(sys.argv) > 2 else 50)  # noqa: PLR2004 it is optional
