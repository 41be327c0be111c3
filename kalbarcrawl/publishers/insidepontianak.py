"""Inside Pontianak, Pontianak. WordPress."""

from kalbarcrawl.families.wordpress import wordpress

publisher = wordpress(
    name="insidepontianak",
    title="Inside Pontianak",
    home="https://insidepontianak.com",
    region="Kalimantan Barat",
    timezone="Asia/Pontianak",
    evidence="WordPress uploads linked from public pages, 2023; class names are WordPress's own, not seen",
)
