"""Other stories' beginnings, tails, decks and poems: what goes, and what must stay. Texts of our own."""

from __future__ import annotations

import pytest

from kalbarcrawl.text import clean

from .test_text import BODY, kept

STORY = (*BODY, "Panitia mencatat dua ribu orang datang pada peresmian itu.")
OPENED = (f"RANAI, KabarBening.com - {BODY[0]}", *STORY[1:])
HEADLINE = "Petani Karet Sungai Bening Minta Jalan Kebun Diperbaiki"
BEGUN = "RANAI, KabarBening.com - Petani karet di Sungai Bening meminta jalan kebun diperbaiki sebelum musim hujan."
LONG = "Harga karet di tingkat petani Sungai Bening naik lagi sesudah tiga hari hujan turun tanpa henti"
LONGER = "Warga Ranai antre air bersih sejak subuh karena sumur di lima dusun mengering sejak awal bulan"


@pytest.mark.parametrize(
    "tail",
    [
        (HEADLINE, BEGUN),
        (HEADLINE, "0", BEGUN),
        (HEADLINE, BEGUN, "Mereka sudah dua kali menulis surat kepada dinas."),
        (HEADLINE, BEGUN[:-1] + "..."),
        (LONG, LONGER),
    ],
)
def test_another_storys_beginning_goes(tail: tuple[str, ...]) -> None:
    assert clean([*OPENED, *tail]).lines == STORY


def test_a_sentence_that_stands_twice_below_the_header_of_a_listing_goes() -> None:
    teaser = "Menteri tidak ingin jadwal panen bergeser lagi."
    assert kept("Headline", teaser, teaser, "Kumpulan Berita Parlemen", *STORY) == STORY
    assert kept(teaser, teaser, *STORY) == (teaser, *STORY)


def test_a_second_story_of_more_than_two_sentences_stays() -> None:
    second = (HEADLINE, BEGUN, *(f"{line[:-1]} juga." for line in BODY))
    assert clean([*OPENED, *second]).lines == (*STORY, *second)


def test_numbered_stories_stay() -> None:
    lines = (*OPENED[:2], f"1. {HEADLINE}", BEGUN)
    assert clean(lines).lines[2:] == (f"1. {HEADLINE}", BEGUN.partition(" - ")[2])


@pytest.mark.parametrize("lines", [(LONG,), (LONG + ",", LONGER), (f"{LONG}.", f"{LONGER}.")])
def test_what_may_be_sentences_at_the_end_stays(lines: tuple[str, ...]) -> None:
    assert kept(*STORY, *lines) == (*STORY, *lines)


def test_headlines_behind_a_writers_code_go() -> None:
    assert kept(*BODY[:-1], f"{BODY[-1]} KB2/RN1", HEADLINE, LONG, LONGER) == BODY


@pytest.mark.parametrize("bullet", ["•", "-"])
def test_headlines_with_bullets_amid_the_story_go_and_a_list_stays(bullet: str) -> None:
    links = (
        f"{bullet} {HEADLINE} Sebelum Musim Hujan",
        f"{bullet} Harga Karet Naik Lagi di Ranai, Petani Tetap Menunggu",
    )
    assert kept(BODY[0], *links, *BODY[1:]) == BODY
    listed = (BODY[0], "Hasil rapat itu ialah:", *links, *BODY[1:])
    assert kept(*listed) == listed


def test_a_dateline_after_a_regency_lists_no_second_one() -> None:
    told = "Kabupaten Belitung, Kepulauan Bangka Belitung, menorehkan langkah maju dalam urusan air bersih bagi warga."
    assert kept(f"TANJUNGPANDAN, KabarBening.net – {told}", *BODY) == (told, *BODY)


def test_questions_below_a_mark_of_a_listing_and_tags_above_one_go() -> None:
    asks = "Harga Karet Naik Lagi di Sungai Bening: Kenapa Petani Belum Juga Senang?"
    assert kept(*STORY, "Pilihan", "-", asks, "-") == STORY
    assert kept(*STORY, asks) == (*STORY, asks)
    assert kept(*STORY, "pesta buku, Ranai, Sungai Bening", "Berita Terkait", HEADLINE) == STORY
    assert kept(*STORY[:-1], "Yang dijual:", "buku, alat tulis, tas")[-1] == "buku, alat tulis, tas"


def test_a_text_whose_sentences_have_no_full_stops_stays() -> None:
    text = (*(line.rstrip(".") for line in STORY), LONG, LONGER)
    assert kept(*text) == text


def test_short_sentences_behind_the_writers_mark_go() -> None:
    signed = (*BODY[:-1], f"{BODY[-1]} (M-4)")
    assert kept(*signed, "Dua puskesmas di pesisir akan menerima dokter baru.", LONG) == BODY
    shown = "Petani memasang tiang tambatan perahu di Sungai Bening, Minggu (23/10). (Bening/Rina Wijaya)"
    told = ("Tambatan itu dibangun lima tahun lalu.", "Kayunya sumbangan warga.", "Pekerjaan selesai dalam tiga hari.")
    assert kept(BODY[0], shown, *told)[2:] == told
    assert kept(*BODY, shown, *told[:-1], f"{told[-1]} (b08)")[-3:] == told
    more = "Sebuah kalimat lain yang panjang dapat saja menjadi bagian berita, seperti pada halaman yang memuat dua."
    assert kept(*signed, more) == (*signed, more)


def test_a_real_table_stays_and_a_flattened_list_of_links_goes() -> None:
    table = ("| Unsur | Tugas |", "| Kelompok tani | Menyetor hasil panen |")
    assert kept(*BODY[:2], "Pembagian tugas:", *table, BODY[2]) == (*BODY[:2], "Pembagian tugas:", *table, BODY[2])
    assert kept(*BODY, f"{HEADLINE} |") == BODY


@pytest.mark.parametrize(
    "lines",
    [
        ("Umur: 18", "Umur: 19"),
        ("1/", "kapal malam tidak membawa siapa-siapa", "kecuali bau garam"),
        (
            "SISA LAGA",
            "Sabtu (19/10/2019)",
            "Persiraya vs Persibening",
            "Kamis (24/10/2019)",
            "Persibening vs Persiraya",
        ),
    ],
)
def test_lists_schedules_and_verses_stay(lines: tuple[str, ...]) -> None:
    assert kept(*BODY, *lines) == (*BODY, *lines)


def test_a_poem_under_its_title_and_writer_stays() -> None:
    poem: tuple[str, ...] = (
        "Lanting",
        "Rumah kami tidak punya alamat",
        "ia mengikut ke mana air berniat",
        "ayah menambatkannya",
    )
    poem += ("pada pohon yang hanyut juga", "Ranai, 2016")
    about = "Ani Wijaya lahir di Ranai pada 1971 dan mengajar kesenian di sebuah madrasah."
    assert clean(["Sastra", "Oleh: Ani Wijaya", *poem, "Sumber: Air yang Menagih", about]).lines[:6] == poem


def test_a_poem_in_capitals_and_small_words_above_the_story_stays() -> None:
    poem = ("Ayah pergi ke pasar desa", "Ibu pulang saat matahari terbit", "Kami tidak pernah mengeluh panjang")
    assert kept(*poem, "banner 72x960", *STORY) == (*poem, *STORY)


def test_a_section_behind_the_story_is_no_dateline() -> None:
    assert clean([*STORY, "Penulis: Ani Wijaya", "kabarbening.id - Sosial budaya"]).lines == STORY


def test_a_sentence_whose_lines_were_broken_stays() -> None:
    lines = ("“Kulit kayu kami ambil sendiri ke hutan. Jadi mahal", "bukan karena bahan, tapi waktu,” ujarnya, Rabu")
    assert kept(*BODY, *lines, "(3/9/2025).") == (*BODY, *lines, "(3/9/2025).")


def test_decks_of_several_sentences_and_speeches_above_a_dateline_stay() -> None:
    deck = "Gudang penuh sejak pelabuhan tutup. Petani memilih menjemur lebih lama."
    speech = "“Kalau tangan diam, malah sakit,” katanya."
    assert kept(deck, *OPENED) == (deck, *STORY)
    assert kept(speech, *OPENED) == (speech, *STORY)


def test_a_sentence_above_a_dateline_goes_where_the_story_tells_it_again() -> None:
    told = "Jembatan baru di Sungai Bening diresmikan bupati, panitia mencatat ribuan orang."
    assert kept(told, *OPENED) == STORY
    untold = "Petani memilih menjemur lebih lama."
    assert kept(untold, *OPENED) == (untold, *STORY)


@pytest.mark.parametrize(
    "caption",
    [
        "Tampak petani menjemur gabah, Selasa (5/9).",
        "Petani menjemur gabah di halaman. - Gambar hiasan",
        "Farmers drying their rice. — File photo",
        "Caption Foto; Petani menjemur gabah di halaman.",
        "Teks foto: Kepala dinas saat memantau pemilahan sampah di Ranai.",
        "Perahu bersandar di dermaga baru, Senin, 2 Juni 2025. Foto Ani W. Sari/Bening.id",
    ],
)
def test_a_pictures_words_above_a_dateline_go_whatever_the_story_tells(caption: str) -> None:
    assert kept(caption, *OPENED) == STORY


def test_a_sentence_between_the_title_and_the_byline_sums_up() -> None:
    summary = "Jembatan baru di Sungai Bening diresmikan bupati, panitia mencatat ribuan orang."
    assert kept(HEADLINE, summary, "Penulis: Ani Wijaya | Editor: Budi", *STORY) == STORY
    assert kept(summary, "Penulis: Ani Wijaya", *STORY)[0] == summary
    # Half of its words are the story's, which is enough only where a picture's words may stand.
    half = "Jembatan yang lama ditunggu warga Sungai Bening dibuka bupati pada awal pekan."
    assert kept(HEADLINE, half, "Penulis: Ani Wijaya | Editor: Budi", *OPENED) == (half, *STORY)
    assert kept(HEADLINE, "Penulis: Ani Wijaya | Editor: Budi", half, *OPENED) == STORY


@pytest.mark.parametrize("header", ["Baca 10 detik", "Ringkasan Berita:"])
def test_points_that_sum_the_story_up_go(header: str) -> None:
    points = ("- Jembatan dibuka pada Senin.", "- Warga menyambut baik pembangunan itu.")
    assert kept(header, *points, *STORY) == STORY
    assert kept(BODY[0], *points, *BODY[1:]) == (BODY[0], *points, *BODY[1:])


@pytest.mark.parametrize(
    ("lines", "place", "outlet"),
    [
        (("KABARBENING.COM", f"- {BODY[0]}"), None, "KABARBENING.COM"),
        (("RANAI, KabarBening.com", f"– {BODY[0]}"), "RANAI", "KabarBening.com"),
        (("Ranai,", f"Kabar Bening.id — {BODY[0]}"), "Ranai", "Kabar Bening.id"),
        (("RANAI", BODY[0]), "RANAI", None),
        (("KABARBENING.COM", f", RANAI — {BODY[0]}"), "RANAI", "KABARBENING.COM"),
    ],
)
def test_a_dateline_whose_line_was_broken(lines: tuple[str, ...], place: str | None, outlet: str | None) -> None:
    cleaned = clean([*lines, *BODY[1:]])
    assert cleaned.lines == BODY
    assert cleaned.dateline is not None
    assert (cleaned.dateline.place, cleaned.dateline.outlet) == (place, outlet)


def test_a_caption_that_opens_as_a_dateline_does_is_none() -> None:
    cleaned = clean(["KABARBENING.COM - Warga melintasi jembatan baru di Ranai. (Rina Sari/KB)", *OPENED])
    assert cleaned.lines == STORY
    assert cleaned.dateline is not None
    assert cleaned.dateline.place == "RANAI"


@pytest.mark.parametrize(
    "line",
    [
        "Antara hasil anyaman yang dipamerkan di luar dewan.",
        "Suasana kerja bakti di balai desa",
        "Lee (kanan) meninjau rumah warga.",
        "Warga memilih buku di dekat pintu. – RINA SARI",
        "Papan skor selepas empat perlawanan. Grafik: Kabar Bening",
    ],
)
def test_a_pictures_words_amid_the_story_go(line: str) -> None:
    assert kept(*BODY[:2], line, BODY[2]) == BODY


@pytest.mark.parametrize(
    "line",
    [
        "Antara yang hadir ialah Ani dan Budi.",
        "Antara lain karena air surut.",
        "Daftar Harga Menurut Mutu (Rp/kg)",
        "Suasana haru menyelimuti acara itu.",
        "“Baca juga yang tebal, jangan cuma yang bergambar,” kata Ani.",
    ],
)
def test_what_only_looks_like_a_pictures_words_stays(line: str) -> None:
    assert kept(*BODY[:2], line, BODY[2]) == (*BODY[:2], line, BODY[2])


@pytest.mark.parametrize(
    "line",
    [
        "By On Selasa, Desember 02, 2025",
        "Written By kabarbening on Monday, April 10, 2017 | 4:15 PM",
        "By admin → Sabtu, 08 Mei 2021",
        "Laporan Wartawan Kabar Bening Ani Wijaya",
        "The post Jembatan Baru appeared first on Kabar Bening.",
        "[…] jembatan itu lebih dulu ditunggu, kata warga […]",
        "account_circle Redaksi",
        "Mobile_AP_Rectangle 1",
        "• TERMA & SYARAT",
        "Share on FacebookShare on WhatsappShare on Whatsapp",
        "Baca berita dengan sedikit iklan, klik di sini",
        "Previous: Ular Sawa Lima Meter",
        "See also  Lima Puluh Kampung Tunggu Air",
        "Tags: KEMALANGAN",
        "LTM02",
        "(Wawan, red)",
    ],
)
def test_more_lines_of_the_page_go(line: str) -> None:
    assert kept(*BODY, line) == BODY
