"""The columns of a dataset: an article's fields and what the export adds, as the JSON Schema all formats follow."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any

from kalbarcrawl.schema import SCHEMA_ID, article_schema

MOMENTS = ("published_at", "modified_at", "crawled_at")
"""The fields that Parquet holds as a timestamp, beside the string as it is in JSON Lines."""
HASHES = {
    "title_sha256": "SHA-256 of the title in UTF-8: tells whether an address still holds this title.",
    "body_sha256": "SHA-256 of the body in UTF-8: tells whether an address still holds this text.",
}
"""What stands for the texts where only addresses are shared."""
ADDED: dict[str, dict[str, Any]] = {
    "cluster": {
        "description": "Identifier of the dataset's earliest article that this one is a near copy of; else its own.",
        "type": "string",
        "pattern": "^[0-9a-f]{16}$",
    },
    "earliest": {
        "description": "True for the earliest article of a cluster, and for one that is no copy.",
        "type": "boolean",
    },
}
"""What the export adds to an article's own fields."""
SHAREABLE = ("id", "publisher", "url", "canonical_url", "published_at", "published_precision", "revision", "crawled_at")
"""The fields that are facts about an article, not its text."""


def dataset_schema(*, urls_only: bool = False) -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of a dataset's lines, with texts or with addresses only."""
    schema = article_schema()
    own: dict[str, dict[str, Any]] = schema["properties"]
    if urls_only:
        own = {name: own[name] for name in SHAREABLE}
        for name, meaning in HASHES.items():
            own[name] = {"description": meaning, "type": "string", "pattern": "^[0-9a-f]{64}$"}
    properties = own | ADDED
    return schema | {"$id": SCHEMA_ID, "properties": properties, "required": list(properties)}


def row_of(record: Mapping[str, Any], names: Mapping[str, Any], *, cluster: str) -> dict[str, Any]:
    """A record as a line of the dataset: every column, in order; what an older record lacks is null or []."""
    row = {name: record.get(name, [] if spec.get("type") == "array" else None) for name, spec in names.items()}
    if "title_sha256" in names:
        row["title_sha256"] = _sha256(record["title"])
        row["body_sha256"] = _sha256(record["body"])
    row["cluster"] = cluster
    row["earliest"] = cluster == record["id"]
    return row


def bare(spec: Mapping[str, Any]) -> dict[str, Any]:
    """A column's schema without its null: {"type": "string"} for a string that may be missing."""
    if "anyOf" in spec:
        return next(dict(option) for option in spec["anyOf"] if option.get("type") != "null")
    kinds = spec.get("type")
    if isinstance(kinds, list):
        return {**spec, "type": next(kind for kind in kinds if kind != "null")}
    return dict(spec)


def nullable(spec: Mapping[str, Any]) -> bool:
    """Whether a column may be null."""
    return "anyOf" in spec or isinstance(spec.get("type"), list)


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
