"""detikcom, Jakarta."""

from kalbarcrawl.publisher import Publisher
from kalbarcrawl.rules import Blocks, Css, JsonLd, Meta, Pictures, Rules
from kalbarcrawl.sources import Feed, Section

NAMES = r"^(.+?)(?:\s+-(?:\s.*)?)?$"
INSIDE = (
    ".linksisip, .lihatjg, .parallaxindetail, .para_caption, .staticdetail_container, .sisip_artikel, .detail_tag, "
    ".detail__body-tag, .pic_artikel, .pic_artikel_sisip, .pic_artikel_sisip_table, .embed, .noncontent"
)
LISTED = "article h3 a"

publisher = Publisher(
    name="detik",
    title="detikcom",
    home="https://www.detik.com",
    every="30m",
    trust_z=False,  # meta pubdate ends with Z and holds local time
    sources=(
        Feed("https://rss.detik.com/index.php/detikcom"),
        Section("https://news.detik.com/indeks?page={page}&date={date:%m/%d/%Y}", LISTED, reach="archive"),
    ),
    rules=Rules(
        title=[Css("h1.detail__title"), Css(".content_detail h1.l_blue2_detik, .detail_area h1, .jdl h1")],
        published=[JsonLd("datePublished"), Meta("publishdate"), Meta("pubdate"), Css(".detail__date, h1 ~ .date")],
        authors=[Css(".detail__author, h1 ~ .author, .jdl .author", pick=NAMES), Meta("author")],
        section=[Css(".page__breadcrumb a:last-child"), Css("ul.breadcrumb li:last-child")],
        tags=[Css(".detail__body-tag a"), Css(".detail_tag a, .list-topik-terkait a")],
        body=[Blocks(".detail__body-text", INSIDE), Blocks("#detikdetailtext, .detail_text, .text_detail", INSIDE)],
        images=[Pictures(".detail__media-image"), Pictures(".pic_artikel", caption="span")],
    ),
    evidence="saved pages of 2015 and 2023; class names between them and the index by date from public scrapers; "
    "not seen live",
)
