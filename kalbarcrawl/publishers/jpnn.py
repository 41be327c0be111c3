"""JPNN, the news site of the Jawa Pos network."""

from kalbarcrawl.publisher import Publisher
from kalbarcrawl.rules import Blocks, Css, JsonLd, Meta, Pictures, Rules
from kalbarcrawl.sources import Feed, Section

INSIDE = ".baca-juga, .ads-under-tag, [id^=div-gpt-ad], .pagination, .waktu, .caption, .top-medsos, .breadcrumb, h1"

publisher = Publisher(
    name="jpnn",
    title="JPNN.com",
    home="https://www.jpnn.com",
    every="30m",
    datelines=("jpnn.com", "JPNN.com"),
    boilerplate=(r"Yuk, Simak Juga Video ini!", r"Silakan baca konten menarik lainnya dari .*"),
    sources=(
        Feed("/index.php?mib=rss"),
        Section(
            "/indeks?id=&tab=all&d={date:%d}&m={date:%m}&y={date:%Y}&page={page}",
            "ul.loadmore a[href*='/news/'], .content-description a",
            reach="archive",
        ),
    ),
    rules=Rules(
        title=[Css("h1.judul")],
        published=[JsonLd("datePublished"), Meta("jpnncom_news_pubdate"), Css(".date-publish")],
        authors=[
            Css("p.waktu", pick=r"(?:Redaktur|Reporter|Penulis|Editor)\b.*:.*"),
            Meta("jpnncom_news_author"),
        ],
        section=[Css(".breadcrumb a:has(+ :last-child)")],
        tags=[Css(".tags a[rel=tag]:not(.text-tags)")],
        body=[Blocks("[itemprop=articleBody]", INSIDE), Blocks(".page-content", INSIDE)],
        images=[Pictures(".page-content", caption=".caption", picture=".page-content > img")],
    ),
    evidence="a page of 2021 as the Internet Archive holds it; meta names, feed and index by date from public "
    "scrapers, 2016-2021; not seen live",
)
