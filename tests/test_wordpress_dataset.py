"""Near copies published in a real WordPress, crawled and exported: the clusters are those that were planted."""

from __future__ import annotations

import gzip
import json
from collections import defaultdict
from itertools import combinations
from pathlib import Path

import pytest

from kalbarcrawl.items import Article
from tests.dataset_stories import START, planted
from tests.test_wordpress_crawl import Desk
from tests.wordpress.post import Dateline, Post, paragraph
from tests.wordpress.server import WordPress

pytestmark = pytest.mark.integration


def as_post(story: Article, number: int) -> Post:
    """A story as its author types it, under its own outlet's dateline."""
    place, outlet = "Kota Teladan", f"Warta {story.publisher.title()}"
    return Post(
        slug=f"berita-{number}",
        title=f"{story.title} {number}",
        published=START.replace(microsecond=0),
        author="Rara Contohwati",
        section="Peristiwa",
        dateline=Dateline(f"{outlet}, {place} – ", place, outlet),
        blocks=tuple(paragraph(text) for text in story.body.split("\n\n")),
    )


def pairs(groups: list[set[int]]) -> set[tuple[int, int]]:
    return {pair for group in groups for pair in combinations(sorted(group), 2)}


def test_clusters_of_near_copies(wordpress: WordPress, tmp_path: Path) -> None:
    stories, truth = planted(300)
    wordpress.clear()
    wordpress.publish([as_post(story, number) for number, story in enumerate(stories)])
    desk = Desk(tmp_path, wordpress.url)
    desk.crawl("--since", "2015-01-01")
    desk.run("kalbarcrawl", "export", str(tmp_path / "corpus"), "--format", "jsonl", "--data", str(tmp_path / "data"))
    found: dict[str, set[int]] = defaultdict(set)
    for file in (tmp_path / "corpus" / "data").glob("*.jsonl.gz"):
        for line in gzip.decompress(file.read_bytes()).splitlines():
            record = json.loads(line)
            found[record["cluster"]].add(int(record["url"].rstrip("/").rsplit("-", 1)[-1]))
    assert sum(map(len, found.values())) == len(stories)
    numbers = {story.id: number for number, story in enumerate(stories)}
    planned = pairs([{numbers[one] for one in group} for group in truth])
    joined = pairs(list(found.values()))
    print(f"precision {len(joined & planned) / len(joined):.4f}, recall {len(joined & planned) / len(planned):.4f}")
    assert len(joined & planned) >= 0.98 * len(joined), "joined what is no copy"
    assert len(joined & planned) >= 0.98 * len(planned), "missed copies"
