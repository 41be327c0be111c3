"""Captions: pictures, and the words that stand under each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, islice

from selectolax.lexbor import LexborHTMLParser

from kalbarcrawl.dom import Node, elements, text_within, upwards
from kalbarcrawl.furniture import is_caption, names_of

MARKS = "img, figcaption, [class*=caption i]:not(button):not(svg):not([class*=byline i])"
"""Pictures, and what may be a caption or the frame of both."""
LEVELS = 6
"""So many elements stand between a picture or its caption and what holds both."""
BETWEEN = 4
"""So many empty elements and blanks stand between a picture and its caption."""
LONGEST = 10_000
"""Letters of a caption, blanks among them; what is longer is a text."""


def marks_in(root: LexborHTMLParser | Node) -> list[Node]:
    """The pictures, their captions and frames below a root, in page order."""
    return [
        node
        for node in elements(MARKS, root)
        if node.tag in ("img", "figcaption") or is_caption(names_of(node.attributes))
    ]


def caption_of(marks: Sequence[Node], place: int, *, whole: bool = False) -> str | None:
    """The words under the picture at that place: its figure's, else those that follow it at once.

    `whole` says that the marks are all of something that shows one picture: then they may stand anywhere in it.
    """
    picture = marks[place]
    behind = islice(marks, place + 1, place + 1 + BETWEEN)
    following = next((mark for mark in behind if not _is_copy(mark)), picture)
    beside = [following] if _is_caption(following) and _is_beside(picture, following) else []
    figure = figure_of(picture)
    own = [] if figure is None else figure.css("figcaption")
    if beside and following.tag == "figcaption":
        own = beside
    is_alone = whole and sum(mark.tag == "img" for mark in marks) == 1
    anywhere = filter(_is_caption, marks if is_alone else ())
    return next(filter(None, map(_text, chain(own, beside, anywhere))), None)


def figure_of(picture: Node) -> Node | None:
    """The outmost figure a picture stands in."""
    return next(reversed([above for above in upwards(picture) if above.tag == "figure"]), None)


def _is_caption(mark: Node) -> bool:
    return mark.tag != "img" and mark.css_first("img") is None


def _is_copy(picture: Node) -> bool:
    """Whether a picture is for readers without scripts: the one before it is the same."""
    return picture.tag == "img" and picture.parent is not None and picture.parent.tag == "noscript"


def _text(caption: Node) -> str | None:
    return " ".join(text_within(caption, LONGEST).split()) or None


def _is_beside(picture: Node, caption: Node) -> bool:
    """Whether a caption stands in the frame of a picture, or next to it with nothing to read between them."""
    path = list(islice(upwards(picture), LEVELS))
    places = {node.mem_id: place for place, node in enumerate(path)}
    inner = caption
    for holder in islice(upwards(caption), 1, LEVELS):
        place = places.get(holder.mem_id)
        if place is not None:
            is_frame = holder.tag == "figure" or is_caption(names_of(holder.attributes))
            return is_frame or any(node.mem_id == inner.mem_id for node in _next(path[place - 1]))
        inner = holder
    return False


def _next(node: Node) -> Iterator[Node]:
    """The nodes behind one up to the first with something to read, which is the last given."""
    for _ in range(BETWEEN):
        following = node.next
        if following is None:
            return
        yield following
        if any(
            (part.text_content or "").strip() for part in following.traverse(include_text=True) if part.tag == "-text"
        ):
            return
        node = following
