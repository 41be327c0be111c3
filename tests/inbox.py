"""A server on loopback that takes what alerts send."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass
class Inbox:
    """What was posted to a port of this machine, and the status it is answered with."""

    port: int
    taken: list[dict[str, Any]] = field(default_factory=list)
    status: int = 200


@contextmanager
def taking() -> Iterator[Inbox]:
    """An inbox that takes messages while the block runs."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            length = int(self.headers["Content-Length"])
            inbox.taken.append({"path": self.path} | json.loads(self.rfile.read(length)))
            self.send_response(inbox.status)
            self.end_headers()

        def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the base class names it so
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    inbox = Inbox(server.server_port)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    try:
        yield inbox
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
