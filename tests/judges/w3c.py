"""Judge of feeds: the W3C's own feed validator, where someone has put it on the machine.

In: feeds as paths, and where each is published. Out: complaints. It is published in no package
registry; FEEDVALIDATOR names the `src` folder of a checkout. `rss`, `atom` and `opml` beside this
file judge the same feeds everywhere.
"""

import json
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

PROGRAM = """
import json, sys
sys.path.insert(0, sys.argv[1])
import feedvalidator
from feedvalidator.logging import Error, Warning, ValidationFailure

found = []
for path, url in json.load(sys.stdin).items():
    try:
        with open(path, "rb") as file:
            events = feedvalidator.validateStream(file, firstOccurrenceOnly=1, base=url)
        events = events["loggedEvents"]
    except ValidationFailure as failure:
        events = [failure.event]
    for event in events:
        if isinstance(event, (Error, Warning)):
            found.append(f"{url}: {type(event).__name__} {event.params}"[:400])
print(json.dumps(found))
"""


def judge(feeds: Mapping[Path, str], source: Path) -> list[str]:
    """Return every error and warning."""
    done = subprocess.run(
        (sys.executable, "-W", "ignore", "-c", PROGRAM, str(source)),
        input=json.dumps({str(path): url for path, url in feeds.items()}),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    found: list[str] = json.loads(done.stdout)
    return found
