"""Telling Indonesian and Malay prose from other text by the small words no sentence does without."""

from __future__ import annotations

# Frequent, and no word of English.
_INDONESIAN = frozenset(
    "yang dan untuk dengan pada dari ini itu akan telah dalam oleh para karena tidak sebagai juga kepada tersebut"
    " adalah saat seorang sebuah bagi atau bahwa menjadi sudah lebih warga di ke kabupaten kota hingga usai berupa"
    " dua tiga lima hari tahun sejumlah melalui".split()
)
_ENGLISH = frozenset("the of and is was were with from by has have".split())
_ENDINGS, _BEGINNINGS = ("kan", "nya"), ("meng", "meny")
_PUNCTUATION = ".,:;!?()\"'“”‘’"
_REACH = 600


def is_english(text: str) -> bool:
    """Whether a text holds one of the small words English has and Indonesian has not."""
    return not _ENGLISH.isdisjoint(text[:_REACH].casefold().split())


def is_indonesian(text: str) -> bool:
    """Whether a text reads as Indonesian or Malay: by two of their words near its beginning, or one and no English."""
    found = 0
    for word in text[:_REACH].casefold().split():
        bare = word.strip(_PUNCTUATION)
        if bare in _INDONESIAN or (len(bare) > 6 and (bare.endswith(_ENDINGS) or bare.startswith(_BEGINNINGS))):
            found += 1
            if found == 2:
                return True
    return found == 1 and not is_english(text)
