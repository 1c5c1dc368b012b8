"""The settings of a site, from `site.yaml`.

In: located text values. Out: `Config`, or every problem of the file.
"""

from collections.abc import Mapping

from msgspec import Struct


class Config(Struct, frozen=True, omit_defaults=True):
    """What `site.yaml` says."""

    title: str
    """The site's name."""
    description: str
    """One sentence on what the site is."""
    base_url: str
    """Where the site will be, with its sub-path if any, without a closing slash."""
    id_authority: str
    """Domain and date for `tag:` ids, such as `example.org,2023`; never changed afterwards."""
    language: str = "id"
    """`id` or `en`."""
    timezone: str = "Asia/Jakarta"
    """The zone of moments written without one."""
    licence: str = ""
    """The licence of the summaries, as text or an address."""
    contact: str = ""
    """An e-mail or web address for corrections."""
    publisher: str = ""
    """Who is responsible for the site."""
    gazetteer: str | None = None
    """A file with another country's second-level areas, relative to the site's folder."""
    hub: str | None = None
    """The address of a WebSub hub."""
    share_images: bool = True
    """Whether entries get a picture for messengers and social networks."""
    map: str | None = None
    """A TopoJSON file with real shapes keyed by code, in place of tiles."""
    lines: Mapping[str, tuple[int, int]] = {}
    """Where keys stand in the file."""

    @property
    def base_path(self) -> str:
        """The sub-path of `base_url`: empty, or such as `/digest`."""
        rest = self.base_url.split("://", 1)[-1]
        slash = rest.find("/")
        return "" if slash < 0 else rest[slash:].rstrip("/")
