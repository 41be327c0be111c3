"""Templates that escape by themselves, and how numbers, days and moments read in them."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from importlib.resources import files
from urllib.parse import urlsplit

from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined

HOUR = timedelta(hours=1)
ZONES = {7 * HOUR: "WIB", 8 * HOUR: "WITA", 9 * HOUR: "WIT", 0 * HOUR: "UTC"}
"""What Indonesian readers call the clocks of their country."""
DASH = "–"
"""Stands where nothing is known."""


def environment(room: str) -> Environment:
    """The templates of a room of this package, behind them the frame that all rooms share."""
    loaders = [PackageLoader(f"kalbarcrawl.{room}"), PackageLoader("kalbarcrawl.look")]
    templates = Environment(
        loader=ChoiceLoader(loaders), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    templates.filters |= {"number": number, "day": day, "moment": moment, "web": web}
    return templates


def style() -> str:
    """The style sheet."""
    return files("kalbarcrawl.look").joinpath("style.css").read_text(encoding="utf-8")


def number(value: float | None, digits: int = 0) -> str:
    """A number with commas at the thousands; a dash for none."""
    return DASH if value is None else f"{value:,.{digits}f}"


def day(value: str | date | datetime | None) -> str:
    """The day of an ISO 8601 date or moment, as in "5 Feb 2024"; a dash for none."""
    if not value:
        return DASH
    found = datetime.fromisoformat(value) if isinstance(value, str) else value
    return f"{found.day} {found:%b %Y}"


def moment(value: str | datetime | None) -> str:
    """A moment to the minute on its own clock, as in "5 Feb 2024, 08:30 WIB"; only the day where no more is known."""
    if not value:
        return DASH
    if isinstance(value, str):
        if len(value) == len("2024-02-05"):
            return day(value)
        value = datetime.fromisoformat(value)
    offset = value.utcoffset()
    zone = "" if offset is None else ZONES.get(offset, value.isoformat()[-6:])
    return f"{day(value)}, {value:%H:%M} {zone}".rstrip()


def web(address: str | None) -> str | None:
    """An address that a link may lead to; None for one that is not of the web, such as javascript:."""
    try:
        parts = urlsplit(address or "")
    except ValueError:
        return None
    return address if parts.scheme in ("http", "https") and parts.netloc else None
