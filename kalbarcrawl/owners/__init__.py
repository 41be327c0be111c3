"""Tools for those who describe a newsroom: recognising, proposing, proving; pages come from whoever can fetch."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from kalbarcrawl.page import Page
from kalbarcrawl.store.visit import Visit

Fetch = Callable[[str], Awaitable[Page | Visit]]
"""Fetches an address: the page, or the visit that says why there is none."""
