"""`kalbarcrawl save`: a page and its proposed record as a test of a publisher's file."""

from __future__ import annotations

from pathlib import Path

import click

from kalbarcrawl.cli.options import address


@click.command("save")
@click.argument("name")
@click.argument("target", metavar="URL|FILE")
@click.option("--url", callback=address, help="The address of FILE; else the one the page calls its own.")
@click.option("--as", "stem", default="", help="The files' name without ending; else the address' last words.")
@click.option(
    "--into",
    type=click.Path(file_okay=False, path_type=Path),
    help="The folder; else the checkout's tests/pages/NAME, or pages/NAME beside the publisher's file.",
)
@click.option("--allow-private", is_flag=True, help="Allow requests to this machine and private networks.")
@click.option("--setting", "-s", "settings", multiple=True, metavar="NAME=VALUE", help="Any setting of Scrapy's.")
def command(
    name: str,
    target: str,
    url: str | None,
    stem: str,
    into: Path | None,
    allow_private: bool,
    settings: tuple[str, ...],
) -> None:
    """Save the article at URL, or in FILE, as a test page of publisher NAME, with the record it gives now beside it.

    The record is proposed: it says what is read, not what is right. A person reads it and mends the JSON. Exit status:
    0 when both files are written, 1 when the page gives no article, 2 for a publisher or address that is none.

    \b
    Examples:
      kalbarcrawl save kalbaronline https://kalbaronline.com/2025/05/08/contoh/
      kalbarcrawl save kalbaronline saved.html --url https://kalbaronline.com/2025/05/08/contoh/
    """
    from kalbarcrawl.cli.target import page_at, publisher_called
    from kalbarcrawl.items import Incomplete
    from kalbarcrawl.owners.places import pages_of
    from kalbarcrawl.owners.saved import paths_in, proposed, to_read, write

    publisher = publisher_called(name)
    folder = into or pages_of(name)
    page = page_at(target, url, settings, allow_private=allow_private)
    if not publisher.owns(page.url):
        raise click.UsageError(f"{page.url} lies on none of the hosts of {name}: {', '.join(publisher.all_hosts)}")
    record = proposed(page, publisher)
    if isinstance(record, Incomplete):
        raise click.ClickException(f"{page.url}: {record.outcome}; see kalbarcrawl inspect {target}")
    paths = paths_in(folder, page, stem)
    try:
        write(paths, page, record)
    except FileExistsError as error:
        raise click.ClickException(str(error)) from error
    click.echo("\n".join(map(str, paths)))
    click.echo("\n".join(to_read([record])), err=True)
    click.echo("\nThis record is proposed: read it beside the page, and mend the JSON where it is wrong.", err=True)
