"""What newsrooms print, by where it is seen, and what must be read of it."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from kalbarcrawl.dates import Moment, date_in_url, parse_date

READ_AT = datetime.fromisoformat("2024-02-06T12:30:45+07:00")
GOLD = Path(__file__).parents[2] / "shared" / "gold" / "dates.jsonl"

# Where it is seen, what is printed, what is meant; read in Asia/Jakarta without a reference.
PRINTED = [
    # Bylines of WordPress regionals
    ("regional, byline", "Senin, 8 Januari 2024", "2024-01-08"),
    ("regional, byline", "Senin, 08 Januari 2024 | 09:41 WIB", "2024-01-08T09:41:00+07:00"),
    ("regional, byline", "Sabtu, 03 Agt 2024 | 15.30 Wib", "2024-08-03T15:30:00+07:00"),
    ("regional, byline", "Senin, 5 Februari 2024 - 08:00 WITA", "2024-02-05T08:00:00+08:00"),
    ("regional, byline", "SELASA, 9 JULI 2024 – 20.15 WIT", "2024-07-09T20:15:00+09:00"),
    ("regional, byline", "Jum’at , 7 Juni 2024 10:05", "2024-06-07T10:05:00+07:00"),
    ("regional, byline", "Jum`at, 7 Juni 2024", "2024-06-07"),
    ("regional, byline", "Ahad, 9 Jun 2024", "2024-06-09"),
    ("regional, byline", "By Redaksi | 14 Agu 2023 | 10:15", "2023-08-14T10:15:00+07:00"),
    ("regional, byline", "Oleh: Tim Liputan - 2 Ags 2023", "2023-08-02"),
    ("regional, byline", "Dipublikasikan pada 19 Nop 2021 oleh admin", "2021-11-19"),
    ("regional, byline", "Kubu Raya | Kamis, 4 Pebruari 2021", "2021-02-04"),
    ("regional, byline", "Senin,&nbsp;5&nbsp;Februari&nbsp;2024 &ndash; 10:15 WIB", "2024-02-05T10:15:00+07:00"),
    ("regional, byline", "Senin,\u00a05 Februari 2024 \u2014 10:15\u200b WIB", "2024-02-05T10:15:00+07:00"),
    ("regional, byline", "Senin, 5 Februari 2024. Jam: 07:12", "2024-02-05T07:12:00+07:00"),
    ("regional, byline", "Kamis Pahing, 8 Februari 2024", "2024-02-08"),
    ("regional, byline", "Senin, 5 Februari 2024 10:15 WIB | Dibaca 1.234 kali", "2024-02-05T10:15:00+07:00"),
    ("regional, byline", "12-09-2023, 13:00", "2023-09-12T13:00:00+07:00"),
    ("regional, byline", "05.02.2024 10:15", "2024-02-05T10:15:00+07:00"),
    ("regional, byline", "5/2/24", "2024-02-05"),
    ("regional, byline", "21 Apr 25", "2025-04-21"),
    ("regional, byline", "10:15 WIB, 5 Februari 2024", "2024-02-05T10:15:00+07:00"),
    # National portals
    ("portal, byline", "Jurnalis-Senin, 05 Februari 2024 |16:56 WIB", "2024-02-05T16:56:00+07:00"),
    ("portal, byline", "Portal.com - 05/02/2024, 21:34 WIB", "2024-02-05T21:34:00+07:00"),
    ("portal, byline", "Jumat , 16 February 2024, 13:16 WIB", "2024-02-16T13:16:00+07:00"),
    ("portal, byline", "on 5 Feb 2024 at 09:10 WITA", "2024-02-05T09:10:00+08:00"),
    ("portal, byline", "Diterbitkan 5 Feb 2024, 03:02 WIB Diperbarui 6 Feb 2024, 04:00", "2024-02-05T03:02:00+07:00"),
    ("portal, byline", "diperbarui 6 Feb 2024, 16:20 Diterbitkan 5 Feb 2024, 16:20 WIB", "2024-02-05T16:20:00+07:00"),
    ("portal, byline", "Terakhir diperbarui: 3 Maret 2024", "2024-03-03"),
    ("portal, byline", "Tayang: 05 Feb 2024 10:15 WIB", "2024-02-05T10:15:00+07:00"),
    ("portal, head", "Senin, 11 Maret 2024 / 1 Ramadhan 1445 H", "2024-03-11"),
    ("portal, head", "1 Ramadan 1445 H / 11 Maret 2024", "2024-03-11"),
    # English and Malay
    ("English theme", "Posted on February 5, 2024 by admin", "2024-02-05"),
    ("English theme", "Feb 5, 2024 at 3:04 pm", "2024-02-05T15:04:00+07:00"),
    ("English theme", "Feb. 5, 2024, 12:04 a.m.", "2024-02-05T00:04:00+07:00"),
    ("English theme", "Monday 5th February 2024", "2024-02-05"),
    ("English agency", "Tuesday, March 5, 2024 from 8:00 a.m. to 10:00 a.m. WITA", "2024-03-05T08:00:00+08:00"),
    ("Malay daily", "Isnin, 5 Feb 2024 10:15 PTG", "2024-02-05T22:15:00+07:00"),
    ("Malay daily", "Jumaat, 16 Ogos 2024 2:15 petang", "2024-08-16T14:15:00+07:00"),
    ("Malay daily", "Khamis, 12 Disember 2024", "2024-12-12"),
    ("Malay daily", "12 Mac 2024 | 9:30pm", "2024-03-12T21:30:00+07:00"),
    ("Malay daily", "5hb Julai 2024", "2024-07-05"),
    # Prose
    ("prose", "pada Rabu malam (7/2/2024) sekitar pukul 19.00 WITA", "2024-02-07T19:00:00+08:00"),
    ("prose", "Minggu (4/2/2024) dini hari", "2024-02-04"),
    ("prose", "Selasa (6/2/24)", "2024-02-06"),
    ("prose", "Selasa(6/2/2024) siang", "2024-02-06"),
    ("prose", "Sabtu (10/2 2024)", "2024-02-10"),
    ("prose", "sekira pukul 23.40 WIB, Sabtu (10/2/2024) malam", "2024-02-10T23:40:00+07:00"),
    ("prose", "Minggu, 4 Februari 2024 pukul 10.00 malam", "2024-02-04T22:00:00+07:00"),
    ("prose", "Senin 5 Februari 2024 pukul 7 malam", "2024-02-05T19:00:00+07:00"),
    ("prose", "Senin 5 Februari 2024 pkl. 10.00 s/d 12.00 WITA", "2024-02-05T10:00:00+08:00"),
    ("prose", "Senin, 5 Februari 2024 13:30-15:00 WIB", "2024-02-05T13:30:00+07:00"),
    ("prose", "hari Senin tanggal 5 bulan Februari tahun 2024", "2024-02-05"),
    ("prose", "5-7 Februari 2024", "2024-02-05"),
    ("prose", "5, 6, dan 7 Februari 2024", "2024-02-05"),
    ("prose", "30 Desember hingga 2 Januari 2024", "2023-12-30"),
    ("prose", "Senin-Rabu (5-7/2/2024)", "2024-02-05"),
    # Feeds
    ("feed", "Mon, 05 Feb 2024 10:00:00 +0700", "2024-02-05T10:00:00+07:00"),
    ("feed", "Tue, 5 Feb 2024 03:00 GMT", "2024-02-05T03:00:00+00:00"),
    ("feed", "Sen,05 Feb 2024 10:00:00 WIB", "2024-02-05T10:00:00+07:00"),
    ("feed", "Monday, 05-Feb-24 10:00:00 GMT", "2024-02-05T10:00:00+00:00"),
    ("feed", "Posted: 05 Feb 2024 08:00 PM PST", "2024-02-05T20:00:00-08:00"),
    # Meta and JSON-LD
    ("meta", "2024-02-05T10:15:30+07:00", "2024-02-05T10:15:30+07:00"),
    ("meta", "2024-02-05T10:15:30.123456+0700", "2024-02-05T10:15:30+07:00"),
    ("meta", "2024-02-05T03:15:30.000Z", "2024-02-05T03:15:30+00:00"),
    ("meta", "2024-02-05T10:15-07:00", "2024-02-05T10:15:00-07:00"),
    ("meta", "2024-02-05 10:15:30", "2024-02-05T10:15:30+07:00"),
    ("meta", "2024/02/05 10:15:30", "2024-02-05T10:15:30+07:00"),
    ("meta", "2024-02-05WIB10:15:30+07:00", "2024-02-05T10:15:30+07:00"),
    ("meta", "2024-02-05WITA10:15:30", "2024-02-05T10:15:30+08:00"),
    ("meta", "2024-02-05T03-15-30Z", "2024-02-05T03:15:30+07:00"),
    ("meta", "2024-02-05 T03:15:30Z", "2024-02-05T03:15:30+07:00"),
    ("meta", "20240205T101530Z", "2024-02-05T10:15:30+00:00"),
    ("meta", "1707102000", "2024-02-05T10:00:00+07:00"),
    ("meta", "1707102000123", "2024-02-05T10:00:00+07:00"),
    ("meta", "5 Feb 2024 10:00 GMT+7", "2024-02-05T10:00:00+07:00"),
    ("meta", "5 Feb 2024 10:00 (UTC+08:00)", "2024-02-05T10:00:00+08:00"),
    ("script", "Mon Feb 05 2024 10:00:00 GMT+0700 (Western Indonesia Time)", "2024-02-05T10:00:00+07:00"),
    ("script", "Mon Feb  5 10:00:00 WIB 2024", "2024-02-05T10:00:00+07:00"),
    # The day is certain, its time is not
    ("prose", "Senin, 5 Februari 2024 pukul 10.00 waktu setempat", "2024-02-05"),
    ("prose", "Senin, 5 Februari 2024 pukul 24.00 WIB", "2024-02-05"),
    ("prose", "Senin, 5 Februari 2024 12.30 persen", "2024-02-05"),
    ("prose", "Senin, 5 Februari 2024, 10.00-2.00 pm", "2024-02-05"),
    ("prose", "Senin malam (5/2/2024) pukul 07.30 WIB", "2024-02-05"),
    ("prose", "Senin, 5 Februari 2024 pukul 12 tengah malam", "2024-02-05"),
    ("English portal", "Feb 5, 2024 10:54am PT", "2024-02-05"),
    ("English portal", "Monday 5 February 2024 05:39, UK", "2024-02-05"),
    # Two dates of which one is told to be the publication's, or of which one is the other's end
    ("Blogger theme", "Senin, Februari 05, 2024 WIB Last Updated 2024-02-06T03:15:12Z", "2024-02-05"),
    ("prose", "mulai 5 Februari 2024 sampai 10 Februari 2024", "2024-02-05"),
    ("byline", "Last update: 6 Feb 2024 10:00 | Published: 5 Feb 2024 09:00", "2024-02-05T09:00:00+07:00"),
    # Damaged, and beyond the forms: left to the strict fallback
    ("byline", "Februari, 5 2024 10:15", "2024-02-05T10:15:00+07:00"),
    ("byline", "5, Februari 2024", "2024-02-05"),
    ("byline", "Senin, 5Februari2024 10:15WIB", "2024-02-05T10:15:00+07:00"),
    ("meta", "2024-02-05 10:15:30 Asia/Makassar", "2024-02-05T10:15:30+08:00"),
    ("meta", "2024-02-05 T 01:24:54 +0330", "2024-02-05T01:24:54+03:30"),
]  # fmt: skip


@pytest.mark.parametrize(("seen", "printed", "meant"), PRINTED)
def test_printed_dates_are_read(seen: str, printed: str, meant: str) -> None:
    assert str(parse_date(printed)) == meant, seen


@pytest.mark.parametrize(
    "printed",
    [
        "", " ", "-", "Baca juga", "Januari 2024", "Edisi Februari 2024", "2024", "2019-2024", "2023/24",  # no day
        "30 Februari 2024", "31/4/2024", "2024-02-30", "29 Februari 2023", "02/13/2024", "Rabu (4/11/205)",  # no such
        "1970-01-01", "1970-01-01T00:00:00Z", "Thu, 01 Jan 1970 07:00:00 +0700", "0", "0000-00-00 00:00:00",  # no value
        "15 Syawal 1445 H", "5/8/1445 H", "7 Rajab 1445 H - 9 Cia Gwee 2575",  # other calendars
        "pukul 10.00 WIB", "10:15", "Senin", "Senin malam",  # no date
        "3-0", "25-23", "(2-1)", "1.229 views", "Rp 5.02.2024", "12,5 persen", "0812-3456-7890", "192.168.1.12",
        "Nomor 5/2/2024", "800.1/2992/2024", "Covid-19 Februari 2024", "HUT ke-17 Agustus 2024",
        "Universitas 17 Agustus 1945", "12 orang 2024", "04°10′00.02″N", "TPS 15", "layanan 24/7",
        "Kamis, 8 Februari 2024 | Rabu, 7 Februari 2024 19:14",  # today's or the article's?
        "Kamis, 8 Februari 2024 - Rabu, 7 Februari 2024 19:14",
        "2/5/2024, 10:00:00 AM",  # an American browser's February, or May
        "2023, 5 Februari", "Senin, 5 Februari 202410:15", "3/8/76", "12/02/24-01", "5/2/2024/123",
        "LP/B/5/2/2024/SPKT", "tahun 2023 Maret 5 orang", "Februari 2024 (24)", '{"version":"2024.2.1"}',
        "main.js?v=2024-02-16-170726", "1234567890123456", "6281234567890",
        "2 jam lalu", "Kemarin", "Senin (5/2)", "5 Februari",  # unknown without a reference
    ],
)  # fmt: skip
def test_what_is_no_single_date_is_none(printed: str) -> None:
    assert parse_date(printed) is None


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("35 detik lalu", "2024-02-06T12:30:10+07:00"),
        ("9 menit yang lalu", "2024-02-06T12:21:00+07:00"),
        ("2 jam yang lalu", "2024-02-06T10:30:00+07:00"),
        ("sejam lalu", "2024-02-06T11:30:00+07:00"),
        ("setengah jam lalu", "2024-02-06T12:00:00+07:00"),
        ("1 jam 20 menit lalu", "2024-02-06T11:10:00+07:00"),
        ("an hour ago", "2024-02-06T11:30:00+07:00"),
        ("Nasional | 2 jam lalu", "2024-02-06T10:30:00+07:00"),
        ("Updated 5 mins ago", "2024-02-06T12:25:00+07:00"),
        ("Baru saja", "2024-02-06T12:30:00+07:00"),
        ("3 hari lalu", "2024-02-03"),
        ("seminggu yang lalu", "2024-01-30"),
        ("3 bulan lalu", "2023-11-06"),
        ("a year ago", "2023-02-06"),
        ("kemarin", "2024-02-05"),
        ("Kemarin, 14:05", "2024-02-05T14:05:00+07:00"),
        ("Kemarin pukul 14.05 WITA", "2024-02-05T14:05:00+08:00"),
        ("yesterday at 3:04 pm", "2024-02-05T15:04:00+07:00"),
        ("Hari ini, 10:15 WIB", "2024-02-06T10:15:00+07:00"),
        ("(5/2)", "2024-02-05"),
        ("Senin (5/2) malam", "2024-02-05"),
        ("Minggu (4/2) malam sekitar pukul 22.30 WITA", "2024-02-04T22:30:00+08:00"),
        ("Pontianak, 5/2 (ANTARA)", "2024-02-05"),
        ("tanggal 5 Februari", "2024-02-05"),
        ("Jumat (9/2) mendatang", "2024-02-09"),
        ("Minggu (31/12)", "2023-12-31"),
        ("Senin (7/8)", "2023-08-07"),  # half a year off, and a Monday only in 2023
        ("Senin (5/2) hingga Rabu (7/2)", "2024-02-05"),
        ("Senin (5/2) - Rabu (7/2/2024)", "2024-02-05"),
    ],
)
def test_relative_and_partial_dates_are_read_from_the_fetch_time(printed: str, meant: str) -> None:
    assert str(parse_date(printed, reference=READ_AT)) == meant
    assert parse_date(printed) is None or "(7/2/2024)" in printed


@pytest.mark.parametrize(
    "printed",
    [
        "17 Agustus",
        "minggu lalu",
        "beberapa jam lalu",
        "5 jam",
        "5/2",
        "skor 3/2",
        "Jalan 5 Februari",
        "3-1",
        "5 Things to Do Today",
        "22 years ago, they married",
        "Senin 5 Februari 3 orang tewas",
        "1851118205",
        "tadi malam",
    ],
)
def test_vague_words_stay_unread_even_with_a_reference(printed: str) -> None:
    assert parse_date(printed, reference=READ_AT) is None


def test_a_year_turns_between_printing_and_reading() -> None:
    new_year = datetime.fromisoformat("2024-01-01T06:00:00+07:00")
    assert str(parse_date("Minggu (31/12)", reference=new_year)) == "2023-12-31"
    assert str(parse_date("Senin (1/1)", reference=new_year - timedelta(days=2))) == "2024-01-01"


def test_the_publisher_s_zone_holds_where_none_is_printed() -> None:
    assert str(parse_date("5 Februari 2024 10:15", zone="Asia/Makassar")) == "2024-02-05T10:15:00+08:00"
    assert str(parse_date("5 Februari 2024 10:15 WIB", zone="Asia/Makassar")) == "2024-02-05T10:15:00+07:00"
    assert str(parse_date("2 jam lalu", zone="Asia/Makassar", reference=READ_AT)) == "2024-02-06T11:30:00+08:00"


def test_a_z_is_believed_unless_the_publisher_s_is_known_false() -> None:
    true = parse_date("2024-02-05T03:15:30Z", zone="Asia/Pontianak")
    assert true is not None
    assert (true.value.utcoffset(), true.flags) == (timedelta(0), ())
    false = parse_date("2024-02-05T03:15:30Z", zone="Asia/Pontianak", trust_z=False)
    assert false is not None
    assert (str(false), false.flags) == ("2024-02-05T03:15:30+07:00", ("false_zone",))
    assert str(parse_date("2024-02-05T03:15:30+08:00", trust_z=False)) == "2024-02-05T03:15:30+08:00"


def test_an_old_page_s_partial_date_is_not_read_as_this_year_s() -> None:
    assert parse_date("Kamis (11/1)", reference=READ_AT) is not None
    assert parse_date("Senin (15/1)", reference=READ_AT) is not None
    assert parse_date("Sabtu (13/1)", reference=READ_AT.replace(year=2026)) is None


def test_dateparser_is_loaded_only_when_it_is_asked() -> None:
    code = "import sys, kalbarcrawl.dates as d; d.parse_date('5 Februari 2024'); print('dateparser' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "False\n"


def test_a_moment_says_how_and_how_well_it_was_read() -> None:
    raw = " Selasa, 5 Februari 2024 | 10.15 WIB "
    value = datetime.fromisoformat("2024-02-05T10:15:00+07:00")
    assert parse_date(raw) == Moment(value, "minute", raw, "long", ("weekday_mismatch",))
    for printed, how, precision, flags in [
        ("2024-02-05T10:15:30+07:00", "iso", "second", ()),
        ("1707102000", "epoch", "second", ("epoch",)),
        ("5/2/2024", "numeric", "day", ()),
        ("Feb 5, 2024", "month_first", "day", ()),
        ("5-7 Februari 2024", "range", "day", ()),
        ("5, Februari 2024", "dateparser", "day", ()),
        ("Senin (5/2)", "partial", "day", ("partial",)),
        ("9 menit lalu", "relative", "minute", ("relative",)),
        ("5 Maret 2024", "long", "day", ("future",)),
        ("2024-02-05 T10:15:30Z", "iso", "second", ("false_zone",)),
    ]:
        moment = parse_date(printed, reference=READ_AT)
        assert moment is not None
        assert (moment.how, moment.precision, moment.flags) == (how, precision, flags)


def test_a_day_is_the_publisher_s_midnight() -> None:
    moment = parse_date("5 Februari 2024", zone="Asia/Jayapura")
    assert moment is not None
    assert moment.value.astimezone(UTC).isoformat() == "2024-02-04T15:00:00+00:00"


@pytest.mark.parametrize(
    ("address", "day"),
    [
        ("https://pontianak.example.id/2024/02/05/warga-sambas", "2024-02-05"),
        ("https://money.example.id/read/2024/02/05/193759526/mudik?page=all", "2024-02-05"),
        ("https://example.id/05/02/2024/6547/jembatan", "2024-02-05"),
        ("https://example.id/2024-02-05/jembatan", "2024-02-05"),
        ("https://example.id/nasional/20240205093847-23-723313/banjir", "2024-02-05"),
        ("https://example.co.id/berita/nasional/16/02/05/o2l07x284-promo", "2016-02-05"),
        ("https://example.blogspot.com/2024_02_05_archive.html", "2024-02-05"),
        ("https://example.id/search?updated-max=2024-02-05T21%3A02%3A00%2B07%3A00&q=1", "2024-02-05T21:02:00+07:00"),
        ("https://example.com/world/2024/feb/05/bridge", "2024-02-05"),
        ("https://example.com/2024/bola/05/bridge", "None"),
        ("https://example.id/2024/02/jembatan.html", "None"),
        ("https://example.id/2024/02/12-warga-sambas", "None"),
        ("https://example.id/2024/13/05/jembatan", "None"),
        ("https://example.id/2024/02/30/jembatan", "None"),
        ("https://example.id/02/13/2024/jembatan", "None"),
        ("https://example.id/16/02/05/jembatan", "None"),
        ("https://example.id/metropolis/1466190991/sma", "None"),
        ("https://example.id/berita/542859/kilas-balik-2023", "None"),
        ("https://example.id/pesta-5-februari-2024", "None"),
        ("", "None"),
    ],
)  # fmt: skip
def test_dates_in_addresses(address: str, day: str) -> None:
    assert str(date_in_url(address)) == day


def test_an_address_given_as_text_is_read_as_one() -> None:
    assert str(parse_date("https://example.id/2024/02/05/kilas-balik-2023-01-01")) == "2024-02-05"


@pytest.mark.skipif(not GOLD.exists(), reason=f"the gold is kept beside the checkout, at {GOLD}")
def test_the_gold_is_read_and_nothing_in_it_wrongly() -> None:
    rows = [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]
    missed, wrong = [], []
    for row in rows:
        told = row.get("reference_time")
        moment = parse_date(row["raw"], reference=datetime.fromisoformat(told) if told else None)
        expected = (row["expected"] or "").split("/")[0]
        read = str(moment) if moment else ""
        if read and read != expected:
            wrong.append((row["raw"], read))
        elif read != expected and len(expected) != len("2024-02"):  # a month alone is not a date
            missed.append(row["raw"])
    assert wrong == []
    assert len(missed) <= 0.005 * len(rows)
