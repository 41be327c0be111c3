"""News of trade and work."""

from tests.newsroom.article import Article, text, wib

EKONOMI = (
    Article(
        slug="harga-lada-petani-bukit-khayal-naik",
        title="Harga Lada Naik, Petani Bukit Khayal: “Akhirnya Bisa Menabung”",
        description="Harga lada di tingkat petani Bukit Khayal naik untuk ketiga kali tahun ini.",
        published=wib("2025-06-05 11:02"),
        section="Ekonomi",
        authors=("Bagus Angan",),
        editors=("Dewi Ibarat",),
        tags=("Lada", "Pertanian", "Bukit Khayal"),
        place="Bukit Khayal",
        caption="Lada dijemur di halaman rumah warga. (Foto: Bagus Angan/Warta Contoh)",
        initials="bgs",
        json_ld="broken",
        read_also=("petani-jeruk-contoh-kirim-panen-perdana",),
        paragraphs=text("""
        Harga lada kering di tingkat petani Bukit Khayal naik menjadi Rp 92.500 per kilogram, kenaikan ketiga
        sepanjang tahun ini. Pada Januari harganya masih Rp 71.000.

        Pedagang pengumpul datang sejak subuh dengan timbangan sendiri. Petani kini lebih sering menimbang ulang
        di balai kelompok tani sebelum melepas barang.

        “Akhirnya bisa menabung. Dulu hasil panen habis untuk membayar pupuk,” kata Ujang Konon, pemilik 600
        batang lada.

        Kelompok tani Bukit Khayal menyimpan sebagian panen di gudang bersama. Mereka hanya menjual bila harga
        tidak turun selama sepekan penuh.

        Penyuluh pertanian Ratna Dongeng mengingatkan agar petani tidak serentak menanam lada. Penyakit kuning,
        katanya, mudah menyebar di kebun yang terlalu rapat.

        Sebagian petani mulai menyelipkan pohon pinang di antara tiang lada. Pinang dipanen tiap bulan dan
        menutup kebutuhan harian sambil menunggu musim petik berikutnya.
        """),
    ),
    Article(
        slug="koperasi-nelayan-pulau-andaian-punya-pabrik-es",
        title="Koperasi Nelayan Pulau Andaian Kini Punya Pabrik Es Sendiri",
        description="Pabrik es milik koperasi memotong biaya melaut nelayan Pulau Andaian.",
        published=wib("2025-06-04 10:48"),
        section="Ekonomi",
        also_in=("Daerah",),
        authors=("Rina Umpama",),
        editors=("Dewi Ibarat",),
        tags=("Koperasi", "Nelayan", "Pulau Andaian"),
        place="Pulau Andaian",
        caption="Balok es pertama dari pabrik koperasi. (Foto: Rina Umpama/Warta Contoh)",
        initials="rin",
        paragraphs=text("""
        Koperasi nelayan di Pulau Andaian mulai menjalankan pabrik es berkapasitas empat ton sehari. Nelayan
        tidak perlu lagi membeli es dari daratan dengan harga dua kali lipat.

        Modal pabrik berasal dari simpanan 214 anggota selama enam tahun ditambah pinjaman bank daerah. Cicilan
        dibayar dari selisih harga es yang dijual kepada kapal luar.

        Ketua koperasi, Mahmud Rekaan, menghitung setiap perahu menghemat sekitar Rp 85.000 sekali melaut.
        Jumlah itu setara tiga liter solar.

        Ikan yang dibawa pulang juga lebih segar. Pembeli dari Kota Teladan bersedia menaikkan harga tenggiri
        dan kakap bila suhu palka tercatat rapi.

        Pabrik dijaga bergantian oleh delapan anak muda pulau yang sebelumnya merantau. Mereka dilatih sebulan
        oleh bengkel pendingin di sekolah kejuruan.

        “Saya pulang karena ada kerja. Kalau mesin ini mati, seluruh pulau mencari saya,” kata teknisi termuda,
        Fajar Seandainya.

        Bulan depan koperasi menambah gudang beku supaya nelayan tidak terburu-buru menjual saat tangkapan
        melimpah.
        """),
    ),
    Article(
        slug="pasar-terapung-kota-teladan-buka-lagi",
        title="Dua Tahun Tutup, Pasar Terapung Kota Teladan Buka Lagi",
        description="Sebanyak 48 pedagang perahu kembali berjualan di Pasar Terapung Kota Teladan.",
        published=wib("2025-06-03 14:30"),
        modified=wib("2025-06-04 07:15"),
        section="Ekonomi",
        authors=("Bagus Angan",),
        editors=("Sari Angan",),
        tags=("Pasar", "UMKM"),
        caption="Pedagang sayur di Pasar Terapung. (Foto: Bagus Angan/Warta Contoh)",
        initials="bgs",
        read_also=("koperasi-nelayan-pulau-andaian-punya-pabrik-es",),
        paragraphs=text("""
        Setelah dua tahun tutup karena dermaga lapuk, Pasar Terapung Kota Teladan kembali buka pada Selasa dini
        hari. Sebanyak 48 pedagang menambatkan perahunya sebelum azan subuh.

        Dermaga baru dibuat dari drum plastik bekas yang diikat dan ditutup papan ulin. Tingginya mengikuti
        pasang surut sehingga pembeli tidak perlu menuruni tangga licin.

        Sayur, ikan sungai, dan kue talam menjadi dagangan yang paling cepat habis. Pada pukul tujuh hampir
        separuh perahu sudah pulang.

        Siti Teladan, pedagang sayur sejak 1998, membawa 30 ikat kangkung dan menjual semuanya dalam satu jam.
        “Pelanggan lama masih hafal suara dayung saya,” katanya.

        Dinas Perdagangan melarang pemakaian kantong plastik di pasar itu. Pembeli diminta membawa bakul, atau
        menyewanya seharga seribu rupiah.

        Pengelola juga menyediakan dua perahu untuk wisatawan, namun hanya setelah pukul delapan agar tidak
        mengganggu pembeli harian.
        """),
    ),
    Article(
        slug="petani-jeruk-contoh-kirim-panen-perdana",
        title="Petani Jeruk Kabupaten Contoh Kirim Panen Perdana ke Provinsi Tetangga",
        description="Sebanyak 12 ton jeruk dari Kecamatan Misal dikirim dengan tiga truk.",
        published=wib("2025-06-01 13:25"),
        section="Ekonomi",
        authors=("Bagus Angan",),
        editors=("Dewi Ibarat",),
        tags=("Jeruk", "Pertanian"),
        place="Kecamatan Misal",
        caption="Jeruk disortir sebelum dikirim. (Foto: Kelompok Tani Umpama)",
        initials="bgs",
        json_ld="none",
        paragraphs=text("""
        Sebanyak 12 ton jeruk dari Kecamatan Misal berangkat ke provinsi tetangga dengan tiga truk, Minggu pagi.
        Ini pengiriman pertama sejak kebun diremajakan empat tahun lalu.

        Jeruk dipilih menurut besar dan warna kulitnya. Yang terlalu kecil tidak dibuang, melainkan diperas
        menjadi sirup oleh kelompok ibu-ibu.

        Ketua kelompok tani, Darman Umpama, mengatakan pembeli meminta pengiriman setiap dua pekan. Petani
        menyanggupi asal harga ditulis dalam perjanjian setahun.

        Jalan kebun yang baru dikeraskan memangkas waktu angkut dari tiga jam menjadi empat puluh menit. Buah
        yang memar pun berkurang banyak.

        Meski begitu, petani masih cemas pada lalat buah. Mereka memasang perangkap dari botol bekas di setiap
        sepuluh pohon dan menghitung isinya tiap Sabtu.
        """),
    ),
)
