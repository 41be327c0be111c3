"""PIFA, Pontianak."""

from kalbarcrawl.families.unseen import unseen

publisher = unseen(
    name="pifa",
    title="PIFA",
    home="https://pifa.co.id",
    region="Kalimantan Barat",
    timezone="Asia/Pontianak",
    datelines=("PIFA", "Pifa"),
    evidence="the dateline, a doubled date and article addresses in crawl texts, 2026; a client-side "
    "application in public source: what a crawler gets was not seen",
)
