"""`kalbarcrawl extract`: articles out of saved pages, without network and without Scrapy."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kalbarcrawl.cli.options import address
from kalbarcrawl.items import Article

if TYPE_CHECKING:
    from kalbarcrawl.cli.rereading import Reading
    from kalbarcrawl.page import Page


@click.command("extract")
@click.argument("files", nargs=-1, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--url", callback=address, help="The address of the one FILE; else the one the page calls its own.")
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
@click.option(
    "--all-hosts", is_flag=True, help="In archives: the pages of every site, not of described publishers only."
)
@click.option("--lang", metavar="CODE", help="In archives: articles in this language only, such as id.")
@click.option("--processes", type=click.IntRange(1), default=1, show_default=True, help="Archives side by side.")
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), help="A file of lines for each archive here.")
@click.option("--store", is_flag=True, help="Archives' articles into the store, new texts as re-extracted revisions.")
@click.option("--data", type=click.Path(file_okay=False, path_type=Path), help="Data folder [KALBARCRAWL_DATA, data].")
def command(
    files: tuple[Path, ...],
    url: str | None,
    lists: tuple[Path, ...],
    generic: bool,
    all_hosts: bool,
    lang: str | None,
    processes: int,
    out: Path | None,
    store: bool,
    data: Path | None,
) -> None:
    """Print one line of JSON for each article in FILES: saved pages (.html, .html.gz) or archives (.warc, .warc.gz).

    Pages that are no article are named on standard error with the reason. Of archives only described publishers' pages
    are read, unless --all-hosts or --generic asks for the rest; of one that is damaged or was cut off, what is whole.
    Run again with the same --out, archives that were read whole are left out. Exit status: 0 when every file could be
    read to its end, 1 when some could not.

    \b
    Examples:
      kalbarcrawl extract saved.html --url https://example.com/berita/1
      kalbarcrawl extract --list pages/list.jsonl > articles.jsonl
      kalbarcrawl extract data/warc/*/*.warc.gz --store
      kalbarcrawl extract CC-NEWS-*.warc.gz --all-hosts --lang id --processes 8 --out lines/
    """
    if not files and not lists:
        raise click.UsageError("give FILES or --list")
    if url and (len(files) != 1 or lists):
        raise click.UsageError("--url goes with one FILE")
    from kalbarcrawl.archive import is_warc
    from kalbarcrawl.cli.rereading import Reading, reread

    archives = tuple(path for path in files if is_warc(path))
    reading = Reading(generic=generic, all_hosts=all_hosts, language=lang)
    outcomes = (
        reread(archives, reading, processes=processes, out=out, data=data, store=store) if archives else Counter()
    )
    outcomes += _read(_pages(tuple(path for path in files if path not in archives), lists, url), reading)
    if sum(outcomes.values()) > 1:
        click.echo(", ".join(f"{count} {outcome}" for outcome, count in outcomes.most_common()), err=True)
    sys.exit(1 if outcomes["unreadable"] else 0)


def _read(pages: Iterator[tuple[str, Page | Exception]], reading: Reading) -> Counter[str]:
    """How many pages ended how; articles go to standard output, what is none to standard error."""
    outcomes: Counter[str] = Counter()
    for place, page in pages:
        if isinstance(page, Exception):
            outcome = "unreadable"
            click.echo(f"{place}: unreadable: {page}", err=True)
        else:
            found = reading.read([page])
            outcome = "ok" if isinstance(found, Article) else found.outcome
            if isinstance(found, Article):
                click.echo(found.to_json())
            else:
                click.echo(f"{place}: {outcome}", err=True)
        outcomes[outcome] += 1
    return outcomes


def _pages(files: tuple[Path, ...], lists: tuple[Path, ...], url: str | None) -> Iterator[tuple[str, Page | Exception]]:
    """Every page with where it stands, or the reason why it cannot be read."""
    from kalbarcrawl.archive import listed_pages

    for path in files:
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
    from kalbarcrawl.archive import saved_page

    try:
        return saved_page(path, **facts)
    except (OSError, ValueError) as error:
        return error
