"""The templates of a theme: where they come from, and what is wrong with one.

In: the shipped templates and a site's own, which override and may extend them. Out: a Jinja
environment that escapes everything and knows no undefined value, and a `Problem` with the
template's file and line when one fails. Content is never a template.
"""

import traceback
from collections.abc import Callable, Mapping, MutableMapping
from functools import cache
from hashlib import sha256
from keyword import iskeyword
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

import jinja2
import markupsafe
import msgspec
from jinja2.bccache import Bucket
from jinja2.compiler import CodeGenerator, Frame
from jinja2.nodes import Expr, Getattr
from markupsafe import Markup, escape

from digest.problem import Problem, Span

SHIPPED: Final = "!digest/"
"""What comes before the name of a shipped template, so that one that overrides it can extend it."""
STATIC: Final = "static/"
"""The folder of a theme whose files are published and not rendered."""


class BrokenTemplateError(Exception):
    """A template that cannot be read or rendered."""

    def __init__(self, problem: Problem) -> None:
        """Keep the problem an editor is shown."""
        super().__init__(f"{problem.span.path}:{problem.span.line}: {problem.values.get('reason')}")
        self.problem = problem

    def __reduce__(self) -> "tuple[type[BrokenTemplateError], tuple[Problem]]":
        """Travel between processes."""
        return (type(self), (self.problem,))


class _Loader(jinja2.BaseLoader):
    """A site's own templates first, then the shipped ones, which are also at `!digest/`."""

    def __init__(self, own: Mapping[str, str], shipped: Mapping[str, str]) -> None:
        self._own = own
        self._shipped = shipped

    def get_source(
        self, _environment: jinja2.Environment, template: str
    ) -> tuple[str, str, Callable[[], bool]]:
        plain = template.removeprefix(SHIPPED)
        if plain == template and template in self._own:
            return self._own[template], f"templates/{template}", _current
        if plain in self._shipped:
            return self._shipped[plain], f"{SHIPPED}{plain}", _current
        raise jinja2.TemplateNotFound(template)

    def list_templates(self) -> list[str]:
        return sorted({*self._own, *self._shipped})


def _current() -> bool:
    return True


_text: Callable[[str], str] = getattr(markupsafe, "_escape_inner", lambda text: str(escape(text)))
"""What `escape` does to text, without making a `Markup` of it: a tenth of the time."""


def escaped(value: object) -> str:
    """Return a value as HTML text: what is no `Markup` is escaped."""
    if type(value) is str:
        return _text(value)
    return value if type(value) is Markup else escape(value)


class _Writer(CodeGenerator):
    """Writes `{{ x }}` as a call of `escaped`, and `x.name` as Python does.

    Together they take a third off the time of a page. `x.name` is a field and never an item.
    """

    def visit_Getattr(self, node: Getattr, frame: Frame) -> None:  # noqa: N802 -- as the parent has it
        if iskeyword(node.attr):
            super().visit_Getattr(node, frame)
            return
        self.write("(")
        self.visit(node.node, frame)
        self.write(f").{node.attr}")

    def _output_child_pre(
        self, node: Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo
    ) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape:
            super()._output_child_pre(node, frame, finalize)
            return
        self.write("environment.escaped(")
        if finalize.src is not None:
            self.write(finalize.src)


class _Environment(jinja2.Environment):
    """An environment whose templates escape with `escaped`."""

    code_generator_class = _Writer
    escaped = staticmethod(escaped)

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """Return the globals of a template as one flat dict: every page copies it."""
        return {**self.globals, **(d or {})}


def _folder() -> Path:
    """Return the shipped theme: in the package where it is installed, beside it in a checkout."""
    packed = Path(__file__).parent / "templates"
    return packed if packed.is_dir() else packed.parent.parent / "templates"


class Compiled(jinja2.BytecodeCache):
    """Templates as Python has compiled them, for the next process.

    Words, addresses and assets are folded into them: they are good for one key of a view and
    one version of Python only. What cannot be read is as if it were not there.
    """

    def __init__(self, packed: bytes = b"") -> None:
        """Take what `packed` gave in an earlier process with the same key."""
        self.grown = False
        """Whether there is more to keep than was given."""
        self._known: dict[str, bytes] = {}
        total, rest = packed[:_SUM], packed[_SUM:]
        if rest and sha256(rest).digest() == total:
            self._known = msgspec.msgpack.decode(rest, type=dict[str, bytes])

    def packed(self) -> bytes:
        """Return all of it in one piece, with a sum that tells whether it came back whole."""
        data = msgspec.msgpack.encode(self._known)
        return sha256(data).digest() + data

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give a template's code to Jinja, which checks it against the source."""
        if code := self._known.get(bucket.key):
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a template's code."""
        self._known[bucket.key] = bucket.bytecode_to_string()
        self.grown = True


_SUM: Final = 32
"""Bytes of a sum."""


@cache
def shipped() -> Mapping[str, bytes]:
    """Return every file of the shipped theme by its name, such as `entry.html`."""
    folder = _folder()
    return MappingProxyType(
        {
            path.relative_to(folder).as_posix(): path.read_bytes()
            for path in sorted(folder.rglob("*"))
            if path.is_file() and not path.name.startswith(".")
        }
    )


def environment(
    overrides: Mapping[str, str],
    filters: Mapping[str, Callable[..., Any]],
    compiled: Compiled | None = None,
) -> jinja2.Environment:
    """Return the environment of a site with the given templates and filters of its own.

    Filters without a context are applied to constants once, when a template is compiled: so the
    words of the catalogue and the addresses of a theme cost nothing on a page.
    """
    plain = {name: data.decode() for name, data in shipped().items() if not name.startswith(STATIC)}
    made = _Environment(
        loader=_Loader(overrides, plain),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        cache_size=-1,
        bytecode_cache=compiled,
    )
    made.filters.update(filters)
    del made.globals["lipsum"], made.filters["random"]  # the same bytes on every run
    return made


def compile_all(environment: jinja2.Environment, overrides: Mapping[str, str]) -> None:
    """Compile the shipped templates before processes part, so that each need not; 4 ms if kept.

    A site's own ones are left until they are used: what is wrong with them then has its place.
    """
    for name in shipped():
        if not name.startswith(STATIC) and name not in overrides:
            environment.get_template(name)


def problem(error: Exception) -> Problem:
    """Return what is wrong with a template, at the innermost line of one that the error passed."""
    if isinstance(error, jinja2.TemplateSyntaxError):
        return _problem(error.filename or error.name or "templates", error.lineno, error)
    if isinstance(error, jinja2.TemplateNotFound) and not _lines(error):
        return _problem(f"templates/{error.name}", 0, error)
    name, line = (_lines(error) or [("templates", 0)])[-1]
    return _problem(name, line, error)


def _lines(error: Exception) -> list[tuple[str, int]]:
    """Return the file and line of every template in the error's traceback, outermost first."""
    return [
        (frame.filename, frame.lineno or 0)
        for frame in traceback.extract_tb(error.__traceback__)
        if frame.filename.startswith(("templates/", SHIPPED))
    ]


def _problem(name: str, line: int, error: Exception) -> Problem:
    shown = name.replace(SHIPPED, "digest/templates/")
    reason = getattr(error, "message", None) or str(error) or type(error).__name__
    return Problem(Span(shown, line), "bad-template", {"reason": str(reason)})
