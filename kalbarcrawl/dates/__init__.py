"""Dates as Indonesian newsrooms print them: each read with its zone and precision, or not at all."""

from kalbarcrawl.dates.address import date_in_url
from kalbarcrawl.dates.choose import Candidate, choose, published_and_modified
from kalbarcrawl.dates.moment import Moment, Precision
from kalbarcrawl.dates.parse import parse_date

__all__ = [
    "Candidate",
    "Moment",
    "Precision",
    "choose",
    "date_in_url",
    "parse_date",
    "published_and_modified",
]
