"""Fixtures that more than one test module asks for."""

from tests.wordpress.fixture import published, wordpress

__all__ = ["published", "wordpress"]
