"""Answers and failures as outcomes."""

from datetime import UTC, datetime, timedelta

import pytest
from scrapy import exceptions

from kalbarcrawl.outcomes import of_failure, of_response
from kalbarcrawl.politeness import PrivateAddressError
from kalbarcrawl.store.revisit import DAY, DOUBT, HOUR, PATIENCE, Rechecks, believable, moment, next_look
from kalbarcrawl.store.visit import Visit, explained

HTML = {"content-type": "text/html; charset=UTF-8"}
PAGE = b"<!DOCTYPE html><html><body><p>Berita</p></body></html>"
NOW = datetime(2025, 6, 1, 12, tzinfo=UTC)
RECHECKS = Rechecks()


@pytest.mark.parametrize(
    ("status", "headers", "body", "outcome"),
    [
        (200, HTML, PAGE, None),
        (200, {}, PAGE, None),
        (200, {"content-type": "application/xhtml+xml"}, PAGE, None),
        (200, {"content-type": "application/pdf"}, b"%PDF-1.4", "wrong_type"),
        (200, HTML, b"%PDF-1.4 called a page", "wrong_type"),
        (200, {"content-type": "image/jpeg"}, b"\xff\xd8\xff\xe0", "wrong_type"),
        (200, {"content-type": "application/json"}, b"{}", "wrong_type"),
        (200, HTML, b"  \n", "empty"),
        (302, {"location": "file:///etc/passwd"}, b"", "http_error"),
        (401, HTML, PAGE, "blocked"),
        (403, HTML, PAGE, "blocked"),
        (404, HTML, PAGE, "not_found"),
        (410, HTML, PAGE, "not_found"),
        (418, HTML, PAGE, "http_error"),
        (429, HTML, PAGE, "rate_limited"),
        (451, HTML, PAGE, "blocked"),
        (500, HTML, PAGE, "server_error"),
        (503, HTML, PAGE, "unavailable"),
        (524, HTML, PAGE, "server_error"),
        (503, HTML | {"cf-mitigated": "challenge"}, PAGE, "blocked"),
        (200, HTML, b"<html><head><title>Just a moment...</title></head></html>", "blocked"),
        (200, HTML, b"<script src='/cdn-cgi/challenge-platform/h/g/orchestrate'></script>", "blocked"),
    ],
)
def test_an_answer_that_is_no_page_has_an_outcome(
    status: int, headers: dict[str, str], body: bytes, outcome: str | None
) -> None:
    refused = of_response(status, headers, body)
    assert (refused and refused[0]) == outcome


def test_a_listing_may_come_as_any_type() -> None:
    assert of_response(200, {"content-type": "application/json"}, b"{}", listing=True) is None
    assert of_response(200, {"content-type": "application/gzip"}, b"\x1f\x8b", listing=True) is None


@pytest.mark.parametrize(
    ("error", "outcome", "said"),
    [
        (exceptions.DownloadTimeoutError("Getting http://a.id/ took longer than 30.0 seconds."), "timeout",
         "no answer within 30 s"),
        (exceptions.CannotResolveHostError("no such host"), "dns", "its name does not resolve"),
        (exceptions.DownloadConnectionRefusedError("Connection was refused by other side: 111: Connection refused."),
         "network", "connection refused"),
        (exceptions.DownloadFailedError("[<twisted.python.failure.Failure ConnectionLost>]"), "network",
         "the connection broke off"),
        (exceptions.DownloadFailedError("certificate verify failed"), "tls",
         "DownloadFailedError: certificate verify failed"),
        (exceptions.DownloadFailedError("[<Failure: [('SSL routines', '', 'wrong version number')]>]"),
         "tls", "wrong version number"),
        (exceptions.DownloadCancelledError("its size is too large"), "too_large", "larger than DOWNLOAD_MAXSIZE"),
        (exceptions.ResponseDataLossError(), "truncated", "shorter than announced"),
        (exceptions.IgnoreRequest("Forbidden by robots.txt"), "robots", "robots.txt forbids it"),
        (exceptions.IgnoreRequest("max redirections reached"), "redirect_loop", "too many redirections"),
        (exceptions.IgnoreRequest("exceeded DOWNLOAD_MAXSIZE (10 B) during decompression"), "too_large",
         "larger than DOWNLOAD_MAXSIZE"),
        (PrivateAddressError("http://10.0.0.1/ is on a private network"), "private",
         "http://10.0.0.1/ is on a private network"),
        (ConnectionResetError("reset"), "network", "ConnectionResetError: reset"),
        (KeyError("Connection refused"), "error:KeyError", "KeyError: 'Connection refused'"),
        (KeyError("x" * 999), "error:KeyError", f"KeyError: '{'x' * 189}"),
    ],
)  # fmt: skip
def test_a_failure_has_an_outcome_and_says_plainly_what_happened(error: Exception, outcome: str, said: str) -> None:
    assert of_failure(error) == (outcome, said)


def test_a_visit_is_explained_in_one_line() -> None:
    assert explained(Visit("https://a.id/", "robots", error="IgnoreRequest")) == "https://a.id/: robots (IgnoreRequest)"
    assert explained(Visit("https://a.id/", "ok")) == "https://a.id/: ok"


@pytest.mark.parametrize(
    ("outcome", "looks", "again"),
    [
        ("ok", 1, 6 * HOUR),
        ("unchanged", 2, DAY),
        ("changed", 3, 3 * DAY),
        ("unchanged", 4, None),
        ("timeout", 1, PATIENCE[0]),
        ("server_error", 2, PATIENCE[1]),
        ("blocked", 6, None),
        ("error:KeyError", 1, PATIENCE[0]),
        ("incomplete:body", 1, DOUBT[0]),
        ("not_found", 2, DOUBT[1]),
        ("robots", 3, None),
        ("not_article:gallery", 1, None),
        ("gone", 1, None),
        ("duplicate", 1, None),
        ("too_large", 1, None),
    ],
)
def test_looks_at_an_address_are_bounded(outcome: str, looks: int, again: timedelta | None) -> None:
    found = next_look(outcome, looks, NOW, published=NOW - HOUR, rechecks=RECHECKS)
    assert found == (NOW + again if again is not None else None)


def test_old_articles_are_not_looked_at_again() -> None:
    assert next_look("ok", 1, NOW, published=NOW - 4 * DAY, rechecks=RECHECKS) is None
    assert next_look("timeout", 1, NOW, published=NOW - 4 * DAY, rechecks=RECHECKS) == NOW


def test_a_listing_is_believed_until_it_cries_wolf() -> None:
    earlier, visited = NOW - DAY, NOW - HOUR / 2
    assert believable(NOW, earlier, visited, 0, NOW)
    assert believable(NOW, None, visited, 0, NOW)
    assert not believable(earlier, earlier, visited, 0, NOW)
    assert not believable(NOW, earlier, visited, 2, NOW)
    assert believable(NOW, earlier, NOW - 5 * HOUR, 2, NOW)
    assert not believable(NOW, earlier, NOW - 5 * HOUR, 3, NOW)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2025-06-01T19:00:00+07:00", NOW),
        ("Sun, 01 Jun 2025 12:00:00 +0000", NOW),
        ("2025-06-01T12:00:00", NOW),
        ("2025-06-01T12:00:00Z", NOW),
        ("kemarin", None),
        ("", None),
        (None, None),
    ],
)
def test_moments_of_listings(text: str | None, found: datetime | None) -> None:
    assert moment(text) == found
