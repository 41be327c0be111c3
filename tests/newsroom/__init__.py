"""The local newsroom: a small fictional news site on 127.0.0.1 that tests and the demonstration crawl."""

from tests.newsroom.article import WIB, Article
from tests.newsroom.newsroom import Newsroom
from tests.newsroom.reply import Reply, Request

__all__ = ["WIB", "Article", "Newsroom", "Reply", "Request"]
