"""`crawl --due` in real processes: at a deadline, two at once, at a signal, and before a newsroom that is down."""

import re
import signal
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from kalbarcrawl import publishers
from kalbarcrawl.spiders.process import GRACE
from kalbarcrawl.store import store_at
from kalbarcrawl.store.looks import last_look, pasts
from kalbarcrawl.store.run import BusyError, Run
from kalbarcrawl.store.tables import LISTINGS
from kalbarcrawl.store.visit import Visit
from tests.crawls import Desk, desk
from tests.inbox import taking
from tests.newsroom import Newsroom
from tests.newsroom.reply import Reply
from tests.test_kill import whole

DUE = ("crawl", "--due", "--allow-private", "--delay", "0")
ARTICLES = 48
ALL = ARTICLES + 12
NOBODY = """
from kalbarcrawl.publisher import Publisher

publisher = Publisher(name="{name}", title="{name}", home="http://127.0.0.1:9", evidence="left out of this test")
"""


@contextmanager
def alone(folder: Path, articles: int = ARTICLES) -> Iterator[Desk]:
    """A desk on which the test's newsroom is the only publisher that has sources."""
    with desk(folder, articles=articles) as d:
        for file in Path(publishers.__file__).parent.glob("[!_]*.py"):
            (folder / "publishers" / file.name).write_text(NOBODY.format(name=file.stem), encoding="utf-8")
        yield d


def later(d: Desk, span: timedelta) -> None:
    """Let so much time pass: every listing was looked at that much longer ago."""
    store = store_at(d.data)
    at = (datetime.now(UTC) - span).isoformat(timespec="microseconds")
    with store.engine.begin() as connection:
        connection.execute(LISTINGS.update().values(visited_at=at))
    store.close()


def articles_asked(d: Desk) -> list[str]:
    paths = {story.path for story in d.newsroom.articles.values()}
    return [path for path in d.asked() if path in paths]


def test_a_deadline_ends_the_run_and_the_next_one_goes_on(tmp_path: Path) -> None:
    with alone(tmp_path) as d:
        assert d.run("crawl", "--due", "--dry-run").stdout == "warta_contoh\tnever looked at\n"
        d.newsroom.delay = 0.1
        began = time.monotonic()
        first = d.run(*DUE, "--deadline", "3s")
        took = time.monotonic() - began
        assert first.returncode == 0, first.stderr
        assert "stopped by the deadline; everything fetched so far is kept" in first.stderr
        kept = len(d.lines())
        assert 0 < kept < ALL
        whole(d, kept)
        began = time.monotonic()
        assert d.run(*DUE).stderr == "no publisher is due\n"
        starting = time.monotonic() - began
        assert took < 3 + GRACE + 5 * starting + 5

        later(d, timedelta(minutes=10))
        dry = d.run("crawl", "--due", "--dry-run")
        assert dry.stdout == "warta_contoh\tlooked 10m ago, every 10m: the last look was cut off\n"
        d.newsroom.delay = 0
        again = d.run(*DUE)
        assert again.returncode == 0, again.stderr
        assert f"{ALL - kept} ok" in again.stderr
        whole(d, ALL)
        assert sorted(set(articles_asked(d))) == sorted(articles_asked(d)), "an article was fetched twice"


def test_a_deadline_waits_for_no_page_that_hangs(tmp_path: Path) -> None:
    with alone(tmp_path, articles=0) as d:
        item = f"<item><link>{d.newsroom.faults['hang']}</link></item>"
        d.newsroom.serve("/feed/", Reply(200, f"<rss><channel>{item}</channel></rss>".encode(), "text/xml"))
        command = d.start(*DUE, "--deadline", "1s")
        d.wait(lambda: bool(d.newsroom.asked("/faults/hang/")) or command.over)
        began = time.monotonic()
        ended = command.wait()
        assert time.monotonic() - began < 1 + GRACE + 10
        assert (ended.returncode, "Traceback" in ended.stderr) == (0, False), ended.stderr


def test_two_at_once_crawl_each_publisher_once_and_both_are_well(tmp_path: Path) -> None:
    with alone(tmp_path) as d, ExitStack() as stack:
        others = [stack.enter_context(Newsroom(ARTICLES)) for _ in range(2)]
        for number, other in enumerate(others):
            d.describe(home=other.url, name=f"warta_{number}")
        for newsroom in (d.newsroom, *others):
            newsroom.delay = 0.02
        commands = [d.start(*DUE) for _ in range(2)]
        ended = [command.wait() for command in commands]
        assert [one.returncode for one in ended] == [0, 0], ended
        assert not [one.stderr for one in ended if "Traceback" in one.stderr]
        for newsroom in (d.newsroom, *others):
            paths = {story.path for story in newsroom.articles.values()}
            asked = [request.path for request in newsroom.requests if request.path in paths]
            assert sorted(asked) == sorted(paths)
        said = "".join(one.stderr for one in ended)
        assert sorted(re.findall(r"^(\w+): 60 ok", said, re.MULTILINE)) == ["warta_0", "warta_1", "warta_contoh"]
        whole(d, 3 * ALL)


def test_a_publisher_that_another_looked_at_meanwhile_is_left(tmp_path: Path) -> None:
    store, now = store_at(tmp_path), datetime.now(UTC)
    store.listed("warta", Visit("https://contoh.example/feed/", "listing"), now=now)
    with pytest.raises(BusyError, match="warta was crawled by another meanwhile"):
        Run(store, "warta", "run1").open(chosen=now - timedelta(seconds=1))
    assert (list(store.runs()), store.lock("warta", now=now)) == ([], None)
    Run(store, "warta", "run2").open(chosen=now + timedelta(seconds=1))
    assert [run for run, *_ in store.runs()] == ["run2"]
    store.close()


def test_a_signal_ends_it_and_the_next_goes_on(tmp_path: Path) -> None:
    with alone(tmp_path) as d:
        d.newsroom.delay = 0.05
        command = d.start(*DUE)
        d.wait(lambda: len(articles_asked(d)) > 5 or command.over)
        command.signal(signal.SIGTERM)
        ended = command.wait()
        assert ended.returncode == 0, ended.stderr
        assert "stopped by a signal" in ended.stderr
        later(d, timedelta(minutes=10))
        d.newsroom.delay = 0
        assert d.run(*DUE).returncode == 0
        whole(d, ALL)


def test_a_newsroom_that_is_down_is_asked_ever_less_and_missed_in_the_status(tmp_path: Path) -> None:
    with alone(tmp_path, articles=0) as d:
        d.newsroom.down()
        for failed, waits in ((1, 1), (2, 2), (3, 4)):
            ended = d.run(*DUE, "-s", "RETRY_TIMES=0")
            assert ended.returncode == 1, ended.stderr
            store = store_at(d.data)
            assert pasts(store, datetime.now(UTC))["warta_contoh"].failed == failed
            store.close()
            later(d, timedelta(hours=waits) - timedelta(minutes=1))
            assert d.run(*DUE).stderr == "no publisher is due\n"
            later(d, timedelta(hours=waits))
        d.newsroom.up()
        assert d.run(*DUE).returncode == 0
        store = store_at(d.data)
        assert pasts(store, datetime.now(UTC))["warta_contoh"].failed == 0
        assert last_look(store, "warta_contoh")
        store.close()
        assert len(d.records()) == 12


def test_a_newsroom_down_is_told_once_and_its_recovery_too(tmp_path: Path) -> None:
    with alone(tmp_path, articles=0) as d, taking() as inbox:
        to = ("--to", f"json://127.0.0.1:{inbox.port}/rahasia42")
        assert d.run(*DUE).returncode == 0
        assert (d.run("alert", *to).returncode, inbox.taken) == (0, [])
        d.newsroom.down()
        later(d, timedelta(days=1))
        assert d.run(*DUE, "-s", "RETRY_TIMES=0").returncode == 1
        told = [command.wait() for command in [d.start("alert", *to) for _ in range(3)]]
        assert [one.returncode for one in told] == [0, 0, 0], told
        assert not [one for one in told if "rahasia42" in one.stderr + one.stdout]
        [message] = inbox.taken
        assert message["title"] == "kalbarcrawl: 1 needs a look"
        assert message["message"].startswith("warta_contoh: down since ")
        assert d.newsroom.url in message["message"]
        d.newsroom.up()
        later(d, timedelta(days=1))
        assert d.run(*DUE).returncode == 0
        assert d.run("alert", *to).returncode == 0
        assert inbox.taken[1]["message"] == "warta_contoh: well after down"
        assert (d.run("alert", *to).returncode, len(inbox.taken)) == (0, 2)
