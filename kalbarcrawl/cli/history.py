"""`kalbarcrawl history`: the revisions of an article and what changed."""

from __future__ import annotations

from pathlib import Path

import click


@click.command("history")
@click.argument("url")
@click.option("--data", type=click.Path(file_okay=False, path_type=Path), help="Data folder [KALBARCRAWL_DATA, data].")
@click.option("--json", "as_json", is_flag=True, help="Every revision's record as a line of JSON instead.")
def command(url: str, data: Path | None, as_json: bool) -> None:
    """Show the revisions kept of the article at URL (or with that id) and what changed from each to the next.

    \b
    Examples:
      kalbarcrawl history https://example.com/berita/1
      kalbarcrawl history 0123456789abcdef --json
    """
    from kalbarcrawl.cli.options import open_store
    from kalbarcrawl.store.history import difference, history_of

    histories = history_of(open_store(data), url)
    if not histories:
        click.echo(f"{url}: no article is kept under this address", err=True)
        raise SystemExit(1)
    for history in histories:
        if as_json:
            for article in history.revisions:
                click.echo(article.to_json())
            continue
        first = history.revisions[0]
        click.echo(f"{first.id}  {first.publisher}  {first.canonical_url or first.url}")
        click.echo(f"revision 1, {first.crawled_at}: {first.title}")
        for older, newer in zip(history.revisions, history.revisions[1:], strict=False):
            click.echo("\n".join(difference(older, newer)))
        if history.gone_at:
            click.echo(f"gone since {history.gone_at}; the text is kept")
