"""The newsroom itself: a site's state, the server that shows it, and what tests may do to both."""

import socket
import threading
from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta
from types import TracebackType
from typing import Any, Self

from tests.newsroom.answers import answer
from tests.newsroom.article import Article
from tests.newsroom.damaged import NAMES, items_in
from tests.newsroom.faults import FAULTS, path, readable
from tests.newsroom.generated import generated
from tests.newsroom.reply import Reply, Request, if_changed
from tests.newsroom.server import Server
from tests.newsroom.site import Site
from tests.newsroom.stories import STORIES

ROBOTS = """User-agent: *
Disallow: /wp-admin/
Disallow: /faults/disallowed/

Sitemap: {url}/sitemap_index.xml
"""


class Newsroom:
    """A fictional newsroom on 127.0.0.1; `with Newsroom() as newsroom:` serves it while the block runs."""

    def __init__(self, articles: int = 0, *, port: int = 0, feed_items: int = 20, per_page: int = 3) -> None:
        """Add `articles` generated ones to the twelve stories; listings show so many items a page."""
        self.requests: list[Request] = []
        """Every request so far, logged before its answer is sent; it may be cleared."""
        self.delay = 0.0
        """Seconds to wait before each answer, for a crawl that must be caught half-way."""
        self._lock = threading.Lock()
        self._port = port
        self._server: Server | None = None
        self._kept: socket.socket | None = None
        everything = (*STORIES, *generated(articles))
        self._site = Site("", _newest_first(everything), feed_items=feed_items, per_page=per_page)

    def __enter__(self) -> Self:
        self.up()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.down()
        self._let_go()

    @property
    def url(self) -> str:
        """The newsroom's address, without a closing slash."""
        return self._site.url

    @property
    def articles(self) -> dict[str, Article]:
        """The articles now published, newest first, by slug."""
        return dict(self._site.by_slug)

    def address(self, slug: str) -> str:
        """An article's canonical address."""
        return self.url + self.articles[slug].path

    @property
    def faults(self) -> dict[str, str]:
        """The address of every fault by name."""
        return {name: self.url + path(name) for name in FAULTS}

    @property
    def readable_faults(self) -> dict[str, Article]:
        """The articles a careful reader still gets whole from two of the faults."""
        return {name: readable(name) for name in ("wrong-charset", "wrong-charset-bytes")}

    @property
    def damaged_feeds(self) -> dict[str, tuple[str, int]]:
        """The address and the number of items of every damaged feed by name."""
        return {name: (f"{self.url}/faults/feeds/{name}.xml", items_in(self._site, name)) for name in NAMES}

    @property
    def robots(self) -> str:
        """The text of robots.txt, which may be replaced."""
        return self._site.robots

    @robots.setter
    def robots(self, text: str) -> None:
        self._change(robots=text)

    def edit(self, slug: str, **changes: Any) -> Article:
        """Change an article's fields; without `modified=` it counts as a minute after the newest change."""
        changes.setdefault("modified", self._site.changed + timedelta(minutes=1))
        edited = replace(self.articles[slug], **changes)
        self._change(articles=_newest_first((self.articles | {slug: edited}).values()))
        return edited

    def delete(self, slug: str) -> None:
        """Take an article off every listing; its address answers 410 from now on."""
        articles = self.articles
        removed = articles.pop(slug)
        self._change(articles=_newest_first(articles.values()), gone=self._site.gone | {removed.path})

    def publish(self, article: Article) -> None:
        """Add an article."""
        self._change(articles=_newest_first((self.articles | {article.slug: article}).values()))

    def serve(self, path: str, reply: Reply) -> None:
        """Answer an address of the test's own, or one of the newsroom's otherwise."""
        self._change(extra={**self._site.extra, path: reply})

    def redesign(self) -> None:
        """Rename the body's class and keep everything else."""
        self._change(body_class="isi-berita")

    def wall(self) -> None:
        """Answer every request with a 403 challenge page."""
        self._change(walled=True)

    def empty_feed(self) -> None:
        """Serve a well-formed feed without items."""
        self._change(feed_is_empty=True)

    def heal(self) -> None:
        """Undo redesign, wall, empty feed and addresses served by hand."""
        self._change(body_class="entry-content", walled=False, feed_is_empty=False, extra={})

    def down(self) -> None:
        """Stop listening and cut open connections, and keep the port; does nothing when already down."""
        server, self._server = self._server, None
        if server:
            server.stop()
            # Bound and not listening, it refuses; let go, the next server on this machine might be given it.
            self._kept = socket.socket()
            self._kept.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            self._kept.bind(("127.0.0.1", self._port))

    def up(self) -> None:
        """Listen, at the same port as before if there was one."""
        if self._server:
            return
        self._let_go()
        self._server = Server(self._port, self._respond, self.requests)
        if not self.url:
            self._port = self._server.server_port
            url = f"http://127.0.0.1:{self._port}"
            self._change(url=url, robots=ROBOTS.format(url=url))

    def asked(self, path: str) -> list[Request]:
        """The requests so far for a path, with or without a query."""
        return [request for request in self.requests if request.path.partition("?")[0] == path]

    def _let_go(self) -> None:
        kept, self._kept = self._kept, None
        if kept:
            kept.close()

    def _respond(self, method: str, target: str, headers: dict[str, str]) -> Reply:
        server = self._server
        if self.delay and server:
            server.stopping.wait(self.delay)
        return if_changed(answer(self._site, target), headers)

    def _change(self, **fields: Any) -> None:
        with self._lock:
            self._site = replace(self._site, **fields)


def _newest_first(articles: Iterable[Article]) -> tuple[Article, ...]:
    return tuple(sorted(articles, key=lambda article: article.published, reverse=True))
