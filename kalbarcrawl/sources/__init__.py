"""Where a newsroom lists its articles: feeds, sitemaps, section pages, APIs."""

from kalbarcrawl.sources.blogger import BloggerPosts
from kalbarcrawl.sources.discovery import discover, robots_sitemaps
from kalbarcrawl.sources.feed import Feed
from kalbarcrawl.sources.section import Section
from kalbarcrawl.sources.sitemap import Sitemap
from kalbarcrawl.sources.source import Reach, Source
from kalbarcrawl.sources.wordpress import WordPressPosts

__all__ = [
    "BloggerPosts",
    "Feed",
    "Reach",
    "Section",
    "Sitemap",
    "Source",
    "WordPressPosts",
    "discover",
    "robots_sitemaps",
]
