"""The guard: whatever a page does to its reader, the program goes on."""

import sys
from collections.abc import Iterator

import pytest

from digest.draft.guard import Guard, Limits
from digest.draft.known import Known
from digest.draft.model import Person
from digest.draft.source import SourceError
from digest.draft.worker import Read, Setup

# Invented people and places.
SENTENCE = (
    "Kepala Desa Sukamaju Budi Contoh membuka musyawarah desa yang membahas perbaikan jalan di "
    "Balai Desa Sukamaju, Kabupaten Indramayu, pada Selasa (23/1/2024)."
)
TEXT = Read(f"Musyawarah Desa Sukamaju\n\n{SENTENCE}\n".encode(), html=False)
PAGE = Read(
    f"<html><head><title>Musyawarah Desa Sukamaju</title></head><body><article>"
    f"<p>{SENTENCE}</p><p>{SENTENCE}</p></article></body></html>".encode(),
    html=True,
    url="https://infocontoh.example/1",
)
SIZE = 1 << 20


def filled(unit: str, size: int = SIZE) -> Read:
    """Make a page of one piece of markup over and over."""
    return Read(f"<html><body>{unit * (size // len(unit))}".encode(), html=True)


@pytest.fixture(scope="module")
def guard() -> Iterator[Guard]:
    with Guard(pages=True) as started:
        yield started


def refused(guard: Guard, task: Read) -> SourceError:
    with pytest.raises(SourceError) as raised:
        guard.read(task)
    return raised.value


def test_a_text_is_drafted(guard: Guard) -> None:
    """A plain text goes in, and a proposal with its evidence comes out."""
    made = guard.read(TEXT)
    assert made.article.text.startswith("Musyawarah Desa Sukamaju\n")
    assert made.draft.is_event
    assert made.draft.entry["date"] == "2024-01-23"


def test_a_page_is_drafted(guard: Guard) -> None:
    """A page goes in; a publisher that is only guessed is among what to look at."""
    made = guard.read(PAGE)
    assert made.article.text == f"{SENTENCE}\n\n{SENTENCE}"
    assert made.article.publisher == "Info Contoh"
    assert "sources[0].publisher" in made.draft.unsure


def test_what_the_editor_says_counts(guard: Guard) -> None:
    """A date of publication given by hand beats the page's own."""
    task = Read(PAGE.data, html=True, url=PAGE.url, published="2024-02-01")
    assert guard.read(task).article.published == "2024-02-01"


def test_names_the_site_knows_reach_the_child() -> None:
    """The site's own spelling of a name is there where names are matched."""
    known = Known({"budicontoh": Person("Budi Contoh")}, {"pemdes": "Pemerintah Desa"})
    assert known.person("BUDI  contoh") == Person("Budi Contoh")
    assert known.person("Siti") is None
    assert known.organisation("Pem-Des") == "Pemerintah Desa"
    with Guard(lambda: Setup(known=known)) as started:
        assert started.read(TEXT).draft.is_event


@pytest.mark.parametrize(
    "unit",
    ["<div>", "<a x=", "<!--", "<table><tr><td>x", "<svg><g>", "<", "<p><span>x</span>", "x<br>",
     "<script type=application/ld+json>["],
)  # fmt: skip
def test_a_hostile_page_is_refused_and_the_next_is_read(guard: Guard, unit: str) -> None:
    """A page made to hurt its reader ends in one problem, and the next source is served."""
    assert refused(guard, filled(unit)).code in {
        "source-no-article",
        "source-too-costly",
        "source-too-large",
        "source-unreadable",
    }
    assert guard.read(TEXT).draft.is_event


def test_a_page_that_takes_too_long_is_stopped() -> None:
    """When time is up the child is stopped, and another one serves what comes next."""
    with Guard(pages=True, limits=Limits(read=0.05)) as started:
        assert refused(started, filled("<p>x", 4 * SIZE - 100)).code == "source-too-costly"


def test_a_fetch_that_takes_too_long_is_stopped() -> None:
    """A name server that never answers ends with the time of one page; the next source is read."""
    with Guard(limits=Limits(fetch=0.0)) as started:
        with pytest.raises(SourceError) as raised:
            started.fetch("http://berita.example/")
        assert (raised.value.code, raised.value.values) == ("fetch-slow", {"seconds": "0"})
        assert started.read(TEXT).draft.is_event


def test_a_reader_that_does_not_start_is_told() -> None:
    """A broken installation is not blamed on the article."""
    with Guard(pages=True, limits=Limits(start=0.0)) as started:
        assert refused(started, TEXT).code == "reader-failed"


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux counts address space for sure")
def test_a_page_that_takes_too_much_memory_is_stopped() -> None:
    """When memory is up the task ends, and the next is served."""
    with Guard(lambda: Setup(memory=96 * SIZE), pages=True, limits=Limits(read=20)) as started:
        assert refused(started, filled("<p>x", 4 * SIZE - 100)).code in {
            "source-too-costly",
            "source-unreadable",
            "source-no-article",
        }
        assert started.read(PAGE).draft.is_event


@pytest.mark.skipif(sys.platform == "win32", reason="Windows counts no seconds for us")
def test_a_page_that_takes_too_much_work_is_stopped() -> None:
    """Without any clock on the wall, the system itself stops a child that works too long."""
    with Guard(lambda: Setup(seconds=0), pages=True, limits=Limits(read=60)) as started:
        assert refused(started, filled("<p>x</p>", 4 * SIZE - 100)).code == "source-too-costly"
        assert started.read(TEXT).draft.is_event


def test_an_empty_source_is_told(guard: Guard) -> None:
    """What the child refuses keeps its name and values."""
    error = refused(guard, Read(b"x" * (SIZE // 2), html=False))
    assert (error.code, error.values) == ("source-too-large", {"limit": "256 KB"})


def test_the_child_reaches_nothing_private(guard: Guard) -> None:
    """An address on this machine is refused in the child as well."""
    for url in ("http://localhost/", "http://127.0.0.1:1/", "file:///etc/passwd", "http://[::1]/"):
        with pytest.raises(SourceError) as raised:
            guard.fetch(url)
        assert raised.value.code in {"private-address", "bad-address"}


def test_no_child_is_left() -> None:
    """When a batch is over, its child is gone."""
    with Guard() as started:
        started.read(TEXT)
        child = started._child  # noqa: SLF001 - what is asked is whether it lives
    assert child is not None
    assert child.poll() is not None
