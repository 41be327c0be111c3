"""Kalimantan News, West Kalimantan."""

from kalbarcrawl.families.unseen import unseen

publisher = unseen(
    name="kalimantannews",
    title="Kalimantan News",
    home="https://kalimantannews.id",
    region="Kalimantan Barat",
    timezone="Asia/Pontianak",
    datelines=("Kalimantannews.id", "Kalimantannews"),
    evidence="the dateline in crawl texts; system and markup not seen",
)
