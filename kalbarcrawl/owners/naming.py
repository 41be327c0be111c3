"""What a newsroom is called: by itself, as a file, and as its stories open."""

from __future__ import annotations

import ipaddress
import re
from collections import Counter
from collections.abc import Iterable, Sequence

from kalbarcrawl.extract import extract
from kalbarcrawl.generic import undescribed
from kalbarcrawl.generic.prose import folded
from kalbarcrawl.json_ld import strings, types_of
from kalbarcrawl.page import Page
from kalbarcrawl.publisher import host_of
from kalbarcrawl.refine import cleaned_text
from kalbarcrawl.rules import texts

PARTS = re.compile(r"\s+[|»·•–—:-]+\s+|\s*\|\s*")
SUFFIXES = re.compile(r"\.(?:(?:co|go|or|web|ac|sch|my|net|desa|com|blogspot|wordpress)\.)?[a-z]{2,6}$")
"""What stands behind a newsroom's name in its host."""
NEWSROOMS = frozenset({"NewsMediaOrganization", "Organization", "WebSite"})
ZONES = (
    (re.compile(r"kalimantan barat|kalbar|pontianak", re.IGNORECASE), "Asia/Pontianak"),
    (
        re.compile(
            r"kalimantan (?:timur|selatan|utara)|kal(?:tim|sel|tara)|sulawesi|bali|nusa tenggara", re.IGNORECASE
        ),
        "Asia/Makassar",
    ),
    (re.compile(r"maluku|papua", re.IGNORECASE), "Asia/Jayapura"),
)
"""Where Indonesia's clocks change."""


def title_of(home: Page, articles: Sequence[Page]) -> str:
    """What a site calls itself; its host where it says nothing."""
    for page in (home, *articles):
        for name in ("og:site_name", "application-name"):
            if page.meta.get(name):
                return page.meta[name][0]
    for node in home.json_ld:
        if types_of(node) & NEWSROOMS and (names := strings(node.get("name"))):
            return names[0]
    own = _parts(home)
    # The part that articles' titles share with the front page's is the name, the other one a motto.
    behind = {folded(part) for page in articles for part in _parts(page)[1:]}
    shared = next((part for part in own if folded(part) in behind), None)
    host = folded(host_of(home.url))
    by_host = next((part for part in own if len(part) > 3 and folded(part) in host), None)
    return shared or by_host or (own[0] if own else host_of(home.url))


def name_of(home: str, title: str) -> str:
    """A name for the publisher's file: the host's own part, or the title where the host is a number."""
    host = host_of(home)
    if not is_number(host) and "." in host:
        return re.sub(r"[^a-z0-9]", "", SUFFIXES.sub("", host)) or "newsroom"
    return re.sub(r"[^a-z0-9]", "", title.lower()) or "newsroom"


def is_number(host: str) -> bool:
    """Whether a host is an IP address."""
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


def zone_of(region: str | None) -> str | None:
    """The zone of a region's clocks, where its name tells."""
    return next((zone for pattern, zone in ZONES if region and pattern.search(region)), None)


def outlets_in(articles: Iterable[Page], title: str, home: str) -> tuple[str, ...]:
    """The outlets that open the articles and are this newsroom: their letters are in its title or its host."""
    own = {folded(title), folded(host_of(home)), folded(SUFFIXES.sub("", host_of(home)))}
    found: Counter[str] = Counter()
    for page in articles:
        publisher = undescribed(page.url)
        dateline = cleaned_text(extract(page, publisher), publisher).dateline
        if dateline and dateline.outlet:
            found[dateline.outlet] += 1
    return tuple(
        outlet
        for outlet, _ in found.most_common()
        if any(folded(outlet) in name or name in folded(outlet) for name in own if name)
    )


def _parts(page: Page) -> list[str]:
    title = next(iter(texts(page.tree.xpath("//title[1]"))), "")
    return [part for part in PARTS.split(title) if part]
