"""How well and how fast articles are read off pages nobody described, beside other extractors, in one process.

    python bench/extraction.py [--gold GOLD] [--half a|b] [--accuracy | --speed] [--rounds 5] [--pages N]
    python bench/extraction.py --check FLOOR        compare the accuracy with a floor; exit status 1 when it fell

GOLD is JSON Lines: `file` (relative, HTML or .html.gz), `url`, `enc`, `title`, `date`, `authors`, `text`. Publishers'
own rules are off. Body: F1 of the mean precision and recall over 4-word shingles; title: equal but for typography;
day: the day of publication; authors: the same set of names. The halves are the even and the odd rows by id: rules may
be made looking at one and are judged on the other.

The others are heard where they are installed: trafilatura (three modes), newspaper4k, and Fundus for the publishers
it has parsers for (its score is over those pages alone). All get the same decoded text; the time is CPU time, every
extractor reading each page in turn, the median of the rounds. The last tables hold the publishers' own rules against
the bare parse on LISTED pages, in turns with it alone and with trafilatura too.
"""

from __future__ import annotations

import argparse
import gc
import importlib.util
import json
import re
import statistics
import sys
import time
import unicodedata
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from parsel import Selector

from kalbarcrawl.archive import listed_pages, saved_page
from kalbarcrawl.extract import extract
from kalbarcrawl.generic import undescribed
from kalbarcrawl.items import Article
from kalbarcrawl.page import Page
from kalbarcrawl.publishers import publisher_of
from kalbarcrawl.refine import refine

CORPUS = Path(__file__).parents[2] / "shared" / "corpus"
QUOTES = str.maketrans(dict.fromkeys("“”„«»", '"') | dict.fromkeys("‘’‚", "'") | {"–": "-", "—": "-", "\u00a0": " "})
MEASURES = ("body", "title", "day", "authors")


@dataclass(frozen=True)
class Found:
    """What an extractor says of one page."""

    body: str = ""
    title: str = ""
    day: str = ""
    authors: tuple[str, ...] = ()


Reader = Callable[[Page], Found | None]


def ours(page: Page) -> Found:
    """kalbarcrawl from the bytes to the record, by the generic rules alone."""
    fresh = Page(page.url, page.body, page.fetched_at, page.content_type)
    publisher = undescribed(page.url)
    article = refine(extract(fresh, publisher), publisher)
    if not isinstance(article, Article):
        return Found()
    return Found(article.body, article.title, (article.published_at or "")[:10], tuple(article.authors))


def trafilatura_reader(**options: Any) -> Reader:
    """trafilatura with its metadata, in the mode the options set."""
    import trafilatura

    def read(page: Page) -> Found:
        found: Any = trafilatura.bare_extraction(
            page.text, url=page.url, with_metadata=True, include_comments=False, **options
        )
        if found is None:
            return Found()
        authors = tuple(name.strip() for name in (found.author or "").split(";") if name.strip())
        return Found(found.text or "", found.title or "", found.date or "", authors)

    return read


def trafilatura_text(page: Page) -> Found:
    """trafilatura without its metadata: what our rules are timed against."""
    import trafilatura

    return Found(trafilatura.extract(page.text, include_comments=False) or "")


def newspaper(page: Page) -> Found:
    """newspaper4k on the downloaded text."""
    from newspaper import Article as Newspaper

    article = Newspaper(page.url, fetch_images=False)
    article.download(input_html=page.text)
    article.parse()
    day = article.publish_date.strftime("%Y-%m-%d") if article.publish_date else ""
    return Found(article.text, article.title, day, tuple(article.authors))


def fundus_reader() -> Reader:
    """Fundus, for the hosts it has a parser for."""
    from fundus import PublisherCollection

    by_host = {re.sub(r"^https?://(?:www\.)?|/.*$", "", one.domain): one for one in PublisherCollection}

    def read(page: Page) -> Found | None:
        host = re.sub(r"^https?://(?:www\.)?|/.*$", "", page.url)
        if host not in by_host:
            return None
        found = by_host[host].parser(page.fetched_at).parse(page.text, error_handling="suppress")
        day = found.get("publishing_date")
        body = found.get("body")
        return Found(str(body or ""), found.get("title") or "", str(day or "")[:10], tuple(found.get("authors") or ()))

    return read


def readers() -> dict[str, Reader]:
    """Every extractor that is installed, by the name it is shown under."""
    found: dict[str, Reader] = {
        "kalbarcrawl --generic": ours,
        "trafilatura": trafilatura_reader(),
        "trafilatura fast": trafilatura_reader(fast=True),
        "trafilatura precision": trafilatura_reader(favor_precision=True),
    }
    if importlib.util.find_spec("newspaper"):
        found["newspaper4k"] = newspaper
    if importlib.util.find_spec("fundus"):
        try:
            found["fundus"] = fundus_reader()
        except ImportError as error:
            print(f"fundus is installed and cannot be imported: {error}", file=sys.stderr)
    return found


def fold(text: str) -> str:
    """A text with typography and white space evened out."""
    return " ".join(unicodedata.normalize("NFKC", text).translate(QUOTES).split()).casefold()


def shingles(text: str) -> Counter[tuple[str, ...]]:
    """The runs of four words of a text, counted."""
    words = re.findall(r"\w+", text)
    return Counter(tuple(words[i : i + 4]) for i in range(max(1, len(words) - 3))) if words else Counter()


def overlap(gold: str, found: str) -> tuple[float, float]:
    """Precision and recall of a body."""
    wanted, got = shingles(gold), shingles(found)
    hit = (wanted & got).total()
    return hit / max(1, got.total()), hit / max(1, wanted.total())


def scores(rows: Sequence[Mapping[str, Any]], found: Sequence[Found | None]) -> dict[str, float]:
    """The share right (body: F1) over the rows an extractor answered for."""
    pairs = [(row, one) for row, one in zip(rows, found, strict=True) if one is not None]
    if not pairs:
        return {}
    bodies = [overlap(row["text"], one.body) for row, one in pairs]
    precision, recall = (sum(column) / len(pairs) for column in zip(*bodies, strict=True))
    signed = [(row, one) for row, one in pairs if row["authors"]]
    right = {
        "title": [fold(one.title) == fold(row["title"]) for row, one in pairs],
        "day": [one.day == row["date"][:10] for row, one in pairs],
        "authors": [set(map(fold, one.authors)) == set(map(fold, row["authors"])) for row, one in signed],
    }
    body = 2 * precision * recall / max(1e-9, precision + recall)
    return {"body": body} | {name: sum(values) / max(1, len(values)) for name, values in right.items()}


def timed(pages: Sequence[Page], tasks: Mapping[str, Callable[[Page], object]], rounds: int) -> dict[str, float]:
    """Milliseconds of CPU time a page by task: each page by every task in turn, the median of the rounds.

    Python's garbage collection waits until a round is over, as timeit has it: no task pays for another's garbage.
    """
    spent: dict[str, list[float]] = {name: [] for name in tasks}
    for number in range(rounds + 1):
        totals = dict.fromkeys(tasks, 0.0)
        gc.collect()
        gc.disable()
        for page in pages:
            for name, task in tasks.items():
                start = time.process_time()
                task(page)
                totals[name] += time.process_time() - start
        gc.enable()
        if number:  # the first round warms caches and loads models
            for name, total in totals.items():
                spent[name].append(1000 * total / len(pages))
    return {name: statistics.median(times) for name, times in spent.items()}


def described(page: Page) -> object:
    """kalbarcrawl from the bytes to the raw article, by the publisher's own rules."""
    publisher = publisher_of(page.url)
    fresh = Page(page.url, page.body, page.fetched_at, page.content_type)
    return extract(fresh, publisher) if publisher else None


def bare_parse(page: Page) -> object:
    """The parse alone, by parsel."""
    return Selector(text=page.text).root


def loaded(path: Path, half: str | None, limit: int | None) -> tuple[list[dict[str, Any]], list[Page]]:
    """The gold rows by id and their pages, decoded."""
    rows = sorted((row for _, row in listed_pages(path)), key=lambda row: row.get("id") or row["url"])
    if half:
        rows = rows["ab".index(half) :: 2]
    pages = [saved_page(row["file"], url=row["url"], encoding=row.get("enc")) for row in rows[:limit]]
    for page in pages:
        _ = page.text
    return rows[:limit], pages


def show_accuracy(rows: Sequence[Mapping[str, Any]], pages: Sequence[Page]) -> None:
    """Print how well every extractor reads the pages."""
    print(f"accuracy on {len(rows)} pages" + "".join(f"{name:>10}" for name in MEASURES))
    for name, read in readers().items():
        found = [read(page) for page in pages]
        figures = scores(rows, found)
        answered = sum(one is not None for one in found)
        print(f"{name:24}" + "".join(f"{figures.get(measure, 0):10.4f}" for measure in MEASURES), end="")
        print(f"   ({answered} pages)" if answered < len(rows) else "")


def show_speed(title: str, times: Mapping[str, float], base: str) -> None:
    """Print times, and each as a multiple of one of them."""
    print(f"{title}: CPU milliseconds a page, and as a multiple of {base}")
    for name, spent in times.items():
        print(f"{name:28}{spent:10.2f}{spent / times[base]:10.2f}")


def check(rows: Sequence[Mapping[str, Any]], pages: Sequence[Page], floor: Path) -> bool:
    """Whether no score lies under the floor's; prints both."""
    wanted = json.loads(floor.read_text(encoding="utf-8"))
    figures = scores(rows, [ours(page) for page in pages])
    for name, least in wanted.items():
        print(f"{name:10}{figures[name]:8.4f}  floor {least:.4f}" + ("" if figures[name] >= least else "  FELL"))
    return all(figures[name] >= least for name, least in wanted.items())


def main() -> int:
    """Run what the command line asks for; 1 when a floor is not held."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, default=CORPUS / "news" / "gold.jsonl")
    parser.add_argument(
        "--listed", type=Path, default=CORPUS / "id" / "list.jsonl", help="pages of described publishers"
    )
    parser.add_argument("--half", choices=("a", "b"))
    parser.add_argument("--pages", type=int, help="at most so many pages")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--accuracy", action="store_true", help="only the accuracy")
    parser.add_argument("--speed", action="store_true", help="only the speed")
    parser.add_argument("--check", type=Path, metavar="FLOOR")
    options = parser.parse_args()
    rows, pages = loaded(options.gold, options.half, options.pages)
    if options.check:
        return 0 if check(rows, pages, options.check) else 1
    if not options.speed:
        show_accuracy(rows, pages)
    if not options.accuracy:
        tasks = {"bare parse": bare_parse, "trafilatura, text alone": trafilatura_text, **readers()}
        show_speed("undescribed", timed(pages, tasks, options.rounds), "trafilatura, text alone")
        own = {"bare parse": bare_parse, "kalbarcrawl, own rules": described}
        listed = loaded(options.listed, None, None)[1]
        show_speed("described", timed(listed, own, options.rounds), "bare parse")
        # What trafilatura leaves of the processor's caches is little: whoever comes after it pays.
        others = own | {"trafilatura, text alone": trafilatura_text}
        show_speed("described, in turns with trafilatura", timed(listed, others, options.rounds), "bare parse")
    return 0


if __name__ == "__main__":
    sys.exit(main())
