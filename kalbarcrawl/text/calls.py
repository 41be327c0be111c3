"""Calls: what a page asks of its reader, by the word such a line begins with and what comes behind it.

A page asks to follow, to subscribe, to install, to give, to log in, to comment and to rate. Each row holds the words
a call begins with and a pattern of what follows them. In a how-to the same verbs are the story's, so that a pattern
names the page's own things, not the verb alone.
"""

from __future__ import annotations

_PLATFORM = (
    r"\b(?:google news|whatsapp|telegram|channel|kanal|saluran|instagram|facebook|twitter|youtube|tiktok|newsletters?"
    r"|e-?mail|linkedin|medsos|sosmed|media sosial|social media|inbox|grup)\b"
)
_APP = r"\b(?:aplikasi|apps?|play store|app store|google play)\b"
PAGE = r"(?:artikel|berita|tulisan|konten|naskah)"
"""The pattern of what a page calls its own text."""
_NEW = r"(?:terkini|terbaru|terupdate|menarik|lainnya|up to date)"
_HERE = r"\b(?:di ?sini|sekarang|gratis|percuma|now|today|here)\W*$"
_NO_SENTENCE = r'[^.!?"”]$'

CALLS = (
    ("was", r" this (?:article|page|story) (?:useful|helpful)\b"),
    ("report", r" it to us\W*$"),
    ("let", r" us know\b.{0,40}\bcomments?\b.{0,20}$"),
    # "Ikuti kami di Google News", "Dapatkan berita pilihan lewat WhatsApp"
    (
        "cek baca simak dapatkan update ikuti nikmati temukan follow join sertai langgan gabung subscribe kunjungi"
        " langganan berlangganan pantau get",
        rf"\b.{{0,90}}{_PLATFORM}",
    ),
    (
        "bergabung",
        rf"\b.{{0,90}}{_PLATFORM}(?:.{{0,90}}\b(?:klik|link|tautan|kami|sini|caranya)\b|[^.]*$)",
    ),
    (
        "stay",
        r" (?:updated|informed|connected|up[ -]to[ -]date|ahead|tuned)\b.{0,60}\b(?:app|telegram|channel"
        r"|newsletter|us)\b",
    ),
    ("jom", r" (?:like|ikuti|sertai|langgan|follow|share|kongsi)\b[^,]{0,80}$"),
    ("like", r" fan ?page\b| this\W*$"),
    (
        "jangan",
        r" lupa (?:untuk )?(?:like|follow|subscribe|ikuti|klik|share|bagikan|komen|langgan|langgani|sertai)\b"
        r"| sampai ketinggalan",
    ),
    ("tidak tak", r" (?:mahu|mau|ingin) (?:terlepas|ketinggalan)\b.{0,60}$"),
    ("pilih", r" saluran\b.{0,60}\bberita\b"),
    (
        "add jadikan tambahkan",
        r"\b.{0,60}\b(?:preferred source|sumber (?:pilihan|utama|preferensi))\b.{0,30}\bgoogle\b",
    ),
    ("berita", r" kami\b.{0,30}\bgoogle news\b"),
    ("get", r" the latest\b.{0,40}\b(?:news|updates?|stories|headlines|delivered|inbox|straight|from)\b"),
    (
        "for",
        r" (?:more|(?:all )?the latest|breaking) (?:news|updates|stories|headlines)\b.{0,60}"
        r"\b(?:follow|visit|subscribe|join|download|click|go to)\b",
    ),
    # "Baca berita lainnya di ...", "Saksikan siaran langsung di sini"
    (
        "ikuti simak baca dapatkan update nonton tonton",
        r"\b.{0,40}\bberita (?:lain(?:nya)?|terbaru|terkini|terupdate|pilihan|menarik)\b",
    ),
    ("cek baca simak lihat", rf"\b.{{0,30}}\b{PAGE}\b.{{0,40}}\b(?:di|melalui|lewat)\W*$"),
    (
        "temukan simak dapatkan ikuti nikmati",
        rf" (?:juga )?(?:{PAGE}|informasi|info|kabar)\b.{{0,30}}\b{_NEW}\b.{{0,100}}{_NO_SENTENCE}",
    ),
    ("mau ingin", r" (?:berita|info|informasi|kabar) (?:terbaru|terkini|menarik|lainnya)\b.{0,50}\?"),
    ("mau ingin", r" (?:tahu|tau|dapat|dapatkan) (?:informasi|info|berita|kabar|update)\b.{0,80}\?$"),
    ("saksikan tonton simak", r" (?:live|siaran langsung|streaming)\b.{0,90}(?::|\bsini)\W*$"),
    ("baca simak lihat", r"\b.{0,160}\bselengkapnya (?:di ?sini|klik|dengan)\b.{0,80}$"),
    ("baca", r" selengkapnya (?:(?:di|pada)\b.{2,40}$|setelah iklan\W*$)"),
    ("simak", r"\b.{0,120}\bhalaman (?:berikutnya|selanjutnya)\W*$"),
    ("jangan", rf" lupa baca\b.{{0,40}}{_NO_SENTENCE}"),
    ("see", r" also (?=[a-z ])"),
    ("berita informasi artikel cerita ulasan", r" selengkapnya\b.{0,40}\b(?:di)?baca\b.{0,60}$"),
    (
        "segala semua informasi berita artikel kabar",
        r"\b.{0,80}\bdi ?(?:baca|lihat|simak|akses|tonton|unduh) (?:di ?)?sini\W*$",
    ),
    ("klik", r" (?:di ?sini|link|tautan)\b.{0,40}$"),
    ("click", r" here to\b.{0,80}$"),
    ("klik click", r" (?:untuk|to) (?:berbagi|membagikan|mengirim\w*|mencetak|share|e-?mail|print|send|pin|tweet)\b"),
    ("klik tekan click tap press", r"(?: pada| on)? (?:gambar|foto|image|picture|enter) (?:untuk|to|or)\b.{0,40}$"),
    ("ayo mari yuk jom", rf"\b.{{0,70}}\b(?:di ?sini|di kolom komentar|{PAGE} ini)\W*$"),
    # Subscribing, and the wall in front of the story
    (
        "sign",
        rf" (?:up|in)\b.{{0,30}}\bto comment\W*$| up\b.{{0,90}}{_PLATFORM}"
        r"| up (?:for|to)\b.{0,60}\b(?:newsletters?|like this|updates|alerts|briefing)\b.{0,30}$",
    ),
    (
        "subscribe subcribe",
        r" (?:for|to)\b.{0,80}\bnewsletters?\b|\s?(?:here|now|today|our channel|to continue|to read"
        r"|to unlock)\b.{0,60}$"
        r"|\s?(?:to|:)\s?:? ?(?:post comments|posts|comments)\b",
    ),
    ("make get", r"\b.{0,90}\bnewsletter\b"),
    ("to", r" get (?:it|this|them|our)\b.{0,40}\b(?:inbox|sign up)\b"),
    ("join", r" (?:our (?:mailing list|newsletter|community)\b|[\d.,]+ other (?:subscribers|followers)\b)"),
    ("bergabunglah", r" dengan daftar\b"),
    (
        "bergabung bergabunglah berlangganan daftar daftarkan langganan",
        r"\b.{0,60}\b(?:pelanggan (?:lain|kami)|kotak masuk|buletin)\b",
    ),
    (
        "daftar daftarkan",
        r" (?:di ?sini|sekarang|gratis|e-?mail)\b.{0,80}\b(?:berita|newsletter|e-?mail|terkini|terbaru)\b.{0,30}$",
    ),
    ("berlangganan langganan", r" sekarang\b.{0,80}[^\"”]$"),
    ("langgan", r" (?:serendah|sekarang|akhbar|hari ini|di ?sini)\b.{0,30}$|(?:an)?\s?:"),
    ("langganan", r"\s?:\s?(?:posting|entri|catat)"),
    ("dapatkan", rf" (?:akhbar|majalah|e-?paper|edisi|koran)\b.{{0,40}}{_NO_SENTENCE}"),
    ("get", r" (?:the|our) (?:[a-z]{2,6} )?(?:app|e-?paper|newsletter|briefing)\b| unlimited\b"),
    ("unlimited", r" (?:digital )?access\b.{0,30}\b(?:our|web|app|articles|stories|content|news)\b.{0,30}$"),
    ("unlocking unlock", r" (?:article|full (?:article|story)|unlimited|premium|this)\b.{0,40}$"),
    ("get save", r" \d+\s?% (?:off|discount|on)\b"),
    ("save", r" (?:by|when you|up to)\b.{0,40}\bsubscri"),
    ("to read", r" (?:read )?(?:the |this )?full (?:story|article)\b.{0,50}$"),
    (
        "this",
        r" (?:post|article|story|content) is (?:only )?(?:for|available to)\b.{0,40}\b(?:subscribers"
        r"|members|readers)\b",
    ),
    (
        "artikel berita konten tulisan",
        r" (?:ini )?(?:khusus|hanya|eksklusif)?\s?(?:untuk|bagi) (?:pelanggan|pembaca|anggota|member)\b.{0,70}$",
    ),
    (
        "silakan silahkan sila",
        r" (?:berlangganan|langganan|login|log ?in|log ?masuk|masuk|daftar)(?:(?:/| atau )\w+)?"
        r" (?:untuk|agar|terlebih|dulu)\b.{0,60}$",
    ),
    ("please", r" (?:subscribe|sign in|log in|login|register|whitelist|disable|consider)\b.{0,80}$"),
    ("baca nikmati dapatkan", r" berita (?:tanpa|dengan sedikit) iklan\b"),
    ("baca", r" edisi cetak\b"),
    ("do", r" you have access to\b.{0,120}\bsubscription\b"),
    ("check", r" out\b.{0,20}\bsubscription plans\b"),
    ("ikuti pantau", r"\b.{0,120}\bagar tidak ketinggalan\b"),
    ("agar", r" tidak ketinggalan\b.{0,60}\b(?:kami|ikuti|berita|update)\b"),
    ("purchase buy", r" (?:access|this article|a subscription|the e-?paper)\b.{0,60}$"),
    ("beli", r" (?:artikel|konten|edisi) ini\b.{0,30}$"),
    ("mulai", r" rp\s?[\d.,]+ per (?:bulan|minggu|tahun)(?:\W+(?:batal\w*|langganan)\b.{0,30})?$"),
    ("rm rp usd us s", r"\$?\s?[\d.,]+\s?/\s?(?:month|bulan|tahun|year)\W*$"),
    ("cancel", r" anytime\b(?!,)"),
    ("win", r" a prize\b.{0,60}\bsubscri"),
    ("sudah already", r" (?:berlangganan|melanggan|a subscriber|subscribed|a member|registered|have an account)\s?\?"),
    ("belum sudah", r" punya akun\s?\?"),
    ("anda you", r" (?:mempunyai|memiliki|punya|have) \d+ (?:artikel|(?:free )?articles?)\b"),
    (
        "anda you",
        r" (?:boleh|bisa|dapat|can|may) (?:berhenti|unsubscribe|cancel|batal\w*)\b.{0,20}\b(?:melanggan"
        r"|berlangganan|langganan|any ?time)\b",
    ),
    ("anda", r" (?:terdeteksi|telah mencapai batas|menggunakan adblock)\b"),
    ("adblock adblocker", r"\b.{0,40}\b(?:terdeteksi|detected|aktif)\b"),
    (
        "terima",
        r" kasih (?:kerana|karena|telah|sudah) (?:melanggan|berlangganan|mendaftar|mengunjungi|membaca"
        r"|mengirim)\b.{0,40}$",
    ),
    ("terima", r" kasih\W+kami sudah menerima laporan\b"),
    ("thank", r" you for (?:your (?:report|patience|feedback|interest|subscri\w+)|subscribing|reading|signing)\b"),
    ("you", r"['’]ve successfully\b"),
    # "Unduh aplikasi ...", "Aktifkan notifikasi ..."
    ("dapatkan unduh download", rf"\b.{{0,60}}{_APP}.{{0,20}}{_NO_SENTENCE}"),
    ("unduh download muat", rf"(?: turun)?(?: our)? {_APP} (?-i:[A-Z]).{{0,60}}$|\b.{{0,40}}{_APP}.{{0,40}}{_HERE}"),
    ("unduh download", r" (?:sekarang|now)\W.{0,20}$| (?:berkas|file)\s?:\s?\S+$"),
    ("anda", r" harus (?:meng)?instal\w* aplikasi\b"),
    ("enable", r" javascript\b"),
    ("p", r"[./]s\W+.{3,60}\b(?:app store|google play|play store)\b"),
    ("perbarui", r" informasi\b"),
    ("update", r" (?:informasi|berita|info) (?:kamu|anda)\b.{0,60}$"),
    (
        "aktifkan hidupkan nyalakan izinkan allow enable turn",
        r" (?:on )?(?:push )?(?:notifi\w+|pemberitahuan)\b(?:\W*$|.{0,40}\b(?:berita|kami|news|updates)\b)",
    ),
    ("kami", r" (?:ingin|mau) (?:menampilkan|mengirim\w*) (?:notifikasi|pemberitahuan)\b"),
    ("we", r"(?:['’]d| would) like to (?:show|send) you (?:push )?notifications\b"),
    ("benarkan", r" pemberitahuan\b.{0,30}$"),
    ("kami we", r" (?:tidak (?:akan )?mengirim spam|(?:don['’]t|do not|won['’]t) (?:send )?spam)\b"),
    ("allow izinkan nanti no", r"(?: thanks| saja)? ?(?:allow|izinkan|twitter content\?)\W*$"),
    # Giving, telling, advertising
    ("donasi", r"\b.{0,40}\b(?:voucer|voucher|gratis|sekarang)\b.{0,20}$"),
    ("donasi sumbang donate", rf"\b.{{0,40}}{_HERE}"),
    ("sokong dukung bantu sumbang", r" .{0,40}\b(?:kewartawanan|jurnalisme|kerja jurnalis\w*)\b.{0,60}$"),
    ("dukungan dukung", r" (?:anda|kamu)\b.{0,140}\b(?:artikel|berita|konten|jurnalis\w*|redaksi)\b"),
    (
        "support",
        r" (?:our|independent|local|quality) (?:journalism|work|reporting|newsroom)\b| (?-i:the [A-Z][\w']+) from\b",
    ),
    ("sebagai", r" ungkapan terima ?kasih atas (?:perhatian|dukungan) anda\b"),
    ("punya", r"\b.{0,90}\?.{0,12}\bkirim\w*\b.{0,60}\b(?:redaksi|e-?mail|whatsapp|wa|kami)\b"),
    ("punya memiliki", r" (?:informasi|info|berita|keluhan|cerita|aduan)\b.{0,60}\?"),
    (
        "have got ada",
        r" (?:a )?(?:news )?(?:tips?|story|berita|maklumat|aduan)\b.{0,40}\?.{0,12}"
        r"\b(?:send|e-?mail|contact|write|whatsapp|hubungi|kirim|hantar)\b",
    ),
    (
        "found find spotted ada menemukan jumpa",
        r" (?:a |an )?(?:mistake|typo|error|kesalahan|kesilapan)\b"
        r"(?: (?:in|on|di|dalam|pada) (?:this |our )?(?:article|story|page|artikel|berita)\b.{0,20})?\?.{0,60}$",
    ),
    ("laporkan sampaikan", r"\b.{0,40}\b(?:redaksi|lapor!|sp4n\w*|(?:peng)?aduan anda|laporan anda)\b.{0,60}[^\"”]$"),
    ("kirim kirimkan", r" (?:berita|tulisan|artikel|naskah|opini)(?: anda)?\b.{0,20}(?::|\bke redaksi\b|\bdi ?sini\b)"),
    ("pasang beriklan", r" iklan\W*(?:$|\?|hubungi\b|anda\b|di ?sini\b|\d)|\? ?hubungi\b"),
    ("segera", r" lengkapi data dirimu\b"),
    # Logging in
    (
        "anda",
        r" (?:mesti|harus|perlu|hendaklah) (?:log ?masuk|masuk|login|log ?in|daftar)\b.{0,20}"
        r"\b(?:\w*komentar|komen|ulasan|membaca)\b",
    ),
    ("anda", r" telah memasukkan\b.{0,40}\b(?:salah|tidak sah)\b"),
    ("you", r" have entered an?\b.{0,20}\baddress\W*$"),
    ("masuk log", r" (?:log|masuk|in)? ?(?:atau|or|dan) (?:daftar|register|sign up)\b.{0,50}$"),
    ("masuk", r" dengan (?:akun )?(?:google|facebook)\b.{0,30}$"),
    (
        "log",
        r" ?(?:masuk|in) (?:untuk|to) (?:terus|\w*baca|leave|post|your account|comment|continue|read|reply)\b.{0,30}$",
    ),
    ("selamat", r" datang\W+(?:masuk|log)\b.{0,40}$"),
    ("welcome", r"\W+log ?in\w* (?:to )?your account\W*$"),
    ("you", r" must be log(?:ged)? ?in\b"),
    (
        "anda silakan silahkan",
        r" (?:harus )?(?:(?:log(?:ged)? ?in)\b|masuk\b.{0,60}\b(?:komentar|berkomentar|akun)\b)",
    ),
    ("sebuah", r" kata sandi akan dikirim\w*\b"),
    ("a", r" password will be e-?mailed\b"),
    (
        "dengan",
        r" (?:mendaftar|masuk|berlangganan|melanjutkan|menggunakan)\b.{0,40}\b(?:anda|kamu)"
        r"\b.{0,20}\b(?:setuju|menyetujui)\b",
    ),
    ("by", r" (?:signing up|subscribing|registering|continuing|clicking)\b.{0,60}\byou agree\b"),
    ("fill", r" (?:in |out )?the forms?\b.{0,40}\bregister\b"),
    ("your", r" (?:user ?name|password|e-?mail|name)\W*$"),
    ("forgot", r" (?:your |my )?password\b.{0,20}$"),
    ("lupa terlupa", r" (?:kata )?(?:sandi|password|laluan)\W*(?:\?.{0,20})?$"),
    ("password", r" recovery\W*$"),
    ("to", r" (?:play|view|watch|comment|continue|listen)\b.{0,40}\b(?:javascript|log ?in|subscribe|register)\b"),
    # "Tulis komentar", "Jadilah yang pertama mengomentari"
    ("tulis tuliskan beri berikan kirim kirimkan", r" komentar(?:\W*$| (?:anda|kamu|di|pada|sebagai|disini|belum)\b)"),
    ("berkomentarlah", r"\b.{0,40}\b(?:bijak\w*|santun|sopan|tanggung ?jawab)\b"),
    (
        "jadilah be",
        r" (?:yang |orang )?(?:pertama|the first)\b.{0,40}\b(?:berkomentar|komentar|comment|mengulas|like"
        r"|rate|review|reply)\b",
    ),
    ("gunakan", r"\b.{0,40}\b(?:kolom komentar|berkomentar|komentar ini)\b"),
    ("please", r" (?:abide by|read|see|follow|respect)\b.{0,40}\b(?:guidelines|rules|policy|terms)\b| enter your\b"),
    ("feel", r" free to contribute"),
    ("feedback", r"\s?:"),
    ("make", r" sure you enter\b"),
    (
        "beritahu maklumkan beri notify",
        r" (?:saya|me)\b.{0,60}\b(?:komentar|komen|ulasan|comments|posts|pos|tulisan)\b",
    ),
    ("masukkan", r" (?:\d+ (?:kode|angka|huruf)|alamat e-?mail anda untuk berlangganan)\b"),
    ("silakan silahkan", r" masukkan (?:komentar|nama|alamat|email|e-mail)\b.{0,40}$"),
    ("enter", r" your e-?mail address\b.{0,30}$"),
    ("type", r" your e-?mail\b"),
    ("ketik ketikkan", r" email anda\b"),
    ("papar tampilkan lihat muat", r" (?:\d+ )?(?:lagi |semua )?(?:komen|komentar|ulasan)\b.{0,15}$"),
    ("urutkan sort", r"(?: berdasarkan| by)?\s?:?\s?(?:terbaru|terlama|newest|oldest|populer|best)\b.{0,30}$"),
    # "Apa reaksi Anda?", "Was this article helpful?"
    (
        "bagaimana",
        rf" (?:tanggapan|pendapat|komentar) (?:anda|kamu)\b.{{0,40}}\b{PAGE} ini\W*$| penilaian (?:anda|kamu)\b",
    ),
    ("bagaimana apa", r" (?:reaksi|tanggapan|pendapat|komentar|penilaian) (?:anda|kamu|kalian)\b.{0,40}\?$"),
    (
        "apakah adakah",
        rf" (?:{PAGE}|kandungan|halaman|informasi) ini (?:bermanfaat|membantu|berguna|menarik)\b.{{0,30}}$",
    ),
    ("was", r" this (?:article|page|post|story) helpful\b"),
    ("how", r" (?:useful was this|does this make you feel)\b.{0,60}$"),
    # "What do you guys think about this? Let us know in the comments below!"
    (
        "what",
        r" do you (?:guys |all )?think(?: (?:of|about) this(?: story| article| post)?)?\W*(?:let us know\b.{0,40})?$",
    ),
    ("rate", r" this (?:item|article|post|story)\b.{0,40}$"),
    ("nilai", r" (?:item|artikel|berita) ini\b.{0,40}$"),
    ("isi", r" survei\b"),
    ("eksplorasi", r" konten lain\b"),
    ("anda", r" bisa menjadi kolumnis\b"),
    ("jajak", r" pendapat\s?:.{0,80}\?$"),
    ("anda mungkin", r" (?:mungkin|anda)(?: juga)* (?:menyukai|suka|tertarik)\W*$"),
    ("you", r" (?:may|might) (?:also )?like\W*$"),
)
"""The words a call begins with, parted by spaces, and a pattern of what follows the word, in whatever case."""
