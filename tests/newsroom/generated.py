"""Articles by the thousand for kill tests and benchmarks: the same text at every run, no two alike."""

import random
from datetime import timedelta

from tests.newsroom.article import SECTIONS, Article, wib

NEWEST = wib("2025-06-01 05:00")
APART = timedelta(minutes=37)

PLACES = (
    *("Desa Umpama", "Kecamatan Misal", "Pulau Andaian", "Bukit Khayal", "Pantai Konon", "Kota Teladan"),
    *("Kampung Seandainya", "Dusun Ibarat", "Kelurahan Rekaan", "Desa Dongeng"),
)
PEOPLE = (
    *("Andi Misal", "Rina Umpama", "Siti Teladan", "Joko Rekaan", "Dewi Ibarat", "Tuti Fiksi"),
    *("Bagus Angan", "Maya Andaian", "Ujang Konon", "Wati Khayal", "Leman Dongeng", "Fajar Seandainya"),
)
THINGS = (
    *("dermaga kayu", "kebun lada", "perpustakaan keliling", "pompa air", "balai pertemuan", "jalan setapak"),
    *("tambak udang", "lumbung padi", "bengkel perahu", "posyandu", "pasar pagi", "rumah tenun"),
    *("lapangan sepak bola", "bank sampah", "kandang komunal", "taman baca"),
)
DEEDS = (
    *("memperbaiki", "membuka", "merawat", "memindahkan", "memperluas", "menata ulang", "menghidupkan kembali"),
    *("membiayai", "mengecat", "mendata", "menjaga", "memeriksa"),
)
WHEN = ("Senin pagi", "Selasa sore", "pekan lalu", "akhir bulan ini", "sejak Maret", "dalam tiga hari", "Minggu siang")
SENTENCES = (
    "Warga {place} {deed} {thing} bersama-sama, {when}.",
    "Sebanyak {n} keluarga ikut {deed} {thing} di {place}.",
    "Menurut {who}, biaya {n} juta rupiah itu dikumpulkan tanpa bantuan dari luar.",
    "“Kami {deed} {thing} karena anak-anak yang meminta,” kata {who}.",
    "{who} mencatat {n} orang datang ke {place}, {when}.",
    "Hujan sempat menunda pekerjaan, tetapi {thing} di {place} tetap selesai.",
    "Pengurus {thing} membagi tugas menurut giliran {n} regu.",
    "Dari {place}, rombongan membawa {n} bibit pohon untuk ditanam di sekitar {thing}.",
    "Rapat desa memutuskan {thing} dikelola {who} sampai tahun depan.",
    "Sebelumnya {thing} hanya dapat dipakai {n} orang sekaligus.",
    "{who} berharap {place} menjadi contoh bagi kampung lain yang ingin {deed} {thing}.",
    "Catatan pengeluaran ditempel di dinding balai {place} dan dibaca {n} warga, {when}.",
    "Sisa kayu dari {thing} dipakai untuk {n} bangku panjang.",
    "Anak muda {place} memilih {deed} {thing} daripada merantau, ujar {who}.",
    "Tidak semua setuju: {n} warga {place} meminta {thing} dipindahkan.",
    "Setiap keluarga menyumbang {n} ikat daun nipah, kata {who}, {when}.",
)


def generated(count: int) -> tuple[Article, ...]:
    """So many articles, newest first, all older than the stories."""
    return tuple(_article(number) for number in range(1, count + 1))


def _article(number: int) -> Article:
    # Seeded by its own number: the first thousand are the same whether two thousand are made or not.
    chance = random.Random(number)
    place, thing, who = chance.choice(PLACES), chance.choice(THINGS), chance.choice(PEOPLE)
    paragraphs = tuple(_paragraph(chance) for _ in range(chance.randint(5, 9)))
    published = NEWEST - number * APART
    return Article(
        slug=f"berita-rekaan-{number:05d}",
        title=f"{who} dan Warga {place} {chance.choice(DEEDS).capitalize()} {thing.title()}, Kabar ke-{number}",
        description=f"Kabar rekaan ke-{number} dari {place} tentang {thing}.",
        published=published,
        modified=published + timedelta(minutes=chance.randint(5, 90)) if number % 4 == 0 else None,
        section=SECTIONS[number % len(SECTIONS)],
        paragraphs=paragraphs,
        authors=(who,),
        editors=(chance.choice([name for name in PEOPLE if name != who]),),
        tags=(place, thing.title()),
        place=place,
        caption=f"Suasana {thing} di {place}. (Foto: Warta Contoh)",
        initials="red",
        read_also=(f"berita-rekaan-{number - 1:05d}",) if number > 1 else (),
    )


def _paragraph(chance: random.Random) -> str:
    return " ".join(
        sentence.format(
            place=chance.choice(PLACES),
            who=chance.choice(PEOPLE),
            thing=chance.choice(THINGS),
            deed=chance.choice(DEEDS),
            when=chance.choice(WHEN),
            n=chance.randint(3, 900),
        )
        for sentence in chance.sample(SENTENCES, 3)
    )
