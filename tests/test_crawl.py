"""The crawl from end to end, against the local newsroom: what is kept, what is noticed, what is said."""

import json
from dataclasses import fields
from pathlib import Path

import pytest

from kalbarcrawl.items import Article
from tests.crawls import desk
from tests.newsroom.reply import Reply


def test_a_newsroom_becomes_records_and_a_second_run_fetches_nothing(tmp_path: Path) -> None:
    with desk(tmp_path) as d:
        ended = d.crawl()
        assert ended.returncode == 0, ended.stderr
        assert "12 ok" in ended.stderr
        assert ended.stdout.strip() == str(next((d.data / "articles").glob("*/*.jsonl")))
        records = {record["url"]: record for record in d.records()}
        assert len(records) == len(d.lines()) == 12
        assert all(list(record) == [spec.name for spec in fields(Article)] for record in records.values())
        for slug, story in d.newsroom.articles.items():
            record = records[d.newsroom.address(slug)]
            assert record["title"] == story.title
            assert record["published_at"] == story.published.isoformat()
            assert record["body"] == story.body
            assert record["revision"] == 1
        assert d.outcomes() == {"ok": 12, "listing": 6}

        d.newsroom.requests.clear()
        again = d.crawl()
        assert again.returncode == 0
        assert [(r.path, r.status) for r in d.newsroom.requests] == [
            ("/robots.txt", 200),
            ("/feed/", 304),
            ("/sitemap_index.xml", 304),
        ]
        assert len(list((d.data / "articles").glob("*/*"))) == 1
        assert "no contradictions" in d.run("verify").stdout


def test_every_fault_has_an_outcome_and_stops_nothing(tmp_path: Path) -> None:
    with desk(tmp_path, sources='Feed("/faults/feed.xml"), Feed("/feed/")', feed_items=3) as d:
        ended = d.crawl("-s", "DOWNLOAD_TIMEOUT=1", "-s", "RETRY_TIMES=0", "-s", "KALBARCRAWL_LONGEST_WAIT=1")
        assert "Traceback" not in ended.stderr, ended.stderr
        rows = {row["url"]: row for row in d.visits()}
        missing = [name for name in d.newsroom.faults if f"/faults/{name}/" not in rows]
        assert missing == []
        outcomes = {name: rows[f"/faults/{name}/"]["outcome"] for name in d.newsroom.faults}
        expected = {
            "not-found": "not_found",
            "gone": "not_found",
            "error": "server_error",
            "unavailable": "unavailable",
            "too-many": "rate_limited",
            "forbidden": "blocked",
            "challenge": "blocked",
            "challenge-503": "blocked",
            "slow": "timeout",
            "hang": "timeout",
            "redirect-loop": "redirect_loop",
            "redirect-to-file": "http_error",
            "wrong-charset": "ok",
            "wrong-charset-bytes": "ok",
            "huge": "too_large",
            "gzip-bomb": "too_large",
            "wrong-type": "wrong_type",
            "truncated": "truncated",
            "disallowed": "robots",
        }
        assert {name: outcomes[name] for name in expected} == expected
        assert not [name for name, outcome in outcomes.items() if outcome.startswith("error:")]
        bad = [row for row in rows.values() if row["outcome"] not in ("ok", "listing")]
        assert all(row["error"] or row["outcome"].startswith(("incomplete", "not_article")) for row in bad)
        assert rows["/feed/"]["outcome"] == "listing"
        bodies = {record["url"].rstrip("/").rsplit("/", 1)[1]: record["body"] for record in d.records()}
        for name, story in d.newsroom.readable_faults.items():
            assert bodies[name] == story.body


def test_a_page_without_a_body_is_incomplete(tmp_path: Path) -> None:
    with desk(tmp_path) as d:
        got = d.run("get", d.newsroom.faults["empty-body"], "--allow-private")
        assert (got.returncode, got.stdout) == (1, "")
        assert got.stderr == f"{d.newsroom.faults['empty-body']}: incomplete:body\n"


def test_damaged_feeds_give_their_items_and_a_bad_source_stops_no_other(tmp_path: Path) -> None:
    with desk(tmp_path) as d:
        d.describe(", ".join(f'Feed("{url}")' for url, _ in d.newsroom.damaged_feeds.values()))
        ended = d.crawl()
        assert ended.returncode == 1
        outcomes = d.outcomes()
        assert (outcomes["ok"], outcomes["not_listing"]) == (10, 1)
        assert "html-instead.xml: not_listing (no feed: a web page instead)" in ended.stderr


def test_a_network_that_is_down_is_said_in_a_line_a_source(tmp_path: Path) -> None:
    with desk(tmp_path) as d:
        d.newsroom.down()
        ended = d.crawl("-s", "RETRY_TIMES=0")
        assert ended.returncode == 1
        lines = ended.stderr.splitlines()
        assert [line for line in lines if "/feed/: network (connection refused)" in line]
        assert [line for line in lines if "/sitemap_index.xml: network (" in line]
        assert len(lines) == 3
        assert not (d.data / "articles").exists()
        d.newsroom.up()
        assert d.crawl().returncode == 0
        assert len(d.records()) == 12


def test_a_fault_of_ours_is_an_outcome_and_the_run_goes_on(tmp_path: Path) -> None:
    with desk(tmp_path, sources='Feed("/feed/")', feed_items=2) as d:
        d.describe(rules="title=[lambda page: 1 / 0]")
        ended = d.crawl()
        assert ended.returncode == 1
        assert d.outcomes() == {"listing": 1, "error:ZeroDivisionError": 2}
        assert "extraction failed: ZeroDivisionError: division by zero (-v shows where)" in ended.stderr
        assert "Traceback" not in ended.stderr


def test_many_pages_of_one_article_are_joined(tmp_path: Path) -> None:
    with desk(tmp_path) as d:
        [(slug, story)] = [pair for pair in d.newsroom.articles.items() if pair[1].second_page_from]
        got = d.run("get", d.newsroom.address(slug), "--allow-private")
        assert json.loads(got.stdout)["body"] == story.body


@pytest.mark.parametrize(
    "arguments",
    [
        ("crawl",),
        ("crawl", "warta_contoh", "--all"),
        ("crawl", "warta_conto"),
        ("crawl", "warta_contoh", "--since", "kemarin"),
        ("crawl", "warta_contoh", "--since", "2025-02-01", "--until", "2025-01-01"),
        ("crawl", "warta_contoh", "-s", "nothing"),
        ("get", "warta_contoh"),
        ("get", "http://"),
        ("verify", "--data", "/nonexistent"),
    ],
)
def test_what_cannot_run_ends_with_2_and_says_why(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    with desk(tmp_path) as d:
        ended = d.run(*arguments)
        assert ended.returncode == 2
        assert "Error: " in ended.stderr
        assert "Traceback" not in ended.stderr


def test_get_says_in_one_line_why_there_is_no_article(tmp_path: Path) -> None:
    with desk(tmp_path) as d:
        for url, reason in (
            (d.newsroom.faults["not-found"], "not_found (HTTP 404)"),
            (d.newsroom.faults["disallowed"], "robots ("),
            (d.newsroom.faults["wrong-type"], "wrong_type (application/pdf)"),
            ("http://127.0.0.1:9/", "network ("),
        ):
            got = d.run("get", url, "--allow-private")
            assert (got.returncode, got.stdout) == (1, "")
            assert len(got.stderr.splitlines()) == 1
            assert reason in got.stderr
        assert not d.data.exists()


def test_a_store_that_is_none_is_said_and_the_crawl_cannot_run(tmp_path: Path) -> None:
    with desk(tmp_path) as d:
        d.data.mkdir()
        (d.data / "kalbarcrawl.sqlite").write_text("this is no database, " * 100)
        ended = d.crawl()
        assert ended.returncode == 2
        assert ended.stderr == "the store does not open: file is not a database\n"
        assert d.newsroom.requests == []


def test_publishers_are_crawled_side_by_side_and_one_that_fails_stops_no_other(tmp_path: Path) -> None:
    with desk(tmp_path) as d:
        d.describe(name="warta_lain", home="http://127.0.0.1:9")
        ended = d.run("crawl", "warta_lain", "warta_contoh", "--allow-private", "--delay", "0")
        assert ended.returncode == 1
        assert "warta_contoh: 12 ok" in ended.stderr
        assert "lines taken off: 12 comment" in ended.stderr
        assert "warta_lain: source http://127.0.0.1:9/feed/: network" in ended.stderr
        assert len(d.records()) == 12


def test_bad_addresses_in_a_listing_are_outcomes(tmp_path: Path) -> None:
    with desk(tmp_path, sources='Feed("/odd.xml")') as d:
        good = d.newsroom.address(next(iter(d.newsroom.articles)))
        long = f"{d.newsroom.url}/{'panjang' * 400}/"
        odd = ["http://[::1", f"{d.newsroom.url}:x/", long, "mailto:redaksi@contoh.id", "https://other.example/1", good]
        items = "".join(f"<item><link>{one}</link></item>" for one in odd)
        d.newsroom.serve("/odd.xml", Reply(200, f"<rss><channel>{items}</channel></rss>".encode(), "text/xml"))
        ended = d.crawl()
        assert ended.returncode == 0, ended.stderr
        assert d.outcomes()["ok"] == 1
        assert d.outcomes()["bad_address"] >= 1
        assert set(d.outcomes()) == {"ok", "listing", "bad_address"}


def test_an_article_with_a_part_missing_is_not_kept_in_half(tmp_path: Path) -> None:
    with desk(tmp_path) as d:
        [story] = [story for story in d.newsroom.articles.values() if story.second_page_from]
        first = f'<article><div class="entry-content-single"><p>{"Isi. " * 200}</p></div></article>'
        html = f'<html><head><title>Judul</title></head><body>{first}<div class="page-links"><a href="2/">2</a></div>'
        d.newsroom.serve(story.path, Reply(200, html.encode()))
        d.newsroom.serve(f"{story.path}2/", Reply(403, b"no"))
        got = d.run("get", d.newsroom.url + story.path, "--allow-private")
        assert got.returncode == 1
        assert "blocked (a further part: HTTP 403)" in got.stderr
        d.newsroom.serve(f"{story.path}2/", Reply(404, b"none"))
        assert d.run("get", d.newsroom.url + story.path, "--allow-private").returncode == 0


def test_what_a_site_reserves_is_recorded_and_obeyed_when_asked(tmp_path: Path) -> None:
    with desk(tmp_path, sources='Feed("/feed/")', feed_items=4) as d:
        d.newsroom.robots = "User-agent: *\nDisallow: /wp-admin/\n\nUser-agent: GPTBot\nDisallow: /ekonomi/\n"
        rules = [{"location": "/budaya", "tdm-reservation": 1, "tdm-policy": "https://contoh.id/tdm"}]
        d.newsroom.serve("/.well-known/tdmrep.json", Reply(200, json.dumps(rules).encode(), "application/json"))
        d.crawl()
        assert len(d.newsroom.asked("/.well-known/tdmrep.json")) == 1
        rights = {record["url"].split("/")[3]: record["rights"] for record in d.records()}
        assert rights["ekonomi"]["ai_agents_refused"] == ["GPTBot"]
        assert "tdm_reservation" not in rights["ekonomi"]
        assert (rights["budaya"]["tdm_reservation"], rights["budaya"]["tdm_policy"]) == (True, "https://contoh.id/tdm")
        assert rights["daerah"]["ai_agents_refused"] == []
    (tmp_path / "second").mkdir()
    with desk(tmp_path / "second", sources='Feed("/feed/")', feed_items=4) as d:
        d.newsroom.robots = "User-agent: GPTBot\nDisallow: /\n"
        d.crawl("-s", "KALBARCRAWL_OBEY_RIGHTS=1")
        assert d.outcomes() == {"listing": 1, "reserved": 4}


def test_publishers_that_cannot_be_crawled_are_said(tmp_path: Path) -> None:
    with desk(tmp_path) as d:
        file = d.folder / "publishers" / "warta_contoh.py"
        whole = file.read_text(encoding="utf-8")
        file.write_text(whole.replace("sources=(", "sources=() and ("), encoding="utf-8")
        ended = d.crawl()
        assert (ended.returncode, ended.stderr) == (1, "warta_contoh: no source is described\n")
        file.write_text(whole + "oh no", encoding="utf-8")
        ended = d.crawl()
        assert ended.returncode == 2
        assert ended.stderr.startswith(f"Error: {file}: SyntaxError")
