"""The settings of a site, from `site.yaml`.

In: the bytes of the file. Out: `Config`, or every problem of the file.
"""

import re
from collections.abc import Mapping
from typing import Annotated, Final, Literal

import msgspec
from msgspec import Meta, Struct

from digest import date, form, frontmatter, shape
from digest.form import Line, Prose, Url
from digest.problem import Fault, Problem, Span
from digest.reader import MISSING, Reader

_AUTHORITY = re.compile(
    r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+"
    r"|[a-z0-9._-]+@[a-z0-9.-]+),(\d{4})(?:-(\d\d)(?:-(\d\d))?)?"
)
_INSIDE = re.compile(r"[^\W_][\w.-]*(?:/[^\W_][\w.-]*)*")


def authority(text: str) -> Fault | None:
    """Say whether `text` is a domain and a date, as RFC 4151 wants them in `tag:` ids."""
    match = _AUTHORITY.fullmatch(text)
    if match and not isinstance(
        date.day(f"{match[1]}-{match[2] or '01'}-{match[3] or '01'}"), Fault
    ):
        return None
    return Fault("bad-authority", "", {"value": text[:80]})


def base(text: str) -> Fault | None:
    """Say whether `text` is the address of a site: nothing after its path."""
    if fault := form.url(text):
        return fault
    if text.startswith("mailto:") or "?" in text or "#" in text:
        return Fault("bad-base-url", "", {"value": text[:80]})
    return None


def zone(text: str) -> Fault | None:
    """Say whether `text` names a time zone."""
    if date.is_zone(text):
        return None
    meant = {7: "Asia/Jakarta", 8: "Asia/Makassar", 9: "Asia/Jayapura"}
    hours = date.ZONES.get(text.upper(), 7)
    return Fault("bad-timezone", "", {"value": text[:60], "meant": meant.get(hours, "UTC")})


def reachable(text: str) -> Fault | None:
    """Say whether `text` is a web or an e-mail address; `mailto:` may be left out."""
    bare = "@" in text and ":" not in text
    return form.url(f"mailto:{text}" if bare else text)


def inside(text: str) -> Fault | None:
    """Say whether `text` is the path of a file in the site's folder."""
    return None if _INSIDE.fullmatch(text) else Fault("bad-path", "", {"value": text[:80]})


Base = Annotated[
    str,
    Meta(
        max_length=500,
        extra={"check": base},
        extra_json_schema={"format": "uri", "pattern": "^https?://"},
    ),
]
"""The address of a site."""
Authority = Annotated[str, Meta(max_length=200, extra={"check": authority})]
"""A domain or e-mail address of ours and a day on which it was ours."""
Zone = Annotated[str, Meta(max_length=60, extra={"check": zone})]
"""A name of the time zone database, such as `Asia/Jakarta`."""
Contact = Annotated[str, Meta(max_length=200, extra={"check": reachable})]
"""A web or an e-mail address."""
Inside = Annotated[str, Meta(max_length=200, extra={"check": inside})]
"""The path of a file in the site's folder."""
Language = Literal["id", "en"]


class Config(Struct, frozen=True, omit_defaults=True):
    """What `site.yaml` says."""

    title: Line
    """The site's name."""
    description: Prose
    """One sentence on what the site is."""
    base_url: Base
    """Where the site will be, with its sub-path if any, without a closing slash."""
    id_authority: Authority
    """Domain and date for `tag:` ids, such as `example.org,2023`; never changed afterwards."""
    language: Language = "id"
    """`id` or `en`."""
    timezone: Zone = "Asia/Jakarta"
    """The zone of moments written without one."""
    licence: Line = ""
    """The licence of the summaries, as text or an address."""
    contact: Contact = ""
    """An e-mail or web address for corrections."""
    publisher: Line = ""
    """Who is responsible for the site."""
    gazetteer: Inside | None = None
    """A file with another country's second-level areas, relative to the site's folder."""
    hub: Url | None = None
    """The address of a WebSub hub."""
    share_images: bool = True
    """Whether entries get a picture for messengers and social networks."""
    map: Inside | None = None
    """A TopoJSON file with real shapes keyed by code, in place of tiles."""
    lines: Mapping[str, tuple[int, int]] = {}
    """Where keys stand in the file."""

    @property
    def base_path(self) -> str:
        """The sub-path of `base_url`: empty, or such as `/digest`."""
        rest = self.base_url.split("://", 1)[-1]
        slash = rest.find("/")
        return "" if slash < 0 else rest[slash:].rstrip("/")


_DERIVED: Final = frozenset({"lines"})


def parse(path: str, data: bytes) -> tuple[Config | None, tuple[Problem, ...]]:
    """Read `site.yaml`; None where a problem stands in the way. Never raise."""
    documents, problems = frontmatter.parse(path, data, "yaml")
    if len(documents) != 1 or documents[0].listed:
        code, variant = ("one-mapping", "") if documents else ("empty-file", "site")
        found = () if problems else (Problem(Span(path, 0), code, variant=variant),)
        return None, (*problems, *found)
    reader = Reader(path, documents[0], "Asia/Jakarta")
    node = documents[0].fields
    known = shape.fields(Config, _DERIVED)
    values = shape.read(node, known, reader)
    for key, field in known.items():
        if field.required and field.name not in values:
            shape.missing(node, key, reader)
            values[field.name] = MISSING
    problems += tuple(reader.problems)
    if MISSING in values.values() or any(each.severity == "error" for each in problems):
        return None, problems
    values["base_url"] = values["base_url"].rstrip("/")
    lines = {key.value: (key.line, key.column) for key, _ in node.entries}
    return msgspec.structs.replace(Config(**values), lines=lines), problems
