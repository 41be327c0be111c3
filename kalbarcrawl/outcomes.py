"""Answers and failures as outcomes: a word anyone can count, and an error class that says what exactly happened."""

from __future__ import annotations

import re
from collections.abc import Mapping

BY_STATUS = {
    401: "blocked",
    403: "blocked",
    404: "not_found",
    407: "blocked",
    410: "not_found",
    429: "rate_limited",
    451: "blocked",
    503: "unavailable",
}
BY_EXCEPTION = {
    "CannotResolveHostError": "dns",
    "DNSLookupError": "dns",
    "DownloadTimeoutError": "timeout",
    "TimeoutError": "timeout",
    "DownloadConnectionRefusedError": "network",
    "ConnectError": "network",
    "ConnectionLost": "network",
    "ConnectionDone": "network",
    "TunnelError": "network",
    "DownloadFailedError": "network",
    "ResponseDataLossError": "truncated",
    "UnsupportedURLSchemeError": "wrong_type",
    "PrivateAddressError": "private",
}
"""Outcomes by the name of an exception's class: a name, so that reading outcomes needs no Scrapy."""
BY_MESSAGE = (
    (re.compile(r"robots\.txt"), "robots"),
    (re.compile(r"max redirections"), "redirect_loop"),
    (re.compile(r"DOWNLOAD_MAXSIZE|max size|maxsize", re.IGNORECASE), "too_large"),
    (re.compile(r"certificate|\bSSL\b|\bTLS\b", re.IGNORECASE), "tls"),
)
PLAIN = (
    (re.compile(r"took longer than ([\d.]+?)(?:\.0)? seconds"), r"no answer within \1 s"),
    (re.compile(r"Connection was refused|Connection refused", re.IGNORECASE), "connection refused"),
    (re.compile(r"CannotResolveHost|DNSLookup"), "its name does not resolve"),
    (re.compile(r"Forbidden by robots\.txt"), "robots.txt forbids it"),
    (re.compile(r"max redirections"), "too many redirections"),
    (re.compile(r"DownloadCancelled|DOWNLOAD_MAXSIZE|max size|maxsize", re.IGNORECASE), "larger than DOWNLOAD_MAXSIZE"),
    (re.compile(r"SSL routines', '[^']*', '([^']+)'"), r"\1"),
    (re.compile(r"ConnectionLost|ConnectionDone"), "the connection broke off"),
    (re.compile(r"ResponseDataLoss"), "shorter than announced"),
    (re.compile(r"PrivateAddressError: (.+)"), r"\1"),
)
"""What the classes and messages of failures say, in plain words."""
LONGEST = 200
"""Characters of a failure's message."""
READABLE = re.compile(r"(?:text/(?:html|plain)|application/(?:xhtml\+xml|xml))\b|text/xml\b", re.IGNORECASE)
"""Content types an article may come as; a listing may come as anything, its reader decides."""
NOT_TEXT = (b"%PDF-", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"PK\x03\x04", b"RIFF", b"\x1f\x8b", b"\x00\x00\x00")
CHALLENGES = re.compile(
    rb"cdn-cgi/challenge-platform|challenge-error-text|cf-chl-|cf_chl_|Attention Required! \| Cloudflare"
    rb"|Sucuri WebSite Firewall|_Incapsula_Resource|/_sec/cp_challenge|ddos-guard/js-challenge"
    rb"|<title>\s*(?:Just a moment\.\.\.|DDoS-Guard|One moment, please\.\.\.)\s*</title>"
)
"""What the walls of Cloudflare, Sucuri, Imperva, Akamai and DDoS-Guard leave in the pages they send instead."""
LOOKED_AT = 65_536
"""Bytes from a page's start in which a challenge is looked for: its pages are small."""


def of_response(
    status: int, headers: Mapping[str, str], body: bytes, *, listing: bool = False
) -> tuple[str, str] | None:
    """The outcome and error class of an answer that is no page to read; None for one that is.

    `headers` by lower-case name. A wall's page is "blocked" whatever its status says.
    """
    if is_challenge(headers, body):
        return "blocked", "challenge"
    if status in BY_STATUS:
        return BY_STATUS[status], f"HTTP {status}"
    if status >= 500:
        return "server_error", f"HTTP {status}"
    if status >= 400:
        return "http_error", f"HTTP {status}"
    if status >= 300:
        # The redirect middleware followed what could be followed; what is left leads nowhere on the web.
        return "http_error", f"HTTP {status}"
    if not body.strip():
        return "empty", "no content"
    if not listing and not _is_text(headers.get("content-type", ""), body):
        return "wrong_type", headers.get("content-type") or "binary"
    return None


def is_challenge(headers: Mapping[str, str], body: bytes) -> bool:
    """Whether an answer is a wall's page; `headers` by lower-case name."""
    return headers.get("cf-mitigated") == "challenge" or CHALLENGES.search(body[:LOOKED_AT]) is not None


def of_failure(error: BaseException) -> tuple[str, str]:
    """The outcome of a request that got no answer, and what exactly happened.

    An exception nobody expects here is "error:CLASS", and its message comes with its class: someone must look at it.
    """
    name, text = type(error).__name__, str(error)
    outcome, said = _outcome(error, name, text), f"{name}: {text}"[:LONGEST] if text else name
    return outcome, said if outcome.startswith("error:") else plain(said)


def plain(said: str) -> str:
    """A failure's class and message in plain words where they are known, else as they are."""
    for pattern, words in PLAIN:
        if found := pattern.search(said):
            return found.expand(words)
    return said


def _outcome(error: BaseException, name: str, text: str) -> str:
    if name in ("IgnoreRequest", "DownloadCancelledError", "DownloadFailedError", "ResponseFailed"):
        for pattern, outcome in BY_MESSAGE:
            if pattern.search(text):
                return outcome
    if name == "DownloadCancelledError":
        return "too_large"
    if name in BY_EXCEPTION:
        return BY_EXCEPTION[name]
    return "network" if isinstance(error, OSError) else f"error:{name}"


def _is_text(content_type: str, body: bytes) -> bool:
    if body.startswith(NOT_TEXT):
        return False
    return not content_type or READABLE.match(content_type.strip()) is not None
