"""Fixtures that more than one test module asks for."""

from tests.browser.fixture import chromium
from tests.services.fixture import database, postgresql, redis
from tests.wordpress.fixture import published, wordpress

__all__ = ["chromium", "database", "postgresql", "published", "redis", "wordpress"]
