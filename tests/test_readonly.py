"""Stores that one may only read: reading commands read them, writing commands say what is wrong."""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError, OperationalError

from kalbarcrawl.store import store_at
from kalbarcrawl.store.engine import engine_at
from kalbarcrawl.store.failing import NO_RIGHT, in_words
from kalbarcrawl.store.readonly import ChangedError, reader_of
from kalbarcrawl.store.visit import Visit
from tests.dataset_stories import article
from tests.forks import bare, begin, kalbarcrawl
from tests.services.postgresql import PostgreSQL

NOW = datetime(2025, 1, 2, 3, tzinfo=UTC)
ONE = article(1, "kalbaronline", "Jembatan Kayu Diganti", "Warga bergotong royong.\n\nJembatan dibuka.", NOW)
READING = {
    "status": ["status"],
    "export": ["export", "{out}/corpus", "--format", "jsonl"],
    "report": ["report", "{out}/report"],
    "history": ["history", ONE.url],
    "metrics": ["metrics"],
    "verify": ["verify"],
    "chrome": ["chrome", "kalbaronline"],
    "browse": ["browse", "--refresh-only", "--index", "{out}/browse.sqlite"],
    "crawl --dry-run": ["crawl", "--due", "--dry-run"],
    "alert --dry-run": ["alert", "--dry-run"],
}
VERSION, DAC_OVERRIDE = 0x20080522, 1
"""Of Linux' capabilities: the form of their sets, and the one that passes over the rights of files."""
WRITING = {
    "remove": ["remove", ONE.url],
    "import": ["import", "{out}/one.jsonl"],
    "crawl": ["crawl", "kalbaronline", "suarakalbar"],
    "extract --store": ["extract", "{out}/empty.warc", "--store"],
}
WHAT_TO_DO = ": run this as the user who crawls, or name a folder of yours with --data\n"


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """A folder with a store of one article in `data`, and `out` to write into."""
    store = store_at(tmp_path / "data")
    store.save(ONE, Visit(ONE.url, "ok"), run="20250102T030000Z-1", now=NOW)
    store.close()
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "one.jsonl").write_text(ONE.to_json() + "\n", encoding="utf-8")
    yield tmp_path
    (tmp_path / "data").chmod(0o755)


def bar(data: Path, *, whole: bool) -> None:
    """Allow nobody to write the store's file, nor (where `whole`) anything in its folder."""
    (data / "kalbarcrawl.sqlite").chmod(0o444)
    data.chmod(0o555 if whole else 0o755)


def bound(arguments: tuple[str, ...]) -> None:
    """A command by whom the rights of files bind: root without the capability to pass over them."""
    if os.geteuid() == 0:
        libc = ctypes.CDLL(None, use_errno=True)
        ours, sets = (ctypes.c_uint32 * 2)(VERSION, 0), (ctypes.c_uint32 * 6)()
        assert libc.capget(ours, sets) == 0, os.strerror(ctypes.get_errno())
        for place in range(3):  # effective, permitted, inheritable
            sets[place] &= ~(1 << DAC_OVERRIDE)
        assert libc.capset(ours, sets) == 0, os.strerror(ctypes.get_errno())
    kalbarcrawl(arguments)


def reader(folder: Path, arguments: list[str]) -> tuple[int, str]:
    """A command in that folder, bound by the rights of files."""
    if os.geteuid() == 0 and sys.platform != "linux":
        pytest.skip("root passes over the rights of files, and only Linux can bind it")
    words = tuple(word.format(out=folder / "out") for word in arguments)
    nobody = dict.fromkeys(("http_proxy", "https_proxy"), "http://127.0.0.1:9")  # whatever it does, it asks no newsroom
    environment = bare() | nobody | {"KALBARCRAWL_DATA": str(folder / "data")}
    done = begin(bound, words, folder, environment, cwd=folder).wait()
    return done.returncode, done.stdout + done.stderr


@pytest.mark.parametrize("whole", [False, True], ids=["file", "folder"])
@pytest.mark.parametrize("arguments", READING.values(), ids=list(READING))
def test_what_reads_needs_no_right_to_write(arguments: list[str], whole: bool, folder: Path) -> None:
    bar(folder / "data", whole=whole)
    before = (folder / "data" / "kalbarcrawl.sqlite").read_bytes()
    status, said = reader(folder, arguments)
    assert status == 0, said
    assert (folder / "data" / "kalbarcrawl.sqlite").read_bytes() == before


@pytest.mark.parametrize("whole", [False, True], ids=["file", "folder"])
@pytest.mark.parametrize("arguments", WRITING.values(), ids=list(WRITING))
def test_what_writes_says_why_it_cannot_and_what_to_do(arguments: list[str], whole: bool, folder: Path) -> None:
    bar(folder / "data", whole=whole)
    (folder / "out" / "empty.warc").touch()
    status, said = reader(folder, arguments)
    assert status == 2, said
    file = folder / "data" / "kalbarcrawl.sqlite"
    why = f"the store does not open: attempt to write a readonly database; this user may not write {file}"
    assert said.endswith(f"{why}{WHAT_TO_DO}")
    assert (said.count(why), said.count("Traceback")) == (1, 0), said


@pytest.mark.parametrize("arguments", [WRITING["import"], WRITING["crawl"]], ids=["import", "crawl"])
def test_where_a_store_cannot_be_made_that_is_said(arguments: list[str], folder: Path) -> None:
    data = folder / "data"
    (data / "kalbarcrawl.sqlite").unlink()
    data.chmod(0o555)
    status, said = reader(folder, arguments)
    assert (status, said.count("the store does not open")) == (2, 1), said
    assert said.endswith(f": unable to open database file; this user may not write {data}{WHAT_TO_DO}")
    status, said = reader(folder, [*arguments, "--data", str(data / "lain")])
    assert status == 2
    assert said.endswith(f": {data / 'lain'}: Permission denied; {WHAT_TO_DO.removeprefix(': ')}")


@pytest.mark.integration
def test_a_database_that_may_only_be_read_is_said(postgresql: PostgreSQL, folder: Path) -> None:
    url = postgresql.database("only_read")
    store_at(folder, url).close()
    engine = engine_at(url)
    with engine.begin() as connection:
        connection.execute(text("ALTER DATABASE only_read SET default_transaction_read_only = on"))
    engine.dispose()
    with pytest.raises(DBAPIError) as failed:
        store_at(folder, url)
    assert in_words(failed.value, folder, url).endswith(NO_RIGHT)
    store_at(folder, url, reading=True).close()


def test_a_store_for_reading_refuses_every_write(folder: Path) -> None:
    store = store_at(folder / "data", reading=True)
    with pytest.raises(OperationalError, match="readonly database"), store.engine.begin() as connection:
        connection.execute(text("DELETE FROM articles"))
    with pytest.raises(OperationalError, match="readonly database"):
        store.save(ONE, Visit(ONE.url, "ok"), run="2", now=NOW)


def test_what_a_crawl_is_writing_is_read(folder: Path) -> None:
    writer, store = store_at(folder / "data"), store_at(folder / "data", reading=True)
    writer.begin("run", "kalbaronline", now=NOW)
    assert [run for run, *_ in store.runs()] == ["run"]
    writer.close()


def test_tables_of_a_later_version_are_made(folder: Path) -> None:
    old = store_at(folder / "data")
    with old.engine.begin() as connection:
        connection.execute(text("DROP TABLE alerts"))
    old.close()
    with store_at(folder / "data", reading=True).reading.connect() as connection:
        assert connection.execute(text("SELECT count(*) FROM alerts")).scalar() == 0


def test_a_store_written_while_it_was_taken_for_still_is_said(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kalbarcrawl.store.readonly.os.access", lambda *_: False)
    file = folder / "data" / "kalbarcrawl.sqlite"
    engine = reader_of(file)
    with engine.connect() as connection:
        assert connection.execute(text("SELECT count(*) FROM articles")).scalar() == 1
    connection = engine.connect()
    connection.execute(text("SELECT count(*) FROM articles")).all()
    store_at(folder / "data").begin("run", "kalbaronline", now=NOW)
    with pytest.raises(ChangedError, match="written while it was read"):
        connection.close()
