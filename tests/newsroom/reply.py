"""What is asked and what is answered, as values."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import format_datetime, parsedate_to_datetime

HTML = "text/html; charset=UTF-8"


@dataclass(frozen=True)
class Request:
    """One request as the server saw it; `status` is 0 where it never answered."""

    method: str
    path: str
    """With the query."""
    headers: Mapping[str, str]
    """Names in lower case."""
    status: int
    at: float
    """Seconds of time.monotonic()."""


@dataclass(frozen=True)
class Reply:
    """An answer; a body that is no bytes is streamed in chunks, `pace` seconds apart."""

    status: int = 200
    body: bytes | Iterable[bytes] = b""
    type: str = HTML
    headers: Mapping[str, str] = field(default_factory=dict)
    pace: float = 0.0
    never: bool = False
    """Take the request and stay silent."""


def page(html: str, status: int = 200, **headers: str) -> Reply:
    """An HTML answer in UTF-8; underscores in header names stand for hyphens."""
    return Reply(status, html.encode(), headers={name.replace("_", "-"): v for name, v in headers.items()})


def listing(body: bytes, content_type: str, changed: datetime) -> Reply:
    """An answer that carries validators, as a WordPress feed does."""
    etag = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
    moment = format_datetime(changed.astimezone(UTC), usegmt=True)
    return Reply(200, body, content_type, {"ETag": etag, "Last-Modified": moment})


def if_changed(reply: Reply, headers: Mapping[str, str]) -> Reply:
    """The reply, or 304 where the client's validators still hold; an ETag outweighs a date."""
    unchanged = Reply(304, headers=reply.headers)
    etag, since = headers.get("if-none-match"), headers.get("if-modified-since")
    if "ETag" not in reply.headers or reply.status != 200:
        return reply
    if etag:
        held = {value.strip().removeprefix("W/") for value in etag.split(",")}
        return unchanged if held & {reply.headers["ETag"], "*"} else reply
    return unchanged if since and _is_since(since, reply.headers["Last-Modified"]) else reply


def _is_since(asked: str, changed: str) -> bool:
    try:
        return parsedate_to_datetime(asked) >= parsedate_to_datetime(changed)
    except (TypeError, ValueError):
        return False  # no date, or one without a zone: HTTP asks to ignore it
