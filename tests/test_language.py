"""The language of a body."""

from __future__ import annotations

import pytest

from kalbarcrawl.language import language_of

TEXTS = {
    "id": "Bupati mengatakan jalan baru itu sudah selesai dan bisa digunakan warga mulai minggu depan. Warga desa "
    "senang karena sekarang bisa pergi ke pasar tanpa harus memutar jauh.",
    "ms": "Polis menahan dua lelaki yang disyaki terlibat dalam kes kecurian kabel di sebuah taman perumahan di sini, "
    "kelmarin. Ketua Polis Daerah berkata, suspek ditahan selepas pihaknya menerima aduan awam.",
    "jv": "Pak Bupati ngendika menawa dalan anyar iki wis rampung digarap lan bisa dienggo warga wiwit minggu ngarep. "
    "Warga desa padha seneng amarga saiki bisa lunga menyang pasar tanpa kudu muter adoh.",
    "su": "Bupati nyarios yén jalan anyar téh parantos réngsé sareng tiasa dianggo ku warga mimitian minggu payun. "
    "Warga désa pada bungah sabab ayeuna tiasa ka pasar teu kedah ngurilingan jauh.",
    "en": "The regent said that the new road was finished and would be open to the villagers from next week. They "
    "are glad that they can now go to the market without a detour.",
}


@pytest.mark.parametrize("language", TEXTS)
def test_the_body_decides_whatever_the_page_declares(language: str) -> None:
    assert language_of(TEXTS[language], "de-DE") == language
    assert language_of(TEXTS[language]) == language


@pytest.mark.parametrize(("declared", "language"), [("ms-MY", "ms"), ("id-ID", "id"), ("in", "id"), (None, "id")])
def test_the_page_decides_where_the_text_is_both(declared: str | None, language: str) -> None:
    assert language_of("Mereka yang datang ke kota itu adalah orang dari pulau lain.", declared) == language


@pytest.mark.parametrize(("declared", "language"), [("nl_NL", "nl"), ("", None), (None, None), ("x-default", None)])
def test_other_languages_are_what_the_page_says(declared: str | None, language: str | None) -> None:
    assert language_of("Gisteren werd bekend gemaakt hoe laat iedereen morgen vertrekt.", declared) == language


def test_a_text_of_a_few_words_tells_nothing() -> None:
    assert language_of("yang dan", "en") == "en"
