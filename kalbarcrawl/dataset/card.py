"""README.md: the data card, with the YAML header the Hugging Face Hub reads."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from kalbarcrawl.dataset.about import LICENCE, LICENCE_NAME, About, File
from kalbarcrawl.dataset.columns import MOMENTS
from kalbarcrawl.dataset.croissant import citation_line
from kalbarcrawl.dataset.datasheet import datasheet
from kalbarcrawl.dataset.figures import COVERED, Figures
from kalbarcrawl.publishers import all_publishers

SIZES = ((1_000, "n<1K"), (10_000, "1K<n<10K"), (100_000, "10K<n<100K"), (1_000_000, "100K<n<1M"))
LOADED = ("parquet", "jsonl.gz", "csv")
"""The formats in the order the Hub should prefer them."""
MOST = 25
"""Sections listed."""


def card(
    about: About,
    figures: Figures,
    files: Sequence[File],
    schema: Mapping[str, Any],
    captions: Mapping[str, str],
    removals: int,
) -> str:
    """The card's whole text."""
    return "\n".join(
        [
            header(about, figures, files),
            f"# {_plain(about.title)}\n",
            _summary(about, figures),
            "## Loading\n",
            _loading(files),
            "## Figures\n",
            _figures(figures),
            *(f"![{caption}]({path})\n" for path, caption in captions.items()),
            "## Fields\n",
            _fields(schema, files),
            "## Files\n",
            _files(files),
            "## Rights and removal\n",
            _rights(removals),
            "## Datasheet\n",
            datasheet(about, figures, removals),
            "## Citation\n",
            f"{_plain(citation_line(about))} See `CITATION.cff`.\n",
        ]
    )


def header(about: About, figures: Figures, files: Sequence[File]) -> str:
    """The YAML header; values are written as JSON, which YAML reads alike."""
    size = next((name for bound, name in SIZES if figures.rows < bound), "1M<n<10M")
    facts: dict[str, Any] = {
        "pretty_name": about.title,
        "language": sorted(language for language in figures.languages if language) or ["id"],
        "license": about.licence,
        **({"license_name": LICENCE_NAME, "license_link": "rights.csv"} if about.licence == LICENCE else {}),
        "task_categories": ["text-generation", "fill-mask", "text-classification", "summarization"],
        "annotations_creators": ["no-annotation"],
        "language_creators": ["found"],
        "source_datasets": ["original"],
        "size_categories": [size],
        "tags": ["news", "indonesia", "croissant", "datasheets-for-datasets"],
    }
    lines = [f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in facts.items()]
    lines += ["configs:", "- config_name: default", "  data_files:"]
    preferred = next((name for name in LOADED if any(file.format == name and file.split for file in files)), "parquet")
    for split in dict.fromkeys(file.split for file in files if file.split):
        lines += [f"  - split: {split}", f"    path: data/{split}-*.{preferred}"]
    return "\n".join(["---", *lines, "---", ""])


def _summary(about: About, figures: Figures) -> str:
    period = f", published from {figures.period[0]} to {figures.period[1]}" if figures.period else ""
    copies = f"{figures.copies:,} of {figures.selected:,} articles are near copies of an earlier one"
    kept = {"none": "kept and marked", "exact": "equal texts dropped, the rest marked", "near": "dropped"}[about.dedup]
    revisions = "every revision" if about.every_revision else "the latest revision of each"
    return (
        f"{_plain(about.description)}\n\n"
        f"**{figures.rows:,} articles of {len(figures.publishers):,} publishers**{period}; {revisions}."
        f" {copies} ({kept}). Median length {figures.middle_length:,} words."
        f" Version {about.release} of {about.day.isoformat()}, made by kalbarcrawl.\n"
    )


def _loading(files: Sequence[File]) -> str:
    parquet = any(file.format == "parquet" for file in files)
    lines = ['datasets.load_dataset("PATH/TO/THIS/FOLDER")']
    if parquet:
        lines += [
            'pandas.read_parquet("data/train-00000-of-00001.parquet")',
            'polars.scan_parquet("data/*.parquet")',
            "duckdb.sql(\"SELECT * FROM 'data/*.parquet'\")",
        ]
    elif any(file.format == "jsonl.gz" for file in files):
        lines += [
            'pandas.read_json("data/train-00000-of-00001.jsonl.gz", lines=True)',
            "duckdb.sql(\"SELECT * FROM 'data/*.jsonl.gz'\")",
        ]
    return "\n".join(["```python", *lines, "```\n"])


def _figures(figures: Figures) -> str:
    known = all_publishers()
    rows = [
        (name, _plain(known[name].title) if name in known else "", known[name].region if name in known else "", count)
        for name, count in figures.publishers.most_common()
    ]
    years = Counter[str]()
    for (month, _), count in figures.months.items():
        years[month[:4]] += count
    by_month = Counter[str]()
    for (month, _), count in figures.months.items():
        by_month[month] += count
    sizes = sorted((size, count) for size, count in figures.clusters.items() if size > 1)
    parts = [
        _table(("publisher", "name", "region", "articles"), rows),
        _table(("split", "articles"), figures.splits.items()),
        _table(("year", "articles"), sorted(years.items())),
        _folded("Articles by month", _table(("month", "articles"), sorted(by_month.items()))),
        _folded("Articles by section", _table(("section", "articles"), _most(figures.sections))),
        _table(("date known to the", "articles"), figures.precisions.most_common()),
        _table(("language", "articles"), _most(figures.languages)),
        _table(("copies in a cluster", "clusters"), sizes) if sizes else "No near copies were found.\n",
        _folded("Share of articles that hold a field", _coverage(figures)),
    ]
    return "\n".join(parts)


def _coverage(figures: Figures) -> str:
    total = max(1, figures.rows)
    counts = {name: sum(covered[name] for covered in figures.covered.values()) for name in COVERED}
    return _table(("field", "percent"), ((name, f"{100 * count / total:.1f}") for name, count in counts.items()))


def _fields(schema: Mapping[str, Any], files: Sequence[File]) -> str:
    rows = [(f"`{name}`", spec["description"]) for name, spec in schema["properties"].items()]
    text = _table(("field", "meaning"), rows)
    if any(file.format == "parquet" for file in files):
        names = ", ".join(f"`{name}`" for name in MOMENTS if name in schema["properties"])
        text += (
            f"\nIn Parquet {names} are timestamps in UTC, and the string with the newsroom's own offset stands beside"
            " each as `..._text`. Where only the day is known (`published_precision` is `day`) the timestamp is that"
            " day's midnight in UTC. `rights` is JSON text.\n"
        )
    if any(file.format == "csv" for file in files):
        text += (
            "\nIn CSV lists and objects are JSON, and a cell that a spreadsheet would run as a formula (or that begins"
            " with an apostrophe) has an apostrophe put before it; take one off to have the text.\n"
        )
    return text


def _files(files: Sequence[File]) -> str:
    rows = [(f"`{file.path}`", f"{file.rows:,}", f"{file.bytes:,}") for file in files if file.rows is not None]
    return (
        _table(("file", "rows", "bytes"), rows)
        + "\nBeside them: `manifest.json` (SHA-256, size and rows of every file), `article.schema.json` (JSON Schema of"
        " a line), `croissant.json`, `datapackage.json`, `CITATION.cff`, `rights.csv`, `removed.jsonl`."
        " `kalbarcrawl validate` checks them all.\n"
    )


def _rights(removals: int) -> str:
    return (
        "The texts belong to their publishers and authors. `rights.csv` tells for each publisher what was recorded of"
        " robots.txt, its rules for AI agents, TDM reservations and stated licences; an empty row says that nothing"
        f" was. `removed.jsonl` lists what was asked to be left out ({removals:,} entries), by SHA-256 of the address,"
        " the article's identifier or the publisher's name: drop matching rows from older copies.\n"
    )


def _table(heads: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    lines = [f"| {' | '.join(heads)} |", f"|{'---|' * len(heads)}"]
    for row in rows:
        cells = (f"{cell:,}" if isinstance(cell, int) else _plain(str(cell)) for cell in row)
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


def _folded(title: str, text: str) -> str:
    return f"<details><summary>{title}</summary>\n\n{text}\n</details>\n"


def _most(counts: Counter[str]) -> list[tuple[str, int]]:
    """The most frequent, then all the others as one; the unknown as such."""
    top = [(name or "(unknown)", count) for name, count in counts.most_common(MOST)]
    rest = counts.total() - sum(count for _, count in top)
    return [*top, *([("(others)", rest)] if rest else [])]


def _plain(text: str) -> str:
    """Text that Markdown and HTML leave alone: a newsroom's words may hold anything."""
    text = " ".join(text.split()).replace("|", "\\|")
    return text.replace("<", "&lt;").replace("[", "\\[")
