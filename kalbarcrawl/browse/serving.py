"""The server: a socket of our own, the index kept in step with the store behind it."""

from __future__ import annotations

import socket
import sqlite3
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from ipaddress import ip_address
from pathlib import Path

import uvicorn
from sqlalchemy.exc import SQLAlchemyError
from starlette.applications import Starlette

from kalbarcrawl.browse.index import refresh
from kalbarcrawl.store import Store

PAUSE = 60.0
"""Seconds at least between two looks at what the store holds that is new."""
SHARE = 30
"""The pause is at least so many times what the last look took: a large store is not read all the time."""


def listen(host: str, port: int) -> socket.socket:
    """A socket that listens there; port 0 takes a free one. Raises OSError."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    opened = socket.socket(family, socket.SOCK_STREAM)
    try:
        opened.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        opened.bind((host, port))
        opened.listen(128)
    except BaseException:
        opened.close()
        raise
    return opened


def address_of(opened: socket.socket) -> str:
    """The address to type into a browser."""
    host, port = opened.getsockname()[:2]
    name = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(host, f"[{host}]" if ":" in host else host)  # noqa: S104
    return f"http://{name}:{port}/"


def is_own(opened: socket.socket) -> bool:
    """Whether only this machine can reach a socket."""
    return ip_address(opened.getsockname()[0]).is_loopback


def serve(app: Starlette, opened: socket.socket) -> None:
    """Answer until somebody ends it with Ctrl-C."""
    config = uvicorn.Config(app, log_level="warning", access_log=False, lifespan="off", server_header=False)
    with suppress(KeyboardInterrupt):  # uvicorn raises it again once all is closed
        uvicorn.Server(config).run(sockets=[opened])


@contextmanager
def kept_fresh(store: Store, index: Path, says: Callable[[str], None]) -> Iterator[None]:
    """Bring the index up to date now and then while the block runs; `says` is told of what goes wrong."""
    end = threading.Event()

    def work() -> None:
        pause = PAUSE
        while not end.wait(pause):
            begun = time.monotonic()
            try:
                refresh(store, index, now=datetime.now(UTC))
            except (sqlite3.Error, SQLAlchemyError, OSError) as error:
                says(f"the index is not brought up to date: {error}")
            pause = max(PAUSE, SHARE * (time.monotonic() - begun))

    worker = threading.Thread(target=work, name="index", daemon=True)
    worker.start()
    try:
        yield
    finally:
        end.set()
        worker.join(timeout=5)
