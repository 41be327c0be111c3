"""detikcom, Jakarta."""

from kalbarcrawl.families.detik import detik

publisher = detik(
    name="detik",
    title="detikcom",
    home="https://www.detik.com",
    listing="https://news.detik.com/indeks",
    every="30m",
    evidence="saved pages of 2015 and 2023; class names between them and the index by date from public scrapers; "
    "not seen live",
)
