"""Whether a dataset is what its manifest says: each thing missing, altered or inconsistent is told by name."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator

from kalbarcrawl.dataset.about import file_of
from kalbarcrawl.dataset.folder import MANIFEST, manifest_of
from kalbarcrawl.dataset.rows import rows_in
from kalbarcrawl.dataset.spool import microseconds

BESIDE = (
    "README.md", "CITATION.cff", "article.schema.json", "croissant.json", "datapackage.json", "removed.jsonl",
    "rights.csv",
)  # fmt: skip
"""What every dataset holds beside its data."""
COMPARED = (
    "id", "revision", "url", "title", "body", "body_sha256", "published_at", "crawled_at", "cluster", "earliest",
)  # fmt: skip
"""The columns whose values must be the same in every format."""
Progress = Callable[[str, int, int | None], None]


@dataclass
class _Seen:
    """What was read of one format so far."""

    removed: frozenset[str]
    last: dict[str, tuple[int, str, int]] = field(default_factory=dict)
    """By split: the place of the last row in the order."""
    keys: set[tuple[str, int]] = field(default_factory=set)
    clusters: dict[str, str] = field(default_factory=dict)
    """The split of each cluster."""
    earliest: set[str] = field(default_factory=set)
    shards: dict[str, str] = field(default_factory=dict)
    """By shard: a digest of its rows, the same in every format."""


def problems(folder: Path, progress: Progress = lambda stage, done, total: None) -> Iterator[str]:
    """What is wrong with a dataset, a line each; nothing where all is well."""
    manifest = manifest_of(folder)
    if manifest is None:
        yield f"{MANIFEST}: missing, or not of a dataset of ours"
        return
    listed = {file["path"]: file for file in manifest["files"]}
    yield from (f"{path}: not in the manifest" for path in BESIDE if path not in listed)
    damaged = []
    for line in _files(folder, listed):
        damaged.append(line.partition(":")[0])
        yield line
    for path in sorted(folder.glob("data/*")):
        if f"data/{path.name}" not in listed:
            yield f"data/{path.name}: not in the manifest"
    if {"article.schema.json", "removed.jsonl", "croissant.json", "datapackage.json"} & set(damaged):
        return
    yield from _described(folder, listed)
    yield from _rows(folder, manifest, [path for path in listed if path not in damaged], progress)


def _files(folder: Path, listed: Mapping[str, Mapping[str, Any]]) -> Iterator[str]:
    for path, file in listed.items():
        if not (folder / path).is_file():
            yield f"{path}: missing"
            continue
        found = file_of(folder, path)
        if found.bytes != file["bytes"]:
            yield f"{path}: altered: {found.bytes} bytes, the manifest says {file['bytes']}"
        elif found.sha256 != file["sha256"]:
            yield f"{path}: altered: its SHA-256 is not the manifest's"


def _described(folder: Path, listed: Mapping[str, Mapping[str, Any]]) -> Iterator[str]:
    """Whether the two descriptions for machines give the same hashes."""
    croissant = json.loads((folder / "croissant.json").read_text(encoding="utf-8"))
    package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    told = {
        "croissant.json": {one["@id"]: one.get("sha256") for one in croissant["distribution"] if "sha256" in one},
        "datapackage.json": {one["path"]: one["hash"].removeprefix("sha256:") for one in package["resources"]},
    }
    for name, hashes in told.items():
        for path, file in listed.items():
            if "rows" in file and path not in hashes:
                yield f"{name}: does not name {path}"
        for path, digest in hashes.items():
            if path not in listed or listed[path]["sha256"] != digest:
                yield f"{name}: its SHA-256 of {path} is not the manifest's"


def _rows(folder: Path, manifest: Mapping[str, Any], paths: list[str], progress: Progress) -> Iterator[str]:
    schema = json.loads((folder / "article.schema.json").read_text(encoding="utf-8"))
    lines = (folder / "removed.jsonl").read_text(encoding="utf-8").split("\n")[:-1]
    removed = frozenset(json.loads(line)["sha256"] for line in lines)
    files = {file["path"]: file for file in manifest["files"] if "rows" in file and file["path"] in paths}
    formats: dict[str, _Seen] = {}
    done = 0
    for path, file in files.items():
        stem, _, kind = path.partition(".")
        seen = formats.setdefault(kind, _Seen(removed))
        check = Draft202012Validator(schema) if kind == "jsonl.gz" else None
        count, digest = 0, hashlib.sha256()
        for number, row in enumerate(rows_in(folder / path, schema), 1):
            count, done = number, done + 1
            if check and (error := next(check.iter_errors(row), None)):
                yield f"{path}:{number}: {error.json_path}: {error.message[:200]}"
            yield from (f"{path}:{number}: {line}" for line in _row(row, file["split"], seen))
            digest.update(repr([row.get(name) for name in COMPARED]).encode())
            if done % 500 == 0:
                progress("checking", done, sum(one["rows"] for one in files.values()))
        if count != file["rows"]:
            yield f"{path}: {count} rows, the manifest says {file['rows']}"
        seen.shards[stem] = digest.hexdigest()
    yield from _across(formats, manifest)


def _row(row: Mapping[str, Any], split: str, seen: _Seen) -> Iterator[str]:
    key = (row["id"], row["revision"])
    if key in seen.keys:
        yield f"article {row['id']} revision {row['revision']} is there twice"
    seen.keys.add(key)
    try:
        place = (microseconds(row["published_at"]), *key)
    except ValueError:
        yield f"published_at {row['published_at']!r} is no date"
        return
    if place < seen.last.get(split, place):
        yield "out of order"
    seen.last[split] = place
    cluster = row["cluster"]
    if seen.clusters.setdefault(cluster, split) != split:
        yield f"cluster {cluster} lies in {seen.clusters[cluster]} too"
    if row["earliest"] != (cluster == row["id"]):
        yield "`earliest` contradicts `cluster`"
    if row["earliest"]:
        seen.earliest.add(cluster)
    if seen.removed:
        values = filter(None, (row["id"], row["publisher"], row["url"], row.get("canonical_url")))
        if any(hashlib.sha256(value.encode()).hexdigest() in seen.removed for value in values):
            yield f"article {row['id']} was removed"


def _across(formats: Mapping[str, _Seen], manifest: Mapping[str, Any]) -> Iterator[str]:
    first = next(iter(formats.values()), None)
    if first is None:
        yield "data: no file with rows"
        return
    for kind, seen in formats.items():
        for cluster in sorted(seen.clusters.keys() - seen.earliest):
            yield f"{kind}: the earliest article of cluster {cluster} is not there"
        for stem in sorted(seen.shards.keys() & first.shards.keys()):
            if seen.shards[stem] != first.shards[stem]:
                yield f"{stem}.{kind}: its rows are not those of the other formats"
        if len(seen.keys) != manifest["rows"]:
            yield f"{kind}: {len(seen.keys)} articles, the manifest says {manifest['rows']}"
