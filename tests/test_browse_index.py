"""The index: in step with the store, whatever happens to either."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kalbarcrawl.browse import index as indexing
from kalbarcrawl.browse.index import ForeignIndexError, Refreshed, refresh
from kalbarcrawl.browse.search import PAGE, Asked, Found, contents, reading, search, sections
from kalbarcrawl.items import Article
from kalbarcrawl.store import Store, Visit, store_at
from kalbarcrawl.store.removals import remove_address, remove_publisher
from tests.dataset_stories import original, planted

NOW = datetime(2025, 6, 5, 12, tzinfo=UTC)


@pytest.fixture
def store(tmp_path: Path, database: str) -> Iterator[Store]:
    opened = store_at(tmp_path / "data", database)
    yield opened
    opened.close()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "browse.sqlite"


def keep(store: Store, *articles: Article) -> None:
    for one in articles:
        store.save(one, Visit(one.url, "ok"), run="r", now=NOW)


def fresh(store: Store, path: Path) -> Refreshed:
    return refresh(store, path, now=NOW)


def found(path: Path, **asked: object) -> Found:
    with reading(path) as index:
        return search(index, Asked(**asked))  # type: ignore[arg-type]


def test_it_follows_the_store(store: Store, path: Path) -> None:
    one, two = original(1), original(2)
    keep(store, one, two)
    assert fresh(store, path) == Refreshed(added=2, changed=0, dropped=0, articles=2)
    assert fresh(store, path) == Refreshed(added=0, changed=0, dropped=0, articles=2)

    keep(store, replace(one, body="Gajah terbang."), original(3))
    store.visited(two.publisher, Visit(two.url, "not_found"), now=NOW)
    assert fresh(store, path) == Refreshed(added=1, changed=1, dropped=0, articles=3)
    [hit] = found(path, text="gajah").hits
    assert (hit.id, hit.revision) == (one.id, 2)
    assert {hit.id: bool(hit.gone_at) for hit in found(path).hits} == {
        one.id: False,
        two.id: True,
        original(3).id: False,
    }


def test_what_was_removed_is_not_in_it_and_leaves_it(store: Store, path: Path) -> None:
    kept, by_address, early = original(1), original(2), original(3)
    of_publisher = [original(number) for number in (4, 9)]
    remove_address(store, early.url, now=NOW)
    keep(store, kept, by_address, *of_publisher, early)
    assert fresh(store, path).articles == 4
    remove_address(store, by_address.url, now=NOW)
    remove_publisher(store, of_publisher[0].publisher, now=NOW)
    assert fresh(store, path) == Refreshed(added=0, changed=0, dropped=3, articles=1)
    with closing(sqlite3.connect(path)) as index:
        assert index.execute("SELECT title FROM texts").fetchall() == [(kept.title,)]


def test_an_article_that_moves_to_a_removed_address_leaves_it(store: Store, path: Path) -> None:
    one = replace(original(1), canonical_url="https://warta.example/1", url="https://warta.example/1")
    keep(store, one)
    assert fresh(store, path).articles == 1
    remove_address(store, "https://warta.example/lain", now=NOW)
    keep(store, replace(one, url="https://warta.example/lain", body="Lain."))
    assert fresh(store, path).articles == 0


def test_killed_half_way_the_next_run_completes_it(store: Store, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(indexing, "BATCH", 3)
    keep(store, *(original(number) for number in range(1, 9)))

    def dies(stage: str, done: int, total: int | None) -> None:
        if done == 6:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        refresh(store, path, now=NOW, hears=dies)
    assert found(path).total == 6
    assert fresh(store, path) == Refreshed(added=2, changed=0, dropped=0, articles=8)


def test_an_older_form_or_a_missing_file_is_made_anew(store: Store, path: Path) -> None:
    keep(store, original(1))
    fresh(store, path)
    with closing(sqlite3.connect(path)) as index:
        index.execute("PRAGMA user_version = 0")
    assert fresh(store, path).added == 1
    path.unlink()
    assert fresh(store, path).added == 1


@pytest.mark.parametrize("what", ["a store", "no database"])
def test_what_is_no_index_is_not_touched(store: Store, tmp_path: Path, what: str) -> None:
    other = tmp_path / "other.sqlite"
    if what == "a store":
        with closing(sqlite3.connect(other)) as database:
            database.execute("CREATE TABLE mine (one)")
            database.commit()
    else:
        other.write_bytes(b"my notes, which are longer than the header of a database: " * 40)
    before = other.read_bytes()
    with pytest.raises(ForeignIndexError, match="no index of ours"):
        fresh(store, other)
    assert other.read_bytes() == before


def test_filters_order_and_pages(store: Store, path: Path) -> None:
    articles = [one for one in planted(120)[0] if one.published_at]
    undated = replace(original(999), published_at=None, published_precision=None)
    keep(store, *articles, undated)
    fresh(store, path)
    publisher = articles[0].publisher
    own = {one.id for one in articles if one.publisher == publisher}
    assert found(path, publisher=publisher).total == len({*own, undated.id} if undated.publisher == publisher else own)
    days = sorted(str(one.published_at)[:10] for one in articles)
    since, until = days[10], days[60]
    within = {one.id for one in articles if since <= str(one.published_at)[:10] <= until}
    assert found(path, since=since, until=until).total == len(within)
    newest = [hit.published_at for hit in found(path).hits]
    moments = [datetime.fromisoformat(at) for at in newest if at and len(at) > 10]
    assert moments == sorted(moments, reverse=True)
    pages = range(1, found(path).pages + 1)
    everything = [hit.id for page in pages for hit in found(path, page=page, sort="oldest").hits]
    assert len(everything) == len(set(everything)) == len({one.id for one in articles}) + 1
    assert everything[-1] == undated.id
    assert len(found(path, page=2).hits) == PAGE
    with reading(path) as index:
        assert sections(index, None) == sorted({one.section for one in articles if one.section})
        assert dict(contents(index).publishers)[publisher] >= len(own)


def test_what_is_found_is_marked_and_everything_is_escaped(store: Store, path: Path) -> None:
    keep(store, replace(original(1), title='<b>Banjir</b> & "lumpur"', body="<script>alert(1)</script> banjir"))
    fresh(store, path)
    [hit] = found(path, text="banjir").hits
    assert hit.title == "&lt;b&gt;<mark>Banjir</mark>&lt;/b&gt; &amp; &#34;lumpur&#34;"
    assert hit.excerpt == "&lt;script&gt;alert(1)&lt;/script&gt; <mark>banjir</mark>"
