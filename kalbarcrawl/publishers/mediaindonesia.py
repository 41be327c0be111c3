"""Media Indonesia, Jakarta."""

from kalbarcrawl.publisher import Publisher
from kalbarcrawl.rules import Blocks, Css, JsonLd, Pictures, Rules
from kalbarcrawl.sources import Section

INSIDE = ".related-news, .ext-channel, .info-author, .flying-carpet, ._ap_apex_ad, .foot-article, .related-tags, .ads"

publisher = Publisher(
    name="mediaindonesia",
    title="Media Indonesia",
    home="https://mediaindonesia.com",
    every="30m",
    boilerplate=(r"Cek berita dan artikel yg lain di Google News .*",),
    sources=(
        Section("/indeks", ".list-3 h3 a"),
        Section("/indeks", ".list-3 h3 a", reach="archive", next=".pagination a[rel~=next]"),
    ),
    rules=Rules(
        title=[Css(".post-header h1")],  # title, og:title and JSON-LD lose colons
        published=[JsonLd("datePublished"), Css(".post-header .datetime")],
        authors=[Css(".post-header .author-2")],  # JSON-LD names the editor, meta author the programmer
        editors=[Css(".info-author .author"), JsonLd("author")],
        section=[Css(".mi-breadcrumb li:last-child")],
        tags=[Css(".related-tags a", pick=r"#?\s*(.+)")],
        body=[Blocks("div.article", INSIDE)],
        images=[Pictures(".article figure.main-img")],
    ),
    evidence="saved pages of 2026; the index's address from a public scraper; not seen live",
)
