"""Watching a site's folder, on a real disk."""

import os
import shutil
import subprocess
import sys
import threading
import time
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path
from queue import Empty, SimpleQueue

import pytest
from watchdog.observers.api import EventEmitter

from digest import watch as module
from digest.watch import changes

SOON = 5.0  # seconds within which a change must be seen, on however busy a machine
QUIET = 0.35  # seconds without a change that count as silence


class Watcher:
    """Follows a folder in a thread of its own."""

    def __init__(self, root: Path) -> None:
        """Start to follow."""
        self.root = root
        self.stop = threading.Event()
        self.said: list[str] = []
        self.seen: SimpleQueue[frozenset[str] | None] = SimpleQueue()
        self.thread = threading.Thread(target=self.follow)
        self.thread.start()
        self.settle()

    def follow(self) -> None:
        """Note every change."""
        for change in changes(self.root, self.stop, self.said.append):
            self.seen.put(change)

    def settle(self) -> None:
        """Wait until nothing comes any more."""
        end = time.monotonic() + 20
        try:
            while time.monotonic() < end:
                self.seen.get(timeout=QUIET)
        except Empty:
            return
        raise AssertionError("it never ends")

    def sees(self, path: str) -> bool:
        """Wait for a change that makes us look at a path."""
        end = time.monotonic() + SOON
        while (left := end - time.monotonic()) > 0:
            try:
                change = self.seen.get(timeout=left)
            except Empty:
                break
            if change is None or path in change:
                return True
        return False

    def silent(self) -> bool:
        """Wait a while; tell whether nothing came."""
        try:
            self.seen.get(timeout=QUIET)
        except Empty:
            return True
        return False


@pytest.fixture(autouse=True)
def brisk(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the watch look at itself more often than a person needs it."""
    monkeypatch.setattr(module, "_TICK", 0.1)
    monkeypatch.setattr(module, "_AGAIN", 0.1)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = tmp_path / "site"
    (root / "content/2023").mkdir(parents=True)
    (root / "content/2023/a.md").write_text("a", encoding="utf-8")
    (root / "site.yaml").write_text("title: a", encoding="utf-8")
    return root


@pytest.fixture
def watcher(root: Path) -> Iterator[Watcher]:
    watcher = Watcher(root)
    yield watcher
    watcher.stop.set()
    watcher.thread.join(10)
    assert not watcher.thread.is_alive()


def write(place: Path, words: str = "new") -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(words, encoding="utf-8")


def atomic(place: Path) -> None:
    """Save as many editors do: beside the file, then over it."""
    write(place.with_name(f".{place.name}.tmp"))
    place.with_name(f".{place.name}.tmp").replace(place)


def vim(place: Path) -> None:
    """Save as vim does: try the folder, move the file away, write it anew."""
    write(place.with_name("4913"))
    place.with_name("4913").unlink()
    place.rename(f"{place}~")
    write(place)
    Path(f"{place}~").unlink()


SAVES: dict[str, tuple[str, Callable[[Path], object]]] = {
    "written": ("content/2023/a.md", write),
    "saved atomically": ("content/2023/a.md", atomic),
    "saved by vim": ("content/2023/a.md", vim),
    "deleted": ("content/2023/a.md", Path.unlink),
    "moved away": ("content/2023/a.md", lambda place: place.rename(place.parents[3] / "out.md")),
    "new": ("content/2023/b.md", write),
    "new in new folders": ("content/2024/W01/b.md", write),
    "settings": ("site.yaml", write),
    "registry": ("content/_registry/people.yaml", write),
    "first template": ("templates/page.html", write),
    "folder renamed": ("content/2023", lambda place: place.rename(place.with_name("2025"))),
    "folder deleted": ("content/2023", shutil.rmtree),
    "all content deleted": ("content", shutil.rmtree),
    "not an entry": ("content/2023/picture.jpg", write),
}


@pytest.mark.parametrize("case", SAVES)
def test_changes_are_seen(watcher: Watcher, case: str) -> None:
    """However a file is saved, the preview looks at it."""
    path, change = SAVES[case]
    change(watcher.root / path)
    assert watcher.sees(path)
    watcher.settle()
    assert watcher.said == []


def test_one_file_is_named(watcher: Watcher) -> None:
    """A save names its file, so that only that one is read again."""
    for number in range(5):
        write(watcher.root / "content/2023/a.md", str(number))
        seen = watcher.seen.get(timeout=SOON)
        assert seen == frozenset({"content/2023/a.md"})
        watcher.settle()


def test_new_folders_are_followed(watcher: Watcher) -> None:
    """A folder made a moment ago is followed as any other, and so is content that comes back."""
    write(watcher.root / "content/2024/W02/deep/b.md")
    watcher.settle()
    write(watcher.root / "content/2024/W02/deep/b.md", "again")
    assert watcher.sees("content/2024/W02/deep/b.md")
    shutil.rmtree(watcher.root / "content")
    watcher.settle()
    write(watcher.root / "content/c.md")
    watcher.settle()
    write(watcher.root / "content/c.md", "again")
    assert watcher.sees("content/c.md")


def test_a_folder_met_twice_is_no_fault(watcher: Watcher) -> None:
    """What the library then warns of is neither shown to an editor nor ends the watch."""
    assert watcher.thread.is_alive()
    warnings.warn(
        "Callback with id '7' already exists for watch <w>. It will be Overwritten.",
        RuntimeWarning,
        stacklevel=1,
    )


def test_root_replaced(watcher: Watcher) -> None:
    """A folder swapped for another of the same name, as a checkout may do, is followed at once."""
    watcher.root.rename(watcher.root.with_name("before"))
    write(watcher.root / "content/x.md")
    assert watcher.sees("content/x.md")
    watcher.settle()
    write(watcher.root / "content/x.md", "again")
    assert watcher.sees("content/x.md")


def test_root_gone_for_a_while(watcher: Watcher) -> None:
    """A folder that is away for a while is followed again when it is back, without spinning."""
    watcher.root.rename(watcher.root.with_name("before"))
    watcher.settle()
    watcher.root.with_name("before").rename(watcher.root)
    assert watcher.sees("content/2023/a.md")
    watcher.settle()
    write(watcher.root / "content/2023/a.md")
    assert watcher.sees("content/2023/a.md")


def test_killed_observer(watcher: Watcher) -> None:
    """When the thread that listens to the system dies, another takes its place."""
    for emitter in [each for each in threading.enumerate() if isinstance(each, EventEmitter)]:
        emitter.stop()
    assert watcher.sees("anything")
    watcher.settle()
    write(watcher.root / "content/2023/a.md")
    assert watcher.sees("content/2023/a.md")
    assert watcher.said == []


def test_storm(watcher: Watcher) -> None:
    """A checkout of thousands of files is seen to its end, in far fewer looks than it has files.

    How many depends on how often a busy machine stops the writing: each pause may bring a look.
    """
    files = 2000
    for number in range(files):
        write(watcher.root / f"content/{number % 7}/s{number}.md")
        if number % 3 == 0:
            (watcher.root / f"content/{number % 7}/s{number}.md").rename(
                watcher.root / f"content/2023/r{number}.md"
            )
    last = time.monotonic()
    assert watcher.sees("content/2023/r1998.md")
    looks = 1
    try:
        while time.monotonic() < last + 20:
            watcher.seen.get(timeout=QUIET)
            looks += 1
    except Empty:
        pass
    assert looks < files / 10


def test_nothing_is_silence(watcher: Watcher) -> None:
    """Reading, building and what editors keep for themselves bring about no work."""
    for _ in range(3):
        for place in watcher.root.rglob("*"):
            if place.is_file():
                place.read_bytes()
        write(watcher.root / "build/entri/x/index.html")
        write(watcher.root / ".digest-build-1/index.html")
        write(watcher.root / ".cache/digest.db")
        write(watcher.root / ".git/index")
        write(watcher.root / "content/2023/.a.md.swp")
        write(watcher.root / "content/2023/a.md~")
        shutil.rmtree(watcher.root / "build")
    assert watcher.silent()


def test_limit_of_the_system(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a watch to be had the folder is looked at every so often, and the user is told."""

    def exhausted(*_: object, **__: object) -> None:
        raise OSError(28, "inotify watch limit reached")

    monkeypatch.setattr(module, "_POLL", 0.02)
    monkeypatch.setattr("watchdog.observers.api.BaseObserver.start", exhausted)
    watcher = Watcher(root)
    try:
        assert watcher.said == ["serve.polling"]
        for path in ("content/2023/a.md", "content/new/b.md", "site.yaml", "templates/x.html"):
            write(root / path)
            assert watcher.sees(path)
            watcher.settle()
    finally:
        watcher.stop.set()
        watcher.thread.join(10)


LIMITED = """
import sys, threading
from pathlib import Path
from digest import watch
watch._POLL = 0.05
for change in watch.changes(Path(sys.argv[1]), threading.Event(), print):
    print(change, flush=True)
"""


@pytest.mark.skipif(not shutil.which("unshare"), reason="needs a namespace with limits of its own")
@pytest.mark.parametrize("limit", [0, 1, 3])
def test_limit_reached_half_way(root: Path, limit: int) -> None:
    """A limit that is reached with the fourth folder is noticed, not passed over."""
    for name in "bcdef":
        (root / "content" / name).mkdir()
    setting = "/proc/sys/user/max_inotify_watches"
    probe = subprocess.run(
        ["unshare", "-Ur", "sh", "-c", f"echo {limit} > {setting}"],
        capture_output=True,
        check=False,
    )
    if probe.returncode:
        pytest.skip("no namespaces here")
    script = f'echo {limit} > {setting}; exec "$0" -u -c "$1" "$2"'
    command = ["unshare", "-Ur", "sh", "-c", script, sys.executable, LIMITED, str(root)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=os.environ) as process:
        assert process.stdout is not None
        watchdog = threading.Timer(20, process.kill)
        watchdog.start()
        assert process.stdout.readline() == "serve.polling\n"
        assert process.stdout.readline() == "None\n"
        write(root / "content/f/new.md")
        assert process.stdout.readline() == "None\n"
        watchdog.cancel()
        process.kill()


def test_stop_ends_it(root: Path) -> None:
    """The watch ends when it is told to."""
    stop = threading.Event()
    stop.set()
    assert list(changes(root, stop)) == [None]
