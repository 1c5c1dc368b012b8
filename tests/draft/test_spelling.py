"""Spellings: one person's name is written in many ways."""

import pytest

from digest.draft.spelling import alike, respelt


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("supriyadna", "supriadna"),
        ("djoko", "joko"),
        ("soekarno", "sukarno"),
        ("achmad", "ahmad"),
        ("muhammad", "mohamad"),
        ("moh", "muhammad"),
        ("khairuddin", "khairudin"),
        ("syahrul", "sahrul"),
        ("b", "budi"),
    ],
)
def test_spellings_sound_alike(one: str, other: str) -> None:
    """Old letters, double ones, and Arabic ones make no other name."""
    assert alike(one, other)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("budi sutrisna", "budi sutrisno", True),
        ("wan zulham", "wan zul", True),
        ("mohamad jufri", "muhammad djufri", True),
        ("siti aminah", "siti aminatun", False),
        ("budi hartono", "budi hartanto", False),
        ("budi contoh", "adi contoh", False),
        ("budi", "budi", False),
    ],
)
def test_a_name_of_several_parts_may_differ_in_one_ending(one: str, other: str, same: bool) -> None:  # noqa: FBT001
    """Another last vowel or a clipped last part is a slip; another ending is another name."""
    assert respelt(tuple(one.split()), tuple(other.split())) is same
