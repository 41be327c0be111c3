"""What a dataset says of itself: its name, who makes it, and the files it is made of."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date
from pathlib import Path

NOBODY = "TODO: who publishes this dataset"
LICENCE = "other"
"""The texts are their publishers'; what may be done with them no crawler can say."""
LICENCE_NAME = "publishers-own-rights"


@dataclass(frozen=True, kw_only=True)
class About:
    """The words on a dataset's cover."""

    name: str
    title: str
    creators: tuple[str, ...]
    day: date
    release: str
    licence: str
    url: str | None
    selection: str
    dedup: str
    splits: str
    sample: int | None
    every_revision: bool
    urls_only: bool

    @property
    def description(self) -> str:
        """One sentence that says what is in the box."""
        what = "Addresses and hashes of articles" if self.urls_only else "Articles"
        return f"{what} of Indonesian newsrooms, crawled by kalbarcrawl; selection: {self.selection}."


@dataclass(frozen=True)
class File:
    """A file of the dataset; `rows` and `split` where it holds records."""

    path: str
    bytes: int
    sha256: str
    rows: int | None = None
    split: str | None = None

    @property
    def format(self) -> str:
        """What comes after the first dot of its name: "jsonl.gz", "parquet", "csv", ..."""
        return Path(self.path).name.partition(".")[2]


def file_of(folder: Path, path: str, rows: int | None = None, split: str | None = None) -> File:
    """The facts of a file that has been written."""
    whole = folder / path
    with whole.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return File(path, whole.stat().st_size, digest, rows, split)
