"""kalbarcrawl: Indonesian regional newsrooms, West Kalimantan's first, as datasets researchers can trust."""

__version__ = "0.1.0"
