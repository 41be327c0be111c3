"""Notices: lines in which the page speaks of itself, told by how they begin or by the phrase they hold.

Each of the patterns is tried only on a line that holds one of its words, which most lines do not.
"""

from __future__ import annotations

import re

_FIRST_WORD = re.compile(r"[\W_]{0,6}([^\W\d_]+)")

# "Baca juga: ...", "Simak: ...", "Read more: ...": a pointer to another page, and its headline.
_POINTER = re.compile(
    r"(?i)[\W_]{0,6}(?:"
    r"(?:baca|simak|lihat|tonton|cek|klik|saksikan|dengarkan)(?:\s+(?:juga|pula|selengkapnya|lagi|di\s?sini|berita(?:nya)?|artikel|video|lainnya|terkait|ini)){0,3}\s*[:：|]"
    r"|(?:baca|simak|lihat|tonton|saksikan)\s+(?:juga|pula)\b"
    r"|(?:read|see|watch|listen)\s+(?:more|also|next|here|full story)\s*[:：|]"
    r"|(?:related|recommended|more|up next|must read|don['’]t miss|also read|further reading|you may also like)(?:\s+(?:stories|story|articles?|news|coverage|posts?|reading|from [\w ]{1,30}|on this|like this))?\s*[:：|]"
    r"|(?:(?:berita|artikel|tulisan|video|foto)\s+)?(?:terkait|lainnya|sebelumnya|selanjutnya|rekomendasi|pilihan|pilihan editor)\s*[:：|]"
    r")"
)
_POINTER_WORDS = frozenset(
    "baca simak lihat tonton cek klik saksikan dengarkan read see watch listen related recommended more up must don also"
    " further you berita artikel tulisan video foto terkait lainnya sebelumnya selanjutnya rekomendasi pilihan".split()
)
_GLUED_POINTER = re.compile(r"Baca(?: Juga)?(?=[A-Z\"“'][a-zA-Z])|Baca (?=[A-Z][a-z]+ [A-Z]).{20,150}[^.:;!\"”)]$")

_COPYRIGHT = re.compile(r"(?i)[\W_]{0,6}(?:copyright\b|hak cipta\b|©|\(c\)\s*(?:19|20)\d\d|all rights? reserved)")

_PLATFORM = (
    r"(?:google news|whatsapp|telegram|channel|kanal|saluran|instagram|facebook|twitter|youtube|tiktok|newsletter|e-?mail"
    r"|medsos|sosmed|media sosial|social media|inbox|grup)"
)
_PHRASE = re.compile(
    r"(?i)(?:"
    r"^\W{0,3}(?:artikel|berita|tulisan|konten|naskah) ini\b.{0,40}\b(?:tayang|terbit|diterbitkan|dimuat|dipublikasikan|dirilis|disadur|ditulis oleh)\b"
    r"|^\W{0,3}this (?:article|story|post|content|piece)\b.{0,40}\b(?:appeared|published|posted|syndicated)\b"
    r"|^\W{0,3}originally (?:published|appeared|posted)\b"
    rf"|^\W{{0,3}}(?:yuk,? |ayo,? |silakan |silahkan |jangan lupa )?(?:cek|baca|simak|dapatkan|update|ikuti|nikmati|temukan|follow|join|gabung|subscribe|kunjungi|bergabung|sign up|langganan|berlangganan|pantau|get)\b.{{0,90}}\b{_PLATFORM}\b"
    r"|^\W{0,3}(?:ikuti|simak|baca|dapatkan|update)\b.{0,40}\bberita (?:lain(?:nya)?|terbaru|terkini|terupdate|pilihan|menarik)\b"
    r"|hak cipta dilindungi|all rights? reserved|tanpa (?:seizin|izin) (?:tertulis|redaksi|dari)"
    r"|^\W{0,3}dilarang (?:keras )?(?:mengambil|mengutip|menyalin|memperbanyak|meng-?copy|mengkopi|menyebarluaskan)"
    r"|email anda tidak akan|your email address will not|required fields are marked|ruas yang wajib ditandai"
    r"|^\W{0,3}(?:isi )?komentar\b.{0,40}\btanggung ?jawab|belum ada komentar|no comments yet|^\W{0,3}(?:silahkan|silakan)?\s*(?:tulis|berikan?|kirim)(?:kan)? komentar"
    r"|^\W{0,3}(?:jadilah|be) (?:yang |orang )?(?:pertama|the first)\b.{0,40}\b(?:berkomentar|komentar|comment|mengulas)"
    r"|(?:you must be|anda harus|silahkan|silakan) (?:log(?:ged)? in|login|masuk)\b|save my name, email"
    r"|this site uses akismet|(?:we|this site) uses? cookies|situs ini menggunakan (?:cookie|akismet)|^\W{0,3}powered by\b|support iframe|enable javascript"
    r"|berkontribusi (?:dalam|untuk|pada) (?:penulisan )?(?:laporan|artikel|berita|tulisan)(?: ini)?\b|contributed to this (?:report|story|article)\.?$"
    r"|baca edisi cetak|^\W{0,3}(?:sign up|subscribe) (?:for|to)\b.{0,80}\bnewsletters?\b|^\W{0,3}click here to\b.{0,40}$"
    r"|^\W{0,3}jangan sampai ketinggalan|agar tidak ketinggalan|^\W{0,3}get the latest\b|^\W{0,3}download (?:the|our|aplikasi)\b.{0,40}\bapp"
    r"|berita tanpa iklan|anda bisa menjadi kolumnis|eksplorasi konten lain|^\W{0,3}(?:you (?:may|might) (?:also )?like|what do you think|like this)\W*$"
    r"|^\W{0,3}simak\b.{0,120}\bhalaman (?:berikutnya|selanjutnya)\W*$"
    r"|langganan newsletter|menarik lainnya (?:dari|di)\b"
    r")"
)
_PHRASE_WORDS = frozenset(
    "ini this story originally news whatsapp telegram channel kanal saluran instagram facebook twitter youtube tiktok newsletter newsletters email"
    " e-mail medsos sosmed sosial media inbox grup berita cipta right rights tanpa dilarang required ruas komentar comments pertama first"
    " login masuk logged log akismet cookies cookie powered iframe javascript berkontribusi contributed edisi click ketinggalan"
    " latest download kolumnis konten like think menarik name halaman".split()
)
_LONGEST_NOTICE = 330

_JUNK = re.compile(r"(?i)[\W_]{1,12}|https?://\S+|!\[\]?\(?.*|\[(?:gambas|embed|video|gallery|caption|ad)\b[^\]]*\]?|-{3}\|?.*|(?:banner|iklan|ads?|space)\b[\s\dx:×-]*")
_VIDEO = re.compile(r"(?i)\[gambas:[^\]]*\]|(?:simak|saksikan|tonton)(?: juga)? video\b.{0,160}[\"”'’!]$|(?:yuk,? )?(?:simak|saksikan|tonton) (?:juga )?video(?: (?:berikut|ini|di bawah|selengkapnya)){1,3}\W*")


def by_phrase(line: str) -> str | None:
    """The kind of notice a line is: a pointer to another story, a copyright, a word on where to follow; else None."""
    first = _FIRST_WORD.match(line)
    word = first[1].casefold() if first else ""
    if word in _POINTER_WORDS and len(line) < 500 and _POINTER.match(line):
        return "pointer"
    if word.startswith("baca") and _GLUED_POINTER.match(line):
        return "pointer"
    if (not word or word in ("copyright", "hak", "c", "all")) and len(line) < 400 and _COPYRIGHT.match(line):
        return "copyright"
    if len(line) > _LONGEST_NOTICE:
        return None
    if not _PHRASE_WORDS.isdisjoint(re.split(r"\W+", line.casefold())) and _PHRASE.search(line):
        return "notice"
    if (not first or line[0] in "![-" or word in ("banner", "iklan", "ad", "ads", "space", "http", "https")) and _JUNK.fullmatch(line):
        return "junk"
    return "video" if word in ("simak", "saksikan", "tonton", "yuk", "gambas") and _VIDEO.fullmatch(line) else None
