"""The city of Pontianak's own news page."""

from kalbarcrawl.families.unseen import HEADLINES, unseen
from kalbarcrawl.sources import Section

publisher = unseen(
    name="pemkotpontianak",
    title="Pemerintah Kota Pontianak",
    home="https://www.pontianak.go.id",
    region="Kalimantan Barat",
    timezone="Asia/Pontianak",
    sources=(
        Section("/pontianak-hari-ini/berita", HEADLINES),
        Section("/pontianak-hari-ini/berita?page={page}", HEADLINES, reach="archive"),
    ),
    evidence="the list page's address and the dateline in crawl texts; markup not seen",
)
