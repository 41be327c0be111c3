"""Kompas.com, Jakarta."""

from kalbarcrawl.publisher import Publisher
from kalbarcrawl.rules import Blocks, Css, JsonLd, Meta, Pictures, Rules
from kalbarcrawl.sources import Feed, Section

INSIDE = (
    "strong:has(> .inner-link-baca-juga), .inner-link-baca-juga, .ads-on-body, .ads-partner-wrap, .video, .photo, "
    ".fb-quote, .read__bacajuga, .read__paging, .paging__footnote, .kcm-read-terkait, .kcm-read-copy, .kompasidRec"
)
CREDIT = "[class*=kcm-read-copy] td:first-child:contains('{}') + td"
WRITER = ".credit-title-name h6:first-child, #penulis, .read__author"
TITLE = Meta("og:title", r"^(.+?)(?: - Kompas\.com.*)?$")
EDITOR = ".credit-title-name h6:last-child:not(:first-child), #editor"
INDEX = "https://indeks.kompas.com/?site=all&date={date:%Y-%m-%d}&page={page}"

publisher = Publisher(
    name="kompas",
    title="Kompas.com",
    home="https://www.kompas.com",
    every="30m",
    datelines=("KOMPAS.com",),
    sources=(Feed("https://www.kompas.com/rss/nasional.xml"), Section(INDEX, "a.article__link", reach="archive")),
    rules=Rules(  # JSON-LD is UTC, the other dates are local; JSON-LD names the editor as author
        title=[Css("h1.read__title"), Css(".kcm-read-top h2, .kcm-read-content-top h2"), TITLE],
        published=[
            JsonLd("datePublished"),
            Meta("content_PublishedDate"),
            Css(".read__time, .kcm-date, .kcm-read-top > .msmall"),
        ],
        authors=[Meta("content_author"), Css(WRITER), Css(CREDIT.format("Penulis"), r"[^:\s].*"), Meta("author")],
        editors=[Meta("content_editor"), Css(EDITOR), Css(CREDIT.format("Editor"), r"[^:\s].*")],
        section=[
            Css(":first-child + .breadcrumb__item"),
            Css(".kcm-breadcrumb li:last-child, .breadcrump a:last-of-type"),
        ],
        tags=[Css(".tag__article__link, .tag__article__item > a")],
        body=[Blocks(".read__content", INSIDE), Blocks(".kcm-read-text, .kcmread1114, .kcm-read-content-text", INSIDE)],
        images=[Pictures(".cover-photo, .photo", ".photo__caption, .photo::text")],
    ),
    evidence="saved pages of 2015, 2016 and 2023; the index by date from public scrapers, 2023; not seen live",
)
