"""Furniture as newsrooms of all Indonesia and Malaysia have it, and the sentences that look like it: our own words."""

from __future__ import annotations

import pytest

from kalbarcrawl.text import clean

from .test_text import BODY, ENGLISH, kept


@pytest.mark.parametrize(
    "line",
    [
        # sharing and following
        "Facebook Twitter WhatsApp",
        "Bagi ke FacebookCuit di Twitter",
        "Kongsi:",
        "Klik untuk berbagi pada Facebook(Membuka di jendela yang baru)",
        "Click to share on Twitter (Opens in new window)",
        "Salin Link",
        "Sertai kami di saluran Telegram",
        "Mari bergabung di Grup Telegram Kabar Bening, caranya klik tautan ini.",
        "Tambahkan Kabar Bening sebagai sumber pilihan di Google",
        "Ketikkan email Anda…",
        # other stories and pages
        "Artikel Berkaitan",
        "You May Also Like",
        "Top Picks",
        "More from Kabar Bening",
        "View all posts by Ani Wijaya",
        "Lihat semua pos oleh Ani Wijaya",
        "Posted in Daerah",
        "Artikel Sebelumnya",
        "Next Post",
        "Simak penjelasan selengkapnya di halaman berikutnya.",
        # comments and polls
        "Komentar ditutup",
        "Nonton berita menarik lainnya di Kabar Bening",
        "Disiarkan pada: July 13, 2019 @ 9:06am",
        "Comments are closed.",
        "2 responses to “Jembatan Baru”",
        "One thought on “Jembatan Baru”",
        "Batalkan balasan",
        "Save my name, email, and website in this browser for the next time I comment.",
        # page and house
        "Disclaimer: isi di luar tanggung jawab kami.",
        "IMG-20240212-WA0003.jpg",
        "oplus_2097184",
        "A- A+",
        "This website uses cookies to improve your experience.",
        "· · ·",
        # who and when
        "Tayang:",
        "Telah dibaca: 120 kali",
        "oleh -70 Dilihat",
        "Kameramen: Budi Santoso",
        "Publish by: Budi Santoso",
        "Editor Ani Wijaya",
        "Diposting oleh: Ani Wijaya",
        # money
        "RM 9.90 / month",
        "Cancel anytime. No ads.",
        # forms, apps, surveys, shortcodes
        "Silakan masukkan nama Anda di sini",
        "Bagaimana tanggapan Anda mengenai berita ini?",
        "Muat turun aplikasi Kabar Bening. Klik di sini!",
        "Yuk, isi survei kami dan menangkan hadiah!",
        "BACA SELENGKAPNYA SETELAH IKLAN",
        '[ngg src="galleries" ids="7"]',
        'span class="caption">Warga antre air',
        "Hi, what are you looking for?",
        "info Atur ukuran teks artikel ini untuk membaca lebih nyaman.",
        "By adminkbn on 09:17 am Feb 12, 2024",
        "Oleh Ani Wijaya A.R.",
        "Anda harus masuk untuk berkomentar.",
        "(Kabarbening.com)",
        "[[nid:1234]]",
        "WhatsApp Image 2024-02-12 at 10.11.12 (1)",
        "Bersambung ke Hal 7",
        "Selengkapnya . . .",
        "FB/IG/YT",
        "Penulis adalah dosen Universitas Bening di Ranai.",
        "CATATAN REDAKSI: Apabila ada pihak yang merasa dirugikan, silakan hubungi redaksi.",
    ],
)
def test_furniture_of_outlets_never_seen_goes(line: str) -> None:
    assert clean([*BODY, line]).lines == BODY
    assert clean([BODY[0], line, *BODY[1:]]).lines == BODY


@pytest.mark.parametrize(
    "line",
    [
        "Penulis adalah profesi yang ia cita-citakan sejak kecil.",
        "Jika ada pihak yang keberatan, ketua panitia menunda acara itu.",
        "Unduh dan bacalah undang-undang itu, kata hakim kepada warga.",
        "Sebagaimana diatur undang-undang, jembatan itu milik daerah.",
        "Nonton berita di televisi menjadi kebiasaan warga setiap malam.",
        "Ulasan yang jujur tentang film itu masih jarang.",
        "Acara itu disiarkan pada Senin malam oleh televisi daerah.",
        "Komentar ditutup oleh pengelola akun itu setelah ribuan warganet mengecam.",
        "Iklan rokok itu diturunkan dari jalan protokol.",
        "Bagaimana menurut Anda jembatan baru yang diresmikan itu?",
        "Cari tahu dulu sebelum membeli rumah di tepi sungai.",
        "Klik di sini, kata penipu itu, lalu uang korban hilang.",
        "More news is expected from the council on Friday.",
        "Posted in Berlin, the soldiers waited for the order.",
        "Comments are closed to the public until the hearing ends.",
        "Two responses to the fire were praised by the mayor.",
        "RM 9.90 per month is too much for a farmer, she said.",
        "Cancel anytime, they told him, and then the bank refused.",
        "Disclaimer adalah opini terburuk bagi laporan keuangan daerah.",
        "Posting itu dilihat lebih dari 1.200 kali oleh warganet.",
        "Tayang perdana film itu jatuh pada Senin malam.",
        "Editor senior surat kabar itu memilih pensiun dini.",
        "Kameramen televisi itu jatuh dari perahu saat meliput banjir.",
        "Telah dibaca doa bersama untuk para korban di masjid.",
        "Mungkin Anda suka berjalan kaki, tetapi trotoar di kota ini rusak.",
        "Simak baik-baik, kata guru itu, lalu kelas menjadi tenang.",
        "Mari bergabung dan menanam pohon di tepi sungai, ajak bupati.",
        "Tambahkan gula dan santan, lalu aduk sampai rata.",
        "Next week the council will vote on the bridge.",
        "Atur ukuran kolam agar ikan tidak berdesakan, kata penyuluh itu.",
        "By night on 12 Feb 2024 the river had risen to the bridge.",
        "Hi, kata anak itu kepada bupati yang datang ke sekolahnya.",
        "Artikel sebelumnya dari undang-undang itu dicabut oleh mahkamah.",
    ],
)
def test_sentences_in_the_same_words_stay(line: str) -> None:
    lines = (BODY[0], line, *BODY[1:])
    assert clean(lines).lines == lines
    assert kept(*BODY, line) == (*BODY, line)


@pytest.mark.parametrize(
    "items",
    [
        ("Nama", "Email", "Nomor telepon"),
        ("07.00", "08.30", "10.15"),
        ("1", "2", "3"),
        ("Beras", "Gula", "Minyak"),
    ],
)
def test_an_announced_list_keeps_items_that_might_be_a_forms(items: tuple[str, ...]) -> None:
    lines = (*BODY[:2], "Warga diminta mengisi hal-hal berikut ini:", *items)
    assert kept(*lines) == lines


@pytest.mark.parametrize(
    "line",
    [
        "Menu",
        "By The Numbers",
        "Oleh Sebab Itu",
        "Simpan Foto",
        "Catat Ulasan",
        "Baca lebih lanjut",
        "Daftar Isi",
        "Email",
        "Telegram",
        "Mungkin Anda Suka",
        "Anda mungkin juga menyukai",
        "Lihat Semua",
        "Menyukai ini:",
        "Suka Memuat...",
        "Bagaimana Menurut Anda",
        "Pedoman Media Siber",
        "Kebijakan Privasi",
        "Tentang Penulis",
        "Skip to content",
        "Kembali ke atas",
        "Aktifkan notifikasi",
    ],
)
def test_a_word_of_the_pages_between_sentences_may_be_a_heading(line: str) -> None:
    assert kept(BODY[0], line, *BODY[1:]) == (BODY[0], line, *BODY[1:])
    assert kept(*BODY, line) == BODY


@pytest.mark.parametrize(
    "caption",
    [
        "Jembatan Sungai Bening pada malam hari. - Foto Rina KBN",
        "Jembatan Sungai Bening pada malam hari (Foto: Rina Lestari)",
        "Warga melintasi jembatan itu © Kabar Bening",
        "Ket. Foto: Jembatan Sungai Bening dilihat dari hulu",
        "Ketgam: jembatan dilihat dari hulu sungai",
        "The bridge at night. — Picture by Ann Lee",
        "Jembatan Sungai Bening pada malam hari. Dok foto Humas Ranai",
        "Jembatan Sungai Bening pada malam hari /Dokumen Bening/",
        "Warga melintasi jembatan pada malam hari. — Facebook/Kabar Bening",
        "Rina Lestari/KABARBENING.COM",
        "Jembatan Sungai Bening | dokpri",
        "Gambar oleh Rina Lestari",
        "Photo from Kabar Bening",
        "-Photo from Kabar Bening",
        "Top photos by Rina Lestari and via Kabar Bening",
        "Jembatan Sungai Bening pada malam hari./Bening-Rina",
        "Jembatan Sungai Bening pada malam hari.BENING/RL",
        "The bridge at night. – Kabar Bening pic",
        "Jembatan Sungai Bening sekitar tahun 1900 (Wikimedia Commons)",
        "Ilustrasi jembatan pada malam hari (unsplash.com/Rina Lestari)",
    ],
)
def test_pictures_of_outlets_never_seen_go(caption: str) -> None:
    assert kept(caption, *BODY) == BODY
    assert kept(BODY[0], caption, *BODY[1:]) == BODY


def test_who_does_what_in_a_picture_above_the_story_goes() -> None:
    assert kept("Kepala Desa Sungai Bening, Ani Wijaya (memegang mikrofon) ketika membuka acara", *BODY) == BODY


@pytest.mark.parametrize(
    "line",
    [
        "Foto jembatan itu dipajang di kantor desa - foto lain hilang.",
        "Ia menjual foto Rina kepada surat kabar di kota.",
        "The picture by the river was taken by her father in 1962.",
    ],
)
def test_sentences_about_pictures_stay(line: str) -> None:
    assert kept(BODY[0], line, *BODY[1:]) == (BODY[0], line, *BODY[1:])


def test_english_furniture_of_a_plan_and_its_sentences() -> None:
    story = (ENGLISH[0], ENGLISH[2], ENGLISH[5])
    assert kept(*story, "Subscribe to our newsletter", "Most Read", "Bridge Costs Rise Again This Year") == story
