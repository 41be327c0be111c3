"""`kalbarcrawl queue`: what is asked for and not there is said, and what is there is put back or dropped."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest
from click.testing import CliRunner, Result

from kalbarcrawl.cli import main
from tests.forks import LONGEST, ROOT
from tests.services.redis import Redis

pytestmark = pytest.mark.integration


@pytest.fixture
def full(redis: Redis, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A queue in which `warta_satu` failed, `warta_dua` waits and `warta_tiga` runs."""
    from kalbarcrawl.jobs import QUEUE, Queue

    monkeypatch.setenv("KALBARCRAWL_QUEUE", redis.url.removesuffix("0") + "1")
    queue = Queue()
    queue.redis.flushdb()
    queue.add([("crawl", "warta_dua"), ("crawl", "warta_tiga")])
    running = next(job for job in queue.jobs() if job.target == "warta_tiga")
    queue.redis.sadd(f"kalbarcrawl:__acks__.worker.{QUEUE}", running.id)
    failed = queue.run.message("crawl", "warta_satu")
    failed.options["reason"] = "ended with status 2"
    queue.redis.hset(f"kalbarcrawl:{QUEUE}.XQ.msgs", failed.message_id, cast("str", failed.encode()))
    queue.redis.zadd(f"kalbarcrawl:{QUEUE}.XQ", {failed.message_id: 1000 * time.time()})
    yield
    queue.redis.flushdb()


def asked(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["queue", *arguments])


ALL = {("failed", "warta_satu"), ("waits", "warta_dua"), ("runs", "warta_tiga")}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--retry", "warta_stu"), "nothing to retry: no job is for 'warta_stu'; did you mean warta_satu"),
        (("--drop", "entah"), "nothing to drop: no job is for 'entah'\n"),
        (("--retry", "warta_dua"), "nothing to retry: the job for 'warta_dua' waits, it did not fail\n"),
        (("--drop", "warta_tiga"), "nothing to drop: the job for 'warta_tiga' runs; it is left to end\n"),
    ],
)
@pytest.mark.parametrize("form", [(), ("--json",)], ids=["words", "json"])
@pytest.mark.usefixtures("full")
def test_what_is_asked_for_and_not_there_is_said(arguments: tuple[str, str], said: str, form: tuple[str, ...]) -> None:
    ended = asked(*arguments, *form)
    assert ended.exit_code == 1
    assert said in ended.stderr
    found = {(job["state"], job["target"]) for job in lines(asked("--json"))}
    assert found == ALL


@pytest.mark.usefixtures("full")
def test_what_is_there_is_put_back_and_dropped() -> None:
    ended = asked("--retry", "warta_satu")
    assert (ended.exit_code, ended.stderr.splitlines()[0]) == (0, "1 job put back")
    ended = asked("--json", "--drop", "all")
    assert (ended.exit_code, ended.stderr.splitlines()[0]) == (0, "2 jobs dropped")
    assert [(job["state"], job["target"]) for job in lines(ended)] == [("runs", "warta_tiga")]
    ended = asked("--retry", "all")
    assert (ended.exit_code, ended.stderr.splitlines()[0]) == (1, "nothing to retry: no job failed")


@pytest.mark.usefixtures("full")
def test_a_line_of_json_is_a_job() -> None:
    [failed] = [job for job in lines(asked("--json")) if job["state"] == "failed"]
    assert failed == {
        "state": "failed", "kind": "crawl", "target": "warta_satu", "failures": 0, "reason": "ended with status 2",
    }  # fmt: skip


ODD = ('"],"kwargs":{}[.warc.gz', "é\\.warc.gz", "\udcff.warc.gz")
"""Names that quote, escape and are no UTF-8."""


def test_two_who_enqueue_at_once_add_each_job_once(redis: Redis, tmp_path: Path) -> None:
    from kalbarcrawl.jobs import Queue

    address = redis.url.removesuffix("0") + "2"
    files = [tmp_path.resolve() / name for name in (*(f"{number}.warc.gz" for number in range(3000)), *ODD)]
    for file in files:
        file.touch()
    command = [sys.executable, "-m", "kalbarcrawl", "enqueue", "--archives", str(tmp_path / "*.warc.gz")]
    environment = os.environ | {"PYTHONPATH": str(ROOT), "KALBARCRAWL_QUEUE": address}
    both = [subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True) for _ in range(2)]
    said = [one.communicate(timeout=LONGEST)[1] for one in both]
    queue = Queue(address)
    found = sorted(job.target for job in queue.jobs())
    queue.redis.flushdb()
    assert found == sorted(map(str, files))
    assert sorted(said) == ["0 jobs enqueued, 3003 were there already\n", "3003 jobs enqueued, 0 were there already\n"]


def test_a_job_that_runs_or_was_put_off_is_there_and_one_that_failed_is_not(redis: Redis) -> None:
    from kalbarcrawl.jobs import QUEUE, Queue

    queue = Queue(redis.url.removesuffix("0") + "3")
    names = ("warta_satu", "warta_dua", "warta_tiga", "warta_empat")
    queue.broker.enqueue(queue.run.message("crawl", "warta_tiga"), delay=60_000)
    assert queue.add([("crawl", name) for name in ("warta_satu", "warta_dua", "warta_satu")]) == 2
    consumer = queue.broker.consume(QUEUE, prefetch=2)
    [first, _] = [message for message in (next(consumer), next(consumer)) if message]
    assert queue.add([("crawl", name) for name in names]) == 1
    consumer.nack(first)
    assert queue.add([("crawl", name) for name in names]) == 1
    states = sorted((job.state, job.target) for job in queue.jobs())
    queue.redis.flushdb()
    assert states == [
        ("failed", "warta_satu"), ("later", "warta_tiga"), ("runs", "warta_dua"),
        ("waits", "warta_empat"), ("waits", "warta_satu"),
    ]  # fmt: skip


def lines(ended: Result) -> list[dict[str, object]]:
    return [json.loads(line) for line in ended.stdout.splitlines()]
