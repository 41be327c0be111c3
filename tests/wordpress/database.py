"""A MariaDB of the tests' own: own folder, own socket, no network, gone when it is stopped."""

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from tests.wordpress.child import Child

# Ordinary users' PATH leaves out the folder mariadbd lies in.
SBIN = f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin"


class Database:
    """A running mariadbd with one empty database `wordpress`; root needs no password on its socket."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True)
        data = folder / "data"
        # A socket's path may have 107 characters, which pytest's temporary folders can exceed.
        self._short = tempfile.mkdtemp(prefix="kc-db-")
        self.socket = f"{self._short}/s"
        # mariadbd refuses to run as root unless told to.
        user = ["--user=root"] if os.geteuid() == 0 else []
        common = ["--no-defaults", *user, f"--datadir={data}"]
        self._install(common, folder)
        self._child = Child(
            [
                program("mariadbd"),
                *common,
                f"--socket={self.socket}",
                f"--pid-file={folder / 'pid'}",
                "--skip-networking",
                "--character-set-server=utf8mb4",
                "--innodb-buffer-pool-size=64M",
                # Nobody needs this data after a power cut.
                "--innodb-flush-log-at-trx-commit=0",
                "--innodb-doublewrite=0",
            ],
            folder / "mariadbd.log",
        )
        self.pid = self._child.pid
        try:
            self._child.wait_until(self._answers, seconds=30)
        except BaseException:
            self.stop()
            raise

    def stop(self) -> None:
        """Ends mariadbd and removes its socket's folder."""
        self._child.stop()
        shutil.rmtree(self._short, ignore_errors=True)

    def _install(self, common: list[str], folder: Path) -> None:
        done = subprocess.run(
            [program("mariadb-install-db"), *common, "--auth-root-authentication-method=normal", "--skip-test-db"],
            capture_output=True,
            text=True,
            timeout=60,
        )
        if done.returncode != 0:
            shutil.rmtree(self._short, ignore_errors=True)
            raise RuntimeError(f"mariadb-install-db failed in {folder}\n{(done.stdout + done.stderr)[-2000:]}")

    def _answers(self) -> bool:
        statement = "CREATE DATABASE IF NOT EXISTS wordpress CHARACTER SET utf8mb4"
        return os.path.exists(self.socket) and (  # noqa: PTH110 - a socket, not a file
            subprocess.run(
                [program("mariadb"), "--no-defaults", "-uroot", f"--socket={self.socket}", "-e", statement],
                capture_output=True,
                timeout=30,
            ).returncode
            == 0
        )


def program(name: str) -> str:
    """Where a program lies."""
    found = shutil.which(name, path=SBIN)
    if found is None:
        raise FileNotFoundError(f"{name} is not installed")
    return found
