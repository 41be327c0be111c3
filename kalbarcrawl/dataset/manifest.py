"""manifest.json: every file with its hash, how the dataset was made and from which crawls."""

from __future__ import annotations

import platform
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from importlib.metadata import version
from typing import Any

from kalbarcrawl import __version__
from kalbarcrawl.dataset.about import About, File
from kalbarcrawl.dataset.figures import Figures
from kalbarcrawl.dataset.folder import KIND

MAKERS = ("numpy", "pyarrow", "rensa", "matplotlib")
"""The libraries whose versions decide the bytes."""
Run = tuple[str, str, str, str | None]
"""A crawl: its run, publisher, beginning, end."""


def manifest(
    about: About, figures: Figures, files: Sequence[File], runs: Iterable[Run], removals: int
) -> dict[str, Any]:
    """The manifest of a dataset whose other files are all written."""
    return {
        "kind": KIND,
        "name": about.name,
        "version": about.release,
        "date": about.day.isoformat(),
        "rows": figures.rows,
        "splits": dict(figures.splits),
        "selection": about.selection,
        "dedup": about.dedup,
        "split_by": about.splits,
        "sample": about.sample,
        "revisions": "all" if about.every_revision else "latest",
        "urls_only": about.urls_only,
        "removals": removals,
        "made_with": {
            "kalbarcrawl": __version__,
            "python": platform.python_version(),
            **{name: version(name) for name in MAKERS},
        },
        "runs": [
            {"run": run, "publisher": publisher, "started_at": started, "finished_at": finished}
            for run, publisher, started, finished in runs
            if publisher in figures.publishers
        ],
        "files": [{key: value for key, value in asdict(file).items() if value is not None} for file in files],
    }
