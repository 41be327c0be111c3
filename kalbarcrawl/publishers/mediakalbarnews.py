"""Media Kalbar News, West Kalimantan. WordPress."""

from kalbarcrawl.families.wordpress import wordpress

publisher = wordpress(
    name="mediakalbarnews",
    title="Media Kalbar News",
    home="https://mediakalbarnews.com",
    region="Kalimantan Barat",
    timezone="Asia/Pontianak",
    datelines=("MEDIAKALBARNEWS.COM", "Media Kalbar News", "Media Kalbar", "MEDIAKALBARNEWS"),
    evidence="feed address in a public scraper; the end of a story in a crawl text; class names of the article page "
    "are WordPress's own, not seen",
)
