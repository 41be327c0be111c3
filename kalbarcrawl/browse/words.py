"""What people type into the search box, as a query that SQLite's FTS5 always understands."""

from __future__ import annotations

import re
from dataclasses import dataclass

LONGEST = 300
"""Characters of a query."""
FIELDS = {"title": "title", "author": "authors", "tag": "tags", "body": "body"}
"""What may stand before a colon, and the column of the index it means."""
TERM = re.compile(rf"""(?P<no>-?)(?:(?P<field>{"|".join(FIELDS)}):)?(?:"(?P<phrase>[^"]*)"|(?P<word>[^\s"]+))""")
WORDY = re.compile(r"[^\W_]")
"""A letter or digit: FTS5 sees nothing in a word without one."""


class QueryError(ValueError):
    """The query cannot be read; the message says what to change."""


@dataclass(frozen=True)
class _Term:
    text: str
    without: bool
    either: bool
    """Whether it is the second half of an OR."""


def match(query: str) -> str:
    """The FTS5 expression of a query; "" where it asks for nothing.

    Words are all wanted, "a phrase" stands as it is, a* begins a word, -word is unwanted, a OR b wants either, title:
    author: tag: body: look in that field only. Raises QueryError.
    """
    if len(query) > LONGEST:
        raise QueryError(f"This is longer than {LONGEST} characters.")
    terms = _terms(query.replace("\0", " "))
    wanted = [term for term in terms if not term.without]
    unwanted = [term.text for term in terms if term.without]
    if not terms:
        if query.strip():
            raise QueryError("There is no word in this: write letters or digits.")
        return ""
    if not wanted:
        raise QueryError("Write what to look for as well: a query of unwanted words only would find nearly everything.")
    groups: list[list[str]] = []
    for term in wanted:
        if term.either and groups:
            groups[-1].append(term.text)
        else:
            groups.append([term.text])
    found = " AND ".join(f"({' OR '.join(group)})" for group in groups)
    return f"({found}) NOT ({' OR '.join(unwanted)})" if unwanted else found


def _terms(query: str) -> list[_Term]:
    if query.count('"') % 2:
        raise QueryError('A quotation mark is not closed: write "the whole phrase" or leave it out.')
    terms: list[_Term] = []
    either = False
    for found in TERM.finditer(query):
        if found[0] == "OR":
            if either or not terms or terms[-1].without:
                raise QueryError("OR stands between two words: banjir OR longsor.")
            either = True
            continue
        text = found["phrase"] if found["phrase"] is not None else found["word"]
        if not WORDY.search(text):
            continue
        without = bool(found["no"])
        if either and without:
            raise QueryError("OR stands between two words that are wanted: banjir OR longsor.")
        terms.append(_Term(_quoted(text, found["field"], whole=found["phrase"] is not None), without, either))
        either = False
    if either:
        raise QueryError("OR stands between two words: banjir OR longsor.")
    return terms


def _quoted(text: str, field: str | None, *, whole: bool) -> str:
    """One term in FTS5's own words; within quotation marks nothing has a meaning there."""
    begins = not whole and text.endswith("*")
    quoted = '"{}"{}'.format(text.rstrip("*") if begins else text, " *" if begins else "")
    return f"{FIELDS[field]} : {quoted}" if field else quoted
