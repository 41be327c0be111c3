"""What long commands say on standard error: a line an event, for people or as JSON, and never a password."""

from __future__ import annotations

import json
import logging
import os
import re
import sys
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from types import MappingProxyType, TracebackType
from typing import Any, Literal
from urllib.parse import unquote

Format = Literal["human", "json"]
SAID = logging.getLogger("kalbarcrawl.said")
"""What is said to whoever runs a command, as opposed to what went wrong inside."""
QUIET = ("scrapy.downloadermiddlewares.robotstxt", "scrapy.core.downloader.handlers.http11", "scrapy.core.scraper")
"""Loggers that repeat, some with a traceback, what the outcomes say."""
SECRET = ("KALBARCRAWL_STORE", "KALBARCRAWL_QUEUE", "KALBARCRAWL_ALERTS", "http_proxy", "https_proxy", "HTTPS_PROXY")
"""Variables that hold addresses with passwords in them."""
CREDENTIALS = re.compile(r"(?<=://)[^/\s@:\"']*:[^/\s@\"']*@")
"""Name and password before an address' host."""
CARELESS = (re.compile(r"://[^/\s@:]*:([^\s@]+)@"), re.compile(r"://[^/\s@:]*:(\S+)@"))
"""The password of an address in which nothing was percent-encoded: up to the first @, or the last."""
NONE: Mapping[str, Any] = MappingProxyType({})
SHORTEST = 4
"""A password so short as to stand in ordinary words could not be hidden without hiding those."""


def set_up(format: Format = "human", *, verbose: bool = False, secrets: Iterable[str] = ()) -> None:  # noqa: A002
    """Send the log of this process to standard error, in place of what an earlier call set up.

    All of ours from warnings on and others' errors, or everything where `verbose`. `secrets` are addresses whose
    passwords must not appear, beside those in the environment.
    """
    for handler in [one for one in logging.root.handlers if isinstance(one, _Handler)]:
        logging.root.removeHandler(handler)
    handler = _Handler(sys.stderr)
    handler.setLevel(logging.DEBUG if verbose else logging.INFO)
    hidden = passwords([*secrets, *(os.environ.get(name, "") for name in SECRET)])
    handler.setFormatter(_Json(hidden) if format == "json" else _Human(hidden))
    if not verbose:
        handler.addFilter(is_for_people)
    logging.root.addHandler(handler)
    SAID.setLevel(logging.INFO)
    if format == "json":
        logging.captureWarnings(capture=True)
        sys.excepthook = _uncaught


def say(text: str, event: str, facts: Mapping[str, Any] = NONE, *, level: int = logging.INFO) -> None:
    """Say something to whoever runs the command; `event` and `facts` are for those who read JSON instead."""
    SAID.log(level, "%s", text, extra={"event": event, "facts": facts})


def is_for_people(record: logging.LogRecord) -> bool:
    """Whether a record matters to one who crawls: what is said, all warnings of ours, of others only errors."""
    if record.name == SAID.name:
        return True
    ours = record.levelno >= logging.WARNING and record.name.startswith(("kalbarcrawl", "py.warnings"))
    return record.name not in QUIET and (ours or record.levelno >= logging.ERROR)


def passwords(addresses: Iterable[str]) -> frozenset[str]:
    """The passwords in addresses, as written and as meant; of several in one text, all."""
    found = [match[1] for text in addresses for form in CARELESS for match in form.finditer(text)]
    return frozenset(word for one in found for word in (one, unquote(one)) if len(word) >= SHORTEST)


def without(text: str, hidden: Iterable[str] = ()) -> str:
    """A text without these passwords, and without any before an address' host."""
    for word in hidden:
        text = text.replace(word, "***")
    return CREDENTIALS.sub("***@", text)


def safe(error: BaseException) -> str:
    """An error in words for the terminal: what the database said, or the system and of which file; no password."""
    said = str(getattr(error, "orig", None) or error)
    if isinstance(error, OSError) and error.strerror:
        said = f"{error.filename}: {error.strerror}" if error.filename else error.strerror
    return without(said, passwords(os.environ.get(name, "") for name in SECRET))


class _Handler(logging.StreamHandler[Any]):
    """Ours, to be told from others'."""


class _Human(logging.Formatter):
    def __init__(self, hidden: frozenset[str]) -> None:
        super().__init__("%(levelname)s %(name)s: %(message)s")
        self.hidden = hidden

    def format(self, record: logging.LogRecord) -> str:
        text = record.getMessage() if record.name == SAID.name else super().format(record)
        return without(text, self.hidden)


class _Json(logging.Formatter):
    def __init__(self, hidden: frozenset[str]) -> None:
        super().__init__()
        self.hidden = hidden

    def format(self, record: logging.LogRecord) -> str:
        line: dict[str, Any] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "event": getattr(record, "event", "log"),
            "message": record.getMessage(),
        }
        spider = getattr(record, "spider", None)
        line |= {"publisher": spider.name} if spider is not None else {}
        facts = getattr(record, "facts", {})
        line |= {name: fact for name, fact in facts.items() if name not in line}
        if record.exc_info:
            line["exception"] = self.formatException(record.exc_info)
        return json.dumps(_hidden(line, self.hidden), ensure_ascii=False, default=str)


def _hidden(value: Any, hidden: frozenset[str]) -> Any:
    """The same with every text in it, however deep, without passwords."""
    if isinstance(value, str):
        return without(value, hidden)
    if isinstance(value, Mapping):
        return {key: _hidden(one, hidden) for key, one in value.items()}
    if isinstance(value, (list, tuple)):
        return [_hidden(one, hidden) for one in value]
    return value


def _uncaught(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    if issubclass(kind, KeyboardInterrupt):
        sys.__excepthook__(kind, error, trace)
    else:
        logging.getLogger("kalbarcrawl").critical("%s: %s", kind.__name__, error, exc_info=(kind, error, trace))
