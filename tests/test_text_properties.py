"""What holds for any text: cleaning twice is cleaning once, nothing is made up, and no text is slow."""

from __future__ import annotations

import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kalbarcrawl.text import clean, fold, sameness
from kalbarcrawl.text.whitespace import is_same

from .cost import cost
from .test_text import BODY, ENGLISH

FRAGMENTS = st.sampled_from(
    [
        *BODY,
        *ENGLISH,
        "RANAI, KabarBening.com - ",
        "Sambas (ANTARA) - ",
        "Jakarta - ",
        "POLITIK- ",
        "SAMARINDA. ",
        "IPOH 1 Dis – ",
        "Nama",
        "Menu",
        "Suasana Peresmian Jembatan",
        "Ani Wijaya | Senin, 12 Februari 2024 | 13:30 WIB",
        " (Reporter: Ani Wijaya / Editor: Budi)",
        " — BeningDaily",
        "...",
        " (Jau)",
        " (red)",
        "Penerbit: Bening",
        "Tebal: 212 halaman",
        " (*/amd)",
        "***",
        "Baca juga:",
        "Editor: Budi Santoso",
        "Penulis",
        "Komentar",
        "Berita Terkait",
        "Harga Karet di Sungai Bening Naik Lagi Tajam Sekali",
        "Senin, 12 Februari 2024 14:38 WIB",
        "• ",
        "Foto: Ani/Kabar",
        "EVAKUASI: Warga",
        "Tags: a, b",
        "1. ",
        "KABARBENING.COM",
        "RANAI",
        "Ranai,",
        "– ",
        "Ringkasan Berita:",
        "Headline",
        "Penulis: Ani Wijaya | Editor: Budi",
        "kapal malam tidak membawa siapa-siapa",
        "Sabtu (19/10/2019)",
        "| a | b |",
        " (M-4)",
        "Antara hasil anyaman yang dipamerkan di luar dewan.",
        " – RINA SARI",
        "Harga karet di tingkat petani Sungai Bening naik lagi sesudah tiga hari hujan turun tanpa henti",
        "©",
        "…",
        " ",
        "\u00a0",
        ":",
    ]
)
LINE = st.one_of(st.text(max_size=60), st.lists(FRAGMENTS, max_size=4).map("".join))


@settings(max_examples=400, deadline=None)
@given(st.lists(LINE, max_size=12), st.sampled_from(["", BODY[0], "Komentar"]))
def test_cleaning_twice_is_cleaning_once(lines: list[str], title: str) -> None:
    once = clean(lines, title=title)
    assert clean(once.lines, title=title).lines == once.lines


@settings(max_examples=400, deadline=None)
@given(st.lists(LINE, max_size=12))
def test_what_is_kept_is_a_part_of_what_was_given_in_its_order(lines: list[str]) -> None:
    cleaned = clean(lines)
    given_lines = iter(lines)
    for line in cleaned.lines:
        assert any(line == whole or fold(line) in fold(whole) for whole in given_lines), line
    remaining = iter(lines)
    assert all(any(line == whole for whole in remaining) for line, _ in cleaned.dropped)
    assert all(rule for _, rule in cleaned.dropped)
    assert len(cleaned.lines) + len(cleaned.dropped) == sum(1 for line in lines if fold(line))


HOSTILE = [
    *("a", " ", " - ", "A, ", "(a", "a/", ". ", "*", '"', "kata ", "Baca ", "1. ", "a.com", "Editor: ", "#", "foto: /"),
    *("Foto B ", "A. ", "A.B ", "A &b;"),
    *(" dan ", "ikuti berita ", "© ", "(x/y) ", "| A ", "Kompas.com - ", "2024-01-01 ", "e\u0301", "\u200b"),
]


@given(st.text(), st.text(alphabet="aAáÁeE\u0301\u00b4_ -“”.1²ﬁß"))
def test_a_line_is_the_title_where_it_has_the_same_letters_and_digits(line: str, title: str) -> None:
    for text in (line, title):
        if text := fold(text):
            assert sameness(text) == sameness(f"“{text}")  # by the slow way
            for key in (sameness(title), sameness(line)):
                assert is_same(text, key) == (sameness(text) == key)


@pytest.mark.parametrize("unit", HOSTILE)
def test_time_grows_with_the_length_and_no_faster(unit: str) -> None:
    text = (unit * 200_000)[:200_000]
    for work in (lambda text: clean([text]), lambda text: clean([*BODY, text, *BODY])):
        # Four times the text: 16 would be quadratic.
        assert cost(work, text) < 10 * cost(work, text[:50_000]) + 0.01


LINES = [
    ("Senin, 12 Februari 2024 14:38 WIB",),
    ("Harga Karet di Sungai Bening Naik Lagi Tajam Sekali", "Ranai, Kabar - Warga dan petani di desa itu menunggu."),
    (
        "Harga Karet di Sungai Bening Naik Lagi Tajam Sekali",
        "Ani Wijaya, petani, menunggu harga naik lagi bulan depan.",
    ),
    ("Harga karet di tingkat petani Sungai Bening naik lagi sesudah tiga hari hujan turun tanpa henti",),
    ("Harga karet naik lagi sesudah tiga hari hujan turun dan petani Sungai Bening menjadi senang...",),
    ("kapal malam tidak membawa siapa-siapa", "kecuali bau garam"),
    ("Warga menunggu di desa itu. (ani)",),
    ("Berita Terkait", "Harga Karet di Sungai Bening Naik Lagi Tajam Sekali", BODY[0]),
    ("Foto: Ani/Kabar", "TARI PEMBUKA - Penari muda bersiap di dermaga sejak pagi."),
    ("Baca juga:", "Ani Wijaya", "12 Februari 2024"),
    ("Harga Karet di Sungai Bening Naik Lagi Tajam Sekali", "Harga Karet di Sungai Bening Naik Lagi Hari Ini"),
    (BODY[0], "Suasana Peresmian Jembatan", "Suasana Peresmian Jembatan"),
]


def calls(lines: list[str]) -> int:
    """How many functions cleaning calls, those written in C among them."""
    count = 0

    def note(frame: object, event: str, argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(note)
    try:
        clean(lines)
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("unit", LINES, ids=lambda unit: unit[0][:20])
@pytest.mark.parametrize(("above", "below"), [((), ()), (BODY, BODY), ((), BODY), (BODY, ())])
def test_work_grows_with_the_number_of_lines_and_no_faster(
    unit: tuple[str, ...], above: tuple[str, ...], below: tuple[str, ...]
) -> None:
    clean(unit)
    some = calls([*above, *unit * 100, *below])
    assert calls([*above, *unit * 400, *below]) < 5 * some
