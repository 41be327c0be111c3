"""Merdeka.com, Jakarta."""

from kalbarcrawl.families.unseen import unseen
from kalbarcrawl.sources import Feed, Sitemap

publisher = unseen(
    name="merdeka",
    title="Merdeka.com",
    home="https://www.merdeka.com",
    every="30m",
    sources=(Feed("/feed/"), Sitemap("/sitemap.xml")),
    evidence="the feed's address from public scrapers; the sitemap's is the customary one; markup not seen",
)
