"""Kilas Kalbar, West Kalimantan."""

from kalbarcrawl.families.unseen import unseen

publisher = unseen(
    name="kilaskalbar",
    title="Kilas Kalbar",
    home="https://kilaskalbar.com",
    region="Kalimantan Barat",
    timezone="Asia/Pontianak",
    evidence="named in a public scraper of about 2018; the address is the customary one; nothing of the site was "
    "seen, not even that it still publishes",
)
