"""What a story opens and closes with: the dateline before its first word, the initials behind its last."""

from __future__ import annotations

import pytest

from kalbarcrawl.text import Dateline, clean

from .test_text import BODY, ENGLISH, kept


@pytest.mark.parametrize(
    ("prefix", "place", "outlet"),
    [
        ("KalbarOnline, Pontianak – ", "Pontianak", "KalbarOnline"),
        ("PONTIANAK, KabarBening.com - ", "PONTIANAK", "KabarBening.com"),
        ("Sambas (ANTARA) - ", "Sambas", "ANTARA"),
        ("Mataram, NTB (ANTARA News) -- ", "Mataram, NTB", "ANTARA News"),
        ("Sintang, 29/3 (ANTARA) - ", "Sintang", "ANTARA"),
        ("TRIBUNBENING.CO.ID, SUNGAI RAYA - ", "SUNGAI RAYA", "TRIBUNBENING.CO.ID"),
        ("kabarbening.com, JAKARTA — ", "JAKARTA", "kabarbening.com"),
        ("KABARBENING.COM - ", None, "KABARBENING.COM"),
        ("kabarbening.media - ", None, "kabarbening.media"),
        ("kabarbening.network | Ranai - ", "Ranai", "kabarbening.network"),
        ("Siantar(SiantarBening) ", "Siantar", "SiantarBening"),
        ("Solok (Kabarbening). ", "Solok", None),
        ("KOTA, BN Radar Bening—", None, "BN Radar Bening"),
        ("beningpos– ", None, "beningpos"),
        ("SUNGAIBENING - ", "SUNGAIBENING", None),
        ("LANDAK.kabarbening.com – ", "LANDAK", "kabarbening.com"),
        ("DARO, June 21: ", "DARO", None),
        ("KUALA BENING, Sept 14 — ", "KUALA BENING", None),
        ("KUALA BELAIT, Saturday, February 7, 2015 - ", "KUALA BELAIT", None),
        ("MEDAN // KabarBening. Com. ", "MEDAN", "KabarBening. Com"),
        ("CILACAP | Kabarbening.id - Selasa, 3 Maret 2026 – ", "CILACAP", "Kabarbening.id"),
        ("BENING77, Sanggau. ", "Sanggau", "BENING77"),
        ("RIMBA JAYA, SUNGAI BENING - ", "RIMBA JAYA, SUNGAI BENING", None),
        ("TELUK MURAI-", "TELUK MURAI", None),
        ("BeningLive—", None, "BeningLive"),
        ("Kabarbening.co.id, ", None, "Kabarbening.co.id"),
        ("Jakarta - ", "Jakarta", None),
        ("KUALA PEMBUANG-", "KUALA PEMBUANG", None),
        ("Tarakan, MK – ", "Tarakan", "MK"),
        ("KBR, Pontianak- ", "Pontianak", "KBR"),
        ("KBRN, Pontianak : ", "Pontianak", "KBRN"),
        ("Landak I Kabarbening.com – ", "Landak", "Kabarbening.com"),
        ("BORNEOBENING.COM | SEKADAU – ", "SEKADAU", "BORNEOBENING.COM"),
        ("KABARBENING.co.id – Mempawah – ", "Mempawah", "KABARBENING.co.id"),
        ("KABAR.CO.ID - JAKARTA. ", "JAKARTA", "KABAR.CO.ID"),
        ("Nanga Pinoh-RK. ", "Nanga Pinoh", "RK"),
        ("Kabarbening.com, Jakarta ", "Jakarta", "Kabarbening.com"),
        ("Kubu Raya (Suara Bening)- ", "Kubu Raya", "Suara Bening"),
        ("Pontianak, Senin (12/2/2024) - ", "Pontianak", None),
        ("BANJARMASIN, ", "BANJARMASIN", None),
        ("SAMBAR.ID// Medan, 18 Juni 2025 — ", "Medan", "SAMBAR.ID"),
        ("Kabarbening.com - Jayapura |", "Jayapura", "Kabarbening.com"),
        ("TAMIANG LAYANG- ", "TAMIANG LAYANG", None),
        ("MEDAN:KabarBening.com – ", "MEDAN", "KabarBening.com"),
        ("PONTIANAK ~ ", "PONTIANAK", None),
        ("PONTIANAK • ", "PONTIANAK", None),
        ("PONTIANAK || Kabarbening.com – ", "PONTIANAK", "Kabarbening.com"),
        ("Kabarbening.com || Pontianak – ", "Pontianak", "Kabarbening.com"),
        ("PONTIANAK – KABARBENING.COM, ", "PONTIANAK", "KABARBENING.COM"),
        ("PONTIANAK-KABARBENING.COM. ", "PONTIANAK", "KABARBENING.COM"),
        ("PONTIANAK/KABARBENING.COM – ", "PONTIANAK", "KABARBENING.COM"),
        ("PONTIANAK Kabarbening.com – ", "PONTIANAK", "Kabarbening.com"),
        ("KABARBENING.COM, ", None, "KABARBENING.COM"),
        ("KabarBening id - ", None, "KabarBening id"),
        ("SAMBAS (kabarbening) - ", "SAMBAS", "kabarbening"),
        ("Bangka Selatan–", "Bangka Selatan", None),
        ("Kabar6-", None, "Kabar6"),
        ("Mojokerto, Kabarbening.com - ", "Mojokerto", "Kabarbening.com"),
        ("IPOH 1 Dis – ", "IPOH", None),
        ("KUALA LUMPUR 13 Okt. – ", "KUALA LUMPUR", None),
        ("MURAI--", "MURAI", None),
        ("BENING28TV - ", None, "BENING28TV"),
        ("BENINGPOST, ", None, "BENINGPOST"),
        ("SAMARINDA. ", "SAMARINDA", None),
        ("KABARBENINGNEWS.SAMBAS -- ", "SAMBAS", "KABARBENINGNEWS"),
        ("Sambas, [Kabarbening.id] – ", "Sambas", "Kabarbening.id"),
        ("KABARBENING/ PALANGKA RAYA – ", "PALANGKA RAYA", "KABARBENING"),
        ("Kabarbening.co.id-MUAROJAMBI-", "MUAROJAMBI", "Kabarbening.co.id"),
        ("Sambas,-", "Sambas", None),
        ("Bening, Sambas == ", "Sambas", None),
        ("Kabarbening.com_", None, "Kabarbening.com"),
        ("Pangkalpinang,26 Mei 2023. ", "Pangkalpinang", None),
        ("BENGKULU SELATAN, KabarbeningTV ", "BENGKULU SELATAN", "KabarbeningTV"),
        ("Dompu NTB Kabarbening.com ", "Dompu, NTB", "Kabarbening.com"),
        ("Sambas, beningnews – ", "Sambas", "beningnews"),
        ("SANDIDAYA, 17 Ogos – ", "SANDIDAYA", None),
        ("[SAMBAS] ", "SAMBAS", None),
        ("(Sibu, 19hb) ", "Sibu", None),
        ("BENING, MANADO ", "MANADO", None),
        ("Matur--", "Matur", None),
        ("Blora-", "Blora", None),
        ("PURWOREJO—PP, ", "PURWOREJO", "PP"),
        ("KABUPATEN BIMA.KABARBENING.ID – ", "KABUPATEN BIMA", "KABARBENING.ID"),
        ("TANJUNG REDEB/Kabar Bening – ", "TANJUNG REDEB", "Kabar Bening"),
        ("KBN, Kamis, 21 November 2019 - ", None, "KBN"),
        ("[Sambas | 5 Februari 2025] ", "Sambas", None),
        ("(Bening, Jambi) – ", "Jambi", "Bening"),
        ("Tribratanews bening polri go id. Sambas - ", "Sambas", "Tribratanews bening polri go id"),
        ("Kupang-NTT, Bening Indonesia | ", "Kupang, NTT", "Bening Indonesia"),
        ("Humas Polres Sanggau - ", None, "Humas Polres Sanggau"),
        ("MMC Kobar – ", None, "MMC Kobar"),
        # one dateline behind another goes with it, and is told
        ("Jakarta (ANTARA) - Jakarta (ANTARA) - ", "Jakarta", "ANTARA"),
    ],
)
def test_datelines(prefix: str, place: str | None, outlet: str | None) -> None:
    text = "Pemerintah daerah akan membangun jembatan baru yang menghubungkan dua desa."
    cleaned = clean([prefix + text, *BODY])
    assert cleaned.lines == (text, *BODY)
    assert cleaned.dateline == Dateline(place, outlet, prefix.strip())


@pytest.mark.parametrize(
    ("prefix", "place", "outlet"),
    [
        ("SANGGAU, KB: ", "SANGGAU", "KB"),
        ("RIMBA JAYA (Bening): ", "RIMBA JAYA", "Bening"),
        ("RIMBA JAYA (RJ) : ", "RIMBA JAYA", "RJ"),
        ("(Bening): ", None, "Bening"),
        ("PAPAR: ", "PAPAR", None),
    ],
)
def test_a_colon_ends_a_dateline_where_a_sentence_follows(prefix: str, place: str | None, outlet: str | None) -> None:
    text = "Pemerintah daerah akan membangun jembatan baru yang menghubungkan dua desa di tepi sungai itu."
    assert clean([prefix + text, *BODY]).dateline == Dateline(place, outlet, prefix.strip())
    assert clean([f"{prefix}dua jembatan", *BODY]).dateline is None


def test_a_place_and_a_colon_open_a_whole_sentence_and_no_entry_of_a_list() -> None:
    text = "Tingginya curah hujan sejak Minggu malam membuat warga di tepi sungai itu mengungsi ke rumah kerabat."
    cleaned = clean([f"Jambi: {text}", *BODY])
    assert cleaned.lines == (text, *BODY)
    assert cleaned.dateline == Dateline("Jambi", None, "Jambi:")
    assert clean([f"KBN, Jambi : {text}", *BODY]).dateline == Dateline("Jambi", "KBN", "KBN, Jambi :")


def test_a_domain_glued_to_the_story_opens_it() -> None:
    text = "Anggota Polsek Ranai menanam jagung bersama warga di lahan milik desa itu pada Kamis (5/3/2026)."
    cleaned = clean([f"bening.polri.go.id.{text}", *BODY])
    assert cleaned.lines == (text, *BODY)
    assert cleaned.dateline == Dateline(None, "bening.polri.go.id", "bening.polri.go.id.")


def test_an_outlet_nobody_knows_opens_the_story_below_its_headline() -> None:
    headline = "Untuk Kali Kedua, Regu Dayung Pelajar Sungai Bening Juara, Taklukkan Ranai 5-3 di Partai Puncak Hari"
    opened = f"KBN, Kamis, 21 November 2019 - {BODY[0]}"
    assert clean([headline, opened, *BODY[1:]]).lines == BODY


def test_a_date_at_the_end_is_no_picture_credit() -> None:
    cleaned = clean(["KOTA TELADAN – Lomba dayung di Sungai Misal diikuti 31 regu pada Minggu (16/2/2025).", *BODY])
    assert cleaned.dateline == Dateline("KOTA TELADAN", None, "KOTA TELADAN –")


@pytest.mark.parametrize(
    ("prefix", "place", "outlet"),
    [
        ("LONDON (Reuters) - ", "LONDON", "Reuters"),
        ("KANSAS CITY, Mo. (AP) — ", "KANSAS CITY, Mo", "AP"),
        ("KUCHING (Feb 5): ", "KUCHING", None),
        ("KUALA LUMPUR, 5 Feb (Bernama) -- ", "KUALA LUMPUR", "Bernama"),
        ("JAKARTA, Feb. 5 (Reuters) - ", "JAKARTA", "Reuters"),
        ("BANDAR SERI BEGAWAN - ", "BANDAR SERI BEGAWAN", None),
        ("PUTUSSIBAU, Indonesia — ", "PUTUSSIBAU, Indonesia", None),
        ("LONG BENING 22 Jan – ", "LONG BENING", None),
        ("Jakarta. ", "Jakarta", None),
        ("BENING NEWS – ", None, "BENING NEWS"),
        ("Bening Campus, Bening News – ", "Bening Campus", "Bening News"),
    ],
)
def test_datelines_in_english(prefix: str, place: str | None, outlet: str | None) -> None:
    cleaned = clean([prefix + ENGLISH[0], ENGLISH[2]])
    assert cleaned.lines == (ENGLISH[0], ENGLISH[2])
    assert cleaned.dateline == Dateline(place, outlet, prefix.strip())


@pytest.mark.parametrize(
    ("line", "place", "outlet"),
    [
        ("Sambas, KabarBening.com", "Sambas", "KabarBening.com"),
        ("Ambon | Jurnal Bening", "Ambon", "Jurnal Bening"),
        ("Mentok- KabarBening.com", "Mentok", "KabarBening.com"),
        ("Pangkalpinang — kabarbening.com", "Pangkalpinang", "kabarbening.com"),
        ("SAMBAS, BENING", "SAMBAS", None),
        ("Stabat, (Kabar Bening)", "Stabat", "Kabar Bening"),
        ("SANGATTA,Kabar Bening.com (2/8)", "SANGATTA", "Kabar Bening.com"),
    ],
)
def test_a_dateline_on_a_line_of_its_own(line: str, place: str, outlet: str | None) -> None:
    cleaned = clean([line, *BODY])
    assert cleaned.lines == BODY
    assert cleaned.dateline == Dateline(place, outlet, line)


def test_an_unknown_place_and_a_dash_are_a_dateline_alone_and_no_section_with_its_writer() -> None:
    assert clean(["Contoh -", *BODY]).dateline == Dateline("Contoh", None, "Contoh -")
    cleaned = clean(
        ["Pasar - Ani Wijaya, Bening Indonesia", "12 Februari 2024 10:12", f"Ranai, KBN - {BODY[0]}", *BODY[1:]]
    )
    assert cleaned.lines == BODY
    assert cleaned.dateline == Dateline("Ranai", "KBN", "Ranai, KBN -")


def test_a_publishers_own_name_makes_a_dateline() -> None:
    line = "Kabar Dua Sungai: Jembatan baru diresmikan."
    assert clean([f"Pontianak | {line}", *BODY]).dateline is None
    cleaned = clean([f"Pontianak, KDS | {BODY[0]}"], names=["KDS"])
    assert cleaned.dateline == Dateline("Pontianak", "KDS", "Pontianak, KDS |")


@pytest.mark.parametrize(
    "line",
    [
        "Bupati Sambas, Satria, mengatakan hal itu di ruang kerjanya pada Senin.",
        "Jakarta-Bandung kini ditempuh dengan kereta cepat dalam waktu kurang dari satu jam.",
        "(Sambas) menjadi kabupaten pertama yang menerima bantuan itu pada Senin.",
        "Sambas, Singkawang, dan Bengkayang dilanda banjir pada Senin.",
        "Pontianak, kota di garis khatulistiwa, kembali dilanda banjir yang besar.",
        "TNI – Polri bersama warga membersihkan pasar di Kota Pontianak pada Senin.",
        "Kementerian Agama (Kemenag) – melalui dirjen – akan membuka pendaftaran.",
        "Covid-19 kembali merebak di kota itu pada pekan ini dan warga diminta waspada.",
        "Wali Kota Pontianak Edi Santosa: Kami siap membantu warga yang terdampak.",
        "Apple – The company said it would open a new office in the city next year.",
        "NBA: The team won on Monday and they have won five in a row.",
        "London, Jan. 5, was cold and the city was covered with snow, the mayor said.",
        "Jakarta–Bandung kini ditempuh dalam satu jam dengan kereta yang baru.",
        "Sambas, Singkawang dan Bengkayang dilanda banjir pada Senin malam.",
        "Jambi: hujan.",
        "POLITIK- PEMERINTAHAN",
        "Samarinda. Kota di tepi Mahakam itu kembali dilanda banjir yang besar.",
        "DPRD. Lembaga itu menolak rancangan yang dibahas pada Senin malam.",
        "Pasar--pasar di kota itu tutup pada Senin karena banjir yang besar.",
        "BENINGTV, stasiun milik daerah, menayangkan lomba itu pada Senin malam.",
        "Pontianak 12 Februari ramai oleh warga yang menonton lomba perahu itu.",
        "Pontianak: 12 kasus",
        "KabarBening id card dibagikan kepada wartawan pada Senin siang.",
        "Menteri (pertanian) - yang baru dilantik - berkunjung ke desa itu.",
        "Feb. 5 was the day the river rose and the bridge was closed to cars.",
        "Jakarta. The rain came.",
        "Kabupaten Sambas. Tujuh rumah warga, balai desa dan tiga perahu nelayan yang ditambat di sana rusak berat.",
        "DPRD, Senin, 12 Februari 2024 - Rapat paripurna tentang banjir itu dibuka.",
        "Polres Sanggau - Polda Kalbar menggelar latihan bersama di lapangan itu pada Senin pekan lalu.",
        "Jakarta - Bandung kini dapat ditempuh dalam waktu kurang dari satu jam dengan kereta itu.",
        "Kota Bharu - Kuala Terengganu flights will resume in June, the airline said.",
        "(Catatan): warga melihat jembatan baru di tepi sungai itu pada Senin siang bersama bupati dan ketua dewan.",
        "Kabar6 juta orang yang mengungsi itu dibantah oleh gubernur pada Senin.",
    ],
)
def test_first_words_that_are_no_dateline(line: str) -> None:
    cleaned = clean([line, *BODY])
    assert cleaned.lines == (line, *BODY)
    assert cleaned.dateline is None


@pytest.mark.parametrize(
    ("mark", "initials"),
    [
        (" (Jau)", "Jau"),
        (" (red)", "red"),
        (" (*/amd)", "*/amd"),
        (" (fyk/ash)", "fyk/ash"),
        (" (boy/kbr)", "boy/kbr"),
        ("(OL-3)", "OL-3"),
        (" (MC. Isa/nur)", "MC. Isa/nur"),
        (" pur/R-1", "pur/R-1"),
        (" KB2/RN1", "KB2/RN1"),
        (" (MR).", "MR"),
        (" — BeningDaily", None),
        (" – KBN", None),
        (" -KBTV", None),
        (" (Jau & Ade)", "Jau & Ade"),
        (" (mc kobar)", "mc kobar"),
        (" *(Jau)", "Jau"),
        (" (Jau) ***", "Jau"),
        (" /jau", "/jau"),
        (" @jau", "@jau"),
        (" Humas Polres Ranai", "Humas Polres Ranai"),
        (" (*)", None),
        ("***", None),
    ],
)
def test_initials_behind_the_last_sentence(mark: str, initials: str | None) -> None:
    cleaned = clean([*BODY[:2], BODY[2] + mark, "Komentar"])
    assert cleaned.lines == BODY
    assert cleaned.initials == initials


@pytest.mark.parametrize(
    ("mark", "agency"),
    [
        ("— BERNAMA", "Bernama"),
        ("– Bernama", "Bernama"),
        ("— AFP", "AFP"),
        ("— Reuters", "Reuters"),
        ("(ANTARA)", "ANTARA"),
        ("(Antara)", "ANTARA"),
        ("(ANI)", None),
    ],
)
def test_the_agency_behind_the_last_sentence_or_below_it(mark: str, agency: str | None) -> None:
    for lines in ([*BODY, mark], [*BODY[:2], f"{BODY[2]} {mark}"]):
        cleaned = clean(lines)
        assert (cleaned.lines, cleaned.agency) == (BODY, agency)
        assert cleaned.initials == (None if agency else "ANI")


def test_a_credit_in_brackets_behind_the_last_sentence_is_read() -> None:
    cleaned = clean([*BODY[:2], f"{BODY[2]} (Reporter: Ani Wijaya / Editor: Budi Santoso)"])
    assert cleaned.lines == BODY
    assert (cleaned.authors, cleaned.editors) == (("Ani Wijaya",), ("Budi Santoso",))


@pytest.mark.parametrize(
    "line",
    [
        "Ia menulis kepada redaksi (Editor: jangan dipotong) dan menunggu.",
        "Kegiatan itu dihadiri Kepala Badan Narkotika (BNN).",
        "Ia mendukung program pemberantasan peredaran gelap narkotika (P4GN)",
        "Warga menyambutnya (dengan gembira).",
        "The hearing was closed. (Laughter)",
        "He lives with his wife (and a dog).",
        "Apel pagi itu diikuti anggota TNI-POLRI",
        "“Kami menunggu kabar dari pusat,” kata warga – KBN",
    ],
)
def test_brackets_of_the_sentence_stay(line: str) -> None:
    assert kept(*BODY, line)[-1] == line
