"""Stage: draft, the outside world. A proposal becomes one new file, and nothing else is touched.

comes in: a draft, the article it was made from, what looks like it, and random bytes for its id
goes out: the text of an entry with `status: draft`, and the file that holds it

Every field the editor must look at carries a comment with the sentence behind it.
"""

import os
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import date
from itertools import count
from pathlib import Path, PurePosixPath

from digest.catalogue import MESSAGES, text
from digest.draft.duplicates import Duplicate
from digest.draft.model import Article, Draft, Evidence
from digest.draft.source import SourceError
from digest.regency import Gazetteer
from digest.slug import slugify
from digest.yaml import Value, comment, yaml_text

_LETTERS = "0123456789abcdefghjkmnpqrstvwxyz"  # Crockford's: nothing to confuse, nothing to misread
_ID_LENGTH = 10
_ENTROPY = 7  # bytes, of which 50 bits are used
_SENTENCE = 200  # characters of evidence shown
_ORDER = (
    *("id", "status", "title", "date", "end_date", "time", "date_precision", "kind", "mode"),
    *("event_status", "places", "concerns", "participants", "topics", "summary", "sources"),
)
# What a sentence is shown for only if it is uncertain: the rest of a person stands beside the name.
_DETAILS = frozenset({"title", "position", "organisation", "role", "on_behalf_of", "mode"})
_REQUIRED = ("title", "date", "places", "topics", "sources", "summary", "published")
# What an item of a list must have.
_NEEDED = {"places": ("regency",), "sources": ("url", "publisher")}


def mint_id(entropy: bytes) -> str:
    """Make an id of ten letters and digits from at least seven random bytes."""
    if len(entropy) < _ENTROPY:
        raise ValueError(f"an id takes {_ENTROPY} random bytes")
    number = int.from_bytes(entropy[:_ENTROPY], "big")
    return "".join(_LETTERS[number >> 5 * place & 31] for place in reversed(range(_ID_LENGTH)))


def entry_path(day: str | None, title: str) -> PurePosixPath:
    """Name an entry's file by the ISO week and day of its event, or among the undated drafts."""
    name = slugify(title)
    try:
        when = date.fromisoformat(day or "")
    except ValueError:
        return PurePosixPath("content", "draf", f"{name}.md")
    year, week, _ = when.isocalendar()
    folder = PurePosixPath("content", f"{year:04d}", f"W{week:02d}")
    return folder / f"{when.isoformat()}-{name}.md"


def draft_text(  # noqa: PLR0913 - each is one part of the file
    identity: str,
    draft: Draft,
    article: Article,
    *,
    gazetteer: Gazetteer,
    language: str,
    same: Iterable[Duplicate] = (),
) -> str:
    """Write a draft as an entry file: front matter with remarks, and an empty body."""
    named = _named(draft.entry, gazetteer)
    whole, pending = _parted({"id": identity, "status": "draft", **named})
    head = "".join(f"{comment(line)}\n" for line in _heading(draft, whole, language, same))
    remarks = _remarks(draft, article, language)
    later = f"{comment(text(language, 'draft.pending'))}\n" if pending else ""
    if pending:
        later += "".join(f"# {line}\n" for line in yaml_text(pending, remarks).splitlines())
    return f"---\n{head}{yaml_text(whole, remarks)}{later}---\n"


def create(root: Path, path: PurePosixPath, content: str, taken: Collection[str] = ()) -> Path:
    """Write a new file below `root`, under the next free name; never over another one.

    `taken` are the stems in use anywhere on the site. Raises SourceError where `path` would leave
    `root` through a link, and OSError where the file cannot be written; nothing is left then.
    """
    folder = root / path.parent
    _stay(root, folder)
    folder.mkdir(parents=True, exist_ok=True)
    for number in count(1):
        stem = path.stem if number == 1 else f"{path.stem}-{number}"
        if stem in taken:
            continue
        with suppress(FileExistsError):
            return create_file(folder / f"{stem}.md", content)
    raise AssertionError("numbers do not end")


def create_file(path: Path, content: str) -> Path:
    """Write a new file; raises FileExistsError where there is one, and leaves no half of one."""
    with path.open("x", encoding="utf-8", newline="\n") as file:
        try:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        except BaseException:
            with suppress(OSError):
                path.unlink()
            raise
    return path


def _stay(root: Path, folder: Path) -> None:
    """Refuse a folder that a link leads out of the site."""
    existing = next(each for each in (folder, *folder.parents) if each.exists())
    if not existing.resolve().is_relative_to(root.resolve()):
        raise SourceError("draft-outside", path=folder.as_posix())


def note(language: str, code: str, values: Mapping[str, str]) -> str:
    """Say a note of the extraction in the editor's language; one without words by its code."""
    key = f"draft.{code}"
    return text(language, key, **values) if key in MESSAGES else code


# ── values ────────────────────────────────────────────────────────────────────────────────────────


def _parted(entry: Mapping[str, Value]) -> tuple[dict[str, Value], dict[str, Value]]:
    """Set apart the items that no entry may have as they are, so that a draft never stops a build.

    What is missing in them is shown by an ellipsis, for the editor to put in.
    """
    whole = {key: entry[key] for key in (*_ORDER, *entry) if key in entry}
    pending: dict[str, Value] = {}
    for key, needed in _NEEDED.items():
        items = [item for item in _items(whole.get(key)) if isinstance(item, Mapping)]
        fit = [item for item in items if set(needed) <= item.keys()]
        if len(fit) < len(items):
            pending[key] = [
                {**dict.fromkeys(needed, "…"), **item} for item in items if item not in fit
            ]
            whole[key] = fit
    return {key: value for key, value in whole.items() if value}, pending


def _items(value: "Value | None") -> "Sequence[Value]":
    return value if isinstance(value, Sequence) and not isinstance(value, str) else ()


def _named(entry: Mapping[str, object], gazetteer: Gazetteer) -> dict[str, Value]:
    """Give the entry as text to be written, its regencies by the names an editor can check."""
    fields = {key: value for key, each in entry.items() if (value := _value(each)) is not None}
    places = fields.get("places")
    if isinstance(places, list):
        for place in places:
            if isinstance(place, dict) and isinstance(place.get("regency"), str):
                place["regency"] = _full(str(place["regency"]), gazetteer)
    concerns = fields.get("concerns")
    if isinstance(concerns, list):
        fields["concerns"] = [_full(str(code), gazetteer) for code in concerns]
    return fields


def _full(code: str, gazetteer: Gazetteer) -> str:
    regency = gazetteer.regencies.get(code)
    return regency.full if regency else code


def _value(value: object) -> "Value | None":
    """Give anything as text, lists and mappings; None where there is nothing to write."""
    if value is None or value in ("", [], (), {}):
        return None
    if isinstance(value, Mapping):
        fields = {str(key): each for key, item in value.items() if (each := _value(item))}
        return fields or None
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [each for item in value if (each := _value(item))] or None
    return str(value)


# ── remarks ───────────────────────────────────────────────────────────────────────────────────────


def _heading(
    draft: Draft, entry: Mapping[str, object], language: str, same: Iterable[Duplicate]
) -> Iterator[str]:
    """Say above the fields what is missing, what could not be told, and what looks like it."""
    yield text(language, "draft.heading")
    missing = [key for key in _REQUIRED if key not in entry]
    yield text(language, "draft.missing", keys=", ".join(missing))
    for each in same:
        yield text(language, "draft.same", path=each.path)
    told = dict.fromkeys(
        f"{each.field}: {note(language, each.code, each.values)}"
        for each in draft.notes
        if not _has(entry, each.field)
    )
    yield from told
    noted = {each.field for each in draft.notes}
    lost = [each for each in draft.unsure if not _has(entry, each) and each not in noted]
    if lost:
        yield text(language, "draft.look", keys=", ".join(lost))


def _has(entry: object, field: str) -> bool:
    """Tell whether the path of a field leads to something in the entry."""
    value = entry
    for part in field.replace("]", "").replace("[", ".").split("."):
        if isinstance(value, Mapping) and part in value:
            value = value[part]
        elif isinstance(value, Sequence) and part.isdecimal() and int(part) < len(value):
            value = value[int(part)]
        else:
            return False
    return True


def _remarks(draft: Draft, article: Article, language: str) -> dict[str, str]:
    """Give each uncertain field its notes and evidence, and each fact the sentence behind it."""
    notes: dict[str, list[str]] = {field: [] for field in draft.unsure}
    for each in draft.notes:
        notes.setdefault(each.field, []).append(note(language, each.code, each.values))
    evidence = {each.field: each for each in reversed(draft.evidence)}
    remarks: dict[str, str] = {}
    seen: set[str] = set()
    for field in dict.fromkeys((*(each.field for each in draft.evidence), *notes)):
        parent = field.rpartition(".")[0]
        proof = evidence.get(field) or evidence.get(f"{parent}.name") or evidence.get(parent)
        sentence = _cut(proof, article) if proof else ""
        if field in notes:
            said = "; ".join(dict.fromkeys(notes[field])) or text(language, "draft.unsure")
            behind = f" «{sentence}»" if sentence else ""
            remarks[field] = _line(text(language, "draft.check", said=said) + behind)
        elif proof and proof.sentence not in seen and field.rpartition(".")[2] not in _DETAILS:
            remarks[field] = _line(text(language, "draft.evidence", sentence=sentence))
        seen.add(proof.sentence if proof else "")
    return remarks


def _line(text: str) -> str:
    return " ".join(text.split())


def _cut(evidence: Evidence, article: Article) -> str:
    """Shorten a sentence around the words that matter."""
    sentence = " ".join(evidence.sentence.split())
    if len(sentence) <= _SENTENCE:
        return sentence
    words = " ".join(article.text[evidence.start : evidence.end].split())
    middle = max(sentence.find(words), 0) + len(words) // 2
    start = min(max(middle - _SENTENCE // 2, 0), len(sentence) - _SENTENCE)
    cut = sentence[start : start + _SENTENCE].strip()
    return f"{'…' if start else ''}{cut}{'…' if start + _SENTENCE < len(sentence) else ''}"
