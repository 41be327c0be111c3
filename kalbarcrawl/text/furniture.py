"""Furniture: lines that belong to the page and not to its article, told by their words alone.

A line of furniture is made of furniture's words. "Tinggalkan Balasan", "Leave a Comment" and "0 Komentar" need no
entry each: all their words are in the vocabulary, and at least one of them is strong. A sentence holds others.
"""

from __future__ import annotations

import re

_STRONG = {
    "comment": "komentar komentari comment comments commented terkomentari balasan reply replies discussion",
    "share": "share shares shared sharing bagikan sebarkan tweet tweets retweet copy salin tersalin copied",
    "related": "selengkapnya terkait terpopuler trending terkini terbaru lainnya related recent recommended"
    " rekomendasi recommendation recommendations recommends pilihan popular populer latest"
    " headline headlines baca sebelumnya selanjutnya berikutnya lewatkan indeks bacaan simak"
    " rekomen jangan miss topik",
    "ad": "advertisement advertisements advertising advertise iklan adv ads scroll sponsored promoted gulir disponsori",
    "follow": "ikuti follow followers subscribe langganan berlangganan newsletter newsletters gabung"
    " join bergabung connect",
    "ui": "menu login masuk logout register search loading print cetak rate like likes suka dislike"
    " font pengaturan toggle close skip sizes size zoom unduh download browser iframe bookmark"
    " simpan save light_mode dark_mode calendar_month image-gnews perbesar home"
    " beranda kirim laporkan dengarkan listen beri nilai",
    "tags": "tag tags topics kategori categories category labels tagged",
    "views": "dilihat dibaca views view viewed pembaca hits",
    "pagination": "navigasi halaman page next prev previous tampilkan load muat",
    "breaking": "breaking",
    "credit": "istimewa",
}
_WEAK = (
    "pos memuat a aa about ada add after akun all also an and anda article articles artikel at atas atau ayo"
    " baca"
    " bagian baru bawah be below belum berhasil berita bluesky bukan by cari channel choice click close"
    " content continue contribute daftar dan dari dengan di down e-mail editor editors email facebook fb"
    " feel first for foto free from galeri gallery google group grup hanya hari here ig in ini instagram"
    " is it itu jadilah juga kabar kali kami kamu kanal ke kembali kita klik konten kumpulan lagi lain"
    " lampiran lanjut large larger leave lengkap lewat lihat line link linkedin links mail mau me media"
    " medium medsos melanjutkan membaca menit messenger minggu more most nasional news no now of on only"
    " or our pada pause pertama photo photos pinterest play plus pocket post posting posts read reading"
    " redaksi reddit resume saat saluran saya see sekarang semua semuanya show silahkan silakan sini small"
    " sosial sosmed stories story successfully tambahkan tap telegram teman temanmu terms terus tetangga"
    " text that the this threads tidak tiktok tinggalkan to today top tulis tulisan tutup twitter untuk up"
    " update updates url us via video wa want whatsapp with write x yang you your youtube yuk"
)
_KIND = {word: kind for kind, words in _STRONG.items() for word in words.split()}
_VOCABULARY = frozenset(_WEAK.split()) | frozenset(_KIND)
_TOKEN = re.compile(r"[^\W\d_][\w'’-]*")
# A longer line may well say something; the notices that are longer have patterns of their own.
_MOST_WORDS, _LONGEST = 5, 60


def by_words(line: str) -> str | None:
    """The kind of furniture a short line is by its words alone; None when any of them is not furniture's."""
    if len(line) > _LONGEST or (line[-1] in '.”"' and not line.endswith("...")):
        return None
    words = _TOKEN.findall(line.casefold())
    kind = None
    for word in words:
        if word not in _VOCABULARY:
            return None
        kind = kind or _KIND.get(word)
    return kind if len(words) <= _MOST_WORDS else None
