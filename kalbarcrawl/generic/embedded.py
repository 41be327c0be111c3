"""The article in the state that a page carries along for its scripts: __NEXT_DATA__ and other JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from lxml import html as lxml_html

from kalbarcrawl.blocks import blocks_of
from kalbarcrawl.generic.prose import FEW, SENTENCE_END
from kalbarcrawl.page import Page
from kalbarcrawl.rules import xpath

SCRIPTS = '//script[@id="__NEXT_DATA__" or @type="application/json" or starts-with(normalize-space(.), "window.__")]'
ASSIGNED = re.compile(r"^\s*window\.\w+\s*=\s*(?=[{\[])")
SMALLEST, LARGEST = 2_000, 4_000_000
"""A script of fewer characters holds no article; one of more is not read."""
OPENED, CLOSED = re.compile(r"<p[\s>]", re.IGNORECASE), re.compile(r"</p>", re.IGNORECASE)
TEXT_KEYS = ("text", "value", "content", "children", "html", "body", "data", "paragraph", "nodes")
MAX_DEPTH = 40
MIN_PARAGRAPHS = 3
"""A list with fewer paragraphs is no article."""


def embedded_lines(page: Page) -> list[str]:
    """The paragraphs of the longest text in the page's embedded state, [] where it has none."""
    best: list[str] = []
    for script in xpath(SCRIPTS)(page.tree):
        source = ASSIGNED.sub("", script.text or "").strip().rstrip(";")
        if SMALLEST < len(source) < LARGEST:
            try:
                state = json.loads(source)
            except (ValueError, RecursionError):
                # A script that is more than one value: nothing to read for us.
                continue
            best = max([best, *_bodies(state, 0)], key=_sentences)
    return best


def _bodies(value: Any, depth: int) -> Iterator[list[str]]:
    """Every text in a value that may be a body: a string of paragraphs, or a list whose items are paragraphs."""
    if depth > MAX_DEPTH:
        return
    if isinstance(value, str):
        if _has_paragraphs(value):
            yield blocks_of(lxml_html.fragment_fromstring(value, create_parent="div"))
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _bodies(inner, depth + 1)
    elif isinstance(value, list):
        lines = [" ".join("".join(_leaves(item, 0)).split()) for item in value]
        if sum(map(_is_sentence, lines)) >= MIN_PARAGRAPHS:
            yield [line for line in lines if line]
        for inner in value:
            yield from _bodies(inner, depth + 1)


def _has_paragraphs(markup: str) -> bool:
    """Whether a string holds so many paragraphs that it may be a body; it is walked once, whatever is not closed."""
    place = 0
    for _ in range(MIN_PARAGRAPHS):
        opened = OPENED.search(markup, place)
        closed = opened and CLOSED.search(markup, opened.end())
        if closed is None:
            return False
        place = closed.end()
    return True


def _leaves(value: Any, depth: int) -> Iterator[str]:
    """The texts of one paragraph, in order."""
    if isinstance(value, str):
        yield re.sub(r"<[^>]+>", " ", value)
    elif depth < MAX_DEPTH and isinstance(value, list):
        for inner in value:
            yield from _leaves(inner, depth + 1)
    elif depth < MAX_DEPTH and isinstance(value, dict):
        for key in TEXT_KEYS:
            if key in value:
                yield from _leaves(value[key], depth + 1)


def _is_sentence(line: str) -> bool:
    return line.count(" ") >= FEW and SENTENCE_END.search(line) is not None


def _sentences(lines: list[str]) -> int:
    return sum(line.count(" ") for line in lines if _is_sentence(line))
