"""Whether a tree of published files is as we left it."""

import sys
from hashlib import sha256
from pathlib import Path

import msgspec
import pytest
from hypothesis import example, given
from hypothesis import strategies as some

from digest import tree
from digest.output import Seal
from trees import build, contents, known

posix = pytest.mark.skipif(sys.platform == "win32", reason="there all is read every time")


@pytest.fixture
def sealed(tmp_path: Path) -> tuple[Path, dict[str, str], Seal]:
    """Give a published tree, its sums and its seal."""
    build(tmp_path, contents(1))
    out = tmp_path / "build"
    seal = known(tmp_path).seals[tree.inode(out)]
    shas = tree.manifest(out, seal)
    assert shas is not None
    return out, shas, seal


def test_untouched_tree(sealed: tuple[Path, dict[str, str], Seal]) -> None:
    """A tree that nobody touched has no faults."""
    assert tree.check(*sealed) == tree.Faults()


def test_faults_are_named(sealed: tuple[Path, dict[str, str], Seal]) -> None:
    """What is altered, missing or strange is named by its path."""
    out, shas, seal = sealed
    (out / "entri/e1/index.html").write_bytes(b"!")
    (out / "entri/e2/index.html").unlink()
    (out / "entri/x").mkdir()
    (out / "entri/e3/y").touch()
    assert tree.check(out, shas, seal) == tree.Faults(
        frozenset({"entri/e1/index.html", "entri/e2/index.html"}), ("entri/e3/y", "entri/x")
    )
    some_shas = {path: shas[path] for path in ("entri/e1/index.html", "index.html")}
    assert tree.altered(out, some_shas, seal) == {"entri/e1/index.html"}


@posix
@pytest.mark.parametrize(
    ("seal", "reads"),
    [
        ({}, False),
        ({"boot": "another"}, True),
        ({"stamp": 2**62}, True),
        ({"stamp": 0}, True),
    ],
)
def test_when_bytes_are_read(
    sealed: tuple[Path, dict[str, str], Seal],
    monkeypatch: pytest.MonkeyPatch,
    seal: dict[str, object],
    *,
    reads: bool,
) -> None:
    """Bytes are compared after a restart, when clocks went back, and when inodes are younger."""
    out, shas, sure = sealed
    looked: list[str] = []

    def read(path: str) -> str:
        looked.append(path)
        return ""

    monkeypatch.setattr(tree, "_sha", read)
    stamp = max(place.lstat().st_ctime_ns for place in [out, *out.rglob("*")]) + 100_000_000
    monkeypatch.setattr("digest.tree.time.time_ns", lambda: stamp)
    tree.check(out, shas, msgspec.structs.replace(sure, **{"stamp": stamp, **seal}))
    assert bool(looked) is reads


@given(some.dictionaries(some.text(min_size=1), some.just("0" * 64)))
@example({",": "0" * 64})
@example({"!": "0" * 64, ",": "0" * 64})
def test_manifest_reads_back(shas: dict[str, str]) -> None:
    """Whatever files are called, the manifest is sound JSON, sorted, one file a line."""
    data = tree.manifest_bytes(shas)
    assert msgspec.json.decode(data) == {"version": 1, "files": shas}
    lines = (
        data.decode().splitlines()
        if not any(c in "".join(shas) for c in "\x85\u2028\u2029")
        else []
    )
    assert len(lines) in (0, max(len(shas), 1))
    assert list(msgspec.json.decode(data)["files"]) == sorted(shas)


@pytest.mark.parametrize(
    "data",
    [b"", b"{}", b"[]", b'{"version":2,"files":{}}', b'{"version":1,"files":{"a":1}}', b"\xff"],
)
def test_other_manifests_are_not_ours(tmp_path: Path, data: bytes) -> None:
    """A file of the same name that another program wrote vouches for nothing."""
    (tmp_path / "manifest.json").write_bytes(data)
    assert tree.manifest(tmp_path) is None
    assert tree.manifest(tmp_path / "gone") is None


def test_manifest_is_bound_to_its_seal(tmp_path: Path) -> None:
    """A manifest that was exchanged for another good one is not believed."""
    data = tree.manifest_bytes({"a": "0" * 64})
    (tmp_path / "manifest.json").write_bytes(data)
    assert tree.manifest(tmp_path, Seal(0, sha256(data).hexdigest(), "")) == {"a": "0" * 64}
    assert tree.manifest(tmp_path, Seal(0, "1" * 64, "")) is None


def test_folders_of_files() -> None:
    """Every folder on the way to a file is needed, the top too."""
    assert tree.folders([]) == {""}
    assert tree.folders(["a", "b/c", "d/e/f/g"]) == {"", "b", "d", "d/e", "d/e/f"}


def test_inode_of_what_is_no_folder(tmp_path: Path) -> None:
    """A link or a file is no tree."""
    (tmp_path / "file").touch()
    assert tree.inode(tmp_path / "file") == 0
    assert tree.inode(tmp_path / "gone") == 0
    assert tree.inode(tmp_path) == tmp_path.stat().st_ino
