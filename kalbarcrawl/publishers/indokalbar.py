"""Indo Kalbar, West Kalimantan. Blogger; much of it ANTARA's copy."""

from kalbarcrawl.families.blogger import blogger

publisher = blogger(
    name="indokalbar",
    title="Indo Kalbar",
    home="https://www.indokalbar.com",
    region="Kalimantan Barat",
    timezone="Asia/Pontianak",
    datelines=("ANTARA", "INDOKALBAR.COM", "Indokalbar"),
    evidence="Blogger's addresses and printed dates in crawl texts, 2024-2025; class names of the article page are "
    "Blogger's own, not seen",
)
