"""News of the regency."""

from tests.newsroom.article import Article, text, wib

DAERAH = (
    Article(
        slug="jembatan-sungai-rekaan-rampung-lebih-cepat",
        title="Jembatan Sungai Rekaan Rampung Lebih Cepat, Warga Tak Lagi Menunggu Perahu",
        description="Jembatan gantung di atas Sungai Rekaan selesai tiga pekan sebelum jadwal.",
        published=wib("2025-06-05 08:15"),
        modified=wib("2025-06-05 10:40"),
        section="Daerah",
        authors=("Andi Misal",),
        editors=("Joko Rekaan",),
        tags=("Jembatan", "Sungai Rekaan", "Infrastruktur"),
        caption="Jembatan gantung Sungai Rekaan pada hari pertama dibuka. (Foto: Rina Umpama/Warta Contoh)",
        initials="ams",
        read_also=("air-surut-warga-desa-umpama-bersihkan-rumah", "pasar-terapung-kota-teladan-buka-lagi"),
        second_page_from=5,
        paragraphs=text("""
        Jembatan gantung sepanjang 84 meter di atas Sungai Rekaan, Kabupaten Contoh, selesai dibangun tiga pekan
        lebih cepat dari jadwal. Sejak Rabu pagi warga Desa Umpama sudah dapat menyeberang dengan berjalan kaki.

        Selama belasan tahun warga menunggu perahu tambang yang hanya berangkat bila penumpangnya genap enam
        orang. Anak sekolah yang terlambat sedikit saja harus menunggu hampir satu jam di tepian.

        “Sekarang cukup lima menit. Anak-anak tidak perlu lagi membawa baju ganti,” kata Tuti Fiksi, warga yang
        rumahnya paling dekat dengan kepala jembatan.

        ## Papan dari Kayu Desa Sendiri

        Seluruh papan lantai dibuat dari kayu yang ditanam warga dua puluh tahun lalu. Pengelola hutan desa
        menebang 112 batang dan menanam kembali bibit dengan jumlah tiga kali lipat.

        Kepala Dinas Pekerjaan Umum Kabupaten Contoh, Hendra Khayal, menyebut pekerjaan selesai lebih awal
        karena air sungai surut sejak akhir April. Tukang dapat memasang tiang tanpa menunggu pasang turun.

        Jembatan hanya boleh dilalui pejalan kaki, sepeda, dan gerobak dorong. Sepeda motor tetap memakai
        rakit sampai hasil uji beban kedua keluar bulan depan.

        Pemerintah desa menyiapkan enam relawan untuk memeriksa tali baja setiap Senin pagi. Catatan
        pemeriksaan ditempel di papan pengumuman agar dapat dibaca siapa saja.
        """),
    ),
    Article(
        slug="air-surut-warga-desa-umpama-bersihkan-rumah",
        title="Air Surut, Warga Desa Umpama Mulai Bersihkan Rumah",
        description="Genangan di Desa Umpama surut setelah lima hari; 67 rumah mulai dibersihkan.",
        published=wib("2025-06-04 16:05"),
        section="Daerah",
        authors=("Rina Umpama",),
        editors=("Joko Rekaan",),
        tags=("Banjir", "Desa Umpama"),
        place="Desa Umpama",
        caption="Warga menjemur tikar di halaman balai desa. (Foto: Rina Umpama/Warta Contoh)",
        initials="rin",
        read_also=("jembatan-sungai-rekaan-rampung-lebih-cepat",),
        paragraphs=text("""
        Air yang menggenangi 67 rumah di Desa Umpama sejak Jumat pekan lalu akhirnya surut. Warga mulai
        mengeluarkan lumpur, menjemur tikar, dan memeriksa sambungan listrik.

        Ketua RT 03, Samsul Andaian, mengatakan tinggi air di lingkungannya sempat mencapai lutut orang dewasa.
        Tidak ada korban, tetapi dua perahu kecil hanyut dan belum ditemukan.

        Dapur umum di balai desa masih dibuka sampai Sabtu. Menu hari ini sayur pakis dan ikan asin kiriman
        warga Pulau Andaian.

        Puskesmas Kecamatan Misal mengirim tiga perawat untuk memeriksa anak-anak yang gatal kulitnya. Obat
        dibagikan tanpa biaya.

        “Kami minta air minum dimasak sampai mendidih dulu,” ujar perawat Dewi Ibarat. Sumur warga baru akan
        diperiksa setelah dasar sungai kembali jernih.

        Badan penanggulangan bencana setempat memperkirakan hujan ringan masih turun dua hari lagi, namun tidak
        cukup untuk menaikkan muka air.
        """),
    ),
    Article(
        slug="puskesmas-terapung-layani-enam-dusun",
        title="Puskesmas Terapung Layani Enam Dusun di Hulu Kabupaten Contoh",
        description="Kapal kayu yang diubah menjadi puskesmas berlayar dua kali sepekan.",
        published=wib("2025-06-03 09:20"),
        section="Daerah",
        authors=("Andi Misal", "Rina Umpama"),
        editors=("Sari Angan",),
        tags=("Kesehatan", "Puskesmas"),
        caption="Puskesmas terapung bersandar di Dusun Khayal. (Foto: Humas Kabupaten Contoh)",
        initials="ams/rin",
        tracking=True,
        paragraphs=text("""
        Sebuah kapal kayu sepanjang 18 meter kini menjadi puskesmas bagi enam dusun di hulu Sungai Rekaan. Kapal
        itu berlayar setiap Selasa dan Jumat dengan satu dokter, dua bidan, dan seorang juru mudi.

        Sebelumnya warga harus turun ke Kota Teladan selama tujuh jam dengan perahu bermesin. Ongkosnya setara
        upah menyadap karet dua pekan.

        Dokter Bayu Dongeng, yang memimpin pelayaran pertama, memeriksa 143 orang dalam dua hari. Keluhan
        terbanyak adalah tekanan darah tinggi dan gigi berlubang.

        Ruang periksa dipasang di bekas palka ikan. Dindingnya dilapisi papan putih dan diterangi lampu dari
        panel surya di atap.

        “Yang paling ditunggu ternyata timbangan bayi,” kata Bayu sambil tertawa. Para ibu, katanya, saling
        membandingkan angka dan mencatatnya di dinding dapur.

        Pemerintah Kabupaten Contoh menyiapkan biaya bahan bakar sampai akhir tahun. Tahun depan rute akan
        ditambah dua dusun bila kapal kedua selesai diperbaiki.
        """),
    ),
    Article(
        slug="jadwal-perbaikan-pipa-air-kota-teladan",
        title="Pipa Utama Diperbaiki, Ini Jadwal Aliran Air di Kota Teladan",
        description="Aliran air di tiga kelurahan bergiliran selama perbaikan pipa utama.",
        published=wib("2025-06-02 06:50"),
        modified=wib("2025-06-02 18:30"),
        section="Daerah",
        authors=("Sari Angan",),
        editors=("Joko Rekaan",),
        tags=("Air Bersih", "Layanan Publik"),
        caption="Petugas memeriksa katup di Jalan Andaian. (Foto: Sari Angan/Warta Contoh)",
        initials="sar",
        json_ld="graph",
        read_also=("puskesmas-terapung-layani-enam-dusun",),
        paragraphs=text("""
        Perusahaan air minum Kota Teladan memperbaiki pipa utama di Jalan Andaian mulai Selasa. Selama pekerjaan
        berlangsung aliran air ke tiga kelurahan dibagi menurut giliran.

        Pipa yang dipasang hampir empat puluh tahun lalu itu bocor di sebelas titik. Air yang hilang setiap hari
        cukup untuk mengisi dua kolam renang.

        ## Giliran Aliran

        - Kelurahan Misal: pukul 05.00 sampai 10.00 WIB

        - Kelurahan Seandainya: pukul 10.00 sampai 15.00 WIB

        - Kelurahan Konon: pukul 15.00 sampai 21.00 WIB

        Rumah sakit dan sekolah tetap mendapat air sepanjang hari melalui tangki. Warga lanjut usia dapat
        meminta kiriman air lewat ketua RT masing-masing.

        Direktur perusahaan, Nining Seandainya, meminta pelanggan menampung air secukupnya saja. “Kalau semua
        membuka keran bersamaan, tekanan turun dan yang di ujung tidak kebagian,” ucapnya.

        Perbaikan ditargetkan selesai pada 14 Juni. Pelanggan yang terdampak mendapat potongan tagihan sepuluh
        persen.
        """),
    ),
)
