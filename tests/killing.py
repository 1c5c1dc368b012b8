"""Kill builds of an invented site at random moments: `python killing.py ROOT ROUNDS SEED`.

Each round forks a build, kills it, and looks at the site: it must be the old one or the new one,
whole. Every few rounds a build runs to its end and must equal a clean one, without leftovers.
Prints how many builds were killed before they ended; fails with an assertion otherwise.
"""

import os
import random
import signal
import sys
import time
from pathlib import Path

from trees import beside, build, contents, expected, on_disk

COUNT = 120  # files enough for two processes


def killed(root: Path, version: int, pause: float) -> bool:
    """Kill a build after a while; tell whether it had not ended by then."""
    pid = os.fork()
    if pid == 0:
        build(root, contents(version, COUNT), workers=2)
        os._exit(0)
    time.sleep(pause)
    os.kill(pid, signal.SIGKILL)
    return os.WIFSIGNALED(os.waitpid(pid, 0)[1])


def main(root: Path, rounds: int, seed: int) -> None:
    """Kill builds until it is enough."""
    chance = random.Random(seed)  # noqa: S311 no secret
    start = time.monotonic()
    build(root, contents(0, COUNT))
    longest = time.monotonic() - start
    live, hits = 0, 0
    for version in range(1, rounds + 1):
        hit = killed(root, version, chance.uniform(0, longest))
        hits += hit
        longest *= 1.1 if hit else 0.85  # so that most are hit, on however busy a machine
        found = on_disk(root / "build")
        if found == expected(contents(version, COUNT)):
            live = version
        assert found == expected(contents(live, COUNT)), f"round {version}: a mixed site"
        if version % 5 == 0:
            build(root, contents(version, COUNT), workers=2)
            live = version
            assert on_disk(root / "build") == expected(contents(live, COUNT))
            assert set(beside(root)) <= {f".digest-build-{n}" for n in range(9)}
            assert len(beside(root)) <= 2, beside(root)
    print(hits)  # noqa: T201 it is what the caller reads


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
