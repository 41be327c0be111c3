"""Croissant 1.1: the dataset described for machines, in JSON-LD."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from kalbarcrawl.dataset.about import LICENCE, About, File
from kalbarcrawl.dataset.columns import MOMENTS, bare

CONTEXT: dict[str, Any] = {
    "@language": "en",
    "@vocab": "https://schema.org/",
    "arrayShape": "cr:arrayShape",
    "citeAs": "cr:citeAs",
    "column": "cr:column",
    "conformsTo": "dct:conformsTo",
    "containedIn": "cr:containedIn",
    "cr": "http://mlcommons.org/croissant/",
    "data": {"@id": "cr:data", "@type": "@json"},
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
    "dct": "http://purl.org/dc/terms/",
    "equivalentProperty": "cr:equivalentProperty",
    "examples": {"@id": "cr:examples", "@type": "@json"},
    "extract": "cr:extract",
    "field": "cr:field",
    "fileObject": "cr:fileObject",
    "fileProperty": "cr:fileProperty",
    "fileSet": "cr:fileSet",
    "format": "cr:format",
    "includes": "cr:includes",
    "isArray": "cr:isArray",
    "isLiveDataset": "cr:isLiveDataset",
    "jsonPath": "cr:jsonPath",
    "key": "cr:key",
    "md5": "cr:md5",
    "parentField": "cr:parentField",
    "path": "cr:path",
    "rai": "http://mlcommons.org/croissant/RAI/",
    "recordSet": "cr:recordSet",
    "references": "cr:references",
    "regex": "cr:regex",
    "repeated": "cr:repeated",
    "replace": "cr:replace",
    "samplingRate": "cr:samplingRate",
    "sc": "https://schema.org/",
    "separator": "cr:separator",
    "source": "cr:source",
    "subField": "cr:subField",
    "transform": "cr:transform",
    "value": "cr:value",
}
"""The context the specification gives."""
CONFORMS = "http://mlcommons.org/croissant/1.1"
MEDIA = {"parquet": "application/x-parquet", "jsonl.gz": "application/gzip", "csv": "text/csv"}
TYPES = {"string": "sc:Text", "integer": "sc:Integer", "boolean": "sc:Boolean"}
RECORDS = "articles"
READABLE = ("parquet", "csv")
"""The formats a record set can be read from; gzipped JSON Lines are listed as files only."""


def croissant(about: About, files: Sequence[File], schema: dict[str, Any]) -> dict[str, Any]:
    """The description of a dataset's files and, where they are Parquet or CSV, of their records."""
    data = [file for file in files if file.rows is not None]
    readable = next((name for name in READABLE if any(file.format == name for file in data)), None)
    described: dict[str, Any] = {
        "@context": CONTEXT,
        "@type": "sc:Dataset",
        "conformsTo": CONFORMS,
        "name": about.name,
        "description": about.description,
        "license": about.licence if about.licence != LICENCE else "rights.csv: the texts belong to their publishers",
        "creator": [{"@type": "sc:Organization", "name": name} for name in about.creators],
        "datePublished": about.day.isoformat(),
        "version": about.release,
        "isLiveDataset": False,
        "distribution": [_file(file) for file in data],
    }
    # Without an address of its own a dataset is known by where it is found, its folder.
    described["url"] = about.url or "./"
    described["citeAs"] = citation_line(about)
    if readable:
        source = {"@id": f"{readable}-files"}
        described["distribution"].append(
            {
                "@type": "cr:FileSet",
                **source,
                "name": f"{readable}-files",
                "encodingFormat": MEDIA[readable],
                "includes": f"data/*.{readable}",
            }
        )
        fields = [_split(source), *_fields(source, schema, readable)]
        described["recordSet"] = [
            {
                "@type": "cr:RecordSet",
                "@id": RECORDS,
                "name": RECORDS,
                "description": "The articles of all splits.",
                "key": [{"@id": f"{RECORDS}/id"}, {"@id": f"{RECORDS}/revision"}],
                "field": fields,
            }
        ]
    return described


def citation_line(about: About) -> str:
    """How to name the dataset in a text."""
    return f"{', '.join(about.creators)} ({about.day.year}). {about.title}, version {about.release}."


def _file(file: File) -> dict[str, Any]:
    return {
        "@type": "cr:FileObject",
        "@id": file.path,
        "name": file.path,
        "contentUrl": file.path,
        "contentSize": f"{file.bytes} B",
        "encodingFormat": MEDIA[file.format],
        "sha256": file.sha256,
    }


def _split(source: dict[str, str]) -> dict[str, Any]:
    return {
        "@type": "cr:Field",
        "@id": f"{RECORDS}/split",
        "name": "split",
        "description": "The split, as the file's name begins.",
        "dataType": "sc:Text",
        "source": {
            "fileSet": source,
            "extract": {"fileProperty": "filename"},
            "transform": {"regex": "^(train|validation|test)-.*$"},
        },
    }


def _fields(source: dict[str, str], schema: dict[str, Any], readable: str) -> Iterator[dict[str, Any]]:
    for name, spec in schema["properties"].items():
        if readable == "csv":
            yield _field(source, name, spec, "sc:Text" if bare(spec).get("type") in ("array", "object") else None)
        elif name in MOMENTS:
            yield _field(source, name, spec, "sc:DateTime")
            yield _field(source, f"{name}_text", spec, "sc:Text")
        else:
            yield _field(source, name, spec)


def _field(source: dict[str, str], name: str, spec: dict[str, Any], kind: str | None = None) -> dict[str, Any]:
    shape = bare(spec)
    field: dict[str, Any] = {
        "@type": "cr:Field",
        "@id": f"{RECORDS}/{name}",
        "name": name,
        "description": spec["description"],
        "source": {"fileSet": source, "extract": {"column": name}},
    }
    if kind is None and shape["type"] == "array":
        field |= {"isArray": True, "arrayShape": "-1"}
        shape = bare(shape["items"])
    parts = shape.get("properties") if kind is None else None
    if parts:
        field["subField"] = [_part(field, part, bare(inner)) for part, inner in parts.items()]
    else:
        field["dataType"] = kind or TYPES.get(shape["type"], "sc:Text")
    return field


def _part(field: dict[str, Any], name: str, spec: dict[str, Any]) -> dict[str, Any]:
    source = field["source"]
    return {
        "@type": "cr:Field",
        "@id": f"{field['@id']}/{name}",
        "name": name,
        "dataType": TYPES[spec["type"]],
        "source": source | {"transform": {"jsonPath": name}},
    }
