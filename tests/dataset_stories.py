"""Stories made up by the number for the dataset's tests and bench: originals, near copies, and stories of one template.

Who is a copy of whom is known, so that precision and recall can be counted. Nothing in them is real.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import asdict, replace
from datetime import datetime, timedelta, timezone
from typing import Any

from kalbarcrawl.items import Article, Dateline, Image, article_id

PONTIANAK = timezone(timedelta(hours=7))
START = datetime(2024, 1, 1, 6, 0, tzinfo=PONTIANAK)
OUTLETS = ("wartacontoh", "kabarmisal", "suaraumpama", "gardateladan", "berkasrekaan")
FAR = 10_000_000
"""Numbers of another kind of story begin at a multiple of this."""
SECTIONS = ("Pemerintahan", "Peristiwa", "Ekonomi", "Olahraga", None)

WHO = """
kepala dinas|bupati contoh|ketua dprd|warga dusun misal|para petani lada|kepolisian resor contoh|
tim penyelamat|pedagang pasar teladan|nelayan muara|pengurus koperasi|guru sekolah dasar|
kepala desa umpama|juru bicara pemerintah|petugas puskesmas|mahasiswa kuliah kerja nyata|
panitia perayaan|pengusaha warung kopi|anggota karang taruna""".split("|")
DOES = """
meresmikan|membahas|memperbaiki|menolak|mengusulkan|memeriksa|menyalurkan bantuan untuk|
menghentikan sementara|mengumumkan|menyelesaikan|menata ulang|menyerahkan|mempertanyakan|mendukung|
meninjau|mencatat kenaikan""".split("|")
WHAT = """
pembangunan jembatan gantung|jalan lintas kecamatan|harga beras medium|pasokan air bersih|
jadwal kapal sungai|layanan kesehatan keliling|lomba perahu hias|pembagian pupuk bersubsidi|
anggaran perbaikan sekolah|penerangan jalan umum|pasar murah menjelang lebaran|pemetaan batas desa|
kebakaran lahan gambut|penangkapan ikan|festival panen raya|penyaluran beras cadangan|
pelatihan menjahit|pembukaan rute penerbangan""".split("|")
WHERE = """
di aula kantor bupati|di tepi sungai misal|di balai desa|di lapangan sepak bola|
di halaman masjid raya|di pelabuhan lama|di ruas kilometer empat belas|di gedung serbaguna|
di rumah jabatan|di pasar pagi|di dermaga kayu""".split("|")
WHY = """
karena hujan turun sejak akhir pekan|setelah rapat yang berlangsung hingga malam|
agar warga tidak lagi menunggu lama|sebab anggaran baru cair bulan ini|
meski sebagian warga belum sepakat|sambil menunggu keputusan pemerintah provinsi|
sesuai janji yang disampaikan tahun lalu|walaupun cuaca belum bersahabat|
dengan melibatkan tokoh masyarakat setempat|supaya hasilnya dapat dirasakan sebelum akhir tahun|
tanpa menunggu bantuan dari pusat""".split("|")

ADVICE = (
    "Nelayan dan pemilik kapal penyeberangan diimbau memperhatikan keselamatan sebelum melaut, memeriksa mesin dan alat"
    " pelampung, serta selalu memantau peringatan dini yang disampaikan petugas melalui radio dan papan pengumuman.",
    "Warga yang tinggal di bantaran sungai diminta mengamankan dokumen penting, membersihkan saluran air sekitar rumah"
    ", dan segera melapor kepada ketua rukun tetangga bila permukaan air naik lebih cepat daripada biasanya.",
    "Pengendara diharapkan mengurangi kecepatan ketika jarak pandang terbatas, menyalakan lampu utama, dan tidak"
    " berteduh di bawah pohon besar atau papan reklame sampai hujan dan angin kencang benar-benar mereda.",
)


def _pick(dice: random.Random, words: list[str]) -> str:
    return dice.choice(words).strip()


def _sentence(dice: random.Random) -> str:
    parts = [_pick(dice, WHO), _pick(dice, DOES), _pick(dice, WHAT), _pick(dice, WHERE), _pick(dice, WHY)]
    if dice.random() < 0.6:
        parts.insert(dice.randrange(1, 5), f"sebanyak {dice.randrange(3, 9000)} orang")
    return " ".join(parts).capitalize() + "."


def original(number: int, *, paragraphs: tuple[int, int] = (7, 13)) -> Article:
    """A story of its own: the number is its seed."""
    dice = random.Random(number)
    body = "\n\n".join(
        " ".join(_sentence(dice) for _ in range(dice.randrange(1, 3))) for _ in range(dice.randrange(*paragraphs))
    )
    title = f"{_pick(dice, WHO)} {_pick(dice, DOES)} {_pick(dice, WHAT)}".title()
    published = START + timedelta(minutes=37 * number)
    return article(number, OUTLETS[number % len(OUTLETS)], title, body, published)


def article(number: int, publisher: str, title: str, body: str, published: datetime | None) -> Article:
    """A record as a crawl would have made it."""
    url = f"https://{publisher}.example/berita/{number}"
    dice = random.Random(-number)
    moment = published.isoformat(timespec="seconds") if published else None
    precision = "minute" if moment else None
    if published and number % 17 == 0:
        moment, precision = f"{published:%Y-%m-%d}", "day"
    return Article(
        id=article_id(publisher, url),
        publisher=publisher,
        url=url,
        canonical_url=url if number % 3 else None,
        title=title,
        description=body[:120] if number % 2 else None,
        published_at=moment,
        published_precision=precision,
        published_raw=published.strftime("%d/%m/%Y %H:%M WIB") if published else None,
        modified_at=None,
        authors=[dice.choice(("Rara Contohwati", "Budi Teladani", "Citra Umpamasari"))] if number % 4 else [],
        editors=[],
        section=dice.choice(SECTIONS),
        tags=dice.sample(["banjir", "pasar", "jembatan", "panen"], number % 3),
        dateline=Dateline("KOTA TELADAN", None) if number % 5 == 0 else None,
        body=body,
        language="id",
        images=[Image(f"{url}.jpg", dice.choice(("Foto: Rekaan", None)))] * (number % 3),
        agency="ANTARA" if number % 11 == 0 else None,
        paywalled=None,
        revision=1,
        crawled_at=((published or START) + timedelta(minutes=20)).isoformat(timespec="seconds"),
        source="feed",
        rights={"robots_sha256": "0" * 64, "ai_agents_refused": ["GPTBot"] * (number % 2)} if number % 9 else None,
    )


def near_copy(of: Article, number: int) -> Article:
    """The same story at another outlet, hours later: other title, dateline, initials, or its last paragraph dropped."""
    dice = random.Random(number)
    lines = of.body.split("\n\n")
    changes = dice.sample(("dateline", "drop", "initials", "lead", "none"), 2)
    if "drop" in changes and len(lines) > 7:
        lines.pop()
    if "dateline" in changes:
        lines[0] = f"Kota Teladan (ANTARA) - {lines[0]}"
    if "initials" in changes:
        lines[-1] += f" ({dice.choice(('abc', 'rra/bdt', 'Ant'))})"
    if "lead" in changes:
        lines[0] = lines[0].replace("Kepala", "Pelaksana tugas kepala", 1)
    others = [outlet for outlet in OUTLETS if outlet != of.publisher]
    published = START + timedelta(minutes=37 * int(of.url.rsplit("/", 1)[1]) + dice.randrange(30, 4000))
    return article(number, dice.choice(others), f"{of.title}, Kata Warga", "\n\n".join(lines), published)


def forecast(number: int) -> Article:
    """Another day's weather, most of it in the same words, as newsrooms print it each morning: no copy."""
    dice = random.Random(number)
    towns = dice.sample(["Contoh Hulu", "Contoh Pesisir", "Misal", "Umpama", "Teladan Kota", "Rekaan"], 2)
    skies = ("cerah berawan", "hujan ringan", "hujan lebat disertai petir", "berawan tebal", "berkabut")
    body = "\n\n".join(
        [
            "Badan Meteorologi merilis prakiraan cuaca Kabupaten Contoh untuk esok hari, warga diminta tetap waspada.",
            *(
                f"Kecamatan {town} diprakirakan {dice.choice(skies)} dengan suhu {dice.randrange(22, 26)} hingga"
                f" {dice.randrange(30, 35)} derajat dan kelembapan {dice.randrange(60, 98)} persen."
                for town in towns
            ),
            *ADVICE,
        ]
    )
    title = f"Prakiraan Cuaca Kabupaten Contoh {number}"
    return article(number, OUTLETS[number % 3], title, body, START + timedelta(minutes=37 * (number % FAR)))


def prices(number: int) -> Article:
    """Another day's prices in the same words: no copy."""
    dice = random.Random(number)
    goods = ("beras medium", "beras premium", "cabai rawit", "bawang merah", "telur ayam", "gula pasir")
    body = "\n\n".join(
        [
            "Dinas Perdagangan mencatat harga bahan pokok di Pasar Teladan kembali bergerak dibanding kemarin.",
            *(
                f"Harga {good} hari ini Rp{dice.randrange(12, 99)}.{dice.randrange(100, 999)} per kilogram."
                for good in goods
            ),
        ]
    )
    title = f"Harga Bahan Pokok di Pasar Teladan {number}"
    return article(number, OUTLETS[number % 2], title, body, START + timedelta(minutes=37 * (number % FAR)))


def planted(count: int, first: int = 0) -> tuple[list[Article], list[set[str]]]:
    """About `count` articles, a fifth of them copies and a tenth of one template; and the clusters of copies.

    `first` is where the numbers begin, so that several calls give articles of their own.
    """
    articles: list[Article] = []
    clusters: list[set[str]] = []
    for number in range(first + 1, first + count * 7 // 10 + 1):
        story = original(number)
        articles.append(story)
        if number % 10 == 0:
            copies = [near_copy(story, 4 * FAR + number * 10 + place) for place in range(1 + number // 10 % 4)]
            articles += copies
            clusters.append({story.id, *(copy.id for copy in copies)})
    numbers = range(first, first + count, 20)
    articles += (forecast(2 * FAR + number) for number in numbers)
    articles += (prices(3 * FAR + number) for number in numbers)
    return articles, clusters


def revised(of: Article) -> Article:
    """The article's next revision, with one paragraph more."""
    return replace(of, body=f"{of.body}\n\nBerita ini diperbarui.", revision=of.revision + 1)


def lines(articles: list[Article]) -> Iterator[dict[str, Any]]:
    """The articles as records."""
    return (asdict(one) for one in articles)
