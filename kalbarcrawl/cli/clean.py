"""`kalbarcrawl clean`: the article's own text out of a page's."""

from __future__ import annotations

import json
from typing import BinaryIO

import click

from kalbarcrawl.text import clean


@click.command("clean")
@click.argument("file", type=click.File("rb"), default="-")
@click.option("--title", default="", help="The article's headline; lines that only repeat it are dropped.")
@click.option("--name", "names", multiple=True, help="A name of the outlet as it opens a story; repeatable.")
@click.option("--json", "as_json", is_flag=True, help="Print the lines with everything that was taken off them.")
def command(file: BinaryIO, title: str, names: tuple[str, ...], as_json: bool) -> None:
    """Print the article in FILE (or standard input) without the page's furniture around it.

    Every line is a paragraph. Dateline, byline, initials, "Baca juga", captions, share bars and comment prompts go;
    with --json they are shown, each dropped line with the name of the rule that dropped it.

    \b
    Examples:
      kalbarcrawl clean --name KalbarOnline article.txt
      kalbarcrawl clean < article.txt
    """
    try:
        text = file.read().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise click.UsageError(
            f"{file.name}: no text in UTF-8 ({error}); convert it first, as with iconv -t utf-8"
        ) from error
    cleaned = clean(text.splitlines(), title=title, names=names)
    if as_json:
        dateline = cleaned.dateline._asdict() if cleaned.dateline else None
        click.echo(json.dumps(cleaned._asdict() | {"dateline": dateline}, ensure_ascii=False, indent=2))
    else:
        for line in cleaned.lines:
            click.echo(line)
