"""What changed from one text of an article to the next, paragraph by paragraph and word by word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import Literal

from kalbarcrawl.items import Article

Kind = Literal["same", "removed", "added", "rewritten"]
ALIKE = 0.4
"""From this share of common words on, two paragraphs are one that was rewritten."""
MOST_WORDS = 2_000
"""Longer paragraphs are not compared word by word: that takes time with the square of their length."""
BESIDE = frozenset({"id", "publisher", "url", "title", "body", "revision", "crawled_at", "source", "rights"})
"""What is shown elsewhere, or says more of the crawl than of the article."""


@dataclass(frozen=True)
class Change:
    """Some paragraphs that stayed, or one that did not."""

    kind: Kind
    pieces: tuple[tuple[Kind, str], ...]
    """The paragraph's text in pieces that stayed, went or came; one piece for each paragraph where all stayed."""


@dataclass(frozen=True)
class Difference:
    """All that changed from one revision to the next."""

    title: Change
    body: tuple[Change, ...]
    fields: tuple[tuple[str, str, str], ...]
    """Other fields that changed: name, before, after."""

    @property
    def told(self) -> str:
        """The difference in one line, as in "title, 1 paragraph rewritten, 2 added"."""
        counts = {kind: sum(change.kind == kind for change in self.body) for kind in ("rewritten", "added", "removed")}
        parts = [f"{count} {kind}" for kind, count in counts.items() if count]
        if parts:
            noun = "paragraph" if parts[0].startswith("1 ") else "paragraphs"
            parts[0] = parts[0].replace(" ", f" {noun} ", 1)
        parts = ["title", *parts] if self.title.kind != "same" else parts
        return ", ".join([*parts, *(name for name, _, _ in self.fields)]) or "nothing that is read"


def difference(older: Article, newer: Article) -> Difference:
    """What changed from one revision to a later one."""
    before, after = asdict(older), asdict(newer)
    return Difference(
        title=_paragraph(older.title, newer.title),
        body=tuple(_paragraphs(older.body.split("\n\n"), newer.body.split("\n\n"))),
        fields=tuple(
            (name, shown(before[name]), shown(after[name]))
            for name in before
            if name not in BESIDE and before[name] != after[name]
        ),
    )


def shown(value: object) -> str:
    """A field's value for people: lists with commas, nothing as a dash."""
    if isinstance(value, dict):
        return ", ".join(f"{name}: {shown(one)}" for name, one in value.items())
    if isinstance(value, list):
        return "; ".join(shown(one) for one in value) or "–"
    return "–" if value is None else str(value)


# difflib leaves what comes again and again in a long text out of its search: else two thousand lines that are alike
# would take it minutes.


def _paragraphs(older: list[str], newer: list[str]) -> Iterator[Change]:
    for kind, a, b, c, d in SequenceMatcher(None, older, newer).get_opcodes():
        if kind == "equal":
            yield Change("same", tuple(("same", text) for text in older[a:b]))
            continue
        for before, after in zip_longest(older[a:b], newer[c:d]):
            if before is not None and after is not None:
                yield from _one(before, after)
            elif before is not None:
                yield Change("removed", (("removed", before),))
            else:
                yield Change("added", (("added", after),))


def _one(before: str, after: str) -> Iterator[Change]:
    """A paragraph in the place of another: the same one, rewritten or not, or one that went and one that came."""
    change = _paragraph(before, after)
    if change.kind != "removed":
        yield change
    else:
        yield Change("removed", (("removed", before),))
        yield Change("added", (("added", after),))


def _paragraph(before: str, after: str) -> Change:
    if before == after:
        return Change("same", (("same", before),))
    old, new = (re.findall(r"\s*\S+", text) for text in (before, after))
    whole = Change("removed", (("removed", before), ("added", after)))
    if max(len(old), len(new)) > MOST_WORDS:
        return whole
    matcher = SequenceMatcher(None, old, new)
    if matcher.ratio() < ALIKE:
        return whole
    pieces: list[tuple[Kind, str]] = []
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind == "equal":
            pieces.append(("same", "".join(old[a:b])))
            continue
        pieces += [("removed", "".join(old[a:b]))] * (a < b)
        pieces += [("added", "".join(new[c:d]))] * (c < d)
    return Change("rewritten", tuple(pieces))
