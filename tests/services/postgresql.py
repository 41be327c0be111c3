"""A PostgreSQL of the tests' own: own folder, own port on loopback, no password, gone when it is stopped."""

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from pathlib import Path

from tests.wordpress.child import Child

USER = "postgres"
"""Whom Debian's package runs the server as; it refuses to run as root."""


def program(name: str) -> str | None:
    """Where a program of PostgreSQL lies: Debian keeps them out of PATH, in a folder of each version."""
    folders = sorted(map(str, Path("/usr/lib/postgresql").glob("*/bin")), reverse=True)
    return shutil.which(name, path=os.pathsep.join([*folders, os.environ.get("PATH", "")]))


def free_port() -> int:
    """A port nobody listens at."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class PostgreSQL:
    """A running server; `database(name)` makes an empty database and gives its URL."""

    def __init__(self, log: Path, *, durable: bool = False) -> None:
        # Not below pytest's own folder: the server's user may not enter that.
        self._folder = Path(tempfile.mkdtemp(prefix="kc-pg-"))
        self.port = free_port()
        data = self._folder / "data"
        # Only root has to step down to somebody else.
        as_user = ["setpriv", "--reuid", USER, "--regid", USER, "--init-groups"] if os.geteuid() == 0 else []
        if as_user:
            entry = pwd.getpwnam(USER)
            os.chown(self._folder, entry.pw_uid, entry.pw_gid)
        init = [*as_user, str(program("initdb")), "-D", str(data), "-U", "kalbarcrawl", "-A", "trust", "-E", "UTF8"]
        done = subprocess.run(
            [*init, "--locale=C", "--no-sync"], capture_output=True, text=True, timeout=120, cwd=self._folder
        )
        if done.returncode:
            shutil.rmtree(self._folder, ignore_errors=True)
            raise RuntimeError(f"initdb failed\n{(done.stdout + done.stderr)[-2000:]}")
        server = [str(program("postgres")), "-D", str(data), "-p", str(self.port), "-h", "127.0.0.1"]
        # Nobody needs this data after a power cut.
        options = ["-c", f"fsync={'on' if durable else 'off'}", "-c", f"unix_socket_directories={self._folder}"]
        self._child = Child([*as_user, *_ended_with_us(as_user), *server, *options], log)
        try:
            self._child.wait_until(self._answers, seconds=60)
        except BaseException:
            self.stop()
            raise

    def database(self, name: str) -> str:
        """A new empty database's address."""
        self._sql(f'CREATE DATABASE "{name}"')
        return f"postgresql://kalbarcrawl@127.0.0.1:{self.port}/{name}"

    def stop(self) -> None:
        """End the server and remove its data."""
        self._child.stop()
        shutil.rmtree(self._folder, ignore_errors=True)

    def _answers(self) -> bool:
        return self._sql("SELECT 1", check=False) == 0

    def _sql(self, statement: str, *, check: bool = True) -> int:
        command = ["-h", "127.0.0.1", "-p", str(self.port), "-U", "kalbarcrawl", "-d", "postgres", "-qc", statement]
        return subprocess.run([str(program("psql")), *command], capture_output=True, timeout=30, check=check).returncode


def _ended_with_us(as_user: list[str]) -> list[str]:
    # A change of user clears the death signal that Child has set.
    return ["setpriv", "--pdeathsig", "TERM"] if as_user else []
