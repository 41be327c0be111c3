"""Near copies: precision and recall on stories of which it is known who copied whom."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import pytest

from kalbarcrawl.dataset.clusters import clusters
from kalbarcrawl.dataset.order import ordered
from kalbarcrawl.dataset.shingles import jaccard, packed, shingles, signature
from kalbarcrawl.dataset.spool import Spool, identifier
from kalbarcrawl.items import Article, article_id
from tests.dataset_stories import article, lines, near_copy, original, planted
from tests.wordpress.posts import POSTS, many_posts


@contextmanager
def spooled(articles: list[Article], folder: Path) -> Iterator[Spool]:
    spool = Spool(folder)
    for record in lines(articles):
        spool.add(record)
    spool.settle()
    yield spool
    spool.close()


def found_in(articles: list[Article], folder: Path) -> list[set[str]]:
    with spooled(articles, folder) as spool:
        places = ordered(spool)
        roots = clusters(spool, places, lambda done, total: None)
        found: dict[int, set[str]] = defaultdict(set)
        for place in places:
            found[int(roots[place])].add(identifier(int(spool.ids[place])))
    return [cluster for cluster in found.values() if len(cluster) > 1]


def pairs(found: Iterable[set[str]]) -> set[frozenset[str]]:
    return {frozenset(pair) for cluster in found for pair in combinations(sorted(cluster), 2)}


def precision_and_recall(articles: list[Article], truth: list[set[str]], folder: Path) -> tuple[float, float]:
    found, true = pairs(found_in(articles, folder)), pairs(truth)
    return len(found & true) / len(found), len(found & true) / len(true)


def test_planted_copies_among_templates(tmp_path: Path) -> None:
    articles, truth = planted(4000)
    precision, recall = precision_and_recall(articles, truth, tmp_path)
    assert precision >= 0.98
    assert recall >= 0.98


def test_planted_copies_in_a_newsroom(tmp_path: Path) -> None:
    """The WordPress newsroom's posts, its back-file of one template, and copies of its other posts elsewhere."""
    articles, truth = [], []
    for number, post in enumerate([*POSTS, *many_posts(1500)], 1):
        body = "\n\n".join(" ".join(block.shown) for block in post.blocks)
        own = article(number, "wartacontoh", post.title, body, post.published)
        articles.append(own)
        if number <= len(POSTS) and len(body.split()) > 30:
            copy = near_copy(own, 100_000 + number)
            articles.append(copy)
            truth.append({own.id, copy.id})
    precision, recall = precision_and_recall(articles, truth, tmp_path)
    assert len(truth) > 10
    assert precision >= 0.98
    assert recall >= 0.98


def test_the_earliest_leads_whatever_the_order_of_arrival(tmp_path: Path) -> None:
    first = original(1)
    copies = [near_copy(first, number) for number in (1001, 1002, 1003)]
    with spooled([*copies, first], tmp_path) as spool:
        places = ordered(spool)
        roots = clusters(spool, places, lambda done, total: None)
        assert {identifier(int(spool.ids[roots[place]])) for place in places} == {first.id}


def test_one_text_at_many_addresses_is_quick(tmp_path: Path) -> None:
    story = original(1)
    urls = [f"https://wartacontoh.example/salinan/{number}" for number in range(3000)]
    articles = [replace(story, id=article_id("wartacontoh", url), url=url) for url in urls]
    assert [len(cluster) for cluster in found_in(articles, tmp_path)] == [3000]


@pytest.mark.parametrize("body", ["!", "Satu.", "Satu dua tiga empat lima.", "…\n\n—"])
def test_short_texts_are_copies_only_of_themselves(body: str, tmp_path: Path) -> None:
    other = article(3, "kabarmisal", "Lain", "Empat lima.", None)
    twins = [article(number, "wartacontoh", "Judul", body, None) for number in (1, 2)]
    assert found_in([*twins, other], tmp_path) == [{twin.id for twin in twins}]


def test_the_signature_estimates_the_similarity() -> None:
    one, other = (shingles(body) for body in (original(1).body, near_copy(original(1), 5).body))
    agreed = sum(a == b for a, b in zip(signature(one), signature(other), strict=True)) / 128
    assert abs(agreed - jaccard(packed(one), packed(other))) < 0.12


def test_shingles_hear_no_case_and_no_punctuation() -> None:
    assert shingles("Satu, dua tiga; empat LIMA enam!") == {"satu dua tiga empat lima enam"}
