"""CITATION.cff: how to cite the dataset."""

from __future__ import annotations

import json

from kalbarcrawl.dataset.about import About


def citation(about: About) -> str:
    """The file's text; strings are quoted as JSON, which YAML reads alike."""
    lines = [
        "cff-version: 1.2.0",
        "message: If you use this dataset, please cite it as below.",
        "type: dataset",
        f"title: {_quoted(about.title)}",
        f"version: {_quoted(about.release)}",
        f"date-released: {about.day.isoformat()}",
        "authors:",
        *(f"  - name: {_quoted(name)}" for name in about.creators),
        f"abstract: {_quoted(about.description)}",
        "keywords: [news, Indonesia, text corpus]",
    ]
    if about.url:
        lines.append(f"url: {_quoted(about.url)}")
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
