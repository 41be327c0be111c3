"""What the text rules take and leave on a file of labelled lines, and what a line costs.

    python bench/text.py [GOLD] [--misses] [--half a|b] [--pages LIST]

GOLD is the labelled lines of real pages where they are at hand, and tests/labelled_lines.jsonl, which are of our own
making in the shapes real pages have, where they are not. It holds one excerpt a line: `text_raw` (lines), `labels`
(keep, dateline, drop, byline), `kinds`, `spans` (what to cut inside a line) and `site`. keep and dateline lines are
content, drop and byline lines are boilerplate; a line that is nothing but a dateline is neither. Each figure is given
blind (the lines alone) and as a crawl knows them: with the page's title, where the excerpt repeats it, and the names
the site's own address gives.

A dateline counts when the line is cut where its span ends, or one word before: some spans hold the first word of
the text. The sites fall into two halves by a hash of their domain: rules can be made on one and judged on the other.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import statistics
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, fields
from functools import partial
from pathlib import Path
from typing import Any

from kalbarcrawl.text import Cleaned, boilerplate, byline, clean, fold, outlets

ROOT = Path(__file__).parents[1]
REAL, OWN = ROOT.parent / "shared" / "gold" / "boilerplate.jsonl", ROOT / "tests" / "labelled_lines.jsonl"
GOLD = REAL if REAL.exists() else OWN
CONTENT, BOILERPLATE = frozenset({"keep", "dateline"}), frozenset({"drop", "byline"})
INITIALS = frozenset({"byline_initials", "end_mark", "byline_names"})
Cleaning = tuple[Callable[[], Cleaned], int]
"""How a text is cleaned, and how many lines it has."""
# What no excerpt repeats.
_A_TITLE = "Warga Sambas Membersihkan Saluran Sebelum Musim Hujan"


@dataclass
class Score:
    """Counts over excerpts; the shares are what is judged."""

    content: int = 0
    content_lost: int = 0
    characters: int = 0
    characters_lost: int = 0
    boilerplate: int = 0
    boilerplate_left: int = 0
    datelines: int = 0
    datelines_cut: int = 0
    initials: int = 0
    initials_cut: int = 0
    counter_examples: int = 0
    counter_examples_lost: int = 0
    misses: list[str] = field(default_factory=list)

    def add(self, other: Score) -> None:
        """Count another excerpt in."""
        for spec in fields(self):
            setattr(self, spec.name, getattr(self, spec.name) + getattr(other, spec.name))

    def lines(self) -> Iterator[str]:
        """The figures as text, one a line."""
        for name, part, whole in (
            ("content lost (lines)", self.content_lost, self.content),
            ("content lost (characters)", self.characters_lost, self.characters),
            ("boilerplate left (lines)", self.boilerplate_left, self.boilerplate),
            ("datelines cut exactly", self.datelines_cut, self.datelines),
            ("initials cut exactly", self.initials_cut, self.initials),
            ("counter-examples lost", self.counter_examples_lost, self.counter_examples),
        ):
            yield f"{name:28}{100 * part / max(whole, 1):7.2f} %   {part} of {whole}"


def half(site: str) -> str:
    """Which half of the sites one belongs to: "a" or "b", by its registered domain."""
    parts = site.split()[0].lower().removeprefix("www.").split(".")
    long_suffix = len(parts) > 2 and len(parts[-1]) == 2 and parts[-2] in {"co", "go", "or", "ac", "web", "my"}
    domain = ".".join(parts[-3 if long_suffix else -2 :])
    return "ab"[hashlib.sha256(domain.encode()).digest()[0] % 2]


def known_names(site: str) -> tuple[str, ...]:
    """The names a crawl would know a site by, from its address alone: "suarakalbar.co.id", "suarakalbar"."""
    host = site.split()[0].lower().removeprefix("www.")
    own = max(host.split("."), key=len)
    return host, host[host.index(own) :], own


def clean_excerpt(excerpt: dict[str, Any], *, blind: bool) -> Cleaned:
    """One excerpt through the rules, blind or with what a crawl knows."""
    lines: Sequence[str] = excerpt["text_raw"]
    return clean(lines) if blind else clean(lines, title=title_of(excerpt), names=known_names(excerpt["site"]))


def title_of(excerpt: dict[str, Any]) -> str:
    """The page's title, where the excerpt repeats it; "" where it does not."""
    lines = zip(excerpt["text_raw"], excerpt["kinds"], strict=True)
    return next((line for line, kind in lines if kind == "title_dup"), "")


def score(excerpt: dict[str, Any], cleaned: Cleaned) -> Score:
    """What the rules did to one excerpt, counted."""
    result = Score()
    outcome = _line_by_line(excerpt["text_raw"], cleaned)
    for number, (line, kept, label, kind) in enumerate(
        zip(excerpt["text_raw"], outcome, excerpt["labels"], excerpt["kinds"], strict=True)
    ):
        spans = [span for span in excerpt["spans"] if span["line"] == number]
        if label in BOILERPLATE:
            result.boilerplate += 1
            result.boilerplate_left += kept is not None
            if kept is not None:
                result.misses.append(f"left  {excerpt['site']} {kind}: {line[:150]}")
        elif kind != "dateline_only" and not _is_all_span(line, spans):
            _score_content(result, excerpt, line, kept, spans)
        _score_spans(result, excerpt["site"], line, kept, spans, only=kind == "dateline_only")
    if excerpt.get("counter_example"):
        result.counter_examples += 1
        result.counter_examples_lost += result.content_lost
    return result


def _is_all_span(line: str, spans: list[Any]) -> bool:
    """Whether nothing of a content line is left once its spans are cut: such a line has no content to lose."""
    return sum(int(span["end"]) - int(span["start"]) for span in spans) >= len(line.strip())


def _score_content(result: Score, excerpt: dict[str, Any], line: str, kept: str | None, spans: list[Any]) -> None:
    due = line
    for span in sorted(spans, key=lambda span: -span["start"]):
        due = due[: span["start"]] + due[span["end"] :]
    due = fold(due)
    result.content += 1
    result.characters += len(due)
    lost = max(0, len(due) - len(fold(kept or "")))
    result.characters_lost += lost
    result.content_lost += kept is None
    if lost:
        result.misses.append(f"lost  {excerpt['site']}: {due[:100]} ({lost} characters, {_rule(excerpt, line)})")


def _rule(excerpt: dict[str, Any], line: str) -> str:
    return dict(clean_excerpt(excerpt, blind=True).dropped).get(line, "cut")


def _score_spans(result: Score, site: str, line: str, kept: str | None, spans: list[Any], *, only: bool) -> None:
    for span in spans:
        if span["kind"] == "dateline":
            done = _is_cut_at(line, kept, span["end"])
            result.datelines += 1
            result.datelines_cut += done
        elif span["kind"] in INITIALS:
            done = kept is not None and fold(kept).endswith(fold(line[: span["start"]])[-20:])
            result.initials += 1
            result.initials_cut += done
        else:
            continue
        if not done:
            result.misses.append(
                f"{span['kind']}  {site}: {span['text']!r} in {line[:50]!r}...{line[-50:]!r} -> {(kept or '')[:40]!r}"
            )
    if only:
        result.datelines += 1
        result.datelines_cut += kept is None
        if kept is not None:
            result.misses.append(f"dateline_only  {site}: {line}")


def _is_cut_at(line: str, kept: str | None, end: int) -> bool:
    """Whether a line was cut where its dateline ends; a span may hold the first word of the text by a slip."""
    if kept is None:
        return not line[end:].strip()
    if line.startswith(kept):
        return False
    due = fold(line[end:])
    behind = fold(kept)
    return due.startswith((behind[:40], behind.partition(" ")[2][:40]))


def _line_by_line(lines: Sequence[str], cleaned: Cleaned) -> list[str | None]:
    """By input line: what of it was kept, None where it was dropped."""
    kept, dropped = list(cleaned.lines), [line for line, _ in cleaned.dropped]
    outcome: list[str | None] = []
    for line in lines:
        if dropped and dropped[0] == line:
            dropped.pop(0)
            outcome.append(None)
        elif kept and kept[0] in (line if kept[0] in line else fold(line)):
            outcome.append(kept.pop(0))
        else:
            outcome.append(None)  # a blank line
    if kept or dropped:
        raise AssertionError(f"lines out of order: {kept[:2]} {dropped[:2]}")
    return outcome


def microseconds(cleanings: Sequence[Cleaning], *, first: bool = False, rounds: int = 20) -> tuple[float, float]:
    """Median over texts of the cost of a line, and the mean over all lines; of each text its best round.

    A round goes through all texts, so that a busy second of the machine falls on one time of each. What the rules keep
    of lines they have seen before, as a site's furniture comes on every page, is thrown away before a text that is to
    be seen for the `first` time.
    """
    times = [[_seconds(run, first=first) for run, _ in cleanings] for _ in range(rounds)]
    best = [min(each) * 1e6 for each in zip(*times, strict=True)]
    costs = [cost / size for cost, (_, size) in zip(best, cleanings, strict=True) for _ in range(size)]
    return statistics.median(costs), sum(best) / len(costs)


def _seconds(run: Callable[[], Cleaned], *, first: bool) -> float:
    if first:
        for kept in (boilerplate._judged_before, byline.people, outlets.kinds):
            kept.cache_clear()
    begun = time.perf_counter()
    run()
    return time.perf_counter() - begun


def of_excerpts(excerpts: Sequence[dict[str, Any]], *, blind: bool) -> list[Cleaning]:
    """How each excerpt is cleaned; a crawl always knows a title, so one stands in where the excerpt has none."""
    cleanings: list[Cleaning] = []
    for excerpt in excerpts:
        title, names = title_of(excerpt) or _A_TITLE, known_names(excerpt["site"])
        known: dict[str, Any] = {} if blind else {"title": title, "names": names}
        if lines := excerpt["text_raw"]:
            cleanings.append((partial(clean, lines, **known), len(lines)))
    return cleanings


def of_pages(path: Path) -> list[Cleaning]:
    """How the text of each saved page of a list is cleaned, by its publisher's rules where one is described."""
    from kalbarcrawl.archive import listed_pages, saved_page
    from kalbarcrawl.extract import extract
    from kalbarcrawl.generic import undescribed
    from kalbarcrawl.publishers import publisher_of
    from kalbarcrawl.refine import cleaned_text

    cleanings: list[Cleaning] = []
    for _, row in listed_pages(path):
        page = saved_page(row["file"], url=row["url"], encoding=row.get("enc"))
        publisher = publisher_of(page.url) or undescribed(page.url)
        raw = extract(page, publisher)
        if raw.lines:
            cleanings.append((partial(cleaned_text, raw, publisher), len(raw.lines)))
    return cleanings


def show_cost(known: str, cleanings: Sequence[Cleaning]) -> None:
    """Print what a line costs, seen before and for the first time."""
    for first in (False, True):
        median, mean = microseconds(cleanings, first=first)
        seen = "seen for the first time" if first else "seen before"
        print(f"microseconds a line          median {median:.1f}, mean {mean:.1f}  {known}, {seen}")


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", nargs="?", type=Path, default=GOLD)
    parser.add_argument("--pages", action="append", type=Path, default=[], help="a list of saved pages to time too")
    parser.add_argument("--misses", action="store_true", help="show every line the rules got wrong, blind")
    parser.add_argument("--half", choices="ab", help="only this half of the sites")
    options = parser.parse_args()
    if not options.gold.exists():
        sys.exit(f"{options.gold}: no such file; name a file of labelled lines")
    excerpts = [json.loads(line) for line in options.gold.read_text(encoding="utf-8").splitlines()]
    for part in (options.half,) if options.half else (None, "a", "b"):
        chosen = [excerpt for excerpt in excerpts if part is None or half(excerpt["site"]) == part]
        for blind in (True, False):
            total = Score()
            for excerpt in chosen:
                total.add(score(excerpt, clean_excerpt(excerpt, blind=blind)))
            sites = "all sites" if part is None else f"half {part} of the sites"
            print(f"\n{sites}, {'blind' if blind else 'with title and names'}")
            print("\n".join(total.lines()))
            if options.misses and blind and part == options.half:
                print("\n".join(f"  {miss}" for miss in total.misses))
    print()
    for blind in (True, False):
        show_cost("blind" if blind else "with title and names", of_excerpts(excerpts, blind=blind))
    for path in options.pages:
        cleanings = of_pages(path)
        show_cost(f"{len(cleanings)} pages, {sum(size for _, size in cleanings)} lines", cleanings)


if __name__ == "__main__":
    main()
