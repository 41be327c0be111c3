"""Furniture: lines that belong to the page and not to its article, told from the line alone.

A line of furniture is made of furniture's words. "Tinggalkan Balasan", "Leave a Comment" and "0 Komentar" need no
entry each: every word of theirs is in the vocabulary, and at least one is strong. A sentence always holds others.
"""

from __future__ import annotations

import re

_STRONG = {
    "comment": "komentar komentari comment comments balasan reply replies discussion terkomentari commented commenting",
    "share": "share shares shared bagikan bagi sebarkan tweet tweets retweet pin copy salin tersalin copied shareline",
    "related": "terkait terpopuler trending terkini terbaru lainnya related recent recommended rekomendasi recommendation"
    " recommendations pilihan popular populer latest terlaris headlines read baca sebelumnya selanjutnya berikutnya"
    " lewatkan tetangga indeks simak rekomen jangan",
    "ad": "advertisement advertisements advertising iklan adv ads scroll sponsored promoted gulir disponsori",
    "follow": "ikuti follow followers subscribe langganan berlangganan subscribed newsletter gabung join bergabung",
    "ui": "menu login masuk logout daftar register search cari loading print cetak rate like likes suka dislike font pengaturan"
    " toggle close tutup skip sizes size zoom unduh download lampiran play pause mute gallery galeri browser iframe bookmark simpan"
    " save light_mode dark_mode calendar_month image-gnews perbesar selengkapnya kembali home beranda kirim laporkan lapor dengarkan listen",
    "tags": "tag tags topik topics kategori categories category labels tagged",
    "views": "dilihat dibaca views view viewed kali pembaca hits menit",
    "pagination": "halaman page next prev previous lanjut tampilkan semua load more muat lagi show all",
    "breaking": "breaking",
}
_WEAK = (
    "a an the this that in on to of for by from via with and or your our you us me it is at about here artikel article articles"
    " story stories post posts posting berita news konten content kabar tulisan ini itu di ke dari untuk anda kami pada dan atau"
    " yang lain baru juga facebook twitter x whatsapp wa telegram line linkedin pinterest email e-mail google instagram tiktok"
    " youtube threads reddit pocket messenger bluesky mail link links url successfully berhasil sini saya kamu channel kanal saluran"
    " group grup leave tinggalkan tulis write add tambahkan post want join feel free contribute first be jadilah pertama no tidak ada"
    " belum bukan klik click tap lihat see text medium large larger small aa untuk nasional video foto photo update now sekarang"
    " hari minggu bulan today editor editors choice redaksi top our top stories most more terms resume continue melanjutkan"
    " membaca reading after below atas bawah plus kumpulan the continue dengan silahkan silakan mau ayo yuk only close"
)

_KIND = {word: kind for kind, words in _STRONG.items() for word in words.split()}
_VOCABULARY = frozenset(_WEAK.split()) | frozenset(_KIND)
_TOKEN = re.compile(r"[^\W\d_][\w'’-]*")


def by_words(line: str) -> str | None:
    """The kind of furniture a short line is by its words alone; None when any of them is not furniture's."""
    if len(line) > 70 or line[-1] in ".”\"":
        return None
    kind = None
    words = _TOKEN.findall(line.casefold())
    for word in words:
        if word not in _VOCABULARY:
            return None
        kind = kind or _KIND.get(word)
    return kind if len(words) <= 9 else None


# "Baca juga: ...", "Simak: ...", "Read more: ...": a pointer to another page, then its headline.
_POINTER = re.compile(
    r"(?i)\W{0,4}(?:"
    r"(?:baca|simak|lihat|tonton|dengarkan|cek|klik)\s*(?:juga|pula|selengkapnya|berita(?:nya)?(?: lainnya)?|artikel(?: lainnya)?|di sini|video)?\s*[:：|]"
    r"|(?:baca|simak|lihat|tonton)\s+(?:juga|pula)\b"
    r"|(?:read|see|watch|listen)\s+(?:more|also|next|here)\s*[:：|]"
    r"|(?:related|also read|more on this|up next|don['’]t miss|see also|must read|recommended|more like this|more from|further reading)\b.{0,40}[:：|]"
    r"|(?:berita|artikel)\s+(?:terkait|lainnya|sebelumnya|selanjutnya|rekomendasi|pilihan)\s*[:：|]"
    r"|(?:pilihan editor|berita terkait|terkait|rekomendasi|sebelumnya|selanjutnya|lihat foto|video terkait)\s*[:：|]\s*\S"
    r")"
)
_GLUED_POINTER = re.compile(r"Baca(?: Juga)?(?=[A-Z\"“'][a-zA-Z])")

# Sentences of the page about itself: where to follow, what not to copy, how to comment.
_ABOUT_THE_PAGE = re.compile(
    r"(?i).{0,60}?(?:"
    r"(?:artikel|berita|tulisan|konten) ini (?:telah|sudah|pernah|pertama kali)?\s*(?:di)?(?:tayang|terbit|dimuat|muat|publikasi|rilis)"
    r"|this (?:article|story|post|content) (?:was |has been |is )?(?:originally |first )?(?:appeared|published|posted)"
    r"|originally published (?:on|by|at|in)\b"
    r"|(?:cek|baca|simak|dapatkan|update|ikuti|nikmati|temukan)\b.{0,60}\b(?:google news|whatsapp channel|saluran whatsapp|channel whatsapp|telegram|berita terkini|berita pilihan|breaking news)\b"
    r"|(?:ikuti|follow|join|gabung|subscribe|kunjungi|bergabung|sign up|langganan|berlangganan)\b.{0,80}\b(?:google news|whatsapp|telegram|channel|kanal|saluran|instagram|facebook|twitter|youtube|tiktok|newsletter|email|e-mail|medsos|sosmed|inbox|grup)\b"
    r"|hak cipta dilindungi|all rights? reserved|dilarang (?:keras )?(?:mengambil|mengutip|menyalin|memperbanyak|copy|meng-?copy|mengkopi)"
    r"|(?:email|alamat email) anda tidak akan|your email address will not be published|required fields are marked|ruas yang wajib ditandai"
    r"|isi komentar (?:sepenuhnya )?(?:adalah|menjadi|merupakan)|komentar (?:sepenuhnya )?(?:adalah )?(?:menjadi )?tanggung ?jawab"
    r"|(?:you must|anda harus|silahkan|silakan)\b.{0,20}\b(?:logged in|log in|login|masuk)\b|save my name, email"
    r"|(?:jadilah|be) (?:yang )?(?:pertama|the first)\b.{0,30}\b(?:berkomentar|komentar|comment)|belum ada komentar|no comments yet|tulis(?:kan)? komentar"
    r"|this site uses akismet|we use cookies|situs ini menggunakan (?:cookie|akismet)|powered by\b|didn?['’]?t support iframe|enable javascript"
    r"|berkontribusi dalam (?:penulisan|laporan|artikel|berita)|contributed to this (?:report|story|article)"
    r"|selengkapnya,? baca edisi cetak|(?:sign up|subscribe) (?:for|to) (?:our|the)\b.{0,60}\bnewsletter|click here to\b.{0,40}$"
    r"|jangan sampai ketinggalan|agar tidak ketinggalan|get the latest news|download (?:the|our|aplikasi)\b.{0,40}\bapp"
    r"|baca berita tanpa iklan|anda bisa menjadi kolumnis|tanpa izin tertulis|eksplorasi konten lain"
    r")"
)
_COPYRIGHT = re.compile(r"(?i)\W*(?:copyright\b|hak cipta\b|©|\(c\)\s*(?:19|20)\d\d|all rights? reserved)")
_TAGS = re.compile(r"(?i)(?:tags?|topik|topics?|label|kata kunci|keywords?|categor(?:y|ies)|kategori|filed under|tagged)\s*[:：]|#\s?\w[\w ]{0,40}$|(?:tags|topik)\s+\S|id (?=[a-z])(?=.*,)")
_SOURCE = re.compile(r"(?i)(?:sumber(?: (?:berita|foto|artikel|gambar))?|source|sources|referensi|via)\s*[:：]\s*\S.{0,80}$")
_PROMPT = re.compile(r"(?i)(?:\(?simak berita|anda (?:sedang|mungkin)|you (?:may|might) (?:also )?like|what do you think|share this|like this:|bagikan (?:ini|artikel|berita)|eksplor|explore more)\b")
_JUNK = re.compile(r"[\W_]{1,12}|!\[\]\(?.*|\[(?:gambas|embed|video|gallery|caption|ad)\b.*\]?|-{3}\|?.*", re.IGNORECASE)
_MARKERS = re.compile(r"(?i)\[gambas:[^\]]*\]|simak (?:juga )?video [\"“'‘].*[\"”'’]\W*$|saksikan (?:juga )?video\b.{0,80}$|video[^.]{0,40}:$")
_COUNT = re.compile(r"(?i)\W*(?:\d[\d.,]*\s*(?:k|rb|ribu|jt)?\s*(?:shares?|views?|komentar|comments?|kali|dilihat|pembaca|views|likes?|x dibaca|hits)|(?:dibaca|dilihat|views?|hits|shares?|komentar)\s*:?\s*\(?\d[\d.,]*\)?(?:\s*kali)?|\d{1,3})\W*")
_RELATIVE = re.compile(r"(?i)\W*(?:\d{1,2}|se|satu|a|an|one)\s*(?:detik|menit|jam|hari|minggu|bulan|tahun|seconds?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?)\s+(?:yang )?(?:lalu|ago)\W*|(?:baru saja|just now|kemarin|yesterday)|\d{1,2}\s*(?:menit|min(?:ute)?s?)\s+(?:baca|membaca|read)\W*|(?:waktu baca|reading time|read time)\b.{0,20}")

_MONTH = r"jan(?:uari|uary)?|[fp]eb(?:r?uari|ruary)?|mar(?:et|ch)?|apr(?:il)?|mei|may|jun[ie]?|jul[iy]?|a(?:gu|gs|gt|ug)(?:stus|ust)?|sep(?:t|tember)?|o[kc]t(?:ober)?|no[vp](?:ember)?|de[sc](?:ember)?"
_DATE = re.compile(
    r"(?i)(?:[^\d\n]{0,30}?\b|\W{0,3})(?:\d{1,2}[ /.\-]+(?:" + _MONTH + r"|\d{1,2})[ /.\-,]+(?:19|20)?\d\d|(?:" + _MONTH + r")\.? \d{1,2},? (?:19|20)\d\d|(?:19|20)\d\d[-/]\d\d[-/]\d\d)\b(?P<after>.{0,60})"
)
_CLOCK = re.compile(r"(?i)\b\d{1,2}[:.]\d\d\b|\bwi(?:b|ta|t)\b|views|dilihat|\bjam\b|updated|diperbarui")


def by_pattern(line: str) -> str | None:
    """The kind of furniture a line is by its beginning or its phrases: a pointer, a notice, a count, ..."""
    if len(line) > 600:
        return None
    if _POINTER.match(line) or _GLUED_POINTER.match(line):
        return "pointer"
    if len(line) < 16 and (_JUNK.fullmatch(line) or _COUNT.fullmatch(line)):
        return "junk"
    if _COPYRIGHT.match(line):
        return "copyright"
    if len(line) < 320 and _ABOUT_THE_PAGE.match(line):
        return "notice"
    if len(line) < 90 and (_RELATIVE.fullmatch(line) or _COUNT.fullmatch(line) or _PROMPT.match(line) or _JUNK.fullmatch(line)):
        return "furniture"
    return None


def is_date_line(line: str) -> bool:
    """Whether a line says when, and nothing else: "Kamis, 02 Nov 2023 20:59 WIB", "Kompas.com - 05/05/2022, 19:37 WIB"."""
    if len(line) > 90:
        return False
    found = _DATE.fullmatch(line)
    return bool(found) and (len(found["after"]) < 4 or bool(_CLOCK.search(found["after"])))


def has_clock(line: str) -> bool:
    """Whether a date line tells the hour too, as a page's own date does and a schedule's heading does not."""
    return bool(_CLOCK.search(line))


def is_tag_line(line: str) -> bool:
    """Whether a line lists the article's tags."""
    return len(line) < 400 and bool(_TAGS.match(line))


def is_source_line(line: str) -> bool:
    """Whether a line only names its source: "Sumber: Kompas.com"."""
    return len(line) < 120 and bool(_SOURCE.fullmatch(line))


def is_video_line(line: str) -> bool:
    """Whether a line points at an embedded video."""
    return len(line) < 200 and bool(_MARKERS.match(line)) and not line.endswith(":")
