"""Lines that repeat over many articles of a newsroom: its chrome, as patterns to propose."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from kalbarcrawl.text import fold

DATE = (
    r"(?:(?:Senin|Selasa|Rabu|Kamis|Jum['’`]?at|Sabtu|Minggu|Ahad),?\s+)?\d{1,2}[\s/.-]+(?:\d{1,2}|[A-Z][a-z]{2,8})"
    r"[\s/.-]+(?:19|20)\d\d"
)
VARIABLE = re.compile(rf"(?P<date>{DATE})|(?P<time>\b\d{{1,2}}[.:]\d\d(?:[.:]\d\d)?\b)|(?P<number>\d+(?:[.,]\d+)*)")
FORMS = {
    "date": r"(?:\w+['’`]?\w*,? )?\d{1,2}[ /.-]\w+[ /.-]\d{4}",
    "time": r"\d{1,2}[.:]\d\d(?:[.:]\d\d)?",
    "number": r"\d[\d.,]*",
}
"""What stands in a pattern for a date, a time, a number."""
LABEL = re.compile(r"([^:|»–—]{2,40}?\s?(?:[:|»–—]|\s-)\s?)(\S.*)")
"""A label, its sign, and what it announces."""
TITLE = 20
"""Characters from which on a title that stands in a line is no accident."""
LEAST = 3
"""Articles a line must stand in."""
EXAMPLES = 3
LONGEST_LABELLED = 150
"""What follows a dash in a longer line is a story's first sentence, and the label its dateline."""
LONGEST = 300
"""A line longer than this is a paragraph, whoever repeats it."""


@dataclass(frozen=True)
class Document:
    """One article's lines in reading order, and its title."""

    title: str
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Proposal:
    """A pattern for `boilerplate`, and what speaks for it."""

    pattern: str
    documents: int
    """Articles in which a line fits it."""
    of: int
    variants: int
    """Different lines that fit it."""
    place: str
    """Where it mostly stands: "first", "inside" or "last"."""
    examples: tuple[str, ...]


def proposals(documents: Sequence[Document], *, least: int = LEAST) -> list[Proposal]:
    """The patterns of lines that stand in at least so many articles, the most frequent first.

    A line that always reads the same is proposed as it is; lines that differ in dates, numbers, the title of another
    article, or in what a label announces are proposed as one frame.
    """
    seen, places = _read(documents)
    titles = {title for document in documents if len(title := fold(document.title)) >= TITLE}
    taken: set[str] = set()
    found: list[Proposal] = []
    for frame_of in (_titled(titles), _numbered, _labelled, _exact):
        frames: dict[str, list[str]] = defaultdict(list)
        for line in seen:
            if line not in taken and (frame := frame_of(line)):
                frames[frame].append(line)
        for pattern, lines in frames.items():
            inside = set().union(*(seen[line] for line in lines))
            # What only ever reads one way is better told word by word.
            if len(inside) >= least and (len(lines) > 1 or frame_of is _exact):
                taken.update(lines)
                place = sum((places[line] for line in lines), Counter[str]()).most_common(1)[0][0]
                often = sorted(lines, key=lambda line: -len(seen[line]))[:EXAMPLES]
                found.append(Proposal(pattern, len(inside), len(documents), len(lines), place, tuple(often)))
    return sorted(found, key=lambda one: (-one.documents, one.pattern))


def _read(documents: Sequence[Document]) -> tuple[dict[str, set[int]], dict[str, Counter[str]]]:
    """Every line with the articles it stands in, and with where it stands there."""
    seen: dict[str, set[int]] = defaultdict(set)
    places: dict[str, Counter[str]] = defaultdict(Counter)
    for number, document in enumerate(documents):
        for place, line in enumerate(map(fold, document.lines)):
            if 0 < len(line) <= LONGEST:
                seen[line].add(number)
                places[line]["first" if place < 2 else "last" if place >= len(document.lines) - 3 else "inside"] += 1
    return seen, places


def _exact(line: str) -> str | None:
    return escaped(line)


def _numbered(line: str) -> str | None:
    """A line with its dates, times and numbers left open; None where it has none, or is nothing else."""
    pieces, end = [], 0
    for match in VARIABLE.finditer(line):
        pieces += [escaped(line[end : match.start()]), FORMS[str(match.lastgroup)]]
        end = match.end()
    fixed = re.sub(r"\W", "", VARIABLE.sub("", line))
    return "".join([*pieces, escaped(line[end:])]) if pieces and fixed else None


def _titled(titles: Iterable[str]) -> Callable[[str], str | None]:
    """A function that leaves another article's title open in a line; None for a line that names none."""
    # Titles by their first word: a store may hold a hundred thousand.
    by_word: dict[str, list[str]] = defaultdict(list)
    for title in sorted(titles, key=len, reverse=True):
        by_word[title.split()[0]].append(title)

    def frame(line: str) -> str | None:
        for match in re.finditer(r"\S+", line):
            for title in by_word.get(match[0].lstrip("\"“'‘("), ()):
                start = line.find(title, match.start())
                before, after = line[: max(start, 0)], line[start + len(title) :]
                if start >= 0 and re.search(r"\w", before + after):
                    return f"{escaped(before)}.+{escaped(after)}"
        return None

    return frame


def _labelled(line: str) -> str | None:
    """A label with whatever it announces left open."""
    match = LABEL.fullmatch(line) if len(line) <= LONGEST_LABELLED else None
    return f"{escaped(match[1].strip())} ?.+" if match else None


def escaped(text: str) -> str:
    """A text as a regular expression, without the escapes that a reader of the file would stumble over."""
    return re.escape(text).replace("\\ ", " ").replace("\\-", "-")
