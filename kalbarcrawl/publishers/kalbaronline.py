"""KalbarOnline, Pontianak. WordPress, a theme of the gmr family."""

from kalbarcrawl.families.wordpress import wordpress

publisher = wordpress(
    name="kalbaronline",
    title="KalbarOnline",
    home="https://kalbaronline.com",
    region="Kalimantan Barat",
    timezone="Asia/Pontianak",
    evidence="class names in public scrapers, 2025; dateline in a news API's data, 2023; feed not yet seen",
)
