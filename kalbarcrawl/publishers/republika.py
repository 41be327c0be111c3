"""Republika, Jakarta, and its Hajj paper Ihram."""

from kalbarcrawl.publisher import Publisher
from kalbarcrawl.rules import Blocks, Css, JsonLd, Meta, Pictures, Rules
from kalbarcrawl.sources import Feed, Section

INSIDE = ".premium-content, .baca-juga, .bacajuga, .ads, .adsbygoogle, .berita-terkait, .cap-foto, .caption, .tagging"
ROLES = r"(?:Rep|Red|Reporter|Redaktur|Penulis|Oleh)\b\s*:.*"
TITLE = Meta("og:title", r"^(.+?)(?: \| (?:Republika Online|ihram\.co\.id))?$")
PRINTED = ".date-item__headline, .date-detail, .date_detail"
DETAIL = ".wp-conten-detail, .detail-left"

publisher = Publisher(
    name="republika",
    title="Republika",
    home="https://republika.co.id",
    hosts=("ihram.co.id",),
    every="30m",
    datelines=("REPUBLIKA.CO.ID", "IHRAM.CO.ID", "REPUBLIKA"),
    sources=(
        Feed("https://www.republika.co.id/rss"),
        Section("/index/{date:%Y/%m/%d}", ".news-title a, .txt_subkanal h2 a", reach="archive"),
    ),
    rules=Rules(  # JSON-LD names the editor as author
        title=[
            Css(".max-card__title h1"),
            Css("h1.jdl-detail, .jdl-detail h2, .wrap_detail h1, .wrap-title .h5"),
            TITLE,
        ],
        published=[JsonLd("datePublished"), Meta("article:published_time"), Css(PRINTED)],
        authors=[Css(".max-card__title", ROLES), Css(".red, .by, .reporter", ROLES)],
        section=[Css(".breadcome a:last-of-type, .breadcrumb a:last-of-type")],
        tags=[Css(".tagging a, .tags a", r"#?\s*(.+)")],
        body=[
            Blocks(".article-content article", INSIDE),
            Blocks(".article-content, .artikel", INSIDE),
            Blocks(".content-detail, .txt-detailberita, .content-detail-center, .detail-left .teaser", INSIDE),
        ],
        images=[Pictures(".main-content__left > figure"), Pictures(DETAIL, ".caption", ".img-detail img")],
    ),
    evidence="saved pages of 2015-2017, of republika.co.id and ihram.co.id; present class names and the index by date "
    "from public scrapers, 2019-2026; not seen live",
)
