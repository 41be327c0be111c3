"""The DOM: a page as browsers read it, and what CSS queries find in it.

Parsed by lexbor, after the HTML Living Standard: more than twice as fast as libxml2, and a query
a tenth of a walk by XPath.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby, islice

import cssselect
from cssselect.parser import CombinedSelector, FunctionalPseudoElement, Tree
from lxml.html import HtmlElement
from selectolax.lexbor import LexborDocumentOptions, LexborHTMLParser, LexborNode, SelectolaxError

from kalbarcrawl.nesting import ATTRIBUTE, too_deep

Node = LexborNode
LONG = 200_000
"""A shorter page has too few attributes to cost more than a few seconds, whatever they are."""
MAX_ATTRIBUTES = 1_000
"""Of one tag: every parser compares each with all others, and ten megabytes of them would take hours."""
MAX_BODIES = 100
"""Tags of html and body, whose attributes all come to one element."""
FLOOD = re.compile(rf"<(?:(?P<raw>(?i:script|style))\b|[a-zA-Z][^\s/>]*+(?:{ATTRIBUTE}){{{MAX_ATTRIBUTES}}}+)")
RAW_END = re.compile(r"(?i)</(?:script|style)")
BODY = re.compile(r"(?i)<(?:html|body)\b")

CONTAINS = re.compile(r""":contains\(("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[^"'()]*)\)""")
"""jQuery's and cssselect's :contains(), which no standard has ..."""
ITS_OWN_OR_DEEPER = r":is(:lexbor-contains(\1), :has(:lexbor-contains(\1)))"
"""... and what comes near it: lexbor's looks at the strings that stand in an element itself, each alone."""


def parsed(page: str | bytes) -> LexborHTMLParser:
    """A text's DOM, as far as it is `sane`; bytes are UTF-8 known to be so, and are spared being encoded once more."""
    if isinstance(page, str):
        page = page[: sane(page)]
    return LexborHTMLParser(page, options=LexborDocumentOptions.WO_EVENTS)


@lru_cache(maxsize=2)
def sane(text: str) -> int | None:
    """How far a text may be parsed; None for all of it.

    Nesting and tags with more attributes than browsers or people make are damage (or malice).
    """
    places = [too_deep(text)]
    if len(text) > LONG:
        again = next(islice(BODY.finditer(text), MAX_BODIES, None), None)
        places += [_flood(text), again.start() if again else None]
    return min((place for place in places if place is not None), default=None)


def _flood(text: str) -> int | None:
    """Where the first tag stands that has too many attributes, outside scripts and styles."""
    place = 0
    while found := FLOOD.search(text, place):
        if not found["raw"]:
            return found.start()
        end = RAW_END.search(text, found.end())
        if end is None:
            return None
        place = end.end()
    return None


Step = tuple[str, str]
"""A combinator, "" at the beginning, and the CSS of what stands so to what was found before."""


@dataclass(frozen=True)
class Query:
    """A CSS query, and what of the elements it is after: "" themselves, "text" their strings, "@name" an attribute."""

    css: str
    after: str = ""
    paths: tuple[tuple[Step, ...], ...] = ()
    """Its alternatives in steps, each asked once; () where none of them needs that."""


@lru_cache(maxsize=4096)
def compiled(query: str) -> tuple[Query, ...]:
    """A CSS query's alternatives, those that are after the same together; ::text and ::attr(name) are parsel's,
    :contains(text) is cssselect's, of text that no element parts.

    Raises ValueError for a query that does not parse.
    """
    try:
        selectors = groupby(cssselect.parse(query), key=_after)
        queries = tuple(_together(after, [one.parsed_tree for one in together]) for after, together in selectors)
        for one in queries:
            EMPTY.css(one.css)
    except (cssselect.SelectorError, SelectolaxError) as error:
        raise ValueError(f"CSS query {query!r}: {error}") from error
    return queries


EMPTY = LexborHTMLParser("")


def elements(query: str, root: LexborHTMLParser | Node) -> list[Node]:
    """The elements a CSS query finds in a DOM, or in one of its elements and what is below it, in page order."""
    return [node for one in compiled(query) for node in _found(one, root)]


def selected(query: str, root: LexborHTMLParser | Node) -> list[Node | str]:
    """`elements`, or their strings or attributes where the query ends in ::text or ::attr(name)."""
    all_found: list[Node | str] = []
    for one in compiled(query):
        nodes = _found(one, root)
        if not one.after:
            all_found += nodes
        elif one.after == "text":
            all_found += _strings(nodes)
        else:
            values = (attribute(node, one.after[1:]) for node in nodes)
            all_found += [value for value in values if value is not None]
    return all_found


def _found(query: Query, root: LexborHTMLParser | Node) -> list[Node]:
    """The elements of one query, each once: lexbor names one twice that two alternatives are true of.

    Steps are for whole pages: of an element it matters also where it stands.
    """
    css = query.css
    if query.paths and isinstance(root, LexborHTMLParser):
        own = {node.mem_id for path in query.paths for node in _reached(path, root)}
        css = ", ".join(path[-1][1] for path in query.paths)
        nodes = [node for node in root.css(css) if node.mem_id in own]
    else:
        nodes = root.css(css)
    if len(nodes) < 2 or "," not in css:
        return nodes
    return list({node.mem_id: node for node in nodes}.values())


def _reached(path: tuple[Step, ...], root: LexborHTMLParser) -> list[Node]:
    """The elements at the end of a path's steps, in page order; each step looks at an element once."""
    nodes: list[Node] = root.css(path[0][1])
    for combinator, css in path[1:]:
        if not nodes:
            break
        own = {node.mem_id for node in nodes}
        found: list[Node] = root.css(css)
        if combinator == " ":
            known: dict[int, int] = {}
            nodes = [node for node in found if _levels(node, own, known)]
        elif combinator == ">":
            nodes = [node for node in found if node.parent is not None and node.parent.mem_id in own]
        else:
            own = {node.mem_id for node in _behind(nodes, only_next=combinator == "+")}
            nodes = [node for node in found if node.mem_id in own]
    return nodes


def _behind(nodes: list[Node], *, only_next: bool) -> Iterator[Node]:
    """The elements behind nodes in page order, below the same parent: all of them once, or only the next of each."""
    parents: set[int] = set()
    for node in nodes:
        parent = 0 if node.parent is None else node.parent.mem_id
        later = None if parent in parents else node.next
        while later is not None:
            if later.is_element_node:
                yield later
                if only_next:
                    break
            later = later.next
        if not only_next:
            parents.add(parent)


def text_of(element: HtmlElement | Node) -> str:
    """All text in an element of either tree, as it stands."""
    return element.text() if isinstance(element, Node) else element.text_content()


def text_within(element: Node, room: int, *, parted: str = "") -> str:
    """All text in an element, "" where it is longer than `room` letters and nodes, which a look at the first tells."""
    strings: list[str] = []
    for node in element.traverse(include_text=True):
        string = (node.text_content or "") if node.tag == "-text" else ""
        room -= len(string) + 1
        if room < 0:
            return ""
        if string:
            strings.append(string)
    return parted.join(strings)


def attribute(node: Node, name: str) -> str | None:
    """An attribute's value, "" where it has none; None where the element has no such attribute."""
    attributes = node.attributes
    return (attributes[name] or "") if name in attributes else None


def upwards(node: Node) -> Iterator[Node]:
    """A node and every element it stands in, inmost first."""
    above: Node | None = node
    while above is not None:
        yield above
        above = above.parent


def outermost(nodes: Iterable[Node], *, levels: int = 1) -> list[Node]:
    """Those of the nodes that stand in fewer than `levels` of the others; what stands above them is walked once."""
    found = list(nodes)
    own = {node.mem_id for node in found}
    known: dict[int, int] = {}
    return [node for node in found if _levels(node, own, known) < levels]


def _levels(node: Node, own: set[int], known: dict[int, int]) -> int:
    """In how many of its `own` kind a node stands; `known` is the same of what is inside the elements above others."""
    path: list[int] = []
    above = node.parent
    while above is not None and above.mem_id not in known:
        path.append(above.mem_id)
        above = above.parent
    levels = 0 if above is None else known[above.mem_id]
    for one in reversed(path):
        levels += one in own
        known[one] = levels
    return levels


def _strings(nodes: list[Node]) -> list[str]:
    """The elements' own strings, without those of the elements in them, in page order."""
    own = {node.mem_id for node in nodes}
    parts = (part for node in outermost(nodes) for part in node.traverse(include_text=True) if part.tag == "-text")
    return [part.text_content or "" for part in parts if part.parent is not None and part.parent.mem_id in own]


def _together(after: str, alternatives: list[Tree]) -> Query:
    """Alternatives that are after the same as one query."""
    paths = tuple(map(_path, alternatives))
    slow = any(len(path) > 1 for path in paths)
    return Query(", ".join(map(_written, alternatives)), after, paths if slow else ())


def _path(tree: Tree) -> tuple[Step, ...]:
    """A selector's steps: parted where lexbor would look at all that stands before or above an element, for each anew.

    One look up is no more than the levels of a page; a look up from each of these is their square.
    """
    combinators, left = "", tree
    while isinstance(left, CombinedSelector):
        combinators += left.combinator
        left = left.selector
    if isinstance(tree, CombinedSelector) and ("~" in combinators or combinators.count(" ") > 1):
        return (*_path(tree.selector), (tree.combinator, _written(tree.subselector)))
    return (("", _written(tree)),)


def _written(tree: Tree) -> str:
    """A selector as lexbor reads it."""
    return CONTAINS.sub(ITS_OWN_OR_DEEPER, tree.canonical())


def _after(selector: cssselect.Selector) -> str:
    pseudo = selector.pseudo_element
    if isinstance(pseudo, FunctionalPseudoElement) and pseudo.name == "attr" and len(pseudo.arguments) == 1:
        return f"@{pseudo.arguments[0].value}"
    if pseudo is not None and pseudo != "text":
        raise cssselect.SelectorError(f"::{pseudo} is not understood")
    return pseudo or ""
