"""Okezone, Jakarta."""

from kalbarcrawl.publisher import Publisher
from kalbarcrawl.rules import Blocks, Css, JsonLd, Meta, Pictures, Rules
from kalbarcrawl.sources import Feed, Section

INSIDE = (
    ".detail-tag, .detads-bottom, .dtl_banner, .banner-belt300x250, .tbkomentar, #AdAsia, #bacajuga, .bacajuga, "
    ".baca-juga, .vid-bacajuga, .adsbygoogle, [id^=div-gpt-ad]"
)
TITLE = Meta("og:title", r"^(.+?)(?: ::? Okezone.*)?$")
PRINTED = ".namerep b, time.tgl, .title-detail > span"

publisher = Publisher(
    name="okezone",
    title="Okezone",
    home="https://www.okezone.com",
    every="30m",
    sources=(
        Feed("https://sindikasi.okezone.com/index.php/rss/0/RSS2.0"),
        Section("https://news.okezone.com/index/{date:%Y/%m/%d}/", ".content-hardnews h3 a", reach="archive"),
    ),
    rules=Rules(  # meta itemprop=datePublished holds one constant of 2014 on every page
        title=[Css(".title-article h1"), Css(".title > h1"), Css(".title-detail h1, .titles h1"), TITLE],
        published=[Meta("article:published_time"), JsonLd("datePublished"), Css(PRINTED, r"[^|]+$")],
        authors=[
            Meta("dable:author"),
            Css(".journalist a[title], .namerep a, .title-detail > span b, .nmreporter > div"),
        ],
        section=[
            Css(".breadcrumb li.bractive, .breadcrumb li:last-child"),
            JsonLd("keywords", r"^(?!Topic)[^:]+:\s*(.+)"),
        ],
        tags=[
            Css(".detail-tag a, .meta-bottom-content > span a", r"#?\s*(.+)"),
            JsonLd("keywords", r"^Topic:\s*(.+)"),
        ],
        body=[Blocks("#contentx", INSIDE), Blocks(".c-detail.read, .ctn-desc", INSIDE)],
        images=[Pictures("#imageCheckWidth, .title-detail", ".caption-img-ab", "#imgCheck, .ctn-images img")],
    ),
    evidence="saved pages of 2015 and 2017, facts noted from one of 2020; class names of 2019-2026 and the index by "
    "date from public scrapers; not seen live",
)
