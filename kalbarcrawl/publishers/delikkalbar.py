"""Delik Kalbar, West Kalimantan."""

from kalbarcrawl.families.unseen import unseen

publisher = unseen(
    name="delikkalbar",
    title="Delik Kalbar",
    home="https://delikkalbar.com",
    region="Kalimantan Barat",
    timezone="Asia/Pontianak",
    datelines=("DELIKKALBAR.COM", "Delikkalbar"),
    evidence="known by name only; the address is the customary one; nothing of the site was seen",
)
