"""Furniture: lines that belong to the page and not to its article, told by their words alone.

A line of furniture is made of furniture's words. "Tinggalkan Balasan", "Leave a Comment" and "0 Komentar" need no
entry each: all their words are in the vocabulary, and at least one of them is strong. A sentence holds others.
"""

from __future__ import annotations

import re

_STRONG = {
    "comment": (
        "komentar komentari komentarmu berkomentar komen comment comments commented terkomentari tanggapan balasan"
        " reply replies discussion"
    ),
    "share": (
        "share shares shared sharing bagikan sebarkan cuit kongsi kongsikan tweet tweets retweet copy salin"
        " tersalin disalin copied dicopy"
    ),
    "related": (
        "selengkapnya terkait terpopuler trending terkini terbaru lainnya related recent recommended"
        " rekomendasi recommendation recommendations recommends pilihan popular populer latest headline"
        " headlines stories berkaitan baca sebelumnya selanjutnya berikutnya lewatkan indeks bacaan simak"
        " rekomen jangan miss topik don't don’t"
    ),
    "ad": (
        "ad spot_img advertisement advertisements advertising advertise iklan adv ads scroll sponsored"
        " promoted gulir geser swipe disponsori bersponsor pariwara advertorial advertisment promo banner"
    ),
    "follow": (
        "ikuti follow followers subscribe langganan berlangganan newsletter newsletters gabung join bergabung connect"
        " terhubung"
    ),
    "ui": (
        "menu login masuk logout register search loading print cetak rate like likes suka dislike font"
        " pengaturan toggle close skip sizes size zoom unduh download browser iframe bookmark simpan save"
        " light_mode dark_mode calendar_month image-gnews perbesar home beranda kirim laporkan dengarkan"
        " listen visibility beri nilai berbagi menyukai memuat tren reaksi reaction lompat"
    ),
    "tags": "tag tags topics kategori categories category labels tagged",
    "views": "dilihat dibaca views view viewed pembaca hits",
    "pagination": "navigasi halaman page next prev previous tampilkan load muat lanjutkan continue",
    "breaking": "breaking",
    "credit": "istimewa",
}
_WEAK = (
    "a aa about ada add after akun all also an and anda apa aplikasi article articles artikel at atas atau"
    " ayo friendly baca bagaimana bagi bagian baru batalkan bawah be below belum berhasil berita blog bluesky bukan by"
    " cancel cari channel choice click close content contribute daftar daftarkan dan dari dengan di down e-mail"
    " e-paper epaper"
    " editor editors email facebook fb feel first footer for foto free from galeri gallery google group grup hanya"
    " hari header here ig in ini instagram is it itu jadilah juga kabar kali kami kamu kanal ke kebawah kembali kita"
    " klik konten kumpulan lagi lain lampiran lanjut large larger leave lengkap lewat lihat line link linkedin"
    " links mail mau me media medium medsos melanjutkan membaca menit menurut messenger minggu more most"
    " kolom catat conversation space baris premium feedback remove paid lebih kata kunci laman powered disqus"
    " mungkin nasional news no now of on only or our pada pages paling pause pdf pertama photo photos pinterest play"
    " plus pocket pos post posting posts read reading redaksi reddit report resume saat saluran saya sedang"
    " see sekarang semua semuanya show sidebar silahkan silakan sini small sosial sosmed stories story"
    " successfully tambahkan tap tautan telegram teman temanmu terms terus tetangga text that the this threads"
    " tidak tiktok tinggalkan to today top tulis tulisan turun tutup twitter untuk up update updates url us"
    " via video wa want what's whatsapp what’s with write x yang you your youtube yuk"
)
_KIND = {word: kind for kind, words in _STRONG.items() for word in words.split()}
_VOCABULARY = frozenset(_WEAK.split()) | frozenset(_KIND)
# "Bagi ke FacebookCuit di Twitter": buttons run together.
_SEAM = re.compile(r"(?<=[a-z])(?=[A-Z])")
_ADVERTISES = re.compile(r"[\W\d_]*(?:advertisement|iklan)\b")
_TOKEN = re.compile(r"[^\W\d_][\w'’-]*(?<!-)")
# Lines whose words are nothing out of the common, but which as a whole line say nothing to an article's reader.
_WHOLE_LINES = frozenset(
    line.strip()
    for line in """
    tiada ulasan, catat ulasan, catat komen, baca lebih lanjut
    published, published on, posted on, on, monthly plan, annual plan, free trial
    for new subscribers only, cancel anytime, tak ada hasil, lihat semua hasil, no result, view all result
    connect with us, live, see more, see all, view all, show more, learn more, lihat semua
    lihat lainnya, semua berita, top, to top, back to top, back to home, kembali ke atas
    kembali ke beranda, klik di sini, klik disini, click here, about us, about the author, about author
    tentang kami, tentang penulis, hubungi kami, contact us, kontak kami, redaksi, tim redaksi
    susunan redaksi, admin, administrator, pedoman media siber, pedoman siber, kode etik
    kode etik jurnalistik, info iklan, pasang iklan, bagaimana menurut anda, bagaimana pendapat anda
    apa reaksi anda, apa pendapat anda, what's your reaction, disclaimer, penafian, privacy policy
    kebijakan privasi, privasi, terms of use, terms of service, syarat dan ketentuan, ketentuan pengguna
    peta situs, sitemap, daftar isi, berita utama, berita foto, sorotan, sedang tren, google news, nama
    name, email, e-mail, situs web, website, web, audio, play, pause, tutup, cari, allow, nanti saja
    not now, ukuran huruf, text size, langsung ke konten, lewati ke konten
    skip to content, aktifkan notifikasi, get notifications, x, disqus, artikulli paraprak
    artikulli tjetër, skip to main, skip to main content, verifying user
    spinner loading, posting lebih baru, posting lama, post navigation, notify of, inline feedbacks, reset
    arkib, terma syarat, terma dan syarat, hubungi kami, halaman seterusnya, artikel yang sama
    iklan layanan masyarakat, artikel berikut, artikel seterusnya, add images, social header
    now reading, reaksi anda terhadap berita ini, uncategorized, browse category, ditulis pada, gallery
    guest, most voted, oldest, newest, posts navigation
    """.replace("\n", ",").split(",")
    if line.strip()
)
# The label of a pointer: what it points to stands below it, or has no words.
_POINTERS = frozenset({"lihat juga", "read more", "see also"})
# What a picture is called where it has no words.
_PICTURES = frozenset({"img", "image", "gambar", "featured-image", "featured image", "photo"})
# What a page says while it fetches more.
_WAITING = frozenset({"loading", "memuat", "please wait", "mohon tunggu"})
_PLATFORMS = frozenset(
    "facebook fb yt twitter x whatsapp wa telegram line instagram ig tiktok youtube linkedin pinterest threads reddit"
    " messenger email e-mail copy link salin tautan bluesky tumblr share bagikan".split()
)
# A longer line may well say something; the notices that are longer have patterns of their own.
_MOST_WORDS, _LONGEST = 5, 80


# "Berita Terkait", "Recent Posts", "Top Picks": other stories follow, and nothing of this one.
_LISTINGS = frozenset(
    line.strip()
    for line in """
    bacajuga, next in nation, others also read, also read, kumpulan berita, video terkait, yang lain
    top picks, editor's picks, editor’s picks, editors picks, most read, must read, mesti baca, wajib baca
    for you, untuk anda, yang lainnya, berita lain, artikel lain, artikel-artikel lain, hot topics
    hot news, top news, top stories, more stories, more news, kabar lain, info lainnya, posting terkait
    pos-pos terbaru, ringkasan berita, lagi berita seperti ini, read more like this
    """.replace("\n", ",").split(",")
    if line.strip()
)
_OF_A_LISTING = frozenset(
    "terkait berkaitan terpopuler populer popular trending terbaru terkini lainnya recent related recommended"
    " rekomendasi latest stories".split()
)


# What a page speaks of below its story, and whom it speaks to.
_OF_A_PAGE = frozenset(
    "komentar komen comment comments reply replies surel email e-mail e-mel emel notifikasi notification notifications"
    " langganan berlangganan subscribe subscribed subscriber subscribers newsletter newsletters buletin cookie"
    " cookies kuki browser peramban pelayar javascript wordpress blogger blogspot disqus google youtube facebook fb"
    " instagram twitter tiktok whatsapp telegram linkedin pinterest pengunjung pelawat visitors dilihat dibaca tontonan"
    " views hits login akun akaun account password sandi username rating vote votes rate iklan ads adblock"
    " advertisement sponsor sponsored widget plugin template tema theme klik click ketuk unduh unduhan download"
    " downloads aplikasi app apps share bagikan kongsi kongsikan captcha spam html url browser postingan post posts"
    " artikel article articles posting".split()
)
_TO_THE_READER = frozenset("anda kamu kalian kami your you our us we we'd akunmu emailmu kontenmu".split())
# One of these stands in most lines with such a word, and in few without: quicker to look for than words.
_HINTS = ("nda ", "nda.", "amu ", "amu.", "ou", "ami ", "ami.", " us", "We ", " we ", " me ")
_SECOND_PERSON = frozenset("anda kamu kalian you your".split())


def names_page(line: str) -> bool:
    """Whether a line holds a word of what stands below a story: comments, accounts, subscriptions, networks."""
    return not _OF_A_PAGE.isdisjoint(_TOKEN.findall(line.casefold()))


def may_address_reader(line: str) -> bool:
    """Whether a line is worth asking whether it addresses the reader."""
    return any(map(line.__contains__, _HINTS))


def addresses_reader(line: str) -> bool:
    """Whether a line speaks to the page's reader of the page: "Your vote counts", "Komentar Anda ..."."""
    words = _TOKEN.findall(line.casefold())
    return not (_OF_A_PAGE.isdisjoint(words) or _TO_THE_READER.isdisjoint(words))


def has_second_person(line: str) -> bool:
    """Whether a line speaks to "you", in somebody's words or in its own."""
    return not _SECOND_PERSON.isdisjoint(_TOKEN.findall(line.casefold()))


def opens_listing(line: str) -> bool:
    """Whether a line of furniture is the header of a list of other stories, so that nothing of this one follows."""
    words = _TOKEN.findall(line[:_LONGEST].casefold())
    return len(line) < 40 and (" ".join(words) in _LISTINGS or not _OF_A_LISTING.isdisjoint(words))


def by_words(line: str) -> str | None:
    """The kind of furniture a short line is by its words alone; None when any of them is not furniture's."""
    if len(line) > _LONGEST:
        return None
    lower = line.casefold()
    if line[-1] in '.”"' and not line.endswith(("..", ". .")) and not _ADVERTISES.match(lower):
        return None
    words = _TOKEN.findall(lower)
    said = " ".join(words)
    if said in _WHOLE_LINES and (line[0].isalpha() or line[0] in "•·›»") and not any(map(str.isdigit, line)):
        return "ui"
    if said in _LISTINGS or said in _POINTERS or said.startswith("kumpulan berita "):
        return "related"
    if said in _PICTURES or said in _WAITING:
        return "junk"
    if said.endswith((" logo", "-logo")) and len(words) < 3:
        return "ui"
    if words and _PLATFORMS.issuperset(words):
        return "share" if len(words) > 1 or not line[0].isalpha() else _KIND.get(words[0], "ui")
    kind, apart = None, words
    if not _VOCABULARY.issuperset(words):
        if not _SEAM.search(line):
            return None
        apart = _TOKEN.findall(_SEAM.sub(" ", line).casefold())
    for word in apart:
        if word not in _VOCABULARY:
            return None
        kind = kind if kind not in (None, "ui") else _KIND.get(word, kind)
    return kind if len(words) <= _MOST_WORDS or len(set(words)) < _MOST_WORDS else None
