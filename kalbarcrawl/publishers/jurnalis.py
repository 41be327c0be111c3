"""Jurnalis.co.id, West Kalimantan."""

from kalbarcrawl.families.unseen import unseen

publisher = unseen(
    name="jurnalis",
    title="Jurnalis",
    home="https://jurnalis.co.id",
    region="Kalimantan Barat",
    timezone="Asia/Pontianak",
    datelines=("JURNALIS.co.id", "Jurnalis.co.id"),
    evidence="the dateline in crawl texts; system and markup not seen",
)
