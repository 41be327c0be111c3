"""The body: the story the page's markup shows, else what the page declares or carries along, else trafilatura."""

from __future__ import annotations

import re
from copy import deepcopy
from dataclasses import dataclass
from functools import lru_cache

from lxml import html as lxml_html

from kalbarcrawl.blocks import blocks_of
from kalbarcrawl.generic.embedded import embedded_lines
from kalbarcrawl.generic.story import Story, story_of
from kalbarcrawl.generic.weight import is_too_heavy
from kalbarcrawl.items import Origin
from kalbarcrawl.json_ld import strings
from kalbarcrawl.page import Page

SURE = 120
"""Words of prose from which on a story needs no second opinion."""
TOO_MUCH = 2500
"""Words of prose from which on a story may be several."""
MORE = 1.6
"""How many times as long another candidate must be to be the better one."""


@dataclass(frozen=True)
class StoryBody:
    """The container that holds most of the page's sentences, without furniture; nothing where it is doubtful."""

    doubtful: bool = False
    """Whether a doubtful story will do."""
    origin: Origin = "byline"

    def __call__(self, page: Page) -> list[str]:
        story = story_of(page)
        return list(story.lines) if self.doubtful or not is_doubtful(story) else []

    def __str__(self) -> str:
        return "doubtful story" if self.doubtful else "story"


@dataclass(frozen=True)
class DeclaredBody:
    """The articleBody of the page's schema.org article, where the markup shows much less of it."""

    origin: Origin = "json_ld"

    def __call__(self, page: Page) -> list[str]:
        for node in page.articles:
            lines = declared_lines(strings(node.get("articleBody")))
            if _is_fuller(lines, page):
                return lines
        return []

    def __str__(self) -> str:
        return "json_ld articleBody"


@dataclass(frozen=True)
class EmbeddedBody:
    """The text in the state a page carries for its scripts, where the markup shows much less of it."""

    origin: Origin = "json_ld"

    def __call__(self, page: Page) -> list[str]:
        lines = embedded_lines(page)
        return lines if _is_fuller(lines, page) else []

    def __str__(self) -> str:
        return "embedded state"


@dataclass(frozen=True)
class Trafilatura:
    """The body as trafilatura finds it in its precision mode, where it found more, or a part of a doubtful story."""

    origin: Origin = "byline"

    def __call__(self, page: Page) -> list[str]:
        story, lines = story_of(page), trafilatura_lines(page)
        mine, theirs = _story_grams(page), _grams(lines)
        if story.words < TOO_MUCH and len(theirs) > MORE * len(mine):
            return lines
        inside = len(mine & theirs) / max(1, len(theirs))
        return lines if inside > 0.8 and len(mine) > 3 * len(theirs) and len(theirs) > SURE else []

    def __str__(self) -> str:
        return "trafilatura"


def is_doubtful(story: Story) -> bool:
    """Whether a story is short, so long that it may be several, or small beside the prose elsewhere on its page."""
    return story.words < SURE or story.words > TOO_MUCH or story.elsewhere > 2 * story.words


def declared_lines(texts: list[str]) -> list[str]:
    """A declared body's paragraphs; markup in it is read as such."""
    lines: list[str] = []
    for text in texts:
        if re.search(r"</?(?:p|div|br|h\d|li)\b", text, re.IGNORECASE):
            lines.extend(blocks_of(lxml_html.fragment_fromstring(text, create_parent="div")))
        else:
            lines.extend(line for row in re.split(r"[\r\n]+", text) if (line := " ".join(row.split())))
    return lines


@lru_cache(maxsize=4)
def trafilatura_lines(page: Page) -> list[str]:
    """What trafilatura finds in a copy of the parsed tree (it cuts up what it is given), in its precision mode.

    Nothing where the page would cost it more than seconds: such a page's body is what the other rules find.
    """
    import trafilatura

    if is_too_heavy(page.tree):
        return []
    found = trafilatura.extract(
        deepcopy(page.tree), fast=True, favor_precision=True, include_comments=False, include_tables=True
    )
    return [line for row in (found or "").splitlines() if (line := " ".join(row.split()).removeprefix("- "))]


def is_passed_over(page: Page, winner: str | None) -> bool:
    """Whether trafilatura's turn came for the body, which only a rule behind it gave or none, and it was not asked."""
    return winner in (None, str(StoryBody(doubtful=True))) and is_too_heavy(page.tree)


def _is_fuller(lines: list[str], page: Page) -> bool:
    """Whether lines are a whole text of which the story found in the markup is but the beginning."""
    mine, theirs = _story_grams(page), _grams(lines)
    return len(theirs) > SURE and len(theirs) > MORE * len(mine) and len(mine & theirs) >= 0.4 * len(mine)


@lru_cache(maxsize=4)
def _story_grams(page: Page) -> set[tuple[str, ...]]:
    return _grams(story_of(page).lines)


def _grams(lines: list[str] | tuple[str, ...]) -> set[tuple[str, ...]]:
    words = [word for line in lines for word in re.findall(r"\w+", line)]
    return {tuple(words[start : start + 4]) for start in range(max(0, len(words) - 3))}
