"""A server process of the tests' own: started with a log, waited for with a limit, stopped by its id."""

import os
import subprocess
import time
from collections.abc import Callable, Mapping
from pathlib import Path


class Child:
    """One running server; its output is in `log`, its id in `pid`."""

    def __init__(self, command: list[str], log: Path, env: Mapping[str, str] | None = None) -> None:
        self.log = log
        self._name = Path(command[0]).name
        with log.open("wb") as output:
            self._process = subprocess.Popen(
                # The kernel ends the server when the tests are killed before they can.
                ["setpriv", "--pdeathsig", "TERM", *command],
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                env={**os.environ, **(env or {})},
                # Out of the terminal's reach: Ctrl-C is for pytest, which then stops the server in order.
                start_new_session=True,
            )
        self.pid = self._process.pid

    def wait_until(self, ready: Callable[[], bool], seconds: float) -> None:
        """Returns once `ready()` holds; raises with the end of the log when the process dies or time is up."""
        deadline = time.monotonic() + seconds
        while not ready():
            code = self._process.poll()
            if code is not None:
                raise RuntimeError(f"{self._name} ended with exit status {code}\n{self.tail()}")
            if time.monotonic() > deadline:
                raise RuntimeError(f"{self._name} was not ready within {seconds:g} s\n{self.tail()}")
            time.sleep(0.05)

    def stop(self, seconds: float = 15) -> None:
        """Ends the process: asked first, killed when `seconds` have passed."""
        self._process.terminate()
        try:
            self._process.wait(timeout=seconds)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait(timeout=seconds)

    def tail(self, lines: int = 20) -> str:
        """The last lines of the log, for an error message."""
        return "\n".join(self.log.read_text(errors="replace").splitlines()[-lines:])
