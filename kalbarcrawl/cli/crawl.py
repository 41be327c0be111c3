"""`kalbarcrawl crawl`: new and changed articles into the store and JSON Lines."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kalbarcrawl.cli.options import LOG_FORMAT, span
from kalbarcrawl.logs import Format, say, set_up

if TYPE_CHECKING:
    from kalbarcrawl.publisher import Publisher

DATE = click.DateTime(["%Y-%m-%d"])


@click.command("crawl")
@click.argument("names", nargs=-1, metavar="[NAME...]")
@click.option("--all", "everyone", is_flag=True, help="Every publisher.")
@click.option(
    "--due", is_flag=True, help="The publishers whose time has come: `every`, bent to how often they publish."
)
@click.option("--dry-run", is_flag=True, help="With --due: only say who is due and why.")
@click.option("--deadline", metavar="SPAN", callback=span, help="Begin nothing after so long (90s, 20m, 2h), and end.")
@click.option("--since", type=DATE, help="Back-fill: articles from this day on, from the archive sources.")
@click.option("--until", type=DATE, help="Back-fill: articles up to this day, included.")
@click.option("--limit", type=click.IntRange(1), help="At most so many articles a publisher.")
@click.option("--sources", type=click.Choice(["latest", "archive", "all"]), help="Which sources to read.")
@click.option("--delay", type=click.FloatRange(0), help="Seconds between two requests to one host.")
@click.option("--concurrency", type=click.IntRange(1), help="Requests under way at once to one host.")
@click.option("--archive", is_flag=True, help="Keep all that is fetched in data/warc/NAME/RUN.warc.gz.")
@click.option("--allow-private", is_flag=True, help="Allow requests to this machine and private networks.")
@click.option("--data", type=click.Path(file_okay=False, path_type=Path), help="Data folder [KALBARCRAWL_DATA, data].")
@click.option("--setting", "-s", "settings", multiple=True, metavar="NAME=VALUE", help="Any setting of Scrapy's.")
@click.option("--verbose", "-v", is_flag=True, help="Scrapy's own log as well.")
@LOG_FORMAT
def command(
    names: tuple[str, ...],
    everyone: bool,
    due: bool,
    dry_run: bool,
    deadline: timedelta | None,
    since: datetime | None,
    until: datetime | None,
    limit: int | None,
    sources: str | None,
    delay: float | None,
    concurrency: int | None,
    archive: bool,
    allow_private: bool,
    data: Path | None,
    settings: tuple[str, ...],
    verbose: bool,
    log_format: Format,
) -> None:
    """Crawl publishers: what is new or changed goes into the store and into data/articles/NAME/RUN.jsonl.

    How every address ended is in data/runs/RUN.csv. Exit status: 0 all is well, 1 a publisher needs a look (a source
    failed, nothing could be read, its file does not load, it is being crawled already), 2 the crawl could not run,
    3 other processes crawl all of them already (with --due they are simply not due: 0).

    At the deadline, as at a signal, requests under way get a few seconds more and everything visited is kept; a
    publisher that was cut off comes first in the next --due.

    \b
    Examples:
      kalbarcrawl crawl kalbaronline
      kalbarcrawl crawl --all
      kalbarcrawl crawl --due --deadline 20m    # from cron, every few minutes
      kalbarcrawl crawl --due --dry-run
      kalbarcrawl crawl suarakalbar --since 2024-01-01 --until 2024-12-31
    """
    arguments = _arguments(since, until, limit, sources)
    set_up(log_format, verbose=verbose)
    chosen = datetime.now(UTC) if due else None
    publishers = _chosen(names, everyone, due, data)
    if dry_run:
        return _show_turns(data, chosen)
    from kalbarcrawl.cli.options import pairs
    from kalbarcrawl.publishers import left_out

    changes = pairs(settings, allow_private=allow_private) | _changes(data, archive, delay, concurrency)
    changes["KALBARCRAWL_LOG_FORMAT"] = log_format
    status = _crawl(publishers, arguments, changes, verbose=verbose, chosen=chosen, deadline=deadline)
    raise SystemExit(status or int(not names and bool(left_out())))


def _crawl(publishers: list[Publisher], *arguments: dict[str, Any], **options: Any) -> int:
    """Crawl whoever there is to crawl; the exit status."""
    if not publishers:
        say("no publisher is due", "nothing_due")
        return 0
    from kalbarcrawl.spiders.process import crawl

    return crawl(publishers, *arguments, **options)


def _arguments(
    since: datetime | None, until: datetime | None, limit: int | None, sources: str | None
) -> dict[str, Any]:
    """The spider's own arguments."""
    if since and until and until < since:
        raise click.UsageError("--until is before --since")
    return {
        "since": since.date().isoformat() if since else None,
        "until": until.date().isoformat() if until else None,
        "limit": limit,
        "sources": sources,
    }


def _show_turns(data: Path | None, now: datetime | None) -> None:
    """Who is due and why, a line each on standard output; on standard error how many are not."""
    if now is None:
        raise click.UsageError("--dry-run goes with --due")
    from kalbarcrawl.cli.options import turns_at
    from kalbarcrawl.due import is_due
    from kalbarcrawl.rhythm import spoken

    turns = turns_at(data, now)
    due = [turn for turn in turns if is_due(turn, now)]
    for turn in due:
        click.echo(f"{turn.publisher.name}\t{turn.why}")
    busy = sum(turn.busy for turn in turns)
    later = [turn for turn in turns if turn.at > now and not turn.busy]
    following = f", the next in {spoken(later[0].at - now)}: {later[0].publisher.name}" if later else ""
    click.echo(f"{len(due)} due, {busy} being crawled, {len(later)} later{following}", err=True)


def _changes(data: Path | None, archive: bool, delay: float | None, concurrency: int | None) -> dict[str, Any]:
    """The settings that options of their own stand for."""
    changes: dict[str, Any] = {}
    if data is not None:
        changes["KALBARCRAWL_DATA"] = str(data)
    if archive:
        changes["KALBARCRAWL_ARCHIVE"] = True
    if delay is not None:
        changes["DOWNLOAD_DELAY"] = delay
    if concurrency is not None:
        changes |= {"CONCURRENT_REQUESTS_PER_DOMAIN": concurrency, "CONCURRENT_REQUESTS": 2 * concurrency}
    return changes


def _chosen(names: tuple[str, ...], everyone: bool, due: bool, data: Path | None) -> list[Publisher]:
    from kalbarcrawl.cli.options import due_publishers
    from kalbarcrawl.publishers import all_publishers, publisher_named

    if bool(names) + everyone + due != 1:
        raise click.UsageError("name the publishers to crawl, or say --all or --due (see `kalbarcrawl list`)")
    try:
        if due:
            return due_publishers(data)
        if everyone:
            return list(all_publishers().values())
        return [publisher_named(name) for name in dict.fromkeys(names)]
    except KeyError as error:
        raise click.UsageError(str(error.args[0])) from error
