"""Where a newsroom's file and its test pages go: into a checkout, or beside the data."""

from __future__ import annotations

import os
from pathlib import Path

from kalbarcrawl.publishers import BESIDE, FOLDERS_VARIABLE, file_of

PACKAGE = Path(__file__).parents[1]


def folder_for_new(into: Path | None) -> Path:
    """The folder for a new publisher's file.

    In this order: the one asked for; the package's own while working in a checkout of it; the first of
    KALBARCRAWL_PUBLISHERS; ./publishers.
    """
    if into is not None:
        return into
    if in_checkout(Path.cwd()):
        return PACKAGE / "publishers"
    named = os.environ.get(FOLDERS_VARIABLE, "").split(os.pathsep)[0]
    return Path(named or BESIDE)


def in_checkout(here: Path) -> bool:
    """Whether `here` lies in a checkout that this package is imported from and may be written to."""
    root = PACKAGE.parent
    is_checkout = (root / "tests" / "pages").is_dir() and os.access(PACKAGE / "publishers", os.W_OK)
    return is_checkout and here.resolve().is_relative_to(root.resolve())


def pages_beside(folder: Path, name: str) -> Path:
    """The folder of a publisher's test pages: tests/pages of the checkout, else `pages` beside its file."""
    if folder.resolve() == (PACKAGE / "publishers").resolve():
        return PACKAGE.parent / "tests" / "pages" / name
    return folder / "pages" / name


def pages_of(name: str) -> Path:
    """The folder of a known publisher's test pages. Raises KeyError where nobody is called so."""
    return pages_beside(file_of(name).parent, name)
