"""Calls and claims: what a page says to its reader and of itself, and the sentences that begin as they do."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from kalbarcrawl.text import clean
from kalbarcrawl.text.calls import CALLS
from kalbarcrawl.text.claims import CLAIMS

from .test_text import BODY

ENGLISH = (
    "The river rose above the lower market on Monday night after two days of rain, the rescue department said.",
    "Traders moved their stalls to the school, where the council has opened a kitchen.",
    "“We have boats ready for those who want to leave,” the village head said.",
    "By Tuesday noon the water had begun to fall.",
)
STORY_LINES = Path(__file__).parent / "story_lines.jsonl"


@pytest.mark.parametrize(
    "line",
    [
        # following and reading on
        "What do you guys think about this? Let us know in the comments below!",
        "Let us know what you think in the comments.",
        "Now Reading",
        "Reaksi anda terhadap berita ini :",
        "Filed in: Kabar Sungai, Pilihan",
        "Also Read Rubber Farmers In Sanggau Told To Wait",
        "Baca lagi.",
        "Tonton video Panen Raya Jeruk Sambas",
        "This article is a year old",
        "Jom sertai saluran kami untuk berita setiap pagi",
        "Stay informed wherever you are, follow our Telegram",
        "Jangan lupa ikuti akun kami ya!",
        "Temukan kabar terbaru dari pesisir hanya di Kabar Bening",
        "Mau tahu berita seputar sungai dan hutan?",
        "Baca laporan itu selengkapnya di sini",
        "Semua kabar banjir bisa dibaca di sini",
        "For more updates and stories, follow Kabar Bening",
        "Klik untuk mencetak (Jendela baru)",
        "Artikel Menarik: Perahu Hias di Sintete",
        # subscribing, installing, giving
        "Sudah berlangganan? Masuk lewat sini",
        "Artikel khusus untuk pelanggan",
        "Artikel ini untuk pelanggan saja",
        "You have 3 free articles this month",
        "Already a subscriber? Log in here",
        "Unlock this story",
        "Get 20% off a year of reading",
        "Langganan: Entri (Atom)",
        "Unduh aplikasi Kabar Bening di ponsel Anda",
        "Unduh sekarang",
        "Aktifkan notifikasi agar tak tertinggal berita",
        "We'd like to send you notifications of big stories",
        "Anda terdeteksi memakai pemblokir iklan",
        "Dukungan Anda menjaga kami terus menulis artikel dari kampung",
        "Support independent reporting in Borneo",
        "Punya cerita dari kampungmu? Kirim ke WhatsApp redaksi",
        "Found a typo? Tell the desk",
        "Pasang iklan? Hubungi 0811-0000-000",
        # logging in and commenting
        "Lupa kata sandi?",
        "Forgot your password?",
        "Sebuah kata sandi akan dikirim lewat surat elektronik.",
        "Dengan mendaftar, Anda menyetujui syarat kami",
        "Alamat surel Anda tidak akan ditampilkan.",
        "Beritahu saya lewat email kalau ada komentar baru",
        "Redaksi berhak menghapus komentar yang kasar.",
        "Komentar baru tampil setelah diperiksa",
        "Ulasan ditutup.",
        "Apakah artikel ini membantu?",
        "How does this make you feel?",
        "Urutkan berdasarkan: Terlama",
        # rights and duties
        "Dilarang menyalin isi situs ini tanpa izin.",
        "Seluruh konten dilindungi hak cipta.",
        "Artikel ini merupakan pandangan penulis semata.",
        "Isi siaran pers menjadi tanggung jawab pengirim",
        "The views expressed here are the author's own.",
        "Berita ini diterjemahkan dengan bantuan mesin.",
        "Situs ini menggunakan cookie.",
        "error: Content is protected !!",
        # leftovers of what made the page
        "Tema: Bening oleh WordPress",
        "Diberdayakan oleh Terjemahan",
        "Sebuah kiriman dibagikan oleh Kabar Bening (@kabarbening)",
        "— Kabar Bening (@kabarbening) June 9, 2024",
        "Your browser does not support the video element.",
        "Tonton di YouTube",
        "#Sambas #Banjir",
        "Gambas:Video 20bening",
        # counts and dates
        "Jumlah Pembaca: 35",
        "Pengunjung online: 7",
        "1,203 total views, 2 views today",
        "Terakhir diperbarui: 21 Mei 2019",
        "Visited 145 times, 1 visits today",
        "Pos berikutnya: Perahu Hias di Sintete",
        "Ditandai banjir, sambas, tanggul",
        "— Bernama",
        "Rina Wijaya berkontribusi dalam penulisan artikel ini.",
        "KBN Digital / Copyright © 2025 KBN Media Limited. All rights reserved.",
        "Dilarang mengutip isi tanpa seizin redaksi.",
        "Laman: 1 2",
        "Story by Ani Wijaya",
        "Pengarang: Ani Wijaya",
        "Pix by Budi Santoso",
        "Tag Archives: Sambas",
        "BACAJUGA: Harga karet turun, petani menahan panen.",
        "Posted by Humas Polres Sanggau",
        "By Kabar Bening",
        "Posted by kabar bening at 8:47 AM",
        "Created at 16/03/2020 09:40 AM by Ani Wijaya",
        "Was this article useful?",
        "Lihat Video 'Jembatan Bening Diresmikan':",
        "BERNAMA provides up-to-date authentic news which is disseminated via its wires.",
        "Report it to us.",
        "Posted: 12 Mar 2021 06:40 PM PST",
        "Sila Log Masuk atau Langgan untuk membaca berita sepenuhnya",
        "Silakan masuk/daftar untuk melanjutkan membaca",
        "Sign up or sign in here to comment.",
        "Jangan lupa langgani saluran Telegram kami untuk berita terkini.",
        "Mau berita terbaru lainnya dari Kabar Bening? Yuk, ikuti kami di Google News.",
        "Follow us on LinkedIn for more stories",
        "Liputan ini didukung oleh Dana Jurnalisme Bening.",
        "Bening.com, RANAI – Puluhan warga mengikuti pelatihan mengemas keripik… Read More",
    ],
)
def test_a_line_of_the_pages_goes_behind_the_story(line: str) -> None:
    cleaned = clean([*BODY, line])
    assert cleaned.lines == BODY
    # "trailing" takes any short line at a text's end: these are to be known wherever they stand.
    assert [rule for _, rule in cleaned.dropped] != ["trailing"]


@pytest.mark.parametrize(
    "line",
    [
        "Anda tidak perlu membayar aplikasi itu, kata kepala dinas kepada pelanggan.",
        "“Alamat surel Anda tidak akan dipublikasikan,” bunyi pesan itu.",
        "Hak cipta dilindungi undang-undang, tetapi pembajakan buku terus terjadi.",
        "All rights reserved the committee for itself, the critics wrote.",
        "Liputan ini kami kerjakan selama dua bulan di tiga desa.",
        "Komentar muncul dari berbagai pihak setelah jembatan itu ditutup.",
        "Sebuah video dibagikan oleh warga dan menunjukkan tanggul yang jebol.",
        "A video shared by residents shows the bridge falling.",
        "Dilarang menyalin kunci asrama, bunyi aturan baru itu.",
        "Hak cipta lagu itu kini dipegang ahli waris.",
        "Download aplikasi pajak daerah naik tiga kali lipat pekan lalu.",
        "Baca juga label kemasan sebelum membeli susu.",
        "What do you think he carried, the boy asked the ferryman in the rain.",
        "Let us know the date, the committee wrote to the parents.",
        "Also read aloud was the letter of the farmers.",
        "Baca lagi surat itu pelan-pelan, pinta kakeknya.",
        "Tonton video itu bersama anak, saran guru tersebut.",
        "Tags on the turtles fell silent in March.",
        "Belum ada komentar dari pihak rumah sakit.",
        "Get the latest jab before the rains, the clinic said.",
        "Unlimited access to water changed the village.",
        "Masuk ke akun itu, petugas menemukan 200 nama palsu.",
        "Tanpa izin tertulis dari orang tua, siswa tidak boleh ikut berkemah.",
        "Mengambil pasir tanpa izin dari pemerintah desa kini didenda.",
        "Email tidak akan dijawab di luar jam kerja, kata kepala dinas.",
        "Tim dari tiga kampus berkontribusi dalam penulisan sejarah desa ini.",
    ],
)
def test_a_sentence_that_begins_as_they_do_stays(line: str) -> None:
    assert clean([*BODY, line]).lines == (*BODY, line)
    assert clean([BODY[0], line, *BODY[1:]]).lines == (BODY[0], line, *BODY[1:])


def test_a_how_to_speaks_to_its_reader_to_the_end() -> None:
    how_to = (
        "SAMBAS, KABAR BENING - Warga kini bisa mengurus surat itu dari rumah, kata kepala dinas.",
        "Siapkan kartu keluarga Anda, lalu buka laman dinas.",
        "Pilih menu pendaftaran dan tunggu pesan masuk.",
        "Jika gagal, ganti kata sandi akun Anda dan ulangi dari awal.",
    )
    cleaned = clean(how_to)
    assert cleaned.dateline is not None
    assert not cleaned.dropped
    step = "Enter your email, tick the box below the terms and click the green button."
    assert clean([BODY[0], step, *BODY[1:]]).lines == (BODY[0], step, *BODY[1:])


def test_a_last_word_to_the_pages_reader_goes_whatever_stands_below_it() -> None:
    story = (
        "Warga Sungai Bening menyambut jembatan baru dengan syukuran di tepi sungai.",
        "Panitia mencatat dua ribu orang datang pada peresmian itu.",
        "Kendaraan berat baru boleh melintas bulan depan.",
    )
    word = "Sampaikan pendapat Anda di kolom komentar di bawah."
    assert clean([*story, word]).lines == story
    assert clean([*story, word, "Share:"]).lines == story


def test_below_the_form_for_comments_short_sentences_are_the_pages() -> None:
    below = ("Tinggalkan Balasan", "Nama lengkap harus diisi dengan benar.", "Pesan yang kasar kami hapus.")
    assert clean([*BODY, *below]).lines == BODY


def test_sentences_below_one_share_button_are_the_storys() -> None:
    lines = (*BODY[:2], "Bagikan", *BODY[2:])
    assert clean(lines).lines == BODY


def test_more_sentences_below_the_tags_than_above_are_the_storys() -> None:
    told = ("Tanggul itu dibangun lima tahun lalu.", "Kayunya sumbangan warga.", "Pekerjaan selesai dalam tiga hari.")
    assert clean([*BODY[:2], "Tags: tanggul", *told]).lines == (*BODY[:2], *told)
    assert clean([*BODY, "Tags: tanggul", told[0]]).lines == BODY


@pytest.mark.parametrize(("words", "pattern"), CALLS + CLAIMS)
def test_every_row_holds_words_in_small_letters_and_a_pattern(words: str, pattern: str) -> None:
    assert words == words.lower()
    assert words.split()
    assert not re.compile(pattern).match("")


def test_lines_of_stories_that_sound_like_a_pages_stay() -> None:
    """Lines written to be mistaken for furniture: no more than one in 150 may go, amid a story or at its end."""
    lost = []
    rows = [json.loads(line) for line in STORY_LINES.read_text(encoding="utf-8").splitlines()]
    for row in rows:
        body = ENGLISH if row["lang"] == "en" else BODY
        at = len(body) if row["at"] == "tail" else 2
        lines = (*body[:at], row["text"], *body[at:])
        if clean(lines).lines != lines:
            lost.append(row["text"])
    assert len(lost) <= len(rows) / 150, lost


@pytest.mark.parametrize("line", ["Lihat Juga", "Lihat juga:", "Read more:", "See also"])
def test_the_label_of_a_pointer_amid_the_story_goes(line: str) -> None:
    assert clean([BODY[0], line, *BODY[1:]]).dropped == ((line, "related"),)
