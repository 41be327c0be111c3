"""RRI Pontianak, the public radio's newsroom in West Kalimantan."""

from kalbarcrawl.publisher import Publisher
from kalbarcrawl.rules import Blocks, Css, JsonLd, Meta, Rules
from kalbarcrawl.sources import Section

publisher = Publisher(
    name="rripontianak",
    title="RRI Pontianak",
    home="https://rri.co.id/pontianak",
    region="Kalimantan Barat",
    timezone="Asia/Pontianak",
    datelines=("KBRN", "RRI.CO.ID", "RRI"),
    sources=(
        Section("/pontianak", "a[href*='/pontianak/']"),
        Section("/pontianak?page={page}", "a[href*='/pontianak/']", reach="archive"),
    ),
    rules=Rules(
        published=[JsonLd("datePublished"), Meta("article:published_time"), Css(".post_details_inner .date, .date")],
        authors=[Css(".post_details_inner .author, .author")],
        body=[Blocks(".post_details_inner", ".author, .date, h1, .share, .baca-juga"), Blocks(".main-content")],
    ),
    evidence="an article's address in public source; class names of rri.co.id from a public scraper, 2025; the list "
    "page's address is a guess, not seen",
)
