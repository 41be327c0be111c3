"""Liputan6.com, Jakarta."""

from kalbarcrawl.publisher import Publisher
from kalbarcrawl.rules import Blocks, Css, JsonLd, Meta, Pictures, Rules
from kalbarcrawl.sources import Feed, Section

INSIDE = (
    ".baca-juga, .baca-juga-collections, .article-content-body__item-media, .read-page--video-gallery--item, "
    ".read-page--photo-gallery--item, .article-ad, .advertisement-placeholder, .advertisement-text, .vidio-embed"
)
LAST_LINE = "div[class*=article-content-body] p:contains('- Tim Redaksi')"
BODY = ".article-content-body__item-content, .read-page__content-body"
DATELINE = "p:first-child > b:first-child:contains('Liputan6.com')"
STAMP = "header time[itemprop=datePublished]::attr(datetime), header time.updated::attr(datetime)"
LISTED = "#indeks-articles article h4 a, .articles--rows--item__title-link"

publisher = Publisher(
    name="liputan6",
    title="Liputan6.com",
    home="https://www.liputan6.com",
    every="30m",
    datelines=("Liputan6.com",),
    boilerplate=(r".{3,120} - Tim Redaksi", r"Baca berita terkini dan terpercaya di .*", r"Perbesar", r"Advertisement"),
    sources=(
        Feed("https://feed.liputan6.com/rss/news"),
        Section("/indeks/{date:%Y/%m/%d}?page={page}", LISTED, reach="archive"),
    ),
    rules=Rules(  # meta author is the newsroom
        title=[Css("h1.read-page--header--title, h1.read-page--header__title"), Css("h1[itemprop=headline]")],
        published=[JsonLd("datePublished"), Meta("article:published_time"), Css(STAMP, origin="meta")],
        authors=[
            Css(LAST_LINE, r"^(.{3,120}?)\s+- Tim Redaksi"),
            Css("#credits_author + li .read-page--credits__name, .read-page--header--author__name"),
        ],
        editors=[Css("#credits_editor ~ li .read-page--credits__name"), JsonLd("keywords", r"^Editor:\s*(.+)")],
        section=[Css(".read-page--breadcrumb--item:last-child")],
        tags=[Css(".tags--snippet__name"), Css(".tags--snippet__link, .read-page--tags__link")],
        body=[Blocks(BODY, INSIDE, DATELINE)],
        images=[Pictures("figure.read-page--photo-gallery--item")],
    ),
    evidence="saved pages of 2016, facts noted from one of 2026; class names between them and the index by date from "
    "public scrapers; not seen live",
)
