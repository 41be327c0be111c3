"""Kalbar Satu, West Kalimantan."""

from kalbarcrawl.families.unseen import unseen

publisher = unseen(
    name="kalbarsatu",
    title="Kalbar Satu",
    home="https://kalbarsatu.id",
    region="Kalimantan Barat",
    timezone="Asia/Pontianak",
    datelines=("KALBAR SATU", "KalbarSatu"),
    evidence="known by name only; the address is the customary one; nothing of the site was seen",
)
