"""Bylines: who wrote and who edited, in every form newsrooms print it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kalbarcrawl.text import people


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
        ("Tim Cook", ["Tim Cook"], []),
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
        ("Ani Wijaya", None),
        ("Ani", None),
    ],
)
def test_agencies(text: str, agency: str | None) -> None:
    assert people(text).agency == agency


def test_what_is_no_person_is_kept_with_the_reason() -> None:
    assert people("Tim Redaksi; Ani Wijaya").dropped == (("Tim Redaksi", "newsroom"),)
    assert people("saya penulis pemula dari Ranai").dropped[0][1] == "not a name"


@given(st.text(max_size=300))
def test_no_text_raises_and_no_name_is_empty(text: str) -> None:
    byline = people(text)
    assert all(name.strip() == name and name for name in (*byline.authors, *byline.editors))
