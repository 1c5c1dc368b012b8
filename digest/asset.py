"""The files of a theme that are published as they are, and what hosts are told about them.

In: the shipped files and a site's own. Out: their bytes by output path, named after their content
so that they can be kept for ever, and `_headers`, `robots.txt`, the web manifest.
"""

from collections.abc import Mapping
from hashlib import sha256
from types import MappingProxyType
from typing import Final

import msgspec

from digest import template
from digest.config import Config

FOLDER: Final = "aset/"
"""Where the theme's files go; nothing else is published there but pictures for sharing."""
META: Final = {
    "default-src": "'none'",
    "script-src": "'self' 'wasm-unsafe-eval'",
    "style-src": "'self'",
    "img-src": "'self'",
    "connect-src": "'self'",
    "manifest-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'self'",
    "require-trusted-types-for": "'script'",
}
"""What a page may do; `wasm-unsafe-eval` is for the search index, which is WebAssembly."""
POLICY: Final = "; ".join(f"{name} {value}" for name, value in META.items())
"""The content security policy as every page's `<meta>` has it."""
HEADER: Final = f"{POLICY}; frame-ancestors 'none'"
"""The policy as a host sends it: a `<meta>` cannot speak of frames."""

OPEN: Final = ("/*.xml", "/*.json", "/*.ics", "/*.opml", "/data/*")
"""What programs on other sites may read: feeds, calendars, downloads."""


def contents(overrides: Mapping[str, str]) -> Mapping[str, bytes]:
    """Return the theme's files by their names; a site's own take the place of shipped ones."""
    found = dict(template.shipped())
    found.update({name: text.encode() for name, text in overrides.items()})
    return MappingProxyType(
        {
            name.removeprefix(template.STATIC): data
            for name, data in sorted(found.items())
            if name.startswith(template.STATIC)
        }
    )


def addresses(files: Mapping[str, bytes]) -> Mapping[str, str]:
    """Return the address of each file below the root: `/aset/digest.3fa9c1d2.css`."""
    return MappingProxyType(
        {name: f"/{FOLDER}{_named(name, data)}" for name, data in files.items()}
    )


def _named(name: str, data: bytes) -> str:
    stem, dot, ending = name.rpartition(".")
    return f"{stem or ending}.{sha256(data).hexdigest()[:8]}{dot and stem and dot + ending}"


def published(config: Config, files: Mapping[str, bytes]) -> Mapping[str, bytes]:
    """Return every file a host is given beside the pages and feeds, by output path."""
    paths = addresses(files)
    return MappingProxyType(
        {
            **{paths[name].lstrip("/"): data for name, data in files.items()},
            "_headers": headers().encode(),
            "robots.txt": robots(config).encode(),
            "site.webmanifest": manifest(config, paths),
            ".nojekyll": b"",
        }
    )


def headers() -> str:
    """Return the headers of every path below the published folder, as static hosts read them."""
    return "\n".join(
        [
            "/*",
            f"  Content-Security-Policy: {HEADER}",
            "  Cross-Origin-Opener-Policy: same-origin",
            "  Permissions-Policy: camera=(), geolocation=(), microphone=()",
            "  Referrer-Policy: strict-origin-when-cross-origin",
            "  X-Content-Type-Options: nosniff",
            "  X-Frame-Options: DENY",
            f"/{FOLDER}*",
            "  Cache-Control: public, max-age=31536000, immutable",
            *(line for path in OPEN for line in (path, "  Access-Control-Allow-Origin: *")),
            "",
        ]
    )


def robots(config: Config) -> str:
    """Return the word to crawlers: everything may be read."""
    root = config.base_url.rstrip("/")
    return f"User-agent: *\nAllow: /\n\nSitemap: {root}/sitemap.xml\n"


def manifest(config: Config, paths: Mapping[str, str]) -> bytes:
    """Return the web application manifest."""
    base = config.base_path
    return msgspec.json.encode(
        {
            "name": config.title,
            "short_name": config.title[:12].strip(),
            "description": config.description,
            "lang": config.language,
            "start_url": f"{base}/",
            "scope": f"{base}/",
            "display": "minimal-ui",
            "background_color": "#fbfaf6",
            "theme_color": "#fbfaf6",
            "icons": [
                {"src": base + paths["icon.svg"], "sizes": "any", "type": "image/svg+xml"},
            ],
        }
    )
