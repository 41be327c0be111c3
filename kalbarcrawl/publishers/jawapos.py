"""Jawa Pos, Surabaya."""

from kalbarcrawl.families.jawapos import jawapos

publisher = jawapos(
    name="jawapos",
    title="Jawa Pos",
    home="https://www.jawapos.com",
    listing="/indeks-berita",
    datelines=("JawaPos.com",),
    every="30m",
    evidence="class names from public scrapers, 2023-2025; the newest pages are built by Next.js and read by the "
    "generic rules; the list page's address is a guess, not seen",
)
