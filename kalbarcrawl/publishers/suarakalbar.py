"""Suara Kalbar, Pontianak. WordPress, once moved there from Blogger."""

from kalbarcrawl.families.wordpress import wordpress

publisher = wordpress(
    name="suarakalbar",
    title="Suara Kalbar",
    home="https://www.suarakalbar.co.id",
    region="Kalimantan Barat",
    timezone="Asia/Pontianak",
    evidence="list page, article addresses and feed address from public scrapers, 2023-2025; class names of the "
    "article page are WordPress's own, not seen",
)
