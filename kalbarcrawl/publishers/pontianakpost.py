"""Pontianak Post, Pontianak: the Jawa Pos network's newspaper in West Kalimantan."""

from kalbarcrawl.families.jawapos import jawapos

publisher = jawapos(
    name="pontianakpost",
    title="Pontianak Post",
    home="https://pontianakpost.jawapos.com",
    hosts=("pontianakpost.co.id",),
    region="Kalimantan Barat",
    timezone="Asia/Pontianak",
    listing="/daerah",
    datelines=("PONTIANAK POST", "Pontianak Post", "PONTIANAKPOST.CO.ID"),
    every="1h",
    evidence="list page and article addresses from public scrapers, 2025-2026; article class names from scrapers of "
    "other newspapers of the network; not seen live",
)
