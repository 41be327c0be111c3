"""`kalbarcrawl new`: a newsroom nobody has described, from its address to its first records."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kalbarcrawl.cli.options import is_address, pairs

if TYPE_CHECKING:
    from kalbarcrawl.items import Article
    from kalbarcrawl.owners.draft import Draft
    from kalbarcrawl.owners.survey import Survey

KEPT = 2
"""Test pages saved."""


@click.command("new")
@click.argument("url")
@click.option("--name", default="", help="The publisher's name, and its file's; else its host's.")
@click.option("--region", default="", help='Where it reports from, such as "Kalimantan Barat".')
@click.option("--timezone", default="", help="The zone of its clocks; else the region's.")
@click.option(
    "--into",
    type=click.Path(file_okay=False, path_type=Path),
    help="The folder for its file; else the checkout's, or ./publishers.",
)
@click.option("--allow-private", is_flag=True, help="Allow requests to this machine and private networks.")
@click.option("--setting", "-s", "settings", multiple=True, metavar="NAME=VALUE", help="Any setting of Scrapy's.")
@click.option("--verbose", "-v", is_flag=True, help="Scrapy's own log as well.")
def command(
    url: str,
    name: str,
    region: str,
    timezone: str,
    into: Path | None,
    allow_private: bool,
    settings: tuple[str, ...],
    verbose: bool,
) -> None:
    """Visit the newsroom at URL, write its publisher file, save two test pages, and say what could not be told.

    Reads the front page, robots.txt, feeds, sitemaps and three articles. The file is a proposal: read it, and the
    records beside the saved pages. Nothing that exists is overwritten. Exit status: 0 when its articles read whole,
    1 when they do not or the site cannot be read, 2 when nothing could be tried.

    \b
    Examples:
      kalbarcrawl new https://example.com --region "Kalimantan Barat"
      kalbarcrawl new https://example.com --name contoh --into publishers
    """
    began = time.monotonic()
    if not is_address(url):
        raise click.UsageError(f"{url!r} is no web address: it begins with http:// or https://")
    _check_told(name, timezone)

    from kalbarcrawl.owners.places import folder_for_new
    from kalbarcrawl.owners.proposal import Told, propose

    folder = folder_for_new(into)
    _refuse_what_exists(url, folder, name)
    seen = _visit(url, pairs(settings, allow_private=allow_private), verbose=verbose)
    draft = propose(url, seen, Told(name, region, timezone))
    path = folder / f"{draft.name}.py"
    _refuse_to_overwrite(path, draft.name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(draft.text(), encoding="utf-8")
    records, failed = _save(seen, draft, folder)
    _report(seen, draft, path, records, failed)
    click.echo(f"\n{time.monotonic() - began:.1f} s from the command to the first record" if records else "")
    raise SystemExit(0 if records and not failed else 1)


def _visit(url: str, changes: dict[str, Any], *, verbose: bool) -> Survey:
    """What a first visit sees. Raises click.ClickException where the front page cannot be read."""
    from kalbarcrawl.cli.progress import progress
    from kalbarcrawl.owners.survey import survey
    from kalbarcrawl.spiders.reader import read

    with progress() as hears:
        try:
            return read(lambda fetch: survey(url, fetch), changes, hears=hears, verbose=verbose)
        except ValueError as error:
            raise click.ClickException(str(error)) from error


def _check_told(name: str, timezone: str) -> None:
    """Raises click.UsageError for a name or zone that is none, before anything is fetched."""
    from zoneinfo import ZoneInfo

    from kalbarcrawl.publisher import NAME

    if name and not NAME.fullmatch(name):
        raise click.UsageError(f"--name {name!r}: use lower-case letters, digits, _ . and -")
    try:
        ZoneInfo(timezone or "Asia/Jakarta")
    except (KeyError, ValueError) as error:
        raise click.UsageError(f"--timezone {timezone!r}: no such zone; Asia/Pontianak is one") from error


def _refuse_what_exists(url: str, folder: Path, name: str) -> None:
    """Raises click.ClickException, before anything is fetched, for a name that is taken or a site that is described."""
    from kalbarcrawl.publishers import file_of, publisher_of

    if name:
        _refuse_to_overwrite(folder / f"{name}.py", name)
    elif known := publisher_of(url):
        raise click.ClickException(
            f"{file_of(known.name)} exists already and describes {known.home}; prove it: "
            f"kalbarcrawl check {known.name}, or describe it anew under another --name"
        )


def _refuse_to_overwrite(path: Path, name: str) -> None:
    if path.exists():
        raise click.ClickException(f"{path} exists already; give another --name, or prove it: kalbarcrawl check {name}")


def _save(seen: Survey, draft: Draft, folder: Path) -> tuple[list[Article], list[str]]:
    """The records of the articles seen, the first of them saved with their pages; and what gave none."""
    from kalbarcrawl.items import Incomplete
    from kalbarcrawl.owners.places import pages_beside
    from kalbarcrawl.owners.saved import paths_in, proposed, write

    publisher, pages = draft.publisher(), pages_beside(folder, draft.name)
    records: list[Article] = []
    failed: list[str] = []
    for page in seen.articles:
        found = proposed(page, publisher)
        if isinstance(found, Incomplete):
            failed.append(f"{page.url}: {found.outcome}")
            continue
        if len(records) < KEPT:
            paths = paths_in(pages, page)
            try:
                write(paths, page, found)
            except FileExistsError as error:
                failed.append(str(error))
        records.append(found)
    return records, failed


def _report(seen: Survey, draft: Draft, path: Path, records: list[Article], failed: list[str]) -> None:
    from kalbarcrawl.owners.draft import source_code
    from kalbarcrawl.owners.places import pages_beside
    from kalbarcrawl.owners.proposal import unknown
    from kalbarcrawl.owners.saved import to_read

    system = f"{seen.recognised.family} ({', '.join(seen.recognised.signs)})" if seen.recognised else "its own"
    _head(f"{draft.title}  {draft.home}")
    click.echo(f"  system     {system}")
    for found in seen.listings:
        said = f"{len(found.links)} articles" if found.ok else found.problem
        click.echo(f"  {'source' if found.ok else '(no)':10} {source_code(found.source, draft.home)}: {said}")
    _head(f"\n{path}")
    click.echo(draft.text().rstrip())
    if records:
        _head(f"\nproposed records in {pages_beside(path.parent, draft.name)}, to be read by a person")
        click.echo("\n".join(to_read(records[:KEPT])))
    _head("\ncould not be told" if (lines := [*unknown(seen, draft), *failed]) else "\neverything could be told")
    for line in lines:
        click.echo(f"  - {line}")
    click.echo(f"\nnext: kalbarcrawl check {draft.name}    kalbarcrawl crawl {draft.name}")


def _head(text: str) -> None:
    click.echo(click.style(text, bold=True))
