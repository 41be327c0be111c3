"""Claims: what a page says of itself, by the word such a line begins with and what comes behind it.

A page says where its text came from and whose it is, what it answers for, what made it, and what its parts are. Rows
are as those of calls.
"""

from __future__ import annotations

from kalbarcrawl.text.calls import PAGE

_OF_BEING_READ = r"\b(?:tayang|terbit|diterbitkan|dimuat|dipublikasikan|dirilis|disadur|disiarkan)\b"
_WRITERS = (
    "wartawan jurnalis dosen guru mahasiswa pengamat peneliti pegiat aktivis kolumnis alumni ketua anggota direktur"
    " warga pelajar siswa santri alumnus pendiri pemerhati praktisi penulis redaktur staf advokat dokter penyair"
    " pengurus sekretaris kepala"
).replace(" ", "|")
_COPYING = r"mengambil|mengutip|menyalin|memperbanyak|meng-?copy|mengkopi|menyebar\w*|menyiarkan|menerbitkan"
_NETWORKS = r"(?:instagram|youtube|facebook|x|twitter|tiktok|threads)"

CLAIMS = (
    # "Artikel ini telah tayang di ...", "The post ... appeared first on ..."
    ("artikel berita tulisan konten naskah", rf" ini\b.{{0,40}}{_OF_BEING_READ}"),
    ("this", r" (?:article|story|post|content|piece)\b.{0,40}\b(?:appeared|published|posted|syndicated)\b"),
    ("this", r" article is (?:\d+|an?) (?:years?|months?|days?) old\W*$"),
    ("created modified", r" at \d{1,2}[/.-]\d{1,2}[/.-]\d{4}\b.{0,20}\bby\b"),
    ("bernama", r" provides up-to-date\b"),
    ("originally", r" (?:published|appeared|posted)\b"),
    ("the", r" post .{5,200} appeared first on\b"),
    ("the", r" (?:above|following) (?:article|story)\b.{0,60}\b(?:compiled|published|translated|appeared|written)\b"),
    ("liputan kolaborasi", r" ini (?:didukung|terselenggara|merupakan (?:bagian|hasil)|adalah bagian)\b"),
    ("article artikel berita", r" (?:extracted|dipetik|disadur) (?:from|dari)\b"),
    ("berita pemberitaan", r" ini (?:merupakan )?(?:hasil )?kerja ?sama\b"),
    ("part bagian", r" (?:of|dari) [\w ]{3,30} (?:network|group|media)\W*$"),
    ("bersambung", r" ke hal(?:aman)?\b.{0,12}$"),
    # When and by whom it was posted, how often it was read
    ("published", r" in [\w ]{3,30}$"),
    ("tag category author monthly", r" archives?\s?:\s?\S.{0,60}$"),
    ("posted", r" in\s[\w ,&]{0,40}$"),
    ("read", r" \d+ times?\W*(?:last\b.{0,50})?$"),
    ("visited", r" \d+ times\W+\d+ visits\b"),
    ("written ditulis", r" (?:by|oleh) super user\b"),
    ("posted", r" by\b.{2,40}\bat\b.{0,12}\d{1,2}[:.]\d\d"),
    ("dicatat diposkan diposting", r" oleh\b.{2,40}\b(?:di|pada|pukul|at)\b.{0,12}\d{1,2}[:.]\d\d"),
    (
        "diposting dipublikasikan diterbitkan disiarkan",
        r" oleh\b.{2,40}\b(?:(?:di|pada|on) (?:\w+, )?(?:\d|on\b)|kategori\b|dilihat\b|dibaca\b)",
    ),
    (
        "terakhir kemaskini tarikh last",
        r" (?:di(?:perbarui|perbaharui|ubah|kemas ?kini|mutakhirkan)|kemas ?kini(?: terakhir)?|terakhir"
        r"|updated|modified)\b"
        r"\s?(?:on|pada)?\s?:?\W*(?:\w+, )?\d{1,2}\D.{0,50}$",
    ),
    ("about", r" [\w ]{3,30} \d+ (?:articles|posts)\W*$"),
    ("penulis", rf" adalah (?:{_WRITERS})\b.{{0,120}}$"),
    # What it answers for, and what nobody may do with it
    (
        "dilarang",
        rf" (?:keras )?(?:{_COPYING})\b.{{0,80}}"
        r"\b(?:isi|konten|kandungan|artikel|berita|tulisan|situs|laman|redaksi|tertulis|media ini)\b",
    ),
    ("no", r" part of (?:this|our)\b.{0,60}\breproduced\b"),
    ("tanpa", r" (?:se)?izin\b.{0,40}\bredaksi\b"),
    (
        "mengutip menyalin memperbanyak mengambil",
        r"\b.{0,60}\b(?:isi|konten|artikel|berita|tulisan)\b.{0,80}\btanpa (?:se)?izin\b",
    ),
    ("anda", r" tidak (?:bisa|dapat|boleh) menyalin\b"),
    ("content konten error", r"(?:: content)? is protected\b"),
    ("konten artikel berita seluruh semua", r"\b.{0,30}\bdilindungi (?:oleh )?(?:undang-undang )?hak cipta\b"),
    ("artikel tulisan", r" .{0,3}ini berlisensi\b"),
    ("isi", r"\b.{0,30}\bdi ?luar tanggung ?jawab\b"),
    ("isi", r" (?:siaran pers|rilis|iklan|advertorial|tulisan|opini)\b.{0,40}\btanggung ?jawab\b"),
    ("isi konten tulisan artikel", r"\b.{0,60}\btanggung ?jawab (?:penuh )?(?:dari )?(?:si )?penulis"),
    (
        "artikel tulisan konten berita",
        r" ini (?:merupakan|adalah|dibuat|ditulis|diterjemahkan|disusun|hanya)\b.{0,100}"
        r"\b(?:opini|tanggung ?jawab|redaksi|kerja ?sama|advertorial|ai|kecerdasan buatan)\b",
    ),
    ("artikel penulisan tulisan", r" ini (?:adalah|merupakan)\b.{0,30}\b(?:pandangan|pendapat)\b.{0,30}\bpenulis\b"),
    (
        "artikel berita tulisan konten naskah",
        r" ini (?:ditulis oleh (?:peserta|tim|kontributor|anggota|pembaca|komunitas)|diterjemahkan)\b.{0,80}$",
    ),
    (
        "this",
        r" (?:article|story|post|content|translation)\b.{0,60}\b(?:written|generated|translated|reviewed"
        r"|produced)\b.{0,30}"
        r"\b(?:by our|by an? (?:ai|automat)\w*|using|automatically|with the help|by ai)\b",
    ),
    ("this", r" (?:summary|audio|transcript|translation)\b.{0,30}\b(?:created|generated|made|produced)\b"),
    (
        "ringkasan rangkuman audio terjemahan",
        r" ini\b.{0,30}\b(?:dijana|dibuat|dihasilkan|disusun)\b.{0,20}\b(?:ai|kecerdasan)\b",
    ),
    ("kompasiana", r" adalah platform\b"),
    ("berita informasi analisis", r" ini (?:tidak bertujuan|bukan (?:merupakan )?(?:ajakan|rekomendasi|saran))\b"),
    (
        "kerajaan kami penerbit",
        r"\b.{0,30}\btidak bertanggung ?jawab\b.{0,60}"
        r"\b(?:laman|maklumat|kandungan|konten|komentar|isi (?:komentar|artikel|berita|iklan))\b",
    ),
    (
        "komen komentar pendapat pandangan opini",
        r"\b.{0,60}\b(?:tidak|bukan) (?:mewakili|mencerminkan|pendapat|pandangan|sikap)\b.{0,40}"
        r"\b(?:redaksi|pendirian|media|kami)\b",
    ),
    (
        "the views opinions",
        r"(?: (?:views|opinions))?(?: and (?:views|opinions))? expressed\b.{0,60}\b(?:author|writer"
        r"|columnist|own|personal|do not|not necessarily|those of)\b",
    ),
    ("the", r" [\w ]{1,40} (?:is|are) not responsible for\b.{0,20}\bcontents? of (?:external|linked|other|third)\b"),
    ("komentar", r"\b.{0,40}\btanggung ?jawab"),
    ("isi konten", r" komentar\b.{0,40}\btanggung ?jawab"),
    ("redaksi admin kami", r"\b.{0,20}\bberhak\b.{0,40}\bkomentar\b"),
    ("disclaimer penafian", r"\s?:"),
    ("catatan", r" redaksi\s?:"),
    ("our", r" standards\s?:"),
    ("privacy", r" notice\s?:"),
    ("sebagaimana", r" diatur\b.{0,140}\btentang pers\W*$"),
    (
        "apabila jika bila bagi",
        r" (?:ada )?pihak\b.{0,60}\b(?:dirugikan|keberatan)\b"
        r".{0,160}\b(?:redaksi|hak jawab|hak koreksi|(?:artikel|berita) (?:ini|tersebut)|sanggahan)\b",
    ),
    ("apabila jika bila", rf" (?:anda|kamu)\b.{{0,160}}\b{PAGE} ini\b.{{0,140}}$"),
    ("catatan", rf"\s?:\s?(?:jika|apabila|bila) (?:anda|kamu)\b.{{0,160}}\b{PAGE} ini\b.{{0,140}}$"),
    ("media situs portal", r" (?:ini|siber ini) (?:telah |sudah )?terverifikasi\b"),
    ("fakta", r" atau hoa(?:ks|x)\?"),
    ("untuk", r" mengetahui (?:kebenaran informasi\b|lebih lanjut\b.{0,60}\b(?:cookie|kebijakan)\b)"),
    ("we this situs kami", r"\b.{0,30}\b(?:use|uses|using|menggunakan)\b.{0,20}\b(?:cookies?|kuki)\b(?!,)"),
    ("alamat", r" (?:surel|e-?mai?l|e-?mel)(?: anda| kamu)? (?:tidak|takkan|tak) (?:akan )?di\w+\b"),
    ("email e surel", r"(?:-mail)?(?: anda| kamu) (?:tidak|takkan|tak) akan di\w+\b"),
    ("your", r" e-?mail(?: address)? (?:will not|won['’]t|is never)\b"),
    ("this", r" email address is being protected\b"),
    ("ruas medan bidang", r" (?:yang )?(?:wajib|diperlukan|bertanda)\b.{0,25}(?:\*|\bditand\w+)"),
    ("simpan", r" nama\b.{0,60}\b(?:peramban|browser|pelayar|penyemak imbas)\b"),
    ("required", r" fields are marked\b"),
    ("simpan", r" nama, e-?mail\b"),
    ("save", r" my name, e-?mail\b"),
    ("this", r" (?:web)?site uses akismet\b"),
    ("situs", r" ini menggunakan akismet\b"),
    ("privasi privacy", r" (?:&|dan|and) cookies?\s?:"),
    ("you", r" may use these html\b"),
    # Comments, ratings and lists
    ("komentar komen ruangan ulasan kolom", r"(?: komen| komentar)? (?:telah |sudah )?ditutup\W*$"),
    (
        "komentar komen",
        r" (?:(?:baru|akan) (?:terbit|muncul|tampil|ditampilkan) (?:setelah|sesudah)|via website"
        r"|anda (?:sedang )?menunggu)\b",
    ),
    ("comments", r" are closed\W*$"),
    ("posting", r" komentar (?:untuk|di|pada)\b"),
    ("user", r" rating\s?:"),
    ("post", r" not marked as liked\b"),
    ("no belum", r" (?:ratings?|votes?|ada (?:penilaian|rating|suara))\b.{0,40}$"),
    ("no", r" comments yet\b"),
    ("belum", r" ada komentar\b(?! (?:dari|resmi|apa))"),
    ("suka", r" \d+ tidak suka\b"),
    ("authors", r" get paid when\b"),
    ("more", r" (?:stories|news)\W*$|(?-i: from [A-Z][\w'’]*(?: [A-Z][\w'’]*){0,3}$)"),
    ("more selebihnya", r" (?:in|di) (?:this |kategori )(?:category|ini)?\W"),
    ("view see lihat", r" (?:all|semua) (?:posts?|pos|tulisan|artikel) (?:by|oleh|milik)\b"),
    ("ditandai tagged", r"(?: [^\s,.!?]+){1,3}(?:,(?: [^\s,.!?]+){1,3})+$"),
    ("previous next", r" (?:article|post|story)s?(?-i:\W*[A-Z])"),
    ("pos artikel berita halaman entri", r" (?:berikutnya|sebelumnya|selanjutnya|seterusnya|terdahulu)\s?:"),
    ("artikel berita", r" (?:seterusnya|terdahulu|sebelumnya|berikutnya|selanjutnya)(?-i:[A-Z])"),
    ("selengkapnya", r" di halaman\b.{0,20}$"),
    ("halaman laman pages", r"\s?:(?:\W*\d+)+\W*$"),
    ("read teruskan", r" (?:the rest of|membaca)\b.{0,40}(?:entry|entri ini|»|›)\W*$"),
    ("teruskan lanjutkan", r" (?:membaca|baca)\W*$"),
    ("story article", r" continues (?:below|after)\b.{0,30}$"),
    ("editor", r"['’]s (?:choice|pick)s?\s?:"),
    ("list", r" \d+ of \d+\W*$"),
    ("muka", r" surat \d+ (?:daripada|dari)\b"),
    # What made the page, and what is left of its parts
    ("powered delivered", r" by (?-i:[A-Z])[^.,]{0,40}$"),
    ("diberdayakan", r" oleh\b.{0,40}[^.!?]$| oleh (?:blogger|wordpress|google)\b"),
    ("dipersembahkan dikuasakan", r" oleh (?:wordpress|blogger|google)\b"),
    (
        "tema theme template gambar images",
        r"\b.{0,40}\b(?:oleh|by)\b.{0,60}\b(?:wordpress|blogger|themegrill|themes?)\b",
    ),
    (
        "sebuah siaran pos kiriman",
        r" (?:(?:kiriman|pos|postingan|foto|video|yang) )?(?:dibagikan|dikongsi) oleh\b.{2,50}\(@",
    ),
    ("a", r" (?:post|video|photo|reel) (?:shared|posted) by\b.{2,50}\(@"),
    (
        "lihat view tonton watch",
        rf"(?: (?:this|the)? ?(?:post|photo|video)?| (?:postingan|kiriman|pos|siaran) ini)? (?:di|on"
        rf"|pada) {_NETWORKS}\W*$",
    ),
    ("your", r" browser d(?:oes|id)(?:n['’]?t| not) support\b"),
    ("peramban browser pelayar", r" (?:anda|ini)\b.{0,20}\btidak (?:mendukung|menyokong|serasi)\b"),
    ("this", r" (?:slideshow|site|page|video|content) requires\b"),
    ("media", r" error\s?:"),
    ("get", r" adobe flash\b"),
    ("paparan", r" terbaik menggunakan\b"),
    ("best", r" viewed (?:in|with|on|using)\b"),
    ("image", r" for illustration\b.{0,20}$"),
    ("banner", r" image\s?:"),
    ("gambar foto", r" (?:sekadar )?(?:hiasan|fail)\b.{0,40}$"),
    ("lihat view", r" (?:image|photo|galeri|gallery|album|larger)\b.{0,30}$"),
    ("volume", r" \d+\s?%"),
    ("zoom", r"-(?:in|out)\b.{0,150}[^.!?]$"),
    ("pautan tautan link url", r"(?: (?:telah|berhasil|berjaya))? (?:disalin|copied)\b.{0,30}$"),
    ("plugin", r" install\b"),
    ("data", r" unduhan belum tersedia\b"),
    ("kirimkan", r" ini lewat e-?mail"),
    ("bookmark", r" (?:bookmark|share)\b.{0,90}$"),
    ("skip", r" (?:past|to|ad|advertisement)\b.{0,40}$"),
    ("after", r" newsletter promotion\W*$"),
    ("article", r" content\W*$"),
    (
        "iklan",
        r"\W{1,4}(?:geser|gulir|scroll|swipe)\b.{0,40}$|\.? (?:tatal|gulir|teruskan|ditutup|lanjut\w*)\b.{0,70}$",
    ),
    (
        "iklan",
        r" (?:atas|tengah|bawah|dalam|samping|header|footer|sidebar)(?: (?:artikel|konten|post\w*|halaman"
        r"|desktop|mobile))?(?: \d)?\W*$",
    ),
    ("iklan ads advertisement", r" (?:oleh|by) google\b.{0,60}$"),
    ("advertisement ad", r"\.? (?:continue|closed)\b.{0,40}$"),
    ("gulir tatal geser scroll", r" ke bawah untuk\b.{0,40}$"),
    ("cari search", r" (?:untuk|for)\s?:\W*$"),
    ("close", r" this search box\b"),
    ("no", r" result view all result\W*$"),
    ("home", r"(?-i:(?: [A-Z][a-z]+){4,}$)"),
    ("saiz ukuran", r" (?:huruf|teks|font)(?-i:\W*(?:$|[A-Z]\b).{0,40}$)"),
    ("info", r" atur ukuran teks\b.{0,80}$"),
    ("atur", r" ukuran teks\b.{0,80}$"),
    ("tukar", r" warna latar\b"),
    ("open", r" toolbar\b"),
    ("hi", r",? what are you looking for\W*$"),
    ("lorem", r" ipsum dolor\b"),
)
"""The words a claim begins with, parted by spaces, and a pattern of what follows the word, in whatever case."""
