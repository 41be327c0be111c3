"""Commands in real processes of their own, forked off one that has imported everything."""

import multiprocessing
import os
import resource
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from multiprocessing.context import ForkServerProcess
from pathlib import Path

from kalbarcrawl.cli import main

LONGEST = 60.0
"""Seconds after which a command that should be quick is taken for hung."""
Program = Callable[[tuple[str, ...]], None]
ROOT = Path(__file__).parents[1]

FORKS = multiprocessing.get_context("forkserver")
FORKS.set_forkserver_preload(["tests.preloaded", "tests.forks"])
"""Commands run in real processes of their own, forked off one that has imported everything: a second saved for each."""


@dataclass(frozen=True)
class Ended:
    """A command that has ended."""

    arguments: tuple[str, ...]
    returncode: int
    stdout: str
    stderr: str


@dataclass(frozen=True)
class Command:
    """A command that runs in a process of its own."""

    arguments: tuple[str, ...]
    process: ForkServerProcess
    out: Path

    @property
    def over(self) -> bool:
        return not self.process.is_alive()

    def signal(self, number: int) -> None:
        """Send the process a signal."""
        if self.process.pid and not self.over:
            os.kill(self.process.pid, number)

    def wait(self, seconds: float = LONGEST) -> Ended:
        """Wait for the end; one that does not come fails the test."""
        self.process.join(seconds)
        code = self.process.exitcode
        if code is None:
            self.process.kill()
            self.process.join()
        said = [file.read_text(encoding="utf-8") if file.exists() else "" for file in (self.out, _errors(self.out))]
        assert code is not None, f"{self.arguments} hung: {said}"
        return Ended(self.arguments, code, said[0], said[1])


def kalbarcrawl(arguments: tuple[str, ...]) -> None:
    main(list(arguments), prog_name="kalbarcrawl")


def scrapy(arguments: tuple[str, ...]) -> None:
    from scrapy.cmdline import execute

    execute(["scrapy", *arguments])


def bare() -> dict[str, str]:
    """The environment without what the project looks for in it."""
    return {name: value for name, value in os.environ.items() if not name.startswith("KALBARCRAWL_")}


def begin(
    program: Program,
    arguments: tuple[str, ...],
    folder: Path,
    environment: Mapping[str, str],
    *,
    cwd: Path = ROOT,
    largest: int | None = None,
) -> Command:
    """Begin a command in that environment; `folder` keeps what it says, and no file may grow beyond `largest` bytes."""
    out = folder / f"{len(list(folder.glob('*.out')))}.out"
    out.touch()  # at once: two begun together write to files of their own
    process = FORKS.Process(target=_run, args=(program, arguments, dict(environment), str(cwd), str(out), largest))
    process.start()
    return Command(arguments, process, out)


def _run(
    program: Program, arguments: tuple[str, ...], environment: dict[str, str], cwd: str, out: str, largest: int | None
) -> None:
    os.environ.clear()
    os.environ.update(environment)
    os.chdir(cwd)
    for number, file in ((1, Path(out)), (2, _errors(Path(out)))):
        os.dup2(os.open(file, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o644), number)
    if largest is not None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (largest, largest))
    # multiprocessing's own standard output is not the one just opened.
    sys.stdout, sys.stderr = (os.fdopen(number, "w", encoding="utf-8", closefd=False) for number in (1, 2))
    try:
        program(arguments)
    finally:
        sys.stdout.flush()
        sys.stderr.flush()


def _errors(out: Path) -> Path:
    return out.with_suffix(".err")
