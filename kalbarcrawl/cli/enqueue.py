"""`kalbarcrawl enqueue`: jobs for the workers."""

from __future__ import annotations

from glob import glob
from pathlib import Path

import click

from kalbarcrawl.cli.options import due_publishers, the_queue


@click.command("enqueue")
@click.argument("names", nargs=-1, metavar="[NAME...]")
@click.option("--all", "everyone", is_flag=True, help="Every publisher.")
@click.option("--due", is_flag=True, help="The publishers whose time has come, as for `crawl --due`.")
@click.option("--archives", metavar="GLOB", help="Archives to read again, at paths all workers see.")
def command(names: tuple[str, ...], everyone: bool, due: bool, archives: str | None) -> None:
    """Put jobs into the queue at KALBARCRAWL_QUEUE: publishers to crawl, archives to read again into the store.

    A job that waits or runs already is not put there twice.

    \b
    Examples:
      kalbarcrawl enqueue --due
      kalbarcrawl enqueue kalbaronline suarakalbar
      kalbarcrawl enqueue --archives '/mnt/warc/*/*.warc.gz'
    """
    from kalbarcrawl.publishers import all_publishers, publisher_named

    if not (names or everyone or due or archives):
        raise click.UsageError("name publishers, or say --all, --due or --archives GLOB")
    try:
        chosen = list(all_publishers()) if everyone else [publisher_named(name).name for name in names]
        chosen += [publisher.name for publisher in due_publishers(None) if publisher.name not in chosen] if due else []
    except KeyError as error:
        raise click.UsageError(str(error.args[0])) from error
    jobs = [("crawl", name) for name in chosen]
    files = sorted(glob(archives)) if archives else []  # noqa: PTH207
    if archives and not files:
        raise click.UsageError(f"no file is at {archives}")
    jobs += [("extract", str(Path(path).resolve())) for path in files]
    added = the_queue().add(jobs)
    click.echo(f"{added} jobs enqueued, {len(jobs) - added} were there already", err=True)
