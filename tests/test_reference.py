"""Problems that only show between entries."""

import pytest

import many
from digest import reference
from digest.entry import Entry


def codes(*entries: Entry) -> list[tuple[str, str]]:
    """Return the code and file of each problem."""
    return [(one.code, one.span.path) for one in reference.problems(entries)]


def test_sound_entries_have_no_problem() -> None:
    """An editor with nothing to mend is told nothing."""
    assert codes(many.one(1, related=("rekaan0002",)), many.one(2, part_of="rekaan0001")) == []


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"id": "rekaan0001"}, "repeated-id"),
        ({"slug": "REKAAN-1"}, "repeated-path"),
        ({"slug": "rekaan-1"}, "repeated-path"),
        ({"published": many.one(1).published}, "repeated-published"),
        ({"related": ("rekaan0009",)}, "unknown-entry"),
        ({"part_of": "rekaan0009"}, "unknown-entry"),
        ({"status": "merged", "merged_into": "rekaan0009"}, "unknown-entry"),
        ({"related": ("rekaan0002",)}, "self-reference"),
        ({"aliases": ("/a/", "/A")}, "repeated-path"),
    ],
)
def test_what_stands_twice_or_leads_nowhere(changes: dict[str, object], code: str) -> None:
    """An editor is told of each collision, at the entry that came second."""
    assert codes(many.one(1), many.one(2, **changes)) == [(code, "content/rekaan-2.md")]


def test_an_unknown_id_comes_with_the_nearest() -> None:
    """A slip of the finger is mended at a glance."""
    (problem,) = reference.problems([many.one(1), many.one(2, related=("rekaan00O1",))])
    assert problem.values["near"] == "rekaan0001"


def test_an_unknown_id_like_no_other_comes_with_no_guess() -> None:
    """Nobody is advised to let an entry refer to itself."""
    for value in ("zzzz", "rekaan0003"):
        (problem,) = reference.problems([many.one(2, related=(value,))])
        assert problem.variant == "none"


def test_merging_into_a_merged_entry_names_the_last_one() -> None:
    """A reader is never sent from redirect to redirect."""
    entries = (
        many.one(1),
        many.one(2, status="merged", merged_into="rekaan0001"),
        many.one(3, status="merged", merged_into="rekaan0002"),
    )
    (problem,) = reference.problems(entries)
    assert (problem.code, problem.values["into"]) == ("merged-twice", "rekaan0001")


def test_paths_that_some_file_systems_confuse_are_one() -> None:
    """A site that is built on one machine can be served by another."""
    assert reference.folded("Café") == reference.folded("CAFE\u0301")
