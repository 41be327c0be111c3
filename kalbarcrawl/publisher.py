"""Publisher: what is known of one newsroom, as a value."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import timedelta
from urllib.parse import urlsplit

from kalbarcrawl.rules import Rules
from kalbarcrawl.sources import Source

NAME = re.compile(r"[a-z0-9][a-z0-9_.-]*")


SPAN = re.compile(r"([1-9]\d*)([smhd])")
UNITS = {"s": "seconds", "m": "minutes", "h": "hours", "d": "days"}


def span_of(text: str) -> timedelta:
    """A number and s, m, h or d, such as 20m, as a span of time. Raises ValueError for anything else."""
    found = SPAN.fullmatch(text)
    if not found:
        raise ValueError(f"{text!r}: a number and s, m, h or d, such as 20m")
    return timedelta(**{UNITS[found[2]]: int(found[1])})


def host_of(url: str) -> str:
    """Lower-case host of an address, without "www."."""
    return (urlsplit(url).hostname or "").removeprefix("www.")


@dataclass(frozen=True, kw_only=True)
class Publisher:
    """One newsroom: where its articles are listed, how its pages read, and on what that knowledge rests.

    Raises ValueError when a fact is missing or malformed.
    """

    name: str
    """File name, spider name, and the `publisher` of every record."""
    title: str
    home: str
    evidence: str
    """What the facts rest on and when it was seen."""
    region: str = "Indonesia"
    family: str = ""
    """The system its site runs on, where it is shared: "wordpress", "blogger", ..."""
    hosts: tuple[str, ...] = ()
    """Further hosts of the same newsroom; a host stands for its sub-domains too."""
    sources: tuple[Source, ...] = ()
    rules: Rules = field(default_factory=Rules)
    """What this site corrects; the generic rules stand behind each field."""
    boilerplate: tuple[str, ...] = ()
    """Regular expressions, matched against whole lines: furniture only this newsroom has."""
    datelines: tuple[str, ...] = ()
    """The newsroom's own names as they open a story."""
    timezone: str = "Asia/Jakarta"
    language: str = "id"
    """What its stories are written in unless they show otherwise; "" where nobody knows."""
    clock_known: bool = True
    """False where `timezone` is a guess: then instants given in UTC are left in UTC."""
    trust_z: bool = True
    """False where the site writes local times with a "Z"."""
    every: str = "1h"
    """How often a scheduled crawl looks, until it has seen how often there is something new: a number and m, h or d."""
    delay: float | None = None
    """Seconds between two requests to one host; None leaves it to the settings."""
    concurrency: int = 1
    """Requests under way at once to one host."""

    def __post_init__(self) -> None:
        if not NAME.fullmatch(self.name):
            raise ValueError(f"publisher name {self.name!r}: use lower-case letters, digits, _ . and -")
        if not host_of(self.home):
            raise ValueError(f"publisher {self.name}: home {self.home!r} is no web address")
        if not self.evidence.strip():
            raise ValueError(f"publisher {self.name}: evidence is empty; say what the facts rest on")
        if not re.fullmatch(r"[1-9]\d*[mhd]", self.every):
            raise ValueError(f"publisher {self.name}: every {self.every!r}: a number and m, h or d, such as 1h")

    @property
    def interval(self) -> timedelta:
        """`every` as a span of time."""
        return span_of(self.every)

    @property
    def all_hosts(self) -> tuple[str, ...]:
        """Every host of this newsroom, the home's first."""
        return (host_of(self.home), *self.hosts)

    def owns(self, url: str) -> bool:
        """Whether an address lies on one of this newsroom's hosts or their sub-domains, and below its home."""
        return self.claim(url) > 0

    def claim(self, url: str) -> int:
        """How exactly an address is this newsroom's: the length of the host and path that say so, 0 where none does.

        A home with a path is a newsroom on somebody else's host, and owns no address outside that path.
        """
        host, below = host_of(url), f"{urlsplit(url).path}/"
        path = urlsplit(self.home).path.rstrip("/")
        if path and not below.startswith(f"{path}/"):
            return 0
        return max((len(own + path) for own in self.all_hosts if host == own or host.endswith(f".{own}")), default=0)
