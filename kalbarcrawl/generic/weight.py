"""Weight: how much work a tree would be for readers that come back to the same elements again and again.

Trafilatura asks every container for all links and all text below it, copies what stands beside what it deletes, and
fills up the columns of tables: hundreds of levels, or tens of thousands of elements side by side, cost it minutes.
"""

from __future__ import annotations

from lxml import etree
from lxml.html import HtmlElement

HEAVIEST = 500_000
"""Three times the heaviest of the pages that were measured; trafilatura takes a few seconds for it."""
DEEPEST = 250
"""Levels; beyond some more Python's own stack would end, which trafilatura does not expect."""
EACH = 10
"""What an element weighs of itself, beside one for every element it stands in."""
LETTERS = 200
"""So many letters weigh as much as an element on their level."""
MOVED = 4_000
"""Letters behind an element that weigh one for every element beside it: they are copied with each that goes."""
CELL, WIDEST = 10, 100
"""What a cell weighs for every column and row it spans, and how many trafilatura makes of them at most."""
ROW = 5
"""What a row weighs for every column of the page's widest cell: it is filled up to it."""
SILENT = frozenset({"script", "style"})


def is_too_heavy(root: HtmlElement) -> bool:
    """Whether a tree weighs more than `HEAVIEST` or is deeper than `DEEPEST`; the walk ends as soon as it does."""
    weight, rows, widest = 0.0, 0, 1
    behind: list[int] = []  # of every open element: the letters behind those that stand in it
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if event == "end":
            weight += len(element) * behind.pop() / MOVED
            letters = len(element.tail or "")
            if behind:
                behind[-1] += letters
        else:
            behind.append(0)
            letters = 0 if element.tag in SILENT else len(element.text or "")
            spans = _columns_and_rows(element) if element.tag in ("td", "th") else (1, 1)
            weight += EACH + CELL * (spans[0] * spans[1] - 1)
            widest = max(widest, spans[0])
            rows += element.tag == "tr"
            weight += len(behind)
        weight += len(behind) * letters / LETTERS
        if weight + ROW * rows * (widest - 1) > HEAVIEST or len(behind) > DEEPEST:
            return True
    return False


def _columns_and_rows(cell: HtmlElement) -> tuple[int, int]:
    columns, rows = (cell.get(name) or "" for name in ("colspan", "rowspan"))
    return _span(columns), _span(rows)


def _span(written: str) -> int:
    """A cell's span; what is no number, or too long to be one, is taken as the least or the most."""
    if not written.isdecimal():
        return 1
    return min(int(written), WIDEST) if len(written) < len(str(WIDEST)) + 1 else WIDEST
