"""What people type, as FTS5 understands it."""

import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kalbarcrawl.browse.words import QueryError, match

TEXTS = {
    1: ("Banjir di Sintang", "Warga mengungsi ke balai desa.", "Rina Umpama"),
    2: ("Longsor di Sekadau", "Banjir rob tidak terjadi di Pontianak.", "Budi Teladan"),
    3: ("Kafé baru di Pontianak", "Pengunjung datang sejak pagi, kata Rina.", "Siti Misal"),
    4: ("Tenggelamnya kapal", "COVID-19 tidak disebut.", ""),
}


@pytest.fixture(scope="module")
def index() -> sqlite3.Connection:
    opened = sqlite3.connect(":memory:", check_same_thread=False)
    opened.execute(
        "CREATE VIRTUAL TABLE texts USING fts5(title, body, authors, tags, tokenize = 'unicode61 remove_diacritics 2')"
    )
    rows = [(number, *text, "") for number, text in TEXTS.items()]
    opened.executemany("INSERT INTO texts (rowid, title, body, authors, tags) VALUES (?, ?, ?, ?, ?)", rows)
    return opened


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("banjir", {1, 2}),
        ("BANJIR sintang", {1}),
        ("banjir OR longsor", {1, 2}),
        ("banjir OR longsor OR kapal", {1, 2, 4}),
        ("pontianak rina OR banjir", {2, 3}),
        ('"banjir rob"', {2}),
        ('"rob banjir"', set()),
        ("banjir -rob", {1}),
        ("-rob banjir", {1}),
        ('pontianak -"banjir rob" -kapal', {3}),
        ("kafe", {3}),
        ("tenggelam", set()),
        ("tenggelam*", {4}),
        ("covid-19", {4}),
        ("title:banjir", {1}),
        ("body:banjir", {2}),
        ("author:rina", {1}),
        ('title:"di sekadau"', {2}),
        ("title:banj* -mengungsi", set()),
        ("bukan:kolom", set()),
        ("or and not near", set()),
        ("banjir & sintang", {1}),
        ("(banjir)", {1, 2}),
        ('banjir "" sintang', {1}),
        ("'banjir'; DROP TABLE texts", set()),
    ],
)
def test_a_query_finds(index: sqlite3.Connection, query: str, found: set[int]) -> None:
    rows = index.execute("SELECT rowid FROM texts WHERE texts MATCH ?", (match(query),))
    assert {row[0] for row in rows} == found


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ('"banjir', "quotation mark"),
        ("-banjir", "what to look for as well"),
        ("OR banjir", "OR stands between"),
        ("banjir OR", "OR stands between"),
        ("banjir OR OR longsor", "OR stands between"),
        ("banjir OR -longsor", "OR stands between"),
        ("-banjir OR longsor", "OR stands between"),
        ("*** - _", "no word"),
        ("x" * 301, "longer than"),
    ],
)
def test_what_cannot_be_read_is_said(query: str, said: str) -> None:
    with pytest.raises(QueryError, match=said):
        match(query)


def test_nothing_asks_for_nothing() -> None:
    assert match("") == match("  \n ") == ""


@given(st.text(st.sampled_from("ab*\"-:() ^+{},.ORNEAT'\x00é_title"), max_size=40))
def test_whatever_is_typed_is_understood_or_refused(index: sqlite3.Connection, query: str) -> None:
    try:
        words = match(query)
    except QueryError:
        return
    if words:
        index.execute("SELECT rowid FROM texts WHERE texts MATCH ?", (words,)).fetchall()
