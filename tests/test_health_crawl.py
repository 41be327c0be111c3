"""Each state made to happen on the local newsroom, by real crawls, and healed again."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kalbarcrawl.health import Health, State, healths
from kalbarcrawl.store import store_at
from tests.crawls import Desk, desk
from tests.newsroom.generated import generated
from tests.newsroom.reply import Reply, page

FEED = 'Feed("/feed/")'
BATCH = 8
QUICK = ("-s", "DOWNLOAD_TIMEOUT=5", "-s", "RETRY_TIMES=0")


def health(d: Desk) -> Health:
    store = store_at(d.data)
    (only,) = healths(store)
    store.close()
    return only


def news(d: Desk, count: int = BATCH) -> None:
    """Publish so many articles more."""
    known = len(d.newsroom.articles) - 12
    for article in generated(known + count)[known:]:
        d.newsroom.publish(article)


def crawls(d: Desk, *options: str, times: int = 1, fresh: int = BATCH) -> str:
    """Crawl so often, each time with so many articles new; when the first of these runs began, not to the second."""
    began = datetime.now(UTC).isoformat()
    for _ in range(times):
        news(d, fresh)
        d.crawl(*QUICK, *options)
    return began


def narrow(d: Desk) -> None:
    """Let the publisher's own rule know the body's class alone, which a redesign renames."""
    file = d.folder / "publishers" / "warta_contoh.py"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace('".entry-content-single"', '".entry-content"'), encoding="utf-8")


def down(d: Desk) -> None:
    d.newsroom.down()


def failing(d: Desk) -> None:
    d.newsroom.serve("/feed/", Reply(500, b"galat"))


def failing_wholly(d: Desk) -> None:
    for path in ("/robots.txt", "/feed/"):
        d.newsroom.serve(path, Reply(503, b"perawatan"))


def walled(d: Desk) -> None:
    d.newsroom.wall()


def forbidden(d: Desk) -> None:
    d.newsroom.serve("/feed/", page("<h1>403 Forbidden</h1>", 403))


def moved(d: Desk) -> None:
    d.newsroom.serve("/feed/", page("<h1>tidak ada</h1>", 404))


def emptied(d: Desk) -> None:
    d.newsroom.empty_feed()


CASES: list[tuple[Callable[[Desk], None], State, str, str]] = [
    (down, "down", "", "/feed/: network"),
    (failing, "down", "", "/feed/: server_error (HTTP 500)"),
    (failing_wholly, "down", "", "/feed/: unavailable (robots.txt: HTTP 503)"),
    (walled, "blocked", "", "/feed/: blocked (challenge)"),
    (forbidden, "blocked", "", "/feed/: blocked (HTTP 403)"),
    (moved, "broken", "source", "/feed/: not_found (HTTP 404)"),
    (emptied, "no news", "", "/feed/ is valid and lists nothing, before 20"),
]


@pytest.mark.parametrize(("fault", "state", "what", "reason"), CASES, ids=[case[0].__name__ for case in CASES])
def test_shut_out_and_let_in_again(
    fault: Callable[[Desk], None], state: State, what: str, reason: str, tmp_path: Path
) -> None:
    with desk(tmp_path, sources=FEED) as d:
        crawls(d)
        assert health(d).state == "fine"
        fault(d)
        began = crawls(d)
        found = health(d)
        assert (found.state, found.what, found.runs) == (state, what, 1), found
        assert reason in found.reason
        assert found.since is not None
        assert found.since >= began
        assert found.example == f"{d.newsroom.url}/feed/"
        d.newsroom.up()
        d.newsroom.heal()
        crawls(d)
        assert health(d).state == "fine", health(d)


def test_a_redesign_breaks_the_body_and_articles_are_still_read(tmp_path: Path) -> None:
    with desk(tmp_path, sources=FEED, feed_items=60) as d:
        narrow(d)
        crawls(d, times=2)
        assert health(d).state == "fine"
        d.newsroom.redesign()
        before = len(d.records())
        began = crawls(d)
        found = health(d)
        assert (found.state, found.what) == ("broken", "body"), found
        assert found.reason == "its own rules found it in 0 of 8 articles, before in 28 of 28; generic ones did"
        assert found.since is not None
        assert found.since >= began
        assert found.example in {d.newsroom.address(slug) for slug in d.newsroom.articles}
        bodies = {record["url"]: record["body"] for record in d.records()[before:]}
        assert len(bodies) == BATCH
        for slug, story in d.newsroom.articles.items():
            assert bodies.get(d.newsroom.address(slug), story.body) == story.body
        crawls(d)
        assert (health(d).what, health(d).since) == ("body", found.since)
        d.newsroom.heal()
        crawls(d)
        assert health(d).state == "fine", health(d)


def test_a_redesign_shows_also_where_few_articles_come(tmp_path: Path) -> None:
    with desk(tmp_path, sources=FEED, feed_items=60) as d:
        narrow(d)
        crawls(d, times=2)
        d.newsroom.redesign()
        seen = []
        for _ in range(4):
            crawls(d, fresh=2)
            seen.append(health(d).state)
        assert seen[0] == "fine", "two articles prove nothing"
        assert seen[-1] == "broken"
        assert health(d).runs == 4


def test_one_feed_of_two_that_moved(tmp_path: Path) -> None:
    with desk(tmp_path) as d:
        crawls(d)
        moved(d)
        crawls(d, times=2, fresh=1)
        assert health(d).state == "fine", "twice may be a hiccup while another source answers"
        crawls(d, fresh=1)
        found = health(d)
        assert (found.state, found.what, found.example) == ("broken", "source", f"{d.newsroom.url}/feed/")
        d.newsroom.heal()
        crawls(d, fresh=1)
        assert health(d).state == "fine"


def test_slow(tmp_path: Path) -> None:
    with desk(tmp_path, sources=FEED, feed_items=60) as d:
        crawls(d, times=2)
        d.newsroom.delay = 1.1
        crawls(d, times=2, fresh=2)
        found = health(d)
        assert (found.state, found.runs) == ("slow", 2), found
        d.newsroom.delay = 0
        crawls(d)
        assert health(d).state == "fine"


def test_what_happens_to_single_articles_is_no_alarm(tmp_path: Path) -> None:
    """A 404, a gallery, a soft 404, what robots.txt excludes: all on one feed, between sound articles."""
    # Some of these pages never come, some are to be asked for again later.
    impatient = ("-s", "DOWNLOAD_TIMEOUT=1", "-s", "KALBARCRAWL_LONGEST_WAIT=1")
    with desk(tmp_path, sources='Feed("/feed/"), Feed("/faults/feed.xml")', feed_items=60) as d:
        crawls(d, *impatient, times=2, fresh=12)
        d.newsroom.robots = "User-agent: *\nDisallow: /ekonomi/\n"
        crawls(d, *impatient)
        assert health(d).state == "fine", health(d)
