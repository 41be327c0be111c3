"""Section pages: links with printed dates, following pages, "load more" and indexes by date."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from urllib.request import urlopen

import pytest

from kalbarcrawl.items import Link
from kalbarcrawl.page import Page
from kalbarcrawl.sources import Section
from tests.newsroom.newsroom import Newsroom

NOW = datetime(2025, 6, 6, 3, tzinfo=UTC)
HOME = "https://warta.example"


def page(body: str, path: str = "/daerah") -> Page:
    return Page(HOME + path, body.encode(), NOW)


def walked(section: Section, pages: dict[str, str], limit: int = 50) -> tuple[list[str], list[str]]:
    """The paths a driver would fetch, and the paths of the articles it would find."""
    todo, asked, found = [section], list[str](), list[str]()
    while todo and len(asked) < limit:
        source = todo.pop(0)
        path = source.url.removeprefix(HOME)
        asked.append(path)
        for one in source.read(page(pages.get(path, "<p>Tidak ada berita</p>"), path)):
            if isinstance(one, Link):
                found.append(one.url.removeprefix(HOME))
            else:
                todo.append(one)
    return asked, found


def items(*names: str, after: str = "") -> str:
    rows = "".join(f'<div class="item"><h2><a href="/a/{name}">{name}</a></h2></div>' for name in names)
    return f"<main>{rows}{after}</main>"


def test_links_carry_the_printed_date_and_title_of_their_item() -> None:
    html = """<header><time>Hari ini, Jumat</time></header><div class="latest">
    <div class="latest__item"><a href="/a/1"><img src="x.jpg"></a><h2 class="latest__title"><a href="/a/1"> Satu  berita
    </a></h2><date class="latest__date">Senin, 1 September 2025 | 16:24 WIB</date></div>
    <div class="latest__item"><h2><a href="/a/2" title="Dua">&nbsp;</a></h2><time datetime="2025-09-01T10:00:00+07:00">1
    jam lalu</time></div>
    <div class="latest__item"><h2><a href="/a/3">Tiga</a></h2><p>2 jam lalu</p></div>
    <a href="#">x</a> <a href="javascript:void(0)">y</a> <a href="/daerah#isi">z</a></div>"""
    read = list(Section("/daerah", "a").read(page(html)))
    source = f"{HOME}/daerah"
    assert read == [
        Link(f"{HOME}/a/1", "Senin, 1 September 2025 | 16:24 WIB", None, "Satu berita", source),
        Link(f"{HOME}/a/2", "2025-09-01T10:00:00+07:00", None, "Dua", source),
        Link(f"{HOME}/a/3", None, None, "Tiga", source),
    ]
    own = [one for one in Section("/daerah", "h2", date="p", title="h2").read(page(html)) if isinstance(one, Link)]
    assert [(one.published, one.title) for one in own] == [(None, "Satu berita"), (None, None), ("2 jam lalu", "Tiga")]


def test_a_page_without_articles_is_an_error() -> None:
    with pytest.raises(ValueError, match=r"nothing fits 'h3 a'"):
        list(Section("/daerah", "h3 a").read(page(items("1"))))
    with pytest.raises(ValueError, match="JSON without HTML"):
        list(Section("/daerah", "a").read(page('{"ok": true}')))
    with pytest.raises(ValueError, match="does not parse"):
        list(Section("/daerah", "a").read(page("{")))


@pytest.mark.parametrize(("url", "query"), [("/daerah", "a["), ("/daerah?p={nomor}", "a"), ("/daerah?p={page", "a")])
def test_a_malformed_fact_is_an_error_at_once(url: str, query: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        Section(url, query)


def test_latest_reads_so_many_pages_and_an_archive_all() -> None:
    pages = {f"/daerah?page={n}": items(f"{n}-1", f"{n}-2") for n in range(1, 6)}
    template = "/daerah?page={page}"
    assert Section(template, "h2 a").url == "/daerah?page=1"
    assert walked(Section(template, "h2 a"), pages)[0] == ["/daerah?page=1"]
    assert walked(Section(template, "h2 a", pages=2), pages)[0] == ["/daerah?page=1", "/daerah?page=2"]
    asked, found = walked(Section(template, "h2 a", "archive"), pages)
    assert asked == [f"/daerah?page={n}" for n in range(1, 7)]
    assert len(found) == 10


@pytest.mark.parametrize("repeated", ["1", "3"])
def test_a_site_that_repeats_its_first_or_last_page_for_ever_is_left(repeated: str) -> None:
    pages = {f"/daerah/page/{n}/": items(str(n)) for n in (1, 2, 3)}
    pages |= {f"/daerah/page/{n}/": items(repeated) for n in range(4, 100)}
    asked, _ = walked(Section("/daerah/page/{page}/", "h2 a", "archive"), pages)
    assert len(asked) == 4


def test_next_by_rel_by_wordpress_class_and_by_query() -> None:
    pages = {
        "/daerah": items("1", after='<a rel="next" href="/daerah/2">></a>'),
        "/daerah/2": items("2", after='<a class="next page-numbers" href="/daerah/3">></a>'),
        "/daerah/3": items("3", after='<a rel="next" href="https://lain.example/4">></a>'),
    }
    assert walked(Section("/daerah", "h2 a", "archive"), pages)[1] == ["/a/1", "/a/2", "/a/3"]
    own = {"/daerah": items("1", after='<b><a href="/daerah/2">Lanjut</a></b>'), "/daerah/2": items("2")}
    assert walked(Section("/daerah", "h2 a", "archive", next="b a"), own)[1] == ["/a/1", "/a/2"]
    assert walked(Section("/daerah", "h2 a", next="b a::attr(href)", pages=2), own)[1] == ["/a/1", "/a/2"]


def test_load_more_with_html_inside_json() -> None:
    answer = json.dumps({"data": {"html": items("1", "2"), "more": True}, "list": ["<p><a href='/b'>x</a></p>"]})
    assert walked(Section("/muat?hal={page}", "h2 a"), {"/muat?hal=1": answer})[1] == ["/a/1", "/a/2"]


DATED = "/indeks?date={date:%m/%d/%Y}&page={page}"


def test_an_index_by_date_is_walked_back_day_by_day() -> None:
    pages = {
        "/indeks?date=06/05/2025&page=1": items("5a"),
        "/indeks?date=06/05/2025&page=2": items("5b"),
        "/indeks?date=06/03/2025&page=1": items("3a"),
        "/indeks?date=06/02/2025&page=1": items("2a"),
    }
    section = Section(DATED, "h2 a", "archive").between(
        datetime(2025, 6, 3, tzinfo=UTC), datetime(2025, 6, 5, tzinfo=UTC)
    )
    asked, found = walked(section, pages)
    assert found == ["/a/5a", "/a/5b", "/a/3a"]
    assert "/indeks?date=06/02/2025&page=1" not in asked
    assert len(asked) == 6


def test_an_index_by_date_without_a_period_starts_at_its_front() -> None:
    section = Section(DATED, "h2 a", "archive")
    assert section.url == "/indeks"
    asked, _ = walked(section, {"/indeks": items("6a"), "/indeks?date=06/06/2025&page=1": items("6a")}, limit=4)
    assert asked[:4] == [
        "/indeks",
        "/indeks?date=06/06/2025&page=1",
        "/indeks?date=06/06/2025&page=2",
        "/indeks?date=06/05/2025&page=1",
    ]
    assert Section("/arsip/{date:%Y/%m/%d}/", "a").url == "/arsip"


def test_many_days_without_an_article_are_an_error() -> None:
    section = Section(DATED, "h2 a", "archive").between(None, NOW)
    with pytest.raises(ValueError, match="nothing fits"):
        walked(section, {}, limit=100)


def test_an_archive_stops_behind_the_period() -> None:
    def dated(name: str, day: str) -> str:
        return f'<article><a href="/a/{name}">{name}</a><time datetime="{day}T08:00:00+07:00">x</time></article>'

    pages = {
        f"/d/{n}": f"<main>{dated(f'{n}a', f'2025-0{9 - n}-02')}{dated(f'{n}b', f'2025-0{9 - n}-01')}</main>"
        for n in range(1, 8)
    }
    section = Section("/d/{page}", "a", "archive").between(
        datetime(2025, 6, 1, tzinfo=UTC), datetime(2025, 7, 20, tzinfo=UTC)
    )
    asked, found = walked(section, pages)
    assert asked == ["/d/1", "/d/2", "/d/3", "/d/4"]
    assert found == ["/a/2a", "/a/2b", "/a/3a", "/a/3b"]


def test_the_newsrooms_sections_hold_every_article() -> None:
    found = {}
    with Newsroom(articles=10) as newsroom:
        for name in ("daerah", "ekonomi", "budaya"):
            todo = [Section(f"{newsroom.url}/category/{name}/", "h2.entry-title a", "archive")]
            while todo:
                with urlopen(todo[0].url) as answer:
                    listing = Page(answer.url, answer.read(), NOW)
                for one in todo.pop(0).read(listing):
                    if isinstance(one, Link):
                        found[one.url.partition("?")[0]] = one
                    else:
                        todo.append(one)
        for slug, article in newsroom.articles.items():
            link = found.pop(newsroom.address(slug))
            assert (link.published, link.title) == (article.published.isoformat(), article.title)
    assert not found
