"""Whole articles from the APIs of WordPress and Blogger: from answers written here, and from a real WordPress."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta, timezone
from typing import Any
from urllib.error import HTTPError
from urllib.parse import parse_qs, urljoin, urlsplit
from urllib.request import urlopen

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kalbarcrawl.items import Image, Link, RawArticle
from kalbarcrawl.page import Page
from kalbarcrawl.sources import BloggerPosts, Feed, Source, WordPressPosts
from tests.wordpress.post import visible
from tests.wordpress.posts import BRIDGE, LONG_READ, POSTS, many_posts
from tests.wordpress.server import Published, WordPress

NOW = datetime(2025, 6, 6, 3, tzinfo=UTC)
WIB = timezone(timedelta(hours=7))
HOME = "https://warta.example"


def page(answer: object, source: Source, headers: Mapping[str, str] | None = None) -> Page:
    body = answer if isinstance(answer, str) else json.dumps(answer)
    return Page(urljoin(HOME, source.url), body.encode(), NOW, "application/json", headers=headers or {})


def articles(source: Source, answer: object) -> list[RawArticle]:
    return [one for one in source.read(page(answer, source)) if isinstance(one, RawArticle)]


def further(source: Source, answer: object, headers: Mapping[str, str] | None = None) -> list[Any]:
    return [one for one in source.read(page(answer, source, headers)) if isinstance(one, WordPressPosts | BloggerPosts)]


def query(source: Source) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(urlsplit(source.url).query).items()}


def post(number: int = 1, **changes: Any) -> dict[str, Any]:
    return {
        "id": number,
        "date": "2025-06-05T08:15:00",
        "date_gmt": "2025-06-05T01:15:00",
        "modified": "2025-06-05T09:00:00",
        "modified_gmt": "2025-06-05T02:00:00",
        "link": f"{HOME}/2025/06/{number}/",
        "title": {"rendered": "Lada &#038; Sahang &#8211; <em>Naik</em>"},
        "content": {
            "rendered": "<p>Satu.</p><!--nextpage--><p>Dua <img class='wp-smiley' alt='🎉' src='/e.png'></p>"
            "<figure class='wp-block-image'><img src='/1.jpg'><figcaption>Foto  satu</figcaption></figure>",
            "protected": False,
        },
        "excerpt": {"rendered": "<p>Ringkas [&hellip;]</p> <a class='more-link' href='/x'>Lanjut</a>"},
        "_embedded": {
            "author": [{"id": 3, "name": "Ani &amp; Budi"}],
            "wp:featuredmedia": [{"source_url": f"{HOME}/utama.jpg", "caption": {"rendered": "<p>Utama</p>\n"}}],
            "wp:term": [
                [{"taxonomy": "category", "name": "Tak Berkategori"}, {"taxonomy": "category", "name": "Daerah"}],
                [{"taxonomy": "post_tag", "name": "Lada &amp; Sahang"}, {"taxonomy": "post_tag", "name": "Ekspor"}],
            ],
        },
        **changes,
    }


def test_a_wordpress_post_is_a_whole_article() -> None:
    assert articles(WordPressPosts(), [post()]) == [
        RawArticle(
            url=f"{HOME}/2025/06/1/",
            fetched_at=NOW,
            canonical_url=f"{HOME}/2025/06/1/",
            title="Lada & Sahang – Naik",
            description="Ringkas…",
            published=(("listing", "2025-06-05T01:15:00+00:00"),),
            modified=(("listing", "2025-06-05T02:00:00+00:00"),),
            authors=("Ani & Budi",),
            section="Daerah",
            tags=("Lada & Sahang", "Ekspor"),
            lines=("Satu.", "Dua 🎉"),
            images=(Image(f"{HOME}/utama.jpg", "Utama"), Image(f"{HOME}/1.jpg", "Foto satu")),
            source=f"{HOME}/wp-json/wp/v2/posts",
        )
    ]


def test_posts_that_are_not_for_everybody_and_doubled_ones_are_left_out() -> None:
    answer = [
        post(1),
        post(1),
        post(2, content={"rendered": "", "protected": True}),
        post(3, title={"rendered": "Terproteksi: Rahasia"}),
        post(4, title={"rendered": "Protected: Rahasia"}),
        post(5, link=""),
        None,
    ]
    assert [article.url for article in articles(WordPressPosts(), answer)] == [f"{HOME}/2025/06/1/"]


def test_what_is_missing_from_a_post_is_unknown() -> None:
    bare = {
        "link": "/a/",
        "content": {"rendered": "<p>Satu.</p>"},
        "date": "2025-06-05T08:15:00",
        "date_gmt": "0000-00-00T00:00:00",
        "_embedded": {"author": [{"code": "rest_user_invalid_id"}], "wp:term": None},
    }
    (article,) = articles(WordPressPosts(), [bare])
    assert article == RawArticle(
        url=f"{HOME}/a/",
        fetched_at=NOW,
        canonical_url=f"{HOME}/a/",
        published=(("listing", "2025-06-05T08:15:00"),),
        lines=("Satu.",),
        source=f"{HOME}/wp-json/wp/v2/posts",
    )


def test_where_the_api_hides_the_text_the_page_is_to_be_fetched() -> None:
    listed = list(WordPressPosts().read(page([post(content={"rendered": " "})], WordPressPosts())))
    assert listed == [
        Link(
            f"{HOME}/2025/06/1/",
            "2025-06-05T01:15:00+00:00",
            "2025-06-05T02:00:00+00:00",
            "Lada & Sahang – Naik",
            f"{HOME}/wp-json/wp/v2/posts",
        )
    ]


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        ({"code": "rest_disabled", "message": "<strong>REST</strong> ditutup."}, "rest_disabled: REST ditutup."),
        ({"code": "rest_forbidden"}, "rest_forbidden"),
        ({"code": "rest_post_invalid_page_number"}, "rest_post_invalid_page_number"),
        ([{"name": "bukan pos"}], "something else"),
        ([1, 2], "something else"),
        ("<html><p>Login</p>", "web page"),
        ("", "does not parse"),
        ("3", "without a list"),
    ],
)
def test_a_closed_api_is_an_error(answer: object, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        articles(WordPressPosts(), answer)


def test_notices_of_plugins_before_the_json_do_no_harm() -> None:
    dirty = "\ufeff<br />\n<b>Notice</b>: x [y] in <b>z.php</b>\n" + json.dumps([post()])
    assert len(articles(WordPressPosts(), dirty)) == 1


def test_pages_by_the_header_or_until_one_is_not_full() -> None:
    source, full = WordPressPosts(), [post(number) for number in range(100)]
    assert query(source)["page"] == "1"
    assert further(source, [post()]) == []
    (second,) = further(source, full)
    assert (query(second)["page"], query(second)["per_page"]) == ("2", "100")
    assert second.url.startswith(f"{HOME}/wp-json/wp/v2/posts?")
    assert further(source, full, {"x-wp-totalpages": "1"}) == []
    assert len(further(source, [post()], {"x-wp-totalpages": "2"})) == 1
    assert list(second.read(page({"code": "rest_post_invalid_page_number"}, second))) == []


def test_a_period_and_changes_go_into_the_query() -> None:
    since, until = datetime(2024, 1, 1, tzinfo=WIB), datetime(2024, 2, 1, tzinfo=WIB)
    narrowed = WordPressPosts("/?rest_route=/wp/v2/posts").between(since, until)
    assert query(narrowed)["after"] == "2023-12-31T23:59:59+07:00"
    assert query(narrowed)["before"] == "2024-02-01T00:00:01+07:00"
    assert query(narrowed)["rest_route"] == "/wp/v2/posts"
    assert WordPressPosts().between(None, None) == WordPressPosts()
    changed = query(WordPressPosts().changed_since(since))
    assert (changed["modified_after"], changed["orderby"]) == ("2024-01-01T00:00:00+07:00", "modified")
    blogger = query(BloggerPosts().between(since, until))
    assert (blogger["published-min"], blogger["published-max"]) == (since.isoformat(), "2024-02-01T00:00:01+07:00")
    assert BloggerPosts().between(None, None) == BloggerPosts()


# -- Blogger


def entry(number: int = 1, **changes: Any) -> dict[str, Any]:
    return {
        "id": {"$t": f"tag:blogger.com,1999:blog-1.post-{number}"},
        "published": {"$t": "2025-07-31T21:02:00.000+07:00"},
        "updated": {"$t": "2025-07-31T21:05:11.123+07:00"},
        "category": [{"term": "Kalbar"}, {"term": "Sambas"}],
        "title": {"type": "text", "$t": "Panen & pasar"},
        "content": {
            "type": "html",
            "$t": "<table class='tr-caption-container'><tr><td><img src='//1.bp.example/s320/a.jpg'></td></tr><tr>"
            "<td class='tr-caption'>Foto: Istimewa</td></tr></table>Satu.<br /><br />Dua.",
        },
        "link": [
            {"rel": "replies", "href": f"{HOME}/k"},
            {"rel": "alternate", "href": f"{HOME}/2025/07/{number}.html"},
        ],
        "author": [{"name": {"$t": "Unknown"}}, {"name": {"$t": "Libertus"}}],
        **changes,
    }


def blogger_feed(*entries: dict[str, Any], total: int | None = None, **more: Any) -> dict[str, Any]:
    counts = {"openSearch$totalResults": {"$t": str(total)}} if total is not None else {}
    return {"version": "1.0", "feed": {"entry": list(entries), **counts, **more}}


def test_a_blogger_post_is_a_whole_article() -> None:
    assert articles(BloggerPosts(), blogger_feed(entry())) == [
        RawArticle(
            url=f"{HOME}/2025/07/1.html",
            fetched_at=NOW,
            canonical_url=f"{HOME}/2025/07/1.html",
            title="Panen & pasar",
            published=(("listing", "2025-07-31T21:02:00.000+07:00"),),
            modified=(("listing", "2025-07-31T21:05:11.123+07:00"),),
            authors=("Libertus",),
            section="Kalbar",
            tags=("Kalbar", "Sambas"),
            lines=("Satu.", "Dua."),
            images=(Image("https://1.bp.example/s320/a.jpg", "Foto: Istimewa"),),
            source=f"{HOME}/feeds/posts/default",
        )
    ]


def test_a_blogger_feed_of_summaries_gives_links() -> None:
    short = entry(content=None, summary={"$t": "Ringkas"})
    (link,) = BloggerPosts().read(page(blogger_feed(short), BloggerPosts()))
    assert link == Link(
        f"{HOME}/2025/07/1.html",
        "2025-07-31T21:02:00.000+07:00",
        "2025-07-31T21:05:11.123+07:00",
        "Panen & pasar",
        f"{HOME}/feeds/posts/default",
    )


def test_blogger_pages_by_what_came_not_by_what_was_asked_for() -> None:
    source = BloggerPosts()
    asked = {"alt": "json", "max-results": "150", "start-index": "1", "orderby": "published", "redirect": "false"}
    assert query(source) == asked
    (second,) = further(source, blogger_feed(entry(1), entry(2), total=5))
    assert query(second)["start-index"] == "3"
    assert further(second, blogger_feed(entry(3), entry(4), entry(5), total=5)) == []
    assert further(source, blogger_feed(entry(1), link=[{"rel": "next", "href": f"{HOME}/f"}])) != []
    assert further(source, blogger_feed(total=5)) == []


# -- hostile answers

LEAF = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-3, 3),
    st.sampled_from(["alternate", "/a", "http://[", "<p>x</p>", "<", "\x00"]),
)
KEYS = "link id title content rendered excerpt author wp:term name term rel href $t feed entry category items url code"
JSON = st.recursive(
    LEAF,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(st.sampled_from(KEYS.split()), inner, max_size=5)
    ),
    max_leaves=20,
)
ROW = st.fixed_dictionaries(
    {
        "link": st.one_of(LEAF, st.lists(st.fixed_dictionaries({"rel": LEAF, "href": LEAF}), max_size=2)),
        "title": JSON,
        "content": st.one_of(JSON, st.fixed_dictionaries({"rendered": LEAF})),
        "_embedded": st.one_of(
            JSON, st.fixed_dictionaries({"author": JSON, "wp:term": JSON, "wp:featuredmedia": JSON})
        ),
        "category": JSON,
        "author": JSON,
    }
)
ROWS = st.lists(ROW, max_size=3)
ANSWERS = st.one_of(
    JSON, ROWS, ROWS.map(lambda rows: {"feed": {"entry": rows}}), ROWS.map(lambda rows: {"items": rows})
)


@given(ANSWERS, st.sampled_from([WordPressPosts(), BloggerPosts(), Feed("/feed.json", "archive")]))
def test_no_json_raises_anything_but_value_error(answer: object, source: Source) -> None:
    try:
        found = list(source.read(page(answer, source)))
    except ValueError:
        return
    assert all(one.url.startswith("http") for one in found)


# -- a real WordPress


def read_all(wp: WordPress, first: Source) -> tuple[list[RawArticle], list[Link]]:
    """What a driver gets that follows every further source."""
    whole, links, todo = list[RawArticle](), list[Link](), [first]
    while todo:
        source = todo.pop(0)
        url = urljoin(wp.url, source.url)
        try:
            answer = urlopen(url)
        except HTTPError as error:
            answer = error
        with answer:
            headers = {name.lower(): value for name, value in answer.headers.items()}
            listing = Page(url, answer.read(), NOW, headers.get("content-type", ""), answer.status, headers)
        for one in source.read(listing):
            if isinstance(one, RawArticle):
                whole.append(one)
            elif isinstance(one, Link):
                links.append(one)
            else:
                todo.append(one)
    return whole, links


@pytest.mark.integration
def test_a_real_wordpress_gives_every_visible_post_whole(wordpress: WordPress, published: dict[str, Published]) -> None:
    whole, links = read_all(wordpress, WordPressPosts())
    posts = visible(POSTS)
    assert not links
    assert [article.url for article in whole] == [published[post.slug].url for post in posts]
    for article, sent in zip(whole, posts, strict=True):
        assert article.title == sent.expected_title
        assert article.authors == (sent.author,)
        assert article.section == sent.section.replace("&amp;", "&")
        assert set(article.tags) == set(sent.tags)
        exact = sent.published.replace(tzinfo=WIB)
        assert [datetime.fromisoformat(raw) for _, raw in article.published] == [exact]
        captions = {image.caption for image in sent.images}
        expected = [text for text in sent.expected_paragraphs if text not in captions and "Baca juga" not in text]
        assert [line for line in article.lines if "Baca juga" not in line] == expected
        assert [(image.url, image.caption) for image in article.images] == [(i.url, i.caption) for i in sent.images]
    assert len(wordpress.requests()) == 1


@pytest.mark.integration
def test_a_real_wordpress_narrows_to_a_period_and_to_changes(
    wordpress: WordPress, published: dict[str, Published]
) -> None:
    since, until = (moment.replace(tzinfo=WIB) for moment in (BRIDGE.published, LONG_READ.published))
    inside = [post for post in visible(POSTS) if BRIDGE.published <= post.published <= LONG_READ.published]
    whole, _ = read_all(wordpress, WordPressPosts().between(since, until))
    assert [article.url for article in whole] == [published[post.slug].url for post in inside]
    before = datetime.now(UTC) - timedelta(seconds=5)
    wordpress.edit(published[BRIDGE.slug].id, title="Jembatan Dibetulkan")
    changed, _ = read_all(wordpress, WordPressPosts().changed_since(before))
    assert "Jembatan Dibetulkan" in [article.title for article in changed]


@pytest.mark.integration
def test_a_real_wordpress_of_many_posts_costs_few_requests(wordpress: WordPress) -> None:
    wordpress.clear()
    posts = many_posts(230)
    wordpress.publish(posts)
    wordpress.forget_requests()
    whole, _ = read_all(wordpress, WordPressPosts())
    assert len({article.url for article in whole}) == len(whole) == 230
    assert len(wordpress.requests()) == 3
    wordpress.close_rest()
    with pytest.raises(ValueError, match="no posts: rest"):
        read_all(wordpress, WordPressPosts())
    _, links = read_all(wordpress, Feed("/feed/?paged={page}", "archive"))
    assert {link.url for link in links} == {article.url for article in whole}
