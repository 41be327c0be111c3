"""`kalbarcrawl chrome`: what repeats over articles, as patterns with counts and examples."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from kalbarcrawl.cli import main
from kalbarcrawl.owners.chrome import Document, Proposal, proposals
from kalbarcrawl.text import clean
from tests.crawls import Desk, desk

TITLES = [f"Jembatan Gantung Desa Nomor {word} Dibuka Bupati" for word in ("Satu", "Dua", "Tiga", "Empat", "Lima")]


def documents() -> list[Document]:
    """Five articles with a line of every kind between stories of their own."""
    return [
        Document(
            title,
            (
                f"Diterbitkan {number + 1} Mei 2025 pukul 0{number}:15",
                f"Bupati membuka jembatan {title} bersama warga yang datang dari {number + 3} dusun di sekitarnya.",
                f"Simak pula berita {TITLES[(number + 1) % 5]}",
                f"Kalimat {'abcde'[number] * 8} hanya ada di satu berita ini.",
                f"Topik: {'xyzuv'[number] * 6}",
                "Ikuti kami di saluran WhatsApp!",
                f"Dibaca {100 * number + 7} kali",
            ),
        )
        for number, title in enumerate(TITLES)
    ]


def by_example() -> dict[str, Proposal]:
    return {one.examples[0].split()[0]: one for one in proposals(documents())}


def test_each_kind_of_line_gets_its_pattern() -> None:
    found = by_example()
    assert set(found) == {"Ikuti", "Diterbitkan", "Simak", "Topik:", "Dibaca"}
    assert found["Ikuti"].pattern == "Ikuti kami di saluran WhatsApp!"
    assert (found["Ikuti"].documents, found["Ikuti"].of, found["Ikuti"].variants) == (5, 5, 1)
    assert found["Simak"].pattern == "Simak pula berita .+"
    assert found["Topik:"].pattern == "Topik: ?.+"
    assert found["Dibaca"].pattern == r"Dibaca \d[\d.,]* kali"
    assert found["Dibaca"].place == "last"
    assert found["Diterbitkan"].place == "first"
    assert len(found["Topik:"].examples) == 3


def test_patterns_fit_their_lines_and_no_story() -> None:
    lines = [line for document in documents() for line in document.lines]
    for one in proposals(documents()):
        fits = [line for line in lines if re.fullmatch(one.pattern, line, re.IGNORECASE)]
        assert len(set(fits)) == one.variants
        assert not any("bersama warga" in line or "hanya ada" in line for line in fits)


def test_what_stands_in_few_articles_is_not_proposed() -> None:
    assert proposals(documents()[:2]) == []
    # Of two articles one names a third, which nobody knows here.
    assert len(proposals(documents()[:2], least=2)) == 4
    assert proposals([]) == []


@pytest.mark.parametrize("line", ["2025", "12.30", "", "   ", "x" * 4000, "(((", "[\\ -", "a|b: |c"])
def test_odd_lines_raise_nothing(line: str) -> None:
    same = [Document(f"Judul {number}", (line, "Bersama")) for number in range(4)]
    for one in proposals(same):
        re.compile(one.pattern)
        assert one.documents == 4


@pytest.fixture
def own(tmp_path: Path) -> Iterator[Desk]:
    with desk(tmp_path, sources='Feed("/feed/")') as served:
        yield served


def test_the_store_is_read(own: Desk) -> None:
    line = "Rubrik Desa Kita hadir setiap Kamis di halaman ini."
    for slug, article in own.newsroom.articles.items():
        own.newsroom.edit(slug, paragraphs=(*article.paragraphs[:2], line, *article.paragraphs[2:]))
    assert own.crawl().returncode == 0
    ended = own.run("chrome", "warta_contoh", "--json")
    assert ended.returncode == 0, ended.stderr
    found = [json.loads(row) for row in ended.stdout.splitlines()]
    assert [(one["pattern"], one["documents"], one["of"]) for one in found if one["documents"] > 3] == [
        (re.escape(line).replace("\\ ", " "), 12, 12)
    ]
    shown = own.run("chrome", "warta_contoh").stdout
    assert 'boilerplate=(\n        r"Rubrik Desa Kita hadir setiap Kamis di halaman ini\\.",' in shown
    assert "12 of 12 articles, inside" in shown


def test_saved_pages_are_read_raw(own: Desk, tmp_path: Path) -> None:
    from urllib.request import urlopen

    rows = []
    for number, slug in enumerate(list(own.newsroom.articles)[:4]):
        address = own.newsroom.address(slug)
        (tmp_path / f"{number}.html").write_bytes(urlopen(address).read())
        rows.append({"file": f"{number}.html", "url": address})
    (tmp_path / "list.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    by_list = own.run("chrome", "warta_contoh", "--list", str(tmp_path / "list.jsonl"), "--json")
    files = [str(tmp_path / f"{number}.html") for number in range(4)]
    by_files = own.run("chrome", "warta_contoh", "--json", "--from", *files)
    assert by_list.returncode == by_files.returncode == 0, by_list.stderr + by_files.stderr
    assert by_list.stdout == by_files.stdout
    assert "Comment" in {json.loads(row)["pattern"] for row in by_list.stdout.splitlines()}


def test_archives_are_read_raw_and_of_this_publisher_only(own: Desk, tmp_path: Path) -> None:
    assert own.crawl("--archive").returncode == 0
    [archive] = tmp_path.rglob("*.warc.gz")
    read = own.run("chrome", "warta_contoh", str(archive), "--json")
    assert read.returncode == 0, read.stderr
    count = re.search(r"in (\d+) articles", read.stderr)
    assert count is not None
    assert int(count[1]) >= len(own.newsroom.articles)  # a story may go over several pages
    assert "Comment" in {json.loads(row)["pattern"] for row in read.stdout.splitlines()}
    other = own.run("chrome", "kalbaronline", str(archive))
    assert (other.returncode, "no article of kalbaronline" in other.stderr) == (2, True)


def test_a_dateline_before_long_first_sentences_is_no_label() -> None:
    lead = (
        "Kabar Desa, Ranai – Warga {} membangun jembatan gantung yang menghubungkan dua dusun, "
        + "lalu menjaganya " * 6
    )
    documents = [Document(f"Judul {word}", (lead.format(word),)) for word in ("satu", "dua", "tiga", "empat")]
    assert proposals(documents) == []


@pytest.mark.parametrize("line", ["iklan\xad baris", "Cafe\u0301 Baris Kami", "Ikuti\u00a0kami \u200bdi sini"])
def test_a_pattern_fits_the_line_it_was_made_of(line: str) -> None:
    [one] = proposals([Document(f"Judul {number}", (line,)) for number in range(3)])
    assert clean([line], patterns=[one.pattern]).dropped == ((line, "publisher"),)


def test_nothing_to_read_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    runner = CliRunner()
    assert runner.invoke(main, ["chrome", "wartakontoh"]).exit_code == 2
    assert runner.invoke(main, ["chrome", "kalbaronline"]).exit_code == 2
    Path("list.jsonl").write_text("no json\n", encoding="utf-8")
    assert runner.invoke(main, ["chrome", "kalbaronline", "--list", "list.jsonl"]).exit_code == 1
