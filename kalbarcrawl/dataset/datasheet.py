"""The questions of "Datasheets for Datasets" (Gebru et al., 2021): answered where a crawler can, a TODO elsewhere."""

from __future__ import annotations

from collections.abc import Iterator

from kalbarcrawl.dataset.about import About
from kalbarcrawl.dataset.figures import Figures

TODO = "**TODO**"


def datasheet(about: About, figures: Figures, removals: int) -> str:
    """The datasheet as Markdown."""
    lines = [
        "Questions of [Datasheets for Datasets](https://arxiv.org/abs/1803.09010). What a crawler cannot know is marked"
        f" {TODO}; whoever publishes this dataset answers it.",
    ]
    for section, questions in _sections(about, figures, removals):
        lines += ["", f"### {section}", ""]
        lines += [f"- *{question}* {answer}" for question, answer in questions]
    return "\n".join(lines) + "\n"


def _sections(about: About, figures: Figures, removals: int) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    yield "Motivation", _motivation(about)
    yield "Composition", _composition(about, figures)
    yield "Collection process", _collection(figures)
    yield "Preprocessing, cleaning, labelling", _preprocessing(about)
    yield "Uses", _uses()
    yield "Distribution", _distribution(about)
    yield "Maintenance", _maintenance(removals)


def _motivation(about: About) -> list[tuple[str, str]]:
    return [
        ("For what purpose was the dataset created?", TODO),
        ("Who created the dataset, and on behalf of whom?", ", ".join(about.creators)),
        ("Who funded its creation?", TODO),
    ]


def _composition(about: About, figures: Figures) -> list[tuple[str, str]]:
    sample = f"A sample of {about.sample:,} articles" if about.sample else "All"
    whole = (
        f"{sample} of what the crawl holds; selection: {about.selection}. What a newsroom had deleted before the"
        " crawl, keeps behind a login, or forbids by robots.txt is not in it."
    )
    kept = {"none": "all are kept and marked", "exact": "equal texts are kept once", "near": "one of each is kept"}
    splits = "There is one, train." if len(figures.splits) < 2 else _split_answer(about)
    texts = "addresses and hashes, no texts" if about.urls_only else "title, text and what the page says of itself"
    return [
        ("What do the instances represent?", f"News articles: {texts}."),
        ("How many instances are there?", f"{figures.rows:,}."),
        ("Is it all possible instances or a sample?", whole),
        ("What data does each instance consist of?", "See the table of fields above and `article.schema.json`."),
        ("Is there a label or target?", "None. Section and tags are the publishers' own words."),
        ("Is information missing?", "Unknown is null or an empty list; the coverage table says how often."),
        ("Are relations between instances made explicit?", "`cluster` joins near copies; `earliest` marks the first."),
        ("Are there recommended splits?", splits),
        (
            "Are there errors, noise, or redundancies?",
            f"{figures.copies:,} of {figures.selected:,} selected articles are near copies of an earlier one;"
            f" {kept[about.dedup]}. Text and dates are read off pages by rules, which err; a date that is not certain"
            " is null.",
        ),
        (
            "Is it self-contained?",
            "No: the texts must be fetched (`kalbarcrawl rehydrate`), and pages change or go."
            if about.urls_only
            else "Yes, but for pictures, of which only addresses and captions are kept.",
        ),
        ("Does it hold confidential data?", "No: pages open to everybody at the time of the crawl."),
        ("Might it offend, insult, threaten or cause anxiety?", "Yes: news reports on crime, accidents and death."),
        ("Does it relate to people, and can they be identified?", "Yes: news names people, among them private ones."),
        ("Does it hold sensitive data?", "News may tell of religion, politics, health or crime of named people."),
        ("Does it identify subpopulations?", TODO),
    ]


def _split_answer(about: About) -> str:
    return (
        "By time: train is the earliest, test the most recent. An article goes where the earliest of"
        " its cluster goes, so no text of one split is nearly copied in another; one without a date counts by the day"
        " it was crawled."
    )


def _collection(figures: Figures) -> list[tuple[str, str]]:
    period = f"Published from {figures.period[0]} to {figures.period[1]}" if figures.period else "No date is known"
    crawled = f"; crawled from {figures.crawled[0][:10]} to {figures.crawled[1][:10]}" if figures.crawled else ""
    return [
        ("How was the data acquired?", "Directly observable: read off the newsrooms' public pages, feeds and APIs."),
        (
            "What mechanisms were used?",
            "kalbarcrawl: it finds addresses in feeds, sitemaps and section pages, fetches them by"
            " robots.txt and its Crawl-delay, and reads each page by rules.",
        ),
        ("If it is a sample, how was it drawn?", "Where it is one, by the smallest identifiers, which are hashes."),
        ("Who was involved, and how were they paid?", TODO),
        ("Over what time was it collected?", f"{period}{crawled}."),
        ("Were ethical reviews conducted?", TODO),
        ("Was it collected from the people it concerns?", "No, from newspapers that wrote about them."),
        ("Were they told, did they consent, can they revoke?", "They were not asked. See Maintenance for removal."),
        ("Has the impact on the people been analysed?", TODO),
    ]


def _preprocessing(about: About) -> list[tuple[str, str]]:
    return [
        (
            "Was anything done to the data?",
            "Navigation, advertisements, “Baca juga” lines, copyright notices, datelines and initials are cut off the"
            " text (the dateline is kept as a field); bylines are parted by role; dates are made ISO 8601 with offset."
            f" Near copies are found by MinHash-LSH and compared exactly (Jaccard 0.8 on word 6-grams); dedup:"
            f" {about.dedup}.",
        ),
        (
            "Was the raw data saved?",
            "`published_raw` keeps the date as printed. Whether the pages were kept: " + TODO,
        ),
        ("Is the software available?", "Yes: kalbarcrawl, Apache-2.0."),
    ]


def _uses() -> list[tuple[str, str]]:
    return [
        ("Has it been used already?", TODO),
        (
            "What could it be used for?",
            "Language models, linguistics of Indonesian, media studies, event detection.",
        ),
        (
            "Does anything about it affect future uses?",
            "Newsrooms copy their agency's texts: count clusters, not articles, where a text should count once.",
        ),
        ("What should it not be used for?", "To find out about, judge or trouble the people named in it. " + TODO),
    ]


def _distribution(about: About) -> list[tuple[str, str]]:
    return [
        ("Will it be given to third parties, how and when?", about.url or TODO),
        (
            "Under which licence?",
            "The texts are their publishers'; `rights.csv` tells what each reserves. For the compilation: "
            + (TODO if about.licence == "other" else about.licence),
        ),
        (
            "Have third parties restricted it?",
            "See `rights.csv`: robots.txt for AI agents, TDM reservations, licences.",
        ),
        ("Do export controls apply?", TODO),
    ]


def _maintenance(removals: int) -> list[tuple[str, str]]:
    return [
        ("Who maintains it, and how are they reached?", TODO),
        ("Is there an erratum?", TODO),
        ("Will it be updated?", TODO + " A new export of the same store gives the same bytes for the same articles."),
        (
            "Can people or newsrooms ask for removal?",
            f"Yes: `removed.jsonl` lists what was taken out ({removals:,} entries) by hash; drop those rows from older"
            " copies too. Whom to ask: " + TODO,
        ),
        ("Will older versions be kept?", TODO),
        ("Can others extend it?", "Yes, with kalbarcrawl and their own crawl."),
    ]
