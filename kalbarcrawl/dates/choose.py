"""Which of a page's dates is the article's: an order of trust, and the traps that overrule it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Literal

from kalbarcrawl.dates.address import date_in_url
from kalbarcrawl.dates.clock import zone_named
from kalbarcrawl.dates.moment import Moment
from kalbarcrawl.dates.parse import parse_date

Origin = Literal["json_ld", "meta", "listing", "byline", "address"]
TRUST: tuple[Origin, ...] = ("json_ld", "meta", "listing", "byline", "address")
"""From the most trusted to the least."""

OLDEST = 1995
"""No newsroom published on the web before this year, so such a date is a default somebody's system printed."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A string that may hold the article's date, and where on the page it was found."""

    raw: str
    origin: Origin


@dataclass(frozen=True, slots=True)
class _Witness:
    origin: Origin
    moment: Moment
    day: datetime


def choose(
    candidates: Sequence[Candidate], *, zone: str, trust_z: bool = True, reference: datetime | None = None
) -> Moment | None:
    """The date the article bears, from what its page says of it in the order its rules found it.

    The most trusted origin wins unless two agree on another day; the winner is then made as precise as the
    others allow. Dates after `reference` plus a day and dates before the web are no testimony. A winner that another
    origin contradicts by days and none supports is flagged "disputed".
    """
    tz = zone_named(zone)
    if reference is not None and reference.tzinfo is None:
        reference = reference.replace(tzinfo=tz)
    witnesses = []
    for candidate in candidates:
        moment = _read(candidate, zone, trust_z, reference)
        if moment is not None:
            witnesses.append(_Witness(candidate.origin, moment, moment.value.astimezone(tz)))
    # A page head's date carries no time, so among bylines those with one are heard first.
    witnesses.sort(key=lambda each: (TRUST.index(each.origin), each.origin == "byline" and _is_bare_day(each.moment)))
    witnesses = _without_todays_date(witnesses, reference)
    if not witnesses:
        return None
    winner = next((each for each in witnesses if not _outvoted(each, witnesses)), witnesses[0])
    moment = _most_precise(_with_true_zone(winner, witnesses), winner, witnesses)
    if not _supporters(winner, witnesses) and any(
        each.origin != winner.origin for each in _opponents(winner, witnesses)
    ):
        moment = replace(moment, flags=(*moment.flags, "disputed"))
    return moment


def published_and_modified(
    published: Sequence[Candidate],
    modified: Sequence[Candidate],
    *,
    zone: str,
    trust_z: bool = True,
    reference: datetime | None = None,
) -> tuple[Moment | None, Moment | None]:
    """Both dates of an article; a modification earlier than the publication is kept and flagged "before_published"."""
    opened = choose(published, zone=zone, trust_z=trust_z, reference=reference)
    changed = choose(modified, zone=zone, trust_z=trust_z, reference=reference)
    if opened is not None and changed is not None and _earlier(changed, opened, zone):
        changed = replace(changed, flags=(*changed.flags, "before_published"))
    return opened, changed


def _read(candidate: Candidate, zone: str, trust_z: bool, reference: datetime | None) -> Moment | None:
    if candidate.origin == "address":
        moment = date_in_url(candidate.raw, zone=zone)
    else:
        moment = parse_date(candidate.raw, zone=zone, reference=reference, trust_z=trust_z)
    if moment is None or moment.value.year < OLDEST:
        return None
    if reference is not None and moment.value > reference + timedelta(days=1):
        return None
    return moment


def _without_todays_date(witnesses: list[_Witness], reference: datetime | None) -> list[_Witness]:
    """Page heads print the day of the visit; such a byline speaks only where no other speaks."""
    if reference is None:
        return witnesses
    others = [
        witness
        for witness in witnesses
        if witness.origin != "byline"
        or witness.moment.precision != "day"
        or witness.day.date() != reference.astimezone(witness.day.tzinfo).date()
    ]
    return others or witnesses


def _same_day(one: _Witness, other: _Witness) -> bool:
    """Within a day of each other: an address may be a day older than its article."""
    return abs((one.day.date() - other.day.date()).days) <= 1


def _supporters(witness: _Witness, witnesses: list[_Witness]) -> list[_Witness]:
    return [each for each in witnesses if each.origin != witness.origin and _same_day(each, witness)]


def _opponents(witness: _Witness, witnesses: list[_Witness]) -> list[_Witness]:
    return [each for each in witnesses if not _same_day(each, witness)]


def _outvoted(witness: _Witness, witnesses: list[_Witness]) -> bool:
    """Whether two origins agree on another day and no other on this: a constant in a template has no friends."""
    opponents = _opponents(witness, witnesses)
    return not _supporters(witness, witnesses) and any(_supporters(each, opponents) for each in opponents)


def _with_true_zone(winner: _Witness, witnesses: list[_Witness]) -> Moment:
    """The winner's moment; as local time where another witness prints the same clock as local: its Z was false."""
    moment = winner.moment
    if moment.precision == "day" or moment.value.utcoffset() != timedelta(0) or not winner.day.utcoffset():
        return moment
    others = [each.moment.value for each in witnesses if each is not winner and each.moment.precision != "day"]
    if any(_same_minute(other, moment.value) for other in others):
        return moment
    local = moment.value.replace(tzinfo=winner.day.tzinfo)
    if any(_same_minute(other, local) for other in others):
        return replace(moment, value=local, flags=(*moment.flags, "false_zone"))
    return moment


def _same_minute(one: datetime, other: datetime) -> bool:
    return one.replace(second=0) == other.replace(second=0)


def _most_precise(moment: Moment, winner: _Witness, witnesses: list[_Witness]) -> Moment:
    """The moment, or a finer one that says the same: a time for a bare day, a printed one for "2 jam lalu"."""
    for other in witnesses:
        finer = other.moment
        if finer.how == "relative" or _is_bare_day(finer):
            continue
        if _is_bare_day(moment) or moment.how == "relative":
            if other.day.date() == winner.day.date():
                moment = finer
        elif (moment.precision, finer.precision) == ("minute", "second") and _same_minute(finer.value, moment.value):
            moment = finer
    return moment


def _is_bare_day(moment: Moment) -> bool:
    """A day, or the midnight a system writes when it knows no more than the day."""
    value = moment.value
    return moment.precision == "day" or (value.hour, value.minute, value.second) == (0, 0, 0)


def _earlier(one: Moment, other: Moment, zone: str) -> bool:
    """Whether one is before the other as far as both are known: two days of the same date are not."""
    if "day" in (one.precision, other.precision):
        tz = zone_named(zone)
        return one.value.astimezone(tz).date() < other.value.astimezone(tz).date()
    return one.value < other.value
