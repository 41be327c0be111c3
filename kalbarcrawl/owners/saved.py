"""Saved test pages: a page and the record it is to give, as the tests of the publishers' files read them."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from urllib.parse import urlsplit

from kalbarcrawl.extract import extract
from kalbarcrawl.items import Article, Incomplete
from kalbarcrawl.page import Page
from kalbarcrawl.publisher import Publisher
from kalbarcrawl.refine import refine

LONGEST = 60
"""A file's name is cut there, at a word's end."""


def proposed(page: Page, publisher: Publisher) -> Article | Incomplete:
    """The record that a page gives now, read as the test will read the saved one."""
    return refine(extract(_as_saved(page), publisher), publisher)


def paths_in(folder: Path, page: Page, name: str = "") -> tuple[Path, Path]:
    """Where a page and its record go in a folder."""
    stem = name or stem_of(page.url)
    return folder / f"{stem}.html", folder / f"{stem}.json"


def write(paths: tuple[Path, Path], page: Page, record: Article) -> None:
    """Write a page and its record. Raises FileExistsError where either is there: a read record is not replaced."""
    for path in paths:
        if path.exists():
            raise FileExistsError(f"{path} exists already; move it away, or save under another name with --as")
    html, expected = paths
    html.parent.mkdir(parents=True, exist_ok=True)
    html.write_bytes(_as_saved(page).body)
    values = {name: value for name, value in asdict(record).items() if name != "id"}
    expected.write_text(json.dumps(values, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def stem_of(url: str) -> str:
    """A file's name for an address: the words of its last part."""
    path = urlsplit(url).path.rstrip("/")
    last = re.sub(r"\.\w{3,5}$", "", path.rsplit("/", 1)[-1])
    words = re.sub(r"[^a-z0-9]+", "-", last.lower()).strip("-")
    if len(words) > LONGEST:
        words = words[:LONGEST].rsplit("-", 1)[0]
    return words or "artikel"


def to_read(records: Sequence[Article]) -> list[str]:
    """What a person should look at in proposed records, a line each."""
    lines = []
    for record in records:
        paragraphs = record.body.split("\n\n")
        lines += [
            record.url,
            f"  title      {record.title}",
            f"  published  {record.published_at}  (from {record.published_raw!r})",
            f"  authors    {', '.join(record.authors) or '-'}   section  {record.section or '-'}",
            f"  begins     {paragraphs[0][:100]}",
            f"  ends       {paragraphs[-1][-100:]}   ({len(paragraphs)} paragraphs)",
        ]
    return lines


def _as_saved(page: Page) -> Page:
    """The page as its file will give it: without the header that said its charset, so in UTF-8 where that mattered."""
    bare = Page(page.url, page.body, page.fetched_at.replace(microsecond=0))
    return bare if bare.text == page.text else Page(bare.url, page.text.encode(), bare.fetched_at)
