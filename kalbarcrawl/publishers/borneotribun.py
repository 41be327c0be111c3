"""Borneo Tribun, Kalimantan. Blogger."""

from kalbarcrawl.families.blogger import blogger

publisher = blogger(
    name="borneotribun",
    title="Borneo Tribun",
    home="https://www.borneotribun.com",
    region="Kalimantan Barat",
    timezone="Asia/Pontianak",
    datelines=("BORNEOTRIBUN.COM", "BorneoTribun", "Borneotribun"),
    evidence="Blogger's addresses and printed dates in crawl texts, 2024-2025; class names of the article page are "
    "Blogger's own, not seen",
)
