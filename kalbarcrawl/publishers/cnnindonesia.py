"""CNN Indonesia, Jakarta."""

from kalbarcrawl.publisher import Publisher
from kalbarcrawl.rules import Blocks, Css, JsonLd, Meta, Pictures, Rules
from kalbarcrawl.sources import Feed, Section

INSIDE = (
    ".paradetail, .para_caption, .linksisip, .lihatjg, .embed, .inline-block, .detail_ads, .topiksisip, .flying_carpet"
)

publisher = Publisher(
    name="cnnindonesia",
    title="CNN Indonesia",
    home="https://www.cnnindonesia.com",
    every="30m",
    trust_z=False,  # the same editing system as detik's
    datelines=("CNN Indonesia",),
    sources=(
        Feed("/nasional/rss"),
        Section("/indeks?date={date:%Y/%m/%d}&page={page}", "article a.flex.group, article a[href]", reach="archive"),
    ),
    rules=Rules(
        title=[Css("h1.text-cnn_black, h1.title")],
        published=[JsonLd("datePublished"), Meta("publishdate"), Css(".text-cnn_grey.text-sm")],
        authors=[Meta("author"), Css("span.text-cnn_red")],
        body=[Blocks(".detail-text", INSIDE), Blocks("#detikdetailtext", INSIDE)],
        images=[Pictures(".detail-image")],
    ),
    evidence="class names, meta names, feed and index by date from public scrapers, 2023-2026; not seen live",
)
