"""What a site reserves: robots rules for AI agents, text and data mining reservations, indexing, a stated licence."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from fnmatch import fnmatchcase
from typing import Any
from urllib.parse import urlsplit

from protego import Protego

from kalbarcrawl.json_ld import strings
from kalbarcrawl.page import Page

AI_AGENTS = (
    "AI2Bot", "Amazonbot", "anthropic-ai", "Applebot-Extended", "Bytespider", "CCBot", "ClaudeBot", "cohere-ai",
    "Diffbot", "Google-Extended", "GPTBot", "Meta-ExternalAgent", "PerplexityBot",
)  # fmt: skip
"""Agents that collect text for language models, by the names their operators ask robots.txt to use."""
DIRECTIVES = frozenset({"noindex", "noarchive", "nosnippet", "noai", "noimageai", "none"})
"""Words of the robots meta element and the X-Robots-Tag header that reserve something."""
RESERVATION, POLICY = "tdm-reservation", "tdm-policy"
"""The words of the TDM Reservation Protocol (W3C Community Group, 2024), alike in headers, meta and tdmrep.json."""


def page_rights(page: Page) -> dict[str, Any]:
    """What an article's own page and answer reserve; only what is there.

    Keys: `directives` (words of robots meta and X-Robots-Tag), `tdm_reservation` (true or false), `tdm_policy`,
    `licence` (an address or a text).
    """
    said = ",".join([*page.meta.get("robots", ()), page.headers.get("x-robots-tag", "")])
    directives = sorted(DIRECTIVES & {word.strip().lower() for word in said.split(",")})
    declared = {
        name: page.headers.get(name) or next(iter(page.meta.get(name, ())), None) for name in (RESERVATION, POLICY)
    }
    return _without_empty(
        {
            "directives": directives,
            "tdm_reservation": _reserved(declared[RESERVATION]),
            "tdm_policy": declared[POLICY],
            "licence": _licence(page),
        }
    )


def robots_rights(robots: str, url: str) -> dict[str, Any]:
    """What a robots.txt says: its hash, and the AI agents that may not fetch an address."""
    rules = Protego.parse(robots)
    return {
        "robots_sha256": hashlib.sha256(robots.encode()).hexdigest(),
        "ai_agents_refused": [agent for agent in AI_AGENTS if not rules.can_fetch(url, agent)],
    }


def tdmrep_rights(tdmrep: str, url: str) -> dict[str, Any]:
    """What a site's /.well-known/tdmrep.json reserves for an address: the rule whose location matches first.

    A file that is not of the protocol's form reserves nothing.
    """
    try:
        rules = json.loads(tdmrep)
    except ValueError:
        return {}
    path = urlsplit(url).path or "/"
    for rule in rules if isinstance(rules, list) else ():
        location = rule.get("location") if isinstance(rule, dict) else None
        if isinstance(location, str) and (
            fnmatchcase(path, location) or fnmatchcase(path, f"{location.rstrip('/')}/*")
        ):
            policy = rule.get(POLICY)
            found = {"tdm_reservation": _reserved(rule.get(RESERVATION)), "tdm_policy": policy or None}
            return _without_empty(found)
    return {}


def reserves(rights: Mapping[str, Any]) -> bool:
    """Whether the site keeps an article from being mined: reserved, not to be archived, or closed to AI agents."""
    directives = set(rights.get("directives", ()))
    return bool(
        rights.get("tdm_reservation") or directives & {"noarchive", "noai", "none"} or rights.get("ai_agents_refused")
    )


def _reserved(value: object) -> bool | None:
    return None if value is None or str(value).strip() not in ("0", "1") else str(value).strip() == "1"


def _licence(page: Page) -> str | None:
    for address in filter(None, page.licences):
        absolute = page.join(address)
        if absolute:
            return absolute
    return next((text for node in page.json_ld for text in strings(node.get("license"))), None)


def _without_empty(found: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in found.items() if value not in (None, [], "")}
