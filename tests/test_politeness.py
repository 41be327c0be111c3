"""Manners: what is private, how long to wait, what to ask conditionally, and a crawl that keeps to all of it."""

from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

import pytest

from kalbarcrawl.politeness import conditional, is_private, retry_after
from kalbarcrawl.store import Validators
from tests.crawls import desk
from tests.newsroom.reply import Reply

NOW = datetime(2025, 6, 1, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    "host",
    [
        *("127.0.0.1", "127.9.9.9", "0.0.0.0", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254"),
        *("100.64.0.1", "224.0.0.1", "255.255.255.255", "[::1]", "::", "fe80::1%eth0", "fd00::1", "::ffff:10.0.0.1"),
        *("2002:7f00:1::", "ff02::1"),
    ],
)
def test_private_addresses(host: str) -> None:
    assert is_private(host)


@pytest.mark.parametrize("host", ["8.8.8.8", "103.10.66.1", "2606:4700::1111", "kalbaronline.com", "localhost.id"])
def test_public_addresses_and_names(host: str) -> None:
    assert not is_private(host)


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("120", 120.0),
        (" 2 ", 2.0),
        ("Sun, 01 Jun 2025 12:01:00 GMT", 60.0),
        ("Sun, 01 Jun 2025 11:00:00 GMT", 0.0),
        ("soon", None),
        ("", None),
        (None, None),
    ],
)
def test_retry_after(value: str | None, seconds: float | None) -> None:
    assert retry_after(value, NOW) == seconds


@pytest.mark.parametrize(
    ("known", "names"),
    [
        (Validators(), set()),
        (Validators('"a"'), {"If-None-Match"}),
        (Validators('"a"', "Sun"), {"If-None-Match", "If-Modified-Since"}),
        (Validators('W/"a"', "Sun"), {"If-Modified-Since"}),
        (Validators('"a-gzip"', "Sun"), {"If-Modified-Since"}),
        (Validators('W/"a"'), {"If-None-Match"}),
    ],
)
def test_conditional_requests(known: Validators, names: set[str]) -> None:
    assert set(conditional(known)) == names


def test_crawl_delay_is_kept_and_robots_is_obeyed(tmp_path: Path) -> None:
    with desk(tmp_path, sources='Feed("/feed/")', feed_items=4) as d:
        d.newsroom.robots = "User-agent: kalbarcrawl\nCrawl-delay: 0.5\nDisallow: /ekonomi/\n"
        assert d.crawl().returncode == 0
        times = [request.at for request in d.newsroom.requests]
        assert len(times) >= 5
        # A little less than asked for: clocks are read before sending here, after receiving there.
        assert min(later - earlier for earlier, later in pairwise(times[1:])) >= 0.45
        assert not [request for request in d.newsroom.requests if request.path.startswith("/ekonomi/")]
        assert d.outcomes()["robots"] >= 1
        agents = {request.headers["user-agent"] for request in d.newsroom.requests}
        assert agents == {"kalbarcrawl/0.1.0 (+https://example.org/crawler)"}


def test_retry_after_holds_the_host_back(tmp_path: Path) -> None:
    with desk(tmp_path, sources='Feed("/faults/few.xml")') as d:
        few = [d.newsroom.faults["too-many"], d.newsroom.address(next(iter(d.newsroom.articles)))]
        items = "".join(f"<item><title>t</title><link>{url}</link></item>" for url in few)
        d.newsroom.serve("/faults/few.xml", Reply(200, f"<rss><channel>{items}</channel></rss>".encode(), "text/xml"))
        assert d.crawl().returncode == 0
        refused = d.newsroom.asked("/faults/too-many/")
        assert len(refused) == 2
        assert refused[1].at - refused[0].at >= 1.9
        # What was on its way when the answer came cannot be held back.
        waits = [request.at - refused[0].at for request in d.newsroom.requests]
        assert not [wait for wait in waits if 0.5 < wait < 1.9]
        assert d.outcomes()["rate_limited"] == 1


def test_a_wait_that_is_too_long_is_left_to_the_next_run(tmp_path: Path) -> None:
    with desk(tmp_path, sources='Feed("/feed/")') as d:
        d.newsroom.serve("/feed/", Reply(503, b"later", headers={"Retry-After": "3600"}))
        ended = d.crawl()
        assert ended.returncode == 1
        assert "unavailable (HTTP 503)" in ended.stderr
        assert len(d.newsroom.asked("/feed/")) == 1


def test_a_host_that_refuses_is_left_alone(tmp_path: Path) -> None:
    with desk(tmp_path, articles=40, sources='Sitemap("/sitemap_index.xml")') as d:
        for article in d.newsroom.articles.values():
            d.newsroom.serve(article.path, Reply(403, b"no"))
        ended = d.crawl("-s", "KALBARCRAWL_REFUSALS=5")
        assert ended.returncode == 1
        assert "refusals in a row" in ended.stderr
        assert len([r for r in d.newsroom.requests if r.status == 403]) < 12


def test_no_request_goes_to_a_private_address(tmp_path: Path) -> None:
    with desk(tmp_path) as d:
        ended = d.run("crawl", "warta_contoh", "--delay", "0")
        assert ended.returncode == 1
        assert d.newsroom.requests == []
        assert set(d.outcomes()) == {"private"}
        d.describe(home=d.newsroom.url.replace("127.0.0.1", "localhost"))
        assert d.run("crawl", "warta_contoh", "--delay", "0").returncode == 1
        d.describe(home=d.newsroom.url.replace("127.0.0.1", "127.1"))
        assert d.run("crawl", "warta_contoh", "--delay", "0").returncode == 1
        assert d.newsroom.requests == []
        assert not (d.data / "articles").exists()


def test_a_robots_file_the_server_fails_to_give_allows_nothing(tmp_path: Path) -> None:
    with desk(tmp_path) as d:
        d.newsroom.serve("/robots.txt", Reply(500, b"oops"))
        assert d.crawl().returncode == 1
        assert {request.path for request in d.newsroom.requests} == {"/robots.txt"}
        assert d.outcomes() == {"server_error": 2}
        d.newsroom.serve("/robots.txt", Reply(404, b"none"))
        assert d.crawl().returncode == 0
