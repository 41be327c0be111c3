"""`kalbarcrawl extract`: articles out of saved pages, without network and without Scrapy."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import click

from kalbarcrawl.archive import is_warc, listed_pages, saved_page, warc_pages
from kalbarcrawl.extract import extract
from kalbarcrawl.generic import undescribed
from kalbarcrawl.items import Article, Incomplete
from kalbarcrawl.page import Page
from kalbarcrawl.publishers import publisher_of
from kalbarcrawl.refine import refine

Found = Article | Incomplete


@click.command("extract")
@click.argument("files", nargs=-1, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--url", help="The address of the one FILE; else the one the page calls its own.")
@click.option(
    "--list",
    "lists",
    multiple=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="A JSON Lines list of pages: `file` (relative to the list), `url`, optional `enc` and `fetched_at`.",
)
@click.option(
    "--generic", is_flag=True, help="Leave the publishers' own rules out: read every page as an unknown site's."
)
def command(files: tuple[Path, ...], url: str | None, lists: tuple[Path, ...], generic: bool) -> None:
    """Print one line of JSON for each article in FILES: saved pages (.html, .html.gz) or archives (.warc, .warc.gz).

    Pages that are no article are named on standard error with the reason. Exit status: 0 when every file could be
    read, 1 when some could not.

    \b
    Examples:
      kalbarcrawl extract saved.html --url https://example.com/berita/1
      kalbarcrawl extract pages/*.html > articles.jsonl
      kalbarcrawl extract --list pages/list.jsonl > articles.jsonl
      kalbarcrawl extract crawl.warc.gz > articles.jsonl
    """
    if not files and not lists:
        raise click.UsageError("give FILES or --list")
    if url and (len(files) != 1 or lists):
        raise click.UsageError("--url goes with one FILE")
    outcomes: Counter[str] = Counter()
    for place, page in _pages(files, lists, url):
        if isinstance(page, Exception):
            outcome = "unreadable"
            click.echo(f"{place}: unreadable: {page}", err=True)
        else:
            found = read(page, generic=generic)
            outcome = "ok" if isinstance(found, Article) else found.outcome
            if isinstance(found, Article):
                click.echo(found.to_json())
            else:
                click.echo(f"{place}: {outcome}", err=True)
        outcomes[outcome] += 1
    if sum(outcomes.values()) > 1:
        click.echo(", ".join(f"{count} {outcome}" for outcome, count in outcomes.most_common()), err=True)
    sys.exit(1 if outcomes["unreadable"] else 0)


def read(page: Page, *, generic: bool = False) -> Found:
    """The article on a page, by its publisher's rules or, for an undescribed site, by the generic ones."""
    publisher = (None if generic else publisher_of(page.url)) or undescribed(page.url)
    return refine(extract(page, publisher), publisher)


def _pages(files: tuple[Path, ...], lists: tuple[Path, ...], url: str | None) -> Iterator[tuple[str, Page | Exception]]:
    """Every page with where it stands, or the reason why it cannot be read."""
    for path in files:
        if is_warc(path):
            yield from _warc(path)
        else:
            yield str(path), _saved(path, url=url)
    for path in lists:
        try:
            for place, row in listed_pages(path):
                saved = _saved(
                    row["file"], url=row.get("url"), encoding=row.get("enc"), fetched_at=row.get("fetched_at")
                )
                yield f"{place} {row['file'].name}", saved
        except ValueError as error:
            yield str(path), error


def _saved(path: Path, **facts: str | None) -> Page | Exception:
    try:
        return saved_page(path, **facts)
    except (OSError, ValueError) as error:
        return error


def _warc(path: Path) -> Iterator[tuple[str, Page | Exception]]:
    try:
        for page in warc_pages(path):
            yield f"{path} {page.url}", page
    except (OSError, ValueError) as error:
        yield str(path), error
