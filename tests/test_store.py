"""The store: revisions, addresses, validators, runs and locks, without any network."""

import json
import os
import socket
import sqlite3
import sys
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import chain
from pathlib import Path
from threading import Timer

import pytest
from sqlalchemy import Executable, update
from sqlalchemy.exc import IntegrityError

from kalbarcrawl.items import Article, article_id
from kalbarcrawl.store import MEMORY, Store, Validators, store_at
from kalbarcrawl.store.engine import MissingDriverError, opened
from kalbarcrawl.store.history import broken, counts, difference, endings, history_of
from kalbarcrawl.store.revisit import Rechecks
from kalbarcrawl.store.run import BusyError, Refined, Run
from kalbarcrawl.store.tables import ARTICLES, LOCKS, REVISIONS
from kalbarcrawl.store.visit import Visit

NOW = datetime(2025, 6, 5, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)
URL = "https://warta.id/berita/1"
DEAD = 2**22 + 1
"""A process id beyond the most a machine gives."""


def article(url: str = URL, body: str = "Isi berita.", **changes: object) -> Article:
    record = Article(
        id=article_id("warta", url),
        publisher="warta",
        url=url,
        canonical_url=url,
        title="Judul",
        description=None,
        published_at="2025-06-05T10:00:00+07:00",
        published_precision="second",
        published_raw="2025-06-05T10:00:00+07:00",
        modified_at=None,
        authors=["Rina Umpama"],
        editors=[],
        section=None,
        tags=[],
        dateline=None,
        body=body,
        language="id",
        images=[],
        agency=None,
        paywalled=None,
        revision=1,
        crawled_at=NOW.isoformat(),
        source=None,
        rights=None,
    )
    return replace(record, **changes)  # type: ignore[arg-type]


def visit(url: str = URL, outcome: str = "ok") -> Visit:
    return Visit(url, outcome, status=200, bytes=10, milliseconds=5)


@pytest.fixture
def store(tmp_path: Path, database: str) -> Iterator[Store]:
    opened = store_at(tmp_path / "data", database)
    yield opened
    opened.close()


def test_a_store_in_memory_is_forgotten() -> None:
    for _ in range(2):
        assert Store(MEMORY).save(article(), visit(), run="r1", now=NOW)[0] == "ok"


def test_a_new_text_becomes_a_revision_and_the_old_one_stays(store: Store) -> None:
    assert store.save(article(), visit(), run="r1", now=NOW) == ("ok", article())
    assert store.save(article(), visit(), run="r2", now=NOW + HOUR)[0] == "unchanged"
    edited = article(body="Isi berita yang diralat.")
    assert store.save(edited, visit(), run="r3", now=NOW + HOUR) == ("changed", replace(edited, revision=2))
    [history] = history_of(store, URL)
    assert [one.body for one in history.revisions] == ["Isi berita.", "Isi berita yang diralat."]
    assert [one.revision for one in history.revisions] == [1, 2]
    assert difference(*history.revisions)[-2:] == ["-Isi berita.", "+Isi berita yang diralat."]
    assert history_of(store, article().id) == history_of(store, f"{URL}?utm_source=x") == [history]
    assert list(broken(store)) == []


def test_only_what_a_run_found_new_is_its_own(store: Store) -> None:
    store.save(article(), visit(), run="r1", now=NOW)
    store.save(article(), visit(), run="r2", now=NOW)
    store.save(article(body="Lain."), visit(), run="r3", now=NOW)
    lines = {run: [json.loads(line)["revision"] for line in store.lines_of(run, "warta")] for run in ("r1", "r2", "r3")}
    assert lines == {"r1": [1], "r2": [], "r3": [2]}


def test_an_article_and_its_visit_are_kept_together_or_not_at_all(store: Store) -> None:
    with pytest.raises(IntegrityError):
        store.save(article(), replace(visit(), bytes=None), run="r1", now=NOW)  # type: ignore[arg-type]
    assert counts(store)["articles"] == counts(store)["revisions"] == counts(store)["addresses"] == 0


def test_a_missing_page_of_a_kept_article_is_gone_and_its_text_stays(store: Store) -> None:
    store.save(article(), visit(), run="r1", now=NOW)
    assert store.visited("warta", visit(outcome="not_found"), now=NOW + HOUR).outcome == "gone"
    assert store.visited("warta", visit("https://warta.id/lain", "not_found"), now=NOW).outcome == "not_found"
    [history] = history_of(store, URL)
    assert history.gone_at is not None
    assert history.revisions[0].body == "Isi berita."
    store.save(article(), visit(), run="r2", now=NOW + 2 * HOUR)
    assert history_of(store, URL)[0].gone_at is None


def test_what_is_known_of_an_address(store: Store) -> None:
    assert store.known("warta", URL) is None
    store.save(article(), visit(), run="r1", now=NOW, modified=NOW - HOUR)
    known = store.known("warta", URL)
    assert known is not None
    assert (known.outcome, known.visited_at, known.modified, known.article) == ("ok", NOW, NOW - HOUR, article().id)
    store.told("warta", URL, NOW)
    store.save(article(), visit(), run="r2", now=NOW + HOUR)
    known = store.known("warta", URL)
    assert known is not None
    assert (known.outcome, known.modified, known.unchanged) == ("unchanged", NOW, 1)
    assert store.known("another", URL) is None


def test_rechecks_come_at_growing_intervals_and_end(tmp_path: Path, database: str) -> None:
    store = store_at(tmp_path, database, rechecks=Rechecks((HOUR, 4 * HOUR), timedelta(days=3)))
    looks, now = [], NOW
    store.save(article(), visit(), run="r", now=now)
    while (known := store.known("warta", URL)) and known.next_look:
        assert store.due("warta", known.next_look - timedelta(seconds=1)) == []
        assert [link.url for link in store.due("warta", known.next_look)] == [URL]
        looks.append(known.next_look - now)
        now = known.next_look
        store.save(article(), visit(), run="r", now=now)
    assert looks == [HOUR, 4 * HOUR]


def test_validators_outlive_visits_that_bring_none(store: Store) -> None:
    feed = "https://warta.id/feed/"
    store.listed("warta", visit(feed, "listing"), now=NOW)
    assert store.validators("warta", feed) == Validators()
    store.trust("warta", {feed: Validators('"tag"', "Thu, 05 Jun 2025 05:00:00 GMT")})
    store.listed("warta", visit(feed, "not_modified"), now=NOW)
    assert store.validators("warta", feed) == Validators('"tag"', "Thu, 05 Jun 2025 05:00:00 GMT")
    assert [(one.kind, one.outcome, one.count) for one in endings(store)] == [("listing", "not_modified", 1)]


def test_a_publisher_is_locked_until_its_owner_is_gone(store: Store) -> None:
    here, other = socket.gethostname(), "another-machine:7:1"
    began = Path(f"/proc/{os.getppid()}/stat").read_text().rpartition(")")[2].split()[19]
    assert store.lock("warta", now=NOW) is None
    assert store.lock("warta", now=NOW) is None

    def held_by(owner: str) -> None:
        with store.engine.begin() as connection:
            connection.execute(update(LOCKS).values(owner=owner))

    held_by(f"{here}:{os.getppid()}:{began}")
    assert store.lock("warta", now=NOW) == f"{here}:{os.getppid()}:{began}"
    held_by(f"{here}:{os.getppid()}:1")
    assert store.lock("warta", now=NOW) is None, "the number went to another process"
    held_by(f"{here}:{DEAD}:1")
    assert store.lock("warta", now=NOW) is None
    held_by(other)
    assert store.lock("warta", now=NOW) == other
    store.unlock("warta")
    assert store.lock("warta", now=NOW + 2 * HOUR) is None
    store.unlock("warta")
    assert counts(store)["runs"] == 0


def test_a_killed_run_is_written_out_by_the_next_one(tmp_path: Path, database: str) -> None:
    store = store_at(tmp_path, database)
    killed = Run(store, "warta", "r1", tmp_path, now=lambda: NOW)
    killed.open()
    killed.save(Refined(article(), visit()))
    half = tmp_path / "articles" / "warta" / "r1.jsonl.part"
    half.parent.mkdir(parents=True)
    half.write_text('{"id": "ha')
    with store.engine.begin() as connection:
        connection.execute(update(LOCKS).values(owner=f"{socket.gethostname()}:{DEAD}:1"))

    following = Run(store, "warta", "r2", tmp_path, now=lambda: NOW)
    following.open()
    following.save(Refined(article("https://warta.id/berita/2"), visit("https://warta.id/berita/2")))
    following.close()
    files = {file.name: file.read_text().splitlines() for file in (tmp_path / "articles" / "warta").iterdir()}
    assert {name: [json.loads(line)["url"] for line in lines] for name, lines in files.items()} == {
        "r1.jsonl": [URL],
        "r2.jsonl": ["https://warta.id/berita/2"],
    }
    assert store.unfinished("warta") == []


def test_a_run_without_articles_leaves_no_file(tmp_path: Path, database: str) -> None:
    run = Run(store_at(tmp_path, database), "warta", "r1", tmp_path)
    run.open()
    run.miss(visit(outcome="timeout"))
    run.close()
    assert run.articles_file is None
    assert not (tmp_path / "articles").exists()
    assert (tmp_path / "runs" / "r1.csv").read_text().splitlines()[1].startswith(f"{URL},timeout,200,,10,5,,warta")


def test_two_runs_of_one_publisher_exclude_each_other(tmp_path: Path, database: str) -> None:
    store = store_at(tmp_path, database)
    with store.engine.begin() as connection:
        values = {"publisher": "warta", "owner": "another-machine:7:1", "expires_at": "2999"}
        connection.execute(LOCKS.insert().values(values))
    with pytest.raises(BusyError, match="another-machine:7"):
        Run(store, "warta", "r1", tmp_path).open()


@pytest.mark.parametrize(
    ("damage", "says"),
    [
        (update(ARTICLES).values(revision=3), "is at revision 3, of which 1 are kept"),
        (update(ARTICLES).values(canonical_url="https://warta.id/lain"), "is not the identifier of"),
        (update(ARTICLES).values(content_hash="0" * 64), "is the newest, but not the text"),
        (update(REVISIONS).values(record="{"), "its record does not read"),
        (REVISIONS.delete(), "of which 0 are kept"),
        (ARTICLES.delete(), "names an article that is not kept"),
    ],
)
def test_verify_finds_what_contradicts_itself(store: Store, damage: Executable, says: str) -> None:
    store.save(article(), visit(), run="r1", now=NOW)
    assert list(broken(store)) == []
    with store.engine.begin() as connection:
        connection.execute(damage)
    assert says in "\n".join(broken(store))


WRITERS = 4


def test_writers_at_once_make_one_row_each_and_no_error(tmp_path: Path, database: str) -> None:
    stores = [store_at(tmp_path, database) for _ in range(WRITERS)]

    def write(number: int) -> list[str]:
        mine = stores[number]
        outcomes = []
        for count in range(20):
            url = f"https://warta.id/berita/{count}"
            outcomes.append(mine.save(article(url), visit(url), run=f"r{number}", now=NOW)[0])
            mine.listed("warta", visit("https://warta.id/feed/", "listing"), now=NOW)
        return outcomes

    with ThreadPoolExecutor(WRITERS) as pool:
        outcomes = Counter(chain.from_iterable(pool.map(write, range(WRITERS))))
    assert outcomes == {"ok": 20, "unchanged": 20 * (WRITERS - 1)}
    assert counts(stores[0]) == {"articles": 20, "revisions": 20, "addresses": 20, "listings": 1, "runs": 0}
    assert list(broken(stores[0])) == []


def test_a_file_that_another_process_is_making_is_waited_for(tmp_path: Path) -> None:
    other = sqlite3.connect(tmp_path / "store.sqlite", isolation_level=None, check_same_thread=False)
    other.execute("BEGIN IMMEDIATE")
    done = Timer(0.3, other.execute, ["COMMIT"])
    done.start()
    opened(f"sqlite:///{tmp_path / 'store.sqlite'}").dispose()
    done.join()
    assert other.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    other.close()


def test_a_missing_driver_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(MissingDriverError, match=r"pip install 'kalbarcrawl\[cluster\]'"):
        Store("postgresql://nobody@127.0.0.1:1/none")
