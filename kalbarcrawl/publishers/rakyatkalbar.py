"""Rakyat Kalbar, Pontianak. WordPress, the theme JNews."""

from kalbarcrawl.families.wordpress import wordpress

publisher = wordpress(
    name="rakyatkalbar",
    title="Rakyat Kalbar",
    home="https://rakyatkalbar.com",
    region="Kalimantan Barat",
    timezone="Asia/Pontianak",
    evidence="list and article classes and the feed's address in public scrapers; not seen live",
)
