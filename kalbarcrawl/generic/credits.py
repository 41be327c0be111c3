"""Credits in print: who wrote and who edited it, though the head declares another or nobody."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from kalbarcrawl.blocks import read_blocks
from kalbarcrawl.generic.authors import MOST, named
from kalbarcrawl.items import Origin
from kalbarcrawl.page import Page
from kalbarcrawl.rules import Rule
from kalbarcrawl.text import people

EDITOR = ("editor", "penyunting", "redaktur", "red:", "red :")
WRITER = ("penulis", "reporter", "pewarta", "wartawan", "jurnalis", "oleh", "by", "writer", "rep:", "rep :")
CREDIT = re.compile(
    r"(?i)\W*(?:penulis|reporter|rep|pewarta|wartawan|jurnalis|peliput|kontributor|laporan)\s*[:|]\s*\w.{2,100}"
)
SAMPLE = 10_000
"""Characters that tell a page's language."""
GAP = 4
"""So many blanks and colons stand between a label and its name at most."""
MANY = 1_000
"""So many places of one label are looked at."""


@dataclass(frozen=True)
class Writers:
    """What another rule finds, without those whom the page prints as the story's editors and not as its writers."""

    rule: Rule

    @property
    def origin(self) -> Origin:
        """The origin of the rule asked."""
        return self.rule.origin

    def __call__(self, page: Page) -> list[str]:
        return [text for text in self.rule(page) if not _is_editor(text, page)]

    def __str__(self) -> str:
        return str(self.rule)


@dataclass(frozen=True)
class DeclaredEditors:
    """Those whom some rules find as authors and the page prints as editors."""

    rules: Sequence[Rule]
    origin: Origin = "meta"

    def __call__(self, page: Page) -> list[str]:
        found = (text for rule in self.rules for text in rule(page))
        return named([text for text in islice(found, MOST) if _is_editor(text, page)], page)

    def __str__(self) -> str:
        return "declared author, printed as editor"


@dataclass(frozen=True)
class CreditPrinted:
    """The first line of the page that is a label and people: "Penulis: X", "Rep: X/ Red: Y"."""

    origin: Origin = "byline"

    def __call__(self, page: Page) -> list[str]:
        if page.dom.body is None or not any(label in _shown(page) for label in WRITER):
            return []
        lines = (block.text for block in read_blocks(page.dom.body) if CREDIT.fullmatch(block.text))
        return next((found for line in lines if (found := named([line], page))), [])

    def __str__(self) -> str:
        return "credit printed"


def _is_editor(text: str, page: Page) -> bool:
    names = people(text).authors
    return bool(names) and all(_is_printed_editor(name, page) for name in names)


def _is_printed_editor(name: str, page: Page) -> bool:
    """Whether the page has "Editor: NAME", and not "Penulis: NAME" too; in English an editor may well be the writer."""
    name = " ".join(name.casefold().split())
    return _is_malay(page) and _stands_behind(EDITOR, name, page) and not _stands_behind(WRITER, name, page)


def _stands_behind(labels: Sequence[str], name: str, page: Page) -> bool:
    """Whether one of the labels stands before a name, as whole words."""
    shown, end = _shown(page), len(name)
    for label in labels:
        for place in _places(page)[label]:
            behind = shown[place + len(label) : place + len(label) + GAP + end + 1].lstrip(" :|-")
            whole = not shown[place - 1 : place].isalpha() and not behind[end : end + 1].isalpha()
            if whole and behind.startswith(name):
                return True
    return False


@lru_cache(maxsize=4)
def _places(page: Page) -> dict[str, list[int]]:
    """Where the page's text has each label, the first `MANY` times."""
    found = {label: islice(re.finditer(re.escape(label), _shown(page)), MANY) for label in (*EDITOR, *WRITER)}
    return {label: [one.start() for one in places] for label, places in found.items()}


@lru_cache(maxsize=4)
def _is_malay(page: Page) -> bool:
    """Whether the page is in Indonesian or Malay: menus would mislead `language_of`; the middle of a page is enough."""
    shown = _shown(page)
    middle = max(0, (len(shown) - SAMPLE) // 2)
    sample = shown[middle : middle + SAMPLE]
    return sum(map(sample.count, (" yang ", " dan ", " dengan "))) > sum(map(sample.count, (" the ", " and ", " of ")))


@lru_cache(maxsize=4)
def _shown(page: Page) -> str:
    """The page's text, case and white space folded."""
    body = page.dom.body
    return " ".join(body.text(separator=" ").casefold().split()) if body is not None else ""
