"""Loading: what has not changed since the last run comes from the cache."""

from pathlib import Path

import pytest

import small
from digest import decode, load
from digest.cache import Cache


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a site of three entries."""
    made = small.make(tmp_path / "site")
    for number in range(3):
        small.write(made, number)
    return made


def loaded(root: Path) -> load.Loaded:
    frame, _ = load.read_frame(root)
    assert frame
    with Cache.open(root, frame.decoding) as cache:
        return load.load(root, frame, cache)


def test_a_fresh_checkout_is_not_decoded_again(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a cache is kept and files are checked out anew, only what they say counts."""
    before = loaded(root)
    for place in sorted(root.glob("content/*.md")):
        text = place.read_bytes()
        place.unlink()
        place.write_bytes(text)
    small.write(root, 2, title="Judul baru")
    asked = []

    def entries(path: str, *rest: object) -> object:
        asked.append(path)
        return known(path, *rest)  # type: ignore[arg-type]

    known = decode.entries
    monkeypatch.setattr(decode, "entries", entries)
    after = loaded(root)
    assert asked == ["content/rekaan-0002.md"]
    assert after.entries[:2] == before.entries[:2]
    assert after.entries[2].title == "Judul baru"
