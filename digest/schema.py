"""What an entry and `site.yaml` may hold, told to other programs: JSON Schema and a CMS.

In: the types of the model, whose notes under each field become descriptions. Out: JSON Schema
2020-12, and the configuration of a Git-based CMS (Decap, Sveltia) that edits the same files.
"""

import ast
import datetime as dt
import inspect
import sys
import types
import typing
from collections.abc import Mapping
from functools import cache
from itertools import pairwise
from typing import Any, Final, Literal, TypeAlias

import msgspec
from msgspec import Meta, Struct

from digest import form
from digest.catalogue import MESSAGES
from digest.catalogue import text as words
from digest.config import Config
from digest.entry import COMPLETE, DERIVED, REQUIRED, Entry
from digest.regency import Gazetteer

Schema: TypeAlias = dict[str, Any]

_DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
_DATES: Final[Mapping[Any, Schema]] = {
    dt.date: {"type": "string", "examples": ["2023-11-29", "29 November 2023"]},
    dt.datetime: {"type": "string", "examples": ["2023-11-30T08.15 WIB"]},
    dt.time: {"type": "string", "examples": ["14.30"]},
}
_FOLDER: Final = "content"
_LONG: Final = frozenset({"summary", "text", "reason", "description"})
# The order in which a form asks for the keys; those left out are set by the program.
_FORM: Final = (
    "title", "status", "date", "end_date", "time", "kind", "mode", "event_status", "places",
    "concerns", "participants", "topics", "sources", "summary", "published", "updated",
    "corrections", "retraction", "id",
)  # fmt: skip


def entry() -> Schema:
    """Return the schema of an entry: front matter, or a mapping in a `.yaml` file."""
    definitions: Schema = {}
    schema = _object(Entry, definitions, DERIVED)
    schema["required"] = ["id"]
    schema["allOf"] = [
        _unless_unfinished(),
        _when({"status": {"const": "retracted"}}, present=True, needed=("retraction",)),
        _when({"status": {"const": "merged"}}, present=True, needed=("title", "merged_into")),
    ]
    return {"$schema": _DIALECT, "title": "Entry", **schema, "$defs": definitions}


def _unless_unfinished() -> Schema:
    """Ask for what a draft may lack, and for lists of which one item says all that is needed."""
    rule = _when({"status": {"enum": ["draft", "merged"]}}, present=False, needed=REQUIRED)
    rule["else"]["properties"] = {
        name: {"contains": {"required": list(keys)}} for name, keys in COMPLETE.items()
    }
    return rule


def _when(condition: Schema, *, present: bool, needed: tuple[str, ...]) -> Schema:
    """Ask for keys where a condition holds, or where it does not."""
    rule = {"properties": condition, "required": list(condition)}
    return {"if": rule, "then" if present else "else": {"required": list(needed)}}


def site() -> Schema:
    """Return the schema of `site.yaml`."""
    definitions: Schema = {}
    schema = _object(Config, definitions, frozenset({"lines"}))
    return {"$schema": _DIALECT, "title": "Site", **schema}


def _object(kind: type[Struct], definitions: Schema, leave: frozenset[str]) -> Schema:
    hints = typing.get_type_hints(kind, include_extras=True)
    notes = _notes(kind)
    fields = [each for each in msgspec.structs.fields(kind) if each.name not in leave]
    properties = {each.encode_name: _type(hints[each.name], definitions) for each in fields}
    for each in fields:
        if note := notes.get(each.name):
            properties[each.encode_name]["description"] = note
    schema: Schema = {
        "type": "object",
        "description": inspect.cleandoc(kind.__doc__ or "").partition("\n")[0],
        "properties": properties,
        "additionalProperties": False,
    }
    if required := [each.encode_name for each in fields if each.required]:
        schema["required"] = required
    return schema


@cache
def _notes(kind: type[Struct]) -> Mapping[str, str]:
    """Return the sentence that stands under each field of a type, from its source."""
    tree = ast.parse(inspect.getsource(sys.modules[kind.__module__]))
    body = next(
        each.body
        for each in tree.body
        if isinstance(each, ast.ClassDef) and each.name == kind.__name__
    )
    notes: dict[str, str] = {}
    for field, note in pairwise(body):
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name):
            value = note.value if isinstance(note, ast.Expr) else None
            if isinstance(value, ast.Constant) and isinstance(value.value, str):
                notes[field.target.id] = " ".join(value.value.split())
    return notes


def _type(hint: object, definitions: Schema) -> Schema:
    meta: Meta | None = None
    if typing.get_origin(hint) is typing.Annotated:
        hint, meta = typing.get_args(hint)[:2]
    arguments = [each for each in typing.get_args(hint) if each is not type(None)]
    origin = typing.get_origin(hint)
    if origin in (types.UnionType, typing.Union):
        return dict(_DATES[dt.date]) if dt.date in arguments else _type(arguments[0], definitions)
    if origin is Literal:
        return {"enum": arguments}
    if origin is tuple:
        limit = {"maxItems": meta.max_length} if meta and meta.max_length else {}
        return {"type": "array", "items": _type(arguments[0], definitions), **limit}
    if isinstance(hint, type) and issubclass(hint, Struct):
        definitions[hint.__name__] = _object(hint, definitions, frozenset())
        return {"$ref": f"#/$defs/{hint.__name__}"}
    return _scalar(hint, meta)


def _scalar(hint: object, meta: Meta | None) -> Schema:
    if hint in _DATES:
        return dict(_DATES[hint])
    if hint is bool:
        return {"type": ["boolean", "string"]}
    if hint is float:
        limits = {"minimum": meta.ge, "maximum": meta.le} if meta else {}
        return {"type": ["number", "string"], **limits}
    limit = {"maxLength": meta.max_length} if meta and meta.max_length else {}
    return {"type": "string", "minLength": 1, **limit, **((meta and meta.extra_json_schema) or {})}


def cms(config: Config, gazetteer: Gazetteer) -> str:
    """Return the `config.yml` of a Git-based CMS that edits the entries of this site.

    It goes beside the CMS's own page; `backend` is to be filled in with the repository. It is
    written as JSON, which is YAML that no reader takes `32.10` in for a number.
    """
    language = config.language
    hints = typing.get_type_hints(Entry, include_extras=True)
    fields: list[Schema] = [
        _widget(name, hints[name], language, gazetteer, needed=name in REQUIRED) for name in _FORM
    ]
    body = {"name": "body", "label": words(language, "field.body"), "widget": "markdown"}
    collection: Schema = {
        "name": "entries",
        "label": words(language, "field.entries"),
        "folder": _FOLDER,
        "path": "{{year}}/{{month}}/{{slug}}",  # as deep as `new` files, which are listed too
        "slug": "{{fields.date}}-{{slug}}",
        "create": True,
        "extension": "md",
        "format": "yaml-frontmatter",
        "fields": [*fields, {**body, "required": False}],
    }
    whole = {
        "backend": {"name": "git-gateway", "branch": "main"},
        "site_url": config.base_url,
        "locale": language,
        "media_folder": "media",
        "slug": {"encoding": "ascii", "clean_accents": True},
        "collections": [collection],
    }
    return msgspec.json.format(msgspec.json.encode(whole), indent=2).decode() + "\n"


def _widget(
    name: str, hint: object, language: str, gazetteer: Gazetteer, *, needed: bool
) -> Schema:
    """Return the form field for a key of the model."""
    widget: Schema = {"name": name, "label": _label(name, language)}
    meta: Meta | None = None
    if typing.get_origin(hint) is typing.Annotated:
        hint, meta = typing.get_args(hint)[:2]
    arguments = [each for each in typing.get_args(hint) if each is not type(None)]
    origin = typing.get_origin(hint)
    if origin in (types.UnionType, typing.Union):
        return _widget(name, arguments[0], language, gazetteer, needed=needed)
    if origin is tuple:
        widget |= _list_widget(name, arguments[0], language, gazetteer)
    elif isinstance(hint, type) and issubclass(hint, Struct):
        widget |= {"widget": "object", "fields": _fields(hint, language, gazetteer)}
    elif origin is Literal:
        widget |= {"widget": "select", "options": _options(name, arguments, language)}
    else:
        widget |= _scalar_widget(name, hint, meta, language, gazetteer)
    if not needed:
        widget["required"] = False
    return widget


def _list_widget(name: str, item: object, language: str, gazetteer: Gazetteer) -> Schema:
    if isinstance(item, type) and issubclass(item, Struct):
        return {"widget": "list", "fields": _fields(item, language, gazetteer)}
    if (typing.get_args(item)[1].extra or {}).get("regency"):
        return {"widget": "select", "multiple": True, "options": _regencies(gazetteer)}
    return {
        "widget": "list",
        "field": {"name": name, "label": _label(name, language), "widget": "string"},
    }


def _scalar_widget(
    name: str, hint: object, meta: Meta | None, language: str, gazetteer: Gazetteer
) -> Schema:
    extra = (meta.extra or {}) if meta else {}
    if extra.get("regency"):
        return {"widget": "select", "options": _regencies(gazetteer)}
    if hint is dt.date:
        return {"widget": "datetime", "format": "YYYY-MM-DD", "time_format": False}
    if hint is dt.datetime:
        return {"widget": "datetime", "format": "YYYY-MM-DDTHH:mm:ssZ"}
    widget: Schema = {"widget": "text" if name in _LONG else "string"}
    pattern = (meta.extra_json_schema or {}).get("pattern") if meta else None
    if pattern:
        code = "bad-id" if extra.get("check") is form.identity else "bad-url"
        said = words(language, f"hint.{code}")
        widget |= {"pattern": [str(pattern), said], "hint": said}
    return widget


def _fields(kind: type[Struct], language: str, gazetteer: Gazetteer) -> list[Schema]:
    hints = typing.get_type_hints(kind, include_extras=True)
    asked = {key for keys in COMPLETE.values() for key in keys}  # a form rather asks too often
    return [
        _widget(
            each.encode_name,
            hints[each.name],
            language,
            gazetteer,
            needed=each.required or each.name in asked,
        )
        for each in msgspec.structs.fields(kind)
    ]


def _options(name: str, values: list[str], language: str) -> list[Schema]:
    return [{"label": words(language, f"{name}.{each}"), "value": each} for each in values]


def _regencies(gazetteer: Gazetteer) -> list[Schema]:
    return [
        {"label": f"{each.full} ({code})", "value": code}
        for code, each in gazetteer.regencies.items()
    ]


def _label(name: str, language: str) -> str:
    key = f"field.{name}"
    return words(language, key) if key in MESSAGES else name
