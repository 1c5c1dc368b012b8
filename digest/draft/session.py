"""Stage: draft. One run of the command: each source from what was typed to what is written.

comes in: a `Context` with the site's folder, names and entries; the arguments; a `Guard`
goes out: entry files, Markdown or JSON on standard output, talk on standard error
"""

import os
import re
from argparse import Namespace
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path, PurePosixPath
from typing import IO, Final

import msgspec
from msgspec import Struct

from digest import report
from digest.catalogue import MESSAGES, text
from digest.draft.duplicates import Duplicate, Row, duplicates, proposed
from digest.draft.guard import Guard
from digest.draft.known import Known
from digest.draft.model import Article, Draft
from digest.draft.source import PAGE_LIMIT, SourceError, is_html
from digest.draft.worker import Drafted, Read
from digest.problem import Problem, Span
from digest.regency import Gazetteer

ADDRESS: Final = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)
"""How a source starts that is an address, good or bad."""
PAGES: Final = (".html", ".htm", ".xhtml")
"""How the names of pages end."""
_CLEAR = "\r\x1b[K"  # to the start of a terminal's line, and nothing on it
_BAR = 20  # characters of a progress bar
_LINE = 55  # characters beside it


class Context(Struct, frozen=True):
    """What a draft needs of the site and the world around it."""

    stdin: IO[bytes]
    """What `-` reads."""
    stdout: IO[str]
    """Where data goes."""
    stderr: IO[str]
    """Where talk goes."""
    gazetteer: Callable[[], Gazetteer]
    """The site's regencies, or the shipped ones."""
    language: str = "id"
    """`id` or `en`."""
    root: Path | None = None
    """The site's folder; None outside of one."""
    gazetteer_path: Callable[[], Path | None] = lambda: None
    """A site's own gazetteer file, which the child reads for itself."""
    known: Callable[[], Known] = Known
    """The names the site knows."""
    rows: Callable[[], Iterable[Row]] = tuple
    """The entries there are, for duplicates."""
    entropy: Callable[[int], bytes] = os.urandom
    """Random bytes, for ids."""
    environment: Mapping[str, str] = os.environ
    """Where the settings of a language model are."""
    quiet: bool = False
    """Whether only problems are told."""


class Session:
    """What has been written so far, and where things go."""

    def __init__(self, args: Namespace, context: Context, guard: Guard) -> None:
        """Read the entries there are, while the guarded child loads its libraries."""
        self._args, self._context, self._guard = args, context, guard
        self._rows = list(context.rows())

    def serve(self, number: int, source: str) -> bool:
        """Draft from one source; False when it gave a problem."""
        self._progress(number, source)
        try:
            made = self._guard.read(self._task(source))
            made = self._asked(source, made)
            self._put(source, made)
        except SourceError as error:
            return self._failed(source, error)
        except FileExistsError as error:
            return self._failed(source, SourceError("draft-exists", path=str(error.filename)))
        except BrokenPipeError:
            raise  # whoever read our output has had enough; the command knows how to end
        except OSError as error:
            path = str(error.filename or self._args.out or "content")
            reason = error.strerror or type(error).__name__
            return self._failed(source, SourceError("draft-unwritable", path=path, reason=reason))
        return True

    # ── in ────────────────────────────────────────────────────────────────────────────────────────

    def _task(self, source: str) -> Read:
        args = self._args
        if ADDRESS.match(source):
            page = self._guard.fetch(source)
            url = args.url or page.url
            return Read(page.data, page.html, url, args.published, page.charset)
        data = self._context.stdin.read(PAGE_LIMIT + 1) if source == "-" else _file(source)
        html = source.lower().endswith(PAGES) or is_html(data)
        return Read(data, html, args.url, args.published)

    def _asked(self, source: str, made: Drafted) -> Drafted:
        """Ask a language model too, if wanted; whatever goes wrong, the rules' draft stands."""
        if not self._args.llm:
            return made
        from digest.draft import llm  # noqa: PLC0415 - only if asked for
        from digest.draft.answer import ModelError  # noqa: PLC0415 - likewise

        language = self._context.language
        try:
            where = llm.settings(self._context.environment)
            gazetteer = self._context.gazetteer()
            draft = llm.ask(made.article, made.draft, gazetteer, where)
        except ModelError as error:
            reason = text(language, f"draft.llm.{error.code}", **error.values)
            self._say("draft.llm.fallback", source=source, reason=reason)
            return made
        return Drafted(made.article, draft)

    # ── out ───────────────────────────────────────────────────────────────────────────────────────

    def _put(self, source: str, made: Drafted) -> None:
        same = duplicates(made.draft.entry, self._rows) if made.draft.is_event else ()
        if self._args.json:
            line = msgspec.json.encode(_object(source, made.draft, same)).decode()
            self._context.stdout.write(f"{line}\n")
            self._context.stdout.flush()
        elif made.draft.is_event:
            self._write(source, made.article, made.draft, same)
        else:
            key = f"draft.reason.{made.draft.reason}"
            reason = text(self._context.language, key) if key in MESSAGES else made.draft.reason
            self._say("draft.no-event", source=source, reason=reason)

    def _write(
        self, source: str, article: Article, draft: Draft, same: tuple[Duplicate, ...]
    ) -> None:
        from digest.draft import write  # noqa: PLC0415 - not for --json

        context, out = self._context, self._args.out
        identity = write.mint_id(context.entropy(7))
        gazetteer, language = context.gazetteer(), context.language
        content = write.draft_text(
            identity, draft, article, gazetteer=gazetteer, language=language, same=same
        )
        if out == "-":
            context.stdout.write(content)
        else:
            row = proposed(draft.entry)
            path = write.entry_path(row.date, row.title or source)
            if out is None and context.root is not None:
                taken = {PurePosixPath(each.path).stem for each in self._rows}
                made = write.create(context.root, path, content, taken)
                shown = made.relative_to(context.root).as_posix()
            else:
                made = write.create_file(Path(out), content)
                shown = str(made)
            context.stdout.write(f"{made}\n")
            self._rows.append(msgspec.structs.replace(row, id=identity, path=shown))
        context.stdout.flush()
        for each in same:
            reasons = ", ".join(text(language, f"draft.same.{reason}") for reason in each.reasons)
            self._say("draft.same.said", source=source, path=each.path, reasons=reasons)
        fields = ", ".join(draft.unsure) or text(language, "draft.nothing")
        self._say("draft.written", source=source, fields=fields)

    def _progress(self, number: int, source: str) -> None:
        count, stream = len(self._args.source), self._context.stderr
        if count > 1 and self._live():
            done = _BAR * (number - 1) // count
            bar = "█" * done + "░" * (_BAR - done)
            stream.write(f"{_CLEAR}{bar} {_plain(f'{number}/{count} {source}')[:_LINE]}")
            stream.flush()

    def close(self) -> None:
        """Leave nothing of the progress bar behind."""
        if self._live():
            self._context.stderr.write(_CLEAR)

    def _say(self, key: str, **values: str) -> None:
        if not self._context.quiet:
            self._tell(_plain(text(self._context.language, key, **values)) + "\n")

    def _failed(self, source: str, error: SourceError) -> bool:
        problem = Problem(Span(_plain(source), 0), error.code, dict(error.values))
        self._tell(report.text([problem], self._context.language))
        return False

    def _tell(self, words: str) -> None:
        self._context.stderr.write(f"{_CLEAR}{words}" if self._live() else words)

    def _live(self) -> bool:
        """Tell whether talk goes to a terminal that can clear a line."""
        dumb = self._context.environment.get("TERM") == "dumb"
        return self._context.stderr.isatty() and not dumb and not self._context.quiet


def _file(source: str) -> bytes:
    """Read a regular file, up to a byte more than any source may have."""
    path = Path(source)
    try:
        if path.exists() and not path.is_file():
            raise SourceError("source-not-file")  # a pipe would be waited for without end
        with path.open("rb") as file:
            return file.read(PAGE_LIMIT + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "?"
        raise SourceError("source-unreadable", reason=reason) from error


def _object(source: str, draft: Draft, same: tuple[Duplicate, ...]) -> dict[str, object]:
    """Give a draft as `--json` prints it."""
    evidence = {
        each.field: {"sentence": each.sentence, "start": each.start, "end": each.end}
        for each in reversed(draft.evidence)
    }
    return {
        "source": source.encode("utf-8", "replace").decode(),  # names of files may hold any bytes
        "is_event": draft.is_event,
        "entry": {"status": "draft", **draft.entry},
        "evidence": dict(reversed(evidence.items())),
        "unsure": list(draft.unsure),
        "duplicates": [
            {"id": each.id, "path": each.path, "reasons": list(each.reasons)} for each in same
        ],
    }


def _plain(words: str) -> str:
    """Let nothing of a source's name move the cursor."""
    return "".join(each if each.isprintable() else "\ufffd" for each in words)
