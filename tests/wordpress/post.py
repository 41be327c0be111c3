"""A post as its author writes it, and what an honest record of it says: one value for both sides of a test."""

import html
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

Kind = Literal["paragraph", "heading", "list", "quote", "figure", "also", "byline", "page"]


@dataclass(frozen=True)
class Block:
    """A piece of a post; `texts` is inline HTML: one text, the items of a list, the caption of a figure."""

    kind: Kind
    texts: tuple[str, ...] = ()
    src: str = ""

    @property
    def shown(self) -> tuple[str, ...]:
        """The plain text readers see, one string a paragraph, item or caption."""
        return tuple(as_shown(text) for text in self.texts)


@dataclass(frozen=True)
class Dateline:
    """How a story opens: `text` as it is written, `place` and `outlet` as it names them."""

    text: str
    place: str
    outlet: str | None = None


@dataclass(frozen=True)
class Image:
    """A figure of a post."""

    url: str
    caption: str


@dataclass(frozen=True)
class Post:
    """A post; the fields are what is sent to WordPress, the properties what a reader or a record finds."""

    slug: str
    title: str
    published: datetime
    author: str
    section: str
    blocks: tuple[Block, ...]
    tags: tuple[str, ...] = ()
    dateline: Dateline | None = None
    initials: str = ""
    editors: tuple[str, ...] = ()
    written_in: Literal["block", "classic"] = "block"  # which of WordPress's two editors
    status: Literal["publish", "draft", "future"] = "publish"
    password: str = ""
    sticky: bool = False
    comments: tuple[str, ...] = ()

    @property
    def path(self) -> str:
        """Its address on the site."""
        return f"/{self.published:%Y/%m/%d}/{self.slug}/"

    @property
    def visible(self) -> bool:
        """Whether everybody may read it."""
        return self.status == "publish" and not self.password

    @property
    def pages(self) -> int:
        """How many pages it is split into."""
        return 1 + sum(block.kind == "page" for block in self.blocks)

    @property
    def expected_title(self) -> str:
        """The title as readers see it."""
        return as_shown(self.title)

    @property
    def expected_paragraphs(self) -> tuple[str, ...]:
        """Every text of the post as the page shows it, with dateline, initials, captions, links to other posts."""
        texts = [text for block in self.blocks for text in block.shown]
        first, last = self._first_and_last(texts)
        texts[last] += f" ({self.initials})" if self.initials else ""
        texts[first] = as_shown(self.dateline.text if self.dateline else "") + texts[first]
        return tuple(texts)

    @property
    def expected_body(self) -> tuple[str, ...]:
        """The paragraphs, headings, list items and quotations a record keeps, in reading order."""
        kept = ("paragraph", "heading", "list", "quote")
        return tuple(text for block in self.blocks if block.kind in kept for text in block.shown)

    @property
    def images(self) -> tuple[Image, ...]:
        """Its figures."""
        return tuple(Image(block.src, block.shown[0]) for block in self.blocks if block.kind == "figure")

    def _first_and_last(self, texts: list[str]) -> tuple[int, int]:
        own = [block.shown[0] for block in self.blocks if block.kind == "paragraph"]
        return texts.index(own[0]), texts.index(own[-1])


def as_shown(text: str) -> str:
    """Inline HTML as the plain text WordPress renders: quotes curled, dashes and dots drawn, tags gone.

    Only what the posts here use of WordPress's wptexturize; the integration test holds it against the real one.
    """
    text = html.unescape(re.sub(r"<[^>]+>", "", text))
    text = text.replace("...", "…").replace(" - ", " – ")
    text = re.sub(r'(^|[\s(])"', "\\1“", text).replace('"', "”")
    text = re.sub(r"(^|[\s(])'", "\\1‘", text).replace("'", "’")
    return re.sub(r"(\d)x(\d)", "\\1×\\2", text)


def paragraph(text: str) -> Block:
    """A paragraph of inline HTML."""
    return Block("paragraph", (text,))


def heading(text: str) -> Block:
    """A sub-heading."""
    return Block("heading", (text,))


def items(*texts: str) -> Block:
    """A list."""
    return Block("list", texts)


def quote(text: str) -> Block:
    """A quotation set apart."""
    return Block("quote", (text,))


def figure(src: str, caption: str) -> Block:
    """A photo with its caption."""
    return Block("figure", (caption,), src)


def also(title: str) -> Block:
    """The link to another post that newsrooms set between paragraphs."""
    return Block("also", (f'Baca juga: <a href="/?s=contoh">{title}</a>',))


def byline(text: str) -> Block:
    """A line at the end that says who edited."""
    return Block("byline", (text,))


def next_page() -> Block:
    """Where the post goes on on another page."""
    return Block("page")


def paragraphs(*texts: str) -> tuple[Block, ...]:
    """Several paragraphs in a row."""
    return tuple(map(paragraph, texts))


def visible(posts: Iterable[Post]) -> list[Post]:
    """The posts a crawl may find, newest first, as every listing of WordPress sorts them."""
    return sorted((post for post in posts if post.visible), key=lambda post: post.published, reverse=True)
