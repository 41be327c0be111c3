"""Frictionless: the dataset as a Data Package."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from kalbarcrawl.dataset.about import LICENCE, About, File
from kalbarcrawl.dataset.columns import MOMENTS, bare, nullable

TABLES = ("jsonl.gz", "csv")
"""The formats whose rows every Frictionless reader can check; Parquet is listed as files with their hashes."""


def datapackage(about: About, files: Sequence[File], schema: dict[str, Any]) -> dict[str, Any]:
    """The package's descriptor: every file with its hash, and the columns of those that are tables."""
    package: dict[str, Any] = {
        "profile": "data-package",
        "name": about.name,
        "title": about.title,
        "description": about.description,
        "version": about.release,
        "created": f"{about.day.isoformat()}T00:00:00Z",
        "contributors": [{"title": name, "role": "author"} for name in about.creators],
        "resources": [_resource(file, schema) for file in files],
    }
    if about.licence == LICENCE:
        package["licenses"] = [{"name": "other", "path": "rights.csv", "title": "The publishers' own rights"}]
    else:
        package["licenses"] = [{"name": about.licence}]
    if about.url:
        package["homepage"] = about.url
    return package


def table_schema(schema: dict[str, Any], *, csv: bool) -> dict[str, Any]:
    """A dataset's JSON Schema as a Table Schema."""
    fields = []
    for name, spec in schema["properties"].items():
        kind = bare(spec)["type"]
        field: dict[str, Any] = {"name": name, "type": kind, "description": spec["description"]}
        constraints: dict[str, Any] = {} if nullable(spec) or (csv and kind == "array") else {"required": True}
        # A date may be a day or a moment, which no type of a Table Schema says; they stay strings.
        if "pattern" in spec and name not in MOMENTS:
            # A Table Schema's pattern is held against the whole, a JSON Schema's against any part.
            constraints["pattern"] = spec["pattern"] if spec["pattern"].endswith("$") else f"{spec['pattern']}.*"
        if constraints:
            field["constraints"] = constraints
        fields.append(field)
    return {"fields": fields, "primaryKey": ["id", "revision"], "missingValues": [""]}


def _resource(file: File, schema: dict[str, Any]) -> dict[str, Any]:
    name = "".join(letter if letter.isalnum() else "-" for letter in file.path.lower())
    resource: dict[str, Any] = {
        "name": name,
        "path": file.path,
        "bytes": file.bytes,
        "hash": f"sha256:{file.sha256}",
    }
    if file.rows is None or file.format not in TABLES:
        return resource | {"type": "file", "format": file.format.rpartition(".")[2]}
    resource |= {"type": "table", "encoding": "utf-8", "schema": table_schema(schema, csv=file.format == "csv")}
    if file.format == "jsonl.gz":
        return resource | {"format": "jsonl", "compression": "gz", "dialect": {"json": {"keyed": True}}}
    return resource | {"format": "csv"}
