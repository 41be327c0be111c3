"""The WordPress of the integration tests is what they take it for."""

import http.client
import json
import os
import re
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from lxml import etree, html

from tests.wordpress.fixture import require_packages
from tests.wordpress.markup import content
from tests.wordpress.post import Post, as_shown, visible
from tests.wordpress.posts import (
    BRIDGE,
    DEBATED,
    DRAFT,
    HIDDEN,
    LONG_READ,
    PINNED,
    POSTS,
    PROTECTED,
    SAYINGS,
    many_posts,
)
from tests.wordpress.server import Published, WordPress

pytestmark = pytest.mark.integration

ByPost = dict[str, Published]


def get(wp: WordPress, path: str, **headers: str) -> tuple[int, http.client.HTTPMessage, bytes]:
    """One request, no redirect followed."""
    connection = http.client.HTTPConnection(urlsplit(wp.url).netloc, timeout=30)
    try:
        connection.request("GET", path, headers={name.replace("_", "-"): value for name, value in headers.items()})
        response = connection.getresponse()
        return response.status, response.headers, response.read()
    finally:
        connection.close()


def rest(wp: WordPress, query: str) -> Any:
    status, _, body = get(wp, f"/wp-json/wp/v2/posts?{query}")
    assert status == 200, body
    return json.loads(body)


def feed_slugs(wp: WordPress, path: str = "/feed/") -> list[str]:
    links = etree.fromstring(get(wp, path)[2]).iterfind("./channel/item/link")
    return [(link.text or "").rstrip("/").rsplit("/", 1)[-1] for link in links]


def shown_texts(markup: str) -> list[str]:
    """The plain text of each paragraph, heading, item and caption in a post's rendered content."""
    tree = html.fragment_fromstring(markup, create_parent="div")
    for navigation in tree.find_class("post-nav-links") + tree.find_class("page-links"):
        navigation.drop_tree()
    found = tree.xpath(".//p[not(ancestor::figcaption)] | .//h2 | .//h3 | .//li | .//figcaption")
    texts = [re.sub(r"\s+", " ", element.text_content()).strip() for element in found]
    return [text for text in texts if text]


def entry(wp: WordPress, path: str) -> str:
    status, _, body = get(wp, path)
    assert status == 200
    [element] = html.document_fromstring(body.decode()).find_class("entry-content")
    return html.tostring(element, encoding="unicode")


@pytest.fixture(scope="module")
def in_place(wordpress: WordPress) -> ByPost:
    """POSTS published once for the tests that only read."""
    wordpress.clear()
    answers = wordpress.publish(POSTS)
    return {post.slug: answer for post, answer in zip(POSTS, answers, strict=True)}


def test_feed_holds_the_newest_ten_and_a_sticky_post_has_no_rank(wordpress: WordPress, published: ByPost) -> None:
    newest = [post.slug for post in visible(POSTS)]
    assert len(newest) == 30
    assert feed_slugs(wordpress) == newest[:10]


def test_rest_counts_the_published_posts_the_protected_among_them(wordpress: WordPress, published: ByPost) -> None:
    status, headers, body = get(wordpress, "/wp-json/wp/v2/posts?per_page=100")
    assert status == 200
    assert int(headers["X-WP-Total"]) == sum(post.status == "publish" for post in POSTS) == 31
    assert [post["slug"] for post in json.loads(body) if post["content"]["protected"]] == [PROTECTED.slug]


@pytest.mark.parametrize("post", visible(POSTS), ids=lambda post: post.slug)
def test_post_values_say_what_wordpress_renders(wordpress: WordPress, in_place: ByPost, post: Post) -> None:
    [record] = rest(wordpress, f"slug={post.slug}&_embed=author,wp:term")
    assert shown_texts(record["content"]["rendered"]) == list(post.expected_paragraphs)
    assert html.fromstring(record["title"]["rendered"]).text_content() == post.expected_title
    assert f"{record['date']}+07:00" == post.published.isoformat()
    assert record["modified_gmt"] == record["date_gmt"]
    assert urlsplit(record["link"]).path == post.path
    [author] = record["_embedded"]["author"]
    sections, tags = record["_embedded"]["wp:term"]
    assert author["name"] == post.author
    assert [as_shown(term["name"]) for term in sections] == [post.section]
    assert sorted(as_shown(term["name"]) for term in tags) == sorted(post.tags)

    pages = [post.path, *(f"{post.path}{number}/" for number in range(2, post.pages + 1))]
    on_pages = [text for path in pages for text in shown_texts(entry(wordpress, path))]
    assert on_pages == list(post.expected_paragraphs)


def test_pages_are_indonesian(wordpress: WordPress, published: ByPost) -> None:
    page = get(wordpress, SAYINGS.path)[2].decode()
    assert '<html lang="id-ID"' in page
    assert "9 Januari 2025" in page
    assert "2025-01-09T19:05:42+07:00" in page


def test_hidden_content_shows_nowhere(wordpress: WordPress, published: ByPost) -> None:
    addresses = ["/", "/feed/", "/feed/?paged=2", "/wp-json/wp/v2/posts?per_page=100", "/wp-sitemap-posts-post-1.xml"]
    everything = "".join(get(wordpress, path)[2].decode() for path in [*addresses, PROTECTED.path])
    for post in HIDDEN:
        for text in post.expected_paragraphs:
            assert text not in everything
    assert DRAFT.slug not in everything
    assert PROTECTED.path in everything  # it is listed, and its page asks for the password
    assert get(wordpress, DRAFT.path)[0] == 404
    assert get(wordpress, f"/?p={published[DRAFT.slug].id}")[0] == 404


def test_front_page_puts_the_sticky_post_first(wordpress: WordPress, published: ByPost) -> None:
    front = html.document_fromstring(get(wordpress, "/")[2].decode())
    titles = [element.text_content().strip() for element in front.xpath("//*[contains(@class, 'entry-title')]")]
    assert titles[0] == PINNED.title


def test_comments_stand_on_the_page(wordpress: WordPress, published: ByPost) -> None:
    page = get(wordpress, DEBATED.path)[2].decode()
    assert DEBATED.comments[0][:60] in page


def test_every_address_of_the_sitemap_answers(wordpress: WordPress, published: ByPost) -> None:
    sitemap = etree.fromstring(get(wordpress, "/wp-sitemap-posts-post-1.xml")[2])
    paths = [urlsplit(loc.text or "").path for loc in sitemap.iter("{*}loc")]
    assert sorted(paths) == sorted(post.path for post in POSTS if post.status == "publish")
    assert get(wordpress, paths[0])[0] == 200


def test_unchanged_feed_is_304_until_a_post_is_edited(wordpress: WordPress, published: ByPost) -> None:
    _, headers, _ = get(wordpress, "/feed/")
    known = {"If_None_Match": headers["ETag"], "If_Modified_Since": headers["Last-Modified"]}
    assert headers["Last-Modified"] == "Tue, 24 Jun 2025 11:25:00 GMT"
    assert get(wordpress, "/feed/", **known)[0] == 304

    longer = content(BRIDGE).replace("120 meter", "125 meter")
    wordpress.edit(published[BRIDGE.slug].id, content=longer)
    assert get(wordpress, "/feed/", **known)[0] == 200
    assert "125 meter" in entry(wordpress, BRIDGE.path)
    assert [post["slug"] for post in rest(wordpress, "modified_after=2025-07-01T00:00:00")] == [BRIDGE.slug]


def test_requests_are_logged_as_they_were_answered(wordpress: WordPress, published: ByPost) -> None:
    _, headers, _ = get(wordpress, "/feed/")
    get(wordpress, "/feed/", If_Modified_Since=headers["Last-Modified"])
    get(wordpress, "/tidak-ada/?a=1")
    get(wordpress, "/wp-includes/css/dist/block-library/style.min.css")
    seen = [(request.path, request.status, request.conditional) for request in wordpress.requests()]
    assert seen == [
        ("/feed/", 200, False),
        ("/feed/", 304, True),
        ("/tidak-ada/?a=1", 404, False),
        ("/wp-includes/css/dist/block-library/style.min.css", 200, False),
    ]


def test_deleted_post_is_gone(wordpress: WordPress, published: ByPost) -> None:
    wordpress.delete(published[LONG_READ.slug].id)
    assert get(wordpress, LONG_READ.path)[0] == 404
    assert rest(wordpress, f"slug={LONG_READ.slug}") == []


def test_rest_closes_and_opens(wordpress: WordPress, published: ByPost) -> None:
    wordpress.close_rest()
    assert get(wordpress, "/wp-json/wp/v2/posts")[0] == 401
    assert get(wordpress, "/feed/")[0] == 200
    wordpress.open_rest()
    assert get(wordpress, "/wp-json/wp/v2/posts")[0] == 200


def test_back_file_of_600_posts(wordpress: WordPress) -> None:
    wordpress.clear()
    assert len(wordpress.publish(many_posts(600))) == 600
    _, headers, _ = get(wordpress, "/wp-json/wp/v2/posts?per_page=100")
    assert (headers["X-WP-Total"], headers["X-WP-TotalPages"]) == ("600", "6")


def test_nothing_is_left_running(tmp_path: Path) -> None:
    require_packages()
    with WordPress(tmp_path / "wordpress", theme="twentytwentythree") as wp:
        wp.publish([LONG_READ])
        assert feed_slugs(wp) == [LONG_READ.slug]
        pids = wp.pids
        assert [alive(pid) for pid in pids] == [True, True]
    assert [alive(pid) for pid in pids] == [False, False]
    assert wp.pids == []


def test_failing_start_says_why_and_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    require_packages()
    wp = WordPress(tmp_path / "wordpress", theme="twentytwentythree")
    started: list[int] = []

    def broken(url: str, database_socket: str) -> str:
        started.extend(wp.pids)
        return "<?php fwrite(STDERR, 'no such site'); exit(1);"

    monkeypatch.setattr("tests.wordpress.server._config", broken)
    with pytest.raises(RuntimeError, match="no such site"):
        wp.start()
    assert len(started) == 1
    assert not any(map(alive, started))


def alive(pid: int) -> bool:
    """Whether a process has that id."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True
