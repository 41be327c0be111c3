"""Scrapy's HTTP download, timed from the moment a request leaves, also where no answer comes back."""

from __future__ import annotations

from time import monotonic

from scrapy import Request
from scrapy.core.downloader.handlers.http11 import HTTP11DownloadHandler
from scrapy.http import Response


class TimedDownload(HTTP11DownloadHandler):
    """Scrapy's own download handler; by itself it times only what was answered, and only up to the headers."""

    lazy = True

    async def download_request(self, request: Request) -> Response:
        """The answer; how many seconds it took is left in the request's meta as `took`, also when none came."""
        sent = monotonic()
        try:
            return await super().download_request(request)
        finally:
            request.meta["took"] = monotonic() - sent
