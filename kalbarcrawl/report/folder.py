"""The folder a report is written to: every page is made aside and moved in whole, the overview last."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

SUMMARY = "report.json"
FIRST_PAGE = "index.html"
KIND = "kalbarcrawl report"
"""What a summary of ours says it is."""
BELOW = "newsroom"
"""The folder of the newsrooms' pages: those of newsrooms that are no more are taken away."""
ASIDE = ".kalbarcrawl-part-"


class ForeignFolderError(Exception):
    """The folder holds what no report of ours wrote; the message says what."""


def publish(folder: Path, pages: Mapping[str, str], summary: Mapping[str, Any]) -> None:
    """Write pages (text by path) and the summary into a folder, and take away the pages of an older report.

    Whoever reads meanwhile sees each page old or new, never half; one that is the same stays untouched. Killed, it
    leaves a report that works, and the next one completes it. Raises ForeignFolderError, OSError.
    """
    _check(folder)
    folder.mkdir(parents=True, exist_ok=True)
    for stray in folder.glob(f"{ASIDE}*"):
        shutil.rmtree(stray, ignore_errors=True)
    told = json.dumps({"kind": KIND, **summary}, ensure_ascii=False, indent=1)
    texts = {**pages, SUMMARY: f"{told}\n"}
    aside = Path(tempfile.mkdtemp(prefix=ASIDE, dir=folder))
    try:
        # First the summary: from then on the folder is known as ours, even if we are killed before the last page.
        for path in sorted(texts, key=lambda path: (path != SUMMARY, path == FIRST_PAGE, path)):
            _replace(folder / path, texts[path], aside)
    finally:
        shutil.rmtree(aside, ignore_errors=True)
    for page in (folder / BELOW).glob("*.html"):
        if f"{BELOW}/{page.name}" not in pages:
            page.unlink()


def _replace(target: Path, text: str, aside: Path) -> None:
    content = text.encode()
    if target.is_file() and target.read_bytes() == content:
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    made = aside / target.name
    made.write_bytes(content)
    made.replace(target)


def _check(folder: Path) -> None:
    """Raises ForeignFolderError where a folder holds something that is no report of ours."""
    if folder.exists() and not folder.is_dir():
        raise ForeignFolderError(f"{folder} is a file")
    there = [path.name for path in folder.iterdir() if not path.name.startswith(".")] if folder.exists() else []
    if not there:
        return
    try:
        summary = json.loads((folder / SUMMARY).read_text(encoding="utf-8"))
    except (FileNotFoundError, ValueError):
        summary = None
    if not isinstance(summary, dict) or summary.get("kind") != KIND:
        raise ForeignFolderError(f"{folder} holds {min(there)!r} and is no report of ours; name an empty folder")
