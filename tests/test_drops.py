"""The lines taken off the newest articles are kept, and no more than that."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from kalbarcrawl.store import Store, Visit, store_at
from kalbarcrawl.store.drops import LONGEST, MOST_LINES, NEWEST
from kalbarcrawl.store.history import newest_drops
from tests.crawls import desk
from tests.dataset_stories import OUTLETS, article, original

NOW = datetime(2025, 6, 5, 12, tzinfo=UTC)


@pytest.fixture
def store(tmp_path: Path, database: str) -> Iterator[Store]:
    opened = store_at(tmp_path / "data", database)
    yield opened
    opened.close()


def keep(store: Store, number: int, *lines: tuple[str, str], publisher: str = OUTLETS[0]) -> str:
    one = article(number, publisher, f"Judul {number}", f"Isi {number}.", None)
    later = NOW + timedelta(seconds=number)
    store.save(one, Visit(one.url, "ok", dropped=lines), run="r", now=later)
    return one.id


def test_the_newest_of_each_publisher_are_kept(store: Store) -> None:
    ids = [keep(store, number, (f"Baca juga {number}", "read_also")) for number in range(NEWEST + 7)]
    other = keep(store, 0, publisher=OUTLETS[1])
    kept = newest_drops(store, OUTLETS[0])
    assert [one.article.id for one in kept] == ids[::-1][:NEWEST]
    assert kept[0].lines == ((f"Baca juga {NEWEST + 6}", "read_also"),)
    assert [(one.article.id, one.lines, one.count) for one in newest_drops(store, OUTLETS[1])] == [(other, (), 0)]


def test_a_changed_text_takes_the_place_of_the_older_and_an_unchanged_one_leaves_it(store: Store) -> None:
    one = original(1)
    for text, line in ((one, "a"), (one, "b"), (replace(one, body="Lain."), "c")):
        store.save(text, Visit(one.url, "ok", dropped=((line, "x"),)), run="r", now=NOW)
    [kept] = newest_drops(store, one.publisher)
    assert (kept.article.revision, kept.lines) == (2, (("c", "x"),))


def test_what_is_kept_is_bounded(store: Store) -> None:
    keep(store, 1, *((f"{number} " + "x" * 2 * LONGEST, "menu") for number in range(MOST_LINES + 50)))
    [kept] = newest_drops(store, OUTLETS[0])
    assert (len(kept.lines), kept.count) == (MOST_LINES, MOST_LINES + 50)
    assert {len(line) for line, _ in kept.lines} == {LONGEST}


def test_a_crawl_keeps_them(tmp_path: Path) -> None:
    with desk(tmp_path) as d:
        assert d.crawl().returncode == 0
        store = store_at(d.data)
        kept = {one.article.title: dict(one.lines) for one in newest_drops(store, "warta_contoh")}
        store.close()
        assert len(kept) == 12
        assert {rule for lines in kept.values() for rule in lines.values()} == {"comment", "pointer"}
        for slug, story in d.newsroom.articles.items():
            assert story.paragraphs
            assert not set(story.paragraphs) & set(kept[story.title]), slug
