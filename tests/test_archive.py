"""`crawl --archive` and reading it again: what others can read, what a kill leaves, what today's rules change."""

import json
from pathlib import Path

from fastwarc.warc import ArchiveIterator as Fast
from sqlalchemy import select, update
from warcio.archiveiterator import ArchiveIterator

from kalbarcrawl.store import store_at
from kalbarcrawl.store.tables import ARTICLES, CAPTURES, REVISIONS
from tests.crawls import desk

STORIES = 12


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
        with store_at(d.data).reading.connect() as connection:
            captures = connection.execute(
                select(ARTICLES.c.url, CAPTURES.c.file, CAPTURES.c.offset).join(
                    ARTICLES, ARTICLES.c.id == CAPTURES.c.id
                )
            ).all()
        assert len(captures) == STORIES
        for url, name, offset in captures:
            with (d.data / name).open("rb") as stream:
                stream.seek(offset)
                record = next(iter(Fast(stream, parse_http=False)))
                assert record.headers["WARC-Target-URI"].partition("?")[0] == url
                assert record.verify_block_digest()


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
        d.run(*arguments)
        lines = [len(path.read_text().splitlines()) for path in sorted(out.glob("*.jsonl"))]
        assert lines == [STORIES] * 3
        before = {path: path.stat().st_mtime_ns for path in out.iterdir()}
        assert "done before" in d.run(*arguments).stderr
        assert {path: path.stat().st_mtime_ns for path in out.iterdir()} == before
