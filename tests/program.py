"""The real program, run as a person runs it: in a process of its own, on a small invented site."""

import http.client
import re
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from queue import Empty, SimpleQueue
from types import TracebackType
from typing import Self

import small

WAIT = 20.0  # seconds for what should take a fraction of one, on however busy a machine


def command(root: Path, *arguments: str) -> list[str]:
    """Give the command line for a site's folder."""
    return [sys.executable, "-m", "digest", "--root", str(root), *arguments]


def run(root: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    """Run a verb to its end."""
    return subprocess.run(
        command(root, *arguments), capture_output=True, text=True, check=False, timeout=120
    )


def site(root: Path, count: int = 5) -> Path:
    """Make a site of a few entries, in English."""
    small.make(root)
    settings = root / "site.yaml"
    settings.write_text(settings.read_text("utf-8") + "language: en\n", "utf-8")
    for number in range(count):
        small.write(root, number)
    return root


def until(true: Callable[[], bool], what: str = "") -> None:
    """Wait for something to become true."""
    end = time.monotonic() + WAIT
    while not true():
        assert time.monotonic() < end, what
        time.sleep(0.005)


def free_port() -> int:
    """Give a port that nobody has at the moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


class Running:
    """A verb that goes on until it is ended; what it says is kept."""

    def __init__(self, root: Path, *arguments: str) -> None:
        """Start it."""
        self.said: list[str] = []
        self.process = subprocess.Popen(
            command(root, *arguments), stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True
        )
        self.reader = threading.Thread(target=self._read, daemon=True)
        self.reader.start()

    def _read(self) -> None:
        assert self.process.stderr is not None
        for line in self.process.stderr:
            self.said.append(line.rstrip("\n"))

    def __enter__(self) -> Self:
        """Give it."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """End it by force if it has not ended."""
        self.process.kill()
        self.process.wait(WAIT)
        self.reader.join(WAIT)
        assert self.process.stderr is not None
        self.process.stderr.close()

    def says(self, words: str) -> None:
        """Wait for a line."""
        until(lambda: any(words in line for line in self.said), f"{words!r} not in {self.said}")

    def ends(self, number: int) -> int:
        """Send a signal; give the exit status."""
        self.process.send_signal(number)
        return self.process.wait(WAIT)


class Serving(Running):
    """`digest serve`."""

    def __init__(self, root: Path, *arguments: str) -> None:
        """Start it and wait until it answers."""
        self.port = free_port()
        super().__init__(root, "serve", "--port", str(self.port), *arguments)
        self.says("Preview at")

    def get(self, path: str) -> tuple[int, str]:
        """Ask for a page."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=WAIT)
        connection.request("GET", path)
        answer = connection.getresponse()
        body = answer.read().decode("utf-8", "replace")
        connection.close()
        return answer.status, body

    def shows(self, path: str, words: str) -> None:
        """Wait until a page shows some words."""
        until(lambda: words in self.get(path)[1], words)

    def send(self, data: bytes) -> bytes:
        """Send bytes; give what comes back until the connection ends."""
        with socket.create_connection(("127.0.0.1", self.port), WAIT) as connection:
            connection.sendall(data)
            answer = b""
            while piece := connection.recv(65536):
                answer += piece
        return answer


class Listening:
    """An open page: it hears of changes."""

    def __init__(self, port: int) -> None:
        """Begin to listen."""
        self.news: SimpleQueue[str] = SimpleQueue()
        self.connection = socket.create_connection(("127.0.0.1", port), WAIT)
        line = f"GET /_digest/events HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n"
        self.connection.sendall(line.encode())
        self.reader = threading.Thread(target=self._read)
        self.reader.start()

    def _read(self) -> None:
        with suppress(OSError), self.connection.makefile("rb") as lines:
            for line in lines:
                if found := re.match(rb"data: (\S+)", line):
                    self.news.put(found[1].decode())

    def close(self) -> None:
        """Close the page."""
        with suppress(OSError):
            self.connection.shutdown(socket.SHUT_RDWR)
        self.reader.join(WAIT)
        self.connection.close()

    def hears(self, seconds: float) -> list[str]:
        """Give what is heard until it is silent for a while."""
        heard = []
        try:
            while True:
                heard.append(self.news.get(timeout=seconds))
        except Empty:
            return heard


INTERRUPTS = (signal.SIGINT, signal.SIGTERM)
