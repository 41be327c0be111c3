"""The HTTP side: a threaded server on 127.0.0.1 that stops at once, whatever its handlers are doing."""

import select
import socket
import sys
import threading
import time
from collections.abc import Callable, Iterable
from email.utils import formatdate
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from socketserver import TCPServer
from typing import Any

from tests.newsroom.reply import Reply, Request

LONGEST = 600.0
"""Seconds after which the slowest answer ends by itself."""

Respond = Callable[[str, str, dict[str, str]], Reply]


class Server(ThreadingHTTPServer):
    """Answers each request with `respond(method, target, headers)` and keeps a log of them."""

    daemon_threads = True
    block_on_close = False
    request_queue_size = 128

    def __init__(self, port: int, respond: Respond, log: list[Request]) -> None:
        self.respond = respond
        self.log = log
        self.stopping = threading.Event()
        self.failures: list[BaseException] = []
        self._open: set[Any] = set()
        self._lock = threading.Lock()
        super().__init__(("127.0.0.1", port), _Handler)
        # A short poll: stopping waits for one turn of this loop.
        self._loop = threading.Thread(target=self.serve_forever, args=(0.02,), daemon=True)
        self._loop.start()

    def server_bind(self) -> None:
        """Bind without HTTPServer's look-up of the host's name, which can take seconds without a network."""
        TCPServer.server_bind(self)
        self.server_name, self.server_port = "127.0.0.1", self.server_address[1]

    def process_request(self, request: Any, client_address: Any) -> None:
        """Remember the connection, so that stopping can close it."""
        with self._lock:
            self._open.add(request)
        super().process_request(request, client_address)

    def shutdown_request(self, request: Any) -> None:
        """Forget the connection and close it."""
        with self._lock:
            self._open.discard(request)
        super().shutdown_request(request)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Keep faults of our own for `stop`; a client that went away is none."""
        error = sys.exc_info()[1]
        if error is not None and not isinstance(error, OSError):
            self.failures.append(error)

    def stop(self) -> None:
        """Stop listening, cut every open connection, and raise what went wrong inside a handler."""
        self.stopping.set()
        self.shutdown()
        self.server_close()
        self._loop.join()
        with self._lock:
            left = list(self._open)
        for connection in left:
            try:
                connection.shutdown(socket.SHUT_RDWR)
            except OSError:
                continue  # it was closed in the meantime
        if self.failures:
            raise self.failures[0]


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # else kept-alive clients wait 40 ms for each page
    timeout = 60
    server: Server

    def do_GET(self) -> None:
        headers = {name.lower(): value for name, value in self.headers.items()}
        reply = self.server.respond(self.command, self.path, headers)
        status = 0 if reply.never else reply.status
        self.server.log.append(Request(self.command, self.path, headers, status, time.monotonic()))
        if reply.never:
            self.close_connection = True
            self._stay_silent()
        else:
            self._send(reply)

    def do_HEAD(self) -> None:
        self.do_GET()

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the base class names it so
        pass

    def _send(self, reply: Reply) -> None:
        headers = {"Server": "Warta Contoh", "Date": formatdate(usegmt=True), **reply.headers}
        if reply.status != 304:
            headers.setdefault("Content-Type", reply.type)
        if isinstance(reply.body, bytes):
            promised = int(headers.setdefault("Content-Length", str(len(reply.body))))
            self.close_connection |= promised != len(reply.body)
        else:
            headers["Transfer-Encoding"] = "chunked"
        self.send_response_only(reply.status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        if self.command == "HEAD" or reply.status == 304:
            return
        if isinstance(reply.body, bytes):
            self.wfile.write(reply.body)
        else:
            self._stream(reply.body, reply.pace)

    def _stream(self, chunks: Iterable[bytes], pace: float) -> None:
        end = time.monotonic() + LONGEST
        for chunk in chunks:
            self.wfile.write(b"%x\r\n%b\r\n" % (len(chunk), chunk))
            if self.server.stopping.wait(pace) or time.monotonic() > end:
                self.close_connection = True
                return
        self.wfile.write(b"0\r\n\r\n")

    def _stay_silent(self) -> None:
        end = time.monotonic() + LONGEST
        while not self.server.stopping.wait(0.1) and time.monotonic() < end:
            readable = select.select([self.connection], [], [], 0)[0]
            if readable and not self.connection.recv(1, socket.MSG_PEEK):
                return  # the client has given up
