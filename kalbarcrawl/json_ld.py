"""schema.org objects out of a page's JSON-LD scripts, as leniently as harmless repairs allow."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

ARTICLE_TYPES = frozenset(
    {
        "Article",
        "NewsArticle",
        "ReportageNewsArticle",
        "AnalysisNewsArticle",
        "OpinionNewsArticle",
        "ReviewNewsArticle",
        "BackgroundNewsArticle",
        "AskPublicNewsArticle",
        "BlogPosting",
        "LiveBlogPosting",
        "SocialMediaPosting",
        "Report",
        "TechArticle",
        "ScholarlyArticle",
    }
)
"""Types that announce a text to read (https://schema.org/Article and its descendants)."""
WRAPPERS = re.compile(
    r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/)|(?:-->|//\s*\]\]>|\]\]>|/\*\s*\]\]>\s*\*/);?\s*$"
)
TRAILING_COMMA = re.compile(r",(\s*[}\]])")
BETWEEN = re.compile(r"[ \t\r\n,;]*")
"""What may stand between two values of one script."""
NESTED = ("@graph", "mainEntity", "mainEntityOfPage", "hasPart", "itemListElement", "item")
REFERRING = ("author", "creator", "editor", "publisher")
"""Properties whose values may be told elsewhere in the same graph."""
MAX_DEPTH = 12
_DECODER = json.JSONDecoder(strict=False)


def read_json_ld(scripts: Iterable[str]) -> list[dict[str, Any]]:
    """Every object of the scripts, in order, with lists, @graph and nested main entities laid flat.

    A script that no harmless repair makes valid gives nothing.
    """
    found: list[dict[str, Any]] = []
    for script in scripts:
        found.extend(_objects(_parse(script), 0))
    named = {node["@id"]: node for node in found if isinstance(node.get("@id"), str) and node.get("name")}
    return [_resolved(node, named) for node in found] if named else found


def types_of(node: dict[str, Any]) -> set[str]:
    """The node's schema.org types, without the vocabulary's address."""
    declared = node.get("@type")
    names = declared if isinstance(declared, list) else [declared]
    return {name.rsplit("/", 1)[-1] for name in names if isinstance(name, str)}


def article_nodes(nodes: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """The objects that are articles, those with a headline first (a bare teaser may stand beside the real one)."""
    articles = [node for node in nodes if types_of(node) & ARTICLE_TYPES]
    return sorted(articles, key=lambda node: not node.get("headline"))


def strings(value: Any, depth: int = 0) -> list[str]:
    """The texts in a JSON-LD value: a string, an object's name or @value, or a list of these, not nested too deep."""
    if isinstance(value, str):
        return [html.unescape(value).strip()] if value.strip() else []
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return [str(value)]
    if isinstance(value, dict) and depth < MAX_DEPTH:
        return strings(value.get("name") or value.get("@value") or value.get("url"), depth + 1)
    if isinstance(value, list) and depth < MAX_DEPTH:
        return [text for item in value for text in strings(item, depth + 1)]
    return []


def _parse(script: str) -> Any:
    text = script.strip()
    if not (text.startswith(("{", "[")) and text.endswith(("}", "]"))):
        text = WRAPPERS.sub("", WRAPPERS.sub("", text)).strip().rstrip(";")
    for attempt in (text, TRAILING_COMMA.sub(r"\1", text), html.unescape(text)):
        try:
            # strict=False: raw line ends inside strings are the commonest damage.
            return json.loads(attempt, strict=False)
        except ValueError:
            continue
        except RecursionError:
            return None
    return _several(text)


def _several(text: str) -> list[Any]:
    """The values of a script that holds several one after the other, up to the first that does not parse."""
    values = []
    position = 0
    while position < len(text):
        try:
            value, position = _DECODER.raw_decode(text, position)
        except (ValueError, RecursionError):
            break
        values.append(value)
        position = BETWEEN.match(text, position).end()  # type: ignore[union-attr]  # it matches nothing, too
    return values


def _resolved(node: dict[str, Any], named: dict[str, dict[str, Any]]) -> dict[str, Any]:
    """A node whose people and publisher are given in full where it only refers to them by @id."""
    referred = {key: _in_full(node[key], named, 0) for key in REFERRING if key in node}
    return {**node, **referred} if referred else node


def _in_full(value: Any, named: dict[str, dict[str, Any]], depth: int) -> Any:
    if isinstance(value, list) and depth < MAX_DEPTH:
        return [_in_full(item, named, depth + 1) for item in value]
    if isinstance(value, dict) and not value.get("name") and isinstance(value.get("@id"), str):
        return named.get(value["@id"], value)
    return value


def _objects(value: Any, depth: int) -> Iterator[dict[str, Any]]:
    if depth > MAX_DEPTH:
        return
    if isinstance(value, list):
        for item in value:
            yield from _objects(item, depth + 1)
    elif isinstance(value, dict):
        if "@type" in value:
            yield value
        for key in NESTED:
            if isinstance(value.get(key), (list, dict)):
                yield from _objects(value[key], depth + 1)
