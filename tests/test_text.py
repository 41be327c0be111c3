"""The article and nothing but the article: tables of cases in the forms real pages have, in words of our own."""

from __future__ import annotations

import pytest

from kalbarcrawl.text import Cleaned, Dateline, clean, fold, sameness

BODY = (
    "Bupati Ranai Sari Dewi meresmikan jembatan baru di Desa Sungai Bening pada Senin (12/2/2024).",
    "“Jembatan ini dibangun untuk warga, dan kami berharap semua menjaganya,” kata Sari.",
    "Warga setempat menyambut baik pembangunan itu karena jalan ke pasar menjadi lebih dekat.",
)


def kept(*lines: str) -> tuple[str, ...]:
    return clean(lines).lines


def rules(cleaned: Cleaned) -> dict[str, str]:
    return dict(cleaned.dropped)


SEED_SHAPE = """\
KalbarOnline, Pontianak – Penjabat Kepala Dinas Perpustakaan, Rina Lestari menyatakan bahwa layanan baca \
keliling tidak akan dihentikan.
Ia menyampaikan, bahwa gubernur juga berharap adanya kerja sama dengan sekolah melalui P4GN.
“Tentu kami tidak akan menutup mata terkait persoalan ini,” paparnya.
Hal itu disampaikan Rina usai menerima audiensi Badan Bahasa Nasional (BBN).
“Kami juga mengharapkan dukungan pemerintah desa (Intervensi Berbasis Masyarakat),” tutur Rina. (Jau)
Comment"""


def test_a_story_as_text_comes_out_clean() -> None:
    cleaned = clean(SEED_SHAPE.splitlines())
    assert cleaned.dateline == Dateline("Pontianak", "KalbarOnline", "KalbarOnline, Pontianak –")
    assert cleaned.lines[0].startswith("Penjabat Kepala Dinas")
    assert cleaned.lines[3].endswith("Badan Bahasa Nasional (BBN).")
    assert cleaned.lines[-1].endswith("(Intervensi Berbasis Masyarakat),” tutur Rina.")
    assert cleaned.initials == "Jau"
    assert cleaned.dropped == (("Comment", "comment"),)
    assert len(cleaned.lines) == 5


@pytest.mark.parametrize(
    "line",
    [
        # pointers
        "Baca juga: Harga Karet di Sungai Bening Naik Lagi",
        "Baca: Harga Karet di Sungai Bening Naik Lagi",
        "BACA JUGA : Harga Karet Naik Lagi",
        "Baca Juga | Harga Karet Naik Lagi",
        "BacaHarga Karet Naik Lagi",
        "Simak juga: Harga Karet Naik Lagi",
        "Read more: Rubber prices rise again",
        "Related: Rubber prices rise again",
        # advertisement, sharing, following
        "ADVERTISEMENT",
        "Advertisement",
        "SCROLL TO CONTINUE WITH CONTENT",
        "Iklan",
        "Gulir untuk melanjutkan",
        "Bagikan",
        "Share this article",
        "Share on Facebook",
        "13 Shares",
        "Sebarkan:",
        "Copy Link",
        "Sign up for our newsletter",
        "Ikuti kami di Google News",
        "Ikuti berita terbaru Kabar Bening di WhatsApp Channel",
        "Cek berita dan artikel yang lain di Google News",
        # comments
        "Comment",
        "Leave a Comment",
        "Leave a Reply",
        "Tinggalkan Balasan",
        "Komentar",
        "0 Komentar",
        "Komentar (0)",
        "Alamat email Anda tidak akan dipublikasikan.",
        "Your email address will not be published. Required fields are marked *",
        "Isi komentar sepenuhnya adalah tanggung jawab pengguna.",
        "Jadilah yang pertama berkomentar di sini",
        # other stories
        "Berita Terkait",
        "BERITA LAINNYA",
        "Recent Posts",
        "Terpopuler",
        "Related Stories",
        "Breaking News",
        # credits, copyright, counts, embeds
        "Editor: Budi Santoso",
        "Penulis: Ani Wijaya | Editor: Budi Santoso",
        "Laporan wartawan Kabar Bening, Ani Wijaya",
        "COPYRIGHT © KABAR BENING 2024",
        "© 2024 Kabar Bening. All rights reserved",
        "Dilarang keras mengambil konten tanpa izin tertulis dari redaksi.",
        "Artikel ini telah tayang di kabarbening.com dengan judul Jembatan Baru",
        "Dibaca 1.203 kali",
        "2 jam yang lalu",
        "2 hours ago",
        "[Gambas:Video 20detik]",
        "***",
        "(KR-ANW/B005)",
        "Halaman 1 2 Selanjutnya",
        "Beranda › Daerah › Jembatan Baru",
    ],
)
def test_furniture_goes_and_takes_no_sentence_with_it(line: str) -> None:
    cleaned = clean([*BODY, line])
    assert cleaned.lines == BODY
    assert [dropped for dropped, _ in cleaned.dropped] == [line]
    assert clean([BODY[0], line, *BODY[1:]]).lines == BODY


@pytest.mark.parametrize(
    "line",
    [
        "Membaca doa sebelum makan adalah kebiasaan yang baik.",
        "1. Membaca Niat",
        "Komentar itu diungkapkannya setelah kekalahan timnya dari Persiraya Bening.",
        "Foto yang beredar di media sosial itu ternyata diambil dua tahun lalu.",
        "Sumber daya alam di daerah itu belum dikelola dengan baik oleh pemerintah.",
        "Dalam video yang diterima redaksi, kedua tokoh tampak makan siang bersama.",
        "Laporan Badan Statistik mengungkap jumlah penduduk desa itu terus bertambah.",
        "Film itu tayang perdana di bioskop pada 12 Februari 2024 dan menarik perhatian.",
        "Iklan tersebut tayang di televisi dan menjadi sorotan warganet.",
        "Pertandingan dapat disaksikan pada halaman berikutnya.",
        "Ia mengikuti lomba itu untuk pertama kalinya.",
        "Berikut rangkuman dari berbagai sumber, Selasa (13/2/2024).",
        "Simak Video 'Detik-detik Peresmian Jembatan':",
        "Situasi aman",
        "Tokoh populer",
        "- beras 5 kilogram",
        "a. warga negara Indonesia;",
        "Persiraya 2-1 Persibening",
        "Senin, 12 Februari 2024",
        "Read the full report before you comment on it, the minister said.",
        "The advertisement was shared more than a thousand times, the company said.",
        "Follow the money, and you will find out who was behind it.",
        "He signed up for the newsletter and never heard from them again.",
        "Images showed smoke rising over the harbor, a witness told Reuters.",
        "“No comment,” she said.",
    ],
)
def test_sentences_about_furniture_stay(line: str) -> None:
    lines = (BODY[0], line, *BODY[1:])
    assert clean(lines).lines == lines


ENGLISH = (
    "The city council approved the new bridge on Tuesday after a debate that lasted four hours.",
    "Advertisement",
    "“We have waited for this,” said Ann Lee, who runs a shop by the river. “It will change everything.”",
    "Read more: What the bridge will cost",
    "What comes next",
    "The mayor is expected to sign the plan next week (after a public hearing).",
    "Share this article",
    "Sign up for our newsletter",
)


def test_english_loses_its_furniture_and_no_sentence() -> None:
    assert clean(ENGLISH).lines == (ENGLISH[0], ENGLISH[2], ENGLISH[4], ENGLISH[5])


def test_the_head_of_a_page_goes_with_its_byline_read() -> None:
    head = [
        "Home / Daerah / Jembatan Baru",
        "Daerah",
        "Jembatan Baru Sungai Bening Diresmikan Bupati Ranai",
        "Ani Wijaya",
        "Senin, 12 Februari 2024 | 14:38 WIB",
        "13 Shares",
        "Bupati Ranai Sari Dewi (kiri) memotong pita. (Foto: Ani/Kabar Bening)",
    ]
    cleaned = clean([*head, f"RANAI, KabarBening.com - {BODY[0]}", *BODY[1:]])
    assert cleaned.lines == BODY
    assert [line for line, _ in cleaned.dropped] == head
    assert cleaned.authors == ("Ani Wijaya",)


def test_the_tail_of_a_page_goes_with_its_byline_read() -> None:
    tail = [
        "Penulis",
        "Ani Wijaya",
        "Editor :",
        "Budi Santoso",
        "Tags: jembatan, ranai",
        "Berita Terkait",
        "Harga Karet di Sungai Bening Naik Lagi",
        "Kemarau Panjang, Warga Ranai Antre Air Bersih",
        "2 jam lalu",
    ]
    cleaned = clean([*BODY, *tail])
    assert cleaned.lines == BODY
    assert [line for line, _ in cleaned.dropped] == tail
    assert (cleaned.authors, cleaned.editors) == (("Ani Wijaya",), ("Budi Santoso",))


def test_headlines_below_a_pointer_go_and_numbered_headings_stay() -> None:
    cleaned = clean(
        [BODY[0], "Baca Juga", "Harga Karet di Sungai Bening Naik Lagi", "3. Warga Antre Air Bersih", *BODY[1:]]
    )
    assert cleaned.lines == (BODY[0], "3. Warga Antre Air Bersih", *BODY[1:])


def test_a_headline_amid_a_story_stays_with_nothing_around_it_that_tells_it_from_a_sub_heading() -> None:
    for heading in ("Keceriaan Murid Taman Kanak Warnai Program Polisi Sahabat Anak Ranai", "Harapan warga"):
        assert kept(f"RANAI - {BODY[0]}", BODY[1], heading, BODY[2]) == (*BODY[:2], heading, BODY[2])


def test_a_list_that_ends_the_story_stays() -> None:
    story = (*BODY[:2], "Syarat pendaftaran:", "- warga Ranai", "- berusia 17 tahun")
    assert kept(*story, "Komentar") == story
    assert kept(*story[:3], "Baca juga: Harga Karet Naik", *story[3:]) == story


def test_a_schedule_is_no_stamp_of_the_page() -> None:
    story = (
        "Jadwal Piala Ranai telah dirilis oleh panitia pada Senin siang.",
        "Berikut jadwal lengkapnya:",
        "Sabtu, 11 November 2023 15.30 WIB",
        "Persiraya vs Persibening",
        "Minggu, 12 November 2023 15.30 WIB",
        "Ranai FC vs Sungai FC",
    )
    assert kept(*story) == story


def test_a_summary_and_captions_before_a_certain_dateline_go() -> None:
    head = (
        "Jembatan Baru Diresmikan",
        "Warga menyambut baik jembatan yang lama mereka tunggu itu.",
        "KABAR BENING/RINA",
        "PERESMIAN - Bupati Ranai saat meresmikan jembatan, Senin (12/2/2024).",
    )
    assert kept(*head, f"KABARBENING.COM, RANAI - {BODY[0]}", *BODY[1:]) == BODY


def test_a_picture_amid_the_story_goes_by_who_stands_where() -> None:
    assert kept(BODY[0], "Bupati Sari (dua kanan) ketika meninjau jembatan itu.", *BODY[1:]) == BODY


def test_sections_and_places_above_a_date_are_no_authors() -> None:
    for section in ("Hukum Kriminal", "Kalimantan Barat"):
        cleaned = clean([section, "Senin, 12 Februari 2024 14:38 WIB", *BODY])
        assert cleaned.lines == BODY
        assert cleaned.authors == ()


def test_a_share_bar_amid_an_announced_list_does_not_end_it() -> None:
    story = (BODY[0], "Syarat pendaftaran:", "Warga Ranai", "Berusia 17 tahun")
    assert kept(*story[:3], "Share", story[3]) == story


def test_a_headline_printed_twice_above_the_story_goes() -> None:
    title = "Harapan Lama Terwujud Setelah Sekian Tahun"
    assert kept(title, title, *BODY) == BODY
    assert kept(title, *BODY) == (title, *BODY)


def test_a_headline_whose_words_the_story_says_again_is_its_title() -> None:
    title = "Jembatan Baru Sungai Bening Diresmikan Bupati"
    cleaned = clean([title, *BODY])
    assert (cleaned.lines, rules(cleaned)) == (BODY, {title: "title"})
    assert kept(BODY[0], title, *BODY[1:]) == (BODY[0], title, *BODY[1:])  # amid the story it is a heading


def test_the_title_goes_where_it_is_repeated() -> None:
    title = "Jembatan Baru: Bupati Ranai Potong Pita"
    cleaned = clean([title.upper(), *BODY, "Jembatan baru - Bupati Ranai potong pita"], title=title)
    assert cleaned.lines == BODY
    assert set(rules(cleaned).values()) == {"title"}


def test_a_publishers_own_patterns_match_whole_lines() -> None:
    lines = ("Kabar Bening menyapa Anda", *BODY)
    assert clean(lines, patterns=[r"kabar bening menyapa.*"]).lines == BODY
    assert clean(lines, patterns=[r"kabar bening"]).lines == lines
    assert rules(clean(lines, patterns=[r"kabar bening menyapa.*"])) == {lines[0]: "publisher"}


def test_a_credit_glued_to_the_last_sentence_is_read() -> None:
    cleaned = clean([*BODY[:2], f"{BODY[2]}Editor: Budi Santoso", "COPYRIGHT © KABAR 2024"])
    assert cleaned.lines == BODY
    assert cleaned.editors == ("Budi Santoso",)


def test_blank_lines_and_nothing() -> None:
    assert clean([]) == Cleaned(())
    assert clean(["", " ", "\u200b"]) == Cleaned(())
    assert kept("", *BODY, "") == BODY


@pytest.mark.parametrize(
    ("given_text", "folded"),
    [
        ("  a\u00a0 b\t\nc ", "a b c"),
        ("zero\u200bwidth\ufeff", "zerowidth"),
        ("soft\u00adhyphen", "softhyphen"),
        ("e\u0301", "é"),
        ("\u2009thin\u3000wide", "thin wide"),
        ("", ""),
    ],
)
def test_fold(given_text: str, folded: str) -> None:
    assert fold(given_text) == folded


def test_sameness_ignores_case_and_punctuation() -> None:
    assert sameness("Jembatan — “Baru”!") == sameness("JEMBATAN baru")
    assert sameness("Jembatan 1") != sameness("Jembatan 2")
