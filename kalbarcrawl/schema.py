"""The data dictionary and the JSON Schema of a record, both read off kalbarcrawl.items.Article."""

from __future__ import annotations

import ast
import inspect
import json
import textwrap
import types
from collections.abc import Iterator
from dataclasses import is_dataclass
from typing import Any, Union, get_args, get_origin, get_type_hints

from kalbarcrawl.items import Article

SCHEMA_ID = "article.schema.json"
PLAIN: dict[Any, dict[str, Any]] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    bool: {"type": "boolean"},
    Any: {},
    type(None): {"type": "null"},
}
FORMATS: dict[str, dict[str, Any]] = {
    "id": {"pattern": "^[0-9a-f]{16}$"},
    "url": {"pattern": "^https?://"},
    "title": {"minLength": 1},
    "body": {"minLength": 1},
    "published_precision": {"enum": ["second", "minute", "day", None]},
    "published_at": {"pattern": r"^\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d[+-]\d\d:\d\d)?$"},
    "modified_at": {"pattern": r"^\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d[+-]\d\d:\d\d)?$"},
    "crawled_at": {"pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$"},
    "revision": {"minimum": 1},
}
"""What a field's type alone does not say."""


def article_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) that every line of a dataset satisfies."""
    meanings = dict(docstrings(Article))
    properties = {
        name: {"description": meanings[name], **schema_of(hint), **FORMATS.get(name, {})}
        for name, hint in get_type_hints(Article).items()
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": SCHEMA_ID,
        "title": "Article",
        "description": inspect.getdoc(Article),
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def schema_of(hint: Any) -> dict[str, Any]:
    """The JSON Schema of a Python type: plain types, lists, dicts with string keys, unions, dataclasses.

    Raises TypeError for a type a record may not hold.
    """
    if hint in PLAIN:
        return dict(PLAIN[hint])
    if is_dataclass(hint):
        hints = get_type_hints(hint)
        fields = {name: schema_of(part) for name, part in hints.items()}
        return {"type": "object", "properties": fields, "required": list(fields), "additionalProperties": False}
    origin, parts = get_origin(hint), get_args(hint)
    if origin is list:
        return {"type": "array", "items": schema_of(parts[0])}
    if origin is dict:
        return {"type": "object", "additionalProperties": schema_of(parts[1])}
    if origin in (Union, types.UnionType):
        schemas = [schema_of(part) for part in parts]
        if all(set(schema) == {"type"} for schema in schemas):
            return {"type": [schema["type"] for schema in schemas]}
        return {"anyOf": schemas}
    raise TypeError(f"a record cannot hold {hint!r}")


def docstrings(kind: type) -> Iterator[tuple[str, str]]:
    """The attributes of a dataclass with the string that stands below each, in order.

    Raises ValueError for an attribute without one.
    """
    source = ast.parse(textwrap.dedent(inspect.getsource(kind)))
    body = source.body[0].body if isinstance(source.body[0], ast.ClassDef) else []
    for place, node in enumerate(body):
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            after = body[place + 1] if place + 1 < len(body) else None
            text = after.value.value if isinstance(after, ast.Expr) and isinstance(after.value, ast.Constant) else None
            if not isinstance(text, str):
                raise ValueError(f"{kind.__name__}.{node.target.id} has no docstring")
            yield node.target.id, text


def data_dictionary() -> str:
    """The record's fields as a Markdown table: name, type, meaning."""
    schema = article_schema()["properties"]
    rows = [f"| `{name}` | {_type_name(spec)} | {spec['description']} |" for name, spec in schema.items()]
    return "\n".join(["| field | type | meaning |", "|---|---|---|", *rows]) + "\n"


def _type_name(spec: dict[str, Any]) -> str:
    types_ = [option["type"] for option in spec.get("anyOf", [spec])]
    return " or ".join(name if isinstance(name, str) else " or ".join(name) for name in types_)


if __name__ == "__main__":
    print(json.dumps(article_schema(), ensure_ascii=False, indent=2))  # noqa: T201
