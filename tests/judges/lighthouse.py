"""Lighthouse, as on a middling telephone with a slow link: `make judge`.

In: this repository's built digest, served as a host would. Out: a table of scores on standard
output, and what stands in the way of each missing point; exit status 1 if a point is missing.
"""

import json
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

import tools  # noqa: E402 - it lies beside this folder
from built import configured  # noqa: E402 - likewise
from judges import pages  # noqa: E402 - likewise
from web import serving  # noqa: E402 - likewise

KINDS = ("home", "entry", "regency", "week", "search")
FLAGS = "--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-sync"
LIMIT = 300  # seconds for one page


def run(url: str) -> dict[str, dict[str, dict[str, object]]]:
    """Return Lighthouse's report on one page."""
    browser = tools.browser()
    program = tools.NODE_MODULES / ".bin" / "lighthouse"
    if browser is None or not program.exists():
        raise SystemExit("Lighthouse needs npm and a Chromium browser; see the lines above.")
    command = (program, url, "--output=json", "--quiet", f"--chrome-flags={FLAGS}")
    done = subprocess.run(
        tuple(map(str, command)),
        capture_output=True,
        text=True,
        check=False,
        timeout=LIMIT,
        env={
            "CHROME_PATH": str(browser),
            "PATH": str(Path(sys.executable).parent) + ":/usr/bin:/bin",
        },
    )
    if done.returncode:
        raise SystemExit(f"Lighthouse could not judge {url}:\n{done.stderr[-2000:]}")
    report: dict[str, dict[str, dict[str, object]]] = json.loads(done.stdout)
    return report


def missing(report: dict[str, dict[str, dict[str, object]]]) -> list[str]:
    """Return the audits that are not full, with what they say."""
    found = []
    for audit in report["audits"].values():
        score = audit["score"]
        if isinstance(score, int | float) and score < 1:
            found.append(
                f"  {audit['id']} {score:.2f}: {audit.get('displayValue') or audit['title']}"
            )
    return found


def main() -> int:
    """Judge one page of each kind."""
    out = tools.ROOT / "build"
    status = 0
    with serving(out, configured(tools.ROOT / "site.yaml")) as web:
        for kind in KINDS:
            path = pages.kinds(out)[kind].relative_to(out).as_posix().removesuffix("index.html")
            report = run(f"{web.url}/{path}")
            scores = {
                name: round(100 * float(str(category["score"])))
                for name, category in report["categories"].items()
            }
            lines = [f"{kind}: " + ", ".join(f"{name} {score}" for name, score in scores.items())]
            lines += missing(report)
            sys.stdout.write("\n".join(lines) + "\n")
            status |= any(score < 100 for score in scores.values())
    return status


if __name__ == "__main__":
    raise SystemExit(main())
