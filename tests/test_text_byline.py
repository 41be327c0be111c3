"""Bylines: who wrote and who edited, in every form newsrooms print it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kalbarcrawl.text import clean, people

STORY = ("Bupati Ranai meresmikan jembatan baru pada Senin (12/2/2026).", "Warga menyambut baik pembangunan itu.")


@pytest.mark.parametrize(
    ("text", "authors", "editors"),
    [
        ("Ani Wijaya", ["Ani Wijaya"], []),
        ("Ani Wijaya, Dosen FISIP Untan", ["Ani Wijaya"], []),
        ("Oleh: Dr. Ani Wijaya, M.Si., Ketua Prodi Sosiologi", ["Dr. Ani Wijaya, M.Si."], []),
        ("Ann Lee, Chief Technology Officer", ["Ann Lee"], []),
        ("Ann Lee staff writer", ["Ann Lee"], []),
        ("Guru Prasad", ["Guru Prasad"], []),
        ("Guardian staff reporter", [], []),
        ("TC Redazione", [], []),
        ("Redaksi Kalbar", [], []),
        ("Penulis: Ani Wijaya", ["Ani Wijaya"], []),
        ("Penulis : Ani Wijaya | Editor : Budi Santoso", ["Ani Wijaya"], ["Budi Santoso"]),
        ("Penulis: Ani WijayaEditor: Budi Santoso", ["Ani Wijaya"], ["Budi Santoso"]),
        ("Pewarta: Ani Wijaya", ["Ani Wijaya"], []),
        ("Pewarta: Ani Wijaya dan Agus S", ["Ani Wijaya", "Agus S"], []),
        ("Pewarta: Ani WijayaEditor: Agus Salim Copyright © ANTARA 2026", ["Ani Wijaya"], ["Agus Salim"]),
        ("Laporan wartawan Tribun Bening, Ani Wijaya", ["Ani Wijaya"], []),
        ("Laporan Wartawan Ani Wijaya", ["Ani Wijaya"], []),
        ("Penulis : Kontributor Ranai, Ani Wijaya", ["Ani Wijaya"], []),
        ("Kontributor Ranai, Ani Wijaya", ["Ani Wijaya"], []),
        ("Kontributor : Ani Wijaya", ["Ani Wijaya"], []),
        ("Redaktur & Reporter : Boy", ["Boy"], ["Boy"]),
        ("Reporter/Editor: Ani Wijaya", ["Ani Wijaya"], ["Ani Wijaya"]),
        ("Penulis/Editor : Ani Wijaya", ["Ani Wijaya"], ["Ani Wijaya"]),
        ("Editor : Budi Santoso", [], ["Budi Santoso"]),
        ("Red: Yudi Mangga P Putra", [], ["Yudi Mangga P Putra"]),
        ("Redaktur : Agus Yulianto", [], ["Agus Yulianto"]),
        ("Oleh: Ani Wijaya", ["Ani Wijaya"], []),
        ("Oleh Ani Wijaya", ["Ani Wijaya"], []),
        ("Oleh Ani Wijaya A.R.", ["Ani Wijaya A.R."], []),
        ("By Ann Lee", ["Ann Lee"], []),
        ("By Ann Lee and Bob Stone", ["Ann Lee", "Bob Stone"], []),
        ("Written by Ann Lee, Senior Reporter", ["Ann Lee"], []),
        ("Reporting by Ann Lee; Editing by Bob Stone", ["Ann Lee"], ["Bob Stone"]),
        ("Additional reporting by Ann Lee", ["Ann Lee"], []),
        ("Text by Ann Lee", ["Ann Lee"], []),
        ("Edited by Bob Stone", [], ["Bob Stone"]),
        ("Disunting oleh Budi Santoso", [], ["Budi Santoso"]),
        ("Translated by Ann Lee", [], []),
        ("Translator: Ann Lee", [], []),
        ("By Ann Lee, Bob Stone and Carl O'Neil", ["Ann Lee", "Bob Stone", "Carl O'Neil"], []),
        (
            "Oleh: Ani Wijaya, Budi Santoso, & Citra Annisa Auli",
            ["Ani Wijaya", "Budi Santoso", "Citra Annisa Auli"],
            [],
        ),
        ("Ani Wijaya; Budi Santoso", ["Ani Wijaya", "Budi Santoso"], []),
        ("Ani Wijaya, Budi Santoso - Tim Redaksi", ["Ani Wijaya", "Budi Santoso"], []),
        ("Ani Wijaya - detikHealth", ["Ani Wijaya"], []),
        ("Ani Wijaya -detikFinance", ["Ani Wijaya"], []),
        ("Kompas.com - Ani Wijaya", ["Ani Wijaya"], []),
        ("Ani Wijaya | Jum'at, 17 Februari 2017 - 13:30 wib", ["Ani Wijaya"], []),
        ("Editor: Ade Marbun COPYRIGHT © ANTARA 2015", [], ["Ade Marbun"]),
        ("Ani Wijaya (Kontributor)", ["Ani Wijaya"], []),
        ("Ani Wijaya ani@kabarbening.com", ["Ani Wijaya"], []),
        ("Ani Wijaya @aniw", ["Ani Wijaya"], []),
        # titles stay with their holder, and their commas part nobody
        ("Dr. H. Budi Santoso, S.H., M.Hum.", ["Dr. H. Budi Santoso, S.H., M.Hum."], []),
        ("Budi Santoso, S.Pd dan Ani Wijaya, M.Si", ["Budi Santoso, S.Pd", "Ani Wijaya, M.Si"], []),
        ("Prof Budi Santoso, PhD, Ani Wijaya", ["Prof Budi Santoso, PhD", "Ani Wijaya"], []),
        ("Sammy Davis, Jr.", ["Sammy Davis, Jr."], []),
        ("J. K. Rowling", ["J. K. Rowling"], []),
        ("Aloysius Gonsaga AE", ["Aloysius Gonsaga AE"], []),
        # capitals are a page's style, not a name's
        ("AGUS SUTRISNO", ["Agus Sutrisno"], []),
        ("CONAN O'NEIL", ["Conan O'Neil"], []),
        ("ANI WIJAYA-PUTRI", ["Ani Wijaya-Putri"], []),
        ("Dr. H. BUDI SANTOSO, S.H., M.Hum.", ["Dr. H. Budi Santoso, S.H., M.Hum."], []),
        ("Oleh DR. BUDI SANTOSO", ["Dr. Budi Santoso"], []),
        ("KH. BUDI SANTOSO", ["KH. Budi Santoso"], []),
        ("Tim Cook", ["Tim Cook"], []),
        # roles with no colon behind them
        ("Penulis Ani Wijaya | Editor Budi Santoso", ["Ani Wijaya"], ["Budi Santoso"]),
        ("Reporter Ani Wijaya, Editor Budi Santoso", ["Ani Wijaya"], ["Budi Santoso"]),
        ("Reporter Ani Wijaya / Editor Budi Santoso", ["Ani Wijaya"], ["Budi Santoso"]),
        ("Reporter Ani Wijaya dan Editor Budi Santoso", ["Ani Wijaya"], ["Budi Santoso"]),
        ("Penulis Ani Wijaya Editor Budi Santoso", ["Ani Wijaya"], ["Budi Santoso"]),
        ("Penulis Ani, Editor Budi, Foto Citra", ["Ani"], ["Budi"]),
        ("By Ann Lee | Edited by Bob Stone", ["Ann Lee"], ["Bob Stone"]),
        ("By Ann Lee, edited by Bob Stone", ["Ann Lee"], ["Bob Stone"]),
        ("Story by Ann Lee, photos by Bob Stone", ["Ann Lee"], []),
        ("Penulis: Ani Wijaya (Diedit oleh Budi)", ["Ani Wijaya"], ["Budi"]),
        ("Pewarta : Ani Wijaya I Editor : Budi", ["Ani Wijaya"], ["Budi"]),
        ("Reporter : Ani Wijaya. Editor : Budi", ["Ani Wijaya"], ["Budi"]),
        # roles of more than one word, and where or for whom somebody files
        ("Managing Editor: Ani", [], ["Ani"]),
        ("Editor in Chief: Ann Lee", [], ["Ann Lee"]),
        ("Pemimpin Redaksi: Ani", [], ["Ani"]),
        ("Publisher: Ani Wijaya", [], ["Ani Wijaya"]),
        ("Diunggah oleh: Ani Wijaya", [], ["Ani Wijaya"]),
        ("Diterbitkan oleh Ani Wijaya", ["Ani Wijaya"], []),
        ("Dilaporkan Kontributor: Ani Wijaya", ["Ani Wijaya"], []),
        ("Laporan Reporter : Ani Wijaya", ["Ani Wijaya"], []),
        ("Tim Liputan: Ani, Budi", ["Ani", "Budi"], []),
        ("Compiled by Ann Lee", ["Ann Lee"], []),
        ("Kontributor Ketapang: Ani Wijaya", ["Ani Wijaya"], []),
        ("Reporter Kabar: Ani Wijaya", ["Ani Wijaya"], []),
        ("Penulis: Ani Wijaya, Kontributor Pontianak | Editor: Budi", ["Ani Wijaya"], ["Budi"]),
        ("Ani Wijaya, Wartawan KabarBening", ["Ani Wijaya"], []),
        ("Reporter KabarBening, Ani Wijaya", ["Ani Wijaya"], []),
        ("Wartawan KabarBening Ani Wijaya", ["Ani Wijaya"], []),
        ("Laporan Wartawan Tribun Pontianak Ani Wijaya", ["Ani Wijaya"], []),
        ("Laporan ANI WIJAYA, Sambas", ["Ani Wijaya"], []),
        ("Ani Wijaya, Pontianak", ["Ani Wijaya"], []),
        ("Ani, Bima", ["Ani", "Bima"], []),
        ("Ann Lee, South Asia Correspondent", ["Ann Lee"], []),
        # what stands beside a name
        ("Ani Wijaya, Rabu 12 Januari 2026", ["Ani Wijaya"], []),
        ("Ani Wijaya, tayang 3 Februari 2026", ["Ani Wijaya"], []),
        ("Oleh Ani Wijaya pada 3 Februari 2026", ["Ani Wijaya"], []),
        ("S. Ravi a/l Muthu", ["S. Ravi a/l Muthu"], []),
        ("Kavitha A/P Raman / Ann Lee", ["Kavitha A/P Raman", "Ann Lee"], []),
        ("Budi Santoso, M.Pd.I. (Guru MAN 1 Pontianak)", ["Budi Santoso, M.Pd.I."], []),
        ("Ann Lee, B.Sc (Hons)", ["Ann Lee, B.Sc"], []),
        ("Ani Wijaya, Amd.Kep", ["Ani Wijaya, Amd.Kep"], []),
        ("Ani Wijaya, CHRP", ["Ani Wijaya"], []),
        ("(Ani Wijaya)", ["Ani Wijaya"], []),
        ("Editor (+ani wijaya)", [], ["Ani Wijaya"]),
        ("Red/Ani", ["Ani"], []),
        ("By Ann Lee on April 3, 2026, Friday at 9:53 PM", ["Ann Lee"], []),
        ("Ann Lee and Bob Stone in Kuching", ["Ann Lee", "Bob Stone"], []),
        ("Laporan Ani Wijaya dari Sambas", ["Ani Wijaya"], []),
        ("Ani Wijaya 2 jam yang lalu", ["Ani Wijaya"], []),
        ("Ani Wijaya 0 Komentar", ["Ani Wijaya"], []),
        ("[Penulis: Ani Wijaya]", ["Ani Wijaya"], []),
        ("✍️ Ani Wijaya", ["Ani Wijaya"], []),
        ('Joko "Jack" Santoso', ['Joko "Jack" Santoso'], []),
        ("Ani_Wijaya", ["Ani Wijaya"], []),
        ("Ani Wijaya Follow", ["Ani Wijaya"], []),
        ("Ani Wijaya dkk.", ["Ani Wijaya"], []),
        # people who are called as places, papers and small words are
        ("Reporter: Darwin | Editor: Roma", ["Darwin"], ["Roma"]),
        ("Michelle Yang", ["Michelle Yang"], []),
        ("I Made Antara", ["I Made Antara"], []),
        ("Viva Ani Wijaya", ["Viva Ani Wijaya"], []),
        # what somebody is
        ("Ani Wijaya, Wartawan Senior", ["Ani Wijaya"], []),
        ("Ani Wijaya (Penulis Lepas)", ["Ani Wijaya"], []),
        ("Ani Wijaya, Redaktur Senior", ["Ani Wijaya"], []),
        ("Ani Wijaya (Kontributor Kapuas Hulu)", ["Ani Wijaya"], []),
        ("Ani Wijaya, Advokat", ["Ani Wijaya"], []),
        ("Ani Wijaya, Penyuluh Agama KUA Sambas", ["Ani Wijaya"], []),
        ("Ani Wijaya, Analis Kebijakan", ["Ani Wijaya"], []),
        ("Ani Wijaya Dosen Untan", ["Ani Wijaya"], []),
        ("Wartawan Senior Ani Wijaya", ["Ani Wijaya"], []),
        # roles of more systems
        ("Diposkan oleh Ani Wijaya", ["Ani Wijaya"], []),
        ("Diperbarui oleh Ani Wijaya", [], ["Ani Wijaya"]),
        ("Teks dan Foto oleh Ani Wijaya", ["Ani Wijaya"], []),
        ("Nama Penulis: Ani Wijaya", ["Ani Wijaya"], []),
        ("Penulis Opini: Ani Wijaya", ["Ani Wijaya"], []),
        ("Editor Bahasa: Ani Wijaya", [], ["Ani Wijaya"]),
        ("Editor Naskah : Ani Wijaya", [], ["Ani Wijaya"]),
        ("Pewarta Foto: Ani Wijaya", [], []),
        ("Biro Sintang: Ani Wijaya", ["Ani Wijaya"], []),
        ("Kontributor Kalbar - Ani Wijaya", ["Ani Wijaya"], []),
        ("Koresponden Ketapang Ani Wijaya", ["Ani Wijaya"], []),
        ("Laporan Kontributor Kubu Raya Wijaya", ["Wijaya"], []),
        ("Ani Wijaya Kontributor Kapuas Hulu", ["Ani Wijaya"], []),
        ("Ani (Penulis), Budi Karya (Editor)", ["Ani"], ["Budi Karya"]),
        ("Penulis – Ani Wijaya, Editor – M. Arif", ["Ani Wijaya"], ["M. Arif"]),
        # capitals
        ("NUR'AINI", ["Nur'aini"], []),
        ("ANI BINTI WIJAYA", ["Ani binti Wijaya"], []),
        ("WS RENDRA", ["WS Rendra"], []),
        ("MUH. ALI", ["Muh. Ali"], []),
        ("Ani Wijaya, SE.MM", ["Ani Wijaya, SE.MM"], []),
        ("Ani", ["Ani"], []),
    ],
)
def test_people(text: str, authors: list[str], editors: list[str]) -> None:
    byline = people(text)
    assert (list(byline.authors), list(byline.editors)) == (authors, editors)


@pytest.mark.parametrize(
    "text",
    [
        "adminkalbaronline",
        "Admin",
        "Redaksi",
        "Tim",
        "Tim Redaksi",
        "Kompas Cyber Media",
        "Liputan6.com",
        "mediaindonesia.com developer",
        "Editor : Admin Antarakalbar",
        "Humas Polda",
        "News Desk",
        "The Citizen",
        "redaksi@kabarbening.com",
        "https://kabarbening.com/author/ani",
        "@kabarbening",
        "Oleh: Tim KabarBening",
        "superadmin",
        "kabaradmin",
        "Newsdesk",
        "null",
        "KabarBening",
        "RRI Pontianak",
        "MC Kalbar",
        "Kementerian Agama",
        "Siaran Pers",
        "Tajuk Rencana",
        "Citizen Reporter",
        "Kontributor Sambas",
        "Laporan Reporter : Tim Bening Sambas",
        "Rabu 12 Januari 2026",
        "Adpim",
        "Setda Kalbar",
        "Kiriman Pembaca",
        "Tim Investigasi",
        "Lensa Kalbar",
        "Kalbar Satu",
        "RuaiTV",
        "kalbarupdate",
        "waktu baca 2 menit",
        "Saya penulis pemula",
        "Ani is a reporter who covers the river and writes about boats",
        "Editor : -",
        "Pewarta:",
        "Foto: Ani Wijaya",
        "Sumber : Kabar Bening",
        "",
    ],
)
def test_newsrooms_accounts_and_sentences_are_nobody(text: str) -> None:
    byline = people(text)
    assert (byline.authors, byline.editors) == ((), ())


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        ("ANTARA", "ANTARA"),
        ("Antara News", "ANTARA"),
        ("By Reuters", "Reuters"),
        ("AFP", "AFP"),
        ("The Associated Press", "AP"),
        ("Ann Lee, Reuters", "Reuters"),
        ("Ani Wijaya/ANTARA", "ANTARA"),
        ("Ani Wijaya (ANTARA)", "ANTARA"),
        ("Oleh Ani Wijaya - Bernama", "Bernama"),
        ("Reuters - Ann Lee", "Reuters"),
        ("Sumber: Antara", "ANTARA"),
        ("Penulis: Ani Wijaya | Sumber: Antara", "ANTARA"),
        ("Ani Wijaya", None),
        ("Ani", None),
    ],
)
def test_agencies(text: str, agency: str | None) -> None:
    assert people(text).agency == agency


def test_what_is_no_person_is_kept_with_the_reason() -> None:
    assert people("Tim Redaksi; Ani Wijaya").dropped == (("Tim Redaksi", "newsroom"),)
    assert people("saya penulis pemula dari Ranai").dropped[0][1] == "not a name"
    assert people("Ani Wijaya, Pontianak").dropped == (("Pontianak", "place"),)


@pytest.mark.parametrize(
    ("line", "authors", "editors"),
    [
        ("Penulis Ani Wijaya | Editor Budi", ("Ani Wijaya",), ("Budi",)),
        ("Oleh ANI WIJAYA, S.H., M.H.", ("Ani Wijaya, S.H., M.H.",), ()),
        ("Oleh: AKBP Ani Wijaya, S.I.K., M.T.", ("AKBP Ani Wijaya, S.I.K., M.T.",), ()),
        ("Managing Editor: Ani Wijaya", (), ("Ani Wijaya",)),
        ("Pemimpin Redaksi: Ani Wijaya", (), ("Ani Wijaya",)),
        ("Kontributor Ketapang: Ani Wijaya", ("Ani Wijaya",), ()),
        ("Diunggah oleh: Ani Wijaya", (), ("Ani Wijaya",)),
        ("Liputan: Ani", ("Ani",), ()),
        ("Artikel ini ditulis oleh Ani Wijaya, peserta magang di Kabar Bening.", ("Ani Wijaya",), ()),
        ("adminkabarbening", (), ()),
    ],
)
def test_a_visible_byline_is_read_as_any_other(line: str, authors: tuple[str, ...], editors: tuple[str, ...]) -> None:
    for lines in ([*STORY, line], [line, *STORY]):
        cleaned = clean(lines)
        assert cleaned.dropped == ((line, "byline"),)
        assert (cleaned.authors, cleaned.editors) == (authors, editors)


@pytest.mark.parametrize("line", ["Liputan khusus: warga menanti jembatan", "Video itu: sudah ditonton sejuta kali"])
def test_a_sentence_that_begins_as_a_byline_stays(line: str) -> None:
    assert line in clean([STORY[0], line, STORY[1]]).lines


@given(st.text(max_size=300))
def test_no_text_raises_and_no_name_is_empty(text: str) -> None:
    byline = people(text)
    assert all(name.strip() == name and name for name in (*byline.authors, *byline.editors))
