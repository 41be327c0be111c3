"""A real WordPress, crawled by the real command: the records equal what was published."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from kalbarcrawl.store import store_at
from kalbarcrawl.store.history import History, history_of
from tests.wordpress.markup import content
from tests.wordpress.post import Post, paragraph, visible
from tests.wordpress.posts import BRIDGE, HARVEST, HIDDEN, LONG_READ, PINNED, POSTS, many_posts
from tests.wordpress.server import Published, WordPress

pytestmark = pytest.mark.integration

NEWSROOM = '''"""Warta Contoh, a fictional newsroom on a real WordPress."""

from kalbarcrawl.families.wordpress import wordpress
from kalbarcrawl.sources import Sitemap

publisher = wordpress(
    name="warta_contoh",
    title="Warta Contoh",
    home="{home}",
    timezone="Asia/Pontianak",
    evidence="the WordPress that this test started",{more}
)
'''


class Desk:
    """A data folder with one publisher file: where a test runs its commands."""

    def __init__(self, folder: Path, home: str) -> None:
        self.folder = folder
        self.home = home
        self.describe()

    def describe(self, more: str = "") -> None:
        publishers = self.folder / "publishers"
        publishers.mkdir(exist_ok=True)
        (publishers / "warta_contoh.py").write_text(NEWSROOM.format(home=self.home, more=more), encoding="utf-8")

    def run(self, *command: str, status: int = 0) -> subprocess.CompletedProcess[str]:
        environment = os.environ | {
            "KALBARCRAWL_PUBLISHERS": str(self.folder / "publishers"),
            "KALBARCRAWL_DATA": str(self.folder / "data"),
        }
        done = subprocess.run(
            [sys.executable, "-m", *command], capture_output=True, text=True, env=environment, timeout=300
        )
        assert done.returncode == status, done.stderr
        assert "Traceback" not in done.stderr
        return done

    def crawl(self, *options: str, status: int = 0) -> str:
        return self.run(
            "kalbarcrawl", "crawl", "warta_contoh", "--allow-private", "--delay", "0", *options, status=status
        ).stderr

    def records(self) -> list[dict[str, Any]]:
        """Every line of every run's file, oldest run first."""
        files = sorted((self.folder / "data" / "articles" / "warta_contoh").glob("*.jsonl"))
        return [json.loads(line) for file in files for line in file.read_text(encoding="utf-8").splitlines()]

    def history(self, url: str) -> History:
        """What the store kept of the article at an address."""
        store = store_at(self.folder / "data")
        try:
            [found] = history_of(store, url)
            return found
        finally:
            store.close()


@pytest.fixture
def desk(wordpress: WordPress, tmp_path: Path) -> Desk:
    return Desk(tmp_path, wordpress.url)


def assert_equal(record: dict[str, Any], post: Post) -> None:
    """What was published is what the record says."""
    dateline = post.dateline and {"place": post.dateline.place, "outlet": post.dateline.outlet}
    assert record["title"] == post.expected_title
    assert record["body"].split("\n\n") == list(post.expected_body)
    assert record["published_at"] == post.published.isoformat()
    assert record["published_precision"] == "second"
    # A newsroom's own account is nobody's name.
    assert record["authors"] == ([] if post.author.startswith("Redaksi") else [post.author])
    assert record["editors"] == list(post.editors)
    assert record["section"] == post.section
    assert sorted(record["tags"]) == sorted(post.tags)
    assert record["dateline"] == dateline
    assert [(image["url"], image["caption"]) for image in record["images"]] == [
        (image.url, image.caption) for image in post.images
    ]
    assert record["url"].endswith(post.path)
    assert record["language"] == "id"


def assert_all_equal(records: list[dict[str, Any]], posts: list[Post]) -> None:
    by_path = {post.path: post for post in posts}
    found = {next(path for path in by_path if record["url"].endswith(path)): record for record in records}
    assert len(records) == len(found) == len(posts), "an article is missing, or there twice"
    for path, record in found.items():
        assert_equal(record, by_path[path])


def test_by_feed_the_newest_ten(desk: Desk, published: dict[str, Published]) -> None:
    desk.crawl()
    assert_all_equal(desk.records(), visible(POSTS)[:10])


def test_by_sitemap_every_visible_post_and_no_hidden_one(desk: Desk, published: dict[str, Published]) -> None:
    desk.describe('\n    sources=(Sitemap("/wp-sitemap.xml", match=r"/20\\d\\d/\\d\\d/\\d\\d/"),),')
    desk.crawl()
    assert_all_equal(desk.records(), visible(POSTS))


def test_by_rest_every_visible_post_for_a_handful_of_requests(
    desk: Desk, wordpress: WordPress, published: dict[str, Published]
) -> None:
    desk.crawl("--since", "2024-01-01")
    assert_all_equal(desk.records(), visible(POSTS))
    assert len(wordpress.requests()) <= 4


def test_a_closed_rest_falls_back(desk: Desk, wordpress: WordPress, published: dict[str, Published]) -> None:
    wordpress.close_rest()
    desk.crawl("--since", "2024-01-01", status=1)
    assert_all_equal(desk.records(), visible(POSTS))


@pytest.mark.parametrize("post", [BRIDGE, LONG_READ, PINNED], ids=lambda post: post.slug)
def test_by_single_address(desk: Desk, published: dict[str, Published], post: Post, tmp_path: Path) -> None:
    url, out = published[post.slug].url, tmp_path / "out.jsonl"
    desk.run("scrapy", "crawl", "warta_contoh", "-a", f"url={url}", "-s", "KALBARCRAWL_ALLOW_PRIVATE=1", "-O", str(out))
    [record] = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert_equal(record, post)
    assert record["url"] == url
    [printed] = desk.run("kalbarcrawl", "get", url, "--allow-private").stdout.splitlines()
    assert_equal(json.loads(printed), post)


def test_a_hidden_post_is_no_article(desk: Desk, published: dict[str, Published]) -> None:
    for post in HIDDEN:
        answer = desk.run("kalbarcrawl", "get", published[post.slug].url, "--allow-private", status=1)
        assert answer.stdout == ""
        assert answer.stderr.strip()


def test_an_unchanged_second_run_asks_once_a_source(
    desk: Desk, wordpress: WordPress, published: dict[str, Published]
) -> None:
    desk.crawl()
    before = desk.records()
    wordpress.forget_requests()
    desk.crawl()
    asked = [request for request in wordpress.requests() if request.path != "/robots.txt"]
    assert [(request.path, request.status, request.conditional) for request in asked] == [("/feed/", 304, True)]
    assert desk.records() == before


def test_an_edit_becomes_a_revision_and_a_deletion_keeps_the_text(
    desk: Desk, wordpress: WordPress, published: dict[str, Published]
) -> None:
    desk.crawl("--since", "2024-01-01")
    first = {record["url"]: record for record in desk.records()}
    post = replace(BRIDGE, blocks=(*BRIDGE.blocks[:-1], paragraph("Alinea terakhir ini dikoreksi sehari kemudian.")))
    wordpress.edit(published[BRIDGE.slug].id, content=content(post))
    gone = published[HARVEST.slug]
    wordpress.delete(gone.id)
    desk.crawl("--since", "2024-01-01")
    [changed] = desk.records()[len(first) :]
    assert changed["revision"] == 2
    assert "dikoreksi sehari kemudian" in changed["body"]
    old, new = desk.history(changed["url"]).revisions
    assert (old.revision, new.revision) == (1, 2)
    assert "dikoreksi" not in old.body
    assert [kept.body for kept in desk.history(gone.url).revisions] == [first[gone.url]["body"]]


def test_six_hundred_posts_for_twenty_requests(desk: Desk, wordpress: WordPress) -> None:
    wordpress.clear()
    posts = many_posts(600)
    wordpress.publish(posts)
    wordpress.forget_requests()
    desk.crawl("--since", "2015-01-01")
    assert len(wordpress.requests()) <= 20
    assert_all_equal(desk.records(), [post for post in posts if post.visible])
