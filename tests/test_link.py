"""Links in entries that lead nowhere."""

import pytest

import many
from digest import link

PATHS = {"tentang/index.html", "entri/rekaan-2/index.html", "feed.xml", "topik/x/index.html"}


def found(body: str, unread: tuple[str, ...] = ()) -> list[str]:
    """Return the addresses that are reported of a body."""
    one = many.one(1, body=body, lines={"body": (9, 1)})
    return [
        problem.values["value"]
        for problem in link.problems([one], PATHS.__contains__, PATHS, unread)
    ]


@pytest.mark.parametrize(
    "href",
    ["/tentang/", "/entri/rekaan-2/", "../rekaan-2/", "/feed.xml", "https://a.example/x",
     "/topik/x/?a=1", "mailto:a@b.example", "/tentang/#x"],
)  # fmt: skip
def test_links_that_lead_somewhere(href: str) -> None:
    """An editor may link to any page and feed of the site, and to other sites."""
    assert found(f"[a]({href})") == []


@pytest.mark.parametrize("href", ["/tidak-ada/", "rekaan-2", "#bagian", "/entri/rekaan-9/"])
def test_links_that_lead_nowhere(href: str) -> None:
    """A reader never meets a broken link that an editor could have mended."""
    assert found(f"Lihat [a]({href}).") == [href]


def test_the_place_is_that_of_the_link() -> None:
    """An editor finds the link at the line and column that are named."""
    one = many.one(1, body="Satu.\n\nDua [a](/tdak/).", lines={"body": (9, 1)})
    (problem,) = link.problems([one], PATHS.__contains__, PATHS)
    assert (problem.span.line, problem.span.column, problem.span.length) == (11, 9, 6)
    assert problem.span.text == "Dua [a](/tdak/)."


def test_a_link_to_a_file_with_mistakes_is_not_called_broken() -> None:
    """One mistake does not raise a second, false alarm elsewhere."""
    assert found("[a](/entri/rekaan-9/)", ("rekaan-9",)) == []
    assert found("[a](/topik/baru/)", ("rekaan-9",)) == []
    assert found("[a](/tidak-ada/)", ("rekaan-9",)) == ["/tidak-ada/"]


def test_code_is_not_a_link() -> None:
    """An example in code may say anything."""
    assert found("`[a](/tidak-ada/)`") == []
