"""Furniture: lines that belong to the page and not to its article, told by their words alone.

A line of furniture is made of furniture's words. "Tinggalkan Balasan", "Leave a Comment" and "0 Komentar" need no
entry each: all their words are in the vocabulary, and at least one of them is strong. A sentence holds others.
"""

from __future__ import annotations

import re

_STRONG = {
    "comment": "komentar komentari comment comments commented terkomentari balasan reply replies discussion",
    "share": "share shares shared sharing bagikan sebarkan tweet tweets retweet copy salin tersalin copied",
    "related": "terkait terpopuler trending terkini terbaru lainnya related recent recommended rekomendasi recommendation"
    " recommendations recommends pilihan popular populer latest headlines headline baca sebelumnya selanjutnya berikutnya lewatkan"
    " indeks bacaan simak rekomen jangan miss topik",
    "ad": "advertisement advertisements advertising advertise iklan adv ads scroll sponsored promoted gulir disponsori",
    "follow": "ikuti follow followers subscribe langganan berlangganan newsletter newsletters gabung join bergabung connect",
    "ui": "menu login masuk logout register search loading print cetak rate like likes suka dislike font pengaturan"
    " toggle close skip sizes size zoom unduh download browser iframe bookmark simpan save light_mode dark_mode"
    " calendar_month image-gnews perbesar selengkapnya home beranda kirim laporkan dengarkan listen beri nilai",
    "tags": "tag tags topics kategori categories category labels tagged",
    "views": "dilihat dibaca views view viewed pembaca hits",
    "pagination": "halaman page next prev previous tampilkan load muat",
    "breaking": "breaking",
    "credit": "istimewa",
}
_WEAK = (
    "a an the this that in on to of for by from via with and or your you our us me it is at about here artikel article"
    " articles story stories post posts posting berita news konten content kabar tulisan ini itu di ke dari untuk anda kami"
    " pada dan atau yang lain baru juga saat hanya facebook fb twitter x whatsapp wa telegram line linkedin pinterest email"
    " e-mail google instagram ig tiktok youtube threads reddit pocket messenger bluesky mail link links url successfully"
    " berhasil sini saya kamu kita channel kanal saluran group grup leave tinggalkan tulis write add tambahkan want contribute feel free"
    " first be jadilah pertama no tidak ada belum bukan klik click tap lihat see text medium large larger small aa nasional"
    " video foto photo photos update updates now sekarang hari minggu today editor editors choice redaksi top stories most"
    " more read also terms resume continue melanjutkan membaca reading after below atas bawah plus kumpulan silahkan silakan"
    " mau ayo yuk only close up down all click klik lengkap semua show semuanya kali menit lagi baca bagian redaksi lanjut terus akun media sosial"
    " sosmed medsos daftar galeri gallery play pause tutup cari kembali lampiran lewat dengan teman tetangga temanmu"
)
_KIND = {word: kind for kind, words in _STRONG.items() for word in words.split()}
_VOCABULARY = frozenset(_WEAK.split()) | frozenset(_KIND)
_TOKEN = re.compile(r"[^\W\d_][\w'’-]*")
# A longer line may well say something; the notices that are longer have patterns of their own.
_MOST_WORDS, _LONGEST = 5, 60


def by_words(line: str) -> str | None:
    """The kind of furniture a short line is by its words alone; None when any of them is not furniture's."""
    if len(line) > _LONGEST or line[-1] in ".”\"":
        return None
    words = _TOKEN.findall(line.casefold())
    kind = None
    for word in words:
        if word not in _VOCABULARY:
            return None
        kind = kind or _KIND.get(word)
    return kind if len(words) <= _MOST_WORDS else None
