"""`crawl --archive` and reading it again: what others can read, what a kill leaves, what today's rules change."""

import json
import multiprocessing
import random
import signal
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from unittest.mock import patch

from fastwarc.warc import ArchiveIterator as Fast
from sqlalchemy import select, update
from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

from kalbarcrawl.store import Store, store_at
from kalbarcrawl.store.history import counts
from kalbarcrawl.store.tables import ARTICLES, CAPTURES, REVISIONS
from tests.crawls import Desk, desk
from tests.forks import kalbarcrawl

STORIES = 12
KILLS = 8


def test_a_crawl_archives_what_it_fetched_and_each_article_knows_where(tmp_path: Path) -> None:
    with desk(tmp_path) as d:
        ended = d.crawl("--archive")
        assert ended.returncode == 0, ended.stderr
        [file] = (d.data / "warc" / "warta_contoh").glob("*.warc.gz")
        with file.open("rb") as stream:
            kinds = [(record.rec_type, record.rec_headers["WARC-Target-URI"]) for record in ArchiveIterator(stream)]
        assert kinds[0] == ("warcinfo", None)
        asked = sorted(d.newsroom.url + request.path for request in d.newsroom.requests)
        for kind in ("request", "response"):
            assert sorted(url for other, url in kinds if other == kind) == asked
        assert len(held(store_at(d.data), d.data)) == STORIES


def test_todays_rules_read_an_archive_again_once(tmp_path: Path) -> None:
    with desk(tmp_path) as d:
        d.crawl("--archive")
        [file] = (d.data / "warc" / "warta_contoh").glob("*.warc.gz")
        plain = d.run("extract", str(file))
        records = {record["id"]: record["body"] for record in map(json.loads, plain.stdout.splitlines())}
        assert len(records) == STORIES
        assert "store: changed" not in d.run("extract", str(file), "--store").stderr
        victim = next(iter(records))
        with (store := store_at(d.data)).engine.begin() as connection:
            for table in (ARTICLES, REVISIONS):
                connection.execute(update(table).where(table.c.id == victim).values(content_hash="0" * 64))
        assert "1 store: changed" in d.run("extract", str(file), "--store").stderr
        assert "store: changed" not in d.run("extract", str(file), "--store").stderr
        with store.reading.connect() as connection:
            again = connection.execute(select(CAPTURES).where(CAPTURES.c.re_extracted == 1)).all()
        assert [(row.id, row.revision) for row in again] == [(victim, 2)]


def read_late(arguments: tuple[str, ...]) -> None:
    """A crawl that reads its pages an hour after they came, by its clock."""
    with patch("kalbarcrawl.spiders.visits.clock", lambda: datetime.now(UTC) + timedelta(hours=1)):
        kalbarcrawl(arguments)


def test_an_article_is_as_old_as_its_page_in_the_archive(tmp_path: Path) -> None:
    with desk(tmp_path, sources='Feed("/feed/")', feed_items=2) as d:
        assert d.start(*d.crawling("--archive"), program=read_late).wait().returncode == 0
        again = [json.loads(line) for line in d.run("extract", *map(str, d.data.rglob("*.gz"))).stdout.splitlines()]
        assert len(again) == 2
        assert {one["id"]: one["crawled_at"] for one in again} == {one["id"]: one["crawled_at"] for one in d.records()}


def counting_children(arguments: tuple[str, ...]) -> None:
    """A command that says how many processes it leaves behind as it ends."""
    try:
        kalbarcrawl(arguments)
    finally:
        print(len(multiprocessing.active_children()))


def test_many_archives_with_processes_and_what_is_done_is_not_done_again(tmp_path: Path) -> None:
    with desk(tmp_path) as d:
        d.crawl("--archive")
        [file] = (d.data / "warc" / "warta_contoh").glob("*.warc.gz")
        whole = file.read_bytes()
        files = [tmp_path / f"{number}.warc.gz" for number in range(3)]
        for path in files:
            path.write_bytes(whole)
        files[2].write_bytes(whole[:-100])
        out = tmp_path / "lines"
        arguments = ("extract", *map(str, files), "--processes", "2", "--out", str(out))
        assert d.start(*arguments, program=counting_children).wait().stdout == "0\n"
        lines = [len(path.read_text().splitlines()) for path in sorted(out.glob("*.jsonl"))]
        assert lines == [STORIES] * 3
        before = {path: path.stat().st_mtime_ns for path in out.iterdir()}
        assert "done before" in d.run(*arguments).stderr
        assert {path: path.stat().st_mtime_ns for path in out.iterdir()} == before


def records_of(file: Path) -> list[tuple[str, str | None]]:
    """What warcio reads of an archive, up to where it breaks off."""
    found = []
    with file.open("rb") as stream:
        try:
            for record in ArchiveIterator(stream):
                body = record.content_stream().read()
                if record.rec_type == "response" and len(body) < int(record.http_headers["Content-Length"]):
                    break
                found.append((record.rec_type, record.rec_headers["WARC-Target-URI"]))
        except (ArchiveLoadFailed, EOFError):
            return found
    return found


def kill_a_crawl(d: Desk, later: float) -> None:
    begun = len(d.newsroom.requests)
    command = d.start(*d.crawling("--archive"))
    d.wait(lambda: len(d.newsroom.requests) - begun > 6 or command.over)
    time.sleep(later)
    command.signal(signal.SIGKILL)
    assert command.wait().returncode == -signal.SIGKILL


def test_a_crawl_killed_at_random_moments_leaves_archives_that_hold_all_it_kept(tmp_path: Path) -> None:
    chance = random.Random(7)
    with desk(tmp_path, articles=48) as d:
        d.newsroom.delay = 0.01
        for _ in range(KILLS):
            kill_a_crawl(d, chance.random() * 0.06)
        # What a power cut leaves where a kill does not: half of a member.
        newest = max((d.data / "warc").rglob("*.gz"), key=lambda file: file.stat().st_mtime_ns)
        half = newest.with_name(f"half-{newest.name}")
        half.write_bytes(newest.read_bytes()[:-40])
        d.newsroom.delay = 0
        assert d.crawl("--archive").returncode == 0
        assert "no contradictions" in d.run("verify").stdout
        store = store_at(d.data)
        assert len(held(store, d.data)) == 60
        for file in (d.data / "warc").rglob("*.gz"):
            with file.open("rb") as stream:
                fast = sum(1 for _ in Fast(stream, parse_http=False))
            assert len(records_of(file)) >= fast - 1
        files = sorted(map(str, (d.data / "warc").rglob("*.gz")))
        assert len(files) > KILLS // 2
        before = counts(store)
        again = d.run("extract", *files, "--store")
        assert f"{half}: unreadable: it ends in the midst of a record" in again.stderr
        assert again.stderr.count(": unreadable: ") == 1
        assert counts(store)["revisions"] == before["revisions"]
        lines = [json.loads(line) for line in again.stdout.splitlines()]
        assert {line["id"] for line in lines} == {json.loads(record)["id"] for record in store.records()}


def held(store: Store, data: Path) -> dict[str, str]:
    """The articles kept and where they lie, each proved by reading there."""
    query = select(ARTICLES.c.url, CAPTURES.c.file, CAPTURES.c.offset).join(
        ARTICLES, (ARTICLES.c.id == CAPTURES.c.id) & (ARTICLES.c.revision == CAPTURES.c.revision)
    )
    with store.reading.connect() as connection:
        captures = connection.execute(query).all()
    assert len(captures) == counts(store)["articles"]
    for url, name, offset in captures:
        with (data / name).open("rb") as stream:
            stream.seek(offset)
            record = next(iter(Fast(stream, parse_http=False)))
            assert record.headers["WARC-Target-URI"].partition("?")[0] == url
            assert record.verify_block_digest()
    return {url: name for url, name, _ in captures}
