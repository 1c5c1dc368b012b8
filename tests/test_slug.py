"""Names that are safe as one part of a path."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digest.slug import BYTES, LIMIT, RESERVED, check, check_alias, slugify


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Polres Indramayu", "polres-indramayu"),
        ("M. Fahri Siregar", "m-fahri-siregar"),
        ("Ma'ruf Amin", "maruf-amin"),
        ("Ćosić & Œuvre", "cosic-oeuvre"),
        ("  --a--  ", "a"),
        ("con", "con-1"),
        ("index", "index-1"),
        ("Пётр", "u-41f-451-442-440"),
        ("", "u"),
    ],
)
def test_slugs(text: str, slug: str) -> None:
    """A name becomes a part of an address that people can read and type."""
    assert slugify(text) == slug


@settings(deadline=None)
@given(st.text())
def test_any_text_has_a_safe_slug(text: str) -> None:
    """Whatever a name is, its page has an address: short, plain, never another meaning."""
    slug = slugify(text)
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug)
    assert len(slug) <= LIMIT
    assert slug not in RESERVED
    assert slugify(slug) == slug
    assert check(slug) is None


def test_long_names_end_at_a_word() -> None:
    """A long name is cut between words where it can be."""
    assert slugify("kata " * 30) == "-".join(["kata"] * 16)
    assert slugify("x" * 100) == "x" * LIMIT


@settings(deadline=None)
@given(st.text(max_size=40))
def test_what_passes_is_one_safe_part(slug: str) -> None:
    """No slug that passes leaves its folder, hides, or is read as an escape."""
    if check(slug) is None:
        assert not set(slug) & set('/\\%?#:*"<>| \0')
        assert not slug.startswith(".")
        assert not slug.endswith(".")
        assert len(slug.encode()) <= BYTES


@settings(deadline=None)
@given(st.text("ab./\\%2e\0 -_?#", max_size=20))
def test_aliases_stay_within_the_site(path: str) -> None:
    """No former path that passes climbs, starts at a host or hides a sign."""
    if check_alias(path) is None:
        parts = path.strip("/").split("/")
        assert all(part and not part.startswith(".") for part in parts)
        assert not set(path) & set("\\%?# \0")
        assert not path.startswith("//")
