"""From what a first visit saw to the draft of a publisher's file, and what it could not tell."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from kalbarcrawl.owners.draft import FAMILIES, Draft, source_code
from kalbarcrawl.owners.instead import HEADLINES
from kalbarcrawl.owners.naming import is_number, name_of, outlets_in, title_of, zone_of
from kalbarcrawl.owners.recognise import SURE
from kalbarcrawl.owners.selectors import proposed_rules
from kalbarcrawl.owners.survey import INDEXES, Survey, home_of, links_below, sources_of_family
from kalbarcrawl.publisher import Publisher, host_of
from kalbarcrawl.sources import Source

DEFAULT = Publisher(name="default", title="Default", home="https://example.org", evidence="what is said by default")


@dataclass(frozen=True)
class Told:
    """What only the owner can tell, as far as the command line said it."""

    name: str = ""
    region: str = ""
    timezone: str = ""


def propose(url: str, seen: Survey, told: Told) -> Draft:
    """The draft of the file for the newsroom at `url`."""
    home = home_of(url, seen.home)
    title = title_of(seen.home, seen.articles)
    family = seen.recognised.family if seen.recognised else ""
    zone = told.timezone or zone_of(told.region) or zone_of(f"{title} {host_of(home)}") or ""
    draft = Draft(
        name=told.name or name_of(home, title),
        title=title,
        home=home,
        family=family,
        region=told.region,
        timezone=zone if zone != DEFAULT.timezone else "",
        evidence=_evidence(seen),
        rules=() if family else proposed_rules(seen.articles),
    )
    if family in INDEXES:
        draft = replace(draft, listing=seen.listing or "/", links=links_below(home) if family == "kumparan" else "")
    return replace(draft, sources=_sources(seen, draft), datelines=_datelines(seen, draft))


def unknown(seen: Survey, draft: Draft) -> Iterator[str]:
    """What the visit could not tell, a line each with what to do about it."""
    if not draft.region:
        yield "the region: it counts as Indonesia until --region or the file says more"
    if not draft.timezone:
        yield f"the zone: {DEFAULT.timezone} (WIB) is taken; --timezone or the file says another"
    if draft.family in INDEXES and not seen.listing and not any(found.ok for found in seen.own_sections()):
        yield f"the list of articles: none was found; write its address into `listing` ({draft.family} needs one)"
    reaches = {source.reach for source in draft.publisher().sources}
    if "latest" not in reaches:
        yield "a source of the latest articles: no feed and no section page gave any; add a Section"
    if "archive" not in reaches:
        yield "an archive: no sitemap and no API answered; --since will not reach further back than the listings"
    if not draft.family:
        readers = "these rules" if draft.rules else "the generic rules, with none of its own,"
        yield f"the system: no shared one was recognised; {readers} read the articles tried"
    if not draft.datelines and not draft.family:
        yield "how its stories open: write the outlet's names into `datelines` where they begin with one"
    if len(seen.articles) < 2:
        yield f"more articles: only {len(seen.articles)} of the listed pages read as one"
    if is_number(host_of(draft.home)) and draft.name == name_of(draft.home, draft.title):
        yield "a name of its own: the host is a number"


def _evidence(seen: Survey) -> str:
    """What the draft rests on, in one line of the file where that can be."""
    sources, articles = sum(found.ok for found in seen.listings), len(seen.articles)
    read = f"{_count(sources, 'source')}, {_count(articles, 'article')}; older not seen"
    signs = seen.recognised.signs if seen.recognised else ()
    best = min((sign for sign in signs if sign in SURE), key=len, default=", ".join(signs))
    return f"seen by `kalbarcrawl new` on {seen.home.fetched_at:%Y-%m-%d}: {best and f'{best}; '}{read}"


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"


def _sources(seen: Survey, draft: Draft) -> tuple[Source, ...]:
    """The sources to write down: none where those of the family all answer, else those that did."""
    own = sources_of_family(draft.family, draft.home, draft.listing) if draft.family else ()
    failed = [found for source in own if (found := seen.tried(source)) and not found.ok]
    if own and not failed:
        return ()
    good = {source_code(found.source, draft.home): found.source for found in seen.listings if found.ok}
    chosen = sorted(good.values(), key=lambda source: source.reach != "latest")
    if any(source in own and source.reach == "latest" for source in chosen):
        # The front page's headlines stand in only where nothing better lists the latest.
        chosen = [source for source in chosen if getattr(source, "links", "") != HEADLINES]
    return tuple(chosen)


def _datelines(seen: Survey, draft: Draft) -> tuple[str, ...]:
    """The names that open its stories; left to the family where that takes the title and no other was seen."""
    outlets = outlets_in(seen.articles, draft.title, draft.home)
    said = FAMILIES[draft.family][0](**_least(draft)).datelines if draft.family else ()
    return () if not outlets or set(outlets) <= set(said) else tuple(dict.fromkeys((*outlets, *said)))


def _least(draft: Draft) -> dict[str, str]:
    facts = {"name": draft.name, "title": draft.title, "home": draft.home, "evidence": draft.evidence}
    return facts | {name: value for name in ("listing", "links") if (value := getattr(draft, name))}
