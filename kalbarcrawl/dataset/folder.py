"""The folder a dataset is written to: made aside, moved in file by file, whole once its manifest is there."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from kalbarcrawl.dataset.about import file_of

MANIFEST = "manifest.json"
ASIDE = ".kalbarcrawl-part"
"""Where files are made: left behind only by an export that was killed."""
KIND = "kalbarcrawl dataset"
"""What a manifest of ours says it is."""
SHARD = re.compile(r"(?:train|validation|test)-\d{5}-of-\d{5}\.(?:jsonl\.gz|parquet|csv)")


class ForeignFolderError(Exception):
    """The folder holds what no export of ours wrote; the message says what."""


def prepare(folder: Path, *, overwrite: bool = False) -> Path:
    """Make sure a dataset may be written here, and give the folder to make it in, empty.

    Raises ForeignFolderError where the folder holds files of others, or files of ours that were edited since, unless
    these may be overwritten. Hidden files (such as .git) are nobody's business.
    """
    part = folder / ASIDE
    if folder.exists() and not folder.is_dir():
        raise ForeignFolderError(f"{folder} is a file")
    if folder.exists():
        manifest = manifest_of(folder)
        there = [path.name for path in folder.iterdir() if not path.name.startswith(".")]
        # Without a manifest but with files aside, an export of ours was killed while it moved them in.
        if manifest is None and there and not part.exists():
            raise ForeignFolderError(f"{folder} holds {min(there)!r} and is no dataset of ours; name an empty folder")
        edited = [] if manifest is None or overwrite else changed(folder, manifest)
        if edited:
            raise ForeignFolderError(
                f"{folder / edited[0]} was edited since it was written; move it, or add --overwrite to lose it"
            )
    shutil.rmtree(part, ignore_errors=True)
    part.mkdir(parents=True)
    return part


def publish(folder: Path, paths: Iterable[str]) -> None:
    """Move the finished files from aside to their places, the manifest last, and take away what an older export left.

    Between the first move and the last there is no manifest, so nobody takes a half for the whole; killed there, the
    next export begins anew.
    """
    part = folder / ASIDE
    old = manifest_of(folder)
    (folder / MANIFEST).unlink(missing_ok=True)
    new = set(paths)
    for path in sorted(new):
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        (part / path).replace(target)
    for path in {file["path"] for file in (old or {"files": []})["files"]} - new:
        (folder / path).unlink(missing_ok=True)
    for stray in (folder / "data").glob("*-of-*"):
        if SHARD.fullmatch(stray.name) and f"data/{stray.name}" not in new:
            stray.unlink()
    (part / MANIFEST).replace(folder / MANIFEST)
    shutil.rmtree(part)


def manifest_of(folder: Path) -> dict[str, Any] | None:
    """The manifest of a dataset of ours; None where there is none."""
    path = folder / MANIFEST
    if not path.is_file():
        return None
    try:
        manifest = json.loads(path.read_text(encoding="utf-8"))
    except ValueError:
        return None
    return manifest if isinstance(manifest, dict) and manifest.get("kind") == KIND else None


def changed(folder: Path, manifest: dict[str, Any]) -> list[str]:
    """The files of a manifest that are there and not as it says."""
    return [
        file["path"]
        for file in manifest["files"]
        if (folder / file["path"]).is_file() and file_of(folder, file["path"]).sha256 != file["sha256"]
    ]
