"""What kind of page this is: an article to read, or a gallery, a video, a front page, a wall."""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import urlsplit

from kalbarcrawl.json_ld import ARTICLE_TYPES, types_of
from kalbarcrawl.page import Page

PATHS = (
    (
        "gallery",
        re.compile(
            r"(?:\w+-)?(?:foto|photo|photos|galeri|gallery|galleries|inpicture)(?:-\w+)*"
            r"|readfoto|detailfoto|slideshow|infografis"
        ),
    ),
    ("video", re.compile(r"(?:video|videos)(?:-\w+)*|watch|tv|20|20detik|live")),
    (
        "section",
        re.compile(r"(?:tag|tags|topic|topics|topik|category|kategori|indeks|index|search|author|penulis|page)"),
    ),
)
"""Whole path segments or host labels that name a kind of page."""
TYPES = {"ImageGallery": "gallery", "VideoObject": "video", "CollectionPage": "section", "SearchResultsPage": "section"}
LOCKED = "post-password-form"
"""What WordPress prints in place of a protected post."""
STUB = 120
"""A body of fewer words than this is only an article's when nothing else speaks for another kind."""


def kind_of(page: Page, lines: Sequence[str]) -> str:
    """The page's kind, judged by its address, its schema.org types and how much text was found.

    A page with a real body is an article whatever its address says: sections named "foto" do publish stories.
    """
    if not urlsplit(page.url).path.strip("/") and not urlsplit(page.url).query:
        return "front"
    if sum(line.count(" ") + 1 for line in lines) >= STUB:
        return "article"
    if page.tree.find_class(LOCKED):
        return "login"
    declared = set().union(*map(types_of, page.json_ld)) if page.json_ld else set()
    if not declared & ARTICLE_TYPES:
        for name, kind in TYPES.items():
            if name in declared:
                return kind
    return _kind_of_address(page.canonical_url or page.url) or "article"


def _kind_of_address(url: str) -> str | None:
    parts = urlsplit(url)
    host = (parts.hostname or "").split(".")[:-2]
    for kind, pattern in PATHS:
        if any(pattern.fullmatch(word) for word in [*host, *parts.path.lower().split("/")[1:-1]]):
            return kind
    return None
