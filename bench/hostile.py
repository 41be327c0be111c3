"""Seconds that reading takes of pages made to be slow, beside an ordinary story of as many bytes, in one run.

    python bench/hostile.py [PUBLISHER ...]

Each page is read as an undescribed site's and as each publisher's (detik's where none is named). The ratios are to the
ordinary page as the same reader reads it.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime

from kalbarcrawl.extract import extract
from kalbarcrawl.generic import undescribed
from kalbarcrawl.page import Page
from kalbarcrawl.publisher import Publisher
from kalbarcrawl.publishers import publisher_named

SIZE = 2_000_000
"""Bytes of a page."""
STORY = "<p>Warga desa dan kota datang dari jauh untuk melihat pasar di tepi sungai yang lebar itu.</p>"
LINK = "<a href=/lain>berita lain</a> "
HEAD = "<title>Pasar Umpama</title><h1>Pasar Umpama</h1>"
UNITS = {
    "an ordinary story": STORY,
    "breadcrumbs": f"<div class=breadcrumb>{LINK}</div>",
    "breadcrumbs, nested": f"<div class=breadcrumb>{LINK}",
    "bylines": "<span class=author>Budi Santoso</span> ",
    "bylines, nested": "<span class=author>Budi Santoso ",
    "declared authors": "<meta name=author content='Budi Santoso'>",
    "dates": "<time class=date datetime=2024-02-05>5 Februari 2024</time> ",
    "pictures, nested": "<figure><img src=/a.jpg><figcaption>Pasar</figcaption>",
    "headings": "<h1>Pasar Umpama di Tepi Sungai</h1>",
    "headings full of links": f"<h2>{LINK * 20}</h2>",
    "siblings": "<h1>Pasar</h1> <div class=detail__author>Budi</div>",
    "divs without end": "<div>",
    "paragraphs without end": "<p>a",
    "formatting without end": "<p><b>",
}


def pages() -> Iterator[tuple[str, str]]:
    """Each page's name and text."""
    for name, unit in UNITS.items():
        yield name, f"{HEAD}<main>{STORY * 12}{unit * (SIZE // len(unit))}"
    yield "links under 490 levels", f"{HEAD}<main>{STORY * 12}{'<div>' * 490}{LINK * (SIZE // len(LINK))}"
    yield "attributes", f"{HEAD}<main>{STORY * 12}<p {' '.join(f'a{n}=b' for n in range(SIZE // 10))}>"


def seconds(text: str, publisher: Publisher) -> float:
    """How long one page takes, parsing included."""
    page = Page(publisher.home, text.encode(), datetime(2024, 2, 5, tzinfo=UTC), "text/html; charset=utf-8")
    started = time.perf_counter()
    extract(page, publisher)
    return time.perf_counter() - started


def main(names: list[str]) -> None:
    """Print the table."""
    readers = [undescribed("https://contoh.example/berita/1"), *map(publisher_named, names or ["detik"])]
    print(f"{'seconds (ratio)':26}" + "".join(f"{one.name:>20}" for one in readers))
    ordinary: list[float] = []
    for reader in readers:
        seconds(f"{HEAD}{STORY * 12}", reader)  # what is loaded lazily is loaded before the clock starts
    for name, text in pages():
        times = [seconds(text, reader) for reader in readers]
        ordinary = ordinary or times
        shown = (f"{took:.2f} ({took / base:.1f})" for took, base in zip(times, ordinary, strict=True))
        print(f"{name:26}" + "".join(f"{one:>20}" for one in shown), flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
