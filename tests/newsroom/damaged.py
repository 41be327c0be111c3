"""Feeds damaged in the ways real ones are; each still holds the links of the same articles."""

from collections.abc import Callable

from tests.newsroom.article import OUTLET, printed
from tests.newsroom.feeds import rss, rss_item
from tests.newsroom.fronts import home_page
from tests.newsroom.reply import Reply
from tests.newsroom.site import Site

ITEMS = 10
"""How many items each damaged feed holds."""


def damaged_feed(site: Site, name: str) -> Reply | None:
    """The feed with that damage."""
    if name == "html-instead":
        return Reply(200, home_page(site).encode())
    if name not in DAMAGES:
        return None
    return Reply(200, DAMAGES[name](site, _whole(site)), "application/rss+xml; charset=UTF-8")


def items_in(site: Site, name: str) -> int:
    """How many items a lenient reader can find: none where a page stands in for the feed."""
    return 0 if name == "html-instead" else len(site.articles[:ITEMS])


def _whole(site: Site) -> str:
    return rss(site, [rss_item(site, article) for article in site.articles[:ITEMS]], "/faults/feeds/")


def _bare_ampersand(site: Site, feed: str) -> bytes:
    return feed.replace("</title>", " & Sekitarnya</title>").encode()


def _truncated(site: Site, feed: str) -> bytes:
    # Inside the last item's description: its link and date are there, the closing tags are not.
    return feed[: feed.rindex("<description>") + 40].encode()


def _undeclared_entity(site: Site, feed: str) -> bytes:
    return feed.replace("<description>", "<description>&ldquo;Kabar&rdquo;&nbsp;&ndash; ").encode()


def _undeclared_namespace(site: Site, feed: str) -> bytes:
    media = f'<media:content url="{site.url}/foto.jpg" medium="image"/>'
    return feed.replace("</item>", f"{media}</item>").encode()


def _leading_whitespace(site: Site, feed: str) -> bytes:
    return b"\n\n  \t\n" + feed.encode()


def _byte_order_mark(site: Site, feed: str) -> bytes:
    return b"\n\xef\xbb\xbf" + feed.encode()


def _wrong_encoding(site: Site, feed: str) -> bytes:
    # Declared as UTF-8, written in windows-1252: its dashes and quotes are no UTF-8.
    return feed.replace(f"<title>{OUTLET}", f"<title>“{OUTLET}” –").encode("windows-1252", "xmlcharrefreplace")


def _declared_utf16(site: Site, feed: str) -> bytes:
    return feed.replace('encoding="UTF-8"', 'encoding="UTF-16"').encode()


def _control_character(site: Site, feed: str) -> bytes:
    return feed.replace("<description>", "<description>\x0b\x1f").encode()


def _wib_dates(site: Site, feed: str) -> bytes:
    pieces = feed.split("<pubDate>")
    for place, article in enumerate(site.articles[:ITEMS], 1):
        rest = pieces[place].split("</pubDate>", 1)[1]
        pieces[place] = f"<pubDate>{printed(article.published).replace(' - ', ' ')}</pubDate>{rest}"
    return "".join(pieces).encode()


DAMAGES: dict[str, Callable[[Site, str], bytes]] = {
    "bare-ampersand": _bare_ampersand,
    "truncated": _truncated,
    "undeclared-entity": _undeclared_entity,
    "undeclared-namespace": _undeclared_namespace,
    "leading-whitespace": _leading_whitespace,
    "byte-order-mark": _byte_order_mark,
    "wrong-encoding": _wrong_encoding,
    "declared-utf16": _declared_utf16,
    "control-character": _control_character,
    "wib-dates": _wib_dates,
}
NAMES = (*DAMAGES, "html-instead")
