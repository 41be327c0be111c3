"""What a page, a robots.txt and a tdmrep.json reserve."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from kalbarcrawl.page import Page
from kalbarcrawl.rights import page_rights, reserves, robots_rights, tdmrep_rights

URL = "https://contoh.example/daerah/judul"


def page(html: str, **headers: str) -> Page:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Page(URL, html.encode(), datetime(2024, 2, 5, tzinfo=UTC), headers=named)


@pytest.mark.parametrize(
    ("read", "expected"),
    [
        (page(""), {}),
        (page('<meta name="robots" content="index, follow">'), {}),
        (page('<meta name="robots" content="NOINDEX, noarchive">'), {"directives": ["noarchive", "noindex"]}),
        (page("", x_robots_tag="noai, noimageai"), {"directives": ["noai", "noimageai"]}),
        (page('<meta name="tdm-reservation" content="1">'), {"tdm_reservation": True}),
        (page("", tdm_reservation="0"), {"tdm_reservation": False}),
        (page("", tdm_reservation="1", tdm_policy="https://contoh.example/tdm.json"),
         {"tdm_reservation": True, "tdm_policy": "https://contoh.example/tdm.json"}),
        (page("", tdm_reservation="perhaps"), {}),
        (page('<a rel="license" href="/lisensi">CC</a>'), {"licence": "https://contoh.example/lisensi"}),
        (page('<script type="application/ld+json">{"@type": "NewsArticle", "license": "CC BY 4.0"}</script>'),
         {"licence": "CC BY 4.0"}),
    ],
)  # fmt: skip
def test_page_rights(read: Page, expected: dict[str, Any]) -> None:
    assert page_rights(read) == expected


def test_robots_rights_name_the_agents_refused_for_this_address() -> None:
    robots = "User-agent: GPTBot\nUser-agent: CCBot\nDisallow: /\n\nUser-agent: ClaudeBot\nDisallow: /iklan/\n"
    found = robots_rights(robots, URL)
    assert found["ai_agents_refused"] == ["CCBot", "GPTBot"]
    assert len(found["robots_sha256"]) == 64
    assert robots_rights("", URL)["ai_agents_refused"] == []


@pytest.mark.parametrize(
    ("tdmrep", "expected"),
    [
        ('[{"location": "/", "tdm-reservation": 1}]', {"tdm_reservation": True}),
        ('[{"location": "/daerah/*", "tdm-reservation": 0}, {"location": "/", "tdm-reservation": 1}]',
         {"tdm_reservation": False}),
        ('[{"location": "/lain/", "tdm-reservation": 1}]', {}),
        ('[{"location": "/daerah", "tdm-reservation": 1, "tdm-policy": "https://contoh.example/p"}]',
         {"tdm_reservation": True, "tdm_policy": "https://contoh.example/p"}),
        ("<html>404</html>", {}),
        ('{"location": "/"}', {}),
        ('[3, {"location": 7}]', {}),
    ],
)  # fmt: skip
def test_tdmrep(tdmrep: str, expected: dict[str, Any]) -> None:
    assert tdmrep_rights(tdmrep, URL) == expected


@pytest.mark.parametrize(
    ("rights", "expected"),
    [
        ({}, False),
        ({"tdm_reservation": False, "ai_agents_refused": [], "directives": ["noindex"]}, False),
        ({"tdm_reservation": True}, True),
        ({"directives": ["noarchive"]}, True),
        ({"ai_agents_refused": ["GPTBot"]}, True),
    ],
)
def test_reserves(rights: dict[str, Any], expected: bool) -> None:
    assert reserves(rights) is expected
