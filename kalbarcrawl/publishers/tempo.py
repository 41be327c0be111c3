"""Tempo, Jakarta."""

from kalbarcrawl.publisher import Publisher
from kalbarcrawl.rules import Blocks, Css, JsonLd, Meta, Pictures, Rules
from kalbarcrawl.sources import Feed, Section

INSIDE = ".baca-juga, .bacajuga, .para_caption, .ads, .adsbygoogle, [id^=div-gpt-ad], figure, .share, .paging"

publisher = Publisher(
    name="tempo",
    title="Tempo",
    home="https://www.tempo.co",
    every="30m",
    datelines=("TEMPO.CO", "TEMPO", "Tempo"),
    sources=(
        Feed("https://rss.tempo.co/nasional"),
        Section("/indeks/{date:%Y-%m-%d}", "article h2 a, h2 a[href], h3 a[href]", reach="archive"),
    ),
    rules=Rules(
        title=[Css("h1[itemprop=headline]")],
        published=[JsonLd("datePublished"), Meta("article:published_time"), Css("h1 ~ .date, .date-post")],
        authors=[Css("h4[itemprop=author]")],
        body=[Blocks("[itemprop=articleBody]", INSIDE), Blocks("#content-wrapper, .detail-konten, #isi", INSIDE)],
        images=[Pictures(".foto-detail, figure")],
    ),
    evidence="a printed date of 2015 from a saved page; class names, feed and index by date from public scrapers, "
    "2019-2025; not seen live",
)
