"""Suara.com, Jakarta."""

from kalbarcrawl.publisher import Publisher
from kalbarcrawl.rules import Blocks, Css, JsonLd, Rules
from kalbarcrawl.sources import Feed, Section

INSIDE = ".baca-juga-new, .baca-juga, .ads, .adsbygoogle, .caption, figure, .tag-header, .list-tag, .share"

publisher = Publisher(
    name="suara",
    title="Suara.com",
    home="https://www.suara.com",
    every="30m",
    datelines=("Suara.com",),
    sources=(Feed("/rss/bisnis"), Section("/indeks?page={page}", "h2 a[href], h4 a[href]", reach="archive")),
    rules=Rules(
        title=[Css(".info h1")],
        published=[JsonLd("datePublished"), Css(".info .date, .date")],
        authors=[Css(".writer a, .writer")],
        body=[Blocks(".article-content", INSIDE), Blocks(".detail-article, .detail-konten", INSIDE)],
    ),
    evidence="class names and one section's feed from public scrapers, 2023-2026; the index's address is a guess, "
    "not seen",
)
