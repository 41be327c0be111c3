"""Ruai TV, Pontianak: a local television station's newsroom."""

from kalbarcrawl.families.unseen import unseen

publisher = unseen(
    name="ruaitv",
    title="Ruai TV",
    home="https://www.ruai.tv",
    region="Kalimantan Barat",
    timezone="Asia/Pontianak",
    datelines=("RUAI.TV", "Ruai TV"),
    evidence="the address in public source; system and markup not seen",
)
