"""`kalbarcrawl chrome`: what repeats over a publisher's articles, as `boilerplate` patterns to think about."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from kalbarcrawl.items import RawArticle
    from kalbarcrawl.owners.chrome import Document, Proposal
    from kalbarcrawl.publisher import Publisher


@click.command("chrome")
@click.argument("name")
@click.option(
    "--from",
    "files",
    multiple=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="A saved page or an archive to read instead of the store; repeatable, and further ones may follow.",
)
@click.argument("more", nargs=-1, metavar="[FILE...]", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--list",
    "lists",
    multiple=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="A JSON Lines list of saved pages: `file`, `url`, optional `enc` and `fetched_at`.",
)
@click.option("--least", type=click.IntRange(2), default=3, show_default=True, help="Articles a line must stand in.")
@click.option("--data", type=click.Path(file_okay=False, path_type=Path), help="Data folder [KALBARCRAWL_DATA, data].")
@click.option("--json", "as_json", is_flag=True, help="One line of JSON for each pattern.")
def command(
    name: str,
    files: tuple[Path, ...],
    more: tuple[Path, ...],
    lists: tuple[Path, ...],
    least: int,
    data: Path | None,
    as_json: bool,
) -> None:
    """Propose `boilerplate` patterns for publisher NAME: lines that repeat over its articles, with counts and examples.

    Reads the newest text of every article in the store, or the lines of saved pages (.html, .html.gz) and of the
    publisher's pages in archives (.warc, .warc.gz) before any cleaning. It proposes and changes nothing: a line that
    repeats may be content, such as the heading of a weekly column. Exit status: 0, also where nothing repeats; 2 where
    there is nothing to read.

    \b
    Examples:
      kalbarcrawl chrome kalbaronline
      kalbarcrawl chrome kalbaronline --least 10 --json
      kalbarcrawl chrome kalbaronline --from tests/pages/kalbaronline/*.html
      kalbarcrawl chrome kalbaronline data/warc/kalbaronline/*.warc.gz
    """
    from kalbarcrawl.cli.target import publisher_called
    from kalbarcrawl.owners.chrome import proposals

    saved = (*files, *more)
    read = _of_pages(publisher_called(name), saved, lists) if saved or lists else _of_store(name, data)
    # A page that was saved twice, or copied from an agency, repeats nothing but itself.
    documents = list(dict.fromkeys(read))
    if not documents:
        raise click.UsageError(f"no article of {name} to read; crawl it first, or name saved pages with --from")
    found = proposals(documents, least=least)
    for one in found:
        click.echo(json.dumps(asdict(one), ensure_ascii=False) if as_json else _shown(one))
    if not as_json and found:
        click.echo("\nTo drop them, read each and take what is no article into the publisher's file:\n")
        click.echo("    boilerplate=(\n" + "".join(f"        {_code(one.pattern)},\n" for one in found) + "    ),")
    click.echo(f"{len(found)} patterns in {len(documents)} articles; proposed, not applied", err=True)


def _of_store(name: str, data: Path | None) -> Iterator[Document]:
    """The newest text of every article kept."""
    from kalbarcrawl.cli.options import known_publishers, open_store
    from kalbarcrawl.owners.chrome import Document

    store = open_store(data)
    known_publishers(store, [name])
    for line in store.records([name]):
        record = json.loads(line)
        yield Document(record["title"], tuple(record["body"].split("\n\n")))


def _of_pages(publisher: Publisher, files: tuple[Path, ...], lists: tuple[Path, ...]) -> Iterator[Document]:
    """The lines of saved and archived pages, as the publisher's rules find them, not yet cleaned."""
    from kalbarcrawl.archive import is_warc, listed_pages, saved_page
    from kalbarcrawl.extract import extract

    rows = [(path, {"url": _address_beside(path)}) for path in files if not is_warc(path)]
    try:
        for path in lists:
            rows += [
                (row["file"], {"url": row.get("url"), "encoding": row.get("enc"), "fetched_at": row.get("fetched_at")})
                for _, row in listed_pages(path)
            ]
    except ValueError as error:
        raise click.ClickException(str(error)) from error
    for path, facts in rows:
        try:
            page = saved_page(path, **facts)
        except (OSError, ValueError) as error:
            click.echo(f"{path}: {error}", err=True)
        else:
            yield _document(extract(page, publisher))
    for path in filter(is_warc, files):
        yield from _of_archive(path, publisher)


def _of_archive(path: Path, publisher: Publisher) -> Iterator[Document]:
    """The publisher's articles among an archive's pages; of a damaged one what is whole."""
    from kalbarcrawl.archive import warc_pages
    from kalbarcrawl.extract import extract
    from kalbarcrawl.publishers import publisher_of

    try:
        for page, _ in warc_pages(path):
            if publisher_of(page.url) == publisher and (raw := extract(page, publisher)).kind == "article":
                yield _document(raw)
    except (OSError, ValueError) as error:
        click.echo(f"{path}: {error}", err=True)


def _document(raw: RawArticle) -> Document:
    from kalbarcrawl.owners.chrome import Document

    return Document(raw.title or "", raw.lines)


def _address_beside(path: Path) -> str | None:
    """The address in the record that stands beside a saved test page; None where there is none."""
    record = path.with_suffix(".json")
    return json.loads(record.read_text(encoding="utf-8"))["url"] if record.exists() else None


def _shown(one: Proposal) -> str:
    kinds = "" if one.variants == 1 else f", {one.variants} variants"
    lines = [
        click.style(_code(one.pattern), bold=True),
        f"    {one.documents} of {one.of} articles, {one.place}{kinds}",
    ]
    return "\n".join([*lines, *(f"    e.g. {line[:150]}" for line in one.examples if one.variants > 1)])


def _code(pattern: str) -> str:
    """A pattern as it is written in a publisher's file."""
    quote = "'" if '"' in pattern else '"'
    return repr(pattern) if quote in pattern else f"r{quote}{pattern}{quote}"
