"""Tribun Pontianak, Pontianak: the Tribun network's newspaper in West Kalimantan."""

from kalbarcrawl.families.tribun import tribun

publisher = tribun(
    name="tribunpontianak",
    title="Tribun Pontianak",
    home="https://pontianak.tribunnews.com",
    region="Kalimantan Barat",
    timezone="Asia/Pontianak",
    listing="/index-news/kalbar?page={page}",
    datelines=("TRIBUNPONTIANAK.CO.ID", "TRIBUNPONTIANAK", "TRIBUN PONTIANAK", "TRIBUN"),
    boilerplate=(r"Artikel ini telah tayang di .*", r".*baca edisi cetak Tribun Pontianak.*"),
    every="30m",
    evidence="list page, feed, byline block and datelines from public scrapers and crawl texts, 2016-2025; the markup "
    "of a saved page of the national site, 2020; not seen live",
)
