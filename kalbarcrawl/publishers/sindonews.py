"""SINDOnews, Jakarta."""

from kalbarcrawl.publisher import Publisher
from kalbarcrawl.rules import Blocks, Css, JsonLd, Pictures, Rules
from kalbarcrawl.sources import Feed, Section

INSIDE = ".baca-juga, [class^=baca-juga], .paging-artikel, .paging-all, .ads300, .box-outstream, .reporter, iframe"

publisher = Publisher(
    name="sindonews",
    title="SINDOnews",
    home="https://www.sindonews.com",
    every="30m",
    datelines=("SINDOnews.com", "SINDOnews"),
    sources=(
        Feed("/feed"),
        Section(
            "https://index.sindonews.com/?t={date:%Y-%m-%d}&p={page}", ".indeks-title a, .title a", reach="archive"
        ),
    ),
    rules=Rules(
        title=[Css("h1.detail-title, .detail-title h1, .article h1")],
        published=[JsonLd("datePublished"), Css(".detail-date-artikel")],
        authors=[Css(".detail-nama-redaksi a, .article .reporter p a"), Css(".warp-nama-redaksi")],
        body=[Blocks(".detail-desc, #detail-desc", INSIDE), Blocks(".article #content", INSIDE)],
        images=[Pictures(".detail-img")],
    ),
    evidence="class names and feed from public scrapers, 2019-2026; multi-page stories are whole at ?showpage=all; "
    "the index's parameters are a guess, not seen",
)
