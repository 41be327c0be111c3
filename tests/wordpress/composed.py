"""Posts of the ordinary kind, made from a table: different in every paragraph, alike in their habits."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from tests.wordpress.post import Post, heading, paragraph

AUTHORS = ("Rara Contohwati", "Budi Teladani", "Citra Umpamasari", "Eko Perumpamaan")
WEEKDAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")


@dataclass(frozen=True)
class Event:
    """What happened: enough for a plain story of five paragraphs."""

    slug: str
    what: str
    where: str
    count: int
    unit: str
    who: str
    section: str
    tags: tuple[str, ...]


EVENTS = (
    Event("pasar-malam", "Pasar malam", "Lapangan Misal", 68, "lapak", "Camat Andaika", "Ekonomi & Bisnis", ("UMKM",)),
    Event("vaksin-ternak", "Vaksinasi ternak", "Desa Umpama", 420, "sapi", "drh. Contohan", "Peristiwa", ("Ternak",)),
    Event("lomba-dayung", "Lomba dayung", "Sungai Misal", 31, "regu", "Panitia Ibarat", "Olahraga", ("Dayung",)),
    Event("posyandu", "Posyandu keliling", "Dusun Seandainya", 155, "balita", "Bidan Tamsil", "Kesehatan", ("Balita",)),
    Event("perpustakaan", "Perpustakaan apung", "Kampung Muara", 2150, "buku", "Guru Kiasan", "Pendidikan", ("Buku",)),
    Event("tanam-bakau", "Penanaman bakau", "Pantai Contoh", 9000, "bibit", "Kelompok Akar", "Lingkungan", ("Bakau",)),
    Event("turnamen-voli", "Turnamen voli", "GOR Teladan", 18, "tim", "Ketua Voli Rekaan", "Olahraga", ("Voli", "GOR")),
    Event(
        "bazar-buku", "Bazar buku bekas", "Alun-alun Contoh", 37, "penjual", "Komunitas Baca", "Pendidikan", ("Buku",)
    ),
    Event("operasi-katarak", "Operasi katarak", "RSUD Contoh", 74, "pasien", "dr. Semisal", "Kesehatan", ("RSUD",)),
    Event("jalan-sehat", "Jalan sehat", "Kota Teladan", 3200, "peserta", "Sekda Ibaratnya", "Olahraga", ()),
    Event(
        "sensus-burung", "Sensus burung air", "Rawa Andai", 46, "jenis", "Peneliti Fiktif", "Lingkungan", ("Burung",)
    ),
    Event("pelatihan-las", "Pelatihan las", "BLK Contoh", 25, "pemuda", "Instruktur Alegori", "Pendidikan", ("Kerja",)),
    Event(
        "festival-durian", "Festival durian", "Desa Legit", 1700, "buah", "Kepala Desa Manis", "Gaya Hidup", ("Durian",)
    ),
    Event(
        "kapal-perintis",
        "Kapal perintis",
        "Pelabuhan Misal",
        112,
        "penumpang",
        "Syahbandar Rekaan",
        "Ekonomi & Bisnis",
        (),
    ),
    Event("gotong-royong", "Gotong royong", "Gang Damai", 90, "warga", "Ketua RT Contoh", "Peristiwa", ("Drainase",)),
    Event("pameran-tenun", "Pameran tenun", "Museum Teladan", 58, "kain", "Perajin Benang", "Gaya Hidup", ("Tenun",)),
    Event(
        "kelas-daring", "Kelas daring", "SMP Contoh Hilir", 210, "siswa", "Kepala Sekolah Ilustrasi", "Pendidikan", ()
    ),
    Event("patroli-laut", "Patroli laut", "Selat Umpama", 12, "kapal", "Komandan Misal", "Peristiwa", ("Laut",)),
)


def composed(start: datetime, step: timedelta) -> Iterator[Post]:
    """One post for each event, from `start` on, `step` apart."""
    for number, event in enumerate(EVENTS):
        yield _story(event, start + number * step, AUTHORS[number % len(AUTHORS)], with_heading=number % 3 == 0)


def _story(event: Event, published: datetime, author: str, *, with_heading: bool) -> Post:
    day = f"{WEEKDAYS[published.weekday()]} ({published.day}/{published.month}/{published.year})"
    what = event.what.lower()
    opening = paragraph(f"{event.what} di {event.where} diikuti {event.count} {event.unit} pada {day}.")
    middle = (
        paragraph(f'"Tahun depan {what} di sini harus lebih ramai," kata {event.who} di sela-sela acara.'),
        paragraph(f"Menurut {event.who}, jumlah {event.unit} bertambah dari {event.count // 2} pada tahun sebelumnya."),
    )
    closing = paragraph(f"Panitia {what} menutup kegiatan menjelang sore, lalu membersihkan {event.where} bersama.")
    between = (heading(f"Dua Kali Lipat {event.unit.title()}"),) if with_heading else ()
    return Post(
        slug=f"{event.slug}-{event.where.lower().replace(' ', '-')}",
        title=f"{event.what} di {event.where} Diikuti {event.count} {event.unit.title()}",
        published=published,
        author=author,
        section=event.section,
        tags=event.tags,
        blocks=(opening, *middle, *between, closing),
    )
