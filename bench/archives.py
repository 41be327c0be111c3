"""Reading archives: two processes against one, and what a core reads beside trafilatura and Fundus on the same records.

python -m bench.archives [--pages N] [--rounds R] [--only scale|peers]
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from kalbarcrawl.archive import warc_pages
from kalbarcrawl.capture import Capture
from kalbarcrawl.cli.rereading import Described, Reading
from kalbarcrawl.items import Article
from tests.archives import HOST as SMALL
from tests.archives import keep
from tests.newsroom.generated import generated
from tests.newsroom.pages import article_page
from tests.newsroom.site import Site
from tests.services.postgresql import free_port

FILES = 8
RECORDS = 1000
"""Of the file that is made like one of CC-NEWS."""
DESCRIBED = 5
"""Of so many records of that file one is of a newsroom that both know."""
HOST = "https://www.mediaindonesia.com"
"""The one host of which Fundus too describes the pages; what stands on ours is made up."""
PAGE = 200_000
"""Bytes of such a page: what CC-NEWS' files hold for each of their articles, unpacked."""
Work = Callable[[], object]
Figures = dict[str, float]


def small_pages(folder: Path, pages: int) -> tuple[Path, ...]:
    """So many generated pages of 8 KB in FILES archives."""
    stories = generated(pages)
    site = Site(SMALL, stories)
    files = tuple(folder / f"{number}.warc.gz" for number in range(FILES))
    captures = [Capture(file, "bench") for file in files]
    for number, story in enumerate(stories):
        keep(captures[number % FILES], site.address(story), article_page(site, story).encode())
    return files


def like_cc_news(folder: Path) -> tuple[Path, Path]:
    """An archive of many hosts' large pages, few of a newsroom that somebody described, and one without those few."""
    mixed, strangers = folder / "like-cc-news.warc.gz", folder / "strangers.warc.gz"
    stories = generated(RECORDS)
    site = Site(HOST, stories)
    for number, story in enumerate(stories):
        described = number % DESCRIBED == 0
        # The wrapper that both read a body from; the rest of the page is what surrounds an article.
        page = article_page(site, story).replace(f"{site.body_class} entry-content-single clearfix", "article")
        host = HOST if described else f"https://www.koran-{number}.example"
        page = page.replace("</body>", f"{surroundings(number % 20)}</body>")
        for file in (mixed,) if described else (mixed, strangers):
            keep(Capture(file, "bench"), host + story.path, page.encode())
    return mixed, strangers


def surroundings(seed: int) -> str:
    """Menus, links and scripts that fill a page up."""
    chance = random.Random(seed)
    words = ["".join(chance.choices("abcdefghijklmnoprstuwy", k=chance.randint(3, 9))) for _ in range(3000)]
    parts: list[str] = []
    while sum(map(len, parts)) < PAGE:
        one, two, three = chance.choices(words, k=3)
        parts.append(f'<li class="menu-{one}"><a href="/{two}/{three}/" data-id="{chance.random()}">{two}</a></li>\n')
        parts.append(f"<script>window.{one} = {{{two}: {chance.random()}, {three}: '{' '.join(words[:9])}'}};</script>")
    return "".join(parts)


# -- two processes against one


def extract(folder: Path, files: Sequence[Path], *options: str) -> subprocess.Popen[bytes]:
    """`kalbarcrawl extract` as anybody runs it."""
    out = tempfile.mkdtemp(dir=folder)
    command = [sys.executable, "-m", "kalbarcrawl", "extract", *map(str, files), "--all-hosts", "--out", out, *options]
    return subprocess.Popen(command, stderr=subprocess.DEVNULL)


def timed(*commands: Callable[[], subprocess.Popen[bytes]]) -> tuple[float, float]:
    """Seconds until all these commands, begun at once, have ended, and those of processors they used."""
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    for child in [begin() for begin in commands]:
        if child.wait():
            raise RuntimeError(f"{child.args!r} ended with {child.returncode}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return time.perf_counter() - began, used


def one_round(folder: Path, files: Sequence[Path]) -> Figures:
    """One process, two processes, and two one-process runs at once over half of the files each."""
    one, one_used = timed(partial(extract, folder, files))
    two, two_used = timed(partial(extract, folder, files, "--processes", "2"))
    apart, _ = timed(partial(extract, folder, files[::2]), partial(extract, folder, files[1::2]))
    return {
        "two_over_one": one / two,
        "two_runs_at_once_over_one": one / apart,
        "of_what_the_machine_gives": apart / two,
        "processor_seconds_two_over_one": two_used / one_used,
        "one_seconds": one,
    }


def spread(rounds: Sequence[Figures]) -> dict[str, dict[str, float]]:
    """Each figure's median, least and most over the rounds."""
    return {
        name: {
            "median": round(statistics.median(one[name] for one in rounds), 3),
            "least": round(min(one[name] for one in rounds), 3),
            "most": round(max(one[name] for one in rounds), 3),
        }
        for name in rounds[0]
    }


def scale(folder: Path, pages: int, rounds: int) -> dict[str, object]:
    """What a second process brings, beside what the machine has to give."""
    files = small_pages(folder, pages)
    done = [one_round(folder, files) for _ in range(rounds)]
    return {"pages": pages, "files": FILES, "rounds": rounds, **spread(done)}


# -- peers on the same records


def ours(file: Path) -> int:
    """Articles that kalbarcrawl reads off described hosts, as lines of JSON."""
    reading = Reading()
    found = [reading.read(story.pages) for story in reading.stories(file, Described())]
    return sum(len(article.to_json()) > 0 for article in found if isinstance(article, Article))


def by_trafilatura(file: Path) -> int:
    """The same records through trafilatura with its metadata, behind our choice of hosts."""
    import trafilatura

    pages = warc_pages(file, wanted=Described())
    found = (trafilatura.bare_extraction(page.text, url=page.url, with_metadata=True) for page, _ in pages)
    return sum(document is not None for document in found)


def by_fundus(address: str) -> int:
    """The same file through the loop with which Fundus reads CC-NEWS, its own filter behind it, as JSON."""
    from fundus.publishers import PublisherCollection
    from fundus.scraping.filter import Requires
    from fundus.scraping.html import CCNewsSource
    from fundus.scraping.scraper import CCNewsScraper

    scraper = CCNewsScraper(CCNewsSource(*PublisherCollection, warc_path=address))
    found = scraper.scrape("suppress", Requires("title", "body", "publishing_date"))
    return sum(len(json.dumps(article.to_json())) > 0 for article in found)


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """A folder's address on loopback, from a process of its own: Fundus reads archives over HTTP only."""
    port = free_port()
    command = [sys.executable, "-m", "http.server", str(port), "--bind", "127.0.0.1", "--directory", str(folder)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        try:
            time.sleep(1)
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()


def used(work: Work) -> float:
    """Seconds of one processor that a piece of work in this process takes, whatever else the machine does."""
    began = time.process_time()
    work()
    return time.process_time() - began


def peers(folder: Path, rounds: int) -> dict[str, object]:
    """What one core does with a file like CC-NEWS', in turns with others."""
    mixed, strangers = like_cc_news(folder)
    readers: dict[str, Callable[[Path], int]] = {"kalbarcrawl": ours, "trafilatura": by_trafilatura}
    with served(folder) as address:
        if importlib.util.find_spec("fundus"):
            readers["fundus"] = lambda file: by_fundus(f"{address}/{file.name}")
        articles = {name: read(mixed) for name, read in readers.items()}
        done = [
            {name: {file: used(partial(read, file)) for file in (mixed, strangers)} for name, read in readers.items()}
            for _ in range(rounds)
        ]
    seconds = {
        name: {file: statistics.median(one[name][file] for one in done) for file in (mixed, strangers)}
        for name in readers
    }
    others = [name for name in readers if name != "kalbarcrawl"]
    return {
        "records": RECORDS,
        "megabytes": round(mixed.stat().st_size / 1e6, 1),
        "articles": articles,
        "records_a_second": {name: round(RECORDS / took[mixed], 1) for name, took in seconds.items()},
        "strangers_passed_over_a_second": {
            name: round((RECORDS - RECORDS // DESCRIBED) / took[strangers], 1) for name, took in seconds.items()
        },
        "strangers_megabytes_a_second": {
            name: round(strangers.stat().st_size / 1e6 / took[strangers], 1) for name, took in seconds.items()
        },
        "milliseconds_an_article": {
            name: round(1000 * (took[mixed] - took[strangers]) / articles[name], 2) for name, took in seconds.items()
        },
        **spread(
            [{f"over_{name}": one[name][mixed] / one["kalbarcrawl"][mixed] for name in others} for one in done],
        ),
    }


def main() -> None:
    """Print the figures as JSON."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--pages", type=int, default=3200)
    parser.add_argument("--rounds", type=int, default=4)
    parser.add_argument("--only", choices=["scale", "peers"])
    options = parser.parse_args()
    figures: dict[str, object] = {}
    with tempfile.TemporaryDirectory() as name:
        if options.only != "peers":
            figures["scale"] = scale(Path(name), options.pages, options.rounds)
        if options.only != "scale":
            figures["peers"] = peers(Path(name), options.rounds)
    print(json.dumps(figures, indent=2))


if __name__ == "__main__":
    main()
