"""ANTARA, the national news agency."""

from kalbarcrawl.families.antara import antara

publisher = antara(
    name="antaranews",
    title="ANTARA News",
    home="https://www.antaranews.com",
    listing="/indeks/{date:%d-%m-%Y}/{page}",
    every="30m",
    evidence="saved pages of 2015 and 2016, of the main site and of a sub-site; the present markup's class names and "
    "the index by date from public scrapers, 2019-2025; a feed seen in 2015; not seen live",
)
