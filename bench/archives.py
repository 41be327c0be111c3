"""Reading archives: pages a second on one core and on two, the fast pre-filter, and trafilatura on the same records.

python -m bench.archives [--pages N] [--rounds R]
"""

from __future__ import annotations

import argparse
import json
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from kalbarcrawl.archive import warc_pages
from kalbarcrawl.capture import Capture
from kalbarcrawl.cli.rereading import Reading, reread
from tests.newsroom.article import wib
from tests.newsroom.generated import generated
from tests.newsroom.pages import article_page
from tests.newsroom.site import Site

HOST = "https://warta.example"
FILES = 4


def archives(folder: Path, pages: int) -> tuple[Path, ...]:
    """So many generated pages in FILES archives, as a crawl writes them."""
    stories = generated(pages)
    site = Site(HOST, stories)
    files = tuple(folder / f"{number}.warc.gz" for number in range(FILES))
    captures = [Capture(file, "bench") for file in files]
    for number, story in enumerate(stories):
        body = article_page(site, story).encode()
        request = ("GET / HTTP/1.1", [("Host", "warta.example")])
        response = ("HTTP/1.1 200 OK", [("Content-Type", "text/html; charset=UTF-8")], body)
        captures[number % FILES].keep(HOST + story.path, wib("2025-06-06 08:00"), request, response)
    return files


def timed(work: Callable[[], object]) -> float:
    """Seconds that a piece of work takes."""
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def by_trafilatura(files: tuple[Path, ...]) -> None:
    """The same records through trafilatura, with its metadata."""
    import trafilatura

    for file in files:
        for page, _ in warc_pages(file):
            trafilatura.bare_extraction(page.text, url=page.url, with_metadata=True)


def main() -> None:
    """Print medians over the rounds as JSON."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--pages", type=int, default=3000)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        files = archives(Path(name), options.pages)
        everything = Reading(all_hosts=True)

        def read(reading: Reading, processes: int) -> float:
            with tempfile.TemporaryDirectory() as out:
                return timed(lambda: reread(files, reading, processes=processes, out=Path(out), data=None, store=False))

        def one_round() -> dict[str, float]:
            return {
                "one": read(everything, 1),
                "two": read(everything, 2),
                "filtered": read(Reading(), 1),
                "trafilatura": timed(lambda: by_trafilatura(files)),
            }

        rounds = [one_round() for _ in range(options.rounds)]
    median = {key: statistics.median(one[key] for one in rounds) for key in rounds[0]}
    figures = {
        "pages": options.pages,
        "pages_per_second_on_one_core": options.pages / median["one"],
        "two_processes_over_one": statistics.median(one["one"] / one["two"] for one in rounds),
        "records_passed_over_per_second": options.pages / median["filtered"],
        "trafilatura_pages_per_second": options.pages / median["trafilatura"],
        "over_trafilatura": statistics.median(one["trafilatura"] / one["one"] for one in rounds),
    }
    print(json.dumps({key: round(value, 2) for key, value in figures.items()}, indent=2))


if __name__ == "__main__":
    main()
