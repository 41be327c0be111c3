"""What stands around a story goes by where it stands; what only looks so stays. Pages in words of our own."""

from __future__ import annotations

import pytest

from kalbarcrawl.text import clean

from .test_text import BODY, kept

TITLE = "Jembatan Baru Sungai Bening Diresmikan Bupati Ranai Kemarin"
STORY = (*BODY, "Panitia mencatat dua ribu orang datang pada peresmian itu.")


def test_a_summary_above_the_pages_own_stamp_goes() -> None:
    summary = "Bupati Ranai meresmikan jembatan baru di Sungai Bening pada awal pekan."
    assert kept(TITLE, summary, "Senin, 12 Februari 2024 | 14:38 WIB", *STORY) == STORY
    assert kept(TITLE, summary, "Ani Wijaya", "12 Februari 2024", *STORY) == STORY


@pytest.mark.parametrize("below", ["Senin, 12 Februari 2024 | 14:38 WIB", "Penulis: Ani Wijaya | Editor: Budi"])
def test_a_sentence_of_which_the_story_says_nothing_stays(below: str) -> None:
    told = "Anggaran dua puluh miliar rupiah sempat tersendat karena perselisihan pembebasan lahan."
    assert kept(TITLE, told, below, *STORY) == (told, *STORY)


@pytest.mark.parametrize(
    "stamps",
    [
        ("12 Februari 2024",),  # tells no hour, and no name stands above it
        ("Senin, 12 Februari 2024 14:38 WIB", "Persiraya vs Persibening", "Selasa, 13 Februari 2024 14:38 WIB"),
    ],
)
def test_a_sentence_above_a_date_of_the_story_stays(stamps: tuple[str, ...]) -> None:
    first = "Peresmian jembatan itu berlangsung dua hari."
    assert kept(first, *stamps, *STORY)[0] == first


def test_a_story_too_short_for_a_summary_keeps_its_first_sentence() -> None:
    lines = (BODY[0], "Senin, 12 Februari 2024 | 14:38 WIB", BODY[1])
    assert kept(*lines)[0] == BODY[0]


@pytest.mark.parametrize(
    "lines",
    [
        ("Harapan Lama Terwujud Setelah Sekian Tahun", "HARAPAN LAMA TERWUJUD SETELAH SEKIAN TAHUN", *BODY),
        (TITLE, BODY[0], TITLE, *BODY[1:]),
        (BODY[0], "Peresmian Jembatan Baru Kemarin", "Peresmian Jembatan Baru Kemarin", *BODY[1:]),
    ],
)
def test_a_title_or_a_pictures_words_that_come_again_go_once(lines: tuple[str, ...]) -> None:
    left = kept(*lines)
    assert len(left) == len(lines) - 1
    assert [line for line in left if line in BODY] == list(BODY)


def test_a_deck_in_the_words_of_the_first_paragraph_goes_and_the_paragraph_stays() -> None:
    deck = "Jembatan Sungai Bening dibuka. Warga menyambutnya dengan syukuran di tepi sungai."
    opened = f"www.kabarbening.id - {deck}"
    cleaned = clean([deck, "Share:", opened, *BODY])
    assert cleaned.lines == (deck, *BODY)
    assert cleaned.dropped == ((deck, "repeated"), ("Share:", "share"))


def test_a_story_printed_twice_is_kept_twice() -> None:
    assert kept(*BODY, *BODY) == (*BODY, *BODY)


def test_teasers_that_break_off_go_where_they_are_two() -> None:
    teasers = (
        "Harga karet di Sungai Bening naik lagi setelah hujan yang turun tiga hari berturut-turut membuat para...",
        "Kemarau panjang membuat warga Ranai antre air bersih sejak pagi di tiga titik yang disediakan oleh […]",
    )
    assert kept(*BODY, *teasers) == BODY
    assert kept(*BODY, teasers[0]) == (*BODY, teasers[0])
    assert kept(BODY[0], *teasers, *BODY[1:]) == (BODY[0], *teasers, *BODY[1:])
    assert kept(*teasers) == teasers


def test_a_line_that_is_no_sentence_does_not_end_a_story() -> None:
    assert kept(*BODY, TITLE) == BODY
    assert kept(*BODY, "Harapan Warga", "Berita Terkait") == BODY
    assert kept(*BODY, TITLE, "Harapan Warga", "Bagikan ke Facebook") == BODY


@pytest.mark.parametrize(
    "tail",
    [
        ("Harapan Warga", "Jalan Menuju Pasar"),  # nothing of the page below: it may be a list, or who signs a letter
        ("Jembatan Lama", "Jembatan Baru", "Jembatan Gantung", "Bagikan ke Facebook"),
        ("Sewa lapak Rp 5.000 sehari", "Bagikan ke Facebook"),
        ("Lokasi: Balai Desa Sungai Bening", "Bagikan ke Facebook"),
        ("Warga Sungai Bening menunggu jembatan itu sejak lama", "Bagikan ke Facebook"),
        ("lalu pulang", "Bagikan ke Facebook"),
        ("Tambahan.",),
        ("Semoga bermanfaat!", "Bagikan ke Facebook"),
        ("“Tinggal tunggu,” kata Ani", "Bagikan ke Facebook"),
        ("- Ani Wijaya", "Bagikan ke Facebook"),
        ("Acara ditutup dengan doa",),
        ("Kasus itu masih dikembangkan", "Bagikan ke Facebook"),
        ("Acara berlangsung meriah (Jau)",),
        ("Kasus itu ditangani Polresta Ranai (Polda Kalbar)",),
        ("Police are still investigating",),
    ],
)
def test_lines_behind_the_story_that_may_be_its_own_stay(tail: tuple[str, ...]) -> None:
    assert kept(*BODY, *tail) == (*BODY, *(line for line in tail if not line.startswith("Bagikan")))


def test_links_under_the_header_of_a_listing_go() -> None:
    long = "Harga karet di Sungai Bening naik lagi setelah hujan turun tiga hari dan petani menjadi senang"
    assert kept(*BODY, "Berita Terkait", long, TITLE) == BODY
    assert kept(BODY[0], "Berita Terkait", TITLE, *BODY[1:]) == BODY
    assert kept(*BODY[:2], "Fakta tentang jembatan baru", long, BODY[2])[3] == long


def test_a_signed_story_is_over() -> None:
    cleaned = clean([*BODY[:2], f"{BODY[2]} (ani)", "Kabar Lensa Utama"])
    assert cleaned.lines == BODY
    assert cleaned.initials == "ani"


def test_the_writer_by_first_letters_below_the_story() -> None:
    assert clean([*BODY, "ANW", "Berita Terkait"]).initials == "ANW"
    assert clean([*BODY, "ANW", "Berita Terkait"]).lines == BODY
    assert kept(*BODY[:2], "Yang hadir:", "DPRD", "TNI") == (*BODY[:2], "Yang hadir:", "DPRD", "TNI")


def test_a_name_and_a_date_with_a_bar_between() -> None:
    cleaned = clean([TITLE, "Ani Wijaya | Senin, 12 Februari 2024 - 13:30 wib", f"RANAI - {BODY[0]}", *BODY[1:]])
    assert cleaned.lines == BODY
    assert cleaned.authors == ("Ani Wijaya",)
    assert kept(BODY[0], "Ani Wijaya | Ketua panitia peresmian", *BODY[1:])[1] == "Ani Wijaya | Ketua panitia peresmian"


def test_a_section_in_capitals_with_a_dash_is_no_dateline() -> None:
    cleaned = clean(
        ["POLITIK- PEMERINTAHAN", "Bupati Resmikan Jembatan", f"Ranai, KabarBening.id – {BODY[0]}", *BODY[1:]]
    )
    assert cleaned.lines == BODY
    assert cleaned.dateline is not None
    assert cleaned.dateline.place == "Ranai"


def test_a_line_that_says_foto_is_a_pictures_above_the_story_and_not_amid_it() -> None:
    assert kept("foto Damkar Ranai", *BODY) == BODY
    assert kept(BODY[0], "Foto Lama", *BODY[1:]) == (BODY[0], "Foto Lama", *BODY[1:])
    assert kept("Foto itu beredar luas.", *BODY) == ("Foto itu beredar luas.", *BODY)


def test_a_bar_of_date_hour_and_writer_is_the_pages() -> None:
    cleaned = clean(["Nusantara", TITLE, "SENIN, 12 FEBRUARI 2024 | 22:07 WIB | LAPORAN: ANI WIJAYA", *BODY])
    assert cleaned.lines == BODY
    assert cleaned.authors == ("Ani Wijaya",)
    bars = "Senin, 12 Februari 2024 | Persiraya vs Persibening"
    assert kept(BODY[0], bars, *BODY[1:]) == (BODY[0], bars, *BODY[1:])


def test_a_title_as_long_as_a_sentence_is_none() -> None:
    title = "Pemerintah Kabupaten Ranai Gelar Rapat Persiapan Peresmian Jembatan Baru Sungai Bening Bersama Para Warga"
    assert kept(title, f"Merangin – {BODY[0]}", *BODY[1:]) == BODY
    quoted = 'Pengukuhan Pengurus Lembaga Sungai Bening "Kami tegaskan Katakan Tidak untuk Korupsi"'
    assert kept(quoted, f"BENINGMEDIANEWS - {BODY[0]}", *BODY[1:]) == BODY
    names = "Hadir Rina Lestari, Budi Santoso, Ani Wijaya, Sari Dewi, Heri Kusuma, Dewi Anggraini, Joko Susilo, Tono"
    assert kept(f"Merangin – {BODY[0]}", names, *BODY[1:]) == (BODY[0], names, *BODY[1:])


def test_a_question_above_the_story_is_its_title_and_one_amid_it_is_not() -> None:
    asked = "Jembatan Baru Diresmikan, Warga Mau ke Mana?"
    assert kept("Daerah", asked, f"RANAI, KabarBening.com - {BODY[0]}", *BODY[1:]) == BODY
    assert kept(BODY[0], asked, *BODY[1:]) == (BODY[0], asked, *BODY[1:])


def test_numbers_and_times_behind_the_story_are_the_pages() -> None:
    assert kept(*BODY, "2", "01:05", "Berita Terkait") == BODY
    story = (*BODY[:2], "Jam kunjungan sebagai berikut:", "08:00", "10:00")
    assert kept(*story) == story


def test_a_pictures_words_twice_running_go_but_a_first_paragraph_stays_once() -> None:
    words = "Suasana Jembatan Sungai Bening pada malam peresmian, Senin."
    assert kept(words, f"{words[:-1]} (Foto: Rina)", *STORY) == STORY
    assert kept(STORY[0], words, words, *STORY[1:]) == STORY
    lede = "Bupati Ranai memuji warga saat menghadiri peresmian jembatan pada Senin."
    assert kept(lede, lede, *STORY) == (lede, *STORY)  # in a box above the story, and in the story


def test_a_list_of_places_is_no_row_of_datelines() -> None:
    lines = (
        "Berikut waktu salat di tiga kota Kalimantan Barat pada hari ini.",
        "Pontianak - Subuh pukul 04.20 dan Zuhur pukul 11.40 waktu setempat.",
        "Singkawang - Subuh pukul 04.21 dan Zuhur pukul 11.42 waktu setempat.",
        "Sambas - Subuh pukul 04.22 dan Zuhur pukul 11.43 waktu setempat.",
    )
    assert kept(*lines) == lines


def test_the_line_under_a_pictures_label_and_above_a_credit_of_its_own_go() -> None:
    assert kept(*STORY, "Keterangan Foto:", "Warga melintasi jembatan baru.") == STORY
    assert kept(STORY[0], "Jembatan pada malam hari", "(foto: Rina)", *STORY[1:]) == STORY


def test_a_caption_that_opens_in_capitals_above_a_dateline_goes() -> None:
    caption = "PENYU - Sarang penyu di tepi sungai dipagari bambu agar tidak terinjak."
    cleaned = clean(
        [caption, "Laporan Reporter Bening, Ani Wijaya", f"RANAI, KabarBening.com - {STORY[0]}", *STORY[1:]]
    )
    assert cleaned.lines == STORY
    assert cleaned.dateline is not None
    assert cleaned.dateline.outlet == "KabarBening.com"


def test_numbered_links_of_a_pointer_go() -> None:
    links = ("Baca Juga:", "1. Harga Karet Naik di Ranai", "2. Warga Ranai Panen Durian")
    assert kept(STORY[0], *links, *STORY[1:]) == STORY


def test_a_heading_about_reporters_is_no_byline() -> None:
    lines = (STORY[0], "Wartawan Turun Tangan", *STORY[1:])
    assert kept(*lines) == lines


@pytest.mark.parametrize("mark", ["sam", "BENING", "(*_)", "(#)", "W-014*", "(Sumber: Humas)."])
def test_marks_behind_the_last_full_stop(mark: str) -> None:
    assert kept(*STORY[:-1], f"{STORY[-1]} {mark}", "Komentar") == STORY


@pytest.mark.parametrize("ending", ["pada pukul 10.00 WIB", "milik warga RI", "di pasar. TNI", "di pasar dan"])
def test_words_that_end_a_broken_line_are_no_marks(ending: str) -> None:
    lines = (*STORY[:-1], f"{STORY[-1]} Acara itu dihadiri ribuan orang yang datang sejak pagi {ending}")
    assert kept(*lines) == lines


def test_a_quote_under_a_header_of_links_stays_with_its_writers_mark_cut() -> None:
    quote = "“Masih lama,” kata Bupati Ranai -sapaannya Dewi."
    assert kept(STORY[0], "Bacaan Lainnya", f"{quote} (nas)", "Pos terkait") == (STORY[0], quote)


def test_what_a_review_says_of_a_book_is_no_credit() -> None:
    facts = ("Penulis: Rina Lestari", "Penerbit: Bening", "Tebal: 212 halaman", "Cetakan: I, Maret 2024")
    cleaned = clean([*BODY[:2], *facts, BODY[2]])
    assert cleaned.lines == (*BODY[:2], *facts, BODY[2])
    assert cleaned.authors == ()
    cleaned = clean([*facts, *BODY, "Penulis: Ani Wijaya"])
    assert cleaned.lines == (*facts, *BODY)
    assert cleaned.authors == ("Ani Wijaya",)


@pytest.mark.parametrize("line", ["– BENING", "- KabarBening.com"])
def test_the_newsrooms_name_behind_the_story_goes(line: str) -> None:
    assert clean([*BODY, line, "Bagikan ke Facebook"]).dropped[0] == (line, "source")


@pytest.mark.parametrize(
    "lines",
    [
        ("Jadwal imsakiyah Ranai hari ini:", "Imsak: 04.18 WIB", "Subuh: 04.28 WIB", "Magrib: 17.52 WIB"),
        ("Susunan pengurus desa itu:", "Kepala Desa: Sari Dewi", "Sekretaris Desa: Budi Karya"),
        ("1. Danau Bening", "Danau itu luas sekali dan ramai pengunjung.", "2. Pantai Ranai", "Pantai itu bersih."),
    ],
)
def test_a_list_right_under_the_byline_stays(lines: tuple[str, ...]) -> None:
    assert kept("Penulis: Ani Wijaya", "Senin, 3 Februari 2025 | 10:30 WIB", *lines) == lines


def test_a_count_of_days_is_nobodys_name() -> None:
    lines = (*BODY[:2], "Hari Ketiga", "Saatnya pulang.")
    assert kept(*lines, "Bagikan:") == lines


@pytest.mark.parametrize("label", ["By", "Oleh"])
def test_a_label_without_a_colon_and_the_name_under_it(label: str) -> None:
    cleaned = clean([label, "Ani Wijaya", *BODY])
    assert (cleaned.lines, cleaned.authors) == (BODY, ("Ani Wijaya",))


@pytest.mark.parametrize("line", ["– SUARA BENING", "– Kabar Harian", "*** Jauhari", "***Jauhari"])
def test_who_signs_below_the_story_goes(line: str) -> None:
    assert kept(*BODY, line) == BODY


def test_a_word_of_waiting_amid_the_story_goes() -> None:
    assert kept(BODY[0], "Loading...", *BODY[1:]) == BODY


def test_a_credit_among_facts_of_which_one_goes_is_seen_again() -> None:
    lines = [
        "Berikut kronologi hilangnya kapal itu di perairan Ranai. (red)",
        "Pembagian tugas:",
        "Cetakan: I, Maret 2024",
        "KUCHING: KUCHING: Photo from Kabar Bening",
        "Penulis: Ani Wijaya",
        "Umur: 19",
        "(3) Ketentuan lebih lanjut diatur dengan peraturan bupati.",
    ]
    once = clean(lines)
    assert clean(once.lines).lines == once.lines
