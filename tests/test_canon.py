"""The one form of an index: equal bytes for equal records, and short files that lose no word."""

import json
import zlib
from typing import Any

import cbor2
import pytest

from digest import canon

WORDS = [f"kata{number:04d}" for number in range(2000)]
VALUES = [[f"Nilai {number}", [number]] for number in range(50)]


def packed(value: object) -> bytes:
    """Pack a value as Pagefind does."""
    data = value if isinstance(value, bytes) else cbor2.dumps(value)
    stream = zlib.compressobj(9, zlib.DEFLATED, 31)
    return stream.compress(canon.MAGIC + data) + stream.flush()


def read(data: bytes) -> Any:  # noqa: ANN401 -- lists of lists
    return cbor2.loads(zlib.decompress(data, 31).removeprefix(canon.MAGIC))


def index(order: int = 1) -> dict[str, bytes]:
    """Return what Pagefind makes of invented records, its facets in one order or the other."""
    words = [[word, [[place, [-25, 300 * place], []]], []] for place, word in enumerate(WORDS)]
    table = [["kata", "kata1", "id_a"], ["kata1", "kata2", "id_b"]]
    facets = [["topik", "id_t"], ["tahun", "id_j"]][::order]
    meta = ["1.5.2", [["id_1", 9]], table, facets, [["tanggal", [0]]], ["title"]]
    entry = {"version": "1.5.2", "languages": {"id": {"hash": "id_m", "wasm": "id"}}}
    fragment = {"url": "/entri/a/", "content": "Kata.", "word_count": 1, "filters": {"t": ["n"]}}
    return {
        canon.ENTRY: json.dumps(entry).encode(),
        "pagefind.id_m.pf_meta": packed(meta),
        "index/id_a.pf_index": packed([words[:1000]]),
        "index/id_b.pf_index": packed([words[1000:]]),
        "filter/id_t.pf_filter": packed(["topik", VALUES[::order]]),
        "filter/id_j.pf_filter": packed(["tahun", [["2023", [0]]]]),
        "fragment/id_1.pf_fragment": packed(
            json.dumps({**fragment, "meta": {"title": "Judul"}}).encode()
        ),
        "wasm.id.pagefind": packed(b"program"),
    }


def table(made: dict[str, bytes]) -> list[list[str]]:
    """Return the table of files of words."""
    name = json.loads(made[canon.ENTRY])["languages"]["id"]["hash"]
    found: list[list[str]] = read(made[f"pagefind.{name}.pf_meta"])[2]
    return found


def test_the_order_of_facets_does_not_matter() -> None:
    """Two builds of the same content publish the same index, whatever order Pagefind has it in."""
    assert canon.canonical(index()) == canon.canonical(index(-1))


def test_no_word_is_lost_and_none_is_out_of_its_place() -> None:
    """A word is found in the file whose borders it lies between."""
    made = canon.canonical(index())
    found = []
    for first, last, name in table(made):
        (words,) = read(made[f"index/{name}.pf_index"])
        assert first <= words[0][0]
        assert words[-1][0][: len(last)] <= last
        found += words
    assert [word for word, _, _ in found] == WORDS
    assert [pages for _, pages, _ in found] == [
        [[place, [-25, 300 * place], []]] for place in range(len(WORDS))
    ]


def test_a_query_loads_little() -> None:
    """A reader on a slow line waits for a few words, not for a third of the alphabet."""
    made = canon.canonical(index())
    names = [name for name in made if name.startswith("index/")]
    assert len(names) > 2
    for name in names:
        assert len(zlib.decompress(made[name], 31)) <= canon.CHUNK + 100
    assert table(made)[0][0] == "kata"
    assert table(made)[-1][1] == "kata2"


def test_a_word_larger_than_a_file_stays_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    """A word that is everywhere is found everywhere."""
    monkeypatch.setattr(canon, "CHUNK", 10)
    made = canon.canonical(index())
    assert len(table(made)) == len(WORDS)


def test_a_result_keeps_what_is_shown() -> None:
    """Nothing is sent to readers that no reader sees."""
    made = canon.canonical(index())
    data = zlib.decompress(made["fragment/id_1.pf_fragment"], 31).removeprefix(canon.MAGIC)
    assert json.loads(data) == {
        "url": "/entri/a/",
        "content": "Kata.",
        "meta": {"title": "Judul"},
    }
    assert zlib.decompress(made["wasm.id.pagefind"], 31) == canon.MAGIC + b"program"
