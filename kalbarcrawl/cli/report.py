"""`kalbarcrawl report`: a folder of web pages on how every newsroom is."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from kalbarcrawl.cli.options import extra, open_store


@click.command("report")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--data", type=click.Path(file_okay=False, path_type=Path), help="Data folder [KALBARCRAWL_DATA, data].")
@click.option("--at", type=click.DateTime(["%Y-%m-%dT%H:%M:%S"]), help="As of this moment (UTC) instead of now.")
@click.option("--json", "as_json", is_flag=True, help="The summary, DIR/report.json, on standard output.")
def command(folder: Path, data: Path | None, at: datetime | None, as_json: bool) -> None:
    """Write a report into DIR: an overview of all newsrooms, the worst first, and a page for each with its charts, the
    lines that were taken off its latest articles, and its breakages.

    Plain files that need no script and no server: open DIR/index.html, or let a web server serve DIR, also while it is
    written anew. The same store and moment give the same bytes. Exit status: 0 once it is written; `status` says
    whether something needs a look.

    \b
    Examples:
      kalbarcrawl report report
      kalbarcrawl report /var/www/newsrooms --data data
    """
    with extra("web", "a report"):
        from kalbarcrawl.report.site import write
    from datetime import UTC

    from kalbarcrawl.cli.progress import progress
    from kalbarcrawl.publishers import all_publishers
    from kalbarcrawl.report.facts import facts_of
    from kalbarcrawl.report.folder import SUMMARY, ForeignFolderError

    moment = at.replace(tzinfo=UTC) if at else datetime.now(UTC)
    with progress() as hears:
        facts = facts_of(open_store(data), all_publishers(), moment, hears)
    try:
        pages = write(facts, folder)
    except ForeignFolderError as error:
        raise click.UsageError(str(error)) from error
    except OSError as error:
        raise click.UsageError(f"cannot write {folder}: {error}") from error
    click.echo((folder / SUMMARY).read_text(encoding="utf-8") if as_json else folder / "index.html", nl=not as_json)
    states = ", ".join(f"{count} {state}" for state, count in facts.states.items())
    count = len(facts.newsrooms)
    click.echo(
        f"{pages} page{'s'[: pages != 1]} on {count} newsroom{'s'[: count != 1]}: {states or 'none looked at yet'}",
        err=True,
    )
