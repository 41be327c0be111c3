"""Crawls of the local newsroom by the real commands, each in a process of its own."""

import csv
import json
import os
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.forks import Command, Ended, Program, begin, kalbarcrawl, scrapy
from tests.newsroom.newsroom import Newsroom

SOURCES = 'Feed("/feed/"), Sitemap("/sitemap_index.xml", reach="latest")'
PUBLISHER = """
from kalbarcrawl.publisher import Publisher
from kalbarcrawl.rules import Blocks, Rules
from kalbarcrawl.sources import Feed, Section, Sitemap, WordPressPosts

publisher = Publisher(
    name="{name}",
    title="Warta Contoh",
    home="{home}",
    evidence="served by the tests",
    datelines=("Warta Contoh",),
    sources=({sources},),
    rules=Rules(body=[Blocks(".entry-content-single", without=".gmr-banner-insidecontent, .page-links")], {rules}),
)
"""


@dataclass(frozen=True)
class Desk:
    """A newsroom, the publisher file that describes it, and a data folder for what is crawled."""

    newsroom: Newsroom
    folder: Path
    sources: str = SOURCES

    def __post_init__(self) -> None:
        self.describe()

    def describe(self, sources: str = "", home: str = "", name: str = "warta_contoh", rules: str = "") -> None:
        """Write the publisher's file."""
        publishers = self.folder / "publishers"
        publishers.mkdir(exist_ok=True)
        home, sources = home or self.newsroom.url, sources or self.sources
        text = PUBLISHER.format(name=name, home=home, sources=sources, rules=rules)
        (publishers / f"{name}.py").write_text(text, encoding="utf-8")

    @property
    def environment(self) -> dict[str, str]:
        """What the commands are to see."""
        return os.environ | {
            "KALBARCRAWL_PUBLISHERS": str(self.folder / "publishers"),
            "KALBARCRAWL_DATA": str(self.data),
            "KALBARCRAWL_STORE": "",
            "KALBARCRAWL_CONTACT": "https://example.org/crawler",
            "KALBARCRAWL_ALLOW_PRIVATE": "",
            "no_proxy": "127.0.0.1",
        }

    @property
    def data(self) -> Path:
        return self.folder / "data"

    def start(self, *arguments: str, largest: int | None = None, program: Program = kalbarcrawl) -> Command:
        """Begin `kalbarcrawl ARGUMENTS` (or another program); no file may grow beyond `largest` bytes."""
        return begin(program, arguments, self.folder, self.environment, largest=largest)

    def run(self, *arguments: str, largest: int | None = None) -> Ended:
        """Run `kalbarcrawl ARGUMENTS` to its end."""
        return self.start(*arguments, largest=largest).wait()

    def crawl(self, *arguments: str, largest: int | None = None) -> Ended:
        """Crawl the publisher without delays."""
        return self.run(*self.crawling(*arguments), largest=largest)

    def crawling(self, *arguments: str) -> tuple[str, ...]:
        """The arguments of such a crawl."""
        return ("crawl", "warta_contoh", "--allow-private", "--delay", "0", *arguments)

    def scrapy(self, *arguments: str) -> Ended:
        """Run `scrapy ARGUMENTS` in the project."""
        return self.start(*arguments, program=scrapy).wait()

    def asked(self) -> list[str]:
        """The paths of the requests so far, without the two files a host has for robots."""
        paths = [request.path for request in self.newsroom.requests]
        return [path for path in paths if path not in ("/robots.txt", "/.well-known/tdmrep.json")]

    def lines(self) -> list[str]:
        """Every line of every JSON Lines file, in the files' order."""
        files = sorted((self.data / "articles").glob("*/*.jsonl"))
        return [line for file in files for line in file.read_text(encoding="utf-8").split("\n")[:-1]]

    def records(self) -> list[dict[str, Any]]:
        """Every record written out."""
        return [json.loads(line) for line in self.lines()]

    def visits(self) -> list[dict[str, str]]:
        """The rows of the newest run's outcome file, addresses without the newsroom's own."""
        newest = max((self.data / "runs").glob("*.csv"), key=lambda file: file.stat().st_mtime_ns)
        with newest.open(encoding="utf-8", newline="") as file:
            return [row | {"url": row["url"].removeprefix(self.newsroom.url)} for row in csv.DictReader(file)]

    def outcomes(self) -> Counter[str]:
        """The newest run's visits by outcome."""
        return Counter(row["outcome"] for row in self.visits())

    def wait(self, what: Callable[[], bool], seconds: float = 20.0) -> None:
        """Wait until something is so."""
        end = time.monotonic() + seconds
        while not what():
            assert time.monotonic() < end, "waited in vain"
            time.sleep(0.005)


@contextmanager
def desk(folder: Path, articles: int = 0, sources: str = SOURCES, **options: Any) -> Iterator[Desk]:
    """A desk whose newsroom is served while the block runs."""
    with Newsroom(articles, **options) as newsroom:
        yield Desk(newsroom, folder, sources)
