"""What only shows when all entries are seen together: repeated ids, dangling references.

In: every decoded entry. Out: problems, each at the line of the key that has to change.
"""

import unicodedata
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence

from digest.entry import Entry
from digest.near import Nearest
from digest.problem import Problem, Span


def problems(entries: Sequence[Entry]) -> tuple[Problem, ...]:
    """Return every problem between entries, drafts and merged ones included."""
    by_id = {entry.id: entry for entry in entries}
    nearest = Nearest(by_id)
    return (
        *_repeated(entries, "repeated-id", "id", lambda entry: entry.id),
        *_repeated(entries, "repeated-path", "id", lambda entry: folded(entry.slug)),
        *_repeated(entries, "repeated-published", "published", lambda entry: entry.published),
        *_repeated_aliases(entries),
        *(problem for entry in entries for problem in _dangling(entry, by_id, nearest)),
    )


def folded(path: str) -> str:
    """Return a path as the least particular file system sees it."""
    if path.isascii():
        return path.lower()
    # Once is not enough: some letters fall apart when they are folded.
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", path).casefold())


def at(entry: Entry, key: str) -> Span:
    """Return the place of a key of an entry, or the top of its file."""
    line, column = entry.lines.get(key, (1, 1))
    return Span(entry.path, line, column, len(key))


def _repeated(
    entries: Iterable[Entry], code: str, key: str, value: Callable[[Entry], Hashable | None]
) -> Iterator[Problem]:
    first: dict[Hashable, Entry] = {}
    for entry in entries:
        found = value(entry)
        if found is None:
            continue
        other = first.setdefault(found, entry)
        if other is not entry:
            line = other.lines.get(key, (1, 1))[0]
            shown = entry.slug if code == "repeated-path" else str(found)
            values = {"value": shown, "other": other.path, "line": str(line)}
            yield Problem(at(entry, key), code, values)


def _repeated_aliases(entries: Iterable[Entry]) -> Iterator[Problem]:
    first: dict[str, Entry] = {}
    named = ((entry, *each) for entry in entries for each in enumerate(entry.aliases))
    for entry, number, alias in named:
        path = folded(alias.strip("/"))
        if path in first:
            line = first[path].lines.get("aliases", (1, 1))[0]
            values = {"value": alias, "other": first[path].path, "line": str(line)}
            yield Problem(at(entry, f"aliases.{number}"), "repeated-path", values)
        else:
            first[path] = entry


def _dangling(entry: Entry, by_id: Mapping[str, Entry], nearest: Nearest) -> Iterator[Problem]:
    named = [("related", f"related.{number}", key) for number, key in enumerate(entry.related)]
    named += [
        (key, key, value)
        for key, value in (("part_of", entry.part_of), ("merged_into", entry.merged_into))
        if value
    ]
    for key, place, value in named:
        if value == entry.id:
            yield Problem(at(entry, place), "self-reference", {"key": key, "value": value})
        elif value not in by_id:
            near = nearest.to(value)
            variant = "" if near and near != entry.id else "none"
            values = {"key": key, "value": value, "near": near}
            yield Problem(at(entry, place), "unknown-entry", values, variant=variant)
        elif key == "merged_into" and by_id[value].status == "merged":
            values = {"value": value, "into": str(by_id[value].merged_into)}
            yield Problem(at(entry, place), "merged-twice", values)
