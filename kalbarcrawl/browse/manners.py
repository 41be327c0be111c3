"""What every answer keeps to: reading only, hosts that are ours, nothing loaded from elsewhere."""

from __future__ import annotations

import socket
from ipaddress import ip_address

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

EVERYWHERE = frozenset({"0.0.0.0", "::"})  # noqa: S104 (to be recognised, not bound)
HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; img-src data:; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Robots-Tag": "noindex",
}
"""No script, nothing of other hosts, and nobody else's page may read or frame ours."""


def ours(host: str, listening: str) -> bool:
    """Whether a Host header names this server, that listens at `listening`.

    A page of a stranger whose name is made to lead to this machine still sends the stranger's name.
    """
    name = _name(host)
    if name in ("localhost", "127.0.0.1", "::1") or name == listening.lower():
        return True
    return listening in EVERYWHERE and (_is_address(name) or name == socket.gethostname().lower())


class Manners:
    """The application behind a check of method and Host; its answers with HEADERS."""

    def __init__(self, app: ASGIApp, listening: str) -> None:
        self.app = app
        self.listening = listening

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def sends(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        refusal = self._refusal(scope)
        await (refusal or self.app)(scope, receive, sends)

    def _refusal(self, scope: Scope) -> PlainTextResponse | None:
        if scope["method"] not in ("GET", "HEAD"):
            return PlainTextResponse("This can only be read.\n", 405, {"Allow": "GET, HEAD"})
        if not ours(Headers(scope=scope).get("host", ""), self.listening):
            return PlainTextResponse("This server is not called that; see --host.\n", 421)
        return None


def _name(host: str) -> str:
    """The name or address in a Host header, without port and brackets."""
    if host.startswith("["):
        return host[1:].partition("]")[0].lower()
    return host.partition(":")[0].lower()


def _is_address(name: str) -> bool:
    try:
        ip_address(name)
    except ValueError:
        return False
    return True
