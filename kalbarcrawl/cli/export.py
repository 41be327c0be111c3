"""`kalbarcrawl export`: a dataset ready to publish."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kalbarcrawl.cli.options import extra, known_publishers, open_store

if TYPE_CHECKING:
    from kalbarcrawl.dataset.export import Made, Plan
    from kalbarcrawl.dataset.selection import Selection
    from kalbarcrawl.store import Store

DATE = click.DateTime(["%Y-%m-%d"])
FORMATS = ("jsonl", "parquet", "csv")


def _formats(ctx: click.Context, parameter: click.Parameter, value: str) -> tuple[str, ...]:
    names = tuple(dict.fromkeys(name.strip() for name in value.split(",")))
    if wrong := [name for name in names if name not in FORMATS]:
        raise click.BadParameter(f"{wrong[0]!r} is none of {', '.join(FORMATS)}")
    return names


@click.command("export")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--from", "files", multiple=True, type=click.Path(exists=True, dir_okay=False, path_type=Path),
              help="Read these files of JSON Lines (or .jsonl.gz) instead of the store.")  # fmt: skip
@click.option("--publisher", "publishers", multiple=True, metavar="NAME", help="Only this publisher; may be repeated.")
@click.option("--since", type=DATE, help="Only articles published on this day or later.")
@click.option("--until", type=DATE, help="Only articles published on this day or earlier.")
@click.option("--section", "sections", multiple=True, help="Only this section; may be repeated.")
@click.option("--lang", "languages", multiple=True, help="Only this language (id, ms, ...); may be repeated.")
@click.option("--min-words", type=click.IntRange(0), default=0, help="Only articles of so many words or more.")
@click.option("--revisions", type=click.Choice(["latest", "all"]), default="latest", show_default=True)
@click.option("--sample", type=click.IntRange(1), metavar="N", help="Only N articles, always the same ones.")
@click.option("--dedup", type=click.Choice(["none", "exact", "near"]), default="none", show_default=True,
              help="Which copies to drop; near copies are marked in any case.")  # fmt: skip
@click.option("--splits", default="none", show_default=True, metavar="none|time|time:DAY,DAY",
              help="Train, validation, test: 80/10/10 by time, or where validation and test begin.")  # fmt: skip
@click.option("--format", "formats", default="jsonl,parquet", show_default=True, callback=_formats,
              help="jsonl, parquet, csv, with commas between.")  # fmt: skip
@click.option("--urls-only", is_flag=True, help="Addresses and hashes instead of texts.")
@click.option("--shard-rows", type=click.IntRange(1), default=100_000, show_default=True, help="Rows in a file.")
@click.option("--title", help="The dataset's title [the folder's name].")
@click.option("--creator", "creators", multiple=True, help="Who publishes it; may be repeated.")
@click.option("--license", "licence", default="other", show_default=True, help="SPDX identifier, if it has one.")
@click.option("--url", help="Where it will be found.")
@click.option("--release", help="Its version, such as 1.0.0 [the date with dots].")
@click.option("--date", "day", type=DATE, help="Its date [the day of the newest crawl in it].")
@click.option("--overwrite", is_flag=True, help="Overwrite files of an older export that were edited since.")
@click.option("--data", type=click.Path(file_okay=False, path_type=Path), help="Data folder [KALBARCRAWL_DATA, data].")
@click.option("--json", "as_json", is_flag=True, help="The summary as one line of JSON.")
def command(
    folder: Path, files: tuple[Path, ...], data: Path | None, overwrite: bool, as_json: bool, **asked: Any
) -> None:
    """Write a dataset into DIR: records, near-duplicate clusters, data card with plots, Croissant, Data Package,
    citation, manifest, rights and removals. The same records give the same bytes.

    DIR is empty, new, or an older export. What was removed with `kalbarcrawl remove` is left out. Exit status: 1 where
    nothing is selected or DIR holds something else.

    \b
    Examples:
      kalbarcrawl export corpus --title "News of West Kalimantan" --creator "Universitas Contoh"
      kalbarcrawl export corpus --since 2024-01-01 --min-words 50 --dedup near --splits time
      kalbarcrawl export links --urls-only --format csv
      kalbarcrawl export corpus --from data/articles/kalbaronline/20250101T000000Z-1.jsonl
    """
    with extra("dataset", "an export"):
        from kalbarcrawl.dataset.export import NothingSelectedError, export

    from kalbarcrawl.cli.progress import progress
    from kalbarcrawl.dataset.folder import ForeignFolderError
    from kalbarcrawl.dataset.reading import UnreadableError
    from kalbarcrawl.store.removals import LeftOut, tombstones

    plan = _plan(folder, **asked)
    store = _store(data, needed=not files)
    if store and not files:
        known_publishers(store, plan.selection.publishers)
    with progress() as hears:
        try:
            made = export(
                _records(store, files, plan),
                folder,
                plan,
                left_out=LeftOut(tombstones(store) if store else ()),
                runs=store.runs() if store else (),
                overwrite=overwrite,
                progress=hears,
            )
        except (ForeignFolderError, NothingSelectedError, UnreadableError, OSError) as error:
            raise click.ClickException(str(error)) from error
        except ValueError as error:
            raise click.UsageError(str(error)) from error
    _say(folder, made, as_json)
    asked_for = len(set(plan.selection.publishers))
    if made.publishers < asked_for:
        click.echo(f"only {made.publishers} of the {asked_for} publishers named have articles in it", err=True)


def _plan(folder: Path, **asked: Any) -> Plan:
    """What was asked for on the command line."""
    from kalbarcrawl.dataset.about import NOBODY
    from kalbarcrawl.dataset.export import Plan

    name = "".join(letter if letter.isalnum() else "-" for letter in folder.resolve().name.lower()) or "dataset"
    return Plan(
        name=name,
        title=asked["title"] or folder.resolve().name,
        selection=_selection(asked),
        formats=asked["formats"],
        splits=asked["splits"],
        dedup=asked["dedup"],
        every_revision=asked["revisions"] == "all",
        urls_only=asked["urls_only"],
        sample=asked["sample"],
        shard=asked["shard_rows"],
        creators=asked["creators"] or (NOBODY,),
        licence=asked["licence"],
        url=asked["url"],
        day=_day(asked["day"]),
        release=asked["release"],
    )


def _selection(asked: Mapping[str, Any]) -> Selection:
    from kalbarcrawl.dataset.selection import Selection

    since, until = _day(asked["since"]), _day(asked["until"])
    if since and until and until < since:
        raise click.UsageError("--until is before --since")
    return Selection(
        publishers=asked["publishers"],
        since=since,
        until=until,
        sections=asked["sections"],
        languages=asked["languages"],
        min_words=asked["min_words"],
    )


def _day(moment: datetime | None) -> Any:
    return moment.date() if moment else None


def _store(data: Path | None, *, needed: bool) -> Store | None:
    """The store; None where there is none and files are read, for then only its tombstones would be asked for."""
    try:
        return open_store(data)
    except click.UsageError:
        if needed or data is not None:
            raise
        return None


def _records(store: Store | None, files: Iterable[Path], plan: Plan) -> Iterator[dict[str, Any]]:
    import json

    from kalbarcrawl.dataset.reading import records_in

    if files or store is None:
        yield from records_in(files)
        return
    for line in store.records(plan.selection.publishers, every_revision=plan.every_revision):
        yield json.loads(line)


def _say(folder: Path, made: Made, as_json: bool) -> None:
    import json
    from dataclasses import asdict

    if as_json:
        click.echo(json.dumps({"folder": str(folder), **asdict(made)}, ensure_ascii=False))
        return
    splits = ", ".join(f"{count:,} {split}" for split, count in made.splits.items())
    click.echo(
        f"{folder}: {made.rows:,} articles of {made.publishers} publishers ({splits}); {made.copies:,} near copies in"
        f" {made.clusters:,} clusters; {made.left_out:,} left out by request; {made.files} files, {made.bytes:,} bytes"
    )
