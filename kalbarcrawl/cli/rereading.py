"""Archives read again: file by file, in several processes, one file of lines for each, into the store where asked."""

from __future__ import annotations

import os
import re
import shutil
import signal
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from functools import partial
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from kalbarcrawl.archive import warc_pages
from kalbarcrawl.child import end_with
from kalbarcrawl.cli.options import store_to_fill
from kalbarcrawl.extract import extract
from kalbarcrawl.generic import undescribed
from kalbarcrawl.items import Article, Incomplete
from kalbarcrawl.page import Page
from kalbarcrawl.parts import further_pages, joined
from kalbarcrawl.publishers import all_publishers, publisher_of
from kalbarcrawl.refine import refine

Found = Article | Incomplete
Waiting = tuple[Path, Path]
"""An archive, and the file of lines it becomes."""
START = "fork" if sys.platform == "linux" else "spawn"
"""A fork has imported everything and read all publishers already; only Linux' libraries bear being forked."""
SMALL_WORDS = re.compile(rb"[ >](?:yang|dan|di|untuk|dengan|dari|dalam)[ <,.]")
"""Words of which no Indonesian article is without several, seen in its bytes before anything is parsed."""
SEVERAL = 5


LET_GO = 100
"""So many further pages are waited for at once."""


@dataclass(eq=False)
class Story:
    """An article's pages as an archive holds them, and where the first of them lies."""

    pages: list[Page]
    offset: int
    asked: set[str]
    whole: bool = False
    """Whether every page it goes on over was there."""


@dataclass(frozen=True)
class Reading:
    """How pages are chosen and read."""

    generic: bool = False
    all_hosts: bool = False
    language: str | None = None

    def hosts(self) -> Described | None:
        """The hosts whose pages are read; None for all."""
        return None if self.all_hosts or self.generic else Described()

    def stories(self, path: Path, wanted: Described | None) -> Iterator[Story]:
        """The chosen pages of an archive, a story's further pages with its first; raises what `warc_pages` raises.

        A crawl fetches a story's pages one after the other: what still waits for its own after many others is let go.
        """
        awaited: dict[str, Story] = {}
        for page, offset in warc_pages(path, wanted=wanted):
            story = awaited.pop(page.url, None)
            if story is None and self.language == "id" and not looks_indonesian(page.body):
                continue
            story = story or Story([], offset, {page.url})
            story.pages.append(page)
            further = [address for address in further_pages(page) if address not in story.asked]
            story.asked.update(further)
            awaited.update(dict.fromkeys(further, story))
            if story not in awaited.values():
                story.whole = True
                yield story
            elif len(awaited) > LET_GO:
                yield _let_go(awaited)
        while awaited:
            yield _let_go(awaited)

    def read(self, pages: Sequence[Page]) -> Found:
        """The article on these pages, by its publisher's rules or, for an undescribed site, by the generic ones."""
        url = pages[0].url
        publisher = (None if self.generic else publisher_of(url)) or undescribed(url)
        found = refine(joined([extract(page, publisher) for page in pages]), publisher)
        if isinstance(found, Article) and self.language not in (None, found.language):
            return Incomplete(url, f"language:{found.language}")
        return found


def _let_go(awaited: dict[str, Story]) -> Story:
    """The story that has waited longest, which waits no more."""
    story = next(iter(awaited.values()))
    for address in [address for address, other in awaited.items() if other is story]:
        del awaited[address]
    return story


def looks_indonesian(body: bytes) -> bool:
    """Whether it is worth parsing a page in search of an Indonesian article; Malay passes, English does not."""
    return sum(1 for _ in islice(SMALL_WORDS.finditer(body), SEVERAL)) == SEVERAL


class Described:
    """Whether a host is a described newsroom's, or a sub-domain of one."""

    def __init__(self) -> None:
        self.hosts = {host for publisher in all_publishers().values() for host in publisher.all_hosts}
        self.passed_over = 0
        """Answers of other hosts."""

    def __call__(self, host: str) -> bool:
        """Look the host up, then each domain it lies in."""
        while host:
            if host in self.hosts:
                return True
            host = host.partition(".")[2]
        self.passed_over += 1
        return False


def reread(
    files: tuple[Path, ...], reading: Reading, *, processes: int, out: Path | None, data: Path | None, store: bool
) -> Counter[str]:
    """Read archives and say how many pages ended how; the lines go into files of `out`, else to standard output.

    A file of `out` that is younger than its archive was written whole: that archive is not read again.
    """
    counts: Counter[str] = Counter()
    with TemporaryDirectory(prefix="kalbarcrawl-") as folder:
        target = out or Path(folder)
        target.mkdir(parents=True, exist_ok=True)
        paths = {path: target / f"{_name(path)}.jsonl" for path in files}
        waiting = [job for job in paths.items() if not _is_done(*job)]
        if len(waiting) < len(paths):
            click.echo(f"{len(paths) - len(waiting)} archives done before", err=True)
        work = partial(_one, reading=reading, data=data, store=store)
        processes = min(processes, len(waiting))
        ended = map(work, waiting) if processes < 2 else _side_by_side(work, waiting, processes)
        for (_, lines), found in zip(waiting, ended, strict=True):
            counts += found
            if out is None:
                _print(lines)
    return counts


def _side_by_side(
    work: Callable[[Waiting], Counter[str]], waiting: list[Waiting], processes: int
) -> Iterator[Counter[str]]:
    """What came of each archive, in the order given; raises click.ClickException where a process ended suddenly."""
    all_publishers()  # read once, before the forks
    context = get_context(START)
    with ProcessPoolExecutor(processes, context, initializer=_begin, initargs=(os.getpid(),)) as pool:
        # The largest first: one begun last would leave the others idle.
        largest = sorted(waiting, key=lambda job: job[0].stat().st_size, reverse=True)
        futures = {job: pool.submit(work, job) for job in largest}
        try:
            yield from (futures[job].result() for job in waiting)
        except BrokenProcessPool as error:
            raise click.ClickException(
                "a process that read archives ended suddenly, perhaps for want of memory; with --out, the same command"
                " again goes on with the archives that were not done"
            ) from error
        finally:
            # Cut off (Ctrl-C, a closed pipe), what has not begun shall not.
            pool.shutdown(cancel_futures=True)


def _begin(parent: int) -> None:
    """A process of the pool: gone with the one that asked, however that ends, and silent about it."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    end_with(parent)


def _print(lines: Path) -> None:
    """Print a finished file's lines, and forget it."""
    with lines.open(encoding="utf-8") as file:
        shutil.copyfileobj(file, sys.stdout)
    lines.unlink()


def _is_done(path: Path, lines: Path) -> bool:
    """Whether an archive was read whole, and has not grown or been fetched anew since."""
    return lines.exists() and lines.stat().st_mtime_ns >= path.stat().st_mtime_ns


def _one(job: Waiting, *, reading: Reading, data: Path | None, store: bool) -> Counter[str]:
    """Read one archive into one file of lines, which appears when it is whole."""
    path, lines = job
    counts: Counter[str] = Counter()
    half = lines.with_suffix(".part")
    keep = _Keeper(path, data) if store else None
    wanted = reading.hosts()
    with half.open("w", encoding="utf-8") as file:
        try:
            for story in reading.stories(path, wanted):
                found = reading.read(story.pages)
                counts["ok" if isinstance(found, Article) else found.outcome] += 1
                if isinstance(found, Incomplete):
                    click.echo(f"{path} {found.url}: {found.outcome}", err=True)
                else:
                    file.write(f"{found.to_json()}\n")
                    if keep:
                        # Better no text than half of one: the store keeps what the crawl had whole.
                        counts[f"store: {keep(found, story.offset) if story.whole else 'incomplete'}"] += 1
        except (OSError, ValueError) as error:
            counts["unreadable"] += 1
            click.echo(f"{path}: unreadable: {error}", err=True)
    if wanted and wanted.passed_over:
        counts["of hosts nobody described (--all-hosts reads them)"] += wanted.passed_over
    if counts["unreadable"]:
        # Older than any archive: it is read again once somebody has mended it, or even as it is.
        os.utime(half, (0, 0))
    half.replace(lines)
    return counts


def _name(path: Path) -> str:
    """An archive's file of lines is named after its last two folders too: runs may be called alike."""
    return "-".join(path.resolve().parts[-3:]).strip("/").replace(os.sep, "-")


class _Keeper:
    """Writes what was read off one archive into the store."""

    def __init__(self, path: Path, data: Path | None) -> None:
        from kalbarcrawl.store.run import clock, new_run

        folder = data or Path(os.environ.get("KALBARCRAWL_DATA", "data"))
        self.store = store_to_fill(data)
        self.run = f"re-extracted-{new_run(clock())}"
        inside = path.resolve().is_relative_to(folder.resolve())
        self.file = str(path.resolve().relative_to(folder.resolve()) if inside else path.resolve())

    def __call__(self, article: Article, offset: int) -> str:
        """How the store took an article."""
        from datetime import datetime

        from kalbarcrawl.store.visit import Visit

        visit = Visit(article.url, "ok", status=200, source="archive", archived=(self.file, offset))
        return self.store.re_extracted(article, visit, run=self.run, now=datetime.fromisoformat(article.crawled_at))
