"""The local newsroom answers as it says, so that a failing crawl is the crawler's fault."""

import gzip
import http.client
import itertools
import json
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from urllib.parse import urlsplit

import feedparser
import pytest
from lxml import etree, html

from tests.newsroom import WIB, Article, Newsroom, Reply


@pytest.fixture
def newsroom() -> Iterator[Newsroom]:
    with Newsroom() as running:
        yield running


@dataclass(frozen=True)
class Answer:
    status: int
    headers: http.client.HTTPMessage
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()


def ask(url: str, timeout: float = 5, **headers: str) -> Answer:
    """One request, redirects not followed, errors as answers."""
    parts = urlsplit(url)
    assert parts.hostname
    target = parts.path + (f"?{parts.query}" if parts.query else "")
    with closing(http.client.HTTPConnection(parts.hostname, parts.port, timeout=timeout)) as connection:
        connection.request("GET", target, headers={n.replace("_", "-"): v for n, v in headers.items()})
        response = connection.getresponse()
        return Answer(response.status, response.headers, response.read())


STATUSES = {
    **dict.fromkeys(("wrong-charset", "wrong-charset-bytes", "gzip-bomb", "wrong-type", "paywall"), 200),
    **dict.fromkeys(("empty-body", "no-title", "soft-404", "login", "not-article", "huge", "disallowed"), 200),
    **dict.fromkeys(("redirect-loop", "redirect-off-host", "redirect-to-file"), 302),
    "not-found": 404,
    "gone": 410,
    "error": 500,
    "unavailable": 503,
    "too-many": 429,
    "forbidden": 403,
    "challenge": 403,
    "challenge-503": 503,
}
UNFINISHED = {"slow", "hang", "truncated"}


def test_every_fault_answers_with_its_status(newsroom: Newsroom) -> None:
    assert set(newsroom.faults) == STATUSES.keys() | UNFINISHED
    answers = {name: ask(newsroom.faults[name]) for name in STATUSES}
    assert {name: answer.status for name, answer in answers.items()} == STATUSES
    assert answers["too-many"].headers["Retry-After"]
    assert answers["unavailable"].headers["Retry-After"]
    assert answers["challenge"].headers["cf-mitigated"] == "challenge"
    assert answers["redirect-off-host"].headers["Location"] == "http://127.0.0.9:9/"
    assert len(answers["huge"].body) > 10_000_000
    assert len(answers["gzip-bomb"].body) < 200_000
    assert len(gzip.decompress(answers["gzip-bomb"].body)) > 50_000_000
    assert answers["wrong-type"].headers.get_content_type() == "application/pdf"
    assert '"isAccessibleForFree": false' in answers["paywall"].text
    assert "Halaman tidak ditemukan" in answers["soft-404"].text
    assert 'type="password"' in answers["login"].text
    assert 'class="gallery"' in answers["not-article"].text
    assert urlsplit(newsroom.faults["disallowed"]).path in newsroom.robots
    assert "<title" not in answers["no-title"].text
    assert not html.fromstring(answers["empty-body"].text).xpath("//*[contains(@class, 'entry-content')]//p")


def test_wrong_charsets_hold_a_readable_article(newsroom: Newsroom) -> None:
    assert newsroom.readable_faults.keys() == {"wrong-charset", "wrong-charset-bytes"}
    for name, codec in (("wrong-charset", "utf-8"), ("wrong-charset-bytes", "windows-1252")):
        answer = ask(newsroom.faults[name])
        assert newsroom.readable_faults[name].paragraphs[0] in answer.body.decode(codec)
        assert b'charset="UTF-8"' in answer.body
    assert ask(newsroom.faults["wrong-charset"]).headers.get_content_charset() == "iso-8859-1"


def test_redirect_loop_comes_back(newsroom: Newsroom) -> None:
    with pytest.raises(urllib.error.HTTPError, match="infinite loop"):
        urllib.request.urlopen(newsroom.faults["redirect-loop"], timeout=5)


def test_unfinished_answers(newsroom: Newsroom) -> None:
    with pytest.raises(http.client.IncompleteRead):
        ask(newsroom.faults["truncated"])
    with pytest.raises(TimeoutError):
        ask(newsroom.faults["hang"], timeout=0.3)
    with urllib.request.urlopen(newsroom.faults["slow"], timeout=5) as slow:
        assert slow.status == 200
        assert slow.read(5)


def test_stop_is_quick_while_answers_hang() -> None:
    newsroom = Newsroom()
    newsroom.up()
    waiting = [http.client.HTTPConnection("127.0.0.1", urlsplit(newsroom.url).port, timeout=5) for _ in "123"]
    for connection, path in zip(waiting, ("/faults/hang/", "/faults/slow/", "/faults/huge/"), strict=True):
        connection.request("GET", path)
    while len(newsroom.requests) < 3:
        time.sleep(0.01)
    started = time.monotonic()
    newsroom.down()
    assert time.monotonic() - started < 1
    with pytest.raises(ConnectionRefusedError):
        ask(newsroom.url + "/")
    for connection in waiting:
        connection.close()


def test_down_and_up_again_at_the_same_address(newsroom: Newsroom) -> None:
    url = newsroom.url
    newsroom.down()
    newsroom.up()
    assert newsroom.url == url
    assert ask(url + "/").status == 200


def test_its_port_is_given_to_nobody_while_it_is_down(newsroom: Newsroom) -> None:
    newsroom.down()
    port = urlsplit(newsroom.url).port
    with socket.socket() as other, pytest.raises(OSError, match="in use"):
        other.bind(("127.0.0.1", port))
    with pytest.raises(ConnectionRefusedError):
        ask(newsroom.url + "/")


def test_the_feed_of_faults_links_to_all_of_them(newsroom: Newsroom) -> None:
    links = [entry.link for entry in feedparser.parse(ask(newsroom.url + "/faults/feed.xml").body).entries]
    good = [link for link in links if "/faults/" not in link]
    assert set(links) - set(good) == set(newsroom.faults.values())
    assert [ask(link).status for link in good] == [200, 200]


def test_damaged_feeds_hold_their_items(newsroom: Newsroom) -> None:
    sound = feedparser.parse(ask(newsroom.url + "/feed/").body).entries
    links = [entry.link for entry in sound]
    for name, (url, count) in newsroom.damaged_feeds.items():
        answer = ask(url)
        assert answer.status == 200, name
        if name != "html-instead":
            assert count == 10, name
            assert answer.body.count(b"<link>http") == count + 1, name
            with_errors = feedparser.parse(answer.body)
            assert [entry.link for entry in with_errors.entries] == links[:count], name


LISTINGS = ("/feed/", "/sitemap_index.xml", "/sitemap-daerah.xml", "/sitemap-budaya.xml.gz", "/sitemap-news.xml")


@pytest.mark.parametrize("path", LISTINGS)
def test_conditional_get(newsroom: Newsroom, path: str) -> None:
    first = ask(newsroom.url + path)
    etag, modified = first.headers["ETag"], first.headers["Last-Modified"]
    by_etag = ask(newsroom.url + path, If_None_Match=etag)
    by_date = ask(newsroom.url + path, If_Modified_Since=modified)
    assert (by_etag.status, by_etag.body, by_date.status, by_date.body) == (304, b"", 304, b"")
    assert ask(newsroom.url + path, If_None_Match='"another"', If_Modified_Since=modified).status == 200
    assert ask(newsroom.url + path, If_Modified_Since="kemarin sore").status == 200


def test_an_edit_moves_feed_and_sitemap(newsroom: Newsroom) -> None:
    slug = "museum-perahu-simpan-cerita-sungai"
    before = {path: ask(newsroom.url + path) for path in ("/feed/", "/sitemap_index.xml", "/sitemap-budaya.xml.gz")}
    edited = newsroom.edit(slug, paragraphs=("Teks baru.",))
    assert newsroom.articles[slug] == edited
    for path, old in before.items():
        new = ask(newsroom.url + path, If_None_Match=old.headers["ETag"])
        assert new.status == 200, path
        assert new.headers["ETag"] != old.headers["ETag"]
        assert ask(newsroom.url + path, If_Modified_Since=old.headers["Last-Modified"]).status == 200
    assert "Teks baru." in ask(newsroom.address(slug)).text


def test_delete_publish_and_the_request_log(newsroom: Newsroom) -> None:
    slug = "museum-perahu-simpan-cerita-sungai"
    address, old = newsroom.address(slug), newsroom.articles[slug]
    newsroom.delete(slug)
    assert ask(address, X_Marker="yes").status == 410
    assert old.path not in ask(newsroom.url + "/feed/").text
    newsroom.publish(old)
    assert ask(address).status == 200
    log = newsroom.asked(old.path)
    assert [request.status for request in log] == [410, 200]
    assert log[0].headers["x-marker"] == "yes"
    assert len(newsroom.requests) == 3


def test_the_site_as_a_whole_can_fail(newsroom: Newsroom) -> None:
    some = newsroom.address("harga-lada-petani-bukit-khayal-naik")
    newsroom.redesign()
    assert 'class="isi-berita' in ask(some).text
    newsroom.empty_feed()
    assert feedparser.parse(ask(newsroom.url + "/feed/").body).entries == []
    newsroom.wall()
    assert {ask(newsroom.url + path).status for path in ("/", "/feed/", "/robots.txt")} == {403}
    newsroom.heal()
    assert 'class="entry-content ' in ask(some).text
    newsroom.robots += "Crawl-delay: 2\n"
    assert ask(newsroom.url + "/robots.txt").text.endswith("Crawl-delay: 2\n")


def test_a_newsroom_without_articles_still_has_listings(newsroom: Newsroom) -> None:
    for slug in newsroom.articles:
        newsroom.delete(slug)
    assert {ask(newsroom.url + path).status for path in ("/", "/feed/", "/sitemap_index.xml", "/sitemap-news.xml")} == {
        200
    }


def test_delay_and_pages_of_a_test_s_own(newsroom: Newsroom) -> None:
    newsroom.serve("/.well-known/tdmrep.json", Reply(200, b"[]", "application/json"))
    newsroom.delay = 0.2
    started = time.monotonic()
    assert ask(newsroom.url + "/.well-known/tdmrep.json").body == b"[]"
    assert time.monotonic() - started >= 0.2


def interruptible() -> None:
    """Heed Ctrl-C, though the tests themselves run in the background, where a shell has it ignored."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def test_served_from_the_command_line_until_interrupted() -> None:
    command = [sys.executable, "-m", "tests.newsroom", "--articles", "3"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, preexec_fn=interruptible
    ) as process:
        try:
            assert process.stdout
            found = re.search(r"http://127\.0\.0\.1:\d+/", process.stdout.readline())
            assert found
            assert ask(found[0]).status == 200
            process.send_signal(signal.SIGINT)
            assert process.communicate(timeout=5)[1] == ""
            assert process.returncode == 0
        finally:
            process.kill()  # else, what failed here waits for it for ever


def test_every_listing_leads_to_every_article(newsroom: Newsroom) -> None:
    addresses = {newsroom.address(slug) for slug in newsroom.articles}
    assert len(addresses) == 12
    assert _from_sitemaps(newsroom.url + "/sitemap_index.xml") == addresses
    entries = feedparser.parse(ask(newsroom.url + "/feed/").body).entries
    assert {entry.link.partition("?")[0] for entry in entries} == addresses
    in_sections = [link for name in ("daerah", "ekonomi", "budaya") for link in _from_section(newsroom, name)]
    assert set(in_sections) == addresses
    assert len(in_sections) == 13
    assert {ask(address).status for address in addresses} == {200}


def _from_sitemaps(url: str) -> set[str]:
    body = ask(url).body
    root = etree.fromstring(gzip.decompress(body) if url.endswith(".gz") else body)
    found = root.xpath("./*/*[local-name()='loc']/text()")
    assert isinstance(found, list)
    places = {str(place) for place in found}
    if str(root.tag).endswith("sitemapindex"):
        return set().union(*map(_from_sitemaps, places))
    return places


def _from_section(newsroom: Newsroom, name: str) -> Iterator[str]:
    following = [f"{newsroom.url}/category/{name}/"]
    while following:
        tree = html.fromstring(ask(following[0]).text)
        yield from (link.partition("?")[0] for link in tree.xpath("//main//h2/a/@href"))
        following = tree.xpath("//a[@rel='next']/@href")


def test_pages_hold_the_facts_of_their_article(newsroom: Newsroom) -> None:
    for slug, article in newsroom.articles.items():
        tree = html.fromstring(ask(newsroom.address(slug) + "?utm_source=uji").text)
        assert tree.xpath("string(//h1)") == article.title
        assert tree.xpath("//link[@rel='canonical']/@href") == [newsroom.address(slug)]
        assert tree.xpath("//time/@datetime")[0] == article.published.isoformat()
        assert article.paragraphs[0] in ask(newsroom.address(slug) + "amp/").text
        whole = html.fromstring(ask(newsroom.address(slug) + "?page=all").text).text_content()
        assert all(block in whole for block in article.body.split("\n\n"))
        scripts = tree.xpath("//script[@type='application/ld+json']/text()")
        assert bool(scripts) == (article.json_ld != "none")
        if article.json_ld == "broken":
            with pytest.raises(json.JSONDecodeError):
                json.loads(scripts[0])
        elif scripts:
            assert "NewsArticle" in json.dumps(json.loads(scripts[0]))


def test_the_story_over_two_pages(newsroom: Newsroom) -> None:
    slug = "jembatan-sungai-rekaan-rampung-lebih-cepat"
    first, second = (ask(newsroom.address(slug) + query).text for query in ("", "?page=2"))
    assert f'<link rel="next" href="{newsroom.address(slug)}?page=2">' in first
    for block in newsroom.articles[slug].body.split("\n\n"):
        assert (block in first) != (block in second)
    assert "(ams)" not in first
    assert "(ams)" in second


def test_a_thousand_generated_articles_are_alike_at_every_run_and_all_different() -> None:
    with Newsroom(articles=1000) as newsroom:
        articles = newsroom.articles
        assert len(articles) == 1012
        assert len({article.body for article in articles.values()}) == 1012
        assert len(_from_sitemaps(newsroom.url + "/sitemap_index.xml")) == 1012
    again: dict[str, Article] = Newsroom(articles=1000).articles
    assert articles == again


def test_stories_say_that_they_are_fiction_and_are_old_enough_for_any_clock(newsroom: Newsroom) -> None:
    assert "fiktif" in ask(newsroom.url + "/").text
    dates = [article.published for article in newsroom.articles.values()]
    assert all(date.tzinfo is WIB and date.year == 2025 for date in dates)
    assert all(new >= old for new, old in itertools.pairwise(dates))
