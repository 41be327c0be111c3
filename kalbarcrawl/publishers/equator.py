"""Harian Equator, Pontianak. WordPress, the theme Newspaper."""

from kalbarcrawl.families.wordpress import wordpress

publisher = wordpress(
    name="equator",
    title="Equator",
    home="https://equator.co.id",
    region="Kalimantan Barat",
    timezone="Asia/Pontianak",
    evidence="title, date and body classes in a public scraper; WordPress uploads of 2018; not seen live",
)
