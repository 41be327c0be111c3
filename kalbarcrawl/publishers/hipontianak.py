"""Hi!Pontianak, Pontianak: kumparan's partner in West Kalimantan."""

from kalbarcrawl.families.kumparan import kumparan

publisher = kumparan(
    name="hipontianak",
    title="Hi!Pontianak",
    home="https://kumparan.com/hipontianak",
    region="Kalimantan Barat",
    timezone="Asia/Pontianak",
    listing="/hipontianak",
    links="a[href*='/hipontianak/']",
    datelines=("Hi!Pontianak", "HiPontianak"),
    evidence="an article's address, 2024, and a dateline in a reposted story; data-qa-id names of the platform from "
    "public scrapers; its pages numbered by ?page=N are a guess, not seen",
)
