"""Teraju, Pontianak. WordPress, a theme of its own."""

from dataclasses import replace

from kalbarcrawl.families.wordpress import FURNITURE, RULES, wordpress
from kalbarcrawl.rules import Blocks, Css, JsonLd, Pictures

publisher = wordpress(
    name="teraju",
    title="Teraju",
    home="https://www.teraju.id",
    region="Kalimantan Barat",
    timezone="Asia/Pontianak",
    datelines=("teraju.id", "TERAJU.ID"),
    rules=replace(
        RULES,
        title=[Css("h1.headline"), *RULES.title],
        published=[JsonLd("datePublished"), Css(".byline-meta .dates span:first-child"), *RULES.published],
        authors=[Css(".byline-meta .author"), *RULES.authors],
        section=[Css("a.article-tag"), *RULES.section],
        tags=[Css("ul.tags a"), *RULES.tags],
        body=[Blocks(".article-body", without=FURNITURE), *RULES.body],
        images=[Pictures(".post-main", caption=".hero-image + .caption", picture=".hero-image img"), *RULES.images],
    ),
    evidence="the theme's public source, 2026; not seen live",
)
