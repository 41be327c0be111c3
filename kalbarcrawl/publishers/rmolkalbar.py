"""RMOL Kalbar, West Kalimantan: the regional edition of RMOL."""

from kalbarcrawl.families.unseen import unseen

publisher = unseen(
    name="rmolkalbar",
    title="RMOL Kalbar",
    home="https://www.rmolkalbar.com",
    region="Kalimantan Barat",
    timezone="Asia/Pontianak",
    datelines=("RMOLKalbar", "RMOL"),
    evidence="named in public source of about 2018; the address is the customary one, not seen",
)
