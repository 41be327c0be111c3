"""A Redis of the tests' own: own port on loopback, nothing on disk, gone when it is stopped."""

import shutil
import socket
from pathlib import Path

from tests.services.postgresql import free_port
from tests.wordpress.child import Child


class Redis:
    """A running server; its address is `url`."""

    def __init__(self, log: Path) -> None:
        self.port = free_port()
        self.url = f"redis://127.0.0.1:{self.port}/0"
        command = [str(shutil.which("redis-server")), "--bind", "127.0.0.1", "--port", str(self.port)]
        self._child = Child([*command, "--save", "", "--appendonly", "no", "--dir", str(log.parent)], log)
        try:
            self._child.wait_until(self._answers, seconds=30)
        except BaseException:
            self.stop()
            raise

    def stop(self) -> None:
        """End the server."""
        self._child.stop()

    def _answers(self) -> bool:
        try:
            with socket.create_connection(("127.0.0.1", self.port), timeout=1) as connection:
                connection.sendall(b"PING\r\n")
                return connection.recv(16).startswith(b"+PONG")
        except OSError:
            return False
