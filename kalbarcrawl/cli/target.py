"""What is named on the command line: a publisher by its name, a page by its address or the file it is saved in."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import click

from kalbarcrawl.archive import saved_page
from kalbarcrawl.cli.options import is_address, pairs
from kalbarcrawl.page import Page
from kalbarcrawl.publisher import Publisher
from kalbarcrawl.publishers import all_publishers, publisher_named


def publisher_called(name: str) -> Publisher:
    """The publisher of that name. Raises click.UsageError where there is none."""
    return publishers_called([name])[0]


def publishers_called(names: Iterable[str]) -> list[Publisher]:
    """The publishers of those names, all without a name. Raises click.UsageError like `publisher_called`."""
    try:
        chosen = [publisher_named(name) for name in dict.fromkeys(names)]
        return chosen or list(all_publishers().values())
    except KeyError as error:
        raise click.UsageError(str(error.args[0])) from error


def page_at(target: str, url: str | None, settings: tuple[str, ...] = (), *, allow_private: bool = False) -> Page:
    """The page at an address or in a saved file.

    Raises click.ClickException with the reason where the address gives none, click.UsageError where the file does not.
    """
    if target.startswith(("http://", "https://")):
        if not is_address(target):
            raise click.UsageError(f"{target!r} is no web address: it has no host")
        from kalbarcrawl.spiders.reader import page_at as fetched
        from kalbarcrawl.store.visit import explained

        found = fetched(target, pairs(settings, allow_private=allow_private))
        if isinstance(found, Page):
            return found
        raise click.ClickException(explained(found))
    try:
        return saved_page(Path(target), url=url)
    except OSError as error:
        raise click.UsageError(f"{target}: {error.strerror or error}") from error
    except ValueError as error:
        raise click.ClickException(f"{target}: {error}") from error
