"""The trees of an output folder: which is reused, which is litter, and how they change places."""

from pathlib import Path

from digest import rotation, tree
from digest.output import Known, Seal
from trees import build, contents, known


def made(root: Path, *stamps: int) -> Known:
    """Make old trees beside `root/build` with seals of these stamps."""
    seals = {}
    for number, stamp in enumerate(stamps, 1):
        folder = root / f".digest-build-{number}"
        folder.mkdir()
        seals[tree.inode(folder)] = Seal(stamp, "", "")
    return Known({}, seals)


def test_oldest_is_reused_first(tmp_path: Path) -> None:
    """The tree that readers left longest ago is the next to be brought up to date."""
    before = made(tmp_path, 30, 10)
    old, litter = rotation.spares(tmp_path / "build", before)
    assert [place.name for place in old] == [".digest-build-2", ".digest-build-1"]
    assert litter == []


def test_litter_is_what_nobody_knows(tmp_path: Path) -> None:
    """What a killed build left, and any third tree, is to be removed; nothing else is."""
    before = made(tmp_path, 30, 10, 20)
    for name in (".digest-build-9", ".digest-build-x", ".digest-other-1", "build-1", "build"):
        (tmp_path / name).mkdir()
    old, litter = rotation.spares(tmp_path / "build", before)
    assert [place.name for place in old] == [".digest-build-3", ".digest-build-1"]
    assert [place.name for place in litter] == [".digest-build-9", ".digest-build-2"]


def test_free_name(tmp_path: Path) -> None:
    """A new tree takes no name that is taken, not even by a broken link."""
    (tmp_path / ".digest-build-1").mkdir()
    (tmp_path / ".digest-build-2").symlink_to("nowhere")
    assert rotation.free(tmp_path / "build").name == ".digest-build-3"


def test_first_tree_needs_no_exchange(tmp_path: Path) -> None:
    """Where there is no output yet the new tree just gets its name."""
    (tmp_path / ".digest-build-1").mkdir()
    rotation.swap(tmp_path / ".digest-build-1", tmp_path / "build")
    assert [place.name for place in tmp_path.iterdir()] == ["build"]


def test_trees_are_looked_through_before_they_are_linked(tmp_path: Path) -> None:
    """A tree that somebody touched is not vouched for again."""
    for version in range(2):
        build(tmp_path, contents(version))
    folders = [tmp_path / "build", tmp_path / ".digest-build-1"]
    seals = known(tmp_path)
    assert rotation.standing(folders, seals, whole=True) == seals.seals
    (tmp_path / ".digest-build-1/index.html").write_bytes(b"!")
    sound = rotation.standing(folders, seals, whole=True)
    assert set(sound) == {tree.inode(tmp_path / "build")}
    assert rotation.standing(folders, seals, whole=False) == seals.seals
    assert {seal.stamp for seal in rotation.stamped(sound, 7).values()} == {7}


def test_nothing_to_recover(tmp_path: Path) -> None:
    """After a build that ended well there is nothing to finish."""
    build(tmp_path, contents(1))
    before = sorted(tmp_path.rglob("*"))
    rotation.recover(tmp_path / "build")
    rotation.recover(tmp_path / "no/such/place")
    assert sorted(tmp_path.rglob("*")) == before


def test_unfinished_exchange_is_undone_while_the_site_is_there(tmp_path: Path) -> None:
    """A tree that was ready but not needed any more is removed; the site stays."""
    build(tmp_path, contents(1))
    (tmp_path / ".digest-build-ready").mkdir()
    rotation.recover(tmp_path / "build")
    assert not (tmp_path / ".digest-build-ready").exists()
    assert (tmp_path / "build/index.html").exists()
