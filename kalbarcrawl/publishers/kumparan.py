"""kumparan, Jakarta."""

from kalbarcrawl.families.kumparan import kumparan

publisher = kumparan(
    name="kumparan",
    title="kumparan",
    home="https://kumparan.com",
    listing="/trending",
    links="a[data-qa-id=title], a[href*='kumparan.com/'][href*='-2']",
    datelines=("kumparan", "kumparanNEWS", "kumparanBISNIS", "kumparanTECH", "kumparanMOM", "kumparanHITS"),
    every="30m",
    evidence="data-qa-id names from public scrapers, 2023-2026; the list page and its numbering are a guess, not seen",
)
