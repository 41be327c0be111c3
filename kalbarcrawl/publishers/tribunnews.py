"""Tribunnews, the national site of the Tribun network."""

from kalbarcrawl.families.tribun import tribun

publisher = tribun(
    name="tribunnews",
    title="Tribunnews",
    home="https://www.tribunnews.com",
    listing="/index-news?date={date:%Y-%m-%d}&page={page}",
    datelines=("TRIBUNNEWS.COM", "TRIBUNNEWS"),
    boilerplate=(r"Artikel ini telah tayang di .*",),
    every="30m",
    evidence="a saved page of 2020; newer class names and the index by date from public scrapers, 2021-2026; "
    "not seen live",
)
