"""ANTARA Kalbar, the news agency's bureau in Pontianak."""

from kalbarcrawl.families.antara import antara

publisher = antara(
    name="antarakalbar",
    title="ANTARA News Kalimantan Barat",
    home="https://kalbar.antaranews.com",
    region="Kalimantan Barat",
    timezone="Asia/Pontianak",
    listing="/kalbar?page={page}",
    every="1h",
    evidence="list page, article addresses and feed from public scrapers, 2025; older markup from saved pages of the "
    "national site, 2015-2016; not seen live",
)
