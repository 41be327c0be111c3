"""Two machines, as far as one can be two: a host name and a data folder each, one store, one queue."""

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from kalbarcrawl.store import store_at
from kalbarcrawl.store.history import broken, counts
from tests.crawls import Desk, desk
from tests.forks import ROOT
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


@dataclass(frozen=True)
class Machine:
    """A name, and what the commands on it see."""

    name: str
    environment: dict[str, str]

    def start(self, *arguments: str) -> subprocess.Popen[str]:
        """Begin `kalbarcrawl ARGUMENTS` on it."""
        command = on(self.name, sys.executable, "-m", "kalbarcrawl", *arguments)
        return subprocess.Popen(command, env=self.environment, cwd=ROOT, stderr=subprocess.PIPE, text=True)

    def run(self, *arguments: str) -> tuple[int, str]:
        """The status `kalbarcrawl ARGUMENTS` ends with, and what it says."""
        child = self.start(*arguments)
        said = child.communicate(timeout=60)[1]
        return child.returncode, said

    @property
    def kept(self) -> list[str]:
        """The articles in the files it wrote."""
        files = (Path(self.environment["KALBARCRAWL_DATA"]) / "articles").rglob("*.jsonl")
        return [json.loads(line)["id"] for file in files for line in file.read_text(encoding="utf-8").splitlines()]


@contextmanager
def newsrooms(folder: Path) -> Iterator[list[Desk]]:
    """Two newsrooms, described in one folder."""
    for name in ("a", "b", "publishers"):
        (folder / name).mkdir()
    with desk(folder / "a", articles=100) as first, desk(folder / "b", articles=100) as second:
        for d, name in ((first, "warta_satu"), (second, "warta_dua")):
            d.newsroom.robots = "User-agent: *\nCrawl-delay: 0.25\n"
            d.describe(name=name)
            text = (d.folder / "publishers" / f"{name}.py").read_text()
            (folder / "publishers" / f"{name}.py").write_text(text.replace("sources=", "delay=0, sources="))
        yield [first, second]


@pytest.mark.usefixtures("two_names")
def test_two_machines_share_the_work_and_neither_crawls_what_the_other_does(
    tmp_path: Path, postgresql: PostgreSQL, redis: Redis
) -> None:
    with newsrooms(tmp_path) as desks:
        store = postgresql.database("machines")
        environment = desks[0].environment | {
            "KALBARCRAWL_PUBLISHERS": str(tmp_path / "publishers"), "KALBARCRAWL_STORE": store,
            "KALBARCRAWL_QUEUE": redis.url, "KALBARCRAWL_ALLOW_PRIVATE": "1",
        }  # fmt: skip
        machines = [Machine(name, environment | {"KALBARCRAWL_DATA": str(tmp_path / name)}) for name in NAMES]
        workers = [machine.start("worker") for machine in machines]
        try:
            assert machines[0].run("enqueue", "warta_satu", "warta_dua")[0] == 0
            desks[0].wait(lambda: min(len(d.newsroom.requests) for d in desks) > 20, 60)
            asking = [machine.start("crawl", "warta_satu") for machine in machines]
            refused = [(child.wait(60), child.communicate()[1]) for child in asking]
            assert [status for status, _ in refused] == [3, 3], refused
            assert len({name for name in NAMES if f"is being crawled by {name}:" in refused[0][1]}) == 1, refused
            desks[0].wait(lambda: "the queue is empty" in machines[1].run("queue")[1], 120)
        finally:
            for worker in workers:
                worker.terminate()
            for worker in workers:
                worker.communicate(timeout=40)
        kept = store_at(tmp_path, store)
        assert counts(kept)["articles"] == counts(kept)["revisions"] == 2 * EACH
        assert list(broken(kept)) == []
        assert [len(machine.kept) for machine in machines] == [EACH, EACH], "a newsroom each"
        assert not set(machines[0].kept) & set(machines[1].kept)
