"""Suara Pemred Kalbar, Pontianak."""

from kalbarcrawl.families.unseen import unseen

publisher = unseen(
    name="suarapemredkalbar",
    title="Suara Pemred Kalbar",
    home="https://www.suarapemredkalbar.com",
    region="Kalimantan Barat",
    timezone="Asia/Pontianak",
    datelines=("SUARA PEMRED", "Suara Pemred"),
    evidence="the address, and a picture's address of 2021 that is not WordPress's; system and markup not seen",
)
