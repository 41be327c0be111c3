"""`kalbarcrawl extract` and `inspect`: saved pages, lists and archives, good and bad."""

from __future__ import annotations

import gzip
import io
import json
from pathlib import Path
from typing import Any

import brotli
import jsonschema
import pytest
from backports import zstd
from click.testing import CliRunner, Result
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from kalbarcrawl.cli import main
from kalbarcrawl.schema import article_schema

URL = "https://warta.example/2024/02/05/jembatan/"
SENTENCE = "Pemerintah Kabupaten Contoh membuka jembatan baru yang menghubungkan dua desa di tepi sungai. "
HTML = f"""<!doctype html><html lang="id"><head><title>Jembatan Baru Dibuka - Warta Contoh</title>
<link rel="canonical" href="{URL}"><meta property="og:site_name" content="Warta Contoh">
<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "Jembatan Baru Dibuka",
"datePublished": "2024-02-05T08:30:00+07:00", "author": {{"@type": "Person", "name": "Ani Contoh"}}}}</script></head>
<body><h1>Jembatan Baru Dibuka</h1><div itemprop="articleBody"><p>{SENTENCE * 2}</p><p>“{SENTENCE}”</p><p>Comment</p>
</div></body></html>"""


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, list(map(str, arguments)))


def records(result: Result) -> list[dict[str, Any]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    path = tmp_path / "jembatan.html"
    path.write_text(HTML, encoding="utf-8")
    return path


def test_a_saved_page_becomes_one_line(saved: Path) -> None:
    result = run("extract", saved, "--url", "https://warta.example/?p=7")
    assert result.exit_code == 0, result.output
    [record] = records(result)
    assert record["url"] == "https://warta.example/?p=7"
    assert record["canonical_url"] == URL
    assert record["title"] == "Jembatan Baru Dibuka"
    assert record["published_at"] == "2024-02-05T08:30:00+07:00"
    assert record["published_precision"] == "second"
    assert record["authors"] == ["Ani Contoh"]
    assert (
        record["body"] == f"{(SENTENCE * 2).strip()}\n\n“{SENTENCE}”".replace(" ”", "”")
        or "Comment" not in record["body"]
    )


def test_gzip_and_the_pages_own_address(tmp_path: Path) -> None:
    path = tmp_path / "jembatan.html.gz"
    path.write_bytes(gzip.compress(HTML.encode()))
    assert [record["url"] for record in records(run("extract", path))] == [URL]


def test_a_page_without_address_asks_for_one(tmp_path: Path) -> None:
    path = tmp_path / "tanpa.html"
    path.write_text("<p>teks</p>", encoding="utf-8")
    result = run("extract", path)
    assert result.exit_code == 1
    assert "--url" in result.stderr
    assert result.stdout == ""


def test_a_list_with_charset_and_time(tmp_path: Path) -> None:
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "a.html").write_bytes(HTML.replace("“", "é").encode("cp1252"))
    rows = [
        {"file": "a.html", "url": URL, "enc": "cp1252", "fetched_at": "2024-02-06T00:00:00+00:00"},
        {"file": "missing.html", "url": "https://warta.example/hilang"},
    ]
    listing = tmp_path / "pages" / "list.jsonl"
    listing.write_text("\n".join(map(json.dumps, rows)) + "\n\n", encoding="utf-8")
    result = run("extract", "--list", listing)
    assert [(record["url"], record["crawled_at"]) for record in records(result)] == [(URL, "2024-02-06T00:00:00+00:00")]
    assert "é" in records(result)[0]["body"]
    assert "missing.html: unreadable" in result.stderr
    assert result.exit_code == 1


@pytest.mark.parametrize("line", ["{", "[]", "{}", '{"file": 3}'])
def test_a_bad_row_is_named_by_its_line(tmp_path: Path, line: str) -> None:
    listing = tmp_path / "list.jsonl"
    listing.write_text(f"\n{line}\n", encoding="utf-8")
    result = run("extract", "--list", listing)
    assert result.exit_code == 1
    assert "list.jsonl:2" in result.stderr


def warc(path: Path, *pages: tuple[str, bytes, str, str]) -> Path:
    with path.open("wb") as stream:
        writer = WARCWriter(stream, gzip=path.suffix == ".gz")
        for url, body, status, content_type in pages:
            http = StatusAndHeaders(status, [("Content-Type", content_type)], protocol="HTTP/1.1")
            writer.write_record(writer.create_warc_record(url, "response", payload=io.BytesIO(body), http_headers=http))
    return path


@pytest.mark.parametrize("name", ["crawl.warc", "crawl.warc.gz"])
def test_an_archive(tmp_path: Path, name: str) -> None:
    path = warc(
        tmp_path / name,
        (URL, HTML.encode(), "200 OK", "text/html; charset=utf-8"),
        ("https://warta.example/robots.txt", b"User-agent: *", "200 OK", "text/plain"),
        ("https://warta.example/hilang", b"<p>404</p>", "404 Not Found", "text/html"),
        ("https://warta.example/kosong", b"<h1>Judul saja</h1>", "200 OK", "text/html"),
    )
    assert run("extract", path).stdout == "", "nobody described that host"
    assert len(records(run("extract", path, "--all-hosts", "--lang", "id"))) == 1
    assert records(run("extract", path, "--all-hosts", "--lang", "en")) == []
    result = run("extract", path, "--all-hosts")
    [record] = records(result)
    assert record["url"] == URL
    jsonschema.validate(record, article_schema())
    assert "1 incomplete:body" in result.stderr
    assert "1 ok" in result.stderr


ENCODED: dict[str, tuple[list[tuple[str, str]], bytes]] = {
    "plain": ([], HTML.encode()),
    "gzip": ([("Content-Encoding", "gzip")], gzip.compress(HTML.encode())),
    "brotli": ([("Content-Encoding", "br")], brotli.compress(HTML.encode())),
    "zstd": ([("Content-Encoding", "zstd")], zstd.compress(HTML.encode())),
    "chunked": ([("Transfer-Encoding", "chunked")], b"%x\r\n%b\r\n0\r\n\r\n" % (len(HTML.encode()), HTML.encode())),
    "said chunked, was joined": ([("Transfer-Encoding", "chunked")], HTML.encode()),
    "said gzip, was unpacked": ([("Content-Encoding", "gzip")], HTML.encode()),
    "length too short": ([("Content-Length", "10")], HTML.encode()),
    "length too long": ([("Content-Length", "9999999")], HTML.encode()),
}


@pytest.mark.parametrize("how", ENCODED)
def test_archives_of_others(tmp_path: Path, how: str) -> None:
    headers, body = ENCODED[how]
    path = tmp_path / "asing.warc.gz"
    with path.open("wb") as stream:
        writer = WARCWriter(stream, gzip=True)
        for number in range(3):
            http = StatusAndHeaders("200 OK", [("Content-Type", "text/html; charset=utf-8"), *headers], "HTTP/1.1")
            payload = io.BytesIO(body)
            writer.write_record(writer.create_warc_record(f"{URL}{number}", "response", payload, http_headers=http))
    result = run("extract", path, "--all-hosts", "--lang", "id")
    assert [record["title"] for record in records(result)] == ["Jembatan Baru Dibuka"] * 3, result.stderr


def test_a_file_that_is_no_archive(tmp_path: Path) -> None:
    path = tmp_path / "crawl.warc.gz"
    path.write_bytes(b"not an archive at all, whatever its name says\n" * 3)
    result = run("extract", path)
    assert result.exit_code == 1
    assert "unreadable" in result.stderr
    assert "Traceback" not in result.output


def test_usage_errors_say_what_to_give() -> None:
    assert "give FILES or --list" in run("extract").stderr


def test_inspect_names_rules_and_dropped_lines(saved: Path) -> None:
    shown = json.loads(run("inspect", saved, "--json").stdout)
    assert shown["outcome"] == "ok"
    assert shown["rules"]["body"] == "doubtful story"
    assert [entry["line"] for entry in shown["dropped"]] == ["Comment"]
    text = run("inspect", saved).stdout
    assert "story" in text
    assert "Comment" in text
    assert "  agency: -\n" in text
    assert "None" not in text


def test_inspect_of_a_missing_file_is_one_line(tmp_path: Path) -> None:
    result = run("inspect", tmp_path / "hilang.html")
    assert result.exit_code == 2
    assert "Traceback" not in result.output
