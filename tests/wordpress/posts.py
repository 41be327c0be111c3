"""The posts of Warta Contoh, a newsroom in Kabupaten Contoh, a regency that does not exist: every habit once.

The text is the project's own; people, places and figures are made up. `POSTS` holds them in the order they were
written: by hand where a post has a habit of its own, else composed from a table.
"""

from dataclasses import replace
from datetime import datetime, timedelta, timezone

from tests.wordpress.composed import composed
from tests.wordpress.post import (
    Block,
    Dateline,
    Post,
    also,
    byline,
    figure,
    heading,
    items,
    next_page,
    paragraph,
    paragraphs,
    quote,
)

PONTIANAK = timezone(timedelta(hours=7))

OUTLET_FIRST = Dateline("Warta Contoh, Kota Teladan – ", place="Kota Teladan", outlet="Warta Contoh")
PLACE_FIRST = Dateline("KOTA TELADAN, Warta Contoh - ", place="KOTA TELADAN", outlet="Warta Contoh")
PLACE_ONLY = Dateline("<strong>KOTA TELADAN</strong> – ", place="KOTA TELADAN")


def at(month: int, day: int, hour: int, minute: int = 0, second: int = 0) -> datetime:
    """A moment of 2025 on Kabupaten Contoh's clocks."""
    return datetime(2025, month, day, hour, minute, second, tzinfo=PONTIANAK)


BRIDGE = Post(
    slug="jembatan-gantung-teladan-dibuka",
    title="Jembatan Gantung Teladan Dibuka, Warga Tak Lagi Menyeberang dengan Sampan",
    published=at(1, 6, 8, 15),
    author="Rara Contohwati",
    section="Pemerintahan",
    tags=("Jembatan Teladan", "Dinas PU"),
    dateline=OUTLET_FIRST,
    initials="abc",
    blocks=(
        paragraph("Jembatan gantung sepanjang 120 meter di Desa Contoh Hulu resmi dibuka pada Senin (6/1/2025) pagi."),
        figure(
            "https://gambar.warta-contoh.example/2025/01/jembatan.jpg",
            "Warga melintasi Jembatan Gantung Teladan pada hari pertama. Foto: Warta Contoh/Rekaan",
        ),
        paragraph("Selama bertahun-tahun warga dua dusun menyeberangi Sungai Misal dengan sampan kayu."),
        also("Dermaga Lama Desa Contoh Hulu Akan Dijadikan Taman"),
        paragraph("Pembangunannya menelan biaya Rp2,4 miliar dan selesai dua pekan lebih cepat dari jadwal."),
        paragraph("Anak-anak sekolah kini cukup berjalan sepuluh menit, sebelumnya mereka menunggu hampir satu jam."),
    ),
)

SAYINGS = Post(
    slug="bupati-contoh-jalan-rusak",
    title='Bupati Contoh: "Jalan Rusak Tuntas Tahun Ini", DPRD & Warga Menagih Janji',
    published=at(1, 9, 19, 5, 42),
    author="Budi Teladani",
    section="Pemerintahan",
    tags=("Jalan & Jembatan", "DPRD Contoh"),
    dateline=PLACE_FIRST,
    written_in="classic",
    blocks=(
        paragraph("Bupati Contoh Misalina Andaikan berjanji memperbaiki seluruh jalan rusak sebelum akhir tahun."),
        paragraph('"Kami mulai dari ruas Teladan - Misal, lalu ke pesisir," kata Misalina di kantornya, Kamis (9/1).'),
        paragraph("Dinas PU &amp; Penataan Ruang mencatat 86 kilometer jalan kabupaten rusak berat."),
        paragraph(
            'Warga menagih janji itu. "Tahun lalu dijanjikan juga... tetapi tak ada alat berat," ujar Andi Umpama.'
        ),
        paragraph("Ketua DPRD Contoh menyebutnya 'janji musim hujan' dan meminta jadwal kerja yang terbuka."),
        byline("Editor: Sri Andaiyani"),
    ),
    editors=("Sri Andaiyani",),
)

HARVEST = Post(
    slug="panen-raya-lada-contoh-pesisir",
    title="Panen Raya Lada di Contoh Pesisir Capai 310 Ton",
    published=at(1, 17, 10, 30),
    author="Citra Umpamasari",
    section="Ekonomi & Bisnis",
    tags=("Lada", "Petani"),
    dateline=PLACE_ONLY,
    blocks=(
        paragraph("Petani lada di Kecamatan Contoh Pesisir memanen 310 ton lada kering sepanjang musim ini."),
        heading("Harga Naik Sejak Desember"),
        paragraph("Harga lada putih di tingkat petani naik menjadi Rp92.000 per kilogram dari Rp78.000."),
        paragraph("Koperasi Lada Teladan membeli hasil panen warga dengan beberapa syarat mutu berikut."),
        items(
            "Kadar air paling tinggi 13 persen",
            "Bebas dari debu, tangkai, dan biji hampa",
            "Dikemas dalam karung bersih berukuran 60x40 sentimeter",
        ),
        paragraph("Pengurus koperasi menyebut sebagian hasil panen akan dikirim ke luar pulau pada Februari."),
    ),
)

CHAMPIONS = Post(
    slug="pelajar-contoh-juara-robotik",
    title="Pelajar SMA Contoh Juara Robotik 🎉",
    published=at(2, 2, 16, 45),
    author="Rara Contohwati",
    section="Pendidikan",
    tags=("Robotik", "Pelajar"),
    dateline=OUTLET_FIRST,
    blocks=(
        paragraph("Tiga pelajar SMA Negeri 1 Contoh menjuarai lomba robotik antarkabupaten akhir pekan ini."),
        paragraph("Robot pemilah sampah buatan mereka mengalahkan 24 tim lain. Selamat untuk para juara! 🎉"),
        quote("Kami mengerjakannya sepulang sekolah, di garasi rumah, dengan suku cadang bekas."),
        paragraph("Demikian cerita Dewi Seumpama, ketua tim, yang bercita-cita menjadi perekayasa mesin."),
        paragraph("Sekolah berencana membuka kelas robotik setiap Sabtu mulai bulan depan."),
    ),
)

MIDNIGHT = Post(
    slug="listrik-padam-tengah-malam",
    title="Listrik Padam Tengah Malam di Lima Kecamatan",
    published=at(2, 14, 0, 30),  # in UTC still the day before
    author="Eko Perumpamaan",
    section="Peristiwa",
    tags=("Listrik",),
    initials="ekp",
    written_in="classic",
    blocks=paragraphs(
        "Listrik di lima kecamatan Kabupaten Contoh padam sejak Kamis (13/2/2025) pukul 23.40 WIB.",
        "Petugas menemukan pohon tumbang menimpa jaringan di Kilometer 14 Jalan Lintas Teladan.",
        "Rumah sakit daerah memakai genset, dan tidak ada pasien yang harus dipindahkan malam itu.",
        "Aliran listrik berangsur pulih menjelang pukul 03.00 WIB.",
    ),
)

LONG_READ = Post(
    slug="menyusuri-sungai-misal",
    title="Menyusuri Sungai Misal: Tiga Hari, Tiga Kampung",
    published=at(2, 23, 7),
    author="Citra Umpamasari",
    section="Gaya Hidup",
    tags=("Sungai Misal", "Perjalanan"),
    dateline=OUTLET_FIRST,
    initials="cus",
    blocks=(
        *paragraphs(
            "Perjalanan menyusuri Sungai Misal dimulai dari dermaga kayu di ujung Kota Teladan.",
            "Perahu bermesin kecil melaju pelan, sebab air sedang surut dan batang kayu muncul di mana-mana.",
            "Di Kampung Hulu Satu kami disambut anak-anak yang berlomba melompat dari titian.",
        ),
        next_page(),
        heading("Hari Kedua: Kampung Para Penganyam"),
        *paragraphs(
            "Hari kedua membawa kami ke kampung yang terkenal dengan anyaman bambu bermotif pakis.",
            "Seorang nenek bernama Siti Umpama menganyam tikar sambil menceritakan banjir besar masa kecilnya.",
        ),
        next_page(),
        heading("Hari Ketiga: Muara"),
        *paragraphs(
            "Di muara, air sungai yang cokelat bertemu laut, dan burung bangau berdiri berjajar di gosong pasir.",
            "Kami pulang dengan perahu sayur, duduk di antara keranjang terung dan kacang panjang.",
        ),
    ),
)

PINNED = Post(
    slug="nomor-darurat-kabupaten-contoh",
    title="Simpan Nomor Darurat Kabupaten Contoh Ini",
    published=at(1, 20, 12),
    author="Redaksi Warta Contoh",
    section="Peristiwa",
    tags=("Layanan Publik",),
    sticky=True,
    blocks=(
        paragraph("Pemerintah Kabupaten Contoh menyatukan nomor panggilan darurat bagi seluruh warganya."),
        paragraph("Nomor rekaan berikut hanya berlaku di kabupaten yang juga rekaan ini."),
        items("Pemadam kebakaran: 000-111", "Ambulans: 000-222", "Pencarian dan pertolongan: 000-333"),
        paragraph("Petugas berjaga 24 jam dan menjawab panggilan dalam bahasa Indonesia maupun bahasa daerah."),
    ),
)

DEBATED = Post(
    slug="tarif-parkir-pasar-teladan",
    title="Tarif Parkir Pasar Teladan Naik, Pedagang Mengeluh",
    published=at(3, 3, 13, 20),
    author="Budi Teladani",
    section="Ekonomi & Bisnis",
    tags=("Parkir", "Pasar Teladan"),
    dateline=PLACE_FIRST,
    written_in="classic",
    blocks=(
        paragraph("Tarif parkir sepeda motor di Pasar Teladan naik dari Rp2.000 menjadi Rp3.000 mulai pekan ini."),
        figure(
            "https://gambar.warta-contoh.example/2025/03/parkir.jpg",
            "Juru parkir menata sepeda motor di Pasar Teladan. (Foto: Rekaan)",
        ),
        paragraph("Pedagang mengeluhkan pembeli yang kini memilih berhenti di tepi jalan."),
        paragraph("Dinas Perhubungan beralasan tarif lama sudah tidak berubah sejak sembilan tahun silam."),
        paragraph("Evaluasi dijadwalkan setelah tiga bulan, dan hasilnya akan diumumkan kepada pedagang."),
    ),
    comments=(
        "Saya berdagang di pasar ini sudah lima belas tahun, dan setiap kali ada kenaikan tarif selalu alasannya sama. "
        "Dulu dijanjikan atap, tempat sampah, dan lampu, tetapi sampai hari ini yang ada hanya karcisnya. Pembeli saya "
        "berkurang separuh sejak pekan lalu karena mereka enggan membayar parkir hanya untuk seikat kangkung. Mohon "
        "redaksi menanyakan kepada dinas ke mana uang parkir selama ini disetorkan, dan siapa yang memeriksanya.",
        "Setuju dengan komentar di atas. Di pasar kabupaten sebelah parkirnya gratis dan justru lebih ramai pembeli. "
        "Kalau tarif tetap naik, paling tidak juru parkirnya ikut menjaga helm, sebab bulan lalu helm saya hilang dua.",
    ),
)

BRIEF = Post(
    slug="air-bersih-dialirkan-lagi",
    title="Air Bersih Dialirkan Lagi ke Perumnas Contoh",
    published=at(3, 12, 6, 59, 59),
    author="Eko Perumpamaan",
    section="Peristiwa",
    dateline=PLACE_ONLY,
    blocks=paragraphs(
        'Aliran air bersih ke Perumnas Contoh pulih setelah <a href="/tag/listrik/">pipa induk</a> selesai diganti.',
        "Sebanyak <em>1.140 sambungan rumah</em> sempat kering selama dua hari.",
    ),
)

PROTECTED = Post(
    slug="laporan-khusus-pelanggan",
    title="Laporan Khusus Pelanggan: Peta Tambang Contoh",
    published=at(4, 4, 9),
    author="Budi Teladani",
    section="Ekonomi & Bisnis",
    tags=("Tambang",),
    password="rahasia",
    blocks=paragraphs(
        "Isi yang dilindungi sandi ini tidak boleh muncul di mana pun tanpa sandi.",
        "Peta tambang rekaan memuat empat belas lokasi yang tidak pernah ada.",
    ),
)

DRAFT = Post(
    slug="naskah-belum-selesai",
    title="Naskah Belum Selesai tentang Pelabuhan",
    published=at(4, 5, 9),
    author="Rara Contohwati",
    section="Pemerintahan",
    status="draft",
    blocks=paragraphs("Naskah mentah ini masih menunggu jawaban kepala pelabuhan sebelum boleh terbit."),
)

SCHEDULED = Post(
    slug="hari-jadi-kabupaten-contoh",
    title="Hari Jadi Kabupaten Contoh Tahun 2099",
    published=at(3, 1, 8).replace(year=2099),
    author="Rara Contohwati",
    section="Pemerintahan",
    status="future",
    blocks=paragraphs("Tulisan terjadwal ini baru boleh terbit ketika Kabupaten Contoh berulang tahun pada 2099."),
)

BY_HAND = (BRIDGE, SAYINGS, HARVEST, CHAMPIONS, MIDNIGHT, LONG_READ, PINNED, DEBATED, BRIEF)
HIDDEN = (PROTECTED, DRAFT, SCHEDULED)
DATELINES = (OUTLET_FIRST, PLACE_FIRST, PLACE_ONLY, None)

# Up to June, so that the newest ten, which the feed holds, are of both kinds.
COMPOSED = tuple(
    replace(post, dateline=DATELINES[number % 4], written_in="classic" if number % 2 else "block")
    for number, post in enumerate(composed(at(2, 4, 9, 12), timedelta(days=6, hours=5, minutes=7)))
)

RECENT = (
    replace(
        LONG_READ,
        slug="kopi-teladan-tiga-babak",
        title="Kopi Teladan dalam Tiga Babak",
        published=at(6, 20, 7, 45),
        written_in="classic",
        blocks=(
            *paragraphs(
                "Babak pertama kopi Teladan dimulai di kebun miring milik keluarga Andaikata di kaki Bukit Misal.",
                "Biji merah dipetik satu per satu, lalu dijemur di atas para-para bambu selama dua pekan.",
            ),
            next_page(),
            *paragraphs(
                "Babak kedua berlangsung di dapur sangrai yang asapnya tercium sampai ke jalan raya.",
                "Di sana Joko Umpamanya menakar waktu dengan lagu lama, bukan dengan jam dinding.",
            ),
        ),
    ),
    replace(
        BRIDGE,
        slug="taman-dermaga-contoh-hulu",
        title="Dermaga Lama Desa Contoh Hulu Kini Jadi Taman",
        published=at(6, 22, 15, 10),
        blocks=(
            paragraph("Dermaga lama di Desa Contoh Hulu kini menjadi taman dengan bangku dari papan bekas sampan."),
            also("Jembatan Gantung Teladan Dibuka, Warga Tak Lagi Menyeberang dengan Sampan"),
            paragraph("Warga menanam 40 pohon ketapang di sepanjang tepian yang dulu menjadi tempat bongkar muat."),
            figure(
                "https://gambar.warta-contoh.example/2025/06/taman.jpg",
                "Taman dermaga pada sore hari. Foto: Warta Contoh/Rekaan",
            ),
            paragraph("Kepala desa berharap taman itu ramai oleh pembeli jajanan pada akhir pekan."),
        ),
    ),
    replace(
        CHAMPIONS,
        slug="tim-robotik-contoh-ke-provinsi",
        title="Tim Robotik Contoh Melaju ke Tingkat Provinsi 🤖",
        published=at(6, 24, 18, 25),
        blocks=(
            paragraph("Tim robotik SMA Negeri 1 Contoh mewakili kabupaten di tingkat provinsi bulan depan."),
            paragraph("Dinas Pendidikan membiayai perjalanan dan suku cadang baru. Semangat! 💪🏽🤖"),
            quote("Kali ini motornya baru semua, jadi tidak ada alasan untuk kalah."),
            paragraph("Kata-kata itu disambut tawa teman-temannya di ruang kelas yang penuh kabel."),
        ),
    ),
)

POSTS: tuple[Post, ...] = (*BY_HAND, *COMPOSED, *RECENT, *HIDDEN)


def many_posts(count: int) -> list[Post]:
    """That many short posts, two hours and a minute apart from New Year 2023 on: a newsroom's back-file."""
    start = datetime(2023, 1, 1, 0, 5, tzinfo=PONTIANAK)
    return [_short(number, start + number * timedelta(hours=2, minutes=1)) for number in range(1, count + 1)]


def _short(number: int, published: datetime) -> Post:
    blocks: tuple[Block, ...] = paragraphs(
        f"Kabar ke-{number} dari Kabupaten Contoh ditulis untuk arsip yang panjang.",
        f"Sebanyak {number + 10} warga Dusun Misal {number % 37 + 1} hadir dalam pertemuan nomor {number}.",
        f"Pertemuan berikutnya digelar di Balai Desa Contoh {number % 53 + 1} dengan {number * 3} undangan.",
    )
    return Post(
        slug=f"kabar-arsip-{number}",
        title=f"Kabar Arsip Nomor {number} dari Contoh",
        published=published,
        author=("Rara Contohwati", "Budi Teladani", "Citra Umpamasari")[number % 3],
        section=("Pemerintahan", "Peristiwa")[number % 2],
        tags=(f"Dusun Misal {number % 37 + 1}",),
        blocks=blocks,
    )
