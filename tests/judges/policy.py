"""Judge of the content security policy.

In: a policy as written in `_headers` or in a page. Out: complaints.
"""

from collections.abc import Iterator

FALLBACKS = ("script-src", "style-src", "img-src", "connect-src", "font-src", "object-src")
SAFE = {"'self'", "'none'", "data:", "blob:", "'wasm-unsafe-eval'", "'script'"}
# Compiling the search index's reader is no evaluation of text.
WASM = "'wasm-unsafe-eval'"


def parse(policy: str) -> dict[str, list[str]]:
    """Return each directive with its sources."""
    parts = (part.split() for part in policy.split(";") if part.strip())
    return {name.lower(): sources for name, *sources in parts}


def judge(policy: str, *, header: bool) -> list[str]:
    """Return what a policy lets through that a page of ours never needs."""
    return list(_judge(parse(policy), header=header))


def _judge(directives: dict[str, list[str]], *, header: bool) -> Iterator[str]:
    default = directives.get("default-src")
    if default is None:
        yield "names no default-src"
    for name in ("base-uri", "form-action", *(("frame-ancestors",) if header else ())):
        if name not in directives:
            yield f"names no {name}"
    for name, sources in directives.items():
        if name.endswith(("-src", "-uri", "-action", "-ancestors")):
            yield from (f"{name} lets through {s}" for s in sources if s not in SAFE)
    scripts = directives.get("script-src", default or ["*"])
    if {"data:", "blob:"} & set(scripts):
        yield "script-src lets through text as code"
    if directives.get("object-src", default) != ["'none'"]:
        yield "object-src is not 'none'"
