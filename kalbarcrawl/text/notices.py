"""Notices: lines in which the page speaks of itself, told by how they begin or by the phrase they hold."""

from __future__ import annotations

import re


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# "Baca juga: ...", "Simak: ...", "Read more: ...": a pointer to another page, and its headline.
_POINTER = re.compile(
    r"(?i)[\W_]{0,6}(?:"
    r"(?:baca|simak|lihat|tonton|cek|klik|saksikan|dengarkan)"
    r"(?:\s+(?:juga|pula|selengkapnya|lagi|di\s?sini|berita(?:nya)?|artikel|video|lainnya|terkait"
    r"|ini)){0,3}\s*[:：|]"
    r"|(?:baca|simak|lihat|tonton|saksikan)\s+(?:juga|pula)\b"
    r"|(?:read|see|watch|listen)\s+(?:more|also|next|here|full story)\s*[:：|]"
    r"|(?:related|recommended|more|previous|next|seterusnya|terdahulu|up next|must read|don['’]t miss"
    r"|also read|further reading|you may also like)"
    r"(?:\s+(?:stories|story|articles?|news|coverage|posts?|reading|from [\w ]{1,30}|on this"
    r"|like this))?\s*[:：|]"
    r"|(?:(?:berita|artikel|tulisan|video|foto)\s+)?"
    r"(?:terkait|berkaitan|lainnya|sebelumnya|selanjutnya|rekomendasi|pilihan|pilihan editor)\s*[:：|]"
    r")"
)
_POINTER_WORDS = _words(
    "baca simak lihat tonton cek klik saksikan dengarkan read see watch listen related recommended more up"
    " must don also previous next seterusnya terdahulu further you berita artikel tulisan video foto terkait"
    " lainnya sebelumnya selanjutnya rekomendasi pilihan"
)
# "BacaPerang ...", "Baca Korban Banjir Mengungsi": the headline follows with no colon.
_GLUED_POINTER = re.compile(r"Baca(?: Juga)?(?=[A-Z\"“'][a-zA-Z])|Baca (?=[A-Z][a-z]+ [A-Z]).{20,150}[^.:;!\"”)]$")
_BREADCRUMB = re.compile(r"(?i)(?:home|beranda)\s*[/>»|]")
_COPYRIGHT = re.compile(r"(?i)[\W_]{0,6}(?:copyright\b|hak ?cipta\b|©|\(c\)\s*(?:19|20)\d\d|all rights? reserved)")

_PLATFORM = (
    r"(?:google news|whatsapp|telegram|channel|kanal|saluran|instagram|facebook|twitter|youtube|tiktok"
    r"|newsletters?"
    r"|e-?mail|medsos|sosmed|media sosial|social media|inbox|grup)"
)
_BY_BEGINNING = re.compile(
    r"(?i)\W{0,3}(?:"
    r"(?:artikel|berita|tulisan|konten|naskah) ini\b.{0,40}"
    r"\b(?:tayang|terbit|diterbitkan|dimuat|dipublikasikan|dirilis|disadur|disiarkan)\b"
    r"|this (?:article|story|post|content|piece)\b.{0,40}\b(?:appeared|published|posted|syndicated)\b"
    r"|originally (?:published|appeared|posted)\b"
    r"|(?:please |yuk,? |ayo,? |mari,? |silakan |silahkan |jangan lupa )?(?:cek|baca|simak|dapatkan|update"
    r"|ikuti|nikmati|temukan|follow|join"
    rf"|sertai|langgan|gabung|subscribe|kunjungi|bergabung|sign up|langganan|berlangganan|pantau"
    rf"|get)\b.{{0,90}}\b{_PLATFORM}\b"
    r"|(?:ikuti|simak|baca|dapatkan|update|nonton|tonton)\b.{0,40}\bberita (?:lain(?:nya)?|terbaru|terkini"
    r"|terupdate|pilihan|menarik)\b"
    r"|dilarang (?:keras )?(?:mengambil|mengutip|menyalin|memperbanyak|meng-?copy|mengkopi|menyebarluaskan)"
    r"|(?:isi )?komentar\b.{0,40}\btanggung ?jawab|(?:silahkan |silakan )?(?:tulis|berikan?"
    r"|kirim)(?:kan)? komentar"
    r"|(?:jadilah|be) (?:yang |orang )?(?:pertama|the first)\b.{0,40}\b(?:berkomentar|komentar|comment"
    r"|mengulas)"
    r"|(?:powered by|diberdayakan oleh|delivered by)\b"
    r"|(?:sign up|subscribe) (?:for|to)\b.{0,80}\bnewsletters?\b|click here to\b.{0,40}$"
    r"|jangan sampai ketinggalan|get the latest\b|download (?:our|aplikasi)\b.{0,40}\bapp"
    r"|iklan\W{1,4}(?:geser|gulir|scroll|swipe)\b.{0,40}$|feel free to contribute"
    r"|(?:RM|Rp|USD|US\$|S?\$)\s?[\d.,]+\s?/\s?(?:month|bulan|tahun|year)\W*$|cancel anytime\b(?!,)"
    r"|win a prize\b.{0,60}\bsubscri"
    r"|please enter your\b|enter your e-?mail address\b.{0,30}$"
    r"|berkomentarlah\b|terima kasih\W+kami sudah menerima laporan\b"
    r"|simak\b.{0,120}\bhalaman (?:berikutnya|selanjutnya)\W*$"
    r"|(?:you (?:may|might) (?:also )?like|what do you think|like this)\W*$"
    r"|(?:anda mungkin|mungkin anda|anda mungkin juga) (?:juga )?(?:menyukai|suka|tertarik)\W*$"
    r"|(?:klik di ?sini|klik link|klik tautan)\b.{0,40}$"
    r"|klik untuk (?:berbagi|membagikan)\b|click to (?:share|email|print)\b"
    r"|(?:add|jadikan|tambahkan)\b.{0,60}\b(?:preferred source|sumber (?:pilihan|utama|preferensi))\b.{0,30}\bgoogle\b"
    r"|(?:view all|lihat semua|see all) (?:posts?|pos|tulisan|artikel) (?:by|oleh)\b|more (?:stories|news)\W*$"
    r"|(?-i:More from [A-Z][\w'’]*(?: [A-Z][\w'’]*){0,3}$)"
    r"|(?:silakan|silahkan) masukkan (?:komentar|nama|alamat|email|e-mail)\b.{0,40}$|lorem ipsum\b"
    r"|baca selengkapnya setelah iklan\W*$|(?:yuk,? |ayo,? )?isi survei\b"
    r"|penulis adalah (?:wartawan|jurnalis|dosen|guru|mahasiswa|pengamat|peneliti|pegiat|aktivis|kolumnis|alumni"
    r"|ketua|anggota|direktur|warga|pelajar|siswa|santri|alumnus|pendiri|pemerhati|praktisi|penulis|redaktur|staf"
    r"|advokat|dokter|penyair|pengurus|sekretaris|kepala)\b.{0,120}$|no part of (?:this|our)\b.{0,60}\breproduced\b"
    r"|(?:muat turun|unduh|download) (?:aplikasi|app)\b.{0,60}$"
    r"|bersambung ke hal(?:aman)?\b.{0,12}$"
    r"|the post .{5,200} appeared first on\b|(?:article|artikel|berita) (?:extracted|dipetik|disadur) (?:from|dari)\b"
    r"|(?:pem)?berita(?:an)? ini (?:merupakan )?(?:hasil )?kerja ?sama\b"
    r"|anda tidak (?:bisa|dapat|boleh) menyalin\b"
    r"|close this search box\b|(?:tidak|tak) (?:mahu|mau|ingin) (?:terlepas|ketinggalan)\b.{0,60}$"
    r"|see also (?=[A-Z ])"
    r"|(?:catatan\s?:\s?)?(?:jika|apabila|bila) (?:anda|kamu)\b.{0,160}"
    r"\b(?:artikel|berita|tulisan|konten) ini\b.{0,140}$"
    r"|(?:cek|baca|simak|lihat)\b.{0,30}\b(?:berita|artikel|konten)\b.{0,40}\b(?:di|melalui|lewat)\W*$"
    r"|berita kami\b.{0,30}\bgoogle news\b|published in [\w ]{3,30}$|read \d+ times?\W*$"
    r"|bagaimana (?:tanggapan|pendapat|komentar) (?:anda|kamu)\b.{0,40}\b(?:artikel|berita|tulisan) ini\W*$"
    r"|(?:perbarui informasi|like fan ?page)\b"
    r"|baca selengkapnya (?:di|pada)\b.{2,40}$|this article is \d+ (?:years?|months?|days?) old\W*$"
    r"|catatan redaksi\s?:|sebagaimana diatur\b.{0,140}\btentang pers\W*$"
    r"|(?:apabila|jika|bila|bagi) (?:ada )?pihak\b.{0,60}\b(?:dirugikan|keberatan)\b"
    r".{0,160}\b(?:redaksi|hak jawab|hak koreksi|(?:artikel|berita) (?:ini|tersebut)|sanggahan)\b"
    r"|(?:isi|konten|tulisan|artikel)\b.{0,60}\btanggung ?jawab (?:penuh )?(?:dari )?(?:si )?penulis"
    r"|komentar (?:telah |sudah )?ditutup\W*$|comments are closed\W*$"
    r"|disclaimer\s?:|penafian\s?:|posted in\s[\w ,&]{0,40}$"
    r"|hi,? what are you looking for\W*$|(?:info )?atur ukuran teks\b.{0,80}$"
    r"|berlangganan sekarang agar\b|ketik(?:kan)? email anda\b|type your email\b"
    r")"
)
_BEGINNINGS = _words(
    "pemberitaan perbarui the article published read diberdayakan delivered enter tidak tak cancel win rm rp usd us s"
    " artikel berita tulisan konten naskah this originally yuk ayo silakan silahkan"
    " jangan cek baca simak dapatkan update ikuti nikmati temukan follow join gabung subscribe kunjungi"
    " bergabung sign langganan berlangganan pantau get dilarang isi iklan please berkomentarlah terima mari"
    " sertai langgan anda mungkin klik add tambahkan jadikan view lihat see more comments disclaimer penafian"
    " nonton tonton"
    " lorem no penulis muat unduh bersambung close bagaimana catatan sebagaimana apabila jika bila bagi"
    " posted ketik ketikkan type komentar tulis tuliskan berikan kirim kirimkan feel jadilah be powered click"
    " download you what like hi info atur"
)
_BY_PHRASE = re.compile(
    r"hak cipta dilindungi|all rights? reserved|tanpa (?:seizin|izin) (?:tertulis|redaksi|dari)"
    r"|email anda tidak akan|your email address will not|required fields are marked|ruas yang wajib ditandai"
    r"|belum ada komentar|no comments yet|(?:you must be|anda harus|silahkan|silakan) (?:log(?:ged)? in|login"
    r"|masuk)\b"
    r"|save my name, email|simpan nama, email|this site uses akismet|(?:we|this (?:web)?site) uses? cookies"
    r"|situs ini menggunakan (?:cookie|akismet)"
    r"|support iframe|enable javascript|berkontribusi (?:dalam|untuk|pada) (?:penulisan )?(?:laporan|artikel"
    r"|berita|tulisan)\b"
    r"|contributed to this (?:report|story|article)\.?$|baca edisi cetak|agar tidak ketinggalan"
    r"|berita (?:tanpa|dengan sedikit) iklan"
    r"|subscription plans|anda bisa menjadi kolumnis|eksplorasi konten lain|langganan newsletter"
)
_PHRASES = _words(
    "dilindungi dilarang reserved redaksi seizin email e-mail required ruas komentar berkomentar comments logged login"
    " akismet cookies cookie iframe javascript berkontribusi contributed cetak ketinggalan iklan kolumnis eksplorasi"
    " newsletter subscription"
)
_PHRASES |= {word + mark for word in _PHRASES for mark in ".,!:"}
_PHRASES |= {form(word) for word in _PHRASES for form in (str.upper, str.capitalize)}
# "2 responses to “Jembatan Baru”", "One thought on “Jembatan Baru”"
_RESPONSES = re.compile(
    r"(?i)(?:\d+|one|two|satu|dua) (?:responses?|thoughts?|comments?|repl(?:y|ies)|komentar|tanggapan|pemikiran)"
    r" (?:to|on|pada|untuk|tentang|di) [“\"«‘'].*"
)
_LONGEST_NOTICE, _LONGEST_WITH_PHRASE, _LONGEST_TRAIL = 330, 220, 250

_JUNK = re.compile(
    r"(?i)[\W_]+|\[\[\w+:[^\]]*\]\]|\[\w+ [^\]]*=[^\]]*\]|example \d+x\d+|https?://\S+|!\[\]?\(?.*|\[(?:gambas|embed|video|gallery|caption|ad)\b[^\]]*\]?"
    r"|-{3}\|?.*|\[\w+[^\]]*\].*\[/\w+\]"
    r"|whatsapp (?:image|video) \d.*|(?:oplus|img|dsc|dscn|screenshot)[_-][\w.-]*\d[\w.-]*|a[-+]?(?:\s+a[-+]?){1,3}"
    r"|(?:span|div|figure|img|p) (?:class|style|id|src)=.*"
    r"|lihat (?:semua )?foto|(?:banner|iklan|ads?|space)[\s\dx:×_-]*"
)
# "Mobile_AP_Rectangle 1": a place for an advertisement
_SLOT = re.compile(r"[A-Za-z]+(?:_[A-Za-z0-9]+)+(?: \d{1,2})?")
# "[…] gelombang tinggi menyapu lapak, kata penjaga pantai […]": another site's words about this story
_ECHO = re.compile(r"\[(?:…|\.\.\.)\].*\[(?:…|\.\.\.)\]")
# "account_circle Redaksi": a picture's name, which a font would draw
_ICON = re.compile(r"(?<!\S)[a-z]+(?:_[a-z]+)+(?!\S)")
_LONGEST_WITH_ICON = 60
_JUNK_WORDS = _words(
    "a ngg nid example whatsapp oplus img dsc dscn screenshot lihat banner iklan ad ads space http https gambas embed"
    " video gallery caption span div figure img p"
)
_VIDEO = re.compile(
    r"(?i)(?:simak|saksikan|tonton)(?: juga)? video\b.{0,160}[\"”'’!]$"
    r"|(?:yuk,? )?(?:simak|saksikan|tonton|lihat) (?:juga )?video"
    r"(?: (?:berikut|ini|di bawah|selengkapnya|pilihan)){1,3}\W*"
)
_VIDEO_WORDS = _words("simak saksikan tonton lihat yuk")


_NUMBERS = frozenset({"one", "two", "satu", "dua"})
_COPYRIGHT_WORDS = frozenset({"copyright", "hak", "hakcipta", "c", "all"})
# A line that begins with none of these words is told by a phrase in it, if at all.
_FIRST_WORDS = (
    _POINTER_WORDS | _BEGINNINGS | _JUNK_WORDS | _VIDEO_WORDS | _NUMBERS | _COPYRIGHT_WORDS | {"home", "beranda"}
)
_LONGEST_LINE = 500


def by_phrase(line: str, word: str) -> str | None:
    """The kind of notice a line is: a pointer to another story, a copyright, a word on where to follow; else None.

    `word` is the line's first word in lower case: it says which patterns are worth trying, mostly none.
    """
    if len(line) > _LONGEST_LINE:
        return None
    if word in _FIRST_WORDS or not line[0].isalpha() or word[:4] == "baca":
        if kind := _by_beginning(line, word):
            return kind
    elif not line.isascii() and "©" in line[:9] and _COPYRIGHT.match(line):
        return "copyright"
    if not line.isascii() and "›" in line and len(line) < _LONGEST_TRAIL:
        return "breadcrumb"
    if len(line) <= _LONGEST_WITH_PHRASE and _has_phrase(line):
        return "notice"
    if "_" in line and (_SLOT.fullmatch(line) or (len(line) < _LONGEST_WITH_ICON and _ICON.search(line))):
        return "junk"
    if line[-1] not in "|gp":
        return None
    if line.endswith(" |") and line.count("|") == 1:
        return "related"  # a table of links, flattened
    return "junk" if line.endswith((".jpg", ".jpeg", ".png", ".webp")) else None


def _has_phrase(line: str) -> bool:
    return not _PHRASES.isdisjoint(line.split()) and _BY_PHRASE.search(line.casefold()) is not None


def _by_beginning(line: str, word: str) -> str | None:
    quoted = line[0] in '"“' and line[-1] in ".,"  # what somebody said
    if word in _POINTER_WORDS and _POINTER.match(line) and not quoted:
        return "pointer"
    if word.startswith("baca") and _GLUED_POINTER.match(line):
        return "pointer"
    if (not word or word in _COPYRIGHT_WORDS or "©" in line[:9]) and _COPYRIGHT.match(line):
        return "copyright"
    if word in ("home", "beranda") and _BREADCRUMB.match(line):
        return "breadcrumb"
    if word in _BEGINNINGS and len(line) <= _LONGEST_NOTICE and _BY_BEGINNING.match(line):
        return "notice"
    if (word in _NUMBERS or line[0].isdigit()) and _RESPONSES.fullmatch(line):
        return "notice"
    if line[0] == "[" and _ECHO.fullmatch(line):
        return "comment"
    if (not word or line[0] in "![-" or word in _JUNK_WORDS) and _JUNK.fullmatch(line):
        return "junk"
    return "video" if word in _VIDEO_WORDS and _VIDEO.fullmatch(line) else None
