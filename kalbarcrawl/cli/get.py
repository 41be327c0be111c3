"""`kalbarcrawl get`: one article of any site, as JSON on standard output."""

from __future__ import annotations

import click

from kalbarcrawl.cli.options import is_address, pairs


@click.command("get")
@click.argument("url")
@click.option("--allow-private", is_flag=True, help="Allow requests to this machine and private networks.")
@click.option("--setting", "-s", "settings", multiple=True, metavar="NAME=VALUE", help="Any setting of Scrapy's.")
@click.option("--verbose", "-v", is_flag=True, help="Scrapy's own log as well.")
def command(url: str, allow_private: bool, settings: tuple[str, ...], verbose: bool) -> None:
    """Fetch the article at URL, of a described site or any other, and print its record as one line of JSON.

    Nothing is kept. Exit status: 0 with an article, 1 without one and the reason on standard error, 2 for no address.

    \b
    Examples:
      kalbarcrawl get https://example.com/berita/1
      kalbarcrawl get https://example.com/berita/1 | python -m json.tool --no-ensure-ascii
    """
    if not is_address(url):
        raise click.UsageError(f"{url!r} is no web address: it begins with http:// or https://")

    from kalbarcrawl.spiders.process import fetch

    article, reason = fetch(url, pairs(settings, allow_private=allow_private), verbose=verbose)
    if article is None:
        click.echo(reason, err=True)
        raise SystemExit(1)
    click.echo(article.to_json())
