"""A page named on the command line: by its address, or by the file it is saved in."""

from __future__ import annotations

from pathlib import Path

import click

from kalbarcrawl.archive import saved_page
from kalbarcrawl.page import Page


def page_at(target: str, url: str | None, settings: tuple[str, ...] = (), *, allow_private: bool = False) -> Page:
    """The page at an address or in a saved file. Raises click.ClickException with the reason where there is none."""
    if target.startswith(("http://", "https://")):
        from kalbarcrawl.cli.options import pairs
        from kalbarcrawl.spiders.reader import page_at as fetched
        from kalbarcrawl.store.visit import explained

        found = fetched(target, pairs(settings, allow_private=allow_private))
        if isinstance(found, Page):
            return found
        raise click.ClickException(explained(found))
    try:
        return saved_page(Path(target), url=url)
    except (OSError, ValueError) as error:
        raise click.ClickException(f"{target}: {error}") from error
