"""detikKalimantan, detikcom's edition for Kalimantan."""

from kalbarcrawl.families.detik import detik

publisher = detik(
    name="detikkalimantan",
    title="detikKalimantan",
    home="https://www.detik.com/kalimantan",
    region="Kalimantan",
    listing="https://www.detik.com/kalimantan/indeks",
    every="1h",
    evidence="an article's address in a public repository, 2025; markup from saved pages of detik's other channels, "
    "2015 and 2023; the index's address by analogy with theirs, not seen",
)
