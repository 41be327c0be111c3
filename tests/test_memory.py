"""What a crawl remembers: nothing twice, every edit, every removal, and what an unfinished run left."""

import json
import sqlite3
from collections import Counter
from dataclasses import asdict
from pathlib import Path

from kalbarcrawl.items import Article
from tests.crawls import desk
from tests.newsroom.reply import Reply


def test_an_edit_is_a_revision_and_a_deletion_is_noticed(tmp_path: Path) -> None:
    recheck = ("-s", "KALBARCRAWL_RECHECK_HOURS=0,0,0", "-s", "KALBARCRAWL_RECHECK_DAYS=100000")
    with desk(tmp_path) as d:
        d.crawl(*recheck)
        edited, deleted, *_ = d.newsroom.articles
        url, lost = d.newsroom.address(edited), d.newsroom.address(deleted)
        d.newsroom.edit(edited, title="Judul yang Diralat")
        d.newsroom.delete(deleted)
        d.newsroom.requests.clear()
        ended = d.crawl()
        assert ended.returncode == 0
        assert "1 changed" in ended.stderr
        assert "1 gone" in ended.stderr
        assert [r["revision"] for r in d.records() if r["url"] == url] == [1, 2]

        shown = d.run("history", url).stdout
        assert "+Judul yang Diralat" in shown
        assert "gone since" in d.run("history", lost).stdout
        assert len(d.run("history", url, "--json").stdout.splitlines()) == 2
        assert d.run("history", "https://nowhere.example/").returncode == 1
        status = d.run("status", "warta_contoh").stdout
        assert "gone" in status
        assert "no contradictions" in d.run("verify").stdout


def test_a_listing_with_newer_dates_has_only_the_changed_fetched_again(tmp_path: Path) -> None:
    with desk(tmp_path) as d:
        d.crawl()
        slug = list(d.newsroom.articles)[7]
        d.newsroom.edit(slug, title="Judul Lama yang Diralat")
        d.newsroom.requests.clear()
        assert d.crawl().returncode == 0
        asked = [path for path in d.asked() if not path.startswith(("/feed", "/sitemap"))]
        assert asked == [d.newsroom.articles[slug].path]
        d.newsroom.requests.clear()
        d.crawl()
        assert [r.status for r in d.newsroom.requests] == [200, 304, 304]


def test_two_addresses_of_one_article_are_one(tmp_path: Path) -> None:
    with desk(tmp_path, sources='Feed("/two.xml")') as d:
        url = d.newsroom.address(next(iter(d.newsroom.articles)))
        items = "".join(f"<item><link>{one}</link></item>" for one in (url, f"{url}amp/", f"{url}?utm_source=rss"))
        d.newsroom.serve("/two.xml", Reply(200, f"<rss><channel>{items}</channel></rss>".encode(), "text/xml"))
        d.crawl("-s", "KALBARCRAWL_RECHECK_HOURS=0", "-s", "KALBARCRAWL_RECHECK_DAYS=100000")
        outcomes = d.outcomes()
        # The canonical address is the article's own, whichever of the two was fetched first.
        assert outcomes - Counter({"ok": 1, "listing": 1}) in ({"unchanged": 1}, {"duplicate": 1})
        assert len(d.records()) == 1
        d.newsroom.edit(next(iter(d.newsroom.articles)), title="Judul Baru")
        d.crawl()
        assert [record["revision"] for record in d.records()] == [1, 2]
        assert "no contradictions" in d.run("verify").stdout


def test_limit_and_what_it_cut_off_is_fetched_next_time(tmp_path: Path) -> None:
    with desk(tmp_path, articles=10) as d:
        d.crawl("--limit", "5")
        assert len(d.records()) == 5
        d.crawl()
        assert len(d.records()) == len({record["id"] for record in d.records()}) == 22


def test_archives_are_read_for_a_period(tmp_path: Path) -> None:
    with desk(tmp_path, articles=60, sources='Feed("/feed/"), Sitemap("/sitemap_index.xml")') as d:
        ended = d.crawl("--since", "2025-06-03", "--until", "2025-06-04")
        assert ended.returncode == 0
        assert not d.newsroom.asked("/feed/")
        days = {record["published_at"][:10] for record in d.records()}
        assert {"2025-06-03", "2025-06-04"} <= days
        assert min(days) >= "2025-06-02"
        assert d.crawl("--sources", "all").returncode == 0
        assert len(d.records()) == 72


def test_a_publisher_is_never_crawled_twice_at_once(tmp_path: Path) -> None:
    with desk(tmp_path) as d:
        d.newsroom.delay = 0.5
        first = d.start(*d.crawling())
        d.wait(lambda: len(d.newsroom.requests) > 1)
        second = d.crawl()
        d.newsroom.delay = 0
        assert second.returncode == 3
        assert "is being crawled by" in second.stderr
        assert first.wait().returncode == 0
        assert len(d.records()) == 12


def test_the_store_is_in_wal_mode_and_holds_records_as_lines(tmp_path: Path) -> None:
    with desk(tmp_path, sources='Feed("/feed/")', feed_items=1) as d:
        d.crawl()
        connection = sqlite3.connect(d.data / "kalbarcrawl.sqlite")
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        [record] = connection.execute("SELECT record FROM revisions").fetchone()
        connection.close()
        assert [record] == d.lines()
        assert asdict(Article(**json.loads(record))) == json.loads(record)


def test_an_hours_budget_leaves_the_rest_to_later_runs(tmp_path: Path) -> None:
    with desk(tmp_path) as d:
        d.crawl("-s", "KALBARCRAWL_HOURLY_BUDGET=7")
        assert len(d.records()) == 7
        d.crawl("-s", "KALBARCRAWL_HOURLY_BUDGET=7")
        assert len(d.records()) == 7
        d.crawl()
        assert len(d.records()) == 12


def post(number: int, url: str, modified: str = "2025-06-01T03:00:00") -> dict[str, object]:
    """A post as WordPress' REST API gives it."""
    body = f"<p>Isi berita nomor {number} dari Kota Teladan, lengkap dengan kalimat kedua.</p><p>Tamat {modified}.</p>"
    return {
        "id": number,
        "date": "2025-06-01T10:00:00",
        "date_gmt": "2025-06-01T03:00:00",
        "modified": modified,
        "modified_gmt": modified,
        "link": f"{url}/daerah/berita-{number}/",
        "title": {"rendered": f"Berita Nomor {number} dari Kota Teladan"},
        "content": {"rendered": body, "protected": False},
        "excerpt": {"rendered": ""},
    }


def test_an_archive_of_whole_articles_needs_no_page_of_theirs(tmp_path: Path) -> None:
    with desk(tmp_path) as d:
        d.describe('WordPressPosts(), Sitemap("/sitemap_index.xml")')
        posts = [post(number, d.newsroom.url) for number in range(1, 31)]
        api = "/wp-json/wp/v2/posts"
        d.newsroom.serve(api, Reply(200, json.dumps(posts).encode(), "application/json"))
        assert d.crawl("--since", "2025-01-01").returncode == 0
        assert [path.partition("?")[0] for path in d.asked()] == [api]
        assert len(d.records()) == 30
        assert d.records()[0]["body"].startswith("Isi berita nomor")

        posts[4] = post(5, d.newsroom.url, "2025-06-09T03:00:00")
        d.newsroom.serve(api, Reply(200, json.dumps(posts).encode(), "application/json"))
        assert "1 changed" in d.crawl("--since", "2025-01-01").stderr
        assert len(d.records()) == 31

        # A closed API: the next archive serves.
        d.newsroom.requests.clear()
        d.newsroom.serve(api, Reply(401, b'{"code":"rest_forbidden","message":"no"}', "application/json"))
        d.crawl("--since", "2025-01-01")
        assert d.newsroom.asked("/sitemap_index.xml")
        assert len(d.records()) == 43


def test_corrections_of_old_articles_are_asked_for_once_a_day(tmp_path: Path) -> None:
    api = "/wp-json/wp/v2/posts"
    daily = ("-s", "KALBARCRAWL_CORRECTIONS_HOURS=0")
    with desk(tmp_path) as d:
        d.describe('Feed("/feed/"), WordPressPosts()')
        story = next(iter(d.newsroom.articles.values()))
        d.newsroom.serve(api, Reply(200, b"[]", "application/json"))
        assert d.crawl(*daily).returncode == 0
        assert "modified_after=" in d.newsroom.asked(api)[0].path
        corrected = post(1, d.newsroom.url, "2026-01-01T00:00:00") | {"link": d.newsroom.url + story.path}
        d.newsroom.serve(api, Reply(200, json.dumps([corrected]).encode(), "application/json"))
        assert "1 changed" in d.crawl(*daily).stderr
        assert [record["revision"] for record in d.records() if record["url"].endswith(story.path)] == [1, 2]
        # Asked a moment ago; and a newsroom that closed the door is no reason to worry.
        d.newsroom.requests.clear()
        d.crawl()
        assert not d.newsroom.asked(api)
        d.newsroom.serve(api, Reply(403, b"no"))
        assert d.crawl(*daily).returncode == 0
        assert d.newsroom.asked(api)


def test_a_section_is_paged_until_it_is_known_but_never_past_what_a_kill_left(tmp_path: Path) -> None:
    section = 'Section("/category/daerah/", links="h2.entry-title a", pages=50)'
    with desk(tmp_path, articles=30, sources=section) as d:
        total = len({article.slug for article in d.newsroom.articles.values() if article.section == "Daerah"})
        # The first page's three articles, and then no more.
        d.crawl("--limit", "3")
        d.crawl()
        assert len(d.records()) >= total
        d.newsroom.requests.clear()
        d.crawl()
        assert d.asked() == ["/category/daerah/"]
