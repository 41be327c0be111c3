"""The newsrooms: one file each, found by file name."""

from __future__ import annotations

import importlib.util
import os
import sys
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from kalbarcrawl.publisher import Publisher, host_of

FOLDERS_VARIABLE = "KALBARCRAWL_PUBLISHERS"
BESIDE = "publishers"


class UnloadableError(ValueError):
    """A publisher's file does not load; the message names the file and says why."""


class MissingFolderError(UnloadableError):
    """A folder that KALBARCRAWL_PUBLISHERS names is not there: its newsrooms would be left out without a word."""


def all_publishers() -> dict[str, Publisher]:
    """Every described newsroom by name, from the files of all `folders`; those that do not load are `left_out`.

    A file of a further folder that has the name of one before it takes its place. Raises MissingFolderError where a
    folder that was named is not there.
    """
    return _read()[0]


def left_out() -> dict[str, UnloadableError]:
    """Why a publisher's file does not load, by name: it fails, holds no `publisher`, or one with another name.

    One newsroom's slip keeps no other from being crawled.
    """
    return _read()[1]


def was_read() -> bool:
    """Whether anybody has asked for the publishers yet."""
    return _read.cache_info().currsize > 0


def read_anew() -> None:
    """Forget what was read, so that the files are read again."""
    _read.cache_clear()
    _names_by_host.cache_clear()


@lru_cache(maxsize=1)
def _read() -> tuple[dict[str, Publisher], dict[str, UnloadableError]]:
    for named in _named():
        if not named.is_dir():
            raise MissingFolderError(f"{FOLDERS_VARIABLE} names {named}, which is no folder: make it, or name another")
    paths = {path.stem: path for folder in folders() for path in folder.glob("*.py") if not path.stem.startswith("_")}
    loaded: dict[str, Publisher] = {}
    failed: dict[str, UnloadableError] = {}
    for name in sorted(paths):
        try:
            loaded[name] = _load(paths[name])
        except UnloadableError as error:
            failed[name] = error
    return loaded, failed


def folders() -> list[Path]:
    """Where files of facts are looked for: in the package, then in the folders that KALBARCRAWL_PUBLISHERS names.

    Where it names none, in ./publishers: beside the data, so that nobody need fork the project to add a newsroom.
    """
    return [Path(__file__).parent, *(_named() or [Path(BESIDE)])]


def _named() -> list[Path]:
    """The folders that KALBARCRAWL_PUBLISHERS names."""
    return [Path(name) for name in os.environ.get(FOLDERS_VARIABLE, "").split(os.pathsep) if name]


def file_of(name: str) -> Path:
    """The file that describes a newsroom. Raises KeyError where there is none."""
    for folder in reversed(folders()):
        if (path := folder / f"{name}.py").exists():
            return path
    raise KeyError(f"no publisher is called {name!r}")


def publisher_named(name: str) -> Publisher:
    """The newsroom of that name.

    Raises KeyError with the nearest names when there is none, UnloadableError when its file does not load.
    """
    known = all_publishers()
    if name in left_out():
        raise left_out()[name]
    if name not in known:
        raise KeyError(nobody_called(name, known))
    return known[name]


def nobody_called(name: str, known: Iterable[str]) -> str:
    """What to say of a name that is none of those known: the nearest of them."""
    import difflib

    near = difflib.get_close_matches(name, known, n=3)
    hint = f"; did you mean {', '.join(near)}?" if near else "; see `kalbarcrawl list`"
    return f"no publisher is called {name!r}{hint}"


def publisher_of(url: str) -> Publisher | None:
    """The newsroom an address belongs to, by the most exact claim; None where nobody described it."""
    known, names = all_publishers(), host_of(url).split(".")
    hosts = (".".join(names[start:]) for start in range(len(names)))
    claims = ((known[name].claim(url), known[name]) for host in hosts for name in _names_by_host().get(host, ()))
    return max((claim for claim in claims if claim[0]), key=lambda claim: claim[0], default=(0, None))[1]


@lru_cache(maxsize=1)
def _names_by_host() -> dict[str, list[str]]:
    """The newsrooms by each of their hosts: there are hundreds, and every page is asked whose it is."""
    by_host: dict[str, list[str]] = {}
    for name, publisher in all_publishers().items():
        for host in publisher.all_hosts:
            by_host.setdefault(host, []).append(name)
    return by_host


def _load(path: Path) -> Publisher:
    spec = importlib.util.spec_from_file_location(f"kalbarcrawl.publishers.{path.stem}", path)
    if spec is None or spec.loader is None:
        raise UnloadableError(f"{path}: not a Python file")
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    try:
        spec.loader.exec_module(module)
    except Exception as error:  # it is code, and may fail in any way
        raise UnloadableError(f"{path}: {type(error).__name__}: {error}") from error
    publisher = getattr(module, "publisher", None)
    if not isinstance(publisher, Publisher):
        raise UnloadableError(f"{path}: holds no `publisher`")
    if publisher.name != path.stem:
        raise UnloadableError(f"{path}: publisher is named {publisher.name!r}; file and name must be equal")
    return publisher
