"""The nearest of many names."""

from digest.near import CAREFUL, Nearest

NAMES = [f"nama{number:05d}x" for number in range(3000)]


def test_what_was_meant_is_found_however_many_mistakes_there_are() -> None:
    """The thousandth slip of a finger is mended like the first."""
    nearest = Nearest(NAMES)
    for number in range(CAREFUL + 30):
        assert nearest.to(f"nama{number:05d}y") == f"nama{number:05d}x"
        assert nearest.to(f"mama{number:05d}x") == f"nama{number:05d}x"


def test_what_is_like_nothing_is_left_alone() -> None:
    """No guess is made where none is likely."""
    nearest = Nearest(NAMES)
    assert {nearest.to("§§§§§§§§") for _ in range(CAREFUL + 2)} == {""}
    assert Nearest(()).to("nama") == ""
