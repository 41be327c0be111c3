"""What an export costs in time and memory, beside a plain loop that only reads and writes the same lines.

    python bench/export.py [ARTICLES] [--no-peers]

The articles are made up (tests/dataset_stories.py): one in five a near copy, one in ten of a template. Each part runs
in a process of its own, so that its peak of resident memory is its own. The last lines compare the clusters: rensa
with exact verification, as exported; datasketch's MinHashLSH, where it is installed; all pairs, exactly. The peers run
on a part of the articles (their time does not grow in proportion), and precision and recall are against who is known
to have copied whom.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import random
import resource
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

from tests.dataset_stories import lines, planted

PART = 2_000
"""Articles for the peers: all pairs of more take too long."""


@dataclass(frozen=True)
class Cost:
    """Seconds and the peak of resident memory in MB."""

    seconds: float
    megabytes: float


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser()
    parser.add_argument("articles", nargs="?", type=int, default=100_000)
    parser.add_argument("--no-peers", action="store_true")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "articles.jsonl"
        measured(make, file, asked.articles)
        with file.open(encoding="utf-8") as written:
            rows = sum(1 for _ in written)
        print(f"{rows:,} articles, {file.stat().st_size / 1e6:,.0f} MB of JSON Lines")
        loop = told("json.loads and json.dumps, one by one", rows, measured(plain, file, Path(folder) / "plain.jsonl"))
        for formats in (("jsonl",), ("jsonl", "parquet")):
            out = Path(folder) / "-".join(formats)
            cost = told(f"export, {' and '.join(formats)}", rows, measured(exported, file, out, formats))
            print(f"    {cost.seconds / loop.seconds:.1f} times the plain loop")
        if not asked.no_peers:
            peers(PART)


def measured(work: Callable[..., None], *arguments: Any) -> Cost:
    """Run a function in a process of its own."""
    context = multiprocessing.get_context("spawn")
    queue = context.Queue()
    process = context.Process(target=_measure, args=(queue, work, arguments))
    process.start()
    cost: Cost = queue.get()
    process.join()
    return cost


def _measure(queue: Any, work: Callable[..., None], arguments: tuple[Any, ...]) -> None:
    begun = time.perf_counter()
    work(*arguments)
    queue.put(Cost(time.perf_counter() - begun, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024))


def told(name: str, rows: int, cost: Cost) -> Cost:
    """Print one line of figures."""
    print(f"{name:40} {cost.seconds:8.1f} s {rows / cost.seconds:9,.0f} rows/s {cost.megabytes:7,.0f} MB resident")
    return cost


def make(file: Path, count: int) -> None:
    """Write the made-up articles, in no order; ten thousand at a time, each with addresses of its own."""
    with file.open("w", encoding="utf-8") as out:
        for block in range(-(-count // 10_000)):
            articles, _ = planted(min(10_000, count - block * 10_000), first=block * 10_000)
            random.Random(block).shuffle(articles)
            out.writelines(f"{one.to_json()}\n" for one in articles)


def plain(file: Path, out: Path) -> None:
    """The least that any export does."""
    with file.open(encoding="utf-8") as read, out.open("w", encoding="utf-8") as write:
        for line in read:
            write.write(json.dumps(json.loads(line), ensure_ascii=False) + "\n")


def exported(file: Path, out: Path, formats: tuple[str, ...]) -> None:
    """A whole export."""
    from kalbarcrawl.dataset.export import Plan, export
    from kalbarcrawl.dataset.reading import records_in
    from kalbarcrawl.store.removals import LeftOut

    plan = Plan(name="bench", title="Bench", formats=formats, splits="time")
    export(records_in([file]), out, plan, left_out=LeftOut(()))


def peers(count: int) -> None:
    """Time and truth of three ways to find the clusters."""
    from kalbarcrawl.dataset.shingles import shingles

    articles, truth = planted(count)
    true = pairs(truth)
    sets = {one.id: shingles(one.body) for one in articles}
    print(f"\nnear copies among {len(articles):,} articles")
    ways: list[tuple[str, Callable[[], set[frozenset[str]]]]] = [
        ("rensa, compared exactly (as exported)", lambda: ours(articles)),
        ("datasketch MinHashLSH", lambda: with_datasketch(sets)),
        ("all pairs, exactly", lambda: all_pairs(sets)),
    ]
    base = 0.0
    for name, way in ways:
        begun = time.perf_counter()
        try:
            found = way()
        except ModuleNotFoundError as error:
            print(f"{name:40} skipped: {error}")
            continue
        seconds = time.perf_counter() - begun
        base = base or seconds
        precision, recall = len(found & true) / len(found), len(found & true) / len(true)
        print(f"{name:40} {seconds:8.2f} s {seconds / base:6.1f} x  precision {precision:.4f}  recall {recall:.4f}")


def pairs(clusters: Iterable[set[str]]) -> set[frozenset[str]]:
    """Every two members of a cluster."""
    return {frozenset(pair) for cluster in clusters for pair in combinations(sorted(cluster), 2)}


def ours(articles: list[Any]) -> set[frozenset[str]]:
    """The export's own way, from records to clusters."""
    from kalbarcrawl.dataset.clusters import clusters
    from kalbarcrawl.dataset.order import ordered
    from kalbarcrawl.dataset.spool import Spool, identifier

    with tempfile.TemporaryDirectory() as folder:
        spool = Spool(Path(folder))
        for record in lines(articles):
            spool.add(record)
        spool.settle()
        places = ordered(spool)
        roots = clusters(spool, places, lambda done, total: None)
        found: dict[int, set[str]] = defaultdict(set)
        for place in places:
            found[int(roots[place])].add(identifier(int(spool.ids[place])))
        spool.close()
    return pairs(found.values())


def with_datasketch(sets: dict[str, set[str]]) -> set[frozenset[str]]:
    """KoPI-CC's recipe as it is usually written: candidates are taken at their word."""
    from datasketch import MinHash, MinHashLSH

    index = MinHashLSH(threshold=0.8, num_perm=128)
    joined: set[frozenset[str]] = set()
    for name, found in sets.items():
        sketch = MinHash(num_perm=128)
        sketch.update_batch([one.encode() for one in found])
        joined |= {frozenset((name, other)) for other in index.query(sketch)}
        index.insert(name, sketch)
    return pairs(united(joined))


def all_pairs(sets: dict[str, set[str]]) -> set[frozenset[str]]:
    """The similarity of every two texts."""
    from kalbarcrawl.dataset.shingles import THRESHOLD

    alike = set()
    for one, other in combinations(sets, 2):
        both = len(sets[one] & sets[other])
        if both >= THRESHOLD * (len(sets[one]) + len(sets[other]) - both):
            alike.add(frozenset((one, other)))
    return pairs(united(alike))


def united(joined: Iterable[frozenset[str]]) -> list[set[str]]:
    """The clusters that pairs make."""
    of: dict[str, set[str]] = {}
    for pair in joined:
        whole = set(pair).union(*(of.get(one, set()) for one in pair))
        for one in whole:
            of[one] = whole
    return list({id(cluster): cluster for cluster in of.values()}.values())


if __name__ == "__main__":
    main()
