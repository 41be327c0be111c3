"""This installation as others start it: the command, its folders, what it reads from the environment."""

from __future__ import annotations

import os
import shlex
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

PLAIN = ("KALBARCRAWL_CONTACT", "KALBARCRAWL_PUBLISHERS")
"""What is copied from the environment into what is printed."""
SECRET = ("KALBARCRAWL_STORE", "KALBARCRAWL_ALERTS")
"""What may hold a password: it is named, never printed."""


@dataclass(frozen=True)
class Installation:
    """How to start kalbarcrawl here. Raises ValueError for what no scheduler's file can hold."""

    program: tuple[str, ...]
    """The command, with its absolute path."""
    folder: Path
    """The folder to start in: there lies `publishers`, where there is one."""
    data: Path
    secrets: Path
    """The file with the lines NAME='value' of what nobody else should read."""
    user: str
    minutes: int = 5
    """How often to start; what is due is for the store to say."""
    deadline: timedelta = timedelta(minutes=20)
    plain: Mapping[str, str] = field(default_factory=dict)
    """Variables that may be read by everyone."""

    def __post_init__(self) -> None:
        values = (*self.program, str(self.folder), str(self.data), str(self.secrets), self.user, *self.plain.values())
        for value in values:
            if not value.isprintable() or "\\" in value:
                raise ValueError(f"{value!r} holds a backslash or a control character, which no scheduler takes alike")

    @property
    def crawl(self) -> tuple[str, ...]:
        """The crawl that is started."""
        return *self.program, "crawl", "--due", "--archive", "--deadline", exactly(self.deadline)

    @property
    def alert(self) -> tuple[str, ...]:
        """What is started after it, however it ended."""
        return *self.program, "alert"

    @property
    def variables(self) -> dict[str, str]:
        """The variables to start both with."""
        return {"KALBARCRAWL_DATA": str(self.data), **self.plain}

    @property
    def script(self) -> str:
        """The whole as one line of sh: crawl, then tell, and what they say goes into `log`."""
        exports = shlex.join(f"{name}={value}" for name, value in self.variables.items())
        secrets = shlex.quote(str(self.secrets))
        return (
            f'cd {shlex.quote(str(self.folder))} && export {exports} && mkdir -p "$KALBARCRAWL_DATA" && '
            f"{{ if [ -r {secrets} ]; then set -a; . {secrets}; set +a; fi; "
            f'{shlex.join(self.crawl)}; {shlex.join(self.alert)}; }} >>"$KALBARCRAWL_DATA/{self.log.name}" 2>&1'
        )

    @property
    def log(self) -> Path:
        """Where schedulers without a log of their own write what is said."""
        return self.data / "schedule.log"


def exactly(span: timedelta) -> str:
    """A span of time as --deadline takes it, to the second."""
    seconds = int(span.total_seconds())
    return f"{seconds // 60}m" if seconds % 60 == 0 else f"{seconds}s"


def this_program() -> tuple[str, ...]:
    """The command of the Python that runs: the script beside it, or the module where there is none."""
    script = Path(sys.executable).parent / "kalbarcrawl"
    return (str(script),) if os.access(script, os.X_OK) else (sys.executable, "-m", "kalbarcrawl")


def plain_variables(environment: Mapping[str, str]) -> dict[str, str]:
    """What of the environment the scheduled crawl needs too, folders made absolute."""
    found = {name: environment[name] for name in PLAIN if environment.get(name)}
    if "KALBARCRAWL_PUBLISHERS" in found:
        folders = found["KALBARCRAWL_PUBLISHERS"].split(os.pathsep)
        found["KALBARCRAWL_PUBLISHERS"] = os.pathsep.join(str(Path(name).absolute()) for name in folders if name)
    return found
