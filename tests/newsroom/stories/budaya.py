"""News of culture and schools."""

from tests.newsroom.article import Article, text, wib

BUDAYA = (
    Article(
        slug="festival-layang-layang-pantai-konon",
        title="Ratusan Layang-layang Penuhi Langit Pantai Konon",
        description="Festival layang-layang di Pantai Konon diikuti 320 peserta dari sembilan kecamatan.",
        published=wib("2025-06-05 17:40"),
        section="Budaya",
        authors=("Maya Andaian",),
        editors=("Sari Angan",),
        tags=("Festival", "Layang-layang", "Pantai Konon"),
        place="Pantai Konon",
        caption="Layang-layang naga sepanjang 40 meter. (Foto: Maya Andaian/Warta Contoh)",
        initials="may",
        read_also=("museum-perahu-simpan-cerita-sungai",),
        paragraphs=text("""
        Langit Pantai Konon penuh warna ketika 320 peserta menerbangkan layang-layang bersamaan, Kamis sore.
        Festival tahunan ini diikuti wakil dari sembilan kecamatan di Kabupaten Contoh.

        Layang-layang terbesar berbentuk naga sepanjang 40 meter dan diterbangkan oleh sebelas orang. Ekornya
        dijahit dari kain perca selama dua bulan.

        Juri tidak hanya menilai ketinggian, tetapi juga bunyi dengung yang keluar dari pita bambu. Bagi orang
        Konon, dengung yang merdu menandakan musim panen akan baik.

        Peserta termuda, Lala Dongeng, baru berusia tujuh tahun. Layang-layangnya berbentuk ikan buntal dan
        sempat tersangkut di pohon kelapa.

        “Kakek yang memanjat, saya yang menangis,” katanya kepada juri, disambut tawa penonton.

        Panitia melarang benang gelasan demi keselamatan pengendara. Sebagai gantinya setiap peserta mendapat
        satu gulung benang katun.

        Festival ditutup dengan makan ketupat bersama. Sampah plastik dikumpulkan anak-anak pramuka dan
        ditimbang untuk menentukan kecamatan paling bersih.
        """),
    ),
    Article(
        slug="sekolah-ajak-murid-menulis-dongeng-daerah",
        title="Sekolah di Kota Teladan Ajak Murid Menulis Dongeng dalam Bahasa Ibu",
        description="Murid sekolah dasar mengumpulkan dongeng dari kakek dan nenek mereka.",
        published=wib("2025-06-04 08:00"),
        section="Budaya",
        authors=("Maya Andaian",),
        editors=("Joko Rekaan",),
        tags=("Pendidikan", "Bahasa Daerah"),
        caption="Murid kelas lima membacakan dongeng. (Foto: Maya Andaian/Warta Contoh)",
        initials="*/may",
        paragraphs=text("""
        Murid kelas lima Sekolah Dasar Negeri 7 Kota Teladan menulis 41 dongeng dalam bahasa ibu masing-masing.
        Semua cerita mereka dapat dari kakek, nenek, atau tetangga.

        Guru bahasa, Wati Khayal, memulai tugas itu karena banyak muridnya mengerti bahasa daerah tetapi malu
        mengucapkannya. Ia meminta mereka merekam cerita dengan telepon genggam orang tua.

        Rekaman lalu disalin bersama di kelas. Kata yang tidak dikenal ditulis di papan dan ditanyakan kembali
        pada hari berikutnya.

        Satu dongeng bercerita tentang kura-kura yang meminjam suara burung enggang dan lupa mengembalikannya.
        Versinya ternyata berbeda di tiap kampung.

        “Anak-anak jadi berdebat versi mana yang benar, dan saya biarkan,” ujar Wati.

        Kumpulan dongeng akan dicetak sederhana dan disimpan di perpustakaan kecamatan. Rekaman suaranya
        diserahkan kepada balai bahasa.
        """),
    ),
    Article(
        slug="museum-perahu-simpan-cerita-sungai",
        title="Museum Perahu Simpan Cerita Seratus Tahun Sungai Rekaan",
        description="Museum kecil di tepi Sungai Rekaan memamerkan 27 perahu tua.",
        published=wib("2025-06-02 15:10"),
        section="Budaya",
        authors=("Maya Andaian", "Andi Misal"),
        editors=("Sari Angan",),
        tags=("Museum", "Sungai Rekaan", "Sejarah"),
        caption="Perahu bidar tertua koleksi museum. (Foto: Andi Misal/Warta Contoh)",
        initials="may/ams",
        json_ld="graph",
        read_also=("jembatan-sungai-rekaan-rampung-lebih-cepat",),
        paragraphs=text("""
        Sebuah gudang karet tua di tepi Sungai Rekaan berubah menjadi museum yang menyimpan 27 perahu. Yang
        tertua, sebuah bidar, dibuat pada tahun 1921.

        Koleksi itu dikumpulkan Pak Leman Konon, pensiunan juru mudi, selama tiga puluh tahun. Banyak perahu ia
        tukar dengan beras atau mesin jahit.

        Setiap perahu diberi papan cerita: siapa pembuatnya, apa muatannya, dan kapan terakhir berlayar. Beberapa
        papan masih kosong karena tidak ada lagi yang tahu.

        ## Boleh Disentuh

        Berbeda dari museum lain, pengunjung boleh duduk di dalam perahu dan memegang dayungnya. Menurut Leman,
        perahu yang tidak pernah disentuh lebih cepat lapuk.

        Museum buka setiap hari kecuali Senin. Karcisnya seikhlasnya, dan anak sekolah cukup menyerahkan satu
        gambar perahu.

        Gambar-gambar itu kini menutupi seluruh dinding belakang gudang, hampir dua ribu lembar jumlahnya.
        """),
    ),
    Article(
        slug="lomba-sampan-antarkampung-digelar-tanpa-juri",
        title="Lomba Sampan Antarkampung Digelar Tanpa Juri, Pemenang Ditentukan Penonton",
        description="Warga menentukan sendiri pemenang lomba sampan dengan mengangkat daun kelapa.",
        published=wib("2025-06-01 17:55"),
        section="Budaya",
        authors=(),
        editors=("Joko Rekaan",),
        tags=("Lomba Sampan",),
        place="Desa Umpama",
        caption="Peserta lomba sampan menjelang garis akhir. (Foto: Warga Desa Umpama)",
        initials="red",
        paragraphs=text("""
        Lomba sampan antarkampung di Desa Umpama tahun ini berlangsung tanpa juri. Pemenang ditentukan penonton
        yang mengangkat daun kelapa di kedua tepi sungai.

        Cara itu dipilih setelah tiga tahun berturut-turut juri diprotes. Menurut panitia, suara penonton justru
        lebih sulit dibantah.

        Empat belas sampan ikut serta, masing-masing dengan lima pendayung. Jarak lomba 600 meter, dari jembatan
        hingga surau lama.

        Kampung Seandainya menang dengan selisih daun yang sangat tipis. Hadiahnya seekor kambing yang langsung
        dimasak untuk semua peserta.

        “Kalah pun kenyang,” kata pendayung Kampung Konon, Yusuf Misal, sambil memegang piring kedua.
        """),
    ),
)
