"""Two machines, as far as one can be two: a host name and a data folder each, one store, one queue."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from kalbarcrawl.store import store_at
from kalbarcrawl.store.history import broken, counts
from tests.crawls import ROOT, desk
from tests.services.postgresql import PostgreSQL
from tests.services.redis import Redis

pytestmark = pytest.mark.integration
NAMES = ("mesin-satu", "mesin-dua")
EACH = 112


def on(machine: str, *command: str) -> list[str]:
    """A command under another host name."""
    return ["unshare", "--uts", "sh", "-c", 'hostname "$0" && exec "$@"', machine, *command]


@pytest.fixture
def two_names() -> None:
    if not shutil.which("unshare") or subprocess.run(on("mesin-satu", "true"), capture_output=True).returncode:
        pytest.skip("needs the right to give a process another host name (unshare --uts, root)")


@pytest.mark.usefixtures("two_names")
def test_two_machines_share_the_work_and_neither_crawls_what_the_other_does(
    tmp_path: Path, postgresql: PostgreSQL, redis: Redis
) -> None:
    for name in ("a", "b", "publishers"):
        (tmp_path / name).mkdir()
    folder = tmp_path / "publishers"
    with desk(tmp_path / "a", articles=100) as first, desk(tmp_path / "b", articles=100) as second:
        for d in (first, second):
            d.newsroom.robots = "User-agent: *\nCrawl-delay: 0.15\n"
        for d, name in ((first, "warta_satu"), (second, "warta_dua")):
            d.describe(name=name)
            text = (d.folder / "publishers" / f"{name}.py").read_text()
            (folder / f"{name}.py").write_text(text.replace("sources=", "delay=0, sources="))
        store = postgresql.database("machines")
        machines = {
            name: first.environment
            | {"KALBARCRAWL_PUBLISHERS": str(folder), "KALBARCRAWL_STORE": store, "KALBARCRAWL_QUEUE": redis.url}
            | {"KALBARCRAWL_ALLOW_PRIVATE": "1", "KALBARCRAWL_DATA": str(tmp_path / name)}
            for name in NAMES
        }

        def run(machine: str, *arguments: str) -> subprocess.CompletedProcess[str]:
            command = on(machine, sys.executable, "-m", "kalbarcrawl", *arguments)
            return subprocess.run(
                command, env=machines[machine], cwd=ROOT, capture_output=True, text=True, timeout=60, check=False
            )

        workers = [
            subprocess.Popen(on(name, sys.executable, "-m", "kalbarcrawl", "worker"), env=environment, cwd=ROOT)
            for name, environment in machines.items()
        ]
        try:
            assert run(NAMES[0], "enqueue", "warta_satu", "warta_dua").returncode == 0
            first.wait(lambda: min(len(d.newsroom.requests) for d in (first, second)) > 20, 60)
            refused = [run(name, "crawl", "warta_satu") for name in NAMES]
            assert [done.returncode for done in refused] == [3, 3], refused
            assert len({name for name in NAMES if name in refused[0].stderr}) == 1, refused[0].stderr
            first.wait(lambda: "the queue is empty" in run(NAMES[1], "queue").stderr, 120)
        finally:
            for worker in workers:
                worker.terminate()
            for worker in workers:
                worker.wait(40)
        kept = store_at(tmp_path, store)
        assert counts(kept)["articles"] == counts(kept)["revisions"] == 2 * EACH
        assert list(broken(kept)) == []
        lines = {
            name: [
                json.loads(line)["id"]
                for file in (tmp_path / name / "articles").rglob("*.jsonl")
                for line in file.read_text(encoding="utf-8").splitlines()
            ]
            for name in NAMES
        }
        assert [len(ids) for ids in lines.values()] == [EACH, EACH], "a newsroom each"
        assert not set(lines[NAMES[0]]) & set(lines[NAMES[1]])
        assert os.uname().nodename not in NAMES
