"""What kind of page this is: an article to read, or a front page, a list, a gallery, a video, an error, a wall."""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import urlsplit

from kalbarcrawl.dom import attribute, elements, text_within
from kalbarcrawl.generic.story import story_of
from kalbarcrawl.json_ld import ARTICLE_TYPES, types_of
from kalbarcrawl.page import Page
from kalbarcrawl.rules import texts

PATHS = (
    (
        "gallery",
        re.compile(
            r"(?:\w+-)?(?:foto|photo|photos|galeri|gallery|galleries|inpicture)(?:-\w+)*"
            r"|readfoto|detailfoto|slideshow|infografis"
        ),
    ),
    ("video", re.compile(r"(?:video|videos)(?:-\w+)*|watch|tv|20detik|live")),
    ("tag", re.compile(r"(?:tag|tags|topic|topics|topik)")),
    ("section", re.compile(r"(?:category|kategori|kanal|rubrik|indeks|index|search|author|penulis|page)")),
    ("login", re.compile(r"(?:login|signin|sign-in|masuk|register|daftar)")),
)
"""Whole path segments or host labels that name a kind of page."""
HOSTS = {"20": "video"}
"""Host labels that name one too, which in a path would be a day (20.detik.com)."""
TYPES = {"CollectionPage": "section", "SearchResultsPage": "section", "ImageGallery": "gallery", "VideoObject": "video"}
LISTS = {"archive": "section", "search-results": "section", "error404": "soft_404"}
"""Class names WordPress gives to the body of pages that are no post."""
LOCKED = "post-password-form"
"""What WordPress prints in place of a protected post."""
WALLS = (
    (
        "challenge",
        re.compile(
            r"just a moment|attention required|access denied|are you (?:a )?(?:human|robot)"
            r"|verif(?:y|ying) (?:that )?you"
            r"|checking your browser|pardon our interruption|ddos[ -]guard|security check|robot or human|one more step"
            r"|request unsuccessful|captcha",
            re.IGNORECASE,
        ),
    ),
    (
        "soft_404",
        re.compile(
            r"\b404\b|\bnot found\b|(?:can(?:no|')t|could ?n(?:o|')t) (?:be )?f(?:i|ou)nd"
            r"|does ?n(?:o|')t exist|no longer available|tidak (?:di)?temukan|tidak tersedia"
            r"|tidak ada lagi|sudah dihapus|telah dihapus|page unavailable",
            re.IGNORECASE,
        ),
    ),
    (
        "login",
        re.compile(r"^\W*(?:log ?in|sign ?in|masuk|login|subscribe to (?:read|continue))\b.{0,40}$", re.IGNORECASE),
    ),
)
"""What title and headings of a page say that stands in an article's place."""
INDEX = re.compile(r"/?(?:(?:index|default|home|beranda)(?:\.\w+)?)?/?", re.IGNORECASE)
PASSWORDS = "input[type=password]"
HEADING = 2_000
"""Letters and nodes of a heading, white space among them, beyond which it says no such thing."""
HEADINGS = "title, h1, h2:first-of-type"
LINKED_HEADINGS = "h2:has(a[href]), h3:has(a[href]), h4:has(a[href]), a[href] > h2, a[href] > h3, a[href] > h4"
STUB = 120
"""A body of fewer words than this is only an article's when nothing else speaks for another kind."""
SCRAP = 60
"""A body of fewer words than this among many teasers is no article's."""
MANY = 10
"""Teasers from which on a page without an article to speak of is a list of them."""


def kind_of(page: Page, lines: Sequence[str], *, generic: bool = False) -> str:
    """The page's kind, by its address, what it declares, and how much text was found.

    A page with a real body is an article whatever its address says: sections named "foto" do publish stories.
    `generic` says that no rule of the publisher's own found the lines, so they may be a list's teasers.
    """
    address = urlsplit(page.url)
    if INDEX.fullmatch(address.path) and not address.query:
        return "front"
    words = sum(line.count(" ") + 1 for line in lines)
    declared = set().union(*map(types_of, page.json_ld)) if page.json_ld else set()
    is_declared = bool(declared & ARTICLE_TYPES) or "article:published_time" in page.meta
    if words >= STUB:
        is_list = generic and not is_declared and (_lists(page) is not None or story_of(page).is_list)
        return "section" if is_list else "article"
    return (
        _wall(page, words)
        or _lists(page)
        or (
            None if declared & ARTICLE_TYPES else next((kind for name, kind in TYPES.items() if name in declared), None)
        )
        or _kind_of_address(page.canonical_url or page.url)
        or (None if is_declared or words >= SCRAP else _scraps(page))
        or "article"
    )


def _wall(page: Page, words: int) -> str | None:
    """The kind of a page that stands in an article's place: an error, a login, a challenge."""
    if page.dom.css(f".{LOCKED}"):
        return "login"
    if page.status in (404, 410):
        return "soft_404"
    if words >= SCRAP:
        return None
    said = texts([text_within(heading, HEADING) for heading in elements(HEADINGS, page.dom)])
    for kind, pattern in WALLS:
        if any(len(text) < 120 and pattern.search(text) for text in said):
            return kind
    return "login" if page.dom.css(PASSWORDS) else None


def _lists(page: Page) -> str | None:
    """What the class of the body says, as WordPress writes it."""
    body = page.dom.body
    names = set() if body is None else set((attribute(body, "class") or "").split())
    if names & {"single", "single-post", "singular"}:
        return None
    if {"home", "blog"} <= names:
        return "front"
    return next((kind for name, kind in LISTS.items() if name in names), None)


def _scraps(page: Page) -> str | None:
    """The kind of a page that declares no article and has next to no text."""
    if any(kind.startswith("video") for kind in page.meta.get("og:type", [])) or "og:video" in page.meta:
        return "video"
    return "section" if len(elements(LINKED_HEADINGS, page.dom)) >= MANY else None


def _kind_of_address(url: str) -> str | None:
    parts = urlsplit(url)
    host = (parts.hostname or "").split(".")[:-2]
    segments = parts.path.lower().split("/")
    for word in host:
        if word in HOSTS:
            return HOSTS[word]
    for kind, pattern in PATHS:
        if any(pattern.fullmatch(word) for word in [*host, *segments[1:-1]]):
            return kind
    return "login" if PATHS[-1][1].fullmatch(segments[-1].removesuffix(".php").removeprefix("wp-")) else None
